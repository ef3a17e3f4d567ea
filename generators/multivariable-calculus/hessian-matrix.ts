// The Hessian: all second derivatives of a function, from quadratics to the losses of logistic regression and least squares.
import {
  add,
  answer,
  at,
  call,
  decimal,
  derivative,
  display,
  type Expression,
  evaluate,
  evaluateExact,
  generator,
  isNear,
  level,
  type Matrix,
  math,
  matrix,
  mistake,
  multiply,
  numericBend,
  ONE,
  Polynomial,
  polynomial,
  power,
  probes,
  type Rational,
  rational,
  say,
  simplify,
  tex,
  type Vector,
  variable,
  vector,
  ZERO,
} from '#kit';

/** c·xⁱ·yʲ a row, times exp or ln of ax + by where there is such a factor; and the point (x, y). */
type Surface = { terms: number[][]; outer: 'one' | 'exp' | 'ln'; inner: number[]; point: number[]; scene: number };

const ASKS = [
  say`Find the Hessian of ${math`f`}`,
  say`A loss ${math`f`} depends on two weights ${math`x`} and ${math`y`}. Find its Hessian`,
  say`A Newton step needs the matrix of second derivatives. Find the Hessian of ${math`f`}`,
  say`To see how the gradient of ${math`f`} changes, find the Hessian`,
];
const MODELS = [
  'A linear regression',
  'A linear forecast from two sensors',
  'A linear unit with two inputs',
  'A linear reward model',
];
const CLASSIFIERS = [
  { who: 'A spam filter', what: 'spam' },
  { who: 'A click model', what: 'a click' },
  { who: 'A medical test', what: 'an illness' },
  { who: 'A fraud detector', what: 'fraud' },
];
const DEFINITION = tex(
  'H = \\begin{bmatrix} f_{xx} & f_{xy} \\\\ f_{yx} & f_{yy} \\end{bmatrix}',
  'H equals the 2 by 2 matrix with rows f sub x x, f sub x y; f sub y x, f sub y y',
);

