// AdaGrad and RMSprop by hand: each weight is divided by the root of its squared gradients, added up or averaged.
import {
  answer,
  at,
  bracketed,
  decimal,
  drawIntegerNorm,
  type Formula,
  generator,
  lcm,
  level,
  list,
  math,
  mistake,
  ONE,
  type Rational,
  type Rng,
  rational,
  row,
  say,
  sum,
  type Text,
  type Vector,
  vector,
  ZERO,
} from '#kit';

type Step = { rho: string; eta: string; s: number[]; g: number[]; w: string[] };
type Move = { t: number; from: Rational; rate: Rational; g: Rational; s: Rational };
type Mistakes = { wrong: Rational; says: Text }[];

/** What is trained, and the letter of its one weight. */
const SCENES = [
  { letter: 'u', says: say`A translation model trains one entry ${math`u`} of a rare word’s vector` },
  { letter: 'w', says: say`A spam filter trains its weight ${math`w`}` },
  { letter: 'b', says: say`A model of energy use trains its bias ${math`b`}` },
  { letter: 'k', says: say`A robot learns the gain ${math`k`} of its controller` },
  { letter: 'c', says: say`A fraud detector learns the cut-off ${math`c`} of its score` },
];
const PAIRS = [
  say`RMSprop trains the weights ${math`w`} of a frequent and a rare word.`,
  say`RMSprop trains the weights ${math`w`} of a price in cents and an age in years.`,
  say`In a ranking model, RMSprop trains the weights ${math`w`} of a click and a purchase.`,
  say`RMSprop trains two weights ${math`w`}, one in an early and one in a late layer.`,
];
/** ρ with roots of the old average, gradients and roots of the new one that are integers, up to a common factor. */
const TRIPLES = [
  { rho: '0.9', roots: [1, 9, 3, 3, 13, 5] },
  { rho: '0.8', roots: [1, 4, 2, 1, 11, 5, 11, 4, 10] },
  { rho: '0.75', roots: [3, 13, 7, 5, 11, 7] },
  { rho: '0.6', roots: [1, 11, 7, 9, 1, 7] },
  { rho: '0.5', roots: [1, 7, 5, 7, 1, 5] },
] as const;
/** ρ, the root of 1 − ρ, and the sizes of two gradients whose root of the average is rational after each step from 0. */
const STARTS = [
  { rho: '0.75', root: '0.5', sizes: [2, 1, 6, 13, 8, 1, 10, 11] },
  { rho: '0.96', root: '0.2', sizes: [5, 1, 10, 23] },
  { rho: '0.99', root: '0.1', sizes: [10, 1] },
  { rho: '0.84', root: '0.4', sizes: [5, 2, 20, 17] },
  { rho: '0.64', root: '0.6', sizes: [5, 3, 15, 16] },
  { rho: '0.36', root: '0.8', sizes: [5, 4, 20, 9] },
] as const;

