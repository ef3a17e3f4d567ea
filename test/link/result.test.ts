// Results of sets as they are sent back: they come out of any chat as they went in, or not at all.
import fc from 'fast-check';
import '../property-seed.ts';
import { describe, expect, test } from 'vitest';
import { encodeResult, MARKS, resultsIn, type SetResult, scoreOf } from '../../src/link/result.ts';

const result: fc.Arbitrary<SetResult> = fc.record({
  digest: fc.string({ unit: fc.constantFrom(...'abcXYZ019-_'), minLength: 8, maxLength: 8 }),
  marks: fc.array(fc.constantFrom(...MARKS), { minLength: 1, maxLength: 200 }),
  seconds: fc.integer({ min: 0, max: 200_000 }),
  name: fc.string({ unit: 'grapheme', maxLength: 12 }).filter(name => [...name].length <= 40),
});

describe('a result', () => {
  test('is found in a message, as it was sent', () => {
    fc.assert(
      fc.property(result, value => {
        expect(resultsIn(encodeResult(value))).toEqual([value]);
        expect(resultsIn(`Done! https://gradus.example/${encodeResult(value)}\nSee you.`)).toEqual([value]);
      }),
    );
  });

  test('of a class are found in one paste, each once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(result, { maxLength: 8, selector: encodeResult }), values => {
        const lines = [...values, ...values].map(value => `${value.name}: ${encodeResult(value)} (sent 12:30)`);
        expect(resultsIn(lines.join('\n'))).toEqual(values);
      }),
      { numRuns: 30 },
    );
  });

  test('that was bent or cut is left out', () => {
    const code = encodeResult({ digest: 'abcdefgh', marks: ['right', 'wrong', 'partly', 'open'], seconds: 65, name: 'Ada' });
    expect(code.length).toBeLessThan(60);
    for (let at = '#/result/'.length; at < code.length; at++) {
      for (const sign of 'AZaz09-_') {
        const changed = code.slice(0, at) + sign + code.slice(at + 1);
        if (changed !== code) expect(resultsIn(changed), changed).toEqual([]);
      }
      expect(resultsIn(code.slice(0, at))).toEqual([]);
    }
  });

  test('counts what is partly right half', () => {
    expect(scoreOf({ marks: ['right', 'wrong', 'partly', 'open', 'right'] })).toBe(2.5);
  });
});
