// The scratch pad: drawn on by touch, kept through a kill, never in the way of the answer; and the screen stays awake meanwhile.
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { ProblemSet } from '../../src/exercise/problem-set.ts';
import { forget, newProfile, openPhone, type Phone, type PhoneOptions, until } from './harness.ts';
import { act, aloneOn, answerRight, answerWrong, exerciseOn, typedOn } from './learner.ts';
import { findings, sideways, smallTargets } from './look-over.ts';
import { linkTo } from './set-link.ts';

type Place = readonly [x: number, y: number];

const NUMBER = 'probability/bayes-rule/2';
const PAUSE = 1500;

/** A phone at this address, with a count of the locks that keep its screen awake. */
const phoneAt = async (hash: string, profile: string, options: PhoneOptions = {}): Promise<Phone> => {
  const phone = await openPhone(inject('appUrl'), profile, options);
  await phone.context.addInitScript(() => {
    const held = new Set<object>();
    const wakeLock = {
      request: async () => {
        const lock = { release: async () => void held.delete(lock) };
        held.add(lock);
        return lock;
      },
    };
    Object.defineProperty(navigator, 'wakeLock', { value: wakeLock });
    Object.assign(window, { awake: () => held.size });
  });
  await visit(phone.page, hash);
  return phone;
};

const visit = async (page: Page, hash: string): Promise<void> => {
  await page.goto(`${inject('appUrl')}${hash}`);
  await page.reload();
  await until(page, () => document.documentElement.dataset.ready === 'yes');
};

const pad = (page: Page) => page.locator('.scratch [data-scratch]');
const strokes = async (page: Page): Promise<number> => Number(await page.locator('[data-scratch]').getAttribute('data-strokes'));
const openPad = async (page: Page): Promise<void> => {
  await act(page, 'scratch');
  await pad(page).waitFor();
};
const tool = (page: Page, name: string) => act(page, `scratch-${name}`);

/** The fingers go together through these places, counted from the corner of the paper. */
const touch = async (page: Page, ...fingers: readonly (readonly Place[])[]): Promise<void> => {
  const box = await page.locator('.scratch-paper').boundingBox();
  const session: CDPSession = await page.context().newCDPSession(page);
  const at = (step: number) =>
    fingers.map((places, id) => {
      const [x = 0, y = 0] = places[step] ?? [];
      return { x: (box?.x ?? 0) + x, y: (box?.y ?? 0) + y, id };
    });
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let step = 1; step < (fingers[0]?.length ?? 0); step++)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
};
const line = ([x, y]: Place, [toX, toY]: Place): readonly Place[] =>
  Array.from({ length: 11 }, (_, i) => [x + ((toX - x) * i) / 10, y + ((toY - y) * i) / 10]);
const drawLine = (page: Page, y = 60): Promise<void> => touch(page, line([40, y], [200, y + 20]));

/** How much ink there is on the lower canvas around a place of the paper; the colour of the darkest, or in the dark the lightest. */
const inkAt = (page: Page, [x, y]: Place): Promise<number> =>
  page.evaluate(
    async ([left, top]) => {
      // The ink dries with the next frame.
      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
      const canvas = document.querySelector<HTMLCanvasElement>('.scratch [data-scratch]');
      const pen = canvas?.getContext('2d');
      const ratio = (canvas?.width ?? 0) / (canvas?.clientWidth ?? 1);
      const pixels = pen?.getImageData((left - 4) * ratio, (top - 4) * ratio, 8 * ratio, 8 * ratio).data ?? [];
      return [...pixels].filter((value, i) => i % 4 === 3 && value > 128).length;
    },
    [x, y] as const,
  );

