// Working a set: one exercise after the other with feedback, or as an exam.
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { go } from '../../router.ts';
import { desk } from '../../session/desk.ts';
import { takeBack } from '../../session/saving.ts';
import type { OpenedSet } from '../../sets/opened-set.ts';
import { run } from '../../sets/run.ts';
import { stopTime } from '../../sets/run-keeping.ts';
import { enterRun, finishRun, nextInRun, runProblem, runProgress } from '../../sets/working.ts';
import { openTable, Table } from '../Table.tsx';
import { ExamPage } from './ExamPage.tsx';

const words = { finish: 'Finish here' };

export const WorkPage = ({ set }: { readonly set: OpenedSet }): JSX.Element | null =>
  run.value?.mode === 'exam' ? <ExamPage set={set} /> : <WithFeedback set={set} />;

const WithFeedback = ({ set: { payload } }: { readonly set: OpenedSet }): JSX.Element | null => {
  const toResult = () => go({ at: 'set', payload, step: 'result' }, true);
  const enter = async () => {
    if (!(await openTable(enterRun))) go({ at: 'set', payload, ...(run.value && { step: 'result' }) }, true);
  };
  useEffect(() => {
    void enter();
    return stopTime;
  }, [payload]);
  const here = desk.value;
  if (here?.purpose !== 'set') return null;
  const next = async () => {
    if (await nextInRun()) toResult();
  };
  const finish = async () => {
    if (await finishRun()) toResult();
  };
  const problem = runProblem.value;
  return (
    <Table
      desk={problem ? { ...here, problem } : here}
      progress={runProgress.value}
      aside={here.saving === 'saved' ? { title: words.finish, action: 'finish', onGo: () => void finish() } : undefined}
      onNext={next}
      onUndo={takeBack}
      onClose={() => go({ at: 'set', payload }, true)}
    />
  );
};
