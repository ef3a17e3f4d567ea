// An expression in named variables: equal wherever both are defined, in a form that may be asked for.
import type { AnswerOf } from '../exercise/answer.ts';
import { equivalent } from '../math/expression/equivalent.ts';
import { printText } from '../math/expression/print-text.ts';
import type { Expression } from '../math/expression/tree.ts';
import { formLacks } from './form.ts';
import { type AnswerKind, assuming, RIGHT, WRONG } from './kind.ts';
import { logarithmHint } from './logarithm-hint.ts';
import { isRounding } from './tolerance.ts';
import { afterName, readExpression } from './typed.ts';

export const expression: AnswerKind<'expression'> = {
  read(text, { variables, upToConstant }) {
    const letters = upToConstant === undefined ? variables : [...variables, ...freeConstants(variables)];
    return readExpression(afterName(text), { variables: letters, decimalComma: true });
  },
  write: printText,
  equal,
  same(value, key, answer) {
    if (!equal(value, key, answer)) return WRONG;
    const says = answer.form && formLacks(value, key, answer.form, answer.upToConstant);
    return says ? { verdict: 'form', says } : RIGHT;
  },
  hint(value, key, answer) {
    if (isRounding(value, key)) return ['That is close, but rounded. Give the exact value.'];
    return logarithmHint(value, key, other => equal(value, other, answer));
  },
};

/** The constant of integration may be written out. */
function freeConstants(variables: readonly string[]): readonly string[] {
  return ['C', 'c', 'K', 'k'].filter(name => !variables.includes(name));
}

function equal(value: Expression, key: Expression, answer: AnswerOf<'expression'>): boolean {
  const { upToConstant } = answer;
  return equivalent(value, key, { ...assuming(answer), ...(upToConstant && { upToConstant }) }).equal;
}
