// Linear systems: substitution in triangular ones, elimination in two and three unknowns, and a parameter that decides how many solutions there are.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  combination,
  determinant,
  display,
  drawMatrix,
  type Formula,
  gcd,
  generator,
  level,
  list,
  Matrix,
  math,
  matrix,
  mistake,
  paired,
  productSum,
  type Rational,
  type Rng,
  rank,
  rational,
  row,
  say,
  signed,
  solve,
  sum,
  sure,
  type Text,
  tex,
  Vector,
  vector,
  ZERO,
} from '#kit';

type System = { M: number[][]; b: number[]; scene: number };

type Scenes = readonly { letters: string[]; says: (all: Formula) => Text }[];

/** What the unknowns are, and their letters. */
const SCENES: Scenes = [
  { letters: ['u', 'v', 'w'], says: all => say`A linear model fits its few examples exactly. Its weights ${all} solve` },
  { letters: ['p', 'q', 'r'], says: all => say`A step ${all} of Newton’s method for several equations solves` },
  { letters: ['x', 'y', 'z'], says: all => say`The state ${all} at which a linear recurrent network rests solves` },
  { letters: ['a', 'b', 'c'], says: all => say`A curve through given points has the coefficients ${all} that solve` },
  { letters: ['f', 'g', 'h'], says: all => say`From the output of a linear layer you want its input ${all}. It solves` },
  { letters: ['r', 's', 't'], says: all => say`Decision boundaries meet at the point ${all}, the solution of` },
];
/** The same without a promise that there is one solution. */
const FREE: Scenes = [
  { letters: ['u', 'v'], says: all => say`The weights ${all} of a linear model are to fit two examples exactly.` },
  { letters: ['p', 'q'], says: all => say`A step ${all} of Newton’s method is to be found, but the Jacobian may be singular.` },
  { letters: ['f', 'g'], says: all => say`Inputs ${all} of a linear layer are to give a known output.` },
  { letters: ['r', 's'], says: all => say`Two decision boundaries meet where ${all} solves both equations.` },
  { letters: ['x', 'y'], says: all => say`A linear recurrent network is to rest at the state ${all}.` },
];

