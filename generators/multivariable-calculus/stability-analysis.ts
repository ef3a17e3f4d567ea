// Stability: the largest and the best step of gradient descent, fixed points of a map, and a game in which two players descend and ascend.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  combination,
  decimal,
  determinant,
  display,
  type Formula,
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
  type Rational,
  type Rng,
  rational,
  say,
  signed,
  spectralRadius,
  type Text,
} from '#kit';

const LOSSES = [
  'Near its minimum a loss has a Hessian with the eigenvalues',
  'The curvatures of a quadratic loss, the eigenvalues of its Hessian, are',
  'The Hessian of a least-squares problem has the eigenvalues',
  'At a minimum the Hessian of a regularised loss has the eigenvalues',
];
const MODELS = [
  'Near its minimum a loss of two weights has the Hessian',
  'A least-squares problem with two weights has the Hessian',
  'A quadratic loss of two parameters has the Hessian',
  'At the minimum of a regularised loss a library returns the Hessian',
];
const MAPS = [
  'Two units of a recurrent network are updated by',
  'A solver for two unknowns repeats the step',
  'Two learning agents change their parameters by',
  'A self-training loop changes two parameters by',
];
const GAMES = [
  'A toy model of a GAN is the game',
  'Adversarial training in miniature is the game',
  'An attacker and a defender play the game',
  'Two networks compete in the game',
];

/** Directions, and how often their squared length may separate the eigenvalues. */
const DIRECTIONS = [
  { steps: 5, lines: ['1 1', '1 -1'] },
  { steps: 2, lines: ['1 2', '2 1', '1 -2', '2 -1'] },
  { steps: 1, lines: ['1 3', '3 1', '1 -3', '3 -1', '2 3', '3 2', '2 -3', '3 -2'] },
];
const STEPS = ['0.1', '0.2', '0.3', '0.4', '0.5', '0.05', '0.25'];
const DIAGONAL = 'You read the diagonal. The entries off the diagonal change the eigenvalues.';
const MONOMIALS = ['x^2', 'x y', 'y^2'];
const DESCENT = math`w \to w - \eta \nabla L(w)`;

