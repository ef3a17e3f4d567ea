// Grading: each part is read and judged, known mistakes get their own words, and the parts make one verdict.
import type { Answer } from '../exercise/answer.ts';
import type { Question } from '../exercise/generator.ts';
import type { Text } from '../exercise/text.ts';
import { isRight, type Judgement } from './kind.ts';
import { kindOf } from './kinds.ts';

/** From the one that weighs most: the verdict of the whole is the first of these that a part has. */
export const VERDICTS = ['unreadable', 'wrong', 'form', 'right'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface PartGrade {
  readonly verdict: Verdict;
  /** What there is to say: where it stops being readable, what was done, what the form lacks. */
  readonly says: Text;
  /** The place in the typed text, for the unreadable. */
  readonly at?: number;
  /** A known mistake was recognised. */
  readonly known?: true;
  /** The skill that the mistake belongs to, where that is a prerequisite of this one. */
  readonly of?: string;
}

export interface Grade {
  readonly verdict: Verdict;
  /** The share of the parts that are right, from 0 to 1. */
  readonly credit: number;
  readonly parts: readonly PartGrade[];
}

/** Grades typed texts, one a part; a missing one is unreadable. */
export function grade(question: Pick<Question, 'answers' | 'jointMistakes'>, texts: readonly string[]): Grade {
  const parts = question.answers.map((answer, i) => gradePart(answer, texts[i] ?? ''));
  const joint = parts.every(part => part.verdict !== 'unreadable') ? findJointMistake(question, texts) : undefined;
  const spoken = joint
    ? parts.map(part => (part.verdict === 'wrong' ? { ...part, says: joint, known: true as const } : part))
    : parts;
  const right = parts.filter(part => part.verdict === 'right').length;
  return {
    verdict: VERDICTS.find(verdict => parts.some(part => part.verdict === verdict)) ?? 'unreadable',
    credit: parts.length === 0 ? 0 : right / parts.length,
    parts: spoken,
  };
}

export function gradePart(answer: Answer, text: string): PartGrade {
  const kind = kindOf(answer);
  const reading = kind.read(text, answer);
  if (!reading.ok) return { verdict: 'unreadable', says: [reading.says], at: reading.at };
  const judgement = kind.same(reading.value, answer.key, answer);
  if (judgement.verdict !== 'wrong') return { verdict: judgement.verdict, says: judgement.says ?? [] };
  const mistake = answer.mistakes.find(({ wrong }) => matches(kind.same(reading.value, wrong, answer)));
  if (mistake) return { verdict: 'wrong', says: mistake.says, known: true, ...(mistake.of && { of: mistake.of }) };
  return { verdict: 'wrong', says: judgement.says ?? kind.hint?.(reading.value, answer.key, answer) ?? [] };
}

function findJointMistake(
  { answers, jointMistakes = [] }: Pick<Question, 'answers' | 'jointMistakes'>,
  texts: readonly string[],
): Text | undefined {
  const found = jointMistakes.find(({ wrong }) =>
    answers.every((answer, i) => {
      const [kind, key] = [kindOf(answer), wrong[i]];
      const reading = kind.read(texts[i] ?? '', answer);
      return key !== undefined && reading.ok && matches(kind.same(reading.value, key, answer));
    }),
  );
  return found?.says;
}

/** A mistake in a poor form is still that mistake. */
function matches(judgement: Judgement): boolean {
  return isRight(judgement) || judgement.verdict === 'form';
}
