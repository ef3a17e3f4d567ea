// Runs a TypeScript program of the project on any Node: bundled into one file first, again only when a source has changed.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprint, inProject, requireNode, requirePackages, root } from './setup.mjs';

const sources = ['src', 'generators', 'scripts', 'test/bench', 'test/browser', 'package-lock.json'];
const folder = inProject('.cache', 'run');
const day = 86_400_000;

/** Removes bundles of earlier sources, except those of which a program that still runs may want to start a worker. */
const forgetOld = () => {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat && Date.now() - stat.mtimeMs > day) rmSync(path, { recursive: true, force: true });
  }
};

/** Bundles into a folder of this process and moves the finished file into place: two may build at once. @param {string} entry @param {string} file */
const bundle = async (entry, file) => {
  const { build } = await import('vite');
  const outDir = inProject('.cache', 'run', `building-${process.pid}`);
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    ssr: { noExternal: ['seedrandom'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { input: inProject(entry), output: { format: 'es', entryFileNames: 'bundle.mjs', codeSplitting: false } },
    },
  });
  mkdirSync(folder, { recursive: true });
  renameSync(join(outDir, 'bundle.mjs'), file);
  rmSync(outDir, { recursive: true, force: true });
  forgetOld();
};

requireNode();
requirePackages();
const [entry, ...rest] = process.argv.slice(2);
if (!entry || !existsSync(inProject(entry))) {
  console.error('usage: node scripts/run.mjs ENTRY.ts [ARGUMENT ...]');
  process.exit(2);
}
const file = join(folder, `${basename(entry, '.ts')}-${fingerprint(sources)}.mjs`);
if (!existsSync(file)) await bundle(entry, file);
// The program sees the arguments that it would see if Node had been started on it.
process.argv.splice(1, process.argv.length - 1, file, ...rest);
await import(pathToFileURL(file).href);
