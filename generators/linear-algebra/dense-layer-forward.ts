// Forward passes by hand: one neuron, a layer, a small network, a batch and a residual block, all with ReLU.
import {
  answer,
  areDifferent,
  at,
  display,
  drawMatrix,
  type Formula,
  generator,
  level,
  Matrix,
  math,
  matrix,
  mistake,
  paired,
  productSum,
  productSumWorked,
  type Rational,
  row,
  say,
  signed,
  tuples,
  type Vector,
  vector,
  ZERO,
} from '#kit';

const NEURONS = [
  say`A neuron of a network gets the input ${math`x`}.`,
  say`A hidden unit of a spam filter looks at a message with the features ${math`x`}.`,
  say`A unit that looks for edges gets an image patch ${math`x`}.`,
  say`A neuron of a robot reads its sensors ${math`x`}.`,
  say`A hidden unit of a recommender gets the profile ${math`x`}.`,
];
const LAYERS = [
  say`A hidden layer has two units.`,
  say`The first layer of a network makes two features from ${math`x`}.`,
  say`An encoder turns ${math`x`} into a code with two entries.`,
  say`A layer of a digit classifier has two units.`,
  say`A policy network begins with two hidden units.`,
];
const NETWORKS = [
  say`A small network predicts a price change.`,
  say`A network estimates how much a move is worth.`,
  say`A network with two hidden units computes a score.`,
  say`A small regression network has two hidden units.`,
  say`A network predicts by how much it gets warmer.`,
];
const BATCHES = [
  say`A layer gets a batch of two samples, the rows of ${math`X`}.`,
  say`Two sentences, the rows of ${math`X`}, go through one layer.`,
  say`Two images, the rows of ${math`X`}, are encoded at once.`,
  say`Two tokens, the rows of ${math`X`}, pass the same layer of a transformer.`,
];
const BLOCKS = [
  say`A residual block adds what it has learned to its input ${math`x`}.`,
  say`A skip connection leads ${math`x`} around two layers.`,
  say`The feed-forward part of a transformer adds its output to its input ${math`x`}.`,
  say`A block of a residual network adds a correction to its input ${math`x`}.`,
];
const RELU = math`\operatorname{ReLU}(z) = \max(0, z)`;

