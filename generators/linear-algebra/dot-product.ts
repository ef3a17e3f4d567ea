// Dot products and what is made of them: a neuron's weighted sum, a missing input, and products known only through other products.
import {
  answer,
  areDifferent,
  at,
  combination,
  decimal,
  decimals,
  display,
  generator,
  level,
  list,
  math,
  mistake,
  ONE,
  paired,
  productSum,
  productSumWorked,
  type Rational,
  rational,
  row,
  say,
  signedSum,
  sum,
  type Vector,
  vector,
} from '#kit';

/** The letters of the two vectors, and what their dot product is for. */
const SCORES = [
  { a: 'q', b: 'k', says: say`Attention compares a query ${math`q`} with a key ${math`k`}.` },
  { a: 'w', b: 'x', says: say`A linear model weighs the features ${math`x`} with its weights ${math`w`}.` },
  { a: 'u', b: 'f', says: say`A recommender scores a film ${math`f`} for a user ${math`u`}.` },
  {
    a: 'g',
    b: 'd',
    says: say`Along a direction ${math`d`}, a loss with the gradient ${math`g`} has the slope ${math`g \cdot d`}.`,
  },
  { a: 'u', b: 'v', says: say`A search engine compares a question ${math`u`} with a page ${math`v`}.` },
  { a: 'h', b: 'e', says: say`In the state ${math`h`}, a language model scores the word ${math`e`}.` },
];
const NEURONS = [
  say`A neuron turns the readings ${math`x`} of three sensors into ${math`z`}.`,
  say`A spam filter gives a message with the features ${math`x`} the score ${math`z`}.`,
  say`A hidden unit makes ${math`z`} of its inputs ${math`x`} and passes it on to a ReLU.`,
  say`A linear model predicts from ${math`x`} the change ${math`z`} of a temperature.`,
  say`A classifier gives an example ${math`x`} the score ${math`z`}; a sigmoid makes it a probability.`,
];
/** What is not known, and where that happens. */
const GAPS = [
  { hidden: 'x', isBoundary: false, says: 'A neuron’s output is known, one of its inputs is not.' },
  {
    hidden: 'x',
    isBoundary: true,
    says: 'An example with a missing feature lies on the boundary of a linear classifier: its score is 0.',
  },
  {
    hidden: 'x',
    isBoundary: false,
    says: 'One feature of an example is free. You choose it so that a linear model gives a wanted score.',
  },
  { hidden: 'w', isBoundary: false, says: 'One weight of a neuron got lost; an old log still shows an output.' },
  { hidden: 'b', isBoundary: false, says: 'You set the bias of a neuron so that one input gives a wanted output.' },
];
const KERNELS = [
  say`A kernel tells the dot products of two feature vectors ${math`u`} and ${math`v`}, never their entries.`,
  say`Two embeddings ${math`u`} and ${math`v`} stay on a server that answers with dot products only.`,
  say`You know the Gram matrix of two vectors ${math`u`} and ${math`v`}, not their entries.`,
  say`Of their profiles ${math`u`} and ${math`v`}, two users share only the dot products.`,
];

