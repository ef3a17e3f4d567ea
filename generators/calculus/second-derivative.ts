// Second derivatives: values at a point, bending up or down, where a function is convex, curvatures of losses, inflection points.
import {
  add,
  answer,
  areDifferent,
  at,
  call,
  combination,
  derivative,
  display,
  evaluate,
  expr,
  finiteSet,
  generator,
  interval,
  isNear,
  level,
  math,
  mistake,
  multiply,
  numericBend,
  ONE,
  Polynomial,
  polynomial,
  power,
  rational,
  say,
  signed,
  signedSum,
  simplify,
  variable,
} from '#kit';

type AtPoint = { f: number[]; a: number; scene: number };
/** a·e^(kx) or a·ln x, with bx² + cx added, at the place m. */
type Bend = { kind: 'exp' | 'ln'; a: number; k: number; b: number; c: number; m: number; scene: number };
/** f″ = 6k(x − p), or 12k(x − p)(x − q) with two borders; f′ is `linear` at 0. */
type Borders = { k: string; borders: number[]; linear: number; scene: number };
/** The loss that the scene names, for the feature x and the label y, at the weight m or where e^(xw) is m; c weighs a penalty. */
type Loss = { x: number; y: number; m: number; c: number; scene: number };

/** A function, its variable, and where it comes from. */
const SCENES = [
  { f: 'f', x: 'x', says: say`A curve has the equation ${math`y = f(x)`}.` },
  { f: 'J', x: 'w', says: say`Gradient descent lowers an objective ${math`J`} of one weight ${math`w`}.` },
  { f: 'h', x: 'z', says: say`You plan a step of Newton’s method for ${math`h(z)`}.` },
  { f: 'R', x: 'v', says: say`A penalty ${math`R`} depends on one parameter ${math`v`}.` },
  { f: 'g', x: 'u', says: say`A unit turns the input ${math`u`} into the output ${math`g(u)`}.` },
] as const;
/** What a loss is, as a function of one weight w. */
const LOSSES = [
  { kind: 'square', says: say`A linear model has the loss ${math`L`}: a squared error and a penalty on its weight.` },
  { kind: 'logistic', says: say`Logistic regression with one weight has the loss ${math`L`} on one example.` },
  { kind: 'rate', says: say`A model of waiting times with the rate ${math`w`} has the loss ${math`L`}.` },
] as const;
const AGAIN = say`That is the first derivative. Differentiate once more.`;

