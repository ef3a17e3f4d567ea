// Reads numbers: decimals with point or comma, and mixed numbers.
import { Rational } from '../rational.ts';
import { isDigits, type Piece, Unreadable } from './pieces.ts';
import { Reading } from './reading.ts';
import { divide, type Expression } from './tree.ts';

export class NumberReading extends Reading {
  private readonly decimalComma: boolean;
  /** Whether a comma here parts the values of a function. */
  protected listed = false;

  constructor(pieces: readonly Piece[], decimalComma: boolean) {
    super(pieces);
    this.decimalComma = decimalComma;
  }

  protected number(first: Piece): Expression {
    this.index++;
    const whole = this.withComma(first);
    return this.mixed(first, whole) ?? whole;
  }

  private withComma(first: Piece): Expression {
    if (this.is('(') && this.piece.tight && first.text.endsWith('.')) return this.repeating(first);
    const value = first.value ?? Rational.integer(0n);
    const plain: Expression = first.decimals ? { kind: 'number', value, decimals: first.decimals } : { kind: 'number', value };
    if (this.listed || !this.decimalComma || !this.is(',') || !this.piece.tight) return plain;
    const digits = this.ahead(1);
    if (digits.kind !== 'number' || !digits.tight || !isDigits(first.text)) return plain;
    return this.comma(first, digits);
  }

  /** 0.(3) is a third. */
  private repeating(first: Piece): Expression {
    const digits = this.ahead(1);
    if (!isDigits(digits.text) || this.ahead(2).text !== ')')
      throw new Unreadable(this.piece.at, 'Put a sign between the point and the bracket.');
    this.index += 3;
    const part = Rational.ratio(BigInt(digits.text), 10n ** BigInt(digits.text.length) - 1n);
    return { kind: 'number', value: part.plus(first.value ?? 0) };
  }

  private comma(first: Piece, digits: Piece): Expression {
    const [part = '', scale = '0'] = digits.text.toLowerCase().split('e');
    if (this.ahead(2).text === ',' || (part.length === 3 && part === digits.text && /^[1-9]\d{0,2}$/.test(first.text)))
      throw new Unreadable(this.piece.at, 'Write this number without its comma, or with a point.');
    if (!isDigits(part)) throw this.unexpected();
    this.index += 2;
    const decimals = Math.max(0, part.length - Number(scale));
    const value = Rational.from(`${first.text}.${part}`).times(Rational.from(10).power(Number(scale)));
    return decimals === 0 ? { kind: 'number', value } : { kind: 'number', value, decimals };
  }

  /** 1 1/2, 1½ and 1\frac{1}{2} are one and a half. */
  private mixed(first: Piece, whole: Expression): Expression | undefined {
    const { kind } = this.piece;
    if ((kind !== 'number' && kind !== 'command') || !isDigits(first.text)) return undefined;
    if (this.index > 1 && this.pieces[this.index - 2]?.text === '/') return undefined;
    if (kind === 'command') return this.piece.text.endsWith('frac') ? this.mixedTeX(whole) : undefined;
    if (this.piece.text.includes('/')) return { kind: 'add', terms: [whole, this.number(this.piece)] };
    if (this.piece.tight || this.ahead(1).text !== '/' || '^!'.includes(this.ahead(3).text || ' ')) return undefined;
    return this.withFraction(whole, this.piece, this.ahead(2), 3);
  }

  private mixedTeX(whole: Expression): Expression | undefined {
    const isBraced = [1, 4].every(step => this.ahead(step).text === '{' && this.ahead(step + 2).text === '}');
    return isBraced
      ? this.withFraction(whole, this.ahead(2), this.ahead(5), 7)
      : this.withFraction(whole, this.ahead(1), this.ahead(2), 3);
  }

  /** The whole number and a proper fraction of whole numbers, which takes so many pieces. */
  private withFraction(whole: Expression, top: Piece, bottom: Piece, pieces: number): Expression | undefined {
    if (!isDigits(top.text) || !isDigits(bottom.text) || !top.value || !bottom.value) return undefined;
    if (top.value.isZero() || top.value.compare(bottom.value) >= 0) return undefined;
    this.index += pieces;
    return { kind: 'add', terms: [whole, divide(top.value, bottom.value)] };
  }
}
