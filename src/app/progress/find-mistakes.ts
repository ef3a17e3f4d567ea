// What went wrong lately, found by grading once more what was typed: slowly, in the background, so that nobody waits for it.
import { grade } from '../../answers/grade.ts';
import { skillOf } from '../../catalog.ts';
import { type AnswerEntry, type Entry, entryId } from '../../schedule/entry.ts';
import { targets } from '../../schedule/replay.ts';
import { ticks } from '../clock.ts';
import { makeAgain } from '../session/exercises.ts';
import { standingAnswers } from '../week.ts';
import { type MadeMistake, type WeakSpot, weakSpots } from './weak-spots.ts';

type EntriesOfDays = (from: number, to: number) => Promise<readonly Entry[]>;

const MOST_ANSWERS = 200;
const SPAN = 14;
const SPANS = 13;

/** Of the last half year's latest 200 wrong answers. Rejects where a skill's code cannot be loaded. */
export const findWeakSpots = async (entriesOfDays: EntriesOfDays, today: number): Promise<readonly WeakSpot[]> => {
  const entries = await latestEntries(entriesOfDays, today);
  const made: MadeMistake[] = [];
  const rest = restsAfter(SLICE);
  for (const answer of wrongAnswers(entries).slice(-MOST_ANSWERS)) {
    made.push(...(await mistakesIn(answer)));
    await rest();
  }
  const clean = standingAnswers(entries).filter(({ quality }) => quality >= 4);
  return weakSpots(made, clean);
};

/** Read back from today until enough went wrong. */
const latestEntries = async (entriesOfDays: EntriesOfDays, today: number): Promise<readonly Entry[]> => {
  let entries: readonly Entry[] = [];
  for (let i = 0; i < SPANS && wrongAnswers(entries).length < MOST_ANSWERS; i++) {
    const to = today - i * SPAN;
    entries = [...(await entriesOfDays(to - SPAN + 1, to)), ...entries];
  }
  return entries;
};

/** But for those that the learner overruled, and those of skills that are gone or have changed since. */
const wrongAnswers = (entries: readonly Entry[]): readonly AnswerEntry[] => {
  const overruled = targets(entries, 'override');
  return standingAnswers(entries).filter(
    entry => entry.verdicts.includes('wrong') && !overruled.has(entryId(entry)) && isAsItWas(entry),
  );
};

const isAsItWas = ({ skill, version, level }: AnswerEntry): boolean => {
  const known = skillOf(skill);
  return known?.version === version && level <= known.levels.length;
};

const mistakesIn = async (answer: AnswerEntry): Promise<readonly MadeMistake[]> => {
  const { skill, level, at, day, answers, verdicts } = answer;
  const exercise = await makeAgain(answer);
  if (!exercise) return [];
  const parts = answers.filter((_, i) => verdicts[i] === 'wrong').flatMap(texts => grade(exercise, texts).parts);
  return parts.filter(({ known }) => known).map(({ says }) => ({ skill, level, at, day, says }));
};

/** Milliseconds. */
const SLICE = 8;

/** After so long at a stretch, the screen has its turn. */
const restsAfter = (most: number): (() => Promise<void>) => {
  let begun = ticks();
  return async () => {
    if (ticks() - begun < most) return;
    await new Promise(resolve => setTimeout(resolve));
    begun = ticks();
  };
};
