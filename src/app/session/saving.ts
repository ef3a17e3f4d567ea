// What a learner does at the exercise on the table, and how it gets into the log and out of it again.
import { entryId } from '../../schedule/entry.ts';
import type { Session } from '../../store/session.ts';
import { now } from '../clock.ts';
import type { Attempt } from '../practice/attempt.ts';
import { cards, day, session, store } from '../state.ts';
import { append, type Desk, desk, lay, recordOf, timed } from './desk.ts';
import { consequence } from './outcome.ts';
import { currentOf, holdKeeping, keep, reopened, SAVED } from './under-way.ts';

const TYPING_PAUSE = 400;

/** Takes over every change of the attempt; what ends the exercise is saved at once, a try or a hint is kept at once. */
export const change = async (next: Attempt): Promise<void> => {
  const before = desk.value;
  if (!before) return;
  const attempt = before.attempt.done ? next : timed(next);
  const after = { ...before, attempt };
  desk.value = after;
  if (!before.attempt.done && attempt.done) return save();
  if (!before.attempt.overridden && attempt.overridden) return overrule();
  if (attempt.done || after.purpose !== 'practice' || !session.value) return;
  const isTyping = attempt.tries === before.attempt.tries && attempt.hints === before.attempt.hints;
  keep({ ...session.value, current: currentOf(after) }, isTyping ? TYPING_PAUSE : 0);
};

/** Saves the answer; to be called again where it failed. */
export const save = async (): Promise<void> => {
  const before = desk.value;
  if (!before || before.saving === 'saving' || before.saving === 'saved') return;
  const record = recordOf(before);
  desk.value = { ...before, record, saving: 'saving' };
  holdKeeping();
  const after = before.purpose === 'practice' ? sessionAfter(before, record.draft.quality) : undefined;
  const result = await append(record.draft, after);
  if ('problem' in result) return put({ saving: { problem: result.problem.says } });
  const id = entryId(result.entry);
  if (after) session.value = after;
  const note = before.purpose === 'practice' ? consequence(record.before, result.card, day.value) : [];
  put({ record: { ...record, id }, saving: 'saved', note });
  if (desk.value?.attempt.overridden) await overrule();
};

const put = (change: Partial<Desk>): void => {
  if (desk.value) desk.value = { ...desk.value, ...change };
};

const sessionAfter = (done: Desk, quality: Session['done'][number]['quality']): Session | undefined =>
  session.value && {
    ...session.value,
    activeSeconds: Math.min(86_400, session.value.activeSeconds + done.attempt.activeMs / 1000),
    done: [...session.value.done, { skill: done.skill.id, quality, id: '' }],
    current: currentOf(done, SAVED),
  };

/** "My answer was right": an entry of its own that names the answer. */
const overrule = async (): Promise<void> => {
  const before = desk.value;
  const target = before && (await idOf(before));
  if (!before || target === undefined) return;
  const about = { at: now(), day: day.value, purpose: before.purpose, skill: before.skill.id } as const;
  const result = await append({ ...about, kind: 'override', target }, session.value);
  if ('problem' in result) return put({ saving: { problem: result.problem.says } });
  if (before.purpose === 'practice') session.value = overruledLast(session.value);
  put({ note: before.purpose === 'practice' ? consequence(before.record?.before, result.card, day.value) : [] });
};

const overruledLast = (here: Session | undefined): Session | undefined =>
  here && { ...here, done: here.done.map((done, i) => (i === here.done.length - 1 ? { ...done, quality: 4 } : done)) };

/** Takes the saved answer back: the card is as before, and the exercise is open again at its last step. */
export const takeBack = async (): Promise<void> => {
  const before = desk.value;
  const target = before && (await idOf(before));
  if (!before || target === undefined) return;
  const { record: _, note: __, ...rest } = before;
  const open: Desk = { ...rest, attempt: reopened(before.attempt), saving: 'no' };
  const after = before.purpose === 'practice' ? sessionBefore(open) : undefined;
  const about = { at: now(), day: day.value, purpose: before.purpose, skill: before.skill.id } as const;
  const result = await append({ ...about, kind: 'undo', target }, after);
  if ('problem' in result) return put({ saving: { problem: result.problem.says } });
  if (after) session.value = after;
  lay(open);
};

const sessionBefore = (open: Desk): Session | undefined =>
  session.value && { ...session.value, done: session.value.done.slice(0, -1), current: currentOf(open) };

/** The id of the saved answer; after the app was killed it is found in the log by its seed. */
const idOf = async ({ skill, attempt, record, saving }: Desk): Promise<string | undefined> => {
  if (record?.id !== undefined || saving !== 'saved') return record?.id;
  const entries = await store().entriesOfSkill(skill.id);
  const own = entries.ok
    ? entries.value.findLast(entry => entry.kind === 'answer' && entry.seed === attempt.exercise.seed)
    : undefined;
  return own && entryId(own);
};

/** The level at which a skill is asked next. */
export const levelOf = (skill: string): number => cards.value.get(skill)?.level ?? 1;
