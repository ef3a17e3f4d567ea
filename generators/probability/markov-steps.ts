// Markov chains step by step: read a row, follow a path, carry a distribution forward, wait for a state, fit a chain to a log.
import {
  answer,
  areDifferent,
  at,
  decimal,
  display,
  type Formula,
  figure,
  generator,
  level,
  list,
  Matrix,
  math,
  matrix,
  matrixOf,
  mistake,
  ONE,
  paired,
  productSumWorked,
  type Rational,
  type Rng,
  rational,
  row,
  say,
  signedSum,
  sum,
  vector,
  word,
} from '#kit';

const PAIRS = [
  { says: 'The weather changes from day to day as a Markov chain.', names: ['sun', 'rain'], unit: 'day' },
  { says: 'A bigram model draws each token from the one before it.', names: ['ha', 'ho'], unit: 'token' },
  { says: 'A server is checked once a minute and behaves as a Markov chain.', names: ['free', 'busy'], unit: 'minute' },
  { says: 'Noise changes a pixel in each step of a diffusion.', names: ['dark', 'light'], unit: 'step' },
  { says: 'A user moves between two pages, a Markov chain of clicks.', names: ['list', 'cart'], unit: 'click' },
  { says: 'A robot picks its mode once an hour, as a Markov chain.', names: ['work', 'rest'], unit: 'hour' },
];
const TRIPLES = [
  { says: 'A random surfer moves between three pages.', names: ['A', 'B', 'C'] },
  { says: 'A bigram model knows three tokens.', names: ['do', 're', 'mi'] },
  { says: 'A robot moves between three rooms.', names: ['hall', 'lab', 'dock'] },
  { says: 'A ticket moves between three queues.', names: ['new', 'open', 'done'] },
  { says: 'A player of a game moves between three leagues.', names: ['low', 'mid', 'top'] },
];
const LOGS = [
  { says: 'Days are logged, S for sun and R for rain:', names: ['S', 'R'] },
  { says: 'A toy language has the letters a and b. A text reads', names: ['a', 'b'] },
  { says: 'A machine is logged each hour, W for working and F for failing:', names: ['W', 'F'] },
  { says: 'Visits of a user are logged, C for a click and N for none:', names: ['C', 'N'] },
  { says: 'Games of an agent are logged, W for a win and L for a loss:', names: ['W', 'L'] },
];

