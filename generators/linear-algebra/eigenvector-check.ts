// What an eigenvector is: seeing one, its eigenvalue, telling it from near misses, an entry that makes one, and matrices made from A.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  combination,
  determinant,
  display,
  eigenspace,
  type Formula,
  generator,
  inverse,
  level,
  list,
  Matrix,
  math,
  matrix,
  matrixWithHole,
  mistake,
  paired,
  productSum,
  productSumWorked,
  type Rational,
  type Rng,
  rational,
  rationalEigenvalues,
  row,
  say,
  signed,
  sum,
  sure,
  tex,
  vector,
} from '#kit';

/** The letters of the matrix and the vector, and what the matrix does again and again. */
const MAPS = [
  { M: 'A', v: 'v', says: say`A linear recurrent network multiplies its state by ${math`A`} at each step.` },
  { M: 'W', v: 'x', says: say`A linear layer with as many outputs as inputs has the weights ${math`W`}.` },
  { M: 'T', v: 'd', says: say`Augmentation moves the points of an image by ${math`T`}.` },
  { M: 'G', v: 'e', says: say`Each step of an iterative solver multiplies the error by ${math`G`}.` },
  { M: 'J', v: 'u', says: say`Near a fixed point a network acts like its Jacobian ${math`J`}.` },
  { M: 'S', v: 'w', says: say`A filter multiplies each signal by ${math`S`}.` },
];
const KINDS = [
  { id: 'same', text: 'yes, and it keeps its direction', test: 'both entries would have the same positive factor' },
  { id: 'turned', text: 'yes, and it is turned round', test: 'both entries would have the same negative factor' },
  { id: 'zero', text: 'yes, and it is sent to zero', test: 'both entries of the image would be 0' },
  { id: 'no', text: 'no', test: 'the two entries would have different factors' },
];
const POWERS = [
  say`A recurrent network multiplies its state by ${math`A`}.`,
  say`The Hessian of a quadratic loss is ${math`A`}.`,
  say`A graph filter is built from a matrix ${math`A`}.`,
  say`A linear layer with square weights ${math`A`} is used several times.`,
];
type Change = (value: Rational, c: number) => Rational;
type Form = { of: (c: number) => Formula; key: Change; slip: Change; says: string };
/** Matrices made from A: what happens to the eigenvalue, and what people do instead. */
const FORMS: readonly Form[] = [
  {
    of: c => math`A ${signed(c)} I`,
    key: (l, c) => l.plus(c),
    slip: (l, c) => l.times(c),
    says: 'You multiplied. A multiple of I is added to the eigenvalue.',
  },
  {
    of: c => combination([c], ['A']),
    key: (l, c) => l.times(c),
    slip: (l, c) => l.plus(c),
    says: 'You added. A factor of the matrix multiplies the eigenvalue.',
  },
  { of: () => math`A^2`, key: l => l.power(2), slip: l => l.times(2), says: 'You doubled. Applying A twice multiplies twice.' },
  {
    of: () => math`A^3`,
    key: l => l.power(3),
    slip: l => l.times(3),
    says: 'You took it three times. Applying A three times multiplies three times.',
  },
  {
    of: () => tex('A^{-1}', 'A inverse'),
    key: l => l.power(-1),
    slip: l => l.negated(),
    says: 'You changed the sign. The inverse undoes a factor: take the reciprocal.',
  },
  {
    of: c => math`A^2 ${signed(c)} I`,
    key: (l, c) => l.power(2).plus(c),
    slip: (l, c) => l.plus(c).power(2),
    says: 'You added first. Square the eigenvalue, then add.',
  },
];

