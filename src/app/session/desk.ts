// The exercise on the table: its attempt, the time it takes, and what becomes of it in the log.
import { effect, signal } from '@preact/signals';
import type { Skill } from '../../catalog.ts';
import type { Text } from '../../exercise/text.ts';
import type { Card } from '../../schedule/card.ts';
import type { Draft, Entry, Purpose } from '../../schedule/entry.ts';
import { isForCard, type Role } from '../../schedule/queue.ts';
import { askPersistence } from '../../store/persistence.ts';
import type { Problem } from '../../store/problem.ts';
import type { Session } from '../../store/session.ts';
import { now, ticks } from '../clock.ts';
import { placementLog } from '../path.ts';
import type { Attempt } from '../practice/attempt.ts';
import type { Saving } from '../practice/practice-props.ts';
import { cards, kept, preferences, role, store, week } from '../state.ts';
import { type ActiveTime, startActiveTime } from './active-time.ts';
import { rememberOpen } from './opening.ts';
import { type AnswerDraft, answerDraft } from './outcome.ts';

/** What is, or is to be, in the log of this attempt. */
interface Record {
  readonly draft: AnswerDraft;
  readonly before: Card | undefined;
  /** The answer's id once it is saved. */
  readonly id?: string;
}

export interface Desk {
  readonly skill: Skill;
  /** Null outside of sessions. */
  readonly role: Role | null;
  /** Of the table: `practice` is the session. */
  readonly purpose: Purpose;
  /** Of a set: whether the learner wants it to count for what is due. */
  readonly isForSchedule?: boolean;
  /** Of a set: when its run began. */
  readonly run?: number;
  /** The study day on which it was laid, to which its answer belongs even after the night. */
  readonly day: number;
  readonly attempt: Attempt;
  /** Whether the answer is in the log. */
  readonly saving: Saving;
  /** What went wrong at the last thing that was to be saved. */
  readonly problem?: string;
  readonly record?: Record;
  readonly note?: Text;
}

export const desk = signal<Desk | undefined>(undefined);

let time: ActiveTime | undefined;

/** Puts an exercise on the table and starts its time. */
export const lay = (next: Desk): void => {
  time = startActiveTime(ticks, next.attempt.activeMs);
  desk.value = next;
};

export const clearDesk = (): void => {
  time = undefined;
  desk.value = undefined;
};

export const touch = (): void => time?.touch();

/** The attempt with the time that it has taken so far. */
export const timed = (attempt: Attempt): Attempt => ({ ...attempt, activeMs: time?.read() ?? attempt.activeMs });

/** The time stands still while the page is out of sight. */
export const watchSight = (): void =>
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'visible' ? time?.show() : time?.hide()));

/** Once another window does the saving, a session's or a placement's exercise may be answered there; coming back, it is laid anew from the store. */
export const watchRole = (): void => {
  effect(() => {
    if (role.value === 'reader' && desk.peek()?.purpose !== 'free') clearDesk();
  });
};

/** What the log says it was for: in a session, what bears on no card is kept like free practice; in a set, what is due may bear on its card. */
const loggedPurpose = (here: Desk): Purpose => {
  const { purpose, role, skill, day } = here;
  const card = cards.value.get(skill.id);
  if (purpose === 'set' && here.isForSchedule && card && isDueBy(here, card)) return 'practice';
  return purpose === 'practice' && role !== null && !isForCard(role, card, day) ? 'free' : purpose;
};

/** An easier level than the card's says nothing of it. */
const isDueBy = ({ day, attempt }: Desk, { due, reviewed, level }: Card): boolean =>
  due <= day && reviewed < day && attempt.exercise.level >= level;

/** The entry of what lies on the table; made once, so that a second try at saving cannot save it twice. */
export const recordOf = (here: Desk): Record => {
  const { skill, day, attempt, record } = here;
  if (record) return record;
  const card = cards.value.get(skill.id);
  const par = skill.levels[attempt.exercise.level - 1]?.par ?? 60;
  const circumstances = { purpose: loggedPurpose(here), day, at: now(), par, card, timed: preferences.value.timing };
  return { draft: answerDraft(attempt, circumstances), before: card };
};

export type Appended = { readonly entry: Entry; readonly card: Card | undefined } | { readonly problem: Problem };

/** Writes to the log, and the session with it, and brings the app's own picture up to date. */
export const append = async (
  draft: Draft,
  session?: Session,
  isOverruled = false,
  moves: readonly Draft[] = [],
): Promise<Appended> => {
  const result = await store().record(draft, session, isOverruled, moves);
  if (!result.ok) return { problem: result.problem };
  const { entry, card, others } = result.value;
  const rest = [...cards.value].filter(([skill]) => skill !== entry.skill);
  const changed = [...others, ...(card ? [card] : [])].map(each => [each.skill, each] as const);
  cards.value = new Map([...rest, ...changed]);
  week.value = [...week.value, entry];
  if (entry.purpose === 'placement') placementLog.value = [...placementLog.value, entry];
  void rememberOpen();
  if (kept.value !== 'kept') void askOnce();
  return { entry, card };
};

let asked = false;

// After the first saved answer there is something to lose, and browsers say yes more readily.
const askOnce = async (): Promise<void> => {
  if (asked) return;
  asked = true;
  kept.value = await askPersistence();
};
