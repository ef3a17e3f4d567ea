// A phone for tests: a real Chromium with a profile on disk that can lose the network, be killed and come back.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumFlags, knownChromium } from '../../scripts/chromium.mjs';

export interface Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The folder that outlives the browser: hand it to openPhone to come back with the same data. */
  readonly profile: string;
  /** All that went wrong so far: console errors, uncaught errors, violations of the content security policy. */
  readonly problems: readonly string[];
  /** Cuts the network of the page and of the service worker, or gives it back. */
  readonly offline: (isOffline: boolean) => Promise<void>;
  /** Closes the browser in good order and keeps the profile. */
  readonly close: () => Promise<void>;
  /** Ends the browser's process at once, as when a phone's battery dies, and keeps the profile. */
  readonly kill: () => Promise<void>;
}

const settings = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  serviceWorkers: 'allow',
  locale: 'en-GB',
} as const;

/** A new empty profile folder; remove it with forget(). */
export const newProfile = (): string => mkdtempSync(join(tmpdir(), 'gradus-phone-'));

export const forget = (profile: string): void =>
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });

const watch = (context: BrowserContext, problems: string[]): void => {
  const watchPage = (page: Page): void => {
    page.on('console', message => {
      const { url } = message.location();
      // A page that is not the app, such as the manifest, names no icon, and then the browser asks the host for one.
      if (message.type() !== 'error' || url.endsWith('/favicon.ico')) return;
      problems.push(`console: ${message.text()} at ${url}`);
    });
    page.on('pageerror', error => problems.push(`error: ${error.message}`));
  };
  context.pages().forEach(watchPage);
  context.on('page', watchPage);
};

const reportViolations = (): void =>
  document.addEventListener('securitypolicyviolation', event =>
    console.error(
      `CSP violation of ${event.violatedDirective} by ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
    ),
  );

const killBrowser = async (context: BrowserContext): Promise<void> => {
  const browser = context.browser();
  if (!browser) throw new Error('This browser cannot be killed: it has no process of its own.');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const id = processInfo.find(process => process.type === 'browser')?.id;
  if (!id) throw new Error('The browser does not tell its process id.');
  const gone = new Promise(resolve => context.once('close', resolve));
  process.kill(id, 'SIGKILL');
  await gone;
};

export interface PhoneOptions {
  readonly colorScheme?: 'light' | 'dark';
  /** What its clock says, in ms UTC. */
  readonly at?: number;
  /** The IANA zone in which it is. */
  readonly timezoneId?: string;
  readonly isMobile?: boolean;
  readonly hasTouch?: boolean;
  readonly userAgent?: string;
  /** For the browser, beside those of every test. */
  readonly flags?: readonly string[];
}

/** Opens the address on a 390×844 touch screen; with an earlier phone's profile it is that phone again. */
export const openPhone = async (
  url: string,
  profile: string = newProfile(),
  { at, flags = [], ...options }: PhoneOptions = {},
): Promise<Phone> => {
  const executablePath = knownChromium();
  const context = await chromium.launchPersistentContext(profile, {
    ...settings,
    ...options,
    args: [...chromiumFlags, ...flags],
    ...(executablePath ? { executablePath } : {}),
  });
  const problems: string[] = [];
  watch(context, problems);
  await context.addInitScript(reportViolations);
  if (at !== undefined) await context.clock.install({ time: at });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  return {
    page,
    context,
    profile,
    problems,
    offline: isOffline => context.setOffline(isOffline),
    close: () => context.close(),
    kill: () => killBrowser(context),
  };
};

/** Asks again until the page's answer is true: waitForFunction takes a promise itself for a yes, whatever it holds. */
export const until = async (page: Page, question: () => unknown, timeout = 15_000): Promise<void> => {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    // While a page reloads there is nobody to answer, which is no yes either.
    if (await page.evaluate(question).catch(() => false)) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`Not within ${timeout} ms: ${question}`);
};

/** Waits until the app shows something. */
export const shown = (page: Page): Promise<void> =>
  until(page, () => (document.querySelector('#app')?.textContent ?? '').trim().length > 0);

/** Waits until a service worker answers for the page: from here on the app needs no network. */
export const controlled = (page: Page): Promise<void> =>
  until(page, () => navigator.serviceWorker.controller?.state === 'activated');
