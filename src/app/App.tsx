// The app: which screen is shown, and what stands above all of them.
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { areas, skillOf } from '../catalog.ts';
import { Notice } from './parts/Notice.tsx';
import { Tabs } from './parts/Tabs.tsx';
import { pastPart } from './past-part.ts';
import { progressPart } from './progress-part.ts';
import { hrefOf, isExercise, type Route, route } from './router.ts';
import { AreaPage } from './screens/AreaPage.tsx';
import { BroughtBack } from './screens/BroughtBack.tsx';
import { Explore } from './screens/Explore.tsx';
import { FreePage } from './screens/FreePage.tsx';
import { NotFound } from './screens/NotFound.tsx';
import { OtherWindow, OtherWindowPage } from './screens/OtherWindow.tsx';
import { PartPlace } from './screens/PartPlace.tsx';
import { PlacementPage, placementStep } from './screens/PlacementPage.tsx';
import { ProblemPage } from './screens/ProblemPage.tsx';
import { SessionPage } from './screens/SessionPage.tsx';
import { SkillPage } from './screens/SkillPage.tsx';
import { Today } from './screens/Today.tsx';
import { ended, isStuck } from './session/session.ts';
import { setsPart } from './sets-part.ts';
import { settingsPart } from './settings-part.ts';
import { isBroughtBack, phase, problem, role } from './state.ts';
import { isNewDay } from './study-clock.ts';
import type { Updates } from './updates.ts';

const words = {
  update: 'A newer version of Gradus is ready.',
  change: 'Update now',
  newDay: 'A new day has begun while Gradus was open.',
  today: 'See today',
};

const TITLES = {
  today: 'Today',
  explore: 'Explore',
  session: 'Practice',
  placement: 'Find your level',
  progress: 'Progress',
  sets: 'Sets',
  set: 'Set',
  result: 'Result',
  settings: 'Settings',
  nowhere: 'Nothing here',
} as const;

/** A newer version waits to be changed to. */
export const isUpdateReady = signal(false);

export interface AppProps {
  readonly version: string;
  readonly updates: Updates;
}

export const App = ({ version, updates }: AppProps): JSX.Element => {
  useEffect(() => updates.onWaiting(() => (isUpdateReady.value = true)), [updates]);
  useArrival();
  useEffect(() => {
    if (phase.value !== 'opening') document.documentElement.dataset.ready = 'yes';
  }, [phase.value]);
  if (problem.value) return <ProblemPage problem={problem.value} />;
  if (phase.value !== 'open') return <main class="page" aria-busy="true" />;
  const isAtTable = isExercise(route.value);
  if (isAtTable && route.value.at !== 'example' && role.value === 'reader') return <OtherWindowPage />;
  return (
    <>
      {!isAtTable && isUpdateReady.value && (
        <Notice says={words.update}>
          <button type="button" class="button" data-update onClick={updates.apply}>
            {words.change}
          </button>
        </Notice>
      )}
      {!isAtTable && role.value === 'reader' && <OtherWindow />}
      {!isAtTable && isBroughtBack.value && <BroughtBack />}
      {!isAtTable && route.value.at !== 'today' && isNewDay.value && (
        <Notice says={words.newDay}>
          <a class="button" href={hrefOf({ at: 'today' })} data-action="new-day">
            {words.today}
          </a>
        </Notice>
      )}
      <Screen route={route.value} version={version} />
      {(!isAtTable || isBeside(route.value)) && <Tabs />}
    </>
  );
};

/** A page of words on the way to exercises or from them. */
const isBeside = ({ at }: Route): boolean =>
  ended.value !== undefined || isStuck.value || (at === 'placement' && placementStep.value !== 'asking');

const Screen = ({ route, version }: { route: Route; version: string }): JSX.Element => {
  if (route.at === 'today') return <Today />;
  if (route.at === 'explore') return <Explore />;
  if (route.at === 'settings') return <PartPlace part={settingsPart} title={TITLES.settings} props={{ version }} />;
  if (route.at === 'area') return <AreaPage area={route.area} />;
  if (route.at === 'session') return <SessionPage />;
  if (route.at === 'placement') return <PlacementPage />;
  if (route.at === 'progress') return <PartPlace part={progressPart} title={TITLES.progress} props={{}} />;
  if (route.at === 'sets' || route.at === 'set' || route.at === 'result') {
    return <PartPlace part={setsPart} title={TITLES.sets} props={{ route }} />;
  }
  const skill = 'skill' in route ? skillOf(route.skill) : undefined;
  if (skill && route.at === 'skill') return <SkillPage skill={skill} />;
  if (skill && (route.at === 'past' || route.at === 'example')) {
    return <PartPlace part={pastPart} title={skill.title} props={{ skill, route }} />;
  }
  if (skill && route.at === 'practise') return <FreePage skill={skill} level={route.level} isAside={route.aside === true} />;
  return <NotFound />;
};

const titleOf = (here: Route): string => {
  if (here.at === 'area') return areas.find(({ id }) => id === here.area)?.title ?? '';
  return 'skill' in here ? (skillOf(here.skill)?.title ?? '') : TITLES[here.at];
};

/** Names the page, and takes the focus to its heading after a move; not at the start, where nobody has moved. */
const useArrival = (): void => {
  const isFirst = useRef(true);
  const place = route.value;
  const isPage = !isExercise(place) || isBeside(place);
  useEffect(() => {
    if (phase.value !== 'open') return;
    document.title = `${titleOf(place)} · Gradus`;
    if (!isFirst.current && isPage) {
      scrollTo(0, 0);
      document.querySelector('h1')?.focus({ preventScroll: true });
    }
    isFirst.current = false;
  }, [place, isPage, placementStep.value, phase.value]);
};
