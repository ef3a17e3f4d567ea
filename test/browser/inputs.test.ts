// Every kind of answer, given by thumb on a small and on a large phone, by keyboard, and by clipboard: nothing jumps, nothing is lost.
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Exercise } from '../../src/exercise/generator.ts';
import { forget, newProfile, openPhone, type Phone, until } from './harness.ts';
import { exerciseOf, type Name, names } from './kinds/asked.ts';
import { act, check, enter, verdictOn } from './learner.ts';
import { findings, sideways, silentFormulas, smallTargets } from './look-over.ts';
import { serveKinds } from './serve-kinds.ts';

let site: Awaited<ReturnType<typeof serveKinds>>;
beforeAll(async () => {
  site = await serveKinds();
});
afterAll(() => site.close());

const SMALL = { width: 320, height: 568 };
const LARGE = { width: 390, height: 844 };

/** A phone at the page of the kinds, and the way to each of them. */
function usePhone(options: NonNullable<Parameters<typeof openPhone>[2]>, size: { width: number; height: number }) {
  const profile = newProfile();
  const held: { phone?: Phone } = {};
  beforeAll(async () => {
    held.phone = await openPhone('about:blank', profile, options);
    await held.phone.page.setViewportSize(size);
  });
  afterAll(async () => {
    await held.phone?.close();
    forget(profile);
  });
  afterEach(() => expect(held.phone?.problems).toEqual([]));
  const phone = () => {
    if (!held.phone) throw new Error('no phone');
    return held.phone;
  };
  const ask = async (name: Name): Promise<Exercise> => {
    const { page } = phone();
    await page.goto('about:blank');
    await page.goto(`${site.url}#${name}`);
    await until(page, () => document.documentElement.dataset.ready === 'yes' && document.querySelector('[data-seed]') !== null);
    return exerciseOf(name);
  };
  return { page: () => phone().page, ask };
}

async function acceptable(page: Page, name: string): Promise<void> {
  expect(await findings(page), `${name}: axe`).toEqual([]);
  expect(await silentFormulas(page), `${name}: formulas without words`).toEqual([]);
  expect(await sideways(page), `${name}: sideways`).toEqual([]);
  expect(await smallTargets(page), `${name}: targets`).toEqual([]);
}

/** Where things stand that must not move while something is typed. */
const heights = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.part, .reads-as, .practice-dock')].map(box => Math.round(box.getBoundingClientRect().height)),
  );
const field = (page: Page) => page.locator('input.field').first();
const reading = (page: Page) => page.locator('.reads-as').first();

async function paste(page: Page, text: string): Promise<void> {
  await field(page).focus();
  await page.evaluate(data => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', data);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    if (document.activeElement?.dispatchEvent(event)) document.execCommand('insertText', false, data);
  }, text);
}

describe.each([
  { colorScheme: 'light', size: SMALL },
  { colorScheme: 'dark', size: SMALL },
  { colorScheme: 'light', size: LARGE },
  { colorScheme: 'dark', size: LARGE },
] as const)('by thumb at $size.width × $size.height, $colorScheme', ({ colorScheme, size }) => {
  const { page: current, ask } = usePhone({ colorScheme }, size);
  // Chips wrap into further rows.
  const mayGrow: readonly Name[] = ['sets', 'numbers', 'pairs'];

  it.each(names)('%s', async name => {
    const exercise = await ask(name);
    const page = current();
    await acceptable(page, `${name}, empty`);
    const before = await heights(page);
    for (const [part, answer] of exercise.answers.entries()) await enter(page, part, answer, answer.key);
    if (!mayGrow.includes(name)) expect(await heights(page), 'heights').toEqual(before);
    await acceptable(page, `${name}, typed`);
    for (const box of await page.locator('.reads-as').all()) {
      expect(await box.innerText(), 'reading').toContain('reads as');
      expect((await box.locator('.spoken').innerText()).trim(), 'spoken').not.toBe('');
    }
    await check(page);
    expect(await verdictOn(page)).toBe('right');
  });
});

