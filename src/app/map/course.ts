// What a map of an area is drawn from: its skills, and of their prerequisites only those that no other one implies.
import type { Skill } from '../../catalog.ts';

export interface Station {
  readonly id: string;
  /** Prerequisites in the same area. */
  readonly needs: readonly string[];
  /** Prerequisites in other areas. */
  readonly foreign: readonly string[];
  /** How many of the area's skills come one after the other before it. */
  readonly depth: number;
}

type Needs = ReadonlyMap<string, readonly string[]>;

/** The stations of an area, in the order of the course. */
export const stationsOf = (course: readonly Pick<Skill, 'id' | 'area' | 'needs'>[], area: string): readonly Station[] => {
  const ids = new Set(course.map(({ id }) => id));
  const needs: Needs = new Map(course.map(skill => [skill.id, skill.needs.filter(id => ids.has(id))]));
  const areaOf = new Map(course.map(skill => [skill.id, skill.area]));
  const inside: Needs = new Map([...needs].map(([id, before]) => [id, before.filter(each => areaOf.get(each) === area)]));
  return course
    .filter(skill => skill.area === area)
    .map(({ id }) => {
      const direct = directNeeds(id, needs);
      return {
        id,
        needs: direct.filter(each => areaOf.get(each) === area),
        foreign: direct.filter(each => areaOf.get(each) !== area),
        depth: depthOf(id, inside),
      };
    });
};

/** Without those that stand behind another one. */
const directNeeds = (id: string, needs: Needs): readonly string[] => {
  const own = needs.get(id) ?? [];
  const behind = new Set(own.flatMap(each => [...allBefore(each, needs)]));
  return own.filter(each => !behind.has(each));
};

const allBefore = (id: string, needs: Needs, found = new Set<string>()): ReadonlySet<string> => {
  for (const each of needs.get(id) ?? []) {
    if (found.has(each)) continue;
    found.add(each);
    allBefore(each, needs, found);
  }
  return found;
};

const depthOf = (id: string, needs: Needs): number =>
  (needs.get(id) ?? []).reduce((depth, each) => Math.max(depth, depthOf(each, needs) + 1), 0);
