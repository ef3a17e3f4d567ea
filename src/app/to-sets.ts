// From other screens to sets: what that takes is fetched with the tap, and where it cannot be had, the page of sets says so.
import type { Exercise } from '../exercise/generator.ts';
import type { SetItem } from '../exercise/problem-set.ts';
import type { Session } from '../store/session.ts';
import { go } from './router.ts';
import type { Added } from './sets/ways-in.ts';

type WaysIn = typeof import('./sets/ways-in.ts');

const take = async <T>(way: (ways: WaysIn) => Promise<T>): Promise<T | undefined> => {
  try {
    return await way(await import('./sets/ways-in.ts'));
  } catch (error) {
    console.error(error);
    go({ at: 'sets' });
    return undefined;
  }
};

export const addToSet = (skill: string): Promise<Added | undefined> => take(ways => ways.addToDraft(skill));

export const shareSession = (session: Session): Promise<void> => take(ways => ways.shareSession(session));

export const composeOf = (title: string, items: readonly SetItem[]): Promise<void> => take(ways => ways.composeOf(title, items));

export const shareExercise = (exercise: Exercise): Promise<void> => take(ways => ways.shareExercise(exercise));
