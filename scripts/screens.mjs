// npm run screens: pictures of every screen in both themes into .cache/screens/, and the picture of the README, docs/gradus.png.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from './chromium.mjs';
import { history, NOW } from './screens/history.mjs';
import { FIRST_SCREENS, SCREENS } from './screens/screens.mjs';
import { setSite, visit } from './screens/walk.mjs';
import { serve } from './serve.mjs';
import { inProject, requireBuild, requireNode, requirePackages } from './setup.mjs';

/** @typedef {import('playwright-core').Page} Page */

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
const THEMES = /** @type {const} */ (['light', 'dark']);

/** Waits until nothing moves and all letters are there. @param {Page} page */
const still = page =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => undefined)));
  });

/** A page with the history of `history`, or with none. @param {import('playwright-core').Browser} browser
 * @param {{ theme: 'light' | 'dark', size: typeof PHONE, isEmpty?: boolean }} how */
const openPage = async (browser, { theme, size, isEmpty = false }) => {
  const isPhone = size === PHONE;
  const context = await browser.newContext({
    ...{ viewport: size, deviceScaleFactor: 2, colorScheme: theme, locale: 'en-GB', timezoneId: 'UTC' },
    ...{ isMobile: isPhone, hasTouch: isPhone, serviceWorkers: 'block', reducedMotion: 'reduce' },
  });
  await context.clock.install({ time: NOW });
  const page = await context.newPage();
  await visit(page, '#/settings');
  if (isEmpty) return page;
  const file = { name: 'history.json', mimeType: 'application/json', buffer: Buffer.from(history()) };
  await page.setInputFiles('input[type=file]', file);
  await page.click('[data-action="merge"]');
  await page.getByText(/^Done: /).waitFor();
  return page;
};

const folder = inProject('.cache', 'screens');
/** @param {string} name @param {string} theme @param {{ width: number }} size */
const pathOf = (name, theme, { width }) => `${folder}/${name}-${theme}-${width}.png`;

/** @param {import('playwright-core').Browser} browser @param {'light' | 'dark'} theme @param {typeof PHONE} size
 * @param {import('./screens/screens.mjs').Screens} screens @param {boolean} isEmpty */
const shoot = async (browser, theme, size, screens, isEmpty) => {
  const page = await openPage(browser, { theme, size, isEmpty });
  for (const [name, show] of Object.entries(screens)) {
    await show(page);
    await still(page);
    await page.screenshot({ path: pathOf(name, theme, size) });
  }
  await page.context().close();
};

const PICTURE = ['today', 'exercise-expression', 'wrong-shown', 'explore'];

/** Four screens side by side, light above dark, rounded and on nothing. @param {import('playwright-core').Browser} browser */
const compose = async browser => {
  const page = await browser.newPage({ viewport: { width: 1560, height: 800 } });
  const rows = THEMES.map(theme =>
    PICTURE.map(name => `data:image/png;base64,${readFileSync(pathOf(name, theme, PHONE)).toString('base64')}`)
      .map(source => `<img class="${theme}" src="${source}">`)
      .join(''),
  );
  await page.setContent(`<style>
    body { display: grid; gap: 16px; margin: 0; padding: 4px; width: max-content }
    div { display: flex; gap: 16px }
    img { width: 280px; border-radius: 22px; box-shadow: 0 0 0 1px #8f877a80 }
  </style>${rows.map(row => `<div>${row}</div>`).join('')}`);
  await page.locator('body').screenshot({ path: inProject('docs', 'gradus.png'), omitBackground: true });
};

requireNode();
requirePackages();
if (!requireBuild()) process.exit(1);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
mkdirSync(inProject('docs'), { recursive: true });
const executablePath = await findChromium();
const server = await serve({ root: inProject('dist') });
setSite(server.url);
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
try {
  for (const theme of THEMES) {
    for (const size of [PHONE, DESKTOP]) {
      await shoot(browser, theme, size, FIRST_SCREENS, true);
      await shoot(browser, theme, size, SCREENS, false);
    }
  }
  await compose(browser);
} finally {
  await browser.close();
  await server.close();
}
console.log(`${Object.keys({ ...FIRST_SCREENS, ...SCREENS }).length * 4} screens in .cache/screens/, and docs/gradus.png`);
