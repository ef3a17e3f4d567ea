// All kinds of answers in one table, and the one way to the kind of an answer.
import type { Answer, AnswerOf, KeyOf, Kind, Mistake } from '../exercise/answer.ts';
import { expression } from './expression.ts';
import type { AnswerKind } from './kind.ts';
import { matrix } from './matrix.ts';
import { number } from './number.ts';
import { choice, several } from './options.ts';
import { real } from './real.ts';
import { set } from './set.ts';
import { direction, vector } from './vector.ts';

const kinds: { readonly [K in Kind]: AnswerKind<K> } = {
  number,
  real,
  expression,
  vector,
  direction,
  matrix,
  set,
  choice,
  several,
};

export function kindOf<K extends Kind>(answer: AnswerOf<K>): AnswerKind<K> {
  return kinds[answer.kind];
}

/** The key in the syntax that a learner types. */
export function writeKey(answer: Answer): string {
  return kindOf(answer).write(answer.key);
}

/** Whether two keys of this answer count as the same. */
export function equalKeys<K extends Kind>(answer: AnswerOf<K>, a: KeyOf[K], b: KeyOf[K]): boolean {
  return kindOf(answer).equal(a, b, answer);
}

/** Wrong keys close to the right one: `verify` has to refuse each. */
export function nearMisses<K extends Kind>(answer: AnswerOf<K>): readonly KeyOf[K][] {
  return kindOf(answer)
    .near(answer)
    .filter(near => !equalKeys(answer, near, answer.key));
}

/** Without the mistakes that equal the key or an earlier mistake. */
export function distinctMistakes<K extends Kind>(answer: AnswerOf<K>): readonly Mistake<KeyOf[K]>[] {
  const kept: Mistake<KeyOf[K]>[] = [];
  for (const mistake of answer.mistakes as readonly Mistake<KeyOf[K]>[]) {
    const known = [answer.key, ...kept.map(({ wrong }) => wrong)];
    if (!known.some(key => equalKeys(answer, key, mistake.wrong))) kept.push(mistake);
  }
  return kept;
}
