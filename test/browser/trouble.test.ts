// What can go wrong on a phone: each is said in plain words on the screen, and what was stored stays as it was.
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Entry } from '../../src/schedule/entry.ts';
import { LONGEST_BACKUP } from '../../src/store/backup.ts';
import { SENTENCES } from '../../src/store/problem.ts';
import { controlled, forget, newProfile, openPhone, type Phone, until } from './harness.ts';
import { act, answerRight, exerciseOn, verdictOn } from './learner.ts';
import { storedCards, storedReviews } from './stored.ts';

const EASY = '#/practise/linear-algebra/matrix-product/1';

let phone: Phone;
let profile = '';
beforeEach(async () => {
  profile = newProfile();
  // A page of the same origin that is not the app, so that a test can prepare what the app will find.
  phone = await openPhone(`${inject('appUrl')}manifest.webmanifest`, profile);
});
afterEach(async () => {
  await phone.close();
  forget(profile);
});

async function visit(hash = '', page: Page = phone.page): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${inject('appUrl')}${hash}`);
  await ready(page);
}

function ready(page: Page = phone.page): Promise<void> {
  return until(page, () => document.documentElement.dataset.ready === 'yes');
}

/** Waits for these words on the screen: a learner sees them, not only a screen reader. */
async function says(words: string | RegExp, page: Page = phone.page): Promise<void> {
  await page.getByText(words).first().waitFor();
  const box = await page.getByText(words).first().boundingBox();
  expect(box?.width).toBeGreaterThan(40);
}

/** One exercise done and saved, so that there is something to lose. */
async function practised(page: Page = phone.page): Promise<readonly Entry[]> {
  await visit(EASY, page);
  await answerRight(page, await exerciseOn(page));
  await page.locator('.saved').waitFor();
  const reviews = await storedReviews(page);
  expect(reviews.length).toBeGreaterThan(0);
  return reviews;
}

describe('a full disk', () => {
  beforeEach(() =>
    phone.context.addInitScript(() => {
      for (const name of ['add', 'put'] as const) {
        const write = IDBObjectStore.prototype[name];
        IDBObjectStore.prototype[name] = function (...facts) {
          if (sessionStorage.getItem('full')) throw new DOMException('no space', 'QuotaExceededError');
          return write.apply(this, facts);
        };
      }
    }),
  );
  const fill = (isFull: boolean) => phone.page.evaluate(full => sessionStorage.setItem('full', full), isFull ? 'yes' : '');

  it('while an answer is saved: the message stays until there is space, and then the answer is saved once', async () => {
    await visit('#/session');
    await answerRight(phone.page, await exerciseOn(phone.page));
    await phone.page.locator('.saved').waitFor();
    await act(phone.page, 'next');
    const [reviews, cards] = [await storedReviews(phone.page), await storedCards(phone.page)];
    const exercise = await exerciseOn(phone.page);

    await fill(true);
    await answerRight(phone.page, exercise);
    expect(await verdictOn(phone.page)).toBe('right');
    await says(SENTENCES.full);
    for (let i = 0; i < 2; i++) {
      await act(phone.page, 'next');
      await phone.page.waitForTimeout(300);
      await says(SENTENCES.full);
      expect((await exerciseOn(phone.page)).seed).toBe(exercise.seed);
    }
    expect(await phone.page.locator('.saved').count()).toBe(0);
    expect(await storedReviews(phone.page)).toEqual(reviews);
    expect(await storedCards(phone.page)).toEqual(cards);

    await fill(false);
    await act(phone.page, 'next');
    await until(phone.page, () => document.querySelector('[data-verdict]') === null);
    expect((await exerciseOn(phone.page)).seed).not.toBe(exercise.seed);
    const after = await storedReviews(phone.page);
    expect(after.slice(0, -1)).toEqual(reviews);
    expect(after.at(-1)).toMatchObject({ kind: 'answer', seed: exercise.seed });
  });

  it('while a setting is saved: said, and the setting is as it was', async () => {
    await visit('#/settings');
    await fill(true);
    await phone.page.getByRole('radio', { name: 'Dark' }).click({ force: true });
    await says(SENTENCES.full);
    await fill(false);
    await phone.page.reload();
    await ready();
    expect(await phone.page.getByRole('radio', { name: 'System' }).isChecked()).toBe(true);
  });
});

describe('a database that', () => {
  /** Opens the database past the app and leaves it open in that page, deaf to all who want to upgrade it. */
  const hold = (page: Page, version: number, reviews: readonly Entry[] = []) =>
    page.evaluate(
      async ([wanted, text]) => {
        const request = indexedDB.open('gradus', wanted);
        request.onupgradeneeded = () => {
          if (request.result.objectStoreNames.length > 0) return;
          const store = request.result.createObjectStore('reviews', { keyPath: ['device', 'seq'] });
          store.createIndex('day', 'day');
          for (const name of ['settings', 'meta']) request.result.createObjectStore(name);
          for (const entry of JSON.parse(text)) store.put(entry);
        };
        await new Promise((resolve, reject) => Object.assign(request, { onsuccess: resolve, onerror: reject }));
        Object.assign(window, { held: request.result });
      },
      [version, JSON.stringify(reviews)] as const,
    );
  const release = (page: Page) => page.evaluate(() => (window as Window & { held?: IDBDatabase }).held?.close());
  const erase = (page: Page) =>
    page.evaluate(
      () => new Promise(resolve => Object.assign(indexedDB.deleteDatabase('gradus'), { onsuccess: resolve, onblocked: resolve })),
    );

  it.each([
    ['soon', 500],
    ['after longer than opening may take', 11_000],
  ])('another tab keeps at an older version: said, and Gradus goes on by itself when that tab closes %s', async (_, wait) => {
    const reviews = await practised();
    await phone.page.goto(`${inject('appUrl')}manifest.webmanifest`);
    await erase(phone.page);
    await hold(phone.page, 1, reviews);
    const app = await phone.context.newPage();
    await app.goto(inject('appUrl'));
    await says(SENTENCES.blocked, app);
    await app.waitForTimeout(wait);
    await says(SENTENCES.blocked, app);
    await release(phone.page);
    await app.locator('[data-action="start"]').waitFor();
    expect(await app.locator('[data-problem]').count()).toBe(0);
    expect(await storedReviews(app)).toEqual(reviews);
  });

  it('a newer version wrote: said, with a way to get that version, and it is left alone', async () => {
    const reviews = await practised();
    await phone.page.goto(`${inject('appUrl')}manifest.webmanifest`);
    await hold(phone.page, 99);
    await release(phone.page);
    await visit();
    await says(SENTENCES.newer);
    expect(await phone.page.getByRole('button', { name: 'Reload' }).isVisible()).toBe(true);
    expect(await storedReviews(phone.page)).toEqual(reviews);
  });

  it('a newer version opens in another tab: this tab makes way and says so', async () => {
    const reviews = await practised();
    const other = await phone.context.newPage();
    await other.goto(`${inject('appUrl')}manifest.webmanifest`);
    await hold(other, 99);
    await says(SENTENCES.newer);
    expect(await storedReviews(other)).toEqual(reviews);
  });

  it('does not exist in this browser: said in words', async () => {
    await phone.context.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
    await visit();
    await says(SENTENCES.unavailable);
  });

  it('is forbidden: said in words', async () => {
    await phone.context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    });
    await visit(EASY);
    await says(SENTENCES.unavailable);
  });
});

describe('a second tab', () => {
  it('reads, says so, and can take over; the first can take back; nothing is lost', async () => {
    const reviews = await practised();
    const second = await phone.context.newPage();
    await visit('#/today', second);
    await says(SENTENCES['read-only'], second);
    await visit(EASY, second);
    await says('You are practising in another window.', second);
    await act(second, 'take-over');
    await answerRight(second, await exerciseOn(second));
    await second.locator('.saved').waitFor();
    await says('You are practising in another window.');
    const after = await storedReviews(second);
    expect(after.slice(0, -1)).toEqual(reviews);

    await phone.page.bringToFront();
    await act(phone.page, 'take-over');
    await phone.page.locator('[data-seed]').waitFor();
    await says('You are practising in another window.', second);
    await phone.page.close();
    await second.locator('[data-seed]').waitFor();
    expect(await storedReviews(second)).toEqual(after);
  });
});

describe('an answer that cannot be read', () => {
  it.each([
    ['number', 'probability/bayes-rule/2', '1/'],
    ['real', 'information-theory/entropy/4', 'ln(2'.padEnd(9, ')')],
    ['expression', 'calculus/chain-rule/5', '2x*/3'],
    ['vector', 'linear-algebra/matrix-product/5', '1..2'],
    ['direction', 'multivariable-calculus/hessian-matrix/5', '3x'],
    ['matrix', 'linear-algebra/matrix-product/2', '4+'],
    ['set', 'set-theory/set-operations/1', '{1, ,2'],
  ])('of kind %s: the place is marked with a sentence, and it is no try', async (kind, place, text) => {
    await visit(`#/practise/${place}`);
    const { page } = phone;
    const exercise = await exerciseOn(page);
    for (const field of await page.locator('input.field').all()) await field.fill('1');
    const field = page.locator(`[data-kind="${kind}"] input.field`).first();
    await field.fill(text);
    await act(page, 'check');
    const part = page.locator(`[data-kind="${kind}"]`).first();
    await part.locator('.reads-as-trouble').waitFor();
    expect(await part.locator('.typed-mark > mark').count()).toBe(1);
    expect((await part.locator('.reads-as-trouble').innerText()).length).toBeGreaterThan(10);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.evaluate(element => element === document.activeElement)).toBe(true);
    expect(await page.locator('[data-verdict]').count()).toBe(0);
    expect(await storedReviews(page)).toEqual([]);

    await answerRight(page, exercise);
    await page.locator('.saved').waitFor();
    const [entry] = await storedReviews(page);
    expect(entry).toMatchObject({ kind: 'answer', verdicts: ['unreadable', 'right'] });
    expect(entry?.kind === 'answer' && entry.quality).toBeGreaterThanOrEqual(4);
  });

  it.each([
    ['choice', 'numerical-methods/root-finding/4'],
    ['several', 'discrete-mathematics/graph-degrees/5'],
  ])('of kind %s: nothing chosen is no try', async (kind, place) => {
    await visit(`#/practise/${place}`);
    const { page } = phone;
    await exerciseOn(page);
    for (const field of await page.locator('input.field').all()) await field.fill('1');
    await act(page, 'check');
    const options = page.locator(`[data-kind="${kind}"] input`);
    expect(await options.first().evaluate(element => element === document.activeElement)).toBe(true);
    await says(kind === 'choice' ? 'Choose one of these first.' : 'Choose what is right, or “None of these”.');
    expect(await page.locator('[data-verdict]').count()).toBe(0);
    expect(await storedReviews(page)).toEqual([]);
  });

  it('because a field is empty: the focus goes there, and that is said', async () => {
    await visit('#/practise/linear-algebra/matrix-product/2');
    const cells = phone.page.locator('input.field');
    await cells.first().fill('1');
    await act(phone.page, 'check');
    expect(await cells.nth(1).evaluate(element => element === document.activeElement)).toBe(true);
    await says('This field is still empty.');
    expect(await phone.page.locator('[data-verdict]').count()).toBe(0);
  });
});

