import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_LENGTH, parse } from '../../../src/math/expression/parse.ts';
import { printText } from '../../../src/math/expression/print-text.ts';
import { anyTree } from './trees.ts';

function shown(text: string, variables?: readonly string[]): string {
  const parsed = parse(text, variables ? { variables } : {});
  return parsed.ok ? printText(parsed.value) : `${parsed.at}: ${parsed.says}`;
}

describe('parse reads', () => {
  test.each([
    ['3/4', '3/4'],
    ['.75', '0.75'],
    ['0,75', '0.75'],
    ['-0,75', '-0.75'],
    ['1.5e-3', '0.0015'],
    ['3E2', '300'],
    ['2e', '2e'],
    ['2e-x', '2e - x'],
    ['2e+3', '2000'],
    ['2e + 3', '2e + 3'],
    ['75%', '0.75'],
    ['12,5 %', '0.125'],
    ['1 1/2', '1 + 1/2'],
    ['-1 1/2', '-(1 + 1/2)'],
    ['1½', '1 + 1/2'],
    ['½x', '1/2*x'],
    ['2x', '2x'],
    ['2(x+1)', '2*(x + 1)'],
    ['(x+1)2', '(x + 1)*2'],
    ['xy', 'x*y'],
    ['x²', 'x^2'],
    ['x⁻¹', 'x^(-1)'],
    ['x²y', 'x^2*y'],
    ['e^x²', 'e^x^2'],
    ['x**2', 'x^2'],
    ['sqrt 2', 'sqrt(2)'],
    ['√2/2', 'sqrt(2)/2'],
    ['√x²', 'sqrt(x^2)'],
    ['2√3x', '2sqrt(3)*x'],
    ['∛8', '8^(1/3)'],
    ['e^-x', 'e^(-x)'],
    ['e^-x^2', 'e^(-x^2)'],
    ['2^3^x', '2^3^x'],
    ['-x^2', '-x^2'],
    ['-2^2', '-2^2'],
    ['1/2x', '1/2*x'],
    ['a/b/c', 'a/b/c'],
    ['a/b*c', 'a/b*c'],
    ['2*-3', '2*(-3)'],
    ['5--2', '5 - (-2)'],
    ['+x', 'x'],
    ['ln x', 'ln(x)'],
    ['ln x+y', 'ln(x) + y'],
    ['ln xy', 'ln(x*y)'],
    ['ln x/2', 'ln(x)/2'],
    ['ln x^2', 'ln(x^2)'],
    ['ln(x)^2', 'ln(x)^2'],
    ['sin 2x', 'sin(2x)'],
    ['sin 2(x+1)', 'sin(2*(x + 1))'],
    ['sin x(y)', 'sin(x)*y'],
    ['sin x cos x', 'sin(x)*cos(x)'],
    ['sin -x', 'sin(-x)'],
    ['sin^2 x', 'sin(x)^2'],
    ['sin²x', 'sin(x)^2'],
    ['sin^-1 x', 'asin(x)'],
    ['sin^(-1)(x)', 'asin(x)'],
    ['sin⁻¹(x)', 'asin(x)'],
    ['xsin(1)', 'x*sin(1)'],
    ['log2(x)', 'log_2(x)'],
    ['log_2 x', 'log_2(x)'],
    ['log_{10}(x)', 'log_10(x)'],
    ['log(x,b)', 'log(x, b)'],
    ['log_b x', 'log(x, b)'],
    ['log 100', 'log(100)'],
    ['lg x', 'log(x)'],
    ['|x|', '|x|'],
    ['2|x|-1', '2*|x| - 1'],
    ['|x||y|', '|x|*|y|'],
    ['||x|-1|', 'abs(|x| - 1)'],
    ['|a*|b|*c|', 'abs(a*|b|*c)'],
    ['σ(x)', 'sigmoid(x)'],
    ['sigma', 'sigma'],
    ['π', 'pi'],
    ['2θ', '2theta'],
    ['w_1', 'w_1'],
    ['w1', 'w_1'],
    ['w₁', 'w_1'],
    ['w_{12}x', 'w_12*x'],
    ['x_i^2', 'x_i^2'],
    ['−x × 3 ÷ y · z', '-x*3/y*z'],
    ['２ｘ＋１', '2x + 1'],
    ['\\frac{1}{2}', '1/2'],
    ['\\frac12x', '1/2*x'],
    ['2\\frac{1}{2}', '2 + 1/2'],
    ['\\dfrac{x+1}{2}', '(x + 1)/2'],
    ['\\sqrt{2}', 'sqrt(2)'],
    ['\\sqrt[3]{x}', 'x^(1/3)'],
    ['2\\cdot 3', '2*3'],
    ['\\left(x+1\\right)^2', '(x + 1)^2'],
    ['\\ln\\left(x\\right)', 'ln(x)'],
    ['\\theta_1', 'theta_1'],
    ['e^{-x}', 'e^(-x)'],
    ['$x^{2}$', 'x^2'],
    ['\\operatorname{sigmoid}(x)', 'sigmoid(x)'],
    ['n!', 'n!'],
    ['2n!', '2n!'],
    ['(2n)!', '(2n)!'],
    ['C(n,k)', 'binom(n, k)'],
    ['C(x+1)', 'C*(x + 1)'],
    ['\\binom{n}{k}', 'binom(n, k)'],
    ['5 choose 2', 'binom(5, 2)'],
    ['n choose k+1', 'binom(n, k) + 1'],
    ['5 nCr 2!', 'binom(5, 2)!'],
    ['binomial(5, [2, 3])', '5!/(2!*3!)'],
    ['C(6, 1, 2, 3)', '6!/(1!*2!*3!)'],
    ['max([1, x])', 'max(1, x)'],
    ['max(y, {1, x})', 'max(y, 1, x)'],
    ['mod(x, 3)', 'x - 3floor(x/3)'],
    ['2^x 3^x', '2^x*3^x'],
    ['2^3 3^2', '2^3*3^2'],
    ['0.(3)', '1/3'],
    ['2.(09)x', '23/11*x'],
    ['arsech x', 'acosh(1/x)'],
    ['argtanh x', 'atanh(x)'],
    ['2Pi', '2pi'],
    ['max(1,5;2)', 'max(1, 5, 2)'],
    ['relu(x)', 'max(0, x)'],
    ['⌊x⌋', 'floor(x)'],
    ['∞', 'inf'],
    ['pizza', 'pi*z*z*a'],
    ['𝑥+1', 'x + 1'],
    ['30°', '30*(pi/180)'],
    ['sin 30°', 'sin(30*(pi/180))'],
    ['atan2(y,x)', '2atan(y/(sqrt(x^2 + y^2) + x))'],
    ['arctan2(0,-1)', 'pi'],
    ['Batan2^2(1,x)', 'B*(2atan(1/(sqrt(x^2 + 1^2) + x)))^2'],
    ['atan2(x)', 'atan(2x)'],
    ['atan2x', 'atan(2x)'],
    ['round(x)', 'floor(x + 1/2)'],
    ['round(2.5)', '2.5 - 1/2'],
    ['sum(i^2,i,1,3)', '1^2 + 2^2 + 3^2'],
    ['product(kx,k,1,2)', '1x*(2x)'],
    ['oo', 'inf'],
    ['x⁵⁺³', 'x^(5 + 3)'],
  ])('%s as %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('parse with named variables', () => {
  test.each([
    ['xy', ['x', 'y'], 'x*y'],
    ['x1', ['x_1'], 'x_1'],
    ['w1x1', ['w_1', 'x_1'], 'w_1*x_1'],
    ['X+1', ['x'], 'x + 1'],
    ['Sin X', ['x'], 'sin(x)'],
    ['2E^x', ['x'], '2e^x'],
    ['Xx', ['x', 'X'], 'X*x'],
    ['e', ['e'], 'e'],
    ['C(5,2)', ['x'], 'binom(5, 2)'],
    ['5C2', ['x'], 'binom(5, 2)'],
    ['nCk', ['n', 'k'], 'binom(n, k)'],
    ['2C(5,2)', ['x'], '2binom(5, 2)'],
    ['θ', ['theta'], 'theta'],
    ['θ', ['θ'], 'θ'],
    ['\\theta x', ['theta', 'x'], 'theta*x'],
    ['σ(x)', ['x'], 'sigmoid(x)'],
    ['σ(x)', ['sigma', 'x'], 'sigma*x'],
    ['lossx', ['loss', 'x'], 'loss*x'],
    ['y', ['x'], '0: The letter y has no meaning in this exercise. Use x.'],
    ['2x + 3q', ['x', 'y'], '6: The letter q has no meaning in this exercise. Use x and y.'],
    ['x2', ['x'], '1: Put a sign between x and 2, or write the number first.'],
    ['a', [], '0: The letter a has no meaning in this exercise. No letter is needed here.'],
    ['w', ['w_1', 'w_2'], '0: The name w has no meaning in this exercise. Use w_1 and w_2.'],
    ['w_3', ['w_1', 'w_2'], '0: The name w_3 has no meaning in this exercise. Use w_1 and w_2.'],
  ] as const)('%s with %s: %s', (text, variables, expected) => {
    expect(shown(text, variables)).toBe(expected);
  });
});

describe('parse says what is wrong and where', () => {
  test.each([
    ['', '0: Nothing is typed yet.'],
    ['  ', '0: Nothing is typed yet.'],
    ['x+', '2: Something is missing after the + sign.'],
    ['3÷', '2: Something is missing after the ÷ sign.'],
    ['*x', '0: Something is missing before the × sign.'],
    ['2+*3', '2: Something is missing after the + sign.'],
    ['(x', '0: There is a bracket that is not closed.'],
    ['2*(x+1', '2: There is a bracket that is not closed.'],
    ['x)', '1: There is a closing bracket without an opening one.'],
    ['(x]', '2: This bracket is opened by ( and closed by ].'],
    ['()', '1: There is nothing between these brackets.'],
    ['|x', '0: There is a | sign without its partner.'],
    ['x=3', '1: An equals sign has no place here.'],
    ['1,2,3', '1: Write this number without its comma, or with a point.'],
    ['1,000', '1: Write this number without its comma, or with a point.'],
    ['x,y', '1: A comma has no place here.'],
    ['12 3', '3: Two numbers stand side by side. Put a sign between them.'],
    ['0..1', '2: Two numbers stand side by side. Put a sign between them.'],
    ['1.2.3', '3: Two numbers stand side by side. Put a sign between them.'],
    ['x@2', '1: The sign @ has no meaning here.'],
    ['💗', '0: The sign 💗 has no meaning here.'],
    ['sin', '3: sin needs a value after it.'],
    ['2+exp', '5: exp needs a value after it.'],
    ['C', 'C'],
    ['binom(3)', '0: binom takes two or more values.'],
    ['mod(3)', '0: mod takes two values.'],
    ['2^x 3', '4: Put a sign between x and 3, or write the number first.'],
    ['2^3 4', '4: Two numbers stand side by side. Put a sign between them.'],
    ['0.(x)', '2: Put a sign between the point and the bracket.'],
    ['0.333...', '5: Write a repeating decimal as a fraction.'],
    ['³√8', '0: Something is missing before the raised sign.'],
    ['(x²', '0: There is a bracket that is not closed.'],
    ['sin(1,2)', 'sin(1.2)'],
    ['x%', '1: The % sign belongs after a number.'],
    ['1e999', '0: This number is too large or too small to be read.'],
    ['\\', '0: The \\ sign has no meaning here.'],
    ['x^', '2: Something is missing after the ^ sign.'],
    ['{x', '0: There is a bracket that is not closed.'],
    ['1/2 1/2', '4: Two numbers stand side by side. Put a sign between them.'],
    ["f'(x)", '1: Write out a derivative instead of a prime.'],
    ['Aᵀ', '1: Only a matrix has a transpose. Write out its entries.'],
    ['x<3', '1: An expression is asked here, without a comparison.'],
    ['∑ i', '0: Write out the terms instead of a running index.'],
    ['sum(i,i,1,n)', '0: Write out the terms instead of a running index.'],
    ['sum(i,i,1,10^9)', '0: Write out the terms instead of a running index.'],
    ['x±1', '1: Write one value here, not ± two.'],
  ])('%s at %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test('a decimal comma only where it is allowed', () => {
    expect(parse('0,75', { decimalComma: false })).toEqual({ ok: false, at: 1, says: 'A comma has no place here.' });
  });

  test('length and depth are bounded', () => {
    expect(parse('x'.repeat(MAX_LENGTH + 1)).ok).toBe(false);
    for (const nest of ['(', '-', '√', '|', '2^', 'sin ', 'sin^', '\\frac{1}{', '{', '2^(', '(-'])
      expect(shown(nest.repeat(MAX_LENGTH / nest.length))).toMatch(/^\d+: /);
  });
});