export default generator({
  id: 'probability/markov-steps',
  version: 1,
  title: 'Markov chains: transitions over several steps',
  bullet: 'Markov Chains',
  why: 'A bigram language model, a random surfer and the noising process of a diffusion are Markov chains stepped forward.',
  needs: ['probability/product-rule-independence', 'linear-algebra/matrix-vector-product'],
  levels: [
    level({
      says: 'a row of the transition matrix from a diagram',
      par: 20,
      pick(rng) {
        const [rows, from, to] = [[drawRow(rng, 0), drawRow(rng, 0), drawRow(rng, 0)], rng.int(0, 2), rng.int(0, 2)];
        const [out, into] = [at(rows, from), rows.map(entries => at(entries, from))];
        const isClear = at(out, to) > 0 && out.filter(Boolean).length > 1 && areDifferent(list(out).tex, list(into).tex);
        return isClear ? { rows, from, to, scene: rng.index(TRIPLES) } : undefined;
      },
      ask({ rows, from, to, scene }) {
        const { says, names } = at(TRIPLES, scene);
        const [own, target] = [at(names, from), at(names, to)];
        const P = tenths(rows);
        const known = P.row(from).map((entry, j) => (j === to ? 0 : entry));
        const others = known.entries.filter((entry, j) => j !== to && !entry.isZero());
        const shown = P.entries.map((entries, i) => entries.map((p, j) => (i === from && j === to ? '?' : decimal(p).tex)));
        return {
          statement: say`${says} The figure shows the probabilities of one step. An arrow that is not drawn has probability 0, and one number is missing. Give the row of ${quoted(own)} in the transition matrix: from ${quoted(own)}, to ${inOrder(names)}.`,
          figures: [figure.markov(names, shown)],
          answers: [
            answer.vector({
              label: say`Row:`,
              key: P.row(from),
              decimal: true,
              mistakes: [
                mistake(P.column(from))`Those are the arrows into ${quoted(own)}. A row holds the arrows out of it.`,
                mistake(known)`The missing number is not 0: the arrow is drawn. A row adds up to 1.`,
                mistake(vector(P.row(from).entries.toReversed()))`Keep the order of the states: ${inOrder(names)}.`,
              ],
            }),
          ],
          hints: [
            say`A row of the transition matrix holds the probabilities of all steps out of one state. They add up to 1.`,
            say`Read the arrows that leave ${quoted(own)}, its loop too. The missing number is what the others leave of 1.`,
            say`The missing number belongs to the step from ${quoted(own)} to ${to === from ? 'itself' : quoted(target)}. The others in its row add up to ${decimal(sum(others))}.`,
          ],
          solution: [
            say`Known out of ${quoted(own)}: ${others.length > 1 ? math`${signedSum(others, decimal)} = ${decimal(sum(others))}` : decimal(sum(others))}.`,
            say`The missing one gets the rest: ${math`1 - ${decimal(sum(others))} = ${decimal(P.at(from, to))}`}.`,
            say`In the order ${inOrder(names)} the row is ${shownRow(P.row(from).entries)}.`,
          ],
        };
      },
      // Counts ten equally likely steps out of the state.
      verify: ({ rows, from }, [key]) =>
        key.length === 3 && key.entries.every((p, j) => isCount(p, rows, from, 1, path => at(path, 1) === j)),
    }),

    level({
      says: 'the probability of a path',
      par: 35,
      pick(rng) {
        const path = rng.ints(4, 0, 1);
        const given = { ...drawPair(rng), path };
        return given.isClear && new Set(path).size === 2 ? { a: given.a, b: given.b, path, scene: rng.index(PAIRS) } : undefined;
      },
      ask({ a, b, path, scene }) {
        const { says, names, unit } = at(PAIRS, scene);
        const P = pairMatrix(a, b);
        const steps = path.slice(1).map((to, k) => [at(path, k), to] as const);
        const factors = steps.map(([from, to]) => P.at(from, to));
        const back = steps.map(([from, to]) => P.at(to, from));
        const key = productOf(factors);
        const [start, ...next] = path.map(state => at(names, state));
        return {
          statement: say`${says} The transition matrix, ${convention(names)}: ${display(math`P = ${shownMatrix(P)}`)} The state now is ${quoted(start)}. Find the probability that the states of the next three ${unit}s are ${next.join(', ')}, in this order.`,
          answers: [
            answer.number({
              label: say`Probability:`,
              key,
              decimal: true,
              mistakes: [
                mistake(productOf(back))`You read columns as “from”. The row is the state that is left.`,
                mistake(sum(factors))`All three steps have to happen: multiply their probabilities.`,
                mistake(productOf(factors.slice(0, 2)))`That is the path without its last step. There are three steps.`,
                mistake(productOf(factors.slice(1)))`That is the path without its first step, out of ${quoted(start)}.`,
                mistake(key.over(2))`The state now is known. It takes no factor one half.`,
              ],
            }),
          ],
          hints: [
            say`In a Markov chain each step depends on the state that it leaves, not on what came before.`,
            say`Find the probability of each of the three steps in its row, and multiply them.`,
            say`The first step, from ${quoted(start)} to ${quoted(next[0])}, has the probability ${decimal(at(factors, 0))}.`,
          ],
          solution: [
            ...steps.map(([from, to]) => say`From ${quoted(names[from])} to ${quoted(names[to])}: ${decimal(P.at(from, to))}.`),
            say`Multiply: ${math`${productSumWorked([factors], decimal)}`}.`,
          ],
        };
      },
      // Counts the path among a thousand equally likely courses.
      verify({ a, b, path }, [key]) {
        const isPath = (walked: readonly number[]) => walked.every((state, k) => state === path[k]);
        return isCount(key, pairRows(a, b), at(path, 0), 3, isPath);
      },
    }),

    level({
      says: 'the distribution after two steps',
      par: 45,
      pick(rng) {
        const { a, b, isClear } = drawPair(rng);
        const given = { a, b, start: rng.int(0, 1) };
        if (!isClear) return undefined;
        const { key, once, column, mean } = twoSteps(given);
        return areDifferent(key, once, column, mean) ? { ...given, scene: rng.index(PAIRS) } : undefined;
      },
      ask({ scene, ...given }) {
        const { says, names, unit } = at(PAIRS, scene);
        const { P, key, once, squared, column, mean } = twoSteps(given);
        const [first, second] = [key.at(0), key.at(1)];
        const weights = once.entries;
        return {
          statement: say`${says} The transition matrix, ${convention(names)}: ${display(math`P = ${shownMatrix(P)}`)} The state now is ${quoted(names[given.start])}. Give the distribution two ${unit}s later, in the same order.`,
          answers: [
            answer.vector({
              label: say`Distribution:`,
              key,
              decimal: true,
              mistakes: [
                mistake(once)`That is one ${unit} later. Take one more step.`,
                mistake(squared)`Squaring the entries is not two steps. Add over both states in the middle.`,
                mistake(column, 'linear-algebra/matrix-vector-product')`You used columns as “from”. Rows hold the steps out.`,
                mistake(mean)`You took the plain mean of the rows. Weight them by the distribution one ${unit} later.`,
              ],
            }),
          ],
          hints: [
            say`A distribution one step later is the mean of the rows of ${math`P`}, weighted by the distribution now.`,
            say`Write down the distribution one ${unit} later. Then weight the rows with it and add.`,
            say`One ${unit} later it is ${shownRow(weights)}.`,
          ],
          solution: [
            say`One ${unit} later the distribution is the row of ${quoted(names[given.start])}: ${shownRow(weights)}.`,
            say`Then ${quoted(names[0])} has ${math`${productSumWorked(paired(weights, P.column(0).entries), decimal)}`}.`,
            say`And ${quoted(names[1])} has the rest, ${math`1 - ${decimal(first)} = ${decimal(second)}`}.`,
            say`So the distribution is ${shownRow(key.entries)}.`,
          ],
        };
      },
      // Counts a hundred equally likely courses of two steps.
      verify: ({ a, b, start }, [key]) =>
        key.length === 2 && key.entries.every((p, j) => isCount(p, pairRows(a, b), start, 2, path => at(path, 2) === j)),
    }),

    level({
      says: 'three states: being there, and getting there first',
      par: 110,
      pick(rng) {
        const rows = [drawRow(rng, 1), drawRow(rng, 1), drawRow(rng, 1)];
        const [start = 0, other = 1, goal = 2] = rng.shuffle([0, 1, 2]);
        const given = { rows, start, other, goal };
        const { P, there, fresh, back, first, third } = arrivals(given);
        const isClear = areDifferent(there, fresh, back, P.at(start, goal)) && areDifferent(first, third, fresh, there);
        return isClear ? { ...given, scene: rng.index(TRIPLES) } : undefined;
      },
      ask({ scene, ...given }) {
        const { says, names } = at(TRIPLES, scene);
        const { start, other, goal } = given;
        const { P, there, fresh, back, first, third, soon, stay, hop, away } = arrivals(given);
        const [own, target] = [at(names, start), at(names, goal)];
        const once = P.row(start).entries;
        return {
          statement: say`${says} The transition matrix, ${convention(names)}: ${display(math`P = ${shownMatrix(P)}`)} The chain starts in ${quoted(own)}. Find the probability that it is in ${quoted(target)} after two steps, and the probability that it reaches ${quoted(target)} for the first time in step three.`,
          answers: [
            answer.number({
              label: say`In ${quoted(target)} after two steps:`,
              key: there,
              decimal: true,
              mistakes: [
                mistake(P.at(start, goal))`That is the entry for one step. Add over the state in the middle.`,
                mistake(P.at(start, goal).power(2))`Squaring an entry is not two steps. Add over the state in the middle.`,
                mistake(back)`You went the other way. Start in the row of ${quoted(own)}.`,
                mistake(fresh)`You left out the path that is in ${quoted(target)} after one step already.`,
              ],
            }),
            answer.number({
              label: say`First time in step three:`,
              key: first,
              decimal: true,
              mistakes: [
                mistake(third)`That is being there after three steps. Leave out paths that were there before.`,
                mistake(fresh)`That is the first time in step two. Let it stay away for two steps.`,
                mistake(soon)`That is getting there in three steps or fewer. Count step three alone.`,
                mistake(sum(away))`That is staying away for two steps. The third step has to lead there.`,
              ],
            }),
          ],
          hints: [
            say`Paths that differ exclude each other: add their probabilities. Along a path you multiply.`,
            say`For the first one, add over all three middle states. For the second one, the two states in between are not ${quoted(target)}.`,
            say`The second one has four paths. One is ${inOrder([own, own, own, target])}, with ${math`${decimal(at(once, start))} \cdot ${decimal(at(once, start))} \cdot ${decimal(at(once, goal))}`}.`,
          ],
          solution: [
            say`After two steps: ${display(math`${productSumWorked(paired(once, P.column(goal).entries), decimal)}`)}`,
            say`Now stay away from ${quoted(target)}. In ${quoted(own)} after two such steps: ${math`${productSumWorked(stay, decimal)}`}.`,
            say`In ${quoted(names[other])} after two such steps: ${math`${productSumWorked(hop, decimal)}`}.`,
            say`From there to ${quoted(target)} in step three: ${math`${productSumWorked(paired(away, [P.at(start, goal), P.at(other, goal)]), decimal)}`}.`,
          ],
        };
      },
      // Counts equally likely courses: a hundred of two steps, a thousand of three.
      verify({ rows, start, goal }, [there, first]) {
        const isFresh = (path: readonly number[]) => path.indexOf(goal) === 3;
        return isCount(there, rows, start, 2, path => at(path, 2) === goal) && isCount(first, rows, start, 3, isFresh);
      },
    }),

    level({
      says: 'fit a chain to a sequence, and its mean run',
      par: 90,
      pick(rng) {
        const [seen, own] = [rng.ints(11, 0, 1), rng.int(0, 1)];
        const N = countsOf(seen);
        const totals = N.map(counts => at(counts, 0) + at(counts, 1));
        const isFull = N.flat().every(count => count > 0) && totals.every(total => total > 2);
        if (!isFull) return undefined;
        const { P, columns, joint } = fitted(N);
        const isClear = areDifferent(P, P.transpose(), columns, joint) && !P.at(own, own).equals('1/2');
        return isClear && !P.row(0).equals(P.row(1)) ? { seen, own, scene: rng.index(LOGS) } : undefined;
      },
      ask({ seen, own, scene }) {
        const { says, names } = at(LOGS, scene);
        const N = countsOf(seen);
        const { P, totals, columns, joint, symbols } = fitted(N, seen);
        const [p, name] = [P.at(own, own), quoted(names[own])];
        const leave = ONE.minus(p);
        return {
          statement: say`${says} ${display(word(seen.map(state => at(names, state)).join(' ')))} Fit a Markov chain by maximum likelihood and give its transition matrix, ${convention(names)}. How many entries does a run of ${name} have on average in this chain?`,
          answers: [
            answer.matrix({
              label: say`Transition matrix:`,
              key: P,
              mistakes: [
                mistake(P.transpose())`Rows and columns are swapped. Each row has to add up to 1.`,
                mistake(columns)`You divided by how often a state is reached. Divide by how often it is left.`,
                mistake(joint)`You divided by all transitions. Each row has its own total.`,
                mistake(symbols)`The last entry of the sequence starts no transition. Do not count it in its row.`,
                mistake(matrix(N))`Those are the counts. Divide each row by its total.`,
              ],
            }),
            answer.number({
              label: say`Mean run of ${name}:`,
              key: ONE.over(leave),
              mistakes: [
                mistake(ONE.over(p))`Divide by the probability of leaving, not of staying.`,
                mistake(p.over(leave))`That leaves out the first ${name}, with which the run begins.`,
                mistake(leave)`That is the probability of leaving. The mean time until it happens is its reciprocal.`,
              ],
            }),
          ],
          hints: [
            say`The most likely transition probability is a share: of all times the state was left, how often it went there.`,
            say`Count the four kinds of pairs of neighbours, and divide each row by its total. A run that goes on with probability ${math`p`} has the mean length ${math`1/(1 - p)`}.`,
            say`The sequence has ${seen.length - 1} pairs of neighbours. ${quoted(names[0])} comes first in ${at(totals, 0)} of them.`,
          ],
          solution: [
            say`From ${quoted(names[0])}, to ${inOrder(names)}: counts ${list(at(N, 0))}, together ${at(totals, 0)}.`,
            say`From ${quoted(names[1])}, to ${inOrder(names)}: counts ${list(at(N, 1))}, together ${at(totals, 1)}.`,
            say`Each row divided by its total: ${display(math`P = ${P}`)}`,
            say`In each step a run of ${name} ends with probability ${math`1 - ${p} = ${leave}`}. The reciprocal is its mean length, ${ONE.over(leave)}.`,
          ],
        };
      },
      // The slope of the log-likelihood is 0 in each row; a mean run L fits the first step, L = 1 + pL.
      verify({ seen, own }, [P, run]) {
        const text = seen.join('');
        const isBest = [0, 1].every(i => {
          const [first, second] = [0, 1].map(j => text.match(new RegExp(`${i}(?=${j})`, 'g'))?.length);
          const isBalanced = P.at(i, 1)
            .times(first ?? 0)
            .equals(P.at(i, 0).times(second ?? 0));
          return isBalanced && sum(P.row(i).entries).equals(1);
        });
        return isBest && run.equals(ONE.plus(run.times(P.at(own, own))));
      },
    }),
  ],
});

