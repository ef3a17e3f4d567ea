// When a skill that was never met comes up, in words.
import { type Skill, skillOf, skills } from '../../catalog.ts';
import { type Cards, isMastered, openSkills } from '../../schedule/path.ts';
import { standing } from '../path.ts';
import { listed } from '../words.ts';

const words = {
  open: 'It comes up by itself on one of the next days.',
  later: (titles: string) => `It comes up by itself after ${titles}; you can practise it now all the same.`,
  off: 'New skills are switched off in the settings; you can practise it now all the same.',
};

export const comingOf = (skill: Skill, cards: Cards, newPerDay: number): string => {
  if (newPerDay === 0) return words.off;
  if (openSkills(skills, cards, standing.value).includes(skill.id)) return words.open;
  const missing = skill.needs.filter(id => !standing.value.known.has(id) && !isMastered(cards.get(id)));
  return words.later(listed(missing.flatMap(id => skillOf(id)?.title ?? [])));
};
