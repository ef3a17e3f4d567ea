// Shapes without numbers inside: which products are defined, what a layer and its gradient look like, parameters, and cost.
import {
  answer,
  areDifferent,
  at,
  type Formula,
  generator,
  level,
  list,
  Matrix,
  math,
  mistake,
  paired,
  permutations,
  productSum,
  rational,
  say,
  signedSum,
  tex,
  Vector,
  vector,
} from '#kit';

type Shape = [rows: number, columns: number];
/** A product of the three matrices: their places in order, and which of them are transposed. */
type Product = { order: number[]; turned: number[] };

const MEETINGS = [
  { A: 'X', B: 'W', says: say`The data ${math`X`} meet the weights ${math`W`} of a layer.` },
  { A: 'A', B: 'H', says: say`The code of a graph network multiplies ${math`A`} and ${math`H`}.` },
  { A: 'U', B: 'V', says: say`A compressed layer is stored as two factors ${math`U`} and ${math`V`}.` },
  { A: 'J', B: 'K', says: say`The Jacobians ${math`J`} and ${math`K`} of two steps are chained.` },
  { A: 'E', B: 'P', says: say`The embeddings ${math`E`} are projected by ${math`P`}.` },
];
const CODES = [
  say`Code for a model breaks with a shape error.`,
  say`You merge a chain of three linear layers.`,
  say`A gradient is a product of three matrices.`,
  say`You read the code of an attention head.`,
];
/** What a row of X is, and what stands in it. */
const BATCHES = [
  { rows: 'sentences', columns: 'features each' },
  { rows: 'images', columns: 'colour features each' },
  { rows: 'customers', columns: 'features each' },
  { rows: 'tokens', columns: 'embedding entries each' },
  { rows: 'sensor readings', columns: 'channels each' },
];
/** Whether the last layer has a bias. */
const NETWORKS = [
  { isFull: true, says: 'Each hidden and each output unit of a dense network has a bias.' },
  { isFull: true, says: 'An encoder is made of dense layers with biases.' },
  { isFull: true, says: 'A digit classifier has dense layers, each with weights and biases.' },
  { isFull: false, says: 'A dense network has biases, except in its last layer.' },
  { isFull: false, says: 'A value network has dense layers. Only the last one has no biases.' },
];
const CHAINS = [
  { names: ['X', 'U', 'V'], says: say`A batch ${math`X`} passes a layer that is stored as ${math`U V`}.` },
  { names: ['A', 'B', 'C'], says: say`A compressed layer is stored as the product ${math`A B C`}.` },
  { names: ['J', 'K', 'L'], says: say`The chain rule multiplies the Jacobians ${math`J`}, ${math`K`} and ${math`L`}.` },
  { names: ['P', 'E', 'M'], says: say`Embeddings ${math`E`} are mixed by ${math`P`} and projected by ${math`M`}.` },
] as const;

const NAMES = ['A', 'B', 'C'];

