// npm run size: compressed bytes of the mathematics by itself, of the first load and of everything that is kept on the device,
// against their budgets.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { inProject, requireBuild, requireNode, requirePackages, root } from './setup.mjs';

/** Bytes as the plainest static host sends them, which is gzip. */
const budgets = { 'first load, before fonts': 180_000, 'kept on the device': 1_500_000 };

/** Bytes by brotli, as libraries are compared: of the part that other systems have too, and of all that grading takes. */
const bundles = [
  {
    title: 'expressions, from text to equality',
    modules: ['/src/math/expression/parse.ts', '/src/math/expression/equivalent.ts'],
    budget: 25_000,
  },
  { title: 'the whole core, from typed answers to verdicts', modules: ['/src/answers/grade.ts'], budget: 45_000 },
];

const dist = inProject('dist');
const packed = /\.(png|woff2)$/;

/** @param {string} name */
const sizes = name => {
  const bytes = readFileSync(join(dist, name));
  if (packed.test(name)) return { gzip: bytes.length, brotli: bytes.length };
  return { gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
};

/** @param {string[]} names */
const sum = names =>
  names.map(sizes).reduce((a, b) => ({ gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli }), { gzip: 0, brotli: 0 });

/** The scripts and style sheets that the page names, and what those scripts import before they run. */
const firstLoad = () => {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(match => match[1] ?? '');
  const seen = new Set(['index.html']);
  /** @param {string} name */
  const visit = name => {
    if (seen.has(name) || !existsSync(join(dist, name))) return;
    seen.add(name);
    if (!name.endsWith('.js')) return;
    const imports = readFileSync(join(dist, name), 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g);
    for (const [, path] of imports) visit(posix.join(posix.dirname(name), path ?? ''));
  };
  named.forEach(visit);
  return [...seen];
};

/** @param {string} title @param {string[]} names @param {number} budget */
const report = (title, names, budget) => {
  const { gzip, brotli } = sum(names);
  const kilo = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`${title}: ${kilo(gzip)} gzip, ${kilo(brotli)} brotli, of ${kilo(budget)} in ${names.length} files`);
  for (const name of [...names].sort((a, b) => sizes(b).gzip - sizes(a).gzip).slice(0, 8)) {
    console.log(`  ${kilo(sizes(name).gzip).padStart(9)}  ${name}`);
  }
  return gzip <= budget;
};

/** One small file of all that these modules export. @param {readonly string[]} modules */
const bundleOf = async modules => {
  const { build } = await import('vite');
  const entry = 'virtual:core';
  const code = modules.map((path, i) => `export * as part${i} from '${path}';`).join('');
  const output = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [{ name: 'core', resolveId: id => (id === entry ? id : undefined), load: id => (id === entry ? code : undefined) }],
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict', output: { format: 'es', codeSplitting: false } },
    },
  });
  const [first] = [output].flat();
  const chunk = first && 'output' in first ? first.output.find(part => part.type === 'chunk') : undefined;
  return chunk?.type === 'chunk' ? chunk.code : '';
};

/** @param {readonly string[]} modules */
const brotliOf = async modules => brotliCompressSync(await bundleOf(modules)).length;

requireNode();
requirePackages();
const fits = [];
for (const { title, modules, budget } of bundles) {
  const bytes = await brotliOf(modules);
  console.log(`${title}: ${(bytes / 1000).toFixed(1)} kB brotli, of ${(budget / 1000).toFixed(1)} kB`);
  fits.push(bytes <= budget);
}
if (!requireBuild()) process.exit(1);
const all = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map(name => name.replaceAll('\\', '/'));
const kept = all.filter(name => statSync(join(dist, name)).isFile());
fits.push(
  report('first load, before fonts', firstLoad(), budgets['first load, before fonts']),
  report('kept on the device', kept, budgets['kept on the device']),
);
if (fits.includes(false)) {
  console.error('Over budget.');
  process.exit(1);
}
