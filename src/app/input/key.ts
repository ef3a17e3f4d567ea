// A key: what stands on it, what it says, what it does; and the stock from which all keypads are laid out.
import { GREEK, GREEK_CAPITALS } from '../../math/expression/notation.ts';
import { printSpeech } from '../../math/expression/print-speech.ts';
import { variable } from '../../math/expression/tree.ts';
import type { Stroke } from './stroke.ts';

export type Layer = 'main' | 'functions' | 'letters' | 'numbers' | 'signs';
export type Does =
  | Stroke
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'next' }
  | { readonly kind: 'layer'; readonly to: Layer }
  | { readonly kind: 'check' };

/** Plain signs, or the few things that a formula is made of; no KaTeX, which would cost a hundred times as much. */
export type Face =
  | string
  | { readonly letter: string; readonly above?: string; readonly below?: string }
  | { readonly name: string; readonly below?: string }
  | { readonly over: readonly [string, string] }
  | { readonly root: string };

export interface Key {
  /** What the browser tests press: the text that the key writes, or a word. */
  readonly id: string;
  readonly face: Face;
  readonly says: string;
  readonly does: Does;
  readonly tone: 'digit' | 'sign' | 'quiet' | 'primary';
  /** Columns that it spans. */
  readonly span?: number;
}

export function sign(text: string, face: Face, says: string, tone: Key['tone'] = 'sign'): Key {
  return { id: text, face, says, does: { kind: 'insert', text }, tone };
}

export function digits(...values: readonly number[]): Key[] {
  return values.map(value => sign(`${value}`, `${value}`, `${value}`, 'digit'));
}

function enclosing(id: string, before: string, after: string, face: Face, says: string): Key {
  return { id, face, says, does: { kind: 'enclose', before, after }, tone: 'sign' };
}

function called(name: string, says: string): Key {
  return enclosing(name, `${name}(`, ')', { name }, says);
}

export function layerKey(to: Layer, face: Face, says: string): Key {
  return { id: `layer-${to}`, face, says, does: { kind: 'layer', to }, tone: 'quiet' };
}

/** Written as its Greek sign where it has one: θ for theta. */
export function variableKey(name: string): Key {
  const [base = name, ...rest] = name.split('_');
  const letter = GREEK.get(base) ?? GREEK_CAPITALS.get(base) ?? base;
  const below = rest.join(', ');
  const text = [letter, ...rest].join('_');
  return { ...sign(text, { letter, ...(below && { below }) }, printSpeech(variable(name))), id: name };
}

export function check(span: number): Key {
  return { id: 'check', face: 'Check', says: 'Check', does: { kind: 'check' }, tone: 'primary', span };
}

export const ERASE: Key = { id: 'erase', face: '⌫', says: 'delete', does: { kind: 'erase' }, tone: 'quiet' };
export const LEFT: Key = { id: 'left', face: '◂', says: 'caret left', does: { kind: 'move', by: -1 }, tone: 'quiet' };
export const RIGHT: Key = { id: 'right', face: '▸', says: 'caret right', does: { kind: 'move', by: 1 }, tone: 'quiet' };
export const NEXT: Key = { id: 'next', face: '⇥', says: 'next cell', does: { kind: 'next' }, tone: 'quiet' };
export const MINUS = sign('-', '−', 'minus');
export const PLUS = sign('+', '+', 'plus');
export const PLUS_MINUS = sign('±', '±', 'plus or minus');
export const TIMES = sign('*', '×', 'times');
export const DIVIDE = sign('/', '÷', 'divided by');
export const POINT = sign('.', '.', 'decimal point', 'digit');
export const COMMA = sign(',', ',', 'comma');
export const POWER = sign('^', { letter: 'x', above: 'y' }, 'to the power');
export const OPEN = enclosing('(', '(', ')', '(', 'open bracket');
export const CLOSE = sign(')', ')', 'close bracket');
/** For intervals, where a round bracket may be closed by a square one. */
export const ROUND = sign('(', '(', 'open round bracket');
export const SQUARE_OPEN = sign('[', '[', 'open square bracket');
export const SQUARE_CLOSE = sign(']', ']', 'close square bracket');
export const BRACE = enclosing('{', '{', '}', '{', 'open brace');
export const CLOSE_BRACE = sign('}', '}', 'close brace');
export const ROOT = enclosing('sqrt', 'sqrt(', ')', { root: 'x' }, 'square root');
export const EULER = sign('e', { name: 'e' }, 'e');
export const PI = sign('π', { letter: 'π' }, 'pi');
/** A plain slash where the denominator is one number. */
export const SIMPLE_FRACTION = sign('/', { over: ['a', 'b'] }, 'fraction');
/** With brackets, so that 1/(2x) is not read as (1/2)x. */
export const FRACTION = enclosing('fraction', '/(', ')', { over: ['a', 'b'] }, 'fraction');
export const PERCENT = sign('%', '%', 'percent');
export const FACTORIAL = sign('!', '!', 'factorial');
export const EMPTY_SET = sign('∅', '∅', 'the empty set');
export const UNION = sign('∪', '∪', 'union');
export const INFINITY = sign('∞', '∞', 'infinity');
export const EQUALS = sign('=', '=', 'equals');
export const LESS = sign('<', '<', 'is less than');
export const AT_MOST = sign('≤', '≤', 'is at most');
export const MORE = sign('>', '>', 'is greater than');
export const AT_LEAST = sign('≥', '≥', 'is at least');
export const ALSO: Key = { ...sign(', ', ',', 'comma: and also'), id: ',' };
export const NOT = sign('¬', '¬', 'not');
export const AND = sign('∧', '∧', 'and');
export const OR_SIGN = sign('∨', '∨', 'or');
export const XOR = sign('⊕', '⊕', 'either or');
export const IMPLIES = sign('⇒', '⇒', 'implies');
export const IFF = sign('⇔', '⇔', 'if and only if');
export const OR: Key = { ...sign(' or ', { name: 'or' }, 'or'), id: 'or' };
export const NATURAL_LOG = called('ln', 'natural logarithm');
export const LOG_2 = enclosing('log_2', 'log_2(', ')', { name: 'log', below: '2' }, 'logarithm to base 2');
export const SINE = called('sin', 'sine');
export const COSINE = called('cos', 'cosine');
export const TANGENT = called('tan', 'tangent');
export const EXPONENTIAL = called('exp', 'exponential');
export const HYPERBOLIC = called('tanh', 'hyperbolic tangent');
export const MAXIMUM = called('max', 'maximum');
export const MINIMUM = called('min', 'minimum');
export const SIGMOID = enclosing('σ', 'σ(', ')', { letter: 'σ' }, 'sigmoid');
export const BARS = enclosing('|', '|', '|', '|x|', 'absolute value');
export const SQUARE = sign('^2', { letter: 'x', above: '2' }, 'squared');
export const CUBE = sign('^3', { letter: 'x', above: '3' }, 'cubed');
export const INVERSE = sign('^(-1)', { letter: 'x', above: '−1' }, 'to the power minus 1');
