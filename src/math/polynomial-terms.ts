// Prints the terms of a polynomial in x, descending, for the eye, the keyboard and the ear.
import { ONE, type Rational, ZERO } from './rational.ts';

const STYLES = {
  tex: { plus: ' + ', minus: ' - ', lead: '-', number: (value: Rational) => value.toTeX(), times: () => '', power: texPower },
  text: { plus: ' + ', minus: ' - ', lead: '-', number: String, times: () => '', power: textPower },
  speech: {
    plus: ' plus ',
    minus: ' minus ',
    lead: 'minus ',
    number: (value: Rational) => value.toSpeech(),
    times: (value: Rational) => (value.isInteger() ? ' ' : ' times '),
    power: spokenPower,
  },
} as const;

/** Coefficients ascending; no term with coefficient 0, no factor 1, `0` where nothing is left. */
export function terms(coefficients: readonly Rational[], as: keyof typeof STYLES): string {
  const style = STYLES[as];
  let text = '';
  for (let k = coefficients.length - 1; k >= 0; k--) {
    const value = coefficients[k] ?? ZERO;
    if (value.isZero()) continue;
    const negative = value.sign() < 0;
    if (text === '') text = negative ? style.lead : '';
    else text += negative ? style.minus : style.plus;
    text += term(value.abs(), k, as);
  }
  return text === '' ? '0' : text;
}

function term(size: Rational, k: number, as: keyof typeof STYLES): string {
  const style = STYLES[as];
  if (k === 0) return style.number(size);
  return size.equals(ONE) ? style.power(k) : style.number(size) + style.times(size) + style.power(k);
}

function texPower(k: number): string {
  return k === 1 ? 'x' : `x^{${k}}`;
}

function textPower(k: number): string {
  return k === 1 ? 'x' : `x^${k}`;
}

function spokenPower(k: number): string {
  return k === 1 ? 'x' : k === 2 ? 'x squared' : k === 3 ? 'x cubed' : `x to the power ${k}`;
}
