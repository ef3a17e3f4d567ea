// Angles from dot products: their kind, orthogonality, cosine similarity, the nearest of three, and correlation as a cosine.
import {
  answer,
  areDifferent,
  at,
  combination,
  display,
  drawIntegerNorm,
  type Formula,
  generator,
  level,
  list,
  math,
  mean,
  mistake,
  norm1,
  normOf,
  ONE,
  paired,
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
  Vector,
  vector,
} from '#kit';

/** The letters of two vectors, and why their angle matters. */
const MEETINGS = [
  { a: 'g', b: 'h', says: say`Two tasks share a network. Their gradients are ${math`g`} and ${math`h`}.` },
  { a: 'u', b: 'v', says: say`Two words have the embeddings ${math`u`} and ${math`v`}.` },
  { a: 's', b: 'g', says: say`An optimiser makes the step ${math`s`} where the loss has the gradient ${math`g`}.` },
  { a: 'w', b: 'x', says: say`A linear classifier with the weights ${math`w`} sees an example ${math`x`}.` },
  { a: 'q', b: 'p', says: say`A query ${math`q`} meets a key ${math`p`} in an attention head.` },
];
const ANGLES = [
  { id: 'acute', text: say`acute (below 90°)` },
  { id: 'right', text: say`right (90°)` },
  { id: 'obtuse', text: say`obtuse (above 90°)` },
];
const SQUARED_UP = [
  say`A regulariser wants two filters ${math`u`} and ${math`v`} to be orthogonal.`,
  say`A line search is exact when the new gradient ${math`u`} is orthogonal to the step ${math`v`}.`,
  say`A new task may change a network only by a step ${math`u`} that is orthogonal to an old gradient ${math`v`}.`,
  say`An embedding ${math`u`} is made neutral: orthogonal to the direction ${math`v`} of a bias.`,
  say`Two heads are to write in orthogonal directions ${math`u`} and ${math`v`}.`,
];
const LIKENESSES = [
  { a: 'u', b: 'v', says: say`Two words have the embeddings ${math`u`} and ${math`v`}.` },
  { a: 'q', b: 'd', says: say`A search engine compares a query ${math`q`} with a document ${math`d`}.` },
  { a: 'f', b: 'g', says: say`Two photos of faces have the codes ${math`f`} and ${math`g`}.` },
  { a: 'u', b: 's', says: say`A recommender compares the taste ${math`u`} of a user with a song ${math`s`}.` },
  { a: 'g', b: 'h', says: say`Two batches give the gradients ${math`g`} and ${math`h`}.` },
];
const SEARCHES = [
  say`A search engine ranks the documents ${math`a`}, ${math`b`} and ${math`c`} by their cosine similarity with a query ${math`q`}.`,
  say`A translator compares the words ${math`a`}, ${math`b`} and ${math`c`} with a word ${math`q`} by cosine similarity.`,
  say`A camera compares the known faces ${math`a`}, ${math`b`} and ${math`c`} with a face ${math`q`} by cosine similarity.`,
  say`A chatbot compares the passages ${math`a`}, ${math`b`} and ${math`c`} with a question ${math`q`} by cosine similarity.`,
  say`A music app compares the songs ${math`a`}, ${math`b`} and ${math`c`} with a song ${math`q`} by cosine similarity.`,
];
const SERIES = [
  say`Two users give the same films the ratings ${math`x`} and ${math`y`}.`,
  say`A model gives some texts the scores ${math`x`}; a person gives them the scores ${math`y`}.`,
  say`Two features of the same examples have the values ${math`x`} and ${math`y`}.`,
  say`Two neurons respond to the same images with the activations ${math`x`} and ${math`y`}.`,
];
const NAMES = ['a', 'b', 'c'];

