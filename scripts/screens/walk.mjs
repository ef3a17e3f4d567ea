// How the pictures get to a screen: by an address, or into the middle of a session as if the app had been killed there.
import { execFileSync } from 'node:child_process';
import { inProject } from '../setup.mjs';
import { NOW, practised, skills, TODAY } from './history.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ answers: { kind: string, key: string, mistakes: { wrong: string }[] }[] }} Line an exercise as the command line tells it */
/** @typedef {{ skill: string, level: number, typed?: string[], tries?: string[][], verdicts?: string[], role?: string, hints?: number,
 *   isShown?: boolean, isLast?: boolean }} Place */

const site = { url: '' };

/** @param {string} url where the app is */
export const setSite = url => {
  site.url = url;
};

/** @param {Page} page @param {string} hash */
export const visit = async (page, hash) => {
  await page.goto('about:blank');
  await page.goto(`${site.url}${hash}`);
  await page.waitForSelector('html[data-ready="yes"]');
  await page.waitForSelector('h1');
};

/** @param {Page} page @param {string} action */
export const act = async (page, action) => {
  await page.locator(`[data-action="${action}"]`).first().click();
  // A second tap at once is taken for half of a double one, and what was saved says so within this.
  await page.waitForTimeout(450);
};

/** What the command line answers. @param {readonly string[]} facts @param {string} [input] */
export const answerOf = (facts, input) =>
  JSON.parse(
    execFileSync(process.execPath, [inProject('scripts', 'run.mjs'), 'src/cli.ts', ...facts], {
      encoding: 'utf8',
      ...(input !== undefined && { input }),
    }),
  );

/** @param {string} skill @param {number} level @param {string} [seed] @returns {Line} */
export const exerciseOf = (skill, level, seed = 'picture') => answerOf(['make', skill, '--level', `${level}`, '--seed', seed]);

/** @param {string} skill @param {number} level */
export const keysOf = (skill, level) => exerciseOf(skill, level).answers.map(({ key }) => key);

/** Goes to the fourth exercise of a session, or to its last. @param {Page} page @param {Place} place */
export const practise = async (page, place) => {
  const { skill, level, tries = [], verdicts = [], role = 'due', hints = 0, isShown = false, isLast = false } = place;
  const typed = place.typed ?? exerciseOf(skill, level).answers.map(() => '');
  const others = practised.filter(id => id !== skill);
  const before = isLast ? [...others, ...others].slice(0, 9) : others.slice(0, 3);
  const done = before.map((id, i) => ({ skill: id, role: 'due', quality: i === 1 ? 2 : 5, id: '', from: 1, added: 0 }));
  const current = {
    ...{ skill, role, level, seed: 'picture', version: skills.find(({ id }) => id === skill)?.version, typed },
    ...{ answers: tries, verdicts, hints, shown: isShown, overridden: false, retracted: false, activeSeconds: 40, saved: '' },
  };
  const plan = [...before, skill].map(id => ({ skill: id, role: id === skill ? role : 'due' }));
  const session = {
    purpose: 'practice',
    day: TODAY,
    startedAt: NOW,
    activeSeconds: 424,
    length: 10,
    minutes: 0,
    plan,
    done,
    current,
  };
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
