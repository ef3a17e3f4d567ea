// Free practice: any skill at any level, as often as one likes; it is logged and leaves the schedule alone.
import type { Skill } from '../../catalog.ts';
import { begin } from '../practice/attempt.ts';
import { day } from '../state.ts';
import { clearDesk, desk, lay } from './desk.ts';
import { takeExercise } from './exercises.ts';
import { goOn } from './saving.ts';
import { isStuck } from './session.ts';

/** Shows an exercise of this skill and level, the one on the table if it is one. */
export const enterFree = async (skill: Skill, level: number): Promise<void> => {
  isStuck.value = false;
  const here = desk.value;
  if (here?.purpose === 'free' && here.skill === skill && here.attempt.exercise.level === level) return;
  await another(skill, level);
};

const another = async (skill: Skill, level: number): Promise<void> => {
  try {
    const exercise = await takeExercise(skill.id, level);
    lay({ skill, role: null, purpose: 'free', day: day.value, attempt: begin(exercise), saving: 'no' });
  } catch (error) {
    console.error(error);
    clearDesk();
    isStuck.value = true;
  }
};

/** The tap on Next. */
export const nextFree = (skill: Skill, level: number): Promise<void> => goOn(() => another(skill, level));
