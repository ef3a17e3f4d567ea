// The three norms that the field uses, distances in them, vectors scaled to a wanted length, and the penalty of an elastic net.
import {
  answer,
  areDifferent,
  at,
  decimal,
  drawIntegerNorm,
  generator,
  level,
  list,
  math,
  mistake,
  norm1,
  normInfinity,
  normOf,
  paired,
  productSumWorked,
  type Rational,
  rational,
  row,
  say,
  signedSum,
  sum,
  sure,
  tuples,
  Vector,
  vector,
} from '#kit';

/** A letter, what it stands for, and why its norms matter. */
const CHANGES = [
  { letter: 'd', says: say`An attack on an image classifier changes three pixels by ${math`d`}.` },
  { letter: 'e', says: say`A model misses three targets by the errors ${math`e`}.` },
  { letter: 'w', says: say`A pruned neuron is left with the weights ${math`w`}.` },
  { letter: 'g', says: say`Before it is compressed, a gradient ${math`g`} is measured in two norms.` },
  { letter: 'r', says: say`A weather model leaves the residuals ${math`r`} on three days.` },
];
const LENGTHS = [
  { letter: 'g', says: say`Whether a gradient ${math`g`} is clipped depends on its length.` },
  { letter: 's', says: say`An optimiser moves the weights by ${math`s`}.` },
  { letter: 'h', says: say`A layer is normalised by the length of its output ${math`h`}.` },
  { letter: 'v', says: say`A search engine stores the embedding ${math`v`} with its length.` },
  { letter: 'e', says: say`A robot misses its goal by ${math`e`}.` },
];
const POINTS = [
  say`A nearest-neighbour search compares the points ${math`p`} and ${math`q`}.`,
  say`Two words have the embeddings ${math`p`} and ${math`q`}.`,
  say`A customer ${math`p`} is compared with the centre ${math`q`} of a cluster.`,
  say`An image has the features ${math`p`}; with noise added it has the features ${math`q`}.`,
];
const UNITS = [
  say`A search index keeps only vectors of length 1.`,
  say`Cosine similarity compares unit vectors.`,
  say`A direction of steepest descent is given with length 1.`,
];
const CLIPS = [
  say`A gradient ${math`x`} is too long and gets clipped by its Euclidean norm.`,
  say`An attack may move an image only so far, so its change ${math`x`} is shortened.`,
  say`A trust region cuts the step ${math`x`} of an optimiser short.`,
];
const PENALTIES = [
  say`The elastic net adds a penalty to the loss of a linear model with weights ${math`w`}.`,
  say`A network is trained with an L1 and an L2 penalty on its weights ${math`w`}.`,
  say`A regression is penalised for the sizes of its weights ${math`w`} and for their squares.`,
  say`Two regularisers act on the weights ${math`w`} of a ranking model.`,
];

