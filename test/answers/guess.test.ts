// What kind a typed text is, by itself and beside another.
import { expect, it } from 'vitest';
import { guessKind } from '../../src/answers/guess.ts';

it.each([
  ['x^2 - 1', 'expression'],
  ['x = 2y', 'equation'],
  ['not (A or B)', 'equation'],
  ['A ∨ B', 'equation'],
  ['true', 'equation'],
  ['[x = 1, y = 2]', 'equation'],
  ['1 < x <= 3', 'equation'],
  ['{1, 2}', 'set'],
  ['({1, 2})', 'set'],
  ['{1, 2} + {2, 3}', 'set'],
  ['{1, x > 4}', 'set'],
  ['{x - 1 = 0, x > 1 and x < 5}', 'set'],
  ['[1, x > 2]', 'set'],
  ['{{1}, {2, 3}}', 'set'],
  ['∅', 'set'],
  ['[2x, y^2)', 'interval'],
  ['({m, 3} U (m + 1, 4])', 'interval'],
  ['{x | x > 2}', 'interval'],
  ['(-inf, 2)', 'interval'],
  ['[1, 2]', 'vector'],
  ['(x, y)', 'vector'],
  ['[[1, 2], [3, 4]]', 'matrix'],
  ['[[x > 4, {1}], [[1, 2], [1, 3]]]', 'set'],
])('%s is of kind %s', (text, kind) => expect(guessKind(text, text)).toBe(kind));

it.each([
  ['(1, 3)', '1 < x < 3', 'interval'],
  ['1 < x < 3', '(1, 3)', 'interval'],
  ['x = 1 or x = 2', '{1, 2}', 'interval'],
  ['(1, 3)', '(1, 3)', 'vector'],
  ['B', '(A or B) and (not A or B)', 'equation'],
  ['x', '2x', 'expression'],
])('%s beside %s is of kind %s', (text, student, kind) => expect(guessKind(text, student)).toBe(kind));
