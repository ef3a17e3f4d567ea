// The draft that is being put together: the one there is, kept on the device as a setting, so that a killed app loses nothing of it.
import { signal } from '@preact/signals';
import { skillOf } from '../../catalog.ts';
import { countIn, MOST } from '../../exercise/problem-set.ts';
import { isSeed } from '../../link.ts';
import { fields, type Json, list, oneOf, orNull, since, text, whole } from '../../schedule/checked.ts';
import { store } from '../state.ts';
import { apart, type Draft, emptyDraft, NOTES } from './draft.ts';

export const draft = signal<Draft>(emptyDraft());

/** What stood in the way of keeping it, in words. */
export const draftProblem = signal('');

/** The draft before a step that took something away, and what that was. */
export const undoable = signal<{ readonly draft: Draft; readonly what: 'item' | 'all' } | undefined>(undefined);

const SETTING = 'setDraft';
const TYPING_PAUSE = 400;

let timer: ReturnType<typeof setTimeout> | undefined;
let isUnsaved = false;

/** Takes up what was kept; what could not be kept yet is kept now. */
export const loadDraft = async (): Promise<void> => {
  if (isUnsaved) return keepDraft();
  const settings = await store().settings();
  // What was changed meanwhile is newer than what was read.
  if (settings.ok && !isUnsaved) draft.value = readDraft(settings.value[SETTING]) ?? emptyDraft();
};

/** The next draft, kept at once, or after a pause in typing. */
export const changeDraft = (next: Draft, isTyping = false): void => {
  draft.value = next;
  undoable.value = undefined;
  isUnsaved = true;
  clearTimeout(timer);
  if (isTyping) timer = setTimeout(() => void keepDraft(), TYPING_PAUSE);
  else void keepDraft();
};

/** As `changeDraft`, and the way back stays open until the next change. */
export const replaceDraft = (next: Draft, what: 'item' | 'all'): void => {
  const before = draft.peek();
  changeDraft(next);
  if (before.items.length > 0 && before.note !== 'made') undoable.value = { draft: before, what };
};

/** To be called before the page may be gone. */
export const keepDraftNow = (): void => {
  if (timer !== undefined) void keepDraft();
};

const keepDraft = async (): Promise<void> => {
  clearTimeout(timer);
  timer = undefined;
  const kept = draft.peek();
  const saved = await store().saveSetting(SETTING, asSetting(kept));
  if (saved.ok && kept === draft.peek()) isUnsaved = false;
  draftProblem.value = saved.ok ? '' : saved.problem.says;
};

const asSetting = ({ items, ...rest }: Draft): Json => ({
  ...rest,
  items: items.map(({ first = null, ...item }) => ({ ...item, first })),
});

const readShape = fields({
  title: text(200),
  seed: text(MOST.seed),
  note: oneOf(NOTES),
  items: list(
    since(
      { first: null },
      fields({
        skill: text(100),
        level: whole(1, 100),
        count: whole(1, MOST.count),
        first: orNull(whole(0, MOST.first)),
      }),
    ),
    MOST.items,
  ),
});

/** Never throws; a skill that this version does not have is left out. */
const readDraft = (value: unknown): Draft | undefined => {
  const read = readShape(value);
  if (!read || !isSeed(read.seed) || countIn(read.items) > MOST.exercises) return undefined;
  const items = read.items.flatMap(({ first, skill, level, count }) => {
    const levels = skillOf(skill)?.levels.length ?? 0;
    return levels === 0 ? [] : [{ skill, level: Math.min(level, levels), count, ...(first !== null && { first }) }];
  });
  return { ...read, items: apart(items) };
};