export default generator({
  id: 'linear-algebra/vector-norms',
  version: 1,
  title: 'Norms, distances and unit vectors',
  bullet: 'Vectors and Matrices',
  why: 'Penalties on weights, nearest neighbours and gradient clipping all measure how long a vector is, each in its own norm.',
  needs: ['linear-algebra/dot-product'],
  levels: [
    level({
      says: 'the L1 and the maximum norm',
      par: 20,
      pick(rng) {
        const x = rng.ints(3, -9, 9);
        const { one, most, signed } = sizesOf(vector(x));
        return areDifferent(one, most, signed) ? { x, scene: rng.index(CHANGES) } : undefined;
      },
      ask({ x, scene }) {
        const { letter, says } = at(CHANGES, scene);
        const { one, most, squared, signed, signedMost, least, sizes } = sizesOf(vector(x));
        return {
          statement: say`${says} Find the L1 norm and the maximum norm of ${math`${letter} = ${row(x)}`}.`,
          answers: [
            answer.number({
              label: say`${math`${normOf(letter, 1)} =`}`,
              key: one,
              mistakes: [
                mistake(signed.abs())`You added the entries with their signs. Take the size of each one first.`,
                mistake(signed)`You added the entries with their signs. Take the size of each one first.`,
                mistake(squared)`You added squares. The L1 norm adds the sizes themselves.`,
              ],
            }),
            answer.number({
              label: say`${math`${normOf(letter, 'max')} =`}`,
              key: most,
              mistakes: [
                mistake(signedMost)`That is the largest entry. The maximum norm takes the largest size, whatever the sign.`,
                mistake(most.negated())`A norm is never negative. Drop the sign.`,
                mistake(least)`That is the smallest size. The maximum norm takes the largest one.`,
              ],
            }),
          ],
          jointMistakes: [{ wrong: [most, one], says: say`The two are swapped: the L1 norm adds, the maximum norm chooses.` }],
          hints: [
            say`The L1 norm adds the sizes of the entries; the maximum norm ${normOf('x', 'max')} is the largest of them.`,
            say`Drop all minus signs first. Then add the three sizes, and pick the largest.`,
            say`The sizes are ${list(sizes)}.`,
          ],
          solution: [
            say`The sizes of the entries are ${list(sizes)}.`,
            say`Added: ${math`${normOf(letter, 1)} = ${signedSum(sizes)} = ${one}`}.`,
            say`The largest one: ${math`${normOf(letter, 'max')} = ${most}`}.`,
          ],
        };
      },
      // Duality: L1 is the largest product with a vector of signs, the maximum norm that with a signed axis.
      verify: ({ x }, [one, most]) => one.equals(largestOver(signs(3), x)) && most.equals(largestOver(axes(3), x)),
    }),

    level({
      says: 'the Euclidean length',
      par: 25,
      pick: rng => ({ x: drawIntegerNorm(rng, rng.pick([3, 3, 4])), scene: rng.index(LENGTHS) }),
      ask({ x, scene }) {
        const { letter, says } = at(LENGTHS, scene);
        const [two, { one, most, squared, squares }] = [lengthOf(vector(x)), sizesOf(vector(x))];
        const withSigns = sum(x.map(entry => entry * Math.abs(entry)));
        return {
          statement: say`${says} Find the Euclidean length of ${math`${letter} = ${row(x)}`}.`,
          answers: [
            answer.number({
              label: say`${math`${normOf(letter, 2)} =`}`,
              key: two,
              mistakes: [
                mistake(squared)`That is the squared length. Take the square root.`,
                mistake(one)`You added sizes, which is the L1 norm. Add squares and take the root.`,
                mistake(withSigns)`You kept minus signs on the squares. No square is negative; add them and take the root.`,
                mistake(most)`That is the largest size alone. All entries count, by their squares.`,
              ],
            }),
          ],
          hints: [
            say`The Euclidean length is the root of the sum of the squares: ${math`${normOf('x', 2)} = \sqrt{x_1^2 + x_2^2 + \ldots}`}.`,
            say`Square each entry, which drops its sign. Add the squares, and take the root only at the end.`,
            say`The squares are ${list(squares)}.`,
          ],
          solution: [
            say`Squares: ${math`${signedSum(squares)} = ${squared}`}.`,
            say`Root: ${math`${normOf(letter, 2)} = \sqrt{${squared}} = ${two}`}.`,
          ],
        };
      },
      // Squared, it is the product of the vector with itself.
      verify: ({ x }, [key]) => key.sign() > 0 && key.times(key).equals(vector(x).dot(vector(x))),
    }),

    level({
      says: 'the distance of two points in three norms',
      par: 45,
      pick(rng) {
        const d = drawIntegerNorm(rng, rng.pick([3, 4]), 11);
        const p = rng.ints(d.length, -6, 6);
        const q = p.map((entry, i) => entry - at(d, i));
        return q.every(entry => Math.abs(entry) <= 9) ? { p, q, scene: rng.index(POINTS) } : undefined;
      },
      ask({ p, q, scene }) {
        const [P, Q] = [vector(p), vector(q)];
        const difference = P.minus(Q);
        const { one, most, squared, signed, signedMost, sizes, squares } = sizesOf(difference);
        const two = lengthOf(difference);
        const apart = norm1(P).minus(norm1(Q)).abs();
        return {
          statement: say`${at(POINTS, scene)} How far apart are ${math`p = ${row(p)}`} and ${math`q = ${row(q)}`} in the L1, the Euclidean and the maximum norm?`,
          answers: [
            answer.number({
              label: say`${math`${normOf('p - q', 1)} =`}`,
              key: one,
              mistakes: [
                mistake(signed.abs())`You added differences with their signs. Take the size of each one first.`,
                mistake(norm1(P.plus(Q)))`You added the points. Subtract one from the other, then measure.`,
                mistake(apart)`You measured each point and subtracted. Subtract the points first, then measure.`,
              ],
            }),
            answer.number({
              label: say`${math`${normOf('p - q', 2)} =`}`,
              key: two,
              mistakes: [
                mistake(squared)`That is the squared distance. Take the square root.`,
                mistake(one)`That is the L1 distance. Here the squares are added, and the root is taken.`,
              ],
            }),
            answer.number({
              label: say`${math`${normOf('p - q', 'max')} =`}`,
              key: most,
              mistakes: [
                mistake(signedMost)`You took the largest difference with its sign. The largest size counts.`,
                mistake(normInfinity(P.plus(Q)))`You added the points. Subtract one from the other, then measure.`,
              ],
            }),
          ],
          hints: [
            say`A distance is the norm of the difference. L1 adds sizes, Euclid takes the root of the sum of squares, the maximum norm picks the largest size.`,
            say`Subtract the points entry by entry. Then measure this one vector three times.`,
            say`The first entry of the difference is ${difference.at(0)}.`,
          ],
          solution: [
            say`Difference: ${math`p - q = ${row(difference.entries)}`}.`,
            say`L1: ${math`${signedSum(sizes)} = ${one}`}.`,
            say`Euclid: ${math`\sqrt{${signedSum(squares)}} = \sqrt{${squared}} = ${two}`}.`,
            say`Maximum: the largest of ${list(sizes)} is ${most}.`,
          ],
        };
      },
      // Duality for L1 and the maximum; for the length, |p|² + |q|² − 2p·q is its square.
      verify({ p, q }, [one, two, most]) {
        const [P, Q] = [vector(p), vector(q)];
        const squared = P.normSquared().plus(Q.normSquared()).minus(P.dot(Q).times(2));
        const d = P.minus(Q).entries;
        const isLength = two.sign() > 0 && two.times(two).equals(squared);
        return isLength && one.equals(largestOver(signs(d.length), d)) && most.equals(largestOver(axes(d.length), d));
      },
    }),

    level({
      says: 'scale a vector to a wanted length',
      par: 45,
      pick(rng) {
        const x = drawIntegerNorm(rng, rng.pick([2, 3]), 13);
        const isUnit = rng.int(0, 1) === 1;
        const wanted = isUnit ? 1 : rng.int(2, 6);
        const scene = rng.index(isUnit ? UNITS : CLIPS);
        return lengthOf(vector(x)).compare(wanted) > 0 ? { x, wanted, scene } : undefined;
      },
      ask({ x, wanted, scene }) {
        const X = vector(x);
        const [two, { one, most, squared, squares }] = [lengthOf(X), sizesOf(X)];
        const scaled = (length: Rational) => X.times(rational(wanted).over(length));
        const cut = X.map(entry => (entry.abs().compare(wanted) > 0 ? entry.sign() * wanted : entry));
        const factor = rational(wanted).over(two);
        return {
          statement: say`${at(wanted === 1 ? UNITS : CLIPS, scene)} Find the vector ${math`y`} that has the direction of ${math`x = ${row(x)}`} and the Euclidean length ${wanted}. Give exact entries.`,
          answers: [
            answer.vector({
              label: say`${math`y =`}`,
              key: scaled(two),
              mistakes: [
                mistake(X.times(rational(1).over(two)))`That has length 1. Multiply it by the wanted length.`,
                mistake(scaled(squared))`You divided by the squared length. Take its root first.`,
                mistake(scaled(one))`You divided by the sum of the sizes. Divide by the Euclidean length.`,
                mistake(cut)`You cut each entry by itself, which turns the vector. Scale all entries by one factor.`,
                mistake(scaled(most))`You divided by the largest size. Divide by the Euclidean length.`,
              ],
            }),
          ],
          hints: [
            say`A positive factor keeps the direction and multiplies the length by itself.`,
            say`Find the Euclidean length. Then multiply all entries by the wanted length divided by it.`,
            say`The squared length is ${math`${signedSum(squares)} = ${squared}`}.`,
          ],
          solution: [
            say`Length: ${math`${normOf('x', 2)} = \sqrt{${signedSum(squares)}} = ${two}`}.`,
            say`The wanted length is ${wanted}, so the factor is ${factor}.`,
            say`All entries times this factor: ${math`y = ${row(scaled(two).entries)}`}.`,
          ],
        };
      },
      // The same direction, and the squares of its entries add up to the square of the wanted length.
      verify({ x, wanted }, [key]) {
        const isForward = key.isParallelTo(vector(x)) && key.dot(vector(x)).sign() > 0;
        return isForward && key.normSquared().equals(wanted * wanted);
      },
    }),

    level({
      says: 'the penalty of an elastic net',
      par: 45,
      pick(rng) {
        const w = rng.ints(rng.int(3, 4), -4, 4);
        const tenths = () => `${rational(rng.int(1, 9), 10)}`;
        const given = { w, first: tenths(), second: tenths(), scene: rng.index(PENALTIES) };
        const { key, withSigns, exchanged, halved, unsquared } = penalties(given);
        return w.filter(Boolean).length > 1 && areDifferent(key, withSigns, exchanged, halved, unsquared) ? given : undefined;
      },
      ask(given) {
        const { w, scene } = given;
        const { first, second, key, withSigns, exchanged, halved, unsquared, unweighted } = penalties(given);
        const { one, squared, sizes, squares } = sizesOf(vector(w));
        const asked = math`P = \lambda_1 ${normOf('w', 1)} + \lambda_2 ${normOf('w', 2)}^2`;
        const rates = say`${math`\lambda_1 = ${decimal(first)}`} and ${math`\lambda_2 = ${decimal(second)}`}`;
        return {
          statement: say`${at(PENALTIES, scene)} Compute the penalty ${asked} for ${math`w = ${row(w)}`}, ${rates}.`,
          answers: [
            answer.number({
              label: say`${math`P =`}`,
              key,
              decimal: true,
              mistakes: [
                mistake(withSigns)`In the L1 norm you added the weights with their signs. Add their sizes.`,
                mistake(exchanged)`The two factors are swapped: ${math`\lambda_1`} belongs to the L1 norm.`,
                mistake(unsquared)`You used the L1 norm twice. The second term has the sum of the squares.`,
                mistake(halved)`You halved the squared term. Here it has no factor one half.`,
                mistake(unweighted)`You left out the factors ${math`\lambda`}. Multiply each term by its own.`,
              ],
            }),
          ],
          hints: [
            say`${normOf('w', 1)} adds the sizes of the weights; ${math`${normOf('w', 2)}^2`} adds their squares, without a root.`,
            say`Work out the two sums first. Then multiply each by its own factor and add.`,
            say`The sizes are ${list(sizes)}, the squares ${list(squares)}.`,
          ],
          solution: [
            say`Sizes: ${math`${normOf('w', 1)} = ${signedSum(sizes)} = ${one}`}.`,
            say`Squares: ${math`${normOf('w', 2)}^2 = ${signedSum(squares)} = ${squared}`}.`,
            say`Penalty: ${math`P = ${productSumWorked(paired([first, second], [one, squared]), decimal)}`}.`,
          ],
        };
      },
      // Duality: the largest of (λ₁s + λ₂w)·w over all vectors s of signs.
      verify({ w, first, second }, [key]) {
        const W = vector(w);
        const values = signs(w.length).map(s => s.times(first).plus(W.times(second)).dot(W));
        return key.equals(largest(values));
      },
    }),
  ],
});

