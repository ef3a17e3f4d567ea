import { beforeEach, describe, expect, test, vi } from 'vitest';
import { edit, reveal } from '../../../src/app/practice/attempt.ts';
import { watchRole } from '../../../src/app/session/desk.ts';
import { enterFree, nextFree } from '../../../src/app/session/free.ts';
import { change, takeBack } from '../../../src/app/session/saving.ts';
import { ended, enterSession, isStuck, next, undo, waiting } from '../../../src/app/session/session.ts';
import { cards, day, reload, role, rules, session } from '../../../src/app/state.ts';
import { skillOf } from '../../../src/catalog.ts';
import { replay } from '../../../src/schedule/replay.ts';
import { SENTENCES } from '../../../src/store/problem.ts';
import type { StoreOptions } from '../../../src/store/store.ts';
import { answer } from '../../schedule/log.ts';
import { forgetAll, memory } from './memory-store.ts';
import { answerRight, answerWrong, kept, restart, sayItWasRight, table } from './table.ts';

vi.mock('../../../src/store/store.ts', async () => {
  const { memoryStore } = await import('./memory-store.ts');
  return { openStore: async ({ rules }: StoreOptions) => memoryStore(rules) };
});

const network = vi.hoisted(() => ({ isDown: false }));
vi.mock('../../../src/app/session/exercises.ts', async original => {
  const real = await original<typeof import('../../../src/app/session/exercises.ts')>();
  const takeExercise: typeof real.takeExercise = async (skill, level) => {
    if (network.isDown) throw new TypeError('Failed to fetch dynamically imported module');
    return real.makeFresh(skill, level);
  };
  return { ...real, takeExercise, prepare: () => undefined };
});

vi.stubGlobal('document', { documentElement: { dataset: {} }, querySelector: () => null });
vi.stubGlobal('navigator', {});
watchRole();

const EVENING = 20_000;
const SKILLS = ['linear-algebra/matrix-product', 'calculus/chain-rule'];
/** Two skills that are due on the evening, and no new ones. */
const EARLIER = SKILLS.map((skill, i) => answer(i + 1, 5, { skill, day: EVENING - 1 }));

beforeEach(async () => {
  forgetAll();
  memory.log = EARLIER;
  memory.settings = { newPerDay: 0 };
  network.isDown = false;
  isStuck.value = false;
  day.value = EVENING;
  await restart();
});

const logged = () => memory.log.slice(EARLIER.length).map(({ kind }) => kind);

describe('past the hour at which a new day begins', () => {
  test('the session ends, and no skill is asked before it is due', async () => {
    await enterSession();
    await answerRight();
    await next();
    await answerRight();
    day.value = EVENING + 1;
    await next();
    expect(ended.value?.session.done).toHaveLength(2);
    for (const skill of SKILLS) expect(cards.value.get(skill)?.due ?? EVENING + 6).toBe(EVENING + 6);
    expect(memory.log.every(entry => entry.day <= EVENING)).toBe(true);
  });

  test('the exercise on the table still counts for the evening', async () => {
    await enterSession();
    day.value = EVENING + 1;
    await answerRight();
    expect(memory.log.at(-1)).toMatchObject({ kind: 'answer', day: EVENING });
  });

  test('an exercise begun the evening before is finished for that evening; then the new day is planned', async () => {
    await enterSession();
    const { seed } = table().attempt.exercise;
    await change(edit(table().attempt, 0, '1'));
    await new Promise(resolve => setTimeout(resolve, 450));
    day.value = EVENING + 1;
    await restart();
    await enterSession();
    expect(table().attempt.exercise.seed).toBe(seed);
    await answerRight();
    expect(memory.log.at(-1)).toMatchObject({ kind: 'answer', day: EVENING, seed });
    await next();
    expect(ended.value?.session.done).toHaveLength(1);
    expect(waiting.value).toBeGreaterThan(0);
    await enterSession();
    expect(session.value).toMatchObject({ day: EVENING + 1, done: [] });
  });

  test('an exercise that was only looked at the evening before makes room for the new day’s', async () => {
    await enterSession();
    await kept();
    day.value = EVENING + 1;
    await enterSession();
    expect([session.value?.day, table().day]).toEqual([EVENING + 1, EVENING + 1]);
  });
});

