// LU factorisation: multipliers and pivots of small matrices, solving with given factors, what reuse saves, and row swaps.
import {
  answer,
  areDifferent,
  at,
  backSubstitution,
  bracketed,
  combination,
  decimal,
  determinant,
  display,
  type Formula,
  forwardSubstitution,
  generator,
  leadingMinors,
  level,
  lu,
  Matrix,
  math,
  matrix,
  mistake,
  ONE,
  paired,
  pivotedLu,
  productSum,
  type Rational,
  type Rng,
  rational,
  row,
  say,
  sum,
  sure,
  type Text,
  tex,
  type Vector,
  vector,
  ZERO,
} from '#kit';

/** Square matrices that several systems share. */
const SCENES = [
  { letter: 'A', says: say`Many linear systems have the same matrix ${math`A`}, so you factor ${math`A`} once.` },
  { letter: 'J', says: say`A solver keeps the Jacobian ${math`J`} for several Newton steps, so it factors ${math`J`} once.` },
  { letter: 'W', says: say`To undo a linear layer for many outputs, you factor its weights ${math`W`}.` },
  { letter: 'M', says: say`A sensor mixes its signals by ${math`M`}. To separate many readings, you factor ${math`M`}.` },
  { letter: 'B', says: say`The columns of ${math`B`} are a basis. To get coordinates of many points, you factor ${math`B`}.` },
];
/** Systems that are factored already, with their letters for the unknown and the right side. */
const SOLVED = [
  { x: 'x', b: 'b', says: say`The factors of ${math`A = L U`} are stored. Now ${math`A x = b`} is to be solved.` },
  { x: 's', b: 'r', says: say`A Newton step ${math`s`} solves ${math`J s = r`}, and ${math`J = L U`} is factored already.` },
  { x: 'v', b: 'z', says: say`A layer with the weights ${math`W = L U`} gave out ${math`z = W v`}. You look for ${math`v`}.` },
  { x: 'q', b: 'm', says: say`Signals ${math`q`} were mixed into ${math`m = M q`}, and ${math`M = L U`} is known.` },
  { x: 'c', b: 'p', says: say`You look for the coordinates ${math`c`} of ${math`p = B c`}, and ${math`B = L U`} is known.` },
];
/** Where many systems with one matrix come from. */
const REUSED = [
  { says: (m: number) => say`A Gaussian process asks for variances at ${m} test points, each a system` },
  { says: (m: number) => say`A simulation takes ${m} time steps, each a system` },
  { says: (m: number) => say`A kernel model is fitted to ${m} targets, each a system` },
  { says: (m: number) => say`An implicit layer sends ${m} gradients back, each a system` },
  { says: (m: number) => say`You need ${m} columns of an inverse, each a system` },
];
/** The three entries below the diagonal of L, and the diagonal of U. */
const MULTIPLIERS = row([entry('l', 2, 1), entry('l', 3, 1), entry('l', 3, 2)]);
const PIVOTS = row([entry('u', 1, 1), entry('u', 2, 2), entry('u', 3, 3)]);

type Rows = readonly (readonly number[])[];
type Mistakes<Key> = ReturnType<ReturnType<typeof mistake<Key>>>[];

