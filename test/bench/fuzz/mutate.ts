// A text with a few slips of the finger: signs left out, put in, doubled, swapped or replaced.
import type { Rng } from '../../../src/exercise/rng.ts';

type Slip = (rng: Rng, text: string, at: number, tokens: readonly string[]) => string;

const SLIPS: readonly Slip[] = [
  (_, text, at) => text.slice(0, at) + text.slice(at + 1),
  (rng, text, at, tokens) => text.slice(0, at) + rng.pick(tokens) + text.slice(at),
  (_, text, at) => text.slice(0, at) + text.slice(at, at + 1) + text.slice(at),
  (_, text, at) => text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2),
  (rng, text, at, tokens) => text.slice(0, at) + rng.pick(tokens) + text.slice(at + 1),
  (rng, text, at) => text.slice(0, at) + text.slice(at, at + rng.int(1, 9)).repeat(rng.int(1, 20)) + text.slice(at),
  (_, text, at) => text.slice(at) + text.slice(0, at),
];

/** One to four slips; what is put in comes from `tokens`. */
export function mutated(rng: Rng, text: string, tokens: readonly string[]): string {
  let now = text;
  for (let slips = rng.int(1, 4); slips > 0; slips--) now = rng.pick(SLIPS)(rng, now, rng.int(0, now.length), tokens);
  return now;
}

const CHANGES: readonly ((rng: Rng, found: string) => string)[] = [
  (rng, digits) => String(Number(digits) + rng.nonzero(-2, 2)),
  (_, digits) => `${digits}.0`,
  (rng, digits) => `${digits}.${rng.int(0, 99)}`,
  (rng, digits) => `(${digits}+${rng.int(0, 3)})`,
  (rng, digits) => `${Number(digits) * rng.int(1, 3)}/${rng.int(1, 3)}`,
  (_, digits) => `-${digits}`,
  (_, digits) => `sqrt(${digits})`,
  (rng, digits) => `${digits}^${rng.int(0, 3)}`,
  (_, digits) => `${digits}%`,
  (_, digits) => `${digits}e0`,
];

/** Still to be read, mostly: one or two of its numbers or signs are others. */
export function slips(rng: Rng, text: string): string {
  let now = text;
  for (let count = rng.int(1, 2); count > 0; count--) {
    const numbers = [...now.matchAll(/(?<![\d.eE_])\d{1,9}(?![\d.])/g)];
    if (numbers.length === 0) return now.replace(/[-+*/<>≤≥]/, () => rng.pick(['+', '-', '*', '/', '<', '>', '≤']));
    const { index, 0: digits } = rng.pick(numbers);
    now = now.slice(0, index) + rng.pick(CHANGES)(rng, digits) + now.slice(index + digits.length);
  }
  return now;
}