/** A row in tenths, each entry at least so many. */
function drawRow(rng: Rng, least: number): number[] {
  const first = rng.int(least, 10 - 2 * least - 1);
  const second = rng.int(least, 10 - least - first);
  return rng.shuffle([first, second, 10 - first - second]);
}

/** The first column in tenths; clear where the rows differ and the columns do not add up to 1 as well. */
function drawPair(rng: Rng) {
  const [a, b] = [rng.int(1, 9), rng.int(1, 9)];
  return { a, b, isClear: a !== b && a + b !== 10 };
}

const pairRows = (a: number, b: number) => [
  [a, 10 - a],
  [b, 10 - b],
];
const pairMatrix = (a: number, b: number) => tenths(pairRows(a, b));

function tenths(rows: readonly (readonly number[])[]): Matrix {
  return matrix(rows.map(entries => entries.map(entry => rational(entry, 10))));
}

function productOf(factors: readonly Rational[]): Rational {
  return factors.reduce((product, factor) => product.times(factor), ONE);
}

function twoSteps({ a, b, start }: { a: number; b: number; start: number }) {
  const P = pairMatrix(a, b);
  const once = P.row(start);
  return {
    P,
    once,
    key: P.transpose().apply(once),
    squared: once.map(entry => entry.power(2)),
    column: P.apply(P.column(start)),
    mean: P.row(0).plus(P.row(1)).times('1/2'),
  };
}

