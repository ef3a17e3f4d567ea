// How well a skill is known, from its card: for the eye as one of four strengths, and in words.
import type { Card } from '../../schedule/card.ts';
import { isStrong } from '../../schedule/path.ts';
import { dueState } from '../words.ts';

/** 0: not met; 1: being learnt; 2: holds for a week and more; 3: holds for three weeks and more. */
export type Strength = 0 | 1 | 2 | 3;

export const STRENGTH_WORDS = ['new', 'learning', 'growing', 'strong'] as const;

export const strengthOf = (card: Card | undefined): Strength => {
  if (!card) return 0;
  if (isStrong(card)) return 3;
  return card.state.interval >= 6n ? 2 : 1;
};

/** `new`, `again today`, `due today`, `2 days late`, `due in 6 days`. */
export const stateOf = (card: Card | undefined, day: number): string => {
  if (!card) return 'new';
  return card.drill === day ? 'again today' : dueState(card.due - day);
};

export const isLate = (card: Card | undefined, day: number): boolean =>
  card !== undefined && card.drill !== day && card.due < day;