describe('fingers', () => {
  const { page: current, ask } = usePhone({}, SMALL);
  let session: CDPSession;
  const centre = async (selector: string) => {
    const box = await current().locator(selector).first().boundingBox();
    if (!box) throw new Error(`${selector} is not to be seen`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const key = (id: string) => centre(`[data-key="${id}"]`);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(({ x, y }, id) => ({ x, y, id })) });
  const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    await touch('touchStart', from);
    for (let i = 1; i <= 8; i++)
      await touch('touchMove', { x: from.x + ((to.x - from.x) * i) / 8, y: from.y + ((to.y - from.y) * i) / 8 });
    await touch('touchEnd');
    // A tap that comes at once would only end the movement of the finger before.
    await current().waitForTimeout(400);
  };
  beforeAll(async () => {
    session = await current().context().newCDPSession(current());
  });

  it('two thumbs that overlap lose nothing, and the second one may check', async () => {
    await ask('number');
    const page = current();
    const [one, two, minus, done] = [await key('1'), await key('2'), await key('-'), await key('check')];
    await touch('touchStart', minus);
    await touch('touchEnd');
    for (let i = 0; i < 6; i++) {
      await touch('touchStart', one);
      await touch('touchStart', one, two);
      await touch('touchEnd', two);
      await touch('touchEnd');
    }
    expect(await field(page).inputValue()).toBe(`-${'12'.repeat(6)}`);
    await touch('touchStart', one);
    await touch('touchStart', one, done);
    await touch('touchEnd', one);
    await touch('touchEnd');
    await until(page, () => document.querySelector('[data-verdict="wrong"]') !== null);
  });

  it('delete repeats while it is held, and no longer', async () => {
    await ask('number');
    const page = current();
    await page.keyboard.type('1234567890123456789012345');
    await touch('touchStart', await key('erase'));
    await page.waitForTimeout(1200);
    await touch('touchEnd');
    const left = (await field(page).inputValue()).length;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(20);
    await page.waitForTimeout(500);
    expect((await field(page).inputValue()).length).toBe(left);
  });

  it('caret keys: into the middle, and on into the next cell', async () => {
    await ask('matrix');
    const page = current();
    for (const id of ['1', '3', 'left', '2', 'right', 'right', '4']) await page.locator(`[data-key="${id}"]`).tap();
    const cells = page.locator('input.field');
    expect(await cells.evaluateAll(all => all.map(cell => (cell instanceof HTMLInputElement ? cell.value : '')))).toEqual([
      '123',
      '4',
      '',
      '',
    ]);
  });

  it('the keyboard of the phone instead of ours, and back', async () => {
    await ask('expression');
    const page = current();
    expect(await field(page).getAttribute('inputmode')).toBe('none');
    await act(page, 'keyboard');
    await until(page, () => document.querySelector('.keypad') === null);
    expect(await field(page).getAttribute('inputmode')).toBe('text');
    await until(page, () => document.activeElement?.matches('input.field') === true);
    await acceptable(page, 'with the keyboard of the phone');
    await act(page, 'keyboard');
    await page.locator('.keypad').waitFor();
    expect(await field(page).getAttribute('inputmode')).toBe('none');
  });

  it('a chip is taken out by a tap, and the last one is taken back by delete', async () => {
    await ask('numbers');
    const page = current();
    for (const id of ['2', ',', '3', ',', '5']) await page.locator(`[data-key="${id}"]`).tap();
    await act(page, 'add-element');
    const chips = () => page.locator('[data-chip]').evaluateAll(all => all.map(chip => chip.getAttribute('data-chip')));
    expect(await chips()).toEqual(['2', '3', '5']);
    await page.locator('[data-chip="3"]').tap();
    expect(await chips()).toEqual(['2', '5']);
    expect(await page.locator('main > [role=status]').innerText()).toContain('3 taken out');
    await page.locator('[data-key="erase"]').tap();
    expect([await chips(), await field(page).inputValue()]).toEqual([['2'], '5']);
  });

  it('a row is dragged to its place, which is said', async () => {
    await ask('ordering');
    const page = current();
    const ids = () => page.locator('.order-row').evaluateAll(all => all.map(row => row.getAttribute('data-option')));
    const first = await ids();
    await page.locator('.order').scrollIntoViewIfNeeded();
    const from = await centre('.order-row:nth-child(1) .order-handle');
    const to = await centre('.order-row:nth-child(3) .order-handle');
    await drag(from, { x: from.x, y: to.y + 8 });
    expect(await ids()).toEqual([first[1], first[2], first[0], ...first.slice(3)]);
    expect(await page.locator('main > [role=status]').innerText()).toContain('now 3 of 5');
    expect(await page.locator('[data-dragged]').count()).toBe(0);
  });

  it('ends are placed, moved, opened and sent to infinity on the line', async () => {
    await ask('bounded');
    const page = current();
    await page.evaluate(() => document.fonts.ready);
    await page.locator('.line').scrollIntoViewIfNeeded();
    const box = await page.locator('.line').boundingBox();
    if (!box) throw new Error('no line');
    // The window is from −5 to 5.
    const at = (value: number) => ({ x: box.x + box.width * (0.13 + (0.74 * (value + 5)) / 10), y: box.y + box.height * 0.4 });
    const text = () => field(page).inputValue();
    await page.touchscreen.tap(at(-2).x, at(-2).y);
    await expect.poll(text).toBe('{-2}');
    await page.touchscreen.tap(at(3).x, at(3).y);
    await expect.poll(text).toBe('[-2, 3]');
    await page.touchscreen.tap(at(3).x, at(3).y);
    await expect.poll(text).toBe('[-2, 3)');
    await drag(at(3), at(4));
    await expect.poll(text).toBe('[-2, 4)');
    await drag(at(-2), { x: box.x + 4, y: at(0).y });
    await expect.poll(text).toBe('(-∞, 4)');
    await drag({ x: box.x + box.width * 0.03, y: at(0).y }, at(-0.5));
    await expect.poll(text).toBe('(-0.5, 4)');
    // A tap of which the browser makes the end of the drag before would add none.
    await page.locator('[data-action="add-piece"]').dispatchEvent('click');
    await expect.poll(() => page.locator('.line-piece').count(), { timeout: 10_000 }).toBe(2);
    await act(page, 'remove-piece');
    await page.touchscreen.tap(at(-0.5).x, at(-0.5).y);
    await expect.poll(text).toBe('[-0.5, 4)');
    await check(page);
    expect(await verdictOn(page)).toBe('right');
  });
});

