// A matrix times a vector: row by row, with a bias, from the images of two vectors, and with a weight that is missing.
import {
  answer,
  areDifferent,
  at,
  combination,
  display,
  drawMatrix,
  generator,
  level,
  Matrix,
  math,
  matrix,
  matrixWithHole,
  mistake,
  paired,
  productSum,
  productSumWorked,
  type Rational,
  rational,
  row,
  say,
  signed,
  sum,
  type Vector,
  vector,
} from '#kit';

/** The letters of the matrix and the vector, and what their product is for. */
const PRODUCTS = [
  { M: 'W', v: 'x', says: say`A linear layer sends its input ${math`x`} to ${math`W x`}.` },
  { M: 'K', v: 'h', says: say`Attention makes the key ${math`K h`} from a state ${math`h`}.` },
  {
    M: 'X',
    v: 'w',
    says: say`A linear model with the weights ${math`w`} predicts ${math`X w`} for the examples in the rows of ${math`X`}.`,
  },
  {
    M: 'J',
    v: 'd',
    says: say`A small change ${math`d`} of the inputs changes the outputs by about ${math`J d`}, with the Jacobian ${math`J`}.`,
  },
  { M: 'D', v: 'c', says: say`From its code ${math`c`}, a dictionary ${math`D`} rebuilds an image patch as ${math`D c`}.` },
  { M: 'A', v: 's', says: say`In the state ${math`s`}, a linear recurrent network has the output ${math`A s`}.` },
];
const LAYERS = [
  say`A dense layer has three neurons.`,
  say`A classifier scores three classes.`,
  say`A layer makes an embedding with three entries.`,
  say`The three gates of a memory cell apply sigmoids to ${math`W x + b`}.`,
  say`A decoder predicts how much three pixels change.`,
];
/** Somebody sees only outputs of a linear map. */
const BLACK_BOXES = [
  {
    M: 'W',
    a: 'a',
    b: 'b',
    says: say`The weights ${math`W`} of a linear layer are secret, but you have seen its outputs for ${math`a`} and ${math`b`}.`,
  },
  {
    M: 'E',
    a: 'p',
    b: 'q',
    says: say`A linear encoder ${math`E`} runs on a server. You know the codes of ${math`p`} and ${math`q`}.`,
  },
  {
    M: 'J',
    a: 'u',
    b: 'v',
    says: say`Of a Jacobian ${math`J`} you know only what it does to the directions ${math`u`} and ${math`v`}.`,
  },
  {
    M: 'T',
    a: 'x',
    b: 'y',
    says: say`A linear map ${math`T`} links two embedding spaces. It has translated the words ${math`x`} and ${math`y`}.`,
  },
  { M: 'F', a: 's', b: 't', says: say`A linear filter ${math`F`} was tried on two signals ${math`s`} and ${math`t`}.` },
];
const LOST = [
  say`A weight ${math`k`} of a layer got lost; a log still shows an input ${math`x`} and its output ${math`y`}.`,
  say`You set the last free weight ${math`k`} of a layer so that the input ${math`x`} gives the wanted output ${math`y`}.`,
  say`A weight ${math`k`} of a linear layer is secret. An input ${math`x`} and its output ${math`y`} give it away.`,
  say`A linear map takes the embedding ${math`x`} of a word to ${math`y`}, that of its translation. One entry ${math`k`} is missing.`,
];

