// The canvas as a thing of the page: as many pixels as the screen has, and ink in the colour of the theme.
import type { Size } from './paper.ts';
import type { Sight } from './sight.ts';

/** Calls at once and after every change, with the size in CSS pixels and in those of the screen. */
export const watchSize = (box: HTMLElement, onSize: (size: Size, pixels: Size) => void): (() => void) => {
  const observer = new ResizeObserver(([entry]) => {
    if (!entry) return;
    const { width, height } = entry.contentRect;
    const [exact] = entry.devicePixelContentBoxSize ?? [];
    const pixels = exact
      ? { width: exact.inlineSize, height: exact.blockSize }
      : { width: Math.round(width * devicePixelRatio), height: Math.round(height * devicePixelRatio) };
    if (width > 0 && height > 0) onSize({ width, height }, pixels);
  });
  try {
    observer.observe(box, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(box);
  }
  return () => observer.disconnect();
};

export const fitted = (canvas: HTMLCanvasElement, { width, height }: Size): void => {
  canvas.width = width;
  canvas.height = height;
};

type Seen = Pick<Sight, 'view' | 'scale' | 'top'>;

/** The canvas, ready to be drawn on in pixels of the sheet. */
export const penOn = (canvas: HTMLCanvasElement, { view, scale, top }: Seen): CanvasRenderingContext2D | null => {
  const pen = canvas.getContext('2d');
  if (!pen || view().width === 0) return null;
  const ratio = (canvas.width / view().width) * scale();
  pen.setTransform(ratio, 0, 0, ratio, 0, -top() * ratio);
  pen.strokeStyle = getComputedStyle(canvas).color;
  return pen;
};

/** As `penOn`, of an empty canvas. */
export const penOnEmpty = (canvas: HTMLCanvasElement, seen: Seen): CanvasRenderingContext2D | null => {
  const pen = canvas.getContext('2d');
  pen?.resetTransform();
  pen?.clearRect(0, 0, canvas.width, canvas.height);
  return penOn(canvas, seen);
};

/** Ink does not follow the theme by itself. */
export const watchColours = (onChange: () => void): (() => void) => {
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map(query => matchMedia(query));
  for (const query of queries) query.addEventListener('change', onChange);
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange);
  };
};
