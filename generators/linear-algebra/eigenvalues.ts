// Eigenvalues: read from a triangle, from the characteristic equation, of symmetric and block matrices, and from trace and determinant.
import {
  answer,
  at,
  bracketed,
  characteristicEquation,
  combination,
  determinant,
  display,
  type FiniteSet,
  type Formula,
  finiteSet,
  generator,
  level,
  list,
  Matrix,
  math,
  matrix,
  mistake,
  productSum,
  Rational,
  type Rng,
  rational,
  say,
  signed,
  sum,
  sure,
  tex,
} from '#kit';

type Given = { M: number[][]; scene: number };

/** Square matrices whose eigenvalues say something. */
const MAPS = [
  {
    M: 'A',
    says: say`A linear recurrent network multiplies its state by ${math`A`}; the eigenvalues say how fast its modes grow.`,
  },
  { M: 'W', says: say`A layer with the square weights ${math`W`} stretches its eigenvectors by the eigenvalues.` },
  { M: 'J', says: say`Near a fixed point a network acts like its Jacobian ${math`J`}.` },
  { M: 'T', says: say`Augmentation moves the points of an image by ${math`T`}.` },
  { M: 'G', says: say`Each step of an iterative solver multiplies the error by ${math`G`}.` },
];
const SYMMETRIC = [
  { M: 'H', says: say`A loss has the Hessian ${math`H`}; the eigenvalues are its curvatures.` },
  { M: 'S', says: say`A layer with tied weights has the symmetric matrix ${math`S`}.` },
  { M: 'Q', says: say`A quadratic form has the symmetric matrix ${math`Q`}.` },
  { M: 'B', says: say`An energy model couples two units by the symmetric matrix ${math`B`}.` },
];
const HIDDEN = [
  say`Of a Hessian ${math`A`} of two parameters a library prints only two numbers.`,
  say`Of the 2 by 2 weights ${math`A`} of a recurrent network you know only two numbers.`,
  say`Of a 2 by 2 Jacobian ${math`A`} only two numbers are logged.`,
  say`A 2 by 2 matrix ${math`A`} is described by two numbers.`,
];

