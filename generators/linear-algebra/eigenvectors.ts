// Eigenvectors: from the matrix minus λI in the plane and in space, by a right angle, and scaled to length 1.
import {
  answer,
  at,
  characteristicEquation,
  combination,
  display,
  type Formula,
  generator,
  integerSpectrum,
  level,
  list,
  math,
  matrix,
  mistake,
  paired,
  primitive,
  productSumWorked,
  type Rng,
  rational,
  row,
  say,
  signed,
  sum,
  sure,
  type Vector,
  vector,
} from '#kit';

/** Square matrices whose eigenvectors say something. */
const MAPS = [
  { M: 'A', says: say`A linear recurrent network multiplies its state by ${math`A`}; along an eigenvector it keeps its line.` },
  { M: 'W', says: say`A layer with the square weights ${math`W`} keeps each of its eigenvectors on its line.` },
  { M: 'J', says: say`Near a fixed point a network acts like its Jacobian ${math`J`}.` },
  { M: 'T', says: say`Augmentation moves the points of an image by ${math`T`}; the line of an eigenvector stays in place.` },
  { M: 'G', says: say`Gradient descent with momentum multiplies error and velocity by ${math`G`} at each step.` },
];
const SYMMETRIC = [
  { M: 'H', says: say`A loss has the symmetric Hessian ${math`H`}.` },
  { M: 'S', says: say`A layer with tied weights has the symmetric matrix ${math`S`}.` },
  { M: 'Q', says: say`A quadratic form has the symmetric matrix ${math`Q`}.` },
  { M: 'B', says: say`An energy model couples two units by the symmetric matrix ${math`B`}.` },
];
const SPACE = [
  { M: 'A', says: say`A linear recurrent network multiplies its state by ${math`A`}.` },
  { M: 'W', says: say`A layer has the square weights ${math`W`}.` },
  { M: 'T', says: say`A simulation moves each particle by ${math`T`}.` },
  { M: 'J', says: say`Near a fixed point three units act like their Jacobian ${math`J`}.` },
];
/** True where the largest eigenvalue is also the largest in size. */
const LARGEST = [
  { M: 'A', says: say`Power iteration with ${math`A`} leads to an eigenvector for the largest eigenvalue.` },
  {
    M: 'W',
    says: say`After many steps the state of a linear network with the weights ${math`W`} is close to the line of an eigenvector for the largest eigenvalue.`,
  },
  {
    M: 'J',
    says: say`Near a fixed point with the Jacobian ${math`J`}, states escape along an eigenvector for the largest eigenvalue.`,
  },
  {
    M: 'T',
    says: say`Applied again and again, ${math`T`} turns almost all vectors towards an eigenvector for the largest eigenvalue.`,
  },
];

/** One vector for each line; its entries have different sizes, except on the diagonals. */
const SLANTED = ['1 2', '2 1', '1 -2', '2 -1', '1 3', '3 1', '1 -3', '3 -1', '2 3', '3 2', '2 -3', '3 -2'];
const DIAGONALS = ['1 1', '1 -1'];
const PYTHAGOREAN = ['3 4', '4 3', '3 -4', '4 -3'];

