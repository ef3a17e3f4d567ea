// Log entries of learners who make known mistakes, for tests.
import { writeAs } from '../../../src/answers/kinds.ts';
import { loadGenerator } from '../../../src/catalog.ts';
import { make } from '../../../src/make.ts';
import type { AnswerEntry } from '../../../src/schedule/entry.ts';
import { answer } from '../../schedule/log.ts';

/** A wrong answer that is a known mistake of its first part, all other parts right; a mistake of another index where there is one. */
export const mistaken = async (
  skill: string,
  level: number,
  seq: number,
  facts: Partial<AnswerEntry> = {},
  index = 0,
): Promise<AnswerEntry> => {
  const generator = await loadGenerator(skill);
  const seed = `mistaken ${seq}`;
  const { answers, given } = make(generator, level, seed);
  const typed = answers.map((each, part) => {
    const wrong = part === 0 ? (each.mistakes[index] ?? each.mistakes[0])?.wrong : undefined;
    return writeAs(each, wrong ?? each.key);
  });
  const place = { skill, level, seed, version: generator.version, given };
  return answer(seq, 1, { ...place, answers: [typed], verdicts: ['wrong'], ...facts });
};

/** What the app says of that mistake, as plain words with gaps for formulas. */
export const wordsOfMistake = async (entry: AnswerEntry, index = 0): Promise<string> => {
  const { answers } = make(await loadGenerator(entry.skill), entry.level, entry.seed);
  const says = (answers[0]?.mistakes[index] ?? answers[0]?.mistakes[0])?.says ?? [];
  return says.filter(part => typeof part === 'string').join(' ');
};
