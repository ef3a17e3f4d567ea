// What a session asks next, and how long it is: the queue's plan, filled up with further exercises of the same skills.
import type { Cards } from '../../schedule/path.ts';
import { exercisesIn, type Item, nextInSession, type SessionSoFar } from '../../schedule/queue.ts';

/** One skill again and again is no practice, and what is only owed from before needs no more than itself. */
const isFilledUp = (plan: readonly Item[]): boolean =>
  new Set(plan.map(({ skill }) => skill)).size > 1 && plan.some(({ role }) => role !== 'drill');

/** How many exercises a session of this plan has, if nothing has to come again. */
export const exercisesOf = (plan: readonly Item[], length: number): number =>
  isFilledUp(plan) ? length : Math.min(length, exercisesIn(plan));

/** The next exercise's skill and role; undefined at the end. One skill twice in a row only where there is no other. */
export const nextItem = (session: SessionSoFar, cards: Cards, day: number, length: number): Item | undefined => {
  const next = nextInSession(session, cards, day, length);
  const last = session.done.at(-1)?.skill;
  if (exercisesIn(session.done) >= length || (next && next.skill !== last)) return next;
  return (isFilledUp(session.plan) ? further(session, cards, last) : undefined) ?? next;
};

/** A further exercise of the planned skill that had the fewest, and of these the one whose last was longest ago. */
const further = ({ plan, done }: SessionSoFar, cards: Cards, last: string | undefined): Item | undefined => {
  const skills = done.map(each => each.skill);
  const times = (skill: string) => skills.filter(each => each === skill).length;
  const [skill] = plan
    .map(item => item.skill)
    .filter(each => each !== last && cards.has(each))
    .toSorted((a, b) => times(a) - times(b) || skills.lastIndexOf(a) - skills.lastIndexOf(b));
  return skill === undefined ? undefined : { skill, role: 'drill' };
};
