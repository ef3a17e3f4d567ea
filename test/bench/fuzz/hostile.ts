// Texts that nobody means, made from seeded chance: noise, nonsense of known words, monsters, Unicode, TeX.
import type { Rng } from '../../../src/exercise/rng.ts';
import { mutated, slips } from './mutate.ts';
import { HUGE, ODDITIES, SHELLS, TEX, TOKENS } from './pieces.ts';

/** From chance, a right answer, another sample's answer, and the names that may occur. */
type Maker = (rng: Rng, right: string, other: string, names: readonly string[]) => string;

const LIMIT = 200;

export const MAKERS = {
  noise: rng => String.fromCharCode(...rng.ints(rng.int(0, 60), 0, rng.pick([127, 255, 0xffff]))),
  words: rng => strung(rng, TOKENS, 40),
  slips: (rng, right) => slips(rng, right),
  mutated: (rng, right) => mutated(rng, right, TOKENS),
  crossed: (rng, right, other) =>
    rng.pick([other, right + other, `${right}=${other}`, `${right},${other}`, `${right}*(${other})`]),
  grown: (rng, right, _, names) =>
    planted(rng, right, grown(rng, rng.int(1, 4), [...names, ...names, ...NUMBERS])).slice(0, LIMIT),
  nested: (rng, right, _, names) => planted(rng, right, nested(rng, names.length > 0 ? names : NUMBERS)),
  huge: (rng, right) =>
    rng.pick([
      huge(rng),
      planted(rng, right, huge(rng)),
      `${right}+${huge(rng)}`,
      `${right}*${huge(rng)}`,
      `(${right})^${huge(rng)}`,
    ]),
  unicode: (rng, right) => unicode(rng, right),
  tex: (rng, right) => rng.pick([() => mutated(rng, inTeX(right), TEX), () => inTeX(right), () => strung(rng, TEX, 25)])(),
  long: (rng, right, other) => `${right}+${other}*`.repeat(200).slice(0, rng.pick([LIMIT - 1, LIMIT, LIMIT + 1, 5000])),
} satisfies Readonly<Record<string, Maker>>;

export type MakerName = keyof typeof MAKERS;

/** The text as an equation editor exports it. */
function inTeX(text: string): string {
  return text
    .replaceAll(/(\d+)\/(\d+)/g, '\\frac{$1}{$2}')
    .replaceAll('*', '\\cdot ')
    .replaceAll('(', '\\left(')
    .replaceAll(')', '\\right)')
    .replaceAll(/sqrt\\left\(([^()\\]*)\\right\)/g, '\\sqrt{$1}')
    .replaceAll(/\^(-?\w+)/g, '^{$1}')
    .replaceAll(/\b(ln|log|sin|cos|exp|pi|theta|lambda)\b/g, '\\$1');
}

function strung(rng: Rng, tokens: readonly string[], most: number): string {
  return Array.from({ length: rng.int(1, most) }, () => rng.pick(tokens)).join('');
}

const NUMBERS = ['pi', 'e', '1', '2', '3', '10', '1/2', '0.1', '-1', '7'] as const;
const NAMES = ['x', 'y', 'p', 'n', ...NUMBERS] as const;
const CALLS = [
  'sin',
  'cos',
  'tan',
  'ln',
  'exp',
  'sqrt',
  'abs',
  'tanh',
  'σ',
  'asin',
  'atan',
  'floor',
  'cbrt',
  'sign',
  'acosh',
] as const;

/** In the place of a number of the right answer, or alone. */
function planted(rng: Rng, right: string, text: string): string {
  const numbers = [...right.matchAll(/\d+/g)];
  if (numbers.length === 0 || rng.int(0, 2) === 0) return text;
  const { index, 0: number } = rng.pick(numbers);
  return `${right.slice(0, index)}(${text})${right.slice(index + number.length)}`;
}

/** An expression that can be read, of this depth: what costs most to decide. */
function grown(rng: Rng, depth: number, names: readonly string[]): string {
  if (depth <= 0) return rng.pick(names);
  const part = () => grown(rng, depth - rng.int(1, 2), names);
  const shape = rng.int(0, 8);
  if (shape < 3) return `(${part()}${rng.pick(['+', '-', '*', '/'])}${part()})`;
  if (shape < 5) return `${rng.pick(CALLS)}(${part()})`;
  if (shape === 5) return `(${part()})^${rng.pick(['2', '3', '-1', '(1/2)', '(2/3)', '12', `(${part()})`])}`;
  if (shape === 6) return `max(${part()},${part()})`;
  return shape === 7 ? `(${part()})!` : `e^(${part()})`;
}

function nested(rng: Rng, names: readonly string[]): string {
  const name = rng.pick(names);
  const shells = rng.sample(SHELLS, rng.int(1, 3)).map(shell => shell.replaceAll(/\bx\b/g, name));
  const depth = rng.int(2, rng.pick([6, 12, 31, 33, 90]));
  const layers = Array.from({ length: depth }, () => rng.pick(shells));
  const inside = rng.pick([name, ...NUMBERS]);
  const text = layers.reduce((core, shell) => (core.length > LIMIT ? core : shell.replaceAll('□', () => core)), inside);
  return rng.int(0, 5) > 0 ? text : text.slice(0, text.indexOf(inside) + 1);
}

function huge(rng: Rng): string {
  const digits = Array.from({ length: rng.int(1, 190) }, () => rng.int(0, 9)).join('');
  return rng.pick([
    rng.pick(HUGE),
    rng.pick(HUGE),
    digits,
    `0.${digits}`,
    `${rng.int(2, 99)}^${rng.int(100, 10_000)}`,
    `(${rng.pick(NAMES)}+${rng.pick(NAMES)})^${rng.int(10, 500)}`,
    `${rng.int(1, 9)}e${rng.sign() * rng.int(1, 9999)}`,
    `${rng.pick(HUGE)}${rng.pick(['+', '-', '*', '/', '^'])}${rng.pick(HUGE)}`,
    `${rng.int(3, 99_999)}!/${rng.int(3, 99_999)}!`,
  ]);
}

/** A right answer as another keyboard writes it, or one with odd signs in it. */
function unicode(rng: Rng, right: string): string {
  const wide = () => right.replaceAll(/[!-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const raised = () => right.replaceAll(/\d/g, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit);
  const marked = () => [...right].map(sign => sign + (rng.int(0, 3) === 0 ? rng.pick(ODDITIES) : '')).join('');
  return rng.pick([
    wide,
    raised,
    marked,
    () => `\u202e${right}\u202c`,
    () => strung(rng, ODDITIES, 20),
    () => mutated(rng, right, ODDITIES),
  ])();
}
