// What can be said by looking at trees: which names occur, which count something, and whether there are real values everywhere.
import { writtenRational } from './exponent.ts';
import { variablesOf } from './substitute.ts';
import type { Expression, FunctionName } from './tree.ts';

const PARTIAL: ReadonlySet<FunctionName> = new Set([
  'sqrt',
  'ln',
  'log',
  'asin',
  'acos',
  'acosh',
  'atanh',
  'factorial',
  'binomial',
]);

const NONE: ReadonlySet<string> = new Set();

/** Of all the trees together, gathered in one walk. */
export class Traits {
  /** Each once, in the order in which they are read first. */
  readonly names: string[] = [];
  /** Those that only make sense as integers: inside factorials and binomials, and in exponents of negative numbers. */
  integers: ReadonlySet<string> = NONE;
  /** Whether all have a value everywhere but on a null set: nothing in them but functions of all reals, and quotients. */
  isTotal = true;
  /** Whether all are sums, products, quotients and integer powers of numbers and variables. */
  isRational = true;
  hasInfinity = false;

  constructor(trees: readonly Expression[]) {
    this.lookAt(trees);
  }

  private lookAt(parts: readonly Expression[]): void {
    for (const part of parts) this.look(part);
  }

  private look(e: Expression): void {
    switch (e.kind) {
      case 'variable':
        if (!this.names.includes(e.name)) this.names.push(e.name);
        return;
      case 'constant':
        this.isRational = false;
        this.hasInfinity ||= e.name === 'infinity';
        return;
      case 'add':
        this.lookAt(e.terms);
        break;
      case 'multiply':
        this.lookAt(e.factors);
        break;
      case 'negate':
        this.look(e.operand);
        break;
      case 'divide':
        this.look(e.numerator);
        this.look(e.denominator);
        break;
      case 'power':
        this.lookAtPower(e.base, e.exponent);
        break;
      case 'call':
        this.lookAtCall(e);
        break;
    }
  }

  private lookAtCall(e: Expression & { kind: 'call' }): void {
    this.isRational = false;
    this.isTotal &&= !PARTIAL.has(e.name);
    if (e.name === 'factorial' || e.name === 'binomial') this.count(variablesOf(e));
    this.lookAt(e.args);
  }

  protected count(names: readonly string[]): void {
    if (names.length > 0) this.integers = new Set([...this.integers, ...names]);
  }

  private lookAtPower(base: Expression, exponent: Expression): void {
    const by = writtenRational(exponent);
    const sign = writtenRational(base)?.sign() ?? 0;
    this.isRational &&= by?.bottom === 1;
    if (by === undefined) this.isTotal &&= sign > 0 || (base.kind === 'constant' && base.name === 'e');
    else this.isTotal &&= by.isInteger() || by.denominator % 2n === 1n;
    if (sign < 0) this.count(variablesOf(exponent));
    this.look(base);
    this.look(exponent);
  }
}
