// Finds a real Chromium for the tests, or fetches one: the first candidate that answers --version.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject, run, tool } from './setup.mjs';

/** Flags for every test browser. None of them weakens what the tests look at. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`);

/** What a browser says of itself; undefined where it does not run. @param {string | undefined} path */
const versionOf = path => {
  if (!path || !existsSync(path)) return undefined;
  if (process.platform === 'win32') return 'of unknown version';
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return status === 0 ? stdout.trim() : undefined;
};

const ofPlaywright = async () => (await import('playwright-core')).chromium.executablePath();

const ofSystem = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap(folder => names.map(name => join(folder, name)))
    .concat(macApps)
    .find(path => versionOf(path));

const ofPackage = async () => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = inProject('.cache', 'sparticuz');
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  if (!existsSync(join(folder, 'node_modules', '@sparticuz', 'chromium'))) {
    run('npm', [
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--no-package-lock',
      '--no-fund',
      '--no-audit',
      '@sparticuz/chromium@153.0.0',
    ]);
  }
  // The package brings the system libraries too, where it is told that it runs on a bare machine before it is loaded.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const entry = createRequire(manifest).resolve('@sparticuz/chromium');
  const { default: chromium } = await import(pathToFileURL(entry).href);
  return chromium.executablePath();
};

const ofDebian = () => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const options = ['-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];
  return run('apt-get', ['update']) && run('apt-get', ['install', ...options, 'chromium']) ? ofSystem() : undefined;
};

const ofPlaywrightInstalled = async () =>
  run(tool('playwright'), ['install', '--with-deps', 'chromium']) ? ofPlaywright() : undefined;

/** @type {Record<string, () => string | undefined | Promise<string | undefined>>} in the order in which they are tried */
export const candidates = {
  'the one that CHROME_PATH names': () => process.env.CHROME_PATH,
  "Playwright's own": ofPlaywright,
  'the one on this system': ofSystem,
  'the package @sparticuz/chromium': ofPackage,
  'one from the Debian archive': ofDebian,
  "Playwright's, installed now": ofPlaywrightInstalled,
};

const memory = inProject('.cache', 'chromium');

/** The path of the first Chromium that works; throws where none can be had. */
export const findChromium = async () => {
  for (const [name, find] of Object.entries(candidates)) {
    const path = await Promise.resolve(find()).catch(() => undefined);
    const version = versionOf(path);
    if (!path || !version) continue;
    console.log(`Browser: ${version}, ${name} (${path})`);
    mkdirSync(inProject('.cache'), { recursive: true });
    writeFileSync(memory, path);
    return path;
  }
  throw new Error('No Chromium found and none could be installed. Install Chrome or Chromium, or name one in CHROME_PATH.');
};

/** The Chromium that CHROME_PATH names or that an earlier search found; undefined before the first search. */
export const knownChromium = () => process.env.CHROME_PATH ?? (existsSync(memory) ? readFileSync(memory, 'utf8') : undefined);
