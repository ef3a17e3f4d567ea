// The exercises of a skill that a learner has done, from the log: what was taken back is not among them.
import { type AnswerEntry, compareEntries, type Entry, entryId } from '../../schedule/entry.ts';
import { targets } from '../../schedule/replay.ts';
import type { Tone } from '../practice/outcome.ts';

export interface Past {
  readonly id: string;
  readonly entry: AnswerEntry;
  /** The learner said “My answer was right”. */
  readonly isOverruled: boolean;
}

/** The newest first. */
export const historyOf = (entries: readonly Entry[]): readonly Past[] => {
  const undone = targets(entries, 'undo');
  const standing = entries.filter(entry => !undone.has(entryId(entry)));
  const overruled = targets(standing, 'override');
  return standing
    .filter(entry => entry.kind === 'answer')
    .toSorted((a, b) => compareEntries(b, a))
    .map(entry => ({ id: entryId(entry), entry, isOverruled: overruled.has(entryId(entry)) }));
};

const words = {
  overruled: 'Counted as right, as you said',
  atOnce: 'Right at once',
  right: 'Right',
  slip: 'Right after a slip',
  hint: 'Right after a hint',
  tries: 'Right after some tries',
  wrong: 'Not right yet',
  shown: 'Solution shown',
};

/** How it went, for the eye and in words. */
export const endOf = ({ entry, isOverruled }: Past): { readonly tone: Tone; readonly says: string } => {
  const { quality, hints } = entry;
  if (isOverruled) return { tone: 'right', says: words.overruled };
  if (quality === 5) return { tone: 'right', says: words.atOnce };
  if (quality === 4) return { tone: 'right', says: words.right };
  if (quality === 3) return { tone: 'nearly', says: words.slip };
  if (quality === 2) return { tone: 'nearly', says: hints > 1 ? words.hint : words.tries };
  return quality === 1 ? { tone: 'wrong', says: words.wrong } : { tone: 'shown', says: words.shown };
};

const PURPOSES = {
  practice: 'in a session',
  free: 'free practice',
  set: 'in a set',
  placement: 'finding your level',
} as const;

export const purposeOf = ({ entry }: Past): string => PURPOSES[entry.purpose];
