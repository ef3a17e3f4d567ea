// The part of `node test/bench/saving.mjs` that runs in the browser: a store with a long log, with its twin or without.
import type { Draft } from '../../../src/schedule/entry.ts';
import { browserBuckets, copiesOf } from '../../../src/store/copies.ts';
import { openStore, type Store } from '../../../src/store/store.ts';

const rules = { levels: () => 5, stamp: 'bench' };
const DAY = 86_400_000;

const opened = async (name: string, isAlone: boolean): Promise<Store> => {
  const facts = { name, rules, newDevice: () => `bench-${performance.now()}`, now: () => DAY * 30_000 };
  const result = await openStore(isAlone ? { ...facts, buckets: null } : facts);
  if (!result.ok) throw new Error(result.problem.detail);
  return result.value;
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

/** Milliseconds that bringing the file in takes. */
export const fill = async (name: string, isAlone: boolean, text: string, many: number): Promise<number> => {
  const store = await opened(name, isAlone);
  const time = await timed(() => store.importBackup(text, 'replace', DAY));
  // The copy of a long file is made meanwhile, and is no part of saving an answer.
  for (let i = 0; !isAlone && i < 120 && (await inTwin(name)) < many; i++)
    await new Promise(resolve => setTimeout(resolve, 1000));
  store.close();
  return time;
};

/** Milliseconds that opening takes, and each of so many answers. */
export const save = async (name: string, isAlone: boolean, many: number): Promise<{ open: number; saves: readonly number[] }> => {
  const begun = performance.now();
  const store = await opened(name, isAlone);
  const open = performance.now() - begun;
  const saves: number[] = [];
  for (let i = 0; i < many; i++) {
    const answer: Draft = {
      kind: 'answer',
      purpose: 'practice',
      ...{ at: DAY * 30_000 + i, day: 30_000, skill: `area/skill-${i % 50}`, level: 1 },
      ...{ seed: `${i}`, version: 1, given: { a: [1, 2, 3] }, answers: [['1']], verdicts: ['right'], quality: 5, hints: 0 },
      ...{ activeSeconds: 20, guessable: false },
    };
    saves.push(await timed(() => store.record(answer)));
  }
  store.close();
  return { open, saves };
};

/** How many entries the twin has; 0 where there is none. */
export const inTwin = async (name: string): Promise<number> => {
  const buckets = browserBuckets();
  if (!buckets) return 0;
  const copies = copiesOf(name, 10_000, buckets);
  const [twin] = (await copies.find()).slice(-1);
  const count = await twin?.use(database => database.count('reviews'));
  copies.close();
  return count?.ok ? count.value : 0;
};
