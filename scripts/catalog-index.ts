// The catalog's index, made from the generators: areas in their order, skills after their prerequisites.
import type { Generator } from '../src/exercise/generator.ts';
import planned from './plan.json' with { type: 'json' };

/** All skills that there are to be, with the topic that each one serves and what comes before it. */
export const PLAN: Readonly<Record<string, { readonly bullet: string; readonly needs: readonly string[] } | undefined>> = planned;

/** The topics of an area, in the order of its skills. */
export function topicsOf(area: string): readonly string[] {
  const inArea = Object.entries(PLAN).filter(([id]) => id.startsWith(`${area}/`));
  return [...new Set(inArea.flatMap(([, skill]) => skill?.bullet ?? []))];
}

/** The nine areas in the order in which the app shows them. */
const AREAS = [
  ['linear-algebra', 'Linear Algebra'],
  ['probability', 'Probability and Statistics'],
  ['calculus', 'Calculus'],
  ['optimization', 'Optimization'],
  ['discrete-mathematics', 'Discrete Mathematics'],
  ['multivariable-calculus', 'Multivariable Calculus'],
  ['information-theory', 'Information Theory'],
  ['numerical-methods', 'Numerical Methods'],
  ['set-theory', 'Set Theory'],
] as const;

export interface Index {
  readonly areas: readonly { readonly id: string; readonly title: string }[];
  readonly skills: readonly IndexEntry[];
}

type IndexEntry = Omit<Generator, 'levels'> & {
  readonly area: string;
  readonly levels: readonly { readonly says: string; readonly par: number }[];
};

export function catalogIndex(generators: ReadonlyMap<string, Generator>): Index {
  const skills = AREAS.flatMap(([area]) => inOrder([...generators.values()].filter(({ id }) => id.startsWith(`${area}/`))));
  return {
    areas: AREAS.map(([id, title]) => ({ id, title })),
    skills: skills.map(generator => entry(generator, generators)),
  };
}

/** One line a skill, so that a change of one skill is a change of one line. */
export function writeIndex({ areas, skills }: Index): string {
  const lines = (rows: readonly unknown[]) => rows.map(row => `    ${JSON.stringify(row)}`).join(',\n');
  return `{\n  "areas": [\n${lines(areas)}\n  ],\n  "skills": [\n${lines(skills)}\n  ]\n}\n`;
}

function entry(
  { id, version, title, bullet, why, needs, levels }: Generator,
  generators: ReadonlyMap<string, Generator>,
): IndexEntry {
  return {
    id,
    version,
    title,
    area: id.split('/')[0] ?? '',
    bullet,
    why,
    needs: existing(needs, generators),
    levels: levels.map(({ says, par }) => ({ says, par })),
  };
}

/** A prerequisite that is only planned gives way to its own prerequisites. */
function existing(needs: readonly string[], generators: ReadonlyMap<string, Generator>): string[] {
  const found = needs.flatMap(id => (generators.has(id) ? [id] : existing(PLAN[id]?.needs ?? [], generators)));
  return [...new Set(found)].sort();
}

/** Prerequisites of the same area first, else by id. */
function inOrder(generators: readonly Generator[]): readonly Generator[] {
  const byId = new Map(generators.map(generator => [generator.id, generator]));
  const placed = new Set<Generator>();
  const place = (generator: Generator): void => {
    if (placed.has(generator)) return;
    for (const id of existing(generator.needs, byId)) {
      const before = byId.get(id);
      if (before && before !== generator) place(before);
    }
    placed.add(generator);
  };
  for (const generator of generators) place(generator);
  return [...placed];
}
