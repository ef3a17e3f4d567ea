// Inverse matrices: of 2 by 2 matrices, applied to a vector, one column of a 3 by 3 one, and of products by the rules.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  combination,
  display,
  drawMatrix,
  type Formula,
  generator,
  inverse,
  level,
  list,
  Matrix,
  math,
  matrix,
  mistake,
  paired,
  productSum,
  productSumWorked,
  type Rng,
  rational,
  row,
  say,
  sure,
  tex,
  Vector,
  vector,
} from '#kit';

/** Square matrices that somebody wants to undo. */
const PLANE = [
  { M: 'W', says: say`A layer with the weights ${math`W`} has as many outputs as inputs, and you want to undo it.` },
  { M: 'T', says: say`Augmentation moved all points of an image by ${math`T`}. The inverse moves them back.` },
  { M: 'J', says: say`A step of a normalising flow has the Jacobian ${math`J`}. The step back has the inverse of it.` },
  { M: 'C', says: say`The columns of ${math`C`} are a new basis. Its inverse gives the new coordinates.` },
  { M: 'S', says: say`Two features were mixed by ${math`S`}. The inverse separates them.` },
  { M: 'E', says: say`A linear encoder ${math`E`} keeps all information, so a decoder can invert it.` },
];
/** The letters of the matrix, of what is looked for, and of what came out. */
const UNDONE = [
  { M: 'W', x: 'x', y: 'y', says: say`A linear layer gave out ${math`y = W x`}.` },
  { M: 'S', x: 'v', y: 'm', says: say`Two features ${math`v`} were mixed into ${math`m = S v`}.` },
  {
    M: 'C',
    x: 'c',
    y: 'p',
    says: say`In the basis of the columns of ${math`C`}, the point ${math`p = C c`} has the coordinates ${math`c`}.`,
  },
  { M: 'E', x: 'a', y: 'z', says: say`A linear encoder turned an input ${math`a`} into the code ${math`z = E a`}.` },
  { M: 'T', x: 'q', y: 'r', says: say`Augmentation moved a point ${math`q`} of an image to ${math`r = T q`}.` },
];
const SPACE = [
  { M: 'W', says: say`You want to undo a layer of three neurons with the weights ${math`W`}.` },
  { M: 'R', says: say`A simulated robot changes its frame by ${math`R`}.` },
  { M: 'F', says: say`A filter ${math`F`} mixes red, green and blue.` },
  { M: 'J', says: say`A step of a flow in three dimensions has the Jacobian ${math`J`}.` },
  { M: 'C', says: say`The columns of ${math`C`} are a new basis.` },
];
const PAIRS = [
  say`You know how to undo each of two square layers ${math`A`} and ${math`B`}.`,
  say`Two steps of a flow have the Jacobians ${math`A`} and ${math`B`}. The inverses are known.`,
  say`Of two changes of basis ${math`A`} and ${math`B`} you know the way back.`,
  say`A library returns the inverses of two matrices ${math`A`} and ${math`B`}, not the matrices.`,
];
/** What is inverted: the factors from left to right, transposed or not, and a number in front. */
const FORMS = [
  { shown: tex('AB', 'A B'), isTurned: false, left: false, right: false, c: 1 },
  { shown: tex('BA', 'B A'), isTurned: true, left: false, right: false, c: 1 },
  { shown: tex('A^T B', 'A transposed times B'), isTurned: false, left: true, right: false, c: 1 },
  { shown: tex('A B^T', 'A times B transposed'), isTurned: false, left: false, right: true, c: 1 },
  { shown: tex('2AB', '2 A B'), isTurned: false, left: false, right: false, c: 2 },
  { shown: tex('3BA', '3 B A'), isTurned: true, left: false, right: false, c: 3 },
];