export default generator({
  id: 'linear-algebra/eigenvector-check',
  version: 1,
  title: 'What an eigenvector is: checking Av = λv',
  bullet: 'Eigenvalues and Eigenvectors',
  why: 'Eigenvectors are the directions that a matrix only stretches: the axes of PCA, the modes of a recurrent network.',
  needs: ['linear-algebra/matrix-vector-product'],
  levels: [
    level({
      says: 'is this an eigenvector?',
      par: 25,
      pick(rng) {
        const v = drawDirection(rng, 2);
        const [x = 0, y = 0] = v;
        const factor = rng.pick([2, 3, 4, 1, 0, -1, -2, -3]);
        // Half of them are eigenvectors; the others have one factor an entry, or the entries swapped.
        const isSwapped = rng.int(0, 2) === 0;
        const miss = isSwapped ? [factor * y, factor * x] : [factor * x, rng.pick([-factor, factor + 1]) * y];
        const M = drawRows(rng, v, rng.int(0, 2) === 0 ? miss : [factor * x, factor * y]);
        return M && { M, v, scene: rng.index(MAPS) };
      },
      ask({ M, v, scene }) {
        const { M: name, v: short, says } = at(MAPS, scene);
        const image = matrix(M).apply(vector(v));
        const factors = paired(image.entries, v).map(([own, entry]) => own.over(entry));
        const key = kindOf(factors);
        const asked = math`${name} ${short}`;
        return {
          statement: say`${says} Is ${math`${short}`} an eigenvector of ${math`${name}`}? ${display(math`${name} = ${matrix(M)},\quad ${short} = ${vector(v)}`)}`,
          answers: [
            answer.choice({
              label: say`Answer:`,
              key,
              options: KINDS.map(({ id, text }) => ({ id, text: say`${text}` })),
              mistakes: KINDS.map(({ id, test }) => mistake(id)`Then ${test}. Compute ${asked} again and compare.`),
            }),
          ],
          hints: [
            say`An eigenvector is a vector other than zero that the matrix sends to a multiple of itself: ${math`${asked} = \lambda ${short}`}.`,
            say`Compute ${asked} and divide each entry by that of ${math`${short}`}. Compare the two factors.`,
            say`The first entry of ${asked} is ${productSum(paired(at(M, 0), v))}.`,
          ],
          solution: [
            ...M.map((entries, i) => say`Row ${i + 1}: ${productSumWorked(paired(entries, v))}.`),
            say`Divided by the entries of ${math`${short}`}, the factors are ${list(factors)}.`,
            say`${key === 'no' ? 'They differ' : 'They agree'}. So the answer is: ${sure(KINDS.find(({ id }) => id === key)).text}.`,
          ],
        };
      },
      // Vector and image are the columns of a singular matrix; their product has the sign of the factor.
      verify({ M, v }, [key]) {
        const image = matrix(M).apply(vector(v));
        if (!determinant(Matrix.fromColumns([vector(v), image])).isZero()) return key === 'no';
        return key === at(['turned', 'zero', 'same'], 1 + image.dot(vector(v)).sign());
      },
    }),

    level({
      says: 'the eigenvalue of a given eigenvector',
      par: 30,
      pick(rng) {
        const v = drawDirection(rng, rng.int(2, 3));
        const factor = rng.sign() * rng.int(2, 5);
        const M = drawMapping(rng, v, factor);
        return M && at(at(M, 0), 0) !== factor ? { M, v, scene: rng.index(MAPS) } : undefined;
      },
      ask({ M, v, scene }) {
        const { M: name, v: short, says } = at(MAPS, scene);
        const image = matrix(M).apply(vector(v));
        const key = image.at(0).over(at(v, 0));
        const asked = math`${name} ${short}`;
        return {
          statement: say`${says} The vector ${math`${short} = ${row(v)}`} is an eigenvector of ${math`${name}`}. Find its eigenvalue ${math`\lambda`}. ${display(math`${name} = ${matrix(M)}`)}`,
          answers: [
            answer.number({
              label: say`${math`\lambda =`}`,
              key,
              mistakes: [
                mistake(key.negated())`The sign is turned. Compare the signs of ${asked} and ${math`${short}`}.`,
                mistake(key.power(-1))`You divided ${math`${short}`} by ${asked}. Divide the image by the vector.`,
                mistake(
                  at(at(M, 0), 0),
                )`That is the first entry of the diagonal. Multiply ${math`${name}`} by ${math`${short}`} instead.`,
                mistake(image.at(0))`That is the first entry of ${asked}. Divide it by that of ${math`${short}`}.`,
                mistake(sum(M.map((entries, i) => at(entries, i))))`That is the trace, the sum of all eigenvalues.`,
              ],
            }),
          ],
          hints: [
            say`The eigenvalue is the factor in ${math`${asked} = \lambda ${short}`}.`,
            say`One entry of ${asked} is enough. Divide it by the same entry of ${math`${short}`}.`,
            say`The first entry of ${asked} is ${productSum(paired(at(M, 0), v))}.`,
          ],
          solution: [
            ...M.map((entries, i) => say`Row ${i + 1}: ${productSumWorked(paired(entries, v))}.`),
            say`Each is the entry of ${math`${short}`} times the same factor: ${math`${image.at(0)} = ${bracketed(key)} \cdot ${bracketed(at(v, 0))}`}.`,
            say`So ${math`\lambda = ${key}`}.`,
          ],
        };
      },
      // Without the number on its diagonal the matrix sends the vector to zero and is singular.
      verify({ M, v }, [key]) {
        const rest = matrix(M).minus(Matrix.identity(v.length).times(key));
        return rest.apply(vector(v)).isZero() && determinant(rest).isZero();
      },
    }),

    level({
      says: 'which of four vectors are eigenvectors',
      par: 50,
      pick(rng) {
        const [p, q, low, high] = [rng.nonzero(-2, 2), rng.nonzero(-2, 2), rng.nonzero(-4, 4), rng.nonzero(-4, 4)];
        const P = matrix([
          [1, q],
          [p, 1 + p * q],
        ]);
        const M = P.times(Matrix.diagonal(low, high)).times(sure(inverse(P)));
        const [first, second] = [P.column(0), P.column(1)];
        const scaled = rng.pick([2, -1, -2, 3]);
        const swapped = vector(first.entries.toReversed());
        const turned = first.map((entry, i) => (i === 0 ? entry.negated() : entry));
        const more = rng.sample([first.plus(second), swapped, turned, second, first.times(-scaled), vector([1, 0])], 3);
        const all = rng.shuffle([first.times(scaled), ...more]).map(v => v.entries.map(entry => entry.toNumber()));
        const isSmall = [...M.entries.flat(), ...all.flat()].every(entry => rational(entry).abs().compare(9) <= 0);
        const given = { M: M.entries.map(entries => entries.map(entry => entry.toNumber())), all };
        const count = eigenvectorsOf(given).length;
        const isKind = low !== high && isSmall && M.entries.flat().every(entry => !entry.isZero());
        const areApart = areDifferent(...all.map(entries => entries.join()));
        return isKind && areApart && count < 4 ? { ...given, scene: rng.index(MAPS) } : undefined;
      },
      ask(given) {
        const { M, all, scene } = given;
        const { M: name, says } = at(MAPS, scene);
        const key = eigenvectorsOf(given);
        const images = all.map(v => matrix(M).apply(vector(v)));
        const ids = all.map((_, i) => idOf(i));
        const forward = key.filter(
          id =>
            at(images, ids.indexOf(id))
              .dot(vector(at(all, ids.indexOf(id))))
              .sign() > 0,
        );
        const kept = ids.filter((_, i) => at(images, i).entries.some((own, n) => own.equals(at(at(all, i), n))));
        const firstOnly = kept.every(id => key.includes(id)) ? [] : kept;
        return {
          statement: say`${says} Which of these vectors are eigenvectors of ${math`${name}`}? Choose all of them. ${display(math`${name} = ${matrix(M)}`)}`,
          answers: [
            answer.several({
              key,
              options: all.map((v, i) => ({ id: idOf(i), text: say`${row(v)}` })),
              mistakes: [
                mistake(forward)`A negative factor counts as well: the vector is turned round and stays on its line.`,
                mistake(
                  key.slice(0, 1),
                )`There is more. Any multiple of an eigenvector is one too, and a matrix may have several lines of them.`,
                mistake(ids)`You took all of them. Compare both entries of each image.`,
                mistake(ids.filter(id => !key.includes(id)))`You chose those that change their line.`,
                mistake(firstOnly)`An entry that stays the same is not enough. Both entries need the same factor.`,
              ].filter(({ wrong }) => wrong.length > 0),
            }),
          ],
          hints: [
            say`The matrix sends an eigenvector to a multiple of itself. The factor may be negative.`,
            say`Multiply each vector by ${math`${name}`} and see whether both entries get the same factor. Multiples of one vector go together.`,
            say`The image of ${row(at(all, 0))} has the first entry ${productSum(paired(at(M, 0), at(all, 0)))}.`,
          ],
          solution: [
            ...all.map(
              (v, i) =>
                say`${row(v)} goes to ${row(at(images, i).entries)}: ${key.includes(idOf(i)) ? 'a multiple' : 'no multiple'}.`,
            ),
            say`So the choice is ${list(all.filter((_, i) => key.includes(idOf(i))).map(v => row(v)))}.`,
          ],
        };
      },
      // The eigenspaces from the characteristic polynomial.
      verify({ M, all }, [key]) {
        const lines = rationalEigenvalues(matrix(M)).flatMap(value => eigenspace(matrix(M), value));
        return all.every((v, i) => key.includes(idOf(i)) === lines.some(line => line.isParallelTo(vector(v))));
      },
    }),

    level({
      says: 'the entry that makes an eigenvector',
      par: 45,
      pick(rng) {
        const v = drawDirection(rng, 2);
        const factor = rng.pick([-4, -3, -2, 2, 3, 4]);
        const full = drawMapping(rng, v, factor);
        const [i, j] = [rng.int(0, 1), rng.int(0, 1)];
        const M = full?.map((entries, r) => entries.map((entry, s) => (r === i && s === j ? 0 : entry)));
        if (!M || at(M, 1 - i).includes(0)) return undefined;
        const given = { M, v, i, j };
        const { key, fixed, added, zero } = gap(given);
        return !key.isZero() && areDifferent(key, fixed, added, zero) ? { ...given, scene: rng.index(MAPS) } : undefined;
      },
      ask(given) {
        const { M, v, i, j, scene } = given;
        const { M: name, v: short, says } = at(MAPS, scene);
        const { key, fixed, added, zero, factor, target, rest, image } = gap(given);
        const beside = at(v, j);
        const left = combination([1, beside], [rest, 'k']);
        return {
          statement: say`${says} For which ${math`k`} is ${math`${short}`} an eigenvector of ${math`${name}`}? ${display(math`${name} = ${matrixWithHole(M, i, j)},\quad ${short} = ${vector(v)}`)}`,
          answers: [
            answer.number({
              label: say`${math`k =`}`,
              key,
              mistakes: [
                mistake(
                  fixed,
                )`You asked for ${math`${name} ${short} = ${short}`}. Any multiple of ${math`${short}`} will do: the other row says which.`,
                mistake(added, 'linear-algebra/matrix-vector-product')`You added the known term to the other side. Take it away.`,
                mistake(zero)`You made row ${i + 1} give 0. It has to fit the factor of the other row.`,
                mistake(factor)`That is the eigenvalue. Now find the ${math`k`} that gives it in row ${i + 1}.`,
                mistake(key.negated())`The sign is turned. Put your number back into row ${i + 1}.`,
              ],
            }),
          ],
          hints: [
            say`In ${math`${name} ${short} = \lambda ${short}`} both rows have the same factor ${math`\lambda`}.`,
            say`The row without ${math`k`} gives ${math`\lambda`}. The other row then gives ${math`k`}.`,
            say`Row ${2 - i} gives ${productSumWorked(paired(at(M, 1 - i), v))}, and entry ${2 - i} of ${math`${short}`} is ${at(v, 1 - i)}.`,
          ],
          solution: [
            say`Row ${2 - i} gives ${image}, and entry ${2 - i} of ${math`${short}`} is ${at(v, 1 - i)}: ${math`\lambda = ${factor}`}.`,
            say`So row ${i + 1} has to give ${math`${bracketed(factor)} \cdot ${bracketed(at(v, i))} = ${target}`}: ${math`${left} = ${target}`}.`,
            say`Solve for ${math`k`}: ${math`k = ${key}`}.`,
          ],
        };
      },
      // With the number in its place, vector and image are the columns of a singular matrix.
      verify({ M, v, i, j }, [key]) {
        const image = matrix(M)
          .map((entry, r, s) => (r === i && s === j ? key : entry))
          .apply(vector(v));
        return determinant(Matrix.fromColumns([vector(v), image])).isZero();
      },
    }),

    level({
      says: 'the eigenvalue of a matrix made from A',
      par: 25,
      pick(rng) {
        const given = { value: rng.sign() * rng.int(2, 5), c: rng.nonzero(-6, 6), form: rng.index(FORMS) };
        const { key, slip } = made(given);
        const isKind = Math.abs(given.c) > 1 && !key.isZero() && areDifferent(key, slip, rational(given.value));
        return isKind ? { ...given, scene: rng.index(POWERS) } : undefined;
      },
      ask(given) {
        const { value, c, form, scene } = given;
        const { key, slip } = made(given);
        const { of, says } = at(FORMS, form);
        const asked = of(c);
        return {
          statement: say`${at(POWERS, scene)} An eigenvector ${math`v`} of ${math`A`} has the eigenvalue ${math`\lambda = ${value}`}. It is an eigenvector of ${asked} too. What is its eigenvalue there?`,
          answers: [
            answer.number({
              label: say`Eigenvalue:`,
              key,
              mistakes: [
                mistake(slip)`${says}`,
                mistake(rational(value))`That is the eigenvalue of ${math`A`}. Apply the new matrix to ${math`v`}.`,
                mistake(
                  key.negated(),
                )`The sign is turned. ${value < 0 ? say`Put ${math`\lambda`} in brackets, with its sign` : 'Put the numbers in once more'}.`,
              ],
            }),
          ],
          hints: [
            say`For this vector the matrix acts like a number: ${math`A v = ${value} v`}, and ${math`I v = v`}.`,
            say`Multiply ${math`v`} by ${asked}, and use that rule for each factor.`,
            say`Each ${math`A`} multiplies by ${value}, an inverse divides by it, and ${math`I`} changes nothing.`,
          ],
          solution: [
            say`Apply ${asked} to ${math`v`}: each ${math`A`} multiplies by ${value}, an inverse divides by it, and ${math`I`} changes nothing.`,
            say`Written with numbers: ${inNumbers(form, value, c)}.`,
            say`So the eigenvalue is ${key}.`,
          ],
        };
      },
      // A concrete matrix with this eigenvector (1, 1), worked out and applied.
      verify({ value, c, form }, [key]) {
        const P = matrix([
          [1, 1],
          [1, 2],
        ]);
        const A = P.times(Matrix.diagonal(value, 7)).times(sure(inverse(P)));
        const I = Matrix.identity(2).times(c);
        const built = at([A.plus(I), A.times(c), A.times(A), A.power(3), sure(inverse(A)), A.times(A).plus(I)], form);
        return built.apply(vector([1, 1])).equals(vector([key, key]));
      },
    }),
  ],
});

