// Lagrange multipliers: the best point on a line, on a budget, on an ellipse, on a plane, and of a quadratic form on the unit circle.
import {
  answer,
  areDifferent,
  at,
  combination,
  derivative,
  display,
  evaluate,
  expr,
  gcd,
  generator,
  isNear,
  lcm,
  level,
  list,
  math,
  mistake,
  numericSlope,
  ONE,
  paired,
  primitive,
  productSumWorked,
  type Rational,
  rational,
  row,
  say,
  signed,
  simplify,
  sum,
  sure,
  type Vector,
  variable,
  vector,
} from '#kit';

/** The numbers in f and in g; the constraint is g = total. */
type Given = { f: number[]; g: number[]; total: number; scene: number };

const LINES = [
  { names: ['x', 'y'], says: 'Two weights have to fit one example exactly, with the least penalty.' },
  { names: ['u', 'v'], says: 'Two corrections have to move an output by a fixed amount, at the least cost.' },
  { names: ['s', 't'], says: 'Two motors have to make up a wanted torque with the least energy.' },
  { names: ['a', 'b'], says: 'An attack has to change a score by a fixed amount, with the least change of two pixels.' },
] as const;
const BUDGETS = [
  { names: ['d', 'n'], says: 'A budget is spent on data and on training time.' },
  { names: ['w', 'h'], says: 'The parameters of a network are spent on its width and on its height.' },
  { names: ['m', 'c'], says: 'The area of a chip is divided between memory and cores.' },
  { names: ['x', 'y'], says: 'A team divides its money between labels and computers.' },
] as const;
const ELLIPSES = [
  { names: ['x', 'y'], isMax: true, says: 'An attack on a linear model raises the score with a change of limited size.' },
  { names: ['s', 't'], isMax: false, says: 'A step to the border of a trust region lowers a linear model of the loss.' },
  { names: ['u', 'v'], isMax: true, says: 'A projection with weights of a fixed length has to be as large as possible.' },
  { names: ['a', 'b'], isMax: false, says: 'Two controls of fixed energy have to lower a cost.' },
] as const;
const PLANES = [
  { names: ['x', 'y', 'z'], isShare: true, isLog: false, says: 'The weights of an average of three noisy sensors add up to 1.' },
  { names: ['p', 'q', 'r'], isShare: true, isLog: true, says: 'Three classes have probabilities that fit observed counts best.' },
  { names: ['a', 'b', 'c'], isShare: false, isLog: false, says: 'A load is divided among three servers with growing costs.' },
  { names: ['x', 'y', 'z'], isShare: false, isLog: true, says: 'Training hours are divided among three models.' },
] as const;
const FORMS = [
  { names: ['x', 'y'], says: 'A direction of length 1 should show as much variance as possible.' },
  { names: ['u', 'v'], says: 'The curvature of a loss is largest along one unit direction.' },
  { names: ['a', 'b'], says: 'A filter with two weights of length 1 should pass as much energy as possible.' },
  { names: ['s', 't'], says: 'A change of two inputs, of length 1, should move the output the most.' },
] as const;
const CONDITION = math`\nabla f = \lambda \nabla g`;

