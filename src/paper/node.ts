// What a sheet is made of: plain elements, words and formulas. The app mounts it, the terminal writes it as HTML.
import type { Formula } from '../exercise/formula.ts';
import { inLine, paragraphs, type Text, withMarks } from '../exercise/text.ts';
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

/** A text in one line. */
export function lineNodes(text: Text): readonly PaperNode[] {
  return withMarks(inLine(text));
}

/** A text's paragraphs: display formulas part them. */
export function paragraphNodes(text: Text): readonly PaperElement[] {
  return paragraphs(text).map(part =>
    'tex' in part ? element('div', 'sheet-display', [part]) : element('p', '', withMarks(part)),
  );
}
