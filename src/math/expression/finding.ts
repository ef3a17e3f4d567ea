// What one point says about two expressions: in doubles with error bounds, or in many digits. Real values count first; where
// exactly one side is real, the principal complex values are compared.
import type { Rational } from '../rational.ts';
import type { Complex } from './complex.ts';
import { evaluateComplex, MEASURED, preciseComplex } from './evaluate-complex.ts';
import { measure } from './measure.ts';
import { isKnown, isUndefined, type Measured, measuredRational } from './measured.ts';
import { evaluatePrecise, type Precise } from './precise.ts';
import { BITS } from './real.ts';
import type { Expression } from './tree.ts';

/**
 * `complex`: equal beyond the reals; `domain`: one side alone is real, or has a value, and the other differs; `void`: neither
 * is real; `unsure`: more digits are needed.
 */
export type Finding = 'agree' | 'complex' | 'differ' | 'domain' | 'void' | 'unsure';

export type At = ReadonlyMap<string, Rational>;

/** How one side's value compares to the other's: equal, different, not told; or a value is missing. */
type Relation = 'same' | 'different' | 'unsure' | 'neither' | 'one';

interface Rough {
  readonly finding: Finding;
  /** Of the values that agree. */
  readonly size: number;
}

export function roughFinding(a: Expression, b: Expression, at: At): Rough {
  const x = measure(a, at);
  const y = measure(b, at);
  const relation = relateDoubles(x, y, Math.max(Math.abs(x.value), Math.abs(y.value)));
  const finding = relation === 'one' ? beyond(roughRelation(a, b, inDoubles(at))) : asReal(relation);
  return { finding, size: Math.abs(x.value) };
}

/** With more than the usual bits for real values only. */
export function preciseFinding(a: Expression, b: Expression, at: At, bits = BITS): Finding {
  const [x, y] = [evaluatePrecise(a, at, bits), evaluatePrecise(b, at, bits)];
  const relation = relatePrecise(x, y, Math.max(magnitude(x), magnitude(y)));
  if (relation !== 'one') return asReal(relation);
  return bits > BITS ? 'unsure' : beyond(preciseRelation(a, b, at));
}

/** Of the principal complex values, where neither side is real. */
export function complexFinding(a: Expression, b: Expression, at: At): Finding {
  const rough = roughRelation(a, b, inDoubles(at));
  const relation = rough === 'different' ? rough : preciseRelation(a, b, at);
  if (relation === 'same') return 'complex';
  return relation === 'one' ? 'domain' : asReal(relation);
}

function asReal(relation: Relation): Finding {
  return FINDINGS[relation];
}

const FINDINGS = { same: 'agree', different: 'differ', unsure: 'unsure', neither: 'void', one: 'domain' } as const;

/** What the complex values say where one side alone is real. */
function beyond(relation: Relation): Finding {
  return relation === 'same' ? 'complex' : relation === 'unsure' ? 'unsure' : 'domain';
}

function inDoubles(at: At): Map<string, Measured> {
  const point = new Map<string, Measured>();
  for (const [name, value] of at) point.set(name, measuredRational(value));
  return point;
}

const TIGHT = 1e-9;

function relateDoubles(x: Measured, y: Measured, size: number): Relation {
  const noX = isUndefined(x);
  const noY = isUndefined(y);
  if (noX && noY) return 'neither';
  if (!isKnown(x) || !isKnown(y)) return 'unsure';
  if (noX || noY) return 'one';
  const error = x.error + y.error;
  if (Math.abs(x.value - y.value) > error) return 'different';
  return error <= TIGHT * size ? 'same' : 'unsure';
}

/** Bits to which values must be known to be called equal: relative to their size, absolute where both may be zero. */
const RELATIVE = 80;
const ABSOLUTE = 100;

function relatePrecise(x: Precise, y: Precise, size: number): Relation {
  if (x === 'none' && y === 'none') return 'neither';
  if (x === 'beyond' || y === 'beyond') return 'unsure';
  if (x === 'none' || y === 'none') return 'one';
  const difference = x.minus(y);
  if (difference.sign() !== 0) return 'different';
  const areZero = x.sign() === 0 && y.sign() === 0;
  const bound = areZero ? Math.max(-ABSOLUTE, size - RELATIVE) : size - RELATIVE;
  return size < Number.POSITIVE_INFINITY && difference.uncertainty() <= bound ? 'same' : 'unsure';
}

function magnitude(x: Precise): number {
  return typeof x === 'string' ? Number.NEGATIVE_INFINITY : x.magnitude();
}

function roughRelation(a: Expression, b: Expression, point: ReadonlyMap<string, Measured>): Relation {
  const [x, y] = [evaluateComplex(a, point, MEASURED), evaluateComplex(b, point, MEASURED)];
  const size = Math.max(...[x.re, x.im, y.re, y.im].map(part => Math.abs(part.value)));
  return joined(x, y, (p, q) => relateDoubles(p, q, size));
}

function preciseRelation(a: Expression, b: Expression, at: At): Relation {
  const arithmetic = preciseComplex(BITS);
  const point = new Map([...at].map(([name, value]) => [name, arithmetic.real.rational(value)]));
  const [x, y] = [evaluateComplex(a, point, arithmetic), evaluateComplex(b, point, arithmetic)];
  const size = Math.max(...[x.re, x.im, y.re, y.im].map(magnitude));
  return joined(x, y, (p, q) => relatePrecise(p, q, size));
}

/** Both parts are the same, or one of them tells. */
function joined<T>(x: Complex<T>, y: Complex<T>, relate: (p: T, q: T) => Relation): Relation {
  const [first, second] = [relate(x.re, y.re), relate(x.im, y.im)];
  if (first === 'different' || second === 'different') return 'different';
  return first === 'same' ? second : first;
}
