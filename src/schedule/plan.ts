// The plan of a session: what is due, what is owed, and new skills, each with its examples and with others in between.

import type { Card } from './card.ts';
import { helpFor, wantsHelp } from './help.ts';
import { AT_ZERO, type Cards, type Course, newSkills, type Standing } from './path.ts';
import { drills, dueCards, exercisesIn, type Item, knownCards } from './queue.ts';

/** `length` exercises and `minutes` (0: as long as they take) a session; `newPerDay` and `reviewsPerDay` skills a study day at most. */
export type Pace = {
  readonly length: number;
  readonly minutes: number;
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
};

export const PACE: Pace = { length: 10, minutes: 10, newPerDay: 2, reviewsPerDay: 30 };

/** The items of a session begun now, at most `length` exercises. With little to do it is short. */
export const planSession = (
  course: Course,
  cards: Cards,
  day: number,
  pace: Pace,
  standing: Standing = AT_ZERO,
): readonly Item[] => {
  const again = fitting(reviewItems(course, cards, day, pace), pace.length);
  const fresh = newSkills(course, cards, day, pace.newPerDay, standing).map(skill => meeting(skill, standing));
  return woven(again, inTurns(fitting(fresh, pace.length - exercisesIn(again.flat()))));
};

/** The due, most overdue first, then the owed: each with the help that it wants. */
const reviewItems = (course: Course, cards: Cards, day: number, pace: Pace): readonly (readonly Item[])[] => {
  const doneToday = knownCards(course, cards).filter(card => card.reviewed === day && card.started < day).length;
  const due = dueCards(course, cards, day).slice(0, Math.max(0, pace.reviewsPerDay - doneToday));
  const items: readonly Item[] = [
    ...due.map(({ skill }) => ({ skill, role: 'due' }) as const),
    ...drills(course, cards, day).map(skill => ({ skill, role: 'drill' }) as const),
  ];
  return items.map(item => (wantsHelp(cards.get(item.skill)) ? [...helpFor(item.skill, course, cards, day), item] : [item]));
};

/** The items of a new skill's first meeting. What is known needs no example. */
const meeting = (skill: string, { known }: Standing): readonly Item[] =>
  (known.has(skill) ? (['new'] as const) : (['worked', 'guided', 'new'] as const)).map(role => ({ skill, role }));

/** The first groups that have room in `length` exercises together. */
const fitting = (groups: readonly (readonly Item[])[], length: number): readonly (readonly Item[])[] => {
  const taken: (readonly Item[])[] = [];
  for (const group of groups) if (exercisesIn([...taken.flat(), ...group]) <= length) taken.push(group);
  return taken;
};

/** One of each in turn: the first items of all groups, then the second ones. */
const inTurns = (groups: readonly (readonly Item[])[]): readonly Item[] => {
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => groups.flatMap(group => group.slice(i, i + 1))).flat();
};

/** Both rows in their order, spread evenly over each other. */
const woven = (groups: readonly (readonly Item[])[], others: readonly Item[]): readonly Item[] => {
  const place = (items: readonly Item[]) => items.map((item, i) => ({ item, at: (i + 0.5) / items.length }));
  return [...place(groups.flat()), ...place(others)].toSorted((a, b) => a.at - b.at).map(({ item }) => item);
};

/** A further session's items, for one who wants more: what is planned, then what is due beyond the day's most, then what is weakest, today's first. */
export const planFurther = (
  course: Course,
  cards: Cards,
  day: number,
  pace: Pace,
  standing: Standing = AT_ZERO,
): readonly Item[] => {
  const plan = planSession(course, cards, day, pace, standing);
  const room = Math.max(0, pace.length - exercisesIn(plan));
  const isPlanned = ({ skill }: Card) => plan.some(item => item.skill === skill);
  const late = dueCards(course, cards, day).filter(card => !isPlanned(card));
  const rest = knownCards(course, cards)
    .filter(card => !isPlanned(card) && !late.includes(card))
    .toSorted((a, b) => Number(b.reviewed === day) - Number(a.reviewed === day) || a.state.ef100 - b.state.ef100);
  const drilled = Array.from({ length: rest.length === 0 ? 0 : room }, (_, i) => rest[i % rest.length]?.skill ?? '');
  const further: readonly Item[] = [
    ...late.map(({ skill }) => ({ skill, role: 'due' }) as const),
    ...drilled.map(skill => ({ skill, role: 'drill' }) as const),
  ];
  return [...plan, ...further.slice(0, room)];
};
