// Short digests: what a set's exercises were, whether a link came whole, and a skill's permanent number.
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { digits } from './digits.ts';

/** Digits of a digest of a set, and of the check of a link. */
export const LENGTH = { digest: 8, check: 4 } as const;

/** Of texts that tell each exercise of a set, in their order. */
export function digestOf(exercises: readonly string[]): string {
  const [first, second] = hashOf(exercises.join('\n'));
  return digits(first, 4) + digits(second, 4);
}

/** Tells whether the rest of a link came as it was sent. */
export function checkOf(text: string): string {
  return digits(hashOf(text)[0], LENGTH.check);
}

/** The first six bytes of SHA-256, as two whole numbers below 2^24. */
function hashOf(text: string): readonly [number, number] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = sha256(utf8ToBytes(text));
  return [(a << 16) | (b << 8) | c, (d << 16) | (e << 8) | f];
}

/** The number that stands for a skill in links, for ever; a test holds that no two skills have the same. */
export function codeOf(skill: string): number {
  const code = codes.get(skill) ?? hashOf(skill)[0];
  codes.set(skill, code);
  return code;
}

/** Those that were asked for: reading a link asks for all. */
const codes = new Map<string, number>();
