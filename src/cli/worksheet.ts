// `worksheet`: a set as a page to print, in HTML that stands alone or in TeX.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import figureStyle from '../figures/figure.css?inline';
import { htmlPage } from '../paper/html.ts';
import sheetStyle from '../paper/sheet.css?inline';
import { type Sheet, type SheetPart, sheetTree, titleOf } from '../paper/sheet.ts';
import { texDocument } from '../paper/tex.ts';
import { Misuse } from './misuse.ts';
import { readOptions } from './options.ts';
import { exercisesIn, setOf } from './sent-set.ts';

export async function worksheet(args: readonly string[]): Promise<void> {
  const { link, key, tex, columns } = readArguments(args);
  const set = setOf(link);
  const sheet = { title: set.title ?? '', link, exercises: await exercisesIn(set) };
  const parts: readonly SheetPart[] = key ? ['exercises', 'key', 'solutions'] : ['exercises'];
  process.stdout.write(tex ? texDocument(sheet, { columns, parts }) : page(sheet, columns, parts));
}

function page(sheet: Sheet, columns: 1 | 2, parts: readonly SheetPart[]): string {
  return htmlPage(sheetTree(sheet, { columns, parts }), {
    title: titleOf(sheet),
    styles: [formulaStyle(), figureStyle, sheetStyle],
  });
}

/** KaTeX's own style sheet with its fonts inside. */
function formulaStyle(): string {
  const path = createRequire(import.meta.url).resolve('katex/dist/katex.min.css');
  const font = (name: string) => readFileSync(join(dirname(path), 'fonts', name)).toString('base64');
  return readFileSync(path, 'utf8').replace(
    /src:url\(fonts\/([\w-]+\.woff2)\)[^;}]*/g,
    (_, name: string) => `src:url(data:font/woff2;base64,${font(name)}) format("woff2")`,
  );
}

const OPTIONS = { key: { type: 'boolean' }, tex: { type: 'boolean' }, columns: { type: 'string' } } as const;

function readArguments(args: readonly string[]) {
  const { values, positionals } = readOptions(args, OPTIONS);
  const [link, ...more] = positionals;
  if (link === undefined || more.length > 0) throw new Misuse('Name one link to a set, in quotes.');
  const columns = values.columns ?? '1';
  if (columns !== '1' && columns !== '2') throw new Misuse('--columns is 1 or 2.');
  return { link, key: values.key === true, tex: values.tex === true, columns: columns === '2' ? 2 : 1 } as const;
}
