import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CardState, dueDay, LONGEST_WAIT, NEW_CARD, QUALITIES, type Quality, review, sm2 } from '../../src/schedule/sm2.ts';

const states = (qualities: readonly Quality[]): readonly CardState[] => {
  let state = NEW_CARD;
  return qualities.map(quality => {
    state = review(state, quality);
    return state;
  });
};

const written = (qualities: readonly Quality[]): string =>
  states(qualities)
    .map(({ n, ef100, interval }) => `${n}/${(ef100 / 100).toFixed(2)}/${interval}`)
    .join(' ');

test.each<[readonly Quality[], string]>([
  [[5, 5, 5, 5, 5, 5], '1/2.60/1 2/2.70/6 3/2.80/16 4/2.90/45 5/3.00/131 6/3.10/393'],
  [[5, 4, 3, 2, 1, 0], '1/2.60/1 2/2.60/6 3/2.46/16 0/2.14/1 0/1.60/1 0/1.30/1'],
  [[0, 0, 5, 5, 5, 5], '0/1.70/1 0/1.30/1 1/1.40/1 2/1.50/6 3/1.60/9 4/1.70/14'],
  [[2, 1, 3, 4, 4, 3], '0/2.18/1 0/1.64/1 1/1.50/1 2/1.50/6 3/1.50/9 4/1.36/14'],
])('the published course of %j', (qualities, course) => {
  expect(written(qualities)).toBe(course);
});

test('eight plain passes leave the easiness where it is', () => {
  const course = states([4, 4, 4, 4, 4, 4, 4, 4]);
  expect(course.map(({ interval }) => interval)).toEqual([1n, 6n, 15n, 38n, 95n, 238n, 595n, 1488n]);
  expect(course.every(({ ef100 }) => ef100 === 250)).toBe(true);
});

// A second SM-2, after the published formulas: easiness as a fraction over 1000, EF' = EF + 0.1 − (5−q)(0.08 + (5−q)·0.02),
// and the interval found by search for the whole number that I × EF rounds to.
type Slow = { n: bigint; ef1000: bigint; interval: bigint };

const slowReview = ({ n, ef1000, interval }: Slow, quality: number): Slow => {
  const short = BigInt(5 - quality);
  const moved = ef1000 + 100n - short * (80n + short * 20n);
  return {
    n: quality < 3 ? 0n : n + 1n,
    ef1000: moved < 1300n ? 1300n : moved,
    interval: quality < 3 || n === 0n ? 1n : n === 1n ? 6n : roundHalfUp(interval * ef1000, 1000n),
  };
};

/** The whole number r with r − 1/2 <= numerator/denominator < r + 1/2, by bisection. */
const roundHalfUp = (numerator: bigint, denominator: bigint): bigint => {
  let [low, high] = [0n, numerator + 1n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if ((2n * middle - 1n) * denominator <= 2n * numerator) low = middle;
    else high = middle;
  }
  return low;
};

const quality = fc.constantFrom(...QUALITIES);

test('agrees with a slow reading of the formulas, also far past 2^53 days', () => {
  fc.assert(
    fc.property(fc.array(quality, { maxLength: 80 }), qualities => {
      let slow: Slow = { n: 0n, ef1000: 2500n, interval: 0n };
      for (const [index, state] of states(qualities).entries()) {
        slow = slowReview(slow, qualities[index] ?? 0);
        expect({ n: BigInt(state.n), ef1000: BigInt(state.ef100) * 10n, interval: state.interval }).toEqual(slow);
      }
    }),
  );
  const long = states(Array.from({ length: 60 }, () => 5 as const)).at(-1);
  expect(long && long.interval > 2n ** 53n).toBe(true);
});

test('an exact half is rounded up', () => {
  expect(review({ n: 2, ef100: 250, interval: 15n }, 4).interval).toBe(38n);
  expect(review({ n: 2, ef100: 130, interval: 5n }, 4).interval).toBe(7n);
  expect(review({ n: 2, ef100: 150, interval: 9n }, 4).interval).toBe(14n);
});

test('the easiness keeps to its floor and to whole hundredths', () => {
  fc.assert(
    fc.property(fc.array(quality, { minLength: 1, maxLength: 40 }), qualities => {
      for (const { ef100 } of states(qualities)) {
        expect(ef100).toBeGreaterThanOrEqual(130);
        expect(ef100 % 2).toBe(0);
      }
    }),
  );
});

test('the due day is clamped, the interval is not', () => {
  expect(dueDay(20_000, 6n)).toBe(20_006);
  expect(dueDay(20_000, 364n)).toBe(20_364);
  expect(dueDay(20_000, 10n ** 30n)).toBe(20_000 + LONGEST_WAIT);
  const { state, due } = sm2({ n: 5, ef100: 300, interval: 131n }, 5, 100);
  expect([state.interval, due]).toEqual([393n, 465]);
});
