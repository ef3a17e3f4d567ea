// Every screen of the app, by its name, and the way to it.
import { DAY, NOW } from './history.mjs';
import { SET_SCREENS } from './set-screens.mjs';
import { act, exerciseOf, keysOf, practise, visit } from './walk.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Record<string, (page: Page) => Promise<unknown>>} Screens in an order in which none spoils the next */

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

const CHAIN_RULE = { skill: 'calculus/chain-rule', level: 2 };
const ADAM_STEP = { skill: 'optimization/adam-step', level: 2 };
const HESSIAN = { skill: 'multivariable-calculus/hessian-matrix', level: 2 };

/** The wrong answer that is explained. @param {Page} page @param {{ isShown: boolean }} how */
const mistaken = (page, { isShown }) => {
  const wrong = exerciseOf(HESSIAN.skill, HESSIAN.level).answers.map(({ key, mistakes }) => mistakes[0]?.wrong ?? key);
  return practise(page, { ...HESSIAN, typed: wrong, tries: [wrong], verdicts: ['wrong'], isShown });
};

/** A wrong answer that nobody can explain. @param {Page} page */
const wrong = page => practise(page, { ...CHAIN_RULE, typed: ['1234'], tries: [['1234']], verdicts: ['wrong'] });

/** @param {Page} page @param {{ skill: string, level: number, isLast?: boolean }} place */
const right = (page, place) => {
  const keys = keysOf(place.skill, place.level);
  return practise(page, { ...place, typed: keys, tries: [keys], verdicts: ['right'] });
};

/** @param {Page} page @param {number} instant what the device's clock says from now on */
const setClock = async (page, instant) => {
  await page.clock.setSystemTime(instant);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.waitForTimeout(200);
};

/** Of someone who has just come. @type {Screens} */
export const FIRST_SCREENS = {
  'today-first': page => visit(page, '#/today'),
  'progress-first': async page => {
    await visit(page, '#/progress');
    await page.waitForSelector('[data-nothing-yet]');
  },
  'placement-about': page => visit(page, '#/placement'),
  placement: async page => {
    await act(page, 'begin-placement');
    await page.waitForSelector('[data-seed]');
  },
  'placement-wrong': async page => {
    await answerAnything(page);
    await act(page, 'check');
  },
  'placement-result': async page => {
    await act(page, 'override');
    await act(page, 'next');
    for (let i = 0; i < 20 && (await page.locator('[data-action="reveal"]').count()) > 0; i++) await act(page, 'reveal');
    await page.waitForSelector('[data-action="done"]');
  },
  'today-placed': page => visit(page, '#/today'),
  'today-empty': async page => {
    await visit(page, '#/settings');
    await page.locator('[name="newPerDay"][value="0"]').check({ force: true });
    await visit(page, '#/today');
  },
};

/** @param {Page} page */
const answerAnything = async page => {
  for (const field of await page.locator('input.field').all()) await field.fill('77');
  for (const part of ['0', '1', '2']) {
    const option = page.locator(`[data-option][data-part="${part}"]`);
    if ((await option.count()) > 0) await option.first().click();
  }
};

/** Of someone who has practised for a while. @type {Screens} */
export const SCREENS = {
  today: page => visit(page, '#/today'),
  explore: page => visit(page, '#/explore'),
  area: page => visit(page, '#/explore/linear-algebra'),
  skill: page => visit(page, '#/skill/linear-algebra/matrix-product'),
  past: page => visit(page, '#/skill/linear-algebra/matrix-product/past/picture:1'),
  example: page => visit(page, '#/skill/linear-algebra/matrix-product/example/3'),
  progress: async page => {
    await visit(page, '#/progress');
    await page.waitForSelector('[data-progress]');
  },
  settings: page => visit(page, '#/settings'),
  nowhere: page => visit(page, '#/no/such/page'),
  ...SET_SCREENS,
  worked: page => practise(page, { ...CHAIN_RULE, role: 'worked' }),
  'worked-all': page => act(page, 'all-lines'),
  guided: page => practise(page, { ...CHAIN_RULE, role: 'guided' }),
  ...Object.fromEntries(
    Object.entries(HALF_TYPED).map(([name, [skill, level, typed]]) => [
      `exercise-${name}`,
      (/** @type {Page} */ page) => practise(page, { skill, level, typed }),
    ]),
  ),
  'exercise-unreadable': async page => {
    await practise(page, { skill: 'calculus/chain-rule', level: 5, typed: ['2x*/ln(x)'] });
    await act(page, 'check');
  },
  'exercise-functions': async page => {
    await practise(page, { skill: 'calculus/chain-rule', level: 5, typed: ['2x'] });
    const keys = page.locator('[data-key="layer-functions"]');
    if ((await keys.count()) > 0) await keys.click();
  },
  'hint-cost': async page => {
    await practise(page, { ...CHAIN_RULE, hints: 1 });
    await act(page, 'hint');
  },
  wrong: page => mistaken(page, { isShown: false }),
  'wrong-unknown': wrong,
  typo: page => act(page, 'typo'),
  'wrong-shown': page => mistaken(page, { isShown: true }),
  report: async page => {
    await wrong(page);
    await act(page, 'override');
    await page.locator('.report summary').click();
  },
  right: page => right(page, { skill: 'linear-algebra/matrix-product', level: 5 }),
  'level-up': page => right(page, ADAM_STEP),
  why: page => page.locator('.fold > summary').last().click(),
  another: page => act(page, 'another'),
  summary: async page => {
    await right(page, { ...CHAIN_RULE, isLast: true });
    await act(page, 'next');
    await page.waitForSelector('[data-action="done"]');
  },
  'today-done': page => visit(page, '#/today'),
  'new-day': async page => {
    await visit(page, '#/explore');
    await setClock(page, NOW + DAY);
  },
  'today-clock': async page => {
    await visit(page, '#/today');
    await setClock(page, NOW - 3 * DAY);
  },
};
