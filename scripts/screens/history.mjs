// A learner for the pictures: what was practised before, and an instant at which to look at it.
import { readFileSync } from 'node:fs';
import { inProject } from '../setup.mjs';

/** @typedef {{ id: string, version: number }} Skill */

export const NOW = Date.UTC(2026, 10, 22, 17, 30);
export const DAY = 86_400_000;
export const TODAY = Math.floor(NOW / DAY);

/** @type {{ skills: Skill[] }} */
export const { skills } = JSON.parse(readFileSync(inProject('src', 'catalog.json'), 'utf8'));

/** Which days ago each skill was practised; all others are still new. @type {Record<string, number[]>} */
const PRACTISED = {
  'linear-algebra/matrix-product': [38, 37, 31, 16],
  'probability/bayes-rule': [30, 29, 23, 8],
  'calculus/chain-rule': [22, 21, 15],
  'optimization/adam-step': [17, 16, 10],
  'discrete-mathematics/graph-degrees': [9, 8],
  'multivariable-calculus/hessian-matrix': [8, 7],
  'information-theory/entropy': [4, 3],
  'numerical-methods/root-finding': [2, 1],
};
export const practised = Object.keys(PRACTISED);
/** Further exercises, which leave the schedule alone, days ago: they make the week of the picture. */
const FREE = [6, 6, 6, 6, 6, 5, 5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1];

/** A backup of someone who has practised for a while. */
export const history = () => {
  const own = Object.entries(PRACTISED).flatMap(([skill, days]) => days.map(ago => ({ ago, skill, purpose: 'practice' })));
  const free = FREE.map((ago, i) => ({ ago, skill: practised[i % 4], purpose: 'free' }));
  const reviews = [...own, ...free].map(({ ago, skill, purpose }, i) => ({
    ...{ kind: 'answer', device: 'picture', seq: i + 1, at: NOW - ago * DAY, day: TODAY - ago, purpose },
    ...{ skill, level: 1, seed: `${i}`, version: 1, given: {}, answers: [['1']], verdicts: ['right'] },
    ...{ quality: 5, hints: 0, activeSeconds: 40, guessable: false },
  }));
  return JSON.stringify({ app: 'gradus', format: 1, reviews, settings: {}, sets: [] });
};