export default generator({
  id: 'linear-algebra/matrix-inverse',
  version: 1,
  title: 'Inverse of a matrix',
  bullet: 'Vectors and Matrices',
  why: 'Closed-form regression, whitening and the Gaussian density use an inverse.',
  needs: ['linear-algebra/determinant', 'linear-algebra/linear-systems'],
  levels: [
    level({
      says: 'a 2 by 2 inverse with integers',
      par: 25,
      pick(rng) {
        const M = drawUnimodular(rng);
        return M && { M, scene: rng.index(PLANE) };
      },
      ask: askInverse,
      verify: provesInverse,
    }),

    level({
      says: 'a 2 by 2 inverse with fractions',
      par: 40,
      pick(rng) {
        const M = Array.from({ length: 2 }, () => [rng.nonzero(-6, 6), rng.nonzero(-6, 6)]);
        const size = Math.abs(planar(M).det);
        return size > 1 && size <= 5 && at(at(M, 0), 0) !== at(at(M, 1), 1) ? { M, scene: rng.index(PLANE) } : undefined;
      },
      ask: askInverse,
      verify: provesInverse,
    }),

    level({
      says: 'the inverse times a vector',
      par: 45,
      pick(rng) {
        const [M, x] = [drawMatrix(rng, 2, 2, -5, 5), vector([rng.nonzero(-5, 5), rng.nonzero(-5, 5)])];
        const y = matrix(M).apply(x);
        const { det } = planar(M);
        if (det === 0 || Math.abs(det) > 5 || y.isZero()) return undefined;
        const { key, forward, signsKept } = undone(M, y);
        return areDifferent(key, forward, signsKept) ? { M, y: y.toJSON(), scene: rng.index(UNDONE) } : undefined;
      },
      ask({ M, y, scene }) {
        const { M: name, x: wanted, y: known, says } = at(UNDONE, scene);
        const output = vector(y);
        const { det, adjugate } = planar(M);
        const { key, forward, unscaled, signsKept, transposed } = undone(M, output);
        const rows = [0, 1].map(i => paired(adjugate.row(i).entries, output.entries));
        const asked = math`${wanted} = ${inverseOf(name)} ${known}`;
        return {
          statement: say`${says} Compute ${asked}. ${display(math`${name} = ${matrix(M)},\quad ${known} = ${output}`)}`,
          answers: [
            answer.vector({
              label: say`${math`${wanted} =`}`,
              key,
              mistakes: [
                mistake(forward)`You multiplied by ${math`${name}`} itself. Undo it with the inverse.`,
                mistake(unscaled)`You left out the determinant. The inverse is divided by it.`,
                mistake(signsKept)`Off the diagonal of the inverse both signs change.`,
                mistake(
                  transposed,
                  'linear-algebra/matrix-vector-product',
                )`You went down the columns of the inverse. Each entry comes from a row.`,
                mistake(vector(key.entries.toReversed()))`The two entries are swapped: row 1 gives the first one.`,
              ],
            }),
          ],
          hints: [
            say`The inverse undoes the matrix: ${math`${inverseOf(name)} ${name}`} changes nothing.`,
            say`Find the inverse first: swap the diagonal, turn the two other signs, divide by the determinant. Then multiply.`,
            say`The determinant is ${det}.`,
          ],
          solution: [
            say`${detWorked(name, M)}.`,
            say`Swap the diagonal and turn the other two signs: ${math`${inverseOf(name)} = ${combination([rational(1, det)], [adjugate])}`}.`,
            say`Row by row with ${math`${known}`}${det === 1 ? '' : ', still without the determinant'}: ${productSumWorked(at(rows, 0))} and ${productSumWorked(at(rows, 1))}.`,
            det === 1
              ? say`The determinant is 1, so ${math`${wanted} = ${row(key.entries)}`}.`
              : say`Divide by ${det}: ${math`${wanted} = ${row(key.entries)}`}.`,
          ],
        };
      },
      // Put back: the matrix sends the key to what came out.
      verify: ({ M, y }, [key]) => matrix(M).apply(key).equals(vector(y)),
    }),

    level({
      says: 'one column of a 3 by 3 inverse',
      par: 60,
      pick(rng) {
        const [a, b, c, d, e, f] = rng.ints(6, -2, 2);
        const lower = matrix([
          [1, 0, 0],
          [sure(a), 1, 0],
          [sure(b), sure(c), 1],
        ]);
        const upper = matrix([
          [1, sure(d), sure(e)],
          [0, 1, sure(f)],
          [0, 0, 1],
        ]);
        const order = rng.shuffle([0, 1, 2]);
        const drawn = rng.int(0, 1) === 0 ? lower.times(upper) : upper.times(lower);
        const M = order.map(i => order.map(j => drawn.at(i, j).toNumber()));
        const given = { M, j: rng.int(0, 2) };
        const { key, minors, across } = columnOf(given);
        const isFull = M.every(entries => entries.filter(Boolean).length > 1 && entries.every(entry => Math.abs(entry) < 7));
        return isFull && areDifferent(key, minors, across) ? { ...given, scene: rng.index(SPACE) } : undefined;
      },
      ask(given) {
        const { M, j, scene } = given;
        const { M: name, says } = at(SPACE, scene);
        const { key, blocks, minors, across, permanents } = columnOf(given);
        const entries = at(M, j);
        const worked = blocks.map(minorWorked);
        return {
          statement: say`${says} Find column ${j + 1} of ${inverseOf(name)}. The determinant is 1. ${display(math`${name} = ${matrix(M)}`)}`,
          answers: [
            answer.vector({
              label: say`Column ${j + 1}:`,
              key,
              mistakes: [
                mistake(
                  across,
                )`That is row ${j + 1} of the inverse. For column ${j + 1} leave out row ${j + 1} of ${math`${name}`}.`,
                mistake(minors)`You left out the signs. They alternate like a chessboard, with plus at the top left.`,
                mistake(
                  permanents,
                  'linear-algebra/determinant',
                )`You added the two products in each 2 by 2 determinant. Take the second one away.`,
                mistake(key.negated())`All signs are turned. The chessboard has plus at the top left.`,
              ],
            }),
          ],
          hints: [
            say`Column ${j + 1} is the vector that ${math`${name}`} sends to ${row(Vector.unit(3, j).entries)}.`,
            say`Solve that system. Or: with determinant 1, entry ${math`i`} is the 2 by 2 determinant without row ${j + 1} and column ${math`i`}, with chessboard signs.`,
            say`Without row ${j + 1} and column 1 the 2 by 2 determinant is ${minors.at(0)}.`,
          ],
          solution: [
            say`Leave out row ${j + 1} and column 1, 2 or 3. The 2 by 2 determinants are ${at(worked, 0)}, ${at(worked, 1)} and ${at(worked, 2)}.`,
            say`The chessboard signs of row ${j + 1} are ${j === 1 ? 'minus, plus, minus' : 'plus, minus, plus'}: ${list(key.entries)}.`,
            say`Check with row ${j + 1} of ${math`${name}`}: ${productSumWorked(paired(entries, key.entries))}, the determinant.`,
            say`The determinant is 1, so nothing is left to divide: column ${j + 1} is ${row(key.entries)}.`,
          ],
        };
      },
      // The matrix sends the column to a unit vector.
      verify: ({ M, j }, [key]) => matrix(M).apply(key).equals(Vector.unit(3, j)),
    }),

    level({
      says: 'the inverse of a product, by the rules',
      par: 45,
      pick(rng) {
        const given = { P: drawMatrix(rng, 2, 2, -3, 3), Q: drawMatrix(rng, 2, 2, -3, 3), form: rng.index(FORMS) };
        if (planar(given.P).det === 0 || planar(given.Q).det === 0) return undefined;
        const { key, ordered } = byRules(given);
        return areDifferent(key, ordered) ? { ...given, scene: rng.index(PAIRS) } : undefined;
      },
      ask(given) {
        const { P, Q, form, scene } = given;
        const { key, ordered, untransposed, scaled, unscaled, rule, transposes, first, second, c } = byRules(given);
        const { shown } = at(FORMS, form);
        const asked = tex(`(${shown.tex})^{-1}`, `the inverse of ${shown.speech}`);
        const known = math`${inverseOf('A')} = ${matrix(P)},\; ${inverseOf('B')} = ${matrix(Q)}`;
        const product = first.times(second);
        return {
          statement: say`${at(PAIRS, scene)} Compute ${asked}. ${display(known)}`,
          answers: [
            answer.matrix({
              label: say`${math`${asked} =`}`,
              key,
              mistakes: [
                mistake(ordered)`You kept the order. The inverse of a product takes the factors the other way round.`,
                mistake(untransposed)`You left out the transpose. It stays when you invert.`,
                mistake(scaled)`You multiplied by ${c}. The inverse has the factor 1 over ${c}.`,
                mistake(unscaled)`You left out the factor. A matrix times ${c} has its inverse divided by ${c}.`,
                mistake(
                  matrix(P).hadamard(matrix(Q)),
                  'linear-algebra/matrix-product',
                )`You multiplied entry by entry. Take rows times columns.`,
              ],
            }),
          ],
          hints: [
            say`To undo two steps, undo the last one first: ${tex('(XY)^{-1} = Y^{-1} X^{-1}', 'the inverse of X Y is Y inverse X inverse')}.`,
            say`You may transpose before or after you invert. A factor ${math`c`} becomes ${math`\frac{1}{c}`}.`,
            say`Here ${math`${asked} = ${rule}`}.`,
          ],
          solution: [
            say`The order turns round: ${math`${asked} = ${rule}`}.`,
            ...transposes.map(turned => say`Write out the transpose: ${turned}.`),
            say`Row 1 of the product: ${entryOf(first, second, 0, 0)} and ${entryOf(first, second, 0, 1)}.`,
            say`Row 2: ${entryOf(first, second, 1, 0)} and ${entryOf(first, second, 1, 1)}.`,
            c === 1 ? say`So the inverse is ${math`${key}`}.` : say`Divide ${math`${product}`} by ${c}: ${math`${key}`}.`,
          ],
        };
      },
      // The concrete matrices A and B, multiplied out, times the key.
      verify({ P, Q, form }, [key]) {
        const { isTurned, left, right, c } = at(FORMS, form);
        const [A, B] = [sure(inverse(matrix(P))), sure(inverse(matrix(Q)))];
        const [X, Y] = isTurned ? [B, A] : [A, B];
        const whole = (left ? X.transpose() : X).times(right ? Y.transpose() : Y).times(c);
        return key.rows === 2 && key.columns === 2 && whole.times(key).equals(Matrix.identity(2));
      },
    }),
  ],
});

