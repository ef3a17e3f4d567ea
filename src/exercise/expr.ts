// Expressions written as a learner types them, for authors: expr`(${a}x + ${b})^3`.
import { parse } from '../math/expression/parse.ts';
import { printText } from '../math/expression/print-text.ts';
import { type Expression, type ExpressionLike, toExpression } from '../math/expression/tree.ts';

/** Values go in as they print, in brackets where they are no plain number. Nothing is simplified. Throws where it can't be read. */
export function expr(strings: TemplateStringsArray, ...values: readonly ExpressionLike[]): Expression {
  const text = strings.map((piece, i) => piece + inserted(values[i])).join('');
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`can't read "${text}" at ${parsed.at}: ${parsed.says}`);
  return parsed.value;
}

function inserted(value: ExpressionLike | undefined): string {
  if (value === undefined) return '';
  const text = printText(toExpression(value));
  return /^[\d.]+$/.test(text) ? text : `(${text})`;
}
