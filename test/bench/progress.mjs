// `node test/bench/progress.mjs [reviews]`: what a slow phone takes to show Progress with a long log, 100,000 reviews unless told: from a
// tap on its tab, after an exercise that came to the log since, and where nothing was kept and the whole log has to be read.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';
import { inProject, requireBuild, requireNode, requirePackages } from '../../scripts/setup.mjs';
import { backupOf, practiceLog } from '../browser/year.mjs';

const TIMES = 10;
const SLOWER = 4;
/** Milliseconds. */
const BUDGET = 500;
const DAYS = 4 * 365;
/** Milliseconds in which the twin of such a log is made. */
const TWIN = 75_000;

/** @typedef {import('playwright-core').Page} Page */

/** @param {string} what @param {readonly number[]} times */
const print = (what, times) => {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
  console.log(
    `  ${what.padEnd(52)} median ${middle.toFixed(0).padStart(5)} ms, slowest ${(sorted.at(-1) ?? 0).toFixed(0).padStart(5)} ms`,
  );
};

/** @param {Page} page @param {string} url */
const start = async (page, url) => {
  await page.goto('about:blank');
  await page.goto(url);
  await page.waitForSelector('html[data-ready="yes"] h1');
};

/** From the tap on the tab to the end of the frame that shows the figures. @param {Page} page @returns {Promise<number>} */
const timeProgress = page =>
  page.evaluate(
    () =>
      new Promise(resolve => {
        const watch = new MutationObserver(() => {
          if (!document.querySelector('[data-progress]')) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
        });
        watch.observe(document.body, { subtree: true, childList: true });
        const begun = performance.now();
        document
          .querySelector('[data-tab="progress"]')
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      }),
  );

/** Each time in an app that has just been started. @param {Page} page @param {string} url @param {() => Promise<void>} [before] */
const bench = async (page, url, before = async () => {}, times = TIMES) => {
  const session = await page.context().newCDPSession(page);
  const found = [];
  while (found.length < times) {
    await before();
    await start(page, `${url}#/today`);
    // The learner looks at Today, and what is made ready meanwhile is made.
    await page.waitForTimeout(1000);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    found.push(await timeProgress(page));
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  }
  return found;
};

/** One exercise in free practice, given up. @param {Page} page @param {string} url */
const practise = async (page, url) => {
  await start(page, `${url}#/practise/calculus/chain-rule/1`);
  await page.locator('[data-action="reveal"]').dispatchEvent('click');
  await page.waitForSelector('.saved');
};

/** Deletes what was kept, past the app. @param {Page} page */
const forgetKept = page =>
  page.evaluate(
    () =>
      new Promise(resolve => {
        const opening = indexedDB.open('gradus');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('progress', 'readwrite');
          transaction.objectStore('progress').clear();
          transaction.oncomplete = () => resolve(opening.result.close());
        };
      }),
  );

requireNode();
requirePackages();
if (!requireBuild()) process.exit(1);
const count = Number(process.argv[2] ?? 100_000);
const executablePath = await findChromium();
const site = await serve({ root: inProject('dist') });
const profile = mkdtempSync(join(tmpdir(), 'gradus-bench-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  args: chromiumFlags,
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
});
try {
  const page = context.pages()[0] ?? (await context.newPage());
  /** @type {{ skills: { id: string, version: number, levels: unknown[] }[] }} */
  const { skills } = JSON.parse(readFileSync(inProject('src', 'catalog.json'), 'utf8'));
  const log = practiceLog({ seed: 100, count, lastDay: Math.floor(Date.now() / 86_400_000), days: DAYS, skills });
  await start(page, `${site.url}#/settings`);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  const begun = Date.now();
  await page.setInputFiles('input[type=file]', {
    name: 'log.json',
    mimeType: 'application/json',
    buffer: Buffer.from(backupOf(log)),
  });
  await page.locator('[data-action="merge"]').click({ timeout: 300_000 });
  await page.getByText(/^Done/).waitFor({ timeout: 300_000 });
  console.log(`${log.length} reviews, read and added in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  console.log(`From a tap on Progress until it shows, processor ${SLOWER} times slower, budget ${BUDGET} ms`);
  print('the first time after the import', await bench(page, site.url, undefined, 1));
  print('while the twin of the database is being made', await bench(page, site.url, undefined, 3));
  await page.waitForTimeout(TWIN);
  print('in an app just started', await bench(page, site.url));
  print('with an exercise since', await bench(page, site.url, () => practise(page, site.url)));
  print('nothing kept: the whole log is read', await bench(page, site.url, () => forgetKept(page), 3));
} finally {
  await context.close();
  await site.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
