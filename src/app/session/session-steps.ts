// The session that an exercise belongs to, one step on: its answer saved, overruled or taken back, its example read.
import type { Item } from '../../schedule/queue.ts';
import type { Quality } from '../../schedule/sm2.ts';
import type { Done, Session } from '../../store/session.ts';
import { cards } from '../state.ts';
import type { Desk } from './desk.ts';
import { currentOf, SAVED, sessionOf } from './under-way.ts';

/** With the answer on the desk saved; `items` are what it adds to the plan. */
export const sessionAfter = (here: Desk, quality: Quality, items: readonly Item[]): Session | undefined => {
  const session = sessionOf(here);
  return session && { ...withDone(session, here, quality, items.length), plan: [...session.plan, ...items] };
};

/** With a worked example read. */
export const sessionRead = (session: Session, here: Desk): Session => withDone(session, here, null, 0);

const withDone = (session: Session, here: Desk, quality: Done['quality'], added: number): Session => {
  const { id } = here.skill;
  const done: Done = {
    skill: id,
    role: here.role ?? 'drill',
    quality,
    id: '',
    from: cards.value.get(id)?.level ?? 0,
    added,
  };
  return {
    ...session,
    activeSeconds: Math.min(86_400, session.activeSeconds + here.attempt.activeMs / 1000),
    done: [...session.done, done],
    current: currentOf(here, SAVED),
  };
};

export const sessionOverruled = (here: Desk): Session | undefined => {
  const session = sessionOf(here);
  const last = session?.done.at(-1);
  if (!session || !last) return session;
  const done = session.done.with(-1, { ...last, quality: 4, added: 0 });
  return { ...session, plan: planBefore(session), done, current: currentOf(here, SAVED) };
};

/** With the answer taken back; `open` is the desk with its exercise open again. */
export const sessionBefore = (open: Desk): Session | undefined => {
  const session = sessionOf(open);
  return (
    session && {
      ...session,
      activeSeconds: Math.max(0, session.activeSeconds - open.attempt.activeMs / 1000),
      plan: planBefore(session),
      done: session.done.slice(0, -1),
      current: currentOf(open),
    }
  );
};

/** The plan as it was before the last answer. */
const planBefore = ({ plan, done }: Session): Session['plan'] => plan.slice(0, plan.length - (done.at(-1)?.added ?? 0));