export default generator({
  id: 'linear-algebra/eigenvalues',
  version: 1,
  title: 'Eigenvalues from the characteristic equation',
  bullet: 'Eigenvalues and Eigenvectors',
  why: 'The variances of PCA, the curvatures of a loss and the growth of a recurrent state are eigenvalues.',
  needs: ['linear-algebra/eigenvector-check', 'linear-algebra/determinant'],
  levels: [
    level({
      says: 'a triangular matrix',
      par: 15,
      pick(rng) {
        const [n, isUpper] = [rng.int(2, 3), rng.int(0, 1) === 1];
        const M = Array.from({ length: n }, (_, i) => {
          return Array.from({ length: n }, (_, j) => (i === j || i < j === isUpper ? rng.nonzero(-6, 6) : 0));
        });
        const isClear = new Set(diagonalOf(M)).size === n && !diagonalOf(M).includes(0 - sum(diagonalOf(M)).toNumber());
        return isClear ? { M, scene: rng.index(MAPS) } : undefined;
      },
      ask({ M, scene }) {
        const { M: name, says } = at(MAPS, scene);
        const values = diagonalOf(M);
        const corner = M.map((entries, i) => at(entries, M.length - 1 - i));
        return {
          statement: say`${says} Find all eigenvalues of ${math`${name}`}. ${display(math`${name} = ${matrix(M)}`)}`,
          answers: [
            answer.set({
              label: say`Eigenvalues:`,
              key: finiteSet(values),
              mistakes: [
                mistake(
                  finiteSet(values.map(value => -value)),
                )`The signs are turned. The matrix minus ${math`\lambda I`} has to be singular.`,
                mistake(finiteSet(corner))`You took the other diagonal. The main one begins at the top left.`,
                mistake(finiteSet([determinant(matrix(M))]))`That is the determinant, the product of the eigenvalues.`,
                mistake(finiteSet([sum(values)]))`That is the trace, the sum of the eigenvalues.`,
              ],
            }),
          ],
          hints: [
            say`A number ${math`\lambda`} is an eigenvalue when ${math`\det(${name} - \lambda I) = 0`}.`,
            say`The determinant of a triangular matrix is the product of its diagonal. See where that product is 0.`,
            say`The first factor is ${math`${at(values, 0)} - \lambda`}.`,
          ],
          solution: [
            say`All entries on one side of the diagonal are 0, so ${math`\det(${name} - \lambda I)`} is the product of the diagonal.`,
            say`It is ${math`${factors(values)}`}, which is 0 for ${list(values)}.`,
          ],
        };
      },
      verify: ({ M }, [key]) => provesAll(M, sure(key)),
    }),

    level({
      says: 'a 2 by 2 matrix',
      par: 45,
      pick(rng) {
        const [low, high] = [rng.nonzero(-6, 6), rng.nonzero(-6, 6)];
        const M = drawPlanar(rng, low, high);
        return M && low !== high && low + high !== 0 ? { M, scene: rng.index(MAPS) } : undefined;
      },
      ask: given => askPlanar(given, at(MAPS, given.scene)),
      verify: ({ M }, [key]) => provesAll(M, sure(key)),
    }),

    level({
      says: 'a symmetric 2 by 2 matrix',
      par: 45,
      pick(rng) {
        const [a, b, d] = [rng.int(-6, 6), rng.nonzero(-6, 6), rng.int(-6, 6)];
        const M = [
          [a, b],
          [b, d],
        ];
        const isKind = rootsOf(M) !== undefined && a + d !== 0 && a * d !== b * b && a !== d;
        return isKind ? { M, scene: rng.index(SYMMETRIC) } : undefined;
      },
      ask: given => askPlanar(given, at(SYMMETRIC, given.scene)),
      verify: ({ M }, [key]) => provesAll(M, sure(key)),
    }),

    level({
      says: 'a 3 by 3 matrix with a block of zeros',
      par: 60,
      pick(rng) {
        const [low, high, single] = [rng.nonzero(-5, 5), rng.nonzero(-5, 5), rng.nonzero(-5, 5)];
        const block = drawPlanar(rng, low, high);
        const [isFirst, isBelow] = [rng.int(0, 1) === 1, rng.int(0, 1) === 1];
        const beside = [rng.nonzero(-5, 5), rng.nonzero(-5, 5)];
        if (!block || new Set([low, high, single]).size < 3 || low + high === 0) return undefined;
        const s = isFirst ? 0 : 2;
        const shift = isFirst ? 1 : 0;
        const M = [0, 1, 2].map(i =>
          [0, 1, 2].map(j => {
            if (i === s && j === s) return single;
            if (i === s) return isBelow ? at(beside, j - shift) : 0;
            if (j === s) return isBelow ? 0 : at(beside, i - shift);
            return at(at(block, i - shift), j - shift);
          }),
        );
        return { M, s, scene: rng.index(MAPS) };
      },
      ask({ M, s, scene }) {
        const { M: name, says } = at(MAPS, scene);
        const block = M.filter((_, i) => i !== s).map(entries => entries.filter((_, j) => j !== s));
        const single = at(at(M, s), s);
        const [low = 0, high = 0] = rootsOf(block) ?? [];
        const { trace, det } = traceAndDet(block);
        return {
          statement: say`${says} Find all eigenvalues of ${math`${name}`}. ${display(math`${name} = ${matrix(M)}`)}`,
          answers: [
            answer.set({
              label: say`Eigenvalues:`,
              key: finiteSet([low, high, single]),
              mistakes: [
                mistake(finiteSet(diagonalOf(M)))`You read the diagonal. That is enough only for triangular matrices.`,
                mistake(finiteSet([low, high]))`There is one more: the single entry next to the zeros.`,
                mistake(
                  finiteSet([-low, -high, single]),
                )`The signs of two are turned. In the equation the trace has a minus sign.`,
                mistake(finiteSet([-low, -high, -single]))`All signs are turned. Put a number back into the determinant.`,
              ],
            }),
          ],
          hints: [
            say`With a block of zeros, the determinant is the product of the determinants of the blocks on the diagonal.`,
            say`So the eigenvalues come from the blocks: the single entry is one, the 2 by 2 block gives the other two.`,
            say`The single entry is ${single}, and the block is ${math`${matrix(block)}`}.`,
          ],
          solution: [
            say`The single entry on the diagonal gives the eigenvalue ${single}.`,
            say`The 2 by 2 block has the trace ${trace} and the determinant ${det}: ${characteristicEquation(trace, det)}.`,
            say`It factors into ${math`${factorsOf(low, high)} = 0`}, so the eigenvalues are ${list([low, high, single])}.`,
          ],
        };
      },
      verify: ({ M }, [key]) => provesAll(M, sure(key)),
    }),

    level({
      says: 'from the trace and the determinant',
      par: 40,
      pick(rng) {
        const [low, high] = [rng.nonzero(-7, 7), rng.nonzero(-7, 7)];
        const c = rng.nonzero(-4, 4);
        const isKind = low !== high && low + high !== 0 && ![0 - low, 0 - high].includes(c);
        return isKind ? { trace: low + high, det: low * high, c, scene: rng.index(HIDDEN) } : undefined;
      },
      ask({ trace, det, c, scene }) {
        const [low = 0, high = 0] = rootsFrom(trace, det);
        const asked = combination([1, c], ['A', 'I']);
        const moved = (by: number) => finiteSet([low + by, high + by]);
        return {
          statement: say`${at(HIDDEN, scene)} The trace is ${trace}, and the determinant is ${det}. Find the eigenvalues of ${asked}.`,
          answers: [
            answer.set({
              label: say`Eigenvalues:`,
              key: moved(c),
              mistakes: [
                mistake(moved(0))`Those belong to ${math`A`}. A multiple of ${math`I`} shifts all of them.`,
                mistake(
                  finiteSet([-low + c, -high + c]),
                )`You turned the signs of the eigenvalues of ${math`A`}. Their sum is the trace.`,
                mistake(
                  moved(-c),
                  'linear-algebra/eigenvector-check',
                )`You shifted them the other way. Apply ${asked} to an eigenvector.`,
                mistake(
                  finiteSet([low * c, high * c]),
                  'linear-algebra/eigenvector-check',
                )`You multiplied. A multiple of ${math`I`} is added to each.`,
              ],
            }),
          ],
          hints: [
            say`The trace is the sum of the eigenvalues, the determinant is their product.`,
            say`Find two numbers with this sum and this product. Then see what the multiple of ${math`I`} does to them.`,
            say`They solve ${characteristicEquation(trace, det)}.`,
          ],
          solution: [
            say`The eigenvalues of ${math`A`} solve ${characteristicEquation(trace, det)}.`,
            say`They are ${list([low, high])}: ${math`${low} ${signed(high)} = ${trace}`} and ${math`${productSum([[low, high]])} = ${det}`}.`,
            say`The multiple of ${math`I`} is added to each: ${list([low + c, high + c])}.`,
          ],
        };
      },
      // A concrete matrix with this trace and determinant, shifted.
      verify({ trace, det, c }, [key]) {
        const companion = [
          [c, 0 - det],
          [1, trace + c],
        ];
        return provesAll(companion, key);
      },
    }),
  ],
});

