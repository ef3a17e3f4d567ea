// An area: its skills as a map of what leads to what, or by topics.
import '../styles/map.css';
import type { JSX } from 'preact';
import { areas, type Skill, skillsOf } from '../../catalog.ts';
import { Page } from '../parts/Page.tsx';
import { SkillRow } from '../parts/SkillRow.tsx';
import { StateLegend } from '../parts/StateMark.tsx';
import { topicsOf } from '../parts/topics.ts';
import { AREA_VIEWS, type AreaView } from '../preferences.ts';
import { cards, prefer, preferences } from '../state.ts';
import { count } from '../words.ts';
import { AreaMap } from './area/AreaMap.tsx';

const words = {
  back: 'Explore',
  level: (level: number, levels: number) => `level ${level} of ${levels}`,
  levels: (levels: number) => count(levels, 'level'),
  empty: 'The skills of this area are still being written.',
  show: 'Show the skills',
  views: { map: 'As a map', topics: 'By topic' } satisfies Record<AreaView, string>,
};

export const AreaPage = ({ area }: { area: string }): JSX.Element => {
  const skills = skillsOf(area);
  return (
    <Page title={areas.find(({ id }) => id === area)?.title ?? ''} back={{ href: '#/explore', title: words.back }}>
      {skills.length === 0 ? (
        <p class="lead">{words.empty}</p>
      ) : (
        <>
          <ViewSwitch />
          {preferences.value.areaView === 'map' ? <AreaMap area={area} /> : <Topics skills={skills} />}
          <StateLegend />
        </>
      )}
    </Page>
  );
};

const ViewSwitch = (): JSX.Element => (
  <fieldset class="view-switch">
    <legend class="spoken">{words.show}</legend>
    <div class="choice-options">
      {AREA_VIEWS.map(view => (
        <label key={view}>
          <input
            type="radio"
            name="area-view"
            value={view}
            checked={preferences.value.areaView === view}
            onChange={() => void show(view)}
          />
          <span>{words.views[view]}</span>
        </label>
      ))}
    </div>
  </fieldset>
);

/** Also where it can't be kept, as in a second window. */
const show = async (view: AreaView): Promise<void> => {
  preferences.value = { ...preferences.value, areaView: view };
  await prefer('areaView', view);
};

const Topics = ({ skills }: { skills: readonly Skill[] }): JSX.Element => (
  <>
    {topicsOf(skills).map(topic => (
      <section key={topic.title} class="topic">
        <h2>{topic.title}</h2>
        <ul class="card list">
          {topic.skills.map(skill => (
            <SkillRow key={skill.id} skill={skill} detail={detailOf(skill)} />
          ))}
        </ul>
      </section>
    ))}
  </>
);

const detailOf = ({ id, levels }: Skill): string => {
  const card = cards.value.get(id);
  return card ? words.level(card.level, levels.length) : words.levels(levels.length);
};