export default generator({
  id: 'linear-algebra/dense-layer-forward',
  version: 1,
  title: 'Forward pass through dense layers',
  bullet: 'Matrix Multiplication',
  why: 'This is what a neural network computes: a matrix, a bias and ReLU, layer after layer.',
  needs: ['linear-algebra/matrix-vector-product'],
  levels: [
    level({
      says: 'one neuron with ReLU',
      par: 30,
      pick(rng) {
        const inputs = rng.int(2, 3);
        const [w, x, b] = [rng.ints(inputs, -4, 4), rng.ints(inputs, -4, 4), rng.nonzero(-4, 4)];
        const { z, sizes, minusBias, withoutBias } = neuron({ w, x, b });
        const isFull = w.every(Boolean) && x.filter(Boolean).length > 1 && !z.isZero();
        return isFull && areDifferent(z, sizes, minusBias, withoutBias) ? { w, x, b, scene: rng.index(NEURONS) } : undefined;
      },
      ask(given) {
        const { w, x, b, scene } = given;
        const { z, a, sizes, minusBias, withoutBias } = neuron(given);
        const products = productSum(paired(w, x));
        return {
          statement: say`${at(NEURONS, scene)} The weights are ${math`w`}, the bias is ${math`b`}. Compute ${math`z = w \cdot x + b`} and the output ${math`a = \operatorname{ReLU}(z) = \max(0, z)`} for ${math`b = ${b}`} and ${display(math`w = ${vector(w)},\quad x = ${vector(x)}`)}`,
          answers: [
            answer.number({
              label: say`${math`z =`}`,
              key: z,
              mistakes: [
                mistake(withoutBias)`You left out the bias. Add ${math`b`} once, at the end.`,
                mistake(minusBias)`You subtracted the bias. It is added with its own sign.`,
                mistake(sizes, 'linear-algebra/dot-product')`You added the sizes of the products. Keep the sign of each one.`,
              ],
            }),
            answer.number({
              label: say`${math`a =`}`,
              key: a,
              mistakes: [
                z.sign() < 0
                  ? mistake(z)`That is ${math`z`}. ReLU turns a negative number into 0.`
                  : mistake(ZERO)`ReLU keeps a positive number as it is.`,
                mistake(z.abs())`ReLU turns a negative number into 0, not into its size.`,
                mistake(relu(withoutBias).plus(b))`You applied ReLU before the bias. Add the bias first.`,
                mistake(relu(withoutBias))`You left out the bias. It belongs inside ReLU.`,
              ],
            }),
          ],
          hints: [
            say`${math`w \cdot x`} adds the products in pairs. ReLU keeps a positive number and turns a negative one into 0.`,
            say`First ${math`w \cdot x`}, then add the bias, and only then compare with 0.`,
            say`Before the bias there is ${products}.`,
          ],
          solution: [
            say`Weighted sum and bias: ${math`z = ${products} ${signed(b)} = ${z}`}.`,
            say`This is ${z.sign() < 0 ? 'negative' : 'positive'}, so ${math`a = \max(0, ${z}) = ${a}`}.`,
          ],
        };
      },
      // The bias as a weight of an input 1; then what makes a the ReLU of it.
      verify: ({ w, x, b }, [z, a]) => z.equals(vector([...w, b]).dot(vector([...x, 1]))) && isReluOf(a, z),
    }),

    level({
      says: 'a layer of two units',
      par: 40,
      pick(rng) {
        const given = { W: drawMatrix(rng, 2, 2, -4, 4), x: twoOf(rng.nonzero), b: twoOf(rng.nonzero) };
        if (!isHalfOn(given)) return undefined;
        const { h, early, withoutBias } = layer(given);
        return areDifferent(h, early, withoutBias, downColumns(given)) ? { ...given, scene: rng.index(LAYERS) } : undefined;
      },
      ask(given) {
        const { W, x, b, scene } = given;
        const { z, h, early, withoutBias } = layer(given);
        return {
          statement: say`${at(LAYERS, scene)} Compute ${math`h = \operatorname{ReLU}(W x + b)`}, where ${RELU} in each entry, for the input ${math`x = ${row(x)}`}, the bias ${math`b = ${row(b)}`} and the weights ${display(math`W = ${matrix(W)}`)}`,
          answers: [
            answer.vector({
              label: say`${math`h =`}`,
              key: h,
              mistakes: [
                mistake(z)`You left out ReLU. Negative entries become 0.`,
                mistake(z.map(entry => entry.abs()))`ReLU turns a negative entry into 0, not into its size.`,
                mistake(early)`You applied ReLU before the bias. Add the bias first.`,
                mistake(withoutBias)`You left out the bias. Add it before ReLU.`,
                mistake(
                  downColumns(given),
                  'linear-algebra/matrix-vector-product',
                )`You went down the columns of ${math`W`}. Row ${math`i`} gives entry ${math`i`}.`,
              ],
            }),
          ],
          hints: [
            say`A layer multiplies by ${math`W`}, adds the bias, and then applies ReLU to each entry.`,
            say`Take each row of ${math`W`} times ${math`x`} and add its bias. Turn what is negative into 0, last of all.`,
            say`The first row with its bias is ${at(rowsOf(given), 0)}.`,
          ],
          solution: [...worked(given, z), say`ReLU turns what is negative into 0: ${math`h = ${row(h.entries)}`}.`],
        };
      },
      verify: ({ W, x, b }, [h]) => {
        const z = affine(W, b).apply(vector([...x, 1]));
        return h.length === 2 && h.entries.every((entry, i) => isReluOf(entry, z.at(i)));
      },
    }),

    level({
      says: 'a network with two hidden units',
      par: 60,
      pick(rng) {
        const first = { W: drawMatrix(rng, 2, 2, -4, 4), x: twoOf(rng.nonzero), b: twoOf(rng.nonzero) };
        const given = { ...first, v: twoOf(rng.nonzero), c: rng.nonzero(-4, 4) };
        if (!isHalfOn(given)) return undefined;
        const { y, unbent, early, sizes, withoutLast } = network(given);
        return areDifferent(y, unbent, early, sizes, withoutLast) ? { ...given, scene: rng.index(NETWORKS) } : undefined;
      },
      ask(given) {
        const { W, x, b, v, c, scene } = given;
        const { z, h, y, unbent, early, sizes, withoutLast } = network(given);
        return {
          statement: say`${at(NETWORKS, scene)} Its hidden layer is ${math`h = \operatorname{ReLU}(W x + b)`}, its output ${math`y = v \cdot h + c`}, where ${RELU} in each entry. Find ${math`y`} for ${math`x = ${row(x)}`}, ${math`b = ${row(b)}`}, ${math`v = ${row(v)}`}, ${math`c = ${c}`} and ${display(math`W = ${matrix(W)}`)}`,
          answers: [
            answer.number({
              label: say`${math`y =`}`,
              key: y,
              mistakes: [
                mistake(unbent)`You left out ReLU. A negative hidden entry becomes 0 before the output.`,
                mistake(early)`You applied ReLU before the bias ${math`b`}. Add the bias first.`,
                mistake(sizes)`ReLU turns a negative entry into 0, not into its size.`,
                mistake(withoutLast)`You left out ${math`c`}. The output has a bias too.`,
                mistake(relu(y))`There is no ReLU at the output. It may be negative.`,
              ],
            }),
          ],
          hints: [
            say`A forward pass goes layer by layer: weights, bias, ReLU, then the output with its own weights and bias.`,
            say`Find the two entries of ${math`W x + b`} and turn what is negative into 0. Then ${math`v \cdot h + c`}, without ReLU.`,
            say`The first row with its bias is ${at(rowsOf(given), 0)}.`,
          ],
          solution: [
            ...worked(given, z),
            say`ReLU: ${math`h = ${row(h.entries)}`}.`,
            say`Output: ${math`y = ${productSum(paired(v, h.entries))} ${signed(c)} = ${y}`}.`,
          ],
        };
      },
      verify: ({ W, x, b, v, c }, [y]) =>
        throughPieces(W, b, matrix([[...v, c]]), x)
          .at(0)
          .equals(y),
    }),

    level({
      says: 'a batch of two samples',
      par: 75,
      pick(rng) {
        const given = { X: drawMatrix(rng, 2, 2, -4, 4), W: drawMatrix(rng, 2, 2, -4, 4), b: twoOf(rng.nonzero) };
        const { Z, H, down, turned, exchanged, onlyFirst } = batch(given);
        const signs = Z.entries.flat().map(entry => entry.sign());
        const isMixed = !signs.includes(0) && areDifferent(Math.min(...signs), Math.max(...signs));
        return isMixed && areDifferent(H, down, turned, exchanged, onlyFirst)
          ? { ...given, scene: rng.index(BATCHES) }
          : undefined;
      },
      ask(given) {
        const { X, W, b, scene } = given;
        const { XW, Z, H, down, turned, exchanged, onlyFirst } = batch(given);
        const pairs = (i: number, j: number) => paired(matrix(X).row(i).entries, matrix(W).column(j).entries);
        return {
          statement: say`${at(BATCHES, scene)} Compute ${math`H = \operatorname{ReLU}(X W + b)`}, where the bias ${math`b = ${row(b)}`} is added to each row and ${RELU} acts on each entry, for ${display(math`X = ${matrix(X)},\quad W = ${matrix(W)}`)}`,
          answers: [
            answer.matrix({
              label: say`${math`H =`}`,
              key: H,
              mistakes: [
                mistake(Z)`You left out ReLU. Negative entries become 0.`,
                mistake(down)`You gave each sample one bias. Each column is a unit with its own bias.`,
                mistake(onlyFirst)`You added the bias to the first row only. Each sample gets it.`,
                mistake(turned)`You took rows of ${math`X`} times rows of ${math`W`}. Take columns of ${math`W`}.`,
                mistake(exchanged)`You multiplied ${math`W X`}. The samples are rows, so ${math`X`} comes first.`,
              ],
            }),
          ],
          hints: [
            say`Row ${math`i`} of ${math`X W`} is what sample ${math`i`} gives; each column belongs to one unit and its bias.`,
            say`Multiply rows of ${math`X`} by columns of ${math`W`}. Add ${math`b`} to both rows, then turn what is negative into 0.`,
            say`The first entry of ${math`X W`} is ${productSum(pairs(0, 0))}.`,
          ],
          solution: [
            ...[0, 1].map(
              i => say`Row ${i + 1} of ${math`X W`}: ${productSumWorked(pairs(i, 0))} and ${productSumWorked(pairs(i, 1))}.`,
            ),
            say`Add the bias to each row of ${math`X W = ${XW}`}: ${math`X W + b = ${Z}`}.`,
            say`ReLU turns what is negative into 0: ${math`H = ${H}`}.`,
          ],
        };
      },
      // Sample by sample as a column, with the bias inside one matrix, against what makes an entry the ReLU.
      verify({ X, W, b }, [H]) {
        const M = affine(matrix(W).transpose().entries, b);
        const samples = X.map(sample => M.apply(vector([...sample, 1])));
        const fits = samples.every((z, i) => [0, 1].every(j => isReluOf(H.at(i, j), z.at(j))));
        return H.rows === 2 && H.columns === 2 && fits;
      },
    }),

    level({
      says: 'a residual block',
      par: 75,
      pick(rng) {
        const first = { W: drawMatrix(rng, 2, 2, -3, 3), x: twoOf(rng.nonzero), b: twoOf(rng.nonzero) };
        const given = { ...first, V: drawMatrix(rng, 2, 2, -3, 3) };
        if (!isHalfOn(given)) return undefined;
        const { y, withoutSkip, unbent, early, inside } = block(given);
        return areDifferent(y, withoutSkip, unbent, early, inside) ? { ...given, scene: rng.index(BLOCKS) } : undefined;
      },
      ask(given) {
        const { W, x, b, V, scene } = given;
        const { z, h, y, withoutSkip, unbent, early, inside, bent } = block(given);
        const outputs = V.map(weights => productSumWorked(paired(weights, h.entries)));
        return {
          statement: say`${at(BLOCKS, scene)} Compute ${math`y = x + V \operatorname{ReLU}(W x + b)`}, where ${RELU} in each entry, for ${math`x = ${row(x)}`}, ${math`b = ${row(b)}`} and ${display(math`W = ${matrix(W)},\quad V = ${matrix(V)}`)}`,
          answers: [
            answer.vector({
              label: say`${math`y =`}`,
              key: y,
              mistakes: [
                mistake(withoutSkip)`The input is missing. Add ${math`x`} at the end.`,
                mistake(unbent)`You left out ReLU. Negative entries become 0 before ${math`V`}.`,
                mistake(early)`You applied ReLU before the bias. Add the bias first.`,
                mistake(inside)`You added ${math`x`} before ${math`V`}. It is added at the end, unchanged.`,
                mistake(bent)`There is no ReLU at the end. Entries of ${math`y`} may be negative.`,
              ],
            }),
          ],
          hints: [
            say`Work from the inside: weights and bias, ReLU in each entry, then ${math`V`}. The input is added last.`,
            say`Find ${math`h = \operatorname{ReLU}(W x + b)`}, then ${math`V h`}, and add ${math`x`} entry by entry.`,
            say`The first row of ${math`W`} with its bias is ${at(rowsOf(given), 0)}.`,
          ],
          solution: [
            ...worked(given, z),
            say`ReLU: ${math`h = ${row(h.entries)}`}.`,
            say`Rows of ${math`V`} times ${math`h`}: ${at(outputs, 0)} and ${at(outputs, 1)}.`,
            say`Add the input: ${math`y = ${row(x)} + ${row(withoutSkip.entries)} = ${row(y.entries)}`}.`,
          ],
        };
      },
      verify: ({ W, x, b, V }, [y]) =>
        throughPieces(
          W,
          b,
          Matrix.build(2, 3, (i, j) => (j < 2 ? at(at(V, i), j) : 0)),
          x,
        )
          .plus(vector(x))
          .equals(y),
    }),
  ],
});