export default generator({
  id: 'linear-algebra/cosine-similarity',
  version: 1,
  title: 'Angle, orthogonality and cosine similarity',
  bullet: 'Vectors and Matrices',
  why: 'Search by embeddings and attention compare directions by the cosine; orthogonal features share nothing.',
  needs: ['linear-algebra/vector-norms'],
  levels: [
    level({
      says: 'an acute, a right or an obtuse angle',
      par: 20,
      pick(rng) {
        const [length, angle] = [rng.int(2, 3), at(ANGLES, rng.index(ANGLES)).id];
        const [u, drawn] = [rng.ints(length, -6, 6), rng.ints(length, -6, 6)];
        const v = angle === 'right' ? turned(u, drawn) : drawn;
        const isFull = [u, v].every(entries => entries.filter(Boolean).length > 1 && entries.every(x => Math.abs(x) <= 6));
        return isFull && angleOf(vector(u).dot(vector(v))) === angle ? { u, v, scene: rng.index(MEETINGS) } : undefined;
      },
      ask({ u, v, scene }) {
        const { a, b, says } = at(MEETINGS, scene);
        const products = paired(u, v).map(([x, y]) => rational(x * y));
        const product = sum(products);
        const asked = math`${a} \cdot ${b}`;
        return {
          statement: say`${says} Compute ${asked}, and say which angle the two vectors form, for ${display(math`${a} = ${vector(u)},\quad ${b} = ${vector(v)}`)}`,
          answers: [
            answer.number({
              label: say`${math`${asked} =`}`,
              key: product,
              mistakes: [
                mistake(sum(products.map(x => x.abs())))`You added the sizes of the products. Keep the sign of each one.`,
                mistake(sum(u).times(sum(v)))`You added up each vector first. Multiply in pairs, then add the products.`,
                mistake(product.negated())`The sign is turned. Go through the signs of the products again.`,
              ],
            }),
            answer.choice({
              label: say`The angle is`,
              key: angleOf(product),
              options: ANGLES,
              mistakes: ANGLES.map(
                ({ id }) => mistake(id)`The sign decides: plus means acute, zero means right, minus means obtuse.`,
              ),
            }),
          ],
          hints: [
            say`The dot product of two vectors has the sign of the cosine of their angle.`,
            say`Multiply in pairs and add with signs. Then compare the result with 0.`,
            say`The products are ${list(products)}.`,
          ],
          solution: [
            say`Multiply in pairs and add: ${math`${asked} = ${productSumWorked(paired(u, v))}`}.`,
            say`This is ${at(['negative', 'zero', 'positive'], product.sign() + 1)}, so the angle is ${angleOf(product)}.`,
          ],
        };
      },
      // Pythagoras: the side |u − v|² against |u|² + |v|².
      verify: ({ u, v }, [product, angle]) => {
        const twice = missing(vector(u), vector(v));
        const side = twice.isZero() ? 'right' : twice.sign() > 0 ? 'acute' : 'obtuse';
        return product.times(2).equals(twice) && angle === side;
      },
    }),

    level({
      says: 'the number that makes two vectors orthogonal',
      par: 35,
      pick(rng) {
        const [i, j] = [rng.int(0, 2), rng.int(0, 2)];
        const [u, v] = [rng.ints(3, -6, 6), rng.ints(3, -6, 6)];
        // The unknown stands in u, and in v as well unless both places are the same.
        const given = { u: u.with(i, 0), v: j === i ? v : v.with(j, 0), i, j };
        if (coefficient(given) === 0) return undefined;
        const { key, known, turned, other } = orthogonal(given);
        const isKind = key.isInteger() && !key.isZero() && key.abs().compare(9) <= 0 && !known.isZero();
        return isKind && areDifferent(key, turned, other) ? { ...given, scene: rng.index(SQUARED_UP) } : undefined;
      },
      ask(given) {
        const { u, v, i, j, scene } = given;
        const { key, factor, known, turned, other, undivided } = orthogonal(given);
        const shown = (entries: number[], place: number): Formula =>
          row(entries.map((entry, n) => (n === place ? math`k` : math`${entry}`)));
        const [U, V] = [shown(u, i), shown(v, j === i ? -1 : j)];
        const isTwice = j !== i;
        const pieces = isTwice ? [at(v, i), at(u, j)] : [at(v, i)];
        const equation = math`${combination([factor], ['k'])} ${signed(known)} = 0`;
        return {
          statement: say`${at(SQUARED_UP, scene)} One number ${math`k`} is still open. Find ${math`k`} so that ${math`u = ${U}`} and ${math`v = ${V}`} are orthogonal.`,
          answers: [
            answer.number({
              label: say`${math`k =`}`,
              key,
              mistakes: [
                mistake(turned)`The sign is turned. Move ${known} to the other side with its sign turned.`,
                mistake(undivided)`That is ${combination([factor], ['k'])}. Divide it by ${factor}.`,
                isTwice
                  ? mistake(other)`You used one term with ${math`k`} only. There are two; add their factors.`
                  : mistake(other)`That makes the product 1. Orthogonal vectors have the product 0.`,
              ],
            }),
          ],
          hints: [
            say`Two vectors are orthogonal when their dot product is 0.`,
            say`Write out the dot product with ${math`k`}, add up what is known, and solve for ${math`k`}.`,
            say`Without ${math`k`} the products add up to ${known}.`,
          ],
          solution: [
            say`${math`k`} is multiplied by ${list(pieces)}${isTwice ? say`, together ${factor}` : ''}. The rest adds up to ${known}.`,
            say`The dot product has to be 0: ${equation}.`,
            say`So ${math`k = ${key}`}.`,
          ],
        };
      },
      // Put back, then Pythagoras: |u + v|² = |u|² + |v|².
      verify({ u, v, i, j }, [key]) {
        const U = vector(u).map((entry, n) => (n === i ? key : entry));
        const V = vector(v).map((entry, n) => (n === j && j !== i ? key : entry));
        return U.plus(V).normSquared().equals(U.normSquared().plus(V.normSquared()));
      },
    }),

    level({
      says: 'the cosine similarity of two vectors',
      par: 45,
      pick(rng) {
        const length = rng.pick([2, 3, 3] as const);
        const draw = () => drawIntegerNorm(rng, length, length === 2 ? 13 : 7);
        const [u, v] = [draw(), draw()];
        const { key, product, ...wrong } = similarity(u, v);
        const isClear = !product.isZero() && areDifferent(key, product, ...Object.values(wrong));
        return isClear && !vector(u).isParallelTo(vector(v)) ? { u, v, scene: rng.index(LIKENESSES) } : undefined;
      },
      ask({ u, v, scene }) {
        const { a, b, says } = at(LIKENESSES, scene);
        const { key, product, squared, added, distance, bySizes } = similarity(u, v);
        const lengths = [lengthOf(u), lengthOf(v)];
        return {
          statement: say`${says} Compute their cosine similarity as an exact number, for ${display(math`${a} = ${vector(u)},\quad ${b} = ${vector(v)}`)}`,
          answers: [
            answer.number({
              label: say`Cosine:`,
              key,
              mistakes: [
                mistake(product)`That is the dot product. Divide it by both lengths.`,
                mistake(squared)`You divided by the squared lengths. Take their roots first.`,
                mistake(added)`You added the lengths. Divide by their product.`,
                mistake(distance)`That is the cosine distance, one minus the cosine. The similarity is the cosine itself.`,
                mistake(bySizes)`You divided by sums of sizes. The lengths here are Euclidean: roots of sums of squares.`,
              ],
            }),
          ],
          hints: [
            say`The cosine is the dot product divided by both lengths: ${math`\frac{u \cdot v}{${normOf('u')} \cdot ${normOf('v')}}`}.`,
            say`Find the dot product and the two Euclidean lengths. Then divide, and keep the sign.`,
            say`The dot product is ${productSum(paired(u, v))}.`,
          ],
          solution: [
            say`Dot product: ${productSumWorked(paired(u, v))}.`,
            ...paired([u, v], [a, b]).map(
              ([entries, name], i) =>
                say`${math`${normOf(name)} = \sqrt{${signedSum(entries.map(x => x * x))}} = ${at(lengths, i)}`}.`,
            ),
            say`Divide ${product} by ${math`${at(lengths, 0)} \cdot ${at(lengths, 1)}`}: the cosine is ${key}.`,
          ],
        };
      },
      verify: ({ u, v }, [key]) => isCosine(key, vector(u), vector(v)),
    }),

    level({
      says: 'the nearest of three by cosine similarity',
      par: 90,
      pick(rng) {
        const [q, ...items] = Array.from({ length: 4 }, () => drawIntegerNorm(rng, 3, 7));
        const given = { q: sure(q), items, scene: rng.index(SEARCHES) };
        const { cosines, best, byProduct } = searched(given);
        const isClear = areDifferent(...cosines) && at(cosines, best).sign() > 0 && !at(cosines, best).equals(1);
        // More often than not the dot product alone would choose another one.
        return isClear && (byProduct !== best || rng.int(0, 1) === 0) ? given : undefined;
      },
      ask({ q, items, scene }) {
        const { cosines, products, best, byProduct } = searched({ q, items });
        const [own, lengths] = [lengthOf(q), items.map(lengthOf)];
        const distances = items.map(item => vector(q).minus(vector(item)).normSquared());
        const byDistance = largest(distances.map(distance => distance.negated()));
        const key = at(cosines, best);
        const nearest = at(NAMES, best);
        const worse = NAMES.filter((_, i) => i !== byProduct && i !== byDistance);
        const others = cosines.filter((_, i) => i !== best);
        const shown = math`a = ${vector(at(items, 0))},\; b = ${vector(at(items, 1))},\; c = ${vector(at(items, 2))}`;
        return {
          statement: say`${at(SEARCHES, scene)} Find the one most similar to ${math`q = ${row(q)}`}, and its cosine, for ${display(shown)}`,
          answers: [
            answer.choice({
              label: say`Most similar:`,
              key: nearest,
              options: NAMES.map(id => ({ id, text: say`${math`${id}`}` })),
              mistakes: [
                mistake(at(NAMES, byProduct))`That one has the largest dot product. Divide by the length of each one first.`,
                mistake(at(NAMES, byDistance))`That one has the least distance. The cosine compares directions only.`,
                ...worse.map(id => mistake(id)`Another one has a larger cosine. Work out all three.`),
              ],
            }),
            answer.number({
              label: say`Cosine:`,
              key,
              mistakes: [
                ...others.map(other => mistake(other)`That cosine belongs to another one of the three.`),
                mistake(at(products, best))`That is a dot product. Divide it by both lengths.`,
                mistake(key.times(own))`You divided by one length only. Divide by the length of ${math`q`} as well.`,
              ],
            }),
          ],
          hints: [
            say`The cosine is the dot product divided by both lengths.`,
            say`Divide each of the three dot products with ${math`q`} by the length of its vector, and the largest result by the length of ${math`q`}.`,
            say`The dot products with ${math`q`} are ${list(products)}.`,
          ],
          solution: [
            say`The dot products with ${math`q`} are ${list(products)}.`,
            say`The lengths are ${math`${normOf('q')} = ${own}`}, and ${list(lengths)} for the three.`,
            say`So the cosines are ${list(cosines)}.`,
            say`The largest one is ${key}, so ${math`${nearest}`} is the most similar to ${math`q`}.`,
          ],
        };
      },
      // Law of cosines for the number; the choice by signed squares of it, without any root.
      verify({ q, items }, [name, key]) {
        const [Q, chosen] = [vector(q), NAMES.indexOf(name)];
        const squares = items.map(item => signedSquare(Q, vector(item)));
        const rivals = squares.filter((_, i) => i !== chosen);
        const isFirst = rivals.every(rival => at(squares, chosen).compare(rival) > 0);
        return isFirst && isCosine(key, Q, vector(at(items, chosen)));
      },
    }),

    level({
      says: 'correlation: the cosine of two centred vectors',
      par: 75,
      pick(rng) {
        const length = rng.int(3, 4);
        const centred = () => {
          const first = rng.ints(length - 1, -3, 3);
          return [...first, 0 - first.reduce((total, x) => total + x, 0)];
        };
        const [p, q] = [centred(), centred()];
        const [mx, my] = [rng.int(4, 6), rng.int(4, 6)];
        const lengths = Math.sqrt(squareOf(p) * squareOf(q));
        const isSmall = [...p, ...q].every(x => Math.abs(x) <= 4);
        if (!isSmall || lengths === 0 || !Number.isInteger(lengths) || vector(p).isParallelTo(vector(q))) return undefined;
        const given = { x: p.map(d => d + mx), y: q.map(d => d + my) };
        const { product, key, squared, covariance } = correlated(given);
        const isClear = !product.isZero() && areDifferent(key, product, squared, covariance);
        return isClear ? { ...given, scene: rng.index(SERIES) } : undefined;
      },
      ask(given) {
        const { x, y, scene } = given;
        const { key, p, q, product, both, squared, covariance, slope } = correlated(given);
        const [first, second] = [p.normSquared(), q.normSquared()];
        return {
          statement: say`${at(SERIES, scene)} Their correlation is the cosine of the centred vectors: each entry minus the mean of its vector. Compute it as an exact number, for ${math`x = ${row(x)}`} and ${math`y = ${row(y)}`}.`,
          answers: [
            answer.number({
              label: say`Correlation:`,
              key,
              mistakes: [
                mistake(product)`That is the dot product of the centred vectors. Divide it by both lengths.`,
                mistake(squared)`You divided by the squared lengths. Take their roots first.`,
                mistake(covariance)`That is the covariance. The correlation divides the dot product by both lengths.`,
                mistake(slope)`That is a slope. Divide by the length of each vector, not by the square of one.`,
                mistake(key.negated())`The sign is turned. Centred entries keep their signs.`,
              ],
            }),
          ],
          hints: [
            say`Centring takes the mean away from each entry; the cosine divides the dot product by both lengths.`,
            say`Centre both vectors. Find their dot product and the sums of their squares; the root of the product of these two sums is what you divide by.`,
            say`The means are ${list([mean(x), mean(y)])}.`,
          ],
          solution: [
            say`Centred: ${row(p.entries)} and ${row(q.entries)}.`,
            say`Dot product: ${math`${signedSum(paired(p.entries, q.entries).map(([a, b]) => a.times(b)))} = ${product}`}.`,
            say`Sums of squares: ${list([first, second])}. Both lengths together: ${math`\sqrt{${first} \cdot ${second}} = ${both}`}.`,
            say`Divide ${product} by ${both}: the correlation is ${key}.`,
          ],
        };
      },
      // From raw sums, without centring: r² (nΣx² − (Σx)²)(nΣy² − (Σy)²) = (nΣxy − ΣxΣy)², with the same sign.
      verify({ x, y }, [key]) {
        const [X, Y] = [vector(x), vector(y)];
        const spread = (a: Vector, b: Vector) =>
          a
            .dot(b)
            .times(a.length)
            .minus(sum(a.entries).times(sum(b.entries)));
        const [xy, squares] = [spread(X, Y), spread(X, X).times(spread(Y, Y))];
        return key.sign() === xy.sign() && key.times(key).times(squares).equals(xy.times(xy));
      },
    }),
  ],
});

