// After a session: what was learnt, and what comes back when.
import type { JSX } from 'preact';
import { skillOf } from '../../catalog.ts';
import type { Done } from '../../store/session.ts';
import { Contour } from '../parts/Contour.tsx';
import { Page } from '../parts/Page.tsx';
import { State } from '../parts/SkillRow.tsx';
import { hrefOf } from '../router.ts';
import type { Gain } from '../session/gains.ts';
import { type Ended, fiveMore, undo } from '../session/session.ts';
import { cards, day, pace, week } from '../state.ts';
import { shareSession } from '../to-sets.ts';
import { exercisesByDay } from '../week.ts';
import { capital, count, dueState } from '../words.ts';

const words = {
  title: (many: number) => `${capital(count(many, 'exercise'))} done.`,
  read: 'One example read.',
  clean: (clean: number, all: number) => {
    if (clean === all) return all === 1 ? 'Right at the first try.' : 'Every one was right at the first try.';
    if (clean === 0) return 'None was right at the first try; the next ones come easier.';
    return `${capital(count(clean, 'was', 'were'))} right at the first try.`;
  },
  of: (clean: number, all: number) => ` · ${clean} of ${all} right`,
  minutes: (seconds: number) => (seconds < 60 ? 'Less than a minute.' : `${capital(count(Math.round(seconds / 60), 'minute'))}.`),
  learnt: 'What you did',
  gain: {
    met: () => 'New to you',
    'level-up': (level: number) => `Up to level ${level}`,
    'level-down': (level: number) => `Back to level ${level}`,
    passed: (level: number) => `Holds at level ${level}`,
    again: () => 'Needs another look',
  },
  again: 'again today',
  done: 'Done',
  more: 'Five more',
  share: 'Share these',
  undo: 'Undo the last answer',
};

const isClean = ({ quality }: Done): boolean => (quality ?? 0) >= 4;

export const Summary = ({ ended: { session, desk, gains } }: { ended: Ended }): JSX.Element => {
  const exercises = session.done.filter(({ quality }) => quality !== null);
  const practised = exercisesByDay(week.value, day.value);
  return (
    <Page title={exercises.length > 0 ? words.title(exercises.length) : words.read}>
      <Contour shares={practised.map(many => many / pace.value.length)} isFresh />
      {exercises.length > 0 && (
        <p class="lead">
          {words.clean(exercises.filter(isClean).length, exercises.length)} {words.minutes(session.activeSeconds)}
        </p>
      )}
      {gains.length > 0 && (
        <section>
          <h2>{words.learnt}</h2>
          <ul class="card list">
            {gains.map(gain => (
              <GainRow key={gain.skill} gain={gain} done={exercises.filter(({ skill }) => skill === gain.skill)} />
            ))}
          </ul>
        </section>
      )}
      <div class="at-thumb">
        <a class="button primary" href={hrefOf({ at: 'today' })} data-action="done">
          {words.done}
        </a>
        <div class="beside">
          {cards.value.size > 0 && (
            <button type="button" class="button plain" data-action="more" onClick={() => void fiveMore()}>
              {words.more}
            </button>
          )}
          {exercises.length > 0 && (
            <button type="button" class="button plain" data-action="share-these" onClick={() => void shareSession(session)}>
              {words.share}
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

const GainRow = ({ gain: { skill, what, due }, done }: { gain: Gain; done: readonly Done[] }): JSX.Element => {
  const card = cards.value.get(skill);
  const isOwed = card?.drill === day.value;
  return (
    <li>
      <a class="row" href={hrefOf({ at: 'skill', skill })} data-gain={what}>
        <span class="row-words">
          <span class="row-title">{skillOf(skill)?.title ?? skill}</span>
          <span class="row-detail">
            <span class={`gain gain-${what}`}>{words.gain[what](card?.level ?? 1)}</span>
            {done.length > 1 && words.of(done.filter(isClean).length, done.length)}
          </span>
        </span>
        <State isNew={false} isLate={false} words={isOwed ? words.again : dueState(due - day.value)} />
      </a>
    </li>
  );
};
