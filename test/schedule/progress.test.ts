import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rules } from '../../src/schedule/card.ts';
import { type AnswerEntry, type Entry, entryId } from '../../src/schedule/entry.ts';
import { type ByDay, skillsToReplay, type Tally, tallyOf, withFresh } from '../../src/schedule/progress.ts';
import { replay, replaySkill } from '../../src/schedule/replay.ts';
import type { Quality } from '../../src/schedule/sm2.ts';
import { answer, logs, moveDue, override, SKILL, undo } from './log.ts';

const rules: Rules = { levels: () => 3 };
const D = 20_000;

const log = (...entries: readonly Entry[]): Tally => tallyOf(entries, rules);
const plain = (amounts: ByDay | undefined) => Object.fromEntries(amounts ?? []);
const recall = (tally: Tally) => [plain(tally.due.get('calculus')), plain(tally.recalled.get('calculus'))];

/** All but the order in which amounts came. */
const sorted = ({ skills, due, recalled, ...amounts }: Tally) => ({
  ...Object.fromEntries(Object.entries(amounts).map(([name, days]) => [name, plain(days)])),
  due: Object.fromEntries([...due].map(([area, days]) => [area, plain(days)])),
  recalled: Object.fromEntries([...recalled].map(([area, days]) => [area, plain(days)])),
  skills: Object.fromEntries(skills),
});

/** A second, slow reading: each skill's study days one by one, with the card before each day replayed from all of the log before it. */
const slowly = (entries: readonly Entry[]) => {
  const found: Record<string, Record<number, number>> = {};
  const count = (name: string, day: number, amount: number) => {
    found[name] = { ...found[name], [day]: (found[name]?.[day] ?? 0) + amount };
  };
  for (const skill of new Set(entries.map(each => each.skill))) {
    const own = entries.filter(each => each.skill === skill);
    const undone = own.flatMap(each => (each.kind === 'undo' ? [each.target] : []));
    const standing = own.filter(each => !undone.includes(entryId(each)));
    const right = standing.flatMap(each => (each.kind === 'override' ? [each.target] : []));
    const answers = standing.filter((each): each is AnswerEntry => each.kind === 'answer');
    for (const { day, activeSeconds } of answers) {
      count('exercises', day, 1);
      count('tenths', day, Math.round(activeSeconds * 10));
    }
    let strong = 0;
    for (const day of new Set(own.map(each => each.day))) {
      const practised = answers.filter(each => each.day === day && each.purpose === 'practice');
      const before = replaySkill(
        standing.filter(each => each.day < day),
        rules,
      );
      const after = replaySkill(
        standing.filter(each => each.day <= day),
        rules,
      );
      const isStrong = after && after.state.interval >= 21n ? 1 : 0;
      count('strong', day, isStrong - strong);
      strong = isStrong;
      const [first] = practised;
      if (!first) continue;
      if (!before) count('met', day, 1);
      // Due as the card stands at the first answer, after what has moved it earlier that day.
      const until = standing.filter(
        each => each.day < day || (each.day === day && standing.indexOf(each) < standing.indexOf(first)),
      );
      const due = replaySkill(until, rules)?.due;
      if (!before || due === undefined || due > day) continue;
      const scores = practised.slice(0, first.guessable ? 2 : 1).map(each => (right.includes(entryId(each)) ? 4 : each.quality));
      count('due', day, 1);
      count('recalled', day, Math.min(...scores) >= 3 ? 1 : 0);
    }
  }
  return Object.fromEntries(
    Object.entries(found).map(([name, days]) => [name, Object.fromEntries(Object.entries(days).filter(([, sum]) => sum !== 0))]),
  );
};

const overAreas = (areas: ReadonlyMap<string, ByDay>) => {
  const days = [...areas.values()].flatMap(amounts => [...amounts]);
  return plain(new Map(days.map(([day]) => [day, days.filter(each => each[0] === day).reduce((sum, [, n]) => sum + n, 0)])));
};

