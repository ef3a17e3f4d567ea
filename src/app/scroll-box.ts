// A box that scrolls sideways only where its content is wider: then the keyboard can reach it too.

import { measuredTogether } from './measured-together.ts';

const REACHABLE = { tabindex: '0', role: 'group', 'aria-label': 'wide formula, scrolls sideways' };

/** Marks a formula's box with the class `wide` while it does not fit its column. Returns how to stop. */
export function keepReachable(box: HTMLElement): () => void {
  watchColumns();
  return formulas.keep(box);
}

/** How much smaller `snug` sets a formula (formula.css), with a hair to spare. */
const SNUG = 0.833;

/** Looks at all boxes before it changes any, and only once: each look after a change costs a layout of the page. */
function measure(found: readonly HTMLElement[]): void {
  for (const box of found) box.classList.remove('wide', 'snug');
  const shares = found.map(shareOf);
  for (const [i, box] of found.entries()) mark(box, shares[i] ?? 0);
}

/** What is only a little too wide is set smaller. */
function mark(box: HTMLElement, share: number): void {
  const isWide = share * SNUG > 1;
  if (share > 1) box.classList.add(isWide ? 'wide' : 'snug');
  for (const [name, value] of Object.entries(REACHABLE)) {
    if (isWide) box.setAttribute(name, value);
    else box.removeAttribute(name);
  }
}

const formulas = measuredTogether(measure);
let isWatching = false;

/** Columns change with the window, formulas with their fonts, and what was folded away had no width at all. */
function watchColumns(): void {
  if (isWatching) return;
  isWatching = true;
  addEventListener('resize', formulas.again);
  document.addEventListener('toggle', formulas.again, true);
  document.fonts.addEventListener('loadingdone', formulas.again);
}

/** How much of its column a formula takes; more than 1 is too wide. */
function shareOf(box: HTMLElement): number {
  return isBlock(box) ? (box.scrollWidth - 1) / box.clientWidth : (widestPiece(box) - 1) / columnOf(box);
}

function isBlock(box: HTMLElement): boolean {
  return getComputedStyle(box).display === 'block';
}

/** Between its pieces an inline formula breaks into lines, unless it is short; within one it does not. */
function widestPiece(box: HTMLElement): number {
  const pieces = box.classList.contains('formula-short') ? [box] : [...box.querySelectorAll('.katex-base')];
  return Math.max(0, ...pieces.map(piece => piece.getBoundingClientRect().width));
}

function columnOf(box: HTMLElement): number {
  let column = box.parentElement;
  while (column && getComputedStyle(column).display.startsWith('inline')) column = column.parentElement;
  if (!column) return Number.POSITIVE_INFINITY;
  const { paddingLeft, paddingRight } = getComputedStyle(column);
  return column.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}
