// Results that come back to the phone of whoever made the set: pasted, opened by a link, and sent.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { ProblemSet } from '../../src/exercise/problem-set.ts';
import { encodeResult, scoreOf } from '../../src/link/result.ts';
import { digestOf } from '../../src/link.ts';
import { identity } from '../../src/make.ts';
import { writeBackup } from '../../src/store/backup.ts';
import type { StoredSet } from '../../src/store/sets.ts';
import { chatOf, classOf } from '../app/sets/class.ts';
import { forget, newProfile, openPhone, type Phone, until } from './harness.ts';
import { act } from './learner.ts';
import { findings, sideways, smallTargets } from './look-over.ts';
import { exercisesIn, linkTo } from './set-link.ts';

const set: ProblemSet = {
  title: 'Week 3',
  seed: 'results',
  items: [
    { skill: 'linear-algebra/dot-product', level: 1, count: 10 },
    { skill: 'calculus/chain-rule', level: 1, count: 10 },
  ],
};

const HOSTILE = '<img src=x onerror=alert(1)>=1+1';
const digest = digestOf((await exercisesIn(set)).map(identity));
const link = await linkTo(set, digest);
const people = classOf(30, 20, digest).map((result, i) => (i === 7 ? { ...result, name: HOSTILE } : result));
const chat = `${chatOf(people)}\n${chatOf(classOf(2, 5, 'otherset'))}\n${encodeResult({ digest, marks: [], seconds: 1, name: 'Bent' })}x`;

const visit = async (page: Page, hash: string): Promise<void> => {
  await page.goto(`${inject('appUrl')}${hash}`);
  await until(page, () => document.documentElement.dataset.ready === 'yes');
};

const paste = (page: Page, text: string): Promise<void> => page.locator('.results-paste textarea').fill(text);
const namesOn = (page: Page): Promise<string[]> => page.locator('[data-result] bdi').allTextContents();
const says = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator('.results-paste [role="status"]').getByText(text).waitFor();

