// What hands do on a phone: tap twice, hold a key, ask for help in passing.
import { afterAll, beforeAll, expect, inject, it } from 'vitest';

import { forget, newProfile, openPhone, type Phone, until } from './harness.ts';
import { act, answerRight, answerWrong, enter, exerciseOn } from './learner.ts';
import { storedReviews } from './stored.ts';

const DOUBLE_TAP = 180;
const HINT_COSTS = 'This counts as help: the exercise is then not done alone.';

let phone: Phone;
const profile = newProfile();
beforeAll(async () => {
  phone = await openPhone(inject('appUrl'), profile);
});
afterAll(async () => {
  await phone.close();
  forget(profile);
});

const practise = async (place: string) => {
  await phone.page.goto(`${inject('appUrl')}#/practise/${place}`);
  await phone.page.reload();
  return exerciseOn(phone.page);
};
const seedOn = () => phone.page.locator('[data-seed]').getAttribute('data-seed');
const titleOn = () => phone.page.locator('.verdict-title').innerText();
const hint = () => phone.page.locator('[data-action="hint"]').first();

async function tapTwice(action: string): Promise<void> {
  const box = await phone.page.locator(`[data-action="${action}"]`).first().boundingBox();
  if (!box) throw new Error(`${action} is not to be seen`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await phone.page.touchscreen.tap(x, y);
  await phone.page.waitForTimeout(DOUBLE_TAP);
  await phone.page.touchscreen.tap(x, y);
  await phone.page.waitForTimeout(DOUBLE_TAP);
}

it.each([
  ['right', 'Right.', (answer: { key: unknown }) => answer.key],
  ['wrong', 'Not yet.', () => '123/457'],
])('a double tap on Check with a %s answer leaves the feedback on the screen', async (_, title, write) => {
  const exercise = await practise('probability/bayes-rule/2');
  for (const [part, answer] of exercise.answers.entries())
    await enter(phone.page, part, answer, write(answer) as typeof answer.key);
  await tapTwice('check');
  expect([await seedOn(), await titleOn()]).toEqual([exercise.seed, title]);
});

it('Next, tapped once the feedback was there to be read, goes on', async () => {
  const exercise = await practise('probability/bayes-rule/2');
  await answerRight(phone.page, exercise);
  await act(phone.page, 'next');
  await phone.page.locator(`[data-seed]:not([data-seed="${exercise.seed}"])`).waitFor();
});

it('Enter held down checks, and does not run through the exercises', async () => {
  const { page } = phone;
  const exercise = await practise('probability/bayes-rule/2');
  const before = (await storedReviews(page)).length;
  for (const [part, answer] of exercise.answers.entries()) await enter(page, part, answer, answer.key);
  await page.locator('input.field').first().focus();
  for (let i = 0; i < 8; i++) {
    await page.keyboard.down('Enter');
    await page.waitForTimeout(i === 0 ? 500 : 60);
  }
  await page.keyboard.up('Enter');
  expect([await seedOn(), await titleOn()]).toEqual([exercise.seed, 'Right.']);
  expect(await storedReviews(page)).toHaveLength(before + 1);
});

it('a hint that counts as help is shown only at a second tap, which a double tap is not', async () => {
  const { page } = phone;
  await practise('probability/bayes-rule/2');
  await tapTwice('hint');
  expect([await page.locator('.hint').count(), await hint().innerText()]).toEqual([1, 'Next hint\ncosts']);
  expect(await page.getByText(HINT_COSTS).count()).toBe(0);
  await page.waitForTimeout(500);
  await tapTwice('hint');
  expect(await page.locator('.hint').count()).toBe(1);
  expect(await page.locator('.hint-warning').innerText()).toBe(HINT_COSTS);
  await until(page, () => {
    const [warning, keypad] = ['.hint-warning', '.practice-dock'].map(name =>
      document.querySelector(name)?.getBoundingClientRect(),
    );
    return warning !== undefined && keypad !== undefined && warning.bottom <= keypad.top + 1;
  });
  expect(await page.locator('main > [role=status]').innerText()).toBe(HINT_COSTS);
  await page.waitForTimeout(500);
  await act(page, 'hint');
  await until(page, () => document.querySelectorAll('.hint').length === 2);
  expect(await page.locator('.hint-warning').count()).toBe(0);
});

it('a hint after a wrong answer asks there, and then leads back to the fields', async () => {
  const { page } = phone;
  const exercise = await practise('probability/bayes-rule/2');
  await act(page, 'hint');
  await answerWrong(page, exercise);
  await act(page, 'hint');
  await page.locator('.hint-warning').waitFor();
  expect(await titleOn()).toBe('Not yet.');
  await page.waitForTimeout(500);
  await act(page, 'hint');
  await until(page, () => document.querySelectorAll('.hint').length === 2);
});

it('after Try again an answer typed at once is handed in at once', async () => {
  const { page } = phone;
  await practise('probability/bayes-rule/2');
  await page.locator('input.field').first().fill('123/457');
  await page.keyboard.press('Enter');
  await until(page, () => document.activeElement?.matches('.verdict-title') === true);
  await page.waitForTimeout(450);
  await page.keyboard.press('Enter');
  await until(page, () => document.activeElement?.matches('input.field') === true);
  await page.keyboard.type('1/457');
  await page.keyboard.press('Enter');
  await until(page, () => document.querySelector('.written dd')?.textContent?.includes('1 over 457') === true);
  expect(await titleOn()).toBe('Not yet.');
});

it('a typo is taken back once, and the answer then counts as the first', async () => {
  const { page } = phone;
  const exercise = await practise('probability/bayes-rule/2');
  const before = (await storedReviews(page)).length;
  await page.locator('input.field').first().fill('123/457');
  await act(page, 'check');
  await act(page, 'typo');
  await until(page, () => document.activeElement?.matches('input.field') === true);
  expect(await page.locator('main > [role=status]').innerText()).toBe('The typo counts as no try.');
  expect(await page.locator('input.field').first().inputValue()).toBe('123/457');
  await answerRight(page, exercise);
  await page.locator('.saved').waitFor();
  const entry = (await storedReviews(page))[before];
  expect(entry).toMatchObject({ verdicts: ['unreadable', 'right'], answers: [['123/457'], [expect.any(String)]] });
  expect(entry).toHaveProperty('quality', 5);
});

it('a typo is offered for the first wrong answer only, and for none that is explained', async () => {
  const { page } = phone;
  const exercise = await practise('probability/bayes-rule/2');
  const typo = page.locator('[data-action="typo"]');
  await answerWrong(page, exercise);
  expect(await typo.count()).toBe(0);
  await act(page, 'retry');
  await page.locator('input.field').first().fill('123/457');
  await act(page, 'check');
  await page.locator('[data-verdict="wrong"]').waitFor();
  expect(await typo.count()).toBe(0);
});

it('an answer that is said to be right can be reported, with its seed and what was typed', async () => {
  const { page, context } = phone;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { seed } = await practise('probability/bayes-rule/2');
  await page.locator('input.field').first().fill('123/457');
  await act(page, 'check');
  await act(page, 'override');
  await act(page, 'copy');
  await until(page, () => document.querySelector('main > [role=status]')?.textContent === 'The report is copied.');
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain(`probability/bayes-rule, version 1, level 2, seed ${seed}`);
  expect(report).toContain('123/457');
  expect(await page.locator('[data-report]').textContent()).toBe(report);
});

it('another like this leads to free practice of the same, and back to the session', async () => {
  const { page } = phone;
  await page.goto(`${inject('appUrl')}#/session`);
  await page.reload();
  const exercise = await exerciseOn(page);
  await act(page, 'reveal');
  await act(page, 'another');
  await page.locator(`[data-seed="${exercise.seed}"]`).waitFor({ state: 'detached' });
  const other = await exerciseOn(page);
  expect([other.id, other.level]).toEqual([exercise.id, exercise.level]);
  await answerRight(page, other);
  await page.locator('.saved').waitFor();
  expect((await storedReviews(page)).at(-1)).toMatchObject({ purpose: 'free', skill: exercise.id });
  await act(page, 'back');
  await page.locator(`[data-seed="${exercise.seed}"] [data-action="next"]`).waitFor();
});

it('what is said twice is announced twice', async () => {
  const { page } = phone;
  await practise('linear-algebra/matrix-product/2');
  await act(page, 'check');
  const said = page.locator('main > [role=status] > span');
  expect(await said.innerText()).toBe('This field is still empty.');
  const first = await said.elementHandle();
  await act(page, 'check');
  expect(await said.innerText()).toBe('This field is still empty.');
  expect(await first?.evaluate(node => node.isConnected)).toBe(false);
});

it('no element has an empty name', async () => {
  await practise('probability/bayes-rule/2');
  await act(phone.page, 'reveal');
  await phone.page.locator('.saved').waitFor();
  expect(await phone.page.locator('[id=""]').count()).toBe(0);
  expect(phone.problems).toEqual([]);
});
