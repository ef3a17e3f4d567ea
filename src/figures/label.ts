// Labels: words in the sans, formulas in the letters of the page's formulas, and how much room they take.
import { type Box, boxAround, type Point } from './geometry.ts';
import { rounded, type SvgNode, svg } from './svg-node.ts';

export const SIZE = 16;
/** Of the numbers along an axis. */
export const SMALL = 14;
const RAISED = 0.78;
/** Words look larger than formulas of the same size, but no letter is smaller than this. */
const WORDS = 0.88;
const LEAST = 13.75;

interface Run {
  readonly text: string;
  readonly style: 'words' | 'main' | 'variable';
  readonly shift: -1 | 0 | 1;
}

const GREEK: Readonly<Record<string, string>> = {
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', eta: 'η', theta: 'θ', lambda: 'λ', mu: 'μ', nu: 'ν' },
  ...{ pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ', phi: 'φ', omega: 'ω', inf: '∞' },
};
const UPRIGHT = new Set(['exp', 'ln', 'log', 'sin', 'cos', 'tan', 'max', 'min', 'tanh', 'sqrt', 'sigmoid']);
const TOKEN = /([_^])(?:\{([^}]*)\}|(-?[\p{L}\d]+))|([A-Za-z]+)|([^_^A-Za-z]+)/gu;

/** Runs of one style each: a label with a word in it is all words. */
export function runsOf(label: string): Run[] {
  if (isWords(label)) return [{ text: minus(label, /(^|[\s(,=])-(?=\d)/g), style: 'words', shift: 0 }];
  return [...label.matchAll(TOKEN)].map(([, mark, braced, script, letters, rest = '']): Run => {
    if (mark) return { text: minus(braced ?? script ?? '', /()-/g), style: 'main', shift: mark === '_' ? -1 : 1 };
    if (letters && UPRIGHT.has(letters)) return { text: letters, style: 'main', shift: 0 };
    if (letters) return { text: GREEK[letters] ?? letters, style: 'variable', shift: 0 };
    return {
      text: minus(rest, /()-/g).replaceAll('*', '·').replaceAll('<=', '≤').replaceAll('>=', '≥'),
      style: 'main',
      shift: 0,
    };
  });
}

function minus(text: string, where: RegExp): string {
  return text.replace(where, '$1−');
}

/** Two letters are a word where one is a small vowel, such as "no"; three always, but for names of functions and Greek letters. */
function isWords(label: string): boolean {
  return (label.replace(/_\{?\w+\}?/g, '').match(/\p{L}+/gu) ?? []).some(run => {
    if (UPRIGHT.has(run) || run in GREEK) return false;
    return run.length > 2 || (run.length === 2 && /[aeiou]/.test(run));
  });
}

/** How a label is told in words: minus signs that are read as such, `x_1` as "x sub 1". */
export function told(label: string): string {
  const names = label.replace(/\p{L}+/gu, run => GREEK[run] ?? run);
  const signs = isWords(label) ? minus(names, /(^|[\s(,=])-(?=\d)/g) : minus(names, /()-/g);
  return signs
    .replace(/_\{?([\p{L}\d]+)\}?/gu, ' sub $1')
    .replace(/\^\{?2\}?(?!\d)/g, ' squared')
    .replace(/\^\{?([^}\s]+)\}?/g, ' to the power $1')
    .replaceAll('*', ' times ')
    .replaceAll('<=', '≤')
    .replaceAll('>=', '≥');
}

/** An estimate for common system fonts, rather too much than too little. */
export function textWidth(label: string, size = SIZE): number {
  const runs = runsOf(label);
  const widths = runs.map(
    run => (run.shift === 0 ? 1 : RAISED) * [...run.text].reduce((sum, sign) => sum + signWidth(sign, run.style), 0),
  );
  return ownSize(runs, size) * widths.reduce((a, b) => a + b, 0);
}

function signWidth(sign: string, style: Run['style']): number {
  if (/[ijl.,:;|'!()[\]\s]/.test(sign)) return style === 'words' ? 0.34 : 0.39;
  if (/[mwMW]/.test(sign)) return 0.93;
  if (/\d/.test(sign)) return style === 'words' ? 0.61 : 0.53;
  if (/\p{Lu}/u.test(sign)) return style === 'words' ? 0.7 : 0.76;
  if (/\p{Ll}/u.test(sign)) return style === 'words' ? 0.58 : 0.55;
  return sign === '/' ? 0.5 : 0.78;
}

function ownSize(runs: readonly Run[], size: number): number {
  return runs.some(({ style }) => style === 'words') ? Math.max(LEAST, size * WORDS) : size;
}

export function labelBox(label: string, centre: Point, size = SIZE): Box {
  return boxAround(centre, textWidth(label, size), size * 1.1);
}

export interface LabelLook {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly class?: string;
  /** A rim in the colour of the page, over lines. */
  readonly halo?: boolean;
  readonly bold?: boolean;
}

/** A label whose middle (start, end) of the line is at the point. */
export function drawLabel(label: string, { x, y }: Point, look: LabelLook = {}): SvgNode {
  const { anchor = 'middle', size = SIZE, halo, bold } = look;
  const runs = runsOf(label);
  const own = ownSize(runs, size);
  const rim = { stroke: 'white', 'stroke-width': 3.5, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  const isPlain = runs.length === 1 && runs[0]?.style === 'words';
  return svg(
    'text',
    {
      class: ['figure-label', isPlain ? 'figure-words' : 'figure-formula', halo ? 'figure-halo' : '', look.class ?? '']
        .filter(Boolean)
        .join(' '),
      x: rounded(x),
      y: rounded(y + own * 0.34),
      'text-anchor': anchor,
      'font-size': rounded(own),
      'font-family': isPlain ? 'system-ui, sans-serif' : 'KaTeX_Main, "Times New Roman", serif',
      ...(bold ? { 'font-weight': 600 } : {}),
      fill: 'currentColor',
      ...(halo ? rim : {}),
    },
    isPlain ? [runs[0]?.text ?? ''] : drawRuns(runs, own),
  );
}

function drawRuns(runs: readonly Run[], size: number): (SvgNode | string)[] {
  let level = 0;
  return runs.map(({ text, style, shift }) => {
    const wanted = shift * (shift > 0 ? -0.36 : -0.22) * size * Math.abs(shift);
    const dy = rounded(wanted - level);
    level = wanted;
    const slant = style === 'variable' ? { class: 'figure-variable', 'font-style': 'italic' } : {};
    const raise = shift === 0 ? {} : { 'font-size': rounded(size * RAISED) };
    if (dy === 0 && style === 'main' && shift === 0) return text;
    return svg('tspan', { ...slant, ...raise, ...(dy === 0 ? {} : { dy }) }, [text]);
  });
}
