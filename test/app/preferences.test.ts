import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULTS, readPreferences } from '../../src/app/preferences.ts';

describe('preferences', () => {
  test('nothing set gives the defaults', () => expect(readPreferences({})).toEqual(DEFAULTS));

  test('what was set holds', () => {
    const set = { theme: 'dark', length: 5, newPerDay: 0, dayStart: 0, timing: false } as const;
    expect(readPreferences(set)).toEqual(set);
  });

  test('whatever a backup brought, every preference has a usable value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(DEFAULTS)), fc.jsonValue()), settings => {
        const { theme, length, newPerDay, dayStart } = readPreferences(JSON.parse(JSON.stringify(settings)));
        expect(['system', 'light', 'dark']).toContain(theme);
        expect(length).toBeGreaterThan(0);
        expect(newPerDay).toBeGreaterThanOrEqual(0);
        expect(dayStart).toBeLessThan(24);
      }),
    );
  });
});
