// Spectral decomposition: orthonormal columns, a symmetric matrix taken apart and rebuilt, its root, and the Rayleigh quotient.
import {
  answer,
  at,
  bracketed,
  characteristicEquation,
  combination,
  determinant,
  display,
  type Formula,
  generator,
  integerSpectrum,
  interval,
  level,
  list,
  Matrix,
  math,
  matrix,
  matrixWithHole,
  mistake,
  paired,
  primitive,
  productSum,
  productSumWorked,
  type Rational,
  rational,
  row,
  say,
  signed,
  signedSum,
  sum,
  sure,
  type Vector,
  vector,
} from '#kit';

const COLUMNS = [
  { Q: 'Q', says: say`Gram–Schmidt ends with orthonormal columns.` },
  { Q: 'V', says: say`PCA keeps two directions as the columns of ${math`V`}, which have to be orthonormal.` },
  { Q: 'W', says: say`A layer is initialised with orthonormal columns.` },
  { Q: 'U', says: say`A change of basis keeps lengths when the columns of ${math`U`} are orthonormal.` },
  { Q: 'E', says: say`Two embeddings form the columns of ${math`E`} and are made orthonormal.` },
];
const SYMMETRIC = [
  { S: 'H', says: say`A loss has the symmetric Hessian ${math`H`}.` },
  { S: 'S', says: say`A layer with tied weights has the symmetric matrix ${math`S`}.` },
  { S: 'B', says: say`A quadratic form has the symmetric matrix ${math`B`}.` },
  { S: 'J', says: say`An energy model couples two units by the symmetric matrix ${math`J`}.` },
];
/** Symmetric with positive eigenvalues. */
const POSITIVE = [
  {
    S: 'C',
    says: say`White noise becomes data with the covariance matrix ${math`C`} when it is multiplied by a root of ${math`C`}.`,
  },
  { S: 'G', says: say`A preconditioned optimiser needs the root of a symmetric matrix ${math`G`}.` },
  { S: 'K', says: say`Two points have the kernel matrix ${math`K`}; a root of it gives their features.` },
  { S: 'H', says: say`A change of variables uses the root of a symmetric Hessian ${math`H`}.` },
];
const QUOTIENTS = [
  { S: 'H', isPositive: false, says: say`Along ${math`x`}, a loss with the Hessian ${math`H`} has the curvature` },
  {
    S: 'B',
    isPositive: false,
    says: say`Divided by the squared length of ${math`x`}, a quadratic form with the matrix ${math`B`} is`,
  },
  { S: 'C', isPositive: true, says: say`Along ${math`x`}, data with the covariance matrix ${math`C`} have the variance` },
  { S: 'G', isPositive: true, says: say`Along ${math`x`}, a layer ${math`W`} with ${math`G = W^T W`} scales squared lengths by` },
];

/** Integer columns at right angles to each other, all of the length in front. */
const BASES = [
  { length: 5, rows: ['3 -4', '4 3'] },
  { length: 13, rows: ['5 -12', '12 5'] },
  { length: 17, rows: ['8 -15', '15 8'] },
  { length: 3, rows: ['1 2 2', '2 1 -2', '2 -2 1'] },
  { length: 7, rows: ['2 3 6', '3 -6 2', '6 2 -3'] },
  { length: 9, rows: ['1 4 8', '4 7 -4', '8 -4 1'] },
  { length: 11, rows: ['2 6 9', '6 7 -6', '9 -6 2'] },
];
/** A direction, and how much more the matrix may stretch it than the one at right angles, in its squared lengths. */
const DIRECTIONS = [
  { steps: 4, lines: ['1 1', '1 -1'] },
  { steps: 3, lines: ['1 2', '2 1', '1 -2', '2 -1'] },
  { steps: 1, lines: ['1 3', '3 1', '1 -3', '3 -1', '3 4', '4 3', '3 -4', '4 -3'] },
];
/** Roots of eigenvalues for which the root of the matrix has integer entries. */
const ROOTS = [
  { lines: ['1 1', '1 -1'], pairs: ['1 3', '1 5', '1 7', '3 5', '3 7', '5 7', '2 4', '2 6', '2 8', '4 6', '4 8', '6 8'] },
  { lines: ['1 2', '2 1', '1 -2', '2 -1'], pairs: ['1 6', '2 7', '3 8'] },
];

