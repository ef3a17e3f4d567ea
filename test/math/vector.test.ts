import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rational, sum } from '../../src/math/rational.ts';
import { normalised, primitive, Vector, vector } from '../../src/math/vector.ts';
import { rationals, vectors } from './arbitraries.ts';

const triples = fc.tuple(vectors(3), vectors(3), vectors(3));

test('dot is bilinear and symmetric', () => {
  fc.assert(
    fc.property(triples, rationals, ([u, v, w], c) => {
      expect(u.dot(v)).toEqual(v.dot(u));
      expect(u.plus(v.times(c)).dot(w)).toEqual(u.dot(w).plus(v.dot(w).times(c)));
    }),
  );
});

test('addition is undone by subtraction and negation', () => {
  fc.assert(
    fc.property(triples, ([u, v]) => {
      expect(u.plus(v).minus(v).equals(u)).toBe(true);
      expect(u.plus(u.negated()).isZero()).toBe(true);
    }),
  );
});

test('|u + v|² + |u - v|² = 2|u|² + 2|v|²', () => {
  fc.assert(
    fc.property(triples, ([u, v]) => {
      const sides = u.plus(v).normSquared().plus(u.minus(v).normSquared());
      expect(sides).toEqual(u.normSquared().plus(v.normSquared()).times(2));
    }),
  );
});

test('parallel exactly where Cauchy–Schwarz is an equality and both or none are zero', () => {
  fc.assert(
    fc.property(vectors(3), vectors(3), rationals, fc.boolean(), (u, other, c, multiple) => {
      const v = multiple ? u.times(c) : other;
      const equality = u.dot(v).power(2).equals(u.normSquared().times(v.normSquared()));
      expect(u.isParallelTo(v)).toBe(equality && u.isZero() === v.isZero());
      expect(u.isParallelTo(v)).toBe(v.isParallelTo(u));
    }),
  );
  expect(vector([1, 2]).isParallelTo(vector([1, 2, 0]))).toBe(false);
});

test('the primitive vector is parallel, integer, coprime and in the same direction', () => {
  fc.assert(
    fc.property(vectors(3), v => {
      const p = primitive(v);
      expect(p.isParallelTo(v)).toBe(true);
      expect(p.entries.every(entry => entry.isInteger())).toBe(true);
      expect(v.isZero() || p.dot(v).sign() > 0).toBe(true);
    }),
  );
  expect(`${primitive(vector(['-2/3', 2, '4/3']))}`).toBe('(-1, 3, 2)');
});

test('prints a column, the typed syntax and words, and survives JSON', () => {
  const v = Vector.of(1, '-3/4');
  expect(v.toTeX()).toBe('\\begin{pmatrix}1 \\\\ -\\frac{3}{4}\\end{pmatrix}');
  expect(`${v}`).toBe('(1, -3/4)');
  expect(v.toSpeech()).toBe('the vector 1, minus 3 over 4');
  expect(JSON.stringify(v)).toBe('["1","-3/4"]');
  expect(vector(JSON.parse(JSON.stringify(v))).equals(v)).toBe(true);
});

test('basis vectors pick entries', () => {
  const v = vector([5, 6, 7]);
  for (let i = 0; i < 3; i++) expect(v.dot(Vector.unit(3, i)).equals(v.at(i))).toBe(true);
  expect(Vector.zero(2).isZero()).toBe(true);
  expect(`${v.map((entry, i) => entry.times(i))}`).toBe('(0, 6, 14)');
});

test('misuse throws', () => {
  expect(() => vector([])).toThrow('at least one entry');
  expect(() => vector([1]).plus(vector([1, 2]))).toThrow('1 and 2 entries');
  expect(() => vector([1]).at(1)).toThrow('no entry 1');
  expect(vector([rational(1, 2)]).equals(vector(['1/2', 0]))).toBe(false);
});

test('what is normalised adds up to 1, in the same proportions', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 }), weights => {
      const shares = normalised(weights);
      expect(sum(shares.entries)).toEqual(rational(1));
      expect(shares.times(sum(weights))).toEqual(vector(weights));
    }),
  );
  expect(() => normalised([1, -1])).toThrow(RangeError);
});