export default generator({
  id: 'calculus/second-derivative',
  version: 1,
  title: 'Second derivative, curvature and convexity',
  bullet: 'Differentiation',
  why: 'The second derivative is curvature: it tells valleys from hilltops, sets step sizes, and decides what is convex.',
  needs: ['calculus/power-rule', 'calculus/chain-rule'],
  levels: [
    level({
      says: 'the second derivative of a polynomial at a point',
      par: 30,
      pick(rng) {
        const [quartic, cubic] = [rng.int(-2, 2), rng.nonzero(-4, 4)];
        const f = [rng.nonzero(-9, 9), rng.nonzero(-9, 9), rng.nonzero(-6, 6), cubic, quartic];
        const given = { f, a: rng.nonzero(-3, 3), scene: rng.index(SCENES) };
        const { key, wrongs } = atPoint(given);
        return areDifferent(key, ...Object.values(wrongs)) && key.abs().compare(150) < 0 ? given : undefined;
      },
      ask(given) {
        const { a, scene } = given;
        const { f, x, says } = at(SCENES, scene);
        const { F, first, second, key, terms, wrongs } = atPoint(given);
        const asked = math`${f}''(${a})`;
        return {
          statement: say`${says} Find ${asked} for ${display(math`${f}(${x}) = ${F.toExpression(x)}`)}`,
          answers: [
            answer.number({
              label: say`${math`${asked} =`}`,
              key,
              mistakes: [
                mistake(wrongs.slope)`That is the first derivative ${math`${f}'(${a})`}. Differentiate once more.`,
                mistake(wrongs.once)`In the second step the exponents come down as factors once more.`,
                mistake(wrongs.twice)`You used the old exponents again. After the first step they are one smaller.`,
                mistake(wrongs.kept)`You kept the linear term. Its slope is constant, so its second derivative is 0.`,
              ],
            }),
          ],
          hints: [
            say`The second derivative is the derivative of the derivative.`,
            say`Differentiate term by term, do it again, and put ${math`${x} = ${a}`} in only at the end.`,
            say`The first derivative is ${math`${f}'(${x}) = ${first.toExpression(x)}`}.`,
          ],
          solution: [
            say`Once: ${math`${f}'(${x}) = ${first.toExpression(x)}`}.`,
            say`Twice: ${math`${f}''(${x}) = ${second.toExpression(x)}`}.`,
            say`Put ${math`${x} = ${a}`} in: ${math`${asked} = ${signedSum(terms)} = ${key}`}.`,
          ],
        };
      },
      // Twice the coefficient of t² in f(a + t), multiplied out.
      verify({ f, a }, [key]) {
        const moved = polynomial(f).compose(polynomial([a, 1]));
        return moved.coefficient(2).times(2).equals(key);
      },
    }),

    level({
      says: 'bending up or down, with eˣ and ln x',
      par: 40,
      pick(rng) {
        const kind = rng.pick(['exp', 'ln'] as const);
        const m = kind === 'exp' ? 0 : rng.int(1, 4);
        const k = kind === 'exp' ? rng.pick([-3, -2, 2, 3]) : 1;
        const a = rng.nonzero(-6, 6) * (kind === 'exp' ? 1 : m);
        const given = { kind, a, k, b: rng.nonzero(-9, 9), c: rng.nonzero(-9, 9), m, scene: rng.index(SCENES) };
        const { key, slope, slipped } = bendsAt(given);
        return key.isZero() || !areDifferent(key, slope, slipped) ? undefined : given;
      },
      ask(given) {
        const { b, c, m, scene } = given;
        const { f, x, says } = at(SCENES, scene);
        const { F, key, slope, bend, slipped, slip, rule } = bendOf(given);
        const [asked, second] = [math`${f}''(${m})`, derivative(derivative(F, x), x)];
        const [right, other] = key.sign() > 0 ? ['up', 'down'] : ['down', 'up'];
        return {
          statement: say`${says} Find ${asked}, and tell whether ${math`${f}`} bends up or down at ${math`${x} = ${m}`}, for ${display(math`${f}(${x}) = ${F}`)}`,
          answers: [
            answer.number({
              label: say`${math`${asked} =`}`,
              key,
              mistakes: [
                mistake(slope)`That is the first derivative ${math`${f}'(${m})`}. Differentiate once more.`,
                mistake(slipped)`${slip}`,
                mistake(key.minus(b))`The second derivative of ${math`${x}^2`} is 2. You took 1 for it.`,
                mistake(key.plus(c))`You kept the linear term. Its second derivative is 0.`,
                mistake(bend)`You lost the term with ${math`${x}^2`}. It bends as well.`,
              ],
            }),
            answer.choice({
              label: say`At ${math`${x} = ${m}`}:`,
              key: right ?? 'up',
              options: [
                { id: 'up', text: say`it bends up` },
                { id: 'down', text: say`it bends down` },
              ],
              mistakes: [
                mistake(other ?? 'down')`Only the sign of the second derivative decides: where it is positive, the slope grows.`,
              ],
            }),
          ],
          hints: [
            say`The second derivative tells how the slope changes. Where it is positive, the slope grows and the curve bends up.`,
            rule,
            say`The first derivative is ${math`${f}'(${x}) = ${derivative(F, x)}`}.`,
          ],
          solution: [
            say`Once: ${math`${f}'(${x}) = ${derivative(F, x)}`}.`,
            say`Twice: ${math`${f}''(${x}) = ${second}`}.`,
            say`Put ${math`${x} = ${m}`} in: ${math`${asked} = ${bend} ${signed(2 * b)} = ${key}`}.`,
            say`This is ${key.sign() > 0 ? 'positive: the curve bends up' : 'negative: the curve bends down'}.`,
          ],
        };
      },
      // The second difference of the function's values.
      verify(given, [key, side]) {
        const { x } = at(SCENES, given.scene);
        const { F } = bendOf(given);
        const bend = numericBend(t => evaluate(F, { [x]: t }), given.m);
        return isNear(key.toNumber(), bend, 1e-4) && (side === 'up') === bend > 0;
      },
    }),

    level({
      says: 'where a function is convex',
      par: 45,
      pick(rng) {
        const isCubic = rng.int(0, 1) === 0;
        const [u, v, k] = [rng.int(-6, 6), rng.int(-6, 6), rng.pick(isCubic ? ['1', '-1', '2', '-2'] : ['1/2', '-1/2'])];
        if (u >= v || u + v === 0) return undefined;
        const linear = isCubic ? 3 * Number(k) * u * v : rng.nonzero(-9, 9);
        const isKind = isCubic ? (u + v) % 2 === 0 && linear !== 0 && Math.abs(linear) <= 60 : Math.abs(u * v) <= 9;
        return isKind ? { k, borders: isCubic ? [(u + v) / 2] : [u, v], linear, scene: rng.index(SCENES) } : undefined;
      },
      ask(given) {
        const { f, x, says } = at(SCENES, given.scene);
        const { F, first, second, factored, key, concave, turned } = bordersOf(given, x);
        const condition = math`${f}''(${x}) \ge 0`;
        return {
          statement: say`${says} Where is ${math`${f}`} convex? Find all ${math`${x}`} with ${condition} for ${display(math`${f}(${x}) = ${F.toExpression(x)}`)}`,
          answers: [
            answer.interval({
              label: say`All ${math`${x}`}:`,
              key,
              mistakes: [
                mistake(concave)`There the second derivative is negative or 0. Look at its sign on each side of a root.`,
                slipOf(given),
                mistake(turned)`The signs are turned. Put your ends into the second derivative.`,
              ],
            }),
          ],
          hints: [
            say`Where the second derivative is at least 0, the slope never falls: there a function is convex.`,
            say`Differentiate twice, find the roots of the second derivative, and look at its sign between them.`,
            say`The second derivative is ${math`${f}''(${x}) = ${second.toExpression(x)}`}.`,
          ],
          solution: [
            say`Once: ${math`${f}'(${x}) = ${first.toExpression(x)}`}.`,
            say`Twice: ${math`${f}''(${x}) = ${second.toExpression(x)} = ${factored}`}.`,
            say`It changes its sign at each root. Put one number in to see which way: ${condition} holds on ${key}.`,
          ],
        };
      },
      // Second differences of the values, at the whole and the half numbers.
      verify(given, [key]) {
        const bend = bendsOf(given);
        const places = Array.from({ length: 33 }, (_, i) => (i - 16) / 2);
        return [-40, ...places, 40].every(place => key.contains(rational(2 * place, 2)) === bend(place) > -1e-3);
      },
    }),

    level({
      says: 'the curvature of a loss',
      par: 50,
      pick(rng) {
        const [x, y, m, c] = [rng.sign() * rng.int(2, 5), rng.nonzero(-5, 5), rng.int(1, 4), rng.int(2, 9)];
        const given = { x, y, m, c, scene: rng.index(LOSSES) };
        const { key, wrongs } = lossOf(given);
        return areDifferent(key, ...wrongs.map(({ wrong }) => wrong)) ? given : undefined;
      },
      ask(given) {
        const { L, place, key, wrongs, rule, first, second, worth } = lossOf(given);
        const asked = math`L''(${place})`;
        return {
          statement: say`${at(LOSSES, given.scene).says} Find its curvature ${asked} for ${display(math`L(w) = ${L}`)}`,
          answers: [answer.number({ label: say`${math`${asked} =`}`, key, mistakes: wrongs })],
          hints: [
            rule,
            say`Differentiate twice in ${math`w`}, and put the number in only then.`,
            say`The first derivative is ${math`L'(w) = ${first}`}.`,
          ],
          solution: [
            say`Once: ${math`L'(w) = ${first}`}.`,
            say`Twice: ${math`L''(w) = ${second}`}.`,
            say`${worth} ${math`${asked} = ${key}`}.`,
          ],
        };
      },
      // The second difference of the loss itself.
      verify(given, [key]) {
        const { L, place } = lossOf(given);
        const bend = numericBend(w => evaluate(L, { w }), evaluate(place));
        return isNear(key.toNumber(), bend, 1e-5);
      },
    }),

    level({
      says: 'inflection points, and a penalty that makes a function convex',
      par: 80,
      pick(rng) {
        const [p, q] = [rng.int(-5, 5), rng.int(-5, 5)];
        const given = { k: rng.pick(['1/2', '1']), borders: [p, q], linear: rng.nonzero(-9, 9), scene: rng.index(SCENES) };
        if (p >= q || p + q === 0 || Math.abs(p * q) > 8) return undefined;
        const { lowest, atZero } = penaltyOf(given);
        return areDifferent(lowest, atZero, 0) ? given : undefined;
      },
      ask(given) {
        const { f, x, says } = at(SCENES, given.scene);
        const { F, first, second, factored } = bordersOf(given, x);
        const { p, q, middle, lowest, atZero } = penaltyOf(given);
        const lambda = lowest.over(-2);
        const penalised = math`${f}(${x}) + \lambda ${x}^2`;
        return {
          statement: say`${says} Find the ${math`${x}`} of all inflection points of ${math`${f}`}, and the smallest ${math`\lambda`} for which ${penalised} is convex everywhere. ${display(math`${f}(${x}) = ${F.toExpression(x)}`)}`,
          answers: [
            answer.set({
              label: say`Inflection at:`,
              key: finiteSet([p, q]),
              mistakes: [
                mistake(finiteSet([-p, -q]))`The signs are turned. Put your numbers into the second derivative.`,
                mistake(finiteSet([middle]))`There the second derivative is lowest. At an inflection point it changes its sign.`,
                ...[p, q].map(root => mistake(finiteSet([root]))`The second derivative changes its sign at a second root too.`),
              ],
            }),
            answer.number({
              label: say`${math`\lambda =`}`,
              key: lambda,
              mistakes: [
                mistake(lowest.negated())`The second derivative of ${math`\lambda ${x}^2`} is ${math`2 \lambda`}.`,
                mistake(atZero.over(-2))`You looked at ${math`${x} = 0`}. What counts is the lowest second derivative.`,
                mistake(lambda.negated())`The sign is turned. The penalty has to lift the second derivative.`,
                mistake(lowest)`That is the lowest second derivative. The penalty has to lift it to 0.`,
              ],
            }),
          ],
          hints: [
            say`At an inflection point the second derivative changes its sign. A function is convex where it is never negative.`,
            say`Find the roots of the second derivative, and its lowest value, half way between them. The penalty adds ${math`2 \lambda`} everywhere.`,
            say`The second derivative is ${math`${f}''(${x}) = ${second.toExpression(x)}`}.`,
          ],
          solution: [
            say`Once: ${math`${f}'(${x}) = ${first.toExpression(x)}`}.`,
            say`Twice: ${math`${f}''(${x}) = ${second.toExpression(x)} = ${factored}`}, with a change of sign at ${p} and at ${q}.`,
            say`Half way, at ${math`${x} = ${middle}`}, it is lowest: ${lowest}.`,
            say`With the penalty it is ${math`${lowest} + 2 \lambda`} there. This is at least 0 from ${math`\lambda = ${lambda}`} on.`,
          ],
        };
      },
      // Second differences of the values: they change sign at the set's places only, and the parabola through three of them touches 0.
      verify(given, [places, lambda]) {
        const bend = bendsOf(given);
        const wholes = Array.from({ length: 25 }, (_, i) => i - 12);
        const found = wholes.filter(x => bend(x - 0.25) * bend(x + 0.25) < 0);
        const [left, middle, right] = [bend(-1), bend(0), bend(1)];
        const [slope, square] = [(right - left) / 2, (right + left) / 2 - middle];
        const lowest = middle - (slope * slope) / (4 * square);
        return places.equals(finiteSet(found)) && isNear(2 * lambda.toNumber(), -lowest, 1e-4);
      },
    }),
  ],
});

