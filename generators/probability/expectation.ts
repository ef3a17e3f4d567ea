// Expected values: from a table, of a function, by indicators, in two stages, and of the better of two draws.
import {
  answer,
  areDifferent,
  at,
  binomial,
  casesOf,
  decimal,
  drawAscending,
  drawLaw,
  expectationOf,
  generator,
  type Law,
  lawTable,
  level,
  list,
  math,
  mean,
  mistake,
  ONE,
  paired,
  productSum,
  type Rational,
  type Rng,
  rational,
  say,
  signedSum,
  sum,
  type Text,
  table,
  tuples,
  vector,
  word,
  ZERO,
} from '#kit';

const DRAWS = [
  { letter: 'R', says: say`An agent receives a random reward ${math`R`}.` },
  { letter: 'S', says: say`A random walk makes a step ${math`S`}.` },
  { letter: 'D', says: say`A sensor is off by ${math`D`} degrees.` },
  { letter: 'W', says: say`A quantised weight takes a random value ${math`W`}.` },
  { letter: 'X', says: say`A guess changes the score of a player by ${math`X`}.` },
];
/** The functions of which the expectation is taken; c is used by the last one only. */
const FUNCTIONS = [
  { of: (x: number) => rational(x * x), show: (X: string) => math`${X}^2` },
  { of: (x: number) => rational(Math.abs(x)), show: (X: string) => math`\lvert ${X} \rvert` },
  { of: (x: number) => rational(2).power(x), show: (X: string) => math`2^{${X}}` },
  { of: (x: number) => rational(Math.max(0, x)), show: (X: string) => math`\max(0, ${X})` },
  { of: (x: number, c: number) => rational((x - c) * (x - c)), show: (X: string, c: number) => math`(${X} - ${c})^2` },
];
const STAGES = [
  { head: 'expert', of: 'number of steps', says: say`A router picks an expert, which then takes a random number of steps.` },
  { head: 'bucket', of: 'sentence length', says: say`A sampler picks a bucket, then a sentence in it with a random length.` },
  { head: 'arm', of: 'reward', says: say`A policy picks an arm, which then pays a random reward.` },
  { head: 'topic', of: 'number of words', says: say`A generator picks a topic, then a random number of words about it.` },
];
const TWICE = [
  { best: 'max', letter: 'S', says: say`A model writes two replies and keeps the one with the higher score ${math`S`}.` },
  { best: 'max', letter: 'T', says: say`A step waits for the slower of two workers, each of which needs a time ${math`T`}.` },
  { best: 'min', letter: 'Q', says: say`An agent takes the smaller of the estimates ${math`Q`} of two critics.` },
  {
    best: 'min',
    letter: 'T',
    says: say`Two servers get a request, each with a waiting time ${math`T`}. The first reply counts.`,
  },
  { best: 'max', letter: 'A', says: say`A search tries two random starts and keeps the higher accuracy gain ${math`A`}.` },
] as const;

