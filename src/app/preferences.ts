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

export const AREA_VIEWS = ['map', 'topics'] as const;
export type AreaView = (typeof AREA_VIEWS)[number];

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
  /** Nothing moves, whatever the device says; else as the device says. */
  readonly reducedMotion: boolean;
  /** A short tick at a verdict, where the device can. */
  readonly haptics: boolean;
  /** A comma is the decimal sign in what is typed, and a semicolon parts the items of a list. */
  readonly decimalComma: boolean;
  /** When the reminder comes, in minutes after midnight. */
  readonly reminderAt: number;
  /** How the skills of an area are shown. */
  readonly areaView: AreaView;
}

export const DEFAULTS: Preferences = {
  theme: 'system',
  sessionLength: PACE.length,
  sessionMinutes: PACE.minutes,
  newPerDay: PACE.newPerDay,
  dayStartsAt: ROLLOVER_HOUR,
  timing: true,
  reducedMotion: false,
  haptics: false,
  // Not as the device's language has it: the exercises are in English and write points, and a set is read the same everywhere.
  decimalComma: false,
  reminderAt: 18 * 60,
  areaView: 'map',
};

const readers: { readonly [K in keyof Preferences]: Reader<Preferences[K]> } = {
  theme: oneOf(THEMES),
  // A new skill's first meeting takes two.
  sessionLength: whole(2, 50),
  sessionMinutes: whole(0, 60),
  newPerDay: whole(0, 20),
  dayStartsAt: whole(0, 23),
  timing: truth,
  reducedMotion: truth,
  haptics: truth,
  decimalComma: truth,
  reminderAt: whole(0, 24 * 60 - 1),
  areaView: oneOf(AREA_VIEWS),
};

/** Earlier versions kept two of them under other names. */
export const readPreferences = ({ length, dayStart, ...settings }: Settings): Preferences => ({
  theme: readers.theme(settings.theme) ?? DEFAULTS.theme,
  sessionLength: readers.sessionLength(settings.sessionLength ?? length) ?? DEFAULTS.sessionLength,
  sessionMinutes: readers.sessionMinutes(settings.sessionMinutes) ?? DEFAULTS.sessionMinutes,
  newPerDay: readers.newPerDay(settings.newPerDay) ?? DEFAULTS.newPerDay,
  dayStartsAt: readers.dayStartsAt(settings.dayStartsAt ?? dayStart) ?? DEFAULTS.dayStartsAt,
  timing: readers.timing(settings.timing) ?? DEFAULTS.timing,
  reducedMotion: readers.reducedMotion(settings.reducedMotion) ?? DEFAULTS.reducedMotion,
  haptics: readers.haptics(settings.haptics) ?? DEFAULTS.haptics,
  decimalComma: readers.decimalComma(settings.decimalComma) ?? DEFAULTS.decimalComma,
  reminderAt: readers.reminderAt(settings.reminderAt) ?? DEFAULTS.reminderAt,
  areaView: readers.areaView(settings.areaView) ?? DEFAULTS.areaView,
});

export const paceOf = ({ sessionLength, sessionMinutes, newPerDay }: Preferences): Pace => ({
  ...PACE,
  length: sessionLength,
  minutes: sessionMinutes,
  newPerDay,
});
