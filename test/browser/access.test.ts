// Every screen for everyone: no findings of axe, nothing scrolls sideways, targets for thumbs, words for formulas, and the keyboard alone is enough.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { inProject } from '../../scripts/setup.mjs';
import { kindOf } from '../../src/answers/kinds.ts';
import type { Exercise } from '../../src/exercise/generator.ts';
import { writeAs } from '../../src/make.ts';
import { forget, newProfile, openPhone, type Phone, until } from './harness.ts';
import { act, answerWrong, enter, exerciseOn } from './learner.ts';

const axe = readFileSync(inProject('node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const PHONE = { width: 390, height: 844 };
const SMALL = { width: 320, height: 640 };
const DESKTOP = { width: 1280, height: 800 };

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe calls serious or critical. */
async function findings(page: Page): Promise<readonly string[]> {
  // Colours are judged once they stand still.
  await page.evaluate(() => Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => undefined))));
  await page.evaluate(axe);
  const violations = await page.evaluate(async (): Promise<readonly Finding[]> => {
    const rules = { 'label-content-name-mismatch': { enabled: true }, 'target-size': { enabled: true } };
    const runner = (window as Window & { axe?: { run(context: Document, options: object): Promise<{ violations: Finding[] }> } })
      .axe;
    return (await runner?.run(document, { rules, resultTypes: ['violations'] }))?.violations ?? [];
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`));
}

/** Whether anything sticks out sideways. */
const sideways = (page: Page) =>
  page.evaluate(() => {
    const wide = (element: Element) => element.scrollWidth > element.clientWidth + 1;
    const boxes = [document.documentElement, ...document.querySelectorAll('main, .practice-scroll')];
    return boxes.filter(wide).map(box => `${box.className || box.tagName} ${box.scrollWidth} > ${box.clientWidth}`);
  });

/** Targets that a thumb may miss; a link within a line of text is as high as the line. */
const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a[href], button, summary, select, input, textarea, [role=button]')]
      .filter(element => element.checkVisibility() && getComputedStyle(element).display !== 'inline')
      .map(element => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width < 43.9 || box.height < 43.9)
      .map(({ element, box }) => `${element.outerHTML.slice(0, 120)} ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`),
  );

/** Formulas that nothing says aloud. */
const silentFormulas = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.katex')]
      .filter(formula => {
        const words = formula.closest('.formula, .key')?.querySelector('.spoken')?.textContent ?? '';
        return !formula.closest('[aria-hidden="true"]') || words.trim() === '';
      })
      .map(formula => formula.outerHTML.slice(0, 200)),
  );

async function accept(page: Page, name: string): Promise<void> {
  expect(await findings(page), `${name}: axe`).toEqual([]);
  expect(await silentFormulas(page), `${name}: formulas without words`).toEqual([]);
  expect(await page.locator('h1').count(), `${name}: one heading`).toBe(1);
  for (const size of [PHONE, SMALL]) {
    await page.setViewportSize(size);
    await page.waitForTimeout(50);
    expect(await sideways(page), `${name} at ${size.width} px: sideways`).toEqual([]);
    expect(await smallTargets(page), `${name} at ${size.width} px: targets`).toEqual([]);
  }
  await page.setViewportSize(PHONE);
}

/** A skill and level for each kind of answer. */
const PLACES = {
  number: 'probability/bayes-rule/2',
  real: 'information-theory/entropy/4',
  expression: 'calculus/chain-rule/5',
  vector: 'linear-algebra/matrix-product/5',
  direction: 'multivariable-calculus/hessian-matrix/5',
  matrix: 'linear-algebra/matrix-product/2',
  set: 'set-theory/set-operations/1',
  choice: 'numerical-methods/root-finding/4',
  several: 'discrete-mathematics/graph-degrees/5',
} as const;

describe.each(['light', 'dark'] as const)('in the %s theme', colorScheme => {
  const profile = newProfile();
  let phone: Phone;
  beforeAll(async () => {
    phone = await openPhone(inject('appUrl'), profile, { colorScheme });
  });
  afterAll(async () => {
    await phone.close();
    forget(profile);
  });
  const visit = async (hash: string): Promise<void> => {
    await phone.page.goto(`${inject('appUrl')}${hash}`);
    await until(phone.page, () => document.documentElement.dataset.ready === 'yes');
    await phone.page.locator('h1').waitFor();
  };

  it.each([
    ['Today at the first visit', '#/today'],
    ['Explore', '#/explore'],
    ['an area', '#/explore/linear-algebra'],
    ['a skill', '#/skill/linear-algebra/matrix-product'],
    ['settings', '#/settings'],
    ['an unknown address', '#/no/such/page'],
  ])('%s', async (name, hash) => {
    await visit(hash);
    await accept(phone.page, name);
  });

  it.each(Object.entries(PLACES))(
    'an exercise with an answer of kind %s, empty, typed, unreadable and right',
    async (kind, place) => {
      await visit(`#/practise/${place}`);
      const { page } = phone;
      const exercise = await exerciseOn(page);
      expect(exercise.answers.map(answer => answer.kind)).toContain(kind);
      await accept(page, `${kind}, empty`);
      if ((await page.locator('[data-key^="layer-"]').count()) > 0) {
        await page.locator('[data-key^="layer-"]').first().tap();
        await accept(page, `${kind}, the other keys`);
        await page.locator('[data-key^="layer-"]').first().tap();
      }
      const fields = page.locator('input.field');
      if ((await fields.count()) > 0) {
        for (const field of await fields.all()) await field.fill('1+');
        await act(page, 'check');
        await accept(page, `${kind}, unreadable`);
      }
      await act(page, 'hint');
      await accept(page, `${kind}, with a hint`);
      for (const [part, answer] of exercise.answers.entries()) await enter(page, part, answer, answer.key);
      await accept(page, `${kind}, typed`);
      await act(page, 'check');
      await page.locator('.saved').waitFor();
      await page.locator('details.solution > summary').tap();
      await accept(page, `${kind}, right`);
    },
  );

  it('a session: wrong, tried again, shown, and its summary', async () => {
    await visit('#/session');
    const { page } = phone;
    const exercise = await exerciseOn(page);
    await answerWrong(page, exercise);
    await accept(page, 'wrong');
    await act(page, 'retry');
    await accept(page, 'tried again');
    await act(page, 'reveal');
    await page.locator('.saved').waitFor();
    await accept(page, 'shown after a wrong answer');
    for (let i = 1; i < 10; i++) {
      const seed = await page.locator('[data-seed]').getAttribute('data-seed');
      await act(page, 'next');
      await page.locator(`[data-seed]:not([data-seed="${seed}"])`).waitFor();
      await act(page, 'reveal');
      await page.locator('.saved').waitFor();
      if (i === 1) await accept(page, 'shown');
    }
    await act(page, 'next');
    await page.locator('[data-action="done"]').waitFor();
    await accept(page, 'summary');
    await act(page, 'done');
    await page.locator('[data-action="explore"]').waitFor();
    await accept(page, 'Today after a session');
    await visit('#/skill/linear-algebra/matrix-product');
    await accept(page, 'a skill with a card');
    await visit('#/explore');
    await accept(page, 'Explore with cards');
  });

  it('had no violation of the content security policy and no error', () => {
    expect(phone.problems).toEqual([]);
  });
});

