import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/schedule/card.ts';
import { AT_ZERO, type Cards, type Course } from '../../src/schedule/path.ts';
import { PACE, planFurther, planSession } from '../../src/schedule/plan.ts';
import { exercisesIn } from '../../src/schedule/queue.ts';
import { card, said, TODAY } from './cards.ts';
import { chain, courses } from './course.ts';

const course = (...ids: readonly string[]): Course => ids.map(id => ({ id, needs: [] }));
const many = Array.from({ length: 40 }, (_, index) => `s${index}`);
const plan = (of: Course, cards: readonly [string, Card][], pace = PACE) => said(planSession(of, new Map(cards), TODAY, pace));

describe('a session', () => {
  test('the first day offers two new skills in turns: an example, one to finish, then alone', () => {
    expect(plan(course(...many), [])).toEqual(['worked s0', 'worked s1', 'guided s0', 'guided s1', 'new s0', 'new s1']);
  });

  test('due, then owed, with a new skill’s meeting in between', () => {
    const cards = [card('a', { drill: TODAY, reviewed: TODAY, due: TODAY + 1 }), card('b')];
    expect(plan(course('a', 'b', 'c'), cards)).toEqual(['worked c', 'due b', 'guided c', 'drill a', 'new c']);
  });

  test('what a placement found known is met alone at once', () => {
    const standing = { ...AT_ZERO, known: new Set(['a']) };
    expect(said(planSession(course('a'), new Map(), TODAY, PACE, standing))).toEqual(['new a']);
  });

  test('is as long as it is set, and a day of reviews has an end', () => {
    const due = many.map(skill => card(skill));
    expect(plan(course(...many), due)).toHaveLength(10);
    const done = many.slice(0, 27).map(skill => card(skill, { reviewed: TODAY, due: TODAY + 6 }));
    expect(plan(course(...many), [...due, ...done])).toHaveLength(3);
  });

  test('a new skill is begun only where there is room to do it alone', () => {
    const due = many.slice(0, 4).map(skill => card(skill));
    expect(plan(course(...many), due, { ...PACE, length: 5 }).every(item => item.startsWith('due'))).toBe(true);
    expect(plan(course(...many), due, { ...PACE, length: 6 })).toContain('new s4');
  });

  test('with nothing due there is none', () => {
    expect(plan(course('a'), [card('a', { due: TODAY + 1 })])).toEqual([]);
  });

  test('never too long, no skill begun without its examples, and nothing planned that is not open', () => {
    const facts = fc.record({
      due: fc.integer({ min: TODAY - 30, max: TODAY + 30 }),
      reviewed: fc.integer({ min: TODAY - 9, max: TODAY }),
      lapses: fc.nat(9),
      daysPassed: fc.nat(3),
      isOwed: fc.boolean(),
      n: fc.nat(2),
    });
    fc.assert(
      fc.property(
        courses(30),
        fc.array(fc.option(facts), { minLength: 30, maxLength: 30 }),
        fc.constantFrom(5, 10, 20),
        (of, all, length) => {
          const cards: Cards = new Map(
            of.flatMap(({ id }, i) => {
              const given = all[i];
              if (!given) return [];
              const drill = given.isOwed ? given.reviewed : null;
              return [card(id, { ...given, drill, state: { n: given.n, ef100: 250, interval: 6n } })];
            }),
          );
          const items = planSession(of, cards, TODAY, { ...PACE, length });
          expect(exercisesIn(items)).toBeLessThanOrEqual(length);
          for (const { skill } of items.filter(({ role }) => role === 'new')) {
            expect(items.filter(item => item.skill === skill).map(({ role }) => role)).toEqual(['worked', 'guided', 'new']);
            expect(cards.has(skill)).toBe(false);
          }
          const planned = said(items.filter(({ role }) => role !== 'drill'));
          expect(new Set(planned).size).toBe(planned.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('help after four lapses', () => {
  const needy: Course = [...course('weak', 'strong', 'soon'), { id: 'hard', needs: ['strong', 'weak', 'soon'] }];
  const lapsed = (facts: Partial<Card> = {}) =>
    card('hard', { lapses: 4, state: { n: 0, ef100: 150, interval: 1n }, drill: TODAY - 1, ...facts });
  const needs = [
    card('strong', { due: TODAY + 60, state: { n: 5, ef100: 260, interval: 90n } }),
    card('weak', { due: TODAY + 9, state: { n: 3, ef100: 180, interval: 12n } }),
    card('soon'),
  ];

  test('its weakest prerequisites are drilled and an example is worked before it is asked', () => {
    expect(plan(needy, [...needs, lapsed()])).toEqual(['drill weak', 'drill strong', 'worked hard', 'due hard', 'due soon']);
    const today = lapsed({ reviewed: TODAY, due: TODAY + 1, drill: TODAY });
    expect(plan(needy, [...needs, today])).toEqual(['due soon', 'drill weak', 'drill strong', 'worked hard', 'drill hard']);
  });

  test.each<[string, Partial<Card>]>([
    ['three lapses', { lapses: 3 }],
    ['it has scored 4 since', { drill: null }],
    ['it was passed since', { state: { n: 1, ef100: 150, interval: 1n } }],
  ])('not where %s', (_, facts) => {
    expect(plan(needy, [...needs, lapsed(facts)]).filter(item => !item.startsWith('due'))).toEqual([]);
  });
});

describe('five more', () => {
  const FIVE = { ...PACE, length: 5 };

  test('what is still planned comes first; it is filled up with today’s skills, the hardest first', () => {
    const cards = new Map([
      card('a', { reviewed: TODAY, due: TODAY + 6, state: { n: 1, ef100: 250, interval: 6n } }),
      card('b', { reviewed: TODAY, due: TODAY + 1, state: { n: 0, ef100: 130, interval: 1n } }),
      card('c', { due: TODAY + 3 }),
      card('d'),
    ]);
    const items = said(planFurther(course('a', 'b', 'c', 'd'), cards, TODAY, FIVE));
    expect(items).toEqual(['due d', 'drill b', 'drill a', 'drill c', 'drill b']);
  });

  test('what is due beyond the day’s most comes as a review: who asks for more may have it', () => {
    const cards = new Map([card('a', { reviewed: TODAY, due: TODAY + 6 }), card('b'), card('c', { due: TODAY - 3 })]);
    const items = planFurther(course('a', 'b', 'c'), cards, TODAY, { ...FIVE, newPerDay: 0, reviewsPerDay: 1 });
    expect(said(items)).toEqual(['due c', 'due b', 'drill a', 'drill a', 'drill a']);
  });

  test('with a single skill it is five times that one, and with none nothing', () => {
    const one = new Map([card('a', { reviewed: TODAY, due: TODAY + 6 })]);
    expect(said(planFurther(course('a'), one, TODAY, FIVE))).toEqual(Array.from({ length: 5 }, () => 'drill a'));
    expect(planFurther(course(), new Map(), TODAY, FIVE)).toEqual([]);
  });
});

test('planning among 175 skills takes no time that one would notice', () => {
  const all = chain(175);
  const cards: Cards = new Map(all.slice(0, 150).map(({ id }) => card(id)));
  const times = Array.from({ length: 30 }, () => {
    const start = performance.now();
    planSession(all, cards, TODAY, PACE);
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  expect(times[15]).toBeLessThan(10);
});
