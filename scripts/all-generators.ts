// Every generator at once, for the scripts and the tests; the app loads them an area at a time.
import type { Generator } from '../src/exercise/generator.ts';

const files = import.meta.glob<Generator>('../generators/*/*.ts', { import: 'default', eager: true });

/** By the id that the path gives, so that a generator under a wrong name shows. */
export const generatorFiles: ReadonlyMap<string, Generator> = new Map(
  Object.entries(files)
    .map(([path, generator]): [string, Generator] => [path.replace('../generators/', '').replace(/\.ts$/, ''), generator])
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
