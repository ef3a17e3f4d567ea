// One value in the many ways in which it is typed: right in each of them, and its neighbours wrong.
import { describe, expect, it } from 'vitest';
import { gradePart } from '../../src/answers/grade.ts';
import * as answer from '../../src/exercise/answer.ts';
import { expr } from '../../src/exercise/expr.ts';
import { plain } from '../../src/exercise/text.ts';
import { finiteSet } from '../../src/math/finite-set.ts';
import { IntervalUnion, interval } from '../../src/math/interval-union.ts';
import { matrix } from '../../src/math/matrix.ts';
import { equation, relation } from '../../src/math/relation.ts';
import { vector } from '../../src/math/vector.ts';

const options = ['a', 'b', 'c'].map(id => ({ id, text: [`step ${id}`] }));
const two = matrix([
  [1, 2],
  [3, 4],
]);

interface Case {
  readonly answer: answer.Answer;
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  readonly form?: readonly string[];
  readonly unreadable?: readonly string[];
}

const cases: Record<string, Case> = {
  'a union of intervals': {
    answer: answer.interval({ key: IntervalUnion.of(['(', '-inf', 2, ']'], ['(', 3, 'inf', ')']) }),
    right: [
      '(-inf, 2] U (3, inf)',
      '(−∞, 2] ∪ (3, ∞)',
      '(-inf,2]u(3,inf)',
      '(-oo; 2] ∪ (3; +oo)',
      ']-∞, 2] ∪ ]3, ∞[',
      'x <= 2 or x > 3',
      '3 < x or 2 ≥ x',
      'x ∈ (-∞, 2] ∪ (3, ∞)',
      'R \\ (2, 3]',
      'ℝ∖(2,3]',
      '{x | x ≤ 2 or x > 3}',
      '(3, inf) U (-inf, 1) U [1, 2]',
      '(-\\infty, 2] \\cup (3, \\infty)',
      '\\left(-\\infty,2\\right]\\cup\\left(3,\\infty\\right)',
      'S = (-inf, 4/2] U (3, inf)',
      '（-∞，2］∪（3，∞）',
    ],
    wrong: [
      '(-10^400, 2] U (3, 10^400)',
      '(-inf, 2) U (3, inf)',
      '(-inf, 2]',
      '[2, 3]',
      'x < 2 or x > 3',
      '{}',
      'ℝ',
      '(-inf, 2] U [3, inf)',
    ],
    unreadable: [
      '',
      '(',
      '2',
      '(1, 2',
      '(2, 1)',
      '[-inf, 2]',
      '(1, 2, 3)',
      '(1,2) (3,4)',
      'x <',
      'x < 1 or y > 2',
      '2x < 3',
      '(0/0, 1)',
      '1 < 2',
    ],
  },
  'a bounded interval': {
    answer: answer.interval({ key: interval('[', '-1/2', 5, ')') }),
    right: [
      '[-1/2, 5)',
      '[-0.5, 5)',
      '[-0,5; 5)',
      '-1/2 <= x < 5',
      '5 > t >= -0.5',
      'x >= -1/2 and x < 5',
      'x ∈ [-1/2, 5[',
      '[-\\frac{1}{2},5)',
    ],
    wrong: ['[-1/2, 5]', '(-1/2, 5)', '[1/2, 5)', '-1/2 < x < 5', '-1/2 <= x'],
  },
  'single numbers': {
    answer: answer.interval({ key: IntervalUnion.of(['[', -1, -1, ']'], ['[', 1, 1, ']']) }),
    right: ['{-1, 1}', '{1} U {-1}', 'x = 1 or x = -1', '[1,1] U [-1,-1]'],
    wrong: ['[-1, 1]', '{1}', '(-1, 1)', '{-1, 0, 1}'],
  },
  'the empty interval': {
    answer: answer.interval({ key: IntervalUnion.of() }),
    right: ['{}', '∅', 'empty', '\\emptyset', 'x < 1 and x > 2', '(1,1)'],
    wrong: ['{0}', 'ℝ', '(0, 1)'],
  },
  'an interval with roots for ends': {
    answer: answer.interval({ key: [['(', expr`-√2`, expr`√2`, ')']] }),
    right: ['(-√2, √2)', '(-sqrt 2, 2/sqrt(2))', '-√2 < x < √2', '(-sqrt(2), 0) U [0, 2^(1/2))'],
    wrong: ['(-1.41421356, 1.41421356)', '[-√2, √2]', '(-2, 2)', '(-√2, √2) U {2}'],
  },
  'an interval with the letter U': {
    answer: answer.interval({
      key: [
        ['(', '-inf', expr`1/U - U`, ']'],
        ['(', 3, 'inf', ')'],
      ],
      variables: ['U'],
    }),
    right: ['(-inf, U^(-1) - U] U (3, inf)', ']-inf, 1/U-U] U ]3, inf[', '(3, inf) ∪ (-inf, 1/U - U ]'],
    wrong: ['(-inf, 1/U - U) U (3, inf)', '(-inf, U] U (3, inf)'],
  },
  'an order': {
    answer: answer.ordering({ key: ['b', 'a', 'c'], options }),
    right: [
      'b, a, c',
      'b < a < c',
      '(b, a, c)',
      'b → a → c',
      'B; A; C',
      'b a c',
      'b -> a -> c',
      'step b, step a, step c',
      'b\na\nc',
    ],
    wrong: ['a, b, c', 'c, a, b', 'b, c, a'],
    unreadable: ['', 'b, a', 'b, a, a', 'b, a, d', 'b > a > c', 'b, a, c, b'],
  },
  'an order up to what does not matter': {
    answer: answer.ordering({
      key: ['a', 'b', 'c'],
      options,
      before: [
        ['a', 'c'],
        ['b', 'c'],
      ],
    }),
    right: ['a, b, c', 'b, a, c'],
    wrong: ['a, c, b', 'c, a, b', 'c, b, a', 'b, c, a'],
  },
  'an equation of a line': {
    answer: answer.equation({ key: equation(expr`x + 2y`, 3), variables: ['x', 'y'] }),
    right: [
      'x + 2y = 3',
      '2x + 4y = 6',
      '3 = x + 2y',
      '-x - 2y + 3 = 0',
      'y = (3 - x)/2',
      'x = 3 − 2y',
      'y=-1/2x+1,5',
      '0 = x+2y-3',
      '√2 x + 2√2 y = 3√2',
    ],
    wrong: [
      'x + 2y = -3',
      'x - 2y = 3',
      'x + 2y + 3 = 0',
      'x + 2y = 3.0000001',
      'x = 3',
      '0 = 0',
      'x + 2y < 3',
      '(x + 2y - 3)x = 0',
      '0(x+2y) = 0',
      'x = y = 3',
      'x + 2y = 3 and x = 1',
    ],
    unreadable: ['', 'x + 2y', '= 3', 'x + 2y =', 'x + 2z = 3'],
  },
  'an equation to be solved': {
    answer: answer.equation({ key: equation(expr`y`, expr`2x - 1`), variables: ['x', 'y'], solvedFor: 'y' }),
    right: ['y = 2x - 1', 'y = -1 + 2x'],
    form: ['2x - y = 1', '2y = 4x - 2', '2x - 1 = y'],
    wrong: ['y = 2x + 1'],
  },
  'an inequality': {
    answer: answer.equation({ key: relation(expr`2x - y`, '≤', 4), variables: ['x', 'y'] }),
    right: ['2x - y <= 4', '4 ≥ 2x - y', 'y >= 2x - 4', '4x - 2y ≤ 8', '-2x + y ≥ -4', 'x - y/2 \\le 2'],
    wrong: ['2x - y < 4', '2x - y >= 4', '-2x + y <= -4', '2x - y = 4'],
  },
  'a product that is zero': {
    answer: answer.equation({ key: equation(expr`(x - 2)(3x + 2)`, 0), variables: ['x'] }),
    right: ['x = 2 or x = -2/3', '(x-2)(3x+2) = 0', '3x^2 - 4x - 4 = 0', 'x = -2/3 or 2 = x'],
    wrong: ['x = 2', 'x = 2 or x = 2/3'],
  },
  'a gradient': {
    answer: answer.vector({ key: [expr`2x + y`, expr`x`], variables: ['x', 'y'] }),
    right: [
      '(2x+y, x)',
      '[y+2x; x]',
      '2x + y, x',
      '⟨2x+y, x⟩',
      '\\begin{pmatrix} 2x+y \\\\ x \\end{pmatrix}',
      '∇f = (2x + y, x)',
      '(2x+y, x)^T',
      '1/2 (4x+2y, 2x)',
    ],
    wrong: ['(x, 2x+y)', '(2x+y, -x)', '(2x+y)', '(2x, x)'],
    unreadable: ['(2z, x)', '(2x+y, )'],
  },
  'a unit vector': {
    answer: answer.vector({ key: [expr`1/√2`, expr`1/√2`] }),
    right: ['(1/√2, 1/√2)', '(√2/2, √2/2)', '1/√2 (1, 1)', '(1, 1)/√2', '\\frac{1}{\\sqrt{2}}(1,1)', '[0.5√2, 2^(-1/2)]'],
    wrong: ['(0.7071, 0.7071)', '(1, 1)', '√2 (1, 1)'],
    unreadable: ['(1, 1)/√2 + 1', '(1, 1) + (1, 1, 1)'],
  },
  'a sum of vectors': {
    answer: answer.vector({ key: vector([4, -1]) }),
    right: ['(4, -1)', '(8, -2)/2', '0,5(8; -2)', '1/2·(8, -2)', '(2, -1/2)*2', '-(-4, 1)', '(4, -1)ᵀ'],
    form: ['(1, 1) + (3, -2)', '(1,0)^T + 3(1,0)^T − (0,1)^T', '(3+1, -1)', '4(1,0) + (-1)(0,1)'],
    wrong: ['(1, 1) + (3, 2)', '(4, 1)', '(4, -1) - (0, 0.1)'],
    unreadable: ['(1, 1) + 3', '(1, 1) + (3, -2, 0)', '(1, 1) +', '(1,2)·(3,4)', '2(3,4)(1,2)', '(1,2)(3,4)', '(1,2)/(3,4)'],
  },
  'a line of vectors': {
    answer: answer.vector({ key: [expr`1 + 3t`, expr`2 - t`], variables: ['t'] }),
    right: [
      '(1, 2) + t(3, -1)',
      '(1,2)+t*(3,-1)',
      '[1;2] - t[-3;1]',
      '(1 + 3t, 2 - t)',
      '(1,2)+t\\begin{pmatrix}3\\\\-1\\end{pmatrix}',
    ],
    wrong: ['(1, 2) - t(3, -1)', '(1, 2)'],
  },
  'a vector rounded to two decimals': {
    answer: answer.vector({ key: [expr`e/(1+e)`, expr`1/(1+e)`], decimals: 2 }),
    right: ['(0.73, 0.27)', '0,73; 0,27'],
    form: ['(0.7311, 0.2689)', '(e/(e+1), 0.27)'],
    wrong: ['(0.7, 0.3)', '(0.27, 0.73)', '(0.73, 0.28)'],
  },
  'a matrix rounded to one decimal': {
    answer: answer.matrix({ key: [[expr`√2`, expr`1`]], decimals: 1 }),
    right: ['[[1.4, 1.0]]'],
    form: ['[[1.41, 1.0]]', '[[√2, 1.0]]', '[[1.4, 1]]'],
    wrong: ['[[1.5, 1.0]]', '[[1.4, 2.0]]'],
  },
  'a vector to three decimals': {
    answer: answer.vector({ key: [expr`e/(1+e)`, expr`1/(1+e)`], tolerance: '0.001' }),
    right: ['(0.731, 0.269)', '(0.7311, 0.2689)', '(e/(e+1), 1/(1+e))'],
    wrong: ['(0.73, 0.27)', '(0.269, 0.731)'],
  },
  'a direction with roots': {
    answer: answer.direction({ key: [expr`1`, expr`√3`] }),
    right: ['(1, √3)', '(√3, 3)', '(-1/2, -√3/2)', '(1/√3, 1)'],
    wrong: ['(1, 1.732)', '(√3, 1)', '(0, 0)', '(1, -√3)'],
  },
  'a matrix': {
    answer: answer.matrix({ key: two }),
    right: [
      '[[1,2],[3,4]]',
      '1 2; 3 4',
      '[1, 2; 3, 4]',
      '1 2\n3 4',
      '[[1 2]\n [3 4]]',
      '((1,2),(3,4))',
      '{{1,2},{3,4}}',
      '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
      '\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\\\ \\end{bmatrix}',
      '\\left[\\begin{array}{cc}1&2\\\\3&4\\end{array}\\right]',
      'A = [[1,2],[3,4]]',
      '1/2 [[2,4],[6,8]]',
      '[[2,4],[6,8]]/2',
    ],
    form: ['[[1,0],[0,4]] + [[0,2],[3,0]]', '[[1,1+1],[3,4]]'],
    wrong: ['[[1,3],[2,4]]', '[[1,2,3,4]]', '[[1,2],[3,5]]', '2[[1,2],[3,4]]'],
    unreadable: ['[[1,2],[3]]', '[[]]', '[', '[[1,2],[3,4]'],
  },
  'a Hessian': {
    answer: answer.matrix({
      key: [
        [expr`2`, expr`-y`],
        [expr`-y`, expr`6x`],
      ],
      variables: ['x', 'y'],
    }),
    right: ['[[2, -y], [-y, 6x]]', '2 -y; -y 6x', '\\begin{bmatrix}2&-y\\\\-y&6x\\end{bmatrix}'],
    wrong: ['[[2, y], [y, 6x]]', '[[2, -y], [-y, 6]]'],
  },
  'a set with roots': {
    answer: answer.set({ key: [expr`√2`, expr`-√2`] }),
    right: ['{√2, -√2}', '{-sqrt(2), sqrt(2)}', '±√2', 'x = ±√2', '{2/√2, -√2, √2}', 'x = √2 or x = -√2', '-√2; √2'],
    wrong: ['{√2}', '{1.41421356, -1.41421356}', '{√2, -√2, 0}', '{}'],
  },
  'a set of numbers': {
    answer: answer.set({ key: finiteSet([1, -2, '1/2']) }),
    right: [
      '{1, -2, 1/2}',
      '1 -2 0.5',
      '{0.5 1 -2}',
      '-2; 1; 0,5',
      '1, -2 or 1/2',
      'x ∈ {1, -2, 0.5}',
      'x = 1 or x = -2 or x = 1/2',
    ],
    wrong: ['{1, 2, 1/2}', '1 -2'],
    unreadable: ['1 000', '{1, -2, }'],
  },
  'a set of sets': {
    answer: answer.set({ key: finiteSet([{ set: [] }, { set: [1] }]) }),
    right: ['{{}, {1}}', '{∅, {1}}', '{{1}, {}, {1}}', '\\{\\emptyset, \\{1\\}\\}', '{{}, {2/2}}'],
    wrong: ['{{}}', '{1}', '{{}, 1}', '{}', '{{{}}, {1}}'],
    unreadable: ['{{}', '{{},,{1}}'],
  },
  'a set of pairs': {
    answer: answer.set({
      key: finiteSet([
        [1, 'a'],
        [2, 'b'],
      ]),
    }),
    right: ['{(1, a), (2, b)}', '(1, a) (2, b)', '{(2,b),(1,a)}', '(1,a), (2,b)', '{(1; a); (2; b)}', '{(1, A), (2, b)}'],
    wrong: ['{(a, 1), (2, b)}', '{(1, a)}', '{1, a, 2, b}'],
  },
  'a number to two decimals': {
    answer: answer.real({ key: expr`ln 3`, decimals: 2 }),
    right: ['1.10', '1,10', 'x = 1.10'],
    form: ['1.1', '1.0986', 'ln 3', '1.09861'],
    wrong: ['1.09', '1.11', '1.099861', '1', '2.20'],
  },
  'a number to three significant digits': {
    answer: answer.real({ key: expr`12345`, digits: 3 }),
    right: ['12300', '1.23e4', '1.23*10^4'],
    form: ['12345', '12345.0'],
    wrong: ['12400', '12000', '123'],
  },
  'a fraction in lowest terms': {
    answer: answer.number({ key: '-7/4', lowest: true }),
    right: ['-7/4', '-1 3/4', '-1.75', '-175%', '−1¾', '-7 : 4', '-\\frac{7}{4}', '-7/4 = x', '-1.75e0'],
    form: ['-14/8', '7/(-4)', '-7/-4 * -1', '-1 6/8'],
    wrong: ['7/4', '-4/7', '-1.7', '-2'],
    unreadable: ['4x = -7', '-7/', '-7/4/'],
  },
  'a number behind its name': {
    answer: answer.number({ key: 3 }),
    right: [
      'x = 3',
      'σ^2 = 3',
      's² = 3',
      "f'(x) = 3",
      'dy/dx = 3',
      '∂f/∂x = 3',
      'P(A | B) = 3',
      'f(g(x-1)) = 3',
      '|v| = 3',
      'x̄ = 3',
      '= 3',
      '3 = x',
      'x ≈ 3',
      'A^{-1} = 3',
    ],
    unreadable: ['x - 1 = 3', 'x/2 = 3', '2x = 3', 'x + 1 = 3', '3 = x - 1', 'x = y = 3', `x${'()'.repeat(40)}- = 3`],
    wrong: ['x = 4'],
  },
  'a simplified expression': {
    answer: answer.expression({ key: expr`x/(x + 1)`, variables: ['x'], form: 'simplified' }),
    right: ['x/(x+1)', 'x/(1+x)', '\\frac{x}{x+1}'],
    form: ['2x/(2x+2)', 'x(x+1)/(x+1)^2', '(x+x)/(2x+2)', '1x/(x+1)', '(x+1-1)/(x+1)'],
    wrong: ['1/(x+1)', 'x/(x-1)'],
  },
  'a factored expression': {
    answer: answer.expression({ key: expr`2x(x - 3)`, variables: ['x'], form: 'factored' }),
    right: ['2x(x-3)', '-2x(3-x)', '(x-3)*2x', '2(x-3)x'],
    form: ['2x^2-6x', 'x(2x-6)', '2(x^2-3x)', '1(2x^2-6x)'],
    wrong: ['2x(x+3)', 'x(x-3)'],
  },
  'an antiderivative': {
    answer: answer.expression({ key: expr`x^2`, variables: ['x'], upToConstant: 'x' }),
    right: ['x^2', 'x^2 + C', 'x² + 7', 'x^2 + c'],
    wrong: ['2x', 'x^2 + x', 'x^2 + Cx'],
  },
  'a general antiderivative': {
    answer: answer.expression({ key: expr`ln x`, variables: ['x'], upToConstant: 'x', form: 'general' }),
    right: ['ln x + C', 'ln(kx)', 'C + ln x', 'ln(x) - c/2'],
    form: ['ln x', 'ln(3x)', 'ln x + 1', 'ln x + C - C'],
    wrong: ['x + C', 'ln x + Cx'],
  },
};

