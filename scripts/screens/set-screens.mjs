// The screens of sets: one that was sent, worked as an exam and sent back, and the ways to make one.
import { act, answerOf, visit } from './walk.mjs';

/** @typedef {import('playwright-core').Page} Page */

const WEEK = {
  title: 'Week 3: products and chances',
  seed: 'week3',
  items: [
    { skill: 'linear-algebra/matrix-product', level: 2, count: 2 },
    { skill: 'calculus/chain-rule', level: 3, count: 1 },
    { skill: 'probability/bayes-rule', level: 2, count: 2 },
  ],
};

const known = { link: '' };

/** From the # on. */
const linkOfWeek = () => {
  known.link ||= answerOf(['set', 'encode'], JSON.stringify(WEEK)).link;
  return known.link;
};

/** @param {Page} page @param {string} [step] */
const visitWeek = (page, step) => visit(page, step ? `${linkOfWeek()}/${step}` : linkOfWeek());

/** Answers none of the exercises of an exam, and hands it in. @param {Page} page */
const handIn = async page => {
  await act(page, 'hand-in');
  await act(page, 'hand-in');
  await page.waitForSelector('.result-list');
};

/** @type {import('./screens.mjs').Screens} */
export const SET_SCREENS = {
  'sets-none': page => visit(page, '#/sets'),
  'sets-new': async page => {
    await visit(page, '#/sets/new');
    await act(page, 'add-weakest');
  },
  'sets-scan': page => visit(page, '#/sets/scan'),
  set: page => visitWeek(page),
  'set-exam': async page => {
    await page.locator('[name="mode"][value="exam"]').check({ force: true });
    await act(page, 'start-set');
    await page.waitForSelector('[data-seed]');
  },
  'set-sheet': page => act(page, 'exam-sheet'),
  'set-result': handIn,
  'set-results': page => visitWeek(page, 'results'),
  'set-print': async page => {
    await visitWeek(page, 'print');
    await page.waitForTimeout(500);
  },
  sets: page => visit(page, '#/sets'),
};