function angleOf(product: Rational): string {
  return at(['obtuse', 'right', 'acute'], product.sign() + 1);
}

/** The second vector with another last entry that makes the two orthogonal (a fraction or 0 where that fails). */
function turned(u: number[], v: number[]): number[] {
  const rest = u.slice(0, -1).reduce((total, x, i) => total + x * at(v, i), 0);
  const [last] = u.slice(-1);
  return last && rest % last === 0 ? [...v.slice(0, -1), 0 - rest / last] : v;
}

/** What is missing to a right angle, |u|² + |v|² − |u − v|², which is twice the dot product. */
function missing(u: Vector, v: Vector): Rational {
  return u.normSquared().plus(v.normSquared()).minus(u.minus(v).normSquared());
}

/** The square of the cosine with the sign of the cosine, by the law of cosines. */
function signedSquare(u: Vector, v: Vector): Rational {
  const twice = missing(u, v);
  return twice.times(twice.abs()).over(u.normSquared().times(v.normSquared()).times(4));
}

/** Law of cosines, squared. */
function isCosine(key: Rational, u: Vector, v: Vector): boolean {
  return key.times(key.abs()).equals(signedSquare(u, v));
}

function coefficient({ u, v, i, j }: { u: number[]; v: number[]; i: number; j: number }): number {
  return at(v, i) + (j === i ? 0 : at(u, j));
}

