// Long-run shares of a Markov chain: test a claim, balance two states, a line of three, any three states, and build a sampler for a target.
import {
  absorption,
  afterSteps,
  answer,
  areDifferent,
  at,
  combination,
  decimal,
  display,
  type Formula,
  gcd,
  generator,
  level,
  Matrix,
  math,
  matrix,
  matrixOf,
  mistake,
  normalised,
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
  sure,
  table,
  type Vector,
  vector,
  word,
} from '#kit';

const PAIRS = [
  { who: 'A server', names: ['free', 'busy'], unit: 'minute' },
  { who: 'A pixel in a noising process', names: ['dark', 'light'], unit: 'round' },
  { who: 'A user of a shop', names: ['browsing', 'buying'], unit: 'click' },
  { who: 'A robot', names: ['working', 'resting'], unit: 'hour' },
  { who: 'A sensor', names: ['clean', 'noisy'], unit: 'day' },
  { who: 'A link in a network', names: ['up', 'down'], unit: 'second' },
];
const LINES = [
  { says: 'A scheduler moves its learning rate to a neighbouring setting or keeps it.', names: ['low', 'mid', 'high'] },
  { says: 'A buffer holds 0, 1 or 2 requests, and changes by one at most.', names: ['0', '1', '2'] },
  { says: 'A random walk on a line of three pages stays or goes to a neighbour.', names: ['A', 'B', 'C'] },
  { says: 'A player rises or falls by one league at most.', names: ['low', 'mid', 'top'] },
  { says: 'A robot in a corridor of three rooms stays or goes to the next room.', names: ['left', 'centre', 'right'] },
];
const TRIPLES = [
  { says: 'A random surfer moves between three pages.', names: ['A', 'B', 'C'] },
  { says: 'A bigram model knows three tokens.', names: ['do', 're', 'mi'] },
  { says: 'A robot moves between three rooms.', names: ['hall', 'lab', 'dock'] },
  { says: 'A forecaster knows three kinds of weather.', names: ['sun', 'rain', 'snow'] },
  { says: 'An agent follows a fixed policy through three states.', names: ['A', 'B', 'C'] },
];
const SAMPLERS = [
  { says: 'A sampler visits three models.', names: ['A', 'B', 'C'] },
  { says: 'A sampler draws one of three topics.', names: ['art', 'law', 'sport'] },
  { says: 'A sampler walks over three labels.', names: ['cat', 'dog', 'bird'] },
  { says: 'A sampler chooses a network size.', names: ['small', 'medium', 'large'] },
  { says: 'A sampler moves between three vertices.', names: ['u', 'v', 'w'] },
];
const UNIFORM = vector(['1/3', '1/3', '1/3']);