export default generator({
  id: 'linear-algebra/dot-product',
  version: 1,
  title: 'Dot product and the weighted sum of a neuron',
  bullet: 'Vectors and Matrices',
  why: 'A neuron adds up weighted inputs, attention compares queries with keys, and every entry of a matrix product is a dot product.',
  needs: ['linear-algebra/vector-matrix-arithmetic'],
  levels: [
    level({
      says: 'two entries each',
      par: 15,
      pick(rng) {
        const [u, v] = [rng.ints(2, -5, 5), rng.ints(2, -5, 5)];
        return tellsApart(u, v) ? { u, v, scene: rng.index(SCORES) } : undefined;
      },
      ask: askDot,
      verify: provesDot,
    }),

    level({
      says: 'three or four entries with signs',
      par: 30,
      pick(rng) {
        const length = rng.int(3, 4);
        const [u, v] = [rng.ints(length, -6, 6), rng.ints(length, -6, 6)];
        const products = paired(u, v).map(([x, y]) => x * y);
        const hasBothSigns = products.some(product => product < 0) && products.some(product => product > 0);
        return hasBothSigns && tellsApart(u, v) ? { u, v, scene: rng.index(SCORES) } : undefined;
      },
      ask: askDot,
      verify: provesDot,
    }),

    level({
      says: 'a neuron with half weights and a bias',
      par: 35,
      pick(rng) {
        const w = rng.ints(3, -4, 4).map(halves => `${rational(halves, 2)}`);
        const given = { w, x: rng.ints(3, -4, 4), b: rng.nonzero(-5, 5) };
        const { z, ...wrong } = neuron(given);
        const isKind = w.some(weight => weight.includes('/')) && !w.includes('0');
        return isKind && areDifferent(z, ...Object.values(wrong)) ? { ...given, scene: rng.index(NEURONS) } : undefined;
      },
      ask(given) {
        const { w, x, b, scene } = given;
        const { z, withoutBias, minusBias, sizes, sums } = neuron(given);
        const pairs = paired(w, x);
        const products = pairs.map(([weight, input]) => rational(weight).times(input));
        const added = math`${signedSum([...products, b], decimal)} = ${decimal(z)}`;
        return {
          statement: say`${at(NEURONS, scene)} The weights are ${math`w`}, the bias is ${math`b`}. Compute ${math`z = w \cdot x + b`} for ${display(math`w = ${decimals(vector(w))},\; x = ${vector(x)},\; b = ${b}`)}`,
          answers: [
            answer.number({
              label: say`${math`z =`}`,
              key: z,
              decimal: true,
              mistakes: [
                mistake(withoutBias)`You left out the bias. Add ${math`b`} once, at the end.`,
                mistake(minusBias)`You subtracted the bias. It is added with its own sign.`,
                mistake(sizes)`You added the sizes of the products. Keep the sign of each one.`,
                mistake(sums)`You added up ${math`w`} and ${math`x`} first. Multiply in pairs, then add the products.`,
              ],
            }),
          ],
          hints: [
            say`${math`w \cdot x`} multiplies each weight by its own input and adds the products.`,
            say`Work out the three products, add them with their signs, and add ${math`b`} last.`,
            say`The first product is ${productSum(pairs.slice(0, 1), decimal)}.`,
          ],
          solution: [
            say`Pair by pair: ${math`w \cdot x = ${productSum(pairs, decimal)}`}.`,
            say`Add the products and the bias: ${math`z = ${added}`}.`,
          ],
        };
      },
      // The bias rides along as a weight of an input 1; then lengths only.
      verify: ({ w, x, b }, [key]) => key.equals(polarised(vector([...w, b]), vector([...x, 1]))),
    }),

    level({
      says: 'a missing input, weight or bias',
      par: 40,
      pick(rng) {
        const scene = rng.index(GAPS);
        const [w, x, i] = [rng.ints(3, -4, 4), rng.ints(3, -4, 4), rng.int(0, 2)];
        const [product, bias] = [dotOf(w, x).key.toNumber(), rng.nonzero(-5, 5)];
        const b = at(GAPS, scene).isBoundary ? -product : bias;
        const given = { w, x, b, i, target: product + b, scene };
        if (w[i] === 0 || x[i] === 0) return undefined;
        const { key, added, turned, undivided } = gap(given);
        const isKind = b !== 0 && Math.abs(b) <= 15 && w.filter(Boolean).length > 1 && x.filter(Boolean).length > 1;
        // To take away from 0 and to turn the sign are one mistake, not two.
        const wrong = at(GAPS, scene).isBoundary ? [turned] : [added, turned];
        return isKind && areDifferent(key, ...wrong) && areDifferent(undivided, ...wrong) ? given : undefined;
      },
      ask(given) {
        const { w, x, b, target, scene } = given;
        const { key, name, factor, known, added, turned, undivided, withoutBias } = gap(given);
        const { hidden, says } = at(GAPS, scene);
        const shown = (letter: 'w' | 'x', entries: number[]) =>
          math`${letter} = ${row(entries.map((entry, k) => (hidden === letter && k === given.i ? name : entry)))}`;
        const equation = math`w \cdot x + b = ${target}`;
        const [W, X] = [shown('w', w), shown('x', x)];
        const where = hidden === 'b' ? say`${W} and ${X}` : say`${W}, ${X} and ${math`b = ${b}`}`;
        const total = combination([1, factor], [known, name]);
        return {
          statement: say`${says} Find ${name} such that ${equation}, where ${where}.`,
          answers: [
            answer.number({
              label: say`${math`${name} =`}`,
              key,
              mistakes: [
                mistake(turned)`The sign is turned. Put your number back into ${equation}.`,
                mistake(added)`You added what is known to the ${target}. Take it away instead.`,
                mistake(undivided)`That is ${combination([factor], [name])}. Divide it by ${factor}.`,
                mistake(withoutBias)`You left out the bias. Move it to the other side too.`,
              ],
            }),
          ],
          hints: [
            say`${math`w \cdot x`} is one product for each entry, all added up.`,
            say`Add up all that is known. The term with ${name} has to bring the sum to ${target}.`,
            say`All that is known adds up to ${known}.`,
          ],
          solution: [
            say`What is known adds up to ${known}, so ${math`${total} = ${target}`}.`,
            say`Take it away: ${math`${combination([factor], [name])} = ${rational(target).minus(known)}`}.`,
            say`So ${math`${name} = ${key}`}.`,
          ],
        };
      },
      // Put back: the whole sum with the number in its place.
      verify(given, [key]) {
        const { hidden } = at(GAPS, given.scene);
        const filled = (letter: string, entries: number[]) =>
          vector(entries.map((entry, k) => (letter === hidden && k === given.i ? key : entry)));
        const product = filled('w', given.w).dot(filled('x', given.x));
        return product.plus(hidden === 'b' ? key : given.b).equals(given.target);
      },
    }),

    level({
      says: 'combinations of two vectors, from their products alone',
      par: 60,
      pick(rng) {
        const [u, v] = [rng.ints(2, -3, 3), rng.ints(2, -3, 3)];
        const factors = () => [rng.nonzero(-3, 3), rng.nonzero(-3, 3)];
        const given = { u, v, first: factors(), second: factors() };
        const { key, withoutMixed, oneMixed, unsigned } = multipliedOut(given);
        const isClear = !vector(u).isParallelTo(vector(v)) && areDifferent(key, withoutMixed, oneMixed, unsigned);
        return isClear && key.abs().compare(100) < 0 ? { ...given, scene: rng.index(KERNELS) } : undefined;
      },
      ask(given) {
        const { first, second, scene } = given;
        const { key, products, factors, withoutMixed, oneMixed, doubled, unsigned } = multipliedOut(given);
        const [[a = 0, b = 0], [c = 0, d = 0]] = [first, second];
        const asked = math`s = (${combination(first, ['u', 'v'])}) \cdot (${combination(second, ['u', 'v'])})`;
        const names = [math`u \cdot u`, math`u \cdot v`, math`v \cdot v`];
        const known = list(paired(names, products).map(([name, value]) => math`${name} = ${value}`));
        return {
          statement: say`${at(KERNELS, scene)} Compute ${asked} from the dot products ${known}.`,
          answers: [
            answer.number({
              label: say`${math`s =`}`,
              key,
              mistakes: [
                mistake(withoutMixed)`You left out the mixed products. Each term of the left meets both terms of the right.`,
                mistake(
                  oneMixed,
                )`You took one mixed product. There are two: ${math`u`} with ${math`v`}, and ${math`v`} with ${math`u`}.`,
                mistake(doubled)`You doubled the first mixed product. The second one has its own factor.`,
                mistake(unsigned)`You lost a minus. Multiply the factors with their signs.`,
              ],
            }),
          ],
          hints: [
            say`Dot products multiply out like brackets with numbers, and ${math`v \cdot u = u \cdot v`}.`,
            say`Multiply each term of the left with each of the right: four products, two of them mixed.`,
            say`The mixed ones have the factors ${math`${productSum([[a, d]])} = ${a * d}`} and ${math`${productSum([[b, c]])} = ${b * c}`}.`,
          ],
          solution: [
            say`Multiply out and gather the two mixed products: ${combination(factors, names)}.`,
            say`Put the numbers in: ${productSumWorked(paired(factors, products))}.`,
          ],
        };
      },
      // The hidden vectors themselves, combined entry by entry.
      verify({ u, v, first, second }, [key]) {
        const combined = ([p = 0, q = 0]: number[]) => vector(u).times(p).plus(vector(v).times(q));
        return key.equals(combined(first).dot(combined(second)));
      },
    }),
  ],
});

