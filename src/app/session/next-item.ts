// What a session asks next, and how long it is: the queue's plan, filled up with further exercises of the same skills.
import { type Cards, type Item, nextInSession, type SessionSoFar } from '../../schedule/queue.ts';

/** One skill again and again is no practice, and what is only owed from before needs no more than itself. */
const isFilledUp = (plan: readonly Item[]): boolean => plan.length > 1 && plan.some(({ role }) => role !== 'drill');

/** How many exercises a session of this plan has, if nothing has to come again. */
export const exercisesOf = (plan: readonly Item[], length: number): number => (isFilledUp(plan) ? length : plan.length);

/** The next exercise's skill and role; undefined at the end. One skill twice in a row only where there is no other. */
export const nextItem = (session: SessionSoFar, cards: Cards, day: number, length: number): Item | undefined => {
  const next = nextInSession(session, cards, day, length);
  const last = session.done.at(-1);
  if (session.done.length >= length || (next && next.skill !== last)) return next;
  return (isFilledUp(session.plan) ? further(session, last) : undefined) ?? next;
};

/** A further exercise of the planned skill that had the fewest, and of these the one whose last was longest ago. */
const further = ({ plan, done }: SessionSoFar, last: string | undefined): Item | undefined => {
  const times = (skill: string) => done.filter(each => each === skill).length;
  const [skill] = plan
    .map(item => item.skill)
    .filter(each => each !== last)
    .toSorted((a, b) => times(a) - times(b) || done.lastIndexOf(a) - done.lastIndexOf(b));
  return skill === undefined ? undefined : { skill, role: 'drill' };
};
