// Sums, multiples, transposes and entry-wise products of small vectors and matrices, and the factors of a mix found again.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  combination,
  display,
  drawMatrix,
  figure,
  generator,
  level,
  Matrix,
  math,
  matrix,
  mistake,
  paired,
  productSumWorked,
  rational,
  row,
  say,
  vector,
} from '#kit';

/** What u and v are, and whether they are added or subtracted. */
const PAIRS = [
  { sign: 1, says: say`A residual block adds its output ${math`v`} to its input ${math`u`}.` },
  { sign: 1, says: say`A transformer adds the embedding ${math`u`} of a token and the embedding ${math`v`} of its position.` },
  { sign: 1, says: say`Two examples give the gradients ${math`u`} and ${math`v`}; a batch adds them up.` },
  { sign: -1, says: say`The targets are ${math`u`}, and a model predicts ${math`v`}. You want its residuals.` },
  { sign: -1, says: say`Two customers have the feature vectors ${math`u`} and ${math`v`}. You want to see where they differ.` },
  { sign: -1, says: say`An image patch has the pixels ${math`u`}, the mean patch is ${math`v`}. You centre the patch.` },
];
/** Here and below, factors of either sign make sense. */
const MIXES = [
  say`A language model is steered along two directions ${math`u`} and ${math`v`}; a minus steers the other way.`,
  say`A weight matrix has the columns ${math`u`} and ${math`v`}; its input holds the two factors.`,
  say`A recommender adds the vectors ${math`u`} and ${math`v`} of two films to a profile, with a minus for a dislike.`,
  say`Two tasks changed the weights of a model by ${math`u`} and ${math`v`}; a minus makes it unlearn a task.`,
  say`In an image editor ${math`u`} makes a face older and ${math`v`} makes it smile; a minus does the opposite.`,
];
const TURNED = [
  say`Two tables describe the same examples. In ${math`A`} each is a row, in ${math`B`} each is a column. A score combines both.`,
  say`An edit combines two changes of the weights of a layer. One is ${math`A`}, the other is stored transposed, as ${math`B`}.`,
  say`An autoencoder uses the same weights twice, once transposed. Its gradient combines a part from each use.`,
  say`One table has users as rows (${math`A`}), the other has films as rows (${math`B`}). A linear model combines them.`,
];
/** What is multiplied, why one factor lies on its side, and whether C is added or subtracted. */
const PRODUCTS = [
  {
    sign: 1,
    says: say`A layer scales its features ${math`A`} and shifts them by ${math`C`}. The scales ${math`B`} are stored with rows and columns exchanged.`,
  },
  {
    sign: 1,
    says: say`A gradient ${math`A`} is multiplied by slopes; the gradient ${math`C`} of a skip connection is added. The slopes are stored transposed, as ${math`B`}.`,
  },
  {
    sign: -1,
    says: say`Two features of users and films are multiplied, and the means ${math`C`} are subtracted. Users are rows in ${math`A`}, but columns in ${math`B`}.`,
  },
  {
    sign: -1,
    says: say`A model predicts each target in ${math`C`} by a product. Its factors are in ${math`A`} and, transposed, in ${math`B`}. You want prediction minus target.`,
  },
];
const SOURCES = [
  say`A change ${math`w`} of a model’s weights combines the changes ${math`u`} and ${math`v`} for two tasks.`,
  say`A weight matrix with the columns ${math`u`} and ${math`v`} gives the output ${math`w`}. You look for its input.`,
  say`A centred patch ${math`w`} of a picture is put together from two patterns ${math`u`} and ${math`v`}.`,
  say`An embedding ${math`w`} is to be explained by two known directions ${math`u`} and ${math`v`}.`,
];

