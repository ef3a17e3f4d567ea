// How a set is worked: begun in one of its ways, gone on with, or looked back at.

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { RUN_MODES } from '../../../store/sets.ts';
import { Choice, Switch } from '../../parts/Choice.tsx';
import { go, hrefOf } from '../../router.ts';
import type { OpenedSet } from '../../sets/opened-set.ts';
import { type RunOptions, run, startRun, stored } from '../../sets/run.ts';
import { doneIn } from '../../sets/under-way.ts';
import { role } from '../../state.ts';

const MINUTES = [0, 10, 20, 30, 45, 60, 90];

const words = {
  how: 'How you work it',
  mode: 'Feedback',
  modes: { practice: 'At once', exam: 'At the end' },
  modeSays: {
    practice: 'After each exercise, with hints and solutions, as in a session.',
    exam: 'Like an exam: no hints, and everything can be changed until you hand it in.',
  },
  order: 'Order',
  given: 'As it is',
  mixed: 'Mixed',
  time: 'Minutes',
  timeSays: 'The clock goes on while Gradus is closed. When the time is up, what is written is handed in.',
  free: 'Any',
  freeSays: 'As long as it takes, also over several days.',
  counts: 'Count what is due',
  countsSays: 'Answers to skills that are due today count in your schedule. All others leave it alone.',
  start: 'Start',
  goOn: (done: number, all: number) => `Go on · ${done} of ${all} done`,
  result: 'See your result',
  again: 'Work it again',
  anew: 'Start over',
  sure: 'Start over and lose what is under way?',
  changed: 'You had begun this set with an earlier version of Gradus, whose exercises were others. Your answers are in your log.',
};

export const StartSet = ({ set }: { readonly set: OpenedSet }): JSX.Element => {
  const isAgain = useSignal(false);
  const here = run.value;
  const { payload } = set;
  if (here?.endedAt === 0 && !isAgain.value) {
    return (
      <div class="at-thumb">
        <a class="button primary" href={hrefOf({ at: 'set', payload, step: 'work' })} data-action="go-on">
          {words.goOn(doneIn(here), here.works.length)}
        </a>
        <Anew onAnew={() => (isAgain.value = true)} />
      </div>
    );
  }
  if (here && !isAgain.value) {
    return (
      <div class="at-thumb">
        <a class="button primary" href={hrefOf({ at: 'set', payload, step: 'result' })} data-action="see-result">
          {words.result}
        </a>
        <Again title={words.again} onAgain={() => (isAgain.value = true)} />
      </div>
    );
  }
  return <Ways payload={payload} />;
};

/** What is written so far would be gone: said first, done at the second tap. */
const Anew = ({ onAnew }: { readonly onAnew: () => void }): JSX.Element => {
  const isSure = useSignal(false);
  return (
    <Again
      title={isSure.value ? words.sure : words.anew}
      onAgain={() => {
        if (isSure.value) onAnew();
        isSure.value = true;
      }}
    />
  );
};

const Again = ({ title, onAgain }: { readonly title: string; readonly onAgain: () => void }): JSX.Element => (
  <button type="button" class="button plain" data-action="again" disabled={role.value !== 'writer'} onClick={onAgain}>
    {title}
  </button>
);

const begin = async (payload: string, options: RunOptions): Promise<string> => {
  const started = await startRun(options);
  if (started.ok) go({ at: 'set', payload, step: 'work' });
  return started.ok ? '' : started.problem.says;
};

const Ways = ({ payload }: { readonly payload: string }): JSX.Element => {
  const options = useSignal<RunOptions>({ mode: 'practice', isMixed: false, minutes: 0, isForSchedule: false });
  const problem = useSignal('');
  const { mode, isMixed, minutes, isForSchedule } = options.value;
  const choose = (change: Partial<RunOptions>) => {
    options.value = { ...options.value, ...change };
  };
  const start = async () => {
    problem.value = await begin(payload, { ...options.value, minutes: mode === 'exam' ? minutes : 0 });
  };
  return (
    <>
      {stored.value?.run && !run.value && <p class="set-same is-other">{words.changed}</p>}
      <section>
        <h2>{words.how}</h2>
        <div class="card settings">
          <Choice
            name="mode"
            title={words.mode}
            detail={words.modeSays[mode]}
            options={RUN_MODES.map(value => ({ value, title: words.modes[value] }))}
            value={mode}
            onChoose={value => choose({ mode: value })}
          />
          {mode === 'exam' && (
            <Choice
              name="minutes"
              title={words.time}
              detail={minutes > 0 ? words.timeSays : words.freeSays}
              options={MINUTES.map(value => ({ value, title: value === 0 ? words.free : `${value}` }))}
              value={minutes}
              onChoose={value => choose({ minutes: value })}
            />
          )}
          <Choice
            name="order"
            title={words.order}
            options={[
              { value: 'given', title: words.given },
              { value: 'mixed', title: words.mixed },
            ]}
            value={isMixed ? 'mixed' : 'given'}
            onChoose={value => choose({ isMixed: value === 'mixed' })}
          />
          <Switch
            name="counts"
            title={words.counts}
            detail={words.countsSays}
            on={isForSchedule}
            onTurn={on => choose({ isForSchedule: on })}
          />
        </div>
      </section>
      {problem.value && (
        <p class="small" role="alert">
          {problem.value}
        </p>
      )}
      <div class="at-thumb">
        <button
          type="button"
          class="button primary"
          data-action="start-set"
          disabled={role.value !== 'writer'}
          onClick={() => void start()}
        >
          {words.start}
        </button>
      </div>
    </>
  );
};
