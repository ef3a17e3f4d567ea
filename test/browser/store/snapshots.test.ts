// States kept: one a week, none good pushed out by putting another back, and what was deleted, for a while.
import { describe, expect, test } from 'vitest';
import { unpack } from '../../../src/store/packing.ts';
import type { Snapshot } from '../../../src/store/schema.ts';
import type { Store } from '../../../src/store/store.ts';
import { answer } from '../../schedule/log.ts';
import { draft, kindOf, newName, opened, rawAll, rawPut, valueIn } from './database.ts';

const DAY = 86_400_000;
const exported = async (store: Store): Promise<string> => valueIn(await store.exportBackup());
const kept = async (store: Store) => valueIn(await store.snapshots()).map(({ at, why }) => [why, at / DAY]);

/** What each of them holds. */
const texts = async (name: string) => Promise.all((await rawAll<Snapshot>(name, 'snapshots')).map(({ text }) => unpack(text)));

/** A store, and answers for it, each on a day of its own. */
const store = async () => {
  const name = newName();
  let devices = 0;
  const here = await opened({ name, newDevice: () => `phone-${++devices}` });
  let many = 0;
  const practise = async () => {
    many++;
    valueIn(await here.record(draft(many, 5, { day: 20_000 + many })));
  };
  return { name, here, practise };
};

describe('by itself', () => {
  test('a state is kept once a week; where nothing was done since, none is pushed out', async () => {
    const { here, practise } = await store();
    expect(valueIn(await here.keepWeekly(0))).toBe(false);
    for (let day = 0; day < 40; day++) {
      await practise();
      valueIn(await here.keepWeekly(day * DAY));
    }
    expect(await kept(here)).toEqual([21, 28, 35].map(day => ['week', day]));
    for (const day of [42, 49, 80]) valueIn(await here.keepWeekly(day * DAY));
    expect(await kept(here)).toEqual([28, 35, 80].map(day => ['week', day]));
  });

  test('a clock that was years ahead once does not stop it', async () => {
    const { here, practise } = await store();
    await practise();
    valueIn(await here.keepWeekly(9000 * DAY));
    await practise();
    expect(valueIn(await here.keepWeekly(30 * DAY))).toBe(true);
  });

  test('the fullest one outlives emptier ones, as after the log was lost', async () => {
    const { here, practise } = await store();
    for (let i = 0; i < 9; i++) await practise();
    valueIn(await here.keepWeekly(DAY));
    const full = await exported(here);
    valueIn(await here.importBackup('{"app":"gradus","format":1,"reviews":[],"settings":{},"sets":[]}', 'replace', 2 * DAY));
    for (let week = 2; week < 12; week++) {
      await practise();
      valueIn(await here.keepWeekly(week * 7 * DAY));
    }
    const fullest = valueIn(await here.snapshots()).find(({ reviews }) => reviews === 9);
    valueIn(await here.restoreSnapshot(fullest?.id ?? 0, 99 * DAY));
    expect(await exported(here)).toBe(full);
  });

  test('what an earlier version kept can be put back, and what is damaged says so', async () => {
    const { name, here, practise } = await store();
    await practise();
    const text = '{"app":"gradus","format":1,"reviews":[],"settings":{"theme":"dark"},"sets":[]}\n';
    await rawPut(name, 'snapshots', { id: 7, at: 5 * DAY, reviews: 0, text });
    await rawPut(name, 'snapshots', { id: 8, at: 6 * DAY, why: 'week', reviews: 0, text: new Uint8Array([1, 2, 3]) });
    expect(await kept(here)).toEqual([
      ['change', 5],
      ['week', 6],
    ]);
    expect(kindOf(await here.restoreSnapshot(8, DAY))).toBe('broken-snapshot');
    valueIn(await here.restoreSnapshot(7, DAY));
    expect(valueIn(await here.settings())).toEqual({ theme: 'dark' });
  });
});

