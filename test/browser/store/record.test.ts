import { describe, expect, test } from 'vitest';
import { NEW_CARD, review } from '../../../src/schedule/sm2.ts';
import type { Session } from '../../../src/store/session.ts';
import { SKILL } from '../../schedule/log.ts';
import { draft, kindOf, newName, opened, rawAll, rawPut, rawReviews, valueIn } from './database.ts';

const D = 20_000;
const stampless = { at: D * 86_400_000 + 500_000, day: D, purpose: 'practice', skill: SKILL } as const;

describe('recording', () => {
  test('an answer is in the log and in its card', async () => {
    const name = newName();
    const store = await opened({ name });
    const { entry, card } = valueIn(await store.record(draft(1, 4)));
    expect(entry).toEqual({ ...draft(1, 4), device: 'phone', seq: 1 });
    expect(card?.state).toEqual(review(NEW_CARD, 4));
    expect(await rawReviews(name)).toEqual([entry]);
    expect(await rawAll(name, 'cards')).toEqual([card]);
    expect(valueIn(await store.cards())).toEqual(new Map([[SKILL, card]]));
  });

  test('entries are numbered without a gap, also all at once and after reopening', async () => {
    const name = newName();
    const store = await opened({ name });
    const many = await Promise.all(Array.from({ length: 20 }, (_, index) => store.record(draft(index, 5))));
    expect(many.map(result => valueIn(result).entry.seq).toSorted((a, b) => a - b)).toEqual(many.map((_, index) => index + 1));
    store.close();
    const again = await opened({ name, newDevice: () => 'other' });
    expect(valueIn(await again.record(draft(99, 5))).entry).toMatchObject({ device: 'phone', seq: 21 });
  });

  test('the same answer handed over twice is saved once', async () => {
    const store = await opened();
    const first = valueIn(await store.record(draft(1, 2)));
    expect(valueIn(await store.record(draft(1, 2)))).toEqual(first);
    expect(valueIn(await store.entriesOfSkill(SKILL))).toHaveLength(1);
  });

  test('what could not be read back is not stored', async () => {
    const store = await opened();
    expect(kindOf(await store.record(draft(1, 4, { skill: 'no id' })))).toBe('invalid');
    expect(valueIn(await store.entriesOfDays(0, D + 1))).toEqual([]);
  });

  test('free practice is kept and leaves the card alone', async () => {
    const store = await opened();
    expect(valueIn(await store.record(draft(1, 5, { purpose: 'free' }))).card).toBeUndefined();
    expect(valueIn(await store.cards()).size).toBe(0);
  });
});

describe('taking back', () => {
  test('an undo restores the card before exactly, and is an entry of its own', async () => {
    const store = await opened();
    await store.record(draft(1, 5));
    const before = valueIn(await store.cards());
    const { entry } = valueIn(await store.record(draft(2, 0, { day: D + 1 })));
    const undo = { ...stampless, kind: 'undo', day: D + 1, target: `phone:${entry.seq}` } as const;
    await store.record(undo);
    expect(valueIn(await store.cards())).toEqual(before);
    expect(valueIn(await store.entriesOfSkill(SKILL))).toHaveLength(3);
  });

  test('undoing the only answer leaves no card', async () => {
    const store = await opened();
    await store.record(draft(1, 5));
    expect(valueIn(await store.record({ ...stampless, kind: 'undo', target: 'phone:1' })).card).toBeUndefined();
    expect(valueIn(await store.cards()).size).toBe(0);
  });

  test('"my answer was right" counts as 4', async () => {
    const store = await opened();
    await store.record(draft(1, 1));
    const { card } = valueIn(await store.record({ ...stampless, kind: 'override', target: 'phone:1' }));
    expect(card?.state).toEqual(review(NEW_CARD, 4));
  });

  test('"my answer was right" said at once is saved with the answer, also when it is handed over twice', async () => {
    const name = newName();
    const store = await opened({ name });
    for (let i = 0; i < 2; i++) {
      const { entry, card } = valueIn(await store.record(draft(1, 1), undefined, true));
      expect(entry).toMatchObject({ kind: 'answer', quality: 1 });
      expect(card?.state).toEqual(review(NEW_CARD, 4));
    }
    expect(await rawReviews(name)).toMatchObject([
      { kind: 'answer', seq: 1 },
      { kind: 'override', seq: 2, target: 'phone:1' },
    ]);
  });
});

describe('moves of other skills’ due days', () => {
  const other = 'probability/bayes-rule';
  const move = (at: number) => ({ ...stampless, at, skill: other, kind: 'move-due', due: D + 9 }) as const;
  const begun = async () => {
    const name = newName();
    const store = await opened({ name });
    await store.record(draft(1, 5, { skill: other }));
    return { name, store, before: valueIn(await store.cards()) };
  };

  test('are saved with the answer, once, also when it is handed over twice', async () => {
    const { name, store } = await begun();
    const lapse = draft(2, 1);
    for (let i = 0; i < 2; i++) {
      const { others } = valueIn(await store.record(lapse, undefined, false, [move(lapse.at)]));
      expect(others).toMatchObject([{ skill: other, due: D + 9 }]);
    }
    expect(await rawReviews(name)).toMatchObject([{ kind: 'answer' }, { kind: 'answer' }, { kind: 'move-due', skill: other }]);
    expect(valueIn(await store.cards()).get(other)?.due).toBe(D + 9);
    expect(valueIn(await store.checkData()).mended).toEqual([]);
  });

  test.each(['undo', 'override'] as const)('go back with an %s of the answer, and no others do', async kind => {
    const { store, before } = await begun();
    await store.record({ ...move(D * 86_400_000 + 1500), due: D + 3 });
    const lapse = draft(2, 1);
    const { entry } = valueIn(await store.record(lapse, undefined, false, [move(lapse.at)]));
    await store.record(draft(3, 5, { skill: 'area/third' }));
    const { others } = valueIn(await store.record({ ...stampless, kind, target: `phone:${entry.seq}` }));
    expect(others).toMatchObject([{ skill: other, due: D + 3 }]);
    expect(valueIn(await store.cards()).get(other)).toEqual({ ...before.get(other), due: D + 3 });
    expect(valueIn(await store.checkData()).mended).toEqual([]);
  });

  test('nothing is saved where one of them cannot be', async () => {
    const { name, store } = await begun();
    expect(kindOf(await store.record(draft(2, 1), undefined, false, [{ ...move(1), due: -1 }]))).toBe('invalid');
    expect(await rawReviews(name)).toHaveLength(1);
  });
});

