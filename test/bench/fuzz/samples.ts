// Answers to fuzz: those of real exercises and a few of our own for each kind.
import { generatorFiles } from '../../../scripts/all-generators.ts';
import { gradePart } from '../../../src/answers/grade.ts';
import { writeAs, writeKey } from '../../../src/answers/kinds.ts';
import { answerFrom } from '../../../src/answers/model.ts';
import { type Answer, KINDS, type Kind } from '../../../src/exercise/answer.ts';
import { make } from '../../../src/make.ts';

export interface Sample {
  readonly answer: Answer;
  /** The key as a learner types it. */
  readonly right: string;
  /** Where it comes from, to make it again. */
  readonly from: string;
}

/** Model texts; for chosen answers the second text names all options. */
const OWN: Readonly<Record<Kind, readonly (readonly [model: string, student?: string])[]>> = {
  number: [['3/4'], ['-17'], ['0'], ['123456789/1000'], ['2^40']],
  real: [['ln 3'], ['sqrt 2'], ['1e-9'], ['-e^5'], ['0'], ['10^30/7']],
  expression: [
    ...[
      ['(x+1)^3'],
      ['x'],
      ['0'],
      ['e^(-x^2/2)/sqrt(2 pi)'],
      ['σ(w_1 x + b)'],
      ['ln(x^2+1)'],
      ['sqrt(x)+|y|'],
      ['C(n,2)'],
      ['max(x,y)'],
    ],
    ...[
      ['-p ln p-(1-p) ln(1-p)'],
      ['sin(2x)cos(y)'],
      ['x^(1/3)/(x-1)'],
      ['1/(1+1/(1+1/x))'],
      ['n!'],
      ['e^x/(e^x+e^y+e^z)'],
      ['2^n'],
    ],
  ] as const,
  vector: [['(1,2)'], ['(1/2,-3,0)'], ['(2x, -y)'], ['(0.5)'], ['(1/sqrt 2, 1/sqrt 2)']],
  direction: [['(1,2)'], ['(-3,0,6)'], ['(1,sqrt 2)']],
  matrix: [['[[1,2],[3,4]]'], ['[[1/2]]'], ['[[1,0,0],[0,1,0]]'], ['[[2x,y],[y,2]]']],
  set: [['{1,2,5}'], ['{}'], ['{red,blue}'], ['{(1,2),(3,4)}'], ['{{},{1}}'], ['{sqrt 2,-sqrt 2}']],
  interval: [['[2,inf)'], ['(-inf,2] U (3,inf)'], ['(0,1)'], ['[-1/2,1/2]'], ['(-sqrt 2,sqrt 2)']],
  equation: [['y = 2x+1'], ['x^2+y^2 = 1'], ['3x-2y = 6'], ['x > 3'], ['x+y <= 2']],
  choice: [
    ['b', 'a,b,c,d'],
    ['yes', 'yes,no'],
  ],
  several: [
    ['{a,c}', 'a,b,c,d'],
    ['{a}', 'a,b'],
  ],
  ordering: [
    ['[a,b,c,d]', 'a,b,c,d'],
    ['[first,second,third]', 'first,second,third'],
  ],
};

export function ownSamples(): Sample[] {
  return KINDS.flatMap(kind => OWN[kind].map(([text, student = text]) => ownSample(kind, text, student)));
}

function ownSample(kind: Kind, text: string, student: string): Sample {
  const read = answerFrom({ kind, text }, student);
  if (!read.ok) throw new Error(`the sample ${text} of kind ${kind} is unreadable: ${read.says}`);
  return { answer: read.value, right: writeKey(read.value), from: `${kind} ${text}` };
}

/** The answers of `seeds` exercises of each level of each skill. */
export function madeSamples(seeds: number, seed: string): Sample[] {
  return [...generatorFiles.values()].flatMap(generator =>
    generator.levels.flatMap((_, i) =>
      Array.from({ length: seeds }, (_, k) => make(generator, i + 1, `${seed}:${k}`)).flatMap(exercise =>
        exercise.answers.map((answer, part) => ({
          answer,
          right: writeKey(answer),
          from: `${exercise.id} level ${exercise.level} seed "${exercise.seed}" part ${part + 1}`,
        })),
      ),
    ),
  );
}

/** What is written of the key, and of each mistake, reads back as the same; the texts for which it does not. */
export function brokenRoundTrips({ answer, right }: Sample): string[] {
  const broken = gradePart({ ...answer, mistakes: [] }, right).verdict === 'right' ? [] : [right];
  for (const { wrong } of answer.mistakes) {
    const text = writeAs(answer, wrong);
    const verdict = gradePart({ ...answer, key: wrong, mistakes: [] } as Answer, text).verdict;
    if (verdict !== 'right' && verdict !== 'form') broken.push(text);
  }
  return broken;
}
