// What a learner does at the exercise on the table, and how it gets into the log and out of it again.

import { skillOf, skills } from '../../catalog.ts';
import type { Text } from '../../exercise/text.ts';
import { type Card, step } from '../../schedule/card.ts';
import { type Entry, entryId, isAnswerTo } from '../../schedule/entry.ts';
import { firstLevel } from '../../schedule/path.ts';
import { type Ripple, rippleOf } from '../../schedule/ripple.ts';
import type { Quality } from '../../schedule/sm2.ts';
import { now } from '../clock.ts';
import { standing } from '../path.ts';
import { type Attempt, blamedIn } from '../practice/attempt.ts';
import { cards, day, rules, store } from '../state.ts';
import { append, type Desk, desk, lay, recordOf, timed } from './desk.ts';
import { consequence, withoutConsequence } from './outcome.ts';
import { sessionAfter, sessionBefore, sessionOverruled } from './session-steps.ts';
import { currentOf, holdKeeping, keep, reopened, sessionOf, setSession } from './under-way.ts';

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
  const session = sessionOf(after);
  if (attempt.done || !session) return;
  const { tries, hints, retracted } = before.attempt;
  const isTyping = attempt.tries === tries && attempt.hints === hints && attempt.retracted === retracted;
  keep({ ...session, current: currentOf(after) }, isTyping ? TYPING_PAUSE : 0);
};

let running: Promise<void> = Promise.resolve();

/** Saves the answer of an exercise that is over, with "my answer was right" where that was said; to be called again where it failed. */
export const save = (): Promise<void> => {
  if (desk.value?.saving !== 'saving') running = saveNow();
  return running;
};

const saveNow = async (): Promise<void> => {
  const before = desk.value;
  if (!before?.attempt.done || before.saving !== 'no') return;
  const record = recordOf(before);
  const { overridden } = before.attempt;
  desk.value = { ...before, record, saving: 'saving' };
  holdKeeping();
  const quality = overridden ? 4 : record.draft.quality;
  const ripple = rippleAt(record, quality, overridden ? [] : blamedIn(before.attempt));
  const after = sessionAfter(before, quality, ripple.items);
  const { at, day: on } = record.draft;
  const moves = ripple.moves.map(move => ({ ...move, kind: 'move-due', purpose: 'practice', at, day: on }) as const);
  const result = await append(record.draft, after, overridden, moves);
  if ('problem' in result) return put(before, { saving: 'no', problem: result.problem.says });
  if (after) setSession(after);
  put(before, {
    record: { ...record, id: entryId(result.entry) },
    saving: 'saved',
    problem: '',
    note: noteOf(record.before, result, before),
  });
  if (!overridden && isOnDesk(before) && desk.value?.attempt.overridden) await overrule();
};

/** Where saving takes long, the learner may have gone on to free practice meanwhile. */
const isOnDesk = ({ attempt }: Desk): boolean => desk.value?.attempt.exercise === attempt.exercise;

const put = (before: Desk, change: Partial<Desk>): void => {
  if (desk.value && isOnDesk(before)) desk.value = { ...desk.value, ...change };
};

const noteOf = (
  before: Card | undefined,
  { entry, card }: { readonly entry: Entry; readonly card: Card | undefined },
  { purpose, role }: Desk,
): Text => {
  if (purpose !== 'practice') return [];
  return entry.purpose === 'practice' ? consequence(before, card, day.value) : withoutConsequence(role);
};

/** What the answer does to other skills, and to the rest of the session. */
const rippleAt = ({ draft, before }: NonNullable<Desk['record']>, quality: Quality, blamed: readonly string[]): Ripple => {
  const after = step(before, { ...draft, quality, device: '', seq: 0 }, rules);
  return draft.purpose === 'practice' && after
    ? rippleOf(skills, cards.value, { after, quality, day: draft.day, blamed })
    : { moves: [], items: [] };
};

/** "My answer was right", said of an answer that is in the log: an entry of its own that names it. */
const overrule = async (): Promise<void> => {
  const before = desk.value;
  const target = before && (await idOf(before));
  if (!before || target === undefined) return;
  const after = sessionOverruled(before);
  const result = await append({ ...aboutOf(before), kind: 'override', target }, after);
  // It does not count, so it is not shown as if it did.
  if ('problem' in result)
    return put(before, { attempt: { ...before.attempt, overridden: false }, problem: result.problem.says });
  if (after) setSession(after);
  put(before, { problem: '', note: noteOf(before.record?.before, result, before) });
};

const aboutOf = ({ purpose, skill }: Desk) => ({ at: now(), day: day.value, purpose, skill: skill.id }) as const;

let isBusy = false;

/** Nothing happens while something else does. */
export const unlessBusy = async (work: () => Promise<void>): Promise<void> => {
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
    const after = sessionBefore(open);
    const result = await append({ ...aboutOf(before), kind: 'undo', target }, after);
    if ('problem' in result) return put(before, { problem: result.problem.says });
    if (after) setSession(after);
    if (isOnDesk(before)) lay(open);
  });

/** The id of the saved answer; after the app was killed it is found in the log by its seed. */
const idOf = async ({ skill, attempt, record, saving }: Desk): Promise<string | undefined> => {
  if (record?.id !== undefined || saving !== 'saved') return record?.id;
  const entries = await store().entriesOfSkill(skill.id);
  const own = entries.ok ? entries.value.findLast(entry => isAnswerTo(entry, attempt.exercise)) : undefined;
  return own && entryId(own);
};

/** The level at which a skill is asked next. */
export const levelOf = (skill: string): number =>
  cards.value.get(skill)?.level ?? firstLevel(skillOf(skill)?.levels.length ?? 1, standing.value.known.has(skill));
