// Newton's method for minimising: divide the gradient by the curvature, in one weight, in two, and damped.
import {
  add,
  answer,
  areDifferent,
  at,
  combination,
  DEFINITENESS,
  definiteness,
  derivative,
  determinant,
  display,
  type Expression,
  evaluateExact,
  generator,
  inverse,
  isNear,
  level,
  list,
  Matrix,
  math,
  matrix,
  mistake,
  multiply,
  numericSlope,
  paired,
  polynomial,
  power,
  type Rng,
  rational,
  row,
  say,
  simplify,
  sure,
  type Text,
  tex,
  type Vector,
  variable,
  vector,
} from '#kit';

/** A point, and the gradient and the Hessian there. */
type Spot = { p: number[]; g: number[]; H: number[][] };

const CURVES = [
  { L: 'L', w: 'w', says: say`A loss ${math`L`} depends on one weight ${math`w`}.` },
  { L: 'E', w: 'a', says: say`An error ${math`E`} depends on one parameter ${math`a`}.` },
  { L: 'C', w: 't', says: say`A cost ${math`C`} depends on a threshold ${math`t`}.` },
  { L: 'f', w: 'x', says: say`A function ${math`f`} depends on ${math`x`}.` },
  { L: 'J', w: 'b', says: say`An objective ${math`J`} depends on one bias ${math`b`}.` },
];
const SPOTS = [
  { p: 'w', says: 'A loss in two weights' },
  { p: 'a', says: 'The error of a network with two weights' },
  { p: 'c', says: 'A cost of two settings' },
  { p: 'q', says: 'The energy of a simulated system' },
  { p: 'p', says: 'An objective of two parameters' },
];
const SURFACES = [
  { f: 'f', names: ['x', 'y'], says: say`A function ${math`f`} depends on two variables.` },
  { f: 'L', names: ['u', 'v'], says: say`A loss ${math`L`} depends on two weights.` },
  { f: 'C', names: ['p', 'q'], says: say`A cost ${math`C`} depends on two settings.` },
  { f: 'J', names: ['a', 'b'], says: say`An objective ${math`J`} depends on two parameters.` },
];
const KINDS = [
  { id: 'minimum', text: say`a minimum`, is: DEFINITENESS[0] },
  { id: 'saddle', text: say`a saddle`, is: DEFINITENESS[4] },
  { id: 'maximum', text: say`a maximum`, is: DEFINITENESS[2] },
];
const NEWTON = tex('H^{-1} g', 'H inverse times g');
const DAMPED = tex('(H + \\lambda I)^{-1} g', 'the inverse of H plus lambda I, times g');

