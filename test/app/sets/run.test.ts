import { beforeEach, describe, expect, test, vi } from 'vitest';
import { edit, reveal } from '../../../src/app/practice/attempt.ts';
import { clearDesk } from '../../../src/app/session/desk.ts';
import { change, takeBack } from '../../../src/app/session/saving.ts';
import { answered, enterExam, examAt, handIn, logExam, secondsLeft, turnOn, turnTo } from '../../../src/app/sets/exam.ts';
import { marksOf, partsOf } from '../../../src/app/sets/mark.ts';
import { type OpenedSet, openSet, payloadFor, sentSet } from '../../../src/app/sets/opened-set.ts';
import { attemptsOf, opened, type RunOptions, run, startRun, stored } from '../../../src/app/sets/run.ts';
import { watchTable } from '../../../src/app/sets/run-keeping.ts';
import { doneIn } from '../../../src/app/sets/under-way.ts';
import { enterRun, finishRun, nextInRun, runProgress } from '../../../src/app/sets/working.ts';
import { cards, day, openState, sets } from '../../../src/app/state.ts';
import type { StoreOptions } from '../../../src/store/store.ts';
import { answer } from '../../schedule/log.ts';
import { forgetAll, memory } from '../session/memory-store.ts';
import { answerRight, answerWrong, giveUp, table } from '../session/table.ts';

vi.mock('../../../src/store/store.ts', async () => {
  const { memoryStore } = await import('../session/memory-store.ts');
  return { openStore: async ({ rules }: StoreOptions) => memoryStore(rules) };
});
const nothing = () => undefined;
vi.stubGlobal('document', { documentElement: { dataset: {} }, querySelector: () => null, addEventListener: nothing });
vi.stubGlobal('addEventListener', nothing);
vi.stubGlobal('navigator', {});
watchTable();

const TODAY = 20_000;
const DOT = 'linear-algebra/dot-product';
const CHAIN = 'calculus/chain-rule';
const SET = {
  title: 'Week 3',
  seed: 's',
  items: [
    { skill: DOT, level: 1, count: 2 },
    { skill: CHAIN, level: 2, count: 1 },
  ],
};
const PRACTICE: RunOptions = { mode: 'practice', isMixed: false, minutes: 0, isForSchedule: false };
const EXAM: RunOptions = { ...PRACTICE, mode: 'exam' };

const open = async (): Promise<OpenedSet> => {
  const opening = await openSet(payloadFor(await sentSet(SET)));
  if (!opening.ok) throw new Error(opening.says);
  opened.value = opening.value;
  return opening.value;
};
const here = () => {
  if (!run.value) throw new Error('no run');
  return run.value;
};
const pause = () => new Promise(resolve => setTimeout(resolve, 20));
/** The app is killed and opened again: what was stored is all there is. */
const killed = async (): Promise<void> => {
  clearDesk();
  opened.value = undefined;
  sets.value = [];
  await openState();
  await open();
};
const logged = () => memory.log.filter(entry => entry.kind === 'answer' && entry.purpose === 'set');

beforeEach(async () => {
  forgetAll();
  memory.log = [];
  clearDesk();
  opened.value = undefined;
  day.value = TODAY;
  await openState();
  await open();
});

describe('a set that is worked with feedback', () => {
  test('is kept with its first exercise, goes from one to the next, and ends with marks', async () => {
    await startRun(PRACTICE);
    expect(await enterRun()).toBe(true);
    expect(runProgress.value).toEqual({ at: 1, of: 3 });
    await answerRight();
    expect(runProgress.value).toEqual({ at: 1, of: 3 });
    expect(await nextInRun()).toBe(false);
    expect(table().attempt.exercise).toBe(opened.value?.exercises[1]);
    await answerWrong();
    await answerRight();
    await nextInRun();
    await giveUp();
    expect(await nextInRun()).toBe(true);
    expect(marksOf(here())).toEqual(['right', 'partly', 'wrong']);
    expect(here().endedAt).toBeGreaterThan(here().startedAt);
    expect(logged().map(({ skill }) => skill)).toEqual([DOT, DOT, CHAIN]);
    expect(cards.value.size).toBe(0);
    expect(memory.sets).toEqual([stored.value]);
    expect(await enterRun()).toBe(false);
  });

  test('goes on where it was after a kill, down to the half-typed answer', async () => {
    await startRun(PRACTICE);
    await enterRun();
    await answerRight();
    await nextInRun();
    await change(edit(table().attempt, 0, '12'));
    await new Promise(resolve => setTimeout(resolve, 450));
    await killed();
    await enterRun();
    expect(table().attempt.exercise).toBe(opened.value?.exercises[1]);
    expect(table().attempt.texts).toEqual(['12']);
    expect(doneIn(here())).toBe(1);
  });

  test('killed between the log and the run, logs no answer twice', async () => {
    await startRun(PRACTICE);
    await enterRun();
    await answerRight();
    await pause();
    const [set] = memory.sets;
    const works = set?.run?.works.map((work, i) => (i === 0 ? { ...work, saved: false } : work)) ?? [];
    memory.sets = set?.run ? [{ ...set, run: { ...set.run, works } }] : [];
    await killed();
    await enterRun();
    expect(table().saving).toBe('saved');
    expect(logged()).toHaveLength(1);
    await nextInRun();
    expect(table().attempt.exercise).toBe(opened.value?.exercises[1]);
  });

  test('takes an answer back', async () => {
    await startRun(PRACTICE);
    await enterRun();
    await answerRight();
    await takeBack();
    expect(doneIn(here())).toBe(0);
    expect(table().attempt.done).toBe(false);
    await answerRight();
    expect(doneIn(here())).toBe(1);
  });

  test('can be ended early: what was not answered stays open', async () => {
    await startRun(PRACTICE);
    await enterRun();
    await answerRight();
    expect(await finishRun()).toBe(true);
    expect(marksOf(here())).toEqual(['right', 'open', 'open']);
  });

  test('is asked in another order where that is wanted, with the marks in the order of the set', async () => {
    const orders = new Set<string>();
    for (let i = 0; i < 40; i++) {
      await startRun({ ...PRACTICE, isMixed: true });
      orders.add(here().order.join());
      expect(here().order.toSorted()).toEqual([0, 1, 2]);
    }
    expect(orders.size).toBe(6);
    while (here().order[0] === 0) await startRun({ ...PRACTICE, isMixed: true });
    await enterRun();
    await answerRight();
    await finishRun();
    expect(marksOf(here()).indexOf('right')).toBe(here().order[0]);
  });

  test('counts for what is due where the learner wants it, at the level of the card or above', async () => {
    memory.log = [
      answer(1, 5, { skill: DOT, day: TODAY - 1, level: 1 }),
      answer(2, 5, { skill: CHAIN, day: TODAY - 1, level: 3 }),
    ];
    await openState();
    await startRun({ ...PRACTICE, isForSchedule: true });
    await enterRun();
    for (let i = 0; i < 3; i++) {
      await answerRight();
      await nextInRun();
    }
    const purposes = memory.log.slice(2).flatMap(entry => (entry.kind === 'answer' ? [entry.purpose] : []));
    expect(purposes).toEqual(['practice', 'set', 'set']);
    expect(cards.value.get(DOT)?.reviewed).toBe(TODAY);
    expect(cards.value.get(CHAIN)?.reviewed).toBe(TODAY - 1);
  });
});

