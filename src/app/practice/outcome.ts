// What an attempt's outcome says: the verdict in words, what was done, and the formulas beside it.
import type { Grade } from '../../answers/grade.ts';
import { say, spoken, type Text } from '../../exercise/text.ts';
import { type Attempt, type Try, typo, verdictsOf } from './attempt.ts';

export type Tone = 'right' | 'nearly' | 'wrong' | 'shown';
export interface Outcome {
  readonly tone: Tone;
  readonly title: string;
  /** What was done; a line for each thing worth saying. */
  readonly says: readonly Text[];
}

const UNKNOWN = say`The result is a different one. Go through your steps once more.`;
const PARTLY = say`A part of it is right.`;

/** Of what was handed in last, or of the solution that was asked for. */
export function outcomeOf(attempt: Attempt): Outcome | undefined {
  const { revealed, overridden } = attempt;
  const judged = lastReadable(attempt);
  if (overridden)
    return {
      tone: 'right',
      title: 'Counted as right.',
      says: [say`Thank you. It is noted with this exercise.`],
    };
  if (revealed && judged?.grade.verdict !== 'wrong')
    return { tone: 'shown', title: 'Here is the way.', says: [say`Read it step by step. A new one of this kind comes soon.`] };
  return judged && outcomeOfGrade(judged.grade, revealed);
}

export function outcomeOfGrade({ verdict, credit, parts }: Grade, isOver = false): Outcome | undefined {
  const said = distinct(parts.filter(part => part.verdict !== 'right').map(({ says }) => says));
  if (verdict === 'unreadable') return undefined;
  if (verdict === 'form') return { tone: 'nearly', title: 'Nearly.', says: said };
  if (verdict === 'right') return { tone: 'right', title: 'Right.', says: distinct(parts.map(({ says }) => says)) };
  const partly = credit > 0 ? [PARTLY] : [];
  return { tone: 'wrong', title: 'Not yet.', says: said.length > 0 || isOver ? [...partly, ...said] : [...partly, UNKNOWN] };
}

export function spokenOutcome({ title, says }: Outcome): string {
  return [title, ...says.map(spoken)].join(' ');
}

/** What was handed in last, if it stands in the fields unchanged. */
export function judgedNow(attempt: Attempt): Try | undefined {
  const { tries, texts } = attempt;
  const last = tries.at(-1);
  if (last === typo(attempt)) return undefined;
  return last?.texts.every((text, i) => text === texts[i]) ? last : undefined;
}

/** The last try that could be read and stands. */
export function lastReadable(attempt: Attempt): Try | undefined {
  const verdicts = verdictsOf(attempt);
  return attempt.tries.findLast((_, i) => verdicts[i] !== 'unreadable');
}

function distinct(texts: readonly Text[]): readonly Text[] {
  const bySpeech = new Map(texts.filter(text => text.length > 0).map(text => [spoken(text), text]));
  return [...bySpeech.values()];
}
