import { beforeEach, describe, expect, test, vi } from 'vitest';
import { opened, placed, placementLog, placing } from '../../../src/app/path.ts';
import { edit, retractTry, submit } from '../../../src/app/practice/attempt.ts';
import { change } from '../../../src/app/session/saving.ts';
import { ended, enterSession, fiveMore, next, progress, undo, waiting } from '../../../src/app/session/session.ts';
import { cards, day, rules, session } from '../../../src/app/state.ts';
import { skills } from '../../../src/catalog.ts';
import type { Entry } from '../../../src/schedule/entry.ts';
import { replay } from '../../../src/schedule/replay.ts';
import type { StoreOptions } from '../../../src/store/store.ts';
import { answer } from '../../schedule/log.ts';
import { forgetAll, memory } from './memory-store.ts';
import { answerRight, answerWrong, giveUp, kept, restart, table } from './table.ts';

vi.mock('../../../src/store/store.ts', async () => {
  const { memoryStore } = await import('./memory-store.ts');
  return { openStore: async ({ rules }: StoreOptions) => memoryStore(rules) };
});
vi.stubGlobal('document', { documentElement: { dataset: {} }, querySelector: () => null });
vi.stubGlobal('navigator', {});

const DAY = 20_000;
const SKILL = 'linear-algebra/matrix-product';
const NEEDED = 'set-theory/set-operations';
const NEEDY = 'set-theory/inclusion-exclusion';

const begin = async (log: readonly Entry[] = [], settings: typeof memory.settings = {}): Promise<void> => {
  memory.log = log;
  memory.settings = settings;
  await restart();
  await enterSession();
};

/** A skill passed on some days before, and due today. */
const past = (skill: string, ...days: readonly number[]) =>
  days.map(before => answer(before + 100 * skill.length, 5, { skill, day: DAY - before, at: (DAY - before) * 86_400_000 }));

beforeEach(() => {
  forgetAll();
  opened.value = [];
  placed.value = placing.value = undefined;
  placementLog.value = [];
  day.value = DAY;
});

const done = () => session.value?.done.map(({ skill, role }) => `${role} ${skill}`) ?? [];
const fresh = (from: number) => memory.log.slice(from);

describe('a new skill', () => {
  test('is an example to read, one to finish with no review, and then done alone, which makes the card', async () => {
    await begin([], { newPerDay: 1 });
    const { skill } = table();
    expect([table().role, progress.value.at]).toEqual(['worked', 1]);
    await next();
    expect([table().role, progress.value.at, memory.log]).toEqual(['guided', 1, []]);
    await answerRight();
    expect(memory.log).toMatchObject([{ kind: 'answer', purpose: 'free', skill: skill.id }]);
    expect(cards.value.size).toBe(0);
    await next();
    expect(table().role).toBe('new');
    await answerRight();
    expect(memory.log.at(-1)).toMatchObject({ purpose: 'practice', skill: skill.id });
    expect(cards.value.get(skill.id)).toMatchObject({ started: DAY, level: 1, daysPassed: 1 });
    await next();
    expect(ended.value?.gains).toEqual([{ skill: skill.id, what: 'met', due: DAY + 1 }]);
  });

  test('two take turns, and a double tap on Continue reads one example', async () => {
    await begin();
    await Promise.all([next(), next()]);
    expect(done()).toHaveLength(1);
    await next();
    const [first, second] = (session.value?.plan ?? []).map(({ skill }) => skill);
    expect(done()).toEqual([`worked ${first}`, `worked ${second}`]);
    expect([table().role, table().skill.id]).toEqual(['guided', first]);
  });

  test.each(['worked', 'guided', 'new'] as const)('killed at %s, it goes on with the very exercise', async role => {
    await begin([], { newPerDay: 1 });
    while (table().role !== role) {
      if (table().role === 'guided') await answerRight();
      await next();
    }
    await change(edit(table().attempt, 0, role === 'worked' ? '' : '1'));
    await new Promise(resolve => setTimeout(resolve, 450));
    const before = table();
    await restart();
    await enterSession();
    expect(table()).toMatchObject({ role, skill: before.skill, saving: 'no' });
    expect(table().attempt.exercise.seed).toBe(before.attempt.exercise.seed);
    expect(table().attempt.texts).toEqual(before.attempt.texts);
  });

  test('killed right after an example was read, it goes on with the next item', async () => {
    await begin([], { newPerDay: 1 });
    await next();
    await kept();
    await restart();
    await enterSession();
    expect([table().role, done().length]).toEqual(['guided', 1]);
  });
});

