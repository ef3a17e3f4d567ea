// Texts as HTML with TeX between \( and \), as MathJax finds it: for systems that bring their own formulas.
import type { Text } from '../exercise/text.ts';
import type { SvgNode } from '../figures/svg-node.ts';
import { escaped, htmlOf } from './html.ts';

export function mathJax(text: Text): string {
  return text
    .map(part => {
      if (typeof part === 'string') return escaped(part);
      return part.display ? `\\[${escaped(part.tex)}\\]` : `\\(${escaped(part.tex)}\\)`;
    })
    .join('');
}

/** A drawing that stands alone: black on white, whatever is around it. */
export function standaloneSvg(figure: SvgNode): string {
  const attributes = { ...figure.attributes, xmlns: 'http://www.w3.org/2000/svg', style: 'color:#000;background:#fff' };
  return htmlOf({ ...figure, attributes });
}
