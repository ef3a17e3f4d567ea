// Where an axis is numbered, and with what.
import { niceStep, numberOf } from '../exercise/figure/value.ts';
import { SMALL, textWidth } from './label.ts';

export interface Tick {
  readonly at: number;
  /** Left out where there is no room for each. */
  readonly label?: string;
}

/** Multiples of the step from one end to the other; if their labels would touch, every second (fifth, tenth) has one. */
export function ticksOf([from, to]: readonly [string, string], step: string, at: (value: number) => number, gap = 7): Tick[] {
  const size = numberOf(step);
  const first = Math.ceil(numberOf(from) / size - 1e-9);
  const last = Math.floor(numberOf(to) / size + 1e-9);
  const multiples = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const label = (k: number) => multipleText(k, step);
  const widest = Math.max(0, ...multiples.map(k => textWidth(label(k), SMALL)));
  const room = Math.abs(at(size) - at(0));
  const every = [1, 2, 5, 10, 20, 50, 100].find(n => n * room >= widest + gap) ?? 1000;
  return multiples.map(k => (k % every === 0 ? { at: at(k * size), label: label(k) } : { at: at(k * size) }));
}

/** k steps, exactly: decimals stay decimals, fractions fractions in lowest terms. */
function multipleText(k: number, step: string): string {
  const [top = '', bottom] = step.split('/');
  if (bottom === undefined) return `${Number((k * Number(top)).toFixed(top.split('.')[1]?.length ?? 0))}`;
  const [numerator, denominator] = [k * Number(top), Number(bottom)];
  const divisor = greatest(Math.abs(numerator), denominator);
  return denominator === divisor ? `${numerator / divisor}` : `${numerator / divisor}/${denominator / divisor}`;
}

function greatest(a: number, b: number): number {
  return b === 0 ? a : greatest(b, a % b);
}

/** A step for an axis of this length on the page. */
export function stepFor([from, to]: readonly [string, string], length: number, spacing: number): string {
  return niceStep(numberOf(to) - numberOf(from), Math.max(1, Math.floor(length / spacing)));
}