describe('a session ends', () => {
  const due = [...past(SKILL, 1), ...past(NEEDED, 1)];

  test('after its exercises', async () => {
    await begin(due, { newPerDay: 0, sessionLength: 5 });
    for (let i = 0; i < 5; i++) {
      expect(progress.value).toEqual({ at: i + 1, of: 5 });
      await answerRight();
      await next();
    }
    expect(ended.value?.session.done).toHaveLength(5);
  });

  test('after its minutes, if these are over first', async () => {
    await begin(due, { newPerDay: 0, sessionMinutes: 5 });
    await change({ ...table().attempt, activeMs: 0 });
    await answerRight();
    if (session.value) session.value = { ...session.value, activeSeconds: 301 };
    await next();
    expect(ended.value?.session.done).toHaveLength(1);
    expect(waiting.value).toBeGreaterThan(0);
  });

  test('with what was learnt: levels up and down, what is owed, what was passed', async () => {
    await begin([...past(SKILL, 8, 7), ...past(NEEDED, 1)], { newPerDay: 0, sessionLength: 2 });
    while (!ended.value) {
      if (table().skill.id === NEEDED) {
        await answerWrong();
        await giveUp();
      } else await answerRight();
      await next();
    }
    const gains = new Map(ended.value.gains.map(gain => [gain.skill, gain]));
    expect(gains.get(NEEDED)).toEqual({ skill: NEEDED, what: 'again', due: DAY + 1 });
    expect(gains.get(SKILL)?.due).toBeGreaterThan(DAY + 1);
    const level = cards.value.get(SKILL)?.level ?? 0;
    expect(gains.get(SKILL)?.what).toBe(level === 2 ? 'passed' : 'level-up');
  });

  test('and can go on with five more, which change no schedule where nothing is due', async () => {
    await begin(due, { newPerDay: 0, sessionLength: 2 });
    while (!ended.value) {
      await answerRight();
      await next();
    }
    const before = cards.value;
    await fiveMore();
    expect(ended.value).toBeUndefined();
    for (let i = 0; i < 5; i++) {
      expect(progress.value).toEqual({ at: i + 1, of: 5 });
      await answerRight();
      await next();
    }
    expect(ended.value).toBeDefined();
    for (const [skill, card] of cards.value) expect({ ...card, times: [] }).toEqual({ ...before.get(skill), times: [] });
  });

  test('of five more, all of them right, none needs another look, also where one lapsed in the session before', async () => {
    await begin(due, { newPerDay: 0, sessionLength: 2 });
    await giveUp();
    const lapsed = table().skill.id;
    await next();
    await answerRight();
    await next();
    expect(ended.value?.gains.find(({ skill }) => skill === lapsed)?.what).toBe('again');
    await fiveMore();
    while (!ended.value) {
      await answerRight();
      await next();
    }
    expect(ended.value.gains.map(({ what }) => what)).toEqual(['passed', 'passed']);
  });

  test('its time counts once, also where an answer is taken back and given again', async () => {
    await begin(past(SKILL, 1), { newPerDay: 0 });
    await change({ ...table().attempt, hints: 1, activeMs: 0 });
    await answerRight();
    const spent = session.value?.activeSeconds ?? 0;
    await undo();
    expect(session.value?.activeSeconds).toBe(0);
    await answerRight();
    expect(session.value?.activeSeconds).toBeLessThan(spent + 5);
  });

  test('and its last answer can be taken back: the gains are then those of the answer that stands', async () => {
    await begin(past(SKILL, 1), { newPerDay: 0 });
    await answerRight();
    await next();
    expect(ended.value?.gains).toMatchObject([{ what: 'level-up' }]);
    await undo();
    expect([ended.value, cards.value.get(SKILL)]).toEqual([undefined, replay(past(SKILL, 1), rules).get(SKILL)]);
    await giveUp();
    await next();
    while (!ended.value) {
      await answerRight();
      await next();
    }
    expect(ended.value.gains).toMatchObject([{ what: 'again', due: DAY + 1 }]);
  });
});