export default generator({
  id: 'linear-algebra/matrix-vector-product',
  version: 1,
  title: 'Matrix times vector, by rows and by columns',
  bullet: 'Matrix Multiplication',
  why: 'A linear layer sends its input x to Wx + b: each row of W holds the weights of one neuron.',
  needs: ['linear-algebra/dot-product'],
  levels: [
    level({
      says: 'a 2 by 2 matrix times a vector',
      par: 25,
      pick(rng) {
        const [M, v] = [drawMatrix(rng, 2, 2, -4, 4), [rng.nonzero(-4, 4), rng.nonzero(-4, 4)]];
        return tellsApart(M, v) ? { M, v, scene: rng.index(PRODUCTS) } : undefined;
      },
      ask: askProduct,
      verify: provesProduct,
    }),

    level({
      says: 'a 2 by 3 or a 3 by 2 matrix times a vector',
      par: 35,
      pick(rng) {
        const rows = rng.int(2, 3);
        const M = drawMatrix(rng, rows, 5 - rows, -4, 4);
        const v = rng.ints(5 - rows, -4, 4);
        const isFull = v.filter(Boolean).length > 1;
        return isFull && tellsApart(M, v) ? { M, v, scene: rng.index(PRODUCTS) } : undefined;
      },
      ask: askProduct,
      verify: provesProduct,
    }),

    level({
      says: 'a layer with a bias: Wx + b',
      par: 50,
      pick(rng) {
        const inputs = rng.int(2, 3);
        const W = drawMatrix(rng, 3, inputs, -5, 5);
        const [x, b] = [rng.ints(inputs, -4, 4), rng.ints(3, -5, 5)];
        const { key, ...wrong } = layerOf(W, x, b);
        const isFull = x.filter(Boolean).length > 1 && b.filter(Boolean).length > 1;
        return isFull && areDifferent(key, ...Object.values(wrong)) ? { W, x, b, scene: rng.index(LAYERS) } : undefined;
      },
      ask({ W, x, b, scene }) {
        const { key, withoutBias, minusBias, unsigned, sums } = layerOf(W, x, b);
        const sumsOfRows = W.map(weights => productSum(paired(weights, x)));
        return {
          statement: say`${at(LAYERS, scene)} Compute ${math`W x + b`} for the input ${math`x = ${row(x)}`}, the bias ${math`b = ${row(b)}`} and the weights ${display(math`W = ${matrix(W)}`)}`,
          answers: [
            answer.vector({
              label: say`${math`W x + b =`}`,
              key,
              mistakes: [
                mistake(withoutBias)`That is ${math`W x`}. Add the bias, entry by entry.`,
                mistake(minusBias)`You subtracted the bias. Each entry is added with its own sign.`,
                mistake(unsigned, 'linear-algebra/dot-product')`You added the sizes of the products. Keep the sign of each one.`,
                mistake(
                  sums,
                  'linear-algebra/dot-product',
                )`You added up rows and inputs first. Multiply in pairs, then add the products.`,
              ],
            }),
          ],
          hints: [
            say`Entry ${math`i`} of ${math`W x`} is row ${math`i`} of ${math`W`} times ${math`x`}; the bias is added entry by entry.`,
            say`Go row by row: multiply in pairs with ${math`x`}, add the products, and add the bias of that row.`,
            say`The first row with ${math`x`} is ${at(sumsOfRows, 0)}, and its bias is ${at(b, 0)}.`,
          ],
          solution: [
            ...sumsOfRows.map((products, i) => say`Row ${i + 1}: ${math`${products} ${signed(at(b, i))} = ${key.at(i)}`}.`),
            say`So ${math`W x + b = ${row(key.entries)}`}.`,
          ],
        };
      },
      // By columns: the bias and the columns of W, each as often as its input says.
      verify: ({ W, x, b }, [key]) => key.minus(vector(b)).equals(byColumns(W, x)),
    }),

    level({
      says: 'linearity: the image of a combination',
      par: 35,
      pick(rng) {
        const length = rng.int(2, 3);
        const [u, v] = [rng.ints(length, -5, 5), rng.ints(length, -5, 5)];
        const [p, q] = [rng.sign() * rng.int(2, 4), rng.nonzero(-4, 4)];
        const given = { u, v, factors: rng.int(0, 1) ? [p, q] : [q, p] };
        const { key, ...wrong } = combined(given);
        const isClear = (p < 0 || q < 0) && areDifferent(key, ...Object.values(wrong));
        return isClear && !vector(u).isParallelTo(vector(v)) ? { ...given, scene: rng.index(BLACK_BOXES) } : undefined;
      },
      ask(given) {
        const { u, v, factors, scene } = given;
        const { M, a, b, says } = at(BLACK_BOXES, scene);
        const { key, unscaled, exchanged, unsigned, together } = combined(given);
        const asked = math`${M} (${combination(factors, [a, b])})`;
        const images = [math`${M} ${a}`, math`${M} ${b}`];
        const known = math`${at(images, 0)} = ${vector(u)},\quad ${at(images, 1)} = ${vector(v)}`;
        const [p = 0, q = 0] = factors;
        return {
          statement: say`${says} Find ${asked} from ${display(known)}`,
          answers: [
            answer.vector({
              label: say`${math`${asked} =`}`,
              key,
              mistakes: [
                mistake(unscaled)`You added the two images. Scale each one by its own factor first.`,
                mistake(exchanged)`The two factors are swapped: ${p} belongs to ${math`${a}`}.`,
                mistake(unsigned)`You dropped the signs of the factors. A negative one turns the signs of its image.`,
                mistake(together)`You added factors and images first. Each factor scales only its own image.`,
              ],
            }),
          ],
          hints: [
            say`A matrix is linear: it can be applied to each part of a sum, and factors may be moved out.`,
            say`You do not need ${math`${M}`} itself. Write what is asked as a combination of ${at(images, 0)} and ${at(images, 1)}.`,
            say`What is asked is ${combination(factors, images)}.`,
          ],
          solution: [
            say`By linearity ${math`${asked} = ${combination(factors, images)}`}.`,
            say`The scaled images are ${row(vector(u).times(p).entries)} and ${row(vector(v).times(q).entries)}.`,
            say`Added: ${math`${asked} = ${row(key.entries)}`}.`,
          ],
        };
      },
      // One concrete matrix with these images of (2, 1) and (1, 1), applied to the concrete combination.
      verify({ u, v, factors: [p = 0, q = 0] }, [key]) {
        const inverse = matrix([
          [1, -1],
          [-1, 2],
        ]);
        const M = Matrix.fromColumns([vector(u), vector(v)]).times(inverse);
        return M.apply(vector([2 * p + q, p + q])).equals(key);
      },
    }),

    level({
      says: 'a missing weight',
      par: 35,
      pick(rng) {
        const columns = rng.int(2, 3);
        const [W, x] = [drawMatrix(rng, 2, columns, -5, 5), Array.from({ length: columns }, () => rng.nonzero(-4, 4))];
        const given = { W, x, i: rng.int(0, 1), j: rng.int(0, columns - 1) };
        const { key, added, otherRow, turned, undivided } = gap(given);
        const isClear = !key.isZero() && x[given.j] !== 1 && areDifferent(key, added, otherRow, turned);
        return isClear && areDifferent(undivided, added, otherRow, turned) ? { ...given, scene: rng.index(LOST) } : undefined;
      },
      ask(given) {
        const { W, x, i, j, scene } = given;
        const { key, y, target, known, factor, added, otherRow, turned, undivided } = gap(given);
        const left = combination([1, factor], [known, 'k']);
        return {
          statement: say`${at(LOST, scene)} Find ${math`k`} such that ${math`W x = y`}, for ${display(math`W = ${matrixWithHole(W, i, j)}`)} ${display(math`x = ${vector(x)},\quad y = ${y}`)}`,
          answers: [
            answer.number({
              label: say`${math`k =`}`,
              key,
              mistakes: [
                mistake(added)`You added what is known to ${target}. Take it away instead.`,
                mistake(undivided)`That is ${combination([factor], ['k'])}. Divide it by ${factor}.`,
                mistake(turned)`The sign is turned. Put your number back into row ${i + 1}.`,
                mistake(otherRow)`You used entry ${2 - i} of ${math`y`}. Row ${i + 1} gives entry ${i + 1}.`,
              ],
            }),
          ],
          hints: [
            say`Each row of ${math`W`} times ${math`x`} gives one entry of ${math`y`}.`,
            say`Only the row with ${math`k`} matters. Add up what is known there; the term with ${math`k`} gives the rest.`,
            say`Row ${i + 1} says ${math`${left} = ${target}`}.`,
          ],
          solution: [
            say`Row ${i + 1} times ${math`x`} is entry ${i + 1} of ${math`y`}: ${math`${left} = ${target}`}.`,
            say`Take away what is known: ${math`${combination([factor], ['k'])} = ${undivided}`}.`,
            say`So ${math`k = ${key}`}.`,
          ],
        };
      },
      // Put back: the whole product with the number in its place.
      verify(given, [key]) {
        const { W, x, i, j } = given;
        const filled = matrix(W).map((entry, r, c) => (r === i && c === j ? key : entry));
        return filled.apply(vector(x)).equals(gap(given).y);
      },
    }),
  ],
});