export default generator({
  id: 'linear-algebra/linear-systems',
  version: 1,
  title: 'Solving linear systems by elimination',
  bullet: 'Vectors and Matrices',
  why: 'Fitting weights, Newton steps and Gaussian processes all end in a system Ax = b.',
  needs: ['linear-algebra/matrix-vector-product'],
  levels: [
    level({
      says: 'a triangular system',
      par: 30,
      pick(rng) {
        const n = rng.int(2, 3);
        return drawTriangular(rng, n, n === 2 && rng.sign() > 0);
      },
      ask(given) {
        const { M, b, scene } = given;
        const { letters, says } = at(SCENES, scene);
        const all = tuple(letters.slice(0, b.length));
        const [first, then] = [at(orderOf(M), 0), at(orderOf(M), 1)];
        return {
          statement: say`${says(all)} ${display(system(M, b, letters))} Find ${all}.`,
          answers: [answerTriangular(given, all)],
          hints: [
            say`A triangular system has an equation with one unknown. Each other equation brings in one more.`,
            say`Begin with the equation that holds one unknown. Put its value into the next one.`,
            say`Equation ${first + 1} gives ${letter(letters, first)} at once. Then equation ${then + 1} gives ${letter(letters, then)}.`,
          ],
          solution: stepsTriangular(given, 'Equation'),
        };
      },
      verify: fits,
    }),

    level({
      says: 'two equations by elimination',
      par: 50,
      pick(rng) {
        const M = Array.from({ length: 2 }, () => [rng.nonzero(-6, 6), rng.nonzero(-6, 6)]);
        const [x, y] = [rng.int(-5, 5), rng.int(-5, 5)];
        const b = rightOf(M, [x, y]);
        const det = determinant(matrix(M));
        if (det.abs().compare(2) < 0 || Math.abs(x) === Math.abs(y)) return undefined;
        const { key, cramer, added } = planar({ M, b });
        return cramer && areDifferent(key, cramer, added) ? { M, b, scene: rng.index(SCENES) } : undefined;
      },
      ask(given) {
        const { M, b, scene } = given;
        const { letters, says } = at(SCENES, scene);
        const { key, cramer, added, firstOnly } = planar(given);
        const { up, down, left, right } = eliminated(given);
        const [x, y] = [letter(letters, 0), letter(letters, 1)];
        const begin = combination([at(at(M, 1), 0) * up], [x]);
        const part = (i: number) =>
          answer.number({
            label: say`${math`${at(letters, i)} =`}`,
            key: key.at(i),
            mistakes: [mistake(key.at(i).negated())`The sign of ${letter(letters, i)} is turned. Put it back into an equation.`],
          });
        const both = (wrong: readonly Rational[], says: Text) => ({ wrong: [at(wrong, 0), at(wrong, 1)] as const, says });
        return {
          statement: say`${says(row([x, y]))} ${display(system(M, b, letters))} Find ${x} and ${y}.`,
          answers: [part(0), part(1)],
          jointMistakes: [
            both([key.at(1), key.at(0)], say`The two are swapped: the first one is ${x}.`),
            both(firstOnly.entries, say`That fits the first equation only. Check the second one as well.`),
            both(sure(cramer).entries, say`You divided by the sum of the diagonal products. The determinant is a difference.`),
            both(added.entries, say`You took the left sides away but added the right ones. Both get the same step.`),
          ],
          hints: [
            say`The solutions stay the same when you multiply an equation by a number other than 0, or take one equation from another.`,
            say`Multiply so that both equations have the same term with ${x}. Take one from the other, solve for ${y}, and put it back.`,
            say`Both equations can begin with ${begin}: ${scaledBoth(down, up)}.`,
          ],
          solution: [
            say`Make them begin alike: ${alike(M, b, [down, up], letters)}`,
            say`Take the first from the second: ${divided(left, y, right)}.`,
            say`Put this into the first equation: ${putIn(at(M, 0), at(b, 0), key, 0, letters)}.`,
            say`Check in the second one: ${math`${productSum(paired(at(M, 1), key.entries))} = ${at(b, 1)}`}. So ${math`${x} = ${key.at(0)}`} and ${math`${y} = ${key.at(1)}`}.`,
          ],
        };
      },
      verify: (given, [x, y]) => fits(given, [Vector.of(x, y)]),
    }),

    level({
      says: 'back substitution from an echelon form',
      par: 45,
      pick: rng => drawTriangular(rng, 3, true),
      ask(given) {
        const { M, b, scene } = given;
        const { letters, says } = at(SCENES, scene);
        const all = tuple(letters);
        return {
          statement: say`${says(all)} three equations. Elimination has left this, with the right sides in the last column. ${display(augmented(M, b))} Find ${all}.`,
          answers: [answerTriangular(given, all)],
          hints: [
            say`Each row is an equation: the columns belong to ${list(letters.map(name => math`${name}`))}, the last one is the right side.`,
            say`The last row has one unknown left. Work upwards from there and put in what you know.`,
            say`The last row says ${equationOf(at(M, 2), at(b, 2), letters)}.`,
          ],
          solution: stepsTriangular(given, 'Row'),
        };
      },
      verify: fits,
    }),

    level({
      says: 'three equations by elimination',
      par: 120,
      pick(rng) {
        const [M, x] = [drawMatrix(rng, 3, 3, -3, 3), [0, 1, 2].map(() => rng.int(-4, 4))];
        const b = rightOf(M, x);
        const isKind = M.every(([a]) => a !== 0) && Math.abs(at(at(M, 0), 0)) === 1 && x.filter(Boolean).length > 1;
        const { upper, lower, det } = reduced({ M, b });
        if (!isKind || det === 0 || at(upper, 1) === 0 || at(lower, 1) === 0 || Math.abs(det) > 6) return undefined;
        const { key, unchanged, added } = wrongSides({ M, b });
        return areDifferent(key, unchanged, added) ? { M, b, scene: rng.index(SCENES) } : undefined;
      },
      ask(given) {
        const { M, b, scene } = given;
        const { letters, says } = at(SCENES, scene);
        const [x, y, z] = [letter(letters, 0), letter(letters, 1), letter(letters, 2)];
        const { factors, upper, lower, rights } = reduced(given);
        const { down, up, left, right } = eliminated({ M: [upper.slice(1), lower.slice(1)], b: rights });
        const { key, unchanged, added } = wrongSides(given);
        const all = row([x, y, z]);
        const clear = say`${step(at(factors, 0), 2)}, and ${step(at(factors, 1), 3)}`;
        return {
          statement: say`${says(all)} ${display(system(M, b, letters))} Find ${all}.`,
          answers: [
            answer.vector({
              label: say`${math`${all} =`}`,
              key,
              mistakes: [
                mistake(vector(key.entries.toReversed()))`The order is turned round: ${x} comes first.`,
                mistake(unchanged)`You changed the left sides only. The right sides get the same steps.`,
                mistake(added)`The right sides went the other way. Do the same on both sides.`,
                mistake(key.negated())`All signs are turned. Put your numbers back into an equation.`,
              ],
            }),
          ],
          hints: [
            say`The solution stays the same when you add a multiple of one equation to another.`,
            say`Clear ${x} from two of the equations. Then clear ${y} from one of these two, and work back.`,
            say`Equation 1 can clear ${x}: ${clear}.`,
          ],
          solution: [
            say`Clear ${x} with equation 1: ${clear}. ${display(system([upper, lower], rights, letters))}`,
            say`Make these two begin alike: ${alike([upper, lower], rights, [down, up], letters)}`,
            say`Take the first of them from the second: ${divided(left, z, right)}.`,
            say`Put this into the first one of step 1: ${putIn(upper, at(rights, 0), key, 1, letters)}.`,
            say`Put both into equation 1: ${putIn(at(M, 0), at(b, 0), key, 0, letters)}.`,
            say`So ${math`${all} = ${row(key.entries)}`}.`,
          ],
        };
      },
      verify: fits,
    }),

    level({
      says: 'the parameter that makes the solution not unique',
      par: 50,
      pick(rng) {
        const [a, c, right] = [rng.nonzero(-5, 5), rng.nonzero(-5, 5), rng.nonzero(-6, 6)];
        const [factor, shift, swap] = [rng.pick([2, 3, -1, -2, -3]), rng.int(0, 1) * rng.nonzero(-4, 4), rng.int(0, 1)];
        const [i, j] = [rng.int(0, 1), rng.int(0, 1)];
        const own = [a, c, right];
        const other = [a * factor, c * factor, right * factor + shift];
        const rows = swap === 1 ? [other, own] : [own, other];
        const M = rows.map(([x = 0, y = 0], r) => [x, y].map((entry, s) => (r === i && s === j ? 0 : entry)));
        const given = { M, b: rows.map(entries => at(entries, 2)), i, j };
        const { k, inverted, shifted } = parallel(given);
        return Math.abs(a) !== Math.abs(c) && areDifferent(k, inverted, shifted)
          ? { ...given, scene: rng.index(FREE) }
          : undefined;
      },
      ask(given) {
        const { M, b, i, j, scene } = given;
        const { letters, says } = at(FREE, scene);
        const { k, factor, inverted, shifted, beside, over, expected } = parallel(given);
        const isSame = expected.equals(at(b, i));
        const isHere = (r: number, s: number) => r === i && s === j;
        const named = (r: number, s: number) => (isHere(r, s) ? math`k ${at(letters, s)}` : letter(letters, s));
        const known = M.map((entries, r) => entries.map((entry, s) => (isHere(r, s) ? 1 : entry)));
        const lines = known.map((entries, r) => combination(entries, [named(r, 0), named(r, 1)]));
        return {
          statement: say`${says(tuple(letters))} The number ${math`k`} is still free. ${display(stacked(lines, b))} For which ${math`k`} is there not exactly one solution, and how many are there then?`,
          answers: [
            answer.number({
              label: say`${math`k =`}`,
              key: k,
              mistakes: [
                mistake(k.negated())`The sign is turned. The determinant is a difference of two products.`,
                mistake(inverted)`You used the factor between the equations the other way round.`,
                mistake(shifted)`You added the same number to both coefficients. Multiply by the same one.`,
              ],
            }),
            answer.choice({
              label: say`Then there are`,
              key: isSame ? 'infinite' : 'none',
              options: [
                { id: 'none', text: say`no solutions` },
                { id: 'infinite', text: say`infinitely many solutions` },
                { id: 'two', text: say`exactly two solutions` },
              ],
              mistakes: [
                mistake('infinite')`The right sides decide that. See whether they have the factor of the left sides.`,
                mistake('none')`The right sides decide that. See whether they have the factor of the left sides.`,
                mistake('two')`Two solutions have all points of their line between them as solutions too.`,
              ],
            }),
          ],
          hints: [
            say`A system with as many equations as unknowns has exactly one solution unless its determinant is 0.`,
            say`Find ${math`k`} so that one left side is a multiple of the other. Then compare the right sides.`,
            say`In ${letter(letters, 1 - j)}, equation ${i + 1} has ${beside} and equation ${2 - i} has ${over}.`,
          ],
          solution: [
            say`The left side of equation ${i + 1} has to be a multiple of the other one. In ${letter(letters, 1 - j)} the ${over} becomes ${beside}: the factor is ${factor}.`,
            say`The same factor for ${letter(letters, j)} gives ${math`k = ${bracketed(factor)} \cdot ${bracketed(at(at(M, 1 - i), j))} = ${k}`}.`,
            say`The right side would have to be ${math`${bracketed(factor)} \cdot ${bracketed(at(b, 1 - i))} = ${expected}`}, and it is ${at(b, i)}.`,
            isSame
              ? say`So both equations say the same for ${math`k = ${k}`}: infinitely many solutions.`
              : say`So the equations contradict each other for ${math`k = ${k}`}: no solution.`,
          ],
        };
      },
      // Ranks: of the left sides alone, and with the right sides.
      verify({ M, b, i, j }, [k, count]) {
        const left = matrix(M).map((entry, r, s) => (r === i && s === j ? k : entry));
        const whole = Matrix.build(2, 3, (r, s) => (s < 2 ? left.at(r, s) : at(b, r)));
        return rank(left) === 1 && count === (rank(whole) === 1 ? 'infinite' : 'none');
      },
    }),
  ],
});

