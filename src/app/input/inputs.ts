// What every input for an answer is given.
import type { Answer } from '../../exercise/answer.ts';
import type { Trouble } from './reading.ts';

export interface InputProps<A extends Answer = Answer> {
  readonly answer: A;
  readonly part: number;
  readonly text: string;
  /** The accessible name. */
  readonly name: string;
  /** The id of the line that says how it is read. */
  readonly describedBy: string;
  /** Where it can't be read, once that is to be said. */
  readonly trouble: Trouble | undefined;
  onText(text: string): void;
  /** For the ear: what a change has done. */
  onSay(words: string): void;
}
