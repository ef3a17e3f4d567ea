// What comes next: the skills due, owed and new on a study day, and a session made of them.

import type { Card } from './card.ts';

export type Cards = ReadonlyMap<string, Card>;

/** Every skill there is, in the order in which new ones are offered, with the skills it needs. */
export type Course = readonly { readonly id: string; readonly needs: readonly string[] }[];

/** `length` exercises a session; `newPerDay` and `reviewsPerDay` skills a study day at most. */
export type Pace = { readonly length: number; readonly newPerDay: number; readonly reviewsPerDay: number };

export const PACE: Pace = { length: 10, newPerDay: 2, reviewsPerDay: 30 };

/** `due`: its day has come; `drill`: it scored below 4 today, or a guessable one wants its second; `new`: never met alone. */
export const ROLES = ['due', 'drill', 'new'] as const;
export type Role = (typeof ROLES)[number];
export type Item = { readonly skill: string; readonly role: Role };

/** Cards that are due, most overdue in proportion to their interval first. */
export const dueCards = (course: Course, cards: Cards, day: number): readonly Card[] =>
  knownCards(course, cards)
    .filter(card => card.due <= day && card.reviewed < day)
    .toSorted((a, b) => overdueness(b, day) - overdueness(a, day) || a.due - b.due);

const overdueness = ({ due, state }: Card, day: number): number => (day - due + 1) / Number(state.interval);

/** Skills that have to come again today. */
export const drills = (course: Course, cards: Cards, day: number): readonly string[] =>
  knownCards(course, cards)
    .filter(card => card.drill === day)
    .map(card => card.skill);

const knownCards = (course: Course, cards: Cards): readonly Card[] =>
  course.flatMap(({ id }) => {
    const card = cards.get(id);
    return card ? [card] : [];
  });

const DAYS_TO_OPEN = 2;

/** Whether a skill was passed on enough days for the ones that need it. */
export const isMastered = (card: Card | undefined): boolean => (card?.daysPassed ?? 0) >= DAYS_TO_OPEN;

/** Open skills have a card, or have all of their prerequisites passed on two days; one that is not in the course bars nothing. */
export const openSkills = (course: Course, cards: Cards): readonly string[] => {
  const ids = new Set(course.map(({ id }) => id));
  const bars = (id: string) => ids.has(id) && !isMastered(cards.get(id));
  return course.filter(({ id, needs }) => cards.has(id) || !needs.some(bars)).map(({ id }) => id);
};

/** The new skills that today still has room for. */
export const newSkills = (course: Course, cards: Cards, day: number, newPerDay: number): readonly string[] => {
  const begunToday = knownCards(course, cards).filter(card => card.started === day).length;
  const unmet = openSkills(course, cards).filter(id => !cards.has(id));
  return unmet.slice(0, Math.max(0, newPerDay - begunToday));
};

/** A session's skills, each once: due, then owed, then new. With little to do it is short: a plan never repeats a skill. */
export const planSession = (course: Course, cards: Cards, day: number, pace: Pace): readonly Item[] => {
  const doneToday = knownCards(course, cards).filter(card => card.reviewed === day && card.started < day).length;
  const due = dueCards(course, cards, day).slice(0, Math.max(0, pace.reviewsPerDay - doneToday));
  const plan: readonly Item[] = [
    ...due.map(({ skill }) => ({ skill, role: 'due' }) as const),
    ...drills(course, cards, day).map(skill => ({ skill, role: 'drill' }) as const),
    ...newSkills(course, cards, day, pace.newPerDay).map(skill => ({ skill, role: 'new' }) as const),
  ];
  return plan.slice(0, pace.length);
};

/** A session so far: its plan, and the skills of the exercises done, in order. */
export type SessionSoFar = { readonly plan: readonly Item[]; readonly done: readonly string[] };

// How many other exercises come between a failed one and its return, where there are as many.
const GAP = 3;

/**
 * The next exercise's skill: one that failed a while ago, else the next planned, else one that failed just now.
 * Never the skill just done where another is planned or owed. Undefined where nothing is, or after `length` exercises.
 */
export const nextInSession = (session: SessionSoFar, cards: Cards, day: number, length: number): Item | undefined => {
  const { plan, done } = session;
  if (done.length >= length) return undefined;
  const planned = plan.filter(({ skill }) => !done.includes(skill));
  const owed = [...new Set(done)].filter(skill => cards.get(skill)?.drill === day).toSorted(byLastIn(done));
  const [waited, fresh] = [owed.filter(hasWaited(done)), owed.filter(skill => !hasWaited(done)(skill))];
  const order = [...waited.map(asDrill), ...planned, ...fresh.map(asDrill)];
  return order.find(({ skill }) => skill !== done.at(-1)) ?? order[0];
};

const asDrill = (skill: string): Item => ({ skill, role: 'drill' });
const byLastIn = (done: readonly string[]) => (a: string, b: string) => done.lastIndexOf(a) - done.lastIndexOf(b);
const hasWaited = (done: readonly string[]) => (skill: string) => done.length - 1 - done.lastIndexOf(skill) >= GAP;
