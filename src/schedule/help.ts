// Help for a skill that lapses again and again: what it needs is drilled, and an example is worked once more.

import type { Card } from './card.ts';
import type { Cards, Course } from './path.ts';
import type { Item } from './queue.ts';

const LAPSES_FOR_HELP = 4;
const MOST_NEEDS = 2;

/** After every fourth lapse, until the skill has scored 4 again. */
export const wantsHelp = (card: Card | undefined): boolean =>
  card !== undefined && card.lapses > 0 && card.lapses % LAPSES_FOR_HELP === 0 && card.state.n === 0 && card.drill !== null;

/** What comes before the skill itself: its weakest prerequisites that are not asked today anyway, and a worked example. */
export const helpFor = (skill: string, course: Course, cards: Cards, day: number): readonly Item[] => [
  ...weakestNeeds(skill, course, cards)
    .filter(card => card.due > day && card.drill !== day)
    .slice(0, MOST_NEEDS)
    .map(card => ({ skill: card.skill, role: 'drill' }) as const),
  { skill, role: 'worked' },
];

/** The cards of the skills that this one needs, those with the shortest interval and the least ease first. */
export const weakestNeeds = (skill: string, course: Course, cards: Cards): readonly Card[] => {
  const needs = course.find(({ id }) => id === skill)?.needs ?? [];
  const met = needs.flatMap(id => cards.get(id) ?? []);
  return met.toSorted((a, b) => Number(a.state.interval - b.state.interval) || a.state.ef100 - b.state.ef100);
};