function atPoint({ f, a }: AtPoint) {
  const F = polynomial(f);
  const first = F.derivative();
  const second = first.derivative();
  /** Σ c·factor(n)·a^(n-2) over the terms c·xⁿ that are left. */
  const total = (factor: (n: number) => number) => polynomial(f.slice(2).map((c, i) => c * factor(i + 2))).evaluate(a);
  const key = second.evaluate(a);
  return {
    F,
    first,
    second,
    key,
    terms: second.coefficients.map((c, i) => rational(a).power(i).times(c)).toReversed(),
    wrongs: { slope: first.evaluate(a), once: total(n => n), twice: total(n => n * n), kept: key.plus(at(f, 1)) },
  };
}

function bendsAt({ kind, a, k, b, c, m }: Bend) {
  const isExp = kind === 'exp';
  const [slope, bend] = isExp ? [rational(a * k), rational(a * k * k)] : [rational(a, m), rational(-a, m * m)];
  const slipped = (isExp ? slope : bend.negated()).plus(2 * b);
  return { bend, key: bend.plus(2 * b), slope: slope.plus(2 * b * m + c), slipped };
}

function bendOf(given: Bend) {
  const { kind, a, k, b, c, scene } = given;
  const x = variable(at(SCENES, scene).x);
  const isExp = kind === 'exp';
  const first = multiply(a, isExp ? call('exp', multiply(k, x)) : call('ln', x));
  return {
    ...bendsAt(given),
    F: simplify(add(first, multiply(b, power(x, 2)), multiply(c, x))),
    slip: isExp
      ? say`The inner factor ${k} comes out at each of the two steps.`
      : say`You lost a minus: the derivative of ${expr`1/${x}`} is ${expr`-1/${x}^2`}.`,
    rule: isExp
      ? say`Differentiate twice. The inner factor ${k} comes out each time, and ${math`e^0 = 1`}.`
      : say`Differentiate twice. The logarithm gives ${expr`1/${x}`} first, and then ${expr`-1/${x}^2`}.`,
  };
}

