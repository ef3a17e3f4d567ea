// Small change of figures in words.
import { numberOf, type Place } from '../exercise/figure/value.ts';
import { told } from './label.ts';

/** With a capital letter and a full stop. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export function listed(parts: readonly string[]): string {
  return parts.join(', ');
}

/** `(2, −1)`. */
export function toldPlace([x, y]: Place): string {
  return `(${told(x)}, ${told(y)})`;
}

/** `A at (2, −1)`, or the place alone. */
export function toldPoint({ at, label, open }: { readonly at: Place; readonly label?: string; readonly open?: true }): string {
  const where = label === undefined ? toldPlace(at) : `${told(label)} at ${toldPlace(at)}`;
  return open ? `${where} (open)` : where;
}

/** `2x + y = 4` without a factor 1 or a term 0. */
export function toldLine(normal: Place, offset: string, [x, y]: readonly [string, string]): string {
  const terms = [term(normal[0], x), term(normal[1], y)].filter(Boolean);
  const sum = terms.join(' + ').replace('+ −', '− ');
  return `${sum} = ${told(offset)}`;
}

function term(factor: string, name: string): string {
  const value = numberOf(factor);
  if (value === 0) return '';
  if (value === 1) return told(name);
  if (value === -1) return `−${told(name)}`;
  if ([...name].length === 1 && !factor.includes('/')) return `${told(factor)}${name}`;
  return factor.includes('/') ? `(${told(factor)}) ${told(name)}` : `${told(factor)} ${told(name)}`;
}