export default generator({
  id: 'linear-algebra/spectral-decomposition',
  version: 1,
  title: 'Spectral decomposition',
  bullet: 'Eigenvalues and Eigenvectors',
  why: 'Covariances and Hessians are symmetric: axes at right angles with a factor each explain PCA, whitening and curvature.',
  needs: ['linear-algebra/eigenvectors', 'linear-algebra/vector-projection'],
  levels: [
    level({
      says: 'the entry that makes two columns orthonormal',
      par: 30,
      pick(rng) {
        const { length, rows } = rng.pick(BASES);
        const square = rng.shuffle(rows.map(entriesOf));
        const columns = rng.sample([...rows.keys()], 2).map(j => ({ j, sign: rng.sign() }));
        const full = square.map(entries => columns.map(({ j, sign }) => sign * at(entries, j)));
        const [i, j] = [rng.index(full), rng.int(0, 1)];
        const Q = full.map((entries, r) => entries.map((entry, s) => (r === i && s === j ? 0 : entry)));
        return Math.abs(at(at(full, i), j)) > 1 ? { Q, length, i, j, scene: rng.index(COLUMNS) } : undefined;
      },
      ask({ Q, length, i, j, scene }) {
        const { Q: name, says } = at(COLUMNS, scene);
        const others = Q.filter((_, r) => r !== i);
        const rest = sum(others.map(([a = 0, b = 0]) => a * b));
        const partner = at(at(Q, i), 1 - j);
        const key = rest.negated().over(partner);
        const squares = squareOf(others.map(entries => at(entries, j)));
        const sizes = others.reduce((total, entries) => total + Math.abs(at(entries, j)), 0);
        const equation = math`${combination([partner], ['k'])} ${signed(rest)} = 0`;
        return {
          statement: say`${says} For which ${math`k`} are the columns of ${math`${name}`} orthonormal? ${display(math`${name} = \frac{1}{${length}} ${matrixWithHole(Q, i, j)}`)}`,
          answers: [
            answer.number({
              label: say`${math`k =`}`,
              key,
              mistakes: [
                mistake(key.negated())`With this sign the length fits too, but the two columns have to be at right angles.`,
                mistake(key.over(length))`The factor in front divides already. Write the entry that stands inside the matrix.`,
                mistake(key.power(-1))`That is upside down. Put your number back into the product of the columns.`,
                ...(sizes < length
                  ? [mistake(length - sizes)`You made the sizes add up to ${length}. Their squares add up to ${length * length}.`]
                  : []),
              ],
            }),
          ],
          hints: [
            say`Orthonormal columns have length 1 and the product 0 with each other.`,
            say`Set the product of the two columns to 0. The factor in front does not matter for that.`,
            say`Without row ${i + 1} the product of the columns is ${productSumWorked(others)}.`,
          ],
          solution: [
            say`The product of the columns, without the factor in front, is 0: ${equation}.`,
            say`So ${math`k = ${key}`}.`,
            say`The length fits: ${math`${squares} + ${bracketed(key)}^2 = ${length * length}`}, the square of ${length}.`,
          ],
        };
      },
      // With the number in its place the transpose times the matrix is the identity.
      verify({ Q, length, i, j }, [key]) {
        const whole = matrix(Q).map((entry, r, s) => (r === i && s === j ? key : entry).over(length));
        return whole.transpose().times(whole).equals(Matrix.identity(2));
      },
    }),

    level({
      says: 'the matrix from its eigenvalues and directions',
      par: 60,
      pick(rng) {
        const { steps, lines } = rng.pick(DIRECTIONS);
        const v = entriesOf(rng.pick(lines));
        const low = rng.nonzero(-9, 9);
        const high = low + rng.sign() * rng.int(1, steps) * squareOf(v);
        return high !== 0 && Math.abs(high) <= 30 ? { v, values: [high, low], scene: rng.index(SYMMETRIC) } : undefined;
      },
      ask({ v, values, scene }) {
        const { S: name, says } = at(SYMMETRIC, scene);
        const w = acrossFrom(v);
        const [first, second, square] = [at(values, 0), at(values, 1), squareOf(v)];
        const key = rebuilt(v, first, second);
        const length = rational(square).sqrt();
        return {
          statement: say`${says} It has the eigenvalue ${first} along ${row(v)}, and ${second} along ${row(w)}. Find ${math`${name}`}.`,
          answers: [
            answer.matrix({
              label: say`${math`${name} =`}`,
              key,
              mistakes: [
                mistake(key.times(square))`Scale to length 1: divide each ${math`v v^T`} by the squared length, ${square}.`,
                ...(length
                  ? [mistake(key.times(length))`You divided by the length once. It stands in ${math`q q^T`} twice.`]
                  : []),
                mistake(rebuilt(v, second, first))`The eigenvalues are swapped. Multiply your matrix by ${row(v)}.`,
                mistake(Matrix.diagonal(first, second))`That stretches along the axes. Here the directions are others.`,
                mistake(
                  rebuilt(mirrored(v), first, second),
                )`Check the signs off the diagonal: multiply your matrix by ${row(v)}.`,
                mistake(outer(v).times(rational(first, square)))`That is the part of ${first} alone. Add the one of ${second}.`,
              ],
            }),
          ],
          hints: [
            say`With eigenvectors ${math`q_1, q_2`} of length 1, a symmetric matrix is ${math`\lambda_1 q_1 q_1^T + \lambda_2 q_2 q_2^T`}.`,
            say`For a direction ${math`v`} of another length, ${math`q q^T = \frac{v v^T}{v^T v}`}. Add the two parts.`,
            say`Both squared lengths are ${square}, and the first ${math`v v^T`} is ${math`${outer(v)}`}.`,
          ],
          solution: [
            ...added(name, square, first, v, second, w),
            say`Check: it sends ${row(v)} to ${row(key.apply(vector(v)).entries)}, which is ${first} times it.`,
          ],
        };
      },
      // Put back: each direction is multiplied by its own eigenvalue.
      verify({ v, values }, [key]) {
        const holds = (x: number[], value: number) => key.apply(vector(x)).equals(vector(x).times(value));
        return key.rows === 2 && holds(v, at(values, 0)) && holds(acrossFrom(v), at(values, 1));
      },
    }),

    level({
      says: 'the eigenvalues from the matrix and its eigenvectors',
      par: 45,
      pick(rng) {
        const { steps, lines } = rng.pick(DIRECTIONS);
        const v = entriesOf(rng.pick(lines));
        const [turn, second] = [rng.sign(), rng.nonzero(-9, 9)];
        const first = second + rng.sign() * rng.int(1, steps) * squareOf(v);
        const S = rowsOf(v, first, second);
        const isKind = first !== 0 && S.flat().every(entry => Math.abs(entry) <= 20);
        return isKind ? { S, v, w: acrossFrom(v).map(entry => turn * entry), scene: rng.index(SYMMETRIC) } : undefined;
      },
      ask({ S, v, w, scene }) {
        const { S: name, says } = at(SYMMETRIC, scene);
        const square = squareOf(v);
        const parts = [v, w].map((x, i) => {
          const image = matrix(S).apply(vector(x));
          const product = image.dot(vector(x));
          return { x, i, image, product, value: product.over(square) };
        });
        const [first, second] = [at(parts, 0), at(parts, 1)];
        const length = rational(square).sqrt();
        const scale = length ? math`\frac{1}{${length}}` : math`\frac{1}{\sqrt{${square}}}`;
        const slipsOf = (own: typeof first, other: typeof first) => [
          mistake(own.product)`You left out the factor in front of ${math`Q`}. It stands in ${math`q^T ${name} q`} twice.`,
          mistake(other.value)`That belongs to the other column of ${math`Q`}.`,
          mistake(at(at(S, own.i), own.i))`That is from the diagonal of ${math`${name}`}. Use column ${own.i + 1} of ${math`Q`}.`,
          mistake(own.image.at(0))`That is an entry of the image. Divide it by the same entry of column ${own.i + 1}.`,
          mistake(own.value.negated())`The sign is turned. Compare column ${own.i + 1} with its image.`,
        ];
        const columns = matrix(S).map((_, i, j) => at(at([v, w], j), i));
        return {
          statement: say`${says} It is ${math`${name} = Q \Lambda Q^T`}, with eigenvectors as columns of ${math`Q`}. Find the entries ${math`\lambda_1`} and ${math`\lambda_2`} on the diagonal of ${math`\Lambda`}, in the order of the columns. ${display(math`${name} = ${matrix(S)},\quad Q = ${scale} ${columns}`)}`,
          answers: [
            answer.number({ label: say`${math`\lambda_1 =`}`, key: first.value, mistakes: slipsOf(first, second) }),
            answer.number({ label: say`${math`\lambda_2 =`}`, key: second.value, mistakes: slipsOf(second, first) }),
          ],
          jointMistakes: [
            {
              wrong: [second.value, first.value],
              says: say`The two are swapped. Keep to the order of the columns of ${math`Q`}.`,
            },
          ],
          hints: [
            say`A column ${math`q`} of ${math`Q`} is an eigenvector of length 1, so ${math`${name} q = \lambda q`} and ${math`\lambda = q^T ${name} q`}.`,
            say`Multiply ${math`${name}`} by each column, without the factor in front, and see how many times the column comes out.`,
            say`${math`${name}`} times ${row(v)} has the first entry ${productSum(paired(at(S, 0), v))}.`,
          ],
          solution: [
            ...parts.map(
              ({ x, image, value, i }) =>
                say`${math`${name}`} sends ${row(x)} to ${row(image.entries)}, so ${math`\lambda_${i + 1} = ${value}`}.`,
            ),
            say`Check: the trace of ${math`${name}`} is ${signedSum(parts.map(({ value }) => value))}, which is ${first.value.plus(second.value)}.`,
          ],
        };
      },
      // The product of the three matrices, multiplied out.
      verify({ S, v, w }, [first, second]) {
        const V = Matrix.fromColumns([vector(v), vector(w)]);
        const whole = V.times(Matrix.diagonal(first, second)).times(V.transpose());
        return whole.equals(matrix(S).times(squareOf(v)));
      },
    }),

    level({
      says: 'the root of a matrix',
      par: 100,
      pick(rng) {
        const { lines, pairs } = rng.pick(ROOTS);
        const v = entriesOf(rng.pick(lines));
        const [first = 0, second = 0] = rng.shuffle(entriesOf(rng.pick(pairs)));
        return { S: rowsOf(v, first * first, second * second), v, scene: rng.index(POSITIVE) };
      },
      ask({ S, v, scene }) {
        const { S: name, says } = at(POSITIVE, scene);
        const [w, square] = [acrossFrom(v), squareOf(v)];
        const [images, values] = [[v, w].map(x => matrix(S).apply(vector(x))), valuesAlong(S, v)];
        const [first = 0, second = 0] = values.map(Math.sqrt);
        const key = rebuilt(v, first, second);
        return {
          statement: say`${says} Find the root ${math`R`}: the symmetric matrix with ${math`R R = ${name}`} whose eigenvalues are positive. Eigenvectors of ${math`${name}`} are ${row(v)} and ${row(w)}. ${display(math`${name} = ${matrix(S)}`)}`,
          answers: [
            answer.matrix({
              label: say`${math`R =`}`,
              key,
              mistakes: [
                mistake(matrix(S).times(rational(1, 2)))`You halved the matrix. Take the roots of its eigenvalues.`,
                ...[rebuilt(v, first, -second), rebuilt(v, -first, second), key.times(-1)].map(
                  wrong => mistake(wrong)`${math`R R = ${name}`} holds, but your matrix has a negative eigenvalue.`,
                ),
                ...[Matrix.diagonal(first, second), Matrix.diagonal(second, first)].map(
                  wrong =>
                    mistake(wrong)`The eigenvalues are right, but this stretches along the axes. Here the directions are others.`,
                ),
                mistake(key.times(square))`Divide each ${math`v v^T`} by the squared length, ${square}.`,
                mistake(rebuilt(v, second, first))`The eigenvalues are swapped. Multiply ${math`${name}`} by ${row(v)}.`,
              ],
            }),
          ],
          hints: [
            say`The root has the same eigenvectors, and its eigenvalues are the roots of those of ${math`${name}`}.`,
            say`Multiply ${math`${name}`} by each eigenvector to see its eigenvalue. Take roots, and add the parts ${math`\mu \frac{v v^T}{v^T v}`}.`,
            say`${math`${name}`} sends ${row(v)} to ${row(at(images, 0).entries)}.`,
          ],
          solution: [
            say`${math`${name}`} sends ${row(v)} to ${row(at(images, 0).entries)} and ${row(w)} to ${row(at(images, 1).entries)}: its eigenvalues are ${list(values)}.`,
            say`The roots are ${list([first, second])}, and the squared lengths are ${square}.`,
            ...added('R', square, first, v, second, w),
          ],
        };
      },
      // Squared it is the matrix; trace and determinant say that both eigenvalues are positive.
      verify({ S }, [key]) {
        const isPositive = key.isSymmetric() && key.trace().sign() > 0 && determinant(key).sign() > 0;
        return isPositive && key.times(key).equals(matrix(S));
      },
    }),

    level({
      says: 'the range of the Rayleigh quotient',
      par: 80,
      pick(rng) {
        const { steps, lines } = rng.pick(DIRECTIONS);
        const [v, low, scene] = [entriesOf(rng.pick(lines)), rng.nonzero(-8, 8), rng.index(QUOTIENTS)];
        const high = low + rng.int(1, steps) * squareOf(v);
        const S = rowsOf(v, high, low);
        const isKind = S.flat().every(entry => Math.abs(entry) <= 16) && (low > 0 || !at(QUOTIENTS, scene).isPositive);
        return isKind && high !== 0 && high !== -low ? { S, scene } : undefined;
      },
      ask({ S, scene }) {
        const { S: name, says } = at(QUOTIENTS, scene);
        const [a, b, , d] = S.flat().map(entry => rational(entry));
        const { trace, det, low, high } = integerSpectrum(S);
        const [p, q] = [sure(a).minus(high), sure(b)];
        const key = oriented(q, p.negated());
        const [x, y] = [key.at(0), key.at(1)];
        const [least, most] = [sure(a), sure(d)].sort((one, other) => one.compare(other));
        const onAxes = least && most && !least.equals(most) ? [interval('[', least, most, ']')] : [];
        return {
          statement: say`${says} ${math`r = \frac{x^T ${name} x}{x^T x}`}. Which values does ${math`r`} take for ${math`x \ne 0`}? Give the interval, and a direction ${math`x`}, of any length, where ${math`r`} is largest. ${display(math`${name} = ${matrix(S)}`)}`,
          answers: [
            answer.interval({
              label: say`Values:`,
              key: interval('[', low, high, ']'),
              mistakes: [
                ...onAxes.map(wrong => mistake(wrong)`The diagonal holds the values along the axes only.`),
                mistake(interval('(', low, high, ')'))`The ends are reached, along the eigenvectors.`,
                mistake(interval('[', -high, -low, ']'))`The signs are turned. In the equation the trace has a minus sign.`,
                ...(high > 0 ? [mistake(interval('[', 0, high, ']'))`The lower end is the smaller eigenvalue.`] : []),
              ],
            }),
            answer.direction({
              label: say`${math`x =`}`,
              key,
              mistakes: [
                mistake(vector([y, x.negated()]))`There ${math`r`} is smallest. Take the eigenvector of the larger eigenvalue.`,
                mistake(vector([x, y.negated()]))`One sign is turned. Put your vector into a row of ${minus(name, high)}.`,
                mistake(vector([y, x]))`The entries are swapped. Put them into a row of ${minus(name, high)}.`,
              ],
            }),
          ],
          hints: [
            say`Along an eigenvector ${math`r`} is the eigenvalue. The eigenvalues are the smallest and the largest value.`,
            say`Find both eigenvalues from the trace and the determinant, then an eigenvector for the larger one.`,
            say`The trace is ${trace}, the determinant is ${det}.`,
          ],
          solution: [
            say`From the trace and the determinant: ${characteristicEquation(trace, det)}, with the solutions ${low} and ${high}.`,
            say`So ${math`r`} takes all values from ${low} to ${high}, both ends included.`,
            say`Row 1 of ${minus(name, high)} says ${math`${combination([p, q], ['x_1', 'x_2'])} = 0`}. That holds for ${row(key.entries)}, where ${math`r = ${high}`}.`,
          ],
        };
      },
      // The matrix minus the lower end, and the upper end minus the matrix, are semidefinite and singular: never negative, sometimes 0.
      verify({ S }, [values, x]) {
        const [piece, ...more] = values.intervals;
        const [opening, low, high, closing] = sure(piece);
        if (more.length > 0 || opening !== '[' || closing !== ']' || typeof low === 'string' || typeof high === 'string')
          return false;
        const above = matrix(S).minus(Matrix.identity(2).times(low));
        const below = Matrix.identity(2).times(high).minus(matrix(S));
        return [above, below].every(touchesZero) && below.apply(x).isZero() && !x.isZero();
      },
    }),
  ],
});

