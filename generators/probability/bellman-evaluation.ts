// The value of a policy: returns of rewards, one Bellman backup, the equations of two states, steps to a goal, and a policy that chooses by chance.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  combination,
  decimal,
  display,
  type Formula,
  generator,
  level,
  list,
  Matrix,
  math,
  matrix,
  mistake,
  ONE,
  paired,
  productSumWorked,
  type Rational,
  rational,
  say,
  signedSum,
  solve,
  sum,
  sure,
  type Text,
  table,
  tex,
  type Vector,
  vector,
  word,
} from '#kit';

const AGENTS = [
  'An agent plays a short game and earns the rewards',
  'A robot cleans four rooms and earns the rewards',
  'A recommender earns the rewards',
  'A dialogue agent earns the rewards',
];
const CHOICES = [
  { says: 'A robot takes a step in a maze', names: ['hall', 'stairs', 'exit'] },
  { says: 'A game agent makes a move', names: ['safe', 'risky', 'won'] },
  { says: 'A tutor sets a task', names: ['lost', 'unsure', 'sure'] },
  { says: 'A scheduler runs a job', names: ['idle', 'loaded', 'full'] },
];
const DUOS = [
  { says: 'A robot works or charges.', names: ['work', 'charge'] },
  { says: 'A machine is good or worn.', names: ['good', 'worn'] },
  { says: 'A player is ahead or behind.', names: ['ahead', 'behind'] },
  { says: 'A server is fast or slow.', names: ['fast', 'slow'] },
];
const GOALS = [
  { says: 'A robot looks for its dock.', names: ['hall', 'lab'], goal: 'dock' },
  { says: 'A random surfer looks for a page.', names: ['A', 'B'], goal: 'page' },
  { says: 'A debugger works on a fault.', names: ['lost', 'close'], goal: 'fixed' },
  { says: 'A walk on a graph ends in its target.', names: ['u', 'v'], goal: 'target' },
];
const POLICIES = [
  { says: 'A robot is in one of two rooms', names: ['A', 'B'] },
  { says: 'A game token lies on one of two fields', names: ['C', 'D'] },
  { says: 'A drone is over one of two sites', names: ['P', 'Q'] },
  { says: 'A crawler is on one of two pages', names: ['U', 'W'] },
];
const BELLMAN = tex(
  "V(s) = r(s) + \\gamma \\sum_{s'} p(s' \\mid s) \\, V(s')",
  'V of s equals r of s plus gamma times the sum over s prime of p of s prime given s times V of s prime',
);
const BACK = 'You used the transitions the other way round. Use the row of the state that you leave.';

