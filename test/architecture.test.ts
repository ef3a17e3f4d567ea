// The house rules that a compiler cannot hold: who may import whom, who owns which package, where chance and clocks live.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const below = ['math', 'exercise', 'answers', 'schedule', 'figures', 'paper', 'kit', 'make', 'catalog', 'link'];
const mayImport: Record<string, readonly string[]> = {
  math: [],
  schedule: [],
  exercise: ['math'],
  answers: ['math', 'exercise'],
  kit: ['math', 'exercise', 'answers'],
  generators: ['kit'],
  make: ['exercise', 'answers'],
  catalog: ['exercise', 'generators'],
  link: ['exercise'],
  figures: ['exercise'],
  paper: ['figures', 'exercise', 'answers', 'math', 'link'],
  store: ['schedule', 'exercise'],
  cli: below,
  app: [...below, 'store'],
  main: ['app'],
  sw: [],
};
const mayUsePackage: Record<string, RegExp> = {
  '@noble/hashes': /^src\/link\//,
  qr: /^src\/(app|paper)\//,
  seedrandom: /^src\/exercise\/rng\.ts$/,
  idb: /^src\/store\//,
  katex: /^src\/(app|paper)\//,
  preact: /^src\/(app\/|main\.tsx$)/,
  '@preact/signals': /^src\/(app\/|main\.tsx$)/,
  'workbox-precaching': /^src\/sw\.ts$/,
  'workbox-routing': /^src\/sw\.ts$/,
  'workbox-window': /^src\/main\.tsx$/,
};
const chanceOrClock =
  /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b|\bcrypto\.(randomUUID|getRandomValues)\b/;
const alphabetsWithoutFonts = /\\(mathfrak|frak|mathscr|mathsf|textsf|mathtt|texttt)\b/;

const walk = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name))
        .sort()
    : [];

const all = [...walk('src'), ...walk('generators')];
const source = new Map(all.filter(file => /\.tsx?$/.test(file)).map(file => [file, readFileSync(file, 'utf8')]));
const files = [...source.keys()];
const room = (file: string): string => (file.startsWith('generators/') ? 'generators' : (/^src\/([^/.]+)/.exec(file)?.[1] ?? ''));
const withoutComments = (code: string): string => code.replace(/(^|\s)\/\*.*?\*\//gs, '$1').replace(/(^|\s)\/\/.*/g, '$1');

const importPattern =
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*'([^']+)'|^\s*import\s*'([^']+)'|\bimport(?:\.meta\.glob(?:<[^(]*>)?)?\(\s*'([^']+)'/gm;
const importsOf = (file: string): string[] =>
  [...withoutComments(source.get(file) ?? '').matchAll(importPattern)].map(match => match[1] ?? match[2] ?? match[3] ?? '');
const isOurs = (path: string): boolean => path.startsWith('.') || path === '#kit';
const target = (file: string, path: string): string =>
  path === '#kit' ? 'src/kit.ts' : relative('.', join(dirname(file), path));
const ours = (file: string): string[] =>
  importsOf(file)
    .filter(isOurs)
    .map(path => target(file, path));
const packageOf = (path: string): string => path.split('/', path.startsWith('@') ? 2 : 1).join('/');

/** The files of a circle of imports, types included, or none. */
const circle = (): string[] => {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of ours(file)) {
      const found = visit(next, [...path, file]);
      if (found.length > 0) return found;
    }
    done.add(file);
    return [];
  };
  return files.map(file => visit(file, [])).find(found => found.length > 0) ?? [];
};

describe('the house', () => {
  test('every file belongs to a room', () => {
    expect(all.filter(file => !(room(file) in mayImport))).toEqual([]);
  });

  test('rooms import only what they may', () => {
    const isAllowed = (from: string, to: string) => from === to || mayImport[from]?.includes(to);
    const wrong = files.flatMap(file =>
      ours(file)
        .filter(to => !isAllowed(room(file), room(to)))
        .map(to => `${file} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no circle of files', () => expect(circle()).toEqual([]));

  test('a package is used by the room that owns it only', () => {
    const isAllowed = (file: string, path: string) =>
      path.startsWith('node:') ? room(file) === 'cli' : mayUsePackage[packageOf(path)]?.test(file);
    const foreign = (file: string) => importsOf(file).filter(path => !isOurs(path) && !isAllowed(file, path));
    expect(files.flatMap(file => foreign(file).map(path => `${file} imports ${path}`))).toEqual([]);
    expect(Object.keys(manifest.dependencies).sort()).toEqual(Object.keys(mayUsePackage).sort());
  });

  test('no chance and no clock below the app', () => {
    const pure = files.filter(file => !['app', 'main'].includes(room(file)));
    expect(pure.filter(file => chanceOrClock.test(withoutComments(source.get(file) ?? '')))).toEqual([]);
  });

  test('a generator is one file in its area, and its only door is #kit', () => {
    const generators = all.filter(file => file.startsWith('generators/'));
    expect(generators.filter(file => !/^generators\/[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(file))).toEqual([]);
    expect(generators.filter(file => importsOf(file).some(path => path !== '#kit'))).toEqual([]);
    expect(generators.filter(file => alphabetsWithoutFonts.test(source.get(file) ?? ''))).toEqual([]);
  });

  test('the kit holds nothing of its own', () => {
    const rest = withoutComments(source.get('src/kit.ts') ?? '').replace(
      /export (type )?(\*|\{[^}]*\})( as \w+)? from '[^']+';/g,
      '',
    );
    expect(rest.trim()).toBe('');
  });

  // A skill of five different tasks has five statements, solutions and sets of mistakes: no shorter, and one skill is one file.
  const longest = (file: string) => (file.startsWith('generators/') ? 480 : 250);

  test('every file says first what it is for, and is no longer than one thing needs', () => {
    expect(files.filter(file => !/^(\/\/|\/\*\*) ?\S/.test(source.get(file) ?? ''))).toEqual([]);
    expect(files.filter(file => (source.get(file) ?? '').trimEnd().split('\n').length > longest(file))).toEqual([]);
  });

  test('no drawer for odds and ends', () => {
    const names = files.flatMap(file => [...dirname(file).split('/'), basename(file).replace(/\..*/, '')]);
    expect(names.filter(name => /^(utils?|helpers?|common|lib|types|misc)$/.test(name))).toEqual([]);
  });
});