export default generator({
  id: 'linear-algebra/shape-reasoning',
  version: 1,
  title: 'Shapes, parameter counts and cost',
  bullet: 'Matrix Multiplication',
  why: 'Most bugs in deep-learning code are shape errors, and shapes tell how large and how costly a model is.',
  needs: ['linear-algebra/matrix-product'],
  levels: [
    level({
      says: 'which of AB and BA is defined, and its shape',
      par: 25,
      pick(rng) {
        const [inner = 0, rows = 0, columns = 0] = rng.sample([2, 3, 4, 5, 6, 7, 8, 9], 3);
        return { inner, rows, columns, isTurned: rng.int(0, 1) === 1, scene: rng.index(MEETINGS) };
      },
      ask({ inner, rows, columns, isTurned, scene }) {
        const { A, B, says } = at(MEETINGS, scene);
        const [left, right] = isTurned ? [B, A] : [A, B];
        const orders = [[A, B] as const, [B, A] as const];
        const first: Shape = [rows, inner];
        const second: Shape = [inner, columns];
        const [ofA, ofB] = isTurned ? [second, first] : [first, second];
        return {
          statement: say`${says} ${math`${A}`} is ${sized(ofA)} and ${math`${B}`} is ${sized(ofB)}. Only one of ${math`${A} ${B}`} and ${math`${B} ${A}`} is defined. Which one is it, and what is its shape? Give the shape as (rows, columns).`,
          answers: [
            answer.choice({
              label: say`Defined:`,
              key: idOfPair(left, right),
              options: orders.map(([first, second]) => ({ id: idOfPair(first, second), text: say`${math`${first} ${second}`}` })),
              mistakes: [
                mistake(idOfPair(right, left))`There ${columns} columns meet ${rows} rows. These two sizes have to agree.`,
              ],
            }),
            answer.vector({
              label: say`Shape:`,
              key: vector([rows, columns]),
              mistakes: [
                mistake(
                  vector([columns, rows]),
                )`The two sizes are swapped. Rows come from the left factor, columns from the right one.`,
                mistake(vector([inner, inner]))`That is the size that disappears. What is left are the two outer sizes.`,
                mistake(vector(first))`That is the shape of ${math`${left}`}. The columns come from the right factor.`,
                mistake(vector(second))`That is the shape of ${math`${right}`}. The rows come from the left factor.`,
              ],
            }),
          ],
          hints: [
            say`A product is defined when the left factor has as many columns as the right one has rows.`,
            say`Write both shapes next to each other, in both orders. The two inner sizes have to agree; the two outer ones are the shape.`,
            say`In the order ${math`${A} ${B}`} the shapes are ${sized(ofA)} and ${sized(ofB)}.`,
          ],
          solution: [
            say`In ${math`${left} ${right}`} the shapes are ${sized(first)} and ${sized(second)}: the inner sizes agree.`,
            say`In ${math`${right} ${left}`} they are ${sized(second)} and ${sized(first)}: ${columns} is not ${rows}.`,
            say`The outer sizes remain: ${math`${left} ${right}`} has the shape ${math`(${rows}, ${columns})`}.`,
          ],
        };
      },
      // A vector runs through both factors, once from the right and once, transposed, from the left.
      verify({ inner, rows, columns, isTurned, scene }, [name, shape]) {
        const { A, B } = at(MEETINGS, scene);
        const [left, right] = [Matrix.zero(rows, inner), Matrix.zero(inner, columns)];
        const down = left.apply(right.apply(Vector.zero(columns)));
        const across = right.transpose().apply(left.transpose().apply(Vector.zero(rows)));
        return name === (isTurned ? idOfPair(B, A) : idOfPair(A, B)) && shape.equals(vector([down.length, across.length]));
      },
    }),

    level({
      says: 'products of three matrices with transposes',
      par: 60,
      pick(rng) {
        const [p = 0, q = 0, r = 0] = rng.sample([2, 3, 4, 5, 6, 7, 8, 9], 3);
        const turnedRound = (shape: Shape): Shape => (rng.int(0, 1) ? shape : [shape[1], shape[0]]);
        const shapes = [turnedRound([p, q]), turnedRound([q, r]), turnedRound([r, p])];
        const broken = rng.int(1, 3);
        const products = rng.sample([...permutations([0, 1, 2])], 4).map((order, n) => {
          const turned = fitting(shapes, order);
          const place = rng.int(0, 2);
          return { order, turned: n < broken ? turned.with(place, 1 - at(turned, place)) : turned };
        });
        return { shapes, products: rng.shuffle(products), scene: rng.index(CODES) };
      },
      ask({ shapes, products, scene }) {
        const all = products.map(product => ({ id: idOf(product), sizes: shapesIn(shapes, product), product }));
        const where = (test: (one: (typeof all)[number]) => boolean) => all.filter(test).map(({ id }) => id);
        const key = where(({ sizes }) => meet(sizes));
        const untouched = where(({ product }) => meet(product.order.map(place => at(shapes, place))));
        const [front, back] = [where(({ sizes }) => meet(sizes.slice(0, 2))), where(({ sizes }) => meet(sizes.slice(1)))];
        const given = list(paired(NAMES, shapes).map(([name, shape]) => math`${name} \colon ${sized(shape)}`));
        return {
          statement: say`${at(CODES, scene)} The matrices have the shapes ${given}. Choose all products that are defined; the raised ${math`T`} means transposed.`,
          answers: [
            answer.several({
              key,
              options: all.map(({ id, product }) => ({ id, text: say`${written(product)}` })),
              mistakes: [
                mistake(untouched)`You left the transposes aside. A transposed matrix has rows and columns swapped.`,
                mistake(front)`You checked the first two factors only. The last two have to fit as well.`,
                mistake(back)`You checked the last two factors only. The first two have to fit as well.`,
                mistake(where(({ sizes }) => !meet(sizes)))`You chose the ones that are not defined.`,
                mistake(all.map(({ id }) => id))`You took all of them. Compare the inner sizes of each one.`,
              ].filter(({ wrong }) => wrong.length > 0),
            }),
          ],
          hints: [
            say`Two neighbours fit when the left one has as many columns as the right one has rows. Transposing swaps rows and columns.`,
            say`Write the shapes of each product in a row, swapped where there is a ${math`T`}. Sizes that meet have to agree.`,
            say`The first product has the shapes ${list(at(all, 0).sizes.map(sized))}.`,
          ],
          solution: all.map(({ sizes, product }) => {
            const verdict = meet(sizes)
              ? 'all sizes that meet agree, so it is defined'
              : 'two sizes that meet differ, so it is not defined';
            return say`${written(product)} has the shapes ${list(sizes.map(sized))}: ${verdict}.`;
          }),
        };
      },
      // A vector of zeros runs through arrays of zeros from the right; sizes 1, 2 and 3 stand for the three.
      verify({ shapes, products }, [ids]) {
        const known = [...new Set(shapes.flat())];
        const small = shapes.map(([rows, columns]): Shape => [1 + known.indexOf(rows), 1 + known.indexOf(columns)]);
        const runs = products.filter(({ order, turned }) => {
          const arrays = order.map(place => Matrix.zero(...at(small, place)));
          const factors = arrays.map((M, n) => (at(turned, n) ? M.transpose() : M));
          const pass = (v: Vector | undefined, M: Matrix) => (v?.length === M.columns ? M.apply(v) : undefined);
          return factors.reduceRight(pass, Vector.zero(at(factors, 2).columns)) !== undefined;
        });
        return ids.length === runs.length && runs.every(product => ids.includes(idOf(product)));
      },
    }),

    level({
      says: 'the shapes of a layer’s output and of its gradient',
      par: 30,
      pick(rng) {
        const [inputs = 0, units = 0] = rng.sample([2, 3, 4, 5, 6, 8, 10, 12], 2);
        return {
          samples: rng.pick([16, 20, 32, 50, 64]),
          inputs,
          units,
          of: rng.pick(['W', 'W', 'X']),
          scene: rng.index(BATCHES),
        };
      },
      ask({ samples, inputs, units, of, scene }) {
        const { rows, columns } = at(BATCHES, scene);
        const [Y, X, W] = [vector([samples, units]), vector([samples, inputs]), vector([inputs, units])];
        const [key, other] = of === 'W' ? [W, X] : [X, W];
        const otherName = of === 'W' ? 'X' : 'W';
        return {
          statement: say`The rows of ${math`X`} are ${samples} ${rows} with ${inputs} ${columns}. A layer with ${units} units computes ${math`Y = X W + b`}. Find the shapes of ${math`Y`} and of the gradient of the loss with respect to ${math`${of}`}, each as (rows, columns).`,
          answers: [
            answer.vector({
              label: say`${math`Y`}:`,
              key: Y,
              mistakes: [
                mistake(vector([units, samples]))`The two sizes are swapped: each of the ${samples} ${rows} is a row.`,
                mistake(X)`That is the shape of ${math`X`}. Each unit gives ${math`Y`} a column.`,
                mistake(W)`That is the shape of ${math`W`}. ${math`Y`} has a row for each row of ${math`X`}.`,
              ],
            }),
            answer.vector({
              label: say`Gradient:`,
              key,
              mistakes: [
                mistake(
                  vector(key.entries.toReversed()),
                )`The two sizes are swapped. The gradient has the shape of ${math`${of}`}.`,
                mistake(Y)`That is the shape of ${math`Y`}. The gradient has one entry for each entry of ${math`${of}`}.`,
                mistake(other)`That is the shape of ${math`${otherName}`}. The gradient belongs to ${math`${of}`}.`,
              ],
            }),
          ],
          hints: [
            say`A gradient has one entry for each number that may change, so it has the shape of what it belongs to.`,
            say`Find the shape of ${math`X`}, and the one of ${math`W`} that lets ${math`X W`} have a column for each unit.`,
            say`${math`X`} is ${sized([samples, inputs])}.`,
          ],
          solution: [
            say`${math`X`} is ${sized([samples, inputs])}. To give ${units} columns, ${math`W`} is ${sized([inputs, units])}.`,
            say`The inner size ${inputs} disappears: ${math`Y`} has the shape ${math`(${samples}, ${units})`}; ${math`b`} is added to each row.`,
            say`The gradient has the shape of ${math`${of}`}: ${math`(${at(key.entries, 0)}, ${at(key.entries, 1)})`}.`,
          ],
        };
      },
      // One sample as a vector, and the chain rule: gᵀ times the transposed weights, or the outer product of x and g.
      verify({ samples, inputs, units, of }, [Y, gradient]) {
        const [W, g] = [Matrix.zero(inputs, units), Vector.zero(units)];
        const output = W.transpose().apply(Vector.zero(inputs));
        const outer = Matrix.fromColumns(g.entries.map(() => W.apply(g)));
        const expected = of === 'W' ? [outer.rows, outer.columns] : [samples, W.apply(g).length];
        return Y.equals(vector([samples, output.length])) && gradient.equals(vector(expected));
      },
    }),

    level({
      says: 'the number of parameters of a network',
      par: 50,
      pick(rng) {
        const layers = rng.int(2, 3);
        const sizes = rng.sample([2, 3, 4, 5, 6, 8, 10, 12, 16], layers + 1);
        const given = { sizes, scene: rng.index(NETWORKS) };
        const { key, weights, ...wrong } = counted(given);
        return key <= 400 && areDifferent(key, weights, ...Object.values(wrong)) ? given : undefined;
      },
      ask(given) {
        const { sizes, scene } = given;
        const { says, isFull } = at(NETWORKS, scene);
        const { key, weights, perLayer, withInputs, units, opposite } = counted(given);
        const [pairs, biases] = [neighbours(sizes), isFull ? sizes.slice(1) : sizes.slice(1, -1)];
        const shown = tex(sizes.join(' \\to '), sizes.join(' to '));
        return {
          statement: say`${says} The layer sizes, from the input to the output, are ${shown}. How many parameters does the network have, weights and biases together?`,
          answers: [
            answer.number({
              label: say`Parameters:`,
              key,
              mistakes: [
                mistake(weights)`Those are the weights alone. Add one bias for each unit that has one.`,
                mistake(perLayer)`You added one bias a layer. There is one bias a unit.`,
                mistake(withInputs)`You gave biases to the inputs too. The input is no layer of its own.`,
                mistake(units)`You counted the units. Count the weights between them, and the biases.`,
                isFull
                  ? mistake(opposite)`You left out the biases of the last layer.`
                  : mistake(opposite)`You counted biases in the last layer. It has none.`,
              ],
            }),
          ],
          hints: [
            say`A dense layer has a weight for each pair of an input and a unit, and a bias for each unit.`,
            say`Multiply neighbouring sizes and add the products. Then add the biases${isFull ? '' : ', without the last layer'}.`,
            say`The first layer has ${math`${productSum(pairs.slice(0, 1))}`} weights.`,
          ],
          solution: [
            say`Weights: ${math`${productSum(pairs)} = ${weights}`}.`,
            say`Biases: ${math`${signedSum(biases)}${biases.length > 1 ? math` = ${key - weights}` : ''}`}.`,
            say`Together: ${math`${weights} + ${key - weights} = ${key}`}.`,
          ],
        };
      },
      // Layer by layer as one matrix with a column for the biases, its entries counted one by one.
      verify({ sizes, scene }, [key]) {
        const pairs = neighbours(sizes);
        const matrices = pairs.map(([inputs, units], i) =>
          Matrix.zero(units, i === pairs.length - 1 && !at(NETWORKS, scene).isFull ? inputs : inputs + 1),
        );
        return key.equals(matrices.flatMap(M => M.entries.flat()).length);
      },
    }),

    level({
      says: 'the cost of a chain, in both orders',
      par: 60,
      pick(rng) {
        const sizes = rng.sample([2, 3, 4, 5, 6, 8, 10, 20], 4);
        const { left, right } = costs(sizes);
        const wrong = [left.first, left.second, right.first, right.second];
        return areDifferent(left.total, right.total, ...wrong) ? { sizes, scene: rng.index(CHAINS) } : undefined;
      },
      ask({ sizes, scene }) {
        const { names, says } = at(CHAINS, scene);
        const { left, right, all } = costs(sizes);
        const [A, B, C] = names;
        const [p = 0, q = 0, r = 0, s = 0] = sizes;
        const shown = list(paired(names, neighbours(sizes)).map(([name, shape]) => math`${name} \colon ${sized(shape)}`));
        const orders = [math`(${A} ${B}) ${C}`, math`${A} (${B} ${C})`];
        const part = (n: number, { first, second, total }: typeof left) =>
          answer.number({
            label: say`${math`${at(orders, n)}`}:`,
            key: total,
            mistakes: [
              mistake(first)`That is the product in brackets alone. Add the multiplications of the second one.`,
              mistake(second)`You left out the product in brackets. It has to be worked out first.`,
              mistake(all)`You multiplied all four sizes. Count one product after the other and add.`,
            ],
          });
        return {
          statement: say`${says} The shapes are ${shown}. How many multiplications of two numbers does each order take, if each product is worked out row times column?`,
          answers: [part(0, left), part(1, right)],
          jointMistakes: [
            {
              wrong: [rational(right.total), rational(left.total)],
              says: say`The two are swapped. The brackets are worked out first.`,
            },
          ],
          hints: [
            say`An entry of a product is a row times a column. It takes one multiplication for each entry of the row.`,
            say`A product of shapes ${sized(['m', 'n'])} and ${sized(['n', 'k'])} takes ${math`m \cdot n \cdot k`} multiplications. Add those of both products.`,
            say`The bracket of the first order takes ${math`${productSum([[p, q, r]])}`} of them.`,
          ],
          solution: [
            say`First order: the bracket takes ${math`${productSum([[p, q, r]])} = ${left.first}`} and gives shape ${sized([p, r])}.`,
            say`Then ${math`${productSum([[p, r, s]])} = ${left.second}`} more: together ${left.total}.`,
            say`Second order: the bracket takes ${math`${productSum([[q, r, s]])} = ${right.first}`} and gives shape ${sized([q, s])}.`,
            say`Then ${math`${productSum([[p, q, s]])} = ${right.second}`} more: together ${right.total}.`,
          ],
        };
      },
      // As code would do it: three nested loops, counted step by step.
      verify({ sizes: [p = 0, q = 0, r = 0, s = 0] }, [left, right]) {
        return left.equals(steps(p, q, r) + steps(p, r, s)) && right.equals(steps(q, r, s) + steps(p, q, s));
      },
    }),
  ],
});

