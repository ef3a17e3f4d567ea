// A rational number: fractions, decimals, percents and mixed numbers count, sums that are still to be worked out do not.
import { decimalText } from '../math/decimal.ts';
import { equivalent } from '../math/expression/equivalent.ts';
import { evaluateExact } from '../math/expression/evaluate.ts';
import { type Expression, toExpression } from '../math/expression/tree.ts';
import { greatestCommonDivisor, type Rational } from '../math/rational.ts';
import { type AnswerKind, type Judgement, RIGHT, WRONG } from './kind.ts';
import { isRounding, writtenDigits } from './tolerance.ts';
import { afterName, readExpression } from './typed.ts';

/** `3:2` for 3/2. */
const RATIO = /^(\s*[-−]?\s*\d+\s*)[:∶](\s*\d+\s*)$/u;

export const number: AnswerKind<'number'> = {
  read(text) {
    const { text: typed, at } = afterName(text);
    return readExpression({ text: typed.replace(RATIO, '$1/$2'), at }, { variables: [], decimalComma: true });
  },
  write: (key, { decimal }) => (decimal && decimalText(key)) || `${key}`,
  equal: (a, b) => a.equals(b),
  same(value, key, answer) {
    if (!equivalent(value, toExpression(key)).equal) return rounded(value, key);
    if (!isWorkedOut(value)) return { verdict: 'form', says: ['The value is right. Work it out to a single number.'] };
    if (answer.lowest && !isLowest(value))
      return { verdict: 'form', says: ['The value is right. Cancel the fraction down to lowest terms.'] };
    return RIGHT;
  },
};

/** One number as written: an integer, a decimal, a power of ten with a factor, a fraction of integers, a percent, a mixed number. */
export function isWorkedOut(value: Expression): boolean {
  if (value.kind === 'number') return true;
  if (value.kind === 'negate') return value.operand.kind !== 'negate' && isWorkedOut(value.operand);
  if (value.kind === 'divide') return isSignedNumber(value.numerator) && isSignedNumber(value.denominator);
  if (value.kind === 'multiply') return writtenDigits(value) !== undefined;
  return value.kind === 'add' && isMixed(value.terms);
}

function isSignedNumber(value: Expression): boolean {
  return value.kind === 'number' || (value.kind === 'negate' && value.operand.kind === 'number');
}

/** A whole number and a proper fraction, as `1 1/2` is read. */
function isMixed([whole, part, ...more]: readonly Expression[]): boolean {
  if (whole?.kind !== 'number' || !part || more.length > 0) return false;
  const fraction = part.kind === 'divide' || part.kind === 'number' ? evaluateExact(part) : undefined;
  return whole.value.isInteger() && fraction !== undefined && fraction.sign() > 0 && fraction.compare(1) < 0;
}

/** A fraction of whole numbers that share no factor, its minus sign in front or above. */
function isLowest(value: Expression): boolean {
  if (value.kind === 'negate') return isLowest(value.operand);
  if (value.kind === 'add') return value.terms.every(isLowest);
  if (value.kind !== 'divide') return true;
  const [top, bottom] = [evaluateExact(value.numerator), evaluateExact(value.denominator)];
  if (!top?.isInteger() || !bottom?.isInteger() || bottom.compare(1) <= 0) return false;
  return greatestCommonDivisor(top.numerator, bottom.numerator) === 1n;
}

/** Said, since the learner did get there. */
function rounded(value: Expression, key: Rational): Judgement {
  if (!isRounding(value, toExpression(key))) return WRONG;
  return {
    verdict: 'wrong',
    says: ['That is close, but rounded. Give the exact value, as a fraction where the decimals do not end.'],
  };
}
