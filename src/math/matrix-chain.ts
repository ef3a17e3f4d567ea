// Products of several matrices: which brackets cost the fewest multiplications.

/** Matrix i, counted from 0, or a product of two parts. */
export type Bracketing = number | readonly [Bracketing, Bracketing];

/** All ways to bracket the matrices from `first` up to but not including `end`; their number is a Catalan number. */
export function* bracketings(end: number, first = 0): Generator<Bracketing> {
  if (end - first === 1) yield first;
  for (let split = first + 1; split < end; split++) {
    for (const left of bracketings(split, first)) for (const right of bracketings(end, split)) yield [left, right];
  }
}

/** The scalar multiplications where matrix i has sizes[i] rows and sizes[i + 1] columns. */
export function chainCost(sizes: readonly number[], brackets: Bracketing): number {
  return priced(sizes, brackets).cost;
}

/** Brackets of least cost, by dynamic programming; of equal ones those with the earliest last split. Throws on fewer than two sizes. */
export function cheapestBrackets(sizes: readonly number[]): Bracketing {
  if (sizes.length < 2) throw new RangeError('no matrix in the chain');
  const best = new Map<string, Bracketing>();
  const of = (first: number, end: number) => best.get(`${first},${end}`) ?? first;
  for (let length = 2; length < sizes.length; length++) {
    for (let first = 0; first + length < sizes.length; first++) {
      const end = first + length;
      const choices = Array.from(
        { length: length - 1 },
        (_, i): Bracketing => [of(first, first + 1 + i), of(first + 1 + i, end)],
      );
      best.set(
        `${first},${end}`,
        choices.reduce((a, b) => (chainCost(sizes, b) < chainCost(sizes, a) ? b : a)),
      );
    }
  }
  return of(0, sizes.length - 1);
}

function priced(sizes: readonly number[], brackets: Bracketing): { rows: number; columns: number; cost: number } {
  if (typeof brackets === 'number') return { rows: sizes[brackets] ?? 0, columns: sizes[brackets + 1] ?? 0, cost: 0 };
  const [left, right] = brackets.map(part => priced(sizes, part));
  if (!left || !right) return { rows: 0, columns: 0, cost: 0 };
  return { rows: left.rows, columns: right.columns, cost: left.cost + right.cost + left.rows * left.columns * right.columns };
}
