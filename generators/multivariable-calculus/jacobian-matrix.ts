// The Jacobian: a row of slopes for each output, from affine maps to the log-determinant of a flow layer.
import {
  add,
  answer,
  areDifferent,
  at,
  call,
  derivative,
  display,
  drawMatrix,
  type Expression,
  evaluateExact,
  expr,
  type Formula,
  gcd,
  generator,
  isNear,
  level,
  list,
  type Matrix,
  math,
  matrix,
  matrixOf,
  mistake,
  multiply,
  numericSlope,
  paired,
  power,
  probes,
  type Rng,
  rational,
  row,
  say,
  signedSum,
  simplify,
  sure,
  type Text,
  tex,
  variable,
} from '#kit';

/** c times a power of each variable, times exp or ln of a linear form where there is such a factor. */
type Term = { c: number; powers: number[]; outer: 'one' | 'exp' | 'ln'; inner: number[] };
/** The terms of each output, and the point of the inputs. */
type Given = { outputs: Term[][]; point: number[]; scene: number };
/** Constant terms kept, the slope of the inside forgotten, a sign lost below a fraction bar, or a factor held fixed. */
type Slip = 'kept' | 'noInner' | 'unsigned' | 'fixed';

const MAPS = [
  { F: 'F', names: ['x', 'y', 'z'], says: say`A map ${math`F`} is given.` },
  { F: 'h', names: ['u', 'v', 'w'], says: say`A layer computes ${math`h`}.` },
  { F: 'G', names: ['a', 'b', 'c'], says: say`A simulator computes ${math`G`}.` },
  { F: 'T', names: ['p', 'q', 'r'], says: say`A sensor model ${math`T`} turns states into readings.` },
  { F: 'E', names: ['r', 's', 't'], says: say`An encoder computes ${math`E`}.` },
];
const FLOWS = [
  { F: 'F', names: ['x', 'y', 'z'], says: say`A layer ${math`F`} of a normalising flow can be undone.` },
  { F: 'T', names: ['u', 'v', 'w'], says: say`A flow turns noise into images; one of its layers is ${math`T`}.` },
  { F: 'G', names: ['a', 'b', 'c'], says: say`A density model stacks invertible layers such as ${math`G`}.` },
  { F: 'K', names: ['p', 'q', 'r'], says: say`A coupling layer ${math`K`} rescales inputs by means of other inputs.` },
];
const DEFINITION = say`The Jacobian has a row for each output and a column for each input. An entry is the slope of its output in its input.`;

