// Principal components: covariance matrices, explained variance, directions, scores and reconstructions, and the whole way at once.
import {
  answer,
  areDifferent,
  at,
  characteristicEquation,
  combination,
  combinations,
  decimal,
  display,
  type Formula,
  figure,
  generator,
  integerSpectrum,
  level,
  list,
  Matrix,
  math,
  matrix,
  mistake,
  paired,
  percent,
  primitive,
  productSum,
  rational,
  row,
  say,
  signedSum,
  sum,
  type Vector,
  vector,
} from '#kit';

const FEATURES = [
  'Two sensors are read several times.',
  'Two channels of a signal are recorded several times.',
  'A few words have embeddings with two entries.',
  'The activations of two units are recorded for several inputs.',
  'A few customers get two scores each.',
];
const DATA = ['word embeddings', 'image patches', 'sensor readings', 'hidden activations', 'customer profiles'];
const THINGS = ['houses', 'patients', 'songs', 'photos', 'orders'];
const COMPRESSED = [
  'An image is stored by a single number.',
  'A word embedding is drawn on a line.',
  'A sensor sends a single number instead of its reading.',
  'A song is placed on a scale by its features.',
];

/** Totals for which each share is a short decimal. */
const TOTALS = [8, 10, 16, 20, 25, 40, 50];
const DIAGONALS = ['1 1', '1 -1'];
const SLANTED = ['1 2', '2 1', '1 -2', '2 -1'];
/** Directions, and how often their squared length may separate the eigenvalues. */
const DIRECTIONS = [
  { steps: 4, lines: DIAGONALS },
  { steps: 3, lines: SLANTED },
  { steps: 1, lines: ['1 3', '3 1', '1 -3', '3 -1', '2 3', '3 2', '2 -3', '3 -2', '3 4', '4 3', '3 -4', '4 -3'] },
];
const UNITS = [
  { length: 5, lines: ['3 4', '4 3', '3 -4', '4 -3'] },
  { length: 3, lines: ['1 2 2', '2 1 2', '2 2 1', '1 -2 2', '2 1 -2', '2 -2 1'] },
];
/** Scores of four points along both directions, up to their sizes; the second design needs an even difference of these. */
const DESIGNS = [
  { along: [1, 1, -1, -1], across: [1, -1, 1, -1] },
  { along: [1, -1, 0, 0], across: [0, 0, 1, -1] },
];

