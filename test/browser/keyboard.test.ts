// The keyboard alone is enough, on a wide screen: for an exercise of every kind, for the placement, for a session.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { writeAs } from '../../src/answers/kinds.ts';
import { nearMisses } from '../../src/answers/near-misses.ts';
import type { Exercise } from '../../src/exercise/generator.ts';
import { forget, newProfile, openPhone, type Phone, until } from './harness.ts';
import { exerciseOn } from './learner.ts';

const DESKTOP = { width: 1280, height: 900 };
const PLACES = {
  number: 'probability/bayes-rule/2',
  matrix: 'linear-algebra/matrix-product/2',
  several: 'discrete-mathematics/graph-degrees/5',
} as const;

const PAGES = [
  ...['#/today', '#/explore', '#/explore/linear-algebra', '#/skill/calculus/chain-rule', '#/skill/calculus/chain-rule/example/2'],
  ...['#/progress', '#/sets', '#/sets/new', '#/sets/scan', '#/settings', '#/placement', '#/practise/calculus/chain-rule/5'],
];

describe('with a keyboard alone', () => {
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
  const onVerdict = async () => {
    await until(phone.page, () => document.activeElement?.matches('.verdict-title') === true);
    // A second Enter right after the first is not meant for what has just appeared.
    await phone.page.waitForTimeout(450);
  };

  it('an exercise: typed, Enter checks, Enter goes on, Escape closes', async () => {
    const { page } = phone;
    const exercise = await visit(PLACES.number);
    const [answer] = exercise.answers;
    if (answer?.kind !== 'number') throw new Error('another kind');
    const [near] = nearMisses(answer);
    await page.keyboard.type(writeAs(answer, near ?? answer.key));
    await page.keyboard.press('Enter');
    await onVerdict();
    expect(await page.locator('.verdict-title').innerText()).toBe('Not yet.');
    await page.keyboard.press('Enter');
    await until(page, () => document.activeElement?.matches('input.field') === true);
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

  /** Tabs to what has this name, and presses it. */
  const press = async (action: string): Promise<void> => {
    const { page } = phone;
    await page.locator(`[data-action="${action}"]`).first().waitFor();
    for (let i = 0; i < 60; i++) {
      const here = await page.evaluate(() => document.activeElement?.getAttribute('data-action'));
      if (here === action) {
        // So soon after the last one it would count as half of a double one.
        await page.waitForTimeout(450);
        return page.keyboard.press('Enter');
      }
      await page.keyboard.press('Tab');
    }
    throw new Error(`${action} cannot be reached with Tab`);
  };
  const gone = (seed: string | null) => phone.page.locator(`[data-seed="${seed}"]`).waitFor({ state: 'detached' });
  const seedOn = () => phone.page.locator('[data-seed]').getAttribute('data-seed');

  it('the placement, from Today to its result', async () => {
    const { page } = phone;
    await page.goto(`${inject('appUrl')}#/today`);
    await page.reload();
    await press('placement');
    await until(page, () => document.activeElement?.matches('h1') === true);
    await press('begin-placement');
    for (let i = 0; i < 20; i++) {
      await page.locator('[data-seed], [data-action="done"]').first().waitFor();
      if ((await page.locator('[data-seed]').count()) === 0) break;
      const seed = await seedOn();
      await press('reveal');
      await gone(seed);
    }
    await until(page, () => document.activeElement?.matches('h1') === true);
    expect(await page.locator('h1').innerText()).toBe('You start at the beginning.');
  });

  it('a session: an example line by line, an answer shown, the summary, undone', async () => {
    const { page } = phone;
    await page.goto(`${inject('appUrl')}#/settings`);
    await page.locator('[name="sessionLength"][value="10"]').focus();
    await page.keyboard.press('ArrowLeft');
    await page.goto(`${inject('appUrl')}#/today`);
    await press('start');
    await page.locator('[data-stage="worked"]').waitFor();
    await until(page, () => document.activeElement?.matches('h1') === true);
    for (let i = 0; i < 40; i++) {
      await page.locator('[data-seed], [data-action="done"]').first().waitFor();
      if ((await page.locator('[data-seed]').count()) === 0) break;
      const seed = await seedOn();
      while ((await page.locator('[data-action="line"]').count()) > 0) await page.keyboard.press('Enter');
      if ((await page.locator('[data-stage="worked"]').count()) === 0) {
        await press('reveal');
        await onVerdict();
        await page.locator('.saved').waitFor();
      } else await page.waitForTimeout(450);
      await page.keyboard.press('Enter');
      await gone(seed);
    }
    await until(page, () => document.activeElement?.matches('h1') === true);
    await press('undo');
    await until(
      page,
      () => document.activeElement?.matches('input.field, [type=radio], [type=checkbox], .verdict-title') === true,
    );
    // The focus is nowhere for a moment while the exercise opens again.
    const escaped = async () => {
      await page.keyboard.press('Escape');
      return page.evaluate(() => location.hash);
    };
    await expect.poll(escaped, { timeout: 10_000 }).toBe('#/today');
  });

  it('every control that is reached shows where the focus is', async () => {
    for (const hash of PAGES) {
      await phone.page.goto(`${inject('appUrl')}${hash}`);
      await phone.page.locator('h1').waitFor();
      for (let i = 0; i < 12; i++) {
        await phone.page.keyboard.press('Tab');
        const isShown = await phone.page.evaluate(() => {
          const focused = document.activeElement;
          // A heading is given the focus when its page opens; no key reaches it.
          if (!focused || focused === document.body || focused.matches('h1')) return true;
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

  it('every control of every page is reached', async () => {
    const { page } = phone;
    for (const hash of PAGES) {
      await page.goto('about:blank');
      await page.goto(`${inject('appUrl')}${hash}`);
      await page.locator('h1').waitFor();
      // In a group of radio buttons the arrow keys go on, and so in whatever leaves one of its members in the order of Tab.
      const left = () =>
        page.evaluate(() => {
          const active = document.activeElement;
          const isRadio = active instanceof HTMLInputElement && active.type === 'radio';
          const group = isRadio ? [...document.querySelectorAll(`input[name="${active.name}"]`)] : [active];
          for (const each of group) each?.setAttribute('data-reached', '');
          const all = [...document.querySelectorAll('button, a[href], input, textarea, select, summary')];
          return all
            .filter(each => each.checkVisibility() && !each.matches(':disabled, [tabindex="-1"], [data-reached]'))
            .map(each => each.outerHTML.slice(0, 120));
        });
      let missing = await left();
      for (let i = 0; i < 150 && missing.length > 0; i++) {
        await page.keyboard.press('Tab');
        missing = await left();
      }
      expect([hash, missing]).toEqual([hash, []]);
    }
  });
});