export default generator({
  id: 'multivariable-calculus/jacobian-matrix',
  version: 1,
  title: 'Jacobian matrix',
  bullet: 'Jacobian and Hessian Matrices',
  why: 'A layer has many outputs and inputs: its derivative is a matrix, with rows for outputs and columns for inputs.',
  needs: ['multivariable-calculus/gradient-vector', 'linear-algebra/matrix-vector-product'],
  levels: [
    level({
      says: 'an affine map',
      par: 30,
      pick(rng) {
        const [m = 2, n = 2] = rng.pick(['22', '23', '32']).split('').map(Number);
        const outputs = drawMatrix(rng, m, n, -5, 5).map(entries => {
          const linear = entries.map((c, j) => monomial(c, ...entries.map((_, k) => (k === j ? 1 : 0))));
          const constant = monomial(rng.nonzero(-9, 9), ...entries.map(() => 0));
          return rng.shuffle([...linear.filter(({ c }) => c !== 0), constant]);
        });
        const given = { outputs, point: probes(outputs, n), scene: rng.index(MAPS) };
        const written = asWritten(given);
        const isClear = areDifferent(matrix(numbersOf(given)), written, matrix(numbersOf(given)).transpose());
        return isClear ? given : undefined;
      },
      ask(given) {
        const { says, shown, key, slopes, names } = mapOf(given);
        const constants = given.outputs.map(terms => sure(terms.find(({ powers }) => !powers.includes(1))).c);
        const withConstants = matrix(key.entries.map((entries, i) => [...entries, at(constants, i)]));
        return {
          statement: say`${says} Find its Jacobian, with a row for each output. ${shown}`,
          answers: [
            answer.matrix({
              label: say`${math`J =`}`,
              key,
              mistakes: [
                mistake(key.transpose())`Rows and columns are swapped. Each output has a row.`,
                mistake(
                  asWritten(given),
                )`You took the numbers as they are written. The columns belong to ${math`${names.join(', ')}`}, in this order.`,
                mistake(
                  matrix(key.entries.map(entries => entries.toReversed())),
                )`The columns are in the wrong order. The slopes in ${math`${at(names, 0)}`} come first.`,
                mistake(withConstants)`You gave the constants a column. They belong to no input, and their slope is 0.`,
              ],
            }),
          ],
          hints: [
            DEFINITION,
            say`In an affine map the slopes are the numbers in front of the inputs. An input that is missing has the slope 0.`,
            say`The first output has the slope ${key.at(0, 0)} in ${math`${at(names, 0)}`}.`,
          ],
          solution: [
            ...key.entries.map(
              (_, i) => say`Output ${i + 1} has the slopes ${list(at(slopes, i))} in ${math`${names.join(', ')}`}.`,
            ),
            say`One row for each output: ${math`J = ${key}`}, the same at every point.`,
          ],
        };
      },
      verify: provesSlopes,
    }),

    level({
      says: 'two polynomials in two variables, at a point',
      par: 60,
      pick(rng) {
        const outputs = [0, 1].map(() => drawPolynomial(rng, 2, 2));
        return usable({ outputs, point: [rng.nonzero(-3, 3), rng.nonzero(-3, 3)], scene: rng.index(MAPS) });
      },
      ask: askAtPoint,
      verify: provesSlopes,
    }),

    level({
      says: 'two inputs and three outputs, or the other way round',
      par: 75,
      pick(rng) {
        const n = rng.int(2, 3);
        const outputs = Array.from({ length: 5 - n }, () => drawPolynomial(rng, n, rng.int(1, 2)));
        return usable({ outputs, point: Array.from({ length: n }, () => rng.nonzero(-3, 3)), scene: rng.index(MAPS) });
      },
      ask: askAtPoint,
      verify: provesSlopes,
    }),

    level({
      says: 'with an exponential, a logarithm or a fraction, at a point',
      par: 80,
      pick(rng) {
        const point = [rng.sign() * rng.int(1, 2), rng.sign() * rng.int(1, 2)];
        const pieces = rng.sample(['exp', 'ln', 'fraction'] as const, 2).map(kind => drawPiece(rng, kind, point));
        const outputs = pieces.flatMap(piece => (piece ? [[piece]] : []));
        if (outputs.length < 2) return undefined;
        const extra = monomial(rng.nonzero(-3, 3), ...rng.shuffle([0, rng.int(1, 2)]));
        return usable({ outputs: [[...at(outputs, 0), extra], at(outputs, 1)], point, scene: rng.index(MAPS) });
      },
      ask: askAtPoint,
      verify: provesSlopes,
    }),

    level({
      says: 'the log-determinant of a flow layer',
      par: 60,
      pick(rng) {
        const given = {
          order: rng.shuffle([0, 1, 2]),
          sign: rng.sign(),
          scales: [
            [rng.nonzero(-2, 2), rng.nonzero(-3, 3)],
            [rng.nonzero(-2, 2), rng.nonzero(-3, 3)],
          ],
          shifts: [rng.nonzero(-3, 3), rng.nonzero(-3, 3)],
          point: rng.ints(3, -3, 3),
        };
        const { first, second, key } = exponentsOf(given);
        const isKind = !given.point.includes(0) && Math.abs(first) <= 5 && Math.abs(second) <= 5;
        const isClear = areDifferent(key, first, second, first * second, -key);
        return isKind && isClear ? { ...given, scene: rng.index(FLOWS) } : undefined;
      },
      ask(given) {
        const { order, sign, point, scene } = given;
        const { F, names, says } = at(FLOWS, scene);
        const { first, second, key } = exponentsOf(given);
        const { outputs, scales } = flowOf(given, names);
        const [free = '', middle = '', last = ''] = order.map(i => at(names, i));
        const logarithm = tex('\\ln \\lvert \\det J \\rvert', 'the natural log of the size of the determinant of J');
        return {
          statement: say`${says} Find ${logarithm} for its Jacobian ${math`J`} at ${math`(${names.join(', ')}) = ${row(point)}`}. ${mapShown(F, names, outputs)}`,
          answers: [
            answer.number({
              label: say`${math`${logarithm} =`}`,
              key,
              mistakes: [
                mistake(
                  first * second,
                )`You multiplied the exponents. The determinant is a product of exponentials, so they add up.`,
                mistake(second)`That is the exponent of one output only. Each scaled output has a factor.`,
                mistake(first)`That is the exponent of one output only. Each scaled output has a factor.`,
                mistake(-key)`That belongs to the way back. The layer itself has the opposite sign.`,
              ],
            }),
          ],
          hints: [
            say`When each output depends only on its own input and on earlier ones, ${math`J`} is triangular, and its determinant is the product of the diagonal.`,
            say`Take the inputs in the order ${math`${free}, ${middle}, ${last}`}. On the diagonal stands the slope of each output in its own input; the logarithm turns the product into a sum.`,
            say`The output that scales ${math`${middle}`} has the slope ${math`e^{${at(scales, 0)}}`} in ${math`${middle}`}.`,
          ],
          solution: [
            say`In the order ${math`${free}, ${middle}, ${last}`} the Jacobian is triangular. What is added to a scaled input stands off the diagonal.`,
            say`The diagonal is ${list([sign, math`e^{${at(scales, 0)}}`, math`e^{${at(scales, 1)}}`])}. The size of ${sign} is 1, and ${math`\ln 1 = 0`}.`,
            say`The logarithms of the other two are their exponents, at the point ${list([first, second])}.`,
            say`Their sum is ${math`${logarithm} = ${signedSum([first, second])} = ${key}`}.`,
          ],
        };
      },
      // All nine difference quotients of the layer itself, and the full determinant of them.
      verify(given, [key]) {
        const J = [0, 1, 2].map(i => [0, 1, 2].map(j => quotient(x => at(flowAt(given, x), i), given.point, j)));
        const [[a = 0, b = 0, c = 0] = [], [d = 0, e = 0, f = 0] = [], [g = 0, h = 0, k = 0] = []] = J;
        const determinant = a * (e * k - f * h) - b * (d * k - f * g) + c * (d * h - e * g);
        return isNear(Math.exp(key.toNumber()), Math.abs(determinant), 1e-5);
      },
    }),
  ],
});

