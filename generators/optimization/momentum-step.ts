// Gradient descent with momentum by hand: a velocity that remembers past gradients, Nesterov’s look-ahead, and the speed that it ends with.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  decimal,
  display,
  type Formula,
  generator,
  level,
  list,
  math,
  mistake,
  ONE,
  type Polynomial,
  polynomial,
  type Rational,
  rational,
  say,
  type Text,
  ZERO,
} from '#kit';

type Rates = { mu: string; eta: string };
type Given = Rates & { w: string; g: number[] };
type Bowl = Rates & { square: number; linear: number; w: number };
/** A velocity from the one before and the gradient. */
type Velocity = (v: Rational, g: Rational) => Rational;
type Runs = ReturnType<typeof descents>;
type Mistakes = { wrong: Rational; says: Text }[];

/** What is trained, and the letter of its one parameter. */
const SCENES = [
  { letter: 'w', says: say`A spam filter trains its weight ${math`w`} with momentum.` },
  { letter: 'b', says: say`A model of energy use trains its bias ${math`b`} with momentum.` },
  { letter: 'k', says: say`A robot learns the gain ${math`k`} of its controller with momentum.` },
  { letter: 'u', says: say`A recommender trains one entry ${math`u`} of a film’s vector with momentum.` },
  { letter: 'c', says: say`A fraud detector learns the cut-off ${math`c`} of its score with momentum.` },
];
const MU = ['0.5', '0.8', '0.9'];
/** Factors of momentum with sizes of a velocity that they multiply kindly. */
const AHEAD = [
  ['0.5', [2, 4, 6]],
  ['0.8', [5, 10]],
  ['0.9', [10, 20]],
] as const;
/** Factors of momentum with numbers of steps whose velocity is still short to write. */
const LONG = [
  ['0.5', [3, 4]],
  ['0.6', [2, 3]],
  ['0.75', [2]],
  ['0.8', [2, 3]],
  ['0.9', [2, 3]],
] as const;

