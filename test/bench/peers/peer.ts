// What a system has to offer to be measured beside ours, and how one is loaded from outside the app's packages.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Question } from '../questions.ts';

export interface Peer {
  readonly name: string;
  /** What is to be timed: reading both texts and comparing them. Throws Unspeakable where the system has no words for the pair. */
  prepare(question: Question): () => boolean;
  /** After work that was stopped, where that leaves the system in a bad state. */
  restart?(): void;
}

const source = join('test', 'bench', 'peers');
const home = join('.cache', 'peers');

/** Installs the peers where they are not yet, in the versions of their own lock file; false where that fails. */
export function installPeers(): boolean {
  const lock = readFileSync(join(source, 'package-lock.json'), 'utf8');
  const installed = join(home, 'package-lock.json');
  const isThere = existsSync(join(home, 'node_modules')) && existsSync(installed) && readFileSync(installed, 'utf8') === lock;
  if (isThere) return true;
  console.error('Installing the peers to measure beside ...');
  mkdirSync(home, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(source, name), join(home, name));
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: home,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** A package of the peers; what it exports is for the caller to say. */
export function loadPeer(name: string) {
  return requirePeer()(name);
}

/** The package once more, as if it had never been loaded. */
export function reloadPeer(name: string) {
  const { cache } = requirePeer();
  for (const path of Object.keys(cache)) if (path.includes(name.replace(/\/.*/, ''))) delete cache[path];
  return loadPeer(name);
}

function requirePeer(): NodeJS.Require {
  return createRequire(join(process.cwd(), home, 'package.json'));
}
