// What every screen has to stand: no serious finding of axe, nothing sticking out sideways, targets for thumbs, words for formulas.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { inProject } from '../../scripts/setup.mjs';

const axe = readFileSync(inProject('node_modules', 'axe-core', 'axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe calls serious or critical. */
export async function findings(page: Page): Promise<readonly string[]> {
  // Colours are judged once they stand still.
  await page.evaluate(() => Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => undefined))));
  await page.evaluate(axe);
  const violations = await page.evaluate(async (): Promise<readonly Finding[]> => {
    const rules = { 'label-content-name-mismatch': { enabled: true }, 'target-size': { enabled: true } };
    const runner = (window as Window & { axe?: { run(context: Document, options: object): Promise<{ violations: Finding[] }> } })
      .axe;
    return (await runner?.run(document, { rules, resultTypes: ['violations'] }))?.violations ?? [];
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`));
}

/** Whether anything sticks out sideways. */
export const sideways = (page: Page) =>
  page.evaluate(() => {
    const wide = (element: Element) => element.scrollWidth > element.clientWidth + 1;
    const boxes = [document.documentElement, ...document.querySelectorAll('main, .practice-scroll')];
    return boxes.filter(wide).map(box => `${box.className || box.tagName} ${box.scrollWidth} > ${box.clientWidth}`);
  });

/** Targets that a thumb may miss; a link within a line of text is as high as the line. */
export const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a[href], button, summary, select, input, textarea, [role=button]')]
      .filter(element => element.checkVisibility() && getComputedStyle(element).display !== 'inline')
      .map(element => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width < 43.9 || box.height < 43.9)
      .map(({ element, box }) => `${element.outerHTML.slice(0, 120)} ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`),
  );

/** Formulas that nothing says aloud. */
export const silentFormulas = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.katex')]
      .filter(formula => {
        const words = formula.closest('.formula, .key')?.querySelector('.spoken')?.textContent ?? '';
        return !formula.closest('[aria-hidden="true"]') || words.trim() === '';
      })
      .map(formula => formula.outerHTML.slice(0, 200)),
  );