export default generator({
  id: 'optimization/momentum-step',
  version: 1,
  title: 'Momentum and Nesterov',
  bullet: 'Gradient Descent Variants',
  why: 'A velocity adds up past gradients: fast along a valley, calm across it. Most large networks are trained with it in some form.',
  needs: ['calculus/gradient-descent-step', 'optimization/ema-bias-correction'],
  levels: [
    level({
      says: 'one step with a given velocity',
      par: 30,
      pick(rng) {
        const given = { mu: rng.pick(MU), eta: rng.pick(['0.1', '0.2', '0.5']), v: rng.nonzero(-9, 9), g: rng.nonzero(-9, 9) };
        const w = `${rational(rng.nonzero(-40, 40), 10)}`;
        const { key, g, averaged, damped, added } = velocities(rational(given.v), rational(given.g), given.mu);
        const isClear = !key.isZero() && areDifferent(key, g, averaged, damped, added, rational(given.v));
        return isClear ? { ...given, w, scene: rng.index(SCENES) } : undefined;
      },
      ask(given) {
        const { letter, says } = at(SCENES, given.scene);
        const [v, g, w, eta] = [rational(given.v), rational(given.g), rational(given.w), rational(given.eta)];
        const { key, averaged } = velocities(v, g, given.mu);
        const after = (velocity: Rational) => w.minus(velocity.times(eta));
        return {
          statement: say`${says} ${rule(letter)} Here ${rates(given)}, ${math`v_0 = ${v}`}, ${math`${letter}_0 = ${decimal(w)}`} and ${math`g_1 = ${g}`}. Find ${math`v_1`} and ${math`${letter}_1`}.`,
          answers: [
            velocityIs(say`${math`v_1 =`}`, velocities(v, g, given.mu), []),
            answer.number({
              label: say`${math`${letter}_1 =`}`,
              key: after(key),
              decimal: true,
              mistakes: [
                mistake(after(g))`That is plain gradient descent. Step by ${math`\eta`} times the new velocity.`,
                mistake(after(v))`You stepped with the old velocity. Find ${math`v_1`} first.`,
                mistake(after(key.negated()))`The step goes against the velocity: subtract it.`,
                mistake(w.minus(key))`You left out ${math`\eta`}. Multiply the velocity by it.`,
                mistake(after(averaged))`You took an average. This rule adds the whole gradient to ${math`\mu v_0`}.`,
              ],
            }),
          ],
          hints: [
            say`The velocity adds up gradients. Before each new one, what it held is multiplied by ${math`\mu`}.`,
            say`First the new velocity: ${math`\mu`} times the old one, plus the gradient. Then take ${math`\eta`} times it away from ${math`${letter}_0`}.`,
            say`The new velocity is ${math`v_1 = ${carried(given.mu, v, g)}`}.`,
          ],
          solution: [
            say`Velocity: ${math`v_1 = ${carried(given.mu, v, g)} = ${decimal(key)}`}.`,
            say`Step: ${math`${letter}_1 = ${stepped(w, eta, key)} = ${decimal(after(key))}`}.`,
          ],
        };
      },
      // Undo it: the way that was gone, divided by the rate, is the velocity; without the gradient it is μ times the old one.
      verify: ({ mu, eta, v, g, w }, [velocity, end]) =>
        rational(w).minus(end).over(eta).equals(velocity) && velocity.minus(g).over(mu).equals(v),
    }),

    level({
      says: 'two steps from rest, the gradients are given',
      par: 45,
      pick(rng) {
        const given = {
          mu: rng.pick(MU),
          eta: rng.pick(['0.1', '0.2', '0.01']),
          w: `${rational(rng.int(-30, 30), 10)}`,
          g: [rng.nonzero(-9, 9), rng.nonzero(-9, 9)],
        };
        const { key, plain, averaged, damped, added } = alongGradients(given);
        const isClear = !key.v2.isZero() && areDifferent(key.w2, plain.w2, averaged.w2, damped.w2, added.w2);
        return isClear ? { ...given, scene: rng.index(SCENES) } : undefined;
      },
      ask(given) {
        const { letter, says } = at(SCENES, given.scene);
        const [w, eta] = [rational(given.w), rational(given.eta)];
        const runs = alongGradients(given);
        const { key, first, second } = runs;
        const faded = first.plus(second.times(given.mu));
        return {
          statement: say`${says} ${rule(letter)} It starts at ${math`${letter}_0 = ${decimal(w)}`} with ${math`v_0 = 0`}, ${rates(given)}. Two mini-batches give the gradients ${math`g_1 = ${first}`} and ${math`g_2 = ${second}`}. Find ${math`v_2`} and ${math`${letter}_2`}.`,
          answers: [
            velocityIs(say`${math`v_2 =`}`, { ...velocities(first, second, given.mu), averaged: runs.averaged.v2 }, [
              mistake(faded)`The factor ${math`\mu`} is on the wrong gradient. The older one fades.`,
            ]),
            afterTwo(letter, runs, []),
          ],
          hints: [
            say`From rest the first velocity is the first gradient. After that ${math`\mu`} times the old velocity is carried over.`,
            say`Find ${math`v_1`} and ${math`${letter}_1`}, then ${math`v_2`} from ${math`v_1`}, then ${math`${letter}_2`} from ${math`${letter}_1`}.`,
            say`The first velocity is ${math`v_1 = ${first}`}, so ${math`${letter}_1 = ${stepped(w, eta, first)}`}.`,
          ],
          solution: [
            say`Step 1: ${math`v_1 = ${first}`}, so ${math`${letter}_1 = ${stepped(w, eta, first)} = ${decimal(key.w1)}`}.`,
            say`Velocity: ${math`v_2 = ${carried(given.mu, first, second)} = ${decimal(key.v2)}`}.`,
            say`Step 2: ${math`${letter}_2 = ${stepped(key.w1, eta, key.v2)} = ${decimal(key.w2)}`}.`,
          ],
        };
      },
      // Without a velocity: each gradient moves the weight by itself, the first one also by its echo in the second step.
      verify({ mu, eta, w, g }, [v2, w2]) {
        const [first = 0, second = 0] = g;
        const moved = rational(w).minus(w2).over(eta);
        return moved.equals(ONE.plus(mu).times(first).plus(second)) && moved.minus(first).equals(v2);
      },
    }),

    level({
      says: 'two steps on a loss',
      par: 60,
      pick(rng) {
        const rate = { mu: rng.pick(MU), eta: rng.pick(['0.1', '0.2']) };
        const given = { ...rate, square: rng.int(1, 3), linear: 0, w: rng.sign() * rng.int(2, 10) };
        const { key, plain, averaged, damped, stale, halved } = downBowl(given);
        if (key.w1.isZero() || !areDifferent(key.w2, plain.w2, averaged.w2, damped.w2, stale)) return undefined;
        return areDifferent(key.w1, halved) ? { ...given, scene: rng.index(SCENES) } : undefined;
      },
      ask(given) {
        const { letter, says } = at(SCENES, given.scene);
        const [w, eta, loss] = [rational(given.w), rational(given.eta), bowlOf(given)];
        const runs = downBowl(given);
        const { key, averaged, stale, halved, first, second } = runs;
        return {
          statement: say`${says} ${rule(letter)} The gradient is ${math`g_t = L'(${letter}_{t-1})`}. It starts at ${math`${letter}_0 = ${w}`} with ${math`v_0 = 0`}, ${rates(given)}. Find ${math`${letter}_1`} and ${math`${letter}_2`} on the loss ${display(math`L(${letter}) = ${loss.toExpression(letter)}`)}`,
          answers: [
            answer.number({
              label: say`${math`${letter}_1 =`}`,
              key: key.w1,
              decimal: true,
              mistakes: [
                mistake(w.times(2).minus(key.w1))`The step goes against the velocity: subtract it.`,
                mistake(
                  halved,
                  'calculus/power-rule',
                )`Your slope lacks a factor 2: ${math`${letter}^2`} has the slope ${math`2 ${letter}`}.`,
                mistake(averaged.w1)`You took an average. This rule adds the whole gradient.`,
              ],
            }),
            afterTwo(letter, runs, [mistake(stale)`You used the first gradient again. Take the slope at ${math`${letter}_1`}.`]),
          ],
          hints: [
            say`Each step has three parts: the gradient where you are, the new velocity, the new ${math`${letter}`}.`,
            say`Make a table with a row for each step and the columns gradient, velocity and ${math`${letter}`}.`,
            say`The derivative is ${math`L'(${letter}) = ${loss.derivative().toExpression(letter)}`}, so ${math`g_1 = ${first}`}. From rest ${math`v_1 = g_1`}.`,
          ],
          solution: [
            say`Step 1: ${math`g_1 = L'(${w}) = ${first}`} and ${math`v_1 = ${first}`}, so ${math`${letter}_1 = ${stepped(w, eta, first)} = ${decimal(key.w1)}`}.`,
            say`Gradient there: ${math`g_2 = L'(${decimal(key.w1)}) = ${decimal(second)}`}.`,
            say`Velocity: ${math`v_2 = ${carried(given.mu, first, second)} = ${decimal(key.v2)}`}.`,
            say`Step 2: ${math`${letter}_2 = ${stepped(key.w1, eta, key.v2)} = ${decimal(key.w2)}`}.`,
          ],
        };
      },
      // The heavy ball, without a velocity: a plain step, and μ times the way of the step before.
      verify({ mu, eta, square, w }, [w1, w2]) {
        const shrink = ONE.minus(rational(eta).times(2 * square));
        return w1.equals(shrink.times(w)) && w2.equals(shrink.times(w1).plus(w1.minus(w).times(mu)));
      },
    }),

    level({
      says: 'Nesterov’s look-ahead',
      par: 60,
      pick(rng) {
        const [mu, sizes] = rng.pick(AHEAD);
        const bowl = {
          mu,
          eta: rng.pick(['0.1', '0.2']),
          square: rng.int(1, 3),
          linear: rng.nonzero(-9, 9),
          w: rng.nonzero(-5, 5),
        };
        const given = { ...bowl, v: rng.sign() * rng.pick(sizes) };
        const { slope, end, late, twice, direct } = lookAhead(given);
        const isClear = !slope.isZero() && areDifferent(end, late, twice, direct);
        return isClear ? { ...given, scene: rng.index(SCENES) } : undefined;
      },
      ask(given) {
        const { letter, says } = at(SCENES, given.scene);
        const [w, v, eta, loss] = [rational(given.w), rational(given.v), rational(given.eta), bowlOf(given)];
        const { point, slope, velocity, end, late, twice, direct, up } = lookAhead(given);
        return {
          statement: say`${says} Nesterov takes the gradient at a point ${math`p`} ahead: ${math`p = ${letter}_0 - \eta \mu v_0`}, ${math`v_1 = \mu v_0 + L'(p)`}, ${math`${letter}_1 = ${letter}_0 - \eta v_1`}. Here ${rates(given)}, ${math`${letter}_0 = ${w}`} and ${math`v_0 = ${v}`}. Find ${math`p`} and ${math`${letter}_1`} on the loss ${display(math`L(${letter}) = ${loss.toExpression(letter)}`)}`,
          answers: [
            answer.number({
              label: say`${math`p =`}`,
              key: point,
              decimal: true,
              mistakes: [
                mistake(w.times(2).minus(point))`You looked back. Subtract ${math`\eta \mu v_0`}, as a step does.`,
                mistake(w.minus(v.times(eta)))`You left out ${math`\mu`}. Only ${math`\mu v_0`} is carried over.`,
                mistake(w.minus(v.times(given.mu)))`You left out ${math`\eta`}. The way to ${math`p`} is ${math`\eta \mu v_0`}.`,
              ],
            }),
            answer.number({
              label: say`${math`${letter}_1 =`}`,
              key: end,
              decimal: true,
              mistakes: [
                mistake(late)`That is momentum without the look-ahead. Take the slope at ${math`p`}.`,
                mistake(twice)`You stepped from ${math`p`}, so the old velocity counts twice. Step from ${math`${letter}_0`}.`,
                mistake(direct)`You stepped by the slope alone. Add ${math`\mu v_0`} to it.`,
                mistake(up)`The step goes against the velocity: subtract it.`,
              ],
            }),
          ],
          hints: [
            say`The old velocity will move ${math`${letter}`} anyway, so the gradient is taken where it would lead.`,
            say`Find ${math`p`}, then the slope there, then the velocity. The step itself begins at ${math`${letter}_0`}.`,
            say`The point ahead is ${math`p = ${w} - ${decimal(eta)} \cdot ${decimal(rational(given.mu))} \cdot ${bracketed(v)}`}.`,
          ],
          solution: [
            say`Look ahead: ${math`p = ${w} - ${decimal(eta)} \cdot ${decimal(rational(given.mu))} \cdot ${bracketed(v)} = ${decimal(point)}`}.`,
            say`Slope there: ${math`L'(${letter}) = ${loss.derivative().toExpression(letter)}`}, so ${math`L'(${decimal(point)}) = ${decimal(slope)}`}.`,
            say`Velocity: ${math`v_1 = ${carried(given.mu, v, slope)} = ${decimal(velocity)}`}.`,
            say`Step: ${math`${letter}_1 = ${stepped(w, eta, velocity)} = ${decimal(end)}`}.`,
          ],
        };
      },
      // A Nesterov step is a plain step from the point ahead; a symmetric difference of the loss gives its slope exactly.
      verify(given, [point, end]) {
        const loss = bowlOf(given);
        const rise = loss.evaluate(point.plus(1)).minus(loss.evaluate(point.minus(1)));
        const isAhead = rational(given.w).minus(point).over(given.eta).over(given.mu).equals(given.v);
        return isAhead && point.minus(end).times(2).equals(rise.times(given.eta));
      },
    }),

    level({
      says: 'a constant gradient: the velocity and where it settles',
      par: 50,
      pick(rng) {
        const [mu, counts] = rng.pick(LONG);
        const g = rng.sign() * rng.int(1, 12);
        return { mu, eta: rng.pick(['0.1', '0.01', '0.02', '0.05']), g, n: rng.pick(counts), scene: rng.index(SCENES) };
      },
      ask(given) {
        const { mu, g, n } = given;
        const { letter, says } = at(SCENES, given.scene);
        const eta = rational(given.eta);
        const key = reached(n, g, mu);
        const limit = rational(g).over(ONE.minus(mu));
        const change = limit.times(eta).negated();
        const powers = list(Array.from({ length: n }, (_, i) => decimal(rational(mu).power(i))));
        return {
          statement: say`${says} ${rule(letter)} Here ${rates(given)} and ${math`v_0 = 0`}. On a long slope the gradient is ${math`g_t = ${g}`} in every step. Find the velocity ${math`v_${n}`}, and the change of ${math`${letter}`} per step, with its sign, that is approached in the long run.`,
          answers: [
            answer.number({
              label: say`${math`v_${n} =`}`,
              key,
              decimal: true,
              mistakes: [
                mistake(g * n)`You added the gradients. Before each step the old velocity is multiplied by ${math`\mu`}.`,
                mistake(reached(n + 1, g, mu))`That is one step too many. From rest ${math`v_1`} is the gradient itself.`,
                mistake(reached(n - 1, g, mu))`That is one step too few. From rest ${math`v_1`} is the gradient itself.`,
                mistake(key.times(ONE.minus(mu)))`You took averages. This rule adds the whole gradient.`,
                mistake(limit)`That is the velocity in the long run. It is not reached yet.`,
              ],
            }),
            answer.number({
              label: say`Change per step:`,
              key: change,
              decimal: true,
              mistakes: [
                mistake(change.negated())`The step goes against the velocity: mind the sign.`,
                mistake(limit)`That is the velocity in the long run. The change is ${math`-\eta`} times it.`,
                mistake(limit.negated())`You left out ${math`\eta`}. The change is ${math`-\eta`} times the velocity.`,
                mistake(eta.times(-g))`That is the step of plain gradient descent. Momentum makes it longer.`,
                mistake(key.times(eta).negated())`That is the change in step ${n}. In the long run ${math`v = \mu v + g`}.`,
              ],
            }),
          ],
          hints: [
            say`With a constant gradient the velocity grows in size, ever more slowly. It approaches the value that the rule leaves as it is.`,
            say`For ${math`v_${n}`} use the rule step by step. In the long run solve ${math`v = \mu v + g`}, then multiply ${math`v`} by ${math`-\eta`}.`,
            say`The gradients in ${math`v_${n}`} have the factors ${powers}. In the long run ${math`v = ${decimal(rational(mu))} v ${rational(g).sign() < 0 ? '-' : '+'} ${Math.abs(g)}`}.`,
          ],
          solution: [
            ...Array.from({ length: n }, (_, i) => grown(i + 1, g, mu)),
            say`In the long run ${math`v = \mu v + g`}, so ${math`v = \frac{g}{1 - \mu} = \frac{${g}}{${decimal(ONE.minus(mu))}} = ${decimal(limit)}`}.`,
            say`Change per step: ${math`-\eta v = -${decimal(eta)} \cdot ${bracketed(limit, decimal)} = ${decimal(change)}`}.`,
          ],
        };
      },
      // The closed form of the sum, multiplied out; and the velocity behind the change stays as it is under the rule.
      verify({ mu, eta, g, n }, [key, change]) {
        const settled = change.over(eta).negated();
        const isSum = key.times(ONE.minus(mu)).equals(ONE.minus(rational(mu).power(n)).times(g));
        return isSum && settled.times(mu).plus(g).equals(settled);
      },
    }),
  ],
});