describe('on a phone', () => {
  const profile = newProfile();
  let phone: Phone;
  beforeAll(async () => {
    phone = await phoneAt(`#/practise/${NUMBER}`, profile);
  });
  afterAll(async () => {
    await phone.close();
    forget(profile);
  });
  afterEach(() => expect(phone.problems).toEqual([]));
  const fresh = async (): Promise<Page> => {
    await visit(phone.page, `#/practise/${NUMBER}`);
    await phone.page.locator('[data-action="scratch"]').waitFor();
    return phone.page;
  };

  it('it comes in the place of the keypad, under the statement, and goes with one tap', async () => {
    const page = await fresh();
    await page.locator('.keypad').waitFor();
    await openPad(page);
    expect(await page.locator('.keypad').isVisible()).toBe(false);
    const [statement, paper] = [await page.locator('#statement').boundingBox(), await page.locator('.scratch').boundingBox()];
    expect((statement?.y ?? 0) + 40).toBeLessThan(paper?.y ?? 0);
    await tool(page, 'close');
    await page.locator('.keypad').waitFor();
    expect(await page.locator('.scratch').count()).toBe(0);
  });

  it('a finger draws, and nothing is scrolled by it', async () => {
    const page = await fresh();
    await openPad(page);
    await expect.poll(() => strokes(page)).toBe(0);
    await page.locator('.scratch-note').waitFor();
    await touch(page, line([100, 300], [120, 20]));
    await expect.poll(() => strokes(page)).toBe(1);
    expect(await page.locator('.scratch-note').count()).toBe(0);
    const scrolled = await page.evaluate(() => [
      scrollY,
      visualViewport?.offsetTop,
      document.querySelector('.practice-scroll')?.scrollTop,
    ]);
    expect(scrolled).toEqual([0, 0, 0]);
    expect(await inkAt(page, [110, 160])).toBeGreaterThan(10);
    expect(await inkAt(page, [250, 160])).toBe(0);
  });

  it('undo, redo, clear, and undo of that', async () => {
    const page = await fresh();
    await openPad(page);
    await drawLine(page);
    await drawLine(page, 120);
    await expect.poll(() => strokes(page)).toBe(2);
    await tool(page, 'undo');
    expect([await strokes(page), await inkAt(page, [120, 130])]).toEqual([1, 0]);
    await tool(page, 'redo');
    await expect.poll(() => strokes(page)).toBe(2);
    expect(await inkAt(page, [120, 130])).toBeGreaterThan(10);
    await tool(page, 'clear');
    expect([await strokes(page), await inkAt(page, [120, 130])]).toEqual([0, 0]);
    await tool(page, 'undo');
    await expect.poll(() => strokes(page)).toBe(2);
    expect(await inkAt(page, [120, 70])).toBeGreaterThan(10);
  });

  it('the eraser takes away what it touches, at one go', async () => {
    const page = await fresh();
    await openPad(page);
    for (const y of [40, 80, 160]) await drawLine(page, y);
    await tool(page, 'eraser');
    await touch(page, line([120, 20], [120, 120]));
    await expect.poll(() => strokes(page)).toBe(1);
    await tool(page, 'undo');
    await expect.poll(() => strokes(page)).toBe(3);
    await tool(page, 'eraser');
    await drawLine(page, 200);
    await expect.poll(() => strokes(page)).toBe(4);
  });

  it('two fingers move the paper and draw nothing', async () => {
    const page = await fresh();
    await openPad(page);
    await drawLine(page, 200);
    await touch(page, line([100, 300], [100, 180]), line([200, 300], [200, 180]));
    await expect.poll(() => strokes(page)).toBe(1);
    expect(await inkAt(page, [120, 210])).toBe(0);
    expect(await inkAt(page, [120, 90])).toBeGreaterThan(10);
    await drawLine(page, 250);
    await expect.poll(() => strokes(page)).toBe(2);
    expect(await inkAt(page, [120, 260])).toBeGreaterThan(10);
  });

  it('put away and taken out again it is as it was; the keys type in between, and a tap into the field brings them too', async () => {
    const page = await fresh();
    await openPad(page);
    await drawLine(page);
    await tool(page, 'close');
    await page.locator('[data-key="7"]').tap();
    expect(await typedOn(page)).toContain('7');
    await openPad(page);
    await expect.poll(() => strokes(page)).toBe(1);
    expect(await inkAt(page, [120, 70])).toBeGreaterThan(10);
    await page.locator('input.field').first().tap();
    await page.locator('.keypad').waitFor();
    await page.locator('[data-key="8"]').tap();
    expect(await typedOn(page)).toContain('78');
  });

  it('a phone that is turned shows all that was drawn, and draws on', async () => {
    const page = await fresh();
    await openPad(page);
    await drawLine(page);
    await page.setViewportSize({ width: 844, height: 390 });
    await until(page, () => (document.querySelector('.scratch')?.getBoundingClientRect().left ?? 0) > 300);
    expect(await inkAt(page, [120, 70])).toBeGreaterThan(10);
    await touch(page, line([20, 150], [400, 160]));
    await page.setViewportSize({ width: 390, height: 844 });
    await until(page, () => (document.querySelector('.scratch')?.getBoundingClientRect().left ?? 9) < 1);
    await expect.poll(() => strokes(page)).toBe(2);
    expect(await sideways(page)).toEqual([]);
    const [width = 0, scale = 1] = await page.evaluate(() => {
      const paper = document.querySelector<HTMLElement>('.scratch-paper');
      return [paper?.clientWidth, Number.parseFloat(paper?.style.getPropertyValue('--square') ?? '') / 24];
    });
    expect(400 * scale).toBeLessThan(width);
    expect(await inkAt(page, [200 * scale, 155 * scale])).toBeGreaterThan(5);
  });

  it('after a wrong try it is there to be looked at, and Try again shows it again', async () => {
    const page = await fresh();
    const exercise = await exerciseOn(page);
    await openPad(page);
    await drawLine(page);
    await tool(page, 'close');
    await answerWrong(page, exercise);
    await page.locator('.drawn > summary').tap();
    expect(await page.locator('.drawn [data-scratch]').getAttribute('data-strokes')).toBe('1');
    await page.waitForTimeout(PAUSE);
    await act(page, 'retry');
    await openPad(page);
    await expect.poll(() => strokes(page)).toBe(1);
    // Checked with the pad open, it is open again.
    await page.locator('input.field').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-verdict="wrong"]').waitFor();
    expect(await pad(page).isVisible()).toBe(false);
    await page.waitForTimeout(PAUSE);
    await act(page, 'retry');
    await pad(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.matches('input'))).toBe(false);
  });

  it('Escape puts it away, and only then leaves the exercise', async () => {
    const page = await fresh();
    await openPad(page);
    await drawLine(page);
    await page.keyboard.press('Control+z');
    await expect.poll(() => strokes(page)).toBe(0);
    await page.keyboard.press('Escape');
    await page.locator('.keypad').waitFor();
    await until(page, () => document.activeElement?.matches('input.field'));
    await page.keyboard.press('Escape');
    await page.locator('.practice').waitFor({ state: 'detached' });
  });

  it('the screen is kept awake while an exercise is open, from one to the next, and then let go', async () => {
    const page = await fresh();
    const awake = () => page.evaluate(() => (window as unknown as { awake: () => number }).awake());
    await exerciseOn(page);
    expect(await awake()).toBe(1);
    await act(page, 'reveal');
    await page.locator('.saved').waitFor();
    await act(page, 'next');
    await page.locator('[data-action="check"], [data-key="check"]').first().waitFor();
    expect(await awake()).toBe(1);
    await act(page, 'close');
    await page.locator('.practice').waitFor({ state: 'detached' });
    await until(page, () => (window as unknown as { awake: () => number }).awake() === 0);
  });
});

