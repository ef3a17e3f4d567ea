// An exercise as a line of JSON: all that is asked, and all that it takes to answer it without the app.
import { writeAs, writeKey } from '../answers/kinds.ts';
import type { Answer, Demands, Domains } from '../exercise/answer.ts';
import type { Figure } from '../exercise/figure.ts';
import type { Exercise } from '../exercise/generator.ts';
import { plain } from '../exercise/text.ts';
import { describe } from '../figures/describe.ts';

export function exerciseLine(exercise: Exercise): object {
  const { id, version, level, seed, given, statement, figures = [], answers, jointMistakes = [], hints, solution } = exercise;
  const joint = jointMistakes.map(({ wrong, says }) => ({
    wrong: answers.map((answer, i) => writeAs(answer, wrong[i] ?? answer.key)),
    says: plain(says),
  }));
  return {
    id,
    version,
    level,
    seed,
    given,
    statement: plain(statement),
    figures: figures.map(figureFields),
    answers: answers.map(answerFields),
    ...(joint.length > 0 ? { jointMistakes: joint } : {}),
    hints: hints.map(plain),
    solution: solution.map(plain),
  };
}

function figureFields(figure: Figure): object {
  const { kind, ...data } = figure;
  return { kind, data, words: describe(figure) };
}

function answerFields(answer: Answer): object {
  return {
    kind: answer.kind,
    label: plain(answer.label),
    key: writeKey(answer),
    ...demands(answer),
    mistakes: answer.mistakes.map(({ wrong, says }) => ({ wrong: writeAs(answer, wrong), says: plain(says) })),
  };
}

function demands(answer: Answer): object {
  const { options, before, variables, assume, tolerance, relative, form, ...rest }: Demanded = answer;
  const { lowest, upToConstant, decimals, digits, solvedFor } = rest;
  return {
    ...(options && { options: options.map(({ id, text }) => ({ id, text: plain(text) })) }),
    ...(before && { before }),
    ...(variables && { vars: variables }),
    ...(assume && { assume: domainFields(assume) }),
    ...(upToConstant && { upToConstant }),
    ...(tolerance && { tolerance: tolerance.toNumber() }),
    ...(relative && { relative: relative.toNumber() }),
    ...(decimals !== undefined && { decimals }),
    ...(digits !== undefined && { digits }),
    ...(lowest && { form: 'lowest' }),
    ...(form && { form }),
    ...(solvedFor && { solvedFor }),
  };
}

/** All that any kind may ask for. */
type Demanded = Pick<Answer, 'kind'> &
  Partial<Demands['number'] & Demands['real'] & Demands['expression'] & Demands['equation'] & Demands['ordering']>;

function domainFields(assume: Domains): object {
  const ends = Object.entries(assume).map(([name, domain]) => [name, domain.map(end => end?.toNumber() ?? null)]);
  return Object.fromEntries(ends);
}