export default generator({
  id: 'optimization/rmsprop-step',
  version: 1,
  title: 'AdaGrad and RMSprop',
  bullet: 'Gradient Descent Variants',
  why: 'Each weight gets a step size of its own, divided by the root of its squared gradients: the half of Adam that scales.',
  needs: ['optimization/ema-bias-correction', 'calculus/gradient-descent-step'],
  levels: [
    level({
      says: 'AdaGrad: squares are added up',
      par: 35,
      pick(rng) {
        const g = drawIntegerNorm(rng, 3);
        const share = rational(at(g, 2)).over(root(vector(g).normSquared()));
        const eta = rateFor([share], rng);
        return { g, eta, w: tenths(rng), scene: rng.index(SCENES) };
      },
      ask({ g, eta, w, scene }) {
        const { letter, says } = at(SCENES, scene);
        const [from, rate, last] = [rational(w), rational(eta), rational(at(g, 2))];
        const s = vector(g).normSquared();
        const under = root(s);
        const step = rate.times(last).over(under);
        return {
          statement: say`${says} with AdaGrad. ${adaGrad(letter)} Here ${math`\eta = ${decimal(rate)}`} and ${math`s_0 = 0`}. The first three gradients are ${math`${list(g)}`}, and after two steps ${math`${letter}_2 = ${decimal(from)}`}. Find ${math`s_3`} and ${math`${letter}_3`}.`,
          answers: [
            answer.number({
              label: say`${math`s_3 =`}`,
              key: s,
              mistakes: [
                mistake(sum(g))`You added the gradients. Add their squares.`,
                mistake(sum(g).power(2))`You squared the sum. Square each gradient, then add.`,
                mistake(s.minus(last.power(2)))`That is ${math`s_2`}. The new square comes in before the step.`,
                mistake(last.power(2))`That is the new square alone. AdaGrad adds it to the old ones.`,
                mistake(under)`That is the root. The rule takes it only in the step.`,
              ],
            }),
            weightAfter(say`${math`${letter}_3 =`}`, { t: 3, from, rate, g: last, s }, [
              mistake(from.minus(rate.times(last.sign())))`You divided by the root of one square. All three squares count.`,
              mistake(from.minus(last.over(under)))`You left out ${math`\eta`}. Multiply the quotient by it.`,
            ]),
          ],
          hints: [
            say`AdaGrad keeps the sum ${math`s`} of all squared gradients. Its root divides the step.`,
            say`Add the three squares, take the root, and step by ${math`\eta`} times the third gradient over this root.`,
            say`The sum is ${math`s_3 = ${squaresOf(g)}`}.`,
          ],
          solution: [
            say`Squares: ${math`s_3 = ${squaresOf(g)} = ${s}`}, with the root ${under}.`,
            say`Step: ${math`${letter}_3 = ${stepped(from, rate, last, under)} = ${decimal(from.minus(step))}`}.`,
          ],
        };
      },
      // Take the squares away again until 0 is left; the squared step times s is the squared rate times the squared gradient.
      verify: ({ g, eta, w }, [s, end]) =>
        g.reduce((left, x) => left.minus(x * x), s).isZero() && balances(end.minus(w), eta, at(g, 2), s),
    }),

    level({
      says: 'RMSprop: squares are averaged',
      par: 45,
      pick(rng) {
        const { rho, roots } = rng.pick(TRIPLES);
        const given = drawStep(rng, rho, rng.sample(tuplesOf(3, roots), 1), [rng.int(1, 2)]);
        return { ...given, scene: rng.index(SCENES) };
      },
      ask(given) {
        const { letter, says } = at(SCENES, given.scene);
        const [s, g, w] = [at(given.s, 0), rational(at(given.g, 0)), rational(at(given.w, 0))];
        const { rho, news, eta, next, swapped, added, unsquared } = averagesOf(given);
        const under = root(next.at(0));
        const byOld = w.minus(eta.times(g).over(root(rational(s))));
        const end = w.minus(eta.times(g).over(under));
        return {
          statement: say`${says} with RMSprop. ${rmsProp(letter)} Here ${math`\rho = ${decimal(rho)}`}, ${math`\eta = ${decimal(eta)}`}, ${math`s_0 = ${s}`}, ${math`${letter}_0 = ${decimal(w)}`} and ${math`g_1 = ${g}`}. Find ${math`s_1`} and ${math`${letter}_1`}.`,
          answers: [
            answer.number({
              label: say`${math`s_1 =`}`,
              key: next.at(0),
              decimal: true,
              mistakes: [
                mistake(swapped.at(0))`The weights are swapped: ${math`\rho`} belongs to the old average.`,
                mistake(added.at(0))`You added as AdaGrad does. RMSprop averages, so it forgets.`,
                mistake(unsquared.at(0))`You averaged in the gradient itself. Square it first.`,
                mistake(rho.times(s).plus(g.power(2)))`The new square has the weight ${math`1 - \rho`}.`,
                mistake(rho.times(s).plus(news.times(g).power(2)))`Square the gradient only, not its weight.`,
              ],
            }),
            weightAfter(say`${math`${letter}_1 =`}`, { t: 1, from: w, rate: eta, g, s: next.at(0) }, [
              mistake(byOld)`You divided by the root of the old ${math`s`}. Update ${math`s`} first.`,
            ]),
          ],
          hints: [
            say`RMSprop keeps a moving average ${math`s`} of squared gradients. Its root divides the step.`,
            say`Update ${math`s`} with the square of the new gradient. Then step by ${math`\eta`} times the gradient over the root.`,
            say`The average is ${math`s_1 = ${averaging(rho, s, g)}`}.`,
          ],
          solution: [
            say`Average: ${math`s_1 = ${averaging(rho, s, g)} = ${next.at(0)}`}, with the root ${under}.`,
            say`Step: ${math`${letter}_1 = ${stepped(w, eta, g, under)} = ${decimal(end)}`}.`,
          ],
        };
      },
      // Undo the average; the squared step times s is the squared rate times the squared gradient.
      verify: (given, [s, end]) => undoes(given, [s]) && steps(given, [s], [end]),
    }),

    level({
      says: 'RMSprop with two very different gradients',
      par: 75,
      pick(rng) {
        const { rho, roots } = rng.pick(TRIPLES);
        const factors = rng.shuffle([rng.int(1, 2), rng.pick([5, 10])]);
        const triples = rng.sample(tuplesOf(3, roots), 2);
        const [one = 0, other = 0] = triples.map(([_, size = 0], i) => size * at(factors, i));
        const isShort = triples.every(([old = 0, _, after = 0], i) => Math.max(old, after) * at(factors, i) <= 50);
        if (!isShort || Math.max(one, other) < 3 * Math.min(one, other)) return undefined;
        return { ...drawStep(rng, rho, triples, factors), scene: rng.index(PAIRS) };
      },
      ask(given) {
        const [s, g, w] = [vector(given.s), vector(given.g), vector(given.w)];
        const { rho, eta, next, swapped, added, unsquared } = averagesOf(given);
        const after = (below: Vector) => w.minus(overEntries(g, below).times(eta));
        const under = next.map(root);
        const key = after(under);
        return {
          statement: say`${at(PAIRS, given.scene)} ${rmsProp('w')} Squares, roots and quotients go entry by entry. Here ${math`\rho = ${decimal(rho)}`}, ${math`\eta = ${decimal(eta)}`}, ${math`s_0 = ${row(s.entries)}`}, ${math`w_0 = ${row(w.entries.map(x => decimal(x)))}`} and ${math`g_1 = ${row(g.entries)}`}. Find ${math`s_1`} and ${math`w_1`}.`,
          answers: [
            answer.vector({
              label: say`${math`s_1 =`}`,
              key: next,
              decimal: true,
              mistakes: [
                mistake(swapped)`The weights are swapped: ${math`\rho`} belongs to the old average.`,
                mistake(added)`You added as AdaGrad does. RMSprop averages, so it forgets.`,
                mistake(unsquared)`You averaged in the gradient itself. Square its entries first.`,
              ],
            }),
            answer.vector({
              label: say`${math`w_1 =`}`,
              key,
              decimal: true,
              mistakes: [
                mistake(after(s.map(root)))`You divided by the roots of the old ${math`s`}. Update ${math`s`} first.`,
                mistake(after(next))`You divided by ${math`s_1`}. Divide by the root of each entry.`,
                mistake(w.times(2).minus(key))`The step goes against the gradient: mind the signs.`,
                mistake(w.minus(g.times(eta)))`That is plain gradient descent. Divide each entry by its root too.`,
                mistake(key.minus(w))`Those are the changes. Add them to the weights.`,
              ],
            }),
          ],
          hints: [
            say`Each weight has its own average of squared gradients, and its own root below the step.`,
            say`Do the first entry from start to end: average, root, step. Then do the second one the same way.`,
            say`The first average is ${math`${averaging(rho, at(given.s, 0), g.at(0))}`}.`,
          ],
          solution: [
            ...given.s.map(
              (old, i) =>
                say`Average ${i + 1}: ${math`${averaging(rho, old, g.at(i))} = ${next.at(i)}`}, with the root ${under.at(i)}.`,
            ),
            ...w.entries.map((from, i) => {
              const step = stepped(from, eta, g.at(i), under.at(i));
              return say`Weight ${i + 1}: ${math`${step} = ${decimal(key.at(i))}`}.`;
            }),
            say`So ${math`s_1 = ${row(next.entries)}`} and ${math`w_1 = ${row(key.entries.map(x => decimal(x)))}`}.`,
          ],
        };
      },
      // The same as for one weight, entry by entry.
      verify: (given, [s, end]) => undoes(given, s.entries) && steps(given, s.entries, end.entries),
    }),

    level({
      says: 'two steps of RMSprop from the start',
      par: 75,
      pick(rng) {
        const { rho, root: small, sizes } = rng.pick(STARTS);
        const factor = rng.int(1, 2);
        const g = rng.pick(tuplesOf(2, sizes)).map(size => size * factor * rng.sign());
        const [first, second] = historyOf(g, rho);
        if (first.s.equals(1) || second.s.equals(1)) return undefined;
        const eta = rateFor([ONE.over(small), second.share], rng);
        if (rational(eta).compare('0.5') > 0 || first.share.equals(second.share)) return undefined;
        return { rho, eta, g, w: tenths(rng), scene: rng.index(SCENES) };
      },
      ask({ rho, eta, g, w, scene }) {
        const { letter, says } = at(SCENES, scene);
        const [from, rate, old] = [rational(w), rational(eta), rational(rho)];
        const [first, second] = historyOf(g, rho);
        const w1 = from.minus(rate.times(first.share));
        const [g1, g2] = [rational(at(g, 0)), rational(at(g, 1))];
        const after = (share: Rational) => w1.minus(rate.times(share));
        const [news, fresh] = [ONE.minus(rho), rational(g2.sign()).over(root(ONE.minus(rho)))];
        const unweighted = from.minus(rate.times(g1.sign()));
        const again = from.minus(rate.times(second.share));
        return {
          statement: say`${says} with RMSprop. ${rmsProp(letter)} Here ${math`\rho = ${decimal(old)}`} and ${math`\eta = ${decimal(rate)}`}. From ${math`s_0 = 0`} and ${math`${letter}_0 = ${decimal(from)}`} two steps are taken, with the gradients ${math`g_1 = ${g1}`} and ${math`g_2 = ${g2}`}. Find ${math`${letter}_1`} and ${math`${letter}_2`}.`,
          answers: [
            weightAfter(say`${math`${letter}_1 =`}`, { t: 1, from, rate, g: g1, s: first.s }, [
              mistake(unweighted)`You divided by the size of the gradient. Its square has the weight ${math`1 - \rho`}.`,
            ]),
            weightAfter(say`${math`${letter}_2 =`}`, { t: 2, from: w1, rate, g: g2, s: second.s }, [
              mistake(again)`You stepped from ${math`${letter}_0`} again. Step 2 begins at ${math`${letter}_1`}.`,
              mistake(after(g2.over(first.root)))`You divided by the root of ${math`s_1`}. Update ${math`s`} first.`,
              mistake(after(fresh))`You started ${math`s`} at 0 again. Add ${math`\rho s_1`}.`,
            ]),
          ],
          hints: [
            say`Each step first updates the average of squares, then divides by its root. From 0 the first average is small.`,
            say`Find ${math`s_1`} and ${math`${letter}_1`}. Then find ${math`s_2`} from ${math`s_1`}, and ${math`${letter}_2`} from ${math`${letter}_1`}.`,
            say`The first average is ${math`s_1 = ${decimal(news)} \cdot ${bracketed(g1)}^2 = ${decimal(first.s)}`}.`,
          ],
          solution: [
            say`Average: ${math`s_1 = ${decimal(news)} \cdot ${bracketed(g1)}^2 = ${decimal(first.s)}`}, with the root ${decimal(first.root)}.`,
            say`Step 1: ${math`${letter}_1 = ${stepped(from, rate, g1, first.root)} = ${decimal(w1)}`}.`,
            say`Average: ${math`s_2 = ${decimal(old)} \cdot ${decimal(first.s)} + ${decimal(news)} \cdot ${bracketed(g2)}^2 = ${decimal(second.s)}`}, with the root ${decimal(second.root)}.`,
            say`Step 2: ${math`${letter}_2 = ${stepped(w1, rate, g2, second.root)} = ${decimal(after(second.share))}`}.`,
          ],
        };
      },
      // The averages as weighted sums over the whole history; then each step by squares, without a root.
      verify({ rho, eta, g, w }, [w1, w2]) {
        const [first = 0, second = 0] = g;
        const news = ONE.minus(rho);
        const [s1, s2] = [
          news.times(first * first),
          news.times(
            rational(rho)
              .times(first * first)
              .plus(second * second),
          ),
        ];
        return balances(w1.minus(w), eta, first, s1) && balances(w2.minus(w1), eta, second, s2);
      },
    }),

    level({
      says: 'a constant gradient: AdaGrad slows down, RMSprop does not',
      par: 50,
      pick(rng) {
        const count = rng.pick([2, 3, 4, 5, 6, 7, 8, 10]);
        const eta = `${rational(count * rng.pick([1, 2, 3, 5]), 100)}`;
        const g = rng.sign() * rng.int(2, 12);
        return { rho: rng.pick(['0.75', '0.84', '0.96', '0.99']), eta, g, steps: count * count, scene: rng.index(SCENES) };
      },
      ask({ rho, eta, g, steps, scene }) {
        const { letter, says } = at(SCENES, scene);
        const rate = rational(eta);
        const [whole, count] = [rate.times(-Math.sign(g)), root(rational(steps))];
        const size = Math.abs(g);
        const key = whole.over(count);
        return {
          statement: say`${says}; every gradient is ${math`g_t = ${g}`}. AdaGrad has ${math`s_t = s_{t-1} + g_t^2`}, RMSprop ${math`s_t = \rho s_{t-1} + (1 - \rho) g_t^2`} with ${math`\rho = ${decimal(rational(rho))}`}. Both start at ${math`s_0 = 0`} and change ${math`${letter}`} by ${math`-\eta \frac{g_t}{\sqrt{s_t}}`}, with ${math`\eta = ${decimal(rate)}`}. Find, with its sign, AdaGrad’s change of ${math`${letter}`} in step ${steps}, and the change that RMSprop approaches in the long run.`,
          answers: [
            answer.number({
              label: say`AdaGrad:`,
              key,
              decimal: true,
              mistakes: [
                mistake(whole.over(steps))`Take the root of the number of steps too: it is a factor of ${math`s`}.`,
                mistake(whole)`That is the first step. By step ${steps} all squares so far are in ${math`s`}.`,
                mistake(key.over(count).over(size))`You divided by ${math`s`}. Divide by its root.`,
                mistake(key.negated())`The step goes against the gradient: mind the sign.`,
                mistake(rate.times(-g))`That is plain gradient descent. Divide by the root of ${math`s`} too.`,
              ],
            }),
            answer.number({
              label: say`RMSprop:`,
              key: whole,
              decimal: true,
              mistakes: [
                mistake(0)`That is AdaGrad in the long run. RMSprop forgets, so ${math`s`} does not grow for ever.`,
                mistake(whole.over(root(ONE.minus(rho))))`That is the first step, where ${math`s`} is still small.`,
                mistake(whole.over(size))`You divided by ${math`s`}. Divide by its root.`,
                mistake(whole.negated())`The step goes against the gradient: mind the sign.`,
                mistake(rate.times(-g))`That is plain gradient descent. Divide by the root of ${math`s`} too.`,
              ],
            }),
          ],
          hints: [
            say`Find what ${math`s`} has become: a sum of equal squares for AdaGrad, an average of equal squares for RMSprop.`,
            say`The average of squares that are all ${math`g^2`} approaches ${math`g^2`}. In both quotients the size of ${math`g`} cancels.`,
            say`For AdaGrad ${math`s_{${steps}} = ${steps} \cdot ${size * size}`}, and its root is ${math`${count} \cdot ${size}`}.`,
          ],
          solution: [
            say`AdaGrad: ${math`s_{${steps}} = ${steps} \cdot ${size * size}`} with the root ${math`${count} \cdot ${size} = ${count.times(size)}`}.`,
            say`Change: ${math`-${decimal(rate)} \cdot \frac{${g}}{${count.times(size)}} = ${decimal(key)}`}.`,
            say`RMSprop: the average of equal squares approaches ${math`g^2 = ${size * size}`}, with the root ${size}.`,
            say`Change: ${math`-${decimal(rate)} \cdot \frac{${g}}{${size}} = ${decimal(whole)}`}.`,
          ],
        };
      },
      // AdaGrad by squares, with a sum; for RMSprop the s behind the change is the one that its rule leaves as it is.
      verify({ rho, eta, g, steps }, [slow, steady]) {
        const s = rational(eta).times(g).over(steady).power(2);
        const isFixed = s
          .times(rho)
          .plus(ONE.minus(rho).times(g * g))
          .equals(s);
        return (
          isFixed && steady.sign() === -Math.sign(g) && balances(slow, eta, g, sum(Array.from({ length: steps }, () => g * g)))
        );
      },
    }),
  ],
});

