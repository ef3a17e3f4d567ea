// Formulas that are wider than their column are set smaller, on the screen and on paper, whose columns nobody can measure before they
// are printed: so each formula says how wide it is, and the style sheet (print.css) does the rest.
import { measuredTogether } from '../measured-together.ts';

/** Keeps `--ems` of a formula's box: the width of what cannot be broken, in its own letters' size. Returns how to stop. */
export const keepFitting = (box: HTMLElement): (() => void) => {
  watchFonts();
  return formulas.keep(box);
};

/** A hair more than it is, so that rounding breaks no line. */
const SPARE = 0.05;

const measure = (found: readonly HTMLElement[]): void => {
  const paper = found[0]?.closest('.paper');
  if (!paper) return;
  for (const box of found) box.style.removeProperty('--ems');
  const letters = Number.parseFloat(getComputedStyle(paper).fontSize);
  const widths = found.map(box => widthOf(box) / letters + SPARE);
  for (const [i, box] of found.entries()) box.style.setProperty('--ems', String(widths[i]));
};

const formulas = measuredTogether(measure);
let isWatching = false;

const watchFonts = (): void => {
  if (isWatching) return;
  isWatching = true;
  document.fonts.addEventListener('loadingdone', formulas.again);
};

/** A display formula is one piece, one between words may break into several. */
const widthOf = (box: HTMLElement): number => {
  const pieces = [...box.querySelectorAll('.katex-base')].map(piece => piece.getBoundingClientRect());
  const isDisplay = box.querySelector('.katex-display') !== null;
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return 0;
  return isDisplay ? last.right - first.left : Math.max(...pieces.map(piece => piece.width));
};