export default generator({
  id: 'probability/stationary-distribution',
  version: 1,
  title: 'Long-run behaviour: stationary distributions',
  bullet: 'Markov Chains',
  why: 'MCMC samplers, PageRank and average-reward learning all rest on the stationary distribution of a chain.',
  needs: ['probability/markov-steps', 'linear-algebra/linear-systems'],
  levels: [
    level({
      says: 'is this distribution stationary?',
      par: 40,
      pick(rng) {
        const [p, q] = [rng.int(1, 9), rng.int(1, 9)];
        if (p === q || p + q === 10 || (100 * q) % (p + q) !== 0) return undefined;
        const own = (100 * q) / (p + q);
        const share = rng.int(0, 1) === 1 ? own : rng.pick([100 - own, 50, 10 * rng.int(1, 9)]);
        const { key, applied } = claim({ p, q, share });
        return areDifferent(key, applied) ? { p, q, share, scene: rng.index(PAIRS) } : undefined;
      },
      ask({ scene, ...given }) {
        const { who, names, unit } = at(PAIRS, scene);
        const { P, pi, key, applied, mean } = claim(given);
        const isNot = key.equals(pi) ? '' : 'not ';
        const first = productSumWorked(paired(pi.entries, P.column(0).entries), decimal);
        return {
          statement: say`${who} is ${names.join(' or ')}, a Markov chain with one step per ${unit}. The transition matrix, ${convention(names)}: ${display(math`P = ${matrixOf(P.entries.map(entries => entries.map(decimal)))}`)} Someone claims that ${math`\pi = ${row(pi.entries.map(decimal))}`} is stationary. Give the distribution one ${unit} after ${math`\pi`}, and say whether the claim holds.`,
          answers: [
            answer.vector({
              label: say`One ${unit} later:`,
              key,
              decimal: true,
              mistakes: [
                mistake(pi)`That is ${math`\pi`} itself. Take one step from it.`,
                mistake(
                  applied,
                  'linear-algebra/matrix-vector-product',
                )`You weighted the columns: ${math`P \pi`}. A distribution is a row in front, ${math`\pi P`}.`,
                mistake(mean)`You took the plain mean of the rows. Weight them by ${math`\pi`}.`,
              ],
            }),
            answer.choice({
              label: say`${math`\pi`} is`,
              key: isNot ? 'no' : 'yes',
              options: [
                { id: 'yes', text: say`stationary` },
                { id: 'no', text: say`not stationary` },
              ],
              mistakes: [
                mistake('yes')`Compare both distributions: one step changes the shares.`,
                mistake('no')`Compare both distributions: one step leaves the shares as they are.`,
              ],
            }),
          ],
          hints: [
            say`A distribution is stationary when one step leaves it as it is: ${math`\pi P = \pi`}.`,
            say`Weight the rows of ${math`P`} by the entries of ${math`\pi`} and add. Compare the result with ${math`\pi`}.`,
            say`The first entry adds ${math`${decimal(pi.at(0))} \cdot ${decimal(P.at(0, 0))}`} and ${math`${decimal(pi.at(1))} \cdot ${decimal(P.at(1, 0))}`}.`,
          ],
          solution: [
            say`The first entry is ${first}.`,
            say`The second one is the rest, so one ${unit} later the distribution is ${row(key.entries.map(decimal))}.`,
            say`That is ${isNot}${math`\pi`}, so ${math`\pi`} is ${isNot}stationary.`,
          ],
        };
      },
      // What leaves the first state and what comes in; stationary where both are the same.
      verify({ p, q, share }, [key, verdict]) {
        const [out, into] = [rational(share * p, 1000), rational((100 - share) * q, 1000)];
        const first = rational(share, 100).minus(out).plus(into);
        const isVector = key.length === 2 && key.at(0).equals(first) && sum(key.entries).equals(1);
        return isVector && verdict === (out.equals(into) ? 'yes' : 'no');
      },
    }),

    level({
      says: 'two states and how often each is left',
      par: 35,
      pick(rng) {
        const [p, q] = [rng.int(1, 19), rng.int(1, 19)];
        const sides = p + q === 20 ? 1 : (p + q) / Number(gcd(BigInt(p), BigInt(q)));
        return p !== q && sides > 1 && sides <= 15 ? { p, q, scene: rng.index(PAIRS) } : undefined;
      },
      ask({ p, q, scene }) {
        const { who, names, unit } = at(PAIRS, scene);
        const [leave, back] = [rational(p, 20), rational(q, 20)];
        const [x, y] = [at(names, 0), at(names, 1)];
        const total = leave.plus(back);
        return {
          statement: say`${who} is ${x} or ${y}, a Markov chain with one step per ${unit}. It goes from ${x} to ${y} with probability ${decimal(leave)}, and from ${y} to ${x} with probability ${decimal(back)}. Find the exact stationary distribution in the order ${x}, ${y}.`,
          answers: [
            answer.vector({
              label: say`Stationary:`,
              key: normalised([back, leave]),
              mistakes: [
                mistake(normalised([leave, back]))`It is the other way round: a state that is left easily has a small share.`,
                mistake(
                  normalised([ONE.minus(leave), ONE.minus(back)]),
                )`Shares are not in the ratio of the chances of staying one ${unit}.`,
                mistake(vector([back, leave]))`The ratio is right. Divide by the sum, so that the shares add up to 1.`,
                mistake(vector(['1/2', '1/2']))`Equal shares need equal probabilities of leaving.`,
              ],
            }),
          ],
          hints: [
            say`In the long run the chain goes from ${x} to ${y} as often as back from ${y} to ${x}.`,
            say`A flow is share times probability. Set the two flows equal, and use that the shares add up to 1.`,
            say`With the shares ${math`\pi_1`} and ${math`\pi_2`}: ${math`${decimal(leave)} \, \pi_1 = ${decimal(back)} \, \pi_2`}.`,
          ],
          solution: [
            say`Both flows are equal: ${math`${decimal(leave)} \, \pi_1 = ${decimal(back)} \, \pi_2`}.`,
            say`So the shares are in the ratio ${decimal(back)} to ${decimal(leave)}, with the sum ${decimal(total)}.`,
            say`Divide by the sum: ${math`\pi = ${row([back, leave].map(part => math`\frac{${decimal(part)}}{${decimal(total)}}`))} = ${row(normalised([back, leave]).entries)}`}.`,
          ],
        };
      },
      verify: ({ p, q }, [key]) => stays(tenths(twoStates(p, q, 20), 20), key),
    }),

    level({
      says: 'three states in a line',
      par: 80,
      pick(rng) {
        const n = rng.pick([3, 4, 6]);
        const [a, b, d] = [rng.int(1, n - 1), rng.int(1, n - 1), rng.int(1, n - 1)];
        const given = { n, a, b, c: rng.int(1, n - b), d };
        const { weights, key, reversed, diagonal } = line(given);
        const isKind = key.entries.every(share => share.denominator <= 20n) && Math.max(...weights.map(Number)) <= 12;
        const isClear = areDifferent(key, reversed, UNIFORM) && areDifferent(key, diagonal, UNIFORM);
        return isKind && isClear ? { ...given, scene: rng.index(LINES) } : undefined;
      },
      ask({ scene, ...given }) {
        const { says, names } = at(LINES, scene);
        const { P, key, weights, reversed, diagonal, ratios } = line(given);
        const flows = [0, 1].map(i => math`${P.at(i, i + 1)} \, ${share(i)} = ${P.at(i + 1, i)} \, ${share(i + 1)}`);
        return {
          statement: say`${says} The transition matrix, ${convention(names)}: ${display(math`P = ${P}`)} Find the stationary distribution, in the same order.`,
          answers: [
            answer.vector({
              label: say`Stationary:`,
              key,
              mistakes: [
                mistake(
                  reversed,
                )`You turned the balance round: ${math`\pi_i p_{ij} = \pi_j p_{ji}`}. Left easily means a small share.`,
                mistake(diagonal)`Shares are not in the ratio of the chances of staying for one step.`,
                ...[vector(weights), vector(ratios)].map(ratio => mistake(ratio)`The ratios are right. Divide by their sum.`),
                evenly(),
              ],
            }),
          ],
          hints: [
            say`On a line the steps from a state to its neighbour are in the long run as frequent as the steps back.`,
            say`Set the flows between the first two states equal, then those between the last two. Then make the shares add up to 1.`,
            say`The first balance is ${at(flows, 0)}.`,
          ],
          solution: [
            say`From ${at(names, 0)} to ${at(names, 1)} and back: ${at(flows, 0)}, so ${math`${share(1)} = ${combination([at(ratios, 1)], [share(0)])}`}.`,
            say`From ${at(names, 1)} to ${at(names, 2)} and back: ${at(flows, 1)}, so ${math`${share(2)} = ${combination([at(ratios, 2).over(at(ratios, 1))], [share(1)])} = ${combination([at(ratios, 2)], [share(0)])}`}.`,
            say`As whole numbers the ratios are ${weights.join(' : ')}, with the sum ${math`${signedSum(weights)} = ${sum(weights)}`}.`,
            say`So ${math`\pi = ${row(key.entries)}`}.`,
          ],
        };
      },
      verify: (given, [key]) => stays(line(given).P, key),
    }),

    level({
      says: 'any three states',
      par: 120,
      pick(rng) {
        const n = rng.pick([5, 10]);
        const rows = [drawRow(rng, n), drawRow(rng, n), drawRow(rng, n)];
        const weights = treeWeights(rows);
        const total = weights.reduce((all, weight) => all + weight);
        if (total > 20 || new Set(weights).size === 1) return undefined;
        const { key, means, diagonal } = general({ n, rows });
        return areDifferent(key, means, diagonal, UNIFORM) ? { n, rows, scene: rng.index(TRIPLES) } : undefined;
      },
      ask({ scene, ...given }) {
        const { says, names } = at(TRIPLES, scene);
        const { P, key, means, diagonal, weights } = general(given);
        const [first, second] = [balance(P, 0), balance(P, 1)];
        const last = at(weights, 2);
        const scaled = weights.slice(0, 2).map(weight => combination([rational(weight, last)], [share(2)]));
        return {
          statement: say`${says} The transition matrix, ${convention(names)}: ${display(math`P = ${matrixOf(P.entries.map(entries => entries.map(decimal)))}`)} Find the exact stationary distribution, in the same order.`,
          answers: [
            answer.vector({
              label: say`Stationary:`,
              key,
              mistakes: [
                evenly(),
                mistake(means)`That is one step after equal shares. Another step still changes it.`,
                mistake(diagonal)`Shares are not in the ratio of the chances of staying for one step.`,
                mistake(vector(weights))`The ratios are right. Divide by their sum.`,
              ],
            }),
          ],
          hints: [
            say`In the long run each state is left as often as it is entered: ${math`\pi P = \pi`}, and the shares add up to 1.`,
            say`Write two of the three balance equations, express two shares by the third one, and divide by the sum.`,
            say`For the first state: ${first}.`,
          ],
          solution: [
            say`The first state is left as often as entered: ${first}.`,
            say`The second one: ${second}. Multiply it by ${decimal(ONE.minus(P.at(0, 0)))} and put the first one in: ${without(P)}, so ${math`${share(1)} = ${at(scaled, 1)}`}.`,
            say`Back in the first one: ${math`${share(0)} = ${at(scaled, 0)}`}.`,
            say`The ratios are ${weights.join(' : ')} with the sum ${sum(weights)}, so ${math`\pi = ${row(key.entries)}`}.`,
          ],
        };
      },
      verify: ({ n, rows }, [key]) => stays(tenths(rows, n), key),
    }),

    level({
      says: 'a Metropolis sampler: its row and its mean return time',
      par: 90,
      pick(rng) {
        const weights = rng.ints(3, 1, 9);
        const own = rng.int(0, 2);
        const isOne = weights.reduce((a, b) => Number(gcd(BigInt(a), BigInt(b)))) === 1;
        if (!isOne || !weights.some(weight => weight < at(weights, own))) return undefined;
        const { key, target, upside } = sampler({ weights, own });
        return areDifferent(key, target, upside) ? { weights, own, scene: rng.index(SAMPLERS) } : undefined;
      },
      ask({ scene, ...given }) {
        const { says, names } = at(SAMPLERS, scene);
        const { weights, own } = given;
        const { key, target, upside, greedy, unhalved, lost, total } = sampler(given);
        const [weight, name] = [at(weights, own), at(names, own)];
        const others = [0, 1, 2].filter(j => j !== own);
        const chances = others.map(j => math`\min(1, ${rational(at(weights, j), weight)})`);
        const accepted = others.map(j => key.at(j));
        return {
          statement: say`${says} The table gives the target up to a factor. A Metropolis step proposes one of the others, each with probability ${rational(1, 2)}, and accepts it or stays. ${table(names.map(word), [weights])} Give the row out of ${name}, in this order, and the mean return time to ${name} in steps. Staying is a return in one step.`,
          answers: [
            answer.vector({
              label: say`Row:`,
              key,
              mistakes: [
                mistake(greedy)`You accepted every proposal. Towards a smaller weight, accept with the ratio of the weights.`,
                mistake(unhalved)`You left out the probability 1/2 of making the proposal.`,
                mistake(upside)`You turned the ratio round: the weight of the proposal comes on top.`,
                mistake(lost)`The row has to add up to 1: a rejected proposal means staying.`,
                mistake(target)`That is the target. The sampler approaches it over many steps, not in one.`,
              ],
            }),
            answer.number({
              label: say`Mean return time:`,
              key: rational(total, weight),
              mistakes: [
                mistake(
                  rational(weight, total),
                )`That is the long-run share of ${name}. A small share means a long time until it returns.`,
                ...returnMistakes(key.at(own)),
                mistake(3)`That fits equal shares only. Use the target share of ${name}.`,
              ],
            }),
          ],
          hints: [
            say`A proposal with the weight ${math`w'`} is accepted from the weight ${math`w`} with probability ${math`\min(1, w'/w)`}. The target is then stationary.`,
            say`A step away takes proposal and acceptance, and staying gets the rest. The mean return time is 1 over the long-run share.`,
            say`From ${name}, the proposal ${at(names, at(others, 0))} is accepted with probability ${at(chances, 0)}.`,
          ],
          solution: [
            ...others.map((j, k) => say`To ${at(names, j)}: ${math`\frac{1}{2} \cdot ${at(chances, k)} = ${at(accepted, k)}`}.`),
            say`Staying gets the rest, ${math`${signedSum([ONE, ...accepted.map(p => p.negated())])} = ${key.at(own)}`}.`,
            say`The long-run share of ${name} is ${math`\frac{${weight}}{${signedSum(weights)}}`}, so the mean return time is 1 over it, ${rational(total, weight)}.`,
          ],
        };
      },
      // Balance with steps back that are as large as proposals allow; the mean return by first steps in place of shares.
      verify({ weights, own }, [key, time]) {
        const isBalanced = [0, 1, 2].every(j => {
          const back = key.at(j).times(rational(at(weights, own), at(weights, j)));
          const isFull = key.at(j).equals('1/2') ? back.compare('1/2') <= 0 : back.equals('1/2') && key.at(j).compare('1/2') < 0;
          return j === own || isFull;
        });
        const goal = Matrix.build(3, 3, (i, j) => (i === own ? (i === j ? 1 : 0) : sampler({ weights, own: i }).key.at(j)));
        const { steps } = sure(absorption(goal));
        const later = [0, 1, 2].filter(j => j !== own).map((j, k) => key.at(j).times(steps.at(k)));
        return key.length === 3 && isBalanced && sum(key.entries).equals(1) && time.equals(ONE.plus(sum(later)));
      },
    }),
  ],
});

