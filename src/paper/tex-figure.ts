// A drawing as TikZ: its paths by the svg.path library, its letters as nodes; one unit of the drawing is 0.6 pt.
import type { SvgNode } from '../figures/svg-node.ts';
import { texWords } from './tex-words.ts';

const UNIT = 0.6;

/** Needs `\usetikzlibrary{svg.path}`. Black on white, as figures are drawn for paper. */
export function texFigure(figure: SvgNode): string {
  const lines = figure.children.flatMap(child => (typeof child === 'string' ? [] : commands(child, PLAIN)));
  return [
    `\\begin{tikzpicture}[xscale=${UNIT},yscale=-${UNIT},line cap=round,line join=round]`,
    ...lines,
    '\\end{tikzpicture}',
  ].join('\n');
}

type Attributes = SvgNode['attributes'];

/** What a part takes over from the ones around it. */
interface Style {
  readonly names: string;
  readonly opacity: number;
}

const PLAIN: Style = { names: '', opacity: 1 };

function commands({ tag, attributes, children }: SvgNode, around: Style): readonly string[] {
  const style = {
    names: `${around.names} ${attributes.class ?? ''}`,
    opacity: around.opacity * Number(attributes.opacity ?? 1),
  };
  if (tag === 'text') return [letters(attributes, children, style)];
  if (tag === 'g') return children.flatMap(child => (typeof child === 'string' ? [] : commands(child, style)));
  const outline = shape(tag, attributes);
  return outline === undefined ? [] : [`\\path[${paint(attributes, style)}] ${outline};`];
}

function shape(tag: string, attributes: Attributes): string | undefined {
  const of = (name: string) => Number(attributes[name] ?? 0);
  if (tag === 'path') return `svg {${attributes.d}}`;
  if (tag === 'circle') return `(${of('cx')}pt,${of('cy')}pt) circle [radius=${of('r')}pt]`;
  if (tag === 'line') return `(${of('x1')}pt,${of('y1')}pt) -- (${of('x2')}pt,${of('y2')}pt)`;
  if (tag !== 'rect') return undefined;
  const corners = of('rx') > 0 ? `[rounded corners=${of('rx') * UNIT}pt] ` : '';
  return `${corners}(${of('x')}pt,${of('y')}pt) rectangle (${of('x') + of('width')}pt,${of('y') + of('height')}pt)`;
}

const DARK: ReadonlySet<string> = new Set(['currentColor', '#000']);

function paint(attributes: Attributes, { names, opacity }: Style): string {
  const grey = names.includes('figure-grid') ? 'black!25' : 'black';
  const fill = String(attributes.fill ?? 'currentColor');
  const isFilled = fill !== 'none' && fill !== 'transparent';
  const dashes = String(attributes['stroke-dasharray'] ?? '').split(' ');
  const options = [
    isFilled ? `fill=${DARK.has(fill) && !names.includes('figure-disc') ? grey : 'white'}` : '',
    attributes['fill-opacity'] === undefined ? '' : `fill opacity=${Number(attributes['fill-opacity'])}`,
    attributes['fill-rule'] === 'evenodd' ? 'even odd rule' : '',
    attributes.stroke === undefined || attributes.stroke === 'none'
      ? ''
      : `draw=${attributes.stroke === 'currentColor' ? grey : 'white'}`,
    attributes['stroke-width'] === undefined ? '' : `line width=${(Number(attributes['stroke-width']) * UNIT).toFixed(2)}pt`,
    dashes.length > 1
      ? `dash pattern=${dashes.map((length, i) => `${i % 2 === 0 ? 'on' : 'off'} ${Number(length) * UNIT}pt`).join(' ')}`
      : '',
    opacity < 1 ? `opacity=${opacity}` : '',
  ];
  return options.filter(Boolean).join(',');
}

const ANCHORS: Readonly<Record<string, string>> = { start: 'base west', middle: 'base', end: 'base east' };

function letters(attributes: Attributes, children: readonly (SvgNode | string)[], { names }: Style): string {
  const size = (Number(attributes['font-size'] ?? 16) * UNIT).toFixed(1);
  const anchor = ANCHORS[String(attributes['text-anchor'] ?? 'start')] ?? 'base west';
  const halo = names.includes('figure-halo') ? ',fill=white,inner sep=1pt' : ',inner sep=0pt';
  const text = children.map(run).join('');
  const weight = attributes['font-weight'] === undefined ? '' : '\\bfseries';
  return `\\node[anchor=${anchor}${halo}] at (${attributes.x}pt,${attributes.y}pt) {\\fontsize{${size}}{${size}}\\selectfont${weight} ${text}};`;
}

/** Slanted runs are letters of formulas; raised and lowered ones are scripts of what stands before them. */
function run(node: SvgNode | string): string {
  if (typeof node === 'string') return texWords(node);
  const text = texWords(node.children.filter(child => typeof child === 'string').join('')).replaceAll('$', '');
  const isScript = node.attributes['font-size'] !== undefined;
  if (!isScript) return node.attributes.class === 'figure-variable' ? `$${text}$` : texWords(String(node.children[0] ?? ''));
  return Number(node.attributes.dy ?? 0) < 0 ? `$^{${text}}$` : `$_{${text}}$`;
}