export default generator({
  id: 'linear-algebra/principal-components',
  version: 1,
  title: 'Principal component analysis',
  bullet: 'Eigenvalues and Eigenvectors',
  why: 'PCA keeps the directions in which data vary most: the eigenvectors of the covariance matrix with the largest eigenvalues.',
  needs: ['linear-algebra/spectral-decomposition', 'linear-algebra/matrix-product'],
  levels: [
    level({
      says: 'the covariance matrix of centred points',
      par: 50,
      pick(rng) {
        const n = rng.int(3, 4);
        const drawn = Array.from({ length: n - 1 }, () => rng.ints(2, -4, 4));
        const X = [...drawn, [0, 1].map(j => 0 - drawn.reduce((total, point) => total + at(point, j), 0))];
        const squares = momentsOf(X);
        if (squares.some(entry => entry % n !== 0) || at(squares, 1) === 0) return undefined;
        const isKind = X.flat().every(entry => Math.abs(entry) <= 5) && areDifferent(...X.map(point => point.join()));
        return isKind ? { X, scene: rng.index(FEATURES) } : undefined;
      },
      ask({ X, scene }) {
        const n = X.length;
        const key = matrix(meanMoments(X, n));
        const sizes = sum(X.map(([x = 0, y = 0]) => Math.abs(x * y))).over(n);
        const withSizes = key.map((entry, i, j) => (i === j ? entry : sizes));
        return {
          statement: say`${at(FEATURES, scene)} The rows of ${math`X`} are ${n} centred points: each column adds up to 0. Find their covariance matrix ${math`C`}, with division by ${n}. ${display(math`X = ${matrix(X)}`)}`,
          figures: [figure.plane({ axes: ['feature 1', 'feature 2'], points: X.map(([x = 0, y = 0]) => [x, y]) })],
          answers: [
            answer.matrix({
              label: say`${math`C =`}`,
              key,
              mistakes: [
                mistake(withSizes)`Off the diagonal you added sizes. Keep the sign of each product.`,
                ...covarianceSlips(key, n),
              ],
            }),
          ],
          hints: [
            say`For centred points in the rows of ${math`X`}, the covariance matrix is ${math`C = \frac{1}{${n}} X^T X`}.`,
            say`With points ${math`(x, y)`}, the diagonal holds the means of ${math`x^2`} and ${math`y^2`}; both other places hold that of ${math`x y`}.`,
            say`The squares of the first column add up to ${at(momentsOf(X), 0)}.`,
          ],
          solution: [
            say`Squares of the first column: ${addedUp(X.map(([x = 0]) => [x, x]))}.`,
            say`Products of the columns: ${addedUp(X.map(([x = 0, y = 0]) => [x, y]))}.`,
            say`Squares of the second column: ${addedUp(X.map(([, y = 0]) => [y, y]))}.`,
            say`Divided by ${n}: ${math`C = ${key}`}.`,
          ],
        };
      },
      // The variance along three directions, each from the projected points: these fix a symmetric matrix.
      verify({ X }, [key]) {
        const varianceAlong = (v: Vector) => sum(X.map(point => vector(point).dot(v).power(2))).over(X.length);
        const directions = [vector([1, 0]), vector([0, 1]), vector([1, 1])];
        return key.rows === 2 && key.isSymmetric() && directions.every(v => v.dot(key.apply(v)).equals(varianceAlong(v)));
      },
    }),

    level({
      says: 'the share of the variance that is kept',
      par: 20,
      pick(rng) {
        const [count, total] = [rng.int(3, 4), rng.pick(TOTALS)];
        const drawn = rng.sample([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 18, 20, 24, 30], count - 1);
        const last = drawn.reduce((left, value) => left - value, total);
        const values = rng.shuffle([...drawn, last]);
        const given = { values, k: rng.int(1, count - 1) };
        if (last < 1 || drawn.includes(last)) return undefined;
        const { kept, listed, squared } = sharesOf(given);
        return areDifferent(kept, listed, squared) ? { ...given, scene: rng.index(DATA) } : undefined;
      },
      ask(given) {
        const { values, k, scene } = given;
        const { kept, listed, squared, total, sorted } = sharesOf(given);
        const n = values.length;
        const first = k === 1 ? 'component' : `${k} components`;
        return {
          statement: say`The covariance matrix of ${at(DATA, scene)} has the eigenvalues ${list(values)}. PCA keeps the first ${first}. What share of the variance is kept?`,
          answers: [
            answer.number({
              label: say`Share:`,
              key: kept,
              mistakes: [
                mistake(listed)`You kept the order of the list. PCA begins with the largest eigenvalue.`,
                mistake(rational(1).minus(kept))`That is the share that is lost.`,
                mistake(squared)`You squared the eigenvalues. They are variances already.`,
                mistake(rational(k, n))`You counted components. Each counts by its eigenvalue.`,
                mistake(kept.over(rational(1).minus(kept)))`You compared it with the rest. Compare it with the whole.`,
                mistake(kept.times(total))`That is the variance that is kept. Divide it by the whole variance.`,
              ],
            }),
          ],
          hints: [
            say`Each eigenvalue is the variance along its own component, and together they are the whole variance.`,
            say`${k === 1 ? 'Take the largest eigenvalue' : `Add the ${k} largest eigenvalues`} and divide by the sum of all.`,
            say`The sum of all is ${total}.`,
          ],
          solution: [
            say`From the largest on, the eigenvalues are ${list(sorted)}. Their sum is ${total}.`,
            say`Kept: ${math`${signedSum(sorted.slice(0, k))}${k === 1 ? '' : math` = ${kept.times(total)}`}`}.`,
            say`The share is ${math`\frac{${kept.times(total)}}{${total}} = ${decimal(kept)}`}, or ${percent(kept)}.`,
          ],
        };
      },
      // Brute force: no choice of as many components keeps more, and one keeps as much.
      verify({ values, k }, [key]) {
        const shares = [...combinations(values, k)].map(chosen => sum(chosen).over(sum(values)));
        return shares.every(share => share.compare(key) <= 0) && shares.some(share => share.equals(key));
      },
    }),

    level({
      says: 'the first direction and its share',
      par: 80,
      pick(rng) {
        const { steps, lines } = rng.pick(DIRECTIONS);
        const [v, low] = [entriesOf(rng.pick(lines)), rng.int(1, 6)];
        const C = rowsOf(v, low + rng.int(1, steps) * dotOf(v, v), low);
        return C.flat().every(entry => Math.abs(entry) <= 20) ? { C, scene: rng.index(THINGS) } : undefined;
      },
      ask({ C, scene }) {
        const [a = 0, , , d = 0] = C.flat();
        const { trace, det, low, high } = integerSpectrum(C);
        const key = kernelOf(C, high);
        const [kept, lost] = [rational(high, trace), rational(low, trace)];
        return {
          statement: say`Two features of ${at(THINGS, scene)} have the covariance matrix ${math`C`}. Find the first principal direction ${math`v`}, of any length, and, as a fraction, the share of the variance along it. ${display(math`C = ${matrix(C)}`)}`,
          answers: [
            answer.direction({
              label: say`${math`v =`}`,
              key,
              mistakes: [
                ...slips(key, high),
                mistake(vector([a, d]))`Those are the variances of the features. Look for an eigenvector.`,
              ],
            }),
            answer.number({
              label: say`Share:`,
              key: kept,
              mistakes: [
                mistake(lost)`That is the share of the second direction.`,
                mistake(rational(Math.max(a, d), trace))`The diagonal holds the variances of the features. Take an eigenvalue.`,
                mistake(rational(high * high, high * high + low * low))`You squared the eigenvalues. They are variances already.`,
                mistake(rational(high, low))`You compared the two eigenvalues. Divide the larger one by their sum.`,
                mistake(high)`That is the variance along ${math`v`}. Divide it by the whole variance.`,
              ],
            }),
          ],
          jointMistakes: [
            { wrong: [acrossFrom(key), lost], says: say`Both belong to the second direction. Take the larger eigenvalue.` },
          ],
          hints: [
            say`The first principal direction is an eigenvector of ${math`C`} for the largest eigenvalue, which is the variance along it.`,
            say`Find both eigenvalues from the trace and the determinant. The whole variance is their sum, the trace.`,
            say`The trace is ${trace}, the determinant is ${det}.`,
          ],
          solution: [
            say`From the trace and the determinant: ${characteristicEquation(trace, det)}, with the solutions ${high} and ${low}.`,
            solvedBy(C, high, key),
            say`The share is ${math`\frac{${high}}{${trace}}${kept.denominator === BigInt(trace) ? '' : math` = ${kept}`}`}.`,
          ],
        };
      },
      // No covariance with the direction at right angles, and more than half of the variance along this one.
      verify({ C }, [v, share]) {
        const image = matrix(C).apply(v);
        const along = v.dot(image).over(v.normSquared());
        const isAxis = acrossFrom(v).dot(image).isZero();
        return isAxis && share.times(matrix(C).trace()).equals(along) && share.compare('1/2') > 0;
      },
    }),

    level({
      says: 'the score of a point, and its reconstruction',
      par: 60,
      pick(rng) {
        const { length, lines } = rng.pick(UNITS);
        const u = entriesOf(rng.pick(lines));
        const [mu, d] = [u.map(() => rng.int(-3, 6)), u.map(() => rng.int(-6, 6))];
        const product = dotOf(u, d);
        const isKind = product !== 0 && product % (length === 3 ? 9 : 5) === 0 && product * product < dotOf(u, u) * dotOf(d, d);
        if (!isKind || dotOf(u, mu) === 0) return undefined;
        return { u, length, mu, x: mu.map((entry, i) => entry + at(d, i)), scene: rng.index(COMPRESSED) };
      },
      ask({ u, length, mu, x, scene }) {
        const [q, centre, point] = [vector(u).times(rational(1, length)), vector(mu), vector(x)];
        const d = point.minus(centre);
        const score = q.dot(d);
        const uncentred = q.dot(point);
        const back = centre.plus(q.times(score));
        return {
          statement: say`${at(COMPRESSED, scene)} The data have the mean ${math`\mu = ${row(mu)}`}, and ${math`q = \frac{1}{${length}} ${row(u)}`} is the first principal direction, of length 1. For the point ${math`x = ${row(x)}`}, find its score ${math`s`} along ${math`q`}, and the point ${math`\hat{x}`} that is reconstructed from this score.`,
          answers: [
            answer.number({
              label: say`${math`s =`}`,
              key: score,
              decimal: true,
              mistakes: [
                mistake(uncentred)`You took the score of ${math`x`} itself. Take the mean away first.`,
                mistake(score.times(length))`You left out the factor in front of ${math`q`}.`,
                mistake(score.negated())`You took ${math`x`} away from the mean. The score belongs to ${math`x - \mu`}.`,
                mistake(score.over(length))`You divided twice by ${length}. Once is enough, as it stands in ${math`q`}.`,
              ],
            }),
            answer.vector({
              label: say`${math`\hat{x} =`}`,
              key: back,
              decimal: true,
              mistakes: [
                mistake(q.times(score))`That is ${math`s q`}. Add the mean again.`,
                mistake(point)`That is the point itself. Only its part along ${math`q`} is kept.`,
                mistake(centre.plus(q.times(score.times(length))))`You left out the factor in front of ${math`q`}.`,
                mistake(centre.minus(q.times(score)))`That lies on the other side of the mean. Add ${math`s q`}.`,
                mistake(q.times(uncentred))`You projected ${math`x`} itself. Project ${math`x - \mu`}, then add ${math`\mu`}.`,
                mistake(centre.plus(q.times(uncentred)))`The score belongs to ${math`x - \mu`}, not to ${math`x`}.`,
              ],
            }),
          ],
          hints: [
            say`The score is ${math`s = q^T (x - \mu)`}, and the reconstruction is ${math`\hat{x} = \mu + s q`}.`,
            say`Take the mean away, multiply by ${math`q`}, then go ${math`s`} steps of ${math`q`} from the mean.`,
            say`Without the mean the point is ${row(d.entries)}.`,
          ],
          solution: [
            say`${math`x - \mu = ${row(d.entries)}`}.`,
            say`${math`s = \frac{1}{${length}} (${productSum(paired(u, d.entries))}) = \frac{${score.times(length)}}{${length}} = ${score}`}.`,
            say`${math`s q = ${row(q.times(score).entries.map(decimal))}`}, so ${math`\hat{x} = \mu + s q = ${row(back.entries.map(decimal))}`}.`,
          ],
        };
      },
      // From the mean it is s units of length in the direction of q, and what is left of x is at right angles to q.
      verify({ u, length, mu, x }, [s, back]) {
        const moved = back.minus(vector(mu));
        const rest = vector(x).minus(back);
        return moved.times(length).equals(vector(u).times(s)) && rest.dot(vector(u)).isZero();
      },
    }),

    level({
      says: 'from four points to the first direction',
      par: 120,
      pick(rng) {
        const lines = rng.pick([DIAGONALS, SLANTED]);
        const [v, design] = [entriesOf(rng.pick(lines)), lines === DIAGONALS ? rng.index(DESIGNS) : 0];
        const [wide, narrow, mu] = [rng.int(2, 4), rng.int(1, 3), [rng.nonzero(-4, 6), rng.nonzero(-4, 6)]];
        if (wide <= narrow || (design > 0 && (wide - narrow) % 2 > 0)) return undefined;
        const around = rng.shuffle(pointsOf(v, wide, narrow, design));
        const X = around.map(point => point.map((entry, j) => entry + at(mu, j)));
        return X.flat().every(entry => Math.abs(entry) <= 12) ? { X, scene: rng.index(FEATURES) } : undefined;
      },
      ask({ X, scene }) {
        const centre = [0, 1].map(j => X.reduce((total, point) => total + at(point, j), 0) / X.length);
        const moved = X.map(point => point.map((entry, j) => entry - at(centre, j)));
        const n = X.length;
        const C = meanMoments(moved, n);
        const { trace, det, low, high } = integerSpectrum(C);
        const key = kernelOf(C, high);
        const S = matrix(C);
        return {
          statement: say`${at(FEATURES, scene)} The rows of ${math`X`} are ${n} data points. Find their covariance matrix ${math`C`}, with division by ${n}, and the first principal direction ${math`v`}, of any length. ${display(math`X = ${matrix(X)}`)}`,
          answers: [
            answer.matrix({
              label: say`${math`C =`}`,
              key: S,
              mistakes: [
                mistake(matrix(meanMoments(X, n)))`You did not centre. Take the mean of each column away first.`,
                ...covarianceSlips(S, n),
              ],
            }),
            answer.direction({
              label: say`${math`v =`}`,
              key,
              mistakes: [
                ...slips(key, high),
                mistake(vector(centre))`That is the direction of the mean. PCA looks at the points around it.`,
              ],
            }),
          ],
          hints: [
            say`Centre first: take the mean of each column away. Then ${math`C = \frac{1}{${n}} X^T X`} with the centred rows.`,
            say`The first principal direction is the eigenvector of ${math`C`} for the larger eigenvalue.`,
            say`The means of the columns are ${list(centre)}.`,
          ],
          solution: [
            say`The mean is ${row(centre)}, so the centred points are ${list(moved.map(point => row(point)))}.`,
            say`The means of their squares and products give ${math`C = ${S}`}.`,
            say`The eigenvalues solve ${characteristicEquation(trace, det)}: they are ${high} and ${low}.`,
            solvedBy(C, high, key),
          ],
        };
      },
      // The covariance from the differences of all pairs, without any mean; along v there is more than half of it, and none across.
      verify({ X }, [C, v]) {
        const differences = X.flatMap(point => X.map(other => vector(point).minus(vector(other))));
        const entry = (i: number, j: number) => sum(differences.map(d => d.at(i).times(d.at(j)))).over(2 * differences.length);
        const image = C.apply(v);
        const isAxis = acrossFrom(v).dot(image).isZero();
        const isFirst = v.dot(image).times(2).compare(C.trace().times(v.normSquared())) > 0;
        return C.equals(Matrix.build(2, 2, entry)) && isAxis && isFirst;
      },
    }),
  ],
});

