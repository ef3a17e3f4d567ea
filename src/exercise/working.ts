// How a calculation is written out, with this exercise's numbers.
import { ONE, Rational, type RationalLike, sum, ZERO } from '../math/rational.ts';
import { at } from './at.ts';
import { bracketed, type Formula, type FormulaLike, formula, math, signed } from './formula.ts';

/** How numbers are written: as fractions where nothing is said, or `decimal`. */
type Write = (value: Rational) => Formula;
type Pairs = readonly (readonly RationalLike[])[];

/** `2 \cdot 3 + (-1) \cdot 4`: the products of the pairs, summed up, not yet worked out. */
export function productSum(pairs: Pairs, write: Write = formula): Formula {
  const terms = pairs.map(factors => factors.map(factor => bracketed(Rational.from(factor), write)));
  return {
    tex: terms.map(factors => factors.map(factor => factor.tex).join(' \\cdot ')).join(' + '),
    speech: terms.map(factors => factors.map(factor => factor.speech).join(' times ')).join(' plus '),
  };
}

/** The same with its value: `2 \cdot 3 + (-1) \cdot 4 = 2`. */
export function productSumWorked(pairs: Pairs, write: Write = formula): Formula {
  const value = sum(pairs.map(factors => factors.reduce((product: Rational, factor) => product.times(factor), ONE)));
  return math`${productSum(pairs, write)} = ${write(value)}`;
}

/** `2 - 4 + 3`: numbers in a row with their signs. */
export function signedSum(values: readonly RationalLike[], write: Write = formula): Formula {
  const terms = (values.length > 0 ? values : [ZERO]).map(value => Rational.from(value));
  return terms.map((factor, i) => signedTerm({ factor }, i === 0, write)).reduce(joined);
}

/** `2 u - v` from `[2, -1]` and `['u', 'v']` (TeX or values): a factor 1 is not written, a term with 0 left out; 0 where all are. */
export function combination(
  factors: readonly RationalLike[],
  things: readonly (FormulaLike | string)[],
  write: Write = formula,
): Formula {
  const kept = factors.map((factor, i) => ({ factor: Rational.from(factor), thing: math`${at(things, i)}` }));
  const pieces = kept.filter(({ factor }) => !factor.isZero()).map((term, i) => signedTerm(term, i === 0, write));
  return pieces.length === 0 ? formula(0) : pieces.reduce(joined);
}

/** `\lambda^2 - 5 \lambda + 6 = 0`, of a 2 by 2 matrix with this trace and determinant. */
export function characteristicEquation(trace: number, det: number): Formula {
  return math`${combination([1, -trace], [math`\lambda^2`, math`\lambda`])} ${signed(det)} = 0`;
}

/** A number with its sign, or in front of something. */
function signedTerm({ factor, thing }: { factor: Rational; thing?: Formula }, isFirst: boolean, write: Write): Formula {
  const size = thing && factor.abs().equals(1) ? undefined : write(factor.abs());
  const [sign, word] = factor.sign() < 0 ? ['-', 'minus'] : isFirst ? ['', ''] : ['+', 'plus'];
  const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ');
  const tex = join(size?.tex, thing?.tex);
  return { tex: isFirst ? `${sign}${tex}` : `${sign} ${tex}`, speech: join(word, size?.speech, thing?.speech) };
}

function joined(a: Formula, b: Formula): Formula {
  return { tex: `${a.tex} ${b.tex}`, speech: `${a.speech} ${b.speech}` };
}
