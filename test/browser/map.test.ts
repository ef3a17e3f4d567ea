// Explore and a skill's page over a history: states on the map, past exercises opened again, worked examples.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { writeAs } from '../../src/answers/kinds.ts';
import { loadGenerator } from '../../src/catalog.ts';
import type { Exercise } from '../../src/exercise/generator.ts';
import type { Text } from '../../src/exercise/text.ts';
import { make } from '../../src/make.ts';
import type { AnswerEntry, Entry } from '../../src/schedule/entry.ts';
import type { Quality } from '../../src/schedule/sm2.ts';
import { answer, override, undo } from '../schedule/log.ts';
import { forget, newProfile, openPhone, type Phone, until } from './harness.ts';
import { act } from './learner.ts';
import { findings, sideways, silentFormulas, smallTargets } from './look-over.ts';
import { put, storedReviews, storedSettings } from './stored.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const TODAY = NOW / 86_400_000 - 0.375;
const PHONE = { width: 390, height: 844 };
const AREA = 'linear-algebra';
const STRONG = `${AREA}/vector-matrix-arithmetic`;
const LEARNING = `${AREA}/dot-product`;
const DUE = `${AREA}/matrix-vector-product`;

const log: Entry[] = [];
const past = { shown: '', old: '', undone: '', overruled: '', slip: '' };
let exercise: Exercise;
let slip: Exercise;

async function did(skill: string, ago: number, quality: Quality, facts: Partial<AnswerEntry> = {}): Promise<string> {
  const generator = await loadGenerator(skill);
  const seq = log.length + 1;
  const made = make(generator, 1, `s${seq}`);
  const right = made.answers.map(each => writeAs(each, each.key));
  const day = TODAY - ago;
  const { version, given } = JSON.parse(JSON.stringify({ version: generator.version, given: made.given }));
  log.push(
    answer(seq, quality, { skill, day, at: day * 86_400_000 + 36_000_000 + seq, version, given, answers: [right], ...facts }),
  );
  return `phone:${seq}`;
}

async function writeHistory(): Promise<void> {
  for (const ago of [30, 29, 23, 7]) await did(STRONG, ago, 5);
  await did(DUE, 1, 5);
  const generator = await loadGenerator(LEARNING);
  exercise = make(generator, 2, 'very');
  slip = make(generator, 2, 'slip');
  const [wrong, key] =
    slip.answers.map(each => [writeAs(each, each.mistakes[0]?.wrong ?? each.key), writeAs(each, each.key)])[0] ?? [];
  // The numbers are those of another seed: what is stored counts, not what the seed would give.
  past.shown = await did(LEARNING, 3, 5, { level: 2, given: JSON.parse(JSON.stringify(exercise.given)), answers: [['1234']] });
  past.slip = await did(LEARNING, 2, 5, {
    ...{ level: 2, given: JSON.parse(JSON.stringify(slip.given)), answers: [[wrong ?? ''], [key ?? '']] },
    verdicts: ['wrong', 'right'],
  });
  past.old = await did(LEARNING, 2, 5, { purpose: 'free', version: 999, given: { old: [7, '3/4'] }, answers: [['41/43']] });
  past.undone = await did(LEARNING, 1, 1, { purpose: 'free' });
  log.push(undo(log.length + 1, past.undone, { skill: LEARNING, day: TODAY - 1, purpose: 'free' }));
  past.overruled = await did(LEARNING, 1, 1, { purpose: 'free' });
  log.push(override(log.length + 1, past.overruled, { skill: LEARNING, day: TODAY - 1, purpose: 'free' }));
  for (let i = 0; i < 22; i++) await did(LEARNING, 1, 5, { purpose: 'free' });
}

let phone: Phone;
let page: Page;
const profile = newProfile();

beforeAll(async () => {
  await writeHistory();
  phone = await openPhone(inject('appUrl'), profile, { at: NOW, timezoneId: 'UTC', colorScheme: 'dark' });
  ({ page } = phone);
  await until(page, () => document.documentElement.dataset.ready === 'yes');
  await put(page, log, {});
  await page.reload();
  await until(page, () => document.documentElement.dataset.ready === 'yes');
});
afterAll(async () => {
  await phone.close();
  forget(profile);
});

