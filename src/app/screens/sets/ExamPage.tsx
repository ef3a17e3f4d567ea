// A set as an exam: an exercise at a time, a sheet with all of them, a clock, and handing in.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { skillOf } from '../../../catalog.ts';
import type { Run } from '../../../store/sets.ts';
import { OnIcon } from '../../parts/icons.tsx';
import { Page } from '../../parts/Page.tsx';
import { go, hrefOf } from '../../router.ts';
import { desk } from '../../session/desk.ts';
import { answered, enterExam, examAt, handIn, secondsLeft, turnOn, turnTo } from '../../sets/exam.ts';
import type { OpenedSet } from '../../sets/opened-set.ts';
import { run } from '../../sets/run.ts';
import { stopTime } from '../../sets/run-keeping.ts';
import { runProblem } from '../../sets/working.ts';
import { capital, count } from '../../words.ts';
import { openTable, Table } from '../Table.tsx';
import { clockText, nameOf } from './set-words.ts';

const words = {
  sheet: 'All exercises',
  written: 'written',
  empty: 'nothing written yet',
  left: (many: number) =>
    many === 0
      ? 'Something is written at every exercise.'
      : `${capital(count(many, 'exercise is', 'exercises are'))} still empty.`,
  handIn: 'Hand in',
  sure: (many: number) => `Hand in with ${many} empty?`,
  leave: 'Leave for now',
  leaveSays: 'What is written is kept.',
  timed: 'The clock goes on.',
  time: (clock: string) => `${clock} left`,
};

export const ExamPage = ({ set }: { readonly set: OpenedSet }): JSX.Element | null => {
  const { payload } = set;
  const here = run.value;
  const end = async () => {
    if (await handIn()) go({ at: 'set', payload, step: 'result' }, true);
  };
  useEffect(() => {
    if (here?.endedAt === 0) void openTable(async () => enterExam());
    else go({ at: 'set', payload, step: 'result' }, true);
    return stopTime;
  }, [payload]);
  if (here?.endedAt !== 0) return null;
  const at = examAt.value;
  if (at === undefined) return <Sheet set={set} run={here} onHandIn={end} />;
  const table = desk.value;
  if (table?.purpose !== 'set') return null;
  return (
    <Table
      desk={table}
      isExam
      progress={{ at: at + 1, of: here.works.length }}
      top={
        <>
          <Clock run={here} onUp={end} />
          <button type="button" class="button plain exam-all" data-action="exam-sheet" onClick={() => turnTo(undefined)}>
            {words.sheet}
          </button>
        </>
      }
      onNext={async () => turnOn()}
      onClose={() => turnTo(undefined)}
    />
  );
};

/** Counts down to the end, where there is one. */
const Clock = ({ run: here, onUp }: { readonly run: Run; readonly onUp: () => Promise<void> }): JSX.Element | null => {
  const left = useSignal(secondsLeft(here));
  useEffect(() => {
    if (left.value === undefined) return;
    const tick = () => {
      left.value = secondsLeft(here);
      if (left.value === 0) {
        clearInterval(timer);
        void onUp();
      }
    };
    const timer = setInterval(tick, 500);
    tick();
    return () => clearInterval(timer);
  }, [here.startedAt, here.minutes]);
  if (left.value === undefined) return null;
  return (
    <span
      class={left.value < 60 ? 'exam-clock is-late' : 'exam-clock'}
      role="timer"
      aria-label={words.time(clockText(left.value))}
    >
      {clockText(left.value)}
    </span>
  );
};

interface SheetProps {
  readonly set: OpenedSet;
  readonly run: Run;
  readonly onHandIn: () => Promise<void>;
}

const Sheet = ({ set, run: here, onHandIn }: SheetProps): JSX.Element => {
  const isSure = useSignal(false);
  const empty = answered.value.filter(is => !is).length;
  const tap = () => {
    if (empty === 0 || isSure.value) void onHandIn();
    isSure.value = true;
  };
  return (
    <Page title={nameOf(set.sent.set)} above={<Clock run={here} onUp={onHandIn} />} below={words.left(empty)}>
      <ol class="card list">
        {here.order.map((place, number) => {
          const exercise = set.exercises[place];
          const isWritten = answered.value[number] === true;
          return (
            <li key={place}>
              <button type="button" class="row exam-row" data-exam={number + 1} onClick={() => turnTo(number)}>
                <span class={isWritten ? 'level is-written' : 'level'} aria-hidden="true">
                  {number + 1}
                </span>
                <span class="row-words">
                  <span class="row-title">{skillOf(exercise?.id ?? '')?.title}</span>
                  <span class="row-detail">{isWritten ? words.written : words.empty}</span>
                </span>
                <OnIcon />
              </button>
            </li>
          );
        })}
      </ol>
      {runProblem.value && (
        <p class="small" role="alert">
          {runProblem.value}
        </p>
      )}
      <div class="at-thumb">
        <button type="button" class="button primary" data-action="hand-in" onClick={tap}>
          {isSure.value && empty > 0 ? words.sure(empty) : words.handIn}
        </button>
        <a
          class="button plain"
          href={hrefOf({ at: 'set', payload: set.payload })}
          data-action="leave"
          title={here.minutes > 0 ? words.timed : words.leaveSays}
        >
          {words.leave}
        </a>
      </div>
    </Page>
  );
};
