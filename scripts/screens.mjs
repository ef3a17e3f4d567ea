// npm run screens: pictures of every screen in both themes into .cache/screens/, and the picture of the README, docs/gradus.png.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from './chromium.mjs';
import { serve } from './serve.mjs';
import { inProject, requireBuild, requireNode, requirePackages } from './setup.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ id: string, version: number }} Skill */
/** @typedef {{ answers: { key: string, mistakes: { wrong: string }[] }[] }} Line an exercise as the command line tells it */

const NOW = Date.UTC(2026, 10, 22, 17, 30);
const DAY = 86_400_000;
const TODAY = Math.floor(NOW / DAY);
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
const THEMES = /** @type {const} */ (['light', 'dark']);

/** @type {{ skills: Skill[] }} */
const { skills } = JSON.parse(readFileSync(inProject('src', 'catalog.json'), 'utf8'));

/** Which days ago each skill was practised, in the order of the catalog; the last ones are still new. */
const PRACTISED = [
  [38, 37, 31, 16],
  [30, 29, 23, 8],
  [22, 21, 15],
  [17, 16, 10],
  [9, 8],
  [8, 7],
  [4, 3],
  [2, 1],
];
/** Further exercises, which leave the schedule alone, days ago: they make the week of the picture. */
const FREE = [6, 6, 6, 6, 6, 5, 5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1];

/** A backup of someone who has practised for a while. */
const history = () => {
  const practised = PRACTISED.flatMap((days, i) => days.map(ago => ({ ago, skill: skills[i], purpose: 'practice' })));
  const free = FREE.map((ago, i) => ({ ago, skill: skills[i % 4], purpose: 'free' }));
  const reviews = [...practised, ...free].map(({ ago, skill, purpose }, i) => ({
    ...{ kind: 'answer', device: 'picture', seq: i + 1, at: NOW - ago * DAY, day: TODAY - ago, purpose },
    ...{ skill: skill?.id, level: 1, seed: `${i}`, version: 1, given: {}, answers: [['1']], verdicts: ['right'] },
    ...{ quality: 5, hints: 0, activeSeconds: 40, guessable: false },
  }));
  return JSON.stringify({ app: 'gradus', format: 1, reviews, settings: {}, sets: [] });
};

/** @param {string} skill @param {number} level @param {string} seed @returns {Line} */
const exerciseOf = (skill, level, seed) => {
  const facts = ['make', skill, '--level', `${level}`, '--seed', seed];
  return JSON.parse(
    execFileSync(process.execPath, [inProject('scripts', 'run.mjs'), 'src/cli.ts', ...facts], { encoding: 'utf8' }),
  );
};

const site = { url: '' };

/** @param {Page} page @param {string} hash */
const visit = async (page, hash) => {
  await page.goto('about:blank');
  await page.goto(`${site.url}${hash}`);
  await page.waitForSelector('html[data-ready="yes"]');
  await page.waitForSelector('h1');
};

/** Waits until nothing moves and all letters are there. @param {Page} page */
const still = page =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => undefined)));
  });

/** Goes to the fourth exercise of a session, as if the app had been killed in the middle of it. @param {Page} page
 * @param {{ skill: string, level: number, typed: string[], tries?: string[][], verdicts?: string[], isShown?: boolean, isLast?: boolean }} at */
const practise = async (page, { skill, level, typed, tries = [], verdicts = [], isShown = false, isLast = false }) => {
  const others = skills.filter(({ id }) => id !== skill).map(({ id }) => id);
  const before = isLast ? [...others, ...others].slice(0, 10) : others.slice(0, 3);
  const done = before.map((id, i) => ({ skill: id, quality: i === 1 ? 2 : 5, id: '' }));
  const current = {
    ...{ skill, role: 'due', level, seed: 'picture', version: skills.find(({ id }) => id === skill)?.version, typed },
    ...{ answers: tries, verdicts, hints: 0, shown: isShown, overridden: false, activeSeconds: 40, saved: isLast ? 'saved' : '' },
  };
  const plan = [...others, skill].map(id => ({ skill: id, role: 'due' }));
  const session = { purpose: 'practice', day: TODAY, startedAt: NOW, activeSeconds: 424, plan, done, current };
  await page.goto(`${site.url}manifest.webmanifest`);
  await page.evaluate(
    async value =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('gradus');
        request.onerror = reject;
        request.onsuccess = () => {
          const transaction = request.result.transaction('session', 'readwrite');
          transaction.objectStore('session').put(value, 'own');
          transaction.oncomplete = () => resolve(request.result.close());
        };
      }),
    session,
  );
  await visit(page, '#/session');
};

