// Spells a tree in the notation of another system, everything in brackets, so that no two systems read a pair differently.
import { writtenRational } from '../../../src/math/expression/exponent.ts';
import type { Expression, FunctionName } from '../../../src/math/expression/tree.ts';
import { writtenOut } from './written-out.ts';

/** What a notation has; a function that `calls` lacks is written out by simpler ones where it can be. */
export interface Notation {
  readonly calls: Calls;
  readonly names: Readonly<Record<string, string>>;
  quotient(numerator: string, denominator: string): string;
  power(base: string, exponent: string): string;
  /** The real root of an odd degree. */
  root(radicand: string, degree: string): string;
}

export type Calls = { readonly [Name in FunctionName]?: (...args: string[]) => string };

/** The system has no way to say it. */
export class Unspeakable extends Error {}

export function spell(e: Expression, notation: Notation): string {
  const inner = (part: Expression) => `(${spell(part, notation)})`;
  switch (e.kind) {
    case 'number':
      return e.value.isInteger()
        ? e.value.numerator.toString()
        : notation.quotient(`(${e.value.numerator})`, `(${e.value.denominator})`);
    case 'constant':
    case 'variable':
      return notation.names[e.name] ?? e.name;
    case 'add':
      return e.terms.map(inner).join('+');
    case 'multiply':
      return e.factors.map(inner).join('*');
    case 'divide':
      return notation.quotient(inner(e.numerator), inner(e.denominator));
    case 'negate':
      return `-${inner(e.operand)}`;
    case 'power':
      return spellPower(e.base, e.exponent, notation);
    case 'call':
      return spellCall(e, notation);
    default:
      throw new Unspeakable(`no way to spell ${JSON.stringify(e)}`);
  }
}

/** A fraction with an odd denominator, which has a real value for negative numbers too. */
function spellPower(base: Expression, exponent: Expression, notation: Notation): string {
  const by = writtenRational(exponent);
  const isOdd = by !== undefined && !by.isInteger() && by.denominator % 2n === 1n;
  const of = `(${spell(base, notation)})`;
  if (!isOdd) return notation.power(of, `(${spell(exponent, notation)})`);
  return notation.power(`(${notation.root(of, by.denominator.toString())})`, `(${by.numerator})`);
}

function spellCall(e: Extract<Expression, { kind: 'call' }>, notation: Notation): string {
  const own = notation.calls[e.name];
  const isKnown = own !== undefined && own.length >= e.args.length;
  if (isKnown) return own(...e.args.map(arg => spell(arg, notation)));
  const simpler = writtenOut(e);
  if (simpler === undefined) throw new Unspeakable(`no ${e.name} in this system`);
  return spell(simpler, notation);
}
