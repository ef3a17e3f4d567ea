// A report of an exercise whose answer was refused: all that is needed to look at it again.

import { writeKey } from '../../answers/kinds.ts';
import type { Exercise } from '../../exercise/generator.ts';
import { plain, type Text } from '../../exercise/text.ts';
import type { AnswerEntry } from '../../schedule/entry.ts';
import { type Attempt, verdictsOf } from './attempt.ts';

const words = {
  title: 'Gradus: an answer that was right',
  where: (id: string, version: number, level: number, seed: string) => `${id}, version ${version}, level ${level}, seed ${seed}`,
  asked: 'Asked',
  typed: 'Typed',
  key: 'Key',
  given: 'Given',
};

/** Plain text, to be shared or copied; formulas as TeX between dollar signs. */
export function reportOf(attempt: Attempt): string {
  return [words.title, about(attempt.exercise, refused(attempt))].join('\n');
}

/** The same without its title, of an answer in the log; `exercise` where this version still makes it. */
export function storedReport(entry: AnswerEntry, exercise: Exercise | undefined): string {
  const last = entry.verdicts.lastIndexOf('wrong');
  const typed = entry.answers.at(last) ?? [];
  if (exercise) return about(exercise, typed);
  const { skill, version, level, seed, given } = entry;
  return [
    words.where(skill, version, level, seed),
    `${words.given}: ${JSON.stringify(given)}`,
    ...typed.map(text => `${words.typed}: ${text}`),
  ].join('\n');
}

function about({ id, version, level, seed, statement, answers }: Exercise, typed: readonly string[]): string {
  return [
    words.where(id, version, level, seed),
    line(words.asked, [statement]),
    ...answers.flatMap((answer, part) => [
      line(words.typed, [answer.label, [typed[part] ?? '']]),
      line(words.key, [answer.label, [writeKey(answer)]]),
    ]),
  ].join('\n');
}

/** What was handed in last and judged wrong. */
function refused(attempt: Attempt): readonly string[] {
  const verdicts = verdictsOf(attempt);
  return attempt.tries.findLast((_, i) => verdicts[i] === 'wrong')?.texts ?? attempt.texts;
}

function line(name: string, texts: readonly Text[]): string {
  return `${name}: ${texts.map(plain).filter(Boolean).join(' ')}`;
}
