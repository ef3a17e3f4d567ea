// How a skill stands, from its card: as one of five states, and in words.
import type { Card } from '../../schedule/card.ts';
import { isStrong } from '../../schedule/path.ts';
import { dueState } from '../words.ts';

/**
 * `locked`: it opens once those before it are known; `new`: open, never met; `due`: it is to be practised today;
 * `learning` and `strong`: it comes again later, `strong` where it holds for three weeks and more.
 */
export const STATES = ['locked', 'new', 'learning', 'due', 'strong'] as const;
export type SkillState = (typeof STATES)[number];

export const STATE_WORDS: { readonly [S in SkillState]: string } = {
  locked: 'not open yet',
  new: 'new',
  learning: 'learning',
  due: 'due',
  strong: 'strong',
};

export const skillState = (card: Card | undefined, isOpen: boolean, day: number): SkillState => {
  if (!card) return isOpen ? 'new' : 'locked';
  if (card.due <= day || card.drill === day) return 'due';
  return isStrong(card) ? 'strong' : 'learning';
};

/** `new`, `again today`, `due today`, `2 days late`, `due in 6 days`. */
export const stateOf = (card: Card | undefined, day: number): string => {
  if (!card) return 'new';
  return card.drill === day ? 'again today' : dueState(card.due - day);
};

export const isLate = (card: Card | undefined, day: number): boolean =>
  card !== undefined && card.drill !== day && card.due < day;
