// `grade`: typed answers to seeded exercises, judged as the app judges them.
import { grade } from '../answers/grade.ts';
import { loadGenerator, skillOf } from '../catalog.ts';
import { plain } from '../exercise/text.ts';
import { ExerciseError, make } from '../make.ts';
import { answerLines, type Fields, listField, numberField, textField, Unusable } from './lines.ts';

export function gradeLines(): Promise<void> {
  return answerLines(gradeLine);
}

async function gradeLine(fields: Fields): Promise<object> {
  const id = textField(fields, 'id');
  if (!skillOf(id)) throw new Unusable(`There is no skill ${id}.`);
  const answers = listField(fields, 'answers').map(answer => {
    if (typeof answer !== 'string') throw new Unusable('Each answer has to be a text.');
    return answer;
  });
  const exercise = await exerciseOf(id, numberField(fields, 'level'), textField(fields, 'seed'));
  if (answers.length > exercise.answers.length) throw new Unusable(`This exercise has ${exercise.answers.length} answers.`);
  const { verdict, credit, parts } = grade(exercise, answers);
  return { verdict, credit, parts: parts.map(({ verdict, says }) => ({ verdict, says: plain(says) })) };
}

async function exerciseOf(id: string, level: number, seed: string) {
  const generator = await loadGenerator(id);
  try {
    return make(generator, level, seed);
  } catch (error) {
    if (error instanceof ExerciseError) throw new Unusable(error.message);
    throw error;
  }
}
