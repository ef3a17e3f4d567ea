// A sheet as a page of HTML that stands alone: formulas set by KaTeX, no script in it.
import katex from 'katex';
import type { Formula } from '../exercise/formula.ts';
import type { PaperElement, PaperNode } from './node.ts';
import { hasTallRows, isShort, STRETCH } from './typesetting.ts';

/** What a page needs beside the sheet: style sheets as text, with their fonts inside. */
export interface Page {
  readonly title: string;
  readonly styles: readonly string[];
}

const EMPTY: ReadonlySet<string> = new Set(['rect', 'path', 'circle', 'line']);

export function htmlPage(sheet: PaperElement, { title, styles }: Page): string {
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escaped(title)}</title>`,
    ...styles.map(style => `<style>${style.replaceAll('</', '<\\/')}</style>`),
    `</head><body>${htmlOf(sheet)}</body></html>`,
    '',
  ].join('\n');
}

/** Words are escaped; nothing in an exercise is markup. */
export function htmlOf(node: PaperNode): string {
  if (typeof node === 'string') return escaped(node);
  if ('tex' in node) return formulaOf(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const open = `<${node.tag}${attributes.join('')}`;
  if (EMPTY.has(node.tag) && node.children.length === 0) return `${open}/>`;
  return `${open}>${node.children.map(htmlOf).join('')}</${node.tag}>`;
}

function formulaOf(formula: Formula): string {
  const { tex, display } = formula;
  const macros = hasTallRows(tex) ? { '\\arraystretch': STRETCH } : {};
  const set = katex.renderToString(tex, { displayMode: display === true, throwOnError: true, macros });
  return isShort(formula) ? `<span class="sheet-short">${set}</span>` : set;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, sign => SIGNS[sign] ?? sign);
}
