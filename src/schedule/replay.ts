// The review log played from its beginning: the one way to every card.

import { type Card, type Rules, type Step, step } from './card.ts';
import { compareEntries, type Entry, entryId } from './entry.ts';

/** Every card, by skill, of a log in any order. */
export const replay = (entries: Iterable<Entry>, rules: Rules): ReadonlyMap<string, Card> => {
  const cards = new Map<string, Card>();
  for (const [skill, own] of bySkill(entries)) {
    const card = replaySkill(own, rules);
    if (card) cards.set(skill, card);
  }
  return cards;
};

/** The card of the one skill that all these entries are about, or undefined where none was a review. */
export const replaySkill = (entries: readonly Entry[], rules: Rules): Card | undefined =>
  stepsOf(entries).reduce<Card | undefined>((card, entry) => step(card, entry, rules), undefined);

/**
 * The cards after one more entry, which comes last in the order of the log: what `replay` of all would give.
 * `earlier` are the entries of the same skill before it; only undo and override look at them.
 */
export const apply = (
  cards: ReadonlyMap<string, Card>,
  entry: Entry,
  earlier: Iterable<Entry>,
  rules: Rules,
): ReadonlyMap<string, Card> => {
  const card = isStep(entry) ? step(cards.get(entry.skill), entry, rules) : replaySkill([...earlier, entry], rules);
  const others = [...cards].filter(([skill]) => skill !== entry.skill);
  return new Map(card ? [...others, [entry.skill, card]] : others);
};

/** Whether the entry moves its card by itself; if not, the skill's log has to be replayed. */
export const isStep = (entry: Entry): entry is Step => entry.kind === 'answer' || entry.kind === 'move-due';

/** The answers and moves of a skill that count, in order: without those taken back, and with quality 4 where the learner overruled. */
export const stepsOf = (entries: readonly Entry[]): readonly Step[] => {
  const undone = targets(entries, 'undo');
  const standing = entries.filter(entry => !undone.has(entryId(entry)));
  const overruled = targets(standing, 'override');
  return standing
    .filter(isStep)
    .map<Step>(entry => (entry.kind === 'answer' && overruled.has(entryId(entry)) ? { ...entry, quality: 4 } : entry))
    .toSorted(compareEntries);
};

/** The ids that the entries of this kind name. */
export const targets = (entries: readonly Entry[], kind: 'undo' | 'override'): ReadonlySet<string> =>
  new Set(entries.flatMap(entry => (entry.kind === kind ? [entry.target] : [])));

export const bySkill = (entries: Iterable<Entry>): ReadonlyMap<string, readonly Entry[]> => {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.skill);
    if (group) group.push(entry);
    else groups.set(entry.skill, [entry]);
  }
  return groups;
};