/** The function with its derivatives, where it is convex, and what is taken for that. */
function bordersOf({ k, borders, linear }: Borders, x: string) {
  const isCubic = borders.length === 1;
  const leading = rational(k).times(isCubic ? 6 : 12);
  const second = Polynomial.withRoots(...borders).times(leading);
  const first = second.integral().plus(polynomial([linear]));
  const isInside = isCubic === leading.sign() > 0;
  const [key, concave] = sides(borders, isInside);
  const [turned] = sides(borders.map(border => -border).toReversed(), isInside);
  const factored = multiply(leading, ...borders.map(border => Polynomial.withRoots(border).toExpression(x)));
  return { F: first.integral(), first, second, factored, key, concave, turned };
}

/** From the first border to the second, or to infinity, and the rest; the borders belong to both. */
function sides([p = 0, q]: readonly number[], isInside: boolean) {
  const [inside, outside] =
    q === undefined
      ? [interval('[', p, 'inf', ')'), interval('(', '-inf', p, ']')]
      : [interval('[', p, q, ']'), interval('(', '-inf', p, ']').union(interval('[', q, 'inf', ')'))];
  return isInside ? ([inside, outside] as const) : ([outside, inside] as const);
}

/** The set that is found from the sign of f′, or with one root only. */
function slipOf({ k, borders, linear }: Borders) {
  const [p = 0, q] = borders;
  if (q !== undefined) {
    const ray = interval('[', Number(k) > 0 ? q : p, 'inf', ')');
    return mistake(ray)`The second derivative has two roots. Look at its sign on both sides of each of them.`;
  }
  const half = Math.sqrt(p * p - linear / (3 * Number(k)));
  const [rising] = sides([p - half, p + half], Number(k) < 0);
  return mistake(rising)`That is where the function rises. It is convex where its slope rises.`;
}

