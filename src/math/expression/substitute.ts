// Variables of a tree: which there are, and putting something in their place.
import { childrenOf, type Expression, type ExpressionLike, toExpression, withChildren } from './tree.ts';

/** Each once, in the order in which they are read first. */
export function variablesOf(e: Expression): string[] {
  return variablesIn([e]);
}

export function variablesIn(trees: readonly Expression[]): string[] {
  const found: string[] = [];
  for (const tree of trees) collect(tree, found);
  return found;
}

function collect(e: Expression, found: string[]): void {
  if (e.kind !== 'variable') for (const child of childrenOf(e)) collect(child, found);
  else if (!found.includes(e.name)) found.push(e.name);
}

/** Every occurrence of the name replaced; nothing else changes. */
export function substitute(e: Expression, name: string, value: ExpressionLike): Expression {
  return replace(e, name, toExpression(value));
}

function replace(e: Expression, name: string, value: Expression): Expression {
  if (e.kind === 'variable') return e.name === name ? value : e;
  const children = childrenOf(e);
  return children.length === 0
    ? e
    : withChildren(
        e,
        children.map(child => replace(child, name, value)),
      );
}