export default generator({
  id: 'multivariable-calculus/hessian-matrix',
  version: 1,
  title: 'Hessian matrix',
  bullet: 'Jacobian and Hessian Matrices',
  why: 'The Hessian holds all second derivatives of a loss: its curvature in every direction, which second-order optimisers use.',
  needs: ['multivariable-calculus/gradient-vector', 'calculus/second-derivative', 'calculus/partial-derivatives'],
  levels: [
    level({
      says: 'a quadratic in two variables',
      par: 30,
      pick(rng) {
        const [a, b, c, d, e] = [rng.nonzero(-6, 6), rng.nonzero(-9, 9), rng.nonzero(-6, 6), rng.nonzero(-9, 9), rng.int(-9, 9)];
        const terms = [
          [a, 2, 0],
          [b, 1, 1],
          [c, 0, 2],
          [d, 1, 0],
          [e, 0, 1],
        ];
        return a === c ? undefined : { terms, a, b, c, scene: rng.int(0, 3) };
      },
      ask({ terms, a, b, c, scene }) {
        const f = sumOf(terms);
        const [fx, fy] = [derivative(f, 'x'), derivative(f, 'y')];
        const key = symmetric(2 * a, b, 2 * c);
        return {
          statement: say`${at(ASKS, scene)}; it is the same at every point. ${display(math`f(x, y) = ${f}`)}`,
          answers: [
            answer.matrix({
              label: say`${math`H =`}`,
              key,
              mistakes: [
                mistake(symmetric(a, b, c))`On the diagonal the factor 2 is missing: the second derivative of ${math`x^2`} is 2.`,
                mistake(
                  symmetric(a, rational(b, 2), c),
                )`That is the matrix of the quadratic form. The Hessian is twice as large.`,
                mistake(
                  symmetric(2 * a, 0, 2 * c),
                )`You set the mixed derivatives to 0. Differentiate ${math`f_x`} with respect to ${math`y`}.`,
                mistake(
                  symmetric(2 * a, 2 * b, 2 * c),
                )`You doubled the mixed derivative. Differentiate once with respect to ${math`x`} and once with respect to ${math`y`}.`,
              ],
            }),
          ],
          hints: [
            say`The Hessian collects the second derivatives: ${DEFINITION}.`,
            say`Find ${math`f_x`} and ${math`f_y`} and differentiate each with respect to ${math`x`} and ${math`y`}. Linear terms drop out.`,
            say`The first derivative is ${math`f_x = ${fx}`}.`,
          ],
          solution: [
            say`First derivatives: ${math`f_x = ${fx}`} and ${math`f_y = ${fy}`}.`,
            say`Again: ${math`f_{xx} = ${2 * a}`}, ${math`f_{xy} = f_{yx} = ${b}`}, ${math`f_{yy} = ${2 * c}`}.`,
            say`So ${math`H = ${key}`}.`,
          ],
        };
      },
      verify: ({ terms }, [key]) => bendsAs(key, v => exactBend(terms, [0, 0], v)),
    }),

    level({
      says: 'a polynomial at a point',
      par: 75,
      pick(rng) {
        const mixedTerm = (i: number) => [rng.nonzero(-3, 3), i, rng.int(1, 4 - i)];
        const [i, j] = rng.sample([1, 2, 3], 2);
        const pureTerm = [rng.nonzero(-3, 3), ...rng.shuffle([rng.int(2, 3), 0])];
        const terms = [mixedTerm(i ?? 1), mixedTerm(j ?? 1), pureTerm];
        const point = [rng.nonzero(-2, 2), rng.nonzero(-2, 2)];
        return usable({ terms, outer: 'one', inner: [], point, scene: rng.int(0, 3) });
      },
      ask: askAtPoint,
      verify: provesExactly,
    }),

    level({
      says: 'with an exponential or a logarithm, at a point',
      par: 75,
      pick(rng) {
        const [m, c] = [rng.int(1, 3), rng.nonzero(-3, 3)];
        const [a, b] = [rng.nonzero(-3, 3), rng.nonzero(-3, 3)];
        const scene = rng.int(0, 3);
        return usable(
          rng.pick<Surface>([
            { terms: [[c, m, 0]], outer: 'exp', inner: [0, a], point: [rng.nonzero(-3, 3), 0], scene },
            { terms: [[c, 0, m]], outer: 'ln', inner: [1, 0], point: [1, rng.nonzero(-3, 3)], scene },
            { terms: [[c, 0, 0]], outer: 'exp', inner: [a, b], point: [b, -a], scene },
            { terms: [[c, 0, 1]], outer: 'exp', inner: [a, b], point: [b, -a], scene },
          ]),
        );
      },
      ask: askAtPoint,
      verify: provesNearly,
    }),

    level({
      says: 'the logistic loss of one example',
      par: 50,
      pick(rng) {
        const p = rng.pick(['0.1', '0.2', '0.4', '0.5', '0.6', '0.8', '0.9']);
        const x = [rng.sign() * rng.pick([1, 2, 3, 4, 5, 10]), rng.sign() * rng.pick([1, 2, 3, 4, 5, 10])];
        return Math.abs(at(x, 0)) === Math.abs(at(x, 1)) ? undefined : { p, x, y: rng.int(0, 1), scene: rng.int(0, 3) };
      },
      ask({ p, x, y, scene }) {
        const { who, what } = at(CLASSIFIERS, scene);
        const P = rational(p);
        const [first, second] = [at(x, 0), at(x, 1)];
        const outerProduct = symmetric(first * first, first * second, second * second);
        const factor = P.times(ONE.minus(P));
        const key = outerProduct.times(factor);
        return {
          statement: say`${who} gives the input ${math`x = ${vector(x)}`} the probability ${math`p = \sigma(w^T x)`} of ${what} (${math`\sigma`} the logistic function); at the present ${math`w`}, ${math`p = ${decimal(P)}`}. The label is ${math`y = ${y}`}. Find the Hessian in ${math`w`} of the loss ${math`L = -y \ln p - (1 - y) \ln (1 - p)`}.`,
          answers: [
            answer.matrix({
              label: say`${math`H =`}`,
              key,
              mistakes: [
                mistake(
                  outerProduct.times(P),
                )`You weighted ${math`x x^T`} by ${math`p`}. The derivative of ${math`\sigma`} has two factors.`,
                mistake(outerProduct.times(P.minus(y)))`${math`p - y`} belongs to the gradient. Differentiate it once more.`,
                mistake(outerProduct)`The weight of ${math`x x^T`} is missing: the derivative of ${math`\sigma`}.`,
                mistake(
                  key.map((entry, i, j) => (i === j ? entry : 0)),
                )`You set the mixed derivatives to 0. They have the factor ${math`x_1 x_2`}.`,
              ],
            }),
          ],
          hints: [
            say`The gradient is ${math`(p - y) x`}, and ${math`\sigma' = p (1 - p)`}.`,
            say`The gradient depends on ${math`w`} only through ${math`p`}. So the Hessian is ${math`p (1 - p) \, x x^T`}, whatever the label is.`,
            say`The weight is ${math`${decimal(P)} \cdot ${decimal(ONE.minus(P))} = ${decimal(factor)}`}.`,
          ],
          solution: [
            say`The gradient is ${math`(p - y) x`}. Its derivative in ${math`w`} is ${math`p (1 - p) \, x x^T`}.`,
            say`The weight is ${math`${decimal(P)} \cdot ${decimal(ONE.minus(P))} = ${decimal(factor)}`}, and ${math`x x^T = ${outerProduct}`}.`,
            say`So ${math`H = ${decimal(factor)} \, ${outerProduct} = ${key}`}.`,
          ],
        };
      },
      // Second differences of the loss itself, along three directions of w.
      verify({ p, x, y }, [key]) {
        const score = Math.log(Number(p) / (1 - Number(p)));
        const loss = (z: number) => Math.log(1 + Math.exp(z)) - y * z;
        return bendsAs(key, v => {
          const rate = vector(x).dot(v).toNumber();
          return numericBend(t => loss(score + rate * t), 0);
        });
      },
    }),

    level({
      says: 'least squares: the Hessian and a direction without curvature',
      par: 80,
      pick(rng) {
        const n = rng.int(3, 4);
        const column = rng.ints(n, -3, 3);
        const squares = vector(column).normSquared().times(2).over(n);
        const given = { column, factor: rng.sign() * rng.int(2, 3), scene: rng.int(0, 3) };
        return column.filter(x => x !== 0).length < 2 || !squares.isInteger() ? undefined : given;
      },
      ask({ column, factor, scene }) {
        const n = column.length;
        const X = designOf(column, factor);
        const gram = X.transpose().times(X);
        const key = gram.times(rational(2, n));
        return {
          statement: say`${at(MODELS, scene)} is fitted to ${n} examples by least squares, ${math`L(w) = \frac{1}{${n}} \lVert Xw - y \rVert^2`} for some target vector ${math`y`}. Find the Hessian of ${math`L`} in ${math`w`}, and a direction ${math`d`} (of any length but 0) in which ${math`L`} has no curvature. ${display(math`X = ${X}`)}`,
          answers: [
            answer.matrix({
              label: say`${math`H =`}`,
              key,
              mistakes: [
                mistake(gram)`That is ${math`X^T X`}. The square and the mean add a factor.`,
                mistake(gram.times(rational(1, n)))`The square gives a factor 2.`,
                mistake(gram.times(2))`The loss is a mean: divide by ${n}.`,
                mistake(
                  key.map((entry, i, j) => (i === j ? entry : 0)),
                )`You left out the mixed derivatives, the products of the two columns.`,
              ],
            }),
            answer.direction({
              label: say`${math`d =`}`,
              key: vector([factor, -1]),
              mistakes: [
                mistake(vector([1, factor]))`In that direction the curvature is largest. You need ${math`Xd = 0`}.`,
                mistake(vector([1, -factor]))`The two entries are swapped. Put it into ${math`Xd = 0`}.`,
                mistake(vector([factor, 1]))`Check the sign of one entry with ${math`Xd = 0`}.`,
              ],
            }),
          ],
          hints: [
            say`The gradient of ${math`L`} is ${math`\frac{2}{${n}} X^T (Xw - y)`}.`,
            say`Differentiate it once more. There is no curvature along ${math`d`} when ${math`Xd = 0`}; compare the two columns.`,
            say`The second column is ${factor} times the first one.`,
          ],
          solution: [
            say`The Hessian is ${math`\frac{2}{${n}} X^T X`}, with ${math`X^T X = ${gram}`}.`,
            say`So ${math`H = \frac{2}{${n}} ${gram} = ${key}`}.`,
            say`The second column is ${factor} times the first, so ${math`d = ${vector([factor, -1])}`} gives ${math`Xd = 0`} and ${math`Hd = 0`}.`,
          ],
        };
      },
      // Second differences of the loss are exact for a quadratic: for any y and w, along three directions and along d.
      verify({ column, factor }, [key, d]) {
        const X = designOf(column, factor);
        const y = vector(probes(column, column.length));
        const loss = (w: Vector) => X.apply(w).minus(y).normSquared().over(column.length);
        const w = vector(probes(column, 2));
        const bend = (v: Vector) =>
          loss(w.plus(v))
            .plus(loss(w.minus(v)))
            .minus(loss(w).times(2));
        return bendsAs(key, bend) && !d.isZero() && bend(d).isZero();
      },
    }),
  ],
});

