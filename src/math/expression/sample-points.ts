// Where expressions are compared: a fixed sequence of rational points of several kinds, the same for ever. Coordinates are
// dyadic where the domain allows, so that doubles hold them exactly.
import { ONE, Rational, rational, ZERO } from '../rational.ts';
import { childrenOf, type Expression } from './tree.ts';

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
export function samplePoint({ names, domains, integers, landmarks }: Coordinates, index: number): Map<string, Rational> {
  const next = mixer(index);
  const point = new Map<string, Rational>();
  for (const name of names) {
    const domain = domains[name] ?? NO_DOMAIN;
    const isNear = index % 4 === 3 && landmarks.length > 0;
    const value = integers.has(name) ? integer(domain, index, next) : isNear ? beside(landmarks, next) : free(index, next);
    point.set(name, integers.has(name) || contains(domain, value) ? value : within(domain, value, next));
  }
  return point;
}

const NO_DOMAIN: Domain = [null, null];

/** Numbers from 0 to 1 that look random and depend on the index alone (Steele and Vigna's mix of a Weyl sequence). */
function mixer(index: number): () => number {
  let state = Math.imul(index + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The first points share a sign and a scale; later ones mix both, variable by variable. */
function free(index: number, next: () => number): Rational {
  const mixed = index % 3 === 2;
  const scale = SCALES[mixed ? Math.floor(next() * SCALES.length) : Math.floor(index / 2) % SCALES.length] ?? SCALES[0];
  const size = Math.floor(scale.least + next() * (scale.most - scale.least)) | 1;
  const isNegative = index < 4 ? index % 2 === 1 : next() < 0.5;
  return dyadic(isNegative ? -size : size, scale.bits);
}

function dyadic(size: number, bits: number): Rational {
  return Rational.ratio(BigInt(size), 1n << BigInt(bits));
}

/** A little above or below a landmark, its opposite, or halfway to another one. */
function beside(landmarks: readonly Rational[], next: () => number): Rational {
  const pick = () => landmarks[Math.floor(next() * landmarks.length)] ?? ZERO;
  const start = next() < 0.25 ? pick().plus(pick()).over(2) : pick();
  const offset = dyadic(Math.floor((next() - 0.5) * 900) | 1, 10);
  return (next() < 0.3 ? start.negated() : start).plus(offset);
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

const MAX_LANDMARKS = 8;
const FAR = rational(1_000_000);

/** The numbers that are written in the trees, at most eight and none beyond a million. */
export function landmarksOf(trees: readonly Expression[]): Rational[] {
  const found = new Map<string, Rational>();
  for (const tree of trees) collect(tree, found);
  return [...found.values()];
}

function collect(e: Expression, found: Map<string, Rational>): void {
  if (found.size >= MAX_LANDMARKS) return;
  if (e.kind === 'number' && e.value.abs().compare(FAR) < 0) found.set(e.value.toString(), e.value);
  for (const child of childrenOf(e)) collect(child, found);
}
