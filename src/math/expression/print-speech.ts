// Prints a tree as words for the ear: no symbol that a voice would swallow, and an end for each thing that has one.
import { GREEK_SIGNS } from './notation.ts';
import { isFraction, numberText } from './print-number.ts';
import type { Expression, FunctionName } from './tree.ts';

/** Such as "x squared plus 3 x minus 1". */
export function printSpeech(e: Expression): string {
  switch (e.kind) {
    case 'number':
      return isFraction(e) ? e.value.toSpeech() : numberText(e).replace('-', 'minus ');
    case 'constant':
      return e.name;
    case 'variable':
      return nameSpeech(e.name);
    case 'add':
      return e.terms.map((term, index) => (index === 0 ? printSpeech(term) : termSpeech(term))).join(' ') || '0';
    case 'multiply':
      return productSpeech(e.factors);
    case 'divide':
      return fractionSpeech(e.numerator, e.denominator);
    case 'negate':
      return `minus ${grouped(e.operand)}`;
    case 'power':
      return powerSpeech(e.base, e.exponent);
    case 'call':
      return callSpeech(e.name, e.args);
  }
}

/** `w_1` is "w sub 1". */
export function nameSpeech(name: string): string {
  return name
    .split('_')
    .map(part => GREEK_SIGNS.get(part) ?? part)
    .join(' sub ');
}

function termSpeech(term: Expression): string {
  const words = printSpeech(term);
  return words.startsWith('minus ') ? words : `plus ${words}`;
}

/** Sums are spoken with their brackets wherever they are a part of something. */
function grouped(e: Expression): string {
  const words = printSpeech(e);
  return e.kind === 'add' && e.terms.length > 1 ? `open bracket, ${words}, close bracket` : words;
}

function isSimple(e: Expression): boolean {
  return e.kind === 'variable' || e.kind === 'constant' || (e.kind === 'number' && !isFraction(e));
}

function productSpeech(factors: readonly Expression[]): string {
  if (factors.length === 0) return '1';
  return factors
    .map((factor, index) => {
      const words = grouped(factor);
      const isPlain = index === 0 || (factor.kind !== 'number' && !words.startsWith('minus '));
      return isPlain ? words : `times ${words}`;
    })
    .join(' ');
}

function fractionSpeech(top: Expression, bottom: Expression): string {
  if (isSimple(top) && isSimple(bottom)) return `${printSpeech(top)} over ${printSpeech(bottom)}`;
  return `the fraction, ${printSpeech(top)}, over, ${printSpeech(bottom)}, end fraction`;
}

function powerSpeech(base: Expression, exponent: Expression): string {
  const isSmall = isSimple(base) || (base.kind === 'add' && base.terms.length > 1);
  const words = isSmall ? grouped(base) : `open bracket, ${printSpeech(base)}, close bracket`;
  if (exponent.kind === 'number' && exponent.value.equals(2)) return `${words} squared`;
  if (exponent.kind === 'number' && exponent.value.equals(3)) return `${words} cubed`;
  return `${words} to the power of ${closed(exponent, 'end power')}`;
}

function closed(e: Expression, end: string): string {
  return isSimple(e) ? printSpeech(e) : `${printSpeech(e)}, ${end}`;
}

const WORDS: Record<FunctionName, string> = {
  sqrt: 'the square root of',
  exp: 'e to the power of',
  ln: 'the natural logarithm of',
  log: 'the logarithm of',
  sin: 'the sine of',
  cos: 'the cosine of',
  tan: 'the tangent of',
  cot: 'the cotangent of',
  sec: 'the secant of',
  csc: 'the cosecant of',
  asin: 'the arc sine of',
  acos: 'the arc cosine of',
  atan: 'the arc tangent of',
  sinh: 'the hyperbolic sine of',
  cosh: 'the hyperbolic cosine of',
  tanh: 'the hyperbolic tangent of',
  asinh: 'the inverse hyperbolic sine of',
  acosh: 'the inverse hyperbolic cosine of',
  atanh: 'the inverse hyperbolic tangent of',
  abs: 'the absolute value of',
  sign: 'the sign of',
  floor: 'the floor of',
  ceil: 'the ceiling of',
  max: 'the maximum of',
  min: 'the minimum of',
  sigmoid: 'sigmoid of',
  factorial: 'the factorial of',
  binomial: 'choose',
};

const ENDS: Partial<Record<FunctionName, string>> = { sqrt: 'end root', exp: 'end power', abs: 'end absolute value' };

function callSpeech(name: FunctionName, args: readonly Expression[]): string {
  const [x, y] = args;
  if (x === undefined) return WORDS[name];
  if (name === 'binomial' && y) return `${grouped(x)} choose ${grouped(y)}`;
  if (name === 'factorial') return `${grouped(x)} factorial`;
  if (name === 'log') return `the logarithm${y ? ` to base ${printSpeech(y)}` : ''} of ${closed(x, 'end logarithm')}`;
  if (args.length > 1) return `${WORDS[name]} ${args.map(printSpeech).join(', and ')}, end list`;
  return `${WORDS[name]} ${closed(x, ENDS[name] ?? 'end function')}`;
}
