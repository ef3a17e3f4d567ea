// An answer told in words and formulas: what was typed, as it was read, and the key.
import type { Answer, Kind, Option } from '../exercise/answer.ts';
import { say, type Text } from '../exercise/text.ts';
import { kindOf, writeKey } from './kinds.ts';
import { showValue } from './show.ts';

/** A typed answer as it was read: the words of what was chosen, else a formula; undefined where it can't be read. */
export function typedText(answer: Answer, text: string): Text | undefined {
  const reading = kindOf(answer).read(text, answer);
  if (!reading.ok) return undefined;
  if (answer.kind === 'choice' || answer.kind === 'several') return chosenText(answer.options, reading.value);
  if (answer.kind === 'ordering') return orderedText(answer.options, reading.value);
  return [showValue<Kind>(reading.value, answer)];
}

export function keyText(answer: Answer): Text {
  return typedText(answer, writeKey(answer)) ?? [];
}

function chosenText(options: readonly Option[], chosen: unknown): Text {
  const texts = options
    .filter(({ id }) => id === chosen || (Array.isArray(chosen) && chosen.includes(id)))
    .map(({ text }) => text);
  return texts.length === 0 ? say`None of these` : texts.flatMap((text, i) => (i === 0 ? text : ['; ', ...text]));
}

/** A numbered row, from first to last. */
function orderedText(options: readonly Option[], order: unknown): Text {
  const ids: readonly unknown[] = Array.isArray(order) ? order : [];
  const texts = ids.flatMap(id => options.filter(option => option.id === id).map(({ text }) => text));
  return texts.flatMap((text, i) => [`${i > 0 ? '; ' : ''}${i + 1}. `, ...text]);
}