function askPlanar({ M }: Given, { M: name, says }: (typeof MAPS)[number]) {
  const { trace, det } = traceAndDet(M);
  const [low = 0, high = 0] = rootsFrom(trace, det);
  const [[a = 0, b = 0], [c = 0, d = 0]] = [at(M, 0), at(M, 1)];
  const added = rootsFrom(trace, a * d + b * c);
  const reduced =
    a === 0
      ? []
      : [
          mistake(
            finiteSet([a, rational(det, a)]),
          )`Row operations change the eigenvalues. Use the determinant with ${math`\lambda`} in it.`,
        ];
  return {
    statement: say`${says} Find all eigenvalues of ${math`${name}`}. ${display(math`${name} = ${matrix(M)}`)}`,
    answers: [
      answer.set({
        label: say`Eigenvalues:`,
        key: finiteSet([low, high]),
        mistakes: [
          mistake(finiteSet([a, d]))`You read the diagonal. That is enough only for triangular matrices.`,
          mistake(finiteSet([-low, -high]))`The signs are turned. In the equation the trace has a minus sign.`,
          ...(added.length === 2
            ? [
                mistake(
                  finiteSet(added),
                  'linear-algebra/determinant',
                )`You added the products in the determinant. Take the second one away.`,
              ]
            : []),
          ...reduced,
          mistake(finiteSet([low]))`There is one more. Their sum is the trace.`,
          mistake(finiteSet([high]))`There is one more. Their sum is the trace.`,
        ],
      }),
    ],
    hints: [
      say`The eigenvalues solve ${math`\det(${name} - \lambda I) = 0`}. For a 2 by 2 matrix: ${tex('\\lambda^2 - t \\lambda + d = 0', 'lambda squared minus t lambda plus d equals 0')} with the trace ${math`t`} and the determinant ${math`d`}.`,
      say`Look for two numbers whose sum is the trace and whose product is the determinant.`,
      say`The trace is ${trace}, the determinant is ${det}.`,
    ],
    solution: [
      say`Trace: ${math`${a} ${signed(d)} = ${trace}`}. Determinant: ${math`${productSum([[a, d]])} - ${bracketed(b)} \cdot ${bracketed(c)} = ${det}`}.`,
      say`The equation is ${characteristicEquation(trace, det)}, or ${math`${factorsOf(low, high)} = 0`}.`,
      say`So the eigenvalues are ${list([low, high])}.`,
    ],
  };
}

