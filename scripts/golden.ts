// Brings the generated files up to date: the catalog's index, the golden pages, and the digests, to which lines are only added.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generatorFiles } from './all-generators.ts';
import { catalogIndex, writeIndex } from './catalog-index.ts';
import { digestLines, goldenPage } from './golden-page.ts';

const [only = ''] = process.argv.slice(2);

writeFileSync('src/catalog.json', writeIndex(catalogIndex(generatorFiles)));
for (const [id, generator] of generatorFiles) {
  if (!id.includes(only)) continue;
  const page = `test/golden/${id}.md`;
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, goldenPage(generator));
  appendDigests(`test/golden/${id}.digests`, digestLines(generator));
}

function appendDigests(file: string, lines: readonly string[]): void {
  const known = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  for (const line of lines) {
    const [name] = line.split(' ');
    const before = known.find(other => other.startsWith(`${name} `));
    if (before === undefined) known.push(line);
    else if (before !== line)
      refuse(
        `${name}: old seeds would give other numbers or keys. Raise the version (or, if it was never released, delete its lines in ${file}).`,
      );
  }
  writeFileSync(file, `${known.join('\n')}\n`);
}

function refuse(says: string): void {
  console.error(says);
  process.exitCode = 1;
}
