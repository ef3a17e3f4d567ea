// The generated index is up to date, and every prerequisite that it names exists and comes without a circle.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatorFiles } from '../scripts/all-generators.ts';
import { catalogIndex, PLAN, writeIndex } from '../scripts/catalog-index.ts';
import { areas, load, skillOf, skills } from '../src/catalog.ts';

describe('the catalog', () => {
  it('is what the generators say (else: npm run golden)', () => {
    expect(readFileSync('src/catalog.json', 'utf8')).toBe(writeIndex(catalogIndex(generatorFiles)));
  });

  it('loads every generator of every area', async () => {
    const loaded = await Promise.all(areas.map(area => load(area.id)));
    expect(loaded.flatMap(area => [...area.keys()]).sort()).toEqual(skills.map(skill => skill.id).sort());
  });

  it('is held to the contract, area by area', () => {
    for (const { id } of areas) expect(existsSync(`test/contract/${id}.test.ts`), id).toBe(true);
  });

  it('names only prerequisites that are skills of the catalog, without a circle', () => {
    const depth = (id: string, seen: readonly string[]): number => {
      expect(seen).not.toContain(id);
      return 1 + Math.max(0, ...(skillOf(id)?.needs ?? []).map(need => depth(need, [...seen, id])));
    };
    for (const skill of skills) {
      for (const need of skill.needs) expect(skillOf(need), need).toBeDefined();
      expect(depth(skill.id, [])).toBeLessThan(50);
    }
  });

  it('has every planned prerequisite planned as well', () => {
    const named = [...Object.values(PLAN), ...generatorFiles.values()].flatMap(skill => skill?.needs ?? []);
    for (const need of named) expect(PLAN[need], need).toBeDefined();
  });
});