/** Kinds of answers, and a text half typed into each. @type {Record<string, [skill: string, level: number, typed: string[]]>} */
const HALF_TYPED = {
  number: ['probability/bayes-rule', 2, ['3/']],
  real: ['information-theory/entropy', 4, ['log_2(5)']],
  expression: ['calculus/chain-rule', 5, ['2x*ln(2x^2+2)+4x']],
  vector: ['probability/bayes-rule', 4, ['(1/3,1/2,)']],
  direction: ['multivariable-calculus/hessian-matrix', 5, ['[[1,2],[2,4]]', '(2,-1)']],
  matrix: ['multivariable-calculus/hessian-matrix', 2, ['[[-12,3],[3,]]']],
  set: ['set-theory/set-operations', 2, ['{2, 7}', '{2, ']],
  choice: ['numerical-methods/root-finding', 4, ['19/6', '-5/3', '']],
  several: ['discrete-mathematics/graph-degrees', 5, ['']],
  figure: ['discrete-mathematics/graph-degrees', 1, ['', '']],
};

/** The wrong answer that is explained. @param {Page} page @param {{ isShown: boolean }} how */
const mistaken = (page, { isShown }) => {
  const [skill, level] = ['multivariable-calculus/hessian-matrix', 2];
  const wrong = exerciseOf(skill, level, 'picture').answers.map(({ key, mistakes }) => mistakes[0]?.wrong ?? key);
  return practise(page, { skill, level, typed: wrong, tries: [wrong], verdicts: ['wrong'], isShown });
};

/** @param {Page} page */
const right = page => {
  const [skill, level] = ['linear-algebra/matrix-product', 5];
  const keys = exerciseOf(skill, level, 'picture').answers.map(({ key }) => key);
  return practise(page, { skill, level, typed: keys, tries: [keys], verdicts: ['right'] });
};

/** @param {Page} page */
const summary = async page => {
  const keys = exerciseOf('calculus/chain-rule', 1, 'picture').answers.map(({ key }) => key);
  const facts = { skill: 'calculus/chain-rule', level: 1, typed: keys, tries: [keys], verdicts: ['right'], isLast: true };
  await practise(page, facts);
  await page.click('[data-action="next"]');
  await page.waitForSelector('[data-action="done"]');
};

/** Every screen by its name, in an order in which none spoils the next. @type {Record<string, (page: Page) => Promise<unknown>>} */
const SCREENS = {
  today: page => visit(page, '#/today'),
  explore: page => visit(page, '#/explore'),
  area: page => visit(page, '#/explore/linear-algebra'),
  skill: page => visit(page, '#/skill/linear-algebra/matrix-product'),
  settings: page => visit(page, '#/settings'),
  nowhere: page => visit(page, '#/no/such/page'),
  ...Object.fromEntries(
    Object.entries(HALF_TYPED).map(([name, [skill, level, typed]]) => [
      `exercise-${name}`,
      (/** @type {Page} */ page) => practise(page, { skill, level, typed }),
    ]),
  ),
  'exercise-unreadable': async page => {
    await practise(page, { skill: 'calculus/chain-rule', level: 5, typed: ['2x*/ln(x)'] });
    await page.click('[data-action="check"]');
  },
  'exercise-functions': async page => {
    await practise(page, { skill: 'calculus/chain-rule', level: 5, typed: ['2x'] });
    const keys = page.locator('[data-key="layer-functions"]');
    if ((await keys.count()) > 0) await keys.click();
  },
  wrong: page => mistaken(page, { isShown: false }),
  'wrong-shown': page => mistaken(page, { isShown: true }),
  right,
  summary,
  'today-done': page => visit(page, '#/today'),
};

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
  await page.waitForSelector('[data-action="merge"]', { state: 'detached' });
  return page;
};

const folder = inProject('.cache', 'screens');
/** @param {string} name @param {string} theme @param {{ width: number }} size */
const pathOf = (name, theme, { width }) => `${folder}/${name}-${theme}-${width}.png`;

/** @param {import('playwright-core').Browser} browser @param {'light' | 'dark'} theme @param {typeof PHONE} size */
const shoot = async (browser, theme, size) => {
  const first = await openPage(browser, { theme, size, isEmpty: true });
  await visit(first, '#/today');
  await still(first);
  await first.screenshot({ path: pathOf('today-first', theme, size) });
  await first.context().close();
  const page = await openPage(browser, { theme, size });
  for (const [name, show] of Object.entries(SCREENS)) {
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
mkdirSync(folder, { recursive: true });
mkdirSync(inProject('docs'), { recursive: true });
const executablePath = await findChromium();
const server = await serve({ root: inProject('dist') });
site.url = server.url;
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
try {
  for (const theme of THEMES) for (const size of [PHONE, DESKTOP]) await shoot(browser, theme, size);
  await compose(browser);
} finally {
  await browser.close();
  await server.close();
}
console.log(`${(Object.keys(SCREENS).length + 1) * 4} screens in .cache/screens/, and docs/gradus.png`);