export default generator({
  id: 'optimization/lagrange-equality',
  version: 1,
  title: 'Lagrange multipliers',
  bullet: 'Convex Optimization',
  why: 'PCA, maximum-entropy models and normalised probabilities all come from optima under an equality constraint.',
  needs: ['multivariable-calculus/gradient-vector', 'linear-algebra/linear-systems'],
  levels: [
    level({
      says: 'least weighted squares on a line',
      par: 60,
      pick(rng) {
        const [a, b, x, y] = [rng.int(1, 5), rng.int(1, 5), rng.nonzero(-5, 5), rng.nonzero(-5, 5)];
        const common = gcd(2 * a * x, 2 * b * y);
        if (a === b || common < 2) return undefined;
        const multiplier = rng.sign() * common;
        const prices = [(2 * a * x) / multiplier, (2 * b * y) / multiplier];
        const total = at(prices, 0) * x + at(prices, 1) * y;
        if (total === 0 || prices.some(price => Math.abs(price) > 9)) return undefined;
        const given = { f: [a, b], g: prices, total, scene: rng.index(LINES) };
        const { key, unweighted, multiplied } = onLine(given);
        return areDifferent(key, unweighted, multiplied) ? given : undefined;
      },
      ask(given) {
        const { f: weights, g: prices, total, scene } = given;
        const { names, says } = at(LINES, scene);
        const [x, y] = names;
        const { key, multiplier, unweighted, multiplied, onlyFirst } = onLine(given);
        const conditions = names.map((name, i) => math`${2 * at(weights, i)} ${name} = ${scaledLambda(at(prices, i))}`);
        const shares = names.map((name, i) => math`${name} = ${scaledLambda(rational(at(prices, i), 2 * at(weights, i)))}`);
        const slope = sum(paired(weights, prices).map(([w, p]) => rational(p * p, 2 * w)));
        return {
          statement: say`${says} Minimise ${math`f`} on the line ${math`g = ${total}`}, and find the multiplier ${math`\lambda`} in ${CONDITION}. ${display(math`f = ${combination(weights, [math`${x}^2`, math`${y}^2`])}`)} ${display(math`g = ${combination(prices, names)} = ${total}`)}`,
          answers: [
            pointAnswer(names, key, [
              mistake(unweighted)`You left out the factors of the squares. They belong to the gradient of ${math`f`}.`,
              mistake(multiplied)`You multiplied by the factors of the squares. In ${CONDITION} you divide by them.`,
              mistake(onlyFirst)`That meets the constraint, but with one variable alone. A mixture makes ${math`f`} smaller.`,
            ]),
            multiplierAnswer(multiplier, multiplier.over(2)),
          ],
          hints: [
            say`At the best point on the constraint the two gradients are parallel: ${CONDITION}.`,
            say`Write ${CONDITION} entry by entry, express ${math`${x}`} and ${math`${y}`} by ${math`\lambda`}, and put them into the constraint.`,
            say`The conditions are ${list(conditions)}.`,
          ],
          solution: [
            say`The gradients give ${list(conditions)}, so ${list(shares)}.`,
            say`Put them into the constraint: ${math`${scaledLambda(slope)} = ${total}`}, so ${math`\lambda = ${multiplier}`}.`,
            say`With this, ${math`(${x}, ${y}) = ${row(key.entries)}`}.`,
          ],
        };
      },
      // At the least point of a parabola the same step costs the same both ways; and as f grows with the square of the total, λ·total = 2f.
      verify({ f: weights, g: prices, total }, [key, lambda]) {
        if (key.length !== 2) return false;
        const cost = (p: typeof key) => sum(paired(weights, p.entries).map(([w, x]) => x.times(x).times(w)));
        const along = vector([at(prices, 1), -at(prices, 0)]);
        const isOnLine = key.dot(vector(prices)).equals(total);
        return isOnLine && cost(key.plus(along)).equals(cost(key.minus(along))) && lambda.times(total).equals(cost(key).times(2));
      },
    }),

    level({
      says: 'the greatest product on a budget',
      par: 60,
      pick(rng) {
        const [m, n] = at(paired([1, 2, 1, 3], [1, 1, 2, 1]), rng.int(0, 3));
        const [p, q, share] = [rng.int(1, 6), rng.int(1, 6), rng.int(2, 18)];
        if (p === q || (m * share) % p !== 0 || (n * share) % q !== 0) return undefined;
        const given = { f: [m, n], g: [p, q], total: (m + n) * share, scene: rng.index(BUDGETS) };
        const { key, value, sameAmount, unpriced } = onBudget(given);
        return areDifferent(key, sameAmount, unpriced) && value.compare(1500) < 0 ? given : undefined;
      },
      ask(given) {
        const { f: exponents, g: prices, total, scene } = given;
        const { names, says } = at(BUDGETS, scene);
        const [x, y] = names;
        const { key, value, sameAmount, unpriced, evenSplit, exchanged, worth } = onBudget(given);
        const [[m = 1, n = 1], [p = 1, q = 1]] = [exponents, prices];
        const f = simplify(expr`${variable(x)}^${m}*${variable(y)}^${n}`);
        const slopes = names.map(name => derivative(f, name));
        const put = paired(key.entries, exponents).flatMap(([entry, times]) => Array.from({ length: times }, () => entry));
        const conditions = slopes.map((slope, i) => math`${slope} = ${scaledLambda(at(prices, i))}`);
        const balance = math`${combination([n * p], [x])} = ${combination([m * q], [y])}`;
        const spent = key.entries.map((entry, i) => entry.times(at(prices, i)));
        return {
          statement: say`${says} Maximise ${math`f`} on the budget ${math`g = ${total}`} with ${math`${x}, ${y} > 0`}: where is the maximum, and how large is ${math`f`} there? ${display(math`f = ${f}`)} ${display(math`g = ${combination(prices, names)} = ${total}`)}`,
          answers: [
            pointAnswer(names, key, [
              mistake(sameAmount)`You took the same amount of both. Use their prices ${p} and ${q}.`,
              mistake(evenSplit)`You spent the same on both. The larger exponent gets the larger share.`,
              mistake(exchanged)`The shares are swapped: the larger exponent gets the larger share.`,
              mistake(unpriced)`Those are the shares of the budget. Divide each by its price.`,
            ]),
            answer.number({
              label: say`Largest ${math`f =`}`,
              key: value,
              mistakes: [
                mistake(worth(sameAmount))`That is ${math`f`} for the same amount of both. A better point exists.`,
                mistake(worth(evenSplit))`That is ${math`f`} for the same spending on both. A better point exists.`,
                mistake(key.at(0).times(key.at(1)))`Mind the exponent in ${math`f`}.`,
              ],
            }),
          ],
          hints: [
            say`At the best point on the budget the gradients are parallel: ${CONDITION}.`,
            say`Write ${CONDITION} entry by entry. Divide one condition by the other, so that ${math`\lambda`} is gone, and use the budget.`,
            say`The conditions are ${list(conditions)}.`,
          ],
          solution: [
            say`The gradients give ${list(conditions)}.`,
            say`One divided by the other: ${balance}.`,
            say`With the budget, ${math`${combination([p], [x])} = ${at(spent, 0)}`} and ${math`${combination([q], [y])} = ${at(spent, 1)}`}.`,
            say`So ${math`(${x}, ${y}) = ${row(key.entries)}`}, and ${math`f = ${productSumWorked([put])}`}.`,
          ],
        };
      },
      // Small steps along the budget, either way, make f smaller; its value is the bound of the means (AM–GM).
      verify({ f: [m = 1, n = 1], g: prices, total }, [key, value]) {
        if (key.length !== 2 || !key.entries.every(entry => entry.sign() > 0)) return false;
        const worth = (p: typeof key) => p.at(0).power(m).times(p.at(1).power(n));
        const along = vector([at(prices, 1), -at(prices, 0)]).times(rational(1, 1000));
        const isTop = [key.plus(along), key.minus(along)].every(p => worth(p).compare(worth(key)) < 0);
        const shares = paired([m, n], prices).map(([exponent, price]) => rational(exponent * total, (m + n) * price));
        return isTop && key.dot(vector(prices)).equals(total) && value.equals(worth(vector(shares)));
      },
    }),

    level({
      says: 'a linear function on a circle or an ellipse',
      par: 75,
      pick(rng) {
        const scene = rng.index(ELLIPSES);
        const [x, y] = [rng.nonzero(-6, 6), rng.nonzero(-6, 6)];
        const weights = rng.int(0, 1) === 0 ? [1, 1] : [rng.int(1, 4), rng.int(1, 4)];
        const normal = [at(weights, 0) * x, at(weights, 1) * y];
        const common = gcd(at(normal, 0), at(normal, 1));
        const side = (at(ELLIPSES, scene).isMax ? 1 : -1) * rng.int(1, 3);
        const slopes = normal.map(entry => (entry / common) * side);
        const total = at(normal, 0) * x + at(normal, 1) * y;
        if (total > 150 || slopes.some(slope => Math.abs(slope) > 12) || Math.abs(x) === Math.abs(y)) return undefined;
        const lambda = rational(side, 2 * common);
        return areDifferent(lambda, ONE.over(lambda)) ? { f: slopes, g: weights, total, scene } : undefined;
      },
      ask({ f: slopes, g: weights, total, scene }) {
        const { names, says, isMax } = at(ELLIPSES, scene);
        const [x, y] = names;
        const halves = paired(slopes, weights).map(([slope, weight]) => rational(slope, 2 * weight));
        const root = sum(paired(slopes, halves).map(([slope, half]) => half.times(slope).over(2)));
        const multiplier = sure(root.over(total).sqrt()).times(isMax ? 1 : -1);
        const key = vector(halves).times(ONE.over(multiplier));
        const conditions = names.map((name, i) => math`${at(slopes, i)} = ${2 * at(weights, i)} \lambda ${name}`);
        const products = paired(names, halves).map(([name, half]) => math`\lambda ${name} = ${half}`);
        const [goal, other] = isMax ? ['Maximise', 'minimum'] : ['Minimise', 'maximum'];
        return {
          statement: say`${says} ${goal} ${math`f`} on the curve ${math`g = ${total}`}, and find the multiplier ${math`\lambda`} in ${CONDITION}. ${display(math`f = ${combination(slopes, names)}`)} ${display(math`g = ${combination(weights, [math`${x}^2`, math`${y}^2`])} = ${total}`)}`,
          answers: [
            pointAnswer(names, key, [
              mistake(key.negated())`That solves the equations too, but it is the ${other}. Compare the values of ${math`f`}.`,
              mistake(vector(key.entries.toReversed()))`The two entries are swapped.`,
              mistake(vector(slopes))`That is the gradient of ${math`f`}. Scale it so that the constraint holds.`,
            ]),
            multiplierAnswer(multiplier, multiplier.times(2)),
          ],
          hints: [
            say`At a best point on the curve the two gradients are parallel: ${CONDITION}.`,
            say`Find ${math`\lambda ${x}`} and ${math`\lambda ${y}`}, and put them into the constraint multiplied by ${math`\lambda^2`}. Of the two solutions, take the one with the ${isMax ? 'larger' : 'smaller'} ${math`f`}.`,
            say`The conditions are ${list(conditions)}.`,
          ],
          solution: [
            say`The gradients give ${list(conditions)}, so ${list(products)}.`,
            say`In the constraint, multiplied by ${math`\lambda^2`}: ${math`${root} = ${total} \lambda^2`}, so ${math`\lambda = \pm ${multiplier.abs()}`}.`,
            say`For the ${isMax ? 'larger' : 'smaller'} ${math`f`}, ${math`\lambda = ${multiplier}`} and ${math`(${x}, ${y}) = ${row(key.entries)}`}.`,
          ],
        };
      },
      // The bound of Cauchy and Schwarz is reached, on the right side; and as f grows with the root of the total, 2λ·total = f.
      verify({ f: slopes, g: weights, total, scene }, [key, lambda]) {
        if (key.length !== 2) return false;
        const f = key.dot(vector(slopes));
        const bound = sum(paired(slopes, weights).map(([slope, weight]) => rational(slope * slope * total, weight)));
        const isOnCurve = sum(paired(weights, key.entries).map(([w, x]) => x.times(x).times(w))).equals(total);
        const isRightSide = f.sign() === (at(ELLIPSES, scene).isMax ? 1 : -1);
        return isOnCurve && isRightSide && f.times(f).equals(bound) && lambda.times(2 * total).equals(f);
      },
    }),

    level({
      says: 'three variables with a fixed sum',
      par: 75,
      pick(rng) {
        const scene = rng.index(PLANES);
        const { isShare, isLog } = at(PLANES, scene);
        const shares = rng.ints(3, 1, 8);
        if (new Set(shares).size === 1 || shares.reduce(gcd) > 1) return undefined;
        const factors = isLog ? shares : shares.map(share => shares.reduce(lcm) / share);
        const given = { f: factors, total: isShare ? 1 : rng.int(2, 4) * shares.reduce((a, b) => a + b), scene };
        if (factors.some(factor => factor > 24)) return undefined;
        const { key, inverse, even, multiplier } = onPlane(given);
        return areDifferent(key, inverse, even) && areDifferent(multiplier, ONE.over(multiplier)) ? given : undefined;
      },
      ask(given) {
        const { total, scene } = given;
        const { names, says, isLog } = at(PLANES, scene);
        const { key, multiplier, inverse, even, parts, rate, unscaled } = onPlane(given);
        const wrongWay = isLog
          ? 'You gave a larger factor less. Here it gets more.'
          : 'You gave a larger factor more. Here it gets less.';
        const asked = math`(${names.join(', ')})`;
        const f = simplify(planeFunction(given));
        const conditions = names.map(name => math`${derivative(f, name)} = \lambda`);
        const share = (x: string, part: Rational) => (isLog ? math`\lambda ${x} = ${part}` : math`${x} = ${scaledLambda(part)}`);
        const shares = paired(names, parts).map(([name, part]) => share(name, part));
        const added = isLog ? math`${scaledLambda(total)} = ${rate}` : math`${scaledLambda(rate)} = ${total}`;
        return {
          statement: say`${says} ${isLog ? 'Maximise' : 'Minimise'} ${math`f`} under the constraint ${math`g = ${total}`}, and find the multiplier ${math`\lambda`} in ${CONDITION}. ${display(math`f = ${f}`)} ${display(math`g = ${names.join(' + ')} = ${total}`)}`,
          answers: [
            pointAnswer(names, key, [
              mistake(inverse)`${wrongWay}`,
              mistake(even)`You shared evenly. The derivatives of ${math`f`} are not equal there.`,
              mistake(unscaled)`The proportions are right. Scale them so that the sum is ${total}.`,
            ]),
            multiplierAnswer(multiplier, isLog ? multiplier : multiplier.over(2)),
          ],
          hints: [
            say`Every entry of ${math`\nabla g`} is 1. So ${CONDITION} says that all three derivatives of ${math`f`} equal ${math`\lambda`}.`,
            say`Express each variable by ${math`\lambda`}, add the three up, and use the constraint.`,
            say`The conditions are ${list(conditions)}.`,
          ],
          solution: [
            say`The gradients give ${list(conditions)}.`,
            say`So ${list(shares)}.`,
            say`Added up, with the constraint: ${added}, so ${math`\lambda = ${multiplier}`}.`,
            say`With this, ${math`${asked} = ${row(key.entries)}`}.`,
          ],
        };
      },
      // Difference quotients of f in each variable, at the key: all three are λ.
      verify(given, [key, lambda]) {
        if (key.length !== 3 || !sum(key.entries).equals(given.total)) return false;
        const [f, { names }] = [planeFunction(given), at(PLANES, given.scene)];
        const point = key.entries.map(entry => entry.toNumber());
        const worth = (values: number[]) => evaluate(f, Object.fromEntries(paired(names, values)));
        const slopes = point.map((start, i) => numericSlope(x => worth(point.with(i, x)), start));
        return slopes.every(slope => isNear(slope, lambda.toNumber()));
      },
    }),

    level({
      says: 'a quadratic form on the unit circle',
      par: 120,
      pick(rng) {
        const [u, v, least, scale] = [rng.int(1, 3), rng.nonzero(-3, 3), rng.int(-4, 6), rng.int(1, 3)];
        const [a, b, c] = [least + scale * u * u, scale * u * v, least + scale * v * v];
        if (gcd(u, v) > 1 || u === Math.abs(v) || Math.max(Math.abs(a), Math.abs(c)) > 20 || a * c * least === 0)
          return undefined;
        return { form: [a, b, c], scene: rng.index(FORMS) };
      },
      ask({ form: [a = 0, b = 1, c = 0], scene }) {
        const { names, says } = at(FORMS, scene);
        const [x, y] = names;
        const root = sure(rational((a - c) * (a - c) + 4 * b * b).sqrt());
        const [most, least] = [
          root.plus(a + c).over(2),
          rational(a + c)
            .minus(root)
            .over(2),
        ];
        const key = primitive(vector([b, most.minus(a)]));
        const halved = (first: number, second: number, name: string) =>
          math`${combination([first, second], names)} = \lambda ${name}`;
        const conditions = [halved(a, b, x), halved(b, c, y)];
        const [u, v] = [key.at(0), key.at(1)];
        return {
          statement: say`${says} Find the greatest value of ${math`f`} on the unit circle ${math`g = 1`}, and a direction (of any length) in which it is taken. ${display(math`f = ${combination([a, 2 * b, c], [math`${x}^2`, math`${x} ${y}`, math`${y}^2`])}`)} ${display(math`g = ${x}^2 + ${y}^2 = 1`)}`,
          answers: [
            answer.number({
              label: say`Greatest ${math`f =`}`,
              key: most,
              mistakes: [
                mistake(least)`That is the least value. The other multiplier is the greatest one.`,
                mistake(
                  rational(Math.max(a, c)),
                )`That is ${math`f`} at the end of an axis. The mixed term makes it larger elsewhere.`,
                mistake(rational(a + 2 * b + c))`You put in ${math`(1, 1)`}, which does not have length 1.`,
              ],
            }),
            answer.direction({
              label: say`Direction ${math`(${x}, ${y})`}:`,
              key,
              mistakes: [
                mistake(vector([v, u.negated()]))`In that direction ${math`f`} is least. Use the larger multiplier.`,
                mistake(vector([v, u]))`The two entries are swapped.`,
                mistake(vector([u, v.negated()]))`Check the sign of one entry: put it into ${at(conditions, 0)}.`,
                mistake(vector(a > c ? [1, 0] : [0, 1]))`That is an axis. The mixed term turns the best direction away from it.`,
              ],
            }),
          ],
          hints: [
            say`By ${CONDITION} with ${math`\nabla g = (2 ${x}, 2 ${y})`}, each solution on the circle has the value ${math`f = \lambda`}.`,
            say`Halve both conditions. They have a solution other than 0 only if the determinant of the system is 0. Take the larger ${math`\lambda`}.`,
            say`Halved, the conditions are ${list(conditions)}.`,
          ],
          solution: [
            say`Half of each condition: ${list(conditions)}.`,
            say`A solution other than 0 needs ${math`(${a} - \lambda)(${c} - \lambda) = ${b * b}`}, so ${math`\lambda^2 ${signed(-a - c)} \lambda ${signed(a * c - b * b)} = 0`}.`,
            say`The roots are ${least} and ${most}. On the circle ${math`f = \lambda`}, so the greatest value is ${most}.`,
            say`For it the first condition is ${math`${combination([rational(a).minus(most), b], names)} = 0`}: the direction is ${row(key.entries)}.`,
          ],
        };
      },
      // In 624 directions f is at most the value times the squared length, and at the key it is just that.
      verify({ form: [a = 0, b = 0, c = 0] }, [value, key]) {
        if (key.length !== 2) return false;
        const f = (x: Rational, y: Rational) =>
          x
            .times(x)
            .times(a)
            .plus(x.times(y).times(2 * b))
            .plus(y.times(y).times(c));
        const most = value.toNumber();
        const range = Array.from({ length: 25 }, (_, i) => i - 12);
        const isBound = range.every(x =>
          range.every(y => a * x * x + 2 * b * x * y + c * y * y <= most * (x * x + y * y) + 1e-9),
        );
        return isBound && f(key.at(0), key.at(1)).equals(key.normSquared().times(value));
      },
    }),
  ],
});

