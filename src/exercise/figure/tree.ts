// Trees as data: probability trees to the right, decision and code trees downwards.
import { filled, must, type Shown, shown } from './value.ts';

export interface TreeNode {
  /** What stands at the node; an inner node may have none. */
  readonly label?: string;
  /** On the branch that leads to it. */
  readonly branch?: string;
  readonly marked?: true;
  readonly children?: readonly TreeNode[];
}

export interface TreeFigure {
  readonly kind: 'tree';
  readonly grows: 'right' | 'down';
  readonly root: TreeNode;
}

export interface TreeLike {
  readonly label?: Shown;
  readonly branch?: Shown;
  readonly marked?: boolean;
  readonly children?: readonly TreeLike[];
}

/** Four branches deep; to the right (probability trees) 12 leaves at most, downwards (decisions, codes) as wide as the labels allow. */
export function tree(root: TreeLike, grows: 'right' | 'down' = 'right'): TreeFigure {
  const made = toNode(root);
  must(depthOf(made) <= 4, 'a tree is at most four branches deep');
  must(leavesOf(made) <= 12, 'a tree has at most 12 leaves');
  const signs = grows === 'right' ? lengthOf([made]) : breadthOf(made);
  const room = grows === 'right' ? Math.floor((300 - 50 * depthOf(made)) / 8) : 38;
  must(signs <= room, `the labels of this tree need ${signs} signs side by side, but ${room} fit`);
  return { kind: 'tree', grows, root: made };
}

/** Signs side by side in a tree that grows to the right: the longest branch and label of each step. */
function lengthOf(nodes: readonly TreeNode[]): number {
  if (nodes.length === 0) return 0;
  const longest = (texts: readonly string[]) => Math.max(...texts.map(text => [...text].length));
  const own = longest(nodes.map(({ label = '' }) => label)) + longest(nodes.map(({ branch = '' }) => branch));
  return own + lengthOf(nodes.flatMap(({ children = [] }) => children));
}

/** Signs side by side in a tree that grows downwards, with a gap of three after each label. */
function breadthOf({ label = '', branch = '', children = [] }: TreeNode): number {
  const own = Math.max([...label].length, [...branch].length, 1) + 3;
  return Math.max(
    own,
    children.reduce((total, child) => total + breadthOf(child), 0),
  );
}

function toNode({ label, branch, marked, children }: TreeLike): TreeNode {
  return filled({
    label: label === undefined ? undefined : shown(label),
    branch: branch === undefined ? undefined : shown(branch),
    marked: marked ? (true as const) : undefined,
    children: children?.map(toNode),
  });
}

export function leavesOf({ children = [] }: TreeNode): number {
  return children.length === 0 ? 1 : children.reduce((total, child) => total + leavesOf(child), 0);
}

export function depthOf({ children = [] }: TreeNode): number {
  return children.length === 0 ? 0 : 1 + Math.max(...children.map(depthOf));
}
