// What a draft may begin with: exercises that were done, or the skills that the learner knows least firmly.
import { skillOf } from '../../catalog.ts';
import { countIn, MOST, type ProblemSet, type Seeded, type SetItem, setOfExercises } from '../../exercise/problem-set.ts';
import type { Card } from '../../schedule/card.ts';
import type { Entry } from '../../schedule/entry.ts';
import type { Cards } from '../../schedule/path.ts';
import type { Session } from '../../store/session.ts';
import { standingAnswers } from '../week.ts';
import { type Draft, emptyDraft } from './draft.ts';

/** Exactly these exercises where their seeds belong together; else as many of their skills and levels, with new numbers. */
export const draftOf = (exercises: readonly Seeded[]): Draft => {
  const set = [exercises, inGroups(exercises)].map(setOfExercises).find(each => each && fits(each));
  if (set) return { ...emptyDraft(), ...set, note: 'exact' };
  return { ...emptyDraft(), items: itemsOf(exercises.slice(0, MOST.exercises)), note: 'renewed' };
};

const fits = ({ items }: ProblemSet): boolean =>
  items.length <= MOST.items && countIn(items) <= MOST.exercises && items.every(({ count }) => count <= MOST.count);

const placeOf = ({ skill, level }: Seeded): string => `${skill}/${level}`;

const placesOf = (exercises: readonly Seeded[]): readonly string[] => [...new Set(exercises.map(placeOf))];

/** By skill and level, as each first comes. */
const inGroups = (exercises: readonly Seeded[]): readonly Seeded[] =>
  placesOf(exercises).flatMap(place => exercises.filter(exercise => placeOf(exercise) === place));

const itemsOf = (exercises: readonly Seeded[]): readonly SetItem[] => {
  const items = placesOf(exercises).flatMap(place => {
    const [first, ...others] = exercises.filter(exercise => placeOf(exercise) === place);
    return first ? [{ skill: first.skill, level: first.level, count: Math.min(MOST.count, 1 + others.length) }] : [];
  });
  return items.slice(0, MOST.items);
};

/** The exercises that a session has asked and that were answered, in their order and each once; what was done aside of it is left out. */
export const answeredIn = (
  { startedAt, done }: Pick<Session, 'startedAt' | 'done'>,
  log: readonly Entry[],
): readonly Seeded[] => {
  const asked = done.filter(({ quality }) => quality !== null).map(({ skill }) => skill);
  const own = standingAnswers(log).filter(({ at, purpose }) => at >= startedAt && (purpose === 'practice' || purpose === 'free'));
  const found = new Map<string, Seeded>();
  let next = 0;
  for (const { skill, level, seed } of own) {
    if (skill !== asked[next]) continue;
    next++;
    found.set(`${skill}/${level}/${seed}`, { skill, level, seed });
  }
  return [...found.values()];
};

const [FEWEST, WEAKEST, EACH] = [3, 5, 2];

/** The skills that are known least firmly, at the learner's level; undefined where too few were met to tell. */
export const weakest = (cards: Cards): readonly SetItem[] | undefined => {
  const met = [...cards.values()].filter(({ skill }) => skillOf(skill));
  if (met.length < FEWEST) return undefined;
  const items = met.toSorted(byFirmness).slice(0, WEAKEST);
  return items.map(({ skill, level }) => ({ skill, level: Math.min(level, levelsOf(skill)), count: EACH }));
};

const levelsOf = (skill: string): number => skillOf(skill)?.levels.length ?? 1;

/**
 * Least firm first. What was not known at its last review comes before all others; then the lower ease, in which SM-2 remembers every
 * slip, hint and lapse; then more lapses, the level lower among the skill's levels, and the shorter interval.
 */
const byFirmness = (a: Card, b: Card): number =>
  Number(a.state.n > 0) - Number(b.state.n > 0) ||
  a.state.ef100 - b.state.ef100 ||
  b.lapses - a.lapses ||
  a.level / levelsOf(a.skill) - b.level / levelsOf(b.skill) ||
  Number(a.state.interval - b.state.interval) ||
  (a.skill < b.skill ? -1 : 1);