function askDot({ u, v, scene }: { u: number[]; v: number[]; scene: number }) {
  const { a, b, says } = at(SCORES, scene);
  const { key, sizes, sums, reversed, unfinished } = dotOf(u, v);
  const pairs = paired(u, v);
  const asked = math`${a} \cdot ${b}`;
  return {
    statement: say`${says} Compute the dot product ${asked} for ${display(math`${a} = ${vector(u)},\quad ${b} = ${vector(v)}`)}`,
    answers: [
      answer.number({
        label: say`${math`${asked} =`}`,
        key,
        mistakes: [
          mistake(sizes)`You added the sizes of the products. Keep the sign of each one.`,
          mistake(sums)`You added up each vector first. Multiply in pairs, then add the products.`,
          mistake(unfinished)`You stopped before the last pair. Every entry of ${math`${a}`} meets its partner in ${math`${b}`}.`,
          mistake(reversed)`You paired first with last. Multiply entries in the same place.`,
        ],
      }),
    ],
    hints: [
      say`The dot product multiplies entries in the same place and adds the products.`,
      say`Work out the ${u.length} products one by one. Two signs that differ make a product negative.`,
      say`The first product is ${productSum(pairs.slice(0, 1))}.`,
    ],
    solution: [
      say`Multiply in pairs: the products are ${list(pairs.map(([x, y]) => x * y))}.`,
      say`Add them: ${math`${asked} = ${productSumWorked(pairs)}`}.`,
    ],
  };
}

