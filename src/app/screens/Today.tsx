// Today: what is due, how the week went, and Start.
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { areas, type Skill, skillOf } from '../../catalog.ts';
import type { Item } from '../../schedule/queue.ts';
import type { Session } from '../../store/session.ts';
import { Contour } from '../parts/Contour.tsx';
import { OnIcon } from '../parts/icons.tsx';
import { Page } from '../parts/Page.tsx';
import { State } from '../parts/SkillRow.tsx';
import { isLate, stateOf } from '../parts/standing.ts';
import { skillsOfDay, todays } from '../parts/todays.ts';
import { loadPractice } from '../practice-part.ts';
import { restOfDay, whatComes } from '../rest-of-day.ts';
import { hrefOf } from '../router.ts';
import { placementDone } from '../session/placement.ts';
import { plan, prepareNext, underWay, waiting } from '../session/session.ts';
import { doneIn, setUnderWay } from '../sets/under-way.ts';
import { cards, day, pace, week } from '../state.ts';
import { isNewDay } from '../study-clock.ts';
import { exercisesByDay } from '../week.ts';
import { capital, count, dayName } from '../words.ts';
import { ClockNotice } from './ClockNotice.tsx';
import { Welcome } from './Welcome.tsx';

const words = {
  ready: (many: number) => `${capital(count(many, 'exercise'))} ${many === 1 ? 'is' : 'are'} ready for you.`,
  left: (many: number) => `${capital(count(many, 'exercise'))} ${many === 1 ? 'is' : 'are'} left.`,
  noNew: 'New skills are switched off in the settings, so nothing comes up by itself. Explore has them all.',
  newDay: ', a new day',
  week: (days: number) => `${count(days, 'day')} this week`,
  more: (many: number) => `and ${count(many, 'more skill', 'more skills')}, `,
  minutes: (many: number) => `about ${count(many, 'minute')}`,
  start: 'Start',
  goOn: 'Go on',
  other: 'Practise something else',
  set: 'Your set',
  done: (done: number, all: number) => `${done} of ${all} done`,
};

const SHOWN = 4;
// A fluent answer takes its par; reading and looking at the solution take about as long again.
const PACE_OF_PAR = 2;

export const Today = (): JSX.Element => {
  const isFirst = cards.value.size === 0 && !underWay.value && waiting.value > 0 && !placementDone.value;
  useReadyExercise(waiting.value > 0);
  return isFirst ? <Welcome /> : <Day />;
};

const Day = (): JSX.Element => {
  const here = underWay.value;
  const many = waiting.value;
  const items = here ? leftOf(here) : plan.value;
  const isDone = !here && many === 0;
  const practised = exercisesByDay(week.value, day.value);
  return (
    <Page
      title={headingOf(many, here !== undefined && here.done.length > 0)}
      above={<Above practised={practised} />}
      below={isDone ? undefined : todays(items)}
    >
      <Contour shares={practised.map(done => done / pace.value.length)} />
      <ClockNotice />
      {isDone ? <WhatComes /> : <Due skills={skillsOfDay(items)} minutes={minutesOf(items, many)} />}
      <SetToGoOn />
      <div class="at-thumb">
        {!isDone && (
          <a class="button primary" href={hrefOf({ at: 'session' })} data-action="start">
            {here ? words.goOn : words.start}
          </a>
        )}
        <a class={isDone ? 'button primary' : 'button plain'} href={hrefOf({ at: 'explore' })} data-action="explore">
          {words.other}
        </a>
      </div>
    </Page>
  );
};

const SetToGoOn = (): JSX.Element | null => {
  const set = setUnderWay.value;
  if (!set) return null;
  return (
    <ul class="card list">
      <li>
        <a class="row" href={set.link} data-action="set">
          <span class="row-words">
            <span class="row-title">{words.set}</span>
            <span class="row-detail">{words.done(doneIn(set.run), set.run.works.length)}</span>
          </span>
          <OnIcon />
        </a>
      </li>
    </ul>
  );
};

/** What a session under way has planned still; all of it once it only practises further. */
const leftOf = ({ plan: items, done }: Session): readonly Item[] => {
  const left = items.filter(item => !done.some(({ skill, role }) => skill === item.skill && role === item.role));
  return left.length > 0 ? left : items;
};

/** The first exercise and the practice screen are made ready while the learner still looks. */
const useReadyExercise = (isAny: boolean): void =>
  useEffect(() => {
    if (!isAny) return;
    void loadPractice();
    prepareNext();
  }, [isAny]);

const headingOf = (many: number, isGoingOn: boolean): string => {
  if (many === 0) return restOfDay(cards.value, day.value);
  return isGoingOn ? words.left(many) : words.ready(many);
};

const Above = ({ practised }: { practised: readonly number[] }): JSX.Element => {
  const days = practised.filter(done => done > 0).length;
  return (
    <div class="above">
      <p class="quiet small">
        {dayName(day.value)}
        <span role="status">{isNewDay.value && words.newDay}</span>
      </p>
      {days > 0 && <p class="pill">{words.week(days)}</p>}
    </div>
  );
};

/** Of so many exercises, as long as the session may take. */
const minutesOf = (items: readonly Item[], many: number): number => {
  const pars = items.map(({ skill }) => skillOf(skill)?.levels[(cards.value.get(skill)?.level ?? 1) - 1]?.par ?? 30);
  const mean = pars.reduce((sum, par) => sum + par, 0) / Math.max(1, pars.length);
  const most = pace.value.minutes > 0 ? pace.value.minutes : Number.POSITIVE_INFINITY;
  return Math.min(most, Math.max(1, Math.round((many * mean * PACE_OF_PAR) / 60)));
};

const areaTitle = (skill: Skill): string => areas.find(({ id }) => id === skill.area)?.title ?? '';

const Due = ({ skills, minutes }: { skills: readonly string[]; minutes: number }): JSX.Element => (
  <div class="card list">
    <ul>
      {skills.slice(0, SHOWN).map(id => (
        <DueRow key={id} id={id} />
      ))}
    </ul>
    <p class="list-foot">
      {skills.length > SHOWN ? words.more(skills.length - SHOWN) + words.minutes(minutes) : capital(words.minutes(minutes))}
    </p>
  </div>
);

const DueRow = ({ id }: { id: string }): JSX.Element | null => {
  const [skill, card] = [skillOf(id), cards.value.get(id)];
  if (!skill) return null;
  return (
    <li class="row">
      <span class="row-words">
        <span class="row-title">{skill.title}</span>
        <span class="row-detail">{areaTitle(skill)}</span>
      </span>
      <State isNew={!card} isLate={isLate(card, day.value)} words={stateOf(card, day.value)} />
    </li>
  );
};

/** When the next skills are due. */
const WhatComes = (): JSX.Element => {
  const due = [...cards.value.values()].filter(card => skillOf(card.skill)).toSorted((a, b) => a.due - b.due);
  if (due.length === 0) return <p class="lead">{words.noNew}</p>;
  return (
    <>
      <p class="lead">{whatComes(cards.value, day.value)}</p>
      <ul class="card list">
        {due.slice(0, SHOWN).map(({ skill }) => (
          <DueRow key={skill} id={skill} />
        ))}
      </ul>
    </>
  );
};
