// Mistakes that were recognised, put together where they are the same one: which are made most, and which are overcome.
import type { SetItem } from '../../exercise/problem-set.ts';
import type { Text } from '../../exercise/text.ts';

/** One known mistake in one exercise; instants in milliseconds UTC. */
export interface MadeMistake {
  readonly skill: string;
  readonly level: number;
  readonly at: number;
  readonly day: number;
  readonly says: Text;
}

/** A mistake as it was made last, and in how many exercises. */
export interface WeakSpot extends MadeMistake {
  readonly times: number;
}

/** An exercise that was right at the first try and unaided. */
export interface CleanAnswer {
  readonly skill: string;
  readonly at: number;
}

// So many clean answers since, and a mistake is no longer spoken of.
const OVERCOME = 3;

/** The mistakes that still come, most made first, then latest. */
export const weakSpots = (made: readonly MadeMistake[], clean: readonly CleanAnswer[]): readonly WeakSpot[] => {
  const isOvercome = ({ skill, at }: WeakSpot) => clean.filter(each => each.skill === skill && each.at > at).length >= OVERCOME;
  return together(made)
    .filter(spot => !isOvercome(spot))
    .toSorted((a, b) => b.times - a.times || b.at - a.at);
};

/**
 * Sentences of one mistake differ in the exercise's numbers and in a word or two of its story, so they are compared by their words
 * alone, in order; formulas do not count.
 */
const together = (made: readonly MadeMistake[]): readonly WeakSpot[] => {
  const groups: { readonly skill: string; readonly words: readonly string[]; readonly all: MadeMistake[] }[] = [];
  for (const mistake of made.toSorted((a, b) => b.at - a.at)) {
    const words = wordsIn(mistake.says);
    const same = groups.find(group => group.skill === mistake.skill && areAlike(group.words, words));
    if (same) same.all.push(mistake);
    else groups.push({ skill: mistake.skill, words, all: [mistake] });
  }
  return groups.flatMap(({ all }) => {
    const times = new Set(all.map(({ at }) => at)).size;
    return all[0] ? [{ ...all[0], times }] : [];
  });
};

export const wordsIn = (says: Text): readonly string[] =>
  says.flatMap(part => (typeof part === 'string' ? (part.toLowerCase().match(/\p{L}+/gu) ?? []) : []));

const ALIKE = 0.75;

/** Whether three quarters of the words are the same, in the same order. */
export const areAlike = (a: readonly string[], b: readonly string[]): boolean =>
  commonLength(a, b) >= ALIKE * Math.max(a.length, b.length);

/** The length of the longest common subsequence. */
const commonLength = (a: readonly string[], b: readonly string[]): number => {
  let row: readonly number[] = b.map(() => 0);
  for (const word of a) {
    const next: number[] = [];
    for (const [i, other] of b.entries()) {
      const [above = 0, left = 0, corner = 0] = [row[i], next[i - 1], row[i - 1]];
      next.push(word === other ? corner + 1 : Math.max(above, left));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

const EACH = 2;

/** What practises them: their skills at the levels where they were made, each once. */
export const practiceFor = (spots: readonly WeakSpot[]): readonly SetItem[] => {
  const places = new Map(spots.map(({ skill, level }) => [`${skill}/${level}`, { skill, level, count: EACH }]));
  return [...places.values()];
};
