// One hostile text against one answer: what must hold whatever is typed.
import { gradePart, type PartGrade, VERDICTS } from '../../../src/answers/grade.ts';
import { kindOf } from '../../../src/answers/kinds.ts';
import { answerFrom } from '../../../src/answers/model.ts';
import { type Answer, KINDS } from '../../../src/exercise/answer.ts';
import { createRng } from '../../../src/exercise/rng.ts';
import { plain } from '../../../src/exercise/text.ts';
import { MAKERS, type MakerName } from './hostile.ts';
import type { Sample } from './samples.ts';

export interface Case {
  readonly sample: Sample;
  readonly maker: MakerName;
  readonly text: string;
}

export interface Examined {
  readonly verdict: string;
  readonly milliseconds: number;
  /** What does not hold, in words. */
  readonly violation?: string;
}

const MAKER_NAMES = Object.keys(MAKERS) as MakerName[];

/** The same for the same seed, number and samples. */
export function caseOf(seed: string, index: number, samples: readonly Sample[]): Case {
  const rng = createRng(`${seed}/${index}`);
  const kind = rng.pick(KINDS);
  const [sample, other] = [rng.pick(samples.filter(({ answer }) => answer.kind === kind)), rng.pick(samples)];
  const maker = rng.pick(MAKER_NAMES);
  const names = 'variables' in sample.answer ? (sample.answer.variables ?? []) : [];
  return { sample, maker, text: MAKERS[maker](rng, sample.right, other.right, names) };
}

/** A longer time is taken again, since it may be the machine's; the fastest of three counts. */
const SUSPECT = 5;

/** `budget` in milliseconds for one grading. */
export function examine({ sample: { answer }, text }: Case, budget: number): Examined {
  try {
    const [grade, first] = timed(answer, text);
    const more = first > SUSPECT ? [timed(answer, text)[1], timed(answer, text)[1]] : [];
    const milliseconds = Math.min(first, ...more);
    const slow = milliseconds > budget ? `${milliseconds.toFixed(0)} ms, budget ${budget} ms` : undefined;
    const violation = broken(answer, text, grade) ?? slow;
    return { verdict: grade.verdict, milliseconds, ...(violation !== undefined && { violation }) };
  } catch (error) {
    return { verdict: 'throws', milliseconds: 0, violation: `throws ${error instanceof Error ? error.stack : String(error)}` };
  }
}

/** What happens at every key: the text is read and graded, and the line under the field shows how it is read. */
function timed(answer: Answer, text: string): readonly [PartGrade, number] {
  const start = performance.now();
  const grade = gradePart(answer, text);
  const kind = kindOf(answer);
  const reading = kind.read(text, answer);
  if (reading.ok) kind.show(reading.value, answer);
  return [grade, performance.now() - start];
}

function broken(answer: Answer, text: string, grade: PartGrade): string | undefined {
  if (!VERDICTS.includes(grade.verdict)) return `verdict ${grade.verdict}`;
  if (grade.verdict === 'unreadable') {
    if (plain(grade.says).trim() === '') return 'unreadable without a sentence';
    const { at } = grade;
    if (at === undefined || !Number.isInteger(at) || at < 0 || at > text.length)
      return `unreadable at place ${at} of ${text.length}`;
  }
  if (told(gradePart(answer, text)) !== told(grade)) return 'another grade the second time';
  answerFrom({ kind: answer.kind, text }, text);
  return undefined;
}

function told({ verdict, says, at }: PartGrade): string {
  return JSON.stringify([verdict, plain(says), at]);
}