function entriesOf(line: string): number[] {
  return line.split(' ').map(Number);
}

function squareOf(v: number[]): number {
  return v.reduce((total, entry) => total + entry * entry, 0);
}

/** Coprime, the first entry positive. */
function oriented(x: Rational, y: Rational): Vector {
  const direction = primitive(vector([x, y]));
  return direction.times(direction.at(0).sign() < 0 ? -1 : 1);
}

/** At right angles to v, the first entry positive. */
function acrossFrom(v: number[]): number[] {
  const [p, q] = [at(v, 0), at(v, 1)];
  return q > 0 ? [q, -p] : [-q, p];
}

/** With the sign of the second entry turned. */
function mirrored(v: number[]): number[] {
  return v.map((entry, i) => (i === 1 ? -entry : entry));
}

function outer(v: number[]): Matrix {
  return Matrix.build(2, 2, (i, j) => at(v, i) * at(v, j));
}

/** The symmetric matrix with the first eigenvalue along v and the second one at right angles to it. */
function rebuilt(v: number[], first: number, second: number): Matrix {
  return outer(v)
    .times(rational(first, squareOf(v)))
    .plus(outer(acrossFrom(v)).times(rational(second, squareOf(v))));
}

/** The same as whole numbers, where the squared length divides the difference of the eigenvalues. */
function rowsOf(v: number[], first: number, second: number): number[][] {
  const step = (first - second) / squareOf(v);
  return v.map((p, i) => v.map((q, j) => step * p * q + (i === j ? second : 0)));
}

