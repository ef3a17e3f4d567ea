// Every screen for everyone: no findings of axe, nothing scrolls sideways, targets for thumbs, words for formulas.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { forget, newProfile, openPhone, type Phone, until } from './harness.ts';
import { act, answerRight, answerWrong, enter, exerciseOn, stageOn } from './learner.ts';
import { findings, sideways, silentFormulas, smallTargets } from './look-over.ts';

const PHONE = { width: 390, height: 844 };
const SMALL = { width: 320, height: 640 };

async function accept(page: Page, name: string): Promise<void> {
  // As tall as the page: what is half under the tabs only has to be scrolled.
  await page.setViewportSize({ ...PHONE, height: await page.evaluate(() => document.documentElement.scrollHeight) });
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
  await setText(page, '200%');
  expect(await sideways(page), `${name} with text twice as large: sideways`).toEqual([]);
  await setText(page, '');
}

async function setText(page: Page, size: string): Promise<void> {
  await page.evaluate(fontSize => {
    document.documentElement.style.fontSize = fontSize;
    dispatchEvent(new Event('resize'));
  }, size);
  await page.waitForTimeout(50);
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

/** From an exercise that is done to the summary. */
async function revealToTheEnd(page: Page): Promise<void> {
  for (let i = 0; i < 40; i++) {
    const seed = await page.locator('[data-seed]').getAttribute('data-seed');
    await act(page, 'next');
    await page.locator(`[data-seed="${seed}"]`).waitFor({ state: 'detached' });
    await page.locator('[data-seed], [data-action="done"]').first().waitFor();
    if ((await page.locator('[data-action="done"]').count()) > 0) return;
    await exerciseOn(page);
    await act(page, 'reveal');
    await page.locator('.saved').waitFor();
    if (i === 0) await accept(page, 'shown');
  }
}

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

  it('a wrong answer that nobody can explain: a typo, its report, another like this', async () => {
    await visit(`#/practise/${PLACES.number}`);
    const { page } = phone;
    await exerciseOn(page);
    await page.locator('input.field').first().fill('123/457');
    await act(page, 'check');
    await page.locator('[data-action="typo"]').waitFor();
    await accept(page, 'a wrong answer, perhaps a typo');
    await act(page, 'typo');
    await page.getByText('The typo counts as no try.').first().waitFor();
    await accept(page, 'a typo taken back');
    await act(page, 'hint');
    await page.waitForTimeout(450);
    await act(page, 'hint');
    await page.locator('.hint-warning').waitFor();
    await accept(page, 'the cost of a hint');
    await act(page, 'check');
    await page.locator('[data-verdict="wrong"]').waitFor();
    await act(page, 'override');
    await page.locator('.report summary').tap();
    await page.locator('.saved').waitFor();
    await accept(page, 'a report');
    await page.locator('details.fold > summary').last().tap();
    await accept(page, 'why this matters');
  });

  it('placement: what it is, a question, what was wrong, and the result', async () => {
    await visit('#/placement');
    const { page } = phone;
    await accept(page, 'about the placement');
    await act(page, 'begin-placement');
    const exercise = await exerciseOn(page);
    await accept(page, 'a question');
    await answerWrong(page, exercise);
    await page.locator('.saved').waitFor();
    await accept(page, 'a wrong answer in the placement');
    await act(page, 'next');
    await page.locator(`[data-seed="${exercise.seed}"]`).waitFor({ state: 'detached' });
    await visit('#/placement');
    await accept(page, 'a placement under way');
    await visit('#/today');
    await accept(page, 'Today with a placement under way');
    await visit('#/placement');
    await act(page, 'begin-placement');
    while (await page.locator('[data-action="done"]').isHidden()) {
      const seed = await page.locator('[data-seed]').getAttribute('data-seed');
      await act(page, 'reveal');
      await page.locator(`[data-seed="${seed}"]`).waitFor({ state: 'detached' });
      await page.locator('[data-seed], [data-action="done"]').first().waitFor();
    }
    await accept(page, 'the result of the placement');
    await act(page, 'done');
    await page.locator('[data-action="start"]').waitFor();
    await accept(page, 'Today after the placement');
  });

  it('a session: examples, wrong, tried again, shown, and its summary', async () => {
    const { page } = phone;
    await visit('#/session');
    await page.locator('[data-stage="worked"]').waitFor();
    await accept(page, 'a worked example, its first line');
    await act(page, 'all-lines');
    await accept(page, 'a worked example, all of it');
    await page.waitForTimeout(450);
    const example = await page.locator('[data-seed]').getAttribute('data-seed');
    await act(page, 'next');
    await page.locator(`[data-seed="${example}"]`).waitFor({ state: 'detached' });
    const exercise = await exerciseOn(page);
    expect(await stageOn(page)).toBe('guided');
    await accept(page, 'a guided example');
    await answerWrong(page, exercise);
    await accept(page, 'wrong');
    await act(page, 'retry');
    await accept(page, 'tried again');
    await act(page, 'reveal');
    await page.locator('.saved').waitFor();
    await accept(page, 'shown after a wrong answer');
    await act(page, 'another');
    await page.locator(`[data-seed="${exercise.seed}"]`).waitFor({ state: 'detached' });
    await answerRight(page, await exerciseOn(page));
    await page.locator('[data-action="back"]').waitFor();
    await accept(page, 'another like this');
    await act(page, 'back');
    await page.locator(`[data-seed="${exercise.seed}"]`).waitFor();
    await revealToTheEnd(page);
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
