// Looks into a drawing: its elements, and where its labels are by widths that are typical of real fonts.
import type { SvgNode } from '../../src/figures/svg-node.ts';

export const all = (node: SvgNode): SvgNode[] => [
  node,
  ...node.children.flatMap(child => (typeof child === 'string' ? [] : all(child))),
];

export const ofClass = (node: SvgNode, name: string): SvgNode[] =>
  all(node).filter(({ attributes }) => `${attributes.class}`.split(' ').includes(name));

const textOf = (node: SvgNode | string): string => (typeof node === 'string' ? node : node.children.map(textOf).join(''));

export const labelsOf = (node: SvgNode): string[] => ofClass(node, 'figure-label').map(textOf);

export const boxOf = (node: SvgNode) => {
  const [left = 0, top = 0, width = 0, height = 0] = `${node.attributes.viewBox}`.split(' ').map(Number);
  return { left, top, right: left + width, bottom: top + height, width, height };
};

const widthOf = (sign: string): number =>
  /[ijl.,:;|'!()[\]\s]/.test(sign) ? 0.3 : /[mwMW−+=≤]/.test(sign) ? 0.8 : /[A-Z]/.test(sign) ? 0.68 : 0.52;

/** Boxes of the letters themselves, without the space that a line of text has above and below. */
export const labelBoxes = (node: SvgNode) =>
  ofClass(node, 'figure-label').map(label => {
    const { x, y, 'font-size': size, 'text-anchor': anchor } = label.attributes;
    const text = textOf(label);
    const width = Number(size) * [...text].reduce((sum, sign) => sum + widthOf(sign), 0);
    const left = Number(x) - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
    return {
      text,
      left,
      right: left + width,
      top: Number(y) - Number(size) * 0.7,
      bottom: Number(y) + Number(size) * 0.1,
      size: Number(size),
    };
  });

/** What is wrong with the labels of a drawing, in words; nothing where all is well. */
export const flawsOf = (node: SvgNode): string[] => {
  const [box, labels] = [boxOf(node), labelBoxes(node)];
  const outside = labels.filter(
    ({ left, right, top, bottom }) => left < box.left || right > box.right || top < box.top || bottom > box.bottom,
  );
  const covered = labels.flatMap((a, i) =>
    labels
      .slice(i + 1)
      .filter(
        b =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0,
      )
      .map(b => `"${a.text}" and "${b.text}" overlap`),
  );
  return [
    ...outside.map(({ text }) => `"${text}" leaves the box`),
    ...covered,
    ...(box.width > 320 ? [`${box.width} wide`] : []),
    ...(box.height > 480 ? [`${box.height} tall`] : []),
    ...labels.filter(({ size }) => size < 13.75).map(({ text }) => `"${text}" is too small`),
    ...(/NaN|Infinity|undefined|null/.test(JSON.stringify(node)) ? ['a broken number'] : []),
    ...(all(node).some(({ attributes }) => 'style' in attributes || 'id' in attributes) ? ['a style or an id'] : []),
  ];
};