type Flow = { order: number[]; sign: number; scales: number[][]; shifts: number[]; point: number[] };

/** The exponents of the two scaled outputs at the point: a linear one, and one with a product. */
function exponentsOf({ order, scales, point }: Flow) {
  const [x = 0, y = 0] = order.map(i => at(point, i));
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = scales;
  const [first, second] = [a * x + b, c * x * y + d];
  return { first, second, key: first + second };
}

/** The layer in numbers. */
function flowAt({ order, sign, scales, shifts }: Flow, input: number[]): number[] {
  const { first, second } = exponentsOf({ order, sign, scales, shifts, point: input });
  const [x = 0, y = 0, z = 0] = order.map(i => at(input, i));
  const outputs = [sign * x, y * Math.exp(first) + at(shifts, 0) * x * x, z * Math.exp(second) + at(shifts, 1) * x * y];
  return [0, 1, 2].map(i => at(outputs, order.indexOf(i)));
}

/** The layer in words: its three outputs, and what stands in the two exponents. */
function flowOf({ order, sign, scales, shifts }: Flow, names: readonly string[]) {
  const [x, y, z] = order.map(i => variable(at(names, i)));
  const [u, v, w] = [sure(x), sure(y), sure(z)];
  const uv = multiply(
    ...order
      .slice(0, 2)
      .toSorted()
      .map(i => variable(at(names, i))),
  );
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = scales;
  const [first, second] = [simplify(expr`${a}*${u} + ${b}`), simplify(expr`${c}*${uv} + ${d}`)];
  const outputs = [
    simplify(multiply(sign, u)),
    simplify(expr`${v}*exp(${first}) + ${at(shifts, 0)}*${u}^2`),
    simplify(expr`${w}*exp(${second}) + ${at(shifts, 1)}*${uv}`),
  ];
  return { outputs: [0, 1, 2].map(i => at(outputs, order.indexOf(i))), scales: [first, second] };
}

function monomial(c: number, ...powers: number[]): Term {
  return { c, powers, outer: 'one', inner: powers.map(() => 0) };
}

/** A mixed term, and perhaps a power of one variable. */
function drawPolynomial(rng: Rng, n: number, terms: number): Term[] {
  const powers = rng.shuffle([1, rng.int(1, 2), 0].slice(0, n));
  const alone = rng.shuffle([rng.int(1, 2), 0, 0].slice(0, n));
  const drawn = [monomial(rng.nonzero(-2, 2), ...powers), monomial(rng.nonzero(-4, 4), ...alone)];
  return rng.shuffle(drawn.slice(0, terms));
}

