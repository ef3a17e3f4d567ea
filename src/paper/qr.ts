// A QR code as a drawing: one path of squares, sharp at any size.
import { encodeQR } from 'qr';
import { type SvgNode, svg } from '../figures/svg-node.ts';

/** Modules of white around the code, as ISO/IEC 18004 asks for. */
const QUIET = 4;

/** The code of this text, for scanning from a screen or a sheet (15% of it may be damaged). Throws where the text is too long. */
export function qrCode(text: string): SvgNode {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
  const size = modules.length;
  const runs = modules.flatMap((row, y) => runsOf(row).map(([from, length]) => `M${from} ${y}h${length}v1h-${length}z`));
  return svg('svg', { class: 'qr', viewBox: `0 0 ${size} ${size}`, 'shape-rendering': 'crispEdges' }, [
    svg('rect', { class: 'qr-light', width: size, height: size, fill: '#fff' }),
    svg('path', { class: 'qr-dark', d: runs.join(''), fill: '#000' }),
  ]);
}

/** Where dark modules stand side by side: first and length. */
function runsOf(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1);
    if (!isDark) continue;
    if (last && last[0] + last[1] === x) last[1]++;
    else runs.push([x, 1]);
  }
  return runs;
}
