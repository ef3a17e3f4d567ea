// Where the learner stands on the way through the skills: what a placement found, and what has been open once.
import { computed, signal } from '@preact/signals';
import { skillOf, skills } from '../catalog.ts';
import { fields, type Json, list, type Reader, text, truth, whole } from '../schedule/checked.ts';
import { type Entry, entryId } from '../schedule/entry.ts';
import { AT_ZERO, type Cards, openSkills, type Standing } from '../schedule/path.ts';
import { type PlacementAnswer, placedBy } from '../schedule/placement.ts';
import { targets } from '../schedule/replay.ts';
import type { Settings } from '../store/settings.ts';

/** A placement: its answers are those in the log from an instant on (milliseconds UTC), on the study days `from` to `to`. */
export interface Placing {
  readonly since: number;
  readonly from: number;
  readonly to: number;
  /** Skills that the learner claims to know. */
  readonly claimed: readonly string[];
  /** It was left out, and nothing is known from it. */
  readonly isSkipped: boolean;
}

/** The placement under way. */
export const placing = signal<Placing | undefined>(undefined);
/** The last one that was done or skipped. */
export const placed = signal<Placing | undefined>(undefined);
/** The log's placement entries of both. */
export const placementLog = signal<readonly Entry[]>([]);
/** Skills that were open once. */
export const opened = signal<readonly string[]>([]);

const LAST_DAY = 3_000_000;
const readIds = list(text(100), 10_000);
const readPlacing: Reader<Placing> = fields({
  since: whole(0, Number.MAX_SAFE_INTEGER),
  from: whole(0, LAST_DAY),
  to: whole(0, LAST_DAY),
  claimed: readIds,
  isSkipped: truth,
});

/** Reads it from the settings, and the answers by what gives the log's entries of some study days. */
export const readPath = async (
  settings: Settings,
  entriesOfDays: (from: number, to: number) => Promise<readonly Entry[]>,
): Promise<void> => {
  const [under, done] = [readPlacing(settings.placing), readPlacing(settings.placed)];
  const spans = [under && { ...under, to: LAST_DAY }, done].filter(span => span !== undefined && !span.isSkipped);
  const logs = await Promise.all(spans.map(span => (span ? entriesOfDays(span.from, span.to) : [])));
  const entries = new Map(logs.flat().map(entry => [entryId(entry), entry]));
  placementLog.value = [...entries.values()].filter(({ purpose }) => purpose === 'placement');
  opened.value = readIds(settings.opened) ?? [];
  placing.value = under;
  placed.value = done;
};

/** As a setting. */
export const storedPlacing = (value: Placing | undefined): Json => (value ? { ...value } : null);

/** The answers of a placement that were not taken back, in order. */
export const placementAnswers = (run: Placing, log: readonly Entry[]): readonly PlacementAnswer[] => {
  const [undone, overruled] = [targets(log, 'undo'), targets(log, 'override')];
  return log.flatMap(entry => {
    if (entry.kind !== 'answer' || entry.at < run.since || entry.day > run.to || undone.has(entryId(entry))) return [];
    return [{ skill: entry.skill, isPassed: entry.quality >= 4 || overruled.has(entryId(entry)) }];
  });
};

export const standing = computed<Standing>(() => {
  const run = placed.value;
  const known =
    run && !run.isSkipped ? placedBy(skills, placementAnswers(run, placementLog.value), run.claimed).known : AT_ZERO.known;
  return { known, opened: new Set(opened.value) };
});

/** Skills that are open now and were not before: from now on they are. */
export const newlyOpen = (cards: Cards): readonly string[] => {
  const before = new Set(opened.value.filter(id => skillOf(id)));
  return openSkills(skills, cards, standing.value).filter(id => !before.has(id));
};