/** A factor times exp of 0 or ln of 1 at the point, or a fraction; undefined where no small form fits. */
function drawPiece(rng: Rng, kind: 'exp' | 'ln' | 'fraction', [p = 1, q = 1]: number[]): Term | undefined {
  const [c, s] = [rng.sign() * rng.int(1, 3), rng.sign()];
  if (kind === 'fraction') return monomial(c * 2, ...rng.shuffle([rng.int(1, 2), -1]));
  const powers = rng.pick(['00', '10', '01']).split('').map(Number);
  const common = Number(gcd(BigInt(p), BigInt(q)));
  if (kind === 'exp') return { c, powers, outer: 'exp', inner: [(s * q) / common, (0 - s * p) / common] };
  const a = rng.nonzero(-3, 3);
  const b = (1 - a * p) / q;
  return Number.isInteger(b) && b !== 0 ? { c, powers, outer: 'ln', inner: [a, b] } : undefined;
}

/** Undefined where equal coordinates or the matrix would hide a mistake, where two outputs are the same, or where it is large. */
function usable(given: Given): Given | undefined {
  if (new Set(given.point).size < given.point.length) return undefined;
  const numbers = numbersOf(given);
  const flat = (rows: number[][]) => rows.join(';');
  const turned = numbers.map(entries => entries.toReversed());
  const transposed = at(numbers, 0).map((_, j) => numbers.map(entries => at(entries, j)));
  const isFull = [...numbers, ...transposed].every(entries => entries.some(Boolean));
  const isKind = numbers.every(entries => entries.every(entry => Number.isInteger(entry) && Math.abs(entry) <= 40));
  const isClear = areDifferent(...[numbers, turned, transposed, numbersOf(given, 'kept')].map(flat));
  return isFull && isKind && isClear && areDifferent(...given.outputs.map(sorted)) ? given : undefined;
}

/** The same for outputs that differ in the order of their terms only. */
function sorted(terms: Term[]): string {
  return terms
    .map(({ c, powers, inner }) => [c, powers, inner].join())
    .toSorted()
    .join(';');
}

/** All slopes at a friendly point, where exponents are 0 and logarithms are taken of 1; or what a slip makes of them. */
function numbersOf({ outputs, point }: Given, slip?: Slip): number[][] {
  return outputs.map(terms => point.map((_, j) => terms.reduce((total, term) => total + slopeOf(term, point, j, slip), 0)));
}

function slopeOf({ c, powers, outer, inner }: Term, point: number[], j: number, slip?: Slip): number {
  const [n, a, x] = [at(powers, j), at(inner, j), at(point, j)];
  const worth = outer === 'ln' ? 0 : 1;
  const rest = powers.reduce((product, m, k) => (k === j ? product : product * raised(at(point, k), m)), c);
  if (n === 0 && a === 0) return slip === 'kept' ? rest * worth : 0;
  const chain = outer === 'one' ? 0 : slip === 'noInner' && a !== 0 ? 1 : a;
  const own = slip === 'fixed' && a !== 0 ? 0 : (slip === 'unsigned' ? Math.abs(n) : n) * raised(x, n - 1) * worth;
  return rest * (own + raised(x, n) * chain);
}

function raised(x: number, n: number): number {
  if (n < 0) return 1 / raised(x, -n);
  return n === 0 ? 1 : x * raised(x, n - 1);
}

/** The numbers in front of the inputs in the order of writing. */
function asWritten({ outputs, point }: Given): Matrix {
  const rows = outputs.map(terms => terms.filter(({ powers }) => powers.includes(1)).map(({ c }) => c));
  return matrix(rows.map(entries => point.map((_, j) => entries[j] ?? 0)));
}

function written({ c, powers, outer, inner }: Term, names: readonly string[]): Expression {
  const letters = names.map(variable);
  const above = paired(letters, powers).map(([letter, n]) => power(letter, Math.max(n, 0)));
  const below = paired(letters, powers).map(([letter, n]) => power(letter, Math.max(-n, 0)));
  const inside = linear(inner, names);
  const front = expr`${multiply(c, ...above)} / ${multiply(...below)}`;
  return outer === 'one' ? front : multiply(front, call(outer, inside));
}

