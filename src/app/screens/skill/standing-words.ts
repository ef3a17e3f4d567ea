// What a skill's card says in words: when it comes next, and what takes it to the next level.
import type { Card } from '../../../schedule/card.ts';
import { count, dateName, dayName, dueState, whenDue } from '../../words.ts';

const words = {
  again: 'It comes again today: the last answer was not right at once.',
  once: 'It comes once more today: its answers can be guessed, so one alone says little.',
  due: 'It is due today.',
  late: (late: string, day: string) => `It is ${late}, due since ${day}.`,
  next: (when: string, day: string) => `It comes back ${when}, on ${day}.`,
  top: (level: number) => `Level ${level}, the highest.`,
  up: (level: number, levels: number, days: number) =>
    `Level ${level} of ${levels}. Right first time and unaided on ${days === 1 ? 'one more day' : 'two more days'} takes it to level ${level + 1}.`,
  passed: (days: number, since: string) => `Right on ${count(days, 'day')} since ${since}.`,
};

/** Days from which a date has its year. */
const FAR = 90;

export const nextWords = ({ due, drill, half }: Card, day: number): string => {
  if (drill === day) return half ? words.once : words.again;
  if (due === day) return words.due;
  if (due < day) return words.late(dueState(due - day), dayName(due));
  return words.next(whenDue(due - day), due - day > FAR ? dateName(due) : dayName(due));
};

const CLEAN_PASSES = 2;

export const levelWords = ({ level, clean }: Card, levels: number): string =>
  level >= levels ? words.top(level) : words.up(level, levels, Math.max(1, CLEAN_PASSES - clean));

export const passedWords = ({ daysPassed, started }: Card, day: number): string =>
  words.passed(daysPassed, day - started > FAR ? dateName(started) : dayName(started));
