// The one contract that holds for every level of every skill, and its golden files, area by area so that areas run side by side.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatorFiles } from '../../scripts/all-generators.ts';
import { digestLines, goldenPage } from '../../scripts/golden-page.ts';
import { generatorContract } from './level.ts';

/** Registers the tests of all skills of an area. */
export function areaContract(area: string): void {
  for (const [id, generator] of generatorFiles) {
    if (!id.startsWith(`${area}/`)) continue;
    describe(id, () => {
      generatorContract(id, generator);

      it('has up-to-date golden files (else: npm run golden)', () => {
        expect(readFileSync(`test/golden/${id}.md`, 'utf8')).toBe(goldenPage(generator));
        const digests = existsSync(`test/golden/${id}.digests`)
          ? readFileSync(`test/golden/${id}.digests`, 'utf8').split('\n')
          : [];
        for (const line of digestLines(generator)) expect(digests).toContain(line);
      });
    });
  }
}
