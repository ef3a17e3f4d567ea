import { expect, test } from 'vitest';
import { answer, SKILL } from '../../schedule/log.ts';
import { draft, newName, opened, rawPut, rules, valueIn } from './database.ts';

test('sound data is left as it is', async () => {
  const store = await opened();
  await store.record(draft(1, 5));
  expect(valueIn(await store.checkData())).toEqual({
    ...{ reviews: 1, cards: 1, unreadable: [], mended: [], repaired: [] },
    cleared: { settings: 0, sets: 0, sessions: 0, states: 0, name: 0 },
  });
});

test('cards that the log does not bear out are mended', async () => {
  const name = newName();
  const store = await opened({ name });
  const { card } = valueIn(await store.record(draft(1, 5)));
  await rawPut(name, 'cards', { ...card, due: 99_999 });
  await rawPut(name, 'cards', { ...card, skill: 'area/of-no-review' });
  expect(valueIn(await store.checkData())).toMatchObject({ cards: 1, mended: ['area/of-no-review', SKILL] });
  expect(valueIn(await store.cards())).toEqual(new Map([[SKILL, card]]));
});

test('a review that cannot be read is reported and kept, and counts for nothing', async () => {
  const name = newName();
  const store = await opened({ name });
  await rawPut(name, 'reviews', { ...answer(7, 5), kind: 'guess' });
  expect(valueIn(await store.checkData())).toMatchObject({ reviews: 1, cards: 0, unreadable: ['phone:7'] });
  expect(valueIn(await store.record(draft(1, 5))).entry.seq).toBe(8);
});

test('other rules have the cards made anew at opening', async () => {
  const name = newName();
  const store = await opened({ name });
  for (let day = 0; day < 4; day++) await store.record(draft(1, 5, { day: 20_000 + day }));
  expect(valueIn(await store.cards()).get(SKILL)?.level).toBe(3);
  store.close();
  const again = await opened({ name, rules: { levels: () => 2, stamp: 'fewer levels' } });
  expect(valueIn(await again.cards()).get(SKILL)?.level).toBe(2);
  again.close();
  const unchanged = await opened({ name, rules: { ...rules, stamp: 'fewer levels' } });
  expect(valueIn(await unchanged.cards()).get(SKILL)?.level).toBe(2);
});