/** Puts it back: one step changes nothing, and the shares add up to 1. */
function stays(P: Matrix, key: Vector): boolean {
  return key.length === P.rows && sum(key.entries).equals(1) && afterSteps(P, key, 1).equals(key);
}

function tenths(rows: readonly (readonly number[])[], n: number): Matrix {
  return matrix(rows.map(entries => entries.map(entry => rational(entry, n))));
}

/** Two states, left in p and in q of n cases. */
function twoStates(p: number, q: number, n: number): number[][] {
  return [
    [n - p, p],
    [q, n - q],
  ];
}

function claim({ p, q, share }: { p: number; q: number; share: number }) {
  const P = tenths(twoStates(p, q, 10), 10);
  const pi = vector([rational(share, 100), rational(100 - share, 100)]);
  return { P, pi, key: afterSteps(P, pi, 1), applied: P.apply(pi), mean: afterSteps(P, vector(['1/2', '1/2']), 1) };
}

function line({ n, a, b, c, d }: { n: number; a: number; b: number; c: number; d: number }) {
  const lines = [
    [n - a, a, 0],
    [b, n - b - c, c],
    [0, d, n - d],
  ];
  const [P, weights] = [tenths(lines, n), whole([b * d, a * d, a * c])];
  return {
    ...{ P, weights },
    ratios: [ONE, rational(a, b), rational(a * c, b * d)],
    key: normalised(weights),
    reversed: normalised([a * c, b * c, b * d]),
    diagonal: normalised([0, 1, 2].map(i => P.at(i, i))),
  };
}