export default generator({
  id: 'probability/expectation',
  version: 1,
  title: 'Expectation and linearity',
  bullet: 'Distributions',
  why: 'Losses, gradients and returns are expectations, and linearity lets you average over a batch without knowing dependences.',
  needs: ['probability/joint-and-conditional'],
  levels: [
    level({
      says: 'a missing probability, then the expectation',
      par: 40,
      pick(rng) {
        const law = drawLaw(rng, rng.int(3, 5), -5, 10);
        const missing = rng.index(law.x);
        const { key, plain } = expectations(law, x => rational(x));
        return areDifferent(key, plain, ZERO) ? { ...law, missing, scene: rng.index(DRAWS) } : undefined;
      },
      ask({ x, tenths, missing, scene }) {
        const { letter, says } = at(DRAWS, scene);
        const { p, key, plain, products } = expectations({ x, tenths }, value => rational(value));
        const [lost, others] = [at(p, missing), p.toSpliced(missing, 1)];
        const shown = p.map((weight, i) => (i === missing ? math`p` : decimal(weight)));
        const sizes = sum(products.map(product => product.abs()));
        return {
          statement: say`${says} Find the missing probability ${math`p`} and ${expectationOf(letter)}. ${lawTable(letter, x, shown)}`,
          answers: [
            inDecimals(say`${math`p =`}`, lost, [
              mistake(ONE.minus(lost))`That is the sum of the others. This one gets what is missing to 1.`,
              mistake(rational(1, x.length))`You shared 1 out equally. The others are given; take what is left.`,
            ]),
            inDecimals(say`${math`${expectationOf(letter)} =`}`, key, [
              mistake(plain)`You took the plain mean of the values. Weight each one by its probability.`,
              mistake(key.minus(at(products, missing)))`You left out the row with the missing probability.`,
              mistake(sizes)`You dropped the minus signs of the values.`,
              mistake(key.over(x.length))`You divided by the number of values. The probabilities are the weights already.`,
            ]),
          ],
          hints: [
            say`Probabilities add up to 1. The expectation is the sum of all values times their probabilities.`,
            say`Take the other probabilities away from 1. Then multiply in each row, and add the products.`,
            say`The other probabilities add up to ${decimal(sum(others))}.`,
          ],
          solution: [
            say`The missing probability: ${math`p = 1 - ${decimal(sum(others))} = ${decimal(lost)}`}.`,
            say`Values times probabilities: ${list(products.map(decimal))}.`,
            say`Added: ${math`${expectationOf(letter)} = ${signedSum(products, decimal)} = ${decimal(key)}`}.`,
          ],
        };
      },
      // Ten equally likely cases, listed one by one: those of the missing row, and the mean of all.
      verify({ x, tenths, missing }, [p, key]) {
        const cases = casesOf({ x, tenths });
        const left = cases.filter(value => value === x[missing]);
        return p.times(10).equals(left.length) && key.equals(average(cases));
      },
    }),

    level({
      says: 'the expectation of a function',
      par: 45,
      pick(rng) {
        const kind = rng.index(FUNCTIONS);
        const law = drawLaw(rng, rng.int(3, 4), kind === 2 ? -2 : -5, kind === 2 ? 4 : 6);
        const given = { ...law, kind, c: rng.int(1, 4), scene: rng.index(DRAWS) };
        const { key, plain, center, ofCenter } = imageOf(given);
        return areDifferent(key, plain, center, ofCenter ?? '') ? given : undefined;
      },
      ask(given) {
        const { x, kind, c, scene } = given;
        const { letter, says } = at(DRAWS, scene);
        const { p, key, plain, center, ofCenter, values, products, squared, squares } = imageOf(given);
        const g = at(FUNCTIONS, kind).show(letter, c);
        const E = expectationOf(g);
        return {
          statement: say`${says} Find ${E}. ${lawTable(letter, x, p.map(decimal))}`,
          answers: [
            inDecimals(say`${math`${E} =`}`, key, [
              ...(ofCenter
                ? [mistake(ofCenter)`You put the expectation into the function. Average the values of the function instead.`]
                : []),
              mistake(plain)`You took the plain mean of the values of the function. Weight each one by its probability.`,
              mistake(center)`That is ${expectationOf(letter)}. Put each value into the function first.`,
              ...(kind === 0 ? [mistake(squared)`You squared the probabilities as well. They are only the weights.`] : []),
              ...(kind === 2 ? [mistake(squares)`You squared. Here 2 is the base and ${math`${letter}`} the exponent.`] : []),
            ]),
          ],
          hints: [
            say`To get ${expectationOf('g(X)')}, put each value into ${math`g`} and weight by its probability: ${math`\sum g(x)\,P(X = x)`}.`,
            say`Work out ${g} in each row. Multiply by the probability of the row, and add.`,
            say`The first row gives ${at(values, 0)}.`,
          ],
          solution: [
            say`The values of ${g}: ${list(values)}.`,
            say`Times their probabilities: ${list(products.map(decimal))}.`,
            say`Added: ${math`${E} = ${signedSum(products, decimal)} = ${decimal(key)}`}.`,
          ],
        };
      },
      // Ten equally likely cases, one by one.
      verify({ x, tenths, kind, c }, [key]) {
        const cases = casesOf({ x, tenths });
        return key.equals(mean(cases.map(value => at(FUNCTIONS, kind).of(value, c))));
      },
    }),

    level({
      says: 'expected counts by indicators',
      par: 60,
      pick(rng) {
        const kind = rng.pick(COUNTS);
        const given = { kind, ...drawSize(rng, kind), scene: rng.int(0, 1) };
        const { count, chance, mistakes } = counted(given);
        const key = chance.times(count);
        return mistakes.some(({ wrong }) => wrong.equals(key)) ? undefined : given;
      },
      ask(given) {
        const { asks, count, chance, thing, first, worked, mistakes } = counted(given);
        const key = chance.times(count);
        return {
          statement: asks,
          answers: [answer.number({ label: say`Expected number:`, key, mistakes })],
          hints: [
            say`A count is a sum of indicators, each 1 or 0. Expectations add, even where the indicators depend on each other.`,
            say`Take one indicator for each ${thing}. Find the probability that it is 1, and add over all of them.`,
            say`There are ${count} of them. ${first}`,
          ],
          solution: [
            say`One indicator for each ${thing}: ${count} of them.`,
            first,
            say`So each is 1 with probability ${worked}.`,
            say`Expectations add, independent or not: ${math`${count} \cdot ${chance} = ${key}`}.`,
          ],
        };
      },
      // Goes through the whole sample space and averages the count itself.
      verify: (given, [key]) => key.equals(enumerated(given)),
    }),

    level({
      says: 'two stages: the mean of the means',
      par: 60,
      pick(rng) {
        const [whole, rows] = [rng.int(3, 6), rng.int(2, 3)];
        const cuts = [0, ...drawAscending(rng, rows - 1, 1, whole - 1), whole];
        const parts = cuts.slice(1).map((cut, i) => cut - at(cuts, i));
        const lists = parts.map(() => drawAscending(rng, rng.int(2, 4), 1, 12));
        const { key, plain, pooled, turned } = staged({ parts, lists });
        const isKind = key.denominator <= 12n && areDifferent(key, plain, pooled, turned);
        return isKind ? { parts, lists, scene: rng.index(STAGES) } : undefined;
      },
      ask({ parts, lists, scene }) {
        const { head, of, says } = at(STAGES, scene);
        const { weights, means, key, plain, pooled, turned, whole } = staged({ parts, lists });
        const rows = weights.map((weight, i) => [word('ABC'.charAt(i)), weight, list(at(lists, i))]);
        return {
          statement: say`${says} Within a row, all values are equally likely. Find the exact expected ${of}. ${table([word(head), word('probability'), word('values')], rows)}`,
          answers: [
            exact(say`Expectation:`, key, [
              mistake(plain)`You took the plain mean of the rows. Weight each row by its probability.`,
              mistake(pooled)`You took the mean of all values at once. Take the mean of each row, then weight the rows.`,
              mistake(whole)`You added the means of the rows. Weight each one by its probability.`,
              mistake(turned)`You gave the rows each other’s probabilities. Pair each mean with its own.`,
            ]),
          ],
          hints: [
            say`The tower rule: the expectation is the mean of the means in each case, weighted by the probabilities of the cases.`,
            say`Find the mean of each row. Multiply it by the probability of the row, and add.`,
            say`The mean of row A is ${at(means, 0)}.`,
          ],
          solution: [
            say`The means of the rows: ${list(means)}.`,
            say`Weighted and added: ${math`${productSum(paired(weights, means))} = ${key}`}.`,
          ],
        };
      },
      // Lists every single outcome of both stages with its probability.
      verify({ parts, lists }, [key]) {
        const weighted = (part: number, values: readonly number[]) => values.map(value => rational(part * value, values.length));
        const outcomes = lists.flatMap((values, i) => weighted(at(parts, i), values));
        return key.equals(sum(outcomes).over(sum(parts)));
      },
    }),

    level({
      says: 'the larger or the smaller of two draws',
      par: 90,
      pick(rng) {
        const law = drawLaw(rng, rng.int(3, 4), 1, 10);
        const scene = rng.index(TWICE);
        const { key, center, other, squared, outer } = extremes(law, at(TWICE, scene).best);
        return areDifferent(key, center, other, squared, outer) ? { ...law, scene } : undefined;
      },
      ask({ x, tenths, scene }) {
        const { best, letter, says } = at(TWICE, scene);
        const { p, reached, sharper, law, key, center, other, squared, outer } = extremes({ x, tenths }, best);
        const E = best === 'max' ? math`\mathrm{E}[\max]` : math`\mathrm{E}[\min]`;
        const [which, opposite, sign] = best === 'max' ? ['larger', 'smaller', math`\le`] : ['smaller', 'larger', math`\ge`];
        return {
          statement: say`${says} The two are independent, each with this distribution. Find the expectation of the ${which} one. ${lawTable(letter, x, p.map(decimal))}`,
          answers: [
            inDecimals(say`${math`${E} =`}`, key, [
              mistake(center)`That is the expectation of one draw. The ${which} of two tends to be ${which} than that.`,
              mistake(other)`That is the expectation of the ${opposite} one. Here the ${which} one counts.`,
              mistake(squared)`You squared the single probabilities, which only counts two equal draws.`,
              mistake(outer)`That is the most extreme value. It is not certain that it is drawn.`,
              mistake(center.times(2))`That is the expectation of the sum of both. Only the ${which} one counts.`,
            ]),
          ],
          hints: [
            best === 'max'
              ? say`The larger one is at most ${math`x`} exactly when both are: ${math`P(\max \le x) = P(${letter} \le x)^2`}.`
              : say`The smaller one is at least ${math`x`} exactly when both are: ${math`P(\min \ge x) = P(${letter} \ge x)^2`}.`,
            say`Square these probabilities. Their differences are the probabilities of the single values.`,
            say`For the values in order, ${math`P(${letter} ${sign} x)`} is ${list(reached.map(decimal))}.`,
          ],
          solution: [
            say`${math`P(${letter} ${sign} x)`} for the values in order: ${list(reached.map(decimal))}.`,
            say`Squared, for both: ${list(sharper.map(decimal))}.`,
            say`Differences give the probabilities of the ${which} one: ${list(law.map(decimal))}.`,
            say`Weighted: ${math`${productSum(paired(law, x), decimal)} = ${decimal(key)}`}.`,
          ],
        };
      },
      // Goes through the 100 equally likely pairs of cases.
      verify({ x, tenths, scene }, [key]) {
        const cases = casesOf({ x, tenths });
        const choose = at(TWICE, scene).best === 'max' ? Math.max : Math.min;
        return key.equals(average(cases.flatMap(a => cases.map(b => choose(a, b)))));
      },
    }),
  ],
});

