// Which keys an answer gets: by its kind and by the exercise's own variables. Five rows, so that a small phone still shows the question.
import { holdsWords } from '../../answers/set.ts';
import type { Answer, AnswerOf } from '../../exercise/answer.ts';
import { type Statement, statementsOf } from '../../math/condition/condition.ts';
import * as keys from './key.ts';
import { check, digits, type Key, type Layer, layerKey, sign, variableKey } from './key.ts';

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
      return { main: numberRows(keys.PERCENT) };
    case 'vector':
    case 'direction':
    case 'matrix':
      return isRational(answer.key) ? { main: numberRows(keys.NEXT) } : formulaKeypad(answer.variables ?? [], keys.NEXT);
    case 'set':
      return setKeypad(answer);
    case 'interval':
      return intervalKeypad(answer.variables ?? []);
    case 'equation':
      return conditionKeypad(answer);
    case 'real':
      return formulaKeypad([]);
    case 'expression':
      return formulaKeypad(answer.variables);
  }
}

const TOGGLE = layerKey('functions', { letter: 'f(x)' }, 'functions');
const BACK = layerKey('main', '123', 'numbers');
/** The second layer's less used signs. */
const RARE = [keys.MAXIMUM, keys.MINIMUM, keys.COMMA, keys.FACTORIAL, keys.PERCENT, keys.MINUS];
const COMPARING = [keys.ALSO, keys.OR, keys.LESS, keys.AT_MOST, keys.MORE, keys.AT_LEAST];
const JOINING = [keys.ALSO, keys.OR, keys.MAXIMUM, keys.MINIMUM, keys.POWER, keys.ROOT];

function numberRows(extra: Key): Rows {
  return [
    [...digits(7, 8, 9), keys.MINUS, keys.ERASE],
    [...digits(4, 5, 6), keys.SIMPLE_FRACTION, extra],
    [...digits(1, 2, 3), keys.LEFT, keys.RIGHT],
    [...digits(0), keys.POINT, check(3)],
  ];
}

/** Numbers with fractions are enough to type it: lists stand where there are formulas. */
function isRational(key: object): boolean {
  return !Array.isArray(key);
}

function conditionKeypad({ key, variables }: AnswerOf<'equation'>): Keypad {
  const statements: readonly Statement[] = [key].flat().flatMap(statementsOf);
  const letters = statements.flatMap(statement => ('letter' in statement ? [statement.letter] : []));
  if (letters.length > 0) return { main: logicRows([...new Set([...variables, ...letters])].toSorted()) };
  const isEquation = statements.every(statement => 'sign' in statement && statement.sign === '=');
  return isEquation ? formulaKeypad(variables, keys.EQUALS, COMPARING) : inequalityKeypad(variables);
}

function logicRows(letters: readonly string[]): Rows {
  const own = letters.map(letter => sign(letter, { letter }, letter));
  return [
    ...filled(own, 5),
    [keys.NOT, keys.AND, keys.OR_SIGN, keys.OPEN, keys.ERASE],
    [keys.XOR, keys.IMPLIES, keys.IFF, keys.CLOSE, keys.LEFT],
    [sign('true', 'true', 'true'), sign('false', 'false', 'false'), check(2), keys.RIGHT],
  ];
}

/** `special` takes the place of e, which e^x on the second layer still writes. */
function formulaKeypad(variables: readonly string[], special: Key = keys.EULER, rare: readonly Key[] = RARE): Keypad {
  const own = variables.map(variableKey);
  const { above, top, brackets } = placed(own);
  const [first, second] = brackets ?? [keys.DIVIDE, keys.POWER];
  const [third, fourth] = brackets ? [keys.POWER, keys.ROOT] : [keys.ROOT, keys.NATURAL_LOG];
  const head = (toggle: Key) => [...above, [...top, toggle, keys.ERASE]];
  return {
    main: [
      ...head(TOGGLE),
      [...digits(7, 8, 9), first, second, third],
      [...digits(4, 5, 6), keys.TIMES, special, fourth],
      [...digits(1, 2, 3), keys.MINUS, keys.LEFT, keys.RIGHT],
      [...digits(0), keys.POINT, keys.FRACTION, keys.PLUS, check(2)],
    ],
    functions: functionRows(head(BACK), rare),
  };
}

type Row = readonly Key[];
type Brackets = readonly [Key, Key];

/** The exercise's own letters stand on top: up to four instead of the brackets, which move down; more of them in rows of their own. */
function placed(own: Row): { readonly above: readonly Row[]; readonly top: Row; readonly brackets?: Brackets } {
  const pair = [keys.OPEN, keys.CLOSE] as const;
  if (own.length <= 2) return { above: [], top: [...[...own, keys.PI, keys.PERCENT].slice(0, 2), ...pair] };
  if (own.length <= 4) return { above: [], top: [...own, keys.PI].slice(0, 4), brackets: pair };
  return { above: filled(own, 6), top: [keys.PI, keys.PERCENT, ...pair] };
}

