// Settings and care: how the app looks and feels, what is carried away and kept, what is deleted and brought back.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Entry } from '../../src/schedule/entry.ts';
import { forget, newProfile, openPhone, type Phone, type PhoneOptions, until } from './harness.ts';
import { act, answerRight, check, exerciseOn, verdictOn } from './learner.ts';
import { findings, sideways, smallTargets } from './look-over.ts';
import { put, storedCards, storedReviews } from './stored.ts';

const NUMBER = '#/practise/linear-algebra/dot-product/1';
const SET = '#/practise/set-theory/set-operations/1';
const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 23, 9);

let phone: Phone;
let profile = '';
beforeEach(() => {
  profile = newProfile();
});
afterEach(async () => {
  await phone.close();
  forget(profile);
});

const open = async (hash = '#/settings', options: PhoneOptions = {}): Promise<Page> => {
  phone = await openPhone(`${inject('appUrl')}manifest.webmanifest`, profile, options);
  await visit(hash);
  return phone.page;
};

const visit = async (hash: string): Promise<void> => {
  await phone.page.goto('about:blank');
  await phone.page.goto(`${inject('appUrl')}${hash}`);
  await until(phone.page, () => document.documentElement.dataset.ready === 'yes');
  await phone.page.locator('h1').waitFor();
};

const unfold = (name: string): Promise<void> => phone.page.locator(`[data-fold="${name}"] > summary`).tap();
/** Turns a switch; it says so once that is saved. */
const turn = async (name: string): Promise<void> => {
  const knob = phone.page.locator(`input[name="${name}"]`);
  const before = await knob.getAttribute('aria-checked');
  await knob.tap();
  await expect.poll(() => knob.getAttribute('aria-checked')).not.toBe(before);
};

/** What the next download holds. */
const downloaded = async (action: string): Promise<string> => {
  const download = phone.page.waitForEvent('download');
  await act(phone.page, action);
  return readFileSync(await (await download).path(), 'utf8');
};

const practise = async (hash = NUMBER): Promise<void> => {
  await visit(hash);
  await answerRight(phone.page, await exerciseOn(phone.page));
  await phone.page.locator('.saved').waitFor();
};

/** How many records each store of the database has. */
const stored = (page: Page): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(async () => {
    const request = indexedDB.open('gradus');
    await new Promise((resolve, reject) => Object.assign(request, { onsuccess: resolve, onerror: reject }));
    const counts: Record<string, number> = {};
    for (const name of request.result.objectStoreNames) {
      const counting = request.result.transaction(name).objectStore(name).count();
      await new Promise((resolve, reject) => Object.assign(counting, { onsuccess: resolve, onerror: reject }));
      counts[name] = counting.result;
    }
    request.result.close();
    return counts;
  });

describe('the page', () => {
  it.each(['light', 'dark'] as const)(
    '%s: nothing sticks out, nothing is hard to hit or to see, folded and open',
    async theme => {
      const page = await open('#/settings', { colorScheme: theme });
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 640 });
        for (const isOpen of [false, true]) {
          await page.evaluate(wanted => {
            for (const fold of document.querySelectorAll('details')) fold.open = wanted;
          }, isOpen);
          expect(await findings(page)).toEqual([]);
          expect(await sideways(page)).toEqual([]);
          expect(await smallTargets(page)).toEqual([]);
        }
      }
      await act(page, 'delete');
      expect(await findings(page)).toEqual([]);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await sideways(page)).toEqual([]);
      expect(phone.problems).toEqual([]);
    },
  );

  it('keeps everything still where the learner wants it so, after a restart too', async () => {
    const page = await open();
    const calm = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--calm'));
    expect(Number.parseFloat(await calm())).toBeGreaterThan(0);
    await turn('reducedMotion');
    await until(page, () => document.documentElement.dataset.motion === 'reduced');
    await visit('#/today');
    expect(Number.parseFloat(await calm())).toBe(0);
  });

  it('ticks at a verdict once that is switched on, and not before', async () => {
    phone = await openPhone(`${inject('appUrl')}manifest.webmanifest`, profile);
    await phone.context.addInitScript(() => {
      Object.assign(window, { ticks: [] });
      Navigator.prototype.vibrate = pattern => {
        (window as unknown as { ticks: unknown[] }).ticks.push(pattern);
        return true;
      };
    });
    const ticks = () => phone.page.evaluate(() => (window as unknown as { ticks: unknown[] }).ticks);
    await practise();
    expect(await ticks()).toEqual([]);
    await visit('#/settings');
    await turn('haptics');
    await practise();
    expect(await ticks()).toEqual([18]);
    await visit(NUMBER);
    await phone.page.locator('input.field').first().fill('123457');
    await check(phone.page);
    expect(await ticks()).toEqual([[14, 80, 14]]);
  });

  it('says nothing of ticks where the device has none', async () => {
    const page = await open('#/settings', { isMobile: false, hasTouch: false });
    expect(await page.locator('input[name="reducedMotion"]').count()).toBe(1);
    expect(await page.locator('input[name="haptics"]').count()).toBe(0);
  });
});