export default generator({
  id: 'linear-algebra/vector-matrix-arithmetic',
  version: 1,
  title: 'Adding, scaling and transposing vectors and matrices',
  bullet: 'Vectors and Matrices',
  why: 'A data point is a vector, a data set a matrix, and every update of weights is a sum of scaled vectors.',
  needs: [],
  levels: [
    level({
      says: 'the sum or difference of two vectors',
      par: 15,
      pick(rng) {
        const length = rng.int(2, 3);
        const [u, v] = [rng.ints(length, -9, 9), rng.ints(length, -9, 9)];
        const hasSigns = v.some(entry => entry < 0) && v.filter(entry => entry !== 0).length > 1;
        return hasSigns && !vector(u).isParallelTo(vector(v)) ? { u, v, scene: rng.index(PAIRS) } : undefined;
      },
      ask({ u, v, scene }) {
        const { sign, says } = at(PAIRS, scene);
        const { key, opposite, sizes, onlyFirst } = sumOf(u, v, sign);
        const asked = sign > 0 ? math`u + v` : math`u - v`;
        const entries = paired(u, v).map(([x, y]) => math`${x} ${sign > 0 ? '+' : '-'} ${bracketed(y)}`);
        return {
          statement: say`${says} Compute ${asked} for ${display(math`u = ${vector(u)},\quad v = ${vector(v)}`)}`,
          answers: [
            answer.vector({
              label: say`${math`${asked} =`}`,
              key,
              mistakes: [
                ...(sign > 0
                  ? [mistake(opposite)`You subtracted ${math`v`}. Here it is added, entry by entry.`]
                  : [
                      mistake(opposite)`You added ${math`v`}. Subtract it, entry by entry.`,
                      mistake(key.negated())`That is ${math`v - u`}. Start from ${math`u`} and take ${math`v`} away.`,
                      mistake(onlyFirst)`You subtracted in the first entry only. The minus belongs to all of ${math`v`}.`,
                    ]),
                mistake(sizes)`You left out the minus signs. A negative entry stays negative.`,
              ],
            }),
          ],
          hints: [
            say`Vectors are added and subtracted entry by entry.`,
            say`Write the two entries of a place next to each other. Put a negative one in brackets, so that no sign gets lost.`,
            say`The first entry is ${at(entries, 0)}.`,
          ],
          solution: [
            ...entries.map((entry, i) => say`Entry ${i + 1}: ${math`${entry} = ${key.at(i)}`}.`),
            say`So ${math`${asked} = ${key}`}.`,
          ],
        };
      },
      // Undo it: what remains without u is v with its sign.
      verify: ({ u, v, scene }, [key]) => key.minus(vector(u)).times(at(PAIRS, scene).sign).equals(vector(v)),
    }),

    level({
      says: 'a combination of two vectors',
      par: 30,
      pick(rng) {
        const [u, v] = [rng.ints(3, -6, 6), rng.ints(3, -6, 6)];
        const [a, b] = [rng.nonzero(-4, 4), rng.sign() * rng.int(2, 4)];
        const { key, unsigned, unscaled, together, exchanged } = mixOf(u, v, a, b);
        const isClear = (a < 0 || b < 0) && areDifferent(key, unsigned, unscaled, together, exchanged);
        return isClear && !vector(u).isParallelTo(vector(v)) ? { u, v, a, b, scene: rng.index(MIXES) } : undefined;
      },
      ask({ u, v, a, b, scene }) {
        const { key, unsigned, unscaled, together, exchanged } = mixOf(u, v, a, b);
        const asked = combination([a, b], ['u', 'v']);
        const negative = b < 0 ? math`v` : math`u`;
        return {
          statement: say`${at(MIXES, scene)} Compute ${asked} for ${display(math`u = ${vector(u)},\quad v = ${vector(v)}`)}`,
          answers: [
            answer.vector({
              label: say`${math`${asked} =`}`,
              key,
              mistakes: [
                mistake(unsigned)`You lost a minus. It belongs to the factor of ${negative}, in every entry.`,
                mistake(unscaled)`You did not scale ${math`v`}. Multiply each vector by its own factor, then add.`,
                mistake(together)`You added factors and vectors first. Each factor multiplies only its own vector.`,
                mistake(exchanged)`You gave ${math`u`} the factor of ${math`v`} and the other way round.`,
              ],
            }),
          ],
          hints: [
            say`A factor in front of a vector multiplies every entry of it.`,
            say`Go entry by entry: multiply the entry of ${math`u`} by ${a}, that of ${math`v`} by ${b}, and add the two.`,
            say`${math`u`} with its factor is ${vector(u).times(a)}.`,
          ],
          solution: [
            ...paired(u, v).map((entries, i) => say`Entry ${i + 1}: ${productSumWorked(paired([a, b], entries))}.`),
            say`So ${math`${asked} = ${key}`}.`,
          ],
        };
      },
      // Undo it: without the part along u, and divided by its factor, the rest is v.
      verify: ({ u, v, a, b }, [key]) =>
        key
          .minus(vector(u).times(a))
          .map(entry => entry.over(b))
          .equals(vector(v)),
    }),

    level({
      says: 'a combination of a matrix and a transposed one',
      par: 45,
      pick(rng) {
        const columns = rng.int(2, 3);
        const [A, B] = [drawMatrix(rng, 2, columns, -5, 5), drawMatrix(rng, columns, 2, -5, 5)];
        const [a, b] = [rng.pick([-3, -2, -1, 2, 3]), rng.sign() * rng.int(2, 3)];
        const { key, reshaped, unscaled, unsigned } = turnedMix(A, B, a, b);
        return areDifferent(key, reshaped, unscaled) && areDifferent(reshaped, unscaled, unsigned)
          ? { A, B, a, b, scene: rng.index(TURNED) }
          : undefined;
      },
      ask({ A, B, a, b, scene }) {
        const { key, reshaped, unscaled, unsigned } = turnedMix(A, B, a, b);
        const [asked, turned] = [combination([a, b], ['A', 'B^T']), matrix(B).transpose()];
        return {
          statement: say`${at(TURNED, scene)} Compute ${asked}, where the raised ${math`T`} means transposed, for ${display(math`A = ${matrix(A)},\quad B = ${matrix(B)}`)}`,
          answers: [
            answer.matrix({
              label: say`${math`${asked} =`}`,
              key,
              mistakes: [
                mistake(
                  reshaped,
                )`You read the entries of ${math`B`} in rows. In ${math`B^T`} each row of ${math`B`} stands as a column.`,
                mistake(unscaled)`You did not scale ${math`B^T`}. Multiply each of its entries by ${b}.`,
                mistake(unsigned)`You lost the minus in front of ${math`B^T`}. It belongs to every entry.`,
              ],
            }),
          ],
          hints: [
            say`Transposing turns rows into columns: entry ${math`(i, j)`} of ${math`B^T`} is entry ${math`(j, i)`} of ${math`B`}.`,
            say`Write down ${math`B^T`} first. Then scale both matrices and add what stands in the same place.`,
            say`The first row of ${math`B^T`} is ${row(turned.row(0).entries)}.`,
          ],
          solution: [
            say`The rows of ${math`B`} become columns: ${math`B^T = ${turned}`}.`,
            say`Scale: ${math`${combination([a], ['A'])} = ${matrix(A).times(a)}`} and ${math`${combination([b], ['B^T'])} = ${turned.times(b)}`}.`,
            say`Add place by place: ${math`${asked} = ${key}`}.`,
          ],
        };
      },
      // Undo it: without the part of A, and turned back, b times B is left.
      verify: ({ A, B, a, b }, [key]) => key.minus(matrix(A).times(a)).transpose().equals(matrix(B).times(b)),
    }),

    level({
      says: 'an entry-wise product with a transposed matrix',
      par: 40,
      pick(rng) {
        const [A, B, C] = [drawMatrix(rng, 2, 2, -4, 4), drawMatrix(rng, 2, 2, -4, 4), drawMatrix(rng, 2, 2, -4, 4)];
        const { key, rowsByColumns, unturned, allTurned } = gated(A, B, C, 1);
        return areDifferent(key, rowsByColumns, unturned, allTurned) ? { A, B, C, scene: rng.index(PRODUCTS) } : undefined;
      },
      ask({ A, B, C, scene }) {
        const { sign, says } = at(PRODUCTS, scene);
        const { key, rowsByColumns, unturned, allTurned, product } = gated(A, B, C, sign);
        const asked = sign > 0 ? math`A \odot B^T + C` : math`A \odot B^T - C`;
        const turned = matrix(B).transpose();
        return {
          statement: say`${says} Compute ${asked}, where ${math`\odot`} multiplies entry by entry and the raised ${math`T`} means transposed, for ${display(math`A = ${matrix(A)},\; B = ${matrix(B)},`)} ${display(math`C = ${matrix(C)}`)}`,
          answers: [
            answer.matrix({
              label: say`${math`${asked} =`}`,
              key,
              mistakes: [
                mistake(rowsByColumns)`You took rows times columns. ${math`\odot`} multiplies the two entries in the same place.`,
                mistake(unturned)`You used ${math`B`} as it stands. Turn its rows into columns first.`,
                mistake(allTurned)`You transposed the product. Only ${math`B`} is transposed, before you multiply.`,
                mistake(product)`That is ${math`A \odot B^T`}. The matrix ${math`C`} is still missing.`,
              ],
            }),
          ],
          hints: [
            say`${math`\odot`} multiplies what stands in the same place; ${math`B^T`} has the rows of ${math`B`} as columns.`,
            say`First write ${math`B^T`}, then multiply place by place, and only then ${sign > 0 ? 'add' : 'subtract'} ${math`C`}.`,
            say`${math`B^T = ${turned}`}.`,
          ],
          solution: [
            say`The rows of ${math`B`} become columns: ${math`B^T = ${turned}`}.`,
            say`Multiply place by place: ${math`A \odot B^T = ${product}`}.`,
            say`${sign > 0 ? 'Add' : 'Subtract'} ${math`C`}: ${math`${asked} = ${key}`}.`,
          ],
        };
      },
      // Matrix products only: (A ⊙ Bᵀ)r is the diagonal of A·diag(r)·B, here for a full basis of r.
      verify({ A, B, C, scene }, [key]) {
        const rest = key.minus(matrix(C).times(at(PRODUCTS, scene).sign));
        return [0, 1].every(j => {
          const scaled = matrix(A)
            .times(Matrix.diagonal(1 - j, j))
            .times(matrix(B));
          return [0, 1].every(i => rest.at(i, j).equals(scaled.at(i, i)));
        });
      },
    }),

    level({
      says: 'reversed: the two factors of a combination',
      par: 60,
      pick(rng) {
        const two = (most: number) => [rng.nonzero(-most, most), rng.nonzero(-most, most)];
        const [u, v, [x = 0, y = 0]] = [two(5), two(5), two(4)];
        const w = paired(u, v).map(([first, second]) => x * first + y * second);
        const isKind = Math.abs(crossed(u, v)) > 1 && w.every(entry => Math.abs(entry) <= 12);
        return isKind && x !== y ? { u, v, w, scene: rng.index(SOURCES) } : undefined;
      },
      ask({ u, v, w, scene }) {
        const area = crossed(u, v);
        const [x, y] = [rational(crossed(w, v), area), rational(crossed(u, w), area)];
        const [[u1 = 0, u2 = 0], [v1 = 0, v2 = 0], [w1 = 0, w2 = 0]] = [u, v, w];
        const byRows = [rational(w1 * v2 - w2 * u2, area), rational(w2 * u1 - w1 * v1, area)] as const;
        const equations = say`${math`${combination([u1, v1], ['x', 'y'])} = ${w1}`} and ${math`${combination([u2, v2], ['x', 'y'])} = ${w2}`}`;
        const withoutY = math`${combination([area], ['x'])} = ${crossed(w, v)}`;
        const withX = math`${combination([v1], ['y'])} = ${w1} - ${bracketed(u1)} \cdot ${bracketed(x)} = ${x.times(-u1).plus(w1)}`;
        return {
          statement: say`${at(SOURCES, scene)} Find the numbers ${math`x`} and ${math`y`} with ${math`x u + y v = w`} for ${display(math`u = ${vector(u)},\; v = ${vector(v)},\; w = ${vector(w)}`)}`,
          figures: [
            figure.plane({
              axes: ['entry 1', 'entry 2'],
              vectors: [
                { to: u, label: 'u' },
                { to: v, label: 'v', tone: 2 },
                { to: w, label: 'w', tone: 3 },
              ],
            }),
          ],
          answers: [
            answer.number({
              label: say`${math`x =`}`,
              key: x,
              mistakes: [mistake(x.negated())`The sign of ${math`x`} is flipped. Put both numbers back into the first entry.`],
            }),
            answer.number({
              label: say`${math`y =`}`,
              key: y,
              mistakes: [mistake(y.negated())`The sign of ${math`y`} is flipped. Put both numbers back into the first entry.`],
            }),
          ],
          jointMistakes: [
            { wrong: [y, x], says: say`The two are swapped: ${math`x`} is the factor of ${math`u`}.` },
            {
              wrong: byRows,
              says: say`You made an equation of each vector. Make one of the first entries and one of the second entries.`,
            },
          ],
          hints: [
            say`Two vectors are equal when they agree in every entry.`,
            say`Each entry gives one equation for ${math`x`} and ${math`y`}. Multiply them so that the terms with ${math`y`} agree, then subtract.`,
            say`The equations are ${equations}.`,
          ],
          solution: [
            say`The two entries say ${equations}.`,
            say`Multiply the first by ${v2}, the second by ${v1}, and subtract: ${withoutY}, so ${math`x = ${x}`}.`,
            say`Put it into the first: ${withX}, so ${math`y = ${y}`}.`,
          ],
        };
      },
      // Put back.
      verify: ({ u, v, w }, [x, y]) => vector(u).times(x).plus(vector(v).times(y)).equals(vector(w)),
    }),
  ],
});