export default generator({
  id: 'numerical-methods/lu-factorisation',
  version: 1,
  title: 'LU factorisation',
  bullet: 'Approximation Techniques',
  why: 'A matrix is factored once; then each new right-hand side is cheap, and the determinant comes for free.',
  needs: ['numerical-methods/pivoting', 'linear-algebra/matrix-product'],
  levels: [
    level({
      says: 'a 2 by 2 matrix: the multiplier and the second pivot',
      par: 30,
      pick(rng) {
        const q = rng.pick([1, 1, 1, 2, 3]);
        const p = rng.nonzero(-4, 4);
        const [top, right, pivot] = [rng.nonzero(-4, 4), rng.nonzero(-4, 4), rng.nonzero(-6, 6)];
        const A: Rows = paired([q * top, p * top], [q * right, p * right + pivot]);
        const { l, flipped, u, kept, added, product } = smallOf(A);
        const isClear = Math.abs(q * top) > 1 && areDifferent(l, flipped) && areDifferent(u, kept, added, product);
        return isClear ? { A, scene: rng.index(SCENES) } : undefined;
      },
      ask({ A, scene }) {
        const { letter, says } = at(SCENES, scene);
        const { l, flipped, u, kept, added, product } = smallOf(A);
        const { lower, upper } = sure(lu(matrix(A)));
        const [[a = 0, b = 0], [c = 0, d = 0]] = [at(A, 0), at(A, 1)];
        return {
          statement: say`${says} ${unitLower(letter)} Find ${entry('l', 2, 1)} and ${entry('u', 2, 2)}. ${display(math`${letter} = ${matrix(A)}`)}`,
          answers: [
            numberPart(say`${math`${entry('l', 2, 1)} =`}`, l, false, [
              mistake(l.negated())`The sign is turned. ${math`L`} holds the multiple that is taken away.`,
              mistake(flipped)`That is upside down. Divide the lower entry by the pivot above it.`,
              mistake(c)`That is the entry itself. Divide it by the pivot above it.`,
            ]),
            numberPart(say`${math`${entry('u', 2, 2)} =`}`, u, false, [
              mistake(kept)`That is the entry before the elimination. Row 2 changes.`,
              mistake(added)`You added a multiple of row 1. Take it away from row 2.`,
              mistake(product)`That is the determinant. It is the product of both pivots.`,
            ]),
          ],
          hints: [
            say`Elimination takes ${entry('l', 2, 1)} times row 1 from row 2. What is left of the matrix is ${math`U`}.`,
            say`Choose ${entry('l', 2, 1)} so that a 0 appears below the first pivot. Then work out the other entry of row 2.`,
            say`The first pivot is ${a}, and below it stands ${c}.`,
          ],
          solution: [
            say`Multiplier: ${math`${entry('l', 2, 1)} = ${quotient(c, a)}`}.`,
            say`Row 2 minus ${bracketed(l)} times row 1: ${math`${entry('u', 2, 2)} = ${d} - ${bracketed(l)} \cdot ${bracketed(b)} = ${u}`}.`,
            say`So ${math`${letter} = ${lower} ${upper}`}.`,
          ],
        };
      },
      // Put back: row 2 of LU is row 2 of the matrix.
      verify({ A }, [l, u]) {
        const [[a = 0, b = 0], [c = 0, d = 0]] = [at(A, 0), at(A, 1)];
        return l.times(a).equals(c) && l.times(b).plus(u).equals(d);
      },
    }),

    level({
      says: 'a 3 by 3 matrix: all multipliers and pivots',
      par: 80,
      pick(rng) {
        const below = () => rng.nonzero(-3, 3);
        const pivot = rng.pick([-3, -2, -1, 1, 2, 2, 3, 4]);
        const U = upperOf([pivot, below(), rng.int(-3, 3)], [rng.nonzero(-4, 4), below()], rng.nonzero(-4, 4));
        const [l21, l31, l32] = [below(), below(), below()];
        const A = timesIntegers(lowerOf(l21, l31, l32), U);
        if (A.some(entries => entries.some(entry => Math.abs(entry) > 12)) || at(at(A, 1), 1) === 0) return undefined;
        return l31 === l32 * l21 ? undefined : { A, scene: rng.index(SCENES) };
      },
      ask({ A, scene }) {
        const { letter, says } = at(SCENES, scene);
        const { multipliers, early, pivots, once, added, diagonal } = factorsOf(A);
        const { second, third } = firstColumnOf(A, 1);
        return {
          statement: say`${says} ${unitLower(letter)} Find the multipliers in ${math`L`} and the pivots on the diagonal of ${math`U`}. ${display(math`${letter} = ${matrix(A)}`)}`,
          answers: [
            vectorPart(MULTIPLIERS, multipliers, [
              mistake(multipliers.negated())`All signs are turned. ${math`L`} holds the multiples that are taken away.`,
              mistake(early)`For ${entry('l', 3, 2)} use the rows after the first column is cleared.`,
            ]),
            vectorPart(PIVOTS, pivots, [
              mistake(diagonal)`That is the diagonal before the elimination. Rows 2 and 3 change.`,
              mistake(once)`The last pivot changes twice. Row 3 also loses a multiple of the new row 2.`,
              mistake(added)`For the last pivot you added a multiple of the new row 2. Take it away.`,
            ]),
          ],
          hints: [
            say`${math`L`} holds the multiples of the upper rows that are taken away, ${math`U`} is what is left.`,
            say`Clear column 1 below the first pivot. Then clear column 2 in what is left, with the new row 2.`,
            say`Column 1: ${math`${entry('l', 2, 1)} = ${quotient(at(at(A, 1), 0), at(at(A, 0), 0))}`}.`,
          ],
          solution: [
            say`Column 1: ${math`${entry('l', 2, 1)} = ${quotient(at(at(A, 1), 0), at(at(A, 0), 0))}`} and ${math`${entry('l', 3, 1)} = ${quotient(at(at(A, 2), 0), at(at(A, 0), 0))}`}.`,
            say`Minus these multiples of row 1, rows 2 and 3 become ${row(second.entries)} and ${row(third.entries)}.`,
            say`Column 2: ${math`${entry('l', 3, 2)} = ${quotient(third.at(1), second.at(1))}`}.`,
            say`Row 3 minus ${bracketed(multipliers.at(2))} times the new row 2 is ${row([0, 0, pivots.at(2)])}.`,
            say`So ${math`${MULTIPLIERS} = ${row(multipliers.entries)}`} and ${math`${PIVOTS} = ${row(pivots.entries)}`}.`,
          ],
        };
      },
      verify: ({ A }, [multipliers, pivots]) => agreesWithMinors(matrix(A), multipliers, pivots),
    }),

    level({
      says: 'solving with given factors: forward, then back',
      par: 75,
      pick(rng) {
        const low = () => rng.int(-3, 3);
        const L = lowerOf(rng.nonzero(-3, 3), low(), rng.nonzero(-3, 3));
        const pivot = () => rng.pick([-3, -2, -1, 1, 2, 3, 4]);
        const U = upperOf([pivot(), rng.nonzero(-3, 3), low()], [pivot(), rng.nonzero(-3, 3)], pivot());
        const x = [rng.int(-4, 4), rng.int(-4, 4), rng.nonzero(-4, 4)];
        if (new Set(x).size < 3) return undefined;
        const y = timesIntegers(U, paired(x, x)).map(entries => at(entries, 0));
        const b = timesIntegers(L, paired(y, y)).map(entries => at(entries, 0));
        const isKind = b.every((value, i) => Math.abs(value) <= 40 && (i !== 1 || value !== at(y, 1)));
        return isKind ? { L, U, b, scene: rng.index(SOLVED) } : undefined;
      },
      ask(given) {
        const { L, U, b, scene } = given;
        const { x: unknown, b: right, says } = at(SOLVED, scene);
        const { forward, forwardAdded, back, backAdded, skipped } = solvedOf(given);
        const [x, rightSide] = [math`${unknown}`, math`${right}`];
        return {
          statement: say`${says} Find ${math`y`} with ${math`L y = ${rightSide}`}, then ${x} with ${math`U ${x} = y`}. ${display(math`L = ${matrix(L)},\quad ${rightSide} = ${vector(b)}`)} ${display(math`U = ${matrix(U)}`)}`,
          answers: [
            vectorPart(math`y`, forward, [
              mistake(vector(b))`That is ${rightSide} itself. The rows of ${math`L`} bring in what is known already.`,
              mistake(forwardAdded)`You added the known terms. Bring them to the other side with a minus.`,
              mistake(back)`That is ${x}. The first step, with ${math`L`}, gives ${math`y`}.`,
            ]),
            vectorPart(x, back, [
              mistake(skipped)`You solved with ${rightSide} on the right. Take ${math`y`} there.`,
              mistake(backAdded)`You added the known terms. Bring them to the other side with a minus.`,
              mistake(vector(back.entries.toReversed()))`The order is turned round. The last entry is found first.`,
            ]),
          ],
          hints: [
            say`With ${math`y = U ${x}`} the system falls into two triangular ones.`,
            say`${math`L y = ${rightSide}`} gives ${math`y`} from the top row down, ${math`U ${x} = y`} gives ${x} from the bottom row up.`,
            say`The first row of ${math`L`} says ${math`y_1 = ${at(b, 0)}`}, and the second one ${math`${combination([at(at(L, 1), 0), 1], ['y_1', 'y_2'])} = ${at(b, 1)}`}.`,
          ],
          solution: [
            ...[0, 1, 2].map(i => say`Row ${i + 1} of ${math`L`}: ${solvedRow('y', at(L, i), i, at(b, i), forward.at(i))}.`),
            ...[2, 1, 0].map(
              i => say`Row ${i + 1} of ${math`U`}: ${solvedRow(unknown, at(U, i), i, forward.at(i), back.at(i))}.`,
            ),
            say`So ${math`y = ${row(forward.entries)}`} and ${math`${x} = ${row(back.entries)}`}.`,
          ],
        };
      },
      // Put back: both products give their right sides.
      verify: ({ L, U, b }, [y, x]) => matrix(U).apply(x).equals(y) && matrix(L).apply(y).equals(vector(b)),
    }),

    level({
      says: 'what one factorisation saves for many right-hand sides',
      par: 60,
      pick(rng) {
        const n = 300 * rng.pick([1, 2, 3, 4, 5, 10]);
        return { n, m: 10 * rng.pick([1, 2, 3, 4, 5, 6, 8, 10, 20]), scene: rng.index(REUSED) };
      },
      ask(given) {
        const { n, m, scene } = given;
        const { factoring, solving, once, anew } = costOf(given);
        return {
          statement: say`${at(REUSED, scene).says(m)} with the same ${math`n \times n`} matrix, ${math`n = ${n}`}. Its LU factorisation takes about ${math`\frac{2}{3} n^3`} operations, both substitutions together ${math`2 n^2`}. How many million operations is that in all if the matrix is factored once, and how many if it is factored anew each time?`,
          answers: [
            numberPart(say`Once (millions):`, once, true, [
              mistake(solving.times(m))`That is all the substitution. The factorisation comes on top, once.`,
              mistake(factoring.plus(solving))`That is enough for one system. Each of the ${m} has its own substitution.`,
              mistake(factoring)`That is the factorisation alone. Each system needs a substitution too.`,
              mistake(factoring.times('3/2').plus(solving.times(m)))`The factorisation takes two thirds of ${math`n^3`}.`,
              mistake(once.times(1_000_000))`That counts single operations. The answer is asked in millions.`,
            ]),
            numberPart(say`Anew (millions):`, anew, true, [
              mistake(factoring.times(m))`Each system also needs its substitution.`,
              mistake(factoring.times(m).plus(solving))`Each of the ${m} systems has its own substitution, too.`,
              mistake(factoring.plus(solving))`That is one system. There are ${m} of them.`,
            ]),
          ],
          jointMistakes: [{ wrong: [anew, once], says: say`The two are swapped. Factoring once takes less work.` }],
          hints: [
            say`The factors depend on the matrix alone, so a new right-hand side needs forward and back substitution only.`,
            say`Work out both costs in millions. Once: one factorisation and ${m} substitutions. Anew: ${m} of both.`,
            say`A factorisation takes ${math`\frac{2}{3} \cdot ${n}^3`} operations, which is ${decimal(factoring)} million.`,
          ],
          solution: [
            say`One factorisation: ${math`\frac{2}{3} \cdot ${n}^3`}, which is ${decimal(factoring)} million.`,
            say`One substitution: ${math`2 \cdot ${n}^2`}, which is ${decimal(solving)} million.`,
            say`Factored once: ${math`${decimal(factoring)} + ${m} \cdot ${decimal(solving)} = ${decimal(once)}`} million.`,
            say`Factored anew: ${math`${m} \cdot (${decimal(factoring)} + ${decimal(solving)}) = ${decimal(anew)}`} million.`,
          ],
        };
      },
      // Counted in substitutions: a factorisation is worth n/3 of them.
      verify({ n, m }, [once, anew]) {
        const inSolves = (millions: Rational) => millions.times(1_000_000).over(n).over(n).over(2);
        return inSolves(once).equals(rational(n + 3 * m, 3)) && inSolves(anew).equals(rational(m * (n + 3), 3));
      },
    }),

    level({
      says: 'PA = LU with partial pivoting, and the determinant',
      par: 150,
      pick: drawSwapped,
      ask({ A, scene }) {
        const { letter, says } = at(SCENES, scene);
        const { order, inverse, multipliers, unswapped, pivots, plain, det, swaps } = swappedOf(A);
        const first = order.at(0).toNumber();
        const { order: afterFirst, second, third, early } = firstColumnOf(A, first);
        const [matrixLetter, product] = [math`${letter}`, productSum([pivots.entries])];
        return {
          statement: say`${says} In each column, partial pivoting swaps the entry of largest size up. This gives ${math`P ${matrixLetter} = L U`} with ones on the diagonal of ${math`L`}, and row ${math`i`} of ${math`P ${matrixLetter}`} is row ${math`p_i`} of ${matrixLetter}. Find the order of the rows, the multipliers, the pivots and the determinant. ${display(math`${letter} = ${matrix(A)}`)}`,
          answers: [
            vectorPart(math`(p_1, p_2, p_3)`, order, [
              mistake(inverse)`That says where each row goes. Write which row comes first, second, third.`,
              mistake(vector(afterFirst))`That is the order after column 1. Look for the largest size in column 2 too.`,
              mistake(vector([1, 2, 3]))`That is the order without swaps. The entry of largest size comes up first.`,
            ]),
            vectorPart(MULTIPLIERS, multipliers, [
              mistake(unswapped)`The first column of ${math`L`} has the rows in another order than ${math`P ${matrixLetter}`}.`,
              mistake(multipliers.negated())`All signs are turned. ${math`L`} holds the multiples that are taken away.`,
            ]),
            vectorPart(
              PIVOTS,
              pivots,
              plain.map(wrong => mistake(wrong)`Those are the pivots without swaps. Bring the entry of largest size up first.`),
            ),
            numberPart(say`${math`\det ${matrixLetter} =`}`, det, false, [
              mistake(det.negated())`Count the swaps: each one turns the sign of the determinant.`,
              mistake(sum(pivots.entries))`You added the pivots. The determinant is their product, up to the sign.`,
            ]),
          ],
          hints: [
            say`Before a column is cleared, the row with the entry of largest size in it, on or below the diagonal, comes up.`,
            say`A swap moves whole rows, and the multipliers found so far move with them. Each swap turns the sign of the determinant.`,
            say`In column 1 the largest size is in row ${first}: ${at(at(A, first - 1), 0)}.`,
          ],
          solution: [
            say`Column 1: ${first === 1 ? 'the largest size is in row 1 already' : `row ${first} comes up`}. The order is now ${row(afterFirst)}.`,
            say`Divided by the pivot ${pivots.at(0)}, the column gives the multipliers ${at(early, 0)} and ${at(early, 1)}. The other two rows become ${row(second.entries)} and ${row(third.entries)}.`,
            say`Column 2: ${order.equals(vector(afterFirst)) ? 'no swap is needed' : 'these two are swapped, with their multipliers'}. The order is ${row(order.entries)}, and ${math`${entry('l', 3, 2)} = ${multipliers.at(2)}`} leaves ${row([0, 0, pivots.at(2)])}.`,
            say`So ${math`${MULTIPLIERS} = ${row(multipliers.entries)}`} and ${math`${PIVOTS} = ${row(pivots.entries)}`}.`,
            say`${swaps === 1 ? '1 swap' : '2 swaps'}: ${math`\det ${matrixLetter} = ${swaps === 1 ? math`-(${product})` : product} = ${det}`}.`,
          ],
        };
      },
      // Minors of the rows in their new order; sizes below 1 leave no other order; the determinant of the matrix as it was.
      verify({ A }, [order, multipliers, pivots, det]) {
        const places = order.entries.map(place => place.toNumber() - 1);
        if (places.toSorted().join() !== '0,1,2' || multipliers.entries.some(l => l.abs().compare(1) >= 0)) return false;
        return agreesWithMinors(matrix(places.map(i => at(A, i))), multipliers, pivots) && determinant(matrix(A)).equals(det);
      },
    }),
  ],
});

