// Determinants: of 2 by 2 and 3 by 3 matrices, with an unknown, and of products that are known only by their factors.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  combination,
  determinant,
  display,
  drawMatrix,
  finiteSet,
  generator,
  inverse,
  level,
  list,
  Matrix,
  math,
  matrix,
  matrixOf,
  mistake,
  productSum,
  Rational,
  rank,
  rational,
  say,
  signed,
  signedSum,
  sure,
  tex,
} from '#kit';

const PLANE = [
  { M: 'A', says: say`A layer with two inputs and two outputs has the weights ${math`A`}.` },
  { M: 'J', says: say`A step of a normalising flow has the Jacobian ${math`J`}.` },
  {
    M: 'T',
    says: say`Data augmentation multiplies the points of an image by ${math`T`}. Signed areas grow by the factor ${math`\det T`}.`,
  },
  { M: 'H', says: say`A linear recurrent network multiplies its state by ${math`H`}.` },
  { M: 'S', says: say`You want to know whether ${math`S`} has an inverse.` },
];
const SPACE = [
  { M: 'A', says: say`A layer mixes three channels by ${math`A`}.` },
  { M: 'J', says: say`A flow in three dimensions has the Jacobian ${math`J`}.` },
  { M: 'R', says: say`A simulation deforms a block of rubber by ${math`R`}.` },
  { M: 'C', says: say`A colour filter mixes red, green and blue by ${math`C`}.` },
  { M: 'V', says: say`The columns of ${math`V`} are three embeddings. The determinant is the signed volume that they span.` },
];
const UNKNOWNS = [
  say`A layer loses information when its matrix ${math`M`} is singular.`,
  say`Two feature vectors, the rows of ${math`M`}, lie on one line through 0 when ${math`M`} is singular.`,
  say`A step of a flow can’t be undone when its Jacobian ${math`M`} is singular.`,
  say`An eigenvalue problem asks when a matrix ${math`M`} becomes singular.`,
];
/** How the second matrix comes in. */
const FORMS = [
  { shown: math`B`, rule: say`${math`B`} counts as it stands.`, says: say`You divided by ${math`\det B`}. It multiplies here.` },
  {
    shown: math`B^T`,
    rule: say`Transposing changes no determinant.`,
    says: say`You took the reciprocal. Transposing changes no determinant.`,
  },
  {
    shown: tex('B^{-1}', 'B inverse'),
    rule: say`An inverse has the reciprocal determinant.`,
    says: say`You multiplied by ${math`\det B`}. The inverse of ${math`B`} has the reciprocal determinant.`,
  },
];
const FLOWS = [
  say`Two steps of a normalising flow have the Jacobians ${math`A`} and ${math`B`}.`,
  say`Two linear layers have the weight matrices ${math`A`} and ${math`B`}.`,
  say`Of two square matrices ${math`A`} and ${math`B`} you know only the determinants.`,
  say`Two changes of coordinates have the matrices ${math`A`} and ${math`B`}.`,
];