function pointAnswer(names: readonly string[], key: Vector, mistakes: ReturnType<ReturnType<typeof mistake<Vector>>>[]) {
  return answer.vector({ label: say`${math`(${names.join(', ')}) =`}`, key, mistakes });
}

function multiplierAnswer(multiplier: Rational, lost: Rational) {
  return answer.number({
    label: say`${math`\lambda =`}`,
    key: multiplier,
    mistakes: [
      mistake(lost)`You lost a 2: the derivative of a square has the factor 2.`,
      mistake(ONE.over(multiplier))`You set ${math`\nabla g = \lambda \nabla f`}. The factor belongs to ${math`\nabla g`}.`,
      mistake(multiplier.negated())`The sign is turned. Here ${CONDITION}, with no minus.`,
    ],
  });
}

function scaledLambda(factor: Rational | number) {
  return combination([factor], [math`\lambda`]);
}

function onLine({ f: weights, g: prices, total }: Given) {
  /** The point of the line in a direction that may cross it. */
  const reached = (direction: readonly Rational[]) => {
    const v = vector(direction);
    return v.times(rational(total).over(v.dot(vector(prices))));
  };
  const pairs = paired(prices, weights);
  const key = reached(pairs.map(([price, weight]) => rational(price, weight)));
  return {
    key,
    multiplier: key.at(0).times(rational(2 * at(weights, 0), at(prices, 0))),
    unweighted: reached(prices.map(price => rational(price))),
    multiplied: reached(pairs.map(([price, weight]) => rational(price * weight))),
    onlyFirst: vector([rational(total, at(prices, 0)), 0]),
  };
}

