// A set on its way out of the app: on paper, as a code that a room scans, as a link, and as files for other programs.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { ProblemSet } from '../../src/exercise/problem-set.ts';
import { forget, newProfile, openPhone, type Phone, until } from './harness.ts';
import { act } from './learner.ts';
import { findings, sideways, silentFormulas, smallTargets } from './look-over.ts';
import { scanned } from './scan.ts';
import { linkTo } from './set-link.ts';

/** Ten areas and kinds of answers, with figures, matrices, options and fractions. */
const PLACES = [
  ['linear-algebra/matrix-product', 2],
  ['probability/events', 3],
  ['calculus/linear-regression-gradient', 2],
  ['discrete-mathematics/graph-degrees', 5],
  ['set-theory/inclusion-exclusion', 2],
  ['information-theory/entropy', 2],
  ['linear-algebra/vector-matrix-arithmetic', 5],
  ['multivariable-calculus/hessian-matrix', 3],
  ['optimization/convexity-test', 4],
  ['numerical-methods/lu-factorisation', 2],
] as const;
const SET: ProblemSet = {
  title: 'Woche 3: Übungen',
  seed: 'paper',
  items: PLACES.map(([skill, level]) => ({ skill, level, count: 1 })),
};

const [profile, link] = [newProfile(), await linkTo(SET)];
let phone: Phone;
let page: Page;
beforeAll(async () => {
  phone = await openPhone(`${inject('appUrl')}${link}`, profile, { colorScheme: 'dark' });
  page = phone.page;
  await phone.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(async () => {
  await phone.close();
  forget(profile);
});

const visit = async (hash: string): Promise<void> => {
  await page.goto(`${inject('appUrl')}${hash}`);
  await until(page, () => document.documentElement.dataset.ready === 'yes');
  await page.locator('.qr').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
};

const address = () => page.evaluate(() => location.href.replace(/\/print$/, ''));
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
const onPaper = (format: 'A4' | 'Letter') => page.pdf({ format, printBackground: true });

/** Texts and pictures that can be seen and are no part of the sheet. */
const besideTheSheet = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.sheet'))
      .filter(
        ({ tagName, childNodes }) =>
          tagName === 'svg' || [...childNodes].some(node => node.nodeType === 3 && node.nodeValue?.trim()),
      )
      .map(element => element.outerHTML.slice(0, 100)),
  );

/** What is wider than the column that it stands in. */
const tooWide = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('.sheet-item')].flatMap(item => {
      const columns = [...item.getClientRects()];
      return [...item.querySelectorAll('.katex-base, svg, .sheet-blank')]
        .map(piece => ({ piece, box: piece.getBoundingClientRect() }))
        .filter(({ box }) => !columns.some(column => box.left > column.left - 1 && box.right < column.right + 1.5))
        .map(({ piece }) => `${item.textContent?.slice(0, 80)}: ${piece.textContent}`);
    }),
  );