function provesDot({ u, v }: { u: number[]; v: number[] }, [key]: readonly [Rational]) {
  return key.equals(polarised(vector(u), vector(v)));
}

function dotOf(u: number[], v: number[]) {
  const products = paired(u, v).map(([x, y]) => rational(x * y));
  return {
    key: sum(products),
    sizes: sum(products.map(product => product.abs())),
    sums: sum(u).times(sum(v)),
    unfinished: sum(products.slice(0, -1)),
    reversed: vector(u).dot(vector(v.toReversed())),
  };
}

function tellsApart(u: number[], v: number[]) {
  const { key, sizes, sums, unfinished } = dotOf(u, v);
  return areDifferent(key, sizes, sums, unfinished);
}

function neuron({ w, x, b }: { w: string[]; x: number[]; b: number }) {
  const products = paired(w, x).map(([weight, input]) => rational(weight).times(input));
  return {
    z: sum(products).plus(b),
    withoutBias: sum(products),
    minusBias: sum(products).minus(b),
    sizes: sum(products.map(product => product.abs())).plus(b),
    sums: sum(w).times(sum(x)).plus(b),
  };
}

/** The unknown's name, what it is multiplied by, and what all the rest adds up to. */
function gap({ w, x, b, i, target, scene }: { w: number[]; x: number[]; b: number; i: number; target: number; scene: number }) {
  const { hidden } = at(GAPS, scene);
  const factor = hidden === 'b' ? ONE : rational(at(hidden === 'x' ? w : x, i));
  const all = paired(w, x).map(([weight, input]) => rational(weight * input));
  const products = sum(hidden === 'b' ? all : all.toSpliced(i, 1));
  const known = products.plus(hidden === 'b' ? 0 : b);
  const rest = rational(target).minus(known);
  return {
    name: hidden === 'b' ? math`b` : math`${hidden}_${i + 1}`,
    factor,
    known,
    key: rest.over(factor),
    added: known.plus(target).over(factor),
    turned: rest.over(factor).negated(),
    undivided: rest,
    withoutBias: rational(target).minus(products).over(factor),
  };
}

/** The products u·u, u·v, v·v, their factors once multiplied out, and what comes out with some of them amiss. */
function multipliedOut({ u, v, first, second }: { u: number[]; v: number[]; first: number[]; second: number[] }) {
  const [U, V] = [vector(u), vector(v)];
  const products = [U.dot(U), U.dot(V), V.dot(V)];
  const [[a = 0, b = 0], [c = 0, d = 0]] = [first, second];
  const total = (...factors: number[]) => vector(products).dot(vector(factors));
  const factors = [a * c, a * d + b * c, b * d];
  return {
    products,
    factors,
    key: total(...factors),
    withoutMixed: total(a * c, 0, b * d),
    oneMixed: total(a * c, a * d, b * d),
    doubled: total(a * c, 2 * a * d, b * d),
    unsigned: total(a * c, Math.abs(a * d) + Math.abs(b * c), b * d),
  };
}

/** Polarisation: the dot product from two lengths, (|u + v|² − |u − v|²)/4. */
function polarised(u: Vector, v: Vector): Rational {
  return u.plus(v).normSquared().minus(u.minus(v).normSquared()).over(4);
}