export default generator({
  id: 'multivariable-calculus/newton-step',
  version: 1,
  title: 'Newton’s method with gradient and Hessian',
  bullet: 'Jacobian and Hessian Matrices',
  why: 'Second-order optimisation: dividing by the curvature jumps to the bottom of a quadratic in one step.',
  needs: ['multivariable-calculus/hessian-matrix', 'linear-algebra/matrix-inverse', 'calculus/gradient-descent-step'],
  levels: [
    level({
      says: 'one weight, a cubic loss',
      par: 45,
      pick(rng) {
        const [a, b, w, halves] = [rng.nonzero(-2, 2), rng.int(-6, 6), rng.nonzero(-3, 3), rng.nonzero(-4, 4)];
        const bend = 6 * a * w + 2 * b;
        const slope = (bend / 2) * halves;
        const c = slope - 3 * a * w * w - 2 * b * w;
        if (bend <= 1 || bend > 12 || Math.abs(c) > 20) return undefined;
        const { key, uphill, plain, root, upsideDown } = steppedOnce({ coefficients: [0, c, b, a], w });
        return areDifferent(key, uphill, plain, root, upsideDown)
          ? { coefficients: [0, c, b, a], w, scene: rng.index(CURVES) }
          : undefined;
      },
      ask(given) {
        const { w, coefficients, scene } = given;
        const { L, w: letter, says } = at(CURVES, scene);
        const { key, slope, bend, uphill, plain, root, upsideDown, step } = steppedOnce(given);
        const curve = polynomial(coefficients);
        const [first, second] = [curve.derivative().toExpression(letter), curve.derivative().derivative().toExpression(letter)];
        const here = math`${letter} = ${w}`;
        return {
          statement: say`${says} One step of Newton’s method for minimising starts at ${here}. Where does it lead? ${display(math`${L}(${letter}) = ${curve.toExpression(letter)}`)}`,
          answers: [
            answer.number({
              label: say`New ${math`${letter} =`}`,
              key,
              mistakes: [
                mistake(uphill)`You added the step. Take it away.`,
                mistake(
                  plain,
                  'calculus/gradient-descent-step',
                )`You took away the slope itself. Divide it by the curvature first.`,
                mistake(root)`That is Newton’s method for a zero of ${math`${L}`}. A minimum is a zero of ${math`${L}'`}.`,
                mistake(upsideDown)`The quotient is upside down. The slope is divided by the curvature.`,
                mistake(step)`That is the step. Take it away from ${math`${w}`}.`,
              ],
            }),
          ],
          hints: [
            say`Newton’s step divides the slope by the curvature: ${math`${letter} - \frac{${L}'(${letter})}{${L}''(${letter})}`}.`,
            say`Differentiate twice, put ${here} into both derivatives, and divide the first one by the second one.`,
            say`The derivatives are ${math`${L}' = ${first}`} and ${math`${L}'' = ${second}`}.`,
          ],
          solution: [
            say`The derivatives are ${math`${L}' = ${first}`} and ${math`${L}'' = ${second}`}.`,
            say`At ${here} they are ${slope} and ${bend}. Their quotient is the step, ${step}.`,
            say`Take it away from ${w}: the new ${math`${letter}`} is ${key}.`,
          ],
        };
      },
      // The parabola that fits the loss at the start, from the loss written in powers of t = w − start, is flat at the key.
      verify({ coefficients, w }, [key]) {
        const around = polynomial(coefficients).compose(polynomial([w, 1]));
        const t = key.minus(w);
        return around.coefficient(1).plus(around.coefficient(2).times(2).times(t)).isZero();
      },
    }),

    level({
      says: 'two weights, a diagonal Hessian',
      par: 35,
      pick(rng) {
        const [h, k, s, t] = [rng.int(1, 9), rng.int(1, 9), rng.nonzero(-6, 6), rng.nonzero(-6, 6)];
        const given = {
          p: [rng.int(-5, 5), rng.int(-5, 5)],
          g: [(h * s) / 2, (k * t) / 2],
          H: symmetric(h, 0, k),
        };
        if (h === k || !given.g.every(Number.isInteger)) return undefined;
        return isClear(given) ? { ...given, scene: rng.index(SPOTS) } : undefined;
      },
      ask(given) {
        const { p, g, H, scene } = given;
        const { key, uphill, plain, multiplied, step } = stepped(given);
        const crossed = vector(p).minus(vector(g).map((slope, i) => slope.over(at(at(H, 1 - i), 1 - i))));
        const curvatures = H.map((entries, i) => at(entries, i));
        return {
          statement: spotShown(given, at(SPOTS, scene)),
          answers: [
            answer.vector({
              label: say`New ${math`${at(SPOTS, scene).p} =`}`,
              key,
              mistakes: [
                mistake(uphill)`You added the step. Take it away.`,
                mistake(
                  plain,
                  'calculus/gradient-descent-step',
                )`You took away the gradient itself. Divide each slope by its curvature first.`,
                mistake(multiplied)`You multiplied by the curvatures. Divide by them.`,
                mistake(crossed)`The curvatures are swapped. Each slope has its own, in the same row.`,
                mistake(step)`That is the step. Take it away from the point.`,
              ],
            }),
          ],
          hints: [
            say`A Newton step leads to ${math`${at(SPOTS, scene).p} - ${NEWTON}`}.`,
            say`A diagonal Hessian keeps the two entries apart: divide each slope by the curvature in its row.`,
            say`In the first entry the slope is ${at(g, 0)} and the curvature is ${at(curvatures, 0)}.`,
          ],
          solution: [
            say`The Hessian is diagonal, with the curvatures ${list(curvatures)}.`,
            say`Divide the slopes by them: the step is ${row(step.entries)}.`,
            say`Take it away from ${row(p)}: the new point is ${row(key.entries)}.`,
          ],
        };
      },
      verify: provesStep,
    }),

    level({
      says: 'two weights, a full Hessian',
      par: 60,
      pick(rng) {
        const H = drawPositive(rng);
        if (!H) return undefined;
        const given = { p: [rng.int(-4, 4), rng.int(-4, 4)], g: drawGradient(rng, H), H };
        return isClear(given) ? { ...given, scene: rng.index(SPOTS) } : undefined;
      },
      ask(given) {
        const { p } = at(SPOTS, given.scene);
        return {
          statement: spotShown(given, at(SPOTS, given.scene)),
          answers: [answer.vector({ label: say`New ${math`${p} =`}`, ...keyAndMistakes(given) })],
          hints: [
            say`A Newton step leads to ${math`${p} - ${NEWTON}`}.`,
            say`Find the step ${math`s`} with ${math`H s = g`}, by the inverse or by elimination. Then take it away from the point.`,
            say`The determinant of ${math`H`} is ${determinant(matrix(given.H))}.`,
          ],
          solution: stepWorked(given),
        };
      },
      verify: provesStep,
    }),

    level({
      says: 'gradient and Hessian to be found first',
      par: 120,
      pick(rng) {
        const [c, x, y] = [rng.sign(), rng.sign() * rng.int(1, 2), rng.nonzero(-3, 3)];
        const [a, b] = [rng.nonzero(-4, 5), rng.int(1, 5)];
        const [corner, side] = [2 * (c * y + a), 2 * c * x];
        const det = (corner * 2 * b - side * side) / 4;
        if (det < 1 || det > 6 || corner === 2 * b) return undefined;
        const H = symmetric(corner, side, 2 * b);
        const g = drawGradient(rng, H);
        const [d, e] = [at(g, 0) - 2 * c * x * y - 2 * a * x, at(g, 1) - c * x * x - 2 * b * y];
        if (Math.abs(d) > 14 || Math.abs(e) > 14 || !isClear({ p: [x, y], g, H })) return undefined;
        const terms = [term(c, 2, 1), term(a, 2, 0), term(b, 0, 2), term(d, 1, 0), term(e, 0, 1)].filter(([n]) => n !== 0);
        const isTurned = rng.sign() > 0;
        const turned = terms.map(([n = 0, i = 0, j = 0]) => term(n, j, i));
        return { terms: isTurned ? turned : terms, p: isTurned ? [y, x] : [x, y], scene: rng.index(SURFACES) };
      },
      ask(given) {
        const { terms, p, scene } = given;
        const { f, names, says } = at(SURFACES, scene);
        const formula = formulaOf(terms, names);
        const slopes = names.map(name => derivative(formula, name));
        const bends = slopes.map(slope => names.map(name => derivative(slope, name)));
        const here = Object.fromEntries(paired(names, p).map(([name, x]) => [name, rational(x)]));
        const worth = (e: Expression) => sure(evaluateExact(e, here)).toNumber();
        const spot = { p, g: slopes.map(worth), H: bends.map(entries => entries.map(worth)) };
        const [[xx, xy] = [], [, yy] = []] = bends;
        return {
          statement: say`${says} One Newton step for minimising starts at ${math`(${names.join(', ')}) = ${row(p)}`}. Where does it lead? ${display(math`${f}(${names.join(', ')}) = ${formula}`)}`,
          answers: [answer.vector({ label: say`New ${math`(${names.join(', ')}) =`}`, ...keyAndMistakes(spot) })],
          hints: [
            say`With the gradient ${math`g`} and the Hessian ${math`H`} at the start, the step ${math`s = ${NEWTON}`} is taken away.`,
            say`Find both slopes, and differentiate each of them in both variables. Put the point in, solve ${math`H s = g`}, and take ${math`s`} away.`,
            say`The slopes are ${list(slopes)}; put the point in.`,
          ],
          solution: [
            say`The slopes are ${list(slopes)}; at the start ${math`g = ${row(spot.g)}`}.`,
            say`Second derivatives (twice in ${math`${at(names, 0)}`}, mixed, twice in ${math`${at(names, 1)}`}): ${list([sure(xx), sure(xy), sure(yy)])}; at the start ${math`H = ${matrix(spot.H)}`}.`,
            ...stepWorked(spot),
          ],
        };
      },
      // Differences of the function itself: quotients for the gradient, second differences, exact for a cubic, for the Hessian.
      verify({ terms, p }, [key]) {
        if (key.length !== 2) return false;
        const f = (x: number, y: number) =>
          terms.reduce((total, [c = 0, i = 0, j = 0]) => total + c * raised(x, i) * raised(y, j), 0);
        const [x, y] = [at(p, 0), at(p, 1)];
        const bend = (a: number, b: number) => f(x + a, y + b) + f(x - a, y - b) - 2 * f(x, y);
        const [xx, yy] = [bend(1, 0), bend(0, 1)];
        const xy = (bend(1, 1) - xx - yy) / 2;
        const [s, t] = [x - key.at(0).toNumber(), y - key.at(1).toNumber()];
        return (
          isNear(
            xx * s + xy * t,
            numericSlope(r => f(r, y), x),
          ) &&
          isNear(
            xy * s + yy * t,
            numericSlope(r => f(x, r), y),
          )
        );
      },
    }),

    level({
      says: 'where the plain step would lead, and a damped step',
      par: 90,
      pick(rng) {
        const kind = at(KINDS, rng.index(KINDS)).id;
        const [M, damping] = [drawPositive(rng), rng.int(1, 6)];
        if (!M) return undefined;
        const H = M.map((entries, i) => entries.map((entry, j) => (i === j ? entry - damping : entry)));
        if (determinant(matrix(H)).isZero() || kindOf(H) !== kind) return undefined;
        const given = { p: [rng.int(-4, 4), rng.int(-4, 4)], g: drawGradient(rng, M), H };
        return isClear({ ...given, H: M }) ? { ...given, damping, scene: rng.index(SPOTS) } : undefined;
      },
      ask(given) {
        const { p, g, H, damping, scene } = given;
        const { p: name, says } = at(SPOTS, scene);
        const A = matrix(H);
        const M = A.plus(Matrix.identity(2).times(damping));
        const damped = { p, g, H: M.entries.map(entries => entries.map(entry => entry.toNumber())) };
        const { key, uphill, step } = stepped(damped);
        const kind = kindOf(H);
        const sumShown = math`H + ${combination([damping], ['I'])}`;
        const less = inverse(A.minus(Matrix.identity(2).times(damping)));
        const everywhere = inverse(A.map(entry => entry.plus(damping)));
        const after = (back: Matrix) => vector(p).minus(back.apply(vector(g)));
        return {
          statement: say`${says} has the gradient ${math`g`} and the Hessian ${math`H`} at ${math`${name} = ${row(p)}`}. Is the stationary point of the quadratic model with this ${math`g`} and ${math`H`} a minimum, a saddle or a maximum? And where does a damped Newton step lead, with ${sumShown} in place of ${math`H`}? ${spotData(given)}`,
          answers: [
            answer.choice({
              label: say`Stationary point:`,
              key: kind,
              options: KINDS.map(({ id, text }) => ({ id, text })),
              mistakes: KINDS.map(({ id }) =>
                id === 'saddle' || kind === 'saddle'
                  ? mistake(id)`Find the sign of the determinant: it tells whether both curvatures have the same sign.`
                  : mistake(id)`Both curvatures have the same sign here. The diagonal shows which one.`,
              ),
            }),
            answer.vector({
              label: say`New ${math`${name} =`}`,
              key,
              mistakes: [
                mistake(after(sure(inverse(A))))`That is the plain step. Add ${damping} to the diagonal first.`,
                mistake(uphill)`You added the step. Take it away.`,
                ...(less ? [mistake(after(less))`You took ${damping} away from the diagonal. Damping adds it.`] : []),
                ...(everywhere
                  ? [mistake(after(everywhere))`You added ${damping} to every entry. The identity has ones on its diagonal only.`]
                  : []),
                mistake(step)`That is the step. Take it away from the point.`,
              ],
            }),
          ],
          hints: [
            say`Both curvatures have the same sign where the determinant of ${math`H`} is positive; a damped step is ${math`s = ${DAMPED}`}.`,
            say`For the kind, use the signs of the determinant and of the diagonal. For the step, add ${damping} to the diagonal, solve for ${math`s`}, and take it away.`,
            say`The determinant of ${math`H`} is ${determinant(A)}, and ${math`${sumShown} = ${M}`}.`,
          ],
          solution: [
            say`The determinant of ${math`H`} is ${determinant(A)}${kind === 'saddle' ? ', negative: the model curves up one way and down another' : say`, positive, and the diagonal is ${kind === 'minimum' ? 'positive' : 'negative'}`}. So the stationary point is a ${kind}.`,
            say`Damped: ${math`${sumShown} = ${M}`}.`,
            ...stepWorked(damped),
          ],
        };
      },
      // The step put back, damping apart from the Hessian; and the curvatures along 625 directions for the kind.
      verify({ p, g, H, damping }, [kind, key]) {
        if (key.length !== 2) return false;
        const step = vector(p).minus(key);
        const range = Array.from({ length: 25 }, (_, i) => i - 12);
        const [[a = 0, b = 0] = [], [, d = 0] = []] = H;
        const curvatures = range.flatMap(x => range.map(y => a * x * x + 2 * b * x * y + d * y * y));
        const signs = new Set(curvatures.map(Math.sign));
        const found = signs.has(1) && signs.has(-1) ? 'saddle' : signs.has(1) ? 'minimum' : 'maximum';
        return kind === found && matrix(H).apply(step).plus(step.times(damping)).equals(vector(g));
      },
    }),
  ],
});

function steppedOnce({ coefficients, w }: { coefficients: number[]; w: number }) {
  const curve = polynomial(coefficients);
  const [value, slope, bend] = [curve, curve.derivative(), curve.derivative().derivative()].map(f => f.evaluate(w));
  const [L, first, second] = [sure(value), sure(slope), sure(bend)];
  const [start, step] = [rational(w), first.over(second)];
  return {
    slope: first,
    bend: second,
    step,
    key: start.minus(step),
    uphill: start.plus(step),
    plain: start.minus(first),
    root: start.minus(L.over(first)),
    upsideDown: start.minus(second.over(first)),
  };
}

/** The point after one step, and what slips make of it; H has an inverse and no 0 on its diagonal. */
function stepped({ p, g, H }: Spot) {
  const [start, slopes, A] = [vector(p), vector(g), matrix(H)];
  const back = sure(inverse(A));
  const adjugate = back.times(determinant(A));
  const step = back.apply(slopes);
  const kept = back.map((entry, i, j) => (i === j ? entry : entry.negated()));
  return {
    step,
    adjugate,
    key: start.minus(step),
    uphill: start.plus(step),
    plain: start.minus(slopes),
    multiplied: start.minus(A.apply(slopes)),
    separate: start.minus(slopes.map((slope, i) => slope.over(A.at(i, i)))),
    signsKept: start.minus(kept.apply(slopes)),
    unscaled: start.minus(adjugate.apply(slopes)),
  };
}

function isClear(spot: Spot): boolean {
  const { key, uphill, plain, multiplied, step } = stepped(spot);
  return areDifferent(key, uphill, plain, multiplied, step);
}

function keyAndMistakes(spot: Spot) {
  const { key, uphill, plain, multiplied, separate, signsKept, unscaled, step } = stepped(spot);
  return {
    key,
    mistakes: [
      mistake(uphill)`You added the step. Take it away.`,
      mistake(plain, 'calculus/gradient-descent-step')`You took away the gradient itself. Solve ${math`H s = g`} first.`,
      mistake(multiplied)`You multiplied by the Hessian. Solve ${math`H s = g`} instead.`,
      mistake(separate)`You divided by the diagonal only. The entries off the diagonal couple the two.`,
      mistake(signsKept, 'linear-algebra/matrix-inverse')`Off the diagonal of the inverse both signs change.`,
      mistake(unscaled, 'linear-algebra/matrix-inverse')`You left out the determinant. The inverse is divided by it.`,
      mistake(step)`That is the step. Take it away from the point.`,
    ],
  };
}

function stepWorked(spot: Spot): Text[] {
  const { key, step, adjugate } = stepped(spot);
  const det = determinant(matrix(spot.H));
  const back = combination([rational(1).over(det)], [adjugate]);
  return [
    say`The determinant is ${det}, so the inverse is ${math`${back}`}.`,
    say`Times ${math`g = ${row(spot.g)}`}, this gives the step ${math`s = ${row(step.entries)}`}.`,
    say`Take it away from ${row(spot.p)}: the new point is ${row(key.entries)}.`,
  ];
}

/** A positive definite matrix with entries up to 6, a small determinant, and coupled entries. */
function drawPositive(rng: Rng): number[][] | undefined {
  const [a, b, d] = [rng.int(1, 6), rng.nonzero(-4, 4), rng.int(1, 6)];
  const det = a * d - b * b;
  return det >= 1 && det <= 6 && a !== d ? symmetric(a, b, d) : undefined;
}

/** The gradient that a small integer step belongs to. */
function drawGradient(rng: Rng, H: number[][]): number[] {
  const [s, t] = [rng.nonzero(-3, 3), rng.nonzero(-3, 3)];
  return H.map(([a = 0, b = 0]) => a * s + b * t);
}

function spotShown(spot: Spot, { p, says }: { p: string; says: string }): Text {
  return say`${says} has the gradient ${math`g`} and the Hessian ${math`H`} at ${math`${p} = ${row(spot.p)}`}. Where does one Newton step for minimising lead? ${spotData(spot)}`;
}

function spotData({ g, H }: Spot) {
  return display(math`g = ${vector(g)},\quad H = ${matrix(H)}`);
}

/** The Hessian times the step is the gradient. */
function provesStep({ p, g, H }: Spot & { scene: number }, [key]: readonly [Vector]): boolean {
  return key.length === 2 && matrix(H).apply(vector(p).minus(key)).equals(vector(g));
}

function kindOf(H: number[][]): string {
  const found = definiteness(matrix(H));
  return sure(KINDS.find(({ is }) => is === found)).id;
}

function symmetric(a: number, b: number, d: number): number[][] {
  return [
    [a, b],
    [b, d],
  ];
}

/** c·xⁱ·yʲ. */
function term(c: number, i: number, j: number): number[] {
  return [c, i, j];
}

function raised(x: number, n: number): number {
  return n <= 0 ? 1 : x * raised(x, n - 1);
}

function formulaOf(terms: number[][], names: readonly string[]): Expression {
  const [x, y] = [variable(at(names, 0)), variable(at(names, 1))];
  return simplify(add(...terms.map(([c = 0, i = 0, j = 0]) => multiply(c, power(x, i), power(y, j)))));
}
