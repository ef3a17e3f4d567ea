// A store in memory for tests of the session: a log, replayed as the real one does, that fails where a test says so.
import type { Rules } from '../../../src/schedule/card.ts';
import { type Draft, type Entry, entryId } from '../../../src/schedule/entry.ts';
import { replay } from '../../../src/schedule/replay.ts';
import { good, type Result, refuse } from '../../../src/store/problem.ts';
import type { Session } from '../../../src/store/session.ts';
import type { StoredSet } from '../../../src/store/sets.ts';
import type { Settings } from '../../../src/store/settings.ts';
import type { Store } from '../../../src/store/store.ts';

const empty = {
  log: [] as readonly Entry[],
  session: undefined as Session | undefined,
  placement: undefined as Session | undefined,
  settings: {} as Settings,
  sets: [] as readonly StoredSet[],
  /** Which entries the disk has no room for. */
  isFull: (_: Draft): boolean => false,
  /** What the disk waits for before it writes to the log. */
  turn: Promise.resolve(),
};

export const memory = { ...empty };
export const forgetAll = (): void => void Object.assign(memory, empty);

/** As the real store does: an answer taken back or overruled takes the moves back that came with it. */
const undoneMoves = (draft: Draft): readonly Draft[] => {
  const target = 'target' in draft ? memory.log.find(entry => entryId(entry) === draft.target) : undefined;
  const moved = memory.log.filter(entry => entry.kind === 'move-due' && entry.at === target?.at);
  const { at, day } = draft;
  return moved.map(entry => ({ kind: 'undo', purpose: 'practice', skill: entry.skill, at, day, target: entryId(entry) }));
};

const place = (draft: Draft): Entry => ({ ...draft, device: 'phone', seq: memory.log.length + 1 });

export const memoryStore = (rules: Rules): Result<Partial<Store>> => {
  const cards = () => replay(memory.log, rules);
  return good({
    role: () => 'writer',
    close: () => undefined,
    cards: async () => good(cards()),
    settings: async () => good(memory.settings),
    saveSetting: async (key, value) => {
      memory.settings = { ...memory.settings, [key]: value };
      return good(undefined);
    },
    sets: async () => good(memory.sets),
    saveSet: async set => {
      memory.sets = [...memory.sets.filter(({ link }) => link !== set.link), set];
      return good(undefined);
    },
    removeSet: async gone => {
      memory.sets = memory.sets.filter(({ link }) => link !== gone);
      return good(undefined);
    },
    session: async (purpose = 'practice') => good(purpose === 'practice' ? memory.session : memory.placement),
    saveSession: async (session, purpose = 'practice') => {
      if (purpose === 'practice') memory.session = session;
      else memory.placement = session;
      return good(undefined);
    },
    entriesOfDays: async () => good(memory.log),
    entriesOfSkill: async skill => good(memory.log.filter(entry => entry.skill === skill)),
    record: async (draft, session, isOverruled, moves = []) => {
      await memory.turn;
      if (memory.isFull(draft)) return refuse('full');
      const others = [...undoneMoves(draft), ...moves];
      const entry = place(draft);
      memory.log = [...memory.log, entry];
      const { at, day, purpose, skill } = draft;
      if (isOverruled) memory.log = [...memory.log, place({ kind: 'override', at, day, purpose, skill, target: entryId(entry) })];
      for (const other of others) memory.log = [...memory.log, place(other)];
      if (session) Object.assign(memory, session.purpose === 'placement' ? { placement: session } : { session });
      return good({ entry, card: cards().get(skill), others: others.flatMap(other => cards().get(other.skill) ?? []) });
    },
  });
};