test('an answer dated before others, as after a clock set back, gives what a replay of all gives', async () => {
  const store = await opened();
  await store.record(draft(1, 5, { day: D + 5 }));
  const { card } = valueIn(await store.record(draft(2, 4, { day: D })));
  expect(card?.state).toEqual(review(review(NEW_CARD, 4), 5));
  expect(card).toMatchObject({ started: D, reviewed: D + 5 });
  expect(valueIn(await store.checkData()).mended).toEqual([]);
});

test('entries are found by study day and by skill, in the order of the log', async () => {
  const store = await opened();
  const other = 'probability/bayes-rule';
  await store.record(draft(3, 5, { day: D + 1 }));
  await store.record(draft(1, 4));
  await store.record(draft(2, 3, { skill: other }));
  const qualities = (entries: readonly object[]) => entries.map(entry => 'quality' in entry && entry.quality);
  expect(qualities(valueIn(await store.entriesOfDays(D, D)))).toEqual([4, 3]);
  expect(qualities(valueIn(await store.entriesOfDays(D, D + 1)))).toEqual([4, 3, 5]);
  expect(qualities(valueIn(await store.entriesOfSkill(SKILL)))).toEqual([4, 5]);
  expect(valueIn(await store.entriesOfSkill('calculus/chain'))).toEqual([]);
});

describe('the session under way', () => {
  const session: Session = {
    purpose: 'practice',
    day: D,
    startedAt: D * 86_400_000,
    activeSeconds: 41.5,
    length: 10,
    minutes: 0,
    plan: [{ skill: SKILL, role: 'new' }],
    done: [{ skill: SKILL, role: 'new', quality: 4, id: 'phone:1', from: 0, added: 0 }],
    current: {
      skill: SKILL,
      role: 'drill',
      level: 2,
      seed: 'x:1',
      version: 1,
      typed: ['2x+', ''],
      answers: [['2', '3']],
      verdicts: ['wrong'],
      hints: 1,
      shown: false,
      overridden: false,
      activeSeconds: 7,
      saved: '',
      retracted: false,
    },
  };

  test('is found again down to the half-typed answer', async () => {
    const name = newName();
    const store = await opened({ name });
    expect(valueIn(await store.session())).toBeUndefined();
    await store.saveSession(session);
    store.close();
    const again = await opened({ name });
    expect(valueIn(await again.session())).toEqual(session);
    await again.saveSession(undefined);
    expect(valueIn(await again.session())).toBeUndefined();
  });

  test('is saved in one with the answer', async () => {
    const store = await opened();
    await store.record(draft(1, 4), { ...session, current: null });
    expect(valueIn(await store.session())).toEqual({ ...session, current: null });
  });

  test('one that an earlier version left is gone on with', async () => {
    const name = newName();
    const store = await opened({ name });
    store.close();
    const { length: _, minutes: __, ...rest } = session;
    const { retracted: ___, ...current } = rest.current ?? {};
    const done = [{ skill: SKILL, quality: 4, id: 'phone:1' }];
    await rawPut(name, 'session', { ...rest, done, current }, 'own');
    const again = await opened({ name });
    const role = { role: 'due', from: 1, added: 0 };
    expect(valueIn(await again.session())).toEqual({ ...session, done: [{ ...done[0], ...role }] });
  });

  test('a placement has its own beside it', async () => {
    const store = await opened();
    const placement: Session = { ...session, purpose: 'placement', plan: [] };
    await store.saveSession(session);
    await store.record(draft(1, 4, { purpose: 'placement' }), placement);
    expect(valueIn(await store.session())).toEqual(session);
    expect(valueIn(await store.session('placement'))).toEqual(placement);
    await store.saveSession(undefined, 'placement');
    expect([valueIn(await store.session()), valueIn(await store.session('placement'))]).toEqual([session, undefined]);
  });

  test('one of another shape, from another version, is none', async () => {
    const store = await opened();
    await store.saveSession({ ...session, day: -1 });
    expect(valueIn(await store.session())).toBeUndefined();
  });
});

test('settings and sets are kept', async () => {
  const store = await opened();
  await store.saveSetting('theme', 'dark');
  await store.saveSetting('newPerDay', 2);
  await store.saveSetting('theme', 'light');
  expect(valueIn(await store.settings())).toEqual({ theme: 'light', newPerDay: 2 });
  expect(kindOf(await store.saveSetting('__proto__', 1))).toBe('invalid');
  const set = { from: 'received', run: null, results: [] } as const;
  await store.saveSet({ ...set, link: '#set/b', at: 2 });
  await store.saveSet({ ...set, link: '#set/a', at: 1 });
  await store.removeSet('#set/b');
  expect(valueIn(await store.sets())).toEqual([{ ...set, link: '#set/a', at: 1 }]);
  expect(kindOf(await store.saveSet({ ...set, link: 'x'.repeat(2001), at: 1 }))).toBe('invalid');
});