function rule(letter: string): Text {
  return say`The rule is ${math`v_t = \mu v_{t-1} + g_t`} and ${math`${letter}_t = ${letter}_{t-1} - \eta v_t`}.`;
}

function rates({ mu, eta }: Rates): Text {
  return say`${math`\mu = ${decimal(rational(mu))}`}, ${math`\eta = ${decimal(rational(eta))}`}`;
}

/** `0.9 \cdot 5 + (-3)` */
function carried(mu: string, v: Rational, g: Rational): Formula {
  return math`${decimal(rational(mu))} \cdot ${bracketed(v, decimal)} + ${bracketed(g, decimal)}`;
}

/** `2 - 0.1 \cdot (-4)` */
function stepped(w: Rational, eta: Rational, v: Rational): Formula {
  return math`${decimal(w)} - ${decimal(eta)} \cdot ${bracketed(v, decimal)}`;
}

/** The ways to update a velocity, right and wrong. */
function rulesOf(mu: string) {
  const key: Velocity = (v, g) => v.times(mu).plus(g);
  const plain: Velocity = (_, g) => g;
  const averaged: Velocity = (v, g) => v.times(mu).plus(ONE.minus(mu).times(g));
  const damped: Velocity = (v, g) => v.plus(g).times(mu);
  const added: Velocity = (v, g) => v.plus(g);
  return { key, plain, averaged, damped, added };
}

