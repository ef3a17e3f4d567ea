// What is done by itself while nobody waits for it: a state is kept once a week, and what was deleted long ago is let go.
import { effect } from '@preact/signals';
import { now } from './clock.ts';
import { day, phase, role, store } from './state.ts';

/** For so long everything that was deleted can be brought back. */
export const GRACE = 7 * 86_400_000;

const PAUSE = 10_000;

export const watchUpkeep = (): void => {
  effect(() => {
    if (phase.value !== 'open' || role.value !== 'writer' || day.value === 0) return undefined;
    const timer = setTimeout(() => void upkeep(), PAUSE);
    return () => clearTimeout(timer);
  });
};

const upkeep = async (): Promise<void> => {
  if (phase.value !== 'open') return;
  for (const work of [store().keepWeekly(now()), store().forgetDeleted(now() - GRACE)]) {
    const result = await work;
    // Nothing of the learner's own is lost by it, and the next day has another turn.
    if (!result.ok) console.warn(result.problem.detail || result.problem.says);
  }
};