type Slips = readonly answer.Mistake<Rational | number>[];

function exact(label: Text, key: Rational | number, mistakes: Slips) {
  return answer.number({ label, key, mistakes });
}

function inDecimals(label: Text, key: Rational | number, mistakes: Slips) {
  return answer.number({ label, key, mistakes, decimal: true });
}

function expectations({ x, tenths }: Law, g: (x: number) => Rational) {
  const p = tenths.map(count => rational(count, 10));
  const values = x.map(g);
  const products = values.map((value, i) => value.times(at(p, i)));
  return { p, values, products, key: sum(products), plain: mean(values) };
}

function imageOf({ x, tenths, kind, c }: Law & { kind: number; c: number }) {
  const { of } = at(FUNCTIONS, kind);
  const center = expectations({ x, tenths }, value => rational(value)).key;
  const image = expectations({ x, tenths }, value => of(value, c));
  const squares = sum(x.map((value, i) => at(image.p, i).times(value * value)));
  const squared = sum(x.map((value, i) => at(image.p, i).times(value).power(2)));
  return { ...image, center, ofCenter: functionAt(kind, center, c), squares, squared };
}

/** The function at a fraction; undefined where that is irrational. */
function functionAt(kind: number, value: Rational, c: number): Rational | undefined {
  if (kind === 2) return value.isInteger() ? rational(2).power(value.toNumber()) : undefined;
  if (kind === 1) return value.abs();
  if (kind === 3) return value.sign() > 0 ? value : ZERO;
  return value.minus(kind === 4 ? c : 0).power(2);
}

