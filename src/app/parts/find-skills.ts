// The search over all skills.
import { type Skill, skills } from '../../catalog.ts';

/** Skills in whose title, topic, area or purpose every word occurs. */
export const findSkills = (asked: string): readonly Skill[] => {
  const parts = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const textOf = ({ title, bullet, area, why }: Skill) => `${title} ${bullet} ${area} ${why}`.toLowerCase();
  return skills.filter(skill => parts.every(part => textOf(skill).includes(part)));
};
