// Solving f(x) = 0 by iteration: bisection, Newton's method, fixed points, and how fast the error shrinks.
import {
  answer,
  at,
  bracketed,
  decimal,
  display,
  divide,
  expr,
  generator,
  level,
  list,
  math,
  mistake,
  ONE,
  Polynomial,
  polynomial,
  type Rational,
  rational,
  say,
  signed,
} from '#kit';

type Bracket = readonly [low: Rational, high: Rational];
type Iteration = { r: number; q: number; sign: number; side: number };

const SOUGHT = [
  say`You look for a root of ${math`f`}`,
  say`The output ${math`x`} of an implicit layer solves ${math`f(x) = 0`}. You look for it`,
  say`A threshold ${math`x`} balances two costs where their difference ${math`f(x)`} is 0. You look for such an ${math`x`}`,
  say`A loss has the slope ${math`f(x)`} at the weight ${math`x`}. You look for a point of slope 0`,
];
const ROOTS = [
  say`Newton's method for ${math`f(x) = x^2 - a`} approximates the square root of`,
  say`A standard deviation is the square root of a variance. Newton's method for ${math`f(x) = x^2 - a`} approximates it for the variance`,
  say`The length of a vector is the square root of a sum of squares. Newton's method for ${math`f(x) = x^2 - a`} approximates it for the sum`,
];
const DIVIDERS = [
  say`A chip without a divider finds ${math`1/a`} by iterating`,
  say`A program that only multiplies and subtracts finds ${math`1/a`} by iterating`,
  say`Newton's method for ${math`1/x - a = 0`} needs no division:`,
];
/** How iterates that start near a fixed point go on. */
const PATHS = [
  { id: 'in', text: say`come closer, always on the same side` },
  { id: 'spiral-in', text: say`come closer, changing sides each time` },
  { id: 'out', text: say`move away, always on the same side` },
  { id: 'spiral-out', text: say`move away, changing sides each time` },
];

