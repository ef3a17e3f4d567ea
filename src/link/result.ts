// What a learner sends back after a set: which set, how each exercise went, how long it took, and a name where one is given.
import { MOST } from '../exercise/problem-set.ts';
import { checkOf, LENGTH } from './digest.ts';
import { cut, digits, escaped, numberOf, unescaped } from './digits.ts';

/** In the order of what they are worth. */
export const MARKS = ['open', 'wrong', 'partly', 'right'] as const;
export type Mark = (typeof MARKS)[number];

export interface SetResult {
  /** Of the set's exercises, as its link has it. */
  readonly digest: string;
  /** Of the exercises, in their order. */
  readonly marks: readonly Mark[];
  /** Active seconds, at most three days. */
  readonly seconds: number;
  /** Who it is from; empty where nobody said. */
  readonly name: string;
}

const FORMAT = 'R';
const WIDTH = { seconds: 3, count: 2 } as const;
/** Marks in one digit: two bits each. */
const PACKED = 3;
const LONGEST_NAME = 40;
const MOST_SECONDS = 64 ** WIDTH.seconds - 1;

/** The part of a link from its # on. */
export function encodeResult({ digest, marks, seconds, name }: SetResult): string {
  const counted = digits(Math.min(Math.max(0, Math.round(seconds)), MOST_SECONDS), WIDTH.seconds);
  const rest = `${counted}${digits(marks.length, WIDTH.count)}${packed(marks)}.${escaped(name)}`;
  return `#/result/${FORMAT}${digest}${checkOf(digest + rest)}${rest}`;
}

function packed(marks: readonly Mark[]): string {
  let text = '';
  for (let start = 0; start < marks.length; start += PACKED) {
    const three = marks.slice(start, start + PACKED).map(mark => MARKS.indexOf(mark));
    text += digits(
      three.reduce((value, mark, i) => value + mark * 4 ** i, 0),
      1,
    );
  }
  return text;
}

/** Every result in a text, such as a whole chat: each once, in their order; what came in pieces is left out. Never throws. */
export function resultsIn(text: string): readonly SetResult[] {
  const codes = [...text.slice(0, LONGEST_TEXT).matchAll(RESULT)].map(([, code = '']) => code);
  return [...new Set(codes)].flatMap(code => decodeResult(code) ?? []);
}

const LONGEST_TEXT = 1_000_000;
const RESULT = /#\/result\/([\w-]+\.[A-Za-z0-9~]*)/g;

function decodeResult(code: string): SetResult | undefined {
  const [head = '', nameText = ''] = code.split('.');
  const [format, digest = '', check, body = ''] = cut(head, [FORMAT.length, LENGTH.digest, LENGTH.check, head.length]);
  if (format !== FORMAT || check !== checkOf(`${digest}${body}.${nameText}`)) return undefined;
  const [secondsText = '', countText = '', packedMarks = ''] = cut(body, [WIDTH.seconds, WIDTH.count, body.length]);
  const [seconds, count] = [numberOf(secondsText), numberOf(countText)];
  const marks = unpacked(packedMarks, count);
  const name = unescaped(nameText);
  if (!marks || name === undefined || !Number.isFinite(seconds)) return undefined;
  return { digest, marks, seconds, name: [...name].slice(0, LONGEST_NAME).join('') };
}

function unpacked(text: string, count: number): readonly Mark[] | undefined {
  if (!(count <= MOST.exercises) || text.length !== Math.ceil(count / PACKED)) return undefined;
  const marks = [...text].flatMap(sign => [0, 1, 2].map(i => MARKS[(numberOf(sign) >> (2 * i)) & 3]));
  return marks.slice(0, count).map(mark => mark ?? 'open');
}

/** Exercises that are right, those partly right counted half. */
export function scoreOf({ marks }: Pick<SetResult, 'marks'>): number {
  return marks.reduce((sum, mark) => sum + (mark === 'right' ? 1 : mark === 'partly' ? 0.5 : 0), 0);
}
