// The name under which a learner sends results back, kept for the next time.
import { cleanTitle } from '../../link.ts';
import { text } from '../../schedule/checked.ts';
import { store } from '../state.ts';

const SETTING = 'resultName';
/** Letters that a result can carry. */
const LONGEST = 40;
const readName = text(4 * LONGEST);

/** As it is sent: in one line, and not too long. */
export const sentName = (typed: string): string => [...cleanTitle(typed)].slice(0, LONGEST).join('').trim();

/** Empty where there is none. */
export const keptName = async (): Promise<string> => {
  const settings = await store().settings();
  return settings.ok ? sentName(readName(settings.value[SETTING]) ?? '') : '';
};

/** It is kept as a convenience: where that fails, the result can be sent all the same. */
export const keepName = async (typed: string): Promise<void> => {
  const saved = await store().saveSetting(SETTING, sentName(typed));
  if (!saved.ok) console.warn(saved.problem.detail || saved.problem.says);
};
