import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begin, edit, override, reveal, showHint, submit, thaw } from '../../../src/app/practice/attempt.ts';
import { currentOf, storedAttempt } from '../../../src/app/session/under-way.ts';
import { loadGenerator, skillOf } from '../../../src/catalog.ts';
import { make } from '../../../src/make.ts';
import { readSession } from '../../../src/store/session.ts';

const skill = skillOf('linear-algebra/matrix-product');
const exercise = make(await loadGenerator('linear-algebra/matrix-product'), 1, 'under way');

const steps = fc.array(
  fc.oneof(
    fc
      .constantFrom('', '3', '1/', '(1, 2)', '[[1,2],[3,4]]')
      .map(text => (attempt: ReturnType<typeof begin>) => edit(attempt, 0, text)),
    fc.constantFrom(submit, showHint, reveal, override),
  ),
  { maxLength: 15 },
);

test('an attempt comes back from the kept session as it was', () => {
  if (!skill) throw new Error('no such skill');
  fc.assert(
    fc.property(steps, fc.nat(80_000), (acts, seconds) => {
      const attempt = { ...acts.reduce((next, act) => act(next), begin(exercise)), activeMs: seconds * 1000 };
      const current = currentOf({ skill, role: 'due', purpose: 'practice', day: 20_000, attempt, saving: 'no' });
      const facts = { purpose: 'practice', day: 20_000, startedAt: 0, activeSeconds: 0, plan: [], done: [], current };
      const read = readSession(JSON.parse(JSON.stringify(facts)));
      expect(read?.current && thaw(exercise, storedAttempt(read.current))).toEqual(attempt);
    }),
  );
});