export default generator({
  id: 'linear-algebra/determinant',
  version: 1,
  title: 'Determinant',
  bullet: 'Vectors and Matrices',
  why: 'It tells whether a matrix can be inverted, scales volumes in normalising flows, and leads to eigenvalues.',
  needs: ['linear-algebra/linear-transformations'],
  levels: [
    level({
      says: 'a 2 by 2 determinant',
      par: 15,
      pick(rng) {
        const M = drawMatrix(rng, 2, 2, -6, 6);
        const { key, added, rowwise, columnwise } = planar(M);
        const isClear = key !== 0 && areDifferent(key, -key, added, rowwise, columnwise);
        return isClear ? { M, scene: rng.index(PLANE) } : undefined;
      },
      ask({ M, scene }) {
        const { M: name, says } = at(PLANE, scene);
        const { key, added, rowwise, columnwise } = planar(M);
        const [[a = 0, b = 0], [c = 0, d = 0]] = [at(M, 0), at(M, 1)];
        return {
          statement: say`${says} Compute ${math`\det ${name}`} for ${display(math`${name} = ${matrix(M)}`)}`,
          answers: [
            answer.number({
              label: say`${math`\det ${name} =`}`,
              key,
              mistakes: [
                mistake(added)`You added the two products. The second one is taken away.`,
                mistake(-key)`The sign is turned. The product of the main diagonal comes first.`,
                mistake(rowwise)`You multiplied along the rows. Multiply along the two diagonals.`,
                mistake(columnwise)`You multiplied down the columns. Multiply along the two diagonals.`,
                mistake(a * d)`That is the product of the main diagonal. Take away the other one.`,
              ],
            }),
          ],
          hints: [
            say`The determinant of a 2 by 2 matrix is the product of the main diagonal minus the product of the other one.`,
            say`Multiply top left by bottom right, and top right by bottom left. Take away the second product with its sign.`,
            say`The main diagonal gives ${productSum([[a, d]])}.`,
          ],
          solution: [
            say`The products are ${math`${productSum([[a, d]])} = ${a * d}`} and ${math`${productSum([[b, c]])} = ${b * c}`}.`,
            say`Take away: ${math`\det ${name} = ${a * d} - ${bracketed(b * c)} = ${key}`}.`,
          ],
        };
      },
      verify: ({ M }, [key]) => determinant(matrix(M)).equals(key),
    }),

    level({
      says: 'a 3 by 3 matrix with a sparse row or column',
      par: 35,
      pick(rng) {
        const [i, j, kind] = [rng.int(0, 2), rng.int(0, 2), rng.int(0, 3)];
        const full = drawMatrix(rng, 3, 3, -5, 5);
        // A sparse row or column, or zeros above or below the diagonal.
        const isEmpty = (r: number, c: number) => at([r === i && c !== j, c === j && r !== i, c > r, c < r], kind);
        const M = full.map((entries, r) => entries.map((entry, c) => (isEmpty(r, c) ? 0 : entry)));
        const given = kind < 2 ? { M, i, j } : { M, i: 2 * kind - 4, j: 2 * kind - 4 };
        const { key, turned, minor, permanent } = sparse(given);
        return key !== 0 && areDifferent(key, turned, minor, permanent) ? { ...given, scene: rng.index(SPACE) } : undefined;
      },
      ask(given) {
        const { M, i, j, scene } = given;
        const { M: name, says } = at(SPACE, scene);
        const { key, turned, minor, permanent, entry, sign, rest, diagonal } = sparse(given);
        const place = say`row ${i + 1}, column ${j + 1}`;
        return {
          statement: say`${says} Compute ${math`\det ${name}`} for ${display(math`${name} = ${matrix(M)}`)}`,
          answers: [
            answer.number({
              label: say`${math`\det ${name} =`}`,
              key,
              mistakes: [
                mistake(turned)`The sign is turned. Signs alternate like a chessboard, with plus at the top left.`,
                mistake(minor)`That is a 2 by 2 determinant alone. Multiply it by the entry, with its sign.`,
                mistake(permanent)`You added the products in the 2 by 2 determinant. Take the second one away.`,
                mistake(diagonal)`You multiplied the diagonal. That is enough only for triangular matrices.`,
              ],
            }),
          ],
          hints: [
            say`Expand along a row or a column: each entry times its sign times the determinant without its row and column. Signs alternate, plus at the top left.`,
            say`Look for a row or a column with two zeros. Only one term is left there.`,
            say`Use the entry ${entry} in ${place}; its sign is ${sign > 0 ? 'plus' : 'minus'}.`,
          ],
          solution: [
            say`Expand at the entry ${entry} in ${place}, with the sign ${sign > 0 ? 'plus' : 'minus'}.`,
            say`Without its row and column ${math`${rest}`} is left, with the determinant ${minor}.`,
            say`So ${math`\det ${name} = ${sign < 0 ? '-' : ''}${bracketed(entry)} \cdot ${bracketed(minor)} = ${key}`}.`,
          ],
        };
      },
      // Elimination instead of expansion.
      verify: ({ M }, [key]) => determinant(matrix(M)).equals(key),
    }),

    level({
      says: 'a full 3 by 3 determinant',
      par: 75,
      pick(rng) {
        const M = drawMatrix(rng, 3, 3, -4, 4);
        const { key, allPlus, falling, diagonal } = expanded(M);
        const isFull = M.every(entries => entries.filter(Boolean).length > 1);
        const isKind = key !== 0 && Math.abs(key) <= 60 && areDifferent(key, allPlus, falling, diagonal);
        return isFull && isKind ? { M, scene: rng.index(SPACE) } : undefined;
      },
      ask({ M, scene }) {
        const { M: name, says } = at(SPACE, scene);
        const { key, allPlus, falling, diagonal, minors, terms } = expanded(M);
        const top = at(M, 0);
        return {
          statement: say`${says} Compute ${math`\det ${name}`} for ${display(math`${name} = ${matrix(M)}`)}`,
          answers: [
            answer.number({
              label: say`${math`\det ${name} =`}`,
              key,
              mistakes: [
                mistake(allPlus)`You took all signs as plus. They alternate: plus, minus, plus along the first row.`,
                mistake(falling)`You added the three falling diagonals. The three rising ones are taken away.`,
                mistake(diagonal)`You multiplied the diagonal. That is enough only for triangular matrices.`,
                mistake(-key)`The sign is turned. Along the first row the signs are plus, minus, plus.`,
              ],
            }),
          ],
          hints: [
            say`Expand along a row: each entry times its sign times the determinant without its row and column. Signs alternate, plus at the top left.`,
            say`Take the first row, or one with a zero. Work out the 2 by 2 determinants, then add with the signs.`,
            say`For the entry at the top left the 2 by 2 determinant is ${at(minors, 0)}.`,
          ],
          solution: [
            say`Without the first row and column 1, 2 or 3, the 2 by 2 determinants are ${list(minors)}.`,
            say`Times the entries ${list(top)} with the signs plus, minus, plus: ${list(terms)}.`,
            say`Added: ${math`\det ${name} = ${signedSum(terms)} = ${key}`}.`,
          ],
        };
      },
      // Elimination instead of expansion.
      verify: ({ M }, [key]) => determinant(matrix(M)).equals(key),
    }),

    level({
      says: 'the numbers that make a matrix singular',
      par: 50,
      pick(rng) {
        const [low, high] = [rng.nonzero(-6, 6), rng.nonzero(-6, 6)];
        const [b, swap] = [rng.sign() * rng.int(1, 6), rng.int(0, 1)];
        const c = -(low * high) / b;
        if (low >= high || !Number.isInteger(c) || Math.abs(c) > 9) return undefined;
        // det = k (k + d) − bc has the roots low and high.
        return { b, c, d: 0 - low - high, isTurned: swap === 1, scene: rng.index(UNKNOWNS) };
      },
      ask(given) {
        const { b, c, d, isTurned, scene } = given;
        const roots = rootsOf(given);
        const [low, high] = [at(roots, 0), at(roots, 1)];
        const shifted = d === 0 ? math`k` : math`k ${signed(d)}`;
        const [first, last] = isTurned ? [shifted, math`k`] : [math`k`, shifted];
        const product = d === 0 ? math`k^2` : math`k (${shifted})`;
        const factor = (root: number) => math`(k ${signed(-root)})`;
        const negative = finiteSet([-low, -high]);
        return {
          statement: say`${at(UNKNOWNS, scene)} Find all numbers ${math`k`} that make ${math`M`} singular, for ${display(
            math`M = ${matrixOf([
              [first, b],
              [c, last],
            ])}`,
          )}`,
          answers: [
            answer.set({
              label: say`${math`k`}:`,
              key: finiteSet([low, high]),
              mistakes: [
                mistake(negative)`The signs are turned. Put a number back into the matrix.`,
                mistake(finiteSet([0, -d]))`You set the product of the main diagonal to 0. The other product counts as well.`,
                mistake(finiteSet([high]))`There is one more. The determinant is quadratic in ${math`k`}.`,
                mistake(finiteSet([low]))`There is one more. The determinant is quadratic in ${math`k`}.`,
              ],
            }),
          ],
          hints: [
            say`A square matrix is singular, without an inverse, when its determinant is 0.`,
            say`Write the determinant with ${math`k`}, set it to 0, and solve the quadratic equation.`,
            say`The determinant is ${math`${product} ${signed(-b * c)}`}.`,
          ],
          solution: [
            say`The determinant is ${math`${product} - ${bracketed(b)} \cdot ${bracketed(c)} = ${product} ${signed(-b * c)}`}.`,
            say`It factors into ${math`${factor(low)} ${factor(high)}`}.`,
            say`So it is 0 for ${math`k = ${low}`} and for ${math`k = ${high}`}.`,
          ],
        };
      },
      // For two numbers the rows are parallel; a quadratic has no third root.
      verify({ b, c, d }, [key]) {
        const isSingular = (k: unknown) =>
          k instanceof Rational &&
          rank(Matrix.build(2, 2, (i, j) => (i !== j ? (i === 0 ? b : c) : i === 0 ? k : k.plus(d)))) < 2;
        return key.size === 2 && key.elements.every(isSingular);
      },
    }),

    level({
      says: 'the determinant of a product, by the rules',
      par: 40,
      pick(rng) {
        const size = () => rng.sign() * rng.int(2, 6);
        const given = {
          n: rng.int(2, 3),
          c: rng.pick([2, 3, -1, -2, -3]),
          p: rng.int(1, 2),
          form: rng.index(FORMS),
          a: size(),
          b: size(),
        };
        const { key, once, otherForm, unsquared, summed } = byRules(given);
        const isKind = key.abs().compare(300) <= 0 && areDifferent(key, once, otherForm, summed);
        return isKind && (given.p === 1 || areDifferent(key, unsquared)) ? { ...given, scene: rng.index(FLOWS) } : undefined;
      },
      ask(given) {
        const { n, c, p, form, a, b, scene } = given;
        const { key, once, otherForm, unsquared, summed, ofA, ofB, power } = byRules(given);
        const { shown, rule, says } = at(FORMS, form);
        const asked = math`\det(${combination([c], [math`${p === 2 ? 'A^2' : 'A'} ${shown}`])})`;
        return {
          statement: say`${at(FLOWS, scene)} Both matrices are ${n} by ${n}, with ${math`\det A = ${a}`} and ${math`\det B = ${b}`}. Compute ${asked}.`,
          answers: [
            answer.number({
              label: say`Determinant:`,
              key,
              mistakes: [
                mistake(once)`You took the factor ${c} out once. It stands in each of the ${n} rows.`,
                mistake(otherForm)`${says}`,
                mistake(unsquared)`You used ${math`\det A`} once. ${math`A^2`} is a product of two factors ${math`A`}.`,
                mistake(summed)`You added the determinants. Those of a product are multiplied.`,
                mistake(key.negated())`The sign is turned. Count the negative factors again.`,
              ],
            }),
          ],
          hints: [
            say`The determinant of a product is the product of the determinants. A factor of a matrix stands in each of its rows.`,
            say`Take the factor out row by row. ${rule} Then multiply.`,
            say`The factor ${c} comes out ${n} times: ${math`${bracketed(c)}^{${n}} = ${power}`}.`,
          ],
          solution: [
            say`The factor comes out of each of the ${n} rows: ${math`${bracketed(c)}^{${n}} = ${power}`}.`,
            say`The matrices give ${math`${ofA}`} and ${math`${ofB}`}. ${rule}`,
            say`Multiply: ${math`${productSum([[power, ofA, ofB]])} = ${key}`}.`,
          ],
        };
      },
      // Two concrete matrices with these determinants, multiplied out and eliminated.
      verify({ n, c, p, form, a, b }, [key]) {
        const sheared = Matrix.build(n, n, (i, j) => (i >= j ? 1 : 0));
        const scaled = (d: number) => Matrix.build(n, n, (i, j) => (i !== j ? 0 : i === 0 ? d : 1));
        const [A, B] = [sheared.times(scaled(a)), scaled(b).times(sheared.transpose())];
        const last = [B, B.transpose(), sure(inverse(B))];
        return determinant(A.power(p).times(at(last, form)).times(c)).equals(key);
      },
    }),
  ],
});

