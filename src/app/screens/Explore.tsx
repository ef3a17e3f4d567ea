// Explore: the nine areas with their topics and how every skill of them stands, and a search over all skills.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type Area, areas, type Skill, skillsOf } from '../../catalog.ts';
import { findSkills } from '../parts/find-skills.ts';
import { SheetsIcon } from '../parts/icons.tsx';
import { Page } from '../parts/Page.tsx';
import { SkillRow } from '../parts/SkillRow.tsx';
import { FoundSkills, SkillSearch } from '../parts/SkillSearch.tsx';
import { StateLegend, StateSigns } from '../parts/StateMark.tsx';
import type { SkillState } from '../parts/standing.ts';
import { stateNow } from '../parts/states.ts';
import { topicsOf } from '../parts/topics.ts';
import { hrefOf } from '../router.ts';
import { cards } from '../state.ts';

const words = {
  title: 'Explore',
  strong: (strong: number, all: number) => `${strong} of ${all} strong`,
  due: (due: number) => `${due} due`,
  all: (all: number) => `${all} ${all === 1 ? 'skill' : 'skills'}`,
  empty: 'to come',
  make: 'Make a set',
};

export const Explore = (): JSX.Element => {
  const asked = useSignal('');
  const isAsked = asked.value.trim() !== '';
  return (
    <Page title={words.title} wide>
      <SkillSearch asked={asked.value} onAsk={value => (asked.value = value)} />
      {isAsked ? <Found found={findSkills(asked.value)} /> : <Areas />}
    </Page>
  );
};

const titleOf = (id: string): string => areas.find(area => area.id === id)?.title ?? '';

const Found = ({ found }: { found: readonly Skill[] }): JSX.Element => (
  <>
    <FoundSkills many={found.length} />
    {found.length > 0 && (
      <ul class="card list">
        {found.map(skill => (
          <SkillRow key={skill.id} skill={skill} detail={titleOf(skill.area)} />
        ))}
      </ul>
    )}
  </>
);

const Areas = (): JSX.Element => (
  <>
    <ul class="areas">
      {areas.map(area => (
        <AreaCard key={area.id} area={area} skills={skillsOf(area.id)} />
      ))}
    </ul>
    <StateLegend />
    <div class="beside">
      <a class="button plain" href={hrefOf({ at: 'sets', place: 'new' })} data-action="make-a-set">
        <SheetsIcon />
        {words.make}
      </a>
    </div>
  </>
);

const AreaCard = ({ area, skills }: { area: Area; skills: readonly Skill[] }): JSX.Element => (
  <li>
    <a class="card area" href={hrefOf({ at: 'area', area: area.id })} data-area={area.id}>
      <span class="row-title">{area.title}</span>
      <span class="quiet small">{skills.length === 0 ? words.empty : summaryOf(skills)}</span>
      {topicsOf(skills).map(({ title, skills: own }) => (
        <span key={title} class="area-topic">
          <span class="quiet small">{title}</span>
          <StateSigns skills={own} />
        </span>
      ))}
    </a>
  </li>
);

const summaryOf = (skills: readonly Skill[]): string => {
  const many = (state: SkillState) => skills.filter(({ id }) => stateNow(id) === state).length;
  const [due, strong] = [many('due'), many('strong')];
  if (!skills.some(({ id }) => cards.value.has(id))) return words.all(skills.length);
  return [...(due > 0 ? [words.due(due)] : []), words.strong(strong, skills.length)].join(' · ');
};
