// Probabilities of events: by counting equal cases, by complement and addition rule, on a grid of two numbers, and at least one success.
import {
  answer,
  areDifferent,
  at,
  cartesianProduct,
  decimal,
  generator,
  level,
  list,
  math,
  mistake,
  ONE,
  type Rational,
  type Rng,
  rational,
  say,
  signedSum,
  sum,
  tuples,
} from '#kit';

/** Three kinds of things, one of which is drawn. */
const POOLS = [
  {
    holds: 'A data set of animals holds',
    drawn: 'One animal',
    many: ['cats', 'dogs', 'birds'],
    one: ['a cat', 'a dog', 'a bird'],
  },
  { holds: 'A text holds', drawn: 'One word', many: ['nouns', 'verbs', 'adverbs'], one: ['a noun', 'a verb', 'an adverb'] },
  { holds: 'A replay buffer holds', drawn: 'One game', many: ['wins', 'losses', 'draws'], one: ['a win', 'a loss', 'a draw'] },
  { holds: 'A log lists', drawn: 'One entry', many: ['logins', 'searches', 'orders'], one: ['a login', 'a search', 'an order'] },
];
const EVENTS = [
  { who: 'A random photo', has: 'shows', first: 'a cat', second: 'a dog' },
  { who: 'A random message', has: 'contains', first: 'a link', second: 'an image' },
  { who: 'A random playlist', has: 'contains', first: 'jazz', second: 'rock' },
  { who: 'A random sentence', has: 'mentions', first: 'a city', second: 'a person' },
  { who: 'A random test image', has: 'fools', first: 'the small model', second: 'the large model' },
  { who: 'A random scan', has: 'shows', first: 'a fracture', second: 'a tumour' },
];
/** Two numbers from 1 to n, all pairs equally likely. */
const GRIDS = [
  (n: number) => say`Two fair dice with the faces 1 to ${n} are rolled.`,
  (n: number) => say`Two keys are hashed independently, each to a slot from 1 to ${n}, all equally likely.`,
  (n: number) => say`Two annotators guess independently, each from 1 to ${n} stars, all equally likely.`,
  (n: number) => say`Two machines independently draw a batch number from 1 to ${n}, all equally likely.`,
];
const TRIALS = [
  { opens: 'A sample of a language model solves a task', trials: 'samples', does: 'solves it' },
  { opens: 'A random start of training finds the best minimum', trials: 'starts', does: 'finds it' },
  { opens: 'A run of a random test hits a bug', trials: 'runs', does: 'hits it' },
  { opens: 'A copy of a message gets through', trials: 'copies', does: 'gets through' },
  { opens: 'A random edit improves a program', trials: 'edits', does: 'improves it' },
];

