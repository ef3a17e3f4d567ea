// What holds for every key of every kind: it can be written, read and judged right; near misses never are; nothing typed throws.
import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { gradePart } from '../../src/answers/grade.ts';
import { equalKeys, kindOf, writeAs, writeKey } from '../../src/answers/kinds.ts';
import { nearMisses } from '../../src/answers/near-misses.ts';
import { showValue } from '../../src/answers/show.ts';
import type { Answer } from '../../src/exercise/answer.ts';
import { plain } from '../../src/exercise/text.ts';
import { anyAnswer } from './arbitrary-answers.ts';

describe('every kind of answer', () => {
  it('reads what it writes, and it is right', () => {
    fc.assert(
      fc.property(anyAnswer, answer => {
        const text = writeKey(answer);
        if (text.length > 200) return;
        expect(gradePart(answer, text), text).toMatchObject({ verdict: 'right' });
        expect(equalKeys(answer, answer.key, answer.key)).toBe(true);
      }),
      { numRuns: 600 },
    );
  }, 60_000);

  it('never takes a near miss for right', () => {
    fc.assert(
      fc.property(anyAnswer, answer => {
        for (const near of nearMisses(answer)) {
          const text = writeAs(answer, near);
          expect(['wrong', 'unreadable'], text).toContain(gradePart(answer, text).verdict);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('shows what it has read, in TeX that can be set and in words', () => {
    fc.assert(
      fc.property(anyAnswer, answer => {
        const reading = kindOf(answer).read(writeKey(answer), answer);
        if (!reading.ok) return;
        const { tex, speech } = showValue(reading.value, answer);
        expect(() => katex.renderToString(tex, { strict: 'error', throwOnError: true }), tex).not.toThrow();
        expect(speech.trim(), tex).not.toBe('');
        expect(speech).not.toMatch(/undefined|NaN|\[object/);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

const PIECES = [
  ...'0123456789xyabe+-*/^=<>()[]{}|,;.: \\_!%√π∞∪≤≥≠±∅ℝ→½²₁−×',
  'inf',
  ' or ',
  ' and ',
  'sqrt',
  '\\frac{1}{2}',
  '\\begin{pmatrix}',
  '\\end{pmatrix}',
  '\\\\',
  '&',
  '10^999',
  '((((',
  '\\{',
  ' U ',
  'x>',
  '[1,2)',
  '\u0000',
  '😀',
  '（',
  'ln',
  '1e9',
];

/** Random text, and keys with a few signs changed. */
function mutated(answer: Answer): fc.Arbitrary<string> {
  const piece = fc.constantFrom(...PIECES);
  const key = writeKey(answer);
  const changes = fc.array(fc.tuple(fc.nat(key.length), fc.nat(3), piece), { minLength: 1, maxLength: 3 });
  const changed = changes.map(list =>
    list.reduce((text, [at, skip, put]) => text.slice(0, at) + put + text.slice(at + skip), key),
  );
  return fc.oneof(
    changed,
    fc.array(piece, { maxLength: 30 }).map(parts => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
}

describe('whatever is typed', () => {
  it('is judged without a throw; what cannot be read has a sentence and a place', () => {
    let slowest = 0;
    fc.assert(
      fc.property(
        anyAnswer.chain(answer => fc.tuple(fc.constant(answer), mutated(answer))),
        ([answer, text]) => {
          const start = performance.now();
          const { verdict, says, at } = gradePart(answer, text);
          slowest = Math.max(slowest, performance.now() - start);
          if (verdict !== 'unreadable') return;
          expect(plain(says), text).toMatch(/\w.*\.$/su);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: Number(process.env.FUZZ ?? 3000) },
    );
    expect(slowest).toBeLessThan(2000);
  }, 300_000);
});
