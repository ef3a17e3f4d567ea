// node scripts/run.mjs test/figures/gallery.ts > gallery.html: a page with all sample figures in both themes, to be looked at.
import { readFileSync } from 'node:fs';
import { describe } from '../../src/figures/describe.ts';
import { draw } from '../../src/figures/draw.ts';
import type { SvgNode } from '../../src/figures/svg-node.ts';
import { SAMPLES } from './samples.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function markup(node: SvgNode | string): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(`${value}`)}"`);
  return `<${node.tag}${attributes.join('')}>${node.children.map(markup).join('')}</${node.tag}>`;
}

const styles = ['tokens', 'figure'].map(name => readFileSync(`src/app/styles/${name}.css`, 'utf8')).join('\n');
const fonts = ['Main-Regular:KaTeX_Main:normal', 'Math-Italic:KaTeX_Math:italic'].map(font => {
  const [file, name, style] = font.split(':');
  const data = readFileSync(`node_modules/katex/dist/fonts/KaTeX_${file}.woff2`).toString('base64');
  return `@font-face { font-family: ${name}; font-style: ${style}; src: url(data:font/woff2;base64,${data}); }`;
});
const chosen = Object.entries(SAMPLES).filter(([name]) => name.includes(process.argv[2] ?? ''));
const cards = chosen.map(([name, figure]) => {
  const title = 'title' in figure ? `<figcaption>${escaped(figure.title ?? '')}</figcaption>` : '';
  return `<section><h2>${name}</h2><figure class="drawing">${title}${markup(draw(figure))}</figure><p>${escaped(describe(figure))}</p></section>`;
});
const page = `body { margin: 0; font: 14px var(--sans); } main { display: grid; grid-template-columns: repeat(auto-fill, 350px); gap: 14px; padding: 14px; background: var(--paper); color: var(--ink); }
section { overflow: hidden; border-bottom: 1px solid var(--line); } h2 { margin: 0; font-size: 13px; color: var(--soft); } p { font-size: 12px; color: var(--soft); } figure { margin: 0; }`;
const themes = ['light', 'dark'].map(theme => `<main style="color-scheme: ${theme}">${cards.join('\n')}</main>`);
console.log(`<!doctype html><meta charset="utf-8"><style>${fonts.join('\n')}\n${styles}\n${page}</style>${themes.join('\n')}`);
