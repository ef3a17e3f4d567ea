// A set as it is typed: elements that are in it already, the one that is being typed, and the one text that both stand for.
import { items, plainBrackets, split, trimmed, unwrapped } from '../../answers/typed.ts';
import type { AnswerOf } from '../../exercise/answer.ts';
import { type Member, membersOf } from '../../math/member.ts';

export interface Chips {
  /** As typed, one an element. */
  readonly elements: readonly string[];
  readonly entry: string;
}

const EMPTY_SIGN = '∅';
const EMPTY = /^(?:∅|\{\s*\})$/u;

/** Whether sets can be elements: then ∅ may be one, and braces belong to an element. */
export function holdsSets({ key, mistakes }: Pick<AnswerOf<'set'>, 'key' | 'mistakes'>): boolean {
  const isSet = (member: Member) => typeof member === 'object' && 'set' in member;
  return [key, ...mistakes.map(({ wrong }) => wrong)].some(set => membersOf(set).some(isSet));
}

export function composeChips({ elements, entry }: Chips, nested: boolean): string {
  const typed = entry.trim();
  if (elements.length === 0 && (typed === '' || EMPTY.test(typed) || isWhole(typed, nested))) return typed;
  if (!nested && typed === '' && elements.length === 1 && EMPTY.test(elements[0] ?? '')) return '{}';
  return `{${[...elements, ...(typed === '' ? [] : [typed])].join(', ')}}`;
}

/** Any text of a set, also a pasted or a stored one. */
export function chipsOf(text: string, nested: boolean): Chips {
  const whole = trimmed({ text: plainBrackets(text), at: 0 }).text;
  if (EMPTY.test(whole)) return nested ? { elements: [], entry: EMPTY_SIGN } : { elements: [EMPTY_SIGN], entry: '' };
  return { elements: elementsIn(whole), entry: '' };
}

/** What stands between the separators, with or without braces around it all. */
function elementsIn(whole: string): readonly string[] {
  const { pieces, decimalComma } = items(unwrapped({ text: whole, at: 0 }, '{') ?? { text: whole, at: 0 });
  const texts = pieces.map(({ text }) => text).filter(text => text !== '');
  return decimalComma ? texts.map(text => text.replaceAll(/(\d),(\d)/g, '$1.$2')) : texts;
}

/** What is typed or pasted into the entry: a separator outside all brackets ends an element. */
export function typeEntry(chips: Chips, typed: string, nested: boolean): Chips {
  const pieces = split({ text: typed, at: 0 }, /[,;，；、\n]/u).map(({ text }) => text);
  const last = pieces.length > 1 ? (pieces.at(-1) ?? '') : typed;
  const before = pieces.slice(0, -1).filter(text => text !== '');
  const { elements } = before.reduce<Chips>((all, text) => addElement(all, text, nested), { ...chips, entry: '' });
  const isEmptySet = last.trim() === EMPTY_SIGN && elements.length === 0 && !nested;
  return isEmptySet ? { elements: [EMPTY_SIGN], entry: '' } : { elements, entry: last };
}

/** Puts the entry among the elements; a whole set in braces brings all its elements. */
export function addEntry({ elements, entry }: Chips, nested: boolean): Chips {
  const typed = entry.trim();
  const added = isWhole(typed, nested) ? elementsIn(typed) : [typed];
  return added.filter(text => text !== '').reduce<Chips>((all, text) => addElement(all, text, nested), { elements, entry: '' });
}

export function addPasted(chips: Chips, pasted: string, nested: boolean): Chips {
  const whole = trimmed({ text: plainBrackets(pasted), at: 0 }).text;
  const isList = isWhole(whole, nested) || items({ text: whole, at: 0 }).pieces.length > 1;
  const added = isList ? elementsIn(whole) : [whole];
  return { ...added.reduce<Chips>((all, text) => addElement(all, text, nested), chips), entry: chips.entry };
}

/** The same element twice is in the set once; what follows on ∅ was not the empty set. */
function addElement({ elements }: Chips, text: string, nested: boolean): Chips {
  const others = nested ? elements : elements.filter(other => !EMPTY.test(other));
  return { elements: others.includes(text) ? others : [...others, text], entry: '' };
}

/** Braces around the whole set, not around one element. */
function isWhole(text: string, nested: boolean): boolean {
  const inner = unwrapped({ text, at: 0 }, '{');
  if (!inner) return false;
  return !nested || items(inner).pieces.some(piece => EMPTY.test(piece.text) || unwrapped(piece, '{'));
}

/** Which element a place in the composed text falls into, and where in it; the entry counts as the last. */
export function placeIn(
  { elements, entry }: Chips,
  nested: boolean,
  at: number,
): { readonly element: number; readonly at: number } {
  const isBare = composeChips({ elements, entry }, nested) === entry.trim();
  if (isBare) return { element: elements.length, at };
  const all = [...elements, entry];
  let start = 1;
  for (const [element, text] of all.entries()) {
    if (at <= start + text.length || element === all.length - 1) return { element, at: Math.max(0, at - start) };
    start += text.length + 2;
  }
  return { element: elements.length, at: 0 };
}
