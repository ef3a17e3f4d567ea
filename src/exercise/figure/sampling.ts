// Samples of an expression for drawing: runs of points along a curve, level lines by marching squares. Rounded, so that all engines draw alike.
import { evaluate } from '../../math/expression/evaluate.ts';
import { parse } from '../../math/expression/parse.ts';
import { printSpeech } from '../../math/expression/print-speech.ts';
import type { Expression } from '../../math/expression/tree.ts';

export type Sample = readonly [x: number, y: number];

/** Four significant digits; NaN where there is no value. */
export function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(4)) : Number.NaN;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}

/** In spoken words. */
export function speakExpression(text: string): string {
  return printSpeech(read(text));
}

/** The value of an expression in one variable. */
export function valueAt(text: string, variable: string, x: number): number {
  return rounded(evaluate(read(text), { [variable]: x }));
}

function read(text: string): Expression {
  const parsed = parse(text);
  if (!parsed.ok) throw new RangeError(`no expression: "${text}"`);
  return parsed.value;
}

const STEPS = 120;
const HALVINGS = 14;

/** The curve in runs without a gap; `height` is what counts as high: a rise that stays steeper than all halvings is a jump or a pole. */
export function sampleCurve(text: string, variable: string, from: number, to: number, height = 0): Sample[][] {
  const f = read(text);
  const at = (x: number): Sample => [x, finite(evaluate(f, { [variable]: x }))];
  const runs: Sample[][] = [[]];
  const add = ([x, y]: Sample) => runs.at(-1)?.push([x, rounded(y)]);
  let before: Sample | undefined;
  for (let i = 0; i <= STEPS; i++) {
    const next = at(from + ((to - from) * i) / STEPS);
    const [left, right] = before ? edge(before, next, at, height) : [undefined, undefined];
    if (left && right) {
      if (!Number.isNaN(left[1])) add(left);
      runs.push([]);
      if (!Number.isNaN(right[1])) add(right);
    }
    if (!Number.isNaN(next[1])) add(next);
    before = next;
  }
  return runs.filter(run => (run.at(-1)?.[0] ?? 0) - (run[0]?.[0] ?? 0) > (to - from) / 1000);
}

/** The two sides of a gap between neighbouring samples, or nothing where the curve goes through. */
function edge(left: Sample, right: Sample, at: (x: number) => Sample, height: number): [Sample?, Sample?] {
  const isOpen = (a: Sample, b: Sample) => Number.isNaN(a[1]) !== Number.isNaN(b[1]);
  const isSteep = (a: Sample, b: Sample) => height > 0 && Math.abs(a[1] - b[1]) > height / 40;
  if (!isOpen(left, right) && !isSteep(left, right)) return [];
  let [low, high] = [left, right];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = at((low[0] + high[0]) / 2);
    const [before, after] = [gapOf(low, middle), gapOf(middle, high)];
    if (before >= after) high = middle;
    else low = middle;
    if (!isOpen(low, high) && !isSteep(low, high)) return [];
  }
  return [low, high];
}

/** How far it is from one sample to the next; without end where just one has a value. */
function gapOf(a: Sample, b: Sample): number {
  if (Number.isNaN(a[1]) !== Number.isNaN(b[1])) return Number.POSITIVE_INFINITY;
  return Number.isNaN(a[1]) ? 0 : Math.abs(a[1] - b[1]);
}

const CELLS = 40;

export interface Field {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** Row by row from the least y. */
  readonly values: readonly (readonly number[])[];
}

/** The values on a grid over the window. */
export function sampleField(text: string, [u, v]: readonly [string, string], x: Field['x'], y: Field['y']): Field {
  const f = read(text);
  const at = ([from, to]: Field['x'], i: number) => from + ((to - from) * i) / CELLS;
  const values = Array.from({ length: CELLS + 1 }, (_, i) =>
    Array.from({ length: CELLS + 1 }, (_, j) => rounded(evaluate(f, { [u]: at(x, j), [v]: at(y, i) }))),
  );
  return { x, y, values };
}

/** Chains of points where the field has this level: marching squares with linear steps along the sides of the cells. */
export function levelLines({ x, y, values }: Field, level: number): Sample[][] {
  const pieces: [string, string][] = [];
  const points = new Map<string, Sample>();
  const high = (i: number, j: number) => (values[i]?.[j] ?? Number.NaN) >= level;
  const crossing = (i: number, j: number, k: number, l: number): string => {
    const [a, b] = [values[i]?.[j] ?? 0, values[k]?.[l] ?? 0];
    const share = (level - a) / (b - a);
    const along = ([from, to]: Field['x'], p: number, q: number) => from + ((to - from) * (p + (q - p) * share)) / CELLS;
    points.set(`${i},${j},${k},${l}`, [along(x, j, l), along(y, i, k)]);
    return `${i},${j},${k},${l}`;
  };
  for (let i = 0; i < CELLS; i++) {
    for (let j = 0; j < CELLS; j++) {
      const sides = [
        high(i, j) !== high(i, j + 1) ? crossing(i, j, i, j + 1) : '',
        high(i, j + 1) !== high(i + 1, j + 1) ? crossing(i, j + 1, i + 1, j + 1) : '',
        high(i + 1, j) !== high(i + 1, j + 1) ? crossing(i + 1, j, i + 1, j + 1) : '',
        high(i, j) !== high(i + 1, j) ? crossing(i, j, i + 1, j) : '',
      ].filter(Boolean);
      const [a, b, c, d] = sides;
      if (a && b) pieces.push([a, b]);
      if (c && d) pieces.push([c, d]);
    }
  }
  return chains(pieces).map(chain =>
    chain.flatMap(key => {
      const point = points.get(key);
      return point ? [point] : [];
    }),
  );
}

/** Joins pieces end to end. */
function chains(pieces: readonly (readonly [string, string])[]): string[][] {
  const touching = new Map<string, number[]>();
  pieces.forEach((ends, i) => {
    for (const end of ends) touching.set(end, [...(touching.get(end) ?? []), i]);
  });
  const used = new Set<number>();
  const follow = (start: string): string[] => {
    const chain: string[] = [];
    for (let end: string | undefined = start; end !== undefined; ) {
      const i: number | undefined = touching.get(end)?.find(piece => !used.has(piece));
      if (i === undefined) return chain;
      used.add(i);
      const here: string = end;
      end = pieces[i]?.find(other => other !== here);
      if (end !== undefined) chain.push(end);
    }
    return chain;
  };
  return pieces.flatMap(([start], i) => {
    if (used.has(i)) return [];
    const there = follow(start);
    return [[...follow(start).reverse(), start, ...there]];
  });
}