/** Put back into every equation; a determinant other than 0 says that it is the only solution. */
function fits({ M, b }: System, [key]: readonly [Vector]): boolean {
  return key.length === b.length && matrix(M).apply(key).equals(vector(b)) && !determinant(matrix(M)).isZero();
}

function rightOf(M: number[][], x: number[]): number[] {
  return M.map(entries => paired(entries, x).reduce((total, [entry, value]) => total + entry * value, 0));
}

function drawTriangular(rng: Rng, n: number, isUpper: boolean): System | undefined {
  const isEmpty = (i: number, j: number) => (isUpper ? j < i : j > i);
  const M = Array.from({ length: n }, (_, i) => {
    return Array.from({ length: n }, (_, j) => (isEmpty(i, j) ? 0 : i === j ? rng.nonzero(-4, 4) : rng.nonzero(-3, 3)));
  });
  const x = Array.from({ length: n }, () => rng.int(-6, 6));
  const b = rightOf(M, x);
  const [key, alone, turned] = [1, 0, -1].map(factor => substituted({ M, b }, factor));
  const isClear = new Set(x).size === n && areDifferent(sure(key), sure(alone), sure(turned));
  return isClear ? { M, b, scene: rng.index(SCENES) } : undefined;
}

/** The order in which a triangular system gives its unknowns away. */
function orderOf(M: number[][]): number[] {
  const places = M.map((_, i) => i);
  return at(M, 0).filter(Boolean).length === 1 ? places : places.toReversed();
}

