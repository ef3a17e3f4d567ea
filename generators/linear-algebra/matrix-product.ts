// Products of small integer matrices: one entry, the whole product, the Gram matrix, and the cheap way through ABv.
import {
  answer,
  display,
  drawMatrix,
  generator,
  level,
  list,
  type Matrix,
  math,
  matrix,
  mistake,
  productSum,
  productSumWorked,
  type Rational,
  rational,
  say,
  sum,
  Vector,
  vector,
} from '#kit';

type Factors = { a: number[][]; b: number[][] };

export default generator({
  id: 'linear-algebra/matrix-product',
  version: 1,
  title: 'Matrix product',
  bullet: 'Matrix Multiplication',
  why: 'A layer applied to a batch is a matrix product, and layers in a row are products of products: shapes and order matter.',
  needs: ['linear-algebra/matrix-vector-product'],
  levels: [
    level({
      says: 'one entry of a product',
      par: 20,
      pick(rng) {
        const inner = rng.int(2, 3);
        const a = drawMatrix(rng, 2, inner, -5, 5);
        const b = drawMatrix(rng, inner, 2, -5, 5);
        const i = rng.int(0, 1);
        const j = 1 - i;
        const used = [...matrix(a).row(i).entries, ...matrix(b).column(j).entries];
        // A zero in the row or column would hide which products were formed.
        return used.some(entry => entry.isZero()) ? undefined : { a, b, i, j };
      },
      ask({ a, b, i, j }) {
        const [A, B] = [matrix(a), matrix(b)];
        const pairs = A.row(i).entries.map((entry, k) => [entry, B.at(k, j)]);
        const samePlace = A.at(i, j).times(B.at(i, j));
        const unsigned = sizes(A).times(sizes(B)).at(i, j);
        return {
          statement: say`Find the entry in row ${i + 1}, column ${j + 1} of ${math`AB`}. ${display(math`A = ${A},\quad B = ${B}`)}`,
          answers: [
            answer.number({
              label: say`${math`(AB)_{${i + 1}${j + 1}} =`}`,
              key: A.times(B).at(i, j),
              mistakes: [
                mistake(A.times(B).at(j, i))`That is the entry in row ${j + 1}, column ${i + 1}. The first index names the row.`,
                mistake(samePlace)`You multiplied two entries in the same place. Take a whole row times a whole column.`,
                mistake(unsigned)`You added the sizes of the products. Keep the sign of each one.`,
                mistake(A.at(i, 0).times(B.at(0, j)))`That is the first product alone. Go along the whole row and add.`,
              ],
            }),
          ],
          hints: [
            say`An entry of ${math`AB`} is a row of ${math`A`} times a column of ${math`B`}.`,
            say`Take row ${i + 1} of ${math`A`} and column ${j + 1} of ${math`B`}, multiply their entries in pairs, and add.`,
            say`The first pair is ${productSum(pairs.slice(0, 1))}.`,
          ],
          solution: [
            say`Row ${i + 1} of ${math`A`} is ${math`(${list(A.row(i).entries)})`}, and column ${j + 1} of ${math`B`} is ${math`(${list(B.column(j).entries)})`}.`,
            say`Multiply in pairs and add: ${productSumWorked(pairs)}.`,
          ],
        };
      },
      // The whole column A(Be_j), entry by entry through two matrix–vector products.
      verify: ({ a, b, i, j }, [key]) =>
        matrix(a)
          .apply(matrix(b).apply(Vector.unit(2, j)))
          .at(i)
          .equals(key),
    }),

    level({
      says: 'a 2 by 2 matrix times a 2 by 2 matrix',
      par: 50,
      pick(rng) {
        const given = { a: drawMatrix(rng, 2, 2, -4, 4), b: drawMatrix(rng, 2, 2, -4, 4) };
        const [A, B] = [matrix(given.a), matrix(given.b)];
        return A.times(B).equals(B.times(A)) || A.times(B).isSymmetric() ? undefined : given;
      },
      ask: askProduct,
      verify: provesProduct,
    }),

    level({
      says: 'a 2 by 3 matrix times a 3 by 2 matrix',
      par: 70,
      pick(rng) {
        const given = { a: drawMatrix(rng, 2, 3, -4, 4), b: drawMatrix(rng, 3, 2, -4, 4) };
        return matrix(given.a).times(matrix(given.b)).isSymmetric() ? undefined : given;
      },
      ask: askProduct,
      verify: provesProduct,
    }),

    level({
      says: 'the Gram matrix of a 3 by 2 data matrix',
      par: 60,
      pick(rng) {
        const a = drawMatrix(rng, 3, 2, -4, 4);
        const gram = matrix(a).transpose().times(matrix(a));
        return gram.at(0, 1).isZero() || gram.at(0, 0).equals(gram.at(1, 1)) ? undefined : { a };
      },
      ask({ a }) {
        const A = matrix(a);
        const gram = A.transpose().times(A);
        const between = gram.at(0, 1);
        const rowGram = A.times(A.transpose());
        const mixed = (entry: Rational) => gram.map((own, i, j) => (i === j ? own : entry));
        const sizesOnDiagonal = gram.map((own, i, j) => (i === j ? sum(sizes(A).column(i).entries) : own));
        return {
          statement: say`Three data points with two features are the rows of ${math`A`}. Compute the Gram matrix ${math`A^T A`} of its columns. ${display(math`A = ${A}`)}`,
          answers: [
            answer.matrix({
              label: say`${math`A^T A =`}`,
              key: gram,
              mistakes: [
                mistake(rowGram)`That is ${math`A A^T`}, the Gram matrix of the rows. Put the transposed factor first.`,
                mistake(mixed(rational(0)))`You left out the products of two different columns.`,
                mistake(
                  mixed(between.negated()),
                )`The sign of the entry off the diagonal is flipped. Add the three products again.`,
                mistake(sizesOnDiagonal)`On the diagonal you added sizes. A column times itself adds squares.`,
              ],
            }),
          ],
          hints: [
            say`Entry ${math`(i, j)`} of ${math`A^T A`} is column ${math`i`} of ${math`A`} times column ${math`j`} of ${math`A`}.`,
            say`The diagonal holds the squared lengths of the two columns; each of the other two entries is the product of the two columns.`,
            say`The first entry is ${productSum(A.column(0).entries.map(x => [x, x]))}.`,
          ],
          solution: [
            say`First column with itself: ${productSumWorked(A.column(0).entries.map(x => [x, x]))}.`,
            say`Second column with itself: ${productSumWorked(A.column(1).entries.map(x => [x, x]))}.`,
            say`First with second: ${productSumWorked(A.column(0).entries.map((x, k) => [x, A.at(k, 1)]))}; it stands in both places off the diagonal.`,
            say`So ${math`A^T A = ${gram}`}.`,
          ],
        };
      },
      // Symmetric, and vᵀGv = |Av|² for v = e₁, e₂ and e₁ + e₂: together these fix every entry.
      verify({ a }, [key]) {
        const quadratic = [
          [1, 0],
          [0, 1],
          [1, 1],
        ]
          .map(vector)
          .every(v => v.dot(key.apply(v)).equals(matrix(a).apply(v).normSquared()));
        return key.rows === 2 && key.isSymmetric() && quadratic;
      },
    }),

    level({
      says: 'two layers on one input: ABv',
      par: 45,
      pick(rng) {
        const v = [rng.nonzero(-3, 3), rng.nonzero(-3, 3)];
        const given = { a: drawMatrix(rng, 2, 3, -3, 3), b: drawMatrix(rng, 3, 2, -3, 3), v };
        const hidden = matrix(given.b).apply(vector(v));
        return hidden.isZero() || hidden.entries.some(entry => entry.abs().compare(12) > 0) ? undefined : given;
      },
      ask({ a, b, v }) {
        const [A, B, input] = [matrix(a), matrix(b), vector(v)];
        const hidden = B.apply(input);
        const output = A.apply(hidden);
        const downColumns = A.times(B).transpose().apply(input);
        const unsigned = sizes(A).apply(hidden.map(entry => entry.abs()));
        const swapped = vector(output.entries.toReversed());
        return {
          statement: say`Two linear layers act on the input ${math`v`}: first ${math`B`}, then ${math`A`}. Compute ${math`ABv`}. ${display(math`A = ${A},\; B = ${B},\; v = ${input}`)}`,
          answers: [
            answer.vector({
              label: say`${math`ABv =`}`,
              key: output,
              mistakes: [
                mistake(hidden)`That is ${math`Bv`}, the output of the first layer. Now apply ${math`A`} to it.`,
                mistake(downColumns)`You went down the columns of ${math`AB`}. Each output is a row times ${math`v`}.`,
                mistake(unsigned)`You dropped the signs in the second layer. Keep the sign of each product.`,
                mistake(swapped)`The two entries are swapped: row 1 of ${math`A`} gives the first one.`,
              ],
            }),
          ],
          hints: [
            say`Brackets may move: ${math`(AB)v = A(Bv)`}.`,
            say`${math`A(Bv)`} takes two matrix–vector products, ${math`(AB)v`} a whole matrix product more. Begin with ${math`Bv`}.`,
            say`The first entry of ${math`Bv`} is ${productSum(input.entries.map((x, k) => [B.at(0, k), x]))}.`,
          ],
          solution: [
            say`First layer: ${math`Bv = ${hidden}`}.`,
            ...[0, 1].map(
              i => say`Row ${i + 1} of ${math`A`}: ${productSumWorked(hidden.entries.map((x, k) => [A.at(i, k), x]))}.`,
            ),
            say`So ${math`ABv = ${output}`}.`,
          ],
        };
      },
      // The expensive bracketing: the product matrix first, built from outer products.
      verify: ({ a, b, v }, [key]) => outerProducts(matrix(a), matrix(b)).apply(vector(v)).equals(key),
    }),
  ],
});

