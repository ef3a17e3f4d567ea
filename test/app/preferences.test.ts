import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULTS, readPreferences } from '../../src/app/preferences.ts';

describe('preferences', () => {
  test('nothing set gives the defaults', () => expect(readPreferences({})).toEqual(DEFAULTS));

  test('what was set holds', () => {
    const set = {
      ...({ theme: 'dark', sessionLength: 5, sessionMinutes: 5, newPerDay: 0, dayStartsAt: 0, timing: false } as const),
      ...({ reducedMotion: true, haptics: true, decimalComma: true, reminderAt: 7 * 60 + 30, areaView: 'topics' } as const),
    };
    expect(readPreferences(set)).toEqual(set);
  });

  test('what an earlier version called by other names holds too', () => {
    const set = { ...DEFAULTS, sessionLength: 5, dayStartsAt: 0 };
    expect(readPreferences({ length: 5, dayStart: 0 })).toEqual(set);
    expect(readPreferences({ length: 20, dayStart: 8, sessionLength: 5, dayStartsAt: 0 })).toEqual(set);
  });

  test('whatever a backup brought, every preference has a usable value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(DEFAULTS), 'length', 'dayStart'), fc.jsonValue()), settings => {
        const { theme, sessionLength, sessionMinutes, newPerDay, dayStartsAt, reminderAt } = readPreferences(
          JSON.parse(JSON.stringify(settings)),
        );
        expect(['system', 'light', 'dark']).toContain(theme);
        expect(sessionLength).toBeGreaterThan(1);
        expect(sessionMinutes).toBeGreaterThanOrEqual(0);
        expect(newPerDay).toBeGreaterThanOrEqual(0);
        expect(dayStartsAt).toBeLessThan(24);
        expect(reminderAt).toBeLessThan(24 * 60);
      }),
    );
  });
});
