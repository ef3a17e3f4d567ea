// Today: what is due, how the week went, and Start.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { areas, type Skill, skillOf } from '../../catalog.ts';
import { Contour } from '../parts/Contour.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Page } from '../parts/Page.tsx';
import { State } from '../parts/SkillRow.tsx';
import { isLate, stateOf } from '../parts/standing.ts';
import { loadPractice } from '../practice-part.ts';
import { restOfDay, whatComes } from '../rest-of-day.ts';
import { hrefOf } from '../router.ts';
import { plan, prepareNext, underWay, waiting } from '../session/session.ts';
import { trustClock } from '../session/wrong-days.ts';
import { cards, day, pace, role, week } from '../state.ts';
import { clockBehind } from '../study-clock.ts';
import { exercisesByDay } from '../week.ts';
import { capital, count, dateName, dayName } from '../words.ts';

const words = {
  ready: (many: number) => `${capital(count(many, 'exercise'))} ${many === 1 ? 'is' : 'are'} ready for you.`,
  left: (many: number) => `${capital(count(many, 'exercise'))} ${many === 1 ? 'is' : 'are'} left.`,
  first: [
    'Every exercise has new numbers, and you see at once what was right or what was mistaken.',
    'What is hard comes back soon, what you know comes back later: a few minutes a day.',
  ],
  noNew: 'New skills are switched off in the settings, so nothing comes up by itself.',
  week: (days: number) => `${count(days, 'day')} this week`,
  more: (many: number) => `and ${count(many, 'more skill', 'more skills')}, `,
  minutes: (many: number) => `about ${count(many, 'minute')}`,
  start: 'Start',
  goOn: 'Go on',
  other: 'Practise something else',
  behind: (log: number, clock: number) =>
    `This device says it is ${dateName(clock)}, but you have practised on ${dateName(log)} already. Gradus stays there, so that nothing is asked twice.`,
  wrong: (many: number) =>
    `If that later date was a mistake, go by the device’s date: ${count(many, 'skill')} ${many === 1 ? 'is' : 'are'} then as before it. What you have now is kept in the settings, under “Earlier states”.`,
  useClock: 'Use the device’s date',
};

const SHOWN = 4;
// A fluent answer takes its par; reading and looking at the solution take about as long again.
const PACE_OF_PAR = 2;

export const Today = (): JSX.Element => {
  const here = underWay.value;
  const many = waiting.value;
  const items = here ? here.plan : plan.value;
  const isDone = !here && many === 0;
  const practised = exercisesByDay(week.value, day.value);
  useReadyExercise(many > 0);
  return (
    <Page title={headingOf(many, here !== undefined && here.done.length > 0)} above={<Above practised={practised} />}>
      <Contour shares={practised.map(done => done / pace.value.length)} />
      <ClockNotice />
      {cards.value.size === 0 && !here && many > 0 && <FirstWords />}
      {isDone ? <WhatComes /> : <Due skills={[...new Set(items.map(({ skill }) => skill))]} minutes={minutesOf(items, many)} />}
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
      <p class="quiet small">{dayName(day.value)}</p>
      {days > 0 && <p class="pill">{words.week(days)}</p>}
    </div>
  );
};

const FirstWords = (): JSX.Element => (
  <div class="lead">
    {words.first.map(sentence => (
      <p key={sentence}>{sentence}</p>
    ))}
  </div>
);

const minutesOf = (items: readonly { readonly skill: string }[], many: number): number => {
  const pars = items.map(({ skill }) => skillOf(skill)?.levels[(cards.value.get(skill)?.level ?? 1) - 1]?.par ?? 30);
  const mean = pars.reduce((sum, par) => sum + par, 0) / Math.max(1, pars.length);
  return Math.max(1, Math.round((many * mean * PACE_OF_PAR) / 60));
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

const ClockNotice = (): JSX.Element | null => {
  const says = useSignal('');
  const behind = clockBehind.value;
  if (!behind) return null;
  const later = [...cards.value.values()].filter(({ reviewed }) => reviewed > behind.clock).length;
  const trust = async (): Promise<void> => {
    const taken = await trustClock(behind.clock);
    says.value = taken.ok ? '' : taken.problem.says;
  };
  return (
    <Notice says={says.value || `${words.behind(behind.log, behind.clock)} ${words.wrong(later)}`}>
      {role.value === 'writer' && (
        <button type="button" class="button" data-action="trust-clock" onClick={() => void trust()}>
          {words.useClock}
        </button>
      )}
    </Notice>
  );
};
