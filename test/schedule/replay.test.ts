import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card, Rules } from '../../src/schedule/card.ts';
import { type AnswerEntry, type Entry, entryId } from '../../src/schedule/entry.ts';
import { apply, replay, replaySkill } from '../../src/schedule/replay.ts';
import { type CardState, NEW_CARD, type Quality, review } from '../../src/schedule/sm2.ts';
import { answer, logs, moveDue, override, SKILL, undo } from './log.ts';

const rules: Rules = { levels: () => 3 };
const D = 20_000;

const cardOf = (...entries: readonly Entry[]): Card => {
  const card = replaySkill(entries, rules);
  if (!card) throw new Error('no card');
  return card;
};

const shuffled = (log: readonly Entry[]) => fc.shuffledSubarray([...log], { minLength: log.length });

describe('the order of the log is all that counts', () => {
  test('entries may come in any order', () => {
    fc.assert(
      fc.property(
        logs.chain(log => fc.tuple(fc.constant(log), shuffled(log))),
        ([log, mixed]) => {
          expect(replay(mixed, rules)).toEqual(replay(log, rules));
        },
      ),
    );
  });

  test('two devices’ logs merge, whichever comes first', () => {
    fc.assert(
      fc.property(logs, log => {
        const [phone, tablet] = ['phone', 'tablet'].map(device => log.filter(entry => entry.device === device));
        expect(replay([...(tablet ?? []), ...(phone ?? [])], rules)).toEqual(replay(log, rules));
      }),
    );
  });

  test('entry by entry gives what replay of all gives', () => {
    fc.assert(
      fc.property(logs, log => {
        let cards: ReadonlyMap<string, Card> = new Map();
        for (const [index, entry] of log.entries()) {
          const earlier = log.slice(0, index).filter(({ skill }) => skill === entry.skill);
          cards = apply(cards, entry, earlier, rules);
          expect(cards).toEqual(replay(log.slice(0, index + 1), rules));
        }
      }),
    );
  });
});

// A second replay for the part of a card that SM-2 makes, from whole study days instead of entry by entry.
const slowState = (log: readonly Entry[]): { state: CardState; passed: number; lapses: number } => {
  const undone = log.flatMap(entry => (entry.kind === 'undo' ? [entry.target] : []));
  const standing = log.filter(entry => !undone.includes(entryId(entry)));
  const overruled = standing.flatMap(entry => (entry.kind === 'override' ? [entry.target] : []));
  const answers = standing.filter((entry): entry is AnswerEntry => entry.kind === 'answer' && entry.purpose === 'practice');
  const qualities = [...new Set(answers.map(({ day }) => day))].map(day => {
    const scores = answers
      .filter(entry => entry.day === day)
      .map(entry => [overruled.includes(entryId(entry)) ? 4 : entry.quality, entry.guessable] as const);
    const taken = scores.slice(0, scores[0]?.[1] ? 2 : 1).map(([quality]) => quality);
    return Math.min(...taken) as Quality;
  });
  const lapses = qualities.filter(quality => quality < 3).length;
  return { state: qualities.reduce(review, NEW_CARD), passed: qualities.length - lapses, lapses };
};

test('each study day’s first answer is the review, as a second reading of the log finds', () => {
  fc.assert(
    fc.property(logs, log => {
      const own = log.filter(({ skill }) => skill === SKILL);
      const card = replaySkill(own, rules);
      const { state, passed, lapses } = slowState(own);
      expect(card ? [card.state, card.daysPassed, card.lapses] : [NEW_CARD, 0, 0]).toEqual([state, passed, lapses]);
    }),
  );
});

describe('reviews and drills', () => {
  test('the first answer of the day is the review, later ones are drill', () => {
    const card = cardOf(answer(1, 2), answer(2, 5), answer(3, 5));
    expect(card.state).toEqual(review(NEW_CARD, 2));
    expect([card.due, card.reviewed, card.started, card.lapses]).toEqual([D + 1, D, D, 1]);
  });

  test('a skill is owed until it scores 4', () => {
    expect(cardOf(answer(1, 3)).drill).toBe(D);
    expect(cardOf(answer(1, 3), answer(2, 3)).drill).toBe(D);
    expect(cardOf(answer(1, 3), answer(2, 3), answer(3, 4)).drill).toBeNull();
    expect(cardOf(answer(1, 4)).drill).toBeNull();
  });

  test('two guessable answers make one review of the lower quality', () => {
    const state = (a: Quality, b: Quality) => cardOf(answer(1, a, { guessable: true }), answer(2, b, { guessable: true })).state;
    expect(state(5, 2)).toEqual(review(NEW_CARD, 2));
    expect(state(1, 5)).toEqual(review(NEW_CARD, 1));
    expect(state(5, 5)).toEqual(review(NEW_CARD, 5));
  });

  test('a guessable answer is owed its second, and stands alone when the day ends without one', () => {
    const first = answer(1, 5, { guessable: true });
    expect(cardOf(first).drill).toBe(D);
    const card = cardOf(first, answer(2, 4, { day: D + 1 }));
    expect(card.state).toEqual(review(review(NEW_CARD, 5), 4));
  });

  test.each(['free', 'set', 'placement'] as const)('%s leaves the schedule alone', purpose => {
    expect(replaySkill([answer(1, 5, { purpose })], rules)).toBeUndefined();
    expect(cardOf(answer(1, 5), answer(2, 0, { purpose, day: D + 1 }))).toEqual(cardOf(answer(1, 5)));
  });

  test('moving the due day changes nothing else, and reaches a year at most', () => {
    const { due, ...rest } = cardOf(answer(1, 5));
    const { due: moved, ...others } = cardOf(answer(1, 5), moveDue(2, D + 9));
    expect([due, moved]).toEqual([D + 1, D + 9]);
    expect(others).toEqual(rest);
    expect(cardOf(answer(1, 5), moveDue(2, D + 5000)).due).toBe(D + 365);
    expect(cardOf(answer(1, 5), moveDue(2, D - 5)).due).toBe(D);
  });
});