/** Whether H is symmetric and vᵀHv is the given curvature along v = (1, 0), (0, 1) and (1, 1): these fix every entry. */
function bendsAs(H: Matrix, curvature: (v: Vector) => Rational | number): boolean {
  const directions = [vector([1, 0]), vector([0, 1]), vector([1, 1])];
  const agrees = (exact: Rational, found: Rational | number) =>
    typeof found === 'number' ? isNear(exact.toNumber(), found, 1e-4) : exact.equals(found);
  return H.rows === 2 && H.isSymmetric() && directions.every(v => agrees(v.dot(H.apply(v)), curvature(v)));
}

/** Twice the coefficient of t² in f(p + tv), multiplied out. */
function exactBend(terms: number[][], point: number[], v: Vector): Rational {
  const [x, y] = [0, 1].map(i => polynomial([at(point, i), v.at(i)]));
  const along = terms.map(([c = 0, i = 0, j = 0]) => (x && y ? x.power(i).times(y.power(j)).times(c) : Polynomial.of()));
  return along
    .reduce((total, term) => total.plus(term))
    .coefficient(2)
    .times(2);
}

function provesExactly({ terms, point }: Surface, [key]: readonly [Matrix]): boolean {
  return bendsAs(key, v => exactBend(terms, point, v));
}