/** A weight after step t, with the misunderstandings that each step may meet. */
function weightAfter(label: Text, { t, from, rate, g, s }: Move, others: Mistakes) {
  const after = (below: Rational) => from.minus(rate.times(g).over(below));
  const mistakes = [
    mistake(after(s))`You divided by ${math`s_${t}`}. Divide by its root.`,
    mistake(after(root(s).negated()))`The step goes against the gradient: mind the sign.`,
    mistake(after(ONE))`That is plain gradient descent. Divide by ${math`\sqrt{s_${t}}`} too.`,
  ];
  return answer.number({ label, key: after(root(s)), decimal: true, mistakes: [...mistakes, ...others] });
}

function adaGrad(letter: string): Text {
  return say`The rule is ${math`s_t = s_{t-1} + g_t^2`} and ${stepRule(letter)}.`;
}

function rmsProp(letter: string): Text {
  return say`The rule is ${math`s_t = \rho s_{t-1} + (1 - \rho) g_t^2`} and ${stepRule(letter)}.`;
}

function stepRule(letter: string): Formula {
  return math`${letter}_t = ${letter}_{t-1} - \eta \frac{g_t}{\sqrt{s_t}}`;
}

/** `8^2 + (-1)^2` */
function squaresOf(g: readonly number[]): Formula {
  return g.map(x => math`${bracketed(x)}^2`).reduce((all, square) => math`${all} + ${square}`);
}

