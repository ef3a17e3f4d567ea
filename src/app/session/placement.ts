// Placement: a few questions, one after the other, that find where a learner starts. It can be left, resumed, skipped and done anew.
import { computed } from '@preact/signals';
import { skillOf, skills } from '../../catalog.ts';
import type { Exercise } from '../../exercise/generator.ts';
import { AT_ZERO, firstLevel, newSkills, openSkills } from '../../schedule/path.ts';
import { MOST_QUESTIONS, nextQuestion } from '../../schedule/placement.ts';
import type { Session } from '../../store/session.ts';
import { now } from '../clock.ts';
import { type Placing, placed, placementAnswers, placementLog, placing, standing, storedPlacing } from '../path.ts';
import { begin, thaw } from '../practice/attempt.ts';
import { cards, day, placementSession, role, store } from '../state.ts';
import { clearDesk, type Desk, desk, lay } from './desk.ts';
import { levelWithin, makeAgain, makeFresh } from './exercises.ts';
import { rememberOpen } from './opening.ts';
import { canBeGuessed } from './outcome.ts';
import { goOn, save } from './saving.ts';
import { isStuck } from './session.ts';
import { currentOf, drop, keep, storedAttempt } from './under-way.ts';

const answers = computed(() => (placing.value ? placementAnswers(placing.value, placementLog.value) : []));

/** The placement under way: the number of the question on the desk, and how many there are at most. */
export const placement = computed<{ readonly at: number; readonly most: number } | undefined>(() => {
  if (!placing.value) return undefined;
  const isAnswered = desk.value?.purpose === 'placement' && desk.value.saving === 'saved';
  return { at: Math.max(1, answers.value.length + (isAnswered ? 0 : 1)), most: MOST_QUESTIONS };
});

/** Whether it was taken or skipped once. */
export const placementDone = computed(() => placed.value !== undefined);

/** What the last placement found: skills that it opened, and those with which to start. */
export const placementResult = computed<{ readonly opened: readonly string[]; readonly start: readonly string[] }>(() => {
  const { known } = standing.value;
  const before = new Set(openSkills(skills, cards.value));
  const open = openSkills(skills, cards.value, { ...AT_ZERO, known });
  return {
    opened: known.size === 0 ? [] : open.filter(id => !before.has(id) || known.has(id)),
    start: newSkills(skills, cards.value, -1, STARTS, standing.value),
  };
});

const STARTS = 3;

/** Begins one, in place of one under way; `known` are skills that the learner claims to know. False where it cannot be kept. */
export const startPlacement = async (known: readonly string[] = []): Promise<boolean> => {
  if (role.value !== 'writer') return false;
  const run = { since: now(), from: day.value, to: LAST_DAY, claimed: known, isSkipped: false };
  if (!(await saveRun(run))) return false;
  clearDesk();
  drop('placement');
  return enterPlacement();
};

const LAST_DAY = 3_000_000;

const saveRun = async (run: Placing | undefined): Promise<boolean> => {
  const saved = await store().saveSetting('placing', storedPlacing(run));
  if (saved.ok) placing.value = run;
  return saved.ok;
};

/** Whether it was saved. */
const saveResult = async (result: Placing): Promise<boolean> => {
  const saved = await store().saveSetting('placed', storedPlacing(result));
  if (!saved.ok) return false;
  placed.value = result;
  await saveRun(undefined);
  return true;
};

/** Shows the question that is to be answered, as it was left where the app was killed. False where no placement is under way. */
export const enterPlacement = async (): Promise<boolean> => {
  if (!placing.value || role.value !== 'writer') return false;
  isStuck.value = false;
  await followClock(placing.value);
  const current = placementSession.value?.current;
  if (desk.value?.purpose === 'placement' && desk.value.attempt.exercise.seed === current?.seed) return true;
  clearDesk();
  try {
    if (!(await resume())) await advance();
  } catch (error) {
    console.error(error);
    isStuck.value = true;
  }
  return true;
};

/** Whether the question was found again; one that was saved before the app was killed is not asked again. */
const resume = async (): Promise<boolean> => {
  const here = placementSession.value;
  const skill = here?.current && skillOf(here.current.skill);
  if (!here?.current || !skill) return false;
  const { saved } = here.current;
  const exercise = await makeAgain(here.current);
  const attempt = exercise && thaw(exercise, storedAttempt(here.current));
  if (!attempt) return false;
  lay({ skill, role: null, purpose: 'placement', day: here.day, attempt, saving: saved ? 'saved' : 'no' });
  if (attempt.done && !saved) await save();
  return true;
};

/** After a clock was set back, what is answered now is still of the placement that began before. */
const followClock = async (run: Placing): Promise<void> => {
  const [since, from] = [Math.min(run.since, now()), Math.min(run.from, day.value)];
  if (since < run.since || from < run.from) await saveRun({ ...run, since, from });
};

const advance = async (): Promise<void> => {
  if (placing.value) await followClock(placing.value);
  const run = placing.value;
  if (!run) return;
  const skill = skillOf(nextQuestion(skills, answers.value, run.claimed) ?? '');
  if (!skill) return finish(run);
  const exercise = await questionOf(skill.id, skill.levels.length);
  const next: Desk = { skill, role: null, purpose: 'placement', day: day.value, attempt: begin(exercise), saving: 'no' };
  lay(next);
  keep({ ...(placementSession.value ?? emptySession()), day: day.value, current: currentOf(next) });
};

const emptySession = (): Session => ({
  purpose: 'placement',
  day: day.value,
  startedAt: now(),
  activeSeconds: 0,
  length: MOST_QUESTIONS,
  minutes: 0,
  plan: [],
  done: [],
  current: null,
});

/** Of a middle level; one where a guess tells something only where the levels beside it are no better. */
const questionOf = async (id: string, levels: number): Promise<Exercise> => {
  const skill = skillOf(id);
  const middle = firstLevel(levels, true);
  const first = await makeFresh(id, middle);
  if (!canBeGuessed(first) || !skill) return first;
  for (const level of [middle + 1, middle - 1]) {
    const other = levelWithin(skill, level) === level ? await makeFresh(id, level) : first;
    if (!canBeGuessed(other)) return other;
  }
  return first;
};

const finish = async (run: Placing): Promise<void> => {
  // The last question stays on the table, so that its Next tries again.
  isStuck.value = !(await saveResult({ ...run, to: day.value }));
  if (isStuck.value) return;
  clearDesk();
  drop('placement');
  await rememberOpen();
};

/** The tap on Next after a question: the next one, or the result. */
export const nextPlacement = (): Promise<void> =>
  goOn(async () => {
    try {
      await advance();
    } catch (error) {
      console.error(error);
      isStuck.value = true;
    }
  });

/** Ends it: what its answers found counts; where there are none, what an earlier placement found stays. */
export const skipPlacement = async (): Promise<void> => {
  if (role.value !== 'writer') return;
  if (placing.value && answers.value.length > 0) return finish(placing.value);
  const nothing = { since: now(), from: day.value, to: day.value, claimed: [], isSkipped: true };
  await saveResult(placed.value ?? nothing);
  if (desk.value?.purpose === 'placement') clearDesk();
  drop('placement');
};