export default generator({
  id: 'multivariable-calculus/stability-analysis',
  version: 1,
  title: 'Stability: eigenvalues, largest step, condition number',
  bullet: 'Jacobian and Hessian Matrices',
  why: 'Gradient descent multiplies errors by 1 − ηλ: the largest curvature bounds the step, the ratio of curvatures sets the speed.',
  needs: [
    'multivariable-calculus/quadratic-forms',
    'linear-algebra/diagonalization-and-powers',
    'calculus/learning-rate-stability',
  ],
  levels: [
    level({
      says: 'largest step and condition number from the eigenvalues',
      par: 25,
      pick(rng) {
        const values = rng.sample([1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 20, 24, 25, 30, 40, 50], rng.int(3, 4));
        const { least, most } = endsOf(values);
        return most >= 2 * least ? { values, scene: rng.index(LOSSES) } : undefined;
      },
      ask({ values, scene }) {
        const { least, most, total } = endsOf(values);
        const [first = 1, last = 1] = [values[0], values.at(-1)];
        return {
          statement: say`${at(LOSSES, scene)} ${list(values)}. Gradient descent ${DESCENT} converges exactly for ${math`0 < \eta < \eta_{\max}`}. Find ${math`\eta_{\max}`} and the condition number ${math`\kappa`} of the Hessian. Give exact values.`,
          answers: [
            boundAnswer(least, most, [mistake(rational(2, total))`You used the sum. Only the largest eigenvalue counts.`]),
            conditionAnswer(least, most, [
              mistake(rational(first, last))`Take the largest and the smallest, not the ends of the list.`,
            ]),
          ],
          hints: descentHints(
            say`All factors have to lie between ${-1} and 1. See which eigenvalue leaves this range first.`,
            say`The largest eigenvalue is ${most}.`,
          ),
          solution: [
            say`The largest eigenvalue is ${most}: ${math`\lvert 1 - ${most} \eta \rvert < 1`} means ${math`0 < ${most} \eta < 2`}, that is ${math`0 < \eta < ${rational(2, most)}`}.`,
            say`For smaller eigenvalues that is enough, so ${math`\eta_{\max} = ${rational(2, most)}`}.`,
            say`The condition number is the largest over the smallest: ${math`\kappa = ${worked(most, least)}`}.`,
          ],
        };
      },
      // At the bound one factor is -1 and none is beyond; all ratios of eigenvalues are at most κ, and one is κ.
      verify({ values }, [bound, condition]) {
        const factors = values.map(value => ONE.minus(bound.times(value)));
        const ratios = values.flatMap(a => values.map(b => rational(a, b)));
        const isBound =
          bound.sign() > 0 && factors.every(factor => factor.compare(-1) >= 0) && factors.some(factor => factor.equals(-1));
        return isBound && ratios.every(ratio => ratio.compare(condition) <= 0) && ratios.some(ratio => ratio.equals(condition));
      },
    }),

    level({
      says: 'largest step and condition number from the Hessian',
      par: 60,
      pick(rng) {
        const { steps, lines } = rng.pick(DIRECTIONS);
        const [p = 1, q = 1] = rng.pick(lines).split(' ').map(Number);
        const [low, step] = [rng.int(1, 6), rng.int(1, steps)];
        const H = [p, q].map((x, i) => [p, q].map((y, j) => step * x * y + (i === j ? low : 0)));
        return H.flat().every(entry => Math.abs(entry) <= 15) ? { H, scene: rng.index(MODELS) } : undefined;
      },
      ask({ H, scene }) {
        const [a = 0, b = 0, , d = 0] = H.flat();
        const [trace, det] = [a + d, a * d - b * b];
        const [low = 0, high = 0] = rootsOf(trace, det);
        const ratio = rational(Math.max(a, d), Math.min(a, d));
        return {
          statement: say`${at(MODELS, scene)} ${math`H`}. Gradient descent ${DESCENT} converges exactly for ${math`0 < \eta < \eta_{\max}`}. Find ${math`\eta_{\max}`} and the condition number ${math`\kappa`} of ${math`H`}. Give exact values. ${display(math`H = ${matrix(H)}`)}`,
          answers: [
            boundAnswer(low, high, [mistake(rational(2, Math.max(a, d)), 'linear-algebra/eigenvalues')`${DIAGONAL}`]),
            conditionAnswer(low, high, [mistake(ratio, 'linear-algebra/eigenvalues')`${DIAGONAL}`]),
          ],
          hints: descentHints(
            say`Find both eigenvalues from the trace and the determinant. All factors have to lie between ${-1} and 1.`,
            say`The trace is ${trace}, the determinant is ${det}.`,
          ),
          solution: [
            say`From the trace and the determinant: ${math`${combination([1, -trace], ['\\lambda^2', '\\lambda'])} ${signed(det)} = 0`}, with the solutions ${high} and ${low}.`,
            say`The larger one bounds the step: ${math`\eta_{\max} = ${worked(2, high)}`}.`,
            say`The condition number is ${math`\kappa = ${worked(high, low)}`}.`,
          ],
        };
      },
      // With λ = 2/η and λ/κ both eigenvalues are back: their sum and product are trace and determinant, and λ is the larger one.
      verify({ H }, [bound, condition]) {
        const high = rational(2).over(bound);
        const low = high.over(condition);
        const isSpectrum = high.plus(low).equals(matrix(H).trace()) && high.times(low).equals(determinant(matrix(H)));
        return isSpectrum && high.compare(low) > 0;
      },
    }),

    level({
      says: 'the best step and its rate',
      par: 50,
      pick(rng) {
        const values = rng.sample([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 18, 20], 3);
        return { values, scene: rng.index(LOSSES) };
      },
      ask({ values, scene }) {
        const { least, most, total } = endsOf(values);
        const middle = total - least - most;
        const best = rational(2, least + most);
        const rate = rational(most - least, most + least);
        const size = math`\lvert 1 - \eta \lambda \rvert`;
        return {
          statement: say`${at(LOSSES, scene)} ${list(values)}. One step of gradient descent multiplies the error along an eigenvector by ${math`1 - \eta \lambda`}. Find the step size ${math`\eta`} for which the largest ${size} is as small as it can be, and this largest value ${math`\rho`}. Give exact values.`,
          answers: [
            answer.number({
              label: say`${math`\eta =`}`,
              key: best,
              mistakes: [
                mistake(rational(1, most))`That stops the error at once along one eigenvector only. Balance both ends.`,
                mistake(rational(2, most))`That is the bound, at which the error along one eigenvector no longer shrinks.`,
                mistake(rational(1, least + most))`Check it: the factors at both ends have to be opposite numbers.`,
                mistake(rational(values.length, total))`That belongs to the mean of all eigenvalues. Only the two ends count.`,
                mistake(rational(2, total))`You added all eigenvalues. Only the two ends count.`,
              ],
            }),
            answer.number({
              label: say`${math`\rho =`}`,
              key: rate,
              mistakes: [
                mistake(
                  rational(most - least, most),
                )`That belongs to ${math`\eta = ${rational(1, most)}`}, where the smallest eigenvalue is slow.`,
                mistake(rate.negated())`Take the size of the factor.`,
                mistake(
                  rational(least, most),
                )`That compares the eigenvalues. Put your ${math`\eta`} into ${math`1 - \eta \lambda`}.`,
                mistake(ONE.minus(best.times(middle)).abs())`That is the factor of ${middle}. The largest one belongs to an end.`,
              ],
            }),
          ],
          hints: [
            say`The smallest and the largest eigenvalue give the extreme factors, so the largest ${size} is at one of them.`,
            say`When ${math`\eta`} grows, the size at the smallest eigenvalue falls, and that at the largest one ends up rising. Look for the place where they are equal.`,
            say`Solve ${math`1 - ${combination([least], ['\\eta'])} = -(1 - ${combination([most], ['\\eta'])})`}.`,
          ],
          solution: [
            say`The ends are ${least} and ${most}. Their factors are opposite: ${math`1 - ${combination([least], ['\\eta'])} = -1 + ${combination([most], ['\\eta'])}`}.`,
            say`So ${math`${least + most} \eta = 2`}, and ${math`\eta = ${worked(2, least + most)}`}.`,
            say`Then ${math`\rho = 1 - ${best.times(least)} = ${rate}`}. The factor of ${middle} is ${ONE.minus(best.times(middle))}, no larger in size.`,
          ],
        };
      },
      // The largest size is ρ there, and it is larger a little to both sides: the maximum of such sizes has a single minimum.
      verify({ values }, [best, rate]) {
        const worst = (eta: Rational) =>
          values.map(value => ONE.minus(eta.times(value)).abs()).reduce((top, size) => (size.compare(top) > 0 ? size : top));
        const beside = ['99/100', '101/100'].map(factor => worst(best.times(factor)));
        return worst(best).equals(rate) && beside.every(size => size.compare(rate) > 0);
      },
    }),

    level({
      says: 'a fixed point of a map',
      par: 100,
      pick(rng) {
        const [scale, point] = [rng.int(3, 5), [rng.nonzero(-2, 2), rng.nonzero(-2, 2)]];
        const J = drawPlanar(rng, rng.pick([scale - 1, 2 * scale - 1]));
        const rows = J?.map((target, i) => drawRow(rng, target, point, scale * at(point, i)));
        if (!J || !rows?.flat().every(entry => Math.abs(entry) <= 12)) return undefined;
        const [low = 0, high = 0] = rootsOf(...traceAndDet(J));
        const isKind = Math.abs(low) !== Math.abs(high) && Math.max(Math.abs(low), Math.abs(high)) !== scale;
        return isKind ? { scale, point, rows, scene: rng.index(MAPS) } : undefined;
      },
      ask({ scale, point, rows, scene }) {
        const place = math`(${at(point, 0)}, ${at(point, 1)})`;
        const J = rows.map(entries => slopesAt(entries, point));
        const [trace, det] = traceAndDet(J);
        const [low = 0, high = 0] = rootsOf(trace, det);
        const [large, small] = Math.abs(high) > Math.abs(low) ? [high, low] : [low, high];
        const key = rational(Math.abs(large), scale);
        const isStable = key.compare(1) < 0;
        const diagonal = Math.max(...J.map((entries, i) => Math.abs(at(entries, i))));
        const linear = rows.map(entries => [at(entries, 3), at(entries, 4)]);
        const bare = rootsOf(...traceAndDet(linear)).map(Math.abs);
        const largest = bare.length > 0 ? [Math.max(...bare)] : [];
        return {
          statement: say`${at(MAPS, scene)} ${math`(x, y) \to F(x, y)`}, and ${place} is a fixed point. Find, as a fraction, the spectral radius ${math`\rho`} of the Jacobian of ${math`F`} there. Is the fixed point stable? ${display(math`F(x, y) = \frac{1}{${scale}} ${matrixOf(rows.map(entries => [shown(entries)]))}`)}`,
          answers: [
            answer.number({
              label: say`${math`\rho =`}`,
              key,
              mistakes: [
                mistake(rational(large, scale))`That is an eigenvalue. The spectral radius is the largest size, without a sign.`,
                mistake(rational(small, scale).abs())`That is the smaller size. The spectral radius is the larger one.`,
                mistake(key.times(scale))`You left out the factor in front of ${math`F`}.`,
                mistake(rational(diagonal, scale), 'linear-algebra/eigenvalues')`${DIAGONAL}`,
                ...largest.map(own => mistake(rational(own, scale))`You left out the terms of degree 2. Their slopes count too.`),
              ],
            }),
            answer.choice({
              label: say`The fixed point is`,
              key: isStable ? 'stable' : 'unstable',
              options: [
                { id: 'stable', text: say`stable: what starts close by comes closer in the long run` },
                { id: 'unstable', text: say`unstable: some points as close by as you like move away` },
              ],
              mistakes: [
                mistake('stable')`Some error is multiplied by ${math`\rho`} in size each step. Compare ${math`\rho`} with 1.`,
                mistake('unstable')`In the long run errors shrink like powers of ${math`\rho`}. Compare ${math`\rho`} with 1.`,
              ],
            }),
          ],
          hints: [
            say`Close to the fixed point one step multiplies the error by the Jacobian ${math`J`}. The spectral radius is the largest size of its eigenvalues.`,
            say`Find the four slopes, put the point in, and find the eigenvalues. The error dies out when ${math`\rho < 1`}.`,
            say`Without the factor in front, the first row of ${math`J`} is ${math`(${at(at(J, 0), 0)}, ${at(at(J, 0), 1)})`}.`,
          ],
          solution: [
            say`Without the factor in front, row 1 has the slopes ${slopes(at(rows, 0))}, and row 2 has ${slopes(at(rows, 1))}.`,
            say`At ${place} the Jacobian is ${math`J = \frac{1}{${scale}} ${matrix(J)}`}.`,
            say`The matrix without the factor has the equation ${math`${combination([1, -trace], ['\\lambda^2', '\\lambda'])} ${signed(det)} = 0`}, with the solutions ${high} and ${low}.`,
            say`Divided by ${scale}, the larger size is ${math`\rho = ${key}`}. That is ${isStable ? 'below' : 'above'} 1: ${isStable ? 'stable' : 'unstable'}.`,
          ],
        };
      },
      // Slopes as differences over two units, exact for degree 2, and the roots of the characteristic polynomial.
      verify({ scale, point, rows }, [radius, verdict]) {
        const F = (x: number, y: number) => rows.map(entries => rational(valueAt(entries, [x, y]), scale));
        const [p, q] = [at(point, 0), at(point, 1)];
        const [right, left, up, down] = [F(p + 1, q), F(p - 1, q), F(p, q + 1), F(p, q - 1)];
        const J = Matrix.build(2, 2, (i, j) =>
          (j === 0 ? at(right, i).minus(at(left, i)) : at(up, i).minus(at(down, i))).over(2),
        );
        const isFixed = F(p, q).every((value, i) => value.equals(at(point, i)));
        return (
          isFixed && spectralRadius(J)?.equals(radius) === true && verdict === (radius.compare(1) < 0 ? 'stable' : 'unstable')
        );
      },
    }),

    level({
      says: 'descent against ascent in a game',
      par: 100,
      pick(rng) {
        const given = { m: rng.int(1, 3), b: rng.nonzero(-6, 6), eta: rng.pick(STEPS) };
        const { key, uncoupled, subtracted } = played(given);
        const isKind = Math.abs(given.b) > 1 && !key.equals(1) && areDifferent(key, uncoupled, subtracted);
        return isKind ? { ...given, scene: rng.index(GAMES) } : undefined;
      },
      ask(given) {
        const { m, b, eta, scene } = given;
        const { key, uncoupled, subtracted, flat, halved, own, cross, bound } = played(given);
        const a = 2 * m;
        return {
          statement: say`${at(GAMES, scene)} ${math`f(x, y) = ${combination([m, b, -m], MONOMIALS)}`}. In each step one player descends, ${math`x \to x - \eta f_x`}, and at the same time the other ascends, ${math`y \to y + \eta f_y`}. This multiplies ${math`x^2 + y^2`} by a factor ${math`q`}. Find ${math`q`} for ${math`\eta = ${decimal(rational(eta))}`}, and the largest ${math`\eta_{\max}`} below which every step size brings the players closer to ${math`(0, 0)`}. Give ${math`\eta_{\max}`} as a fraction.`,
          answers: [
            answer.number({
              label: say`${math`q =`}`,
              key,
              decimal: true,
              mistakes: [
                mistake(uncoupled)`You left out the pull of the other player, the term with ${math`x y`}.`,
                mistake(subtracted)`You took the square of the coupling away. The two squares are added.`,
                mistake(flat)`You left out each player’s own slope, from the squares in ${math`f`}.`,
                mistake(halved)`The derivative of a square has the factor 2.`,
              ],
            }),
            answer.number({
              label: say`${math`\eta_{\max} =`}`,
              key: bound,
              mistakes: [
                mistake(rational(2, a))`That holds for each player alone. The coupling makes the bound smaller.`,
                mistake(bound.over(2))`There the distance shrinks most. The bound is where it no longer shrinks.`,
                mistake(rational(2 * m, m * m + b * b))`The derivative of a square has the factor 2.`,
                mistake(ONE.over(bound))`That is upside down.`,
              ],
            }),
          ],
          hints: [
            say`One step is linear: ${math`(x, y)`} is multiplied by a matrix with the rows ${math`(c, -s)`} and ${math`(s, c)`}, which multiplies ${math`x^2 + y^2`} by ${math`c^2 + s^2`}.`,
            say`Write down ${math`f_x`} and ${math`f_y`} and read ${math`c`} and ${math`s`} from the step. The players get closer while ${math`c^2 + s^2 < 1`}.`,
            say`The first player has ${math`f_x = ${combination([a, b], ['x', 'y'])}`}.`,
          ],
          solution: [
            say`${math`f_x = ${combination([a, b], ['x', 'y'])}`} and ${math`f_y = ${combination([b, -a], ['x', 'y'])}`}, so ${math`c = 1 - ${a} \eta`} and ${math`s = ${b} \eta`}.`,
            say`With ${math`\eta = ${decimal(rational(eta))}`}: ${math`q = ${bracketed(own, decimal)}^2 + ${bracketed(cross, decimal)}^2 = ${decimal(key)}`}.`,
            say`In general ${math`q = 1 - ${2 * a} \eta + ${a * a + b * b} \eta^2`}, which is below 1 for ${math`0 < \eta < ${bound}`}.`,
            say`So ${math`\eta_{\max} = ${bound}`}.`,
          ],
        };
      },
      // Steps from a basis and its sum, the slopes taken as differences: all squared distances grow alike, and stay the same at the bound.
      verify({ m, b, eta }, [q, bound]) {
        const grows = (step: Rational, factor: Rational) =>
          paired([1, 0, 1], [0, 1, 1]).every(([x, y]) => stepped(m, b, step, x, y).equals(factor.times(x * x + y * y)));
        const inside = stepped(m, b, bound.over(3), 1, 0);
        return grows(rational(eta), q) && grows(bound, ONE) && bound.sign() > 0 && inside.compare(1) < 0;
      },
    }),
  ],
});

