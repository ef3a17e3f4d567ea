// Free practice: any skill at any level, as often as one likes; it is logged and leaves the schedule alone.
import type { Skill } from '../../catalog.ts';
import { begin } from '../practice/attempt.ts';
import { clearDesk, desk, lay } from './desk.ts';
import { prepare, takeExercise } from './exercises.ts';
import { save } from './saving.ts';
import { isStuck } from './session.ts';

/** Shows an exercise of this skill and level, the one on the table if it is one. */
export const enterFree = async (skill: Skill, level: number): Promise<void> => {
  const here = desk.value;
  if (here?.purpose === 'free' && here.skill === skill && here.attempt.exercise.level === level) return;
  await another(skill, level);
};

export const another = async (skill: Skill, level: number): Promise<void> => {
  isStuck.value = false;
  try {
    const exercise = await takeExercise(skill.id, level);
    lay({ skill, role: null, purpose: 'free', attempt: begin(exercise), saving: 'no' });
    prepare(skill.id, level);
  } catch (error) {
    console.error(error);
    clearDesk();
    isStuck.value = true;
  }
};

/** The tap on Next. */
export const nextFree = async (skill: Skill, level: number): Promise<void> => {
  if (desk.value?.saving !== 'saved') await save();
  if (desk.value?.saving === 'saved') await another(skill, level);
};