function entry(letter: string, i: number, j: number): Formula {
  return tex(`${letter}_{${i}${j}}`, `${letter} ${i} ${j}`);
}

function unitLower(letter: string): Text {
  return say`In ${math`${letter} = L U`}, without swaps, ${math`L`} is lower triangular with ones on its diagonal, and ${math`U`} is upper triangular.`;
}

function vectorPart(name: Formula, key: Vector, mistakes: Mistakes<Vector>) {
  return answer.vector({ label: say`${math`${name} =`}`, key, mistakes });
}

function numberPart(label: Text, key: Rational, decimal: boolean, mistakes: Mistakes<Rational | number>) {
  return answer.number({ label, key, decimal, mistakes });
}

/** A division of integers with its result: `4/2 = 2`. */
function quotient(top: Rational | number, bottom: Rational | number): Formula {
  return math`\frac{${top}}{${bottom}} = ${rational(top).over(bottom)}`;
}

function lowerOf(l21: number, l31: number, l32: number): Rows {
  const second = [l21, 1, 0];
  return [[1, 0, 0], second, [l31, l32, 1]];
}

function upperOf(first: number[], second: number[], last: number): Rows {
  return [first, [0, ...second], [0, 0, last]];
}

function timesIntegers(A: Rows, B: Rows): Rows {
  const columns = at(B, 0).map((_, j) => B.map(entries => at(entries, j)));
  return A.map(entries => columns.map(column => paired(entries, column).reduce((total, [a, b]) => total + a * b, 0)));
}