/** Entries of different sizes, none of them 0. */
function drawDirection(rng: Rng, length: number): number[] {
  return rng.sample([1, 2, 3], length).map(size => rng.sign() * size);
}

/** A matrix of small integers that sends v to the image; undefined where the draw gives none. */
function drawRows(rng: Rng, v: number[], image: number[]): number[][] | undefined {
  const last = v.length - 1;
  const rows = image.map(target => {
    const drawn = Array.from({ length: last }, () => rng.int(-4, 4));
    const rest = paired(drawn, v.slice(0, last)).reduce((left, [entry, factor]) => left - entry * factor, target);
    return [...drawn, rest / at(v, last) + 0];
  });
  const isKind = rows.flat().every(entry => Number.isInteger(entry) && Math.abs(entry) <= 6);
  return isKind && rows.flat().filter(Boolean).length > 2 ? rows : undefined;
}

/** The same with an eigenvector and its factor. */
function drawMapping(rng: Rng, v: number[], factor: number): number[][] | undefined {
  const image = v.map(entry => factor * entry);
  return drawRows(rng, v, image);
}

function kindOf(factors: readonly Rational[]): string {
  const [first, second] = [sure(factors[0]), sure(factors[1])];
  return first.equals(second) ? at(['turned', 'zero', 'same'], 1 + first.sign()) : 'no';
}

