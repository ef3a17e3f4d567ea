// A plain SVG element tree: the app mounts it as Preact nodes, paper prints it as a string.

export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

export function svg(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly (SvgNode | string)[] = [],
): SvgNode {
  return { tag, attributes, children };
}

/** At most two decimals: enough for a screen, short, and the same everywhere. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