/** `3 \times 5`, spoken "3 by 5". */
function sized([rows, columns]: readonly [number | string, number | string]): Formula {
  return tex(`${rows} \\times ${columns}`, `${rows} by ${columns}`);
}

function idOfPair(left: string, right: string): string {
  return (left + right).toLowerCase();
}

function neighbours(sizes: readonly number[]): Shape[] {
  return sizes.slice(1).map((size, i) => [at(sizes, i), size]);
}

/** Which of the three to transpose so that their sizes meet; any two share exactly one size. */
function fitting(shapes: Shape[], order: number[]): number[] {
  const shape = (n: number) => at(shapes, at(order, n));
  const isUpright = [shape(1).includes(shape(0)[1]), shape(2).includes(shape(1)[1]), shape(1).includes(shape(2)[0])];
  return isUpright.map(upright => (upright ? 0 : 1));
}

function shapesIn(shapes: Shape[], { order, turned }: Product): Shape[] {
  return order.map((place, n) => {
    const [rows, columns] = at(shapes, place);
    return at(turned, n) ? [columns, rows] : [rows, columns];
  });
}

function meet(sizes: Shape[]): boolean {
  return sizes.slice(1).every(([rows], n) => at(sizes, n)[1] === rows);
}

function idOf({ order, turned }: Product): string {
  return order
    .map((place, n) => at(NAMES, place) + (at(turned, n) ? 't' : ''))
    .join('')
    .toLowerCase();
}

