// Short digests: what a set's exercises were, whether a link came whole, and a skill's permanent number.
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { digits } from './digits.ts';

/** Of SHA-256, three bytes: a whole number below 2^24. */
export function shortHash(text: string, from = 0): number {
  const [high = 0, middle = 0, low = 0] = sha256(utf8ToBytes(text)).subarray(from);
  return (high << 16) | (middle << 8) | low;
}

/** Of texts that tell each exercise of a set, in their order: eight digits. */
export function digestOf(exercises: readonly string[]): string {
  const text = exercises.join('\n');
  return digits(shortHash(text), 4) + digits(shortHash(text, 3), 4);
}

/** The number that stands for a skill in links, for ever; a test holds that no two skills have the same. */
export function codeOf(skill: string): number {
  const code = codes.get(skill) ?? shortHash(skill);
  codes.set(skill, code);
  return code;
}

/** Those that were asked for: reading a link asks for all. */
const codes = new Map<string, number>();
