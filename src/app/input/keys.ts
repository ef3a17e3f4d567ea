// Which keys an answer gets: by its kind and by the exercise's own variables.
import { holdsWords } from '../../answers/set.ts';
import type { Answer } from '../../exercise/answer.ts';
import { formula } from '../../exercise/formula.ts';
import { GREEK, GREEK_CAPITALS } from '../../math/expression/notation.ts';
import { variable } from '../../math/expression/tree.ts';
import type { FiniteSet } from '../../math/finite-set.ts';
import type { Matrix } from '../../math/matrix.ts';
import type { Vector } from '../../math/vector.ts';
import type { Stroke } from './stroke.ts';

export type Layer = 'main' | 'functions' | 'letters';
export type Does =
  | Stroke
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'next' }
  | { readonly kind: 'layer'; readonly to: Layer }
  | { readonly kind: 'check' };

export interface Key {
  /** What the browser tests press: the text that the key writes, or a word. */
  readonly id: string;
  /** TeX, or plain signs. */
  readonly face: { readonly tex: string } | string;
  readonly says: string;
  readonly does: Does;
  readonly tone: 'digit' | 'sign' | 'quiet' | 'primary';
  /** Columns that it spans. */
  readonly span?: number;
}

/** Rows of keys; the rows of a layer are equally wide. */
export type Rows = readonly (readonly Key[])[];
export type Keypad = { readonly main: Rows } & { readonly [L in Exclude<Layer, 'main'>]?: Rows };

/** Undefined where the answer is chosen, not typed. */
export function keypadFor(answer: Answer): Keypad | undefined {
  switch (answer.kind) {
    case 'choice':
    case 'several':
    case 'ordering':
      return undefined;
    case 'number':
      return { main: numberRows(PERCENT) };
    case 'vector':
    case 'direction':
    case 'matrix':
      return isRational(answer.key) ? { main: numberRows(NEXT) } : formulaKeypad(answer.variables ?? []);
    case 'set':
      return isRational(answer.key) ? setKeypad(holdsWords(answer)) : rootSetKeypad();
    case 'interval':
      return intervalKeypad();
    case 'equation':
      return formulaKeypad(answer.variables, EQUALS);
    case 'real':
      return formulaKeypad([]);
    case 'expression':
      return formulaKeypad(answer.variables);
  }
}

