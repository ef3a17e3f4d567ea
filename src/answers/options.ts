// Answers that are chosen: one option, or all that are right.
import type { Option } from '../exercise/answer.ts';
import { type Formula, word } from '../exercise/formula.ts';
import { plain } from '../exercise/text.ts';
import { type AnswerKind, type Reading, RIGHT, WRONG } from './kind.ts';
import { afterName, items, trimmed, unwrapped } from './typed.ts';

export const choice: AnswerKind<'choice'> = {
  read(text, { options }) {
    const reading = readId(trimmed({ text, at: 0 }).text, options);
    return reading ?? notListed(text, options);
  },
  write: key => key,
  show: (value, { options }) => named(value, options),
  equal: (a, b) => a === b,
  near: ({ options }) => options.map(option => option.id),
  same: (value, key) => (value === key ? RIGHT : WRONG),
};

export const several: AnswerKind<'several'> = {
  read(text, { options }) {
    const whole = afterName(text);
    if (whole.text === '') return { ok: false, at: 0, says: 'Nothing is chosen yet.' };
    const ids: string[] = [];
    for (const piece of items(unwrapped(whole, '{([') ?? whole).pieces) {
      const reading = readId(piece.text, options);
      if (!reading?.ok) return { ...notListed(piece.text, options), at: piece.at };
      ids.push(reading.value);
    }
    return { ok: true, value: options.map(option => option.id).filter(id => ids.includes(id)) };
  },
  write: key => `{${key.join(', ')}}`,
  show: (value, { options }) => listed(value.map(id => named(id, options))),
  equal: sameIds,
  near: ({ key, options }) => options.map(({ id }) => (key.includes(id) ? key.filter(other => other !== id) : [...key, id])),
  same: (value, key) => (sameIds(value, key) ? RIGHT : WRONG),
};

/** By id, or by the option's own words. */
function readId(text: string, options: readonly Option[]): { readonly ok: true; readonly value: string } | undefined {
  const wanted = text.toLowerCase();
  const found = options.find(({ id, text: words }) => id === wanted || plain(words).toLowerCase() === wanted);
  return found && { ok: true, value: found.id };
}

function notListed(text: string, options: readonly Option[]): Extract<Reading<never>, { ok: false }> {
  const ids = options.map(option => option.id).join(', ');
  return { ok: false, at: 0, says: text.trim() === '' ? 'Nothing is chosen yet.' : `Choose from these: ${ids}.` };
}

function named(id: string, options: readonly Option[]): Formula {
  const [first] = options.find(option => option.id === id)?.text ?? [];
  return typeof first === 'object' ? first : word(first ?? id);
}

function listed(formulas: readonly Formula[]): Formula {
  if (formulas.length === 0) return word('none');
  return { tex: formulas.map(part => part.tex).join(',\\; '), speech: formulas.map(part => part.speech).join(', ') };
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every(id => b.includes(id));
}