/** Being in the goal after two or three steps, and getting there for the first time in step one, two or three. */
function arrivals({ rows, start, other, goal }: { rows: number[][]; start: number; other: number; goal: number }) {
  const P = tenths(rows);
  const [near, far] = [P.at(start, start), P.at(start, other)];
  const column = P.column(goal);
  const stay = paired([near, far], [P.at(start, start), P.at(other, start)]);
  const hop = paired([near, far], [P.at(start, other), P.at(other, other)]);
  const away = [stay, hop].map(pairs => sum(pairs.map(([x, y]) => x.times(y))));
  const reach = ([x = ONE, y = ONE]: readonly Rational[]) => x.times(column.at(start)).plus(y.times(column.at(other)));
  const [fresh, first] = [reach([near, far]), reach(away)];
  return {
    ...{ P, stay, hop, away, fresh, first },
    there: P.row(start).dot(column),
    back: P.row(goal).dot(P.column(start)),
    third: P.row(start).dot(P.apply(column)),
    soon: column.at(start).plus(fresh).plus(first),
  };
}

/** How often each state follows each: row i counts the steps out of i. */
function countsOf(seen: readonly number[]): number[][] {
  const N = [
    [0, 0],
    [0, 0],
  ];
  for (const [k, to] of seen.slice(1).entries()) {
    const counts = at(N, at(seen, k));
    counts[to] = at(counts, to) + 1;
  }
  return N;
}

