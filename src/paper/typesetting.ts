// How formulas are set, on the screen and on paper: with room for fractions, and unbroken where they are short.
import type { Text } from '../exercise/text.ts';

/** Formulas with fractions at full size, for a line of few words such as a label or a key. */
export function roomy(text: Text): Text {
  return text.map(part => (typeof part === 'string' ? part : { ...part, tex: `\\displaystyle ${part.tex}` }));
}

/** How far apart the rows of such a matrix stand, as `\arraystretch` has it. */
export const STRETCH = '1.4';

/** Whether the rows of a matrix would touch. */
export function hasTallRows(tex: string): boolean {
  return /matrix\}.*\\frac/s.test(tex);
}

/** Characters of TeX that fit any phone and any column in a line. */
const SHORT = 24;

/** Such a formula is never broken between words. */
export function isShort({ tex, display }: { readonly tex: string; readonly display?: boolean }): boolean {
  return !display && tex.length <= SHORT;
}