export default generator({
  id: 'probability/bellman-evaluation',
  version: 1,
  title: 'Reinforcement learning: value of a policy',
  bullet: 'Markov Chains',
  why: 'Value functions solve a linear system: that is policy evaluation, the inner step of reinforcement learning.',
  needs: ['probability/markov-steps', 'probability/expectation', 'linear-algebra/linear-systems'],
  levels: [
    level({
      says: 'discounted returns',
      par: 45,
      pick(rng) {
        const gamma = rng.pick(['1/2', '1/2', '1/3', '2/3', '1/4']);
        const [rewards, steady] = [rng.ints(4, -4, 9), rng.int(2, 12)];
        const { key, late, once, reversed } = returns({ gamma, rewards });
        const isRich = rewards.filter(Boolean).length > 2 && at(rewards, 3) !== 0;
        const isClear = isRich && areDifferent(key, late, once, reversed);
        return isClear ? { gamma, rewards, steady, scene: rng.index(AGENTS) } : undefined;
      },
      ask({ gamma, rewards, steady, scene }) {
        const g = rational(gamma);
        const { key, late, once, reversed, powers } = returns({ gamma, rewards });
        const forever = rational(steady).over(ONE.minus(g));
        return {
          statement: say`${at(AGENTS, scene)} ${list(rewards)}, one a step and then no more. The discount factor is ${math`\gamma = ${g}`}, and the first reward is not discounted. Find the exact return ${math`G`}. Also find the return ${math`H`} of a reward of ${steady} in every step for ever.`,
          answers: [
            answer.number({
              label: say`${math`G =`}`,
              key,
              mistakes: [
                mistake(sum(rewards))`You added without a discount. Each step of waiting multiplies by ${math`\gamma`}.`,
                mistake(late)`You discounted the first reward too. It comes at once and counts in full.`,
                mistake(once)`You discounted all later rewards alike. Each step adds one more factor ${math`\gamma`}.`,
                mistake(reversed)`You discounted from the end. The last reward is the one that waits longest.`,
              ],
            }),
            answer.number({
              label: say`${math`H =`}`,
              key: forever,
              mistakes: [
                mistake(forever.times(g))`That leaves out the reward of the first step.`,
                mistake(
                  rational(steady).over(g),
                )`You divided by ${math`\gamma`}. The geometric series divides by ${math`1 - \gamma`}.`,
              ],
            }),
          ],
          hints: [
            say`The return is ${math`r_1 + \gamma r_2 + \gamma^2 r_3 + \ldots`}. A constant reward makes it a geometric series.`,
            say`Multiply each reward by its power of ${math`\gamma`} and add. For ever: the reward divided by ${math`1 - \gamma`}.`,
            say`The four factors are ${list(powers)}.`,
          ],
          solution: [
            say`The factors are ${list(powers)}.`,
            say`${math`G = ${signedSum(paired(rewards, powers).map(([reward, power]) => power.times(reward)))} = ${key}`}.`,
            say`For ever: ${math`H = \frac{${steady}}{1 - ${g}} = ${forever}`}.`,
          ],
        };
      },
      // From the end: each return is a reward and the discounted return after it; the endless one repeats itself.
      verify({ gamma, rewards, steady }, [finite, forever]) {
        const back = rewards.reduceRight((after, reward) => after.times(gamma).plus(reward), rational(0));
        return finite.equals(back) && forever.equals(forever.times(gamma).plus(steady));
      },
    }),

    level({
      says: 'one Bellman backup',
      par: 40,
      pick(rng) {
        const [first, gamma] = [rng.int(1, 7), rng.pick(['0.9', '0.8', '0.5'])];
        const second = rng.int(1, 9 - first);
        const given = { gamma, reward: rng.nonzero(-5, 9), values: rng.ints(3, -5, 20) };
        const chances = [first, second, 10 - first - second];
        const { key, plain, whole, even, best } = backup({ ...given, chances });
        const isClear = new Set(given.values).size === 3 && areDifferent(key, plain, whole, even, best);
        return isClear ? { ...given, chances, scene: rng.index(CHOICES) } : undefined;
      },
      ask({ scene, ...given }) {
        const { says, names } = at(CHOICES, scene);
        const { gamma, reward, values } = given;
        const { key, plain, whole, even, best, mean, chances } = backup(given);
        const g = rational(gamma);
        const rows = names.map((name, i) => [word(name), decimal(at(chances, i)), at(values, i)]);
        return {
          statement: say`${says} and earns ${reward} at once. The table gives the next state, its probability, and its current value estimate. ${table(['next', 'probability', 'value'].map(word), rows)} With ${math`\gamma = ${decimal(g)}`}, compute one Bellman backup for the current state.`,
          answers: [
            answer.number({
              label: say`New value:`,
              key,
              decimal: true,
              mistakes: [
                mistake(plain)`You left out the discount of what comes next.`,
                mistake(whole)`You discounted the reward too. It is earned at once.`,
                mistake(mean.times(g))`You left out the reward ${reward}.`,
                mistake(even)`You took the plain mean of the values. Weight them by their probabilities.`,
                mistake(best)`You took the best next state. Chance picks it, not the agent: take the mean.`,
              ],
            }),
          ],
          hints: [
            say`The backup is ${BELLMAN}.`,
            say`Find the mean of the next values, multiply it by ${math`\gamma`}, and add the reward.`,
            say`The mean adds ${math`${decimal(at(chances, 0))} \cdot ${bracketed(at(values, 0))}`} and two more products.`,
          ],
          solution: [
            say`The mean of the next values: ${display(math`${productSumWorked(paired(chances, values), decimal)}`)}`,
            say`Discounted: ${math`${decimal(g)} \cdot ${bracketed(mean, decimal)} = ${decimal(mean.times(g))}`}.`,
            say`With the reward: ${math`${signedSum([reward, mean.times(g)], decimal)} = ${decimal(key)}`}.`,
          ],
        };
      },
      // The mean return over ten equally likely next states.
      verify({ gamma, reward, values, chances }, [key]) {
        const cases = values.flatMap((value, i) => Array.from({ length: at(chances, i) }, () => value));
        return key.times(10).equals(sum(cases.map(value => rational(gamma).times(value).plus(reward))));
      },
    }),

    level({
      says: 'the values of two states',
      par: 110,
      pick(rng) {
        const [gamma, n] = rng.pick([['1/2', 4] as const, ['1/2', 2] as const, ['2/3', 3] as const]);
        const [a, b, x] = [rng.int(0, n), rng.int(0, n), rng.int(-4, 20)];
        if (a === b || a + b === n || a === n || b === 0) return undefined;
        const values = [x, x - n * rng.nonzero(-3, 3)];
        const rewards = fittingTotals(gamma, n, [a, b], values).map(total => total / n);
        if (!rewards.every(reward => isSmall(reward)) || !rewards.some(Boolean)) return undefined;
        const { key, now, whole, back, alone } = valuesOf(rational(gamma), stayOrGo(a, b, n), vector(rewards));
        return areDifferent(key, now, whole, back, alone) ? { gamma, n, a, b, rewards, scene: rng.index(DUOS) } : undefined;
      },
      ask({ gamma, n, a, b, rewards, scene }) {
        const { says, names } = at(DUOS, scene);
        const { g, P, key, now, whole, back, alone } = valuesOf(rational(gamma), stayOrGo(a, b, n), vector(rewards));
        const rows = names.map((name, i) => [word(name), at(rewards, i), ...P.row(i).entries]);
        return {
          statement: say`${says} In each step it earns the reward of its state, then moves: ${table(['state', 'reward', ...names.map(name => `to ${name}`)].map(word), rows)} With the discount factor ${math`\gamma = ${g}`}, find the values of ${names.join(' and ')}, in this order.`,
          answers: [answer.vector({ label: say`Values:`, key, mistakes: valueMistakes({ now, whole, back, alone }) })],
          hints: [
            say`Each value is the reward now and the discounted mean of the values after: ${BELLMAN}.`,
            say`Write one equation for each state, move all values to the left, and solve the two equations.`,
            say`With ${math`x`} for ${at(names, 0)} and ${math`y`} for ${at(names, 1)}: ${bellman(g, P, rewards, 0)}.`,
          ],
          solution: [
            say`With ${math`x`} for ${at(names, 0)} and ${math`y`} for ${at(names, 1)}: ${bellman(g, P, rewards, 0)} and ${bellman(g, P, rewards, 1)}.`,
            ...solved(g, P, rewards, key),
          ],
        };
      },
      // Backs values up from 0 until nothing changes any more.
      verify({ gamma, n, a, b, rewards }, [key]) {
        const [g, p, q] = [rational(gamma).toNumber(), a / n, b / n];
        return isLimit(key, ([x, y]) => [at(rewards, 0) + g * (p * x + (1 - p) * y), at(rewards, 1) + g * (q * x + (1 - q) * y)]);
      },
    }),

    level({
      says: 'expected steps to a goal',
      par: 100,
      pick(rng) {
        const n = rng.pick([4, 5, 10]);
        const [a, b, c, d] = [rng.int(0, n - 1), rng.int(1, n), rng.int(1, n), rng.int(0, n - 1)];
        const det = (n - a) * (n - d) - b * c;
        if (a + b > n || c + d > n || b === c || a + b + c + d >= 2 * n - 1 || det <= 0) return undefined;
        const isKind = [n - d + b, n - a + c].every(part => (2 * n * part) % det === 0 && n * part <= 20 * det);
        if (!isKind) return undefined;
        const given = { n, a, b, c, d };
        const { key, back, direct, own } = journey(given);
        const isClear = areDifferent(key, back, direct, own) && !key.at(0).equals(key.at(1));
        return isClear ? { ...given, scene: rng.index(GOALS) } : undefined;
      },
      ask({ scene, ...given }) {
        const { says, names, goal } = at(GOALS, scene);
        const { Q, ends, key, back, direct, own } = journey(given);
        const [x, y] = [at(names, 0), at(names, 1)];
        const rows = names.map((name, i) => [word(name), ...[...Q.row(i).entries, at(ends, i)].map(decimal)]);
        const letters = say`With ${math`x`} for ${x} and ${math`y`} for ${y}`;
        return {
          statement: say`${says} The table gives the probabilities of its next state. ${table(['from', ...names, goal].map(word), rows)} Find the expected number of steps to “${goal}” from “${x}” and from “${y}”, in this order.`,
          answers: [
            answer.vector({
              label: say`Expected steps:`,
              key,
              mistakes: [
                mistake(direct)`That is the mean time until it leaves the state. It may go to the other one first.`,
                mistake(back)`${BACK}`,
                mistake(own)`Those are the steps spent in the state itself. Add those in the other state.`,
                mistake(
                  vector(key.entries.map(steps => steps.minus(1))),
                )`You left out a step: each move counts 1, the first one too.`,
              ],
            }),
          ],
          hints: [
            say`Look at the first step: it counts 1, then the expected steps from the next state follow. At the goal there are none left.`,
            say`Write such an equation for each state. They are Bellman equations with the reward 1 and no discount.`,
            say`${letters}: ${firstStep(Q, 0)}.`,
          ],
          solution: [say`${letters}: ${firstStep(Q, 0)} and ${firstStep(Q, 1)}.`, ...solved(ONE, Q, [1, 1], key, decimal)],
        };
      },
      // Adds up the probabilities that the goal is still ahead after 0, 1, 2, … steps.
      verify({ n, a, b, c, d }, [key]) {
        const expected = [0, 1].map(start => {
          let [here, there, steps] = [1 - start, start, 0];
          for (let time = 0; time < 600; time++) {
            steps += here + there;
            [here, there] = [(here * a + there * c) / n, (here * b + there * d) / n];
          }
          return steps;
        });
        return key.length === 2 && expected.every((steps, i) => Math.abs(key.at(i).toNumber() - steps) < 1e-9);
      },
    }),

    level({
      says: 'a policy that chooses by chance',
      par: 150,
      pick(rng) {
        const [gamma, n, unit] = rng.pick([['1/2', 4, 2] as const, ['1/2', 6, 2] as const, ['2/3', 6, 3] as const]);
        const [a, b, x] = [rng.int(1, n - 1), rng.int(1, n - 1), rng.int(0, 20)];
        const values = [x, x - unit * rng.nonzero(-4, 4)];
        const totals = paired(fittingTotals(gamma, n, [a, n - b], values), [a, b]);
        const leave = totals.map(([total, k]) =>
          wholeFrom(Math.round(total / n) + rng.int(-4, 2), k, go => (total - (n - k) * go) / k),
        );
        const stay = totals.map(([total, k], i) => (total - (n - k) * at(leave, i)) / k);
        if (a === b || a + b === n || !stay.every(isSmall)) return undefined;
        const given = { gamma, n, a, b, stay, leave };
        const { key, now, whole, back, alone, even, mean } = policyValue(given);
        const isClear = areDifferent(key, now, whole, back, alone) && areDifferent(mean.at(0), even);
        return isClear ? { ...given, scene: rng.index(POLICIES) } : undefined;
      },
      ask({ scene, ...given }) {
        const { says, names } = at(POLICIES, scene);
        const { stay, leave } = given;
        const { g, P, key, now, whole, back, alone, even, mean, crossed } = policyValue(given);
        const [x, y] = [at(names, 0), at(names, 1)];
        const head = ['state', 'stay', 'reward', 'go', 'reward'].map(word);
        const rows = names.map((name, i) => [word(name), P.at(i, i), at(stay, i), P.at(i, 1 - i), at(leave, i)]);
        const letters = say`With ${math`x`} for ${x} and ${math`y`} for ${y}`;
        return {
          statement: say`${says}, ${x} or ${y}. In each step it stays or goes to the other one. The table gives how often the policy chooses each action, with the reward. ${table(head, rows)} With ${math`\gamma = ${g}`}, find the mean reward of a step in ${x} and the values of ${x} and ${y}.`,
          answers: [
            answer.number({
              label: say`Mean reward in ${x}:`,
              key: mean.at(0),
              mistakes: [
                mistake(even)`You took the plain mean of both rewards. Weight them by the policy.`,
                mistake(rational(at(stay, 0) + at(leave, 0)))`You added both rewards. The policy earns one of them in a step.`,
                mistake(crossed)`You gave each reward the probability of the other action.`,
              ],
            }),
            answer.vector({
              label: say`Values of ${x}, ${y}:`,
              key,
              mistakes: valueMistakes({ now, whole, back, alone }),
            }),
          ],
          hints: [
            say`Averaged over the policy, rewards and steps make a Markov chain with rewards: ${BELLMAN}.`,
            say`Find the mean reward in both states. Then write one equation for each state and solve them.`,
            say`In ${x} the mean adds ${math`${P.at(0, 0)} \cdot ${bracketed(at(stay, 0))}`} and ${math`${P.at(0, 1)} \cdot ${bracketed(at(leave, 0))}`}.`,
          ],
          solution: [
            ...names.map((name, i) => {
              const pairs = paired([P.at(i, i), P.at(i, 1 - i)], [at(stay, i), at(leave, i)]);
              return say`Mean reward in ${name}: ${productSumWorked(pairs)}.`;
            }),
            say`${letters}: ${bellman(g, P, mean.entries, 0)} and ${bellman(g, P, mean.entries, 1)}.`,
            ...solved(g, P, mean.entries, key),
          ],
        };
      },
      // Backs the values of the four actions up from 0; the mean reward from n equally likely choices.
      verify({ gamma, n, a, b, stay, leave }, [mean, key]) {
        const g = rational(gamma).toNumber();
        const [ofA, ofB] = [a / n, b / n];
        const isMean = mean.times(n).equals(at(stay, 0) * a + at(leave, 0) * (n - a));
        const step = ([x, y]: Values): Values => [
          ofA * (at(stay, 0) + g * x) + (1 - ofA) * (at(leave, 0) + g * y),
          ofB * (at(stay, 1) + g * y) + (1 - ofB) * (at(leave, 1) + g * x),
        ];
        return isMean && isLimit(key, step);
      },
    }),
  ],
});

