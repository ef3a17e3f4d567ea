// What every command needs first: the right Node, the installed packages, and to know whether sources have changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** A path inside the project. @param {string[]} parts */
export const inProject = (...parts) => join(root, ...parts);

/** Stops with a plain sentence where Node is too old for the tools that Gradus is built with. */
export const requireNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;
  if (fits) return;
  console.error(`Gradus needs Node 20.19 or newer (of Node 22: 22.12 or newer). This is Node ${process.versions.node}.`);
  console.error('Install a current version from nodejs.org and try again.');
  process.exit(1);
};

/**
 * Runs a program in the project's folder with its output shown; true when it ended well.
 * @param {string} program @param {string[]} args @param {import('node:child_process').StdioOptions} stdio
 */
export const run = (program, args, stdio = 'inherit') =>
  spawnSync(program, args, { cwd: root, stdio, shell: process.platform === 'win32' }).status === 0;

/** A program of an installed package. @param {string} name */
export const tool = name => inProject('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

/** Installs the packages of package-lock.json, unless those that are there came from it. */
export const requirePackages = () => {
  const lock = inProject('package-lock.json');
  const installed = inProject('node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error('Installing the packages that Gradus needs ...');
  // On stderr: what the command itself prints may be read by another program.
  if (run('npm', ['ci', '--include=dev'], ['inherit', 2, 2])) return;
  console.error('The packages could not be installed. Is there a network? The lines above say more.');
  process.exit(1);
};

/** @param {string} path @returns {string[]} one line a file below the path: what changes when the file does */
const traces = path => {
  if (!existsSync(path)) return [];
  const stat = statSync(path);
  if (!stat.isDirectory()) return [`${path} ${stat.size} ${stat.mtimeMs}`];
  return readdirSync(path)
    .sort()
    .flatMap(name => traces(join(path, name)));
};

/** A short text that differs after any file at or below the paths was edited, added or removed. @param {string[]} paths */
export const fingerprint = paths => {
  const lines = paths.flatMap(path => traces(inProject(path)));
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12);
};

const appSources = [
  'src',
  'generators',
  'public',
  'index.html',
  'vite.config.ts',
  'scripts/service-worker.ts',
  'package-lock.json',
];
const stampFile = inProject('.cache', 'build-stamp');

/** Whether dist/ holds the app as the sources say it now. */
export const isBuilt = () =>
  existsSync(inProject('dist', 'sw.js')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint(appSources);

/** Builds the app where the sources have changed since the last build; true when dist/ is right. */
export const requireBuild = () => {
  if (isBuilt()) return true;
  console.log('Building the app ...');
  const stamp = fingerprint(appSources);
  if (!run(process.execPath, [inProject('scripts', 'build.mjs')])) return false;
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  return true;
};