function onBudget({ f: [m = 1, n = 1], g: [p = 1, q = 1], total }: Given) {
  const spend = (first: number, second: number) =>
    vector([rational(first * total, (first + second) * p), rational(second * total, (first + second) * q)]);
  const worth = (point: ReturnType<typeof spend>) => point.at(0).power(m).times(point.at(1).power(n));
  const key = spend(m, n);
  return {
    key,
    value: worth(key),
    worth,
    evenSplit: spend(1, 1),
    exchanged: spend(n, m),
    sameAmount: vector([rational(total, p + q), rational(total, p + q)]),
    unpriced: vector([key.at(0).times(p), key.at(1).times(q)]),
  };
}

/** `parts` are the variables without their λ, `rate` is their sum. */
function onPlane({ f: factors, total, scene }: Omit<Given, 'g'>) {
  const { isLog } = at(PLANES, scene);
  const [plain, inverses] = [factors.map(factor => rational(factor)), factors.map(factor => rational(1, factor))];
  const shared = (shares: readonly Rational[]) => vector(shares).times(rational(total).over(sum(shares)));
  const parts = isLog ? plain : inverses.map(inverse => inverse.over(2));
  const rate = sum(parts);
  return {
    parts,
    rate,
    key: shared(isLog ? plain : inverses),
    inverse: shared(isLog ? inverses : plain),
    unscaled: vector(isLog ? plain : inverses),
    even: shared([ONE, ONE, ONE]),
    multiplier: isLog ? rate.over(total) : rational(total).over(rate),
  };
}

function planeFunction({ f: [a = 0, b = 0, c = 0], scene }: Omit<Given, 'g'>) {
  const { isLog, names } = at(PLANES, scene);
  const [x, y, z] = [variable(names[0]), variable(names[1]), variable(names[2])];
  return isLog ? expr`${a}*ln(${x}) + ${b}*ln(${y}) + ${c}*ln(${z})` : expr`${a}*${x}^2 + ${b}*${y}^2 + ${c}*${z}^2`;
}