const profile = newProfile();
let phone: Phone;
beforeAll(async () => {
  phone = await openPhone(inject('appUrl'), profile);
  await phone.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(async () => {
  await phone.close();
  forget(profile);
});

describe('a class of 30, pasted as one chat', () => {
  it('comes to its table, whatever stands between', async () => {
    const { page } = phone;
    await visit(page, `${link}/results`);
    await page.locator('.results-paste').waitFor();
    expect(await page.locator('table').count()).toBe(0);
    await paste(page, chat);
    await says(page, '30 results added, two are of another set, one did not come whole: ask for it again.');
    expect((await namesOn(page)).toSorted()).toEqual(people.map(({ name }) => name).toSorted());
    const mean = people.map(scoreOf).reduce((sum, score) => sum + score, 0) / 30;
    expect(await page.locator('.results-figures dd').allTextContents()).toContain(`${Math.round(mean * 10) / 10}`);
    expect(await page.locator('.results-paste textarea').inputValue()).toBe('');
  });

  it('pasted again from the clipboard, adds nothing', async () => {
    const { page } = phone;
    await page.evaluate(text => navigator.clipboard.writeText(text), chatOf(people.toReversed()));
    await act(page, 'paste');
    await says(page, '30 results were there already.');
    expect(await page.locator('[data-result]').count()).toBe(30);
  });

  it('shows a hostile name as text', async () => {
    expect(await phone.page.locator('[data-result]').getByText(HOSTILE, { exact: true }).count()).toBe(1);
    expect(await phone.page.locator('.results-table img').count()).toBe(0);
  });

  it('is sorted at a tap', async () => {
    const { page } = phone;
    const scores = () => page.locator('[data-result] tr:first-child > td:nth-child(2)').allTextContents();
    const best = Math.max(...people.map(scoreOf));
    await page.locator('.results-table').evaluate(table => table.scrollIntoView());
    await act(page, 'sort-score');
    expect(Number.parseFloat((await scores())[0]?.replace('½', '.5') ?? '')).toBe(best);
    await act(page, 'sort-score');
    expect(Number.parseFloat((await scores()).at(-1)?.replace('½', '.5') ?? '')).toBe(best);
    expect(await page.locator('th[aria-sort="ascending"]').innerText()).toContain('Score');
    await act(page, 'sort-name');
  });

  it('stands everyone’s look', async () => {
    const { page } = phone;
    await page.locator('.results-hardest summary').first().tap();
    await act(page, 'open-result');
    for (const [width, size] of [
      [390, ''],
      [320, ''],
      [320, '200%'],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.evaluate(fontSize => (document.documentElement.style.fontSize = fontSize), size);
      await page.waitForTimeout(100);
      // The tabs under the page are not its own.
      expect(
        (await sideways(page)).filter(box => !box.startsWith('HTML')),
        `${width} px ${size}`,
      ).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
    }
    await page.evaluate(() => (document.documentElement.style.fontSize = ''));
    await page.setViewportSize({ width: 390, height: await page.evaluate(() => document.documentElement.scrollHeight) });
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
  });

  it('a result is removed, and put back where it was', async () => {
    const { page } = phone;
    const before = await namesOn(page);
    await act(page, 'remove-result');
    await page.locator('[data-result]').nth(29).waitFor({ state: 'detached' });
    expect(await namesOn(page)).toEqual(before.slice(1));
    await act(page, 'undo');
    await page.locator('[data-result]').nth(29).waitFor();
    expect(await namesOn(page)).toEqual(before);
    await until(page, () => document.activeElement?.closest('[data-result]') === document.querySelector('[data-result]'));
  });

  it('is there after the phone has died, and in a backup', async () => {
    await phone.kill();
    phone = await openPhone(`${inject('appUrl')}${link}/results`, profile);
    await phone.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await phone.page.locator('[data-result]').nth(29).waitFor();
    await visit(phone.page, '#/settings');
    const download = phone.page.waitForEvent('download');
    await act(phone.page, 'export');
    const { sets } = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as { sets: StoredSet[] };
    expect(sets.find(each => each.link === link)?.results).toEqual(people.map(encodeResult));
  });

  it('goes into a spreadsheet and a message', async () => {
    const { page } = phone;
    await visit(page, `${link}/results`);
    const download = page.waitForEvent('download');
    await act(page, 'save-table');
    const file = await download;
    expect(file.suggestedFilename()).toBe('gradus-week-3-results.csv');
    expect(readFileSync(await file.path(), 'utf8').split('\r\n').length).toBe(32);
    await act(page, 'copy-table');
    await page.getByText('The table is copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('30 results, mean ');
  });
});

describe('a result opened by its link', () => {
  it('is added to the table of its set, once', async () => {
    const { page } = phone;
    const result = { ...classOf(1, 20, digest)[0], digest, marks: people[3]?.marks ?? [], seconds: 99, name: 'Late' };
    await visit(page, encodeResult(result));
    await page.getByRole('heading', { name: 'A result from Late' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await act(page, 'add-result');
    await page.locator('[data-result]').nth(30).waitFor();
    expect(await namesOn(page)).toContain('Late');
    await visit(page, encodeResult(result));
    await act(page, 'see-table');
    await page.locator('[data-result]').nth(30).waitFor();
  });

  it('of a set that is not here says so, and so does one that did not come whole', async () => {
    const { page } = phone;
    await visit(page, encodeResult({ ...people[0], digest: 'notathis', marks: ['right'], seconds: 5, name: '' }));
    await page.getByText(/a set that is not on this device/).waitFor();
    await visit(page, '#/result/Rnothing.whole');
    await page.getByText(/did not come whole/).waitFor();
  });
});

describe('a learner’s own result', () => {
  it('is sent with a name that is kept, and found again in the table', async () => {
    const { page } = phone;
    await visit(page, '#/settings');
    await page
      .locator('#backup input[type=file]')
      .setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: backup() });
    await act(page, 'merge');
    await page.getByText(/^Done/).waitFor();
    await visit(page, `${link}/result`);
    await page.locator('[name="result-name"]').fill('Grace');
    await page.locator('[name="result-name"]').blur();
    await act(page, 'copy');
    await page.getByText('The message is copied.').waitFor();
    const message = await page.evaluate(() => navigator.clipboard.readText());
    expect(message).toContain(`Week 3: 19½ of 20, 10 min – ${inject('appUrl')}#/result/R`);
    await page.reload();
    await until(page, () => document.querySelector<HTMLInputElement>('[name="result-name"]')?.value === 'Grace');
    await visit(page, `${link}/results`);
    await paste(page, message);
    await says(page, 'One result added.');
    expect(await namesOn(page)).toContain('Grace');
  });

  it('nothing went wrong on the way', () => expect(phone.problems).toEqual([]));
});

/** The set as it is after it was worked: the second exercise partly right, the others right. */
function backup(): Buffer {
  const work = {
    ...{ typed: [], answers: [], hints: 0, shown: false, overridden: false, retracted: false },
    ...{ activeSeconds: 30, saved: true },
  };
  const run: StoredSet['run'] = {
    ...{ mode: 'practice', minutes: 0, isForSchedule: false, startedAt: 1, endedAt: 2, digest },
    order: Array.from({ length: 20 }, (_, i) => i),
    works: Array.from({ length: 20 }, () => work),
    marks: Array.from({ length: 20 }, (_, i) => (i === 1 ? 2 : 3)),
  };
  return Buffer.from(writeBackup({ reviews: [], settings: {}, sets: [{ link, at: 1, from: 'received', run, results: [] }] }));
}