/** Substitution; the factor 0 leaves out what is known, -1 adds it in place of taking it away. */
function substituted({ M, b }: Pick<System, 'M' | 'b'>, factor: number): Vector {
  const found: Rational[] = b.map(() => ZERO);
  for (const i of orderOf(M)) {
    const entries = at(M, i);
    const known = sum(found.map((value, j) => value.times(at(entries, j))));
    found[i] = rational(at(b, i)).minus(known.times(factor)).over(at(entries, i));
  }
  return vector(found);
}

function answerTriangular(given: System, all: Formula) {
  const key = substituted(given, 1);
  return answer.vector({
    label: say`${math`${all} =`}`,
    key,
    mistakes: [
      mistake(vector(key.entries.toReversed()))`The order is turned round. Write them as in ${all}.`,
      mistake(substituted(given, 0))`You left out what is known already. Put it in before you solve.`,
      mistake(substituted(given, -1))`You moved a known term to the other side and kept its sign.`,
      mistake(key.negated())`All signs are turned. Put your numbers back into an equation.`,
    ],
  });
}

function stepsTriangular(given: System, word: string): Text[] {
  const { M, b, scene } = given;
  const { letters } = at(SCENES, scene);
  const key = substituted(given, 1);
  const lines = orderOf(M).map((i, n) => {
    const solved = putIn(at(M, i), at(b, i), key, i, letters);
    if (n === 0) return say`${word} ${i + 1} alone: ${solved}.`;
    return say`${word} ${i + 1} is ${equationOf(at(M, i), at(b, i), letters)}. Put in what is known: ${solved}.`;
  });
  return [...lines, say`So ${math`${tuple(letters.slice(0, b.length))} = ${row(key.entries)}`}.`];
}

