// Where expressions are compared: a fixed sequence of rational points of several kinds, the same for ever. Coordinates are
// dyadic where the domain allows, so that doubles hold them exactly.
import { ONE, type Rational, rational, ZERO } from '../rational.ts';
import { evaluateExact } from './evaluate-exact.ts';
import { writtenRational } from './exponent.ts';
import { variablesOf } from './substitute.ts';
import { childrenOf, type Expression, type FunctionName } from './tree.ts';

/** An open interval; null is without end. */
export type Domain = readonly [Rational | null, Rational | null];

export interface Coordinates {
  readonly names: readonly string[];
  readonly domains: Readonly<Record<string, Domain>>;
  /** Names that stand for integers. */
  readonly integers: ReadonlySet<string>;
  /** Numbers at which something may change: points are also taken beside them. */
  readonly landmarks: readonly Rational[];
}

/** Magnitudes as numerator ranges over 2^bits: near one, below one, large, small, mixed in between. */
const SCALES = [
  { least: 500, most: 4000, bits: 10 },
  { least: 60, most: 1000, bits: 10 },
  { least: 900, most: 7000, bits: 8 },
  { least: 3, most: 100, bits: 12 },
  { least: 500, most: 9000, bits: 6 },
  { least: 500, most: 8000, bits: 2 },
] as const;

/** The point of this index; any index has one. */
export function samplePoint(coordinates: Coordinates, index: number): Map<string, Rational> {
  const { names, domains, integers } = coordinates;
  const near = index > 4 && index % 2 === 1 ? (index - 5) / 2 : -1;
  const landmarks = near >= 0 ? coordinates.landmarks : [];
  const point = new Map<string, Rational>();
  for (const name of names) {
    const position = point.size;
    const domain = domains[name] ?? NO_DOMAIN;
    const isInteger = integers.has(name);
    const value = isInteger
      ? integer(domain, index, mixer(index, position))
      : landmarks.length > 0
        ? beside(landmarks, position === 0 ? near : -1, mixer(index, position))
        : free(index, position);
    point.set(name, isInteger || contains(domain, value) ? value : within(domain, value, mixer(index, position + AGAIN)));
  }
  return point;
}

/** A place of its own for what is drawn a second time. */
const AGAIN = 1000;

const NO_DOMAIN: Domain = [null, null];

