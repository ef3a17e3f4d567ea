// What an exercise on the screen is told by whoever shows it.
import type { ComponentChildren } from 'preact';
import type { Text } from '../../exercise/text.ts';
import type { Attempt } from './attempt.ts';
import type { Stage } from './stage.ts';

/** Of the answer, to the log. */
export type Saving = 'no' | 'saving' | 'saved';

export interface PracticeProps {
  readonly attempt: Attempt;
  /** Every change, also each typed sign. */
  onChange(next: Attempt): void;
  readonly title: string;
  readonly level: number;
  readonly levels: number;
  readonly stage: Stage;
  /** What the skill is good for. */
  readonly why: string;
  /** Absent in free practice. */
  readonly progress?: { readonly at: number; readonly of: number } | undefined;
  /** At the end of the bar above, such as a clock. */
  readonly top?: ComponentChildren;
  /** Of the record, once the attempt is done. */
  readonly saving: Saving;
  /** What could not be saved at last, in words. */
  readonly problem?: string | undefined;
  /** What comes of it, shown once it is done. */
  readonly note?: Text | undefined;
  /** The level from which the skill goes on at another one. */
  readonly levelBefore?: number | undefined;
  readonly levelAfter?: number | undefined;
  onNext(): void;
  /** To further exercises of this skill and level, or back from them to where one came from. */
  readonly aside?: { readonly title: string; readonly action: 'another' | 'back' | 'finish'; onGo(): void } | undefined;
  /** Where its scratch pad is kept; without it there is none. */
  readonly place?: string | undefined;
  /** Where a worked example was asked for: one more of them. After it, `onNext` leads to one to be done alone. */
  readonly onAnother?: (() => void) | undefined;
  /** Hands the exercise on, once it is done. */
  readonly onShare?: (() => void) | undefined;
  /** Takes back the recorded answer. */
  readonly onUndo?: (() => void) | undefined;
  onClose(): void;
  /** Any input, for the active time. */
  onTouch(): void;
}

/** `Matrix product · level 2 of 5`. */
export const headingOf = ({ title, level, levels }: Pick<PracticeProps, 'title' | 'level' | 'levels'>): string =>
  levels > 1 ? `${title} · level ${level} of ${levels}` : title;
