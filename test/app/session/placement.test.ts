import { beforeEach, describe, expect, test, vi } from 'vitest';
import { opened, standing } from '../../../src/app/path.ts';
import { edit } from '../../../src/app/practice/attempt.ts';
import {
  enterPlacement,
  nextPlacement,
  placement,
  placementDone,
  placementResult,
  skipPlacement,
  startPlacement,
} from '../../../src/app/session/placement.ts';
import { change, levelOf } from '../../../src/app/session/saving.ts';
import { enterSession, plan } from '../../../src/app/session/session.ts';
import { cards, day, session } from '../../../src/app/state.ts';
import { skills } from '../../../src/catalog.ts';
import { entryId } from '../../../src/schedule/entry.ts';
import { openSkills } from '../../../src/schedule/path.ts';
import type { StoreOptions } from '../../../src/store/store.ts';
import { forgetAll, memory } from './memory-store.ts';
import { answerRight, answerWrong, giveUp, kept, restart, table } from './table.ts';

vi.mock('../../../src/store/store.ts', async () => {
  const { memoryStore } = await import('./memory-store.ts');
  return { openStore: async ({ rules }: StoreOptions) => memoryStore(rules) };
});
vi.stubGlobal('document', { documentElement: { dataset: {} }, querySelector: () => null });
vi.stubGlobal('navigator', {});

const DAY = 20_000;
beforeEach(async () => {
  forgetAll();
  day.value = DAY;
  await restart();
});

/** Answers until the result is there. */
const takeAll = async (answer: () => Promise<void>): Promise<readonly string[]> => {
  const asked: string[] = [];
  while (placement.value) {
    asked.push(table().skill.id);
    await answer();
    await nextPlacement();
  }
  return asked;
};

test('one who knows everything: all is open and known, met alone at a middle level, and no card is made', async () => {
  await startPlacement();
  expect(placement.value).toEqual({ at: 1, most: 14 });
  const asked = await takeAll(answerRight);
  expect(asked.length).toBeLessThan(15);
  expect(new Set(asked).size).toBe(asked.length);
  expect([placementDone.value, cards.value.size]).toEqual([true, 0]);
  expect(memory.log.every(({ purpose }) => purpose === 'placement')).toBe(true);
  if (asked.length < 14) expect(standing.value.known.size).toBe(skills.length);
  const [known = ''] = standing.value.known;
  expect(placementResult.value.opened).toEqual(expect.arrayContaining([...standing.value.known]));
  expect(opened.value).toEqual(expect.arrayContaining([...standing.value.known]));
  expect(levelOf(known)).toBe(3);
  expect(plan.value.filter(({ skill }) => standing.value.known.has(skill)).every(({ role }) => role === 'new')).toBe(true);
});

test('one who knows nothing starts at the beginning, with examples', async () => {
  await startPlacement();
  await takeAll(giveUp);
  expect(standing.value.known.size).toBe(0);
  expect(placementResult.value.opened).toEqual([]);
  const open = openSkills(skills, new Map());
  expect(placementResult.value.start.every(id => open.includes(id))).toBe(true);
  expect(plan.value[0]?.role).toBe('worked');
});

test('each question has one try: after a wrong answer the solution is shown, and it counts as not known', async () => {
  await startPlacement();
  const { skill } = table();
  await answerWrong();
  expect(table()).toMatchObject({ saving: 'saved', attempt: { done: true, revealed: true } });
  expect(memory.log).toMatchObject([{ purpose: 'placement', skill: skill.id, quality: 1 }]);
  await nextPlacement();
  expect(placement.value?.at).toBe(2);
});

describe('killed in the middle', () => {
  test('of an answer, it goes on with the very question', async () => {
    await startPlacement();
    await answerRight();
    await nextPlacement();
    await change(edit(table().attempt, 0, '1'));
    await new Promise(resolve => setTimeout(resolve, 450));
    const before = table();
    await restart();
    expect(placement.value?.at).toBe(2);
    await enterPlacement();
    expect(table().attempt.exercise.seed).toBe(before.attempt.exercise.seed);
    expect(table().attempt.texts).toEqual(before.attempt.texts);
  });

  test('right after an answer was saved, it is not asked again', async () => {
    await startPlacement();
    await answerRight();
    const [first] = [table().skill.id];
    await restart();
    await enterPlacement();
    expect(table()).toMatchObject({ saving: 'saved', attempt: { done: true } });
    await nextPlacement();
    expect(table().skill.id).not.toBe(first);
    expect(memory.log).toHaveLength(1);
  });

  test('it asks what it would have asked without', async () => {
    const asks = async (kill: boolean): Promise<readonly string[]> => {
      forgetAll();
      await restart();
      await startPlacement();
      let turn = 0;
      return takeAll(async () => {
        if (kill) {
          await kept();
          await restart();
          await enterPlacement();
        }
        await (turn++ % 2 === 0 ? answerRight() : giveUp());
      });
    };
    expect(await asks(true)).toEqual(await asks(false));
  });
});

describe('left out', () => {
  test('it is done, and nothing is known', async () => {
    await skipPlacement();
    await restart();
    expect([placementDone.value, standing.value.known.size, placementResult.value.opened]).toEqual([true, 0, []]);
  });

  test('in the middle, what its answers found counts', async () => {
    await startPlacement();
    await answerRight();
    const { skill } = table();
    await skipPlacement();
    await restart();
    expect([placement.value, placementDone.value]).toEqual([undefined, true]);
    expect(standing.value.known.has(skill.id)).toBe(true);
  });
});

test('done anew it forgets the answers of before, but locks nothing', async () => {
  await startPlacement();
  await takeAll(answerRight);
  const before = new Set(openSkills(skills, cards.value, standing.value));
  await new Promise(resolve => setTimeout(resolve, 5));
  await startPlacement();
  expect(placement.value?.at).toBe(1);
  await takeAll(giveUp);
  await restart();
  expect(standing.value.known.size).toBe(0);
  expect(new Set(openSkills(skills, cards.value, standing.value))).toEqual(before);
});

test('a clock that ran ahead when it began and was set right since does not keep it from going on', async () => {
  await startPlacement();
  const { skill } = table();
  await kept();
  const ahead = { since: Date.now() + 3_600_000, from: DAY + 1, to: 3_000_000, claimed: [], isSkipped: false };
  memory.settings = { ...memory.settings, placing: ahead };
  await restart();
  await enterPlacement();
  expect(table().skill.id).toBe(skill.id);
  await answerRight();
  await nextPlacement();
  expect(placement.value?.at).toBe(2);
  expect(table().skill.id).not.toBe(skill.id);
  expect(memory.settings.placing).toMatchObject({ from: DAY });
});

test('a session under way waits while a placement is done', async () => {
  await enterSession();
  const { skill } = table();
  await kept();
  await startPlacement();
  expect(table().purpose).toBe('placement');
  await kept();
  await restart();
  await enterSession();
  expect([table().purpose, table().skill.id]).toEqual(['practice', skill.id]);
  expect([session.value?.purpose, memory.placement?.purpose]).toEqual(['practice', 'placement']);
});

test('what is claimed is not asked', async () => {
  const claimed = skills.slice(0, 3).map(({ id }) => id);
  await startPlacement(claimed);
  const asked = await takeAll(giveUp);
  expect(asked.filter(id => claimed.includes(id))).toEqual([]);
  expect(standing.value.known.size).toBeGreaterThan(0);
  expect(new Set(memory.log.map(entryId)).size).toBe(asked.length);
});
