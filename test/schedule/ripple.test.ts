import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Card, step } from '../../src/schedule/card.ts';
import type { Cards, Course } from '../../src/schedule/path.ts';
import { rippleOf } from '../../src/schedule/ripple.ts';
import type { Quality } from '../../src/schedule/sm2.ts';
import { card, said, TODAY } from './cards.ts';
import { answer } from './log.ts';

const needy: Course = [
  { id: 'area/far', needs: [] },
  { id: 'area/weak', needs: ['area/far'] },
  { id: 'area/strong', needs: [] },
  { id: 'area/hard', needs: ['area/strong', 'area/weak', 'area/unmet'] },
];
const rules = { levels: () => 3 };
const state = (interval: bigint, n = 3) => ({ n, ef100: 250, interval });

/** What an answer of this skill does to the others. */
const rippled = (
  cards: Cards,
  quality: Quality,
  { skill = 'area/hard', guessable = false, blamed = [] as readonly string[] } = {},
) => {
  const next = step(cards.get(skill), answer(1, quality, { skill, day: TODAY, guessable }), rules);
  if (!next) throw new Error('no card');
  return rippleOf(needy, cards, { after: next, quality, day: TODAY, blamed });
};

const waits = new Map([
  card('area/hard'),
  card('area/far', { due: TODAY }),
  card('area/weak', { due: TODAY + 20, state: state(40n) }),
  card('area/strong', { due: TODAY + 60, state: state(90n) }),
]);

describe('a lapse', () => {
  test('brings the weakest prerequisite forward, and into the session', () => {
    const { moves, items } = rippled(waits, 1);
    expect(moves).toEqual([{ skill: 'area/weak', due: TODAY }]);
    expect(said(items)).toEqual(['due area/weak']);
  });

  test.each<[string, Partial<Card>]>([
    ['comes within a week anyway', { due: TODAY + 7 }],
    ['was reviewed today', { reviewed: TODAY }],
  ])('not where it %s', (_, facts) => {
    const cards = new Map([...waits, card('area/weak', { due: TODAY + 20, ...facts })]);
    expect(rippled(cards, 1)).toEqual({ moves: [], items: [] });
  });

  test('the fourth brings drills of what it needs and a worked example, in this session still', () => {
    const cards = new Map([...waits, card('area/hard', { lapses: 3 }), card('area/weak', { due: TODAY + 5, state: state(6n) })]);
    expect(said(rippled(cards, 0).items)).toEqual(['drill area/weak', 'drill area/strong', 'worked area/hard']);
  });
});

describe('a known mistake of a prerequisite', () => {
  const blamed = ['area/strong', 'area/unmet'];

  test.each<Quality>([1, 3])('brings that one forward, also after a slip (quality %i)', quality => {
    const { moves, items } = rippled(waits, quality, { blamed });
    expect(moves).toEqual([{ skill: 'area/strong', due: TODAY }]);
    expect(said(items)).toEqual(['due area/strong']);
  });

  test('moves nothing that is due already, or was reviewed today', () => {
    const due = new Map([...waits, card('area/strong', { due: TODAY })]);
    const done = new Map([...waits, card('area/strong', { reviewed: TODAY, due: TODAY + 60 })]);
    for (const cards of [due, done]) expect(rippled(cards, 2, { blamed })).toEqual({ moves: [], items: [] });
  });
});

describe('a pass', () => {
  const due = (facts: Partial<Card> = {}) =>
    new Map([...waits, card('area/weak', { state: state(40n), reviewed: TODAY - 41, due: TODAY - 1, ...facts })]);

  test('lets the prerequisites that are due wait for a quarter of their interval more, one step deep', () => {
    expect(rippled(due(), 5)).toEqual({ moves: [{ skill: 'area/weak', due: TODAY + 10 }], items: [] });
    expect(rippled(due({ state: state(1n), reviewed: TODAY - 1, due: TODAY }), 4).moves).toEqual([
      { skill: 'area/weak', due: TODAY + 1 },
    ]);
    expect(rippled(due({ state: state(300n), reviewed: TODAY - 300, due: TODAY }), 4).moves).toEqual([
      { skill: 'area/weak', due: TODAY + 30 },
    ]);
  });

  test('a slip, a drill and the first of two guessable answers do nothing', () => {
    expect(rippled(due(), 3)).toEqual({ moves: [], items: [] });
    expect(rippled(due(), 5, { guessable: true })).toEqual({ moves: [], items: [] });
    expect(rippled(new Map([...due(), card('area/hard', { reviewed: TODAY })]), 5)).toEqual({ moves: [], items: [] });
  });

  test('the lower of two guessable answers decides', () => {
    const half = (quality: Quality) => {
      const [, prior] = card('area/hard');
      const first = step(prior, answer(1, quality, { skill: 'area/hard', day: TODAY, guessable: true }), rules);
      return first ? rippled(new Map([...due(), ['area/hard', first]]), 5, { guessable: true }) : undefined;
    };
    expect(half(5)?.moves).toHaveLength(1);
    expect(half(3)?.moves).toEqual([]);
    expect(half(1)?.moves).toEqual([]);
  });

  test('a card is asked itself after twice its interval, however often others are passed', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 400n }), interval => {
        const reviewed = TODAY - Number(interval);
        let on = TODAY;
        for (let times = 0; times < 50; times++) {
          const cards = new Map([...waits, card('area/weak', { state: state(interval), reviewed, due: on })]);
          const [, own] = card('area/hard', { reviewed: on, due: on + 1 });
          const move = rippleOf(needy, cards, { after: own, quality: 5, day: on, blamed: [] }).moves.find(
            ({ skill }) => skill === 'area/weak',
          );
          if (!move) break;
          expect(move.due).toBeGreaterThan(on);
          on = move.due;
        }
        expect(on - reviewed).toBeGreaterThanOrEqual(Number(2n * interval));
        expect(on - reviewed).toBeLessThanOrEqual(Number(2n * interval) + 30 + 1);
      }),
      { numRuns: 50 },
    );
  });
});
