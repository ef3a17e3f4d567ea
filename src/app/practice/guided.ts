// A guided example: how much of the solution is written down, and what is left to the learner.
import { keyText } from '../../answers/answer-text.ts';
import { gradePart } from '../../answers/grade.ts';
import { writeKey } from '../../answers/kinds.ts';
import type { Answer } from '../../exercise/answer.ts';
import type { Exercise } from '../../exercise/generator.ts';
import { plain, type Text } from '../../exercise/text.ts';
import { type Attempt, begin } from './attempt.ts';

/** The first lines of the solution: without at least the last third, and without any line from the first on that states a key. */
export function shownSteps({ solution, answers }: Pick<Exercise, 'solution' | 'answers'>): readonly Text[] {
  const telling = solution.findIndex(step => answers.some(answer => states(step, answer)));
  const most = Math.floor((2 * solution.length) / 3);
  return solution.slice(0, telling < 0 ? most : Math.min(most, telling));
}

const STANDING_IN = 2;

/** Where its first line would tell the answer already, the first hints stand in for it. */
export function beginGuided(exercise: Exercise): Attempt {
  const attempt = begin(exercise);
  if (shownSteps(exercise).length > 0) return attempt;
  return { ...attempt, hints: Math.min(STANDING_IN, exercise.hints.length) };
}

/** Whether every key stands in the solution as a result. */
export function tellsAll({ solution, answers }: Pick<Exercise, 'solution' | 'answers'>): boolean {
  return answers.every(answer => solution.some(step => states(step, answer)));
}

/** Whether a key is what some formula of this line comes to, or its words stand in the line. */
function states(step: Text, answer: Answer): boolean {
  if (isWorded(answer))
    return plain(step)
      .toLowerCase()
      .includes(plain(keyText(answer)).toLowerCase());
  const values = valuesIn(step);
  return values.some(value => isKey(value, answer)) || values.map(bare).includes(bare(writeKey(answer)));
}

const isWorded = ({ kind }: Answer): boolean => kind === 'choice' || kind === 'several' || kind === 'ordering';

function isKey(tex: string, answer: Answer): boolean {
  const { verdict } = gradePart(answer, tex);
  return verdict === 'right' || verdict === 'form';
}

const RELATION = /=|\\approx|\\(?:iff|Rightarrow|to)\b/;
const DIGIT = /^\s*\d\s*$/;
const PLACES = /\b(?:entry|row|column|step|place|node|line|part|round|class|layer|group|level)\s*$/i;

/** What stands on a side of a relation, or alone; but not the digit that only says which entry or step it is. */
function valuesIn(step: Text): readonly string[] {
  return step.flatMap((part, i) => {
    if (typeof part === 'string') return [];
    const [first = '', ...rest] = part.tex.split(RELATION);
    const before = step[i - 1];
    const isNumbering = DIGIT.test(first) && typeof before === 'string' && PLACES.test(before);
    return rest.length === 0 && isNumbering ? [] : [first, ...rest];
  });
}

function bare(source: string): string {
  return source.replace(/\\displaystyle|\\left|\\right|\\;|\s/g, '');
}
