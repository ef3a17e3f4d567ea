// A learner for tests: reads which exercise is on the screen, knows the key from its seed, and answers with a thumb on the keypad.
import type { Page } from 'playwright-core';
import { writeAs } from '../../src/answers/kinds.ts';
import { nearMisses } from '../../src/answers/near-misses.ts';
import { cellsOf, isGrid } from '../../src/app/input/grid.ts';
import { loadGenerator } from '../../src/catalog.ts';
import type { Answer } from '../../src/exercise/answer.ts';
import type { Exercise } from '../../src/exercise/generator.ts';
import { make } from '../../src/make.ts';
import { until } from './harness.ts';

/** The exercise on the screen that is to be answered, made again from its seed; worked examples before it are read through. */
export async function exerciseOn(page: Page): Promise<Exercise> {
  await until(page, () => document.querySelector('[data-seed]') !== null);
  while ((await stageOn(page)) === 'worked') await readExample(page);
  const shown = page.locator('[data-seed]');
  const [skill, level, seed] = await Promise.all(['data-skill', 'data-level', 'data-seed'].map(name => shown.getAttribute(name)));
  return make(await loadGenerator(skill ?? ''), Number(level), seed ?? '');
}

/** The next exercise that is to be done alone; examples before it are read, and those that are to be finished are. */
export async function aloneOn(page: Page): Promise<Exercise> {
  for (;;) {
    const exercise = await exerciseOn(page);
    if ((await stageOn(page)) === 'alone') return exercise;
    await answerRight(page, exercise);
    await page.locator('.saved').waitFor();
    await act(page, 'next');
    await page.locator(`[data-seed="${exercise.seed}"]`).waitFor({ state: 'detached' });
  }
}

/** `worked`, `guided`, `alone` or `placement`. */
export function stageOn(page: Page): Promise<string | null> {
  return page.locator('[data-seed]').getAttribute('data-stage');
}

/** Reads a worked example line by line, and goes on. */
export async function readExample(page: Page): Promise<void> {
  const seed = await page.locator('[data-seed]').getAttribute('data-seed');
  while ((await page.locator('[data-action="line"]').count()) > 0) await act(page, 'line');
  await act(page, 'next');
  await page.locator(`[data-seed]:not([data-seed="${seed}"])`).waitFor();
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
  const [near = answer.key] = nearMisses(answer);
  return answer.mistakes[0]?.wrong ?? near;
}

export async function check(page: Page): Promise<void> {
  await page.locator('[data-action="check"]').first().tap();
  await until(page, () => document.querySelector('[data-verdict]') !== null);
}

/** A tap. Before Next a learner takes a look: two taps at once at the same place are one. */
export async function act(page: Page, action: string): Promise<void> {
  if (action === 'next') await page.waitForTimeout(450);
  await page.locator(`[data-action="${action}"]`).first().tap();
}

export async function verdictOn(page: Page): Promise<string | null> {
  return page.locator('[data-verdict]').first().getAttribute('data-verdict');
}

/** Puts a key into a part: taps options, fills the cells of grids, types lines. */
export async function enter(page: Page, part: number, answer: Answer, key: Answer['key']): Promise<void> {
  if (answer.kind === 'choice' || answer.kind === 'several') return chooseOptions(page, part, [key].flat().map(String));
  const text = writeAs(answer, key);
  if (answer.kind === 'ordering') return putInOrder(page, text.split(', '));
  if (answer.kind === 'set') return enterElements(page, part, text);
  if (!isGrid(answer)) return typeInto(page, `[data-part="${part}"]`, text);
  const cells = page.locator(`[data-part="${part}"][data-cell]`);
  for (const [i, entry] of cellsOf(answer, text).flat().entries()) {
    const cell = await cells.nth(i).getAttribute('data-cell');
    await typeInto(page, `[data-part="${part}"][data-cell="${cell}"]`, entry);
  }
}

/** One element after the other; those that are there from before are taken out first. */
async function enterElements(page: Page, part: number, text: string): Promise<void> {
  const field = `[data-part="${part}"]`;
  const chips = page.locator(`.part:has(${field}) [data-chip]`);
  while ((await chips.count()) > 0) await chips.first().tap();
  await typeInto(page, field, text === '{}' ? '∅' : text.replace(/^\{(.+)\}$/, '$1'));
}

/** From the first place to the last, each row is moved up to where it belongs. */
async function putInOrder(page: Page, ids: readonly string[]): Promise<void> {
  const rows = () => page.locator('.order-row').evaluateAll(all => all.map(row => row.getAttribute('data-option')));
  if ((await rows()).join() === ids.join()) return act(page, 'keep-order');
  for (const [place, id] of ids.entries()) {
    for (let at = (await rows()).indexOf(id); at > place; at--) await page.locator(`[data-move="${id} -1"]`).tap();
  }
}

async function chooseOptions(page: Page, part: number, ids: readonly string[]): Promise<void> {
  const options = page.locator(`[data-option][data-part="${part}"]`);
  for (let i = 0; i < (await options.count()); i++) {
    const option = options.nth(i);
    const id = await option.getAttribute('data-option');
    const wanted = ids.includes(id ?? '') || (ids.length === 0 && id === '{}');
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
  const strokes = /(?:sqrt|ln|exp|log_2|sin|cos|tan|tanh|max|min|σ)\(|pi|inf|[a-z]+(?:_\w+)?|\S/gu;
  const signs: Record<string, string> = { pi: 'π', inf: '∞', U: '∪' };
  return (text.match(strokes) ?? []).flatMap(stroke => signs[stroke] ?? (stroke.length > 1 ? stroke.replace(/\($/, '') : stroke));
}

async function press(page: Page, key: string): Promise<void> {
  const wanted = page.locator(`[data-key="${key}"]`);
  if ((await wanted.count()) === 0) await page.locator('[data-key^="layer-"]').first().tap();
  if ((await wanted.count()) > 0) return wanted.first().tap();
  // No key writes it at once: a word, letter by letter.
  for (const letter of key) await press(page, letter);
}

/** What stands in the fields, and which options are chosen. */
export function typedOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [
    ...[...document.querySelectorAll<HTMLInputElement>('input[data-part]')].map(field =>
      [...(field.closest('.set')?.querySelectorAll<HTMLElement>('[data-chip]') ?? [])]
        .map(chip => chip.dataset.chip)
        .concat(field.value)
        .filter(text => text !== '')
        .join(', '),
    ),
    ...[...document.querySelectorAll<HTMLInputElement>('[data-option] input:checked')].map(
      option => option.closest('[data-option]')?.getAttribute('data-option') ?? '',
    ),
  ]);
}
