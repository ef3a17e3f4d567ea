// A skill in a list: its title, a line of detail, and how it stands.
import type { JSX } from 'preact';
import type { Skill } from '../../catalog.ts';
import { hrefOf } from '../router.ts';
import { cards, day } from '../state.ts';
import { StateMark } from './StateMark.tsx';
import { isLate, stateOf } from './standing.ts';
import { stateNow } from './states.ts';

export const SkillRow = ({ skill, detail }: { skill: Skill; detail: string }): JSX.Element => {
  const card = cards.value.get(skill.id);
  const isLocked = stateNow(skill.id) === 'locked';
  return (
    <li>
      <a class="row" href={hrefOf({ at: 'skill', skill: skill.id })}>
        <StateMark skill={skill.id} />
        <span class="row-words">
          <span class="row-title">{skill.title}</span>
          <span class="row-detail">{detail}</span>
        </span>
        {!isLocked && <State isNew={!card} isLate={isLate(card, day.value)} words={stateOf(card, day.value)} />}
      </a>
    </li>
  );
};

export const State = ({ isNew, isLate, words }: { isNew: boolean; isLate: boolean; words: string }): JSX.Element => (
  <span class={`row-state${isLate ? ' is-late' : ''}${isNew ? ' is-new' : ''}`}>{words}</span>
);
