// What a learner can set: read from stored settings, whatever those hold, with a default for each.
import { oneOf, type Reader, truth, whole } from '../schedule/checked.ts';
import { PACE, type Pace } from '../schedule/plan.ts';
import { ROLLOVER_HOUR } from '../schedule/study-day.ts';
import type { Settings } from '../store/settings.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const SESSION_LENGTHS = [5, 10, 15, 20] as const;
export const SESSION_MINUTES = [0, 5, 10, 15] as const;
export const NEW_PER_DAY = [0, 1, 2, 3, 4, 5] as const;
export const DAY_STARTS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

export interface Preferences {
  readonly theme: Theme;
  /** Exercises a session. */
  readonly sessionLength: number;
  /** A session ends after so many minutes, even before its exercises are done; 0: it does not. */
  readonly sessionMinutes: number;
  readonly newPerDay: number;
  /** The hour at which a study day begins. */
  readonly dayStartsAt: number;
  /** Whether a quick answer counts for more than a slow one. */
  readonly timing: boolean;
}

export const DEFAULTS: Preferences = {
  theme: 'system',
  sessionLength: PACE.length,
  sessionMinutes: PACE.minutes,
  newPerDay: PACE.newPerDay,
  dayStartsAt: ROLLOVER_HOUR,
  timing: true,
};

const readers: { readonly [K in keyof Preferences]: Reader<Preferences[K]> } = {
  theme: oneOf(THEMES),
  // A new skill's first meeting takes two.
  sessionLength: whole(2, 50),
  sessionMinutes: whole(0, 60),
  newPerDay: whole(0, 20),
  dayStartsAt: whole(0, 23),
  timing: truth,
};

/** Earlier versions kept two of them under other names. */
export const readPreferences = ({ length, dayStart, ...settings }: Settings): Preferences => ({
  theme: readers.theme(settings.theme) ?? DEFAULTS.theme,
  sessionLength: readers.sessionLength(settings.sessionLength ?? length) ?? DEFAULTS.sessionLength,
  sessionMinutes: readers.sessionMinutes(settings.sessionMinutes) ?? DEFAULTS.sessionMinutes,
  newPerDay: readers.newPerDay(settings.newPerDay) ?? DEFAULTS.newPerDay,
  dayStartsAt: readers.dayStartsAt(settings.dayStartsAt ?? dayStart) ?? DEFAULTS.dayStartsAt,
  timing: readers.timing(settings.timing) ?? DEFAULTS.timing,
});

export const paceOf = ({ sessionLength, sessionMinutes, newPerDay }: Preferences): Pace => ({
  ...PACE,
  length: sessionLength,
  minutes: sessionMinutes,
  newPerDay,
});
