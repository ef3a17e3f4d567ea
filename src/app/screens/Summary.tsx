// After a session: what was practised, and what comes back when.
import type { JSX } from 'preact';
import { skillOf } from '../../catalog.ts';
import type { Done } from '../../store/session.ts';
import { Contour } from '../parts/Contour.tsx';
import { Page } from '../parts/Page.tsx';
import { State } from '../parts/SkillRow.tsx';
import { stateOf } from '../parts/standing.ts';
import { go, hrefOf } from '../router.ts';
import { type Ended, ended, enterSession, undo, waiting } from '../session/session.ts';
import { cards, day, pace, week } from '../state.ts';
import { exercisesByDay } from '../week.ts';
import { capital, count } from '../words.ts';

const words = {
  title: (many: number) => `${capital(count(many, 'exercise'))} done.`,
  clean: (clean: number, all: number) => {
    if (clean === all) return all === 1 ? 'Right at the first try.' : 'All right at the first try.';
    if (clean === 0) return 'None was right at the first try; the next ones come easier.';
    return `${capital(count(clean, 'was', 'were'))} right at the first try.`;
  },
  of: (clean: number, all: number) => `${clean} of ${all} at the first try`,
  minutes: (seconds: number) => (seconds < 60 ? 'Less than a minute.' : `${capital(count(Math.round(seconds / 60), 'minute'))}.`),
  done: 'Done',
  more: (many: number) => `${capital(count(many, 'exercise'))} more`,
  undo: 'Undo the last answer',
};

const isClean = ({ quality }: Done): boolean => quality >= 4;

export const Summary = ({ ended: { session, desk } }: { ended: Ended }): JSX.Element => {
  const { done, activeSeconds } = session;
  const practised = exercisesByDay(week.value, day.value);
  const skills = [...new Set(done.map(({ skill }) => skill))];
  return (
    <Page title={words.title(done.length)}>
      <Contour shares={practised.map(many => many / pace.value.length)} isFresh />
      <p class="lead">
        {words.clean(done.filter(isClean).length, done.length)} {words.minutes(activeSeconds)}
      </p>
      <ul class="card list">
        {skills.map(id => (
          <SummaryRow key={id} id={id} done={done.filter(({ skill }) => skill === id)} />
        ))}
      </ul>
      <div class="at-thumb">
        <a class="button primary" href={hrefOf({ at: 'today' })} data-action="done">
          {words.done}
        </a>
        <div class="beside">
          {waiting.value > 0 && (
            <button type="button" class="button plain" data-action="more" onClick={() => void startAnother()}>
              {words.more(waiting.value)}
            </button>
          )}
          {desk?.saving === 'saved' && (
            <button type="button" class="button plain" data-action="undo" onClick={() => void undo()}>
              {words.undo}
            </button>
          )}
        </div>
      </div>
    </Page>
  );
};

const startAnother = async (): Promise<void> => {
  ended.value = undefined;
  if (!(await enterSession())) go({ at: 'today' }, true);
};

const SummaryRow = ({ id, done }: { id: string; done: readonly Done[] }): JSX.Element => {
  const card = cards.value.get(id);
  return (
    <li class="row">
      <span class="row-words">
        <span class="row-title">{skillOf(id)?.title ?? id}</span>
        <span class="row-detail">{words.of(done.filter(isClean).length, done.length)}</span>
      </span>
      <State isNew={false} isLate={false} words={stateOf(card, day.value)} />
    </li>
  );
};
