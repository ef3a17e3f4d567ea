import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/schedule/card.ts';
import type { Cards, Course } from '../../src/schedule/path.ts';
import { drills, dueCards, type Item, isForCard, nextInSession } from '../../src/schedule/queue.ts';
import { card, TODAY } from './cards.ts';

const state = (interval: bigint) => ({ n: 3, ef100: 250, interval });
const course = (...ids: readonly string[]): Course => ids.map(id => ({ id, needs: [] }));
const skills = (items: readonly { skill: string }[]) => items.map(({ skill }) => skill);

describe('what is due', () => {
  test('most overdue in proportion to the interval comes first', () => {
    const cards: Cards = new Map([
      card('a', { state: state(100n), due: TODAY - 9 }),
      card('b', { state: state(6n), due: TODAY }),
      card('c', { state: state(1n), due: TODAY }),
      card('d', { state: state(6n), due: TODAY + 1 }),
      card('e', { state: state(10n), due: TODAY - 4 }),
    ]);
    expect(skills(dueCards(course('a', 'b', 'c', 'd', 'e'), cards, TODAY))).toEqual(['c', 'e', 'b', 'a']);
  });

  test('reviewed today is not due again, nor is a skill that is no longer in the course', () => {
    const cards: Cards = new Map([card('a', { reviewed: TODAY, due: TODAY }), card('gone')]);
    expect(dueCards(course('a'), cards, TODAY)).toEqual([]);
  });

  test('a drill is owed on its day only', () => {
    const cards: Cards = new Map([card('a', { drill: TODAY }), card('b', { drill: TODAY - 1 }), card('c')]);
    expect(drills(course('a', 'b', 'c'), cards, TODAY)).toEqual(['a']);
  });
});

test('examples, and practice of what was not reviewed on the day, bear on no card', () => {
  const [, reviewed] = card('a', { reviewed: TODAY });
  const [, waiting] = card('a', { due: TODAY + 9 });
  const forCard = (['due', 'drill', 'worked', 'guided', 'new'] as const).map(role => [
    isForCard(role, reviewed, TODAY),
    isForCard(role, waiting, TODAY),
  ]);
  expect(forCard).toEqual([
    [true, true],
    [true, false],
    [false, false],
    [false, false],
    [true, true],
  ]);
});

describe('the next exercise', () => {
  const plan: readonly Item[] = ['a', 'b', 'c', 'd', 'e', 'f'].map(skill => ({ skill, role: 'due' }));
  const failed = (...ids: readonly string[]): Cards => new Map(ids.map(id => card(id, { drill: TODAY })));
  const asDone = (skills: readonly string[]): readonly Item[] => skills.map(skill => ({ skill, role: 'due' }));
  const next = (done: readonly string[], cards: Cards) => nextInSession({ plan, done: asDone(done) }, cards, TODAY, 10)?.skill;

  test('follows the plan', () => {
    expect(next([], new Map())).toBe('a');
    expect(next(['a'], new Map())).toBe('b');
    expect(next(['a', 'b', 'c', 'd', 'e', 'f'], new Map())).toBeUndefined();
  });

  test('a failed one comes back after three others', () => {
    expect(next(['a', 'b', 'c'], failed('a'))).toBe('d');
    expect(next(['a', 'b', 'c', 'd'], failed('a'))).toBe('a');
    expect(nextInSession({ plan, done: asDone(['a', 'b', 'c', 'd']) }, failed('a'), TODAY, 10)?.role).toBe('drill');
  });

  test('a failed one comes back sooner when the plan is done, the longest waiting first', () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(next(all, failed('e', 'f'))).toBe('e');
    expect(next(all, failed('f'))).toBe('f');
  });

  test('the session ends at its length', () => {
    expect(nextInSession({ plan, done: asDone(['a', 'b']) }, new Map(), TODAY, 2)).toBeUndefined();
  });

  test('what is not due any more is left out', () => {
    const off = new Map([card('a', { due: TODAY + 3 })]);
    expect(next([], off)).toBe('b');
  });

  test('examples that are only read are no exercises', () => {
    const done: readonly Item[] = [...asDone(['a']), { skill: 'x', role: 'worked' }];
    expect(nextInSession({ plan, done }, new Map(), TODAY, 2)).toEqual({ skill: 'b', role: 'due' });
    expect(nextInSession({ plan, done: [...done, ...asDone(['b'])] }, new Map(), TODAY, 2)).toBeUndefined();
  });

  test('an example that is planned for a failed skill comes before its drill', () => {
    const helped: readonly Item[] = [...plan, { skill: 'a', role: 'worked' }];
    const done = asDone(['a', 'b', 'c', 'd']);
    const worked = nextInSession({ plan: helped, done }, failed('a'), TODAY, 10);
    expect(worked).toEqual({ skill: 'a', role: 'worked' });
    const read: readonly Item[] = [...done, { skill: 'a', role: 'worked' }, ...asDone(['e', 'f', 'g'])];
    expect(nextInSession({ plan: helped, done: read }, failed('a'), TODAY, 10)).toEqual({ skill: 'a', role: 'drill' });
  });

  test('never the same skill twice in a row while another is to do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (size, fails) => {
        const short = plan.slice(0, size);
        const cards = new Map<string, Card>();
        const done: string[] = [];
        for (;;) {
          const item = nextInSession({ plan: short, done: asDone(done) }, cards, TODAY, 20);
          if (!item) break;
          const others = short.filter(({ skill }) => skill !== item.skill);
          const open = others.filter(({ skill }) => !done.includes(skill) || cards.get(skill)?.drill === TODAY);
          if (item.skill === done.at(-1)) expect(open).toEqual([]);
          cards.set(...card(item.skill, { drill: fails[done.length] ? TODAY : null }));
          done.push(item.skill);
        }
        const owed = [...cards.values()].some(({ drill }) => drill === TODAY);
        expect(done.length === 20 || !owed).toBe(true);
        expect(new Set(done).size === short.length || done.length === 20).toBe(true);
      }),
    );
  });
});
