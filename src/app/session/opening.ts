// A skill that is open once never locks again: what has opened is remembered beside the log.
import { newlyOpen, opened } from '../path.ts';
import { cards, store } from '../state.ts';

/** To be called when something may have opened. Where it cannot be saved now, it is at the next call. */
export const rememberOpen = async (): Promise<void> => {
  const fresh = newlyOpen(cards.value);
  if (fresh.length === 0) return;
  const all = [...opened.value, ...fresh];
  const saved = await store().saveSetting('opened', all);
  if (saved.ok) opened.value = all;
};
