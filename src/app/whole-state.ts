// What changes everything at once: an import, an earlier state put back, everything deleted.
import type { Result } from '../store/problem.ts';
import { clearDesk } from './session/desk.ts';
import { ended } from './session/session.ts';
import { holdKeeping } from './session/under-way.ts';
import { reload } from './state.ts';

/** Nothing that waits to be kept is written over it, and after it everything is read again. */
export const changeWhole = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
  holdKeeping();
  await painted();
  const result = await work();
  if (!result.ok) return result;
  clearDesk();
  ended.value = undefined;
  await reload();
  return result;
};

/** Once what was said before is on the screen: reading a long log keeps the page busy. */
export const painted = (): Promise<void> => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
