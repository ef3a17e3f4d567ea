// From a function's name and its values to a tree; functions without a node of their own are spelled out.
import type { Shorthand } from './notation.ts';
import { add, call, divide, type Expression, type FunctionName, power } from './tree.ts';

export type Applied = FunctionName | Shorthand;

/** Least and greatest number of values, where it is not one. */
const ARITY: Partial<Record<Applied, readonly [number, number]>> = {
  log: [1, 2],
  max: [1, Number.POSITIVE_INFINITY],
  min: [1, Number.POSITIVE_INFINITY],
  binomial: [2, 2],
  root: [2, 2],
};

const INVERSES: Partial<Record<Applied, Applied>> = {
  sin: 'asin',
  cos: 'acos',
  tan: 'atan',
  cot: 'acot',
  sec: 'asec',
  csc: 'acsc',
  sinh: 'asinh',
  cosh: 'acosh',
  tanh: 'atanh',
  coth: 'acoth',
  sech: 'asech',
  csch: 'acsch',
};

const SPELLED_OUT: Record<Shorthand, (x: Expression, y: Expression) => Expression> = {
  round: x => call('floor', add(x, divide(1, 2))),
  cbrt: x => power(x, divide(1, 3)),
  root: (x, n) => power(x, divide(1, n)),
  relu: x => call('max', 0, x),
  softplus: x => call('ln', add(1, call('exp', x))),
  acot: x => call('atan', divide(1, x)),
  asec: x => call('acos', divide(1, x)),
  acsc: x => call('asin', divide(1, x)),
  coth: x => divide(1, call('tanh', x)),
  sech: x => divide(1, call('cosh', x)),
  csch: x => divide(1, call('sinh', x)),
  acoth: x => call('atanh', divide(1, x)),
  asech: x => call('acosh', divide(1, x)),
  acsch: x => call('asinh', divide(1, x)),
};

/** Whether commas part its values. */
export function isListed(name: Applied): boolean {
  return ARITY[name] !== undefined;
}

/** What sin^-1 means. */
export function inverseOf(name: Applied): Applied | undefined {
  return INVERSES[name];
}

/** Undefined where the number of values is not what the function takes. */
export function applyFunction(name: Applied, args: readonly Expression[]): Expression | undefined {
  const [least, most] = ARITY[name] ?? [1, 1];
  const [x, y] = args;
  if (x === undefined || args.length < least || args.length > most) return undefined;
  return isShorthand(name) ? SPELLED_OUT[name](x, y ?? x) : { kind: 'call', name, args };
}

/** The sentence for a wrong number of values. */
export function arityMessage(name: Applied, typed: string): string {
  const [least, most] = ARITY[name] ?? [1, 1];
  return least === most ? `${typed} takes ${least === 1 ? 'one value' : 'two values'}.` : `${typed} takes one or two values.`;
}

function isShorthand(name: Applied): name is Shorthand {
  return name in SPELLED_OUT;
}
