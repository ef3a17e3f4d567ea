// Prints a tree as TeX for KaTeX: fractions stacked, no dot between coefficient and symbol, brackets only where needed.
import { GREEK, GREEK_CAPITALS, GREEK_SIGNS } from './notation.ts';
import { isFraction, numberText } from './print-number.ts';
import type { Expression, FunctionName } from './tree.ts';

const BINDING = { sum: 0, negation: 1, product: 2, power: 3, operand: 4 } as const;
type Binding = (typeof BINDING)[keyof typeof BINDING];
type Piece = readonly [tex: string, binding: Binding];

/** Such as `2x^{2} - \frac{3}{4}xy + \ln x`. */
export function printTeX(e: Expression): string {
  return piece(e)[0];
}

/** `w_1` is w_{1}, `theta` is \theta, longer names are upright. */
export function nameTeX(name: string): string {
  const [typed = name, ...subscripts] = name.split('_');
  const base = GREEK_SIGNS.get(typed) ?? typed;
  const known = GREEK.has(base) || GREEK_CAPITALS.has(base);
  const tex = known ? `\\${base === 'omicron' ? 'mathrm{o}' : base}` : [...base].length === 1 ? base : `\\mathrm{${base}}`;
  return subscripts.length === 0 ? tex : `${tex}_{${subscripts.join(',')}}`;
}

function inside(e: Expression, least: Binding): string {
  const [tex, binding] = piece(e);
  return binding < least ? bracketed(tex) : tex;
}

function bracketed(tex: string): string {
  return `\\left(${tex}\\right)`;
}

function piece(e: Expression): Piece {
  switch (e.kind) {
    case 'number':
      return numberPiece(e);
    case 'constant':
      return [e.name === 'pi' ? '\\pi' : e.name === 'infinity' ? '\\infty' : 'e', BINDING.operand];
    case 'variable':
      return [nameTeX(e.name), BINDING.operand];
    case 'add':
      return sumPiece(e.terms);
    case 'multiply':
      return productPiece(e.factors);
    case 'divide':
      return fractionPiece(e.numerator, e.denominator);
    case 'negate':
      return [`-${inside(e.operand, BINDING.product)}`, BINDING.negation];
    case 'power':
      return [powerTeX(e.base, e.exponent, false), BINDING.power];
    case 'call':
      return callPiece(e.name, e.args, false);
  }
}

function numberPiece(e: Expression & { kind: 'number' }): Piece {
  const isNegative = e.value.sign() < 0;
  const tex = isFraction(e) ? e.value.toTeX() : numberText(e);
  return [tex, isNegative ? BINDING.negation : isFraction(e) ? BINDING.product : BINDING.operand];
}

function sumPiece(terms: readonly Expression[]): Piece {
  const [first, ...others] = terms;
  if (first === undefined) return ['0', BINDING.operand];
  if (others.length === 0) return piece(first);
  return [inside(first, BINDING.negation) + others.map(termTeX).join(''), BINDING.sum];
}

function termTeX(term: Expression): string {
  const tex = inside(term, BINDING.negation);
  return tex.startsWith('-') ? ` - ${tex.slice(1)}` : ` + ${tex}`;
}

/** A minus sign on top goes before the fraction. */
function fractionPiece(numerator: Expression, denominator: Expression): Piece {
  const top = printTeX(numerator);
  const isNegative = top.startsWith('-') && numerator.kind !== 'add';
  const tex = `\\frac{${isNegative ? top.slice(1) : top}}{${printTeX(denominator)}}`;
  return isNegative ? [`-${tex}`, BINDING.negation] : [tex, BINDING.product];
}

function productPiece(factors: readonly Expression[]): Piece {
  const [first, ...others] = factors;
  if (first === undefined) return ['1', BINDING.operand];
  if (others.length === 0) return piece(first);
  const flat = factors.flatMap(flattened);
  const parts = flat.map((factor, index) => factorTeX(factor, index === 0, flat[index + 1]));
  const tex = parts.reduce((left, right) => left + joint(left, right) + right);
  return [tex, tex.startsWith('-') ? BINDING.negation : BINDING.product];
}

/** A product inside a product needs no brackets. */
function flattened(e: Expression): readonly Expression[] {
  return e.kind === 'multiply' && e.factors.length > 0 ? e.factors.flatMap(flattened) : [e];
}

/** A function's value is bracketed where the next factor would look like a part of it. */
function factorTeX(factor: Expression, isFirst: boolean, next: Expression | undefined): string {
  const mustBracket = next !== undefined && !startsWithFunction(next);
  if (factor.kind === 'call') return callPiece(factor.name, factor.args, mustBracket)[0];
  if (factor.kind === 'power') return powerTeX(factor.base, factor.exponent, mustBracket);
  if (isFirst && factor.kind === 'negate' && factor.operand.kind !== 'add') return `-${factorTeX(factor.operand, false, next)}`;
  return inside(factor, isFirst ? BINDING.negation : BINDING.product);
}

/** Whether it is printed with the name of a function in front. */
function startsWithFunction(e: Expression): boolean {
  if (e.kind === 'power') return sharesPower(e.base, e.exponent);
  return e.kind === 'call' && !NAMELESS.has(e.name);
}