/** Second differences of the function itself along three directions. */
function provesNearly(given: Surface, [key]: readonly [Matrix]): boolean {
  const f = functionOf(given);
  const [x, y] = [at(given.point, 0), at(given.point, 1)];
  return bendsAs(key, v => {
    const [dx, dy] = [v.at(0).toNumber(), v.at(1).toNumber()];
    return numericBend(t => evaluate(f, { x: x + t * dx, y: y + t * dy }), 0);
  });
}

function sumOf(terms: number[][]): Expression {
  const monomials = terms.map(([c = 0, i = 0, j = 0]) => multiply(c, power(variable('x'), i), power(variable('y'), j)));
  return simplify(add(...monomials));
}

function functionOf({ terms, outer, inner }: Surface): Expression {
  if (outer === 'one') return sumOf(terms);
  const [a = 0, b = 0] = inner;
  return simplify(
    multiply(
      sumOf(terms),
      call(
        outer,
        sumOf([
          [a, 1, 0],
          [b, 0, 1],
        ]),
      ),
    ),
  );
}

/** The first and second derivatives, as expressions and at the point. */
function derivativesOf(given: Surface) {
  const f = functionOf(given);
  const [fx, fy] = [derivative(f, 'x'), derivative(f, 'y')];
  const [fxx, fxy, fyy] = [derivative(fx, 'x'), derivative(fx, 'y'), derivative(fy, 'y')];
  const point = { x: rational(at(given.point, 0)), y: rational(at(given.point, 1)) };
  const values = [fx, fy, fxx, fxy, fyy].map(slope => evaluateExact(slope, point) ?? ZERO);
  const [gx = ZERO, gy = ZERO, hxx = ZERO, hxy = ZERO, hyy = ZERO] = values;
  return { f, fx, fy, fxx, fxy, fyy, gx, gy, hxx, hxy, hyy };
}

