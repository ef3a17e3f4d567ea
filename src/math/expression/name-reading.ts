// Reads names: variables with their subscripts, functions with or without brackets, and TeX commands.
import { type Applied, applyFunction, inverseOf, isListed, refusal } from './application.ts';
import { RAISED } from './folding.ts';
import type { Name, Vocabulary } from './names.ts';
import { NumberReading } from './number-reading.ts';
import { CLOSERS, CLOSING, isDigits, type Piece, Unreadable } from './pieces.ts';
import { call, constant, divide, type Expression, negate, power, variable } from './tree.ts';

export abstract class NameReading extends NumberReading {
  private readonly vocabulary: Vocabulary;

  constructor(pieces: readonly Piece[], vocabulary: Vocabulary, decimalComma: boolean) {
    super(pieces, decimalComma);
    this.vocabulary = vocabulary;
  }

  protected abstract operand(): Expression;
  protected abstract bracket(): Expression;
  protected abstract inBrackets(several: boolean): Expression[];
  protected abstract argument(name: Applied): Expression;
  protected abstract startsBracketed(text: string): boolean;

  protected name(name: Name): Expression {
    const start = this.piece;
    this.index++;
    if (name.kind === 'constant') return constant(name.name);
    if (name.kind === 'function') return this.application(name.name, start);
    return this.subscripted(name.name, start);
  }

  private subscripted(base: string, start: Piece): Expression {
    const subscript = this.subscript(base);
    if (subscript !== undefined)
      return this.variable(this.vocabulary.subscripted(base, subscript), `${base}_${subscript}`, start);
    const called = this.is('(') && !this.vocabulary.isClosed;
    if (called && (start.text === 'σ' || start.text === 'sigma')) return this.application('sigmoid', start);
    if (called && start.text === 'C' && this.holdsComma()) return this.application('binomial', start);
    return this.variable(this.vocabulary.standsAlone(base) ? base : undefined, base, start);
  }

  private variable(known: string | undefined, name: string, start: Piece): Expression {
    if (known !== undefined) return variable(known);
    throw new Unreadable(start.at, `The name ${name} has no meaning in this exercise. Use ${this.vocabulary.list()}.`);
  }

  /** What follows an underscore, or digits right after the letter. */
  private subscript(base: string): string | undefined {
    if (this.piece.kind === 'number' && this.piece.tight && isDigits(this.piece.text)) {
      const known = this.vocabulary.subscripted(base, this.piece.text);
      if (known !== undefined) return this.pieces[this.index++]?.text;
    }
    if (!this.take('_')) return undefined;
    const braced = this.take('{');
    let text = '';
    while (isIndex(this.piece) && (braced || text === '')) text += this.pieces[this.index++]?.text ?? '';
    if (text === '') throw new Unreadable(this.piece.at, 'Something is missing after the _ sign.');
    if (braced && !this.take('}')) throw new Unreadable(this.piece.at, 'This subscript cannot be read.');
    return text;
  }

  protected holdsComma(): boolean {
    let depth = 0;
    for (let step = 0; this.ahead(step).kind !== 'end'; step++) {
      const { text } = this.ahead(step);
      if (CLOSING[text] !== undefined) depth++;
      if (CLOSERS.has(text) && --depth === 0) return false;
      if (depth === 1 && (text === ',' || text === ';')) return true;
    }
    return false;
  }

  private application(called: Applied, start: Piece): Expression {
    const name = called === 'atan' && this.takesTwo() ? 'atan2' : called;
    const base = name === 'log' ? this.logarithmBase() : undefined;
    const raised = this.raised();
    const inverse = raised !== undefined && isMinusOne(raised) ? inverseOf(name) : undefined;
    const args = this.arguments(name, start);
    if (base !== undefined) args.push(base);
    const value = applyFunction(inverse ?? name, args);
    if (value === undefined) throw new Unreadable(start.at, refusal(name, start.text));
    return raised === undefined || inverse !== undefined ? value : power(value, raised);
  }

  /** The 2 of atan2(y, x), which is taken; a 2 before anything else is a factor of the value. */
  private takesTwo(): boolean {
    const isTwo = this.piece.text === '2' && this.piece.tight && '(^'.includes(this.ahead(1).text || ' ');
    if (!isTwo || !this.holdsComma()) return false;
    this.index++;
    return true;
  }

  /** The exponent of sin^2 x, between a function and its value. */
  private raised(): Expression | undefined {
    if (this.is(RAISED.open)) return this.bracket();
    if (!this.take('^')) return undefined;
    return this.raisedValue();
  }

  private raisedValue(): Expression {
    return this.take('-') ? negate(this.nested(() => this.raisedValue())) : this.operand();
  }

  /** log_2 x, log_(2)(x), log2(x), log2 x. */
  private logarithmBase(): Expression | undefined {
    if (this.take('_')) return this.operand();
    const next = this.ahead(1);
    const isDigitRun = this.piece.kind === 'number' && this.piece.tight && isDigits(this.piece.text);
    const isFollowed = next.kind === 'symbol' ? '([{|'.includes(next.text) : next.kind !== 'end' && !next.tight;
    if (!isDigitRun || !isFollowed) return undefined;
    const base = this.piece.value;
    this.index++;
    return base && { kind: 'number', value: base };
  }

  private arguments(name: Applied, start: Piece): Expression[] {
    if (this.piece.kind === 'symbol' && '([{'.includes(this.piece.text)) return this.inBrackets(isListed(name));
    if (isListed(name) && name !== 'log') throw new Unreadable(this.piece.at, `${start.text} needs its values in brackets.`);
    const isValue =
      this.piece.kind === 'symbol' ? '-+'.includes(this.piece.text) || this.startsBracketed(this.piece.text) : !this.atEnd();
    if (!isValue) throw new Unreadable(this.piece.at, `${start.text} needs a value after it.`);
    return [this.nested(() => this.argument(name))];
  }

  protected command(name: string): Expression {
    const start = this.piece;
    this.index++;
    if (name === 'sqrt') return this.rootCommand();
    const [first, second] = [this.group(start), this.group(start)];
    return name.endsWith('frac') ? divide(first, second) : call('binomial', first, second);
  }

  private rootCommand(): Expression {
    const degree = this.is('[') ? this.bracket() : undefined;
    const radicand = this.group(this.piece);
    return degree === undefined ? call('sqrt', radicand) : power(radicand, divide(1, degree));
  }

  private group(start: Piece): Expression {
    if (this.is('{')) return this.bracket();
    if (this.piece.kind === 'number' || this.piece.kind === 'name') return this.nested(() => this.operand());
    throw new Unreadable(this.piece.kind === 'end' ? start.at : this.piece.at, `Something is missing after \\${start.text}.`);
  }
}

function isMinusOne(e: Expression): boolean {
  return e.kind === 'negate' && e.operand.kind === 'number' && e.operand.value.equals(1);
}

function isIndex(piece: Piece): boolean {
  return piece.kind === 'letters' || piece.kind === 'name' || (piece.kind === 'number' && isDigits(piece.text));
}