function endsOf(values: number[]) {
  return { least: Math.min(...values), most: Math.max(...values), total: values.reduce((all, value) => all + value, 0) };
}

function traceAndDet([[a = 0, b = 0] = [], [c = 0, d = 0] = []]: number[][]): [number, number] {
  return [a + d, a * d - b * c];
}

/** The integer roots of λ² − trace · λ + det, ascending; none where they are not two integers. */
function rootsOf(trace: number, det: number): number[] {
  const square = trace * trace - 4 * det;
  const root = Math.round(Math.sqrt(Math.max(square, 0)));
  return square > 0 && root * root === square ? [(trace - root) / 2, (trace + root) / 2] : [];
}

/** Integers with integer eigenvalues of different sizes up to the limit, and no zero off the diagonal. */
function drawPlanar(rng: Rng, limit: number): number[][] | undefined {
  const [low, high] = [rng.nonzero(-limit, limit), rng.nonzero(-limit, limit)];
  const [a, b] = [rng.int(-6, 6), rng.nonzero(-6, 6)];
  const d = low + high - a;
  const c = (a * d - low * high) / b;
  const isKind = Number.isInteger(c) && c !== 0 && Math.abs(c) <= 6 && Math.abs(d) <= 6 && Math.abs(low) !== Math.abs(high);
  return isKind ? paired([a, c], [b, d]).map(entries => [...entries]) : undefined;
}