function smallOf(A: Rows) {
  const [[a = 0, b = 0], [c = 0, d = 0]] = [at(A, 0), at(A, 1)];
  const [l, taken] = [rational(c, a), rational(c * b, a)];
  const [u, added] = [rational(d).minus(taken), taken.plus(d)];
  return { l, flipped: rational(a, c), u, kept: rational(d), added, product: u.times(a) };
}

/** The factors without swaps, and what comes out where a row is updated too little or the wrong way. */
function factorsOf(A: Rows) {
  const { lower, upper } = sure(lu(matrix(A)));
  const [[a22 = 0], [a32 = 0, a33 = 0]] = [at(A, 1).slice(1), at(A, 2).slice(1)];
  const [l21, l31, l32, u22] = [lower.at(1, 0), lower.at(2, 0), lower.at(2, 1), upper.at(1, 1)];
  const pivots = diagonalOf(upper);
  const once = rational(a33).minus(l31.times(upper.at(0, 2)));
  const withLast = (last: Rational) => vector([pivots.at(0), u22, last]);
  return {
    multipliers: vector([l21, l31, l32]),
    early: vector([l21, l31, rational(a32, a22)]),
    pivots,
    once: withLast(once),
    added: withLast(once.plus(l32.times(upper.at(1, 2)))),
    diagonal: diagonalOf(matrix(A)),
  };
}