/** The eigenvalue along v, and the other one. */
function valuesAlong(S: number[][], v: number[]): [number, number] {
  const first = matrix(S).apply(vector(v)).at(0).toNumber() / at(v, 0);
  return [first, integerSpectrum(S).trace - first];
}

/** Whether the form of a symmetric 2 by 2 matrix is never negative, and 0 along a line. */
function touchesZero(M: Matrix): boolean {
  return M.at(0, 0).sign() >= 0 && M.at(1, 1).sign() >= 0 && determinant(M).isZero();
}

/** The matrix minus the value times I. */
function minus(name: string, value: number): Formula {
  return combination([1, -value], [name, 'I']);
}

/** The two parts of a symmetric matrix, written out, and their sum. */
function added(name: string, square: number, first: number, v: number[], second: number, w: number[]) {
  const factor = (value: number) => math`\frac{${Math.abs(value)}}{${square}}`;
  const corner = paired([first, second], [v, w]).map(([value, x]) => [rational(value, square), at(x, 0) ** 2] as const);
  const [front, between] = [first < 0 ? '-' : '', second < 0 ? '-' : '+'];
  return [
    say`The parts have ${math`v v^T = ${outer(v)}`} and ${math`w w^T = ${outer(w)}`}, with ${math`v = ${row(v)}`} and ${math`w = ${row(w)}`}.`,
    say`${math`${name} = ${front} ${factor(first)} \, v v^T ${between} ${factor(second)} \, w w^T`}.`,
    say`Add entry by entry. At the top left that is ${productSumWorked(corner)}, and in all ${math`${name} = ${rebuilt(v, first, second)}`}.`,
  ];
}