const COUNTS = ['empty', 'repeat', 'both'] as const;
type Count = (typeof COUNTS)[number];
/** n things; m buckets or letters, or the denominator and numerator of a probability. */
type Counted = { kind: Count; n: number; m: number; k: number; scene: number };

/** Small enough to go through all cases. */
function drawSize(rng: Rng, kind: Count): { n: number; m: number; k: number } {
  const m = rng.int(kind === 'empty' ? 3 : 2, 5);
  if (kind === 'both') return { n: rng.int(4, 7), m, k: rng.int(1, m - 1) };
  return { n: rng.int(3, m === 2 ? 8 : m === 3 ? 5 : m === 4 ? 4 : 3), m, k: 1 };
}

/** How many indicators, of what things, and the probability of each, worked out. */
function counted(given: Counted) {
  return given.kind === 'empty' ? emptyBuckets(given) : given.kind === 'repeat' ? repeats(given) : bothMasked(given);
}

function emptyBuckets({ n, m, scene }: Counted) {
  const [things, bucket, empty] = scene === 0 ? ['examples', 'bucket', 'empty'] : ['requests', 'server', 'idle'];
  const spreads =
    scene === 0 ? 'are hashed, each independently and uniformly, into' : 'go, each independently and uniformly, to one of';
  const miss = rational(m - 1, m);
  const chance = miss.power(n);
  return {
    asks: say`${math`${n}`} ${things} ${spreads} ${m} ${bucket}s. Find the exact expected number of ${empty} ${bucket}s.`,
    count: m,
    chance,
    thing: bucket,
    first: say`Each of the ${n} ${things} misses a given ${bucket} with probability ${miss}.`,
    worked: math`\bigl(${miss}\bigr)^{${n}} = ${chance}`,
    mistakes: [
      mistake(chance)`That is the probability that one particular ${bucket} is ${empty}. Add over all of them.`,
      mistake(rational(1, m).power(n - 1))`You let all ${things} hit the ${bucket}. To be ${empty}, it has to be missed by all.`,
      mistake(ONE.minus(chance).times(m))`That is the expected number of ${bucket}s that are not ${empty}.`,
      mistake(rational(n, m))`That is the mean number of ${things} in a ${bucket}. Use one indicator for each ${bucket}.`,
    ],
  };
}