function written({ order, turned }: Product): Formula {
  const factors = order.map((place, n) => (at(turned, n) ? math`${at(NAMES, place)}^T` : math`${at(NAMES, place)}`));
  return factors.reduce((product, factor) => math`${product} ${factor}`);
}

function counted({ sizes, scene }: { sizes: number[]; scene: number }) {
  const { isFull } = at(NETWORKS, scene);
  const total = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  const weights = total(neighbours(sizes).map(([inputs, units]) => inputs * units));
  const [all, withoutLast] = [total(sizes.slice(1)), total(sizes.slice(1, -1))];
  const [biases, otherwise] = isFull ? [all, withoutLast] : [withoutLast, all];
  return {
    key: weights + biases,
    weights,
    perLayer: weights + sizes.length - (isFull ? 1 : 2),
    withInputs: weights + biases + at(sizes, 0),
    units: total(sizes),
    opposite: weights + otherwise,
  };
}

function costs([p = 0, q = 0, r = 0, s = 0]: number[]) {
  return {
    left: { first: p * q * r, second: p * r * s, total: p * q * r + p * r * s },
    right: { first: q * r * s, second: p * q * s, total: q * r * s + p * q * s },
    all: p * q * r * s,
  };
}

function steps(rows: number, inner: number, columns: number): number {
  let count = 0;
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) for (let k = 0; k < inner; k++) count++;
  return count;
}