describe('the decimal comma', () => {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await phone.page.locator(`[data-key="${key}"]`).first().tap();
  };
  const field = () => phone.page.locator('input.field').first();
  const reads = () => phone.page.locator('.reads-as-formula .spoken').first().textContent();

  it('on the keypad: a comma is typed and shown, and read as the decimal sign', async () => {
    const page = await open();
    await turn('decimalComma');
    await visit(NUMBER);
    await exerciseOn(page);
    await field().tap();
    await press('0', '.', '5');
    expect(await field().inputValue()).toBe('0,5');
    expect(await page.locator('[data-key="."]').textContent()).toBe(',');
    await expect.poll(reads).toMatch(/0\.5|0 point 5/);
    await check(page);
    expect(await verdictOn(page)).toBe('wrong');
    await visit('#/settings');
    await turn('decimalComma');
    await visit(NUMBER);
    await field().tap();
    await press('0', '.', '5');
    expect(await field().inputValue()).toBe('0.5');
  });

  it('in a set: a comma stays within an element, a semicolon ends it; the log holds points', async () => {
    const page = await open();
    await turn('decimalComma');
    await visit(SET);
    await exerciseOn(page);
    await field().tap();
    const chips = () => page.locator('[data-chip]').evaluateAll(all => all.map(chip => chip.getAttribute('data-chip')));
    await field().pressSequentially('0,5;1,25');
    expect(await chips()).toEqual(['0.5']);
    expect(await field().inputValue()).toBe('1,25');
    await act(page, 'add-element');
    expect(await chips()).toEqual(['0.5', '1.25']);
    await act(page, 'check');
    await page.locator('[data-verdict]').waitFor();
    await act(page, 'reveal');
    await page.locator('.saved').waitFor();
    expect(await storedReviews(page)).toMatchObject([{ answers: [['{0.5, 1.25}']] }]);
  });
});

describe('a reminder', () => {
  it('is a file for the calendar at the hour that was chosen, which comes again at the next visit', async () => {
    const page = await open();
    await page.locator('input[name="reminderAt"]').fill('07:30');
    await page.locator('input[name="reminderAt"]').blur();
    const file = await downloaded('reminder');
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(file).toMatch(/DTSTART:\d{8}T073000\r\n/);
    expect(file).toContain(`URL:${inject('appUrl')}\r\n`);
    await page.getByText(/Saved as gradus-reminder.ics/).waitFor();
    await visit('#/settings');
    expect(await page.locator('input[name="reminderAt"]').inputValue()).toBe('07:30');
  });
});

