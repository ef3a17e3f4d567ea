// An expression in named variables: equal wherever both are defined, in a form that may be asked for.
import type { AnswerOf } from '../exercise/answer.ts';
import { formula } from '../exercise/formula.ts';
import { say, type Text } from '../exercise/text.ts';
import { equivalent } from '../math/expression/equivalent.ts';
import { printText } from '../math/expression/print-text.ts';
import { add, type Expression, multiply, negate } from '../math/expression/tree.ts';
import { type AnswerKind, RIGHT, WRONG } from './kind.ts';
import { afterName, readExpression } from './typed.ts';

export const expression: AnswerKind<'expression'> = {
  read: (text, { variables }) => readExpression(afterName(text), { variables, decimalComma: variables.length === 0 }),
  write: printText,
  show: value => formula(value),
  equal,
  near: ({ key }) => [add(key, 1), add(key, -1), negate(key), multiply(2, key)],
  same(value, key, answer) {
    if (!equal(value, key, answer)) return WRONG;
    const says = formAsked(value, answer);
    return says ? { verdict: 'form', says } : RIGHT;
  },
};

function equal(value: Expression, key: Expression, answer: AnswerOf<'expression'>): boolean {
  const { assume, upToConstant } = answer;
  return equivalent(value, key, { ...(assume && { domains: assume }), ...(upToConstant && { upToConstant }) }).equal;
}

function formAsked(value: Expression, { form }: AnswerOf<'expression'>): Text | undefined {
  if (form === 'expanded' && !isExpanded(value)) return say`That is equal to the answer. Now multiply the brackets out.`;
  if (form === 'factored' && !isFactored(value)) return say`That is equal to the answer. Now write it as a product.`;
  return undefined;
}

/** No sum inside a product or under a whole power. */
function isExpanded(value: Expression): boolean {
  if (value.kind === 'add') return value.terms.every(isExpanded);
  if (value.kind === 'negate') return value.operand.kind !== 'add' && isExpanded(value.operand);
  if (value.kind === 'multiply') return value.factors.every(factor => factor.kind !== 'add' && isExpanded(factor));
  if (value.kind === 'power') return value.base.kind !== 'add' && value.base.kind !== 'multiply';
  return value.kind !== 'divide' || isExpanded(value.numerator);
}

function isFactored(value: Expression): boolean {
  return value.kind === 'negate' ? isFactored(value.operand) : value.kind !== 'add';
}