describe.each(['light', 'dark'] as const)('looked at in the %s theme', colorScheme => {
  const profile = newProfile();
  let phone: Phone;
  beforeAll(async () => {
    phone = await phoneAt('#/practise/linear-algebra/matrix-product/2', profile, { colorScheme });
  });
  afterAll(async () => {
    await phone.close();
    forget(profile);
  });

  it('nothing goes sideways, targets are for thumbs, axe has nothing to say', async () => {
    const { page } = phone;
    await openPad(page);
    for (const size of [
      { width: 390, height: 844 },
      { width: 320, height: 568 },
      { width: 1280, height: 900 },
    ]) {
      await page.setViewportSize(size);
      await page.waitForTimeout(100);
      expect(await sideways(page), `${size.width}`).toEqual([]);
      expect(await smallTargets(page), `${size.width}`).toEqual([]);
      expect(await findings(page), `${size.width}`).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await sideways(page)).toEqual([]);
  });

  it('ink follows the theme while the pad is open', async () => {
    const { page } = phone;
    await visit(page, `#/practise/${NUMBER}`);
    await page.locator('[data-action="scratch"]').waitFor();
    await openPad(page);
    await drawLine(page);
    const brightness = () =>
      page.evaluate(async () => {
        await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
        const canvas = document.querySelector<HTMLCanvasElement>('.scratch [data-scratch]');
        const all = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        const at = [...all].findIndex((value, i) => i % 4 === 3 && value === 255);
        return all[at - 1] ?? -1;
      });
    const isLight = colorScheme === 'dark';
    expect((await brightness()) > 128).toBe(isLight);
    await page.emulateMedia({ colorScheme: isLight ? 'light' : 'dark' });
    expect((await brightness()) > 128).toBe(!isLight);
  });
});

describe('in a session', () => {
  const profile = newProfile();
  let phone: Phone;
  afterAll(async () => {
    await phone.close();
    forget(profile);
  });

  it('it outlives a kill, down to what can be undone, and the next exercise has an empty one', async () => {
    phone = await phoneAt('#/session', profile);
    const exercise = await aloneOn(phone.page);
    await openPad(phone.page);
    await drawLine(phone.page);
    await drawLine(phone.page, 120);
    await tool(phone.page, 'undo');
    await phone.page.waitForTimeout(PAUSE);
    await phone.kill();
    phone = await phoneAt('#/session', profile);
    const { page } = phone;
    expect((await exerciseOn(page)).seed).toBe(exercise.seed);
    await page.locator('[data-action="scratch"].is-drawn').waitFor();
    await openPad(page);
    await expect.poll(() => strokes(page)).toBe(1);
    expect(await inkAt(page, [120, 70])).toBeGreaterThan(10);
    await tool(page, 'redo');
    await expect.poll(() => strokes(page)).toBe(2);
    await tool(page, 'close');
    await answerRight(page, exercise);
    await page.locator('.saved').waitFor();
    await act(page, 'next');
    await page.locator(`[data-seed="${exercise.seed}"]`).waitFor({ state: 'detached' });
    await exerciseOn(page);
    expect(await page.locator('[data-action="scratch"].is-drawn').count()).toBe(0);
    await openPad(page);
    await expect.poll(() => strokes(page)).toBe(0);
    await page.waitForTimeout(PAUSE);
    expect(await storedPads(page)).toEqual([]);
    expect(phone.problems).toEqual([]);
  });
});

