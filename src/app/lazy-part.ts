// A part of the app that is fetched when its first screen is wanted.
import { type ReadonlySignal, signal } from '@preact/signals';

export interface LazyPart<T> {
  /** `missing`: it could not be fetched the last time. */
  readonly now: ReadonlySignal<T | 'missing' | undefined>;
  /** Rejects never; to be called again where it is missing. */
  readonly load: () => Promise<void>;
}

export const lazyPart = <T>(fetchPart: () => Promise<T>): LazyPart<T> => {
  const now = signal<T | 'missing' | undefined>(undefined);
  const load = async () => {
    try {
      now.value = await fetchPart();
    } catch (error) {
      console.error(error);
      now.value = 'missing';
    }
  };
  return { now, load };
};