function planar({ M, b }: Pick<System, 'M' | 'b'>) {
  const [[p = 0, q = 0], [r = 0, s = 0], [c = 0, d = 0]] = [at(M, 0), at(M, 1), b];
  const [forX, forY] = [c * s - q * d, p * d - r * c];
  const over = (bottom: number) => vector([rational(forX, bottom), rational(forY, bottom)]);
  const y = rational(p * d + r * c, p * s - q * r);
  return {
    key: over(p * s - q * r),
    cramer: p * s + q * r === 0 ? undefined : over(p * s + q * r),
    added: Vector.of(y.times(-q).plus(c).over(p), y),
    firstOnly: Vector.of(rational(c, p), 0),
  };
}

/** The factors that give both equations the same first term, and what their difference says. */
function eliminated({ M, b }: Pick<System, 'M' | 'b'>) {
  const [[p = 0, q = 0], [r = 0, s = 0], [c = 0, d = 0]] = [at(M, 0), at(M, 1), b];
  const common = Number(gcd(BigInt(p), BigInt(r)));
  const sign = p < 0 ? -1 : 1;
  const [down, up] = [(sign * r) / common, (sign * p) / common];
  return { down, up, left: s * up - q * down, right: rational(d * up - c * down) };
}

/** Equations 2 and 3 without the first unknown, and what they say about the last one. */
function reduced({ M, b }: Pick<System, 'M' | 'b'>) {
  const [first = [], ...others] = M;
  const factors = others.map(entries => at(entries, 0) * at(first, 0));
  const rows = others.map((entries, n) => entries.map((entry, j) => entry - at(factors, n) * at(first, j)));
  const rights = factors.map((factor, n) => at(b, n + 1) - factor * at(b, 0));
  const [upper, lower] = [at(rows, 0), at(rows, 1)];
  const det = at(upper, 1) * at(lower, 2) - at(lower, 1) * at(upper, 2);
  return { factors, upper, lower, rights, det };
}

/** The solution, and what comes out where the right sides are left as they were or go the other way. */
function wrongSides({ M, b }: Pick<System, 'M' | 'b'>) {
  const { factors, upper, lower } = reduced({ M, b });
  const echelon = matrix([at(M, 0), upper, lower]);
  const [top = 0, ...others] = b;
  const moved = (sign: number) => vector([top, ...others.map((right, n) => right + sign * at(factors, n) * top)]);
  const solution = (right: Vector) => sure(solve(echelon, right)).particular;
  return { key: solution(moved(-1)), unchanged: solution(moved(0)), added: solution(moved(1)) };
}