describe('by keyboard, on a wide screen', () => {
  const { page: current, ask } = usePhone({ isMobile: false, hasTouch: false }, { width: 1280, height: 800 });
  const right = async () => {
    await until(current(), () => document.querySelector('[data-verdict]') !== null);
    expect(await verdictOn(current())).toBe('right');
  };

  it.each<[Name, string]>([
    ['number', '-7/4'],
    ['real', 'ln(3)/2'],
    ['expression', '(2x+1)/(x^2+3)'],
    ['parameters', 'w_1 x + theta y - b z'],
    ['interval', 'x <= -2 or x > 3'],
    ['equation', 'y = 2x - 3'],
    ['inequality', '2y + 3x <= 12'],
    ['roots', '±sqrt(2)'],
    ['words', 'dog, Cat'],
  ])('%s: %s and Enter', async (name, text) => {
    await ask(name);
    const page = current();
    await until(page, () => document.activeElement?.matches('input.field') === true);
    await page.keyboard.type(text);
    if (name === 'words' || name === 'roots') await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await right();
  });

  it('a formula with a comma in a cell of a vector', async () => {
    await ask('gradient');
    const page = current();
    await until(page, () => document.activeElement?.matches('input.field') === true);
    await page.keyboard.type('max(1, 2) x');
    expect(await field(page).inputValue()).toBe('max(1, 2) x');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('2y');
    await page.keyboard.press('Enter');
    await right();
  });

  it('rows by arrow keys, the focus goes along', async () => {
    const [answer] = (await ask('ordering')).answers;
    if (answer?.kind !== 'ordering') throw new Error('another kind');
    const page = current();
    for (const [place, id] of answer.key.entries()) {
      const handle = page.locator(`[data-option="${id}"] .order-handle`);
      await handle.focus();
      while ((await handle.locator('.order-place').innerText()) !== `${place + 1}`) {
        await page.keyboard.press('ArrowUp');
        expect(await handle.evaluate(node => node === document.activeElement)).toBe(true);
      }
    }
    await page.locator('[data-action="check"]').click();
    await right();
  });

  it('rows by mouse', async () => {
    await ask('ordering');
    const page = current();
    const rows = page.locator('.order-row');
    const [from, to] = [await rows.nth(4).boundingBox(), await rows.nth(0).boundingBox()];
    if (!from || !to) throw new Error('no rows');
    await page.mouse.move(from.x + from.width / 2, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + 12, { steps: 8 });
    await page.mouse.up();
    expect(await rows.nth(0).getAttribute('data-option')).toBe('shuffle');
  });

  it('ends of an interval by arrow keys', async () => {
    await ask('interval');
    const page = current();
    await page.locator('[data-action="add-piece"]').click();
    await page.locator('[data-end="0 low"]').focus();
    await page.keyboard.press('Home');
    await page.locator('[data-end="0 high"]').focus();
    while (!(await field(page).inputValue()).endsWith(' -2]')) await page.keyboard.press('ArrowLeft');
    await page.locator('[data-action="add-piece"]').click();
    await page.locator('[data-end="1 high"]').focus();
    await page.keyboard.press('End');
    await page.locator('[data-end="1 low"]').focus();
    await page.keyboard.press('Space');
    const value = async () => Number(await page.locator('[data-end="1 low"]').getAttribute('aria-valuenow'));
    while ((await value()) !== 3) await page.keyboard.press((await value()) < 3 ? 'ArrowRight' : 'ArrowLeft');
    expect(await field(page).inputValue()).toBe('(-∞, -2] ∪ (3, ∞)');
    await page.locator('[data-action="check"]').click();
    await right();
  });
});