type Values = readonly [number, number];
type Earned = readonly (Rational | number)[];

function returns({ gamma, rewards }: { gamma: string; rewards: readonly number[] }) {
  const powers = rewards.map((_, t) => rational(gamma).power(t));
  const weighted = (list: readonly number[]) => sum(list.map((reward, t) => at(powers, t).times(reward)));
  const [first, later] = [at(rewards, 0), sum(rewards.slice(1))];
  const key = weighted(rewards);
  const once = rational(gamma).times(later).plus(first);
  return { powers, key, once, late: key.times(gamma), reversed: weighted(rewards.toReversed()) };
}

function backup(given: { gamma: string; reward: number; values: readonly number[]; chances: readonly number[] }) {
  const { gamma, reward, values } = given;
  const chances = given.chances.map(part => rational(part, 10));
  const mean = sum(values.map((value, i) => at(chances, i).times(value)));
  const then = (value: Rational) => value.times(gamma).plus(reward);
  const [even, best] = [then(rational(sum(values)).over(3)), then(rational(Math.max(...values)))];
  const plain = mean.plus(reward);
  return { chances, mean, key: then(mean), plain, whole: plain.times(gamma), even, best };
}

/** Row i: to the first state in so many of n cases. */
const stayOrGo = (a: number, b: number, n: number) => matrix([a, b].map(first => [rational(first, n), rational(n - first, n)]));

