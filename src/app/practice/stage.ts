// How much of an exercise a learner does alone.
import type { Purpose } from '../../schedule/entry.ts';

/** `worked`: all is shown, a line at a time; `guided`: the last lines are left; `placement`: one try, and no help; `exam`: no verdict either. */
export type Stage = 'worked' | 'guided' | 'alone' | 'placement' | 'exam';

/** From what the exercise is asked for, and as what a session asks it. */
export function stageOf(purpose: Purpose, role: string | null): Stage {
  if (purpose === 'placement') return 'placement';
  return role === 'worked' || role === 'guided' ? role : 'alone';
}