function diagonalOf(A: Matrix): Vector {
  return vector(A.entries.map((entries, i) => at(entries, i)));
}

/** Determinants of the corners: multipliers and pivots are ratios of them. */
function agreesWithMinors(A: Matrix, multipliers: Vector, pivots: Vector): boolean {
  const [first = ZERO, second = ZERO, third = ZERO] = leadingMinors(A);
  const beside = determinant(Matrix.build(2, 2, (i, j) => A.at(2 * i, j)));
  const ratios = paired([A.at(1, 0), A.at(2, 0), beside, first, second, third], [first, first, second, ONE, first, second]);
  const key = [...multipliers.entries, ...pivots.entries];
  const isWhole = multipliers.length === 3 && key.length === 6;
  return isWhole && ratios.every(([top, bottom], i) => at(key, i).times(bottom).equals(top));
}

/** Both substitutions; `Added` moves known terms to the other side without turning their sign. */
function solvedOf({ L, U, b }: { L: Rows; U: Rows; b: readonly number[] }) {
  const [lower, upper, right] = [matrix(L), matrix(U), vector(b)];
  const turned = (A: Matrix) => A.map((value, i, j) => (i === j ? value : value.negated()));
  const forward = forwardSubstitution(lower, right);
  return {
    forward,
    forwardAdded: forwardSubstitution(turned(lower), right),
    back: backSubstitution(upper, forward),
    backAdded: backSubstitution(turned(upper), forward),
    skipped: backSubstitution(upper, right),
  };
}