/** n times the rewards that make these the values, where so many of n cases lead to the first state. */
function fittingTotals(gamma: string, n: number, toFirst: readonly number[], values: readonly number[]): number[] {
  const [top = 0, bottom = 1] = gamma.split('/').map(Number);
  const [x = 0, y = 0] = values;
  return toFirst.map((p, i) => n * at(values, i) - (top * (p * x + (n - p) * y)) / bottom);
}

/** The first number from here on, of so many, that is sent to a whole one. */
function wholeFrom(low: number, count: number, sent: (value: number) => number): number {
  for (let value = low; value < low + count; value++) if (Number.isInteger(sent(value))) return value;
  return low;
}

const isSmall = (reward: number) => Number.isInteger(reward) && Math.abs(reward) <= 15;

/** The values of a chain with rewards, and what comes of the usual slips. */
function valuesOf(g: Rational, P: Matrix, rewards: Vector) {
  const value = (chain: Matrix, earned: Vector) => sure(solve(Matrix.identity(2).minus(chain.times(g)), earned)).particular;
  const key = value(P, rewards);
  const alone = rewards.times(ONE.over(ONE.minus(g)));
  return { g, P, key, now: rewards, whole: key.times(g), back: value(P.transpose(), rewards), alone };
}

type Policy = { gamma: string; n: number; a: number; b: number; stay: readonly number[]; leave: readonly number[] };

