// What a session holds, in words: how many skills are due, owed and new.
import type { Item } from '../../schedule/queue.ts';
import { capital, listed, quantity } from '../words.ts';

type Part = 'due' | 'drill' | 'new';

const words: { readonly [P in Part]: (many: number) => string } = {
  due: many => `${quantity(many)} ${many === 1 ? 'is' : 'are'} due`,
  drill: many => `${quantity(many)} ${many === 1 ? 'comes' : 'come'} again`,
  new: many => `${quantity(many)} ${many === 1 ? 'is' : 'are'} new`,
};

const PARTS = ['due', 'drill', 'new'] as const;

/** A skill counts once, as what it mainly is: new with its examples, due with the help that goes with it. */
const partOf = (items: readonly Item[], skill: string): Part => {
  const roles = items.filter(item => item.skill === skill).map(({ role }) => role);
  if (roles.includes('due')) return 'due';
  return roles.includes('drill') ? 'drill' : 'new';
};

/** The skills of a session, each once: what is due, then what is owed, then what is new. */
export const skillsOfDay = (items: readonly Item[]): readonly string[] => {
  const skills = [...new Set(items.map(({ skill }) => skill))];
  return PARTS.flatMap(part => skills.filter(skill => partOf(items, skill) === part));
};

/** `Two skills are due, one comes again and one is new.`; empty for no items. */
export const todays = (items: readonly Item[]): string => {
  const parts = skillsOfDay(items).map(skill => partOf(items, skill));
  const counted = PARTS.map(part => ({ part, many: parts.filter(each => each === part).length })).filter(({ many }) => many > 0);
  const said = counted.map(({ part, many }, i) => (i === 0 ? named(words[part](many), many) : words[part](many)));
  return said.length === 0 ? '' : `${capital(listed(said))}.`;
};

/** `two are due`: `two skills are due`. */
const named = (said: string, many: number): string => said.replace(/^(\S+)/, `$1 ${many === 1 ? 'skill' : 'skills'}`);
