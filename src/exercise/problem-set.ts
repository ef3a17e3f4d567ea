// A set of exercises that can be sent: a seed, and how many exercises of which level of which skills.

export interface SetItem {
  readonly skill: string;
  /** Counted from 1. */
  readonly level: number;
  readonly count: number;
  /** The number of its first exercise, from 0; where there is none, items of the same skill and level count on. */
  readonly first?: number;
}

export interface ProblemSet {
  readonly title?: string;
  readonly seed: string;
  readonly items: readonly SetItem[];
}

/** The most that a set holds: letters of its title and seed, items, exercises of one item and of all together; and the highest `first`. */
export const MOST = { title: 60, seed: 40, items: 40, count: 50, exercises: 200, first: 62 } as const;

/** One exercise of a set. */
export interface Seeded {
  readonly skill: string;
  readonly level: number;
  readonly seed: string;
}

/** Exercises that these items ask for. */
export function countIn(items: readonly Pick<SetItem, 'count'>[]): number {
  return items.reduce((sum, { count }) => sum + count, 0);
}

/** The exercises in the order of the items, none twice, with the seeds that `gradus make --seed S --count N` takes: S:0 and so on. */
export function exercisesOf({ seed, items }: ProblemSet): readonly Seeded[] {
  const next = new Map<string, number>();
  const all = items.flatMap(({ skill, level, count, first }) => {
    const place = `${skill}/${level}`;
    const from = first ?? next.get(place) ?? 0;
    next.set(place, Math.max(next.get(place) ?? 0, from + count));
    return Array.from(
      { length: count },
      (_, i) => [`${place}/${from + i}`, { skill, level, seed: `${seed}:${from + i}` }] as const,
    );
  });
  return [...new Map(all).values()];
}

/** A set of exactly these exercises, in their order; undefined where their seeds do not belong together. */
export function setOfExercises(exercises: readonly Seeded[]): ProblemSet | undefined {
  const seeds = exercises.map(({ seed }) => /^(.+):(\d{1,2})$/.exec(seed));
  const seed = seeds[0]?.[1];
  if (seed === undefined || seeds.some(each => each?.[1] !== seed || Number(each[2]) > MOST.first)) return undefined;
  const items = exercises.map(({ skill, level }, i) => ({ skill, level, count: 1, first: Number(seeds[i]?.[2]) }));
  return { seed, items: joined(items) };
}

/** Items that go on where the one before them ends become one. */
function joined(items: readonly Required<SetItem>[]): readonly SetItem[] {
  const all: Required<SetItem>[] = [];
  for (const item of items) {
    const last = all.at(-1);
    const goesOn = last?.skill === item.skill && last.level === item.level && last.first + last.count === item.first;
    if (last && goesOn) all[all.length - 1] = { ...last, count: last.count + item.count };
    else all.push(item);
  }
  return all;
}