function functionRows(head: Rows, rare: Row): Rows {
  return [
    ...head,
    [keys.SINE, keys.COSINE, keys.TANGENT, keys.EXPONENTIAL, keys.NATURAL_LOG, keys.LOG_2],
    [keys.SIGMOID, keys.HYPERBOLIC, keys.BARS, ...rare.slice(0, 2), keys.EULER],
    [...rare.slice(2), keys.LEFT, keys.RIGHT],
    [keys.SQUARE, keys.CUBE, keys.INVERSE, keys.PLUS, check(2)],
  ];
}

function inequalityKeypad(variables: readonly string[]): Keypad {
  const own = variables.map(variableKey);
  const head = (toggle: Key) => [
    ...(own.length > 2 ? filled(own, 6) : []),
    [...(own.length > 2 ? [keys.POWER, keys.ROOT] : [...own, keys.POWER].slice(0, 2)), keys.OPEN, keys.CLOSE, toggle, keys.ERASE],
  ];
  return {
    main: [
      ...head(TOGGLE),
      [...digits(7, 8, 9), keys.FRACTION, keys.LESS, keys.AT_MOST],
      [...digits(4, 5, 6), keys.TIMES, keys.MORE, keys.AT_LEAST],
      [...digits(1, 2, 3), keys.MINUS, keys.LEFT, keys.RIGHT],
      [...digits(0), keys.POINT, keys.EQUALS, keys.PLUS, check(2)],
    ],
    functions: functionRows(head(BACK), JOINING),
  };
}

function setKeypad(answer: AnswerOf<'set'>): Keypad {
  if (!isRational(answer.key)) return { main: rootSetRows(answer.variables ?? []) };
  const rows = (last: Row) => [
    [...digits(7, 8, 9), keys.OPEN, keys.CLOSE, keys.ERASE],
    [...digits(4, 5, 6), keys.BRACE, keys.CLOSE_BRACE, keys.EMPTY_SET],
    [...digits(1, 2, 3), keys.MINUS, keys.SIMPLE_FRACTION, keys.COMMA],
    last,
  ];
  if (!holdsWords(answer)) return { main: rows([...digits(0), keys.POINT, keys.LEFT, keys.RIGHT, check(2)]) };
  const toLetters = layerKey('main', 'abc', 'letters');
  return { main: letterRows(), numbers: rows([...digits(0), toLetters, keys.LEFT, keys.RIGHT, check(2)]) };
}

function letterRows(): Rows {
  const alphabet = [...'abcdefghijklmnopqrstuvwxyz'].map(letter => sign(letter, letter, letter, 'digit'));
  const toNumbers = layerKey('numbers', '123', 'numbers and brackets');
  const [rest, last] = [alphabet.slice(0, 23), alphabet.slice(23)];
  return [...rowsOf([...rest, keys.ERASE], 6), [...last, toNumbers, keys.COMMA, { ...check(1), face: '✓' }]];
}

/** For sets with roots in them. */
function rootSetRows(variables: readonly string[]): Rows {
  const own = [...variables.map(variableKey), keys.PI, keys.EULER].slice(0, 2);
  return [
    [keys.OPEN, keys.CLOSE, ...own, keys.PLUS_MINUS, keys.ERASE],
    [...digits(7, 8, 9), keys.FRACTION, keys.POWER, keys.ROOT],
    [...digits(4, 5, 6), keys.TIMES, keys.NATURAL_LOG, keys.EMPTY_SET],
    [...digits(1, 2, 3), keys.MINUS, keys.LEFT, keys.RIGHT],
    [...digits(0), keys.POINT, keys.COMMA, keys.PLUS, check(2)],
  ];
}

function intervalKeypad([name = 'x']: readonly string[]): Keypad {
  const x = variableKey(name);
  return {
    main: [
      [keys.ROUND, keys.SQUARE_OPEN, keys.SQUARE_CLOSE, keys.CLOSE, keys.COMMA, keys.ERASE],
      [...digits(7, 8, 9), keys.UNION, keys.INFINITY, keys.EMPTY_SET],
      [...digits(4, 5, 6), keys.MINUS, keys.SIMPLE_FRACTION, keys.ROOT],
      [...digits(1, 2, 3), keys.BRACE, keys.LEFT, keys.RIGHT],
      [...digits(0), keys.POINT, layerKey('signs', '≤ ≥', 'signs of comparison'), x, check(2)],
    ],
    signs: [
      [x, keys.LESS, keys.AT_MOST, keys.MORE, keys.AT_LEAST, keys.ERASE],
      [...digits(7, 8, 9), keys.OR, keys.PI, keys.EULER],
      [...digits(4, 5, 6), keys.MINUS, keys.FRACTION, keys.ROOT],
      [...digits(1, 2, 3), keys.NATURAL_LOG, keys.LEFT, keys.RIGHT],
      [...digits(0), keys.POINT, layerKey('main', '( ]', 'brackets'), keys.POWER, check(2)],
    ],
  };
}

/** The last key of a short row is as wide as what is left of the row. */
function filled(row: Row, width: number): Key[][] {
  return rowsOf(row, width).map(part => {
    const last = part.at(-1);
    return last && part.length < width ? part.with(-1, { ...last, span: width - part.length + 1 }) : part;
  });
}

function rowsOf(row: Row, width: number): Key[][] {
  return Array.from({ length: Math.ceil(row.length / width) }, (_, i) => row.slice(i * width, (i + 1) * width));
}
