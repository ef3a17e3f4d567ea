import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FiniteDistribution } from '../../src/math/distribution.ts';
import { entropy, entropyBits, entropyExpression } from '../../src/math/entropy.ts';
import { evaluate } from '../../src/math/expression/evaluate.ts';
import { printText } from '../../src/math/expression/print-text.ts';
import { huffmanLengths, meanLength } from '../../src/math/huffman.ts';
import { rational } from '../../src/math/rational.ts';
import { probabilities } from './arbitraries.ts';

/** Splits 1 into halves again and again. */
const dyadic = fc.array(fc.nat(), { maxLength: 7 }).map(splits => {
  const weights = [rational(1)];
  for (const split of splits) {
    const half = weights.splice(split % weights.length, 1).map(weight => weight.over(2));
    weights.push(...half, ...half);
  }
  return FiniteDistribution.of(weights);
});
const distributions = probabilities(4).map(weights => FiniteDistribution.of(weights));

test('powers of 1/2: the entropy is the mean length of Huffman’s words', () => {
  fc.assert(
    fc.property(dyadic, p => {
      expect(entropyBits(p)).toEqual(meanLength(p.probabilities, huffmanLengths(p.probabilities)));
      expect(entropyBits(p)?.toNumber()).toBeCloseTo(entropy(p), 12);
    }),
  );
  expect(entropyBits(FiniteDistribution.of(['1/3', '2/3']))).toBeUndefined();
  expect(entropyBits(FiniteDistribution.of([1, 0]))).toEqual(rational(0));
});

test('the mean length of Huffman’s words is within one bit above the entropy', () => {
  fc.assert(
    fc.property(distributions, p => {
      const weights = p.probabilities.filter(weight => !weight.isZero());
      const mean = meanLength(weights, huffmanLengths(weights)).toNumber();
      expect(mean).toBeGreaterThan(entropy(p) - 1e-12);
      expect(mean).toBeLessThan(entropy(p) + 1);
    }),
  );
});

test('the expression has the value of the entropy in each base', () => {
  fc.assert(
    fc.property(distributions, fc.constantFrom(2, 3, 10, 'e' as const), (p, base) => {
      expect(evaluate(entropyExpression(p, base), {})).toBeCloseTo(entropy(p, base), 12);
    }),
  );
});

test('independent entropies add up', () => {
  fc.assert(
    fc.property(distributions, distributions, (p, q) => {
      expect(entropy(p.product(q))).toBeCloseTo(entropy(p) + entropy(q), 12);
    }),
  );
});

test('the expression gathers equal probabilities and takes exact logarithms', () => {
  const text = (weights: (string | number)[], base?: number | 'e') =>
    printText(entropyExpression(FiniteDistribution.of(weights), base));
  expect(text(['1/2', '1/4', '1/4'])).toBe('3/2');
  expect(text([1, 0])).toBe('0');
  expect(text(['1/3', '1/3', '1/3'], 'e')).toBe('ln(3)');
  expect(text(['1/2', '1/2'], 'e')).toBe('ln(2)');
  expect(text(['1/4', '3/4'])).toContain('4/3');
});
