// Expectation, variance and covariance as formulas with spoken names, and the table of a random variable.
import { type Formula, type FormulaLike, math, table, tex } from './formula.ts';

/** `E[X]`, spoken as one: a letter, TeX or a value goes inside. */
export function expectationOf(inside: FormulaLike | string): Formula {
  const { tex: source, speech } = math`${inside}`;
  return tex(`\\mathrm{E}[${source}]`, `the expectation of ${speech}`);
}

/** `E[X]^2`, spoken apart from `E[X^2]`. */
export function squaredExpectationOf(inside: FormulaLike | string): Formula {
  const expectation = expectationOf(inside);
  return tex(`${expectation.tex}^2`, `the square of ${expectation.speech}`);
}

export function varianceOf(inside: FormulaLike | string): Formula {
  const { tex: source, speech } = math`${inside}`;
  return tex(`\\operatorname{Var}(${source})`, `the variance of ${speech}`);
}

export function covarianceOf(first: FormulaLike | string, second: FormulaLike | string): Formula {
  const [x, y] = [math`${first}`, math`${second}`];
  return tex(`\\operatorname{Cov}(${x.tex}, ${y.tex})`, `the covariance of ${x.speech} and ${y.speech}`);
}

/** The values of a random variable, one a row, with their probabilities. Throws where the lengths differ. */
export function lawTable(letter: string, values: readonly FormulaLike[], probabilities: readonly FormulaLike[]): Formula {
  if (values.length !== probabilities.length)
    throw new RangeError(`${probabilities.length} probabilities for ${values.length} values`);
  const rows = values.map((value, i) => [value, probabilities[i] ?? value]);
  return table([math`x`, math`P(${letter} = x)`], rows);
}