describe('installing', () => {
  const APPLE =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1';

  it('on an iPhone is three pictures, and nothing once it is installed', async () => {
    phone = await openPhone(`${inject('appUrl')}manifest.webmanifest`, profile, { userAgent: APPLE });
    // This browser is none of an iPhone: it makes an offer.
    await phone.context.addInitScript(() =>
      addEventListener('beforeinstallprompt', event => event.stopImmediatePropagation(), { capture: true }),
    );
    await visit('#/settings');
    await phone.page.getByText('Add to Home Screen').waitFor();
    expect(await phone.page.locator('#install li svg').count()).toBe(3);
    await phone.context.addInitScript(() => Object.assign(navigator, { standalone: true }));
    await visit('#/settings');
    await phone.page.locator('#backup').waitFor();
    expect(await phone.page.locator('#install').count()).toBe(0);
  });

  it('elsewhere is the browser’s own offer, where it makes one', async () => {
    const page = await open();
    await page.evaluate(() =>
      dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt: async () => undefined })),
    );
    await act(page, 'install');
    await page.locator('#install').waitFor({ state: 'detached' });
  });
});

describe('states kept', () => {
  it('come by themselves once a week, and can be put back', async () => {
    const page = await open('#/settings', { at: START });
    await practise();
    await visit('#/today');
    await phone.context.clock.runFor(15_000);
    await expect.poll(async () => (await stored(page)).snapshots).toBe(1);
    await visit('#/settings');
    await unfold('earlier');
    await page.getByText(/^Kept on 23 November/).waitFor();
    await practise();
    expect(await storedReviews(page)).toHaveLength(2);
    await visit('#/settings');
    await unfold('earlier');
    await act(page, 'restore');
    await page.getByText(/^Done: that state is back/).waitFor();
    expect(await storedReviews(page)).toHaveLength(1);
    // What was there before is kept too, and no other is gone.
    await page.getByText(/^Kept on 23 November/).waitFor();
    await page.locator('[data-action="restore"][data-why="change"]').tap();
    await until(page, () => document.querySelectorAll('[data-action="restore"]').length === 3);
    expect(await storedReviews(page)).toHaveLength(2);
  });
});