function policyValue({ gamma, n, a, b, stay, leave }: Policy) {
  const P = stayOrGo(a, n - b, n);
  const weighted = (i: number, x: number, y: number) => sum([P.at(i, i).times(x), P.at(i, 1 - i).times(y)]);
  const mean = vector([0, 1].map(i => weighted(i, at(stay, i), at(leave, i))));
  const even = rational(at(stay, 0) + at(leave, 0), 2);
  return { ...valuesOf(rational(gamma), P, mean), mean, even, crossed: weighted(0, at(leave, 0), at(stay, 0)) };
}

function valueMistakes({ now, whole, back, alone }: Record<'now' | 'whole' | 'back' | 'alone', Vector>) {
  return [
    mistake(now)`That is one step only. Add the discounted value of where it goes next.`,
    mistake(whole)`You discounted the reward too. It is earned at once, only what comes next waits.`,
    mistake(back)`${BACK}`,
    mistake(alone)`That is staying in one state for ever. The state can change in each step.`,
  ];
}

/** Steps to the goal from two states; a and b of n cases from the first one, c and d from the second one. */
function journey({ n, a, b, c, d }: { n: number; a: number; b: number; c: number; d: number }) {
  const part = (count: number) => rational(count, n);
  const Q = matrix(paired([a, c], [b, d])).times(rational(1, n));
  const det = (n - a) * (n - d) - b * c;
  const steps = (x: number, y: number) => vector([rational(n * x, det), rational(n * y, det)]);
  return {
    Q,
    ends: [part(n - a - b), part(n - c - d)],
    key: steps(n - d + b, n - a + c),
    back: steps(n - d + c, n - a + b),
    own: steps(n - d, n - a),
    direct: vector([rational(n, n - a), rational(n, n - d)]),
  };
}

