// The recursive descent behind parse.ts: one method a rule of the grammar.
import type { Applied } from './application.ts';
import { RAISED } from './folding.ts';
import { NameReading } from './name-reading.ts';
import { CLOSERS, CLOSING, END, type Piece, Unreadable } from './pieces.ts';
import { shown } from './reading.ts';
import { call, constant, divide, type Expression, multiply, negate, power } from './tree.ts';

export class Grammar extends NameReading {
  /** Open | signs since the last bracket. */
  private bars = 0;

  /** The whole text as one expression. Throws Unreadable. */
  read(): Expression {
    if (this.atEnd()) throw new Unreadable(0, 'Nothing is typed yet.');
    const value = this.sum();
    if (!this.atEnd()) throw this.unexpected();
    return value;
  }

  private sum(): Expression {
    const first = this.signedProduct();
    let terms: Expression[] | undefined;
    for (let minus = this.is('-'); minus || this.is('+'); minus = this.is('-')) {
      this.index++;
      const operand = this.signedProduct();
      const term: Expression = minus ? { kind: 'negate', operand } : operand;
      if (terms) terms.push(term);
      else terms = [first, term];
    }
    return terms ? { kind: 'add', terms } : first;
  }

  private signedProduct(): Expression {
    if (this.take('-')) return negate(this.nested(() => this.signedProduct()));
    if (this.take('+')) return this.nested(() => this.signedProduct());
    return this.product();
  }

  private product(): Expression {
    let value = this.power();
    let factors: Expression[] | undefined;
    for (let last = value; ; last = factors?.at(-1) ?? value) {
      if (this.take('/')) {
        value = { kind: 'divide', numerator: value, denominator: this.factor() };
        factors = undefined;
        continue;
      }
      if (!this.is('*') && !this.startsOperand()) return value;
      const factor = this.take('*') ? this.factor() : this.isNextPower(last) ? this.power() : this.juxtaposed();
      if (factors) factors.push(factor);
      else {
        factors = [value, factor];
        value = { kind: 'multiply', factors };
      }
    }
  }

  /** 2^x 3^y is a product of powers, where 2^x 3 could be a slip. */
  private isNextPower(before: Expression | undefined): boolean {
    return before?.kind === 'power' && this.piece.kind === 'number' && !this.piece.tight && this.ahead(1).text === '^';
  }

  /** A factor after × or ÷ may carry its own sign. */
  private factor(): Expression {
    if (this.take('-')) return negate(this.nested(() => this.factor()));
    if (this.take('+')) return this.nested(() => this.factor());
    return this.power();
  }

  private juxtaposed(): Expression {
    const before = this.pieces[this.index - 1] ?? END;
    if (this.piece.kind !== 'number') return this.power();
    if (before.kind === 'number') throw new Unreadable(this.piece.at, 'Two numbers stand side by side. Put a sign between them.');
    if (before.kind === 'name')
      throw new Unreadable(this.piece.at, `Put a sign between ${before.text} and ${this.piece.text}, or write the number first.`);
    return this.power();
  }

  private power(): Expression {
    const base = this.postfix();
    if (!this.take('^')) return base;
    return { kind: 'power', base, exponent: this.nested(() => this.exponent()) };
  }

  private exponent(): Expression {
    if (this.take('-')) return negate(this.nested(() => this.exponent()));
    if (this.take('+')) return this.nested(() => this.exponent());
    return this.power();
  }

  private postfix(): Expression {
    const first = this.piece;
    let value = this.operand();
    for (;;) {
      if (this.take('!')) value = call('factorial', value);
      else if (this.take('°')) value = multiply(value, divide(constant('pi'), 180));
      else if (this.is('%')) value = this.percent(value, first);
      else if (this.is(RAISED.open)) value = power(value, this.bracket());
      else if (this.takesChoose()) value = call('binomial', value, this.operand());
      else return value;
    }
  }

  /** 5 choose 2, 5 nCr 2 and 5C2, where C is no name of the exercise. */
  private takesChoose(): boolean {
    const { piece } = this;
    const isBetween = piece.kind === 'name' && piece.name.name === 'binomial' && piece.name.kind === 'function';
    if (!isBetween || this.ahead(1).text === '(') return false;
    this.index++;
    return true;
  }

