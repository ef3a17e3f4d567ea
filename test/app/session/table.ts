// What a learner does at the table, for tests of the session without a screen.
import { writeAs, writeKey } from '../../../src/answers/kinds.ts';
import { nearMisses } from '../../../src/answers/near-misses.ts';
import { type Attempt, edit, override, reveal, submit, submitOnce } from '../../../src/app/practice/attempt.ts';
import { clearDesk, type Desk, desk } from '../../../src/app/session/desk.ts';
import { change } from '../../../src/app/session/saving.ts';
import { ended } from '../../../src/app/session/session.ts';
import { openState } from '../../../src/app/state.ts';
import type { Answer } from '../../../src/exercise/answer.ts';

export const table = (): Desk => {
  if (!desk.value) throw new Error('nothing lies on the table');
  return desk.value;
};

const wrongText = (answer: Answer): string => writeAs(answer, nearMisses(answer)[0] ?? answer.key);

const written = (attempt: Attempt, write: (answer: Answer) => string): Attempt =>
  attempt.exercise.answers.reduce((typed, answer, part) => edit(typed, part, write(answer)), attempt);

const handIn = (write: (answer: Answer) => string) => {
  const { attempt, purpose } = table();
  return change((purpose === 'placement' ? submitOnce : submit)(written(attempt, write)));
};
export const answerRight = () => handIn(writeKey);
export const answerWrong = () => handIn(wrongText);
export const giveUp = () => change(reveal(table().attempt));
export const sayItWasRight = () => change(override(table().attempt));

/** Until what is to be kept has been kept. */
export const kept = () => new Promise(resolve => setTimeout(resolve, 20));

/** The app is opened anew: only what was stored is left. */
export const restart = async (): Promise<void> => {
  clearDesk();
  ended.value = undefined;
  await openState();
};
