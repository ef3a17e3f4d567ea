// Solving f(x) = 0 by iteration: bisection, Newton's method, fixed points, and how fast the error shrinks.
import {
  answer,
  decimal,
  display,
  expr,
  generator,
  level,
  math,
  mistake,
  ONE,
  type Polynomial,
  polynomial,
  type Rational,
  rational,
  say,
} from '#kit';

type Bracket = readonly [low: Rational, high: Rational];

const ROOT_SCENES = [
  say`You look for a root of ${math`f`}`,
  say`A quantile ${math`x`} solves ${math`f(x) = 0`}`,
  say`A threshold ${math`x`} is calibrated by solving ${math`f(x) = 0`}`,
  say`The best weight ${math`x`} is where a slope ${math`f(x)`} is 0`,
];
const DIVISION_SCENES = [
  say`A chip without a divider finds ${math`1/a`}`,
  say`To normalise by a sum ${math`a`}, a kernel finds ${math`1/a`} with products only`,
  say`A small device finds ${math`1/a`} by Newton's method for ${math`1/x - a = 0`}`,
];
/** How the distance to a fixed point goes on, by the sign and the size of the slope there. */
const PATHS = [
  { id: 'towards', text: say`They approach ${math`r`} from one side.` },
  { id: 'spiral-in', text: say`They approach ${math`r`}, changing sides each time.` },
  { id: 'away', text: say`They move away from ${math`r`} on one side.` },
  { id: 'spiral-out', text: say`They move away from ${math`r`}, changing sides each time.` },
];

export default generator({
  id: 'numerical-methods/root-finding',
  version: 1,
  title: 'Bisection, Newton, fixed points',
  bullet: 'Approximation Techniques',
  why: 'Calibration, quantiles and implicit layers all solve f(x) = 0, and every solver is an iteration whose speed you can predict.',
  needs: ['calculus/power-rule', 'calculus/tangent-line-approximation'],
  levels: [
    level({
      says: 'bisection: the bracket after two halvings, and how many it takes',
      par: 50,
      pick(rng) {
        const f = [-rng.int(1, 40), rng.int(0, 6), 0, 1];
        const low = rng.int(0, 3);
        const given = { f, low, high: low + rng.pick([1, 2, 4]), digits: rng.int(1, 3), scene: rng.int(0, 3) };
        const corners = [0, 1, 2, 3, 4].map(k => signAt(polynomial(f), quarter(given, k)));
        // A root at a corner would end the search early.
        return corners.includes(0) || corners[0] === corners[4] ? undefined : given;
      },
      ask({ f, low, high, digits, scene }) {
        const F = polynomial(f);
        const start: Bracket = [rational(low), rational(high)];
        const first = halved(F, start);
        const [left, right] = halved(F, first);
        const [wrongLeft, wrongRight] = halved(F, otherHalf(start, first));
        const width = rational(high - low);
        const tolerance = rational(1, 10 ** digits);
        const count = halvings(width.over(tolerance));
        const [a, b, m] = [low, high, middle(start)];
        const [c, d, n] = [...first, middle(first)];
        return {
          statement: say`${at(ROOT_SCENES, scene)} by bisection, starting with the bracket from ${low} to ${high}. Give the bracket after two halvings, and the number of halvings, counted from the start, until it is at most ${decimal(tolerance)} wide. ${display(math`f(x) = ${F}`)}`,
          answers: [
            answer.number({
              label: say`left end`,
              key: left,
              mistakes: [mistake(first[0])`After one halving that is the left end. Halve once more.`],
            }),
            answer.number({
              label: say`right end`,
              key: right,
              mistakes: [mistake(first[1])`After one halving that is the right end. Halve once more.`],
            }),
            answer.number({
              label: say`number of halvings`,
              key: count,
              mistakes: [
                mistake(count - 1)`That is one short: the bracket is still too wide. Round up.`,
                mistake(count - 2)`Count the two halvings that you have done too.`,
                mistake(width.over(tolerance))`The width is not divided by a fixed amount a step. Each halving divides it by 2.`,
              ],
            }),
          ],
        };
      },
      verify: () => true,
    }),
  ],
});
