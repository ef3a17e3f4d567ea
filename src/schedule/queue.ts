// What comes next: the skills due and owed on a study day, and the order in which a session asks what it has planned.

import type { Card } from './card.ts';
import type { Cards, Course } from './path.ts';

/**
 * `due`: its day has come; `drill`: it has to come again, and changes no schedule; `worked`: an example to read;
 * `guided`: an example whose last lines are the learner's; `new`: for the first time alone.
 */
export const ROLES = ['due', 'drill', 'worked', 'guided', 'new'] as const;
export type Role = (typeof ROLES)[number];
export type Item = { readonly skill: string; readonly role: Role };

/** Whether an answer in this role is for the card: not an example, nor further practice of a skill that was not reviewed on the day. */
export const isForCard = (role: Role, card: Card | undefined, day: number): boolean =>
  role === 'due' || role === 'new' || (role === 'drill' && card?.reviewed === day);

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

export const knownCards = (course: Course, cards: Cards): readonly Card[] =>
  course.flatMap(({ id }) => {
    const card = cards.get(id);
    return card ? [card] : [];
  });

/** A session so far: its plan, and what was done, in order. */
export type SessionSoFar = { readonly plan: readonly Item[]; readonly done: readonly Item[] };

// How many other exercises come between a failed one and its return, where there are as many.
const GAP = 3;

/**
 * The next item: one that failed a while ago, else the next planned, else one that failed just now.
 * Never the skill just done where another is planned or owed. Undefined where nothing is, or after `length` exercises.
 */
export const nextInSession = (session: SessionSoFar, cards: Cards, day: number, length: number): Item | undefined => {
  const { done } = session;
  if (exercisesIn(done) >= length) return undefined;
  const planned = leftIn(session).filter(item => isStillDue(item, cards, day));
  const skills = done.map(({ skill }) => skill);
  const owed = [...new Set(skills)].filter(skill => cards.get(skill)?.drill === day).toSorted(byLastIn(skills));
  const [waited, fresh] = [owed.filter(hasWaited(skills)), owed.filter(skill => !hasWaited(skills)(skill))];
  const again = (skill: string): Item => planned.find(item => item.skill === skill) ?? { skill, role: 'drill' };
  const order = [...waited.map(again), ...planned, ...fresh.map(again)];
  return order.find(({ skill }) => skill !== skills.at(-1)) ?? order[0];
};

/** Examples that are only read are no exercises. */
export const exercisesIn = (items: readonly Item[]): number => items.filter(({ role }) => role !== 'worked').length;

/** The planned items that were not done yet; one that is planned twice is done twice. */
const leftIn = ({ plan, done }: SessionSoFar): readonly Item[] => {
  const open = done.map(nameOf);
  return plan.filter(item => {
    const at = open.indexOf(nameOf(item));
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
};

const nameOf = ({ skill, role }: Item): string => `${role} ${skill}`;

// Passing a skill that uses it may have put it off meanwhile.
const isStillDue = ({ skill, role }: Item, cards: Cards, day: number): boolean => {
  const card = cards.get(skill);
  return role !== 'due' || card === undefined || (card.due <= day && card.reviewed < day);
};

const byLastIn = (done: readonly string[]) => (a: string, b: string) => done.lastIndexOf(a) - done.lastIndexOf(b);
const hasWaited = (done: readonly string[]) => (skill: string) => done.length - 1 - done.lastIndexOf(skill) >= GAP;