describe('a set that is an exam', () => {
  const write = (text: string) => change(edit(table().attempt, 0, text));
  const rightText = () => {
    const { attempt } = table();
    const place = opened.value?.exercises.indexOf(attempt.exercise) ?? -1;
    return keys[place] ?? '';
  };
  let keys: readonly string[] = [];
  beforeEach(async () => {
    const { writeKey } = await import('../../../src/answers/kinds.ts');
    keys = opened.value?.exercises.map(({ answers: [first] }) => (first ? writeKey(first) : '')) ?? [];
  });

  test('judges nothing until it is handed in, then everything at once', async () => {
    await startRun(EXAM);
    enterExam();
    expect(examAt.value).toBe(0);
    await write(rightText());
    turnOn();
    await write('1/0+');
    turnOn();
    expect(answered.value).toEqual([true, true, false]);
    turnTo(0);
    expect(table().attempt.texts).toEqual([keys[0]]);
    expect(here().works.every(({ answers }) => answers.length === 0)).toBe(true);
    expect(logged()).toEqual([]);
    turnOn();
    turnOn();
    turnOn();
    expect(examAt.value).toBeUndefined();
    expect(await handIn()).toBe(true);
    expect(marksOf(here())).toEqual(['right', 'wrong', 'open']);
    expect(partsOf(attemptsOf(opened.value as OpenedSet, here()))).toEqual({ right: 1, all: 3 });
    expect(logged().map(entry => entry.kind === 'answer' && entry.verdicts)).toEqual([['right'], ['unreadable']]);
    expect(here().works.map(({ saved }) => saved)).toEqual([true, true, false]);
  });

  test('keeps what is written through a kill, and goes on at the first empty one', async () => {
    await startRun(EXAM);
    enterExam();
    await write('7');
    await new Promise(resolve => setTimeout(resolve, 450));
    await killed();
    enterExam();
    expect(examAt.value).toBe(1);
    turnTo(0);
    expect(table().attempt.texts).toEqual(['7']);
  });

  test('logs what could not be logged at once later, and nothing twice', async () => {
    await startRun(EXAM);
    enterExam();
    for (const _ of keys) {
      await write(rightText());
      turnOn();
    }
    memory.isFull = ({ skill }) => skill === CHAIN;
    expect(await handIn()).toBe(true);
    expect(marksOf(here())).toEqual(['right', 'right', 'right']);
    expect(logged()).toHaveLength(2);
    memory.isFull = () => false;
    await logExam();
    await logExam();
    expect(logged()).toHaveLength(3);
    expect(here().works.every(({ saved }) => saved)).toBe(true);
  });

  test('counts its time by the clock on the wall', async () => {
    await startRun({ ...EXAM, minutes: 20 });
    const { startedAt } = here();
    vi.useFakeTimers({ now: startedAt + 5 * 60_000 });
    expect(secondsLeft(here())).toBe(15 * 60);
    vi.setSystemTime(startedAt + 21 * 60_000);
    expect(secondsLeft(here())).toBe(0);
    vi.useRealTimers();
    expect(secondsLeft({ ...here(), minutes: 0 })).toBeUndefined();
  });
});

describe('a run', () => {
  test('of exercises that are other ones by now is none', async () => {
    await startRun(PRACTICE);
    sets.value = sets.value.map(set => ({ ...set, run: set.run && { ...set.run, digest: 'otherone' } }));
    expect(run.value).toBeUndefined();
    expect(await enterRun()).toBe(false);
  });

  test('whose texts no longer fit begins that exercise anew', async () => {
    await startRun(PRACTICE);
    await enterRun();
    await change(reveal(edit(table().attempt, 0, '3')));
    const works = here().works.map(work => ({ ...work, typed: ['a', 'b', 'c', 'd', 'e'] }));
    const attempts = attemptsOf(opened.value as OpenedSet, { ...here(), works });
    expect(attempts.map(({ texts, done }) => [texts.join(''), done])).toEqual([
      ['', false],
      ['', false],
      ['', false],
    ]);
  });
});