/** A row with the sum n and no zero. */
function drawRow(rng: Rng, n: number): number[] {
  const first = rng.int(1, n - 2);
  const second = rng.int(1, n - 1 - first);
  return rng.shuffle([first, second, n - first - second]);
}

function whole(weights: readonly number[]): number[] {
  const factor = weights.reduce((a, b) => Number(gcd(BigInt(a), BigInt(b))));
  return weights.map(weight => weight / factor);
}

/** Shares as small whole numbers, from the trees that lead to each state (the Markov chain tree theorem). */
function treeWeights(rows: readonly (readonly number[])[]): number[] {
  const p = (i: number, j: number) => at(at(rows, i % 3), j % 3);
  return whole([0, 1, 2].map(i => p(i + 1, i) * p(i + 2, i) + p(i + 1, i) * p(i + 2, i + 1) + p(i + 2, i) * p(i + 1, i + 2)));
}

function general({ n, rows }: { n: number; rows: number[][] }) {
  const [P, weights] = [tenths(rows, n), treeWeights(rows)];
  return {
    ...{ P, weights },
    key: normalised(weights),
    means: afterSteps(P, UNIFORM, 1),
    diagonal: normalised([0, 1, 2].map(i => P.at(i, i))),
  };
}

/** The flow out of a state equals the flow into it. */
function balance(P: Matrix, i: number): Formula {
  const others = [0, 1, 2].filter(j => j !== i);
  const into = others.map(j => P.at(j, i));
  return math`${combination([ONE.minus(P.at(i, i))], [share(i)], decimal)} = ${combination(into, others.map(share), decimal)}`;
}