function velocities(v: Rational, g: Rational, mu: string) {
  const { key, averaged, damped, added } = rulesOf(mu);
  return { key: key(v, g), g, averaged: averaged(v, g), damped: damped(v, g), added: added(v, g) };
}

/** A velocity with the misunderstandings that any rule of this kind may meet. */
function velocityIs(label: Text, { key, g, averaged, damped, added }: ReturnType<typeof velocities>, others: Mistakes) {
  const mistakes = [
    mistake(g)`That is the new gradient alone. Add ${math`\mu`} times the old velocity.`,
    mistake(averaged)`You took an average. This rule adds the whole gradient.`,
    mistake(damped)`Only the old velocity is multiplied by ${math`\mu`}, not the new gradient.`,
    mistake(added)`You kept all of the old velocity. Multiply it by ${math`\mu`} first.`,
  ];
  return answer.number({ label, key, decimal: true, mistakes: [...mistakes, ...others] });
}

/** Two steps from rest by the right rule and by wrong ones; a slope may come from the place or from the number of the step. */
function descents(start: number | string, { mu, eta }: Rates, slope: (place: Rational, step: number) => Rational) {
  const [w, rules] = [rational(start), rulesOf(mu)];
  const first = slope(w, 0);
  const go = (next: Velocity) => {
    const v1 = next(ZERO, first);
    const w1 = w.minus(v1.times(eta));
    const v2 = next(v1, slope(w1, 1));
    return { w1, v2, w2: w1.minus(v2.times(eta)) };
  };
  const [key, plain, averaged, added] = [go(rules.key), go(rules.plain), go(rules.averaged), go(rules.added)];
  const second = slope(key.w1, 1);
  // Who damps the gradient does so in the second step only: from rest the first velocity is plainly the gradient.
  const v2 = rules.damped(first, second);
  const damped = { v2, w2: key.w1.minus(v2.times(eta)) };
  return { first, second, key, plain, averaged, added, damped, restarted: w.minus(key.v2.times(eta)) };
}

