// A figure of an exercise as SVG, with the words for it.
import { type ComponentChild, h } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Figure } from '../exercise/figure.ts';
import { describe } from '../figures/describe.ts';
import { draw } from '../figures/draw.ts';
import type { SvgNode } from '../figures/svg-node.ts';
import '../figures/figure.css';

export function Drawing({ figure }: { readonly figure: Figure }) {
  const drawn = useMemo(() => draw(figure), [figure]);
  const words = useMemo(() => describe(figure), [figure]);
  return (
    <figure class="drawing">
      {'title' in figure && <figcaption class="small quiet">{figure.title}</figcaption>}
      {mount({ ...drawn, attributes: { ...drawn.attributes, role: 'img', 'aria-label': words } })}
    </figure>
  );
}

function mount(node: SvgNode | string): ComponentChild {
  return typeof node === 'string' ? node : h(node.tag, { ...node.attributes }, ...node.children.map(mount));
}