/** As every screen has to be. */
async function accept(): Promise<void> {
  await page.setViewportSize({ width: 390, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  expect(await findings(page)).toEqual([]);
  expect(await silentFormulas(page)).toEqual([]);
  expect(await page.locator('h1').count()).toBe(1);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  expect(await sideways(page)).toEqual([]);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await sideways(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
  }
}

describe('on paper', () => {
  const choose = async (columns: 1 | 2, parts: readonly string[]): Promise<void> => {
    await page
      .locator('input[name="columns"]')
      .nth(columns - 1)
      .check({ force: true });
    for (const part of parts) await page.locator(`input[name="${part}"]`).check({ force: true });
  };
  beforeAll(() => visit(`${link}/print`));

  it('the sheet is shown as it will look, readable and never sideways', async () => {
    await choose(1, ['key', 'solutions']);
    expect(await page.locator('.sheet-part').count()).toBe(3);
    expect(await page.locator('.sheet-item').count()).toBe(3 * PLACES.length);
    await accept();
    expect(await tooWide()).toEqual([]);
  });

  it('one part at least is printed', async () => {
    for (const part of ['solutions', 'key']) await page.locator(`input[name="${part}"]`).uncheck({ force: true });
    expect(await page.locator('input[name="exercises"]').isDisabled()).toBe(true);
    expect(await page.locator('.sheet-part').count()).toBe(1);
  });

  it.each([1, 2] as const)(
    'nothing but the sheet is printed, in %i column(s): black on white, whole, on few pages',
    async columns => {
      await choose(columns, ['key', 'solutions']);
      // As wide as A4 without its margins.
      await page.setViewportSize({ width: 688, height: 1000 });
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await besideTheSheet()).toEqual([]);
      expect(await tooWide()).toEqual([]);
      const look = await page.evaluate(() => {
        const style = (element: Element | null) => (element ? getComputedStyle(element) : undefined);
        const item = [...document.querySelectorAll('.sheet-item')];
        return {
          ground: [document.documentElement, document.body, document.querySelector('.sheet')].map(
            element => style(element)?.backgroundColor,
          ),
          ink: [...document.querySelectorAll('.sheet .katex, .sheet p')].map(element => style(element)?.color),
          code: ['.qr-light', '.qr-dark'].map(name => style(document.querySelector(name))?.fill),
          breaks: item.map(element => style(element)?.breakInside),
          // A page of A4 between its margins.
          tall: item.filter(element => [...element.getClientRects()].some(({ height }) => height > 1015)).length,
          starts: [...document.querySelectorAll('.sheet-part + .sheet-part')].map(part => style(part)?.breakBefore),
        };
      });
      expect(new Set(look.ground)).toEqual(new Set(['rgb(255, 255, 255)']));
      expect(new Set(look.ink)).toEqual(new Set(['rgb(0, 0, 0)']));
      expect(look.code).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
      expect(new Set(look.breaks)).toEqual(new Set(['avoid']));
      expect(look.tall).toBe(0);
      expect(look.starts).toEqual(['page', 'page']);
      for (const format of ['A4', 'Letter'] as const) {
        const pages = pagesOf(await onPaper(format));
        expect(pages).toBeGreaterThanOrEqual(columns === 1 ? 5 : 4);
        expect(pages).toBeLessThanOrEqual(columns === 1 ? 9 : 6);
      }
      expect(await scanned(page, await page.locator('.sheet .qr').screenshot())).toBe(await address());
      await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
      await page.setViewportSize({ width: 390, height: 844 });
    },
  );

  it('what is printed is there at once, also of a long set', async () => {
    await visit(`${await linkTo({ seed: 'long', items: [{ skill: 'linear-algebra/dot-product', level: 1, count: 50 }] })}/print`);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.sheet-item').count()).toBe(50);
  });

  it('the button opens the print menu', async () => {
    await page.evaluate(() => Object.assign(window, { print: () => (document.title = 'printed') }));
    await act(page, 'print');
    await until(page, () => document.title === 'printed');
  });
});

describe('to other people', () => {
  beforeAll(() => visit(link));
  beforeEach(() => page.setViewportSize({ width: 390, height: 844 }));

  it('all of it is within reach of everybody', accept);

  it('its code is read from the screen in the dark theme', async () => {
    expect(await scanned(page, await page.locator('.share-code .qr').screenshot())).toBe(await address());
  });

  it.each([
    ['the way back', () => page.goBack()],
    ['Escape', () => page.keyboard.press('Escape')],
    ['a tap', () => page.locator('.big-code .qr').tap()],
  ])('its code fills the screen until %s', async (_, end) => {
    await act(page, 'show-code');
    await page.locator('.big-code').waitFor();
    expect(await scanned(page, await page.screenshot())).toBe(await address());
    const box = await page.locator('.big-code .qr').boundingBox();
    expect(box?.width).toBeGreaterThan(350);
    expect(await findings(page)).toEqual([]);
    await end();
    await page.locator('.big-code').waitFor({ state: 'detached' });
    expect(await address()).toBe(`${inject('appUrl')}${link}`);
    await until(page, () => document.activeElement?.matches('[data-action="show-code"]') === true);
  });

  it('its link is copied, and where that is refused it is selected', async () => {
    await act(page, 'copy');
    await page.getByText('The link is copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await address());
    await page.evaluate(() =>
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } }),
    );
    await act(page, 'copy');
    await page.getByText('The link is selected: copy it by hand.').waitFor();
    expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(await address());
  });

  it('it goes to the share menu with its title; closing the menu is no trouble', async () => {
    await page.evaluate(() =>
      Object.assign(Navigator.prototype, {
        share: (what: ShareData) => {
          document.title = JSON.stringify(what);
          return Promise.reject(new DOMException('closed', 'AbortError'));
        },
      }),
    );
    await page.evaluate(() => (location.hash = '#/sets'));
    await page.locator('.share').first().waitFor({ state: 'detached' });
    await page.goBack();
    await act(page, 'share');
    await until(page, () => document.title.startsWith('{'));
    const shared: unknown = JSON.parse(await page.title());
    expect(shared).toMatchObject({ title: SET.title, url: await address() });
    expect((await page.locator('.share [role="status"]').allInnerTexts()).join('')).toBe('');
  });
});

describe('to other programs', () => {
  beforeAll(() => visit(link));
  const saved = async (format: string): Promise<readonly [name: string, text: string]> => {
    const download = page.waitForEvent('download');
    await act(page, `save-${format}`);
    const file = await download;
    return [file.suggestedFilename(), readFileSync(await file.path(), 'utf8')];
  };

  it('Moodle', async () => {
    const [name, text] = await saved('moodle');
    expect(name).toBe('gradus-woche-3-ubungen.xml');
    expect(XMLValidator.validate(text)).toBe(true);
    expect(new XMLParser({ ignoreAttributes: false }).parse(text).quiz.question).toHaveLength(PLACES.length + 1);
    await page.getByText(`Saved as ${name}.`).waitFor();
  });

  it('Anki', async () => {
    const [name, text] = await saved('anki');
    expect(name).toBe('gradus-woche-3-ubungen.txt');
    const notes = text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
    expect(parse(notes.join('\n'), { delimiter: '\t' })).toHaveLength(PLACES.length);
  });

  it('TeX', async () => {
    const [name, text] = await saved('tex');
    expect(name).toBe('gradus-woche-3-ubungen.tex');
    expect(text.startsWith('\\documentclass')).toBe(true);
    expect(text.trimEnd().endsWith('\\end{document}')).toBe(true);
  });

  it('JSON Lines', async () => {
    const [name, text] = await saved('jsonl');
    expect(name).toBe('gradus-woche-3-ubungen.jsonl');
    const ids = text
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).id);
    expect(ids).toEqual(PLACES.map(([skill]) => skill));
  });

  it('had no violation of the content security policy and no error', () => {
    expect(phone.problems).toEqual([]);
  });
});