/** `0.9 \cdot 4 + 0.1 \cdot (-18)^2` */
function averaging(rho: Rational, s: number, g: Rational): Formula {
  return math`${decimal(rho)} \cdot ${s} + ${decimal(ONE.minus(rho))} \cdot ${bracketed(g)}^2`;
}

/** `2 - 0.1 \cdot \frac{9}{3}` */
function stepped(w: Rational, eta: Rational, g: Rational, under: Rational): Formula {
  return math`${decimal(w)} - ${decimal(eta)} \cdot \frac{${g}}{${decimal(under)}}`;
}

function drawStep(rng: Rng, rho: string, triples: readonly (readonly number[])[], factors: readonly number[]): Step {
  const s = triples.map(([old = 0], i) => (old * at(factors, i)) ** 2);
  const g = triples.map(([_, size = 0], i) => size * at(factors, i) * rng.sign());
  const shares = triples.map(([_, size = 0, after = 1]) => rational(size, after));
  return { rho, eta: rateFor(shares, rng), s, g, w: triples.map(() => tenths(rng)) };
}

/** A learning rate with which these quotients make steps that end after a few decimals. */
function rateFor(shares: readonly Rational[], rng: Rng): string {
  const under = shares.reduce((all, share) => lcm(all, share.denominator), 1n);
  return `${rational(under, 100).times(rng.pick([1, 2]))}`;
}

