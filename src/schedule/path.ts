// The way through the skills: which are open to a learner, and which come next.

import type { Card } from './card.ts';

export type Cards = ReadonlyMap<string, Card>;

/** Every skill there is, in the order in which new ones are offered, with the skills it needs. */
export type Course = readonly { readonly id: string; readonly needs: readonly string[] }[];

/** What is so beside the cards: skills that a placement found known, and skills that were open once and never lock again. */
export type Standing = { readonly known: ReadonlySet<string>; readonly opened: ReadonlySet<string> };

export const AT_ZERO: Standing = { known: new Set(), opened: new Set() };

const DAYS_TO_OPEN = 2;

/** Whether a skill was passed on enough days for the ones that need it. */
export const isMastered = (card: Card | undefined): boolean => (card?.daysPassed ?? 0) >= DAYS_TO_OPEN;

const STRONG_INTERVAL = 21n;

/** Whether a skill holds for three weeks and more. */
export const isStrong = (card: Card | undefined): boolean => card !== undefined && card.state.interval >= STRONG_INTERVAL;

/** Open skills have a card, were open once, are known, or have all that they need passed on two days or known; what is not in the course bars nothing. */
export const openSkills = (course: Course, cards: Cards, { known, opened }: Standing = AT_ZERO): readonly string[] => {
  const ids = new Set(course.map(({ id }) => id));
  const bars = (id: string) => ids.has(id) && !known.has(id) && !isMastered(cards.get(id));
  const isOpen = ({ id, needs }: Course[number]) => cards.has(id) || opened.has(id) || known.has(id) || !needs.some(bars);
  return course.filter(isOpen).map(({ id }) => id);
};

/** The new skills that today still has room for; those that are known by a placement come after all others. */
export const newSkills = (
  course: Course,
  cards: Cards,
  day: number,
  newPerDay: number,
  standing: Standing = AT_ZERO,
): readonly string[] => {
  const begunToday = course.filter(({ id }) => cards.get(id)?.started === day).length;
  const unmet = openSkills(course, cards, standing).filter(id => !cards.has(id));
  const known = unmet.filter(id => standing.known.has(id));
  const frontier = unmet.filter(id => !standing.known.has(id));
  return [...frontier, ...known].slice(0, Math.max(0, newPerDay - begunToday));
};

/** The level at which a skill is met: its first, or the one in the middle where a placement found it known. */
export const firstLevel = (levels: number, isKnown: boolean): number => (isKnown ? Math.max(1, Math.ceil(levels / 2)) : 1);
