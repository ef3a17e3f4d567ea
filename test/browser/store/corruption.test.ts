// "Check my data" on damaged data: every kind of damage is found and mended, no entry of the log is let go, and the rest goes on.
import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/schedule/card.ts';
import { type AnswerEntry, entryId } from '../../../src/schedule/entry.ts';
import { replay } from '../../../src/schedule/replay.ts';
import { readBackup } from '../../../src/store/backup.ts';
import type { CheckReport } from '../../../src/store/check.ts';
import type { Session } from '../../../src/store/session.ts';
import type { Store } from '../../../src/store/store.ts';
import { draft, newName, opened, rawAll, rawDelete, rawPut, rawReviews, rules, valueIn } from './database.ts';

const SKILLS = ['calculus/chain-rule', 'probability/bayes-rule', 'optimization/adam-step'];
const session: Session = {
  ...{ purpose: 'practice', day: 20_000, startedAt: 1, activeSeconds: 0, length: 10, minutes: 0 },
  ...{ plan: [], done: [], current: null },
};

/** A store in use: three skills over two weeks, one answer taken back, one overruled, settings, a set, a session and states kept. */
const inUse = async (): Promise<{ readonly name: string; readonly store: Store }> => {
  const name = newName();
  const store = await opened({ name });
  for (let i = 0; i < 12; i++) {
    const facts = { day: 20_000 + i, skill: SKILLS[i % 3] ?? '' };
    const quality = ([5, 5, 1, 4] as const)[i % 4] ?? 5;
    const { entry } = valueIn(await store.record(draft(i + 1, quality, facts), session));
    const about = { purpose: 'practice', skill: entry.skill, at: entry.at + 1, day: entry.day, target: entryId(entry) } as const;
    if (i === 5 || i === 6) valueIn(await store.record({ ...about, kind: i === 5 ? 'undo' : 'override' }));
  }
  await store.saveSetting('theme', 'dark');
  await store.saveSetting('opened', SKILLS);
  await store.saveSet({ link: '#/set/A', at: 5, from: 'made', run: null, results: ['#/result/a'] });
  valueIn(await store.keepWeekly(9));
  return { name, store };
};

/** Does its damage to the records that a seed picks, and says how the check has to tell of it. */
type Kind = {
  readonly damage: (name: string, seed: number) => Promise<unknown>;
  readonly found: (report: CheckReport) => boolean;
};

const pick = <T>(all: readonly T[], seed: number): T => {
  const found = all[(seed * 7919) % all.length];
  if (found === undefined) throw new Error('nothing to damage');
  return found;
};

const card = (change: (card: Card) => object): Kind => ({
  damage: async (name, seed) => {
    const found = pick(await rawAll<Card>(name, 'cards'), seed);
    await rawPut(name, 'cards', { ...found, ...change(found) });
  },
  found: ({ mended }) => mended.length === 1,
});

const answerEntry = async (name: string, seed: number): Promise<AnswerEntry> =>
  pick(
    (await rawReviews(name)).filter(each => each.kind === 'answer'),
    seed,
  );

const entry = (change: object, outcome: 'repaired' | 'unreadable'): Kind => ({
  damage: async (name, seed) => rawPut(name, 'reviews', { ...(await answerEntry(name, seed)), ...change }),
  found: report => report[outcome].length === 1,
});

const without = (field: string, outcome: 'repaired' | 'unreadable'): Kind => ({
  ...entry({}, outcome),
  damage: async (name, seed) => {
    const { [field as 'day']: _, ...rest } = await answerEntry(name, seed);
    await rawPut(name, 'reviews', rest);
  },
});

const cleared = (what: keyof CheckReport['cleared'], damage: Kind['damage']): Kind => ({
  damage,
  found: report => report.cleared[what] === 1,
});

