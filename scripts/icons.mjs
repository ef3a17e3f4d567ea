// Draws the PNG icons from public/icon.svg: run it by hand (node scripts/icons.mjs) after the mark has changed.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from './chromium.mjs';
import { inProject } from './setup.mjs';

const tile = readFileSync(inProject('public', 'icon.svg'), 'utf8');
// Where the system cuts the shape itself, the ground goes to the edges; a maskable mark stays within the middle 80 %.
const bleeding = tile.replace(/ rx="112"/, '');
const maskable = bleeding.replace('<g id="mark">', '<g id="mark" transform="translate(42 38) scale(0.9)">');

/** @type {[file: string, svg: string, size: number][]} */
const icons = [
  ['icon-192.png', tile, 192],
  ['icon-512.png', tile, 512],
  ['icon-maskable-512.png', maskable, 512],
  ['apple-touch-icon.png', bleeding, 180],
];

const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
for (const [file, svg, size] of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`);
  writeFileSync(inProject('public', file), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