/** Whether repeating the step from 0 ends at these values. */
function isLimit(key: Vector, step: (values: Values) => Values): boolean {
  let values: Values = [0, 0];
  for (let sweep = 0; sweep < 200; sweep++) values = step(values);
  return key.length === 2 && values.every((value, i) => Math.abs(key.at(i).toNumber() - value) < 1e-9);
}

/** `x = 5 + 1/2 (1/2 x + 1/2 y)`; no brackets around a single term. */
function bellman(g: Rational, P: Matrix, rewards: Earned, i: number): Formula {
  const p = P.row(i).entries;
  const mean = combination(p, ['x', 'y']);
  const later = p.some(chance => chance.isZero()) ? combination([g], [mean]) : math`${g} (${mean})`;
  const reward = rational(at(rewards, i));
  return math`${at(['x', 'y'], i)} = ${reward.isZero() ? later : math`${reward} + ${later}`}`;
}

/** `x = 1 + 0.4 x + 0.2 y`. */
function firstStep(Q: Matrix, i: number): Formula {
  return math`${at(['x', 'y'], i)} = 1 + ${combination(Q.row(i).entries, ['x', 'y'], decimal)}`;
}

/** From all unknowns on the left to their values, with y eliminated first; each state leads to the other one. */
function solved(g: Rational, P: Matrix, rewards: Earned, key: Vector, write?: typeof decimal): readonly Text[] {
  const A = Matrix.identity(2).minus(P.times(g));
  const left = (i: number) => math`${combination(A.row(i).entries, ['x', 'y'], write)} = ${at(rewards, i)}`;
  const k = A.at(0, 1).over(A.at(1, 1)).negated();
  const factor = A.at(0, 0).plus(k.times(A.at(1, 0)));
  const times = k.equals(1) ? '' : say` ${k} times`;
  const alone = math`${combination([factor], ['x'])} = ${factor.times(key.at(0))}`;
  return [
    say`Unknowns to the left: ${left(0)} and ${left(1)}.`,
    say`Add${times} the second one to the first one: ${alone}, so ${math`x = ${key.at(0)}`}.`,
    say`Put ${math`x`} into the second one: ${math`y = ${key.at(1)}`}.`,
  ];
}
