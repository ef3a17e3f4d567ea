// The practice screen with its formulas: the heaviest part of the app, fetched while the learner looks at Today.
import { signal } from '@preact/signals';
import type { Practice } from './practice/Practice.tsx';

export const practicePart = signal<typeof Practice | undefined>(undefined);

/** Rejects never: without it the session says that a part could not be loaded. */
export const loadPractice = async (): Promise<boolean> => {
  try {
    const part = await import('./practice/Practice.tsx');
    practicePart.value ??= part.Practice;
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
};
