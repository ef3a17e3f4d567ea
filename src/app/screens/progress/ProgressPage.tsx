// Progress: what the log comes to, in pictures that words go with.
import '../../styles/progress.css';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Tally } from '../../../schedule/progress.ts';
import { firstDay, totalOf } from '../../../schedule/progress-figures.ts';
import type { Result } from '../../../store/problem.ts';
import { Notice } from '../../parts/Notice.tsx';
import { Page } from '../../parts/Page.tsx';
import { cards, day, pace, store } from '../../state.ts';
import { capital, dateName } from '../../words.ts';
import { Calendar } from './Calendar.tsx';
import { Forecast } from './Forecast.tsx';
import { Mistakes } from './Mistakes.tsx';
import { NothingYet } from './NothingYet.tsx';
import { duration, many } from './progress-words.ts';
import { Recall } from './Recall.tsx';
import { SkillsGained } from './SkillsGained.tsx';
import { Streak } from './Streak.tsx';
import { TimeSpent } from './TimeSpent.tsx';

const words = {
  title: 'Progress',
  all: (exercises: string, time: string, since: string) => `${capital(exercises)}${time} since ${since}.`,
  in: (time: string) => ` in ${time}`,
};

export const ProgressPage = (): JSX.Element => {
  const found = useSignal<Result<Tally> | undefined>(undefined);
  useEffect(() => {
    void store()
      .tally()
      .then(tally => (found.value = tally));
  }, [cards.value]);
  const result = found.value;
  if (!result) return <Page title={words.title} wide children={null} />;
  if (!result.ok) {
    return (
      <Page title={words.title} wide>
        <Notice says={result.problem.says} />
      </Page>
    );
  }
  return result.value.exercises.size === 0 ? <NothingYet title={words.title} /> : <Figures tally={result.value} />;
};

const Figures = ({ tally }: { readonly tally: Tally }): JSX.Element => {
  const today = day.value;
  return (
    <Page title={words.title} below={wholeOf(tally, today)} wide>
      <div class="progress" data-progress>
        <Streak exercises={tally.exercises} today={today} />
        <Calendar tally={tally} today={today} session={pace.value.length} />
        <div class="progress-columns">
          <div class="progress-column">
            <Forecast cards={cards.value} today={today} />
            <Recall tally={tally} today={today} />
          </div>
          <div class="progress-column">
            <SkillsGained tally={tally} today={today} />
            <TimeSpent tenths={tally.tenths} today={today} />
            <Mistakes today={today} />
          </div>
        </div>
      </div>
    </Page>
  );
};

const wholeOf = ({ exercises, tenths }: Tally, today: number): string => {
  const seconds = totalOf(tenths) / 10;
  const time = seconds > 0 ? words.in(duration(seconds)) : '';
  return words.all(many(totalOf(exercises), 'exercise'), time, dateName(firstDay(exercises) ?? today));
};