function askProduct({ M, v, scene }: { M: number[][]; v: number[]; scene: number }) {
  const { M: name, v: input, says } = at(PRODUCTS, scene);
  const { key, unsigned, sums, downColumns, reversed, unfinished } = productOf(M, v);
  const asked = math`${name} ${input}`;
  const sumsOfRows = M.map(entries => paired(entries, v));
  return {
    statement: say`${says} Compute ${asked} for ${display(math`${name} = ${matrix(M)},\quad ${input} = ${vector(v)}`)}`,
    answers: [
      answer.vector({
        label: say`${math`${asked} =`}`,
        key,
        mistakes: [
          mistake(unsigned, 'linear-algebra/dot-product')`You added the sizes of the products. Keep the sign of each one.`,
          mistake(downColumns)`You went down the columns. Take row ${math`i`} for entry ${math`i`} of the result.`,
          mistake(
            sums,
            'linear-algebra/dot-product',
          )`You added up rows and ${math`${input}`} first. Multiply in pairs, then add the products.`,
          mistake(reversed)`The order is turned round: row 1 gives the first entry.`,
          mistake(unfinished)`You left out the last column. Each row is multiplied with all of ${math`${input}`}.`,
        ],
      }),
    ],
    hints: [
      say`Entry ${math`i`} of ${asked} is row ${math`i`} of ${math`${name}`} times ${math`${input}`}.`,
      say`There is one entry for each of the ${M.length} rows. Multiply a row in pairs with ${math`${input}`} and add the products.`,
      say`The first row gives ${productSum(at(sumsOfRows, 0))}.`,
    ],
    solution: [
      ...sumsOfRows.map((pairs, i) => say`Row ${i + 1}: ${productSumWorked(pairs)}.`),
      say`So ${math`${asked} = ${row(key.entries)}`}.`,
    ],
  };
}