describe('undo and override', () => {
  test('an undo restores the card before exactly', () => {
    fc.assert(
      fc.property(logs, fc.constantFrom(0, 3, 5), fc.boolean(), (log, quality, guessable) => {
        const last = answer(1000, quality as Quality, { day: D + 9999, guessable });
        const back = undo(1001, entryId(last), { day: D + 9999 });
        expect(replay([...log, last, back], rules)).toEqual(replay(log, rules));
      }),
    );
  });

  test('the very first answer can be taken back', () => {
    expect(replaySkill([answer(1, 0), undo(2, 'phone:1')], rules)).toBeUndefined();
  });

  test('with the review gone the day’s next answer is the review', () => {
    expect(cardOf(answer(1, 0), answer(2, 5), undo(3, 'phone:1')).state).toEqual(review(NEW_CARD, 5));
  });

  test('an undo takes back exactly what it names', () => {
    const [a, b] = [answer(1, 5), answer(2, 2, { day: D + 1 })];
    expect(cardOf(a, b, undo(3, 'phone:1', { day: D + 1 })).state).toEqual(review(NEW_CARD, 2));
    expect(cardOf(a, b, undo(3, 'tablet:1', { day: D + 1 }))).toEqual(cardOf(a, b));
  });

  test('"my answer was right" counts as 4, and can itself be taken back', () => {
    const log = [answer(1, 1), override(2, 'phone:1')];
    expect(cardOf(...log).state).toEqual(review(NEW_CARD, 4));
    expect(cardOf(...log).drill).toBeNull();
    expect(cardOf(...log, undo(3, 'phone:2'))).toEqual(cardOf(answer(1, 1)));
  });
});

describe('levels', () => {
  const course = (...qualities: readonly Quality[]) =>
    cardOf(...qualities.map((quality, index) => answer(index + 1, quality, { day: D + index }))).level;

  test.each<[readonly Quality[], number]>([
    [[4], 1],
    [[4, 5], 2],
    [[4, 3, 5], 2],
    [[4, 5, 4], 2],
    [[5, 5, 5, 5], 3],
    [[5, 5, 5, 5, 5, 5], 3],
    [[5, 5, 2], 1],
    [[1], 1],
    [[5, 2, 5], 1],
    [[5, 5, 5, 5, 5, 5, 0, 4, 4], 3],
  ])('after %j it is level %i of 3', (qualities, level) => {
    expect(course(...qualities)).toBe(level);
  });

  test('the first answer done alone sets where a card begins', () => {
    expect(cardOf(answer(1, 4, { level: 2 })).level).toBe(2);
  });

  test('the second of two guessable answers is asked at the level of the first, and both move it together', () => {
    const half = (seq: number, quality: Quality, day: number) => answer(seq, quality, { guessable: true, day });
    const passed = [half(1, 5, D), half(2, 5, D)];
    expect(cardOf(...passed)).toMatchObject({ level: 1, clean: 1 });
    const again = half(3, 5, D + 1);
    expect(cardOf(...passed, again)).toMatchObject({ level: 1, clean: 1 });
    expect(cardOf(...passed, again, half(4, 5, D + 1))).toMatchObject({ level: 2, clean: 0 });
    expect(cardOf(...passed, again, half(4, 3, D + 1))).toMatchObject({ level: 1, clean: 1 });
    expect(cardOf(...passed, half(3, 1, D + 1))).toMatchObject({ level: 1, clean: 1 });
  });

  test('a skill that this version does not know keeps its level', () => {
    const log = [answer(1, 5, { level: 2 }), answer(2, 5, { day: D + 1 }), answer(3, 5, { day: D + 2 })];
    expect(replaySkill(log, { levels: () => 0 })?.level).toBe(2);
  });
});

test('active times are kept of answers right first time, the latest twenty', () => {
  const log = Array.from({ length: 30 }, (_, index) => answer(index + 1, index === 29 ? 3 : 4, { activeSeconds: index }));
  expect(cardOf(...log).times).toEqual(Array.from({ length: 20 }, (_, index) => index + 9));
});

test('another scheduler takes the place of SM-2', () => {
  const weekly: Rules = { ...rules, schedule: (state, _, day) => ({ state, due: day + 7 }) };
  expect(replaySkill([answer(1, 1)], weekly)?.due).toBe(D + 7);
});
