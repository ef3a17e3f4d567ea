// Sets and their exercises: each once, counted on, and back from exercises to the set that has them.
import fc from 'fast-check';
import '../property-seed.ts';
import { describe, expect, test } from 'vitest';
import { exercisesOf, MOST, type Seeded, setOfExercises } from '../../src/exercise/problem-set.ts';

const place = (skill: string, level: number, number: number): Seeded => ({ skill, level, seed: `s:${number}` });

describe('the exercises of a set', () => {
  test('count on from item to item of the same skill and level', () => {
    const items = [
      { skill: 'a/b', level: 1, count: 2 },
      { skill: 'a/c', level: 1, count: 1 },
      { skill: 'a/b', level: 1, count: 1 },
    ];
    expect(exercisesOf({ seed: 's', items })).toEqual([
      place('a/b', 1, 0),
      place('a/b', 1, 1),
      place('a/c', 1, 0),
      place('a/b', 1, 2),
    ]);
  });

  test('begin where an item says, and come once', () => {
    const items = [
      { skill: 'a/b', level: 1, count: 2, first: 3 },
      { skill: 'a/b', level: 1, count: 2, first: 4 },
      { skill: 'a/b', level: 1, count: 1 },
    ];
    expect(exercisesOf({ seed: 's', items }).map(({ seed }) => seed)).toEqual(['s:3', 's:4', 's:5', 's:6']);
  });
});

describe('a set of exercises that were done', () => {
  const seeded = fc.record({
    skill: fc.constantFrom('a/b', 'a/c', 'd/e'),
    level: fc.integer({ min: 1, max: 3 }),
    number: fc.integer({ min: 0, max: MOST.first }),
  });

  test('has exactly these, in their order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(seeded, { minLength: 1, maxLength: 30, selector: each => JSON.stringify(each) }), all => {
        const done = all.map(({ skill, level, number }) => place(skill, level, number));
        const set = setOfExercises(done);
        expect(set && exercisesOf(set)).toEqual(done);
      }),
    );
  });

  test('joins what goes on', () => {
    expect(setOfExercises([place('a/b', 1, 2), place('a/b', 1, 3), place('a/b', 2, 0)])).toEqual({
      seed: 's',
      items: [
        { skill: 'a/b', level: 1, count: 2, first: 2 },
        { skill: 'a/b', level: 2, count: 1, first: 0 },
      ],
    });
  });

  test('is none where the seeds do not belong together', () => {
    const other = { skill: 'a/b', level: 1, seed: 't:0' };
    for (const done of [[], [place('a/b', 1, 0), other], [{ ...other, seed: 'alone' }], [place('a/b', 1, MOST.first + 1)]])
      expect(setOfExercises(done)).toBeUndefined();
  });
});