describe('with a keyboard alone, on a wide screen', () => {
  const profile = newProfile();
  let phone: Phone;
  beforeAll(async () => {
    phone = await openPhone(inject('appUrl'), profile, { isMobile: false, hasTouch: false });
    await phone.page.setViewportSize(DESKTOP);
  });
  afterAll(async () => {
    await phone.close();
    forget(profile);
  });
  const visit = async (place: string): Promise<Exercise> => {
    await phone.page.goto(`${inject('appUrl')}#/practise/${place}`);
    const exercise = await exerciseOn(phone.page);
    await until(phone.page, () => document.activeElement?.matches('input.field, [type=radio], [type=checkbox]') === true);
    return exercise;
  };
  // A second Enter right after the first is not meant for what has just appeared.
  const onVerdict = () =>
    until(phone.page, () => document.activeElement?.matches('.verdict-title') === true && !document.querySelector('[inert]'));

  it('an exercise: typed, Enter checks, Enter goes on, Escape closes', async () => {
    const { page } = phone;
    const exercise = await visit(PLACES.number);
    const [answer] = exercise.answers;
    if (answer?.kind !== 'number') throw new Error('another kind');
    const [near] = kindOf(answer).near(answer);
    await page.keyboard.type(writeAs(answer, near ?? answer.key));
    await page.keyboard.press('Enter');
    await onVerdict();
    expect(await page.locator('.verdict-title').innerText()).toBe('Not yet.');
    await page.keyboard.press('Enter');
    await until(page, () => document.activeElement?.matches('input.field') === true);
    // Nobody types so fast: a second Enter at once counts as a double one.
    await page.waitForTimeout(500);
    await page.keyboard.type(writeAs(answer, answer.key));
    await page.keyboard.press('Enter');
    await onVerdict();
    expect(await page.locator('.verdict-title').innerText()).toBe('Right.');
    await page.locator('.saved').waitFor();
    await page.keyboard.press('Enter');
    await page.locator(`[data-seed]:not([data-seed="${exercise.seed}"])`).waitFor();
    await until(page, () => document.activeElement?.matches('input.field') === true);
    await page.keyboard.press('Escape');
    await until(page, () => location.hash === '#/skill/probability/bayes-rule');
    await until(page, () => document.activeElement?.matches('h1') === true);
  });

  it('a matrix: arrows and Tab go from cell to cell', async () => {
    const { page } = phone;
    const exercise = await visit(PLACES.matrix);
    const [answer] = exercise.answers;
    if (answer?.kind !== 'matrix') throw new Error('another kind');
    const entries = writeAs(answer, answer.key).replace(/[[\]]/g, '').split(',');
    for (const [i, entry] of entries.entries()) {
      if (i > 0) await page.keyboard.press('Tab');
      await page.keyboard.type(entry.trim());
    }
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('0,1');
    await page.keyboard.press('Enter');
    await onVerdict();
    expect(await page.locator('.verdict-title').innerText()).toBe('Right.');
  });

  it('options: arrows and Space choose, Enter checks', async () => {
    const { page } = phone;
    const exercise = await visit(PLACES.several);
    const [answer] = exercise.answers;
    if (answer?.kind !== 'several') throw new Error('another kind');
    const ids = [...answer.options.map(({ id }) => id), '{}'];
    const wanted = answer.key.length > 0 ? answer.key : ['{}'];
    for (const id of ids) {
      if (wanted.includes(id)) await page.keyboard.press('Space');
      if (id !== ids.at(-1)) await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await onVerdict();
    expect(await page.locator('.verdict-title').innerText()).toBe('Right.');
  });

  it('every control that is reached shows where the focus is', async () => {
    for (const hash of ['#/today', '#/explore', '#/settings', '#/practise/calculus/chain-rule/5']) {
      await phone.page.goto(`${inject('appUrl')}${hash}`);
      await phone.page.locator('h1').waitFor();
      for (let i = 0; i < 12; i++) {
        await phone.page.keyboard.press('Tab');
        const isShown = await phone.page.evaluate(() => {
          const focused = document.activeElement;
          if (!focused || focused === document.body) return true;
          const shows = (element: Element | null) => {
            const style = element && getComputedStyle(element);
            return style !== null && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
          };
          return shows(focused) || shows(focused.closest('label')) || shows(focused.nextElementSibling);
        });
        expect(
          isShown,
          `${hash}, stop ${i + 1}: ${await phone.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 150))}`,
        ).toBe(true);
      }
    }
    expect(phone.problems).toEqual([]);
  });
});
