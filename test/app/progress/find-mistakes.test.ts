import { describe, expect, test } from 'vitest';
import { findWeakSpots } from '../../../src/app/progress/find-mistakes.ts';
import { wordsIn } from '../../../src/app/progress/weak-spots.ts';
import type { AnswerEntry, Entry } from '../../../src/schedule/entry.ts';
import { answer, override, undo } from '../../schedule/log.ts';
import { mistaken, wordsOfMistake } from './mistaken.ts';

const TODAY = 20_000;
const DENSE = 'linear-algebra/dense-layer-forward';
const CHAIN = 'calculus/chain-rule';

/** Looks through a log; `asked` are the spans that were read. */
const look = async (log: readonly Entry[]) => {
  const asked: [from: number, to: number][] = [];
  const spots = await findWeakSpots(async (from, to) => {
    asked.push([from, to]);
    return log.filter(({ day }) => day >= from && day <= to);
  }, TODAY);
  return { spots, asked };
};

const found = async (...log: readonly Entry[]) => (await look(log)).spots.map(({ skill, times }) => [skill, times]);

describe('mistakes are found again in what was typed', () => {
  test('by their sentences, the most frequent first', async () => {
    const log: AnswerEntry[] = [];
    for (let i = 1; i <= 3; i++) log.push(await mistaken(DENSE, 2, i));
    for (let i = 4; i <= 5; i++) log.push(await mistaken(CHAIN, 3, i));
    const { spots } = await look(log);
    expect(spots.map(({ skill, level, times }) => [skill, level, times])).toEqual([
      [DENSE, 2, 3],
      [CHAIN, 3, 2],
    ]);
    const last = log[2];
    expect(wordsIn(spots[0]?.says ?? [])).toEqual(wordsIn([last ? await wordsOfMistake(last) : '']));
  });

  test('as one mistake, whatever story the exercise tells', async () => {
    const log: AnswerEntry[] = [];
    for (let i = 1; i <= 12; i++) log.push(await mistaken('probability/bayes-rule', 2, i, {}, 1));
    expect(new Set(await Promise.all(log.map(entry => wordsOfMistake(entry, 1)))).size).toBeGreaterThan(2);
    expect(await found(...log)).toEqual([['probability/bayes-rule', 12]]);
  });

  test('in the first of two tries too', async () => {
    const first = await mistaken(DENSE, 2, 1);
    expect(await found({ ...first, answers: [...first.answers, ['1']], verdicts: ['wrong', 'right'], quality: 3 })).toEqual([
      [DENSE, 1],
    ]);
  });

  test('a wrong answer that nobody can explain is none', async () => {
    const first = await mistaken(DENSE, 2, 1);
    expect(await found({ ...first, answers: [first.answers[0]?.map(() => '987654321') ?? []] })).toEqual([]);
  });

  test('what was taken back, overruled, or only in a poor form says nothing', async () => {
    const [a, b, c] = [await mistaken(DENSE, 2, 1), await mistaken(DENSE, 2, 2), await mistaken(DENSE, 2, 3)];
    const [back, right] = [undo(4, 'phone:1', { skill: DENSE }), override(5, 'phone:2', { skill: DENSE })];
    expect(await found(a, b, { ...c, verdicts: ['form'] }, back, right)).toEqual([]);
    expect(await found(a, b, c, back)).toEqual([[DENSE, 2]]);
  });

  test('skills that are gone or have changed since say nothing', async () => {
    const old = await mistaken(DENSE, 2, 1);
    expect(
      await found(
        { ...old, version: old.version + 1 },
        { ...old, seq: 2, level: 99 },
        { ...old, seq: 3, skill: 'no/such-skill' },
      ),
    ).toEqual([]);
  });

  test('three clean answers since, and a mistake is not spoken of', async () => {
    const made = await mistaken(DENSE, 2, 1);
    const clean = [2, 3, 4].map(seq => answer(seq, 4, { skill: DENSE }));
    expect(await found(made, ...clean)).toEqual([]);
    expect(await found(made, ...clean.slice(1))).toEqual([[DENSE, 1]]);
  });
});

describe('what is read', () => {
  const wrong = (many: number, day: number) =>
    Array.from({ length: many }, (_, i) => answer(day * 1000 + i, 1, { skill: CHAIN, day, answers: [['987654321']] }));

  test('is half a year at most, each day once, the latest first', async () => {
    const { asked } = await look([]);
    expect(asked[0]).toEqual([TODAY - 13, TODAY]);
    for (const [i, [, to]] of asked.entries()) if (i > 0) expect(to).toBe((asked[i - 1]?.[0] ?? 0) - 1);
    expect(TODAY - (asked.at(-1)?.[0] ?? 0)).toBe(181);
  });

  test('is no more than it takes for 200 wrong answers', async () => {
    expect((await look([...wrong(150, TODAY), ...wrong(50, TODAY - 20)])).asked).toHaveLength(2);
    expect((await look(wrong(200, TODAY))).asked).toHaveLength(1);
  });

  test('and of more than 200 only the latest', async () => {
    const early = await mistaken(DENSE, 2, 1, { day: TODAY - 1 });
    expect(await found(early, ...wrong(199, TODAY))).toEqual([[DENSE, 1]]);
    expect(await found(early, ...wrong(200, TODAY))).toEqual([]);
  });
});
