// Carrying progress away, and two windows that look at the same progress.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { forget, newProfile, openPhone, type Phone, until } from './harness.ts';
import { act, aloneOn, answerRight, exerciseOn } from './learner.ts';

let phone: Phone;
let profile = '';
beforeEach(async () => {
  profile = newProfile();
  phone = await openPhone(`${inject('appUrl')}manifest.webmanifest`, profile);
});
afterEach(async () => {
  await phone.close();
  forget(profile);
});

const visit = async (hash: string, page: Page = phone.page): Promise<void> => {
  await page.goto(`${inject('appUrl')}${hash}`);
  await until(page, () => document.documentElement.dataset.ready === 'yes');
};

/** A browser that says it can share the file, and answers so when it comes to it. */
const shareFails = (name: string): Promise<unknown> =>
  phone.context.addInitScript(error => {
    Object.assign(Navigator.prototype, {
      canShare: () => true,
      share: () => Promise.reject(new DOMException('no', error)),
    });
  }, name);

it('a backup that the browser does not share after all is downloaded, with the setting changed just before', async () => {
  await shareFails('NotAllowedError');
  await visit('#/settings');
  await phone.page.getByRole('radio', { name: 'Dark' }).click({ force: true });
  await until(phone.page, () => document.documentElement.dataset.theme === 'dark');
  const download = phone.page.waitForEvent('download');
  await act(phone.page, 'export');
  expect(JSON.parse(readFileSync(await (await download).path(), 'utf8'))).toMatchObject({ settings: { theme: 'dark' } });
  await phone.page.getByText(/^The backup is saved as gradus-/).waitFor();
});

it('a learner who closes the share menu gets no file', async () => {
  await shareFails('AbortError');
  await visit('#/settings');
  let downloads = 0;
  phone.page.on('download', () => downloads++);
  await act(phone.page, 'export');
  await phone.page.waitForTimeout(500);
  expect(downloads).toBe(0);
});

it('a window that only reads shows what was done in the other one when it comes to sight', async () => {
  await visit('#/session');
  const second = await phone.context.newPage();
  await visit('#/today', second);
  expect(await second.locator('.pill').count()).toBe(0);
  await phone.page.bringToFront();
  await answerRight(phone.page, await exerciseOn(phone.page));
  await phone.page.locator('.saved').waitFor();
  await second.bringToFront();
  await second.evaluate(() => dispatchEvent(new Event('focus')));
  await second.getByText('one day this week').waitFor();
  await second.locator('[data-action="start"]').getByText('Go on').waitFor();
});

it('a device whose clock was years ahead: its date is taken at a tap, and the skills are due again', async () => {
  const START = Date.UTC(2026, 10, 23, 9);
  const YEARS = 2 * 365 * 86_400_000;
  await phone.close();
  phone = await openPhone(`${inject('appUrl')}#/session`, profile, { at: START + YEARS });
  await answerRight(phone.page, await aloneOn(phone.page));
  await phone.page.locator('.saved').waitFor();
  await phone.close();
  phone = await openPhone(`${inject('appUrl')}#/today`, profile, { at: START });
  await phone.page.getByText(/This device says it is 23 November 2026/).waitFor();
  await act(phone.page, 'trust-clock');
  await phone.page.getByText('Monday, 23 November').waitFor();
  expect(await phone.page.locator('[data-action="trust-clock"]').count()).toBe(0);
  await act(phone.page, 'start');
  await answerRight(phone.page, await aloneOn(phone.page));
  await phone.page.getByText('Comes back tomorrow.').waitFor();
  await visit('#/settings');
  await phone.page.locator('[data-fold="earlier"] > summary').tap();
  await phone.page.getByText(/^Before a change/).waitFor();
});
