// A set in words, as all its pages say it.

import { skillOf } from '../../../catalog.ts';
import { countIn, type ProblemSet } from '../../../exercise/problem-set.ts';
import { scoreOf } from '../../../link/result.ts';
import type { StoredSet } from '../../../store/sets.ts';
import { marksOf } from '../../sets/mark.ts';
import type { OpenedSet } from '../../sets/opened-set.ts';
import { pointsText } from '../../sets/result-words.ts';
import { doneIn } from '../../sets/under-way.ts';
import { count, listed } from '../../words.ts';

export const titleOfSet = ({ sent: { set } }: Pick<OpenedSet, 'sent'>): string => nameOf(set);

/** The title, or what is in it where it has none. */
export const nameOf = ({ title, items }: ProblemSet): string => {
  if (title) return title;
  const names = [...new Set(items.map(({ skill }) => skillOf(skill)?.title ?? skill))];
  return names.length < 3 ? listed(names) : `${names.slice(0, 2).join(', ')} and ${count(names.length - 2, 'more', 'more')}`;
};

/** `ten exercises of four skills`. */
export const sizeOf = ({ items }: ProblemSet): string => {
  return `${count(countIn(items), 'exercise')} of ${count(new Set(items.map(({ skill }) => skill)).size, 'skill')}`;
};

/** `7½ of 10 right`, `4 of 10 done`, `not begun`. */
export const stateOfSet = ({ run }: StoredSet): string => {
  if (!run) return 'not begun';
  if (run.endedAt === 0) return `${doneIn(run)} of ${run.works.length} done`;
  return `${pointsText(scoreOf({ marks: marksOf(run) }))} of ${run.works.length} right`;
};

/** `12 minutes`. */
export const timeText = (seconds: number): string => {
  if (seconds < 60) return 'less than a minute';
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return count(minutes, 'minute');
  const rest = minutes % 60;
  return `${count(Math.floor(minutes / 60), 'hour')}${rest === 0 ? '' : ` and ${count(rest, 'minute')}`}`;
};

/** `4:05`. */
export const clockText = (seconds: number): string => {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number: number) => `${number}`.padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
};
