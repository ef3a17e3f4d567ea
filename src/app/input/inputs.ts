// What every input for an answer is given.
import type { Answer } from '../../exercise/answer.ts';

export interface InputProps<A extends Answer = Answer> {
  readonly answer: A;
  readonly part: number;
  readonly text: string;
  /** The accessible name. */
  readonly name: string;
  /** The id of the line that says how it is read. */
  readonly describedBy: string;
  readonly invalid: boolean;
  onText(text: string): void;
}
