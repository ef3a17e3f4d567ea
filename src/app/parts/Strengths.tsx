// How many skills of an area are known how well: one small block a skill.
import type { JSX } from 'preact';
import type { Skill } from '../../catalog.ts';
import type { Card } from '../../schedule/card.ts';
import { cards } from '../state.ts';
import { STRENGTH_WORDS, strengthOf } from './standing.ts';

export const Dot = ({ card }: { card: Card | undefined }): JSX.Element => (
  <span class="dot" data-strength={strengthOf(card)}>
    {card && <span class="spoken">{STRENGTH_WORDS[strengthOf(card)]}, </span>}
  </span>
);

/** Blocks only: the number beside them says it in words. */
export const Strengths = ({ skills }: { skills: readonly Skill[] }): JSX.Element => (
  <span class="dots" aria-hidden="true">
    {skills.map(({ id }) => (
      <span key={id} class="dot" data-strength={strengthOf(cards.value.get(id))} />
    ))}
  </span>
);