describe.each(Object.entries(cases))('%s', (_, { answer: asked, right, wrong, form = [], unreadable = [] }) => {
  it.each(right)('%s is right', text => expect(gradePart(asked, text)).toMatchObject({ verdict: 'right' }));
  it.each(wrong)('%s is wrong', text => expect(gradePart(asked, text)).toMatchObject({ verdict: 'wrong' }));
  if (form.length > 0) {
    it.each(form)('%s is right in another form, and told so', text => {
      const { verdict, says } = gradePart(asked, text);
      expect(verdict).toBe('form');
      expect(plain(says)).toMatch(/\.$/);
    });
  }
  if (unreadable.length > 0) {
    it.each(unreadable)('%j is unreadable', text => {
      const { verdict, says, at } = gradePart(asked, text);
      expect(verdict).toBe('unreadable');
      expect(plain(says)).toMatch(/\.$/);
      expect(at).toBeLessThanOrEqual(text.length);
    });
  }
});

describe('words for what is close', () => {
  it('tells the ends from what is between them', () => {
    expect(plain(gradePart(answer.interval({ key: interval('[', 1, 2, ')') }), '(1, 2]').says)).toMatch(/belong/);
  });

  it('tells the base of a logarithm', () => {
    const says = (asked: answer.Answer, text: string) => plain(gradePart(asked, text).says);
    const natural = answer.expression({ key: expr`3 ln(x) + 1`, variables: ['x'] });
    expect(says(natural, '1 + 3 log x')).toMatch(/Did you mean ln\?/);
    expect(says(natural, '3 log_2 x + 1')).toMatch(/base 2\. Here the base is e\./);
    expect(says(natural, '3 log x')).toBe('');
    const bits = answer.real({ key: expr`log_2(3)`, decimals: 2 });
    expect(says(bits, '1.10')).toMatch(/base e\. Here the base is 2\./);
    expect(says(bits, 'log 3')).toMatch(/Did you mean log_2\?/);
    expect(gradePart(natural, '3 log(x) + 1').verdict).toBe('wrong');
  });

  it('names the entry that is rounded too early', () => {
    const pair = answer.vector({ key: [expr`e/(1+e)`, expr`1/(1+e)`], tolerance: '0.001' });
    expect(plain(gradePart(pair, '(0.731, 0.27)').says)).toMatch(/close.*Look at entry 2\./);
    expect(plain(gradePart(pair, '(0.731, 0.5)').says)).toBe('');
    const wide = answer.matrix({ key: [[expr`√2`, expr`√3`]], decimals: 2 });
    expect(plain(gradePart(wide, '[[1.41, 1.7]]').says)).toMatch(/too early.*Look at row 1, column 2\./);
  });

  it('asks for exact values where some are rounded', () => {
    const unit = answer.vector({ key: [expr`1/√2`, expr`-1/√2`] });
    expect(plain(gradePart(unit, '(0.707, -1/√2)').says)).toMatch(/rounded\. Give the exact values/);
    expect(plain(gradePart(unit, '(0.7, -0.71)').says)).toBe('');
    expect(plain(gradePart(answer.matrix({ key: two }), '[[1.001, 2], [3, 4]]').says)).toBe('');
    const root = answer.expression({ key: expr`√2 / 2`, variables: [] });
    expect(plain(gradePart(root, '0.7071').says)).toMatch(/rounded/);
    expect(plain(gradePart(root, '0.7').says)).toBe('');
  });

  it('does not call close what is far', () => {
    const coarse = answer.real({ key: 1, tolerance: '0.5' });
    expect(plain(gradePart(coarse, '5').says)).toBe('');
  });

  it('reads past signs that nobody sees', () => {
    expect(gradePart(answer.choice({ key: 'b', options }), '\u200eb\u200b').verdict).toBe('right');
    expect(gradePart(answer.vector({ key: vector([1, 2]) }), '(1,\u20602)').verdict).toBe('right');
    expect(gradePart(answer.number({ key: 6 }), '12✖\ufe0f1/2').verdict).toBe('form');
  });

  it('tells rounding too early from another result', () => {
    const log = answer.real({ key: expr`ln 3`, decimals: 4 });
    expect(plain(gradePart(log, '1.0982').says)).toMatch(/last digit/);
    expect(plain(gradePart(answer.real({ key: expr`ln 3`, decimals: 3 }), '1.10').says)).toMatch(/too early/);
    expect(plain(gradePart(log, '1.5').says)).toBe('');
  });
});
