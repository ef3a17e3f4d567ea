// How a skill stands: its state, its level and what takes it on, and when it comes next.
import type { JSX } from 'preact';
import type { Skill } from '../../../catalog.ts';
import { comingOf } from '../../parts/coming.ts';
import { StateSign } from '../../parts/StateMark.tsx';
import { STATE_WORDS } from '../../parts/standing.ts';
import { stateNow } from '../../parts/states.ts';
import { cards, day, pace } from '../../state.ts';
import { capital } from '../../words.ts';
import { levelWords, nextWords, passedWords } from './standing-words.ts';

export const Standing = ({ skill }: { readonly skill: Skill }): JSX.Element => {
  const card = cards.value.get(skill.id);
  const state = stateNow(skill.id);
  const levels = skill.levels.length;
  return (
    <div class="card skill-standing" data-skill-state={state}>
      <p class="standing-state">
        <StateSign state={state} />
        {capital(STATE_WORDS[state])}
        {card && <Steps level={card.level} levels={levels} />}
      </p>
      {card ? (
        <ul class="small">
          <li>{nextWords(card, day.value)}</li>
          <li>{levelWords(card, levels)}</li>
          {card.daysPassed > 0 && <li class="quiet">{passedWords(card, day.value)}</li>}
        </ul>
      ) : (
        <p class="small">{comingOf(skill, cards.value, pace.value.newPerDay)}</p>
      )}
    </div>
  );
};

/** The levels as steps, up to the one that it is on: the words beside say the same. */
const Steps = ({ level, levels }: { readonly level: number; readonly levels: number }): JSX.Element => (
  <span class="standing-steps" aria-hidden="true">
    {Array.from({ length: levels }, (_, i) => (
      <span key={i} class={i < level ? 'is-done' : ''} />
    ))}
  </span>
);
