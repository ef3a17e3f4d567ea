import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EquivalenceOptions, equivalent } from '../../../src/math/expression/equivalent.ts';
import { evaluate } from '../../../src/math/expression/evaluate.ts';
import { FIELDS } from '../../../src/math/expression/finite-field.ts';
import { parse } from '../../../src/math/expression/parse.ts';
import { add, divide } from '../../../src/math/expression/tree.ts';
import { rational } from '../../../src/math/rational.ts';
import type { Pair } from '../../bench/pairs/pair.ts';
import { PAIRS } from '../../bench/pairs/table.ts';
import { anyTree, smoothTree } from './trees.ts';

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
  test.each(['', '/10^40'])('rational functions are equal by proof: a multiple of both primes, %s, is not nothing', small => {
    const multiple = FIELDS.reduce((product, { prime }) => product * BigInt(prime), 1n);
    expect(equivalent(tree('(x+1)^2'), tree(`x^2+2x+1+${multiple}${small}`)).equal).toBe(false);
    expect(equivalent(tree('x/(x+1)'), tree(`x/(x+1+${multiple}${small})`)).equal).toBe(false);
  });

  test.each(PAIRS)('$left and $right: $equal', pair => {
    const [a, b] = [tree(pair.left), tree(pair.right)];
    expect(equivalent(a, b, options(pair)).equal).toBe(pair.equal);
    expect(equivalent(b, a, options(pair)).equal).toBe(pair.equal);
  });

  test('the table has as many wrong as right, at least 150 in all', () => {
    const right = PAIRS.filter(pair => pair.equal).length;
    expect(PAIRS.length).toBeGreaterThanOrEqual(150);
    expect(Math.abs(PAIRS.length - 2 * right)).toBeLessThan(PAIRS.length / 5);
  });

  test('says how it decided', () => {
    const how = (a: string, b: string) => equivalent(tree(a), tree(b)).how;
    expect(how('x+1', 'x+1')).toBe('structure');
    expect(how('x+1', '1+x')).toBe('exact');
    expect(how('x+1', '2+x')).toBe('exact');
    expect(how('sin x', 'cos x')).toBe('sampled');
    expect(how('10^30+1', '10^30')).toBe('exact');
    expect(how('sin 2x', '2 sin x cos x')).toBe('sampled');
    expect(how('ln(x^2)', '2 ln x')).toBe('domain');
    expect(how('exp(ln x)', 'x')).toBe('complex');
    expect(how('sqrt(-1-x^2)', 'sqrt(-2-x^2)')).toBe('complex');
    expect(how('floor(sqrt(-1-x^2))', 'floor(sqrt(-2-x^2))')).toBe('undecided');
  });

  test.each([
    ['e^(-inf)', '0', true],
    ['e^inf', 'inf', true],
    ['tanh(inf)', '1', true],
    ['1-tanh(-inf)', '2', true],
    ['1/inf', '0', true],
    ['ln(inf)', 'inf', true],
    ['(1/2)^inf', '0', true],
    ['2 inf', 'inf+1', true],
    ['-inf', 'inf', false],
    ['inf-inf', '0', false],
    ['inf/inf', '1', false],
    ['0 inf', '0', false],
    ['inf^0', '1', false],
    ['1^inf', '1', false],
    ['(-2)^inf', 'inf', false],
    ['tanh(inf)+10^-20', '1', false],
    ['tanh(inf)', '1.00000000000000000001', false],
  ])('at infinity, %s and %s: %s', (a, b, equal) => {
    expect(equivalent(tree(a), tree(b)).equal).toBe(equal);
  });

  test('every tree equals itself rewritten, and not itself plus a trifle', () => {
    fc.assert(
      fc.property(smoothTree, e => {
        const sizes = [1, -1].map(sign =>
          Math.abs(evaluate(e, { x: 1.3 * sign, y: 0.7 * sign, theta: 0.9 * sign, w_1: 1.1 * sign })),
        );
        fc.pre(sizes.every(size => size < 1e30));
        const twice = equivalent(e, divide(add(e, e), 2));
        const away = equivalent(e, add(e, divide(1, 10n ** 30n)));
        expect(away.equal).toBe(false);
        if (twice.how !== 'undecided') expect(twice.equal).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('the same question gets the same answer', () => {
    fc.assert(
      fc.property(anyTree, anyTree, (a, b) => {
        expect(equivalent(a, b)).toEqual(equivalent(a, b));
        expect(equivalent(b, a).equal).toBe(equivalent(a, b).equal);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['x^2/2', 'x^2/2 + 7', true],
    ['ln(2x)', 'ln x + C', true],
    ['-cos x', '2 sin^2(x/2)', true],
    ['atan x', '-atan(1/x)', true],
    ['x^2', '2x', false],
    ['x e^x', 'x e^x - e^x', false],
  ])('up to a constant, %s and %s: %s', (a, b, equal) => {
    expect(equivalent(tree(a), tree(b), { upToConstant: 'x' }).equal).toBe(equal);
  });

  test.each([
    ['(-1)^n', 'cos(pi n)', ['n'], true],
    ['sin(pi n)', '0', ['n'], true],
    ['sin(pi n)', '0', [], false],
    ['floor(n)', 'n', ['n'], true],
  ])('%s and %s with integers %s: %s', (a, b, integers, equal) => {
    expect(equivalent(tree(a), tree(b), { integers }).equal).toBe(equal);
  });

  test('monsters end soon', () => {
    const monsters = [
      '9^9^9^9^9',
      'e^e^e^e^e^x',
      '(x+y+z+a+b+c)^63',
      '((((x^64)^64)^64)^64)^64',
      '99999999!',
      'C(10^9,10^8)',
      '2^(10^300)',
      'x^(1/99999)',
    ];
    monsters.push('sin('.repeat(30), 'x+1/('.repeat(30), '|x-'.repeat(30));
    const trees = monsters.flatMap(text => {
      const opened = text.split('(').length - text.split(')').length;
      const parsed = parse(
        text + (text.endsWith('(') ? `x${')'.repeat(opened)}` : text.endsWith('-') ? `1${'|'.repeat(30)}` : ''),
      );
      return parsed.ok ? [parsed.value] : [];
    });
    const start = performance.now();
    for (const a of trees) for (const b of trees) equivalent(a, b);
    expect((performance.now() - start) / trees.length ** 2).toBeLessThan(50);
  });
});