type Plane = { M: number[][]; scene: number };

function askInverse({ M, scene }: Plane) {
  const { M: name, says } = at(PLANE, scene);
  const { det, adjugate, added } = planar(M);
  const A = matrix(M);
  const key = adjugate.times(rational(1, det));
  const asked = inverseOf(name);
  const kept = key.map((entry, i, j) => (i === j ? entry : entry.negated()));
  const unswapped = key.map((entry, i, j) => (i === j ? key.at(1 - i, 1 - i) : entry));
  const byDiagonal = kept.map((entry, i, j) => (i === j ? key.at(1 - i, 1 - i).negated() : entry));
  return {
    statement: say`${says} Find ${asked}. ${display(math`${name} = ${A}`)}`,
    answers: [
      answer.matrix({
        label: say`${math`${asked} =`}`,
        key,
        mistakes: [
          mistake(adjugate)`You left out the determinant. Divide each entry by it.`,
          mistake(kept)`Off the diagonal you kept the signs. Both of them change.`,
          mistake(unswapped)`The two entries on the diagonal also change places.`,
          mistake(byDiagonal)`You turned the signs on the diagonal. Swap these two, and turn the signs of the others.`,
          mistake(
            A.map(entry => rational(1).over(entry)),
          )`You took the reciprocal of each entry. The inverse undoes the whole matrix.`,
          ...(added === 0
            ? []
            : [
                mistake(
                  adjugate.times(rational(1, added)),
                  'linear-algebra/determinant',
                )`You divided by the sum of the two diagonal products. The determinant is their difference.`,
              ]),
        ],
      }),
    ],
    hints: [
      say`The inverse times the matrix is the identity. It exists where the determinant is not 0.`,
      say`Swap the two entries on the diagonal, turn the signs of the other two, and divide by the determinant.`,
      say`The determinant is ${det}.`,
    ],
    solution: [
      say`${detWorked(name, M)}.`,
      say`Swap the diagonal and turn the other two signs: ${math`${adjugate}`}.`,
      det === 1
        ? say`The determinant is 1, so ${math`${asked} = ${key}`}.`
        : say`Divide each entry by ${det}: ${math`${asked} = ${key}`}.`,
      say`Check the first entry of ${math`${name} ${asked}`}: ${productSumWorked(paired(A.row(0).entries, key.column(0).entries))}.`,
    ],
  };
}