const ERASE: Key = { id: 'erase', face: '⌫', says: 'delete', does: { kind: 'erase' }, tone: 'quiet' };
const LEFT: Key = { id: 'left', face: '◂', says: 'caret left', does: { kind: 'move', by: -1 }, tone: 'quiet' };
const RIGHT: Key = { id: 'right', face: '▸', says: 'caret right', does: { kind: 'move', by: 1 }, tone: 'quiet' };
const NEXT: Key = { id: 'next', face: '⇥', says: 'next cell', does: { kind: 'next' }, tone: 'quiet' };
const MINUS = sign('-', '−', 'minus');
const PLUS = sign('+', '+', 'plus');
const TIMES = sign('*', '×', 'times');
const DIVIDE = sign('/', '÷', 'divided by');
const POINT = sign('.', '.', 'decimal point', 'digit');
const COMMA = sign(',', ',', 'comma');
const POWER = sign('^', { tex: 'x^{y}' }, 'to the power');
const OPEN = enclosing('(', '(', ')', '(', 'open bracket');
const CLOSE = sign(')', ')', 'close bracket');
const ROOT = enclosing('sqrt', 'sqrt(', ')', { tex: '\\sqrt{x}' }, 'square root');
const EULER = sign('e', { tex: 'e' }, 'e');
const PI = sign('π', { tex: '\\pi' }, 'pi');
const NATURAL_LOG = called('ln', 'natural logarithm');
/** A plain slash where the denominator is one number. */
const SIMPLE_FRACTION = sign('/', { tex: '\\tfrac{a}{b}' }, 'fraction');
/** With brackets, so that 1/(2x) is not read as (1/2)x. */
const FRACTION = enclosing('fraction', '/(', ')', { tex: '\\tfrac{a}{b}' }, 'fraction');
const PERCENT = sign('%', '%', 'percent');
const FACTORIAL = sign('!', '!', 'factorial');
const EMPTY_SET = sign('∅', '∅', 'the empty set');
const BRACE = enclosing('{', '{', '}', '{', 'open brace');
const CLOSE_BRACE = sign('}', '}', 'close brace');
const UNION = sign('∪', '∪', 'union');
const INFINITY = sign('∞', '∞', 'infinity');
const LESS = sign('<', '<', 'is less than');
const AT_MOST = sign('≤', '≤', 'is at most');
const EQUALS = sign('=', '=', 'equals');
const LOG_2 = enclosing('log_2', 'log_2(', ')', { tex: '\\log_2' }, 'logarithm to base 2');
const SINE = called('sin', 'sine');
const COSINE = called('cos', 'cosine');
const TANGENT = called('tan', 'tangent');
const EXPONENTIAL = called('exp', 'exponential');
const HYPERBOLIC = called('tanh', 'hyperbolic tangent');
const MAXIMUM = called('max', 'maximum');
const MINIMUM = called('min', 'minimum');
const SIGMOID = enclosing('σ', 'σ(', ')', { tex: '\\sigma' }, 'sigmoid');
const BARS = enclosing('|', '|', '|', { tex: '|x|' }, 'absolute value');
const SQUARE = sign('^2', { tex: 'x^2' }, 'squared');
const CUBE = sign('^3', { tex: 'x^3' }, 'cubed');
const INVERSE = sign('^(-1)', { tex: 'x^{-1}' }, 'to the power minus 1');

function numberRows(extra: Key): Rows {
  return [
    [...digits(7, 8, 9), MINUS, ERASE],
    [...digits(4, 5, 6), SIMPLE_FRACTION, extra],
    [...digits(1, 2, 3), LEFT, RIGHT],
    [...digits(0), POINT, check(3)],
  ];
}

/** Numbers with fractions are enough to type it. */
function isRational(key: Vector | Matrix | FiniteSet | readonly unknown[]): boolean {
  return !Array.isArray(key);
}

/** `special` takes the place of e, which e^x on the second layer still writes. */
function formulaKeypad(variables: readonly string[], special: Key = EULER): Keypad {
  const own = variables.map(variableKey);
  const above = own.length <= 2 ? [] : filled(own, 6);
  const top = own.length <= 2 ? [...own, PI, PERCENT].slice(0, 2) : [PI, PERCENT];
  const head = (toggle: Key) => [...above, [OPEN, CLOSE, ...top, toggle, ERASE]];
  return {
    main: [
      ...head(layerKey('functions', { tex: 'f(x)' }, 'functions')),
      [...digits(7, 8, 9), DIVIDE, POWER, ROOT],
      [...digits(4, 5, 6), TIMES, special, NATURAL_LOG],
      [...digits(1, 2, 3), MINUS, LEFT, RIGHT],
      [...digits(0), POINT, FRACTION, PLUS, check(2)],
    ],
    functions: [
      ...head(layerKey('main', '123', 'numbers')),
      [SINE, COSINE, TANGENT, EXPONENTIAL, NATURAL_LOG, LOG_2],
      [SIGMOID, HYPERBOLIC, BARS, MAXIMUM, MINIMUM, PI],
      [COMMA, FACTORIAL, PERCENT, MINUS, LEFT, RIGHT],
      [SQUARE, CUBE, INVERSE, PLUS, check(2)],
    ],
  };
}

