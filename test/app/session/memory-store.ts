// A store in memory for tests of the session: a log, replayed as the real one does, that fails where a test says so.
import type { Rules } from '../../../src/schedule/card.ts';
import { type Draft, type Entry, entryId } from '../../../src/schedule/entry.ts';
import { replay } from '../../../src/schedule/replay.ts';
import { good, type Result, refuse } from '../../../src/store/problem.ts';
import type { Session } from '../../../src/store/session.ts';
import type { Store } from '../../../src/store/store.ts';

const empty = {
  log: [] as readonly Entry[],
  session: undefined as Session | undefined,
  /** Which entries the disk has no room for. */
  isFull: (_: Draft): boolean => false,
};

export const memory = { ...empty };
export const forgetAll = (): void => void Object.assign(memory, empty);

const place = (draft: Draft): Entry => ({ ...draft, device: 'phone', seq: memory.log.length + 1 });

export const memoryStore = (rules: Rules): Result<Partial<Store>> => {
  const cards = () => replay(memory.log, rules);
  return good({
    role: () => 'writer',
    close: () => undefined,
    cards: async () => good(cards()),
    settings: async () => good({}),
    session: async () => good(memory.session),
    saveSession: async session => {
      memory.session = session;
      return good(undefined);
    },
    entriesOfDays: async () => good(memory.log),
    entriesOfSkill: async skill => good(memory.log.filter(entry => entry.skill === skill)),
    record: async (draft, session, isOverruled) => {
      if (memory.isFull(draft)) return refuse('full');
      const entry = place(draft);
      memory.log = [...memory.log, entry];
      const { at, day, purpose, skill } = draft;
      if (isOverruled) memory.log = [...memory.log, place({ kind: 'override', at, day, purpose, skill, target: entryId(entry) })];
      if (session) memory.session = session;
      return good({ entry, card: cards().get(skill) });
    },
  });
};
