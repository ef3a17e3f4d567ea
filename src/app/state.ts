// What the whole app knows: the open store and what was read from it, as signals that the screens follow.
import { computed, signal } from '@preact/signals';
import { skillOf, skills } from '../catalog.ts';
import type { Card, Rules } from '../schedule/card.ts';
import type { Entry } from '../schedule/entry.ts';
import { type Persistence, persistence } from '../store/persistence.ts';
import { type Problem, type Result, refuse } from '../store/problem.ts';
import type { Session } from '../store/session.ts';
import type { StoredSet } from '../store/sets.ts';
import { openStore, type Store } from '../store/store.ts';
import type { WindowRole } from '../store/writer-lock.ts';
import { newDevice } from './chance.ts';
import { now } from './clock.ts';
import { readPath } from './path.ts';
import { DEFAULTS, type Preferences, paceOf, readPreferences } from './preferences.ts';
import { applyTheme } from './theme.ts';
import { DAYS } from './week.ts';

export const phase = signal<'opening' | 'open' | 'failed'>('opening');
/** What stands in the way of the whole app. */
export const problem = signal<Problem | undefined>(undefined);
/** The browser had lost data, and they were brought back, which the learner has not seen yet. */
export const isBroughtBack = signal(false);
export const role = signal<WindowRole>('writer');
export const cards = signal<ReadonlyMap<string, Card>>(new Map());
export const preferences = signal<Preferences>(DEFAULTS);
/** The session under way, as it is stored. */
export const session = signal<Session | undefined>(undefined);
/** The placement under way, with its exercise. */
export const placementSession = signal<Session | undefined>(undefined);
/** The sets made and received, the oldest first. */
export const sets = signal<readonly StoredSet[]>([]);
/** The log's entries of the last seven days. */
export const week = signal<readonly Entry[]>([]);
export const kept = signal<Persistence>('unknown');
/** The study day. */
export const day = signal(0);
/** The latest study day with a review, 0 where there is none. */
export const latestReview = computed(() =>
  [...cards.value.values()].reduce((latest, { reviewed }) => Math.max(latest, reviewed), 0),
);
export const pace = computed(() => paceOf(preferences.value));

/** How cards follow from the log. */
export const rules: Rules = { levels: id => skillOf(id)?.levels.length ?? 0 };

let opened: Store | undefined;

/** The store; only screens that are shown once it is open may ask. */
export const store = (): Store => {
  if (!opened) throw new Error('the store is not open yet');
  return opened;
};

/** Changes whenever the levels of a skill do: then all cards are made anew. */
const stamp = (): string => {
  let hash = 0x811c9dc5;
  for (const letter of skills.map(({ id, levels }) => `${id}:${levels.length}`).join()) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  }
  return `sm2/${(hash >>> 0).toString(36)}`;
};

const fail = (what: Problem): void => {
  problem.value = what;
  phase.value = 'failed';
};

// Another window may have written in between, so what is known is read again before this one writes.
const turn = async (next: WindowRole): Promise<void> => {
  if (next === 'writer' && opened) await reload();
  role.value = next;
};

const open = async (): Promise<void> => {
  const result = await openStore({
    rules: { ...rules, stamp: stamp() },
    newDevice,
    now,
    onProblem: fail,
    onRole: next => void turn(next),
    onBroughtBack: () => {
      isBroughtBack.value = true;
    },
  });
  // That has been said by then; as soon as the other window is closed, this one goes on.
  if (!result.ok && result.problem.kind === 'blocked') return open();
  if (!result.ok) return fail(result.problem);
  opened = result.value;
  role.value = opened.role();
  await reload();
};

let opening: Promise<void> | undefined;

/** Opens the database and reads what the screens need; what fails is told by `problem`. May be called again, also too early. */
export const openState = (): Promise<void> => {
  opening ??= openAnew().finally(() => {
    opening = undefined;
  });
  return opening;
};

const openAnew = async (): Promise<void> => {
  phase.value = 'opening';
  opened?.close();
  opened = undefined;
  try {
    await open();
  } catch (error) {
    console.error(error);
    fail(refuse('failed', String(error)).problem);
  }
};

/** Reads everything again: at the start, after an import, when this window becomes the writer or a reader comes to sight. */
export const reload = async (): Promise<void> => {
  const [allCards, settings, stored, placement, keptSets, persisted] = await Promise.all([
    store().cards(),
    store().settings(),
    store().session('practice'),
    store().session('placement'),
    store().sets(),
    persistence(),
    readWeek(),
  ]);
  for (const result of [allCards, settings, stored, placement, keptSets]) if (!result.ok) return fail(result.problem);
  if (allCards.ok) cards.value = allCards.value;
  if (settings.ok) {
    preferences.value = readPreferences(settings.value);
    await readPath(settings.value, entriesOfDays);
  }
  if (stored.ok) session.value = stored.value;
  if (placement.ok) placementSession.value = placement.value;
  if (keptSets.ok) sets.value = keptSets.value;
  kept.value = persisted;
  applyTheme(preferences.value.theme);
  problem.value = undefined;
  phase.value = 'open';
};

/** A reader hears nothing of what the writer saves, so it looks again whenever its owner does. */
export const watchWriter = (): void => {
  const look = () => {
    if (document.visibilityState === 'visible' && phase.value === 'open' && role.value === 'reader') void reload();
  };
  document.addEventListener('visibilitychange', look);
  addEventListener('focus', look);
};

const entriesOfDays = async (from: number, to: number): Promise<readonly Entry[]> => {
  const entries = await store().entriesOfDays(from, to);
  return entries.ok ? entries.value : [];
};

/** Reads the last seven days up to the study day. */
export const readWeek = async (): Promise<void> => {
  if (!opened || day.value === 0) return;
  const entries = await opened.entriesOfDays(day.value - DAYS + 1, day.value);
  if (entries.ok) week.value = entries.value;
};

/** Sets and saves one preference; what fails is given back. */
export const prefer = async <K extends keyof Preferences>(key: K, value: Preferences[K]): Promise<Result<undefined>> => {
  const saved = await store().saveSetting(key, value);
  if (!saved.ok) return saved;
  preferences.value = { ...preferences.value, [key]: value };
  if (key === 'theme') applyTheme(preferences.value.theme);
  return saved;
};