/** The second balance times the first factor of the first one, with the first share put in. */
function without(P: Matrix): Formula {
  const [leave, from] = [ONE.minus(P.at(0, 0)), P.at(0, 1)];
  const own = leave.times(ONE.minus(P.at(1, 1))).minus(from.times(P.at(1, 0)));
  const last = leave.times(P.at(2, 1)).plus(from.times(P.at(2, 0)));
  return math`${combination([own], [share(1)], decimal)} = ${combination([last], [share(2)], decimal)}`;
}

/** The row out of one state, and the rows that come of the usual slips. */
function sampler({ weights, own }: { weights: readonly number[]; own: number }) {
  const total = weights.reduce((all, weight) => all + weight);
  const weight = at(weights, own);
  const ratio = (j: number) => rational(Math.min(at(weights, j), weight), weight);
  const inverse = (j: number) => rational(Math.min(at(weights, j), weight), at(weights, j));
  const filled = (chance: (j: number) => Rational) => {
    const moves = [0, 1, 2].map(j => (j === own ? rational(0) : chance(j)));
    return vector(moves.map((move, j) => (j === own ? ONE.minus(sum(moves)) : move)));
  };
  const key = filled(j => ratio(j).over(2));
  return {
    total,
    key,
    upside: filled(j => inverse(j).over(2)),
    greedy: filled(() => rational(1, 2)),
    unhalved: vector([0, 1, 2].map(j => (j === own ? 0 : ratio(j)))),
    lost: key.map((p, j) => (j === own ? 0 : p)),
    target: vector(weights.map(entry => rational(entry, total))),
  };
}

function returnMistakes(stay: Rational) {
  const run = mistake(ONE.over(ONE.minus(stay)))`That is the mean time until it leaves. Count until it is there again.`;
  const says = 'Coming back by staying is one way of several. Use the long-run share.';
  return stay.isZero() ? [run] : [run, mistake(ONE.over(stay))`${says}`];
}

const evenly = () =>
  mistake(UNIFORM)`Equal shares solve ${math`P x = x`}. You need ${math`\pi P = \pi`}, with ${math`\pi`} as a row in front.`;

function share(i: number): Formula {
  return math`${at(['\\pi_1', '\\pi_2', '\\pi_3'], i)}`;
}

function convention(names: readonly string[]): string {
  return `rows “from”, columns “to”, in the order ${names.join(', ')}`;
}
