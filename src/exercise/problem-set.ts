// A set of exercises that can be sent: a seed, and how many exercises of which level of which skills.

export interface SetItem {
  readonly skill: string;
  /** Counted from 1. */
  readonly level: number;
  readonly count: number;
}

export interface ProblemSet {
  readonly title?: string;
  readonly seed: string;
  readonly items: readonly SetItem[];
}

/** The most that a set holds: letters of its title and seed, items, exercises of one item and of all together. */
export const MOST = { title: 60, seed: 40, items: 40, count: 50, exercises: 200 } as const;

/** One exercise of a set. */
export interface Seeded {
  readonly skill: string;
  readonly level: number;
  readonly seed: string;
}

/**
 * The exercises in the order of the items, with the seeds that `gradus make --seed S --count N` takes: S:0 and so on. Items of the
 * same skill and level go on counting, so that no exercise comes twice.
 */
export function exercisesOf({ seed, items }: ProblemSet): readonly Seeded[] {
  const next = new Map<string, number>();
  return items.flatMap(({ skill, level, count }) => {
    const place = `${skill}/${level}`;
    const first = next.get(place) ?? 0;
    next.set(place, first + count);
    return Array.from({ length: count }, (_, i) => ({ skill, level, seed: `${seed}:${first + i}` }));
  });
}
