// npm run engines: the exercises of every level in every JavaScript engine that is here, compared byte by byte.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { chromium, firefox } from 'playwright-core';
import { build } from 'vite';
import { chromiumFlags, findChromium } from './chromium.mjs';
import { inProject, requireNode, requirePackages, root } from './setup.mjs';

requireNode();
requirePackages();

const count = Number(process.argv[2] ?? 100);
const folder = inProject('.cache', 'engines');
const file = join(folder, 'digests.js');

/** One classic script, which the barest engine shell can read. */
const bundle = async () => {
  mkdirSync(folder, { recursive: true });
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2023',
      minify: false,
      lib: { entry: inProject('scripts', 'engines', 'digests.ts'), formats: ['iife'], name: 'engines' },
    },
  });
  const output = [built].flat()[0];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('nothing was built');
  writeFileSync(file, chunk.code);
  return chunk.code;
};

/** @param {import('playwright-core').BrowserType} type @param {import('playwright-core').LaunchOptions} options @param {string} code */
const inBrowser = async (type, options, code) => {
  const browser = await type.launch(options);
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: code });
    const lines = await page.evaluate(`digestLines(${count})`);
    return { name: `${type.name()} ${browser.version()}`, lines };
  } finally {
    await browser.close();
  }
};

/** @type {Record<string, (code: string) => Promise<{ name: string, lines: string[] }> | undefined>} undefined where it is not here */
const engines = {
  'V8 in Node': async code => {
    runInThisContext(code);
    return { name: `Node ${process.version}`, lines: runInThisContext(`digestLines(${count})`) };
  },
  'V8 in Chromium': async code => inBrowser(chromium, { executablePath: await findChromium(), args: chromiumFlags }, code),
  SpiderMonkey: code => {
    const path = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(each => existsSync(each));
    return path ? inBrowser(firefox, { channel: 'moz-firefox', executablePath: path }, code) : undefined;
  },
  JavaScriptCore: () => {
    const path = ['/usr/bin/jsc', '/System/Library/Frameworks/JavaScriptCore.framework/Versions/Current/Helpers/jsc'].find(each =>
      existsSync(each),
    );
    if (!path) return undefined;
    const text = execFileSync(path, [file, '-e', `print(digestLines(${count}).join('\\n'))`], {
      encoding: 'utf8',
      maxBuffer: 64e6,
    });
    return Promise.resolve({ name: 'jsc', lines: text.trim().split('\n') });
  },
};

const code = await bundle();
/** @type {string[] | undefined} */
let expected;
for (const [engine, run] of Object.entries(engines)) {
  const start = performance.now();
  const found = await run(code);
  if (!found) {
    console.log(`${engine}: not here`);
    continue;
  }
  expected ??= found.lines;
  const wrong = expected.filter((line, i) => line !== found.lines[i]);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${engine} (${found.name}): ${found.lines.length} levels × ${count} exercises, ${wrong.length} differ, ${seconds} s`,
  );
  for (const line of wrong) console.log(`  ${line.split(' ')[0]}`);
  if (wrong.length > 0 || found.lines.length !== expected.length) process.exitCode = 1;
}