const NAMELESS: ReadonlySet<FunctionName> = new Set(['sqrt', 'abs', 'floor', 'ceil', 'binomial', 'exp', 'factorial', 'sigmoid']);

/** A dot between digits, a space between a command and a letter, else nothing. */
function joint(left: string, right: string): string {
  if (/^[\d.]/.test(right) || /^\\frac\{\d/.test(right)) return ' \\cdot ';
  if (/\\[a-zA-Z]+$/.test(left) && /^[a-zA-Z]/.test(right)) return ' ';
  return /^\\[a-z]+(\^\{|_\{| |\\left)/.test(right) && !/^\\(left|frac|sqrt)/.test(right) && !/^\d*$/.test(left) ? ' ' : '';
}

function powerTeX(base: Expression, exponent: Expression, mustBracket: boolean): string {
  const raised = exponentTeX(exponent);
  if (base.kind === 'call' && sharesPower(base, exponent)) return callPiece(base.name, base.args, mustBracket, `^{${raised}}`)[0];
  const isBare =
    base.kind === 'call' && base.name !== 'abs' && base.name !== 'floor' && base.name !== 'ceil' && base.name !== 'binomial';
  const tex = isBare ? bracketed(printTeX(base)) : inside(base, BINDING.operand);
  return `${tex}^{${raised}}`;
}

/** Fractions of numbers lie on one line in an exponent. */
function exponentTeX(e: Expression): string {
  if (e.kind === 'number') return numberText(e);
  const isSmall = e.kind === 'divide' && e.numerator.kind === 'number' && e.denominator.kind === 'number';
  return isSmall ? `${inside(e.numerator, BINDING.operand)}/${inside(e.denominator, BINDING.operand)}` : printTeX(e);
}

/** Whether the power stands between the function's name and its value, as in sin² x. */
function sharesPower(base: Expression, exponent: Expression): boolean {
  return base.kind === 'call' && SHARED_POWER.has(base.name) && isPositiveInteger(exponent);
}

function isPositiveInteger(e: Expression): boolean {
  return e.kind === 'number' && e.value.isInteger() && e.value.sign() > 0;
}

const SHARED_POWER: ReadonlySet<FunctionName> = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc', 'sinh', 'cosh', 'tanh', 'ln']);

const COMMANDS: Partial<Record<FunctionName, string>> = {
  asin: '\\arcsin',
  acos: '\\arccos',
  atan: '\\arctan',
  asinh: '\\operatorname{arsinh}',
  acosh: '\\operatorname{arcosh}',
  atanh: '\\operatorname{artanh}',
  sign: '\\operatorname{sgn}',
  sigmoid: '\\sigma',
};

function callPiece(name: FunctionName, args: readonly Expression[], mustBracket: boolean, raised = ''): Piece {
  const [x, y] = args;
  if (x === undefined) return [COMMANDS[name] ?? `\\${name}`, BINDING.operand];
  const around = surrounded(name, x, y);
  if (around !== undefined) return around;
  if (name === 'factorial') return [`${inside(x, BINDING.operand)}!`, BINDING.operand];
  const command = `${COMMANDS[name] ?? `\\${name}`}${name === 'log' && y ? `_{${printTeX(y)}}` : ''}${raised}`;
  const shown = name === 'log' ? [x] : args;
  const needsBracket =
    mustBracket || shown.length > 1 || name === 'sigmoid' || name === 'max' || name === 'min' || !isBareArgument(x);
  return needsBracket
    ? [`${command}${bracketed(shown.map(printTeX).join(', '))}`, BINDING.operand]
    : [`${command} ${printTeX(x)}`, BINDING.product];
}

function surrounded(name: FunctionName, x: Expression, y: Expression | undefined): Piece | undefined {
  // Printed only where it is returned: printing twice a level would cost 2^depth.
  if (name === 'sqrt') return [`\\sqrt{${printTeX(x)}}`, BINDING.operand];
  if (name === 'abs') return [`\\left|${printTeX(x)}\\right|`, BINDING.operand];
  if (name === 'floor') return [`\\lfloor ${printTeX(x)} \\rfloor`, BINDING.operand];
  if (name === 'ceil') return [`\\lceil ${printTeX(x)} \\rceil`, BINDING.operand];
  if (name === 'binomial' && y) return [`\\binom{${printTeX(x)}}{${printTeX(y)}}`, BINDING.operand];
  return name === 'exp' ? [`e^{${exponentTeX(x)}}`, BINDING.power] : undefined;
}

/** What may follow a function name without brackets: one symbol, a number, or a product of such. */
function isBareArgument(e: Expression): boolean {
  if (e.kind === 'multiply')
    return e.factors.every(
      (factor, index) => isBareArgument(factor) && factor.kind !== 'multiply' && (index === 0 || factor.kind !== 'number'),
    );
  if (e.kind === 'power') return e.base.kind === 'variable' && isBareArgument(e.exponent);
  return e.kind === 'variable' || e.kind === 'constant' || (e.kind === 'number' && e.value.sign() >= 0);
}