/** Undefined where the matrix would hide a mistake or is too large. */
function usable(given: Surface): Surface | undefined {
  const { hxx, hxy, hyy, gx, gy } = derivativesOf(given);
  const isDull = hxy.isZero() || hxx.equals(hyy) || hxy.equals(gx.times(gy));
  return isDull || [hxx, hxy, hyy].some(entry => entry.abs().compare(60) > 0) ? undefined : given;
}

function askAtPoint(given: Surface) {
  const { f, fx, fy, fxx, fxy, fyy, gx, gy, hxx, hxy, hyy } = derivativesOf(given);
  const place = math`(${at(given.point, 0)}, ${at(given.point, 1)})`;
  const worth = (slope: Expression, value: Rational) => (slope.kind === 'number' ? '' : say`; at ${place} this is ${value}`);
  const key = symmetric(hxx, hxy, hyy);
  return {
    statement: say`${at(ASKS, given.scene)} at ${math`(x, y) = ${place}`}. ${display(math`f(x, y) = ${f}`)}`,
    answers: [
      answer.matrix({
        label: say`${math`H =`}`,
        key,
        mistakes: [
          mistake(
            symmetric(hxx, 0, hyy),
          )`You set the mixed derivatives to 0. Differentiate ${math`f_x`} with respect to ${math`y`}.`,
          mistake(
            symmetric(hxx, gx.times(gy), hyy),
          )`${math`f_{xy}`} means to differentiate twice, not to multiply two derivatives.`,
          mistake(
            symmetric(gx.power(2), hxy, gy.power(2)),
          )`On the diagonal you squared first derivatives. Differentiate a second time.`,
          mistake(symmetric(hxx, hxy.negated(), hyy))`The sign of the mixed derivative is flipped. Put the point into it again.`,
          mistake(symmetric(hyy, hxy, hxx))`The diagonal is swapped: ${math`f_{xx}`} comes first.`,
        ],
      }),
    ],
    hints: [
      say`The Hessian collects the second derivatives: ${DEFINITION}.`,
      say`Differentiate ${math`f_x`} with respect to ${math`x`} and ${math`y`}, and ${math`f_y`} with respect to ${math`y`}. Put the point in at the very end.`,
      say`The first derivatives are ${math`f_x = ${fx}`} and ${math`f_y = ${fy}`}.`,
    ],
    solution: [
      say`First derivatives: ${math`f_x = ${fx}`} and ${math`f_y = ${fy}`}.`,
      say`${math`f_{xx} = ${fxx}`}${worth(fxx, hxx)}.`,
      say`${math`f_{xy} = f_{yx} = ${fxy}`}${worth(fxy, hxy)}.`,
      say`${math`f_{yy} = ${fyy}`}${worth(fyy, hyy)}.`,
      say`So ${math`H = ${key}`}.`,
    ],
  };
}

function symmetric(xx: Rational | number, xy: Rational | number, yy: Rational | number): Matrix {
  return matrix([
    [xx, xy],
    [xy, yy],
  ]);
}

/** Two columns, the second a multiple of the first. */
function designOf(column: number[], factor: number): Matrix {
  return matrix(column.map(x => [x, factor * x]));
}
