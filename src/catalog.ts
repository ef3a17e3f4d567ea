// What all skills are, known at once, and the way to their generators, loaded an area at a time.
import index from './catalog.json' with { type: 'json' };
import type { Generator } from './exercise/generator.ts';

export interface Skill {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** The folder: `linear-algebra`. */
  readonly area: string;
  readonly bullet: string;
  readonly why: string;
  /** Skills that come before; those that do not exist yet are in `needs` too, see `prerequisites`. */
  readonly needs: readonly string[];
  readonly levels: readonly { readonly says: string; readonly par: number }[];
}

export interface Area {
  readonly id: string;
  readonly title: string;
}

export const areas: readonly Area[] = index.areas;
/** In the order of the areas and, within each, of their prerequisites. */
export const skills: readonly Skill[] = index.skills;

const byId: ReadonlyMap<string, Skill> = new Map(skills.map(skill => [skill.id, skill]));

export function skillOf(id: string): Skill | undefined {
  return byId.get(id);
}

export function skillsOf(area: string): readonly Skill[] {
  return skills.filter(skill => skill.area === area);
}

const files = import.meta.glob<Generator>('../generators/*/*.ts', { import: 'default' });

/** The generators of an area by id; one download an area. Rejects where it can't be loaded. */
export async function load(area: string): Promise<ReadonlyMap<string, Generator>> {
  const wanted = Object.entries(files).filter(([path]) => path.startsWith(`../generators/${area}/`));
  const generators = await Promise.all(wanted.map(([, file]) => file()));
  return new Map(generators.map(generator => [generator.id, generator]));
}

/** Rejects on an id that no file has. */
export async function loadGenerator(id: string): Promise<Generator> {
  const generator = (await load(id.split('/')[0] ?? '')).get(id);
  if (!generator) throw new Error(`there is no skill ${id}`);
  return generator;
}