const SIGNS = [
  ...'0123456789xyzeabw.,;+-*/^_()[]{}|!%√πθσ²³₁−×÷ ½$\\∞⌊⌋=\u0002\u0003',
  'sin',
  'ln ',
  'log_',
  '\\frac',
  '\\sqrt',
  'C(',
  '1e9',
];

describe('parse never throws', () => {
  const check = (text: string) => {
    for (const options of [{}, { variables: ['x', 'y'] }, { variables: ['w_1', 'sigma'], decimalComma: false }]) {
      const parsed = parse(text, options);
      if (parsed.ok) continue;
      expect(parsed.at).toBeGreaterThanOrEqual(0);
      expect(parsed.at).toBeLessThanOrEqual(Math.max(text.length, 0));
      expect(parsed.says).toMatch(/^\p{L}.*\.$/su);
    }
  };

  test('on any signs', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SIGNS), { maxLength: 40 }), signs => check(signs.join(''))),
      { numRuns: 3000 },
    );
  });

  test('on any Unicode', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), check), { numRuns: 1000 });
  });

  test('on right answers with one sign changed', () => {
    const mutated = fc.tuple(anyTree.map(printText), fc.nat(), fc.constantFrom(...SIGNS)).map(([text, at, sign]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + sign + text.slice(place + (at % 2));
    });
    fc.assert(fc.property(mutated, check), { numRuns: 1000 });
  });
});
