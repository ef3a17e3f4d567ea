// `node test/bench/next-exercise.mjs [skill]`: what a slow phone takes from a tap on Next to the next exercise, and to start without a
// network. With `--app=FOLDER` it measures another build, so that two can be compared within the same minutes.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';
import { inProject, requireBuild, requireNode, requirePackages } from '../../scripts/setup.mjs';

const TIMES = 10;
/** Milliseconds. */
const BUDGETS = { next: 100, start: 1500 };

/** @typedef {import('playwright-core').Page} Page */

/** @param {readonly number[]} times */
const median = times => {
  const sorted = [...times].sort((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low + high) / 2;
};

/** @param {string} what @param {readonly number[]} times */
const print = (what, times) =>
  console.log(
    `${what.padEnd(42)} median ${median(times).toFixed(0).padStart(4)} ms, slowest ${Math.max(...times).toFixed(0)} ms`,
  );

/** Slows the page's processor down. @param {Page} page @param {number} rate */
const slowDown = async (page, rate) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
};

/** From the click on Next to the end of the frame that shows another exercise. @param {Page} page @returns {Promise<number>} */
const timeNext = page =>
  page.evaluate(
    () =>
      new Promise(resolve => {
        const seed = () => document.querySelector('[data-seed]')?.getAttribute('data-seed');
        const before = seed();
        const watch = new MutationObserver(() => {
          if (!seed() || seed() === before) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        });
        watch.observe(document.body, { subtree: true, childList: true, attributes: true });
        const start = performance.now();
        document.querySelector('[data-action="next"]')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      }),
  );

/** Free practice of a skill's hardest level: the solution is asked for, read, and then Next. @param {Page} page @param {string} skill */
const benchSkill = async (page, skill) => {
  await slowDown(page, 1);
  await page.evaluate(hash => location.replace(hash), `#/practise/${skill}/5`);
  await page.waitForSelector(`[data-skill="${skill}"]`);
  await slowDown(page, 6);
  const times = [];
  while (times.length < TIMES) {
    await page.locator('[data-action="reveal"]').dispatchEvent('click');
    await page.waitForSelector('.saved');
    // The learner reads, and the next exercise is made ready meanwhile.
    await page.waitForTimeout(800);
    times.push(await timeNext(page));
  }
  return times;
};

/** From the navigation to a page that can be used, with the service worker answering. @param {Page} page @param {string} url */
const benchStart = async (page, url) => {
  await slowDown(page, 4);
  await page.context().setOffline(true);
  const times = [];
  while (times.length < TIMES) {
    await page.goto('about:blank');
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForSelector('html[data-ready="yes"] h1');
    times.push(await page.evaluate(() => performance.now()));
  }
  return times;
};

requireNode();
requirePackages();
const { values, positionals } = parseArgs({ options: { app: { type: 'string' } }, allowPositionals: true });
if (!values.app && !requireBuild()) process.exit(1);
const executablePath = await findChromium();
const site = await serve({ root: values.app ? resolve(values.app) : inProject('dist') });
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
  await page.goto(site.url);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  /** @type {{ skills: { id: string }[] }} */
  const { skills } = JSON.parse(readFileSync(inProject('src', 'catalog.json'), 'utf8'));
  const [wanted] = positionals;
  const all = [];
  console.log(`From a tap on Next to the next exercise, processor 6 times slower, budget ${BUDGETS.next} ms`);
  for (const { id } of skills.filter(({ id }) => !wanted || id.includes(wanted))) {
    const times = await benchSkill(page, id);
    print(`  ${id}`, times);
    all.push(...times);
  }
  print('  all skills', all);
  print(`Start without a network, 4 times slower, budget ${BUDGETS.start} ms`, await benchStart(page, site.url));
} finally {
  await context.close();
  await site.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