function setKeypad(words: boolean): Keypad {
  const head = (toggle: Key) => [BRACE, CLOSE_BRACE, EMPTY_SET, toggle, ERASE];
  const rows = [
    [...digits(7, 8, 9), OPEN, CLOSE],
    [...digits(4, 5, 6), MINUS, SIMPLE_FRACTION],
    [...digits(1, 2, 3), LEFT, RIGHT],
  ];
  if (!words) return { main: [head(COMMA), ...rows, [...digits(0), POINT, check(3)]] };
  const alphabet = [...'abcdefghijklmnopqrstuvwxyz'].map(letter => sign(letter, letter, letter, 'digit'));
  const back = { ...layerKey('main', '123', 'numbers'), span: 2 };
  return {
    main: [head(layerKey('letters', 'abc', 'letters')), ...rows, [...digits(0), POINT, COMMA, check(2)]],
    letters: rowsOf([...alphabet, COMMA, ERASE, back], 6),
  };
}

/** For sets with roots in them. */
function rootSetKeypad(): Keypad {
  return {
    main: [
      [BRACE, CLOSE_BRACE, OPEN, CLOSE, COMMA, ERASE],
      [...digits(7, 8, 9), DIVIDE, ROOT, PI],
      [...digits(4, 5, 6), TIMES, POWER, NATURAL_LOG],
      [...digits(1, 2, 3), MINUS, LEFT, RIGHT],
      [...digits(0), POINT, EULER, PLUS, check(2)],
    ],
  };
}

function intervalKeypad(): Keypad {
  return {
    main: [
      [
        sign('(', '(', 'open round bracket'),
        sign('[', '[', 'open square bracket'),
        sign(']', ']', 'close square bracket'),
        CLOSE,
        COMMA,
        ERASE,
      ],
      [...digits(7, 8, 9), UNION, INFINITY, ROOT],
      [...digits(4, 5, 6), LESS, AT_MOST, SIMPLE_FRACTION],
      [...digits(1, 2, 3), MINUS, LEFT, RIGHT],
      [...digits(0), POINT, sign('x', { tex: 'x' }, 'x'), EMPTY_SET, check(2)],
    ],
  };
}

function digits(...values: readonly number[]): Key[] {
  return values.map(value => sign(`${value}`, `${value}`, `${value}`, 'digit'));
}

function sign(text: string, face: Key['face'], says: string, tone: Key['tone'] = 'sign'): Key {
  return { id: text, face, says, does: { kind: 'insert', text }, tone };
}

function enclosing(id: string, before: string, after: string, face: Key['face'], says: string): Key {
  return { id, face, says, does: { kind: 'enclose', before, after }, tone: 'sign' };
}

function called(name: string, says: string): Key {
  return enclosing(name, `${name}(`, ')', { tex: `\\operatorname{${name}}` }, says);
}

function layerKey(to: Layer, face: Key['face'], says: string): Key {
  return { id: `layer-${to}`, face, says, does: { kind: 'layer', to }, tone: 'quiet' };
}

/** Written as its Greek sign where it has one: θ for theta. */
function variableKey(name: string): Key {
  const [base = name, ...rest] = name.split('_');
  const text = [GREEK.get(base) ?? GREEK_CAPITALS.get(base) ?? base, ...rest].join('_');
  const { tex, speech } = formula(variable(name));
  return { ...sign(text, { tex }, speech), id: name };
}

function check(span: number): Key {
  return { id: 'check', face: 'Check', says: 'Check', does: { kind: 'check' }, tone: 'primary', span };
}

/** The last key of a short row is as wide as what is left of the row. */
function filled(keys: readonly Key[], width: number): Key[][] {
  return rowsOf(keys, width).map(row => {
    const last = row.at(-1);
    return last && row.length < width ? row.with(-1, { ...last, span: width - row.length + 1 }) : row;
  });
}

function rowsOf(keys: readonly Key[], width: number): Key[][] {
  return Array.from({ length: Math.ceil(keys.length / width) }, (_, i) => keys.slice(i * width, (i + 1) * width));
}
