// What a sheet is made of: plain elements, words and formulas. The app mounts it, the terminal writes it as HTML.
import type { Formula } from '../exercise/formula.ts';
import type { Text } from '../exercise/text.ts';
import type { SvgNode } from '../figures/svg-node.ts';

export type PaperNode = string | Formula | PaperElement;

export interface PaperElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly PaperNode[];
}

/** An element with a class; further attributes come last. */
export function element(
  tag: string,
  name: string,
  children: readonly PaperNode[],
  attributes: PaperElement['attributes'] = {},
): PaperElement {
  return { tag, attributes: { ...(name !== '' && { class: name }), ...attributes }, children };
}

/** A drawing has the same shape. */
export function drawing(node: SvgNode, words: string): PaperElement {
  return { ...node, attributes: { ...node.attributes, role: 'img', 'aria-label': words } };
}

/** A text's paragraphs: display formulas part them. */
export function paragraphs(text: Text): readonly PaperElement[] {
  const found: { display: boolean; parts: (string | Formula)[] }[] = [];
  for (const part of text) {
    const display = typeof part !== 'string' && part.display === true;
    const last = found.at(-1);
    if (last && !last.display && !display) last.parts.push(part);
    else found.push({ display, parts: [part] });
  }
  const written = found.filter(({ parts }) => parts.some(part => typeof part !== 'string' || part.trim() !== ''));
  return written.map(({ display, parts }) => (display ? element('div', 'sheet-display', parts) : element('p', '', parts)));
}

/** A text in one line. */
export function line(text: Text): readonly PaperNode[] {
  return text.map(part => (typeof part === 'string' ? part : { tex: part.tex, speech: part.speech }));
}