function entriesOf(line: string): number[] {
  return line.split(' ').map(Number);
}

function dotOf(u: number[], v: number[]): number {
  return paired(u, v).reduce((total, [a, b]) => total + a * b, 0);
}

/** The sums of x², xy and y². */
function momentsOf(X: number[][]): number[] {
  let [xx, xy, yy] = [0, 0, 0];
  for (const [x = 0, y = 0] of X) [xx, xy, yy] = [xx + x * x, xy + x * y, yy + y * y];
  return [xx, xy, yy];
}

/** The moments over n, as the rows of a matrix. */
function meanMoments(X: number[][], n: number): number[][] {
  const [xx = 0, xy = 0, yy = 0] = momentsOf(X).map(entry => entry / n);
  return [
    [xx, xy],
    [xy, yy],
  ];
}

/** The products of the pairs, added up. */
function addedUp(pairs: number[][]): Formula {
  const products = pairs.map(([a = 0, b = 0]) => a * b);
  return math`${signedSum(products)} = ${sum(products)}`;
}

function sharesOf({ values, k }: { values: number[]; k: number }) {
  const sorted = values.toSorted((a, b) => b - a);
  const total = sum(values);
  const squares = sorted.map(value => value * value);
  return {
    sorted,
    total,
    kept: sum(sorted.slice(0, k)).over(total),
    listed: sum(values.slice(0, k)).over(total),
    squared: sum(squares.slice(0, k)).over(sum(squares)),
  };
}

