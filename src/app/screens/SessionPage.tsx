// A session: one exercise after the other, then the summary. Free practice uses the same table.
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Skill } from '../../catalog.ts';
import { Page } from '../parts/Page.tsx';
import { loadPractice, practicePart } from '../practice-part.ts';
import { go, hrefOf } from '../router.ts';
import { type Desk, desk, touch } from '../session/desk.ts';
import { prepare } from '../session/exercises.ts';
import { enterFree, nextFree } from '../session/free.ts';
import { change, takeBack } from '../session/saving.ts';
import { ended, enterSession, isReplaced, isStuck, next, prepareNext, progress, undo } from '../session/session.ts';
import { role } from '../state.ts';
import { useWakeLock } from '../wake-lock.ts';
import { Summary } from './Summary.tsx';

const words = {
  stuck: 'This exercise could not be loaded.',
  stuckSays: 'Its part of Gradus is not on this device yet. Connect to the network once and try again; nothing is lost.',
  again: 'Try again',
  home: 'Back to Today',
  replaced: 'This exercise has been improved since you left it, so here is a new one.',
};

/** Enters an exercise, with the practice screen to show it on. */
const open = async <T,>(enter: () => Promise<T>): Promise<T> => {
  const [entered, isLoaded] = await Promise.all([enter(), loadPractice()]);
  if (!isLoaded) isStuck.value = true;
  return entered;
};

/** Where nothing is due there is nothing to enter. */
const enterOrLeave = async (): Promise<void> => {
  if (!(await open(enterSession))) go({ at: 'today' }, true);
};

export const SessionPage = (): JSX.Element | null => {
  useEffect(() => {
    if (!ended.value) void enterOrLeave();
    return () => {
      ended.value = undefined;
    };
  }, [role.value]);
  useEffect(() => {
    if (desk.value?.saving === 'saved') prepareNext();
  }, [desk.value?.saving]);
  const here = desk.value;
  if (ended.value) return <Summary ended={ended.value} />;
  if (isStuck.value) return <Stuck again={enterOrLeave} />;
  if (here?.purpose !== 'practice') return null;
  return (
    <>
      {isReplaced.value && (
        <p class="replaced" role="status">
          {words.replaced}
        </p>
      )}
      <Table desk={here} progress={progress.value} onNext={next} onUndo={undo} onClose={() => go({ at: 'today' }, true)} />
    </>
  );
};

export const FreePage = ({ skill, level }: { skill: Skill; level: number }): JSX.Element | null => {
  const enter = () => open(() => enterFree(skill, level));
  useEffect(() => void enter(), [skill, level]);
  useEffect(() => {
    if (desk.value?.saving === 'saved') prepare(skill.id, level);
  }, [desk.value?.saving]);
  const here = desk.value;
  if (isStuck.value) return <Stuck again={enter} />;
  if (here?.purpose !== 'free' || here.skill !== skill || here.attempt.exercise.level !== level) return null;
  const close = () => go({ at: 'skill', skill: skill.id }, true);
  return <Table desk={here} onNext={() => nextFree(skill, level)} onUndo={takeBack} onClose={close} />;
};

interface TableProps {
  readonly desk: Desk;
  readonly progress?: { readonly at: number; readonly of: number };
  readonly onNext: () => Promise<void>;
  readonly onUndo: () => Promise<void>;
  readonly onClose: () => void;
}

const Table = ({
  desk: { skill, attempt, saving, problem, note },
  progress,
  onNext,
  onUndo,
  onClose,
}: TableProps): JSX.Element | null => {
  useWakeLock();
  const Practice = practicePart.value;
  if (!Practice) return null;
  return (
    <Practice
      key={`${attempt.exercise.id}/${attempt.exercise.level}/${attempt.exercise.seed}`}
      attempt={attempt}
      title={skill.title}
      level={attempt.exercise.level}
      levels={skill.levels.length}
      saving={saving}
      problem={problem}
      {...(progress && { progress })}
      {...(note && note.length > 0 && { note })}
      onChange={changed => void change(changed)}
      onNext={() => void onNext()}
      {...(saving === 'saved' && { onUndo: () => void onUndo() })}
      onClose={onClose}
      onTouch={touch}
    />
  );
};

const Stuck = ({ again }: { again: () => Promise<unknown> }): JSX.Element => (
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
