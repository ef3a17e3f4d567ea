// Placement: what a learner knows already, found with a few questions over the graph of prerequisites.

import type { Course } from './path.ts';

/** A question is answered once: passed, or not (also where it was not known). */
export type PlacementAnswer = { readonly skill: string; readonly isPassed: boolean };

/** What is known and what is not; of the skills in neither the answers say nothing. */
export type Placed = { readonly known: ReadonlySet<string>; readonly unknown: ReadonlySet<string> };

/** At most so many questions. */
export const MOST_QUESTIONS = 14;

/** What the answers say: a pass also of all that the skill builds on, else a fail also of all that builds on the skill. */
export const placedBy = (course: Course, answers: readonly PlacementAnswer[], claimed: readonly string[] = []): Placed => {
  const graph = graphOf(course);
  const known = new Set(claimed.flatMap(id => graph.get(id)?.below ?? []));
  const unknown = new Set<string>();
  for (const { skill, isPassed } of answers) {
    const [mine, other] = isPassed ? [known, unknown] : [unknown, known];
    for (const id of (isPassed ? graph.get(skill)?.below : graph.get(skill)?.above) ?? []) {
      mine.add(id);
      // The later answer counts: it contradicts a claim, or an answer that was a slip or a guess.
      other.delete(id);
    }
  }
  return { known, unknown };
};

/** The question whose answer tells most about what is open still; undefined where nothing is, or after the most questions. */
export const nextQuestion = (
  course: Course,
  answers: readonly PlacementAnswer[],
  claimed: readonly string[] = [],
): string | undefined => {
  if (answers.length >= MOST_QUESTIONS) return undefined;
  const { known, unknown } = placedBy(course, answers, claimed);
  const isOpen = (id: string) => !known.has(id) && !unknown.has(id);
  const graph = graphOf(course);
  const passes = answers.filter(({ isPassed }) => isPassed).length;
  const odds = (passes + 1) / (answers.length - passes + 1);
  const tells = (id: string): number => {
    const { below = [], above = [] } = graph.get(id) ?? {};
    return expectedToDecide(below.filter(isOpen).length, above.filter(isOpen).length, odds);
  };
  let best: { readonly id: string; readonly tells: number } | undefined;
  for (const { id } of course) {
    const told = isOpen(id) ? tells(id) : 0;
    if (told > (best?.tells ?? 0)) best = { id, tells: told };
  }
  return best?.id;
};

/**
 * How many skills an answer decides on average: a pass the ones below, a fail the ones above. A pass is the likelier the more
 * there are above and the fewer below, and the more of the other answers were passes.
 */
const expectedToDecide = (below: number, above: number, odds: number): number => {
  const [passed, failed] = [odds * Math.sqrt(above), Math.sqrt(below)];
  return (passed * below + failed * above) / (passed + failed);
};

/** Of each skill: itself with all that it builds on, and itself with all that builds on it. */
type Graph = ReadonlyMap<string, { readonly below: readonly string[]; readonly above: readonly string[] }>;

const graphs = new WeakMap<Course, Graph>();

const graphOf = (course: Course): Graph => {
  const known = graphs.get(course);
  if (known) return known;
  const graph = makeGraph(course);
  graphs.set(course, graph);
  return graph;
};

const makeGraph = (course: Course): Graph => {
  const ids = new Set(course.map(({ id }) => id));
  const needs = new Map(course.map(({ id, needs }) => [id, needs.filter(need => ids.has(need))]));
  const uses = new Map(course.map(({ id }) => [id, course.filter(other => other.needs.includes(id)).map(other => other.id)]));
  return new Map(course.map(({ id }) => [id, { below: reached(id, needs), above: reached(id, uses) }]));
};

const reached = (from: string, steps: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const found = new Set([from]);
  for (const id of found) for (const next of steps.get(id) ?? []) found.add(next);
  return [...found];
};
