import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/schedule/checked.ts';
import type { Entry } from '../../../src/schedule/entry.ts';
import { LONGEST_BACKUP, readBackup, writeBackup } from '../../../src/store/backup.ts';
import { canonical } from '../../../src/store/canonical.ts';
import type { Store } from '../../../src/store/store.ts';
import { answer, logs, SKILL } from '../../schedule/log.ts';
import { draft, kindOf, opened, valueIn } from './database.ts';

const filled = async (device: string, days: readonly number[]): Promise<Store> => {
  const store = await opened({ newDevice: () => device });
  for (const [index, day] of days.entries()) await store.record(draft(index, index % 3 === 1 ? 2 : 5, { day: 20_000 + day }));
  return store;
};

const exported = async (store: Store): Promise<string> => valueIn(await store.exportBackup());

describe('the file', () => {
  test('is the same bytes for the same state, however it came about', async () => {
    const clock = { at: 0 };
    const [a, b] = [await opened({ now: () => clock.at }), await opened({ now: () => clock.at })];
    const set = async (store: Store, at: number, key: string, value: Json) => {
      clock.at = at;
      await store.saveSetting(key, value);
    };
    await set(a, 7, 'theme', 'dark');
    await set(a, 5, 'length', 10);
    await set(b, 5, 'length', 10);
    await set(b, 6, 'theme', 'light');
    await set(b, 7, 'theme', 'dark');
    for (const store of [a, b]) await store.record(draft(1, 5));
    expect(await exported(a)).toBe(await exported(b));
    expect(await exported(a)).toMatch(/^\{"app":"gradus","format":1,"reviews":\[/);
  });

  test('is read as it was written', () => {
    fc.assert(
      fc.property(logs, log => {
        const state = {
          reviews: [...log],
          settings: { theme: 'dark', pace: { length: 10 } },
          sets: [{ link: 'x', at: 1, from: 'made' as const, run: null, results: [] }],
        };
        const text = writeBackup(state);
        expect(readBackup(text)).toEqual({ ok: true, value: state });
        expect(writeBackup({ ...state, reviews: log.toReversed() })).toBe(text);
      }),
    );
  });

  test('canonical text does not depend on the order of keys, and is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(canonical({ b: 1, a: { d: [1, null], c: 'é' } })).toBe('{"a":{"c":"é","d":[1,null]},"b":1}');
  });
});

describe('replacing', () => {
  test('gives the same state on another phone', async () => {
    const phone = await filled('phone', [0, 1, 6, 6]);
    await phone.saveSetting('theme', 'dark');
    await phone.saveSet({ link: '#s', at: 5, from: 'made', run: null, results: [] });
    const other = await filled('other', [3]);
    valueIn(await other.importBackup(await exported(phone), 'replace', 1));
    expect(await exported(other)).toBe(await exported(phone));
    expect(valueIn(await other.cards())).toEqual(valueIn(await phone.cards()));
    expect(valueIn(await other.record(draft(50, 5, { day: 20_050 }))).entry).toMatchObject({ device: 'other', seq: 2 });
  });

  test('an older state of this phone does not make it number entries anew', async () => {
    const phone = await filled('phone', [0]);
    const old = await exported(phone);
    await phone.record(draft(60, 5, { day: 20_001 }));
    valueIn(await phone.importBackup(old, 'replace', 1));
    expect(valueIn(await phone.record(draft(61, 5, { day: 20_002 }))).entry.seq).toBe(3);
  });
});

describe('merging', () => {
  test('two phones’ files come to one state, whichever takes in the other', async () => {
    const [phone, tablet] = [await filled('phone', [0, 2, 4, 9]), await filled('tablet', [1, 2, 7])];
    const [ours, theirs] = [await exported(phone), await exported(tablet)];
    expect(valueIn(await phone.previewBackup(theirs))).toMatchObject({ added: 3, same: 0, different: 0, onlyHere: 4 });
    valueIn(await phone.importBackup(theirs, 'merge', 1));
    valueIn(await tablet.importBackup(ours, 'merge', 1));
    expect(await exported(phone)).toBe(await exported(tablet));
    expect(valueIn(await phone.cards())).toEqual(valueIn(await tablet.cards()));
    expect(valueIn(await phone.importBackup(theirs, 'merge', 2))).toMatchObject({ added: 0, same: 3 });
    expect(await exported(phone)).toBe(await exported(tablet));
  });

  test('any two logs come to the same bytes and cards, whichever takes in the other, and twice the same again', async () => {
    const text = (log: readonly Entry[], theme: string, at: number): string =>
      writeBackup({ reviews: [...log], settings: { theme, opened: [theme], 'set-at': { theme: at } }, sets: [] });
    const merged = async (first: string, ...more: readonly string[]) => {
      const store = await opened();
      valueIn(await store.importBackup(first, 'replace', 1));
      for (const file of more) valueIn(await store.importBackup(file, 'merge', 2));
      const state = { text: await exported(store), cards: valueIn(await store.cards()) };
      store.close();
      return state;
    };
    await fc.assert(
      fc.asyncProperty(logs, logs, async (one, other) => {
        const [a, b] = [text(one, 'dark', 5), text(other, 'light', 9)];
        const both = await merged(a, b);
        expect(await merged(b, a)).toEqual(both);
        expect(await merged(a, b, b, a)).toEqual(both);
      }),
      { numRuns: 12 },
    );
  });

  test('of two settings the one that was set last holds, on both devices', async () => {
    const clock = { at: 0 };
    const [phone, tablet] = [await opened({ now: () => clock.at }), await opened({ now: () => clock.at })];
    for (const [store, at, key, value] of [
      [phone, 10, 'theme', 'dark'],
      [phone, 40, 'newPerDay', 1],
      [tablet, 20, 'newPerDay', 5],
      [tablet, 30, 'theme', 'light'],
    ] as const) {
      clock.at = at;
      await store.saveSetting(key, value);
    }
    const [ours, theirs] = [await exported(phone), await exported(tablet)];
    valueIn(await phone.importBackup(theirs, 'merge', 1));
    valueIn(await tablet.importBackup(ours, 'merge', 1));
    expect(valueIn(await phone.settings())).toEqual({ theme: 'light', newPerDay: 1 });
    expect(await exported(phone)).toBe(await exported(tablet));
  });

  test('of two answers by one name the later one stays on both devices, which then write under names of their own', async () => {
    const named = (...names: string[]) => opened({ newDevice: () => names.shift() ?? '' });
    const [old, moved] = [await named('phone', 'phone-2'), await named('phone', 'phone-3')];
    await old.record(draft(1, 5));
    await moved.record(draft(9, 2));
    const [ours, theirs] = [await exported(old), await exported(moved)];
    expect(valueIn(await old.importBackup(theirs, 'merge', 1))).toMatchObject({ added: 0, same: 0, different: 1 });
    valueIn(await moved.importBackup(ours, 'merge', 1));
    expect(valueIn(await old.entriesOfSkill(SKILL))).toMatchObject([{ quality: 2 }]);
    expect(await exported(old)).toBe(await exported(moved));
    const [mine, yours] = [await old.record(draft(20, 5, { day: 20_001 })), await moved.record(draft(21, 5, { day: 20_001 }))];
    expect(valueIn(mine).entry.device).toBe('phone-2');
    expect(valueIn(yours).entry.device).toBe('phone-3');
    expect(valueIn(await old.importBackup(await exported(moved), 'merge', 2))).toMatchObject({ added: 1, different: 0 });
  });

  test('lists of both, such as the skills that were open once, are put together by a merge', async () => {
    const [store, other] = [await opened(), await opened()];
    await store.saveSetting('opened', ['area/a', 'area/b']);
    await other.saveSetting('opened', ['area/b', 'area/c']);
    await other.saveSetting('placed', { since: 1 });
    valueIn(await store.importBackup(await exported(other), 'merge', 1));
    expect(valueIn(await store.settings())).toEqual({ opened: ['area/a', 'area/b', 'area/c'], placed: { since: 1 } });
  });

  test('a forged file that uses up this phone’s numbers does not stop it', async () => {
    const names = ['phone', 'phone-again'];
    const store = await opened({ newDevice: () => names.shift() ?? '' });
    await store.record(draft(1, 5));
    const text = writeBackup({ reviews: [answer(1_000_000_000, 5)], settings: {}, sets: [] });
    valueIn(await store.importBackup(text, 'merge', 1));
    const { entry } = valueIn(await store.record(draft(7, 5, { day: 20_100 })));
    expect(entry).toMatchObject({ device: 'phone-again', seq: 1 });
    expect(readBackup(await exported(store)).ok).toBe(true);
  });
});

describe('states kept', () => {
  test('an import can be taken back, and that too', async () => {
    const store = await filled('phone', [0, 1]);
    const [before, cards] = [await exported(store), valueIn(await store.cards())];
    const after = await exported(await filled('tablet', [5]));
    valueIn(await store.importBackup(after, 'replace', 77));
    const [kept] = valueIn(await store.snapshots());
    expect(kept).toMatchObject({ at: 77, reviews: 2 });
    valueIn(await store.restoreSnapshot(kept?.id ?? 0, 78));
    expect(await exported(store)).toBe(before);
    expect(valueIn(await store.cards())).toEqual(cards);
    const latest = valueIn(await store.snapshots()).at(-1);
    valueIn(await store.restoreSnapshot(latest?.id ?? 0, 79));
    expect(await exported(store)).toBe(after);
  });

  const times = async (store: Store) => valueIn(await store.snapshots()).map(({ at }) => at);

  test('the latest three are kept, and the one put back', async () => {
    const store = await filled('phone', [0]);
    const files = await Promise.all([1, 2, 3, 4, 5].map(async day => exported(await filled(`d${day}`, [day]))));
    for (const [index, file] of files.entries()) await store.importBackup(file, 'replace', index);
    expect(await times(store)).toEqual([2, 3, 4]);
    const [oldest] = valueIn(await store.snapshots());
    valueIn(await store.restoreSnapshot(oldest?.id ?? 0, 9));
    expect(await exported(store)).toBe(files[1]);
    expect(await times(store)).toEqual([2, 3, 4, 9]);
    await store.saveSetting('theme', 'dark');
    valueIn(await store.importBackup(files[0] ?? '', 'replace', 10));
    expect(await times(store)).toEqual([4, 9, 10]);
  });

  test('going back and forth between two states pushes out no third', async () => {
    const store = await filled('phone', [0]);
    const files = await Promise.all([1, 2].map(async day => exported(await filled(`d${day}`, [day]))));
    for (const [index, file] of files.entries()) await store.importBackup(file, 'replace', index);
    for (let turn = 0; turn < 6; turn++) {
      const latest = valueIn(await store.snapshots()).at(-1);
      valueIn(await store.restoreSnapshot(latest?.id ?? 0, 10 + turn));
    }
    expect(await times(store)).toEqual([0, 14, 15]);
  });

  test('an empty phone keeps nothing of its emptiness; what is not kept cannot come back', async () => {
    const store = await opened();
    valueIn(await store.importBackup(await exported(await filled('tablet', [1])), 'merge', 1));
    expect(valueIn(await store.snapshots())).toEqual([]);
    expect(kindOf(await store.restoreSnapshot(5, 1))).toBe('no-snapshot');
  });
});

describe('a broken file', () => {
  const sound = { app: 'gradus', format: 1, reviews: [answer(1, 5)], settings: {}, sets: [] };

  test.each<[string, string, string]>([
    ['nothing', '', 'unreadable-file'],
    ['half a file', JSON.stringify(sound).slice(0, -9), 'unreadable-file'],
    ['a picture', '\u0089PNG\r\n', 'unreadable-file'],
    ['null', 'null', 'unreadable-file'],
    ['another app’s', '{"app":"other","format":1}', 'unreadable-file'],
    ['a newer one', JSON.stringify({ ...sound, format: 2, more: 1 }), 'newer-file'],
    ['a format of no number', JSON.stringify({ ...sound, format: '1' }), 'unreadable-file'],
    ['a field more', JSON.stringify({ ...sound, cards: [] }), 'unreadable-file'],
    ['a field less', JSON.stringify({ ...sound, sets: undefined }), 'unreadable-file'],
    ['a review that is none', JSON.stringify({ ...sound, reviews: [answer(1, 5), null] }), 'unreadable-file'],
    ['a review twice', JSON.stringify({ ...sound, reviews: [answer(1, 5), answer(1, 5)] }), 'unreadable-file'],
    [
      'a prototype planted',
      '{"__proto__":{"x":1},"app":"gradus","format":1,"reviews":[],"settings":{},"sets":[]}',
      'unreadable-file',
    ],
    [
      'a prototype in settings',
      '{"app":"gradus","format":1,"reviews":[],"settings":{"__proto__":1},"sets":[]}',
      'unreadable-file',
    ],
    ['a setting’s name of markup', '{"app":"gradus","format":1,"reviews":[],"settings":{"<b>":1},"sets":[]}', 'unreadable-file'],
    ['nesting without end', '['.repeat(1_000_000), 'unreadable-file'],
    [
      'deep nesting',
      `{"app":"gradus","format":1,"reviews":[],"settings":{"a":${'['.repeat(5000)}${']'.repeat(5000)}},"sets":[]}`,
      'unreadable-file',
    ],
    ['more than 100 MB', ' '.repeat(LONGEST_BACKUP + 1), 'too-large'],
  ])('%s is refused in words and changes nothing', async (_, text, kind) => {
    const store = await filled('phone', [0]);
    const before = await exported(store);
    expect(kindOf(await store.previewBackup(text))).toBe(kind);
    const result = await store.importBackup(text, 'replace', 1);
    expect(result).toMatchObject({ ok: false, problem: { kind, says: expect.stringMatching(/nothing was changed\.$/i) } });
    expect(await exported(store)).toBe(before);
    expect(valueIn(await store.snapshots())).toEqual([]);
  });

  test('no text makes reading throw', () => {
    const text = JSON.stringify(sound);
    const cut = fc.tuple(fc.nat(text.length), fc.nat(8), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(cut, ([from, length, instead]) => {
        const result = readBackup(text.slice(0, from) + instead + text.slice(from + length));
        if (!result.ok) expect(result.problem.says).toMatch(/\.$/);
      }),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(fc.json(), value => !readBackup(value).ok));
  });
});
