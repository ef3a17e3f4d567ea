// Prints a tree in the syntax that a learner types; reading it back gives an equal tree.
import { isFraction, numberText } from './print-number.ts';
import { childrenOf, type Expression, type FunctionName } from './tree.ts';

/** How tightly a printed piece holds together: a sum least, an operand most. */
const BINDING = { sum: 0, negation: 1, product: 2, power: 3, operand: 4 } as const;
type Binding = (typeof BINDING)[keyof typeof BINDING];
type Piece = readonly [text: string, binding: Binding];

/** Such as `2x^2 - 3x*y + ln(x)/2`: spaces around + and − only, no dot between a number and a name. */
export function printText(e: Expression): string {
  return piece(e)[0];
}

function inside(e: Expression, least: Binding): string {
  const [text, binding] = piece(e);
  return binding < least ? `(${text})` : text;
}

function piece(e: Expression): Piece {
  switch (e.kind) {
    case 'number':
      return [numberText(e), e.value.sign() < 0 ? BINDING.negation : isFraction(e) ? BINDING.product : BINDING.operand];
    case 'constant':
      return [e.name === 'infinity' ? 'inf' : e.name, BINDING.operand];
    case 'variable':
      return [e.name, BINDING.operand];
    case 'add':
      return sumPiece(e.terms);
    case 'multiply':
      return productPiece(e.factors);
    case 'divide':
      return signed(inside(e.numerator, BINDING.negation), `/${inside(e.denominator, BINDING.power)}`);
    case 'negate':
      return [`-${inside(e.operand, BINDING.product)}`, BINDING.negation];
    case 'power':
      return [`${inside(e.base, BINDING.operand)}^${inside(e.exponent, BINDING.power)}`, BINDING.power];
    case 'call':
      return [callText(e.name, e.args), BINDING.operand];
  }
}

/** A product or quotient that begins with a minus sign binds like a negation. */
function signed(first: string, rest: string): Piece {
  return [first + rest, first.startsWith('-') ? BINDING.negation : BINDING.product];
}

function sumPiece(terms: readonly Expression[]): Piece {
  const [first, ...others] = terms;
  if (first === undefined) return ['0', BINDING.operand];
  if (others.length === 0) return piece(first);
  return [inside(first, BINDING.negation) + others.map(termText).join(''), BINDING.sum];
}

function termText(term: Expression): string {
  const text = inside(term, BINDING.negation);
  return text.startsWith('-') ? ` - ${text.slice(1)}` : ` + ${text}`;
}

function productPiece(factors: readonly Expression[]): Piece {
  const [first, ...others] = factors;
  if (first === undefined) return ['1', BINDING.operand];
  if (others.length === 0) return piece(first);
  const texts = [inside(first, BINDING.negation), ...others.map(factor => inside(factor, BINDING.power))];
  const text = texts.reduce((left, right, index) => {
    const isJoined = COEFFICIENT.test(texts[index - 1] ?? '') && startsWithName(factors[index] ?? first);
    return left + (isJoined ? '' : '*') + right;
  });
  return signed(text, '');
}

/** What stands before a name without a sign. */
const COEFFICIENT = /^-?[\d.]+$/;

function startsWithName(e: Expression): boolean {
  if (e.kind === 'power') return startsWithName(e.base);
  if (e.kind === 'call') return e.name === 'factorial' ? e.args[0]?.kind === 'variable' : e.name !== 'abs';
  return e.kind === 'variable' || e.kind === 'constant';
}

function callText(name: FunctionName, args: readonly Expression[]): string {
  const [first, second] = args;
  if (name === 'factorial' && first) return `${inside(first, BINDING.operand)}!`;
  if (name === 'abs' && first && !holdsBars(first)) return `|${printText(first)}|`;
  if (name === 'log' && first && second?.kind === 'number' && isNatural(second.value.toString()))
    return `log_${numberText(second)}(${printText(first)})`;
  return `${name === 'binomial' ? 'binom' : name}(${args.map(printText).join(', ')})`;
}

function isNatural(text: string): boolean {
  return /^\d+$/.test(text);
}

function holdsBars(e: Expression): boolean {
  if (e.kind === 'call') return e.name === 'abs' || e.args.some(holdsBars);
  return childrenOf(e).some(holdsBars);
}