/** Numbers from 0 to 1 that look random and depend on both places alone (Steele and Vigna's mix of a Weyl sequence). */
function mixer(index: number, position: number): () => number {
  let state = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(position, 0x85ebca6b);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Of variables without a domain, once drawn. */
const drawn = new Map<number, Rational>();

function free(index: number, position: number): Rational {
  const key = index * AGAIN + position;
  const known = drawn.get(key) ?? draw(index, position, mixer(index, position));
  drawn.set(key, known);
  return known;
}

/** The first points share a scale, and a sign but for the second; later ones mix both, variable by variable. */
function draw(index: number, position: number, next: () => number): Rational {
  const mixed = index % 3 === 2;
  const scale = SCALES[mixed ? Math.floor(next() * SCALES.length) : Math.floor(index / 2) % SCALES.length] ?? SCALES[0];
  const size = Math.floor(scale.least + next() * (scale.most - scale.least)) | 1;
  const isNegative = index === 1 ? position % 2 === 0 : index < 4 ? index === 3 : next() < 0.5;
  return dyadic(isNegative ? -size : size, scale.bits);
}

function dyadic(size: number, bits: number): Rational {
  return rational(size, 2 ** bits);
}

/** A little below and very little above one landmark after the other; then of any, of its opposite, or halfway to another one. */
function beside(landmarks: readonly Rational[], turn: number, next: () => number): Rational {
  const pick = () => landmarks[Math.floor(next() * landmarks.length)] ?? ZERO;
  const isClose = turn >= 0 ? turn % 2 === 1 : next() < 0.3;
  const offset = dyadic(Math.floor(next() * 450) | 1, isClose ? 34 : 10);
  const inTurn = turn < 0 ? undefined : landmarks[turn >> 1];
  if (inTurn !== undefined) return inTurn.plus(isClose ? offset : offset.negated());
  const start = next() < 0.4 ? pick().plus(pick()).over(2) : pick();
  return (next() < 0.3 ? start.negated() : start).plus(next() < 0.5 ? offset.negated() : offset);
}

function contains([low, high]: Domain, value: Rational): boolean {
  return (low === null || value.compare(low) > 0) && (high === null || value.compare(high) < 0);
}

/** Moves a value into the domain: reflected into a half line, spread over a bounded interval. */
function within([low, high]: Domain, value: Rational, next: () => number): Rational {
  if (low !== null && high !== null) return low.plus(high.minus(low).times(dyadic(Math.floor(next() * 4000) + 48, 12)));
  const size = value.isZero() ? ONE : value.abs();
  return low !== null ? low.plus(size) : (high ?? ZERO).minus(size);
}

const INTEGERS = 24;

function integer([low, high]: Domain, index: number, next: () => number): Rational {
  const least = low === null ? 0n : low.floor() + 1n;
  const size = high === null ? BigInt(INTEGERS) : high.ceil() - least;
  const reach = size < BigInt(INTEGERS) ? Number(size) : INTEGERS;
  return rational(least + BigInt(Math.floor(next() * Math.max(1, Math.min(reach, 3 + index)))));
}

const MAX_ROOTS = 6;
const MAX_LANDMARKS = 12;
const FAR = rational(10n ** 12n);

/** Where arguments of functions vanish, and the numbers that are written in the trees: at most twelve, none beyond 10^12. */
export function landmarksOf(trees: readonly Expression[]): Rational[] {
  const found = new Map<string, Rational>();
  for (const tree of trees) collect(tree, found, MAX_ROOTS, kinksOf);
  for (const tree of trees) collect(tree, found, MAX_LANDMARKS, writtenOf);
  return [...found.values()];
}

function collect(
  e: Expression,
  found: Map<string, Rational>,
  most: number,
  landmarks: (e: Expression) => readonly (Rational | undefined)[],
): void {
  for (const value of landmarks(e))
    if (found.size < most && value && value.abs().compare(FAR) < 0) found.set(value.toString(), value);
  if (found.size < most) for (const child of childrenOf(e)) collect(child, found, most, landmarks);
}

function writtenOf(e: Expression): readonly (Rational | undefined)[] {
  if (e.kind === 'number') return [e.value];
  return e.kind === 'power' && e.base.kind === 'number' ? [writtenRational(e)] : NOTHING;
}

const NOTHING: readonly undefined[] = [];
const BENT: ReadonlySet<FunctionName> = new Set([
  ...(['abs', 'sign', 'floor', 'ceil', 'max', 'min'] as const),
  ...(['sqrt', 'ln', 'log', 'tanh', 'sigmoid'] as const),
]);

/** The roots of arguments that are linear in one variable; max(a, b) bends where a − b vanishes. */
function kinksOf(e: Expression): readonly (Rational | undefined)[] {
  if (e.kind === 'power' && writtenRational(e.exponent)?.isInteger() === false) return [linearRoot(e.base)];
  if (e.kind !== 'call' || !BENT.has(e.name)) return NOTHING;
  const [x, y] = e.args;
  return x && y ? [linearRoot({ kind: 'add', terms: [x, { kind: 'negate', operand: y }] })] : e.args.map(linearRoot);
}

function linearRoot(e: Expression): Rational | undefined {
  const [name, ...others] = variablesOf(e);
  if (name === undefined || others.length > 0) return undefined;
  const [low, middle, high] = [0, 1, 2].map(x => evaluateExact(e, { [name]: rational(x) }));
  const slope = low && middle?.minus(low);
  const isLine = slope && middle && !slope.isZero() && high?.minus(middle).equals(slope);
  return isLine ? low.over(slope).negated() : undefined;
}