function eigenvectorsOf({ M, all }: { M: number[][]; all: number[][] }): string[] {
  const images = all.map(v => matrix(M).apply(vector(v)));
  const isStretched = (i: number) => at(images, i).isZero() || at(images, i).isParallelTo(vector(at(all, i)));
  return all
    .map((_, i) => i)
    .filter(isStretched)
    .map(idOf);
}

function idOf(i: number): string {
  return at(['a', 'b', 'c', 'd'], i);
}

function gap({ M, v, i, j }: { M: number[][]; v: number[]; i: number; j: number }) {
  const image = matrix(M).apply(vector(v));
  const factor = image.at(1 - i).over(at(v, 1 - i));
  const target = factor.times(at(v, i));
  const rest = image.at(i);
  const by = (total: Rational) => total.over(at(v, j));
  return {
    key: by(target.minus(rest)),
    fixed: by(rational(at(v, i)).minus(rest)),
    added: by(target.plus(rest)),
    zero: by(rest.negated()),
    factor,
    target,
    rest,
    image: image.at(1 - i),
  };
}

function made({ value, c, form }: { value: number; c: number; form: number }) {
  const { key, slip } = at(FORMS, form);
  return { key: key(rational(value), c), slip: slip(rational(value), c) };
}

/** The calculation of level 5 with this exercise's numbers. */
function inNumbers(form: number, value: number, c: number): Formula {
  const { key } = made({ value, c, form });
  const shown = bracketed(value);
  const left = at(
    [
      math`${value} ${signed(c)}`,
      math`${c} \cdot ${shown}`,
      math`${shown}^2`,
      math`${shown}^3`,
      math`1 / ${shown}`,
      math`${shown}^2 ${signed(c)}`,
    ],
    form,
  );
  return math`${left} = ${key}`;
}