function parallel({ M, b, i, j }: Pick<System, 'M' | 'b'> & { i: number; j: number }) {
  const [beside, over, above] = [at(at(M, i), 1 - j), at(at(M, 1 - i), 1 - j), at(at(M, 1 - i), j)];
  const factor = rational(beside, over);
  const expected = factor.times(at(b, 1 - i));
  const inverted = rational(above).over(factor);
  const shifted = rational(above + beside - over);
  return { k: factor.times(above), factor, inverted, shifted, beside, over, expected };
}

function letter(letters: readonly string[], i: number): Formula {
  return math`${at(letters, i)}`;
}

function tuple(letters: readonly string[]): Formula {
  return row(letters.map(name => math`${name}`));
}

function equationOf(entries: number[], right: number, letters: readonly string[]): Formula {
  return math`${combination(entries, letters)} = ${right}`;
}

/** Equations below each other. */
function system(M: number[][], b: number[], letters: readonly string[]): Formula {
  const lefts = M.map(entries => combination(entries, letters));
  return stacked(lefts, b);
}

function stacked(lefts: readonly Formula[], rights: number[]): Formula {
  const lines = paired(lefts, rights);
  const written = lines.map(([left, right]) => `${left.tex} &= ${right}`).join(' \\\\ ');
  return tex(
    `\\begin{aligned}${written}\\end{aligned}`,
    lines.map(([left, right]) => math`${left} = ${right}`.speech).join('; '),
  );
}

function augmented(M: number[][], b: number[]): Formula {
  const lines = paired(M, b);
  const written = lines.map(([entries, right]) => [...entries, right].join(' & ')).join(' \\\\ ');
  const spoken = lines.map(([entries, right]) => `${list(entries).speech}, right side ${math`${right}`.speech}`).join('; ');
  return tex(`\\left[\\begin{array}{ccc|c}${written}\\end{array}\\right]`, `the augmented matrix with rows ${spoken}`);
}

/** `3 y = 6, so y = 2`; without the first half where nothing is left to divide. */
function divided(factor: number, unknown: Formula, right: Rational): Text {
  const solved = math`${unknown} = ${right.over(factor)}`;
  return factor === 1 ? say`${solved}` : say`${math`${combination([factor], [unknown])} = ${right}`}, so ${solved}`;
}

/** What is known put into an equation with one more unknown: `3 y + 2 = 8, that is 3 y = 6, so y = 2`. */
function putIn(entries: number[], right: number, key: Vector, i: number, letters: readonly string[]): Text {
  const own = at(entries, i);
  const known = sum(paired(entries, key.entries).map(([entry, value], j) => (j === i ? ZERO : value.times(entry))));
  const end = divided(own, letter(letters, i), key.at(i).times(own));
  return known.isZero() ? end : say`${math`${combination([own], [at(letters, i)])} ${signed(known)} = ${right}`}, that is ${end}`;
}

/** Two equations times these factors, after which they begin alike. */
function alike(rows: number[][], rights: number[], factors: [number, number], letters: readonly string[]): Text {
  const lefts = rows.map((entries, n) => entries.map(entry => entry * at(factors, n)));
  const scaled = rights.map((right, n) => right * at(factors, n) + 0);
  return say`${scaledBoth(...factors)}. ${display(system(lefts, scaled, letters))}`;
}

function scaledBoth(first: number, second: number): Text {
  const times = (factor: number, which: string) =>
    factor === 1 ? say`keep the ${which}` : say`multiply the ${which} by ${factor}`;
  if (first === 1 && second === 1) return say`they do already`;
  return say`${times(first, 'first equation')}, and ${times(second, 'second one')}`;
}

function step(factor: number, equation: number): Text {
  const much = Math.abs(factor) === 1 ? say`it` : say`${Math.abs(factor)} times it`;
  return factor > 0 ? say`take ${much} from equation ${equation}` : say`add ${much} to equation ${equation}`;
}
