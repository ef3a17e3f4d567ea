import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FiniteDistribution } from '../../src/math/distribution.ts';
import {
  crossEntropy,
  crossEntropyBits,
  crossEntropyExpression,
  divergence,
  divergenceBits,
  divergenceExpression,
  independentVersion,
  isCoveredBy,
  mixture,
  totalVariation,
} from '../../src/math/divergence.ts';
import { entropy } from '../../src/math/entropy.ts';
import { evaluate } from '../../src/math/expression/evaluate.ts';
import { printText } from '../../src/math/expression/print-text.ts';
import { rational, sum } from '../../src/math/rational.ts';
import { probabilities } from './arbitraries.ts';

const words = ['a', 'b', 'c', 'd'];
const distributions = probabilities(4).map(p => FiniteDistribution.of(p, words));

test('divergence is cross-entropy minus entropy, never negative, 0 only for equals; expressions and bits agree', () => {
  fc.assert(
    fc.property(distributions, distributions, fc.constantFrom(2, 10, 'e' as const), (p, q, base) => {
      fc.pre(isCoveredBy(p, q));
      const [d, h] = [divergence(p, q, base), crossEntropy(p, q, base)];
      expect(d).toBeCloseTo(h - entropy(p, base), 12);
      expect(d > -1e-12 && d < 1e-12 === p.equals(q)).toBe(true);
      const [dExpression, hExpression] = [divergenceExpression(p, q, base), crossEntropyExpression(p, q, base)];
      expect(dExpression && evaluate(dExpression)).toBeCloseTo(d, 12);
      expect(hExpression && evaluate(hExpression)).toBeCloseTo(h, 12);
      expect(divergenceBits(p, q)?.toNumber() ?? divergence(p, q)).toBeCloseTo(divergence(p, q), 12);
      expect(crossEntropyBits(p, q)?.toNumber() ?? crossEntropy(p, q)).toBeCloseTo(crossEntropy(p, q), 12);
    }),
  );
});

test('what q misses costs infinitely much; the middle of both covers both', () => {
  fc.assert(
    fc.property(distributions, distributions, (p, q) => {
      expect(isCoveredBy(p, q)).toBe(Number.isFinite(divergence(p, q)));
      expect(divergenceExpression(p, q) === undefined).toBe(crossEntropy(p, q) === Number.POSITIVE_INFINITY);
      const middle = mixture(p, q);
      expect(isCoveredBy(p, middle) && isCoveredBy(q, middle)).toBe(true);
      const shared = divergence(p, middle) / 2 + divergence(q, middle) / 2;
      expect(shared).toBeCloseTo(entropy(middle) - entropy(p) / 2 - entropy(q) / 2, 12);
      expect(totalVariation(p, middle)).toEqual(totalVariation(p, q).over(2));
      const largest = sum(p.outcomes.map(x => p.probability(x).minus(q.probability(x))).filter(gap => gap.sign() > 0));
      expect(totalVariation(p, q)).toEqual(largest);
    }),
  );
});

test('mutual information by entropies and by divergence', () => {
  fc.assert(
    fc.property(probabilities(6), cells => {
      const joint = FiniteDistribution.joint([cells.slice(0, 3), cells.slice(3)], ['rain', 'sun'], ['x', 'y', 'z']);
      const parts = entropy(joint.marginal(0)) + entropy(joint.marginal(1)) - entropy(joint);
      expect(divergence(joint, independentVersion(joint))).toBeCloseTo(parts, 12);
    }),
  );
});

test('bits where the ratios are powers of 2, a short sum where not', () => {
  const [p, q] = [FiniteDistribution.of(['1/3', '2/3']), FiniteDistribution.of(['2/3', '1/3'])];
  expect(divergenceBits(p, q)).toEqual(rational(1, 3));
  const half = FiniteDistribution.uniform([1, 2]);
  expect(divergenceBits(p, half)).toBeUndefined();
  expect(printText(divergenceExpression(half, p, 'e') ?? { kind: 'constant', name: 'infinity' })).toBe(
    '1/2*ln(3/2) - 1/2*ln(4/3)',
  );
});