function planar([[a = 0, b = 0] = [], [c = 0, d = 0] = []]: number[][]) {
  return { key: a * d - b * c, added: a * d + b * c, rowwise: a * b - c * d, columnwise: a * c - b * d };
}

/** What is left without row i and column j. */
function without(M: number[][], i: number, j: number): number[][] {
  return M.filter((_, r) => r !== i).map(entries => entries.filter((_, c) => c !== j));
}

function sparse({ M, i, j }: { M: number[][]; i: number; j: number }) {
  const [entry, sign, rest] = [at(at(M, i), j), (i + j) % 2 === 0 ? 1 : -1, without(M, i, j)];
  const { key: minor, added } = planar(rest);
  const key = sign * entry * minor;
  return { key, turned: -key, minor, permanent: sign * entry * added, entry, sign, rest: matrix(rest), diagonal: diagonalOf(M) };
}

function diagonalOf(M: number[][]): number {
  return M.reduce((product, entries, i) => product * at(entries, i), 1);
}

function expanded(M: number[][]) {
  const minors = [0, 1, 2].map(j => planar(without(M, 0, j)).key);
  const products = at(M, 0).map((entry, j) => entry * at(minors, j));
  const terms = products.map((product, j) => (j === 1 ? 0 - product : product));
  const total = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  const falling = [0, 1, 2].map(shift => M.reduce((product, entries, i) => product * at(entries, (i + shift) % 3), 1));
  return { key: total(terms), allPlus: total(products), falling: total(falling), diagonal: diagonalOf(M), minors, terms };
}

function rootsOf({ b, c, d }: { b: number; c: number; d: number }): number[] {
  return Array.from({ length: 13 }, (_, i) => i - 6).filter(k => k * (k + d) === b * c);
}

function byRules({ n, c, p, form, a, b }: { n: number; c: number; p: number; form: number; a: number; b: number }) {
  const power = rational(c).power(n);
  const ofA = rational(a).power(p);
  const isInverse = form === 2;
  const [ofB, other] = isInverse ? [rational(1, b), rational(b)] : [rational(b), rational(1, b)];
  return {
    power,
    ofA,
    ofB,
    key: power.times(ofA).times(ofB),
    once: ofA.times(ofB).times(c),
    otherForm: power.times(ofA).times(other),
    unsquared: power.times(a).times(ofB),
    summed: power.times(ofA.plus(ofB)),
  };
}
