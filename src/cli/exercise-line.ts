// An exercise as a line of JSON: all that is asked, and all that it takes to answer it without the app.
import { writeKey } from '../answers/kinds.ts';
import type { Answer, Domains } from '../exercise/answer.ts';
import type { Figure } from '../exercise/figure.ts';
import type { Exercise } from '../exercise/generator.ts';
import { plain } from '../exercise/text.ts';
import { describe } from '../figures/describe.ts';
import { writeAs } from '../make.ts';

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
  if (answer.kind === 'choice' || answer.kind === 'several') {
    return { options: answer.options.map(({ id, text }) => ({ id, text: plain(text) })) };
  }
  if (answer.kind === 'real') {
    const { tolerance, relative } = answer;
    return { ...(tolerance && { tolerance: tolerance.toNumber() }), ...(relative && { relative: relative.toNumber() }) };
  }
  if (answer.kind === 'number') return answer.lowest ? { form: 'lowest' } : {};
  if (answer.kind !== 'expression') return {};
  const { variables, assume, upToConstant, form } = answer;
  return {
    vars: variables,
    ...(assume && { assume: domainFields(assume) }),
    ...(upToConstant && { upToConstant }),
    ...(form && { form }),
  };
}

function domainFields(assume: Domains): object {
  const ends = Object.entries(assume).map(([name, domain]) => [name, domain.map(end => end?.toNumber() ?? null)]);
  return Object.fromEntries(ends);
}