  private percent(value: Expression, first: Piece): Expression {
    if (value.kind !== 'number' || first.kind !== 'number')
      throw new Unreadable(this.piece.at, 'The % sign belongs after a number.');
    this.index++;
    return { kind: 'number', value: value.value.over(100), decimals: (value.decimals ?? 0) + 2 };
  }

  private startsOperand(): boolean {
    const { piece } = this;
    if (piece.kind !== 'symbol') return piece.kind !== 'end';
    return piece.text === '|' ? this.bars === 0 : STARTS.has(piece.text);
  }

  protected operand(): Expression {
    const { piece } = this;
    if (piece.kind === 'number') return this.number(piece);
    if (piece.kind === 'name') return this.name(piece.name);
    if (piece.kind === 'command') return this.command(piece.text);
    if (piece.kind !== 'symbol' || !this.startsBracketed(piece.text)) throw this.missing();
    if (piece.text === '|') return this.absolute();
    if (piece.text === '⌊' || piece.text === '⌈') return call(piece.text === '⌊' ? 'floor' : 'ceil', this.bracket());
    if (CLOSING[piece.text] !== undefined) return this.bracket();
    this.index++;
    if (piece.text === '∞') return constant('infinity');
    const radicand = this.nested(() => this.power());
    return piece.text === '√' ? call('sqrt', radicand) : power(radicand, divide(1, 3));
  }

  protected startsBracketed(text: string): boolean {
    return text === '|' || STARTS.has(text);
  }

  /** The inside of any bracket; a raised run is one too. */
  protected bracket(): Expression {
    return this.inBrackets(false)[0];
  }

  /** One value, or several parted by commas or semicolons where a function takes several. */
  protected inBrackets(several: boolean): [Expression, ...Expression[]] {
    const opening = this.piece;
    const { bars, listed } = this;
    this.index++;
    this.bars = 0;
    this.listed = several;
    const values = this.items(several);
    while (several && (this.take(',') || this.take(';'))) values.push(...this.items(true));
    this.close(opening);
    this.bars = bars;
    this.listed = listed;
    return values;
  }

  /** One value, or those of a list inside the list: max([1, 2, 3]). */
  private items(several: boolean): [Expression, ...Expression[]] {
    return several && (this.is('[') || this.is('{')) && this.holdsComma()
      ? this.inBrackets(true)
      : [this.nested(() => this.sum())];
  }

  private close(opening: Piece): void {
    const closing = CLOSING[opening.text] ?? '';
    if (this.take(closing)) return;
    if (this.piece.kind === 'end') throw new Unreadable(opening.at, 'There is a bracket that is not closed.');
    if (CLOSERS.has(this.piece.text))
      throw new Unreadable(
        this.piece.at,
        `This bracket is opened by ${shown(opening.text)} and closed by ${shown(this.piece.text)}.`,
      );
    throw this.unexpected();
  }

  private absolute(): Expression {
    const opening = this.piece;
    this.index++;
    this.bars++;
    const value = this.nested(() => this.sum());
    this.bars--;
    if (!this.take('|'))
      throw this.piece.kind === 'end' ? new Unreadable(opening.at, 'There is a | sign without its partner.') : this.unexpected();
    return call('abs', value);
  }

  /** What a function without brackets takes: a root one power, others the juxtaposed factors. */
  protected argument(name: Applied): Expression {
    return name === 'sqrt' || name === 'cbrt' ? this.power() : this.bareArgument();
  }

  /** Juxtaposed factors up to the next function, bracket or written sign. */
  private bareArgument(): Expression {
    if (this.take('-')) return negate(this.nested(() => this.bareArgument()));
    if (this.take('+')) return this.nested(() => this.bareArgument());
    const first = this.power();
    if (!this.continuesArgument()) return first;
    const factors = [first];
    while (this.continuesArgument()) factors.push(this.juxtaposed());
    return { kind: 'multiply', factors };
  }

  private continuesArgument(): boolean {
    const { piece } = this;
    if (piece.kind === 'name') return piece.name.kind !== 'function';
    if (piece.kind === 'number') return true;
    return this.startsOperand() && this.pieces[this.index - 1]?.kind === 'number';
  }
}

/** Signs that an operand may begin with, beside |. */
const STARTS: ReadonlySet<string> = new Set('([{⌊⌈√∛∞');
