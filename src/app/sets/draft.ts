// The draft of a set: what is chosen so far, and each step from one draft to the next. A step that the bounds of a set forbid changes nothing.
import { countIn, exercisesOf, MOST, type ProblemSet, type SetItem } from '../../exercise/problem-set.ts';
import { cleanTitle } from '../../link.ts';
import { newSeed } from '../chance.ts';

/** What there is to say of it: these are exactly the exercises it was made from; it is like them, with new numbers; its set is made. */
export const NOTES = ['', 'exact', 'renewed', 'made'] as const;

export interface Draft {
  /** As it is typed. */
  readonly title: string;
  readonly seed: string;
  readonly items: readonly SetItem[];
  readonly note: (typeof NOTES)[number];
}

export const emptyDraft = (): Draft => ({ title: '', seed: newSeed(), items: [], note: '' });

export const setOf = ({ title, seed, items }: Draft): ProblemSet => {
  const clean = cleanTitle(title);
  return { ...(clean !== '' && { title: clean }), seed, items };
};

/** A made set has its title in its link; with another one it is another set. */
export const withTitle = (draft: Draft, title: string): Draft => ({
  ...draft,
  title,
  note: draft.note === 'made' ? '' : draft.note,
});

/** How many more exercises the set may have. */
export const roomIn = ({ items }: Draft): number => MOST.exercises - countIn(items);

export const mayHaveMore = (draft: Draft): boolean => roomIn(draft) > 0 && draft.items.length < MOST.items;

const FIRST_COUNT = 2;

/** A skill at a level that is there already counts one more. */
export const withSkill = (draft: Draft, skill: string, level: number): Draft => {
  const isThere = draft.items.some(item => item.skill === skill && item.level === level);
  return withItems(draft, [{ skill, level, count: isThere ? 1 : FIRST_COUNT }]);
};

/** With as many of these as fit; what is there already counts them too. */
export const withItems = (draft: Draft, more: readonly SetItem[]): Draft =>
  more.reduce((before, { skill, level, count }) => {
    const at = before.items.findIndex(item => item.skill === skill && item.level === level);
    if (at >= 0) return withCount(before, at, (before.items[at]?.count ?? 0) + count);
    if (!mayHaveMore(before)) return before;
    return changed(before, [...before.items, { skill, level, count: Math.min(count, roomIn(before)) }]);
  }, draft);

/** One exercise less of a skill, of its last item. */
export const withOneLess = (draft: Draft, skill: string): Draft => {
  const at = draft.items.findLastIndex(item => item.skill === skill);
  const count = draft.items[at]?.count ?? 0;
  return count > 1 ? withCount(draft, at, count - 1) : without(draft, at);
};

export const withCount = (draft: Draft, at: number, count: number): Draft => {
  const item = draft.items[at];
  if (!item) return draft;
  const most = Math.min(MOST.count, item.count + roomIn(draft));
  return changed(draft, draft.items.with(at, { ...item, count: Math.max(1, Math.min(most, count)) }));
};

/** Of another level the numbers are others too. */
export const withLevel = (draft: Draft, at: number, level: number): Draft => {
  const item = draft.items[at];
  return item ? changed(draft, draft.items.with(at, { skill: item.skill, level, count: item.count })) : draft;
};

export const without = (draft: Draft, at: number): Draft =>
  changed(
    draft,
    draft.items.filter((_, i) => i !== at),
  );

/** One place up (-1) or down (1). */
export const moved = (draft: Draft, at: number, by: -1 | 1): Draft => {
  const [item, other] = [draft.items[at], draft.items[at + by]];
  return item && other ? changed(draft, draft.items.with(at, other).with(at + by, item)) : draft;
};

/** The same skills, levels and counts with new numbers. */
export const rerolled = (draft: Draft): Draft => ({
  ...draft,
  seed: newSeed(),
  items: draft.items.map(item => numberedAnew(item)),
  note: '',
});

const numberedAnew = ({ skill, level, count }: SetItem): SetItem => ({ skill, level, count });

const changed = (draft: Draft, items: readonly SetItem[]): Draft => ({ ...draft, items: apart(items), note: '' });

/** No exercise twice: where items of a skill and level have come to overlap, these are numbered anew. */
export const apart = (items: readonly SetItem[]): readonly SetItem[] => {
  const isOfPlace = (one: SetItem) => (other: SetItem) => one.skill === other.skill && one.level === other.level;
  const overlaps = (own: readonly SetItem[]) => exercisesOf({ seed: '', items: own }).length < countIn(own);
  return items.map(item => (overlaps(items.filter(isOfPlace(item))) ? numberedAnew(item) : item));
};