describe('two devices', () => {
  it('come to the same bytes, whichever takes in the other’s file, with the settings that were set last', async () => {
    const files: string[] = [];
    const profiles = [profile, newProfile()];
    for (const [i, each] of profiles.entries()) {
      phone = await openPhone(`${inject('appUrl')}manifest.webmanifest`, each);
      await practise(i === 0 ? NUMBER : SET);
      await visit('#/settings');
      if (i === 1) await turn('decimalComma');
      await phone.page.getByRole('radio', { name: i === 0 ? 'Dark' : 'Light' }).click({ force: true });
      await until(phone.page, () => document.documentElement.dataset.theme !== undefined);
      files.push(await downloaded('export'));
      await phone.close();
    }
    const merged: string[] = [];
    for (const [i, each] of profiles.entries()) {
      phone = await openPhone(`${inject('appUrl')}#/settings`, each);
      const other = { name: 'other.json', mimeType: 'application/json', buffer: Buffer.from(files[1 - i] ?? '') };
      for (const says of [/one entry added/, /nothing was new/]) {
        await phone.page.locator('input[type=file]').setInputFiles(other);
        await act(phone.page, 'merge');
        await phone.page.getByText(says).waitFor();
        merged.push(await downloaded('export'));
      }
      expect(await phone.page.locator('input[name="decimalComma"]').isChecked()).toBe(true);
      expect(await phone.page.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
      await phone.close();
    }
    expect(merged).toEqual(Array(4).fill(merged[0]));
    expect(JSON.parse(merged[0] ?? '').reviews).toHaveLength(2);
    forget(profiles[1] ?? '');
  });
});

describe('check my data', () => {
  it('mends a damaged log and tells of it, and nothing is lost', async () => {
    const page = await open(NUMBER);
    await practise();
    await practise();
    const [first, second] = await storedReviews(page);
    const damaged = { ...first, quality: 'splendid', mood: 1 } as unknown as Entry;
    const lost = { ...second, skill: '' } as Entry;
    await put(page, [damaged, lost], {});
    await visit('#/settings');
    await unfold('check');
    await act(page, 'check-data');
    await page.getByText(/One entry in the log was damaged and counts again/).waitFor();
    await page.getByText(/One entry cannot be read. It is kept as it is/).waitFor();
    // How fast it was is not known any more: a 4.
    expect(await storedReviews(page)).toEqual([{ ...first, quality: 4 }, lost]);
    expect(await storedCards(page)).toEqual([]);
    const file = JSON.parse(await downloaded('export'));
    expect([file.reviews.length, file.damaged.length]).toEqual([1, 1]);
    await act(page, 'check-data');
    await page.getByText(/One entry cannot be read/).waitFor();
  });
});

describe('reports', () => {
  it('of every answer that was called right are one text', async () => {
    const page = await open();
    await unfold('reports');
    await act(page, 'reports');
    await page.getByText(/^There are none/).waitFor();
    for (const typed of ['1234', '5678']) {
      await visit(NUMBER);
      await exerciseOn(page);
      await page.locator('input.field').first().fill(typed);
      await check(page);
      await act(page, 'override');
      await page.locator('.saved').waitFor();
    }
    await visit('#/settings');
    await unfold('reports');
    await act(page, 'reports');
    await page.getByText(/^two notes found|^Two notes found/).waitFor();
    const text = await downloaded('share-reports');
    expect(text).toMatch(/^Gradus: two answers that were right\n\nlinear-algebra\/dot-product, version \d+, level 1, seed /);
    expect(text.match(/^Typed: .*1234$/m)).not.toBeNull();
    expect(text.match(/^Typed: .*5678$/m)).not.toBeNull();
    expect(text.match(/^Key: /gm)).toHaveLength(2);
  });
});

describe('deleting everything', () => {
  const remove = async (): Promise<void> => {
    await visit('#/settings');
    await unfold('delete');
    for (const action of ['delete', 'delete-yes', 'delete-yes']) await act(phone.page, action);
    await phone.page.getByText(/^Everything is deleted/).waitFor();
  };
  /** What holds anything; at its next start the device takes a new name, and finds that the log comes to nothing. */
  const filled = async (page: Page): Promise<Readonly<Record<string, number>>> =>
    Object.fromEntries(Object.entries(await stored(page)).filter(([name, many]) => many > 0 && !/^(meta|progress)$/.test(name)));

  it('is asked twice, and each time the way back comes first', async () => {
    const page = await open();
    await practise();
    await visit('#/settings');
    await unfold('delete');
    await act(page, 'delete');
    await act(page, 'keep');
    await act(page, 'delete');
    await act(page, 'delete-yes');
    await page.getByText(/^Really/).waitFor();
    await act(page, 'keep');
    expect(await storedReviews(page)).toHaveLength(1);
  });

  it('leaves nothing but what can bring it back, and brings it back', async () => {
    const page = await open();
    await page.getByRole('radio', { name: 'Dark' }).click({ force: true });
    await until(page, () => document.documentElement.dataset.theme === 'dark');
    await practise();
    const [reviews, cards] = [await storedReviews(page), await storedCards(page)];
    await remove();
    expect(await filled(page)).toEqual({ snapshots: 1 });
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined();
    await visit('#/today');
    await page.locator('.ways').waitFor();
    await visit('#/settings');
    await act(page, 'bring-back');
    await page.getByText(/^Everything is deleted/).waitFor({ state: 'detached' });
    expect(await storedReviews(page)).toEqual(reviews);
    expect(await storedCards(page)).toEqual(cards);
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  });

  it('is for good after a week, or at once where that is wanted', async () => {
    let page = await open('#/settings', { at: START });
    await practise();
    await remove();
    await phone.close();
    page = await open('#/settings', { at: START + 6 * DAY });
    await phone.context.clock.runFor(15_000);
    await visit('#/settings');
    await page.getByText(/^Everything is deleted/).waitFor();
    await phone.close();
    page = await open('#/settings', { at: START + 8 * DAY });
    await phone.context.clock.runFor(15_000);
    await expect.poll(() => filled(page)).toEqual({});
    await visit('#/settings');
    expect(await page.getByText(/^Everything is deleted/).count()).toBe(0);
    await practise();
    await remove();
    await act(page, 'forget');
    await act(page, 'forget-now');
    await expect.poll(() => filled(page)).toEqual({});
  });
});
