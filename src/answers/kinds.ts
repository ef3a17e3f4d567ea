// All kinds of answers in one table, and the one way to the kind of an answer.
import type { Answer, AnswerOf, KeyOf, Kind, Mistake } from '../exercise/answer.ts';
import { equation } from './equation.ts';
import { expression } from './expression.ts';
import { interval } from './interval.ts';
import { type AnswerKind, MAX_TYPED } from './kind.ts';
import { matrix } from './matrix.ts';
import { number } from './number.ts';
import { choice, several } from './options.ts';
import { ordering } from './ordering.ts';
import { real } from './real.ts';
import { set } from './set.ts';
import { unreadable } from './typed.ts';
import { direction, vector } from './vector.ts';

const kinds: { readonly [K in Kind]: AnswerKind<K> } = {
  number: bounded(number),
  real: bounded(real),
  expression: bounded(expression),
  vector: bounded(vector),
  direction: bounded(direction),
  matrix: bounded(matrix),
  set: bounded(set),
  interval: bounded(interval),
  equation: bounded(equation),
  choice: bounded(choice),
  several: bounded(several),
  ordering: bounded(ordering),
};

export function kindOf<K extends Kind>(answer: AnswerOf<K>): AnswerKind<K> {
  return kinds[answer.kind];
}

/** Signs that nobody sees, as they come with pasted text: marks of direction, of width none, of joining. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\ufe0e|\ufe0f/g;

/** Nothing is read that is too long: reading takes a time that grows with the square of it. */
function bounded<K extends Kind>(kind: AnswerKind<K>): AnswerKind<K> {
  const tooLong = unreadable(MAX_TYPED, 'This is too long to be read.');
  const read = (text: string, answer: AnswerOf<K>) => kind.read(text.replaceAll(UNSEEN, ' '), answer);
  return { ...kind, read: (text, answer) => (text.length > MAX_TYPED ? tooLong : read(text, answer)) };
}

/** The key in the syntax that a learner types. */
export function writeKey(answer: Answer): string {
  return writeAs(answer, answer.key);
}

/** Any key of this answer's kind, as it is typed. */
export function writeAs(answer: Answer, key: Answer['key']): string {
  return kindOf(answer).write(key, answer);
}

/** Whether two keys of this answer count as the same. */
export function equalKeys<K extends Kind>(answer: AnswerOf<K>, a: KeyOf[K], b: KeyOf[K]): boolean {
  return kindOf(answer).equal(a, b, answer);
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