/** The names of the pads that lie in the phone's IndexedDB. */
const storedPads = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('gradus');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const keys = await new Promise<IDBValidKey[]>((resolve, reject) => {
      const request = database.transaction('session').objectStore('session').getAllKeys();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    database.close();
    return keys.map(String).filter(key => key.startsWith('scratch/'));
  });

describe('in an exam', () => {
  const profile = newProfile();
  let phone: Phone;
  afterAll(async () => {
    await phone.close();
    forget(profile);
  });

  it('each exercise has its own, through a kill, until it is handed in', async () => {
    const set: ProblemSet = { title: 'Exam', seed: 'exam', items: [{ skill: 'linear-algebra/dot-product', level: 1, count: 2 }] };
    const link = await linkTo(set);
    phone = await phoneAt(link, profile);
    await phone.page.locator('label', { hasText: 'At the end' }).tap();
    await act(phone.page, 'start-set');
    await exerciseOn(phone.page);
    await openPad(phone.page);
    await drawLine(phone.page);
    await tool(phone.page, 'close');
    await act(phone.page, 'check');
    await phone.page.locator('.small', { hasText: '2 of 2' }).waitFor();
    await openPad(phone.page);
    await expect.poll(() => strokes(phone.page)).toBe(0);
    await drawLine(phone.page);
    await drawLine(phone.page, 120);
    await phone.page.waitForTimeout(PAUSE);
    await phone.kill();
    phone = await phoneAt(`${link}/work`, profile);
    const { page } = phone;
    for (const [number, many] of [1, 2].entries()) {
      await exerciseOn(page);
      await act(page, 'exam-sheet');
      await page.locator(`[data-exam="${number + 1}"]`).tap();
      await page.locator('[data-action="scratch"].is-drawn').waitFor();
      await openPad(page);
      await expect.poll(() => strokes(page)).toBe(many);
      await tool(page, 'close');
    }
    await act(page, 'exam-sheet');
    await act(page, 'hand-in');
    await page.waitForTimeout(500);
    await act(page, 'hand-in');
    await page.locator('[data-action="hand-in"]').waitFor({ state: 'detached' });
    await visit(page, `#/practise/${NUMBER}`);
    await exerciseOn(page);
    await page.waitForTimeout(PAUSE);
    expect(await storedPads(page)).toEqual([]);
    expect(phone.problems).toEqual([]);
  });
});

describe('on a wide screen', () => {
  const profile = newProfile();
  let phone: Phone;
  beforeAll(async () => {
    phone = await phoneAt(`#/practise/${NUMBER}`, profile, { isMobile: false, hasTouch: false });
    await phone.page.setViewportSize({ width: 1280, height: 900 });
  });
  afterAll(async () => {
    await phone.close();
    forget(profile);
  });

  it('it lies beside the exercise, is drawn on with the mouse while one types, and stays through the feedback and into the next', async () => {
    const { page } = phone;
    const click = (action: string) => page.locator(`[data-action="${action}"]`).first().click();
    const exercise = await exerciseOn(page);
    await click('scratch');
    await pad(page).waitFor();
    const box = await page.locator('.scratch-paper').boundingBox();
    if (!box) throw new Error('there is no paper');
    expect(box.x).toBeGreaterThan(600);
    await page.locator('input.field').first().click();
    await page.mouse.move(box.x + 40, box.y + 40);
    await page.mouse.down();
    for (let i = 0; i < 20; i++) await page.mouse.move(box.x + 40 + 5 * i, box.y + 40 + i);
    await page.mouse.up();
    await expect.poll(() => strokes(page)).toBe(1);
    await page.keyboard.type('123/457');
    expect(await typedOn(page)).toContain('123/457');
    await page.keyboard.press('Enter');
    await page.locator('[data-verdict]').waitFor();
    expect(await pad(page).isVisible()).toBe(true);
    await page.waitForTimeout(PAUSE);
    await click('reveal');
    await page.locator('.saved').waitFor();
    await page.waitForTimeout(PAUSE);
    await click('next');
    await page.locator(`[data-seed="${exercise.seed}"]`).waitFor({ state: 'detached' });
    await pad(page).waitFor();
    await expect.poll(() => strokes(page)).toBe(0);
    expect(phone.problems).toEqual([]);
  });
});