function signs(length: number): Vector[] {
  return [...tuples([1, -1], length)].map(vector);
}

function axes(length: number): Vector[] {
  const units = Array.from({ length }, (_, i) => Vector.unit(length, i));
  return [...units, ...units.map(unit => unit.negated())];
}

/** A norm as the largest product with the vectors of the dual norm's unit ball that can be largest: its corners. */
function largestOver(corners: readonly Vector[], x: readonly (number | Rational)[]): Rational {
  return largest(corners.map(corner => corner.dot(vector(x))));
}

function largest(values: readonly Rational[]): Rational {
  return values.reduce((top, value) => (value.compare(top) > 0 ? value : top));
}

/** The Euclidean length of a vector that has a rational one. */
function lengthOf(x: Vector) {
  return sure(x.normSquared().sqrt());
}

/** The norms but for the length, which is not always rational, and what is taken for them. */
function sizesOf(x: Vector) {
  const sizes = x.entries.map(entry => entry.abs());
  const squares = x.entries.map(entry => entry.power(2));
  return {
    sizes,
    squares,
    one: norm1(x),
    most: normInfinity(x),
    squared: sum(squares),
    signed: sum(x.entries),
    signedMost: largest(x.entries),
    least: largest(sizes.map(size => size.negated())).negated(),
  };
}

function penalties({ w, ...rates }: { w: number[]; first: string; second: string }) {
  const [first, second] = [rational(rates.first), rational(rates.second)];
  const { one, squared, signed } = sizesOf(vector(w));
  const paid = (sizes: Rational, squares: Rational) => first.times(sizes).plus(second.times(squares));
  return {
    first,
    second,
    key: paid(one, squared),
    withSigns: paid(signed.abs(), squared),
    exchanged: paid(squared, one),
    unsquared: paid(one, one),
    halved: paid(one, squared.over(2)),
    unweighted: one.plus(squared),
  };
}
