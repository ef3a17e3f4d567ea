import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGraphicErdosGallai, isGraphicHavelHakimi, realize } from '../../src/math/degree-sequence.ts';

/** The degree lists of all graphs on n nodes, as text. */
function degreeLists(n: number): Set<string> {
  const pairs = Array.from({ length: n }, (_, a) => Array.from({ length: a }, (_, b) => [a, b] as const)).flat();
  const lists = new Set<string>();
  for (let chosen = 0; chosen < 2 ** pairs.length; chosen++) {
    const degrees = Array.from({ length: n }, () => 0);
    pairs.forEach(([a, b], k) => {
      if (((chosen >> k) & 1) === 1) for (const node of [a, b]) degrees[node] = (degrees[node] ?? 0) + 1;
    });
    lists.add(degrees.join());
  }
  return lists;
}

test('both criteria agree with all graphs of up to 5 nodes', () => {
  for (let n = 1; n <= 5; n++) {
    const graphic = degreeLists(n);
    for (let code = 0; code < (n + 1) ** n; code++) {
      const degrees = Array.from({ length: n }, (_, i) => Math.floor(code / (n + 1) ** i) % (n + 1));
      const expected = graphic.has(degrees.join());
      expect([isGraphicHavelHakimi(degrees), isGraphicErdosGallai(degrees)]).toEqual([expected, expected]);
    }
  }
});

test('the criteria agree on longer lists, and the graph found has the degrees', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 10 }), degrees => {
      expect(isGraphicHavelHakimi(degrees)).toBe(isGraphicErdosGallai(degrees));
      const found = realize(degrees);
      if (found) expect(found.degrees()).toEqual(degrees);
    }),
    { numRuns: 500 },
  );
});

test('negative and broken numbers are no degrees', () => {
  for (const degrees of [[-1, 1], [0.5, 0.5], [Number.NaN]]) {
    expect([isGraphicHavelHakimi(degrees), isGraphicErdosGallai(degrees)]).toEqual([false, false]);
  }
});
