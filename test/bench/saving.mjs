// `node test/bench/saving.mjs [reviews]`: what saving an answer costs with a long log, 100,000 reviews unless told, and what of it the
// twin of the database does: stores with one and without take turns.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';
import { inProject, requireNode, requirePackages, root } from '../../scripts/setup.mjs';
import { backupOf, practiceLog } from '../browser/year.mjs';

const ROUNDS = 5;
const ANSWERS = 100;
/** Milliseconds that an answer may take in 95 of 100 cases. */
const BUDGET = 20;

const outDir = inProject('.cache', 'saving');

const bundle = () =>
  build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir,
      target: 'es2023',
      lib: {
        entry: inProject('test', 'bench', 'saving', 'page.ts'),
        formats: ['iife'],
        name: 'bench',
        fileName: () => 'bench.js',
      },
    },
  });

/** @param {readonly number[]} times @param {number} share */
const quantile = (times, share) => [...times].sort((a, b) => a - b)[Math.floor(share * (times.length - 1))] ?? 0;

requireNode();
requirePackages();
await bundle();
const count = Number(process.argv[2] ?? 100_000);
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
const site = await serve({ root: outDir });
try {
  const page = await browser.newPage();
  await page.goto(`${site.url}bench.js`);
  await page.addScriptTag({ url: `${site.url}bench.js` });
  /** @type {{ skills: { id: string, version: number, levels: unknown[] }[] }} */
  const { skills } = JSON.parse(readFileSync(inProject('src', 'catalog.json'), 'utf8'));
  const text = backupOf(practiceLog({ seed: 100, count, lastDay: 20_700, days: 4 * 365, skills }));
  /** @type {Record<'alone' | 'twinned', { open: number[], saves: number[] }>} */
  const found = { twinned: { open: [], saves: [] }, alone: { open: [], saves: [] } };
  const kinds = /** @type {const} */ (['twinned', 'alone']);
  for (const kind of kinds) {
    const took = await page.evaluate(
      `bench.fill(${JSON.stringify(kind)}, ${kind === 'alone'}, ${JSON.stringify(text)}, ${count})`,
    );
    console.log(`${count} reviews brought in, ${kind}: ${(Number(took) / 1000).toFixed(1)} s`);
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of kinds) {
      const { open, saves } = await page.evaluate(`bench.save(${JSON.stringify(kind)}, ${kind === 'alone'}, ${ANSWERS})`);
      found[kind].open.push(open);
      found[kind].saves.push(...saves);
    }
  }
  const copied = await page.evaluate(`bench.inTwin('twinned')`);
  console.log(`the twin has ${copied} of ${count + ROUNDS * ANSWERS} entries`);
  for (const kind of kinds) {
    const { open, saves } = found[kind];
    const [middle, late] = [quantile(saves, 0.5), quantile(saves, 0.95)];
    console.log(
      `${kind}: opening ${quantile(open, 0.5).toFixed(0)} ms; an answer saved in ${middle.toFixed(1)} ms, 95 of 100 within ${late.toFixed(1)}`,
    );
  }
  const [both, alone] = kinds.map(kind => quantile(found[kind].saves, 0.5));
  console.log(`${((both ?? 0) / (alone ?? 1)).toFixed(2)} of the time without a twin`);
  if (quantile(found.twinned.saves, 0.95) > BUDGET) process.exitCode = 1;
} finally {
  await browser.close();
  await site.close();
}