/** The second difference of the function's values, in doubles: exact but for rounding, as the degree is at most 4. */
function bendsOf(given: Borders): (x: number) => number {
  const coefficients = bordersOf(given, 'x').F.coefficients.map(c => c.toNumber());
  return place => numericBend(x => coefficients.reduceRight((value, c) => value * x + c, 0), place);
}

function penaltyOf(given: Borders) {
  const [p = 0, q = 0] = given.borders;
  const middle = rational(p + q, 2);
  const { second } = bordersOf(given, 'x');
  return { p, q, middle, lowest: second.evaluate(middle), atZero: second.evaluate(0) };
}

function lossOf(given: Loss) {
  const { kind } = at(LOSSES, given.scene);
  if (kind === 'rate') return rateLoss(given);
  return kind === 'logistic' ? logisticLoss(given) : squaredLoss(given);
}

/** (xw − y)² + cw². */
function squaredLoss({ x, y, m, c }: Loss) {
  const residual = polynomial([-y, x]).toExpression('w');
  return {
    L: expr`${residual}^2 + ${c}*w^2`,
    place: expr`${m}`,
    key: rational(2 * x * x + 2 * c),
    wrongs: [
      mistake(rational(2 * x * (x * m - y) + 2 * c * m))`${AGAIN}`,
      mistake(rational(2 * x + 2 * c))`The inner slope ${x} comes out at each of the two steps.`,
      mistake(rational(2 * x * x))`You lost the penalty. It bends as well.`,
    ],
    rule: say`By the chain rule, each step brings out the factor of ${math`w`} inside the bracket.`,
    first: combination([2 * x, 2 * c], [math`(${residual})`, 'w']),
    second: math`${2 * x * x} + ${2 * c}`,
    worth: say`It is the same at every ${math`w`}:`,
  };
}

