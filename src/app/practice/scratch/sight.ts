// Which part of the sheet is seen, and the places of the view on it; the squares of the paper and the bar at its side follow.
import type { Pad } from '../../../store/scratch.ts';
import { EMPTY, strokesOn } from './pad.ts';
import { type Box, lineOf, type Size, scrollWithin, sheetIn } from './paper.ts';

const SQUARE = 24;
/** Half of the widest line. */
const RIM = 3;

export interface Sight {
  readonly view: () => Size;
  readonly scale: () => number;
  /** The upper edge of the view, in pixels of the sheet. */
  readonly top: () => number;
  show(pad: Pad): void;
  fit(view: Size): void;
  /** Moves the paper by so many pixels of the view downwards. */
  pull(by: number): void;
  placeOf(x: number, y: number): { readonly x: number; readonly y: number };
  isSeen(box: Box): boolean;
}

export const lookAt = (paper: HTMLElement, bar: HTMLElement): Sight => {
  let [pad, view, top] = [EMPTY, { width: 0, height: 0 }, 0];
  let sheet = sheetIn(view, pad);
  const lay = (wanted: number): void => {
    sheet = sheetIn(view, pad);
    top = scrollWithin(view, sheet, wanted);
    const seen = view.height / sheet.scale / sheet.height;
    bar.hidden = seen >= 1;
    bar.style.height = `${100 * seen}%`;
    bar.style.top = `${(100 * top) / sheet.height}%`;
    paper.style.setProperty('--square', `${SQUARE * sheet.scale}px`);
    paper.style.setProperty('--top', `${-top * sheet.scale}px`);
  };
  /** Where what was drawn last is seen. */
  const latest = (): number => {
    const last = [...strokesOn(pad).values()].at(-1);
    return last ? lineOf(last).box.bottom + SQUARE - view.height / sheetIn(view, pad).scale : 0;
  };
  const within = (value: number, most: number): number => Math.min(most, Math.max(0, value)) / sheet.scale;
  return {
    view: () => view,
    scale: () => sheet.scale,
    top: () => top,
    show(next) {
      pad = next;
      lay(top);
    },
    fit(next) {
      const isFirst = view.width === 0;
      view = next;
      lay(isFirst ? latest() : top);
    },
    pull: by => lay(top - by / sheet.scale),
    placeOf: (x, y) => ({ x: within(x, view.width), y: within(y, view.height) + top }),
    isSeen: box => box.bottom > top - RIM && box.top < top + view.height / sheet.scale + RIM,
  };
};
