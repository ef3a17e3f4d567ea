// A card: all that the schedule knows of one skill, as far as one more answer takes it.

import type { AnswerEntry, MoveDueEntry } from './entry.ts';
import { together } from './quality.ts';
import { type CardState, LONGEST_WAIT, NEW_CARD, type Quality, type Scheduler, sm2 } from './sm2.ts';

/** What a review changes. */
export type Progress = {
  readonly state: CardState;
  /** the study day on which the card comes back */
  readonly due: number;
  /** the level of the next exercise, from 1 */
  readonly level: number;
  /** clean passes since the level last changed */
  readonly clean: number;
  readonly lapses: number;
  /** study days with a passed review */
  readonly daysPassed: number;
};

export type Card = Progress & {
  readonly skill: string;
  /** the study day of the first review, and of the last */
  readonly started: number;
  readonly reviewed: number;
  /** the study day on which the skill still has to come again, null where nothing is owed; it lapses with the day */
  readonly drill: number | null;
  /** active seconds of the latest answers that were right first time and unaided */
  readonly times: readonly number[];
  /** a guessable first answer that the day's next one may lower */
  readonly half: { readonly quality: Quality; readonly before: Progress } | null;
};

/** What replay has to be told: how many levels a skill has (0 where it is unknown), and the scheduler where it is not SM-2. */
export type Rules = { readonly levels: (skill: string) => number; readonly schedule?: Scheduler };

/** An entry that moves a card by itself; undo and override need the skill's whole log. */
export type Step = AnswerEntry | MoveDueEntry;

/** The card after one more entry of its skill, which must come last in the order of the log. Only practice moves a card. */
export const step = (card: Card | undefined, entry: Step, rules: Rules): Card | undefined => {
  if (entry.purpose !== 'practice') return card;
  if (entry.kind === 'move-due') return card && moveDue(card, entry);
  return answered(card, entry, rules);
};

const moveDue = (card: Card, { day, due }: MoveDueEntry): Card => ({
  ...card,
  due: Math.min(Math.max(due, day), day + LONGEST_WAIT),
});

const answered = (card: Card | undefined, entry: AnswerEntry, rules: Rules): Card => {
  const times = withTime(card?.times ?? [], entry);
  if (card?.reviewed !== entry.day) return { ...reviewed(card, entry, rules), times };
  if (card.half) return { ...completed(card, card.half, entry, rules), times };
  return { ...card, drill: owed(entry.quality, entry.day), times };
};

// One guessable answer says little, so the day owes a second, at the same level. If none comes, the first stands alone for the
// schedule, and the level stays.
const reviewed = (card: Card | undefined, entry: AnswerEntry, rules: Rules): Card => {
  const { skill, day, quality, guessable } = entry;
  const before = card ? progressOf(card) : newProgress(entry);
  return {
    skill,
    ...afterReview(before, skill, day, quality, rules),
    ...(guessable && { level: before.level, clean: before.clean }),
    started: card?.started ?? day,
    reviewed: day,
    drill: guessable ? day : owed(quality, day),
    times: [],
    half: guessable ? { quality, before } : null,
  };
};

const completed = (card: Card, half: NonNullable<Card['half']>, { day, quality }: AnswerEntry, rules: Rules): Card => {
  const lower = together(half.quality, quality);
  return { ...card, ...afterReview(half.before, card.skill, day, lower, rules), drill: owed(quality, day), half: null };
};

const owed = (quality: Quality, day: number): number | null => (quality < 4 ? day : null);

const newProgress = ({ level, day }: AnswerEntry): Progress => ({
  state: NEW_CARD,
  due: day,
  level,
  clean: 0,
  lapses: 0,
  daysPassed: 0,
});

const progressOf = ({ state, due, level, clean, lapses, daysPassed }: Card): Progress => ({
  state,
  due,
  level,
  clean,
  lapses,
  daysPassed,
});

const afterReview = (before: Progress, skill: string, day: number, quality: Quality, rules: Rules): Progress => ({
  ...(rules.schedule ?? sm2)(before.state, quality, day),
  ...afterLevel(before, quality, rules.levels(skill)),
  lapses: before.lapses + (quality < 3 ? 1 : 0),
  daysPassed: before.daysPassed + (quality < 3 ? 0 : 1),
});

const CLEAN_PASSES = 2;

/** One level down after a lapse, one up after two clean passes; a slip changes nothing. */
const afterLevel = ({ level, clean }: Progress, quality: Quality, levels: number): Pick<Progress, 'level' | 'clean'> => {
  if (quality < 3) return { level: Math.max(1, level - 1), clean: 0 };
  if (quality === 3) return { level, clean };
  if (clean + 1 < CLEAN_PASSES) return { level, clean: clean + 1 };
  return level < levels ? { level: level + 1, clean: 0 } : { level, clean: CLEAN_PASSES };
};

const KEPT_TIMES = 20;

const withTime = (times: readonly number[], { quality, activeSeconds }: AnswerEntry): readonly number[] =>
  quality >= 4 && activeSeconds > 0 ? [...times, activeSeconds].slice(-KEPT_TIMES) : times;