/** Factors of x², xy, y², x, y and 1: a polynomial with these slopes and this value at the point. */
function drawRow(rng: Rng, slopes: number[], point: number[], value: number): number[] {
  const [place, factor] = [rng.int(0, 2), rng.sign()];
  const curved = [0, 1, 2].map(i => (i === place ? factor : 0));
  const bare = slopesAt([...curved, 0, 0], point);
  const linear = slopes.map((slope, i) => slope - at(bare, i));
  return [...curved, ...linear, value - valueAt([...curved, ...linear, 0], point)];
}

function valueAt([a = 0, b = 0, c = 0, d = 0, e = 0, k = 0]: number[], [x = 0, y = 0]: number[]): number {
  return a * x * x + b * x * y + c * y * y + d * x + e * y + k;
}

function slopesAt([a = 0, b = 0, c = 0, d = 0, e = 0]: number[], [x = 0, y = 0]: number[]): number[] {
  return [2 * a * x + b * y + d, b * x + 2 * c * y + e];
}

/** The slopes in x and in y, as formulas. */
function slopes([a = 0, b = 0, c = 0, d = 0, e = 0]: number[]): Text {
  const line = (p: number, q: number, k: number) => (p === 0 && q === 0 ? math`${k}` : shown([0, 0, 0, p, q, k]));
  return say`${line(2 * a, b, d)} and ${line(b, 2 * c, e)}`;
}

