import { expect, test } from 'vitest';
import { dueCards } from '../../../src/schedule/queue.ts';
import { SKILL } from '../../schedule/log.ts';
import { draft, newName, opened, rawReviews, valueIn } from './database.ts';

const D = 20_000;
const OTHER = 'probability/bayes-rule';
const LATER = D + 800;
const course = [SKILL, OTHER].map(id => ({ id, needs: [] }));

test('skills answered while the clock was years ahead come back when the learner goes by the device’s date', async () => {
  const store = await opened();
  await store.record(draft(1, 5, { day: D - 1 }));
  const before = valueIn(await store.cards());
  await store.record(draft(2, 5, { day: LATER }));
  await store.record(draft(3, 2, { day: LATER + 1 }));
  await store.record(draft(4, 5, { day: LATER, skill: OTHER }));
  expect(dueCards(course, valueIn(await store.cards()), D)).toEqual([]);

  valueIn(await store.takeBackAfter(D, 9));
  const cards = valueIn(await store.cards());
  expect(cards).toEqual(before);
  expect(dueCards(course, cards, D).map(({ skill }) => skill)).toEqual([SKILL]);
  expect(valueIn(await store.checkData()).mended).toEqual([]);
  expect(valueIn(await store.record(draft(5, 4, { day: D }))).card).toMatchObject({ reviewed: D, state: { n: 2 } });
});

test('the answers themselves stay in the log, each is taken back once, and the state before can be put back', async () => {
  const name = newName();
  const store = await opened({ name });
  await store.record(draft(1, 5, { day: LATER }));
  const wrong = valueIn(await store.exportBackup());
  valueIn(await store.takeBackAfter(D, 9));
  valueIn(await store.takeBackAfter(D, 10));
  expect(await rawReviews(name)).toMatchObject([{ kind: 'answer' }, { kind: 'undo', target: 'phone:1', day: D }]);
  const [kept] = valueIn(await store.snapshots());
  valueIn(await store.restoreSnapshot(kept?.id ?? 0, 11));
  expect(valueIn(await store.exportBackup())).toBe(wrong);
});
