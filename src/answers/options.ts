// Answers that are chosen: one option, or all that are right.
import type { Option } from '../exercise/answer.ts';
import { type Formula, word } from '../exercise/formula.ts';
import { plain, say, type Text } from '../exercise/text.ts';
import { type AnswerKind, type Reading, RIGHT, WRONG } from './kind.ts';
import { afterName, items, type Piece, readEach, trimmed, unreadable, unwrapped } from './typed.ts';

export const choice: AnswerKind<'choice'> = {
  read: (text, { options }) => readOption(trimmed({ text, at: 0 }), options),
  write: key => key,
  show: (value, { options }) => formulaOf(value, options),
  equal: (a, b) => a === b,
  near: ({ options }) => options.map(option => option.id),
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
  show: (value, { options }) => listed(value.map(id => formulaOf(id, options))),
  equal: sameIds,
  near: ({ key, options }) => options.map(({ id }) => (key.includes(id) ? key.filter(other => other !== id) : [...key, id])),
  same: (value, key) => (sameIds(value, key) ? RIGHT : WRONG),
  hint: missed,
};

/** By id, or by the option's own words. */
export function readOption({ text, at }: Piece, options: readonly Option[]): Reading<string> {
  const typed = text.toLowerCase().replaceAll(/[−–—‐‑]/g, '-');
  const wanted = typed.replace(/^\((.+)\)$|^(.+)[.)]$/u, '$1$2');
  const found = options.find(({ id, text: words }) => id === wanted || [wanted, typed].includes(plain(words).toLowerCase()));
  if (found) return { ok: true, value: found.id };
  const ids = options.map(option => option.id).join(', ');
  return unreadable(at, text === '' ? 'Nothing is chosen yet.' : `Choose from these: ${ids}.`);
}

/** The option's first words or formula. */
export function formulaOf(id: string, options: readonly Option[]): Formula {
  const [first] = options.find(option => option.id === id)?.text ?? [];
  return typeof first === 'object' ? first : word(first ?? id);
}

function listed(formulas: readonly Formula[]): Formula {
  if (formulas.length === 0) return word('none');
  return { tex: formulas.map(part => part.tex).join(',\\; '), speech: formulas.map(part => part.speech).join(', ') };
}

/** Where only some are missing, or only some are too many. */
function missed(value: readonly string[], key: readonly string[]): Text | undefined {
  if (value.length > 0 && value.every(id => key.includes(id))) return say`All that you chose are right, and there are more.`;
  return key.length > 0 && key.every(id => value.includes(id))
    ? say`All that are right are chosen, and some that are not.`
    : undefined;
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every(id => b.includes(id));
}