describe('putting back', () => {
  test('pushes out no state, however often and whatever was done in between', async () => {
    const { name, here, practise } = await store();
    const files: string[] = [];
    for (let i = 0; i < 4; i++) {
      await practise();
      files.push(await exported(here));
      valueIn(await here.importBackup(files[i] ?? '', 'merge', i * DAY));
    }
    valueIn(await here.keepWeekly(5 * DAY));
    const before = await texts(name);
    for (let turn = 0; turn < 12; turn++) {
      const all = valueIn(await here.snapshots());
      valueIn(await here.restoreSnapshot(all[turn % all.length]?.id ?? 0, (10 + turn) * DAY));
      if (turn % 3 > 0) await practise();
    }
    expect(await texts(name)).toEqual(expect.arrayContaining([...before]));
    expect(before).toContain(files[3]);
  });

  test('a state with an entry that cannot be read comes back with it', async () => {
    const { name, here, practise } = await store();
    await practise();
    const broken = { ...answer(7, 5, { day: 20_050 }), skill: 12, more: { a: [null] } };
    await rawPut(name, 'reviews', broken);
    const before = await exported(here);
    valueIn(await here.importBackup('{"app":"gradus","format":1,"reviews":[],"settings":{},"sets":[]}', 'replace', DAY));
    expect(await rawAll(name, 'reviews')).toEqual([]);
    valueIn(await here.restoreSnapshot(valueIn(await here.snapshots())[0]?.id ?? 0, 2 * DAY));
    expect(await exported(here)).toBe(before);
    expect(await rawAll(name, 'reviews')).toContainEqual(broken);
  });
});

describe('deleting everything', () => {
  const full = async () => {
    const all = await store();
    await all.practise();
    await all.here.saveSetting('theme', 'dark');
    await all.here.saveSet({ link: '#/set/A', at: 1, from: 'made', run: null, results: [] });
    valueIn(await all.here.keepWeekly(DAY));
    return all;
  };

  test('leaves nothing in any store but the states kept', async () => {
    const { name, here } = await full();
    valueIn(await here.deleteEverything(2 * DAY));
    for (const each of ['reviews', 'cards', 'settings', 'sets', 'session', 'progress'])
      expect(await rawAll(name, each), each).toEqual([]);
    expect(await rawAll(name, 'meta')).toEqual([{ origin: expect.any(Number), number: expect.any(Number) }]);
    expect(valueIn(await here.cards()).size).toBe(0);
    expect(await kept(here)).toEqual([
      ['week', 1],
      ['deleted', 2],
    ]);
  });

  test('can be taken back, with what was practised since', async () => {
    const { here, practise } = await full();
    const before = await exported(here);
    valueIn(await here.deleteEverything(2 * DAY));
    valueIn(await here.restoreSnapshot(valueIn(await here.snapshots()).at(-1)?.id ?? 0, 3 * DAY));
    expect(await exported(here)).toBe(before);
    valueIn(await here.deleteEverything(4 * DAY));
    await practise();
    const deleted = valueIn(await here.snapshots()).find(({ why }) => why === 'deleted');
    valueIn(await here.restoreSnapshot(deleted?.id ?? 0, 5 * DAY));
    expect(valueIn(await here.checkData())).toMatchObject({ reviews: 2, mended: [] });
    expect(valueIn(await here.settings())).toEqual({ theme: 'dark' });
    // What came back is not let go of any more.
    valueIn(await here.forgetDeleted(99 * DAY));
    expect(valueIn(await here.checkData())).toMatchObject({ reviews: 2 });
    expect((await kept(here)).map(([why]) => why)).not.toContain('deleted');
  });

  test('ends with nothing left at all, not even states kept before', async () => {
    const { name, here, practise } = await full();
    valueIn(await here.deleteEverything(2 * DAY));
    valueIn(await here.forgetDeleted(DAY));
    expect((await kept(here)).length).toBe(2);
    await practise();
    valueIn(await here.keepWeekly(9 * DAY));
    valueIn(await here.forgetDeleted(2 * DAY));
    expect(await kept(here)).toEqual([['week', 9]]);
    expect(await rawAll(name, 'snapshots')).toHaveLength(1);
  });

  test('of an empty phone keeps nothing', async () => {
    const here = await opened();
    valueIn(await here.deleteEverything(DAY));
    expect(await kept(here)).toEqual([]);
  });
});
