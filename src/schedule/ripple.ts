// What a review of one skill does to the skills around it: only their due days move, and what a session still asks.

import type { Card } from './card.ts';
import { helpFor, wantsHelp, weakestNeeds } from './help.ts';
import type { Cards, Course } from './path.ts';
import { together } from './quality.ts';
import type { Item } from './queue.ts';
import type { Quality } from './sm2.ts';

/** `moves`: new due days of other skills; `items`: what the session under way should ask besides. */
export type Ripple = {
  readonly moves: readonly { readonly skill: string; readonly due: number }[];
  readonly items: readonly Item[];
};

const NOTHING: Ripple = { moves: [], items: [] };

/** An answer: `after` is the answered skill's own card after it, `blamed` are the skills whose known mistakes were made in it. */
export type Answered = {
  readonly after: Card;
  readonly quality: Quality;
  readonly day: number;
  readonly blamed: readonly string[];
};

/** `cards` are those before the answer. A drill does nothing. */
export const rippleOf = (course: Course, cards: Cards, { after, quality, day, blamed }: Answered): Ripple => {
  const before = cards.get(after.skill);
  if (after.half || (before?.reviewed === day && !before.half)) return NOTHING;
  const scored = before?.half && before.reviewed === day ? together(before.half.quality, quality) : quality;
  if (scored >= 4) return { moves: credited(after.skill, course, cards, day), items: [] };
  const forward = blamed.length > 0 ? blamed.flatMap(skill => comingToday(cards.get(skill), day, 0)) : undefined;
  return scored < 3 ? lapsed(after, course, cards, day, forward) : movedForward(forward ?? [], day);
};

const SOON = 7;

/** Where no mistake names one, the weakest prerequisite comes today, unless it comes within a week anyway; every fourth lapse brings help. */
const lapsed = (after: Card, course: Course, cards: Cards, day: number, named?: readonly string[]): Ripple => {
  const [weakest] = weakestNeeds(after.skill, course, cards);
  const { moves, items } = movedForward(named ?? comingToday(weakest, day, SOON), day);
  const help = wantsHelp(after) ? helpFor(after.skill, course, cards, day) : [];
  return { moves, items: [...items, ...help.filter(({ skill }) => moves.every(move => move.skill !== skill))] };
};

/** The card's skill, if that would come only later than in so many days, and was not reviewed today. */
const comingToday = (card: Card | undefined, day: number, soon: number): readonly string[] =>
  card && card.reviewed < day && card.due > day + soon ? [card.skill] : [];

const movedForward = (skills: readonly string[], day: number): Ripple => ({
  moves: skills.map(skill => ({ skill, due: day })),
  items: skills.map(skill => ({ skill, role: 'due' })),
});

const LONGEST_CREDIT = 30;
const SHARE = 4n;

/**
 * Implicit credit: prerequisites that are due were used just now and wait for a quarter of their interval more.
 * Not for ever: after twice its interval a card is asked itself.
 */
const credited = (skill: string, course: Course, cards: Cards, day: number): Ripple['moves'] =>
  weakestNeeds(skill, course, cards)
    .filter(card => card.due <= day && card.reviewed < day && BigInt(day - card.reviewed) < 2n * card.state.interval)
    .map(card => ({ skill: card.skill, due: day + creditOf(card) }));

const creditOf = ({ state }: Card): number => Math.max(1, Math.min(LONGEST_CREDIT, Number(state.interval / SHARE)));
