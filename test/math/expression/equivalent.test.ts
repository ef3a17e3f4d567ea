import { describe, expect, test } from 'vitest';
import { type EquivalenceOptions, equivalent } from '../../../src/math/expression/equivalent.ts';
import { parse } from '../../../src/math/expression/parse.ts';
import { rational } from '../../../src/math/rational.ts';
import { PAIRS, type Pair } from './pairs.ts';

function tree(text: string) {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.says}`);
  return parsed.value;
}

function options(pair: Pair): EquivalenceOptions {
  const end = (text: string | null) => (text === null ? null : rational(text));
  const domains = Object.entries(pair.domains ?? {}).map(([name, [low, high]]) => [name, [end(low), end(high)]] as const);
  return { domains: Object.fromEntries(domains) };
}

describe('equivalent', () => {
  test.each(PAIRS)('$left and $right: $equal', pair => {
    const [a, b] = [tree(pair.left), tree(pair.right)];
    expect(equivalent(a, b, options(pair)).equal).toBe(pair.equal);
    expect(equivalent(b, a, options(pair)).equal).toBe(pair.equal);
  });
});