function alongGradients({ w, g, ...rates }: Given) {
  return descents(w, rates, (_, step) => rational(at(g, step)));
}

function downBowl({ w, square, linear, ...rates }: Bowl) {
  const loss = bowlOf({ square, linear });
  const runs = descents(w, rates, place => slopeAt(loss, place));
  const { key, first } = runs;
  const halved = rational(w).minus(first.over(2).times(rates.eta));
  return { ...runs, halved, stale: key.w1.minus(rulesOf(rates.mu).key(first, first).times(rates.eta)) };
}

/** The parameter after two steps, with the misunderstandings that any run may meet. */
function afterTwo(letter: string, { key, plain, averaged, damped, restarted }: Runs, others: Mistakes) {
  const mistakes = [
    mistake(plain.w2)`That is plain gradient descent. Velocity carries over: add ${math`\mu v_1`} to the new gradient.`,
    mistake(restarted)`You stepped from ${math`${letter}_0`} again. The second step begins at ${math`${letter}_1`}.`,
    mistake(averaged.w2)`You took averages. This rule adds the whole gradient to ${math`\mu v`}.`,
    mistake(damped.w2)`Only the old velocity is multiplied by ${math`\mu`}, not the new gradient.`,
  ];
  return answer.number({ label: say`${math`${letter}_2 =`}`, key: key.w2, decimal: true, mistakes: [...mistakes, ...others] });
}

