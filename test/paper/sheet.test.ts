// A set on paper, as HTML and as TeX: everything is there once, nothing is markup that should be words, and the code can be scanned.
import decodeQR from 'qr/decode.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadGenerator, skills } from '../../src/catalog.ts';
import type { Exercise } from '../../src/exercise/generator.ts';
import type { SvgNode } from '../../src/figures/svg-node.ts';
import { make } from '../../src/make.ts';
import { htmlOf, htmlPage } from '../../src/paper/html.ts';
import type { PaperNode } from '../../src/paper/node.ts';
import { qrCode } from '../../src/paper/qr.ts';
import { type Sheet, sheetTree } from '../../src/paper/sheet.ts';
import { texDocument } from '../../src/paper/tex.ts';
import { texText, texWords } from '../../src/paper/tex-words.ts';

const LINK = 'https://gradus.example/#/set/A0uc8iAVT-K.7b.le9PCCABypyOEBABJEMwBBAB.Week~203';
const ALL = { columns: 1, parts: ['exercises', 'key', 'solutions'] } as const;

let sheet: Sheet;
beforeAll(async () => {
  const places = skills.flatMap(({ id, levels }) => levels.map((_, i) => [id, i + 1] as const));
  const exercises: readonly Exercise[] = await Promise.all(
    places.map(async ([id, level]) => make(await loadGenerator(id), level, 'paper')),
  );
  sheet = { title: 'Vectors & <b>more</b>', link: LINK, exercises };
}, 60_000);

describe('as HTML', () => {
  test('every exercise of every level has its place, its key and its solution, well nested and without markup of its own', () => {
    const html = htmlOf(sheetTree(sheet, ALL));
    expect(html.match(/class="sheet-room"/g)).toHaveLength(sheet.exercises.length);
    expect(html.match(/class="sheet-steps"/g)).toHaveLength(sheet.exercises.length);
    expect(html.includes('<b>more')).toBe(false);
    expect(unclosed(html)).toEqual([]);
  });

  test('without the key there is none of it', () => {
    const html = htmlOf(sheetTree(sheet, { columns: 2, parts: ['exercises'] }));
    expect(/sheet-key|sheet-steps|sheet-told/.test(html)).toBe(false);
  });

  test('no line begins with the full stop of the line before', () => {
    const loose = pairsIn(sheetTree(sheet, ALL)).filter(
      ([before, after]) => typeof before !== 'string' && 'tex' in before && typeof after === 'string' && /^[.,;:?!)]/.test(after),
    );
    expect(loose).toEqual([]);
  });

  test('rows of fractions do not touch, and b = 4 stays in one line', () => {
    expect(htmlOf({ tex: 'b = 4', speech: '' }).startsWith('<span class="sheet-short">')).toBe(true);
    const [one, two] = ['1 \\\\ 2', '\\frac{1}{2} \\\\ \\frac{1}{3}'].map(rows => `\\begin{pmatrix}${rows}\\end{pmatrix}`);
    expect(heightOf(htmlOf({ tex: two ?? '', speech: '', display: true }))).toBeGreaterThan(
      1.15 * heightOf(htmlOf({ tex: one ?? '', speech: '', display: true })),
    );
  });

  test('a page holds its styles and no script', () => {
    const page = htmlPage(sheetTree(sheet, ALL), { title: sheet.title, styles: ['.a{}</style>'] });
    expect(page.includes('<title>Vectors &amp; &lt;b&gt;more&lt;/b&gt;</title>')).toBe(true);
    expect(page.includes('<script')).toBe(false);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
  });
});

describe('as TeX', () => {
  test('braces and environments close, and every sign can be set', () => {
    const tex = texDocument(sheet, ALL);
    expect(/\[U\+\w+/.exec(tex)?.[0]).toBeUndefined();
    const open: string[] = [];
    for (const [, kind, name] of tex.matchAll(/\\(begin|end)\{(\w+)\}/g)) {
      if (kind === 'begin') open.push(name ?? '');
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
    const bare = tex.replace(/\\\\|\\[{}]/g, '');
    expect(bare.split('{').length).toBe(bare.split('}').length);
  });

  test('a formula on a line of its own is made to fit its column, and rows of fractions do not touch', () => {
    const tex = '\\begin{pmatrix}\\frac{1}{2} \\\\ 3\\end{pmatrix}';
    expect(texText(['So', { tex, speech: '', display: true }])).toBe(`So\n\\fitted{\\def\\arraystretch{1.4}${tex}}`);
    expect(texDocument(sheet, ALL)).toContain('\\newcommand{\\fitted}');
  });

  test('words that look like commands stay words', () => {
    expect(texWords('50% of {a_b} & #1 \\x ~ ^ “q” −3')).toBe(
      "50\\% of \\{a\\_b\\} \\& \\#1 \\textbackslash{}x \\textasciitilde{} \\textasciicircum{} ``q'' $-$3",
    );
  });
});

test('the code is read back from its squares', () => {
  for (const text of [LINK, 'https://a.example/#/set/'.padEnd(900, 'x')]) expect(scanned(qrCode(text))).toBe(text);
});

/** What stands side by side, all the way down. */
function pairsIn(node: PaperNode): (readonly [PaperNode, PaperNode])[] {
  if (typeof node === 'string' || 'tex' in node) return [];
  const { children } = node;
  return children.flatMap((child, i) => {
    const next = children[i + 1];
    return [...(next === undefined ? [] : [[child, next] as const]), ...pairsIn(child)];
  });
}

/** In letters, of a formula as KaTeX sets it. */
function heightOf(html: string): number {
  return Number(/katex-strut" style="height:([\d.]+)em/.exec(html)?.[1]);
}

/** Elements that are opened and not closed in order. */
function unclosed(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, tag = '', self] of html.matchAll(/<(\/?)([a-zA-Z0-9]+)[^>]*?(\/?)>/g)) {
    if (self) continue;
    if (!slash) open.push(tag);
    else if (open.pop() !== tag) return [...open, tag];
  }
  return open;
}

/** Draws the path of unit squares at four pixels each, and lets the reader of another part of the library look at the picture. */
function scanned(code: SvgNode): string {
  const [, , size = 0] = String(code.attributes.viewBox).split(' ').map(Number);
  const side = size * 4;
  const data = new Uint8Array(side * side * 4).fill(255);
  const path = code.children.map(child => (typeof child === 'string' ? '' : String(child.attributes.d ?? ''))).join('');
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * 4; row < Number(y) * 4 + 4; row++) {
      for (let column = Number(x) * 4; column < (Number(x) + Number(length)) * 4; column++) {
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
  }
  return decodeQR({ width: side, height: side, data });
}
