// What Today says where nothing is left to do: whether that is all, and what comes back when.
import { skillOf, skills } from '../catalog.ts';
import type { Cards } from '../schedule/path.ts';
import { dueCards } from '../schedule/queue.ts';
import { capital, count, whenDue } from './words.ts';

const words = {
  done: 'That is all for today.',
  enough: 'That is enough for today.',
  nothing: 'Nothing is due today.',
  comesBack: (many: number, when: string) => `${capital(count(many, 'skill'))} ${many === 1 ? 'comes' : 'come'} back ${when}.`,
  waits: (many: number) =>
    `${capital(count(many, 'skill'))} ${many === 1 ? 'waits' : 'wait'} until tomorrow, so that no day is too long.`,
};

/** The heading; what is due still is more than a day should hold. */
export const restOfDay = (cards: Cards, day: number): string => {
  if (dueCards(skills, cards, day).length > 0) return words.enough;
  return [...cards.values()].some(({ reviewed }) => reviewed === day) ? words.done : words.nothing;
};

/** How many skills come back when; some have a card. */
export const whatComes = (cards: Cards, day: number): string => {
  const late = dueCards(skills, cards, day).length;
  if (late > 0) return words.waits(late);
  const days = [...cards.values()].filter(({ skill }) => skillOf(skill)).map(({ due }) => due);
  const first = Math.min(...days);
  return words.comesBack(days.filter(due => due === first).length, whenDue(first - day));
};