function relu(z: Rational): Rational {
  return z.sign() > 0 ? z : ZERO;
}

function twoOf(draw: (low: number, high: number) => number): number[] {
  return [draw(-4, 4), draw(-4, 4)];
}

/** Whether one of two units is on and the other off, neither at the edge or far from it. */
function isHalfOn({ W, x, b }: Layer): boolean {
  const [p = 0, q = 0] = W.map((weights, i) => weights.reduce((total, weight, j) => total + weight * at(x, j), at(b, i)));
  return p * q < 0 && Math.abs(p) < 15 && Math.abs(q) < 15;
}

function neuron({ w, x, b }: { w: number[]; x: number[]; b: number }) {
  const withoutBias = vector(w).dot(vector(x));
  const z = withoutBias.plus(b);
  const sizes = vector(w.map(Math.abs))
    .dot(vector(x.map(Math.abs)))
    .plus(b);
  return { z, a: relu(z), withoutBias, minusBias: withoutBias.minus(b), sizes };
}

type Layer = { W: number[][]; x: number[]; b: number[] };

function layer({ W, x, b }: Layer) {
  const [product, bias] = [matrix(W).apply(vector(x)), vector(b)];
  const z = product.plus(bias);
  return {
    z,
    h: z.map(relu),
    early: product.map(relu).plus(bias),
    withoutBias: product.map(relu),
  };
}

