// `equal` for every kind and option, as DESIGN of the command line promises: one verdict a line, in words where there are some.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

type Line = Record<string, unknown>;

const SAME: readonly Line[] = [
  { student: '(x+1)^2', model: 'x^2+2x+1' },
  { student: '0,5', model: '1/2', kind: 'number' },
  { student: '3.14', model: 'pi', kind: 'real', tolerance: 0.01 },
  { student: '3.14', model: 'pi', kind: 'real', decimals: 2 },
  { student: '3.142', model: 'pi', kind: 'real', digits: 4 },
  { student: '(1,2)', model: '[1,2]', kind: 'vector' },
  { student: '(√2/2, x)', model: '(1/√2, 2x/2)', kind: 'vector' },
  { student: '(0.33, 0.67)', model: '(1/3, 2/3)', kind: 'vector', tolerance: 0.01 },
  { student: '(2,4)', model: '(1,2)', kind: 'direction' },
  { student: '1 2; 3 4', model: '[[1,2],[3,4]]', kind: 'matrix' },
  { student: '{2, 1, 1}', model: '{1,2}', kind: 'set' },
  { student: '{√2, -√2}', model: '{±√2}', kind: 'set' },
  { student: '{2x, y}', model: '{x+x, y}', kind: 'set' },
  { student: 'x >= 2', model: '[2,inf)', kind: 'interval' },
  { student: '2x + 4y = 6', model: 'x + 2y = 3', kind: 'equation' },
  { student: 'y = 2x', model: '2x - y = 0', kind: 'equation', solvedFor: 'y' },
  { student: 'B', model: 'b', kind: 'choice' },
  { student: '{b, a}', model: 'a, b', kind: 'several' },
  { student: 'b < a < c', model: 'b, a, c', kind: 'ordering' },
  { student: 'b, a, c', model: 'a, b, c', kind: 'ordering', before: [['a', 'c']] },
  { student: 'ln(p^2)', model: '2 ln p', assume: { p: [0, 1] } },
  { student: 'x^2 + 5', model: 'x^2', upToConstant: true },
  { student: '(x-1)(x+1)', model: '(x+1)(x-1)', form: 'factored' },
  { student: '[1, 2) U [2, 3]', model: '[1, 3]' },
  { student: 'x = 1/2', model: '2x = 1' },
  { student: '|x| <= 3', model: 'x^2 <= 9' },
  { student: 'x in [-3, 3]', model: '-3 <= x <= 3' },
  { student: '[y = x, x^2 + y^2 = 4]', model: '[y = x, y^2 = 2]' },
  { student: 'not (A or B)', model: '¬A ∧ ¬B' },
  { student: '(1, 3)', model: '1 < x < 3' },
  { student: '{4 < x, 1}', model: '{1, x > 4}' },
  { student: '{1, 2} + {2, 3}', model: '{1, 2, 3}' },
  { student: '[x + x, y*y)', model: '[2x, y^2)' },
  { student: 'x = 7', model: 'x = 7 or x = -1', assume: { x: [0, null] } },
  { student: '2*[1,2] + (0,1)', model: '(2,5)' },
  { student: '[[0.33, 0.67]]', model: '[[1/3, 2/3]]', kind: 'matrix', decimals: 2 },
  { student: 'ln(kx)', model: 'ln x', upToConstant: 'x', form: 'general' },
  { student: '{1,23}', model: '{1.23}', decimal: ',' },
];

const DIFFERENT: readonly Line[] = [
  { student: '3.1416', model: 'pi', kind: 'real', decimals: 2 },
  { student: '6/4', model: '3/2', kind: 'number', form: 'lowest' },
  { student: 'x^2-1', model: '(x+1)(x-1)', form: 'factored' },
  { student: '2x/4', model: 'x/2', form: 'simplified' },
  { student: '(2, inf)', model: '[2,inf)', kind: 'interval' },
  { student: 'x + 2y = 4', model: 'x + 2y = 3', kind: 'equation' },
  { student: '2x = y', model: '2x - y = 0', kind: 'equation', solvedFor: 'y' },
  { student: 'c, a, b', model: 'a, b, c', kind: 'ordering', before: [['a', 'c']] },
  { student: '(1,2,3)', model: '(1,2)', kind: 'vector' },
  { student: '[[0.333, 0.67]]', model: '[[1/3, 2/3]]', kind: 'matrix', decimals: 2 },
  { student: 'ln x', model: 'ln x', upToConstant: 'x', form: 'general' },
  { student: 'log x', model: 'ln x' },
  { student: '{1,2}', model: '{1,2,3}' },
  { student: 'x = 1 and x = 2', model: 'x = 1 or x = 2' },
  { student: '[x, y)', model: '[x, y]', kind: 'interval' },
];

const UNREADABLE: readonly Line[] = [
  { student: '', model: 'x' },
  { student: '((((', model: '[1,2]', kind: 'interval' },
  { student: 'x', model: 'x = 1', kind: 'equation' },
  { student: 'a, b', model: 'a, b, c', kind: 'ordering' },
  { student: '1', model: '', kind: 'number' },
  { student: '1', model: 'x', kind: 'number' },
  { student: 'x - 1 = 3', model: '3', kind: 'number' },
  { student: '1.5', model: '3/2', decimal: ',' },
  { student: '1,5', model: '3/2', decimal: '.' },
  { student: '(1, 2) + 3', model: '(1, 2)' },
];

const UNUSABLE: readonly Line[] = [
  { student: '1', model: '1', kind: 'what' },
  { student: '1', model: '1', kind: 'real', decimals: -1 },
  { student: 'a', model: 'a', kind: 'ordering', before: [1] },
  { student: '1', model: '1', decimal: ';' },
  { student: '1' },
  { student: '1', model: '1', form: 'nice' },
  { student: '1', model: '1', tolerance: -1 },
  { student: 'x', model: 'x', assume: { x: 1 } },
  { student: 'x', model: 'x', assume: { x: [2, 1] } },
  { student: 'x^2', model: 'x^2', upToConstant: 'q' },
];

describe('gradus equal', () => {
  const lines = [...SAME, ...DIFFERENT, ...UNREADABLE, ...UNUSABLE];
  const { stdout } = spawnSync(process.execPath, ['scripts/run.mjs', 'src/cli.ts', 'equal'], {
    input: lines.map(line => JSON.stringify(line)).join('\n'),
    encoding: 'utf8',
  });
  const answers = stdout.split('\n').filter(Boolean);
  const found = lines.map((line, i) => [JSON.stringify(line), JSON.parse(answers[i] ?? '{}')] as const);

  it('answers each line', () => expect(answers).toHaveLength(lines.length));

  it.each(found.slice(0, SAME.length))('%s: equal', (_, answer) => expect(answer).toMatchObject({ verdict: 'equal' }));

  it.each(found.slice(SAME.length, SAME.length + DIFFERENT.length))('%s: different', (_, answer) =>
    expect(answer).toMatchObject({ verdict: 'different' }),
  );

  it.each(found.slice(-UNREADABLE.length - UNUSABLE.length, -UNUSABLE.length))('%s: unreadable, in words', (_, answer) =>
    expect(answer).toMatchObject({ verdict: 'unreadable', says: expect.stringMatching(/\.$/) }),
  );

  it.each(found.slice(-UNUSABLE.length))('%s: an error', (_, answer) =>
    expect(answer).toMatchObject({ error: expect.any(String) }),
  );
});