describe('a file that is no backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gradus-files-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  it.each<[string, string | Buffer, string]>([
    ['empty', '', SENTENCES['unreadable-file']],
    ['cut short', '{"app":"gradus","format":1,"reviews":[{"device":"a"', SENTENCES['unreadable-file']],
    ['damaged', '{"app":"gradus","format":1,"reviews":[{}],"sets":[],"settings":{}}', SENTENCES['unreadable-file']],
    ['of another program', '{"decks":[{"name":"Default"}]}', SENTENCES['unreadable-file']],
    ['a list', '[1, 2, 3]', SENTENCES['unreadable-file']],
    ['a picture', Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 255, 254]), SENTENCES['unreadable-file']],
    ['with a forged prototype', '{"app":"gradus","format":1,"__proto__":{"reviews":[]}}', SENTENCES['unreadable-file']],
    ['of a newer version', '{"app":"gradus","format":2}', SENTENCES['newer-file']],
  ])('%s: said in words, and nothing changes', async (name, content, sentence) => {
    const reviews = await practised();
    await visit('#/settings');
    const file = join(folder, `${name}.json`);
    writeFileSync(file, content);
    await phone.page.locator('input[type=file]').setInputFiles(file);
    await says(sentence);
    expect(await phone.page.locator('[data-action="merge"]').count()).toBe(0);
    expect(await storedReviews(phone.page)).toEqual(reviews);
  });

  it.each([1, 5])('larger than any backup, %i times: said in words, and nothing changes', async times => {
    const reviews = await practised();
    await visit('#/settings');
    const file = join(folder, 'large.json');
    writeFileSync(file, '');
    truncateSync(file, times * LONGEST_BACKUP + 1);
    await phone.page.locator('input[type=file]').setInputFiles(file);
    await says(SENTENCES['too-large']);
    expect(await storedReviews(phone.page)).toEqual(reviews);
  });
});

