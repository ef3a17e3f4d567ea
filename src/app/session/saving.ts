// What a learner does at the exercise on the table, and how it gets into the log and out of it again.
import type { Text } from '../../exercise/text.ts';
import type { Card } from '../../schedule/card.ts';
import { entryId } from '../../schedule/entry.ts';
import type { Quality } from '../../schedule/sm2.ts';
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
  if (attempt.done && after.saving === 'no') return save();
  if (attempt.overridden && !before.attempt.overridden && after.saving === 'saved') return overrule();
  if (attempt.done || after.purpose !== 'practice' || !session.value) return;
  const isTyping = attempt.tries === before.attempt.tries && attempt.hints === before.attempt.hints;
  keep({ ...session.value, current: currentOf(after) }, isTyping ? TYPING_PAUSE : 0);
};

/** Saves the answer of an exercise that is over, with "my answer was right" where that was said; to be called again where it failed. */
export const save = async (): Promise<void> => {
  const before = desk.value;
  if (!before?.attempt.done || before.saving !== 'no') return;
  const record = recordOf(before);
  const { overridden } = before.attempt;
  desk.value = { ...before, record, saving: 'saving' };
  holdKeeping();
  const after = before.purpose === 'practice' ? sessionAfter(before, overridden ? 4 : record.draft.quality) : undefined;
  const result = await append(record.draft, after, overridden);
  if ('problem' in result) return put({ saving: 'no', problem: result.problem.says });
  if (after) session.value = after;
  put({
    record: { ...record, id: entryId(result.entry) },
    saving: 'saved',
    problem: '',
    note: noteOf(record.before, result, before),
  });
  if (!overridden && desk.value?.attempt.overridden) await overrule();
};

const put = (change: Partial<Desk>): void => {
  if (desk.value) desk.value = { ...desk.value, ...change };
};

const noteOf = (before: Card | undefined, { card }: { readonly card: Card | undefined }, { purpose }: Desk): Text =>
  purpose === 'practice' ? consequence(before, card, day.value) : [];

const sessionAfter = (done: Desk, quality: Quality): Session | undefined =>
  session.value && {
    ...session.value,
    activeSeconds: Math.min(86_400, session.value.activeSeconds + done.attempt.activeMs / 1000),
    done: [...session.value.done, { skill: done.skill.id, quality, id: '' }],
    current: currentOf(done, SAVED),
  };

/** "My answer was right", said of an answer that is in the log: an entry of its own that names it. */
const overrule = async (): Promise<void> => {
  const before = desk.value;
  const target = before && (await idOf(before));
  if (!before || target === undefined) return;
  const after = before.purpose === 'practice' ? sessionOverruled(before) : undefined;
  const result = await append({ ...aboutOf(before), kind: 'override', target }, after);
  // It does not count, so it is not shown as if it did.
  if ('problem' in result) return put({ attempt: { ...before.attempt, overridden: false }, problem: result.problem.says });
  if (after) session.value = after;
  put({ problem: '', note: noteOf(before.record?.before, result, before) });
};

const aboutOf = ({ purpose, skill }: Desk) => ({ at: now(), day: day.value, purpose, skill: skill.id }) as const;

const sessionOverruled = (here: Desk): Session | undefined =>
  session.value && {
    ...session.value,
    done: session.value.done.map((done, i, { length }) => (i === length - 1 ? { ...done, quality: 4 } : done)),
    current: currentOf(here, SAVED),
  };

let isBusy = false;

const unlessBusy = async (work: () => Promise<void>): Promise<void> => {
  if (isBusy) return;
  isBusy = true;
  try {
    await work();
  } finally {
    isBusy = false;
  }
};

/** The tap on Next: on, once the answer is in the log. Where it is not yet, one more try at saving it. */
export const goOn = (on: () => Promise<void>): Promise<void> =>
  unlessBusy(async () => {
    await save();
    if (desk.value?.saving === 'saved') await on();
  });

/** Takes the saved answer back: the card is as before, and the exercise is open again at its last step. */
export const takeBack = (): Promise<void> =>
  unlessBusy(async () => {
    const before = desk.value;
    const target = before && (await idOf(before));
    if (!before || target === undefined) return;
    const { record: _, note: __, problem: ___, ...rest } = before;
    const open: Desk = { ...rest, attempt: reopened(before.attempt), saving: 'no' };
    const after = before.purpose === 'practice' ? sessionBefore(open) : undefined;
    const result = await append({ ...aboutOf(before), kind: 'undo', target }, after);
    if ('problem' in result) return put({ problem: result.problem.says });
    if (after) session.value = after;
    lay(open);
  });

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
