import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareEntries, entryId, readEntry } from '../../src/schedule/entry.ts';
import { answer, logs, moveDue, override, undo } from './log.ts';

const samples = [answer(1, 4), undo(2, 'phone:1'), override(3, 'phone:1'), moveDue(4, 20_007)];

test('every entry survives JSON and is read as it was', () => {
  fc.assert(
    fc.property(logs, log => {
      for (const entry of log) expect(readEntry(JSON.parse(JSON.stringify(entry)))).toEqual({ ok: true, value: entry });
    }),
  );
});

test.each(samples)('$kind: read afresh, not shared', entry => {
  const read = readEntry(entry);
  expect(read).toEqual({ ok: true, value: entry });
  expect(read.ok && read.value).not.toBe(entry);
});

test.each(samples)('$kind: a field less or a field more refuses it', entry => {
  for (const key of Object.keys(entry)) {
    const rest = Object.entries(entry).filter(([name]) => name !== key);
    expect(readEntry(Object.fromEntries(rest)).ok).toBe(false);
    expect(readEntry({ ...entry, [key]: undefined }).ok).toBe(false);
  }
  expect(readEntry({ ...entry, more: 1 }).ok).toBe(false);
});

test.each<[string, object]>([
  ['no such quality', { quality: 6 }],
  ['a quality between', { quality: 3.5 }],
  ['a number of no device', { seq: 0 }],
  ['a number past counting', { seq: 1_000_000_001 }],
  ['a device with the id’s colon', { device: 'a:b' }],
  ['a skill that is no id', { skill: '../x' }],
  ['a skill in capitals', { skill: 'Calculus/x' }],
  ['a day before days', { day: -1 }],
  ['an instant as text', { at: '0' }],
  ['an instant that is no number', { at: Number.NaN }],
  ['no such verdict', { verdicts: ['maybe'] }],
  ['no such purpose', { purpose: 'exam' }],
  ['level 0', { level: 0 }],
  ['a seed without end', { seed: 'x'.repeat(201) }],
  ['a given that is no JSON', { given: () => 1 }],
  ['a given nested too deep', { given: JSON.parse('['.repeat(30) + ']'.repeat(30)) }],
  ['a given that plants a prototype', { given: JSON.parse('{"__proto__": {"x": 1}}') }],
  ['a given with a constructor', { given: { constructor: 1 } }],
  ['a given that is no plain object', { given: new Map() }],
])('%s is refused', (_, facts) => {
  expect(readEntry({ ...answer(1, 4), ...facts })).toEqual({ ok: false, says: expect.any(String) });
});

test('measures out of range are brought to the end of it', () => {
  const read = readEntry({ ...answer(1, 4), hints: 1e9, activeSeconds: -3 });
  expect(read).toEqual({ ok: true, value: answer(1, 4, { hints: 100, activeSeconds: 0 }) });
});

test('nothing makes it throw', () => {
  fc.assert(fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), value => !readEntry(value).ok));
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.string(), fc.anything(), (entry, key, value) => {
      readEntry({ ...entry, [key]: value });
    }),
  );
  const round: { given?: unknown } = {};
  round.given = round;
  expect(readEntry({ ...answer(1, 4), given: round }).ok).toBe(false);
});

test('the order is total: day, instant, device, number', () => {
  fc.assert(
    fc.property(logs, log => {
      for (const a of log) {
        for (const b of log) {
          const sign = Math.sign(compareEntries(a, b));
          expect(sign).toBe(0 - Math.sign(compareEntries(b, a)));
          expect(sign === 0).toBe(entryId(a) === entryId(b));
        }
      }
    }),
    { numRuns: 20 },
  );
  const early = answer(9, 4, { at: 5 });
  expect(compareEntries(early, { ...early, seq: 10 })).toBeLessThan(0);
  expect(compareEntries(early, { ...early, device: 'a' })).toBeGreaterThan(0);
  expect(compareEntries(early, { ...early, device: 'a', at: 6 })).toBeLessThan(0);
  expect(compareEntries(early, { ...early, day: 1, at: 6 })).toBeGreaterThan(0);
});
