// Formulas set by KaTeX, kept for the next time: setting one takes ten times as long as showing it again.
import katex, { type KatexOptions } from 'katex';
import { hasTallRows, STRETCH } from '../paper/typesetting.ts';

const OPTIONS: KatexOptions = { output: 'html', throwOnError: false, strict: false, trust: false, maxExpand: 200 };
const WITH_ROOM: KatexOptions = { ...OPTIONS, macros: { '\\arraystretch': STRETCH } };
const MOST = 300;

const kept = new Map<string, HTMLElement>();

/** The formula's element, for one place on the page. */
export function setFormula(tex: string, isDisplay: boolean): Node {
  const found = setAhead(tex, isDisplay);
  return found.isConnected ? found.cloneNode(true) : found;
}

/** Has the formula ready for when it is to be shown. */
export function setAhead(tex: string, isDisplay: boolean): HTMLElement {
  const key = `${isDisplay} ${tex}`;
  const found = kept.get(key) ?? set(tex, isDisplay);
  // The one used last comes last; the first goes when there are too many.
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST) break;
    kept.delete(oldest);
  }
  return found;
}

function set(tex: string, displayMode: boolean): HTMLElement {
  const element = document.createElement('span');
  const options = hasTallRows(tex) ? WITH_ROOM : OPTIONS;
  katex.render(tex, element, { ...options, displayMode });
  return element;
}