function tenths(rng: Rng): string {
  return `${rational(rng.int(-30, 30), 10)}`;
}

/** The new averages, and what they are when they are misunderstood. */
function averagesOf({ rho: old, eta, s: before, g: gradient }: Step) {
  const [rho, news, s, g] = [rational(old), ONE.minus(old), vector(before), vector(gradient)];
  const squares = g.map(x => x.power(2));
  return {
    rho,
    news,
    eta: rational(eta),
    next: s.times(rho).plus(squares.times(news)),
    swapped: s.times(news).plus(squares.times(rho)),
    added: s.plus(squares),
    unsquared: s.times(rho).plus(g.times(news)),
  };
}

/** The averages after each of two steps from 0, their roots, and the gradients over these roots. */
function historyOf(g: readonly number[], rho: string) {
  const news = ONE.minus(rho);
  const after = (old: Rational, x: number) => {
    const s = old.times(rho).plus(news.times(x * x));
    return { s, root: root(s), share: rational(x).over(root(s)) };
  };
  const first = after(ZERO, at(g, 0));
  return [first, after(first.s, at(g, 1))] as const;
}

function undoes({ rho, s, g }: Step, key: readonly Rational[]): boolean {
  const before = key.map((entry, i) => entry.minus(ONE.minus(rho).times(at(g, i) ** 2)).over(rho));
  return key.length === s.length && before.every((entry, i) => entry.equals(at(s, i)));
}

function steps({ eta, g, w }: Step, s: readonly Rational[], end: readonly Rational[]): boolean {
  return end.length === w.length && end.every((entry, i) => balances(entry.minus(at(w, i)), eta, at(g, i), at(s, i)));
}

/** change = −η·g/√s, without a root. */
function balances(change: Rational, eta: string, g: number, s: Rational): boolean {
  return change.sign() === -Math.sign(g) && change.power(2).times(s).equals(rational(eta).times(g).power(2));
}

function overEntries(above: Vector, below: Vector): Vector {
  return vector(above.entries.map((entry, i) => entry.over(below.at(i))));
}

/** A flat list in groups. */
function tuplesOf(size: number, flat: readonly number[]): number[][] {
  return Array.from({ length: flat.length / size }, (_, i) => flat.slice(i * size, (i + 1) * size));
}

function root(x: Rational): Rational {
  const exact = x.sqrt();
  if (exact === undefined) throw new Error(`the root of ${x} is irrational`);
  return exact;
}