function downColumns({ W, x, b }: Layer): Vector {
  return matrix(W).transpose().apply(vector(x)).plus(vector(b)).map(relu);
}

function network(given: Layer & { v: number[]; c: number }) {
  const { z, h, early } = layer(given);
  const output = (hidden: Vector) => vector(given.v).dot(hidden).plus(given.c);
  return {
    z,
    h,
    y: output(h),
    unbent: output(z),
    early: output(early),
    sizes: output(z.map(entry => entry.abs())),
    withoutLast: output(h).minus(given.c),
  };
}

function batch({ X, W, b }: { X: number[][]; W: number[][]; b: number[] }) {
  const [A, B] = [matrix(X), matrix(W)];
  const XW = A.times(B);
  const Z = XW.map((entry, _, j) => entry.plus(at(b, j)));
  const finished = (product: Matrix) => product.map((entry, _, j) => relu(entry.plus(at(b, j))));
  return {
    XW,
    Z,
    H: finished(XW),
    down: XW.map((entry, i) => relu(entry.plus(at(b, i)))),
    onlyFirst: XW.map((entry, i, j) => relu(i === 0 ? entry.plus(at(b, j)) : entry)),
    turned: finished(A.times(B.transpose())),
    exchanged: finished(B.times(A)),
  };
}

