// The recursive descent behind parse.ts: one method a rule of the grammar.
import { Rational } from '../rational.ts';
import { type Applied, applyFunction, arityMessage, inverseOf, isListed } from './application.ts';
import type { Name, Vocabulary } from './names.ts';
import { RAISED, type Token, Unreadable } from './tokens.ts';
import { call, constant, divide, type Expression, negate, power, variable } from './tree.ts';

const MAX_DEPTH = 32;
const CLOSING: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '⌊': '⌋',
  '⌈': '⌉',
  [RAISED.open]: RAISED.close,
};
const CLOSERS = new Set(Object.values(CLOSING));
const SHOWN: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−' };

export type Piece = Token | (Omit<Token, 'kind'> & { readonly kind: 'name'; readonly name: Name });

export class Grammar {
  private readonly pieces: readonly Piece[];
  private readonly vocabulary: Vocabulary;
  private readonly decimalComma: boolean;
  private index = 0;
  private depth = 0;
  /** Open | signs since the last bracket. */
  private bars = 0;
  /** Whether a comma here parts the values of a function. */
  private listed = false;

  constructor(tokens: readonly Token[], vocabulary: Vocabulary, decimalComma: boolean) {
    this.vocabulary = vocabulary;
    this.decimalComma = decimalComma;
    this.pieces = this.named(tokens);
  }

  read(): Expression {
    if (this.atEnd()) throw new Unreadable(0, 'Nothing is typed yet.');
    const value = this.sum();
    if (!this.atEnd()) throw this.unexpected();
    return value;
  }

  // ---- the stream of pieces

  private named(tokens: readonly Token[]): Piece[] {
    const pieces: Piece[] = [];
    tokens.forEach((token, index) => {
      if (token.kind !== 'letters' || isSubscript(tokens, index)) pieces.push(token);
      else pieces.push(...this.split(token));
    });
    return pieces;
  }

  private split(token: Token): Piece[] {
    const names = this.vocabulary.split(token.text);
    const start = token.end - token.text.length;
    if ('stuck' in names) throw this.unknown(token.text, names.stuck, start);
    return names.map((name, index) => ({
      kind: 'name',
      text: token.text.slice(name.from, name.to),
      at: index === 0 ? token.at : start + name.from,
      end: start + name.to,
      tight: index > 0 || token.tight,
      name,
    }));
  }

  private unknown(run: string, stuck: number, start: number): Unreadable {
    const letter = String.fromCodePoint(run.codePointAt(stuck) ?? 0);
    const names = this.vocabulary.list();
    const hint = names === '' ? 'No letter is needed here.' : `Use ${names}.`;
    return new Unreadable(start + stuck, `The letter ${letter} has no meaning in this exercise. ${hint}`);
  }

  private get piece(): Piece {
    return this.pieces[this.index] ?? END;
  }

  private atEnd(): boolean {
    return this.piece.kind === 'end';
  }

  private ahead(steps: number): Piece {
    return this.pieces[this.index + steps] ?? END;
  }

  private is(text: string): boolean {
    return this.piece.kind === 'symbol' && this.piece.text === text;
  }

  private take(text: string): boolean {
    if (!this.is(text)) return false;
    this.index++;
    return true;
  }

  /** Runs one nested rule; too many of them are refused before the stack is. */
  private nested<T>(rule: () => T): T {
    if (++this.depth > MAX_DEPTH) throw new Unreadable(this.piece.at, 'This is nested too deeply to be read.');
    const value = rule();
    this.depth--;
    return value;
  }

  // ---- what went wrong

  private unexpected(): Unreadable {
    const { piece } = this;
    if (CLOSERS.has(piece.text)) return new Unreadable(piece.at, 'There is a closing bracket without an opening one.');
    if (piece.text === '=') return new Unreadable(piece.at, 'An equals sign has no place here.');
    if (piece.text === ',' || piece.text === ';')
      return new Unreadable(piece.at, `A ${piece.text === ',' ? 'comma' : 'semicolon'} has no place here.`);
    if (piece.text === '|') return new Unreadable(piece.at, 'There is a | sign without its partner.');
    return new Unreadable(piece.at, `The sign ${SHOWN[piece.text] ?? piece.text} has no place here.`);
  }

  private missing(): Unreadable {
    const { piece } = this;
    const before = this.pieces[this.index - 1];
    const sign = before?.kind === 'symbol' ? before.text : undefined;
    if (sign !== undefined && CLOSING[piece.text] === undefined && CLOSING[sign] === piece.text)
      return new Unreadable(piece.at, 'There is nothing between these brackets.');
    if (sign !== undefined && '+-*/^_√∛'.includes(sign))
      return new Unreadable(piece.at, `Something is missing after the ${SHOWN[sign] ?? sign} sign.`);
    if (piece.kind === 'end') return this.unclosed(sign);
    if (piece.kind === 'symbol' && '*/^!%_'.includes(piece.text))
      return new Unreadable(piece.at, `Something is missing before the ${SHOWN[piece.text] ?? piece.text} sign.`);
    return this.unexpected();
  }

