// The state of a skill as a small sign, told apart by its shape; and the five of them with their names.
import '../styles/states.css';
import type { JSX } from 'preact';
import type { Skill } from '../../catalog.ts';
import { type SkillState, STATE_WORDS, STATES } from './standing.ts';
import { stateNow } from './states.ts';

/** For the eye only. */
export const StateSign = ({ state }: { readonly state: SkillState }): JSX.Element => (
  <svg class="sign" data-state={state} viewBox="0 0 20 20" aria-hidden="true">
    <circle class="sign-ring" cx="10" cy="10" r="6.5" />
    {state === 'learning' && <path class="sign-fill" d="M10 3.5a6.5 6.5 0 0 1 0 13z" />}
    {state === 'due' && <circle class="sign-fill" cx="10" cy="10" r="3" />}
    {state === 'strong' && <circle class="sign-fill" cx="10" cy="10" r="6.5" />}
  </svg>
);

/** With its word for the ear. */
export const StateMark = ({ skill }: { readonly skill: string }): JSX.Element => {
  const state = stateNow(skill);
  return (
    <span class="mark">
      <StateSign state={state} />
      <span class="spoken">{STATE_WORDS[state]}, </span>
    </span>
  );
};

/** Signs only: words beside them say how many there are. */
export const StateSigns = ({ skills }: { readonly skills: readonly Skill[] }): JSX.Element => (
  <span class="signs" aria-hidden="true">
    {skills.map(({ id }) => (
      <StateSign key={id} state={stateNow(id)} />
    ))}
  </span>
);

export const StateLegend = (): JSX.Element => (
  <ul class="legend fine quiet" aria-hidden="true">
    {STATES.map(state => (
      <li key={state}>
        <StateSign state={state} />
        {STATE_WORDS[state]}
      </li>
    ))}
  </ul>
);
