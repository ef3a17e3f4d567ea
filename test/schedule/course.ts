// Courses for tests: arbitrary graphs of prerequisites, and what a learner who knows some of it knows all together.
import fc from 'fast-check';
import type { Course } from '../../src/schedule/path.ts';

/** Skills `area/s0`, `area/s1` ..., each in need of some that come before it. */
export const courses = (most: number): fc.Arbitrary<Course> =>
  fc
    .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: most })
    .map(needs =>
      needs.map((picks, i) => ({ id: idOf(i), needs: i === 0 ? [] : [...new Set(picks.map(pick => idOf(pick % i)))] })),
    );

const idOf = (i: number): string => `area/s${i}`;

/** One after the other. */
export const chain = (length: number): Course =>
  Array.from({ length }, (_, i) => ({ id: idOf(i), needs: i === 0 ? [] : [idOf(i - 1)] }));

/** These skills with all that they build on. */
export const withNeeds = (course: Course, skills: readonly string[]): ReadonlySet<string> => {
  const all = new Set(skills);
  for (const id of all) for (const need of course.find(each => each.id === id)?.needs ?? []) all.add(need);
  return all;
};

/** A course, and a learner who knows some of its skills with all that these build on. */
export const learners = (most: number): fc.Arbitrary<{ readonly course: Course; readonly knows: ReadonlySet<string> }> =>
  courses(most).chain(course =>
    fc.subarray(course.map(({ id }) => id)).map(tops => ({ course, knows: withNeeds(course, tops) })),
  );