function linear(inner: number[], names: readonly string[]): Expression {
  return simplify(add(...paired(names, inner).map(([name, a]) => multiply(a, variable(name)))));
}

/** What an exponential or a logarithm is worth at a friendly point. */
function insideWorked({ outer, inner }: Term, names: readonly string[]): Text[] {
  if (outer === 'one') return [];
  const [inside, worth] = [linear(inner, names), outer === 'exp' ? 0 : 1];
  return [say`At the point ${math`${inside} = ${worth}`}, so ${math`${call(outer, inside)} = ${1 - worth}`}.`];
}

/** The map in words, and its Jacobian from the formulas. */
function mapOf({ outputs, point, scene }: Given) {
  const { F, says, names: letters } = at(MAPS, scene);
  const names = letters.slice(0, point.length);
  const formulas = outputs.map(terms => simplify(add(...terms.map(term => written(term, names)))));
  const slopes = formulas.map(formula => names.map(name => derivative(formula, name)));
  const place = Object.fromEntries(paired(names, point).map(([name, x]) => [name, rational(x)]));
  const key = matrix(slopes.map(entries => entries.map(slope => sure(evaluateExact(slope, place)))));
  return { says, names, slopes, key, shown: mapShown(F, names, formulas) };
}

function mapShown(F: string, names: readonly string[], formulas: readonly Expression[]): Formula {
  return display(math`${F}(${names.join(', ')}) = ${matrixOf(formulas.map(formula => [formula]))}`);
}

function askAtPoint(given: Given) {
  const { says, shown, names, slopes, key } = mapOf(given);
  const wrong = (slip: Slip) => matrix(numbersOf(given, slip).map(entries => entries.map(String)));
  const rowWorked = (i: number): Text =>
    say`Row ${i + 1}: the slopes are ${list(at(slopes, i))}; at the point ${row(key.row(i).entries)}.`;
  return {
    statement: say`${says} Find its Jacobian at ${math`(${names.join(', ')}) = ${row(given.point)}`}, with a row for each output. ${shown}`,
    answers: [
      answer.matrix({
        label: say`${math`J =`}`,
        key,
        mistakes: [
          mistake(key.transpose())`Rows and columns are swapped. Each output has a row.`,
          mistake(wrong('kept'))`You kept terms without the variable. Their slope is 0.`,
          mistake(wrong('noInner'))`Chain rule: multiply by the slope of the inside as well.`,
          mistake(
            wrong('unsigned'),
          )`A variable below the fraction bar turns the sign: ${math`\frac{1}{x}`} has the slope ${math`-\frac{1}{x^2}`}.`,
          mistake(wrong('fixed'))`Product rule: the factor in front has a slope too.`,
          mistake(
            matrix(key.entries.map(entries => entries.toReversed())),
          )`The columns are in the wrong order. The slopes in ${math`${at(names, 0)}`} come first.`,
        ],
      }),
    ],
    hints: [
      DEFINITION,
      say`Go row by row: differentiate one output in each input, with the other inputs held fixed. Put the point in at the end.`,
      say`In row 1 the slopes are ${list(at(slopes, 0))}; put the point in.`,
    ],
    solution: [
      ...given.outputs.flat().flatMap(term => insideWorked(term, names)),
      ...slopes.map((_, i) => rowWorked(i)),
      say`So ${math`J = ${key}`}.`,
    ],
  };
}

/** Difference quotients of the map itself, entry by entry. */
function provesSlopes({ outputs, point }: Given, [key]: readonly [Matrix]): boolean {
  const value = (terms: Term[]) => (x: number[]) => terms.reduce((total, term) => total + worthOf(term, x), 0);
  const isRight = (terms: Term[], i: number) =>
    point.every((_, j) => isNear(key.at(i, j).toNumber(), quotient(value(terms), point, j)));
  return key.rows === outputs.length && key.columns === point.length && outputs.every(isRight);
}

function quotient(f: (x: number[]) => number, point: number[], j: number): number {
  return numericSlope(t => f(point.with(j, t)), at(point, j));
}

function worthOf({ c, powers, outer, inner }: Term, point: number[]): number {
  const inside = paired(inner, point).reduce((total, [a, x]) => total + a * x, 0);
  const factor = outer === 'one' ? 1 : outer === 'exp' ? Math.exp(inside) : Math.log(inside);
  return paired(point, powers).reduce((product, [x, n]) => product * raised(x, n), c * factor);
}
