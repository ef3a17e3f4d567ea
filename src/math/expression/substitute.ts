// Variables of a tree: which there are, and putting something in their place.
import { childrenOf, type Expression, type ExpressionLike, toExpression, withChildren } from './tree.ts';

/** In the order in which they are read first. */
export function variablesOf(e: Expression): string[] {
  const found = new Set<string>();
  collect(e, found);
  return [...found];
}

function collect(e: Expression, found: Set<string>): void {
  if (e.kind === 'variable') found.add(e.name);
  for (const child of childrenOf(e)) collect(child, found);
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
