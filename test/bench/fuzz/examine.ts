// One text against one answer: what must hold whatever is typed, and what must hold of right answers and near misses.
import { gradePart, type PartGrade, VERDICTS } from '../../../src/answers/grade.ts';
import { kindOf } from '../../../src/answers/kinds.ts';
import { answerFrom } from '../../../src/answers/model.ts';
import { showValue } from '../../../src/answers/show.ts';
import { type Answer, KINDS } from '../../../src/exercise/answer.ts';
import { createRng } from '../../../src/exercise/rng.ts';
import { plain } from '../../../src/exercise/text.ts';
import { nearMiss, rewritten } from './harmless.ts';
import { MAKERS, type MakerName } from './hostile.ts';
import type { Sample } from './samples.ts';
import { stepsOf } from './steps.ts';
import { writtenBack } from './written-back.ts';

/** `right`: the key, written in another way. `near`: what is close to it and wrong. */
export type CaseName = MakerName | 'right' | 'near';

export interface Case {
  readonly sample: Sample;
  readonly maker: CaseName;
  readonly text: string;
}

export interface Examined {
  readonly verdict: string;
  readonly milliseconds: number;
  /** What does not hold, in words. */
  readonly violation?: string;
}

/** Those that are mostly read come more often. */
const MAKER_NAMES: readonly CaseName[] = [
  ...(Object.keys(MAKERS) as MakerName[]),
  ...(['slips', 'slips', 'mutated', 'grown', 'grown', 'huge', 'right', 'right', 'near'] as const),
];

/** The same for the same seed, number and samples. */
export function caseOf(seed: string, index: number, samples: readonly Sample[]): Case {
  const rng = createRng(`${seed}/${index}`);
  const [sample, other] = [rng.pick(ofKind(samples).get(rng.pick(KINDS)) ?? samples), rng.pick(samples)];
  const maker = rng.pick(MAKER_NAMES);
  const { answer, right } = sample;
  if (maker === 'right') return { sample, maker, text: rewritten(rng, right, answer) };
  if (maker === 'near') return { sample, maker, text: nearMiss(rng, answer) ?? '' };
  const names = 'variables' in answer ? (answer.variables ?? []) : [];
  return { sample, maker, text: MAKERS[maker](rng, right, other.right, names) };
}

const sorted = new WeakMap<readonly Sample[], ReadonlyMap<Answer['kind'], readonly Sample[]>>();

function ofKind(samples: readonly Sample[]): ReadonlyMap<Answer['kind'], readonly Sample[]> {
  const known = sorted.get(samples) ?? new Map(KINDS.map(kind => [kind, samples.filter(({ answer }) => answer.kind === kind)]));
  sorted.set(samples, known);
  return known;
}

/** Milliseconds: a longer time is taken again, since it may be the machine's; the shortest of three counts. */
const SUSPECT = 5;

export function examine(fuzzed: Case): Examined {
  const { sample, text } = fuzzed;
  const { answer } = sample;
  try {
    const [grade, first] = timed(answer, text);
    const more = first > SUSPECT ? [timed(answer, text)[1], timed(answer, text)[1]] : [];
    const milliseconds = Math.min(first, ...more);
    const violation = broken(fuzzed, grade);
    return { verdict: grade.verdict, milliseconds, ...(violation !== undefined && { violation }) };
  } catch (error) {
    return { verdict: 'throws', milliseconds: 0, violation: `throws ${error instanceof Error ? error.stack : String(error)}` };
  }
}

/** The function calls that its grading takes. */
export function weigh({ sample: { answer }, text }: Case): number {
  return stepsOf(() => timed(answer, text));
}

/** What happens at every key: the text is read and graded, and the line under the field shows how it is read. */
function timed(answer: Answer, text: string): readonly [PartGrade, number] {
  const start = performance.now();
  const grade = gradePart(answer, text);
  const reading = kindOf(answer).read(text, answer);
  if (reading.ok) showValue(reading.value, answer);
  return [grade, performance.now() - start];
}

function broken({ sample: { answer }, maker, text }: Case, grade: PartGrade): string | undefined {
  const { verdict } = grade;
  if (!VERDICTS.includes(verdict)) return `verdict ${verdict}`;
  if (verdict === 'unreadable') return unplaced(text, grade) ?? (maker === 'right' ? 'the key is unreadable' : undefined);
  if (maker === 'right' && verdict === 'wrong') return 'the key is wrong';
  if (maker === 'near' && verdict !== 'wrong') return `a near miss is ${verdict}`;
  if (told(gradePart(answer, text)) !== told(grade)) return 'another grade the second time';
  answerFrom({ kind: answer.kind, text }, text);
  return changed(answer, text, verdict);
}

function unplaced(text: string, { says, at }: PartGrade): string | undefined {
  if (plain(says).trim() === '') return 'unreadable without a sentence';
  const isPlace = at !== undefined && Number.isInteger(at) && at >= 0 && at <= text.length;
  return isPlace ? undefined : `unreadable at place ${at} of ${text.length}`;
}

/** What is read and written again has the same verdict, as far as right and wrong go. */
function changed(answer: Answer, text: string, verdict: string): string | undefined {
  const again = writtenBack(answer, text);
  if (again === undefined) return undefined;
  const second = gradePart(answer, again);
  if (/too deeply/.test(plain(second.says))) return undefined;
  const isSame = (second.verdict === 'wrong') === (verdict === 'wrong') && second.verdict !== 'unreadable';
  return isSame ? undefined : `${verdict}, but ${second.verdict} when written as ${JSON.stringify(again)} ${plain(second.says)}`;
}

function told({ verdict, says, at }: PartGrade): string {
  return JSON.stringify([verdict, plain(says), at]);
}