describe('a disk that is full for a moment', () => {
  const fill = (...kinds: readonly string[]) => {
    memory.isFull = ({ kind }) => kinds.includes(kind);
  };

  test('at Undo: said, Undo stays, and Next does not save the answer once more', async () => {
    await enterSession();
    await answerRight();
    fill('undo');
    await undo();
    expect(table()).toMatchObject({ saving: 'saved', problem: SENTENCES.full });
    fill();
    await next();
    expect([logged(), session.value?.done.length]).toEqual([['answer'], 1]);
    expect(table().problem).toBeUndefined();
  });

  test('at “My answer was right”: nothing is counted and nothing lost; Next saves both, once', async () => {
    await enterSession();
    await answerWrong();
    fill('answer', 'override');
    await sayItWasRight();
    expect(table()).toMatchObject({ saving: 'no', problem: SENTENCES.full });
    fill();
    await next();
    expect(logged()).toEqual(['answer', 'override']);
    expect(session.value?.done).toMatchObject([{ quality: 4 }]);
  });

  test('at “My answer was right” after the solution: it is not shown as counted, and can be said again', async () => {
    await enterSession();
    await answerWrong();
    await change(reveal(table().attempt));
    fill('override');
    await sayItWasRight();
    expect(table()).toMatchObject({ saving: 'saved', problem: SENTENCES.full, attempt: { overridden: false } });
    fill();
    await sayItWasRight();
    expect(table()).toMatchObject({ problem: '', attempt: { overridden: true } });
    await next();
    expect([logged(), session.value?.done.length]).toEqual([['answer', 'override'], 1]);
  });
});

describe('a disk that is slow', () => {
  const slow = () => {
    let go = () => {};
    memory.turn = new Promise(resolve => {
      go = resolve;
    });
    return () => go();
  };

  test('a tap on Next meanwhile goes on once the answer is saved', async () => {
    await enterSession();
    const { seed } = table().attempt.exercise;
    const go = slow();
    const answered = answerRight();
    const tapped = next();
    go();
    await Promise.all([answered, tapped]);
    expect(logged()).toEqual(['answer']);
    expect(table()).toMatchObject({ saving: 'no' });
    expect(table().attempt.exercise.seed).not.toBe(seed);
  });

  test('what is begun in free practice meanwhile is not taken for what was saved', async () => {
    await enterSession();
    const { seed } = table().attempt.exercise;
    const go = slow();
    const answered = answerRight();
    const skill = skillOf(SKILLS[0] ?? '');
    if (skill) await enterFree(skill, 1);
    go();
    await answered;
    expect(table()).toMatchObject({ purpose: 'free', saving: 'no' });
    await answerRight();
    expect(memory.log.slice(EARLIER.length)).toMatchObject([{ purpose: 'practice', seed }, { purpose: 'free' }]);
  });
});

describe('killed after', () => {
  test('“My answer was right”, what is shown is what was saved', async () => {
    await enterSession();
    await answerWrong();
    await sayItWasRight();
    expect(logged()).toEqual(['answer', 'override']);
    await restart();
    await enterSession();
    expect(table()).toMatchObject({ saving: 'saved', attempt: { overridden: true, done: true } });
  });

  test('“My answer was right” of an answer whose solution was shown, too', async () => {
    await enterSession();
    await answerWrong();
    await change(reveal(table().attempt));
    await sayItWasRight();
    await restart();
    await enterSession();
    expect(table().attempt).toMatchObject({ overridden: true, revealed: true });
  });

  test('a saved answer, Undo still takes it back', async () => {
    await enterSession();
    await answerRight();
    await restart();
    await enterSession();
    await undo();
    expect(logged()).toEqual(['answer', 'undo']);
    expect([cards.value, table().attempt.done]).toEqual([replay(EARLIER, rules), false]);
  });
});

test('what another window answered is not asked again after taking over', async () => {
  await enterSession();
  await kept();
  const { skill } = table();
  role.value = 'reader';
  const there = memory.session;
  if (!there?.current) throw new Error('no session is kept');
  const done = [{ skill: skill.id, role: 'due', quality: 0, id: '', from: 1, added: 0 }] as const;
  memory.session = { ...there, done, current: { ...there.current, shown: true, saved: 'saved' } };
  await reload();
  role.value = 'writer';
  await enterSession();
  expect(table()).toMatchObject({ saving: 'saved', attempt: { done: true, revealed: true } });
  await next();
  expect(logged()).toEqual([]);
  expect(table().attempt.done).toBe(false);
});

describe('a double tap', () => {
  const free = skillOf('linear-algebra/matrix-product');

  test('on Next in free practice gives no empty answer to the exercise that follows', async () => {
    if (!free) throw new Error('no such skill');
    await enterFree(free, 1);
    await answerRight();
    await Promise.all([nextFree(free, 1), nextFree(free, 1)]);
    await nextFree(free, 1);
    expect(logged()).toHaveLength(1);
    expect(table().attempt.tries).toEqual([]);
  });

  test('on Undo takes back one answer', async () => {
    await enterSession();
    await answerRight();
    await next();
    await answerRight();
    await Promise.all([takeBack(), takeBack()]);
    expect(logged()).toEqual(['answer', 'answer', 'undo']);
    expect(session.value?.done).toHaveLength(1);
  });
});

test('“Try again” goes on once the network is back', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await enterSession();
  await answerRight();
  network.isDown = true;
  await next();
  expect(isStuck.value).toBe(true);
  await enterSession();
  network.isDown = false;
  await enterSession();
  expect(isStuck.value).toBe(false);
  await next();
  expect(table().attempt.done).toBe(false);
  expect(logged()).toEqual(['answer']);
});