function askProduct({ a, b }: Factors) {
  const [A, B] = [matrix(a), matrix(b)];
  const AB = A.times(B);
  const pairs = (i: number, j: number) => A.row(i).entries.map((entry, k) => [entry, B.at(k, j)]);
  return {
    statement: say`Compute the product ${math`AB`}. ${display(math`A = ${A},\quad B = ${B}`)}`,
    answers: [
      answer.matrix({
        label: say`${math`AB =`}`,
        key: AB,
        mistakes: [
          mistake(AB.transpose())`Your result is transposed. Row ${math`i`} of ${math`A`} gives row ${math`i`} of the product.`,
          ...(A.isSquare()
            ? [
                mistake(A.hadamard(B))`You multiplied entry by entry. A matrix product takes rows times columns.`,
                mistake(B.times(A))`That is ${math`BA`}. Order matters: the left factor gives the rows.`,
              ]
            : []),
          mistake(sizes(A).times(sizes(B)))`You dropped the signs. Keep the sign of each product.`,
        ],
      }),
    ],
    hints: [
      say`Entry ${math`(i, j)`} of ${math`AB`} is row ${math`i`} of ${math`A`} times column ${math`j`} of ${math`B`}.`,
      say`The result is 2 by 2. Keep a row of ${math`A`} in view and go through the columns of ${math`B`}.`,
      say`The first entry is ${productSum(pairs(0, 0))}.`,
    ],
    solution: [
      ...[0, 1].flatMap(i => [0, 1].map(j => say`Row ${i + 1}, column ${j + 1}: ${productSumWorked(pairs(i, j))}.`)),
      say`So ${math`AB = ${AB}`}.`,
    ],
  };
}

/** Associativity on a full basis (Freivalds): A(Be) is a column of the key. */
function provesProduct({ a, b }: Factors, [key]: readonly [Matrix]): boolean {
  const columns = [0, 1].map(j => matrix(a).apply(matrix(b).apply(Vector.unit(2, j))));
  return key.rows === 2 && key.columns === 2 && columns.every((column, j) => key.apply(Vector.unit(2, j)).equals(column));
}

function sizes(A: Matrix): Matrix {
  return A.map(entry => entry.abs());
}

/** AB as the sum of column k of A times row k of B. */
function outerProducts(A: Matrix, B: Matrix): Matrix {
  const terms = B.column(0).entries.map((_, k) => matrix(A.column(k).entries.map(x => B.row(k).entries.map(y => x.times(y)))));
  return terms.reduce((total, term) => total.plus(term));
}