/** k times its factor, plus what is known, has to be 0. */
function orthogonal(given: { u: number[]; v: number[]; i: number; j: number }) {
  const { u, v, i, j } = given;
  const known = vector(u).dot(vector(v));
  const factor = coefficient(given);
  const undivided = known.negated();
  const key = undivided.over(factor);
  const oneTerm = at(v, i) === 0 ? key : undivided.over(at(v, i));
  return { key, factor, known, undivided, turned: key.negated(), other: j === i ? ONE.minus(known).over(factor) : oneTerm };
}

/** Throws where the product of the two lengths is no rational. */
function cosineOf(u: Vector, v: Vector) {
  const [product, squares] = [u.dot(v), u.normSquared().times(v.normSquared())];
  const both = sure(squares.sqrt());
  return { product, both, key: product.over(both), squared: product.over(squares) };
}

function similarity(u: number[], v: number[]) {
  const { key, product, squared } = cosineOf(vector(u), vector(v));
  return {
    key,
    product,
    squared,
    added: product.over(lengthOf(u).plus(lengthOf(v))),
    distance: ONE.minus(key),
    bySizes: product.over(norm1(vector(u)).times(norm1(vector(v)))),
  };
}

function searched({ q, items }: { q: number[]; items: number[][] }) {
  const Q = vector(q);
  const found = items.map(item => cosineOf(Q, vector(item)));
  const [cosines, products] = [found.map(({ key }) => key), found.map(({ product }) => product)];
  return { cosines, products, best: largest(cosines), byProduct: largest(products) };
}

/** The first place of a largest value. */
function largest(values: readonly Rational[]): number {
  return values.reduce((best, value, i) => (value.compare(at(values, best)) > 0 ? i : best), 0);
}

function correlated({ x, y }: { x: number[]; y: number[] }) {
  const [p, q] = [centre(x), centre(y)];
  const { product, ...rest } = cosineOf(p, q);
  return { p, q, product, ...rest, covariance: product.over(x.length), slope: product.over(p.normSquared()) };
}

function centre(values: number[]): Vector {
  return Vector.from(values.map(value => rational(value).minus(mean(values))));
}

function squareOf(entries: number[]): number {
  return entries.reduce((total, entry) => total + entry * entry, 0);
}

function lengthOf(x: number[]): Rational {
  return sure(vector(x).normSquared().sqrt());
}