/** One row of a triangular system: `2 y_1 + y_2 = 5, so y_2 = 1`. */
function solvedRow(letter: string, entries: readonly number[], i: number, right: number | Rational, value: Rational): Text {
  const names = entries.map((_, j) => `${letter}_${j + 1}`);
  const end = math`${at(names, i)} = ${value}`;
  const isPlain = entries.every((own, j) => own === (i === j ? 1 : 0));
  return isPlain ? say`${end}` : say`${math`${combination(entries, names)} = ${right}`}, so ${end}`;
}

/** All in millions of operations. */
function costOf({ n, m }: { n: number; m: number }) {
  const factoring = rational(2 * n * n * n, 3_000_000);
  const solving = rational(2 * n * n, 1_000_000);
  return { factoring, solving, once: solving.times(m).plus(factoring), anew: solving.plus(factoring).times(m) };
}

/** L with sizes below 1 and U first, then rows in another order. */
function drawSwapped(rng: Rng) {
  const [q, s] = [rng.pick([2, 3, 4]), rng.pick([2, 3])];
  const [l21, l31, l32] = [rng.nonzero(1 - q, q - 1), rng.nonzero(1 - q, q - 1), rng.nonzero(1 - s, s - 1)];
  const top = [rng.nonzero(-3, 3), rng.int(-3, 3), rng.int(-3, 3)];
  const [second, pivot] = [[0, rng.nonzero(-3, 3), rng.int(-2, 2)], rng.nonzero(-4, 4)];
  const order = rng.shuffle([0, 1, 2]);
  if (l21 === l31 || order.join() === '0,1,2') return undefined;
  const rowOf = (a: number, b: number, c: number) => [0, 1, 2].map(j => a * at(top, j) + b * at(second, j) + (j === 2 ? c : 0));
  const sorted = [rowOf(q, 0, 0), rowOf(l21, s, 0), rowOf(l31, l32, pivot)];
  const A = [0, 1, 2].map(i => at(sorted, order.indexOf(i)));
  const [first, middle] = [q * at(top, 0), s * at(second, 1)];
  const isClear = Math.abs(first * middle * pivot) !== Math.abs(first + middle + pivot);
  return isClear ? { A, scene: rng.index(SCENES) } : undefined;
}