async function visit(hash: string): Promise<void> {
  await page.goto(`${inject('appUrl')}${hash}`);
  await until(page, () => document.documentElement.dataset.ready === 'yes');
  await page.locator('h1').waitFor();
}

const stateOnMap = (skill: string) => page.locator(`.map a[href="#/skill/${skill}"]`).getAttribute('data-skill-state');

/** Without the punctuation that goes with a formula on the screen. */
const bare = (speech: string): string => speech.trim().replace(/[.,;:]+$/, '');
const speeches = (text: Text): readonly string[] => text.flatMap(part => (typeof part === 'string' ? [] : [bare(part.speech)]));
const spokenIn = async (selector: string): Promise<readonly string[]> =>
  (await page.locator(`${selector} .formula > .spoken`).allTextContents()).map(bare);

async function accept(name: string): Promise<void> {
  await page.setViewportSize({ ...PHONE, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  expect(await findings(page), `${name}: axe`).toEqual([]);
  expect(await silentFormulas(page), `${name}: formulas without words`).toEqual([]);
  await page.setViewportSize({ width: 320, height: 568 });
  await page.waitForTimeout(50);
  expect(await smallTargets(page), `${name}: targets`).toEqual([]);
  await setText('200%');
  expect(await sideways(page), `${name} at 320 px with text twice as large`).toEqual([]);
  await setText('');
  await page.setViewportSize(PHONE);
}

async function setText(size: string): Promise<void> {
  await page.evaluate(fontSize => {
    document.documentElement.style.fontSize = fontSize;
    dispatchEvent(new Event('resize'));
  }, size);
  await page.waitForTimeout(50);
}

describe('the map', () => {
  it('shows how every skill stands', async () => {
    await visit(`#/explore/${AREA}`);
    expect(await page.locator('.map [data-skill-state]').count()).toBe(17);
    expect(await stateOnMap(STRONG)).toBe('strong');
    expect(await stateOnMap(LEARNING)).toBe('learning');
    expect(await stateOnMap(DUE)).toBe('due');
    expect(await stateOnMap(`${AREA}/vector-norms`)).toBe('new');
    expect(await stateOnMap(`${AREA}/eigenvalues`)).toBe('locked');
    expect(await page.locator(`.map a[href="#/skill/${LEARNING}"]`).textContent()).toContain('Comes after Adding');
    await accept('the map');
  });

  it('leads to skills of other areas by their stubs', async () => {
    await visit('#/explore/multivariable-calculus');
    await page.locator('.map a.is-stub').first().tap();
    await until(page, () => location.hash.startsWith('#/skill/calculus/'));
    await visit('#/explore/multivariable-calculus');
    await accept('a map with stubs');
  });

  it('gives way to the list of topics, by keyboard, and stays so', async () => {
    await visit(`#/explore/${AREA}`);
    await page.locator('input[value="map"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.topic').first().waitFor();
    // It is shown at once, and saved a moment later.
    await expect.poll(() => storedSettings(page)).toContain('topics');
    await page.reload();
    await page.locator('.topic').first().waitFor();
    expect(await page.locator('.map').count()).toBe(0);
    await accept('the topics');
    await page.locator('input[value="topics"]').focus();
    await page.keyboard.press('ArrowLeft');
    await page.locator('.map').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until(page, () => location.hash === '#/skill/linear-algebra/vector-matrix-arithmetic');
    await until(page, () => document.activeElement?.tagName === 'H1');
  });

  it('has every area with its topics on Explore', async () => {
    await visit('#/explore');
    expect(await page.locator('.area').count()).toBe(9);
    expect(await page.locator('.area-topic').count()).toBe(21);
    expect(await page.locator(`[data-area="${AREA}"] .sign[data-state="strong"]`).count()).toBe(1);
    expect(await page.locator(`[data-area="${AREA}"]`).textContent()).toContain('1 due · 1 of 17 strong');
    await accept('Explore');
  });
});

describe('a skill’s page', () => {
  it('says how it stands, what takes it on, and when it comes', async () => {
    await visit(`#/skill/${LEARNING}`);
    const says = await page.locator('.skill-standing').textContent();
    expect(says).toContain('Learning');
    expect(says).toContain('It comes back in 4 days, on Friday, 27 November.');
    expect(says).toMatch(/Level \d of 5\. Right first time and unaided on (one more day|two more days) takes it to level \d\./);
    await visit(`#/skill/${DUE}`);
    expect(await page.locator('.skill-standing').textContent()).toContain('It is due today.');
  });

  it('has the history, the newest first, in slices', async () => {
    await visit(`#/skill/${LEARNING}`);
    await page.locator('[data-past-row]').first().waitFor();
    expect(await page.locator('[data-past-row]').count()).toBe(20);
    await accept('a skill with a history');
    await act(page, 'more-past');
    await page.locator(`[data-past-row="${past.shown}"]`).waitFor();
    const ids = await page.locator('[data-past-row]').evaluateAll(all => all.map(row => row.getAttribute('data-past-row')));
    expect(ids).toHaveLength(26);
    expect(ids.at(-1)).toBe(past.shown);
    expect(ids).not.toContain(past.undone);
    expect(await page.locator(`[data-past-row="${past.overruled}"]`).textContent()).toContain('Counted as right, as you said');
  });

  it('opens a past exercise with the very numbers, what was typed, the key and the solution', async () => {
    await page.locator(`[data-past-row="${past.shown}"]`).tap();
    await page.locator('[data-past]').waitFor();
    expect(await spokenIn('.statement')).toEqual(speeches(exercise.statement));
    expect((await spokenIn('.steps')).join()).toBe(exercise.solution.flatMap(speeches).join());
    expect(await page.locator('.tries').textContent()).toContain('1234');
    await until(page, () => document.activeElement?.tagName === 'H1');
    await accept('a past exercise');
    await page.goBack();
    await page.locator(`[data-past-row="${past.slip}"]`).tap();
    await page.locator('[data-verdict-of="right"]').waitFor();
    expect(
      await page.locator('[data-verdict-of]').evaluateAll(all => all.map(each => each.getAttribute('data-verdict-of'))),
    ).toEqual(['wrong', 'right']);
    await accept('a slip');
  });

  it('shows of another version what was stored', async () => {
    await visit(`#/skill/${LEARNING}/past/${past.old}`);
    await page.locator('[data-stored]').waitFor();
    expect(await page.locator('[data-stored]').textContent()).toContain('41/43');
    expect(await page.locator('.stored-given').textContent()).toBe('old[7, 3/4]');
    await accept('what was stored');
  });

  it('has no exercise that was taken back, or that is not there', async () => {
    for (const id of [past.undone, 'phone:99999']) {
      await visit(`#/skill/${LEARNING}/past/${id}`);
      await page.getByText('There is no such exercise').waitFor();
    }
  });

  it('shows worked examples line by line, and logs nothing of them', async () => {
    await visit(`#/skill/${LEARNING}`);
    await page.locator('[data-example="3"]').tap();
    await page.locator('[data-stage="worked"][data-level="3"]').waitFor();
    await accept('a worked example');
    const seed = await page.locator('[data-seed]').getAttribute('data-seed');
    while ((await page.locator('[data-action="line"]').count()) > 0) await act(page, 'line');
    await page.waitForTimeout(450);
    await act(page, 'another-example');
    await page.locator(`[data-seed]:not([data-seed="${seed}"])`).waitFor();
    await act(page, 'all-lines');
    await act(page, 'next');
    await until(page, () => location.hash === '#/practise/linear-algebra/dot-product/3');
    await page.locator('[data-seed][data-stage="alone"]').waitFor();
    expect(await storedReviews(page)).toHaveLength(log.length);
    await visit(`#/skill/${LEARNING}/example/1`);
    await page.locator('[data-stage="worked"]').waitFor();
    await page.keyboard.press('Escape');
    await until(page, () => location.hash === '#/skill/linear-algebra/dot-product');
  });

  it('had no violation of the content security policy and no error', () => {
    expect(phone.problems).toEqual([]);
  });
});