function repeats({ n, m, scene }: Counted) {
  const [who, things] = scene === 0 ? ['A toy model writes', 'letters'] : ['A random agent makes', 'moves'];
  const chance = rational(1, m);
  return {
    asks: say`${who} ${n} ${things} in a row, each drawn independently and uniformly from ${m} possible ones. Find the exact expected number of ${things} that equal the one right before them.`,
    count: n - 1,
    chance,
    thing: 'pair of neighbours',
    first: say`Any of the ${m} may be the repeated one, each with probability ${math`\bigl(${chance}\bigr)^2`}.`,
    worked: math`${m} \cdot \bigl(${chance}\bigr)^2 = ${chance}`,
    mistakes: [
      mistake(chance.times(n))`The first one has none before it. Count the pairs of neighbours.`,
      mistake(chance)`That is the probability for one pair of neighbours. Add over all pairs.`,
      mistake(chance.power(2).times(n - 1))`You asked for one particular value twice. Any of the ${m} may be repeated.`,
      mistake(chance.times(binomial(n, 2)))`You counted all pairs. Only neighbours count.`,
    ],
  };
}

function bothMasked({ n, m, k, scene }: Counted) {
  const p = rational(k, m);
  const chance = p.power(2);
  const [opening, masked] =
    scene === 0
      ? [say`Each of the ${n} tokens of a sentence is masked independently with probability ${p}.`, 'masked']
      : [say`Dropout switches off each of ${n} units in a row, independently, with probability ${p}.`, 'off'];
  return {
    asks: say`${opening} Find the exact expected number of pairs of direct neighbours that are both ${masked}.`,
    count: n - 1,
    chance,
    thing: 'pair of neighbours',
    first: say`The two of a pair are independent: their probabilities multiply.`,
    worked: math`${p} \cdot ${p} = ${chance}`,
    mistakes: [
      mistake(chance.times(n))`A row of ${n} has only ${n - 1} pairs of neighbours.`,
      mistake(chance)`That is the probability for one pair. Add over all pairs of neighbours.`,
      mistake(p.times(n - 1))`Both of a pair have to be ${masked}. Multiply their probabilities.`,
      mistake(chance.times(binomial(n, 2)))`You counted all pairs. Only neighbours count.`,
    ],
  };
}