/** By columns: each as often as its entry of the vector says. */
function provesProduct({ M, v }: { M: number[][]; v: number[] }, [key]: readonly [Vector]) {
  return key.equals(byColumns(M, v));
}

function byColumns(M: number[][], v: number[]): Vector {
  return v.map((factor, j) => matrix(M).column(j).times(factor)).reduce((total, column) => total.plus(column));
}

function productOf(M: number[][], v: number[]) {
  const [A, x] = [matrix(M), vector(v)];
  const key = A.apply(x);
  return {
    key,
    unsigned: A.map(entry => entry.abs()).apply(x.map(entry => entry.abs())),
    sums: vector(M.map(entries => sum(entries).times(sum(v)))),
    // Only a square matrix can be read down its columns.
    downColumns: A.isSquare() ? A.transpose().apply(x) : key,
    reversed: vector(key.entries.toReversed()),
    unfinished: vector(
      M.map(entries =>
        sum(
          paired(entries, v)
            .map(([entry, factor]) => entry * factor)
            .slice(0, -1),
        ),
      ),
    ),
  };
}

function tellsApart(M: number[][], v: number[]) {
  const { key, unsigned, sums, downColumns, unfinished } = productOf(M, v);
  const isTurned = M.length !== v.length || areDifferent(key, downColumns, unsigned, sums);
  return isTurned && areDifferent(key, unsigned, sums, unfinished);
}

function layerOf(W: number[][], x: number[], b: number[]) {
  const { key: withoutBias, unsigned, sums } = productOf(W, x);
  const bias = vector(b);
  return {
    key: withoutBias.plus(bias),
    withoutBias,
    minusBias: withoutBias.minus(bias),
    unsigned: unsigned.plus(bias),
    sums: sums.plus(bias),
  };
}

function combined({ u, v, factors: [p = 0, q = 0] }: { u: number[]; v: number[]; factors: number[] }) {
  const mixed = (a: number, b: number) => vector(u).times(a).plus(vector(v).times(b));
  return {
    key: mixed(p, q),
    unscaled: mixed(1, 1),
    exchanged: mixed(q, p),
    unsigned: mixed(Math.abs(p), Math.abs(q)),
    together: mixed(1, 1).times(p + q),
  };
}

/** The unknown weight from its row, its factor, and what the rest of the row adds up to. */
function gap({ W, x, i, j }: { W: number[][]; x: number[]; i: number; j: number }) {
  const y = matrix(W).apply(vector(x));
  const [target, factor] = [y.at(i), rational(at(x, j))];
  const products = paired(at(W, i), x).map(([weight, input]) => rational(weight * input));
  const known = sum(products.toSpliced(j, 1));
  const solved = (value: Rational) => value.over(factor);
  return {
    y,
    target,
    factor,
    known,
    key: solved(target.minus(known)),
    added: solved(target.plus(known)),
    undivided: target.minus(known),
    turned: solved(known.minus(target)),
    otherRow: solved(y.at(1 - i).minus(known)),
  };
}