describe('what lapsed', () => {
  test('is owed until it scores 4, also in the next session of the day', async () => {
    await begin([...past(SKILL, 1), ...past(NEEDED, 1)], { newPerDay: 0, sessionLength: 2 });
    for (let i = 0; i < 2; i++) {
      await giveUp();
      await next();
    }
    expect(ended.value).toBeDefined();
    await enterSession();
    const plan = session.value?.plan ?? [];
    expect(plan.map(({ role }) => role)).toEqual(['drill', 'drill']);
    while (!ended.value) {
      await answerRight();
      await next();
    }
    expect([...cards.value.values()].map(({ drill, lapses }) => [drill, lapses])).toEqual([
      [null, 1],
      [null, 1],
    ]);
    expect(waiting.value).toBe(0);
  });

  const strong = [60, 54, 39].flatMap(before => past(NEEDED, before));
  const log = [...strong, ...past(NEEDY, 1)];

  test('brings what it needs into the session, in one with the answer; taken back, that waits again', async () => {
    const far = [...log, ...[3].flatMap(before => past(NEEDED, before))];
    await begin(far, { newPerDay: 0 });
    expect(table().skill.id).toBe(NEEDY);
    const before = cards.value.get(NEEDED);
    expect(before?.due).toBeGreaterThan(DAY + 7);
    await giveUp();
    expect(fresh(far.length)).toMatchObject([{ kind: 'answer' }, { kind: 'move-due', skill: NEEDED, due: DAY }]);
    expect(cards.value.get(NEEDED)?.due).toBe(DAY);
    expect(session.value?.plan.at(-1)).toEqual({ skill: NEEDED, role: 'due' });
    await undo();
    expect(cards.value.get(NEEDED)).toEqual(before);
    expect(cards.value).toEqual(replay(memory.log, rules));
    await answerRight();
    await next();
    expect(ended.value).toBeDefined();
  });

  test('passing it lets what it needs wait, and that is not asked any more', async () => {
    // Reviewed 6 days late, so that the skill that needs it is asked first.
    const late = [...past(NEEDED, 45, 44, 18), ...past(NEEDY, 9)];
    await begin(late, { newPerDay: 0 });
    const due = cards.value.get(NEEDED)?.due ?? 0;
    expect([table().skill.id, due <= DAY]).toEqual([NEEDY, true]);
    await answerRight();
    const moved = cards.value.get(NEEDED);
    expect(moved?.due).toBeGreaterThan(DAY);
    expect({ ...moved, due }).toEqual(replay(late, rules).get(NEEDED));
    await next();
    expect([table().role, table().skill.id]).toEqual(['drill', NEEDED]);
    await answerRight();
    expect(memory.log.at(-1)).toMatchObject({ purpose: 'free', skill: NEEDED });
    expect(cards.value.get(NEEDED)).toEqual(moved);
    expect(cards.value).toEqual(replay(memory.log, rules));
  });
});

test('a typo counts as no try: right after it scores as right at once', async () => {
  await begin(past(SKILL, 1), { newPerDay: 0 });
  const answer = table().attempt.exercise.answers[0];
  const typed = (text: string) =>
    table().attempt.exercise.answers.reduce((all, _, part) => edit(all, part, text), table().attempt);
  await change(submit(typed('987654321')));
  expect(answer && table().attempt.tries).toHaveLength(1);
  await change(retractTry(table().attempt));
  await kept();
  await restart();
  await enterSession();
  await answerRight();
  expect(memory.log.at(-1)).toMatchObject({ verdicts: ['unreadable', 'right'], quality: 5 });
});

describe('what is open', () => {
  const mastered = [...past(NEEDED, 7, 1)];

  test('is remembered, and stays open after what opened it was taken back', async () => {
    await begin(past(NEEDED, 1), { newPerDay: 0 });
    await answerRight();
    await kept();
    expect(opened.value).toContain(NEEDY);
    await undo();
    await restart();
    expect(opened.value).toContain(NEEDY);
    expect(memory.settings.opened).toEqual(opened.value);
  });

  test('opens by two days passed', async () => {
    await begin(mastered, { newPerDay: 5 });
    const met = new Set(session.value?.plan.filter(({ role }) => role === 'worked').map(({ skill }) => skill));
    const open = skills.filter(({ needs }) => needs.every(need => need === NEEDED || !skills.some(({ id }) => id === need)));
    expect([...met].every(id => open.some(skill => skill.id === id))).toBe(true);
  });
});
