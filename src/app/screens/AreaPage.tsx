// An area: its topics, and the skills of each.
import type { JSX } from 'preact';
import { areas, skillsOf } from '../../catalog.ts';
import { Page } from '../parts/Page.tsx';
import { SkillRow } from '../parts/SkillRow.tsx';
import { STRENGTH_WORDS } from '../parts/standing.ts';
import { cards } from '../state.ts';
import { count } from '../words.ts';

const words = {
  back: 'Explore',
  level: (level: number, levels: number) => `level ${level} of ${levels}`,
  levels: (levels: number) => count(levels, 'level'),
  empty: 'The skills of this area are still being written.',
};

export const AreaPage = ({ area }: { area: string }): JSX.Element => {
  const skills = skillsOf(area);
  const topics = [...new Set(skills.map(({ bullet }) => bullet))];
  const detailOf = (id: string, levels: number) => {
    const card = cards.value.get(id);
    return card ? words.level(card.level, levels) : words.levels(levels);
  };
  return (
    <Page title={areas.find(({ id }) => id === area)?.title ?? ''} back={{ href: '#/explore', title: words.back }}>
      {skills.length === 0 && <p class="lead">{words.empty}</p>}
      {topics.map(topic => (
        <section key={topic} class="topic">
          <h2>{topic}</h2>
          <ul class="card list">
            {skills
              .filter(({ bullet }) => bullet === topic)
              .map(skill => (
                <SkillRow key={skill.id} skill={skill} detail={detailOf(skill.id, skill.levels.length)} />
              ))}
          </ul>
        </section>
      ))}
      {skills.length > 0 && <Legend />}
    </Page>
  );
};

const Legend = (): JSX.Element => (
  <ul class="legend fine quiet" aria-hidden="true">
    {STRENGTH_WORDS.map((word, strength) => (
      <li key={word}>
        <span class="dot" data-strength={strength} />
        {word}
      </li>
    ))}
  </ul>
);
