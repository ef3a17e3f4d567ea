// The store's one face: everything that is kept on this device. Every call answers with a result; none throws for what a device does.

import type { Card } from '../schedule/card.ts';
import type { Json } from '../schedule/checked.ts';
import type { AnswerEntry, Draft, Entry } from '../schedule/entry.ts';
import type { Tally } from '../schedule/progress.ts';
import { type CardRules, loadCards } from './cards.ts';
import { type CheckReport, checkData } from './check.ts';
import { deleteEverything, forgetDeleted } from './erase.ts';
import { exportBackup } from './export.ts';
import { type ImportWay, importBackup, type Preview, previewBackup } from './import.ts';
import { open, type StoreOptions } from './open.ts';
import { overruled } from './overruled.ts';
import { good, type Result, refuse } from './problem.ts';
import { loadTally } from './progress.ts';
import { loadSession, type Resumable, saveSession } from './resume.ts';
import { entriesOfDays, entriesOfSkill, type Recorded, record } from './reviews.ts';
import type { Pad } from './scratch.ts';
import { keepPads, loadPad, savePad } from './scratch-keeping.ts';
import type { Session } from './session.ts';
import { loadSets, removeSet, saveSet } from './set-keeping.ts';
import type { StoredSet } from './sets.ts';
import { loadSettings, type Settings, saveSetting } from './settings.ts';
import { type Kept, keepWeekly, restoreSnapshot, snapshots } from './snapshots.ts';
import type { WindowRole } from './writer-lock.ts';
import { takeBackAfter } from './wrong-days.ts';

export type { StoreOptions };

export type Store = {
  /** See `record`: when it answers ok, the entry is on the disk. */
  readonly record: (
    draft: Draft,
    session?: Session,
    isOverruled?: boolean,
    moves?: readonly Draft[],
  ) => Promise<Result<Recorded>>;
  readonly takeBackAfter: (day: number, at: number) => Promise<Result<undefined>>;
  readonly cards: () => Promise<Result<ReadonlyMap<string, Card>>>;
  readonly entriesOfDays: (from: number, to: number) => Promise<Result<readonly Entry[]>>;
  readonly entriesOfSkill: (skill: string) => Promise<Result<readonly Entry[]>>;
  readonly tally: () => Promise<Result<Tally>>;
  readonly session: (purpose?: Resumable) => Promise<Result<Session | undefined>>;
  readonly saveSession: (session: Session | undefined, purpose?: Resumable) => Promise<Result<undefined>>;
  readonly pad: (key: string) => Promise<Result<Pad | undefined>>;
  readonly savePad: (key: string, pad: Pad) => Promise<Result<undefined>>;
  readonly keepPads: (isWanted: (key: string) => boolean) => Promise<Result<undefined>>;
  readonly settings: () => Promise<Result<Settings>>;
  readonly saveSetting: (key: string, value: Json) => Promise<Result<undefined>>;
  readonly sets: () => Promise<Result<readonly StoredSet[]>>;
  readonly saveSet: (set: StoredSet) => Promise<Result<undefined>>;
  readonly removeSet: (link: string) => Promise<Result<undefined>>;
  readonly exportBackup: () => Promise<Result<string>>;
  readonly previewBackup: (text: string) => Promise<Result<Preview>>;
  readonly importBackup: (text: string, way: ImportWay, at: number) => Promise<Result<Preview>>;
  readonly snapshots: () => Promise<Result<readonly Kept[]>>;
  readonly keepWeekly: (at: number) => Promise<Result<boolean>>;
  readonly restoreSnapshot: (id: number, at: number) => Promise<Result<undefined>>;
  readonly deleteEverything: (at: number) => Promise<Result<undefined>>;
  readonly forgetDeleted: (until: number) => Promise<Result<undefined>>;
  readonly overruled: () => Promise<Result<readonly AnswerEntry[]>>;
  readonly checkData: () => Promise<Result<CheckReport>>;
  readonly role: () => WindowRole;
  readonly takeOver: () => Promise<void>;
  readonly close: () => void;
};

export const openStore = async (options: StoreOptions): Promise<Result<Store>> => {
  const rules: CardRules = { ...options.rules, newDevice: options.newDevice };
  const opened = await open(options, rules);
  if (!opened.ok) return opened;
  const { connection, lock, close } = opened.value;
  const writing = <T>(work: () => Promise<Result<T>>): Promise<Result<T>> =>
    lock.role() === 'writer' ? work() : Promise.resolve(refuse('read-only'));

  return good({
    record: (draft, session, isOverruled, moves) => writing(() => record(connection, rules, draft, session, isOverruled, moves)),
    takeBackAfter: (day, at) => writing(() => takeBackAfter(connection, rules, day, at)),
    cards: () => loadCards(connection, rules),
    entriesOfDays: (from, to) => entriesOfDays(connection, from, to),
    entriesOfSkill: skill => entriesOfSkill(connection, skill),
    tally: () => loadTally(connection, rules, lock.role() === 'writer'),
    session: (purpose = 'practice') => loadSession(connection, purpose),
    saveSession: (session, purpose = 'practice') => writing(() => saveSession(connection, session, purpose)),
    pad: key => loadPad(connection, key),
    savePad: (key, pad) => writing(() => savePad(connection, key, pad)),
    keepPads: isWanted => writing(() => keepPads(connection, isWanted)),
    settings: () => loadSettings(connection),
    saveSetting: (key, value) => writing(() => saveSetting(connection, key, value, options.now())),
    sets: () => loadSets(connection),
    saveSet: set => writing(() => saveSet(connection, set)),
    removeSet: link => writing(() => removeSet(connection, link)),
    exportBackup: () => exportBackup(connection),
    previewBackup: text => previewBackup(connection, text),
    importBackup: (text, way, at) => writing(() => importBackup(connection, rules, text, way, at)),
    snapshots: () => snapshots(connection),
    keepWeekly: at => writing(() => keepWeekly(connection, at)),
    restoreSnapshot: (id, at) => writing(() => restoreSnapshot(connection, rules, id, at)),
    deleteEverything: at => writing(() => deleteEverything(connection, at)),
    forgetDeleted: until => writing(() => forgetDeleted(connection, until)),
    overruled: () => overruled(connection),
    checkData: () => writing(() => checkData(connection, rules)),
    role: lock.role,
    takeOver: lock.takeOver,
    close,
  });
};