export default generator({
  id: 'linear-algebra/eigenvectors',
  version: 1,
  title: 'Eigenvectors',
  bullet: 'Eigenvalues and Eigenvectors',
  why: 'Principal axes, modes of a network and steady states are eigenvectors: directions, so each multiple but 0 counts.',
  needs: ['linear-algebra/eigenvalues', 'linear-algebra/rank-and-null-space'],
  levels: [
    level({
      says: 'for a given eigenvalue of a 2 by 2 matrix',
      par: 35,
      pick(rng) {
        const [value, v] = [rng.nonzero(-5, 6), rng.pick(SLANTED)];
        const drawn = drawAround(value, entriesOf(v), [rng.nonzero(-3, 3), rng.nonzero(-3, 3)]);
        return drawn && { M: drawn.M, value, scene: rng.index(MAPS) };
      },
      ask({ M, value, scene }) {
        const { M: name, says } = at(MAPS, scene);
        const key = kernelOf(M, value);
        return {
          statement: say`${says} Find an eigenvector of ${math`${name}`} for the eigenvalue ${math`\lambda = ${value}`}, of any length. ${display(math`${name} = ${matrix(M)}`)}`,
          answers: [answer.direction({ label: say`Eigenvector:`, key, mistakes: slips(name, M, value) })],
          hints: [
            say`An eigenvector for ${math`\lambda`} is a vector ${math`v \ne 0`} with ${math`${name} v = \lambda v`}, that is ${math`(${name} - \lambda I) v = 0`}.`,
            say`Take ${math`\lambda`} off the diagonal. Both rows then give the same equation for the entries ${math`x`} and ${math`y`}.`,
            say`The first row of ${minus(name, value)} is ${row(firstRow(M, value))}.`,
          ],
          solution: [
            ...solved(name, M, value),
            say`So ${row(key.entries)} is an eigenvector, and so is every multiple of it but 0.`,
          ],
        };
      },
      // Put back: the matrix multiplies it by the eigenvalue.
      verify: ({ M, value }, [key]) => isEigenvector(M, value, key),
    }),

    level({
      says: 'the second one of a symmetric matrix, with its eigenvalue',
      par: 35,
      pick(rng) {
        const v = entriesOf(rng.pick(SLANTED));
        const [low, step] = [rng.nonzero(-9, 9), rng.nonzero(-2, 2)];
        const S = v.map((p, i) => v.map((q, j) => step * p * q + (i === j ? low : 0)));
        const [size, high] = [Math.max(...S.flat().map(Math.abs)), low + step * squareOf(v)];
        return size <= 12 && high !== 0 && high !== -low ? { S, v, scene: rng.index(SYMMETRIC) } : undefined;
      },
      ask({ S, v, scene }) {
        const { M: name, says } = at(SYMMETRIC, scene);
        const [p, q] = [at(v, 0), at(v, 1)];
        const key = oriented(q, -p);
        const image = matrix(S).apply(key);
        const value = image.at(0).over(key.at(0));
        const first = matrix(S).apply(vector(v)).at(0).over(p);
        const asked = math`${name} w`;
        return {
          statement: say`${says} One eigenvector of ${math`${name}`} is ${math`v = ${row(v)}`}. Find an eigenvector ${math`w`}, of any length, for the other eigenvalue, and this eigenvalue ${math`\mu`}. ${display(math`${name} = ${matrix(S)}`)}`,
          answers: [
            answer.direction({
              label: say`${math`w =`}`,
              key,
              mistakes: [
                mistake(vector(v))`That is ${math`v`} again. The other line is at right angles to it.`,
                mistake(vector([q, p]))`You swapped the entries. Turn the sign of one of them as well.`,
                mistake(vector([p, -q]))`You turned one sign. Swap the entries as well.`,
              ],
            }),
            answer.number({
              label: say`${math`\mu =`}`,
              key: value,
              mistakes: [
                mistake(first)`That is the eigenvalue of ${math`v`}. Multiply ${math`${name}`} by your ${math`w`}.`,
                mistake(first.plus(value))`That is the trace, the sum of both eigenvalues.`,
                mistake(
                  image.at(0),
                  'linear-algebra/eigenvector-check',
                )`That is an entry of ${asked}. Divide it by the same entry of ${math`w`}.`,
                mistake(value.negated())`The sign is turned. Compare the signs of ${asked} and ${math`w`}.`,
              ],
            }),
          ],
          hints: [
            say`A symmetric matrix has eigenvectors at right angles to each other when their eigenvalues differ.`,
            say`Find ${math`w`} with ${math`v \cdot w = 0`}: swap the entries and turn one sign. Then multiply ${math`${name}`} by ${math`w`}.`,
            say`For ${math`w = (x, y)`} the right angle says ${math`${combination(v, ['x', 'y'])} = 0`}.`,
          ],
          solution: [
            say`${math`w = ${row(key.entries)}`} is at right angles to ${math`v`}: ${productSumWorked(paired(v, key.entries))}.`,
            say`Row 1 of ${asked}: ${productSumWorked(paired(at(S, 0), key.entries))}. Row 2: ${productSumWorked(paired(at(S, 1), key.entries))}.`,
            say`So ${math`${asked} = ${row(image.entries)} = ${value} \cdot ${row(key.entries)}`}, and ${math`\mu = ${value}`}.`,
          ],
        };
      },
      // Put back: not on the line of the first one, and multiplied by the value.
      verify: ({ S, v }, [w, value]) => !w.isParallelTo(vector(v)) && matrix(S).apply(w).equals(w.times(value)) && !w.isZero(),
    }),

    level({
      says: 'for both eigenvalues of a 2 by 2 matrix',
      par: 60,
      pick(rng) {
        const [v, w] = rng.sample([...SLANTED, ...DIAGONALS], 2).map(entriesOf);
        const [value, step] = [rng.nonzero(-5, 6), rng.nonzero(-2, 2)];
        if (DIAGONALS.includes(sure(v).join(' ')) && DIAGONALS.includes(sure(w).join(' '))) return undefined;
        const across = sure(w).map(entry => step * entry);
        const drawn = drawAround(value, sure(v), across);
        return drawn && drawn.other !== 0 ? { M: drawn.M, values: [value, drawn.other], scene: rng.index(MAPS) } : undefined;
      },
      ask({ M, values, scene }) {
        const { M: name, says } = at(MAPS, scene);
        const [first, second] = [at(values, 0), at(values, 1)];
        const [v, w] = [kernelOf(M, first), kernelOf(M, second)];
        return {
          statement: say`${says} The eigenvalues of ${math`${name}`} are ${first} and ${second}. Find an eigenvector for each, of any length. ${display(math`${name} = ${matrix(M)}`)}`,
          answers: [
            answer.direction({ label: say`For ${first}:`, key: v, mistakes: slips(name, M, first) }),
            answer.direction({ label: say`For ${second}:`, key: w, mistakes: slips(name, M, second) }),
          ],
          jointMistakes: [
            {
              wrong: [w, v],
              says: say`Both are eigenvectors, each for the other eigenvalue. Multiply ${math`${name}`} by one of them.`,
            },
          ],
          hints: [
            say`An eigenvector for ${math`\lambda`} is a vector ${math`v \ne 0`} with ${math`(${name} - \lambda I) v = 0`}.`,
            say`Do it once for each eigenvalue: take it off the diagonal, and solve one row for the entries ${math`x`} and ${math`y`}.`,
            say`The first row of ${minus(name, first)} is ${row(firstRow(M, first))}, that of ${minus(name, second)} is ${row(firstRow(M, second))}.`,
          ],
          solution: [
            ...solved(name, M, first),
            ...solved(name, M, second),
            say`So the eigenvectors are ${row(v.entries)} for ${first} and ${row(w.entries)} for ${second}, or multiples of them.`,
          ],
        };
      },
      // Put back: the matrix multiplies each by its own eigenvalue.
      verify({ M, values }, [v, w]) {
        return isEigenvector(M, at(values, 0), v) && isEigenvector(M, at(values, 1), w);
      },
    }),

    level({
      says: 'for a given eigenvalue of a 3 by 3 matrix',
      par: 75,
      pick(rng) {
        const v = [rng.nonzero(-3, 3), rng.nonzero(-3, 3), rng.nonzero(-3, 3)];
        const rows = new Set(v.map(Math.abs)).size > 1 ? drawRows(rng, v) : undefined;
        const value = rng.nonzero(-4, 4);
        const M = rows?.map((entries, i) => entries.map((entry, j) => entry + (i === j ? value : 0)));
        return M?.flat().every(entry => Math.abs(entry) <= 8) ? { M, value, v, scene: rng.index(SPACE) } : undefined;
      },
      ask({ M, value, v, scene }) {
        const { M: name, says } = at(SPACE, scene);
        const key = vector(v).times(Math.sign(at(v, 0)));
        const rest = shifted(M, value);
        const [first, second] = [at(rest, 0), at(rest, 1)];
        const unshifted = crossed(at(M, 0), at(M, 1));
        const [p, q] = [at(first, 0), at(first, 1)];
        const asked = minus(name, value);
        return {
          statement: say`${says} Find an eigenvector of ${math`${name}`} for the eigenvalue ${math`\lambda = ${value}`}, of any length. ${display(math`${name} = ${matrix(M)}`)}`,
          answers: [
            answer.direction({
              label: say`Eigenvector:`,
              key,
              mistakes: [
                ...[0, 1, 2].map(
                  place =>
                    mistake(
                      key.map((entry, i) => (i === place ? entry.negated() : entry)),
                    )`One sign is turned. Put your vector into the rows of ${asked}.`,
                ),
                mistake(vector([q, -p, 0]))`That solves row 1 of ${asked}, but not all rows. Use a second one.`,
                mistake(vector(first))`That is row 1 of ${asked}. The eigenvector is at right angles to all rows.`,
                mistake(vector(second))`That is row 2 of ${asked}. The eigenvector is at right angles to all rows.`,
                ...(unshifted.every(entry => entry === 0)
                  ? []
                  : [
                      mistake(
                        vector(unshifted),
                      )`You solved with ${math`${name}`} itself. Take ${math`\lambda`} off the diagonal first.`,
                    ]),
              ],
            }),
          ],
          hints: [
            say`An eigenvector for ${math`\lambda`} is a vector ${math`v \ne 0`} with ${math`(${name} - \lambda I) v = 0`}.`,
            say`Take ${math`\lambda`} off the diagonal. A row with a 0 ties two of the entries ${math`x`}, ${math`y`}, ${math`z`} together; another row gives the third.`,
            say`The rows of ${asked} are ${list(rest.map(entries => row(entries)))}.`,
          ],
          solution: [say`${math`${asked} = ${matrix(rest)}`}.`, ...solvedInSpace(rest, key)],
        };
      },
      // Put back: the matrix multiplies it by the eigenvalue.
      verify: ({ M, value }, [key]) => isEigenvector(M, value, key),
    }),

    level({
      says: 'of length 1, for the largest eigenvalue',
      par: 80,
      pick(rng) {
        const [value, v] = [rng.int(2, 12), entriesOf(rng.pick(PYTHAGOREAN))];
        const drawn = drawAround(value, v, [rng.nonzero(-2, 2), rng.nonzero(-2, 2)]);
        const isLargest = drawn && Math.abs(drawn.other) < value && drawn.other !== 0;
        return isLargest ? { M: drawn.M, scene: rng.index(LARGEST) } : undefined;
      },
      ask({ M, scene }) {
        const { M: name, says } = at(LARGEST, scene);
        const { trace, det, low, high } = integerSpectrum(M);
        const [v, w] = [kernelOf(M, high), kernelOf(M, low)];
        const length = sure(v.normSquared().sqrt());
        const key = v.times(rational(1).over(length));
        const [p, q] = [key.at(0), key.at(1)];
        return {
          statement: say`${says} Find the one that has length 1 and a positive first entry. ${display(math`${name} = ${matrix(M)}`)}`,
          answers: [
            answer.vector({
              label: say`Eigenvector:`,
              key,
              mistakes: [
                mistake(v)`The direction is right. Divide it by its length.`,
                mistake(
                  v.times(rational(1).over(sum(v.entries.map(entry => entry.abs())))),
                )`You divided by the sum of the sizes. The length is the root of the sum of the squares.`,
                mistake(v.times(rational(1).over(v.normSquared())))`You divided by the squared length. Take its root.`,
                mistake(vector([q, p]).times(q.sign()))`The entries are swapped. Put them into a row of ${minus(name, high)}.`,
                mistake(vector([p, q.negated()]))`One sign is turned. Put your vector into a row of ${minus(name, high)}.`,
                mistake(key.negated())`The first entry has to be positive. Turn both signs.`,
                mistake(scaledIfExact(w))`That belongs to the smaller eigenvalue. Take the larger one.`,
              ],
            }),
          ],
          hints: [
            say`The eigenvalues of a 2 by 2 matrix solve ${math`\lambda^2 - t \lambda + d = 0`}, with the trace ${math`t`} and the determinant ${math`d`}.`,
            say`Take the larger one off the diagonal, solve a row for the direction, and divide by its length.`,
            say`The trace is ${trace}, the determinant is ${det}.`,
          ],
          solution: [
            say`From the trace and the determinant: ${characteristicEquation(trace, det)}, with the solutions ${high} and ${low}.`,
            ...solved(name, M, high),
            say`The length of ${row(v.entries)} is ${length}. Divided by it: ${row(key.entries)}.`,
          ],
        };
      },
      // The factor along the unit vector is its product with the image; the other eigenvalue is what the trace leaves.
      verify({ M }, [key]) {
        const image = matrix(M).apply(key);
        const value = key.dot(image);
        const isUnit = key.normSquared().equals(1) && key.at(0).sign() > 0;
        return isUnit && image.equals(key.times(value)) && value.times(2).compare(matrix(M).trace()) > 0;
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

/** The matrix with this eigenvalue for v, and with the eigenvector `across` for the other one; undefined where it is too large. */
function drawAround(value: number, v: number[], across: number[]): { M: number[][]; other: number } | undefined {
  const [p, q, a, b] = [at(v, 0), at(v, 1), at(across, 0), at(across, 1)];
  const M = [
    [value + a * q, -a * p],
    [b * q, value - b * p],
  ];
  const other = value + a * q - b * p;
  return other !== value && M.flat().every(entry => Math.abs(entry) <= 12) ? { M, other } : undefined;
}

/** Three rows of rank 2 at right angles to v, with a zero and no row or column of zeros; undefined where the draw gives none. */
function drawRows(rng: Rng, v: number[]): number[][] | undefined {
  const [p, q, r] = [at(v, 0), at(v, 1), at(v, 2)];
  const acrossV = () => {
    const [x, y] = [rng.int(-3, 3), rng.int(-3, 3)];
    return [x, y, -(x * p + y * q) / r + 0];
  };
  const [first, second] = [acrossV(), acrossV()];
  if (!Number.isInteger(at(first, 2)) || !Number.isInteger(at(second, 2))) return undefined;
  const [s, t] = [rng.int(-1, 2), rng.sign()];
  const rows = [first, second, paired(first, second).map(([x, y]) => s * x + t * y)];
  const entries = rows.flat();
  if (!entries.includes(0) || !entries.every(entry => Math.abs(entry) <= 6)) return undefined;
  const isFull = rows.every(line => line.some(Boolean)) && [0, 1, 2].every(j => rows.some(line => at(line, j) !== 0));
  return isFull && crossed(first, second).some(Boolean) ? rng.shuffle(rows) : undefined;
}

function crossed(u: number[], v: number[]): number[] {
  const [a, b, c] = [at(u, 0), at(u, 1), at(u, 2)];
  const [d, e, f] = [at(v, 0), at(v, 1), at(v, 2)];
  return [b * f - c * e, c * d - a * f, a * e - b * d];
}

function shifted(M: number[][], value: number): number[][] {
  return M.map((entries, i) => entries.map((entry, j) => entry - (i === j ? value : 0)));
}

function firstRow(M: number[][], value: number): number[] {
  return at(shifted(M, value), 0);
}

/** Coprime, the first entry positive. */
function oriented(x: number, y: number): Vector {
  const direction = primitive(vector([x, y]));
  return direction.times(direction.at(0).sign() < 0 ? -1 : 1);
}

/** What the first row of the matrix minus the value sends to 0. */
function kernelOf(M: number[][], value: number): Vector {
  const [p = 0, q = 0] = firstRow(M, value);
  return oriented(q, -p);
}

/** Of length 1 where its entries are rational then. */
function scaledIfExact(w: Vector): Vector {
  const length = w.normSquared().sqrt();
  return length ? w.times(rational(1).over(length)) : w;
}

function isEigenvector(M: number[][], value: number, v: Vector): boolean {
  return !v.isZero() && matrix(M).apply(v).equals(v.times(value));
}

/** The matrix minus the value times I. */
function minus(name: string, value: number): Formula {
  return combination([1, -value], [name, 'I']);
}

/** What is given in place of an eigenvector of a 2 by 2 matrix with no zero off its diagonal. */
function slips(name: string, M: number[][], value: number) {
  const [v, rest] = [kernelOf(M, value), shifted(M, value)];
  const [p, q] = [v.at(0), v.at(1)];
  const [a, b] = [at(at(M, 0), 0), at(at(M, 0), 1)];
  const asked = minus(name, value);
  return [
    mistake(vector([q, p]))`The entries are swapped. Put them into a row of ${asked}: the result has to be 0.`,
    mistake(vector([p, q.negated()]))`One sign is turned. Put your vector into a row of ${asked}: the result has to be 0.`,
    mistake(vector(at(rest, 0)))`That is a row of ${asked}. The eigenvector is at right angles to it.`,
    mistake(vector(rest.map(entries => at(entries, 0))))`That belongs to the other eigenvalue. Multiply ${math`${name}`} by it.`,
    mistake(vector([b, -a]))`You solved with ${math`${name}`} itself. Take ${value} off the diagonal first.`,
    mistake(vector([b, -a - value]))`You added ${value} to the diagonal. Take it away.`,
  ];
}

/** From the matrix to a vector that its shifted rows send to 0. */
function solved(name: string, M: number[][], value: number) {
  const [v, rest] = [kernelOf(M, value), shifted(M, value)];
  return [
    say`${math`${minus(name, value)} = ${matrix(rest)}`}, and both rows say ${math`${combination(at(rest, 0), ['x', 'y'])} = 0`} up to a factor.`,
    say`That holds for ${math`x = ${v.at(0)}`} and ${math`y = ${v.at(1)}`}.`,
  ];
}

/** Two entries from a row with a zero, the third from a row where it does not drop out. */
function solvedInSpace(rest: number[][], key: Vector) {
  const letters = ['x', 'y', 'z'];
  const [i, gap] = placeOfZero(rest);
  const other = rest.findIndex(entries => at(entries, gap) !== 0);
  const entries = at(rest, other);
  const known = sum(paired(entries, key.entries).map(([entry, value], j) => (j === gap ? 0 : value.times(entry))));
  const values = letters.map((letter, j) => math`${letter} = ${key.at(j)}`).filter((_, j) => j !== gap);
  const left = math`${combination([at(entries, gap)], [at(letters, gap)])} ${known.isZero() ? '' : signed(known)}`;
  return [
    say`Row ${i + 1} says ${math`${combination(at(rest, i), letters)} = 0`}. That holds for ${list(values)}.`,
    say`With these, row ${other + 1} says ${math`${left} = 0`}, so ${math`${at(letters, gap)} = ${key.at(gap)}`}.`,
    say`So ${row(key.entries)} is an eigenvector, and so is every multiple of it but 0.`,
  ];
}

function placeOfZero(rows: number[][]): [i: number, j: number] {
  const i = rows.findIndex(entries => entries.includes(0));
  return [i, at(rows, i).indexOf(0)];
}
