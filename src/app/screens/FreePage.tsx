// Free practice: one skill at one level, as often as one likes; aside of a session it leads back there.
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Skill } from '../../catalog.ts';
import { go } from '../router.ts';
import { desk } from '../session/desk.ts';
import { prepare } from '../session/exercises.ts';
import { enterFree, nextFree } from '../session/free.ts';
import { takeBack } from '../session/saving.ts';
import { isStuck } from '../session/session.ts';
import { openTable, Stuck, Table } from './Table.tsx';

const words = { back: 'Back to the session' };

interface Props {
  readonly skill: Skill;
  readonly level: number;
  /** Whether one came from a session. */
  readonly isAside: boolean;
}

export const FreePage = ({ skill, level, isAside }: Props): JSX.Element | null => {
  const enter = () => openTable(() => enterFree(skill, level));
  useEffect(() => void enter(), [skill, level]);
  useEffect(() => {
    if (desk.value?.saving === 'saved') prepare(skill.id, level);
  }, [desk.value?.saving]);
  const here = desk.value;
  if (isStuck.value) return <Stuck again={enter} />;
  if (here?.purpose !== 'free' || here.skill !== skill || here.attempt.exercise.level !== level) return null;
  const close = () => go(isAside ? { at: 'session' } : { at: 'skill', skill: skill.id }, true);
  return (
    <Table
      desk={here}
      aside={isAside ? { title: words.back, action: 'back', onGo: close } : undefined}
      onNext={() => nextFree(skill, level)}
      onUndo={takeBack}
      onClose={close}
    />
  );
};
