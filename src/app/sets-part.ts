// The screens of sets, fetched when the first of them is wanted.
import { signal } from '@preact/signals';
import type { SetScreens } from './screens/sets/SetScreens.tsx';

export const setsPart = signal<typeof SetScreens | 'missing' | undefined>(undefined);

/** Rejects never; to be called again where it is missing. */
export const loadSets = async (): Promise<void> => {
  try {
    const part = await import('./screens/sets/SetScreens.tsx');
    setsPart.value = part.SetScreens;
  } catch (error) {
    console.error(error);
    setsPart.value = 'missing';
  }
};
