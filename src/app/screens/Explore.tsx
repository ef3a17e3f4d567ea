// Explore: the nine areas with how well their skills are known, and a search over all skills.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type Area, areas, type Skill, skills, skillsOf } from '../../catalog.ts';
import { SearchIcon } from '../parts/icons.tsx';
import { Page } from '../parts/Page.tsx';
import { SkillRow } from '../parts/SkillRow.tsx';
import { Strengths } from '../parts/Strengths.tsx';
import { strengthOf } from '../parts/standing.ts';
import { hrefOf } from '../router.ts';
import { cards } from '../state.ts';
import { capital, count } from '../words.ts';

const words = {
  title: 'Explore',
  search: `Search ${count(skills.length, 'skill')}`,
  found: (many: number) => `${capital(count(many, 'skill'))} found.`,
  none: 'No skill has these words. Try a shorter one, such as “matrix” or “entropy”.',
  strong: (strong: number, all: number) => `${strong} of ${all} strong`,
  all: (all: number) => `${all} ${all === 1 ? 'skill' : 'skills'}`,
  empty: 'to come',
};

/** Skills in whose title, topic, area or purpose every word occurs. */
const find = (asked: string): readonly Skill[] => {
  const parts = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const textOf = ({ title, bullet, area, why }: Skill) => `${title} ${bullet} ${area} ${why}`.toLowerCase();
  return skills.filter(skill => parts.every(part => textOf(skill).includes(part)));
};

export const Explore = (): JSX.Element => {
  const asked = useSignal('');
  const isAsked = asked.value.trim() !== '';
  return (
    <Page title={words.title} wide>
      <search class="search">
        <SearchIcon />
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={asked.value}
          onInput={event => {
            asked.value = event.currentTarget.value;
          }}
        />
      </search>
      {isAsked ? <Found found={find(asked.value)} /> : <Areas />}
    </Page>
  );
};

const titleOf = (id: string): string => areas.find(area => area.id === id)?.title ?? '';

const Found = ({ found }: { found: readonly Skill[] }): JSX.Element => (
  <>
    <p class="quiet small" role="status">
      {found.length === 0 ? words.none : words.found(found.length)}
    </p>
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
  <ul class="areas">
    {areas.map(area => (
      <AreaCard key={area.id} area={area} skills={skillsOf(area.id)} />
    ))}
  </ul>
);

const AreaCard = ({ area, skills }: { area: Area; skills: readonly Skill[] }): JSX.Element => {
  const strong = skills.filter(({ id }) => strengthOf(cards.value.get(id)) === 3).length;
  const isBegun = skills.some(({ id }) => cards.value.has(id));
  const state = isBegun ? words.strong(strong, skills.length) : words.all(skills.length);
  return (
    <li>
      <a class="card area" href={hrefOf({ at: 'area', area: area.id })}>
        <span class="row-title">{area.title}</span>
        <span class="quiet small">{skills.length === 0 ? words.empty : state}</span>
        {skills.length > 0 && <Strengths skills={skills} />}
      </a>
    </li>
  );
};
