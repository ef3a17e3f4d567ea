import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/schedule/card.ts';
import {
  type Cards,
  type Course,
  drills,
  dueCards,
  type Item,
  newSkills,
  nextInSession,
  openSkills,
  PACE,
  planSession,
} from '../../src/schedule/queue.ts';

const TODAY = 20_000;

const card = (skill: string, facts: Partial<Card> = {}): [string, Card] => [
  skill,
  {
    skill,
    state: { n: 2, ef100: 250, interval: 6n },
    due: TODAY,
    level: 1,
    clean: 0,
    lapses: 0,
    daysPassed: 2,
    started: TODAY - 7,
    reviewed: TODAY - 6,
    drill: null,
    times: [],
    half: null,
    ...facts,
  },
];

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

describe('what is open', () => {
  const chain: Course = [
    { id: 'a', needs: [] },
    { id: 'b', needs: ['a'] },
    { id: 'c', needs: ['a', 'b'] },
    { id: 'd', needs: ['not-written-yet'] },
  ];

  test.each<[string, readonly [string, Card][], readonly string[]]>([
    ['at first, what needs nothing that exists', [], ['a', 'd']],
    ['one day passed is not two', [card('a', { daysPassed: 1 })], ['a', 'd']],
    ['two days passed open the next', [card('a')], ['a', 'b', 'd']],
    ['all prerequisites count', [card('a'), card('b', { daysPassed: 1 })], ['a', 'b', 'd']],
    ['all passed', [card('a'), card('b')], ['a', 'b', 'c', 'd']],
    ['what has a card never locks again', [card('c', { daysPassed: 0 })], ['a', 'c', 'd']],
  ])('%s', (_, cards, open) => {
    expect(openSkills(chain, new Map(cards))).toEqual(open);
  });

  test('at most two new skills a day, less those begun today', () => {
    const five = course('a', 'b', 'c', 'd', 'e');
    expect(newSkills(five, new Map(), TODAY, 2)).toEqual(['a', 'b']);
    expect(newSkills(five, new Map([card('a', { started: TODAY })]), TODAY, 2)).toEqual(['b']);
    expect(newSkills(five, new Map([card('a', { started: TODAY }), card('c', { started: TODAY })]), TODAY, 2)).toEqual([]);
    expect(newSkills(five, new Map([card('a')]), TODAY, 2)).toEqual(['b', 'c']);
    expect(newSkills(five, new Map([card('a', { started: TODAY }), card('c', { started: TODAY })]), TODAY, 1)).toEqual([]);
  });
});

describe('a session', () => {
  const many = Array.from({ length: 40 }, (_, index) => `s${index}`);

  test('the first day offers two new skills and no more', () => {
    expect(planSession(course(...many), new Map(), TODAY, PACE)).toEqual([
      { skill: 's0', role: 'new' },
      { skill: 's1', role: 'new' },
    ]);
  });

  test('due, then owed, then new', () => {
    const cards: Cards = new Map([card('a', { drill: TODAY, reviewed: TODAY, due: TODAY + 1 }), card('b')]);
    expect(planSession(course('a', 'b', 'c'), cards, TODAY, PACE)).toEqual([
      { skill: 'b', role: 'due' },
      { skill: 'a', role: 'drill' },
      { skill: 'c', role: 'new' },
    ]);
  });

  test('is as long as it is set, and a day of reviews has an end', () => {
    const cards: Cards = new Map(many.map(skill => card(skill)));
    expect(planSession(course(...many), cards, TODAY, PACE)).toHaveLength(10);
    const done = many.slice(0, 27).map(skill => card(skill, { reviewed: TODAY, due: TODAY + 6 }));
    expect(planSession(course(...many), new Map([...cards, ...done]), TODAY, PACE)).toHaveLength(3);
  });

  test('with nothing due there is none', () => {
    expect(planSession(course('a'), new Map([card('a', { due: TODAY + 1 })]), TODAY, PACE)).toEqual([]);
  });
});

describe('the next exercise', () => {
  const plan: readonly Item[] = ['a', 'b', 'c', 'd', 'e', 'f'].map(skill => ({ skill, role: 'due' }));
  const failed = (...ids: readonly string[]): Cards => new Map(ids.map(id => card(id, { drill: TODAY })));
  const next = (done: readonly string[], cards: Cards) => nextInSession({ plan, done }, cards, TODAY, 10)?.skill;

  test('follows the plan', () => {
    expect(next([], new Map())).toBe('a');
    expect(next(['a'], new Map())).toBe('b');
    expect(next(['a', 'b', 'c', 'd', 'e', 'f'], new Map())).toBeUndefined();
  });

  test('a failed one comes back after three others', () => {
    expect(next(['a', 'b', 'c'], failed('a'))).toBe('d');
    expect(next(['a', 'b', 'c', 'd'], failed('a'))).toBe('a');
    expect(nextInSession({ plan, done: ['a', 'b', 'c', 'd'] }, failed('a'), TODAY, 10)?.role).toBe('drill');
  });

  test('a failed one comes back sooner when the plan is done, the longest waiting first', () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(next(all, failed('e', 'f'))).toBe('e');
    expect(next(all, failed('f'))).toBe('f');
  });

  test('the session ends at its length', () => {
    expect(nextInSession({ plan, done: ['a', 'b'] }, new Map(), TODAY, 2)).toBeUndefined();
  });

  test('never the same skill twice in a row while another is to do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (size, fails) => {
        const short = plan.slice(0, size);
        const cards = new Map<string, Card>();
        const done: string[] = [];
        for (;;) {
          const item = nextInSession({ plan: short, done }, cards, TODAY, 20);
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