describe('an address that leads nowhere', () => {
  const addresses = [
    '#/no/such/page',
    '#/skill/linear-algebra/none',
    '#/skill/%E0%A4%A',
    '#/%',
    '#/%00',
    '#/explore/__proto__',
    '#/practise/linear-algebra/matrix-product/99',
    '#/practise/linear-algebra/matrix-product/0',
    '#/practise/linear-algebra/matrix-product/1e0',
    '#/practise/linear-algebra/matrix-product/%31',
    '#/practise/../../1',
    '#/<img src=x onerror=alert(1)>',
    `#/skill/${'a/'.repeat(50_000)}`,
    `#/${'%'.repeat(100_000)}`,
  ];

  it('is answered in words, with a way on, and nothing breaks', async () => {
    const reviews = await practised();
    for (const address of addresses) {
      await visit(address);
      await says('There is nothing here.');
      expect(await phone.page.locator('a[href="#/today"]').first().isVisible(), address.slice(0, 60)).toBe(true);
    }
    await phone.page.locator('a[href="#/today"]').first().tap();
    await phone.page.locator('[data-action="start"]').waitFor();
    expect(await storedReviews(phone.page)).toEqual(reviews);
    expect(phone.problems).toEqual([]);
  });
});

describe('a part of the app that cannot be loaded', () => {
  it.each([
    ['the exercises of an area', '**/assets/linear-algebra-*.js'],
    ['the practice screen', '**/assets/Practice-*.js'],
  ])('%s: said in words, with a way on, and it goes on once it can be loaded', async (_, pattern) => {
    await phone.context.route(pattern, route => route.fulfill({ status: 404, body: 'Not found' }));
    await visit(EASY);
    await says('This exercise could not be loaded.');
    await phone.page.getByRole('link', { name: 'Back to Today' }).tap();
    await phone.page.locator('[data-action="explore"]').waitFor();
    await visit(EASY);
    await says('This exercise could not be loaded.');
    expect(await storedReviews(phone.page)).toEqual([]);
    await phone.context.unroute(pattern);
    await phone.page.getByRole('button', { name: 'Try again' }).tap();
    await answerRight(phone.page, await exerciseOn(phone.page));
    await phone.page.locator('.saved').waitFor();
    expect(await storedReviews(phone.page)).toHaveLength(1);
  });

  it('does not matter once the app is on the device', async () => {
    await visit();
    await controlled(phone.page);
    await phone.context.route('**/assets/*.js', route => route.fulfill({ status: 404 }));
    await practised();
  });
});