export default generator({
  id: 'probability/events',
  version: 1,
  title: 'Events: counting outcomes, complement and addition rule',
  bullet: 'Probability Theory',
  why: 'Each confidence of a model is the probability of an event; labels, errors and batches are events to be combined.',
  needs: ['set-theory/set-operations'],
  levels: [
    level({
      says: 'one draw, all equally likely',
      par: 20,
      pick(rng) {
        const counts = rng.ints(3, 2, 9);
        const [asked, isNot] = [rng.int(0, 2), rng.int(0, 1) === 1];
        const { all, fits } = drawn(counts, asked, isNot);
        const isKind = all <= 20 && 2 * fits !== all && 3 * at(counts, asked) !== all && fits < all;
        return isKind ? { counts, asked, isNot, scene: rng.index(POOLS) } : undefined;
      },
      ask({ counts, asked, isNot, scene }) {
        const { holds, many, drawn: thing, one } = at(POOLS, scene);
        const { all, fits } = drawn(counts, asked, isNot);
        const lists = many.map((name, i) => say`${at(counts, i)} ${name}`);
        return {
          statement: say`${holds} ${at(lists, 0)}, ${at(lists, 1)} and ${at(lists, 2)}. ${thing} is drawn, all equally likely. Find the exact probability that it is ${isNot ? 'not ' : ''}${at(one, asked)}.`,
          answers: [
            answer.number({
              label: say`Probability:`,
              key: rational(fits, all),
              mistakes: [
                mistake(rational(fits, all - fits))`Those are the odds. Divide by all that can be drawn, not by the others.`,
                mistake(rational(all - fits, all))`That is the probability of the opposite. Look at what is asked for.`,
                mistake(rational(isNot ? 2 : 1, 3))`The three kinds are not equally likely. Count the single ones.`,
                mistake(rational(1, fits))`You divided by those that fit. Divide their number by all.`,
                mistake(rational(1, all))`That is the probability of a single one. Count all that fit.`,
              ],
            }),
          ],
          hints: [
            say`Where all outcomes are equally likely, the probability of an event is the number of outcomes that fit, divided by the number of all.`,
            isNot
              ? say`Count all, and count those of the other two kinds. Divide the second number by the first.`
              : say`Count all, and count those that fit. Divide the second number by the first.`,
            say`There are ${math`${signedSum(counts)} = ${all}`} in all.`,
          ],
          solution: [
            say`All: ${math`${signedSum(counts)} = ${all}`}. Those that fit: ${isNot ? math`${all} - ${at(counts, asked)} = ${fits}` : math`${fits}`}.`,
            say`Probability: ${quotient(fits, all)}.`,
          ],
        };
      },
      // Makes a list of all things and looks at each.
      verify({ counts, asked, isNot }, [key]) {
        const things = counts.flatMap((count, kind) => Array.from({ length: count }, () => kind));
        return key.times(things.length).equals(things.filter(kind => (kind === asked) !== isNot).length);
      },
    }),

    level({
      says: 'complement and addition rule',
      par: 45,
      pick(rng) {
        const given = { ...drawRegions(rng), scene: rng.index(EVENTS) };
        const { a, b, both, union, one, neither, product, independent } = probabilities(given);
        const isClear = areDifferent(both, product) && areDifferent(neither, union, independent, ONE.minus(both));
        return isClear && areDifferent(a, b, ONE.minus(a)) && areDifferent(union, one, a.plus(b)) ? given : undefined;
      },
      ask(given) {
        const { a, b, both, union, one, neither, independent } = probabilities(given);
        const { who, has, first, second } = at(EVENTS, given.scene);
        const [A, B] = [math`A`, math`B`];
        return {
          statement: say`${who} ${has} ${first} (event ${A}) with probability ${decimal(a)}, ${second} (event ${B}) with probability ${decimal(b)}, and both with probability ${decimal(both)}. Find the probabilities of ${math`A^c`}, of ${math`A \cup B`} and of ${math`A^c \cap B^c`}.`,
          answers: [
            answer.number({
              label: say`${math`P(A^c) =`}`,
              key: ONE.minus(a),
              decimal: true,
              mistakes: [
                mistake(b)`The event ${B} is not the opposite of ${A}: both can happen. Take ${math`P(A)`} from 1.`,
                mistake(ONE.minus(b))`That is ${math`P(B^c)`}. Take ${math`P(A)`} from 1.`,
                mistake(neither)`There ${B} does not happen either. For ${math`A^c`} it may.`,
                mistake(b.minus(both))`There ${B} happens too. For ${math`A^c`} it need not.`,
              ],
            }),
            answer.number({
              label: say`${math`P(A \cup B) =`}`,
              key: union,
              decimal: true,
              mistakes: [
                mistake(a.plus(b))`The case of both is counted twice here. Take it away once.`,
                mistake(one)`That is exactly one of the two. The union holds the case of both as well.`,
                mistake(both)`That is the intersection, both events together.`,
              ],
            }),
            answer.number({
              label: say`${math`P(A^c \cap B^c) =`}`,
              key: neither,
              decimal: true,
              mistakes: [
                mistake(ONE.minus(a).minus(b))`The case of both is taken away twice here. Take the union from 1.`,
                mistake(independent)`You multiplied as if the events were independent. Take the union from 1.`,
                mistake(ONE.minus(both))`That is ${math`(A \cap B)^c`}: not both. Here neither happens.`,
                mistake(union)`That is the union. Neither of the two is its opposite.`,
              ],
            }),
          ],
          hints: [
            say`Opposite events add up to 1. Addition rule: ${math`P(A \cup B) = P(A) + P(B) - P(A \cap B)`}.`,
            say`“Neither” is the opposite of “at least one”, so it follows from the union: ${math`A^c \cap B^c = (A \cup B)^c`}.`,
            say`The two probabilities add up to ${decimal(a.plus(b))}. What was counted twice in it?`,
          ],
          solution: [
            say`${math`P(A^c) = 1 - ${decimal(a)} = ${decimal(ONE.minus(a))}`}.`,
            say`${math`P(A \cup B) = ${signedSum([a, b, both.negated()], decimal)} = ${decimal(union)}`}.`,
            say`${math`P(A^c \cap B^c) = 1 - ${decimal(union)} = ${decimal(neither)}`}.`,
          ],
        };
      },
      // Twenty equally likely cases, each in its region: counts those in which the event happens.
      verify(given, [notA, union, neither]) {
        return (
          notA.equals(share(given, inA => !inA)) &&
          union.equals(share(given, (inA, inB) => inA || inB)) &&
          neither.equals(share(given, (inA, inB) => !inA && !inB))
        );
      },
    }),

    level({
      says: 'the first but not the second, exactly one',
      par: 50,
      pick(rng) {
        const given = { ...drawRegions(rng), scene: rng.index(EVENTS) };
        const { a, b, both, union, one, product } = probabilities(given);
        const isClear = areDifferent(both, product) && areDifferent(a.minus(both), b.minus(both), a, a.minus(product));
        return isClear && areDifferent(one, union, a.plus(b), both, ONE.minus(union)) ? given : undefined;
      },
      ask(given) {
        const { a, b, both, union, one, product } = probabilities(given);
        const { who, has, first, second } = at(EVENTS, given.scene);
        const [onlyA, onlyB] = [a.minus(both), b.minus(both)];
        return {
          statement: say`${who} ${has} ${first} with probability ${decimal(a)}, ${second} with probability ${decimal(b)}, and at least one of the two with probability ${decimal(union)}. Find the probabilities that it ${has} ${first} but not ${second}, and that it ${has} exactly one of the two.`,
          answers: [
            answer.number({
              label: say`The first, not the second:`,
              key: onlyA,
              decimal: true,
              mistakes: [
                mistake(a.minus(product))`You assumed that the two are independent. Find the overlap from the given numbers.`,
                mistake(onlyB)`That is the second without the first.`,
                mistake(a)`In this the case of both is still included. Take it away.`,
                mistake(both)`That is the probability of both. Take it from that of the first.`,
              ],
            }),
            answer.number({
              label: say`Exactly one:`,
              key: one,
              decimal: true,
              mistakes: [
                mistake(union)`That is at least one. The case of both does not belong to “exactly one”.`,
                mistake(a.plus(b))`The case of both is counted twice here, and it should not count at all.`,
                mistake(
                  a.plus(b).minus(product.times(2)),
                )`You assumed that the two are independent. Find the overlap from the given numbers.`,
                mistake(ONE.minus(union))`That is neither of the two.`,
                mistake(both)`That is both of them.`,
              ],
            }),
          ],
          hints: [
            say`Two events cut all outcomes into four regions: both, only the first, only the second, neither. Their probabilities add up to 1.`,
            say`First find the probability of both, with the addition rule. Take it away from the first, and from “at least one”.`,
            say`Both: ${math`${signedSum([a, b, union.negated()], decimal)}`}.`,
          ],
          solution: [
            say`Both: ${math`${signedSum([a, b, union.negated()], decimal)} = ${decimal(both)}`}.`,
            say`The first, not the second: ${math`${decimal(a)} - ${decimal(both)} = ${decimal(onlyA)}`}.`,
            say`Exactly one: ${math`${decimal(union)} - ${decimal(both)} = ${decimal(one)}`}.`,
          ],
        };
      },
      // Twenty equally likely cases, each in its region: counts those in which the event happens.
      verify: (given, [onlyA, one]) =>
        onlyA.equals(share(given, (inA, inB) => inA && !inB)) && one.equals(share(given, (inA, inB) => inA !== inB)),
    }),

    level({
      says: 'two random numbers: sum, difference, maximum',
      par: 60,
      pick(rng) {
        const [n, kind] = [rng.int(4, 8), rng.pick(PAIR_KINDS)];
        const [low, high] = PAIRS[kind].range(n);
        const value = rng.int(low, high);
        const fits = added(byFirst(kind, n, value));
        return 2 * fits === n * n ? undefined : { n, kind, value, scene: rng.index(GRIDS) };
      },
      ask({ n, kind, value, scene }) {
        const { says, count, classes, how } = PAIRS[kind];
        const [all, fits] = [n * n, count(n, value)];
        const rows = byFirst(kind, n, value);
        const unordered = pairsOf(n).filter(([x, y]) => x <= y && PAIRS[kind].holds(x, y, value)).length;
        const [some, total] = classes(n, value);
        return {
          statement: say`${at(GRIDS, scene)(n)} Find the exact probability that ${says(value)}.`,
          answers: [
            answer.number({
              label: say`Probability:`,
              key: rational(fits, all),
              mistakes: [
                mistake(
                  rational(unordered, all),
                )`You counted pairs without order. First 1, second 2 is a different outcome from first 2, second 1.`,
                mistake(
                  rational(unordered, (n * (n + 1)) / 2),
                )`Pairs without order are not equally likely: two different numbers come up in two ways.`,
                mistake(
                  rational(some, total),
                )`${kind === 'both' ? 'That is the probability for one number. Here both have to fit.' : 'You treated the possible values as equally likely. The pairs are, not the values.'}`,
                mistake(rational(all - fits, all))`That is the probability of the opposite. Look at what is asked for.`,
              ],
            }),
          ],
          hints: [
            say`All ordered pairs are equally likely. Think of a square grid: one number gives the row, the other one the column.`,
            say`${how} Count the cells that fit and divide by the number of all.`,
            say`There are ${math`${n} \cdot ${n} = ${all}`} pairs.`,
          ],
          solution: [
            say`There are ${math`${n} \cdot ${n} = ${all}`} equally likely pairs.`,
            say`For the first number 1 to ${n}, this many second numbers fit: ${list(rows)}.`,
            say`Together ${fits}. Probability: ${quotient(fits, all)}.`,
          ],
        };
      },
      // Goes through all pairs.
      verify({ n, kind, value }, [key]) {
        const fitting = pairsOf(n).filter(([x, y]) => PAIRS[kind].holds(x, y, value));
        return key.times(n * n).equals(fitting.length);
      },
    }),

    level({
      says: 'at least one success, and how many trials it takes',
      par: 90,
      pick(rng) {
        const [q, k, target] = [rng.pick(['1/2', '1/3', '2/3', '1/4', '1/5', '2/5', '3/5']), rng.int(2, 4), rng.pick(TARGETS)];
        const needed = trialsFor(rational(q), rational(target));
        const { none, some, all, exactly } = successes(q, k);
        const before = rational(q).power(needed - 1);
        const isClear = before.times(9).compare(ONE.minus(target).times(10)) > 0;
        const isKind = isClear && needed < 7 && needed !== k && areDifferent(some, none, all, exactly, ONE.minus(all));
        return isKind ? { q, k, target, scene: rng.index(TRIALS) } : undefined;
      },
      ask({ q, k, target, scene }) {
        const { opens, trials, does } = at(TRIALS, scene);
        const { p, none, some, all, exactly } = successes(q, k);
        const needed = trialsFor(rational(q), rational(target));
        const [before, then] = [rational(q).power(needed - 1), rational(q).power(needed)];
        return {
          statement: say`${opens} with probability ${p}, independently of other ${trials}. Find the exact probability that at least one of ${k} ${trials} ${does}. What is the smallest number of ${trials} that makes this probability ${decimal(rational(target))} or more?`,
          answers: [
            answer.number({
              label: say`Probability:`,
              key: some,
              mistakes: [
                mistake(p.times(k))`You added up the probabilities. Successes can come together; take “none” from 1.`,
                mistake(none)`That is the probability of no success at all. Take it from 1.`,
                mistake(all)`That is the probability that all succeed. One success is enough.`,
                mistake(exactly)`That is exactly one success. More of them count as well.`,
                mistake(ONE.minus(all))`That is “not all”. The opposite of “at least one” is “none”.`,
              ],
            }),
            answer.number({
              label: say`Number of ${trials}:`,
              key: needed,
              mistakes: [
                mistake(needed - 1)`With that many, the probability is still below ${decimal(rational(target))}.`,
                mistake(needed + 1)`That is enough, but fewer are enough too.`,
              ],
            }),
          ],
          hints: [
            say`“At least one” is the opposite of “none”, and independent events multiply: ${math`P(\text{none}) = (1 - p)^k`}.`,
            say`Take the probability of “none” from 1. Then multiply on by ${math`1 - p`} until “none” is down to ${decimal(ONE.minus(target))} or less.`,
            say`A single one fails with probability ${math`1 - ${p} = ${rational(q)}`}.`,
          ],
          solution: [
            say`None of ${k}: ${math`(${rational(q)})^${k} = ${none}`}. At least one: ${math`1 - ${none} = ${some}`}.`,
            say`“None” has to be at most ${decimal(ONE.minus(target))}.`,
            say`After ${needed - 1} it is ${before}, too much; after ${needed} it is ${then}. So it takes ${needed}.`,
          ],
        };
      },
      // Goes through all runs of k trials; adds up when the first success comes, trial by trial.
      verify({ q, k, target }, [some, needed]) {
        const [fail, p] = [rational(q), ONE.minus(q)];
        const runs = [...tuples([true, false], k)].filter(run => run.includes(true));
        const total = sum(runs.map(run => run.map(wins => (wins ? p : fail)).reduce((x, y) => x.times(y))));
        let [reached, waiting, trials] = [rational(0), ONE, 0];
        for (; reached.compare(target) < 0; trials++) [reached, waiting] = [reached.plus(waiting.times(p)), waiting.times(fail)];
        return some.equals(total) && needed.equals(trials);
      },
    }),
  ],
});