function shown(entries: number[]): Formula {
  const constant = at(entries, 5);
  return math`${combination(entries.slice(0, 5), [...MONOMIALS, 'x', 'y'])} ${constant === 0 ? '' : signed(constant)}`;
}

/** The factors of one step of the game, and what is given in their place. */
function played({ m, b, eta }: { m: number; b: number; eta: string }) {
  const step = rational(eta);
  const [own, cross] = [ONE.minus(step.times(2 * m)), step.times(b)];
  const [first, second] = [own.power(2), cross.power(2)];
  return {
    own,
    cross,
    key: first.plus(second),
    uncoupled: first,
    subtracted: first.minus(second),
    flat: second.plus(1),
    halved: ONE.minus(step.times(m)).power(2).plus(second),
    bound: rational(4 * m, 4 * m * m + b * b),
  };
}

/** The squared distance after a step from (x, y), with slopes as differences over two units, exact for squares. */
function stepped(m: number, b: number, step: Rational, x: number, y: number): Rational {
  const f = (u: number, v: number) => m * u * u + b * u * v - m * v * v;
  const [fx, fy] = [(f(x + 1, y) - f(x - 1, y)) / 2, (f(x, y + 1) - f(x, y - 1)) / 2];
  return step.times(-fx).plus(x).power(2).plus(step.times(fy).plus(y).power(2));
}