export default generator({
  id: 'numerical-methods/root-finding',
  version: 1,
  title: 'Bisection, Newton, fixed points',
  bullet: 'Approximation Techniques',
  why: 'Calibration, quantiles and implicit layers all solve an equation by iterating, and the speed of each iteration can be foretold.',
  needs: ['calculus/power-rule', 'calculus/tangent-line-approximation'],
  levels: [
    level({
      says: 'bisection: the bracket after two halvings, and how many it takes',
      par: 50,
      pick(rng) {
        const f = [-rng.int(2, 40), rng.int(0, 5), ...rng.pick([[1], [0, 1]])];
        const [low, width] = [rng.int(0, 3), rng.pick([2, 4])];
        const corner = (k: number) => rational(4 * low + k * width, 4);
        const signs = [0, 1, 2, 3, 4].map(k => polynomial(f).evaluate(corner(k)).sign());
        // A root in a corner would end the search early.
        const isUsable = !signs.includes(0) && signs[0] !== signs[4];
        return isUsable ? { f, low, high: low + width, digits: rng.int(1, 3), scene: rng.int(0, 3) } : undefined;
      },
      ask({ f, low, high, digits, scene }) {
        const F = polynomial(f);
        const start = [rational(low), rational(high)] as const;
        const first = halved(F, start);
        const second = halved(F, first);
        const secondOther = otherHalf(first, second);
        const firstOther = halved(F, otherHalf(start, first));
        const tolerance = rational(1, 10 ** digits);
        const ratio = rational(high - low).over(tolerance);
        const count = halvings(ratio);
        const total = rational(count);
        return {
          statement: say`${at(SOUGHT, scene)} by bisection, from the bracket ${shown(start)}. Which bracket is left after two halvings? And how many halvings, counted from the start, does it take until the bracket is at most ${decimal(tolerance)} wide? ${display(math`f(x) = ${F}`)}`,
          answers: [
            answer.number({ label: say`Left end:`, key: second[0] }),
            answer.number({ label: say`Right end:`, key: second[1] }),
            answer.number({
              label: say`Halvings in all:`,
              key: count,
              mistakes: [
                mistake(count - 1)`After that many halvings the bracket is still too wide. Round up.`,
                mistake(count - 2)`The first two halvings count too.`,
                mistake(ratio)`The width does not shrink by a fixed amount. Each halving divides it by 2.`,
              ],
            }),
          ],
          jointMistakes: [
            { wrong: [...first, total], says: say`That is the bracket after one halving. Halve once more.` },
            { wrong: [...secondOther, total], says: say`In the second halving you kept the half without a change of sign.` },
            { wrong: [...firstOther, total], says: say`In the first halving you kept the half without a change of sign.` },
          ],
          hints: [
            say`A continuous function that changes its sign over a bracket has a root in it.`,
            say`Look at the sign in the middle and keep the half whose ends have different signs. For the count: each halving divides the width by 2.`,
            say`The middle of the first bracket is ${middle(start)}, and ${valueAt(F, middle(start))}.`,
          ],
          solution: [
            say`At the ends: ${valueAt(F, low)} and ${valueAt(F, high)}.`,
            say`In the middle: ${valueAt(F, middle(start))}. The sign changes over ${shown(first)}.`,
            say`In its middle: ${valueAt(F, middle(first))}. The sign changes over ${shown(second)}.`,
            say`${math`n`} halvings divide the width ${high - low} by ${math`2^n`}, and ${math`2^n`} has to be at least ${math`${high - low} / ${decimal(tolerance)} = ${ratio}`}. As ${math`2^{${count - 1}} = ${2 ** (count - 1)}`} and ${math`2^{${count}} = ${2 ** count}`}, it takes ${count}.`,
          ],
        };
      },
      // A quarter of the first bracket, on its grid, over which the sign changes; the count by the logarithm.
      verify({ f, low, high, digits }, [left, right, count]) {
        const F = polynomial(f);
        const quarter = rational(high - low, 4);
        const isOnGrid = left.minus(low).over(quarter).isInteger() && left.compare(low) >= 0 && right.compare(high) <= 0;
        const changes = F.evaluate(left).times(F.evaluate(right)).sign() < 0;
        const steps = Math.ceil(Math.log2((high - low) * 10 ** digits));
        return isOnGrid && changes && right.minus(left).equals(quarter) && count.equals(steps);
      },
    }),

    level({
      says: 'two Newton steps for a square root',
      par: 50,
      pick(rng) {
        const given = { a: rng.int(2, 60), start: rng.int(1, 9), scene: rng.int(0, 2) };
        const [first, second] = [heron(given.a, rational(given.start)), heron(given.a, heron(given.a, rational(given.start)))];
        const isKind = first.denominator <= 6n && second.denominator <= 60n && first.compare(10) < 0;
        return rational(given.a).sqrt() || !isKind ? undefined : given;
      },
      ask({ a, start, scene }) {
        const x = rational(start);
        const first = heron(a, x);
        const second = heron(a, first);
        const quotient = rational(a).over(x);
        const step = first.minus(x);
        const oldSlope = first.minus(
          first
            .times(first)
            .minus(a)
            .over(2 * start),
        );
        return {
          statement: say`${at(ROOTS, scene)} ${math`a = ${a}`}. Start at ${math`x_0 = ${start}`} and give ${math`x_1`} and ${math`x_2`} as exact fractions.`,
          answers: [
            answer.number({
              label: say`${math`x_1 =`}`,
              key: first,
              mistakes: [
                mistake(x.plus(quotient))`The half is missing: take the mean of ${math`x_0`} and ${math`a/x_0`}.`,
                mistake(x.minus(step))`You added ${math`f/f'`}. Newton's method subtracts it.`,
                mistake(quotient)`That is ${math`a/x_0`}. The new value is the mean of it and ${math`x_0`}.`,
                mistake(step)`That is the step alone. Add it to ${math`x_0`}.`,
              ],
            }),
            answer.number({
              label: say`${math`x_2 =`}`,
              key: second,
              mistakes: [
                mistake(first)`That is ${math`x_1`}. Take a second step from there.`,
                mistake(oldSlope)`You kept the slope at ${math`x_0`}. The second step needs the slope at ${math`x_1`}.`,
                mistake(first.plus(rational(a).over(first)))`The half is missing in the second step.`,
              ],
            }),
          ],
          hints: [
            say`Newton's method: ${math`x_{k+1} = x_k - \frac{f(x_k)}{f'(x_k)}`}.`,
            say`For ${math`x^2 - a`} that is the mean of ${math`x_k`} and ${math`a/x_k`}.`,
            say`For the first step, ${math`a/x_0 = ${quotient}`}.`,
          ],
          solution: [
            say`A Newton step for ${math`x^2 - a`} is ${math`x - \frac{x^2 - a}{2x} = \frac{1}{2}(x + \frac{a}{x})`}.`,
            say`First step: ${math`x_1 = \frac{1}{2}(${x} + ${quotient}) = ${first}`}.`,
            say`Second step: ${math`x_2 = \frac{1}{2}(${first} + ${rational(a).over(first)}) = ${second}`}.`,
          ],
        };
      },
      // Each new point is where the tangent at the old one, a remainder of a division, meets the axis.
      verify({ a, start }, [first, second]) {
        const f = polynomial([-a, 0, 1]);
        return tangent(f, rational(start)).evaluate(first).isZero() && tangent(f, first).evaluate(second).isZero();
      },
    }),

    level({
      says: 'one Newton step for a cubic',
      par: 50,
      pick(rng) {
        const [start, value, slope, bend] = [rng.nonzero(-3, 3), rng.nonzero(-9, 9), rng.nonzero(-12, 12), rng.int(-2, 2)];
        // Written around the start, then multiplied out.
        const f = polynomial([value, slope, bend, 1]).compose(polynomial([-start, 1]));
        const isDull = Math.abs(slope) === 1 || Math.abs(slope) === Math.abs(value) || f.coefficient(0).isZero();
        const isLarge = f.coefficients.some(coefficient => coefficient.abs().compare(30) > 0);
        return isDull || isLarge ? undefined : { f: f.toJSON(), start, scene: rng.int(0, 3) };
      },
      ask({ f, start, scene }) {
        const F = polynomial(f);
        const value = F.evaluate(start);
        const slope = F.derivative().evaluate(start);
        const x = rational(start);
        const key = x.minus(value.over(slope));
        return {
          statement: say`${at(SOUGHT, scene)} with Newton's method. Take one step from ${math`x_0 = ${start}`} and give the exact value of ${math`x_1`}. ${display(math`f(x) = ${F}`)}`,
          answers: [
            answer.number({
              label: say`${math`x_1 =`}`,
              key,
              mistakes: [
                mistake(x.plus(value.over(slope)))`You added ${math`f/f'`}. Newton's method subtracts it.`,
                mistake(
                  x.minus(slope.over(value)),
                )`You divided the slope by the value of ${math`f`}. Divide the value by the slope.`,
                mistake(x.minus(value.times(slope)))`You multiplied by the slope. Divide by it.`,
                mistake(x.minus(value))`You subtracted the value of ${math`f`} itself. Divide it by the slope first.`,
                mistake(value.over(slope))`That is ${math`f/f'`} alone. Subtract it from ${math`x_0`}.`,
              ],
            }),
          ],
          hints: [
            say`Newton's method follows the tangent to the axis: ${math`x_1 = x_0 - \frac{f(x_0)}{f'(x_0)}`}.`,
            say`Find the value and the slope of ${math`f`} at ${math`x_0`}, then divide value by slope.`,
            say`The slope is ${math`f'(x) = ${F.derivative()}`}.`,
          ],
          solution: [
            say`The value is ${valueAt(F, start)}.`,
            say`The slope is ${math`f'(x) = ${F.derivative()}`}, so ${math`f'(${start}) = ${slope}`}.`,
            say`Subtract value over slope: ${math`x_1 = ${x} - ${bracketed(value.over(slope))} = ${key}`}.`,
          ],
        };
      },
      // The tangent without a derivative, as the remainder of a division by (x − x₀)², is 0 at the key.
      verify: ({ f, start }, [key]) => tangent(polynomial(f), rational(start)).evaluate(key).isZero(),
    }),

    level({
      says: 'fixed points: the next value, the slope, and whether it converges',
      par: 55,
      pick(rng) {
        const given = { r: rng.nonzero(-5, 5), q: rng.int(2, 9), sign: rng.sign(), side: rng.sign() };
        const { g, start, constant } = iteration(given);
        const isFixed = g.evaluate(start).equals(start);
        return 2 * Math.abs(given.r) === given.q || start === 0 || constant === 0 || isFixed ? undefined : given;
      },
      ask(given) {
        const { r, q, sign } = given;
        const { g, start, constant } = iteration(given);
        const next = g.evaluate(start);
        const slope = g.derivative().evaluate(r);
        const path = pathId(slope.toNumber());
        const rule = divide(polynomial([0, 2 * sign]).toExpression(), q);
        // A constant that is positive goes in front of −x².
        const inside = sign < 0 && constant > 0 ? expr`${constant} - x^2` : polynomial([constant, 0, sign]).toExpression();
        return {
          statement: say`The iteration ${math`x_{k+1} = g(x_k)`} has the fixed point ${math`r = ${r}`}. Give the exact values of ${math`x_1`} for ${math`x_0 = ${start}`} and of the slope of ${math`g`} at ${math`r`}. What do iterates that start very close to ${math`r`} do? ${display(math`g(x) = ${divide(inside, q)}`)}`,
          answers: [
            answer.number({
              label: say`${math`x_1 =`}`,
              key: next,
              mistakes: [
                mistake(next.times(q))`You did not divide by ${q}.`,
                mistake(next.minus(start))`That is how far the step goes. ${math`x_1`} is ${math`g(x_0)`} itself.`,
              ],
            }),
            answer.number({
              label: say`${math`g'(r) =`}`,
              key: slope,
              mistakes: [
                mistake(slope.times(q))`You did not divide the slope by ${q}.`,
                mistake(slope.negated())`The sign of the slope is flipped.`,
                mistake(g.derivative().evaluate(start))`That is the slope at ${math`x_0`}. Take it at the fixed point.`,
                mistake(r)`That is ${math`g(r)`}. The slope is the derivative there.`,
              ],
            }),
            answer.choice({
              label: say`Near ${math`r`} they`,
              key: path,
              options: PATHS,
              mistakes: PATHS.map(({ id }) =>
                id.endsWith('in') === path.endsWith('in')
                  ? mistake(id)`The sign of the slope says whether the sides change.`
                  : mistake(id)`Compare the size of the slope with 1: each step multiplies the distance by about that much.`,
              ),
            }),
          ],
          hints: [
            say`Near a fixed point ${math`r`} a step multiplies the distance to ${math`r`} by about ${math`g'(r)`}.`,
            say`Find ${math`g'(r)`}. Its size tells whether the distance shrinks, its sign whether the sides change.`,
            say`The slope is ${math`g'(x) = ${rule}`}.`,
          ],
          solution: [
            say`The next value is ${math`x_1 = \frac{${constant} ${signed(sign * start * start)}}{${q}} = ${next}`}.`,
            say`The slope is ${math`g'(x) = ${rule}`}, so ${math`g'(${r}) = ${slope}`}.`,
            say`Its size is ${slope.abs().compare(1) > 0 ? 'above 1: small distances grow' : 'below 1: small distances shrink'}. Its sign is ${slope.sign() < 0 ? 'minus: the sides change' : 'plus: the side stays the same'}.`,
          ],
        };
      },
      // q·x₁ = p ± x₀², an exact difference quotient, and the iteration itself from very close by.
      verify(given, [next, slope, path]) {
        const { g, start, constant } = iteration(given);
        const isNext = next.times(given.q).minus(constant).over(given.sign).equals(rational(start).power(2));
        const isSlope = g
          .evaluate(given.r + 1)
          .minus(g.evaluate(given.r - 1))
          .over(2)
          .equals(slope);
        return isNext && isSlope && path === walk(g, given.r);
      },
    }),

    level({
      says: 'a reciprocal without division, and quadratic convergence',
      par: 50,
      pick(rng) {
        const residual = rational(rng.nonzero(-5, 5), 10);
        const start = rational(rng.pick(['1/10', '1/5', '3/10', '2/5', '1/2', '1/20', '1/50', '3/100', '1/100', '2', '4', '5']));
        const a = ONE.minus(residual).over(start);
        const isShort = a.times(100).isInteger() && !a.equals(1);
        return isShort ? { a: a.toJSON(), start: start.toJSON(), scene: rng.int(0, 2) } : undefined;
      },
      ask({ a, start, scene }) {
        const [A, x] = [rational(a), rational(start)];
        const residual = ONE.minus(A.times(x));
        const next = x.times(ONE.plus(residual));
        const last = residual.power(4);
        return {
          statement: say`${at(DIVIDERS, scene)} ${math`x_{k+1} = x_k (2 - a x_k)`}. Each step squares the residual ${math`r_k = 1 - a x_k`}. Take ${math`a = ${decimal(A)}`} and ${math`x_0 = ${decimal(x)}`}. Give the exact values of ${math`x_1`} and, without computing ${math`x_2`}, of ${math`r_2`}.`,
          answers: [
            answer.number({
              label: say`${math`x_1 =`}`,
              key: next,
              decimal: true,
              mistakes: [
                mistake(x.times(residual))`You used ${math`1 - a x_0`}. The bracket is ${math`2 - a x_0`}.`,
                mistake(x.times(rational(2).minus(A)))`The bracket holds ${math`a x_0`}, not ${math`a`} alone.`,
                mistake(x.times(rational(2).plus(A.times(x))))`You added ${math`a x_0`} in the bracket. Subtract it.`,
              ],
            }),
            answer.number({
              label: say`${math`r_2 =`}`,
              key: last,
              decimal: true,
              mistakes: [
                mistake(residual.power(2))`That is ${math`r_1`}. Square it once more.`,
                mistake(residual.power(3))`You took the third power. Squaring twice gives another exponent.`,
                mistake(residual.times(2))`You doubled the residual. Each step squares it.`,
                mistake(last.negated())`A square is not negative.`,
              ],
            }),
          ],
          hints: [
            say`Quadratic convergence: the new error is proportional to the square of the old one.`,
            say`Put ${math`x_0`} into the formula for ${math`x_1`}. For ${math`r_2`} begin with ${math`r_0`} and square twice.`,
            say`First ${math`a x_0 = ${decimal(A.times(x))}`}.`,
          ],
          solution: [
            say`With ${math`a x_0 = ${decimal(A.times(x))}`} the step gives ${math`x_1 = ${decimal(x)} \cdot ${decimal(ONE.plus(residual))} = ${decimal(next)}`}.`,
            say`The first residual is ${math`r_0 = 1 - ${decimal(A.times(x))} = ${decimal(residual)}`}.`,
            say`Squared twice: ${math`r_1 = ${decimal(residual.power(2))}`} and ${math`r_2 = ${decimal(last)}`}.`,
          ],
        };
      },
      // x₁ lies on the tangent of 1/x − a at x₀; the next tangent gives x₂, and with it r₂ from its definition.
      verify({ a, start }, [next, last]) {
        const [A, x] = [rational(a), rational(start)];
        const isOnTangent = ONE.over(x)
          .minus(A)
          .equals(next.minus(x).over(x.power(2)));
        const second = next.plus(next.power(2).times(ONE.over(next).minus(A)));
        return isOnTangent && ONE.minus(A.times(second)).equals(last);
      },
    }),
  ],
});

function middle([low, high]: Bracket): Rational {
  return low.plus(high).over(2);
}

/** The half over which the sign changes. */
function halved(f: Polynomial, [low, high]: Bracket): Bracket {
  const centre = middle([low, high]);
  return f.evaluate(low).sign() === f.evaluate(centre).sign() ? [centre, high] : [low, centre];
}

function otherHalf([low, high]: Bracket, half: Bracket): Bracket {
  return half[0].equals(low) ? [half[1], high] : [low, half[0]];
}

/** The smallest n with 2ⁿ at least this. */
function halvings(ratio: Rational): number {
  let n = 0;
  while (rational(2).power(n).compare(ratio) < 0) n++;
  return n;
}

function shown([low, high]: Bracket) {
  return math`[${list([low, high])}]`;
}

function valueAt(f: Polynomial, x: Rational | number) {
  return math`f(${rational(x)}) = ${f.evaluate(x)}`;
}

/** A Newton step for x² − a. */
function heron(a: number, x: Rational): Rational {
  return x.plus(rational(a).over(x)).over(2);
}

function tangent(f: Polynomial, x: Rational): Polynomial {
  return f.divide(Polynomial.withRoots(x, x)).remainder;
}

/** g(x) = (constant ± x²)/q with the fixed point r. */
function iteration({ r, q, sign, side }: Iteration) {
  const constant = q * r - sign * r * r;
  return { constant, start: r + side, g: polynomial([constant, 0, sign]).times(rational(1, q)) };
}

function pathId(slope: number): string {
  return `${slope < 0 ? 'spiral-' : ''}${Math.abs(slope) < 1 ? 'in' : 'out'}`;
}

/** Where iterates from close by really go: they leave the neighbourhood within 300 steps or they don't. */
function walk(g: Polynomial, r: number): string {
  const [constant = 0, , bend = 0] = g.coefficients.map(coefficient => coefficient.toNumber());
  const step = (x: number) => constant + bend * x * x;
  const turns = step(r + 1e-6) < r;
  let x = r + 1e-6;
  for (let k = 0; k < 300 && Math.abs(x - r) < 1e-3; k++) x = step(x);
  return `${turns ? 'spiral-' : ''}${Math.abs(x - r) < 1e-6 ? 'in' : 'out'}`;
}