describe('the clipboard, and what can’t be read', () => {
  const { page: current, ask } = usePhone({}, SMALL);

  it.each<[Name, string]>([
    ['numbers', '{2, 3, 5, -1/2}'],
    ['sets', '{∅, {1}, {1,2}}'],
    ['pairs', '\\{(1,2),(2,1)\\}'],
    ['matrix', '[[1, -2], [1/3, 0]]'],
    ['matrix', '\\begin{pmatrix} 1 & -2 \\\\ 1/3 & 0 \\end{pmatrix}'],
    ['entries', '1 -2 3 -4/5 0 16'],
    ['gradient', '(max(1, 2)*x, 2y)'],
    ['expression', '\\frac{2x+1}{x^2+3}'],
    ['interval', '(-inf, -2] U (3, inf)'],
  ])('%s: %s pasted is right', async (name, text) => {
    await ask(name);
    await paste(current(), text);
    await check(current());
    expect(await verdictOn(current())).toBe('right');
  });

  it('a pasted set is chips', async () => {
    await ask('numbers');
    await paste(current(), '{1,2,3}');
    expect(await current().locator('[data-chip]').count()).toBe(3);
    expect(await field(current()).inputValue()).toBe('');
  });

  it.each<[Name, string, string]>([
    ['expression', '2x+*3', '*'],
    ['matrix', '1*/2', '/'],
    ['interval', '(1, 2*/3)', '/'],
    ['numbers', '3*/2', '/'],
    ['equation', 'x == = 2', '='],
  ])('%s: %s is marked where it stops, without moving anything, once nothing more is typed', async (name, text, sign) => {
    await ask(name);
    const page = current();
    const before = await heights(page);
    await field(page).focus();
    await page.keyboard.type(text);
    expect(await page.locator('.typed-mark').count()).toBe(0);
    await page.locator('.typed-mark > mark').first().waitFor();
    expect(await page.locator('.typed-mark > mark').first().textContent()).toBe(sign);
    expect(await field(page).getAttribute('aria-invalid')).toBe('true');
    expect((await reading(page).innerText()).length).toBeGreaterThan(8);
    expect(await heights(page)).toEqual(before);
  });
});
