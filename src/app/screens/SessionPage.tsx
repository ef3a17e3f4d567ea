// A session: one exercise after the other, then the summary.
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { go } from '../router.ts';
import { type Desk, desk } from '../session/desk.ts';
import { ended, enterSession, isReplaced, isStuck, next, prepareNext, progress, undo } from '../session/session.ts';
import { role } from '../state.ts';
import { Summary } from './Summary.tsx';
import { openTable, Stuck, Table } from './Table.tsx';

const words = {
  replaced: 'This exercise has been improved since you left it, so here is a new one.',
  another: 'Another like this',
};

/** Where nothing is due there is nothing to enter. */
const enterOrLeave = async (): Promise<void> => {
  if (!(await openTable(enterSession))) go({ at: 'today' }, true);
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
      <Table
        desk={here}
        progress={progress.value}
        aside={here.saving === 'saved' ? anotherLike(here) : undefined}
        onNext={next}
        onUndo={undo}
        onClose={() => go({ at: 'today' }, true)}
      />
    </>
  );
};

/** Free practice of the same, from which the way leads back here. */
const anotherLike = ({ skill, attempt: { exercise } }: Desk) => ({
  title: words.another,
  action: 'another' as const,
  onGo: () => go({ at: 'practise', skill: skill.id, level: exercise.level, aside: true }, true),
});