/** Each makes the shifted matrix singular, and together they are all roots: sum and product are trace and determinant. */
function provesAll(M: number[][], key: FiniteSet): boolean {
  const A = matrix(M);
  const values = key.elements.filter(element => element instanceof Rational);
  const product = values.reduce((all, value) => all.times(value), rational(1));
  const isSingular = (value: Rational) => determinant(A.minus(Matrix.identity(M.length).times(value))).isZero();
  const isWhole = key.size === M.length && values.length === M.length;
  return isWhole && values.every(isSingular) && sum(values).equals(A.trace()) && product.equals(determinant(A));
}

/** Integers with these eigenvalues and no zero off the diagonal; undefined where the draw gives none. */
function drawPlanar(rng: Rng, low: number, high: number): number[][] | undefined {
  const [a, b] = [rng.int(-6, 6), rng.nonzero(-6, 6)];
  const d = low + high - a;
  const c = (a * d - low * high) / b;
  const isKind = Number.isInteger(c) && c !== 0 && Math.abs(c) <= 6 && Math.abs(d) <= 6 && b !== c;
  return isKind
    ? [
        [a, b],
        [c, d],
      ]
    : undefined;
}

function diagonalOf(M: number[][]): number[] {
  return M.map((entries, i) => at(entries, i));
}

function traceAndDet([[a = 0, b = 0] = [], [c = 0, d = 0] = []]: number[][]) {
  return { trace: a + d, det: a * d - b * c };
}

function rootsOf(M: number[][]): number[] | undefined {
  const { trace, det } = traceAndDet(M);
  const roots = rootsFrom(trace, det);
  return roots.length === 2 ? roots : undefined;
}

/** The integer roots of λ² − trace · λ + det, ascending; a square of an integer is seen by its rounded root. */
function rootsFrom(trace: number, det: number): number[] {
  const square = trace * trace - 4 * det;
  const root = Math.round(Math.sqrt(Math.max(square, 0)));
  return square > 0 && root * root === square ? [(trace - root) / 2, (trace + root) / 2] : [];
}

/** Factors with a zero at each value. */
function factorsOf(...values: number[]): Formula {
  const written = values.map(value => math`(\lambda ${signed(-value)})`);
  return { tex: written.map(factor => factor.tex).join(' '), speech: written.map(factor => factor.speech).join(' times ') };
}

/** The factors on the diagonal of the matrix minus λI. */
function factors(values: number[]): Formula {
  const written = values.map(value => math`(${value} - \lambda)`);
  return { tex: written.map(factor => factor.tex).join(' '), speech: written.map(factor => factor.speech).join(' times ') };
}
