// Skills for a set: searched, or found in their areas, one tap each.

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { areas, type Skill, skillsOf } from '../../../catalog.ts';
import { countIn } from '../../../exercise/problem-set.ts';
import { findSkills } from '../../parts/find-skills.ts';
import { Page } from '../../parts/Page.tsx';
import { FoundSkills, SkillSearch } from '../../parts/SkillSearch.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { type Draft, mayHaveMore, withOneLess, withSkill } from '../../sets/draft.ts';
import { changeDraft, draft } from '../../sets/draft-keeping.ts';
import { levelFor } from '../../sets/ways-in.ts';
import { cards } from '../../state.ts';
import { capital, count } from '../../words.ts';
import { ChooseIcon, LessIcon, MoreIcon } from './compose-icons.tsx';

const words = {
  title: 'Add skills',
  about: 'A tap adds two exercises, and each further tap one more.',
  skills: (many: number) => `${many} ${many === 1 ? 'skill' : 'skills'}`,
  level: (level: number, levels: number, isOwn: boolean) => `${isOwn ? 'Your level, ' : 'Level '}${level} of ${levels}`,
  less: (title: string) => `One less of ${title}`,
  chosen: (many: number) => `, ${count(many, 'exercise')} in the set`,
  total: (many: number) => `${capital(count(many, 'exercise'))} in the set.`,
  done: 'Done',
  doneWith: (many: number) => `Done: ${count(many, 'exercise')}`,
};

/** How many exercises of the skill the draft has, at whatever level. */
const chosenOf = ({ items }: Draft, skill: string): number => countIn(items.filter(item => item.skill === skill));

export const PickSkills = ({ onDone }: { readonly onDone: () => void }): JSX.Element => {
  const asked = useSignal('');
  const many = countIn(draft.value.items);
  const found = asked.value.trim() === '' ? undefined : findSkills(asked.value);
  return (
    <Page title={words.title} below={words.about}>
      <SkillSearch asked={asked.value} onAsk={value => (asked.value = value)} />
      {found && <FoundSkills many={found.length} />}
      {found && found.length > 0 && (
        <ul class="card list">
          {found.map(skill => (
            <Pick key={skill.id} skill={skill} />
          ))}
        </ul>
      )}
      {!found && (
        <div class="card pick-areas">
          {areas.map(({ id, title }) => (
            <PickArea key={id} title={title} skills={skillsOf(id)} />
          ))}
        </div>
      )}
      <p class="spoken" role="status">
        {words.total(many)}
      </p>
      <div class="at-thumb pick-done">
        <button type="button" class="button primary" data-action="picked" onClick={onDone}>
          {many === 0 ? words.done : words.doneWith(many)}
        </button>
      </div>
    </Page>
  );
};

const PickArea = ({ title, skills }: { readonly title: string; readonly skills: readonly Skill[] }): JSX.Element => {
  const topics = [...new Set(skills.map(({ bullet }) => bullet))];
  const chosen = skills.reduce((sum, { id }) => sum + chosenOf(draft.value, id), 0);
  const isOpen = useSignal(false);
  return (
    <details class="pick-area" data-area={title} onToggle={event => (isOpen.value = event.currentTarget.open)}>
      <summary>
        <span class="row-title">{title}</span>
        {chosen > 0 ? <span class="pill">{chosen}</span> : <span class="quiet small">{words.skills(skills.length)}</span>}
        <ChooseIcon />
      </summary>
      {isOpen.value &&
        topics.map(topic => (
          <section key={topic}>
            {topics.length > 1 && <h2 class="pick-topic">{topic}</h2>}
            <ul class="list">
              {skills
                .filter(({ bullet }) => bullet === topic)
                .map(skill => (
                  <Pick key={skill.id} skill={skill} />
                ))}
            </ul>
          </section>
        ))}
    </details>
  );
};

const Pick = ({ skill: { id, title, levels } }: { readonly skill: Skill }): JSX.Element => {
  const here = draft.value;
  const chosen = chosenOf(here, id);
  const card = cards.value.get(id);
  return (
    <li class={chosen > 0 ? 'pick is-chosen' : 'pick'}>
      <button
        type="button"
        class="row"
        data-pick={id}
        disabled={!mayHaveMore(here)}
        onClick={() => changeDraft(withSkill(here, id, levelFor(id)))}
      >
        <StateMark skill={id} />
        <span class="row-words">
          <span class="row-title">{title}</span>
          <span class="row-detail">{words.level(levelFor(id), levels.length, card !== undefined)}</span>
        </span>
        {chosen > 0 && (
          <span class="pick-count">
            {chosen}
            <span class="spoken">{words.chosen(chosen)}</span>
          </span>
        )}
        <span class="pick-more">
          <MoreIcon />
        </span>
      </button>
      {chosen > 0 && (
        <button
          type="button"
          class="sign pick-less"
          data-less={id}
          aria-label={words.less(title)}
          onClick={() => changeDraft(withOneLess(here, id))}
        >
          <LessIcon />
        </button>
      )}
    </li>
  );
};