const KINDS: Readonly<Record<string, Kind>> = {
  'a card due on another day': card(({ due }) => ({ due: due + 30 })),
  'a card with another interval': card(({ state }) => ({ state: { ...state, interval: 999n } })),
  'a card with an interval of the wrong type': card(({ state }) => ({ state: { ...state, interval: 'six' } })),
  'a card of another level': card(() => ({ level: 99 })),
  'a card that is none': card(({ skill }) => ({ skill, state: null, half: 5, times: undefined })),
  'a card that is missing': {
    ...card(() => ({})),
    damage: async (name, seed) => rawDelete(name, 'cards', pick(await rawAll<Card>(name, 'cards'), seed).skill),
  },
  'a card of a skill that was never practised': card(() => ({ skill: 'area/of-no-review' })),
  'no cards at all': {
    damage: name => rawDelete(name, 'cards'),
    found: ({ mended }) => mended.length === SKILLS.length,
  },
  'a device’s record that counts less than the log': cleared('name', name =>
    rawPut(name, 'meta', { device: 'phone', seq: 2, rules: rules.stamp }, 'own'),
  ),
  'a device’s record that is gone': cleared('name', name => rawDelete(name, 'meta')),
  'a device’s record that is none': cleared('name', name => rawPut(name, 'meta', { device: 5, seq: Number.NaN }, 'own')),
  'an answer of a quality that is none': entry({ quality: 9 }, 'repaired'),
  'an answer whose time is no number': entry({ activeSeconds: Number.NaN }, 'repaired'),
  'an answer with a verdict that is none': entry({ verdicts: ['splendid'] }, 'repaired'),
  'an answer with a field that nobody knows': entry({ mood: 'good' }, 'repaired'),
  'an answer whose level is lost': entry({ level: null }, 'repaired'),
  'an answer whose exercise is lost': without('given', 'repaired'),
  'an answer whose day is lost': without('day', 'repaired'),
  'an answer whose instant is lost': without('at', 'repaired'),
  'an answer of no skill': entry({ skill: '' }, 'unreadable'),
  'an answer whose skill is lost': without('skill', 'unreadable'),
  'an entry of an unknown kind': entry({ kind: 'guess' }, 'unreadable'),
  'an entry of which only the place is left': {
    ...entry({}, 'unreadable'),
    damage: async (name, seed) => {
      const { device, seq } = await answerEntry(name, seed);
      await rawPut(name, 'reviews', { device, seq });
    },
  },
  'an undo that names nothing': {
    ...entry({}, 'unreadable'),
    damage: async name => {
      const undo = (await rawReviews(name)).find(({ kind }) => kind === 'undo');
      await rawPut(name, 'reviews', { ...undo, target: '' });
    },
  },
  'a setting of an impossible name': cleared('settings', name => rawPut(name, 'settings', 1, '<b>')),
  'a setting nested too deep': cleared('settings', name => rawPut(name, 'settings', [[[[[[[[1]]]]]]]], 'theme')),
  'times of settings that are none': cleared('settings', name => rawPut(name, 'settings', 'noon', 'set-at')),
  'a set whose run is none': cleared('sets', name =>
    rawPut(name, 'sets', { link: '#/set/A', at: 5, from: 'made', run: 'far', results: ['#/result/a', 7] }),
  ),
  'a set with a link that is none': cleared('sets', name => rawPut(name, 'sets', { link: 'x'.repeat(3000), at: 5 })),
  'a session that is none': cleared('sessions', name => rawPut(name, 'session', { purpose: 'party' }, 'own')),
  'a drawing that is none': cleared('sessions', name => rawPut(name, 'session', { steps: 'many' }, 'scratch/x')),
  'a kept state that is damaged': cleared('states', name =>
    rawPut(name, 'snapshots', { id: 9, at: 5, why: 'week', reviews: 3, text: new Uint8Array([31, 139, 8, 0, 1]) }),
  ),
};

const names = async (name: string): Promise<readonly string[]> => (await rawReviews(name)).map(entryId).toSorted();

describe('damage', () => {
  test.each(Object.entries(KINDS))('%s is found and mended, and no entry is lost', async (_, { damage, found }) => {
    for (const seed of [1, 2, 3]) {
      const { name, store } = await inUse();
      const before = await names(name);
      await damage(name, seed);
      const report = valueIn(await store.checkData());
      expect(found(report), JSON.stringify(report)).toBe(true);
      expect(await names(name)).toEqual(before);
      // The schedule is what the log says, and a file can be written and read again.
      const log = valueIn(await store.entriesOfDays(0, 30_000));
      expect(valueIn(await store.cards())).toEqual(replay(log, rules));
      expect(log.length + report.unreadable.length).toBe(before.length);
      const file = readBackup(valueIn(await store.exportBackup()));
      if (!file.ok) throw new Error(file.problem.detail);
      expect([file.value.reviews.length, file.value.damaged?.length ?? 0]).toEqual([log.length, report.unreadable.length]);
      expect(valueIn(await store.sets()).map(({ link }) => link)).toContain('#/set/A');
      // The second check finds nothing more, and practice goes on.
      const again = valueIn(await store.checkData());
      expect({ ...again.cleared, mended: again.mended, repaired: again.repaired }).toEqual({
        ...{ settings: 0, sets: 0, sessions: 0, states: 0, name: 0 },
        ...{ mended: [], repaired: [] },
      });
      valueIn(await store.record(draft(40 + seed, 5, { day: 20_060 })));
      expect((await names(name)).length).toBe(before.length + 1);
      store.close();
    }
  });

  test('an entry that is mended counts for no more than it says', async () => {
    const { name, store } = await inUse();
    const wrong = (await rawReviews(name)).find(each => each.kind === 'answer' && each.quality === 1);
    await rawPut(name, 'reviews', { ...wrong, quality: 'perfect' });
    valueIn(await store.checkData());
    const mended = valueIn(await store.entriesOfDays(0, 30_000)).find(each => entryId(each) === (wrong && entryId(wrong)));
    expect(mended).toEqual(wrong);
  });

  test('before any check, what cannot be read stops neither practice nor a backup', async () => {
    const { name, store } = await inUse();
    await rawPut(name, 'reviews', { ...(await answerEntry(name, 1)), skill: SKILLS[0], level: 'high', quality: null });
    valueIn(await store.record(draft(50, 5, { day: 20_050, skill: SKILLS[0] ?? '' })));
    expect(valueIn(await store.entriesOfSkill(SKILLS[0] ?? '')).every(each => each.kind !== 'answer' || each.level > 0)).toBe(
      true,
    );
    expect(readBackup(valueIn(await store.exportBackup())).ok).toBe(true);
  });
});
