// What a learner can set: read from stored settings, whatever those hold, with a default for each.
import { oneOf, type Reader, truth, whole } from '../schedule/checked.ts';
import { PACE, type Pace } from '../schedule/queue.ts';
import { ROLLOVER_HOUR } from '../schedule/study-day.ts';
import type { Settings } from '../store/settings.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const LENGTHS = [5, 10, 15, 20] as const;
export const NEW_PER_DAY = [0, 1, 2, 3, 5] as const;
export const DAY_STARTS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

export interface Preferences {
  readonly theme: Theme;
  /** Exercises a session. */
  readonly length: number;
  readonly newPerDay: number;
  /** The hour at which a study day begins. */
  readonly dayStart: number;
  /** Whether a quick answer counts for more than a slow one. */
  readonly timing: boolean;
}

export const DEFAULTS: Preferences = {
  theme: 'system',
  length: PACE.length,
  newPerDay: PACE.newPerDay,
  dayStart: ROLLOVER_HOUR,
  timing: true,
};

const readers: { readonly [K in keyof Preferences]: Reader<Preferences[K]> } = {
  theme: oneOf(THEMES),
  length: whole(1, 50),
  newPerDay: whole(0, 20),
  dayStart: whole(0, 23),
  timing: truth,
};

export const readPreferences = (settings: Settings): Preferences => ({
  theme: readers.theme(settings.theme) ?? DEFAULTS.theme,
  length: readers.length(settings.length) ?? DEFAULTS.length,
  newPerDay: readers.newPerDay(settings.newPerDay) ?? DEFAULTS.newPerDay,
  dayStart: readers.dayStart(settings.dayStart) ?? DEFAULTS.dayStart,
  timing: readers.timing(settings.timing) ?? DEFAULTS.timing,
});

export const paceOf = ({ length, newPerDay }: Preferences): Pace => ({ ...PACE, length, newPerDay });