  private unclosed(sign: string | undefined): Unreadable {
    if (sign === '|') return new Unreadable(this.piece.at, 'There is a | sign without its partner.');
    return new Unreadable(
      this.piece.at,
      sign === undefined ? 'Something is missing here.' : 'There is a bracket that is not closed.',
    );
  }

  // ---- the rules

  private sum(): Expression {
    const terms = [this.signedProduct()];
    while (this.is('+') || this.is('-')) {
      const minus = this.is('-');
      this.index++;
      const term = this.signedProduct();
      terms.push(minus ? negate(term) : term);
    }
    return terms.length === 1 && terms[0] ? terms[0] : { kind: 'add', terms };
  }

  private signedProduct(): Expression {
    if (this.take('-')) return negate(this.nested(() => this.signedProduct()));
    if (this.take('+')) return this.nested(() => this.signedProduct());
    return this.product();
  }

  private product(): Expression {
    let factors = [this.power()];
    for (;;) {
      if (this.take('*')) factors.push(this.factor());
      else if (this.take('/')) factors = [divide(productOf(factors), this.factor())];
      else if (this.startsOperand()) factors.push(this.juxtaposed());
      else return productOf(factors);
    }
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
    return power(
      base,
      this.nested(() => this.exponent()),
    );
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
      else if (this.is('%')) value = this.percent(value, first);
      else if (this.is(RAISED.open)) value = power(value, this.bracket());
      else return value;
    }
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
    return (
      (CLOSING[piece.text] !== undefined && piece.text !== RAISED.open) ||
      '√∛∞'.includes(piece.text) ||
      (piece.text === '|' && this.bars === 0)
    );
  }

  private operand(): Expression {
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

  private startsBracketed(text: string): boolean {
    return (CLOSING[text] !== undefined && text !== RAISED.open) || '√∛∞|'.includes(text);
  }

  /** The inside of any bracket; a raised run is one too. */
  private bracket(): Expression {
    return this.inBrackets(false)[0];
  }

  /** One value, or several parted by commas or semicolons where a function takes several. */
  private inBrackets(several: boolean): [Expression, ...Expression[]] {
    const opening = this.piece;
    const { bars, listed } = this;
    this.index++;
    this.bars = 0;
    this.listed = several;
    const values: [Expression, ...Expression[]] = [this.nested(() => this.sum())];
    while (several && (this.take(',') || this.take(';'))) values.push(this.nested(() => this.sum()));
    this.close(opening);
    this.bars = bars;
    this.listed = listed;
    return values;
  }

  private close(opening: Piece): void {
    const closing = CLOSING[opening.text] ?? '';
    if (this.take(closing)) return;
    if (this.piece.kind === 'end') throw new Unreadable(opening.at, 'There is a bracket that is not closed.');
    if (CLOSERS.has(this.piece.text))
      throw new Unreadable(this.piece.at, `This bracket is opened by ${opening.text} and closed by ${this.piece.text}.`);
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

  // ---- numbers

  private number(first: Piece): Expression {
    this.index++;
    const whole = this.withComma(first);
    return this.mixed(first, whole) ?? whole;
  }

  private withComma(first: Piece): Expression {
    const value = first.value ?? Rational.integer(0n);
    const plain: Expression = first.decimals ? { kind: 'number', value, decimals: first.decimals } : { kind: 'number', value };
    const digits = this.ahead(1);
    const isComma = !this.listed && this.decimalComma && this.is(',') && this.piece.tight;
    if (!isComma || digits.kind !== 'number' || !digits.tight || !isDigits(first.text)) return plain;
    return this.comma(first, digits);
  }

  private comma(first: Piece, digits: Piece): Expression {
    const [part = '', scale = '0'] = digits.text.toLowerCase().split('e');
    if (this.ahead(2).text === ',' || (part.length === 3 && part === digits.text && /^[1-9]\d{0,2}$/.test(first.text)))
      throw new Unreadable(
        this.piece.at,
        'A comma may be a decimal point or group thousands. Write the number without it, or with a point.',
      );
    if (!isDigits(part)) throw this.unexpected();
    this.index += 2;
    const decimals = Math.max(0, part.length - Number(scale));
    const value = Rational.from(`${first.text}.${part}`).times(Rational.from(10).power(Number(scale)));
    return decimals === 0 ? { kind: 'number', value } : { kind: 'number', value, decimals };
  }

  /** 1 1/2, 1½ and 1\frac{1}{2} are one and a half. */
  private mixed(first: Piece, whole: Expression): Expression | undefined {
    if (!isDigits(first.text)) return undefined;
    if (this.piece.kind === 'command' && this.piece.text.endsWith('frac')) return this.mixedTeX(whole);
    if (this.piece.kind !== 'number') return undefined;
    if (this.piece.text.includes('/')) return { kind: 'add', terms: [whole, this.number(this.piece)] };
    const [top, slash, bottom] = [this.piece, this.ahead(1), this.ahead(2)];
    if (top.tight || slash.text !== '/' || !isDigits(top.text) || !isDigits(bottom.text) || !isProper(top, bottom))
      return undefined;
    if (this.ahead(3).text === '^' || this.ahead(3).text === '!') return undefined;
    this.index += 3;
    return { kind: 'add', terms: [whole, divide(top.value ?? 0, bottom.value ?? 1)] };
  }

  private mixedTeX(whole: Expression): Expression | undefined {
    const start = this.index;
    const fraction = this.command(this.piece.text);
    const [top, bottom] = fraction.kind === 'divide' ? [fraction.numerator, fraction.denominator] : [];
    if (top?.kind === 'number' && bottom?.kind === 'number' && top.value.isInteger() && top.value.compare(bottom.value) < 0)
      return { kind: 'add', terms: [whole, fraction] };
    this.index = start;
    return undefined;
  }

  // ---- names and calls

  private name(name: Name): Expression {
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

  private holdsComma(): boolean {
    let depth = 0;
    for (let step = 0; this.ahead(step).kind !== 'end'; step++) {
      const { text } = this.ahead(step);
      if (CLOSING[text] !== undefined) depth++;
      if (CLOSERS.has(text) && --depth === 0) return false;
      if (depth === 1 && (text === ',' || text === ';')) return true;
    }
    return false;
  }

  private application(name: Applied, start: Piece): Expression {
    const base = name === 'log' ? this.logarithmBase() : undefined;
    const raised = this.raised();
    const inverse = raised !== undefined && isMinusOne(raised) ? inverseOf(name) : undefined;
    const args = this.arguments(name, start);
    if (base !== undefined) args.push(base);
    const value = applyFunction(inverse ?? name, args);
    if (value === undefined) throw new Unreadable(start.at, arityMessage(name, start.text));
    return raised === undefined || inverse !== undefined ? value : power(value, raised);
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
    const isBase = this.piece.kind === 'number' && this.piece.tight && isDigits(this.piece.text);
    if (
      !isBase ||
      !((next.kind === 'symbol' && '([{|'.includes(next.text)) || (next.kind !== 'end' && next.kind !== 'symbol' && !next.tight))
    )
      return undefined;
    const base = this.piece.value;
    this.index++;
    return base && { kind: 'number', value: base };
  }

  private arguments(name: Applied, start: Piece): Expression[] {
    if (this.piece.kind === 'symbol' && '([{'.includes(this.piece.text)) return this.inBrackets(isListed(name));
    if (isListed(name) && name !== 'log') throw new Unreadable(this.piece.at, `${start.text} needs its values in brackets.`);
    if (
      this.piece.kind === 'end' ||
      (this.piece.kind === 'symbol' && !'-+'.includes(this.piece.text) && !this.startsBracketed(this.piece.text))
    )
      throw new Unreadable(this.piece.at, `${start.text} needs a value after it.`);
    return [this.nested(() => (name === 'sqrt' || name === 'cbrt' ? this.power() : this.bareArgument()))];
  }

  /** Juxtaposed factors up to the next function, bracket or written sign. */
  private bareArgument(): Expression {
    if (this.take('-')) return negate(this.nested(() => this.bareArgument()));
    if (this.take('+')) return this.nested(() => this.bareArgument());
    const factors = [this.power()];
    while (this.continuesArgument()) factors.push(this.juxtaposed());
    return productOf(factors);
  }

  private continuesArgument(): boolean {
    const { piece } = this;
    if (piece.kind === 'name') return piece.name.kind !== 'function';
    if (piece.kind === 'number') return true;
    return this.startsOperand() && this.pieces[this.index - 1]?.kind === 'number';
  }

  // ---- TeX commands

  private command(name: string): Expression {
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

const END: Piece = { kind: 'end', text: '', at: 0, end: 0, tight: false };

function productOf(factors: readonly Expression[]): Expression {
  return factors.length === 1 && factors[0] ? factors[0] : { kind: 'multiply', factors };
}

function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}

function isProper(top: Piece, bottom: Piece): boolean {
  return top.value !== undefined && bottom.value !== undefined && !top.value.isZero() && top.value.compare(bottom.value) < 0;
}

function isMinusOne(e: Expression): boolean {
  return e.kind === 'negate' && e.operand.kind === 'number' && e.operand.value.equals(1);
}

function isIndex(piece: Piece): boolean {
  return piece.kind === 'letters' || piece.kind === 'name' || (piece.kind === 'number' && isDigits(piece.text));
}

/** Letters right after an underscore, also inside its braces, are a subscript and no names. */
function isSubscript(tokens: readonly Token[], index: number): boolean {
  let before = index - 1;
  while (before >= 0 && (tokens[before]?.kind === 'number' || tokens[before]?.kind === 'letters')) before--;
  if (tokens[before]?.text === '{') before--;
  else if (before !== index - 1) return false;
  const isBase = /lo?g$/.test(tokens[before - 1]?.text ?? '');
  return before >= 0 && tokens[before]?.text === '_' && !isBase;
}
