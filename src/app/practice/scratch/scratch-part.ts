// The scratch pad itself, fetched when it is first opened, or when something was drawn on it before.
import { signal } from '@preact/signals';
import type * as Part from './part.ts';

export const scratchPart = signal<typeof Part | 'missing' | undefined>(undefined);

/** Rejects never; to be called again where it is missing. */
export const loadScratch = async (): Promise<void> => {
  if (typeof scratchPart.peek() === 'object') return;
  try {
    scratchPart.value = await import('./part.ts');
  } catch (error) {
    console.error(error);
    scratchPart.value = 'missing';
  }
};