function sumOf(u: number[], v: number[], sign: number) {
  const [first, second] = [vector(u), vector(v).times(sign)];
  const key = first.plus(second);
  const opposite = first.minus(second);
  const sizes = first.map(x => x.abs()).plus(vector(v).map(x => x.abs().times(sign)));
  return { key, opposite, sizes, onlyFirst: opposite.map((entry, i) => (i === 0 ? key.at(0) : entry)) };
}

function mixOf(u: number[], v: number[], a: number, b: number) {
  const combined = (p: number, q: number) => vector(u).times(p).plus(vector(v).times(q));
  return {
    key: combined(a, b),
    unsigned: b < 0 ? combined(a, -b) : combined(-a, b),
    unscaled: combined(a, Math.sign(b)),
    together: combined(1, 1).times(a + b),
    exchanged: combined(b, a),
  };
}

function turnedMix(A: number[][], B: number[][], a: number, b: number) {
  const [first, turned, inOrder] = [matrix(A).times(a), matrix(B).transpose(), B.flat()];
  const read = Matrix.build(2, turned.columns, (i, j) => at(inOrder, i * turned.columns + j));
  return {
    key: first.plus(turned.times(b)),
    reshaped: first.plus(read.times(b)),
    unscaled: first.plus(turned.times(Math.sign(b))),
    unsigned: first.plus(turned.times(Math.abs(b))),
  };
}

function gated(A: number[][], B: number[][], C: number[][], sign: number) {
  const [first, second, rest] = [matrix(A), matrix(B), matrix(C).times(sign)];
  const product = first.hadamard(second.transpose());
  return {
    product,
    key: product.plus(rest),
    rowsByColumns: first.times(second.transpose()).plus(rest),
    unturned: first.hadamard(second).plus(rest),
    allTurned: first.hadamard(second).transpose().plus(rest),
  };
}

/** The determinant with columns a and b. */
function crossed([a1 = 0, a2 = 0]: number[], [b1 = 0, b2 = 0]: number[]) {
  return a1 * b2 - a2 * b1;
}
