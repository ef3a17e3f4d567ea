// A skill: what it is for, how it stands, and free practice at any of its levels.
import type { JSX } from 'preact';
import { areas, type Skill, skillOf, skills } from '../../catalog.ts';
import { comingOf } from '../parts/coming.ts';
import { OnIcon } from '../parts/icons.tsx';
import { Page } from '../parts/Page.tsx';
import { SkillRow } from '../parts/SkillRow.tsx';
import { stateOf } from '../parts/standing.ts';
import { hrefOf } from '../router.ts';
import { cards, day, pace } from '../state.ts';
import { capital, count } from '../words.ts';

const words = {
  levels: 'Practise a level',
  free: 'Free practice is always open and leaves your schedule alone.',
  here: 'you are here',
  practise: (level: number) => `Practise level ${level}`,
  needs: 'Comes after',
  leads: 'Leads to',
  standing: (level: number, levels: number, state: string) => `Level ${level} of ${levels}, ${state}.`,
  passed: (days: number) => (days === 0 ? '' : ` Right on ${count(days, 'day')} so far.`),
};

export const SkillPage = ({ skill }: { skill: Skill }): JSX.Element => {
  const needs = skill.needs.flatMap(id => skillOf(id) ?? []);
  const leads = skills.filter(each => each.needs.includes(skill.id));
  const area = areas.find(({ id }) => id === skill.area);
  const card = cards.value.get(skill.id);
  return (
    <Page title={skill.title} back={{ href: hrefOf({ at: 'area', area: skill.area }), title: area?.title ?? '' }}>
      <p class="lead">{skill.why}</p>
      <p class="standing">{standingOf(skill)}</p>
      <section>
        <h2>{words.levels}</h2>
        <p class="quiet small">{words.free}</p>
        <ol class="card list levels">
          {skill.levels.map(({ says }, i) => (
            <li key={says}>
              <a class="row" href={hrefOf({ at: 'practise', skill: skill.id, level: i + 1 })} data-level={i + 1}>
                <span class="level" aria-hidden="true">
                  {i + 1}
                </span>
                <span class="row-words">
                  <span class="row-title">{capital(says)}</span>
                  <span class="row-detail">{words.practise(i + 1)}</span>
                </span>
                {card?.level === i + 1 && <span class="row-state is-new">{words.here}</span>}
                <OnIcon />
              </a>
            </li>
          ))}
        </ol>
      </section>
      <Neighbours title={words.needs} skills={needs} />
      <Neighbours title={words.leads} skills={leads} />
    </Page>
  );
};

const standingOf = (skill: Skill): string => {
  const card = cards.value.get(skill.id);
  if (card) {
    return words.standing(card.level, skill.levels.length, stateOf(card, day.value)) + words.passed(card.daysPassed);
  }
  return comingOf(skill, cards.value, pace.value.newPerDay);
};

const Neighbours = ({ title, skills: neighbours }: { title: string; skills: readonly Skill[] }): JSX.Element | null =>
  neighbours.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul class="card list">
        {neighbours.map(skill => (
          <SkillRow key={skill.id} skill={skill} detail={capital(skill.bullet)} />
        ))}
      </ul>
    </section>
  );
