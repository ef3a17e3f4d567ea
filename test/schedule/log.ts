// Review logs for tests: single entries to write by hand, and arbitrary logs of two devices.

import fc from 'fast-check';
import type { AnswerEntry, Entry, MoveDueEntry, OverrideEntry, UndoEntry } from '../../src/schedule/entry.ts';
import { entryId, PURPOSES } from '../../src/schedule/entry.ts';
import { QUALITIES, type Quality } from '../../src/schedule/sm2.ts';

export const SKILL = 'calculus/chain-rule';
const DAY = 20_000;

const stamp = (seq: number, day = DAY) => ({ device: 'phone', seq, at: day * 86_400_000 + seq * 1000, day });

export const answer = (seq: number, quality: Quality, facts: Partial<AnswerEntry> = {}): AnswerEntry => ({
  kind: 'answer',
  ...stamp(seq, facts.day),
  purpose: 'practice',
  skill: SKILL,
  level: 1,
  seed: `s${seq}`,
  version: 1,
  given: { a: [1, '3/4', null], b: true },
  answers: [['2x+1']],
  verdicts: [quality > 3 ? 'right' : 'wrong'],
  quality,
  hints: 0,
  activeSeconds: 12,
  guessable: false,
  ...facts,
});

export const undo = (seq: number, target: string, facts: Partial<UndoEntry> = {}): UndoEntry => ({
  kind: 'undo',
  ...stamp(seq, facts.day),
  purpose: 'practice',
  skill: SKILL,
  target,
  ...facts,
});

export const override = (seq: number, target: string, facts: Partial<OverrideEntry> = {}): OverrideEntry => ({
  ...undo(seq, target),
  ...facts,
  kind: 'override',
});

export const moveDue = (seq: number, due: number, facts: Partial<MoveDueEntry> = {}): MoveDueEntry => ({
  kind: 'move-due',
  ...stamp(seq, facts.day),
  purpose: 'practice',
  skill: SKILL,
  due,
  ...facts,
});

const skills = [SKILL, 'probability/bayes-rule'];

const entry = fc.record({
  kind: fc.constantFrom('answer', 'answer', 'answer', 'answer', 'undo', 'override', 'move-due'),
  skill: fc.constantFrom(...skills),
  device: fc.constantFrom('phone', 'tablet'),
  purpose: fc.constantFrom('practice', 'practice', 'practice', ...PURPOSES),
  quality: fc.constantFrom(...QUALITIES),
  guessable: fc.boolean(),
  later: fc.constantFrom(0, 0, 0, 1, 1, 3, 40),
  back: fc.nat(3),
  level: fc.integer({ min: 1, max: 3 }),
  activeSeconds: fc.nat(90),
});

/** A log in order; what is undone or overruled is one of the four entries of its skill before. */
export const logs: fc.Arbitrary<readonly Entry[]> = fc.array(entry, { maxLength: 40 }).map(drafts => {
  const log: Entry[] = [];
  const written = { phone: 0, tablet: 0 };
  let day = DAY;
  for (const [index, { kind, later, back, device, skill, purpose, quality, ...facts }] of drafts.entries()) {
    day += later;
    const seq = ++written[device as 'phone' | 'tablet'];
    const place = { device, skill, day, at: day * 86_400_000 + index };
    const own = log.filter(each => each.skill === skill);
    const target = own.at(-1 - back);
    if (kind === 'answer') log.push(answer(seq, quality, { ...place, ...facts, purpose }));
    else if (kind === 'move-due') log.push(moveDue(seq, day + quality, place));
    else if (target) log.push((kind === 'undo' ? undo : override)(seq, entryId(target), place));
    else log.push(answer(seq, quality, { ...place, ...facts, purpose }));
  }
  return log;
});
