// A learner for tests: reads which exercise is on the screen, knows the key from its seed, and answers with a thumb on the keypad.
import type { Page } from 'playwright-core';
import { kindOf } from '../../src/answers/kinds.ts';
import { loadGenerator } from '../../src/catalog.ts';
import type { Answer } from '../../src/exercise/answer.ts';
import type { Exercise } from '../../src/exercise/generator.ts';
import { make, writeAs } from '../../src/make.ts';
import { until } from './harness.ts';

/** The exercise on the screen, made again from its seed. */
export async function exerciseOn(page: Page): Promise<Exercise> {
  await until(page, () => document.querySelector('[data-seed]') !== null);
  const shown = page.locator('[data-seed]');
  const [skill, level, seed] = await Promise.all(['data-skill', 'data-level', 'data-seed'].map(name => shown.getAttribute(name)));
  return make(await loadGenerator(skill ?? ''), Number(level), seed ?? '');
}

/** Types every part's key by touch and checks; ends with the verdict on the screen. */
export async function answerRight(page: Page, exercise: Exercise): Promise<void> {
  for (const [part, answer] of exercise.answers.entries()) await enter(page, part, answer, answer.key);
  await check(page);
}

/** As `answerRight`, with a known mistake or a near miss in the first part. */
export async function answerWrong(page: Page, exercise: Exercise): Promise<void> {
  for (const [part, answer] of exercise.answers.entries())
    await enter(page, part, answer, part === 0 ? wrongKey(answer) : answer.key);
  await check(page);
}

function wrongKey(answer: Answer): Answer['key'] {
  const [near = answer.key] = kindOf(answer)
    .near(answer)
    .filter(key => !kindOf(answer).equal(key, answer.key, answer));
  return answer.mistakes[0]?.wrong ?? near;
}

export async function check(page: Page): Promise<void> {
  await page.locator('[data-action="check"]').first().tap();
  await until(page, () => document.querySelector('[data-verdict]') !== null);
}

export function act(page: Page, action: string): Promise<void> {
  return page.locator(`[data-action="${action}"]`).first().tap();
}

export async function verdictOn(page: Page): Promise<string | null> {
  return page.locator('[data-verdict]').first().getAttribute('data-verdict');
}

/** Puts a key into a part: taps options, fills the cells of grids, types lines. */
export async function enter(page: Page, part: number, answer: Answer, key: Answer['key']): Promise<void> {
  if (answer.kind === 'choice' || answer.kind === 'several') return chooseOptions(page, part, [key].flat().map(String));
  const cells = page.locator(`[data-part="${part}"][data-cell]`);
  const text = writeAs(answer, key);
  if ((await cells.count()) === 0) return typeInto(page, `[data-part="${part}"]`, text.replace(/^\{(.+)\}$/, '$1'));
  const entries = text.replace(/[[\]()]/g, '').split(/,\s*/);
  for (const [i, entry] of entries.entries()) {
    const cell = await cells.nth(i).getAttribute('data-cell');
    await typeInto(page, `[data-part="${part}"][data-cell="${cell}"]`, entry);
  }
}

async function chooseOptions(page: Page, part: number, ids: readonly string[]): Promise<void> {
  const options = page.locator(`[data-option][data-part="${part}"]`);
  for (let i = 0; i < (await options.count()); i++) {
    const option = options.nth(i);
    const id = await option.getAttribute('data-option');
    const wanted = ids.includes(id ?? '') || (ids.length === 0 && id === '');
    if (
      (await option.locator('input').isChecked()) !== wanted &&
      (wanted || (await option.locator('[type=checkbox]').count()) > 0)
    )
      await option.tap();
  }
}

async function typeInto(page: Page, field: string, text: string): Promise<void> {
  await page.locator(field).first().tap();
  await page
    .locator(field)
    .first()
    .evaluate(input => (input as HTMLInputElement).select());
  const old = await page.locator(field).first().inputValue();
  if (old !== '') await press(page, 'erase');
  for (const key of keystrokes(text)) await press(page, key);
}

/** The keys that write a text; a key that opens a bracket brings the closing one, which is then stepped over. */
function keystrokes(text: string): string[] {
  const strokes = /sqrt\(|ln\(|exp\(|log_2\(|sin\(|cos\(|tan\(|σ\(|pi|[a-z](?:_\w+)?|\S/gu;
  return (text.match(strokes) ?? []).map(stroke =>
    stroke === 'pi' ? 'π' : stroke.length > 1 ? stroke.replace(/\($/, '') : stroke,
  );
}

async function press(page: Page, key: string): Promise<void> {
  const wanted = page.locator(`[data-key="${key}"]`);
  if ((await wanted.count()) === 0) await page.locator('[data-key^="layer-"]').first().tap();
  await wanted.first().tap();
}

/** What stands in the fields, and which options are chosen. */
export function typedOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [
    ...[...document.querySelectorAll<HTMLInputElement>('input[data-part]')].map(field => field.value),
    ...[...document.querySelectorAll<HTMLInputElement>('[data-option] input:checked')].map(
      option => option.closest('[data-option]')?.getAttribute('data-option') ?? '',
    ),
  ]);
}