/** ln(1 + e^(xw)) where e^(xw) is m. */
function logisticLoss({ x, m }: Loss) {
  const inside = polynomial([0, x]).toExpression('w');
  const p = rational(m, m + 1);
  const rate = p.times(ONE.minus(p));
  return {
    L: expr`ln(1 + exp(${inside}))`,
    place: m === 1 ? expr`0` : simplify(expr`ln(${m})/${x}`),
    key: rate.times(x * x),
    wrongs: [
      mistake(p.times(x))`${AGAIN}`,
      mistake(rate.times(x))`The inner factor ${x} comes out at each of the two steps.`,
      mistake(p.times(x * x))`You differentiated above the fraction line only. Use the quotient rule.`,
    ],
    rule: say`The derivative of ${math`\ln(1 + e^z)`} is ${math`p = ${expr`exp(z)/(1 + exp(z))`}`}, and that of ${math`p`} is ${math`p (1 - p)`}.`,
    first: math`${expr`${x}*exp(${inside})/(1 + exp(${inside}))`} = ${x} p`,
    second: math`${x * x} p (1 - p)`,
    worth: say`There ${math`e^{${inside}} = ${m}`}, ${math`p = ${p}`} and ${math`1 - p = ${ONE.minus(p)}`}, so`,
  };
}

/** (c + |y|)w − c·ln w at m + 1. */
function rateLoss({ y, m, c }: Loss) {
  const [total, w] = [Math.abs(y) + c, m + 1];
  return {
    L: expr`${total}*w - ${c}*ln(w)`,
    place: expr`${w}`,
    key: rational(c, w * w),
    wrongs: [
      mistake(rational(-c, w).plus(total))`${AGAIN}`,
      mistake(rational(-c, w * w))`You lost a minus: the derivative of ${expr`1/w`} is ${expr`-1/w^2`}.`,
      mistake(rational(c, w))`The second derivative divides by the square of ${math`w`}.`,
    ],
    rule: say`The derivative of ${math`\ln w`} is ${expr`1/w`}, and that of ${expr`1/w`} is ${expr`-1/w^2`}.`,
    first: math`${total} - ${expr`${c}/w`}`,
    second: math`${expr`${c}/w^2`}`,
    worth: say`At ${math`w = ${w}`}:`,
  };
}