/** The mean of the count over all cases; those of a mask have different probabilities. */
function enumerated({ kind, n, m, k }: Counted): Rational {
  const cases = [...tuples(kind === 'both' ? [1, 0] : Array.from({ length: m }, (_, i) => i), n)];
  if (kind === 'empty') return average(cases.map(buckets => m - new Set(buckets).size));
  if (kind === 'repeat') return average(cases.map(letters => neighbours(letters, (a, b) => a === b)));
  const weighted = cases.map(mask => {
    const weight = mask.reduce((product, bit) => product * (bit === 1 ? k : m - k), 1);
    return weight * neighbours(mask, (a, b) => a + b === 2);
  });
  return sum(weighted).over(rational(m).power(n));
}

/** Of whole numbers, without a fraction on the way. */
function average(values: readonly number[]): Rational {
  const total = values.reduce((before, value) => before + value, 0);
  return rational(total, values.length);
}

function neighbours(row: readonly number[], isCounted: (a: number, b: number) => boolean): number {
  return row.filter((entry, i) => i > 0 && isCounted(at(row, i - 1), entry)).length;
}

function staged({ parts, lists }: { parts: readonly number[]; lists: readonly (readonly number[])[] }) {
  const weights = parts.map(part => rational(part).over(sum(parts)));
  const means = lists.map(values => mean(values));
  return {
    ...{ weights, means },
    key: vector(weights).dot(vector(means)),
    plain: mean(means),
    pooled: mean(lists.flat()),
    turned: vector(weights.toReversed()).dot(vector(means)),
    whole: sum(means),
  };
}

/** The larger or the smaller of two draws: the probability to get no further than each value, for one and for both. */
function extremes({ x, tenths }: Law, best: 'max' | 'min') {
  const p = tenths.map(count => rational(count, 10));
  const reached = p.map((_, i) => sum(best === 'max' ? p.slice(0, i + 1) : p.slice(i)));
  const sharper = reached.map(one => one.power(2));
  const step = best === 'max' ? -1 : 1;
  const law = sharper.map((whole, i) => whole.minus(sharper[i + step] ?? ZERO));
  const center = vector(p).dot(vector(x));
  const key = vector(law).dot(vector(x));
  return {
    ...{ p, reached, sharper, law, key, center },
    other: center.times(2).minus(key),
    squared: sum(x.map((value, i) => at(p, i).power(2).times(value))),
    outer: rational(best === 'max' ? Math.max(...x) : Math.min(...x)),
  };
}
