// Where the learner's decimal sign is the comma: what stands in a field, and what everything else reads, with points and commas.
import { signal } from '@preact/signals';
import { ALSO, COMMA, type Key, POINT } from './key.ts';

export const decimalComma = signal(false);

/** A comma within or at the end of a number, or at the beginning of one such as ,5; and what parts the items of a list. */
const TYPED = /(?<=\d),(?=\d|$|[)\]}|])|(?<=(?:^|[-+−±*/·×÷^=<>≤≥([{|;∪])\s*),(?=\d)|;/gu;
/** The larger of one number alone is nothing that one asks for. */
const PAIR = /(?<=(?:max|min)\s*\([-−]?\d+),(?=\d+\))/gu;
const READ = /(?<=\d)\.(?=\d|$|[)\]}|])|(?<![\d.])\.(?=\d)|,/gu;

/** Sign for sign, so that places stay what they are. A comma with a blank behind it parts items too, and a point is a decimal sign. */
export function asRead(typed: string): string {
  return decimalComma.value ? typed.replaceAll(PAIR, ';').replaceAll(TYPED, sign => (sign === ';' ? ',' : '.')) : typed;
}

/** What to show for a text that was not typed just so: one that would be read as something else is shown as it is. */
export function asTyped(text: string): string {
  if (!decimalComma.value) return text;
  const typed = text.replaceAll(READ, sign => (sign === ',' ? ';' : ','));
  return asRead(typed) === text ? typed : text;
}

const SEMICOLON = { face: ';', says: 'semicolon' } as const;

/** The key as it writes then; its name stays. */
export function commaKey(key: Key): Key {
  if (!decimalComma.value) return key;
  if (key.id === POINT.id) return { ...key, face: ',', says: 'decimal comma', does: { kind: 'insert', text: ',' } };
  if (key === ALSO) return { ...key, ...SEMICOLON, says: 'semicolon: and also', does: { kind: 'insert', text: '; ' } };
  return key.id === COMMA.id ? { ...key, ...SEMICOLON, does: { kind: 'insert', text: ';' } } : key;
}

/** Examples and sentences, written as the learner writes. */
export function commaWords(says: string): string {
  if (!decimalComma.value) return says;
  return says.replaceAll(/(?<=\d)\.(?=\d)/g, ',').replaceAll(/(?<=[([{][^()[\]{}]*), /g, '; ');
}

/** Where a number has two commas, that is what is to be said. */
export function commaTrouble(text: string, at: number, says: string): string {
  const isSecond = decimalComma.value && /\d\.\d*$/.test(text.slice(0, at)) && text[at] === '.';
  return isSecond ? 'A number has only one decimal comma. Part numbers with a semicolon.' : commaWords(says);
}