describe('a tally', () => {
  test('says what a second, slow reading of the log says', () => {
    fc.assert(
      fc.property(logs, entries => {
        const { exercises, tenths, met, strong, due, recalled } = tallyOf(entries, rules);
        const found = {
          ...{ exercises: plain(exercises), tenths: plain(tenths), met: plain(met), strong: plain(strong) },
          ...{ due: overAreas(due), recalled: overAreas(recalled) },
        };
        const slow = slowly(entries);
        for (const [name, days] of Object.entries(found)) expect([name, days]).toEqual([name, slow[name] ?? {}]);
      }),
      { numRuns: 1000 },
    );
  });

  test('is the same whether entries are folded in one by one, in pieces, or all at once', () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 1, max: 9 }), (entries, piece) => {
        let tally = tallyOf([], rules);
        for (let i = 0; i < entries.length; i += piece) {
          const [fresh, sofar] = [entries.slice(i, i + piece), entries.slice(0, i + piece)];
          const wanted = skillsToReplay(tally, fresh);
          tally = withFresh(
            tally,
            fresh,
            new Map(wanted.map(skill => [skill, sofar.filter(entry => entry.skill === skill)])),
            rules,
          );
        }
        expect(sorted(tally)).toEqual(sorted(tallyOf(entries, rules)));
      }),
    );
  });

  test('is the same whichever way the entries came, as after a clock was set back', () => {
    fc.assert(
      fc.property(
        logs.chain(entries => fc.tuple(fc.constant(entries), fc.shuffledSubarray([...entries], { minLength: entries.length }))),
        fc.nat(40),
        ([entries, mixed], early) => {
          const fresh = mixed.slice(early);
          const before = tallyOf(mixed.slice(0, early), rules);
          const wanted = skillsToReplay(before, fresh);
          const whole = new Map(wanted.map(skill => [skill, mixed.filter(entry => entry.skill === skill)]));
          expect(sorted(withFresh(before, fresh, whole, rules))).toEqual(sorted(tallyOf(entries, rules)));
        },
      ),
    );
  });

  test('holds the very cards of a replay', () => {
    fc.assert(
      fc.property(logs, entries => {
        const held = [...tallyOf(entries, rules).skills].flatMap(([skill, { card }]) => (card ? [[skill, card]] : []));
        expect(Object.fromEntries(held)).toEqual(Object.fromEntries(replay(entries, rules)));
      }),
    );
  });

  test('does not change when another is made of it', () => {
    const before = log(answer(1, 5));
    withFresh(before, [answer(2, 5, { day: D + 1 })], new Map(), rules);
    expect(sorted(before)).toEqual(sorted(log(answer(1, 5))));
  });
});

describe('what counts', () => {
  test('every exercise that was not taken back, whatever it was for, with its time', () => {
    const tally = log(
      answer(1, 5, { activeSeconds: 12.3 }),
      answer(2, 0, { purpose: 'free', activeSeconds: 0.4 }),
      answer(3, 5, { purpose: 'set', day: D + 1 }),
      answer(4, 5, { purpose: 'placement', day: D + 2 }),
      undo(5, 'phone:4', { day: D + 2 }),
    );
    expect(plain(tally.exercises)).toEqual({ [D]: 2, [D + 1]: 1 });
    expect(plain(tally.tenths)).toEqual({ [D]: 127, [D + 1]: 120 });
  });

  test.each<[string, readonly Entry[], [due: object, recalled: object]]>([
    ['a skill’s first review is no recall', [answer(1, 5)], [{}, {}]],
    ['a due one of quality 3 is recalled', [answer(1, 5), answer(2, 3, { day: D + 1 })], [{ [D + 1]: 1 }, { [D + 1]: 1 }]],
    ['one with a hint is not', [answer(1, 5), answer(2, 2, { day: D + 1 })], [{ [D + 1]: 1 }, {}]],
    [
      'later ones on that day are drill',
      [answer(1, 5), answer(2, 2, { day: D + 4 }), answer(3, 5, { day: D + 4 })],
      [{ [D + 4]: 1 }, {}],
    ],
    ['before its day it is none', [answer(1, 5), moveDue(2, D + 5), answer(3, 5, { day: D + 4 })], [{}, {}]],
    [
      'an overruled one is recalled',
      [answer(1, 5), answer(2, 1, { day: D + 1 }), override(3, 'phone:2')],
      [{ [D + 1]: 1 }, { [D + 1]: 1 }],
    ],
    ['free practice is none', [answer(1, 5), answer(2, 1, { day: D + 1, purpose: 'free' })], [{}, {}]],
  ])('%s', (_, entries, expected) => {
    expect(recall(log(...entries))).toEqual(expected);
  });

  test('two guessable answers are one review, recalled where both are', () => {
    const half = (seq: number, quality: Quality, day: number) => answer(seq, quality, { guessable: true, day });
    const met = [half(1, 5, D), half(2, 5, D)];
    expect(recall(log(...met))).toEqual([{}, {}]);
    expect(recall(log(...met, half(3, 5, D + 1)))).toEqual([{ [D + 1]: 1 }, { [D + 1]: 1 }]);
    expect(recall(log(...met, half(3, 5, D + 1), half(4, 1, D + 1)))).toEqual([{ [D + 1]: 1 }, {}]);
    expect(recall(log(...met, half(3, 1, D + 1), half(4, 5, D + 1)))).toEqual([{ [D + 1]: 1 }, {}]);
  });

  test('a skill is strong from the day on which three weeks are reached until it lapses', () => {
    const days = [D, D + 1, D + 7, D + 30];
    const passed = days.map((day, i) => answer(i + 1, 5, { day }));
    expect(plain(log(...passed).strong)).toEqual({ [D + 30]: 1 });
    expect(plain(log(...passed, answer(9, 1, { day: D + 90 })).strong)).toEqual({ [D + 30]: 1, [D + 90]: -1 });
    expect(plain(log(...passed).met)).toEqual({ [D]: 1 });
    expect(plain(log(answer(1, 5), undo(2, 'phone:1')).met)).toEqual({});
    expect(SKILL.split('/')[0]).toBe('calculus');
  });
});