function fitted(N: readonly (readonly number[])[], seen: readonly number[] = []) {
  const totals = N.map(counts => at(counts, 0) + at(counts, 1));
  const reached = [0, 1].map(j => at(at(N, 0), j) + at(at(N, 1), j));
  const over = (total: (i: number, j: number) => number) => Matrix.build(2, 2, (i, j) => rational(at(at(N, i), j), total(i, j)));
  return {
    totals,
    P: over(i => at(totals, i)),
    columns: over((_, j) => at(reached, j)),
    joint: over(() => 10),
    symbols: over(i => Math.max(1, seen.filter(state => state === i).length)),
  };
}

/** Whether p is the share of those among all equally likely courses, ten for each step. */
function isCount(
  p: Rational,
  rows: readonly (readonly number[])[],
  start: number,
  steps: number,
  keeps: (path: readonly number[]) => boolean,
): boolean {
  const count = (path: readonly number[]): number =>
    path.length > steps
      ? Number(keeps(path))
      : at(rows, at(path, path.length - 1)).reduce((total, cases, to) => total + cases * count([...path, to]), 0);
  return rational(10)
    .power(steps)
    .times(p)
    .equals(count([start]));
}

function quoted(name: string | undefined): string {
  return `“${name}”`;
}

function inOrder(names: readonly string[]): string {
  return names.join(', ');
}

function convention(names: readonly string[]): string {
  return `rows “from”, columns “to”, in the order ${inOrder(names)}`;
}

function shownMatrix(P: Matrix): Formula {
  return matrixOf(P.entries.map(entries => entries.map(decimal)));
}

function shownRow(entries: readonly Rational[]): Formula {
  return row(entries.map(decimal));
}
