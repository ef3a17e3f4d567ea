// Answers that are chosen: one option, or all that are right.
import type { Option } from '../exercise/answer.ts';
import { plain, type Text } from '../exercise/text.ts';
import { type AnswerKind, type Reading, RIGHT, WRONG } from './kind.ts';
import { afterName, items, type Piece, readEach, trimmed, unreadable, unwrapped } from './typed.ts';

export const choice: AnswerKind<'choice'> = {
  read: (text, { options }) => readOption(trimmed({ text, at: 0 }), options),
  write: key => key,
  equal: (a, b) => a === b,
  same: (value, key) => (value === key ? RIGHT : WRONG),
};

export const several: AnswerKind<'several'> = {
  read(text, { options }) {
    const whole = afterName(text);
    if (whole.text === '') return unreadable(0, 'Nothing is chosen yet.');
    const reading = readEach(items(unwrapped(whole, '{([') ?? whole).pieces, piece => readOption(piece, options));
    if (!reading.ok) return reading;
    return { ok: true, value: options.map(option => option.id).filter(id => reading.value.includes(id)) };
  },
  write: key => `{${key.join(', ')}}`,
  equal: sameIds,
  same: (value, key) => (sameIds(value, key) ? RIGHT : WRONG),
  hint: missed,
};

/** By id, or by the option's own words. */
export function readOption({ text, at }: Piece, options: readonly Option[]): Reading<string> {
  const typed = text.replaceAll(/[−–—‐‑]/g, '-');
  const wanted = typed.replace(/^\((.+)\)$|^(.+)[.)]$/u, '$1$2');
  const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const found =
    options.find(({ id }) => id === wanted) ??
    options.find(({ id, text: words }) => isSame(id, wanted) || [wanted, typed].some(each => isSame(each, plain(words))));
  if (found) return { ok: true, value: found.id };
  const ids = options.map(option => option.id).join(', ');
  return unreadable(at, text === '' ? 'Nothing is chosen yet.' : `Choose from these: ${ids}.`);
}

/** Where only some are missing, or only some are too many. */
function missed(value: readonly string[], key: readonly string[]): Text | undefined {
  if (value.length > 0 && value.every(id => key.includes(id))) return ['All that you chose are right, and there are more.'];
  return key.length > 0 && key.every(id => value.includes(id))
    ? ['All that are right are chosen, and some that are not.']
    : undefined;
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every(id => b.includes(id));
}