function lookAhead(given: Bowl & { v: number }) {
  const [w, loss, kept] = [rational(given.w), bowlOf(given), rational(given.v).times(given.mu)];
  const after = (from: Rational, v: Rational) => from.minus(v.times(given.eta));
  const point = after(w, kept);
  const slope = slopeAt(loss, point);
  const velocity = kept.plus(slope);
  return {
    point,
    slope,
    velocity,
    end: after(w, velocity),
    late: after(w, kept.plus(slopeAt(loss, w))),
    twice: after(point, velocity),
    direct: after(w, slope),
    up: after(w, velocity.negated()),
  };
}

/** The velocity after n steps with the same gradient. */
function reached(n: number, g: number, mu: string): Rational {
  return Array.from({ length: n }).reduce((v: Rational) => v.times(mu).plus(g), ZERO);
}

function grown(n: number, g: number, mu: string): Text {
  if (n === 1) return say`From rest ${math`v_1 = ${g}`}.`;
  return say`Step ${n}: ${math`v_${n} = ${carried(mu, reached(n - 1, g, mu), rational(g))} = ${decimal(reached(n, g, mu))}`}.`;
}

function bowlOf({ square, linear }: Pick<Bowl, 'square' | 'linear'>): Polynomial {
  return polynomial([0, linear, square]);
}

function slopeAt(loss: Polynomial, w: Rational): Rational {
  return loss.derivative().evaluate(w);
}
