import { describe, expect, it } from 'vitest';
import { writeAs, writeKey } from '../../src/answers/kinds.ts';
import * as answer from '../../src/exercise/answer.ts';
import { variable } from '../../src/math/expression/tree.ts';
import { matrix } from '../../src/math/matrix.ts';
import { vector } from '../../src/math/vector.ts';

describe('a key in decimals', () => {
  it('is written so, alone and as entries', () => {
    const rows = matrix([
      ['1/2', 3],
      [0, '-1/8'],
    ]);
    expect(writeKey(answer.number({ key: '42/5', decimal: true }))).toBe('8.4');
    expect(writeKey(answer.vector({ key: vector(['42/5', -1]), decimal: true }))).toBe('(8.4, -1)');
    expect(writeKey(answer.matrix({ key: rows, decimal: true }))).toBe('[[0.5, 3], [0, -0.125]]');
    expect(writeKey(answer.number({ key: '42/5' }))).toBe('42/5');
  });

  it('leaves a mistake that does not end a fraction', () => {
    const asked = answer.vector({ key: vector(['1/2', 1]), decimal: true });
    expect(writeAs(asked, vector(['1/3', '1/4']))).toBe('(1/3, 0.25)');
  });

  it('has to end', () => {
    expect(() => answer.number({ key: '1/3', decimal: true })).toThrow(RangeError);
    expect(() => answer.vector({ key: vector([1, '1/7']), decimal: true })).toThrow(RangeError);
    expect(() => answer.matrix({ key: matrix([['5/6']]), decimal: true })).toThrow(RangeError);
    expect(() => answer.vector({ key: [variable('x'), 1], variables: ['x'], decimal: true })).toThrow(RangeError);
  });
});