function block(given: Layer & { V: number[][] }) {
  const { z, h, early } = layer(given);
  const [V, x] = [matrix(given.V), vector(given.x)];
  const y = V.apply(h).plus(x);
  return {
    z,
    h,
    y,
    withoutSkip: V.apply(h),
    unbent: V.apply(z).plus(x),
    early: V.apply(early).plus(x),
    inside: V.apply(h.plus(x)),
    bent: y.map(relu),
  };
}

/** The rows of Wx + b, written out. */
function rowsOf({ W, x, b }: Layer): Formula[] {
  return W.map((weights, i) => math`${productSum(paired(weights, x))} ${signed(at(b, i))}`);
}

function worked(given: Layer, z: Vector) {
  return rowsOf(given).map((products, i) => say`Row ${i + 1}: ${math`${products} = ${z.at(i)}`}.`);
}

/** Weights and bias as one matrix, for inputs with a 1 at their end. */
function affine(W: readonly (readonly (number | Rational)[])[], b: number[]): Matrix {
  return matrix(W.map((weights, i) => [...weights, at(b, i)]));
}

/** ReLU by what it is: the number that is at least 0, at least z, and equal to one of the two. */
function isReluOf(a: Rational, z: Rational): boolean {
  return a.sign() >= 0 && a.compare(z) >= 0 && a.times(a.minus(z)).isZero();
}

/** A network is affine on each piece: the matrix of the one piece, of four, that holds x, multiplied out and applied. */
function throughPieces(W: number[][], b: number[], last: Matrix, x: number[]): Vector {
  const input = vector([...x, 1]);
  const first = affine([...W, [0, 0]], [...b, 1]);
  const z = first.apply(input);
  const masks = [...tuples([0, 1], 2)].map(mask => Matrix.diagonal(...mask, 1));
  const pieces = masks.filter(mask =>
    mask.apply(z).entries.every((entry, i) => entry.sign() >= 0 && entry.compare(z.at(i)) >= 0),
  );
  return last.times(at(pieces, 0)).times(first).apply(input);
}
