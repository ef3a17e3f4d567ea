import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalCode, huffmanLengths, isPrefixFree, kraftSum, meanLength } from '../../src/math/huffman.ts';
import { rational } from '../../src/math/rational.ts';
import { probabilities } from './arbitraries.ts';

const lengthLists = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 });

test('a prefix code exists exactly where Kraft’s sum is at most 1', () => {
  fc.assert(
    fc.property(lengthLists, lengths => {
      const words = canonicalCode(lengths);
      expect(words === undefined).toBe(kraftSum(lengths).compare(1) > 0);
      if (!words) return;
      expect(words.map(word => word.length)).toEqual(lengths);
      expect(isPrefixFree(words)).toBe(true);
    }),
  );
});

test('prefix-free agrees with comparing all pairs', () => {
  const words = fc.array(
    fc.array(fc.constantFrom('0', '1'), { minLength: 1, maxLength: 4 }).map(bits => bits.join('')),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(words, list => {
      const clash = list.some((word, i) => list.some((other, j) => i !== j && other.startsWith(word)));
      expect(isPrefixFree(list)).toBe(!clash);
    }),
  );
});

test('Huffman’s lengths fill Kraft’s sum, and no other lengths have a smaller mean', () => {
  fc.assert(
    fc.property(probabilities(4), weights => {
      const lengths = huffmanLengths(weights);
      expect(kraftSum(lengths)).toEqual(rational(1));
      for (let code = 0; code < 81; code++) {
        const others = [code % 3, Math.floor(code / 3) % 3, Math.floor(code / 9) % 3, Math.floor(code / 27)].map(k => k + 1);
        if (kraftSum(others).compare(1) > 0) continue;
        expect(meanLength(weights, lengths).compare(meanLength(weights, others))).toBeLessThanOrEqual(0);
      }
    }),
    { numRuns: 40 },
  );
});

test('edge cases and misuse', () => {
  expect(huffmanLengths([1])).toEqual([0]);
  expect(canonicalCode([0])).toEqual(['']);
  expect(canonicalCode([2, 1, 2])).toEqual(['10', '0', '11']);
  expect(() => huffmanLengths([])).toThrow('needs a symbol');
  expect(() => meanLength([1], [])).toThrow('1 symbols, 0 words');
});
