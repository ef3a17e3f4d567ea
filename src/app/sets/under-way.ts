// Sets that are being worked, for places that know no more of them.
import { computed } from '@preact/signals';
import type { Run, StoredSet } from '../../store/sets.ts';
import { sets } from '../state.ts';

/** Exercises that are done, of a run under way; of an exam those at which something is typed. */
export const doneIn = ({ mode, works }: Run): number =>
  works.filter(({ saved, typed }) => (mode === 'exam' ? typed.some(text => text.trim() !== '') : saved)).length;

/** The set that was begun last and is not at its end. */
export const setUnderWay = computed<{ readonly link: StoredSet['link']; readonly run: Run } | undefined>(() => {
  const begun = sets.value.flatMap(({ link, run }) => (run?.endedAt === 0 ? [{ link, run }] : []));
  return begun.toSorted((a, b) => b.run.startedAt - a.run.startedAt)[0];
});