/** A fraction, and what it comes to where it is not in lowest terms. */
function worked(top: number, bottom: number): Formula {
  const value = rational(top, bottom);
  return math`\frac{${top}}{${bottom}} ${bottom > 1 && value.denominator === BigInt(bottom) ? '' : math`= ${value}`}`;
}

function boundAnswer(least: number, most: number, more: readonly answer.Mistake<Rational>[]) {
  return answer.number({
    label: say`${math`\eta_{\max} =`}`,
    key: rational(2, most),
    mistakes: [
      mistake(rational(2, least))`The largest curvature leaves the range first. Use the largest eigenvalue.`,
      mistake(rational(1, most))`There one factor ${math`1 - \eta \lambda`} is 0. It may go down to ${-1}.`,
      mistake(rational(most, 2))`That is upside down: where the curvature is larger, the bound is smaller.`,
      mistake(rational(2, least + most))`That is the fastest step size. The bound is where one direction stops shrinking.`,
      ...more,
    ],
  });
}

function conditionAnswer(least: number, most: number, more: readonly answer.Mistake<Rational>[]) {
  return answer.number({
    label: say`${math`\kappa =`}`,
    key: rational(most, least),
    mistakes: [
      mistake(rational(least, most))`That is upside down: a condition number is at least 1.`,
      mistake(rational(most - least))`You took the difference. The condition number is a ratio.`,
      mistake(rational(most))`Divide it by the smallest eigenvalue.`,
      ...more,
    ],
  });
}

function descentHints(method: Text, first: Text) {
  return [
    say`Along an eigenvector of the Hessian one step multiplies the error by ${math`1 - \eta \lambda`}. The condition number is the largest eigenvalue over the smallest.`,
    method,
    first,
  ];
}