function swappedOf(A: Rows) {
  const { permutation, lower, upper } = pivotedLu(matrix(A));
  const pivots = diagonalOf(upper);
  const swaps = permutation.filter((place, i) => place === i).length === 1 ? 1 : 2;
  const product = pivots.entries.reduce((total, pivot) => total.times(pivot));
  const multipliers = (i: number, j: number) => vector([lower.at(i, 0), lower.at(j, 0), lower.at(2, 1)]);
  const unswapped = lu(matrix(A));
  return {
    order: vector(permutation.map(place => place + 1)),
    inverse: vector(permutation.map((_, i) => permutation.indexOf(i) + 1)),
    multipliers: multipliers(1, 2),
    unswapped: multipliers(2, 1),
    pivots,
    plain: unswapped ? [diagonalOf(unswapped.upper)] : [],
    det: swaps === 1 ? product.negated() : product,
    swaps,
  };
}

/** Column 1: the row that comes up, the order then, and the other two rows cleared. */
function firstColumnOf(A: Rows, top: number) {
  const order = [1, 2, 3].map(i => (i === 1 ? top : i === top ? 1 : i));
  const rows = order.map(i => vector(at(A, i - 1)));
  const multiples = rows.map(own => own.at(0).over(at(rows, 0).at(0)));
  const cleared = rows.map((own, i) => own.minus(at(rows, 0).times(at(multiples, i))));
  return { order, second: at(cleared, 1), third: at(cleared, 2), early: multiples.slice(1) };
}
