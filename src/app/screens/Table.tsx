// The table at which an exercise is done, whatever it is done for; and what stands there when its code cannot be had.
import type { JSX } from 'preact';
import { Page } from '../parts/Page.tsx';
import type { PracticeProps } from '../practice/practice-props.ts';
import { placeOf } from '../practice/scratch/place.ts';
import { stageOf } from '../practice/stage.ts';
import { loadPractice, practicePart } from '../practice-part.ts';
import { hrefOf } from '../router.ts';
import { type Desk, touch } from '../session/desk.ts';
import { change } from '../session/saving.ts';
import { isStuck } from '../session/session.ts';
import { cards } from '../state.ts';
import { shareExercise } from '../to-sets.ts';
import { useWakeLock } from '../wake-lock.ts';

const words = {
  stuck: 'This exercise could not be loaded.',
  stuckSays: 'Its part of Gradus is not on this device yet. Connect to the network once and try again; nothing is lost.',
  again: 'Try again',
  home: 'Back to Today',
};

/** Enters an exercise, with the practice screen to show it on. */
export const openTable = async <T,>(enter: () => Promise<T>): Promise<T> => {
  const [entered, isLoaded] = await Promise.all([enter(), loadPractice()]);
  if (!isLoaded) isStuck.value = true;
  return entered;
};

interface TableProps {
  readonly desk: Desk;
  readonly progress?: PracticeProps['progress'];
  readonly aside?: PracticeProps['aside'];
  readonly top?: PracticeProps['top'];
  readonly isExam?: boolean;
  readonly onNext: () => Promise<void>;
  readonly onUndo?: () => Promise<void>;
  readonly onClose: () => void;
}

export const Table = ({
  desk,
  progress,
  aside,
  top,
  isExam = false,
  onNext,
  onUndo,
  onClose,
}: TableProps): JSX.Element | null => {
  useWakeLock();
  const Practice = practicePart.value;
  const { skill, attempt, saving, problem, note, purpose, role } = desk;
  if (!Practice) return null;
  return (
    <Practice
      key={`${attempt.exercise.id}/${attempt.exercise.level}/${attempt.exercise.seed}`}
      attempt={attempt}
      title={skill.title}
      level={attempt.exercise.level}
      levels={skill.levels.length}
      stage={isExam ? 'exam' : stageOf(purpose, role)}
      top={top}
      place={placeOf(desk)}
      why={skill.why}
      saving={saving}
      problem={problem}
      progress={progress}
      aside={aside}
      note={note && note.length > 0 ? note : undefined}
      {...levelStep(desk)}
      onChange={changed => void change(changed)}
      onNext={() => void onNext()}
      onShare={purpose === 'placement' ? undefined : () => void shareExercise(attempt.exercise)}
      onUndo={onUndo && saving === 'saved' ? () => void onUndo() : undefined}
      onClose={onClose}
      onTouch={touch}
    />
  );
};

/** From which level the skill has just gone to which. */
const levelStep = ({ saving, purpose, record, skill }: Desk): Pick<PracticeProps, 'levelBefore' | 'levelAfter'> =>
  saving === 'saved' && purpose === 'practice'
    ? { levelBefore: record?.before?.level, levelAfter: cards.value.get(skill.id)?.level }
    : {};

export const Stuck = ({ again }: { again: () => Promise<unknown> }): JSX.Element => (
  <Page title={words.stuck}>
    <p class="lead">{words.stuckSays}</p>
    <div class="at-thumb">
      <button type="button" class="button primary" onClick={() => void again()}>
        {words.again}
      </button>
      <a class="button plain" href={hrefOf({ at: 'today' })}>
        {words.home}
      </a>
    </div>
  </Page>
);
