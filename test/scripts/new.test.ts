// What `npm run new` writes passes the contract, the types, the linter and the formatter from the first minute.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Generator } from '../../src/exercise/generator.ts';
import { generatorContract } from '../contract/level.ts';

const ID = 'calculus/power-rule-scaffold';
const project = process.cwd();

// Inside the project, so that `#kit` means ours; out of sight of everything that lists generators.
mkdirSync('.cache', { recursive: true });
const folder = mkdtempSync(join(project, '.cache', 'new-'));
const file = join(folder, 'generators', `${ID}.ts`);

function scaffold(name: string): string {
  return run(process.execPath, [join(project, 'scripts', 'run.mjs'), 'scripts/new.ts', name]);
}

/** What the program prints; it throws where the program fails. */
function run(program: string, args: readonly string[], cwd = folder): string {
  return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function tool(name: string): string {
  return join(project, 'node_modules', '.bin', name);
}

const said = scaffold(ID);
const { default: generator }: { default: Generator } = await import(/* @vite-ignore */ file);

describe('what npm run new writes', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  generatorContract(ID, generator);

  it('is announced with the next steps', () => {
    expect(said).toContain(`generators/${ID}.ts is ready`);
  });

  it('has no type errors', () => {
    const include = ['generators', '../../src/exercise/alea.d.ts'];
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../../tsconfig.json', include }));
    expect(() => run(tool('tsc'), ['-p', folder])).not.toThrow();
  }, 60_000);

  it('is formatted and without a linter finding', () => {
    // The linter passes over the cache.
    const place = `test/scripts/scaffold-${process.pid}.ts`;
    copyFileSync(file, place);
    try {
      expect(() => run(tool('biome'), ['ci', place], project)).not.toThrow();
    } finally {
      rmSync(place);
    }
  }, 60_000);

  it('is refused for a name that is no skill of an area, and for a skill that is there already', () => {
    for (const name of ['power-rule', 'Calculus/Power', 'cooking/soup', ID]) expect(() => scaffold(name), name).toThrow();
  });
});