/** The symmetric matrix with the eigenvalue `high` along v and `low` at right angles to it. */
function rowsOf(v: number[], high: number, low: number): number[][] {
  const step = (high - low) / dotOf(v, v);
  return v.map((p, i) => v.map((q, j) => step * p * q + (i === j ? low : 0)));
}

/** Four points around 0 with the scores of a design along v and at right angles to it. */
function pointsOf(v: number[], wide: number, narrow: number, design: number): number[][] {
  const { along, across } = at(DESIGNS, design);
  const [p, q] = [at(v, 0), at(v, 1)];
  return paired(along, across).map(([a, b]) => [wide * a * p + narrow * b * q, wide * a * q - narrow * b * p]);
}

/** What the first row of the matrix minus the value sends to 0: coprime, the first entry positive. */
function kernelOf(C: number[][], value: number): Vector {
  const [a = 0, b = 0] = at(C, 0);
  const direction = primitive(vector([b, value - a]));
  return direction.times(direction.at(0).sign() < 0 ? -1 : 1);
}

function acrossFrom(v: Vector): Vector {
  return vector([v.at(1), v.at(0).negated()]);
}

/** What is given in place of a covariance matrix. */
function covarianceSlips(key: Matrix, n: number) {
  return [
    mistake(key.times(n))`You added the squares and products. Divide the sums by ${n}.`,
    mistake(key.times(rational(n, n - 1)))`You divided by ${n - 1}. Here the division is by ${n}.`,
    mistake(key.map((entry, i, j) => (i === j ? entry : entry.negated())))`Keep the sign of the products off the diagonal.`,
    mistake(key.map((entry, i, j) => (i === j ? entry : 0)))`You left out the mean of the products off the diagonal.`,
    mistake(key.map((entry, i, j) => (i === j ? key.at(1 - i, 1 - i) : entry)))`The diagonal is swapped: column 1 goes first.`,
  ];
}

/** What is given in place of the first direction. */
function slips(key: Vector, high: number) {
  const [p, q] = [key.at(0), key.at(1)];
  return [
    mistake(acrossFrom(key))`That is the second direction. Take the eigenvector for the larger eigenvalue.`,
    mistake(vector([p, q.negated()]))`One sign is turned. Put your vector into a row of ${math`C - ${high} I`}.`,
    mistake(vector([q, p]))`The entries are swapped. Put them into a row of ${math`C - ${high} I`}.`,
  ];
}

function solvedBy(C: number[][], high: number, key: Vector) {
  const [a = 0, b = 0] = at(C, 0);
  const left = combination([a - high, b], ['x', 'y']);
  return say`Row 1 of ${math`C - ${high} I`} says ${math`${left} = 0`}. That holds for ${math`v = ${row(key.entries)}`}.`;
}