function drawn(counts: readonly number[], asked: number, isNot: boolean) {
  const all = added(counts);
  return { all, fits: isNot ? all - at(counts, asked) : at(counts, asked) };
}

function added(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** `8 / 36 = 2/9`, or just the fraction where it is in lowest terms. */
function quotient(top: number, bottom: number) {
  const value = rational(top, bottom);
  return value.denominator === BigInt(bottom) ? math`${value}` : math`${top} / ${bottom} = ${value}`;
}

/** Twentieths in each region: the first event alone, the second alone, both; the rest is neither. */
interface Regions {
  readonly onlyA: number;
  readonly onlyB: number;
  readonly both: number;
}

function drawRegions(rng: Rng): Regions {
  const [x = 0, y = 0, z = 0] = rng
    .sample(
      Array.from({ length: 19 }, (_, i) => i + 1),
      3,
    )
    .sort((a, b) => a - b);
  return { onlyA: x, onlyB: y - x, both: z - y };
}

function probabilities({ onlyA, onlyB, both: shared }: Regions) {
  const [a, b, both] = [rational(onlyA + shared, 20), rational(onlyB + shared, 20), rational(shared, 20)];
  const union = a.plus(b).minus(both);
  const [neither, one, product] = [ONE.minus(union), union.minus(both), a.times(b)];
  return { a, b, both, union, neither, one, product, independent: ONE.minus(a).times(ONE.minus(b)) };
}

/** The share of twenty cases for which the event holds. */
function share({ onlyA, onlyB, both }: Regions, holds: (inA: boolean, inB: boolean) => boolean): Rational {
  const cases = Array.from({ length: 20 }, (_, i) => [i < onlyA + both, i >= onlyA && i < onlyA + both + onlyB] as const);
  return rational(cases.filter(([inA, inB]) => holds(inA, inB)).length, 20);
}

const PAIR_KINDS = ['sum', 'atLeast', 'apart', 'larger', 'both'] as const;

/** Events of two numbers from 1 to n: in words, of one pair, counted, and how many of the possible values fit. */
const PAIRS = {
  sum: {
    says: (v: number) => say`the two numbers add up to ${v}`,
    holds: (x: number, y: number, v: number) => x + y === v,
    range: (n: number) => [3, 2 * n - 1] as const,
    count: (n: number, v: number) => n - Math.abs(v - n - 1),
    classes: (n: number) => [1, 2 * n - 1] as const,
    how: 'Cells with the same sum lie on a slanted line.',
  },
  atLeast: {
    says: (v: number) => say`the two numbers add up to at least ${v}`,
    holds: (x: number, y: number, v: number) => x + y >= v,
    range: (n: number) => [n + 2, 2 * n - 1] as const,
    count: (n: number, v: number) => ((2 * n - v + 1) * (2 * n - v + 2)) / 2,
    classes: (n: number, v: number) => [2 * n - v + 1, 2 * n - 1] as const,
    how: 'The cells fill a corner of the grid.',
  },
  apart: {
    says: (v: number) => say`the two numbers differ by exactly ${v}`,
    holds: (x: number, y: number, v: number) => Math.abs(x - y) === v,
    range: (n: number) => [1, n - 2] as const,
    count: (n: number, v: number) => 2 * (n - v),
    classes: (n: number) => [1, n] as const,
    how: 'The cells lie on two lines beside the diagonal, as either number may be the larger one.',
  },
  larger: {
    says: (v: number) => say`the larger of the two numbers is ${v} (both may be ${v})`,
    holds: (x: number, y: number, v: number) => Math.max(x, y) === v,
    range: (n: number) => [2, n] as const,
    count: (_: number, v: number) => 2 * v - 1,
    classes: (n: number) => [1, n] as const,
    how: 'One number has that value and the other one is not larger.',
  },
  both: {
    says: (v: number) => say`both numbers are at least ${v}`,
    holds: (x: number, y: number, v: number) => x >= v && y >= v,
    range: (n: number) => [2, n - 1] as const,
    count: (n: number, v: number) => (n - v + 1) * (n - v + 1),
    classes: (n: number, v: number) => [n - v + 1, n] as const,
    how: 'The cells fill a smaller square.',
  },
} as const;

function pairsOf(n: number) {
  const numbers = Array.from({ length: n }, (_, i) => i + 1);
  return [...cartesianProduct(numbers, numbers)].map(([x = 0, y = 0]) => [x, y] as const);
}

/** For each first number, how many second ones fit. */
function byFirst(kind: (typeof PAIR_KINDS)[number], n: number, value: number): number[] {
  const fits = pairsOf(n).map(([x, y]) => (PAIRS[kind].holds(x, y, value) ? 1 : 0));
  return Array.from({ length: n }, (_, i) => added(fits.slice(i * n, i * n + n)));
}

const TARGETS = ['9/10', '19/20', '99/100'] as const;

function successes(fail: string, k: number) {
  const [q, p] = [rational(fail), ONE.minus(fail)];
  const none = q.power(k);
  return { p, none, some: ONE.minus(none), all: p.power(k), exactly: p.times(q.power(k - 1)).times(k) };
}

/** The smallest number of trials after which “none” is at most what the target leaves. */
function trialsFor(q: Rational, target: Rational): number {
  let trials = 1;
  for (let none = q; none.compare(ONE.minus(target)) > 0; none = none.times(q)) trials++;
  return trials;
}
