// What an answered exercise comes to: its entry in the log, and what that did to the schedule, in words.
import { chanceOfGuess } from '../../exercise/answer.ts';
import type { Question } from '../../exercise/generator.ts';
import type { Text } from '../../exercise/text.ts';
import type { Card } from '../../schedule/card.ts';
import type { AnswerEntry, Purpose } from '../../schedule/entry.ts';
import { isGuessable, parTime, qualityOf } from '../../schedule/quality.ts';
import type { Role } from '../../schedule/queue.ts';
import { type Attempt, paidHints, verdictsOf } from '../practice/attempt.ts';
import { whenDue } from '../words.ts';

export type AnswerDraft = Omit<AnswerEntry, 'device' | 'seq'>;

export interface Circumstances {
  readonly purpose: Purpose;
  readonly day: number;
  /** Milliseconds UTC. */
  readonly at: number;
  /** The level's par in seconds. */
  readonly par: number;
  readonly card: Card | undefined;
  readonly timed: boolean;
}

/** The log's entry of an attempt that is done. What the learner overrules is an entry of its own. */
export const answerDraft = (attempt: Attempt, { purpose, day, at, par, card, timed }: Circumstances): AnswerDraft => {
  const { exercise, tries, hints } = attempt;
  const verdicts = verdictsOf(attempt);
  const activeSeconds = Math.round(attempt.activeMs / 100) / 10;
  const quality = qualityOf({
    verdicts,
    hints: paidHints(attempt),
    activeSeconds,
    par: parTime(par, card?.times ?? []),
    timed,
    overruled: false,
  });
  return {
    kind: 'answer',
    purpose,
    day,
    at,
    skill: exercise.id,
    level: exercise.level,
    seed: exercise.seed,
    version: exercise.version,
    given: exercise.given,
    answers: tries.map(({ texts }) => texts),
    verdicts,
    quality,
    hints,
    activeSeconds: timed ? activeSeconds : 0,
    guessable: canBeGuessed(exercise),
  };
};

export const canBeGuessed = ({ answers }: Pick<Question, 'answers'>): boolean => {
  const chance = chanceOfGuess(answers);
  return chance > 0 && isGuessable(1 / chance);
};

/** What practice did to a card, for the learner to read under the verdict. */
export const consequence = (before: Card | undefined, after: Card | undefined, day: number): Text => {
  if (!after) return [];
  const when = whenDue(after.due - day);
  const again = after.half ? 'One more of these today, then it counts.' : `Comes again today, then ${when}.`;
  return [levelStep(before?.level, after.level) + (after.drill === day ? again : `Comes back ${when}.`)];
};

const levelStep = (before: number | undefined, after: number): string => {
  if (before === undefined || before === after) return '';
  return `${before < after ? 'Level up' : 'One level down'}: next time level ${after}. `;
};

/** What is said of an answer that bears on no card. */
export const withoutConsequence = (role: Role | null): Text =>
  role === 'guided' ? ['The next one is yours alone; from then on it counts.'] : ['For practice only: it comes back as planned.'];
