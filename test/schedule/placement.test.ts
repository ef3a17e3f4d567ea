import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Course } from '../../src/schedule/path.ts';
import { MOST_QUESTIONS, nextQuestion, type PlacementAnswer, placedBy } from '../../src/schedule/placement.ts';
import { chain, learners, withNeeds } from './course.ts';

/** A whole placement of a learner who never slips. */
const place = (course: Course, knows: ReadonlySet<string>, claimed: readonly string[] = []): readonly PlacementAnswer[] => {
  const answers: PlacementAnswer[] = [];
  for (;;) {
    const skill = nextQuestion(course, answers, claimed);
    if (skill === undefined) return answers;
    answers.push({ skill, isPassed: knows.has(skill) });
  }
};

describe('whatever the graph and whoever knows how much of it', () => {
  test('it ends after fewer than 15 questions, and what it says of a skill is true', () => {
    fc.assert(
      fc.property(learners(175), ({ course, knows }) => {
        const answers = place(course, knows);
        const { known, unknown } = placedBy(course, answers);
        expect(answers.length).toBeLessThan(15);
        expect([...known].filter(id => !knows.has(id))).toEqual([]);
        expect([...unknown].filter(id => knows.has(id))).toEqual([]);
        expect(answers.length === MOST_QUESTIONS || known.size + unknown.size === course.length).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('no question is asked twice, and none whose answer is known already', () => {
    fc.assert(
      fc.property(learners(60), ({ course, knows }) => {
        for (const [i, { skill }] of place(course, knows).entries()) {
          const { known, unknown } = placedBy(course, place(course, knows).slice(0, i));
          expect(known.has(skill) || unknown.has(skill)).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('the next question follows from the answers alone, so that it goes on after a kill', () => {
    fc.assert(
      fc.property(learners(60), fc.nat(14), ({ course, knows }, kill) => {
        const answers = place(course, knows);
        const kept: readonly PlacementAnswer[] = JSON.parse(JSON.stringify(answers.slice(0, kill)));
        const renewed: Course = JSON.parse(JSON.stringify(course));
        expect(nextQuestion(renewed, kept)).toBe(answers[kill]?.skill);
      }),
      { numRuns: 40 },
    );
  });

  test('the known are closed: with a skill all that it builds on', () => {
    const answers = fc.array(fc.tuple(fc.nat(39), fc.boolean()), { maxLength: 14 });
    fc.assert(
      fc.property(learners(40), answers, ({ course }, picks) => {
        // Also of a learner who contradicts himself.
        const given = picks.map(([i, isPassed]) => ({ skill: course[i % course.length]?.id ?? '', isPassed }));
        const { known, unknown } = placedBy(course, given);
        expect(withNeeds(course, [...known])).toEqual(known);
        expect([...known].filter(id => unknown.has(id))).toEqual([]);
      }),
    );
  });
});

test('in a chain of a hundred it finds the very place with about seven questions', () => {
  const course = chain(100);
  const asked = Array.from({ length: 101 }, (_, cut) => {
    const knows = new Set(course.slice(0, cut).map(({ id }) => id));
    const answers = place(course, knows);
    expect(placedBy(course, answers).known).toEqual(knows);
    return answers.length;
  });
  expect(Math.max(...asked)).toBeLessThan(12);
  expect(asked.reduce((sum, each) => sum + each, 0) / asked.length).toBeLessThan(8);
});

test('of a graph that is too wide for 14 questions it finds most of what is known', () => {
  const shares: number[] = [];
  fc.assert(
    fc.property(learners(90), ({ course, knows }) => {
      if (knows.size > 0) shares.push(placedBy(course, place(course, knows)).known.size / knows.size);
    }),
    { numRuns: 100 },
  );
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0.6);
});

test('what is claimed is not asked, and a question that contradicts it counts more', () => {
  const course = chain(8);
  const claimed = ['area/s3'];
  expect([...placedBy(course, [], claimed).known]).toHaveLength(4);
  expect(place(course, new Set(), claimed).every(({ skill }) => !['area/s0', 'area/s3'].includes(skill))).toBe(true);
  expect(placedBy(course, [{ skill: 'area/s1', isPassed: false }], claimed).known).toEqual(new Set(['area/s0']));
});

test('nothing to ask is no question', () => {
  expect(nextQuestion([], [])).toBeUndefined();
  expect(placedBy(chain(2), [{ skill: 'area/gone', isPassed: true }]).known.size).toBe(0);
});