/** Both products with the matrix are the identity. */
function provesInverse({ M }: Plane, [key]: readonly [Matrix]): boolean {
  if (key.rows !== 2 || key.columns !== 2) return false;
  const [A, identity] = [matrix(M), Matrix.identity(2)];
  return A.times(key).equals(identity) && key.times(A).equals(identity);
}

/** A product of three shears, perhaps with one row negated: the determinant is 1 or -1. */
function drawUnimodular(rng: Rng): number[][] | undefined {
  const [p, q, r, sign] = [rng.nonzero(-3, 3), rng.nonzero(-3, 3), rng.nonzero(-3, 3), rng.sign()];
  const corner = 1 + p * q;
  const M = [
    [corner, r * corner + p],
    [sign * q, sign * (q * r + 1)],
  ];
  const isKind = M.flat().every(entry => entry !== 0 && Math.abs(entry) <= 6);
  return isKind && corner !== at(at(M, 1), 1) && !matrix(M).power(2).equals(Matrix.identity(2)) ? M : undefined;
}

function planar([[a = 0, b = 0] = [], [c = 0, d = 0] = []]: number[][]) {
  const adjugate = matrix([
    [d, 0 - b],
    [0 - c, a],
  ]);
  return { det: a * d - b * c, added: a * d + b * c, adjugate };
}

