// What was drawn on a scratch pad, to be looked at: as wide as its place, or as it is where that is enough.
import '../../styles/scratch.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Pad } from '../../../store/scratch.ts';
import { draw } from './curve.ts';
import { strokesOn } from './pad.ts';
import { boxOfPad, lineOf } from './paper.ts';
import { fitted, penOnEmpty, watchColours, watchSize } from './surface.ts';
import { drawnWords } from './words.ts';

const MARGIN = 12;

export function Drawing({ pad }: { readonly pad: Pad }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => (canvas.current ? hang(canvas.current, pad) : undefined), [pad]);
  const { size } = strokesOn(pad);
  return <canvas ref={canvas} class="drawing" data-scratch data-strokes={size} role="img" aria-label={drawnWords(size)} />;
}

/** Paints it now, and again whenever its size or the theme changes. */
function hang(canvas: HTMLCanvasElement, pad: Pad): () => void {
  const box = boxOfPad(pad);
  const [width, height] = [box.right - box.left + 2 * MARGIN, box.bottom - box.top + 2 * MARGIN];
  canvas.style.width = `${width}px`;
  canvas.style.aspectRatio = `${width} / ${height}`;
  let shown = { width, height };
  const paint = () => {
    const pen = penOnEmpty(canvas, { view: () => shown, scale: () => shown.width / width, top: () => 0 });
    pen?.translate(MARGIN - box.left, MARGIN - box.top);
    if (pen) for (const stroke of strokesOn(pad).values()) draw(pen, lineOf(stroke).curve);
  };
  const ends = [
    watchColours(paint),
    watchSize(canvas, (size, pixels) => {
      shown = size;
      fitted(canvas, pixels);
      paint();
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
