// The topics of some skills, each with its skills, in their order.
import type { Skill } from '../../catalog.ts';

export interface Topic {
  readonly title: string;
  readonly skills: readonly Skill[];
}

export const topicsOf = (skills: readonly Skill[]): readonly Topic[] =>
  [...new Set(skills.map(({ bullet }) => bullet))].map(title => ({
    title,
    skills: skills.filter(({ bullet }) => bullet === title),
  }));
