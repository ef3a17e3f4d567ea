import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exercisesOf, nextItem } from '../../../src/app/session/next-item.ts';
import type { Card } from '../../../src/schedule/card.ts';
import type { Cards } from '../../../src/schedule/path.ts';
import type { Item, Role } from '../../../src/schedule/queue.ts';

const TODAY = 20_000;

const card = (skill: string, drill: number | null): Card => ({
  skill,
  state: { n: 1, ef100: 250, interval: 1n },
  due: TODAY + 1,
  level: 1,
  clean: 0,
  lapses: 0,
  daysPassed: 1,
  started: TODAY,
  reviewed: TODAY,
  drill,
  times: [],
  half: null,
});

const plan = (role: Role, ...skills: readonly string[]): readonly Item[] => skills.map(skill => ({ skill, role }));

/** A whole session; `fails` says which of its exercises score below 4. */
const run = (items: readonly Item[], length: number, fails: (at: number) => boolean): readonly string[] => {
  const done: Item[] = [];
  let cards: Cards = new Map();
  for (;;) {
    const next = nextItem({ plan: items, done }, cards, TODAY, length);
    if (!next) return done.map(({ skill }) => skill);
    cards = new Map([...cards, [next.skill, card(next.skill, fails(done.length) ? TODAY : null)]]);
    done.push(next);
  }
};

describe('a session', () => {
  test('two new skills fill ten exercises, in turns', () => {
    expect(run(plan('new', 'a', 'b'), 10, () => false)).toEqual(['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b', 'a', 'b']);
  });

  test('the plan comes first, then the skills that had the fewest', () => {
    expect(run(plan('due', 'a', 'b', 'c'), 7, () => false)).toEqual(['a', 'b', 'c', 'a', 'b', 'c', 'a']);
  });

  test('a single skill is asked once, and again only until it is right', () => {
    expect(run(plan('due', 'a'), 10, () => false)).toEqual(['a']);
    expect(run(plan('due', 'a'), 10, at => at < 2)).toEqual(['a', 'a', 'a']);
  });

  test('what is only owed from before is not filled up', () => {
    expect(run(plan('drill', 'a', 'b'), 10, () => false)).toEqual(['a', 'b']);
  });

  test('a failed skill comes back soon, but never twice in a row where there is another', () => {
    const done = run(plan('new', 'a', 'b'), 10, at => at === 1);
    expect(done.slice(0, 4)).toEqual(['a', 'b', 'a', 'b']);
  });

  test('whatever fails: it ends, within its length, and no skill comes twice in a row where there are several', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 2 }),
        fc.constantFrom('due', 'new', 'drill'),
        fc.integer({ min: 5, max: 20 }),
        fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
        (skills, role, length, fails) => {
          const items = plan(role, ...skills).slice(0, length);
          const done = run(items, length, at => fails[at] ?? false);
          expect(done.length).toBeGreaterThanOrEqual(exercisesOf(items, length));
          expect(done.length).toBeLessThanOrEqual(length);
          // At the end of what is only owed, one skill may be all that is left.
          if (role !== 'drill') expect(done.some((skill, i) => skill === done[i - 1])).toBe(false);
        },
      ),
    );
  });
});
