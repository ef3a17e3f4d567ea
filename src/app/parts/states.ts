// How every skill stands now.
import { computed } from '@preact/signals';
import { skills } from '../../catalog.ts';
import { openSkills } from '../../schedule/path.ts';
import { standing } from '../path.ts';
import { cards, day } from '../state.ts';
import { type SkillState, skillState } from './standing.ts';

const states = computed<ReadonlyMap<string, SkillState>>(() => {
  const open = new Set(openSkills(skills, cards.value, standing.value));
  return new Map(skills.map(({ id }) => [id, skillState(cards.value.get(id), open.has(id), day.value)]));
});

export const stateNow = (skill: string): SkillState => states.value.get(skill) ?? 'locked';