function undone(M: number[][], y: Vector) {
  const { det, adjugate } = planar(M);
  const kept = adjugate.map((entry, i, j) => (i === j ? entry : entry.negated()));
  const part = rational(1, det);
  return {
    key: adjugate.apply(y).times(part),
    forward: matrix(M).apply(y),
    unscaled: adjugate.apply(y),
    signsKept: kept.apply(y).times(part),
    transposed: adjugate.transpose().apply(y).times(part),
  };
}

/** Column j of the inverse of a matrix with determinant 1 from the 2 by 2 determinants without row j. */
function columnOf({ M, j }: { M: number[][]; j: number }) {
  const blocks = [0, 1, 2].map(i => M.filter((_, r) => r !== j).map(entries => entries.filter((_, c) => c !== i)));
  const chess = (values: number[]) => vector(values.map((value, i) => ((i + j) % 2 === 0 ? value : 0 - value)));
  const minors = blocks.map(block => planar(block).det);
  return {
    key: chess(minors),
    blocks,
    minors: vector(minors),
    permanents: chess(blocks.map(block => planar(block).added)),
    across: sure(inverse(matrix(M))).row(j),
  };
}

function byRules({ P, Q, form }: { P: number[][]; Q: number[][]; form: number }) {
  const { isTurned, left, right, c } = at(FORMS, form);
  const [X, Y] = isTurned ? [matrix(Q), matrix(P)] : [matrix(P), matrix(Q)];
  const [x, y] = isTurned ? ['B', 'A'] : ['A', 'B'];
  const [first, second] = [right ? Y.transpose() : Y, left ? X.transpose() : X];
  const product = first.times(second);
  const written = (name: string, isTransposed: boolean) =>
    isTransposed ? tex(`(${name}^{-1})^T`, `${name} inverse transposed`) : inverseOf(name);
  const pair = math`${written(y, right)} \; ${written(x, left)}`;
  const transposes = [
    ...(left ? [math`${written(x, true)} = ${second}`] : []),
    ...(right ? [math`${written(y, true)} = ${first}`] : []),
  ];
  return {
    key: product.times(rational(1, c)),
    ordered: second.times(first).times(rational(1, c)),
    untransposed: Y.times(X).times(rational(1, c)),
    scaled: product.times(c),
    unscaled: product,
    rule: c === 1 ? pair : math`\frac{1}{${c}} \; ${pair}`,
    transposes,
    first,
    second,
    c,
  };
}

function inverseOf(name: string): Formula {
  return tex(`${name}^{-1}`, `${name} inverse`);
}

function detWorked(name: string, M: number[][]): Formula {
  return math`\det ${name} = ${minorWorked(M)}`;
}

/** The determinant of a 2 by 2 matrix with its two products. */
function minorWorked(M: number[][]): Formula {
  const [[a = 0, b = 0], [c = 0, d = 0]] = [at(M, 0), at(M, 1)];
  return math`${productSum([[a, d]])} - ${bracketed(b)} \cdot ${bracketed(c)} = ${planar(M).det}`;
}

function entryOf(X: Matrix, Y: Matrix, i: number, j: number): Formula {
  return productSumWorked(paired(X.row(i).entries, Y.column(j).entries));
}
