// Directional derivatives: from a gradient or a formula, the steepest descent, and the direction in which nothing changes.
import {
  add,
  answer,
  areDifferent,
  at,
  derivative,
  display,
  drawIntegerNorm,
  type Formula,
  generator,
  isNear,
  level,
  list,
  math,
  mistake,
  multiply,
  normOf,
  numericSlope,
  paired,
  power,
  primitive,
  productSum,
  productSumWorked,
  type Rational,
  type Rng,
  rational,
  row,
  say,
  signedSum,
  simplify,
  sum,
  sure,
  type Vector,
  variable,
  vector,
} from '#kit';

/** c·xⁱ·yʲ a row, and a point. */
type Surface = { terms: number[][]; point: number[]; scene: number };

const RATE = say`the directional derivative, the rate of change per unit of length`;
/** Somebody moves in the direction d. */
const MOVES = [
  {
    f: 'L',
    says: say`A loss ${math`L`} has the gradient ${math`\nabla L`}, and an optimiser moves in the direction ${math`d`}.`,
  },
  {
    f: 'f',
    says: say`At a point the function ${math`f`} has the gradient ${math`\nabla f`}, and you leave in the direction ${math`d`}.`,
  },
  {
    f: 'T',
    says: say`On a chip the temperature ${math`T`} has the gradient ${math`\nabla T`}. A sensor moves in the direction ${math`d`}.`,
  },
  { f: 'R', says: say`A reward ${math`R`} has the gradient ${math`\nabla R`}, and a policy moves in the direction ${math`d`}.` },
  {
    f: 's',
    says: say`A score ${math`s`} has the gradient ${math`\nabla s`} at an input, which an attack shifts in the direction ${math`d`}.`,
  },
];
const SURFACES = [
  { f: 'f', names: ['x', 'y'], says: say`On a map, a hill has the height ${math`f`}.` },
  { f: 'L', names: ['u', 'v'], says: say`A loss ${math`L`} depends on two weights.` },
  { f: 'R', names: ['s', 't'], says: say`A reward ${math`R`} depends on two actions.` },
  { f: 'C', names: ['p', 'q'], says: say`A cost ${math`C`} depends on two settings.` },
  { f: 'J', names: ['a', 'b'], says: say`An objective ${math`J`} depends on two parameters.` },
];

export default generator({
  id: 'multivariable-calculus/directional-derivative',
  version: 1,
  title: 'Directional derivative and steepest direction',
  bullet: 'Functions of Several Variables',
  why: 'How fast does the loss change along a step direction? The fastest decrease is against the gradient.',
  needs: ['multivariable-calculus/gradient-vector', 'linear-algebra/cosine-similarity'],
  levels: [
    level({
      says: 'a gradient and a direction of length 1',
      par: 25,
      pick: drawMove,
      ask({ g, d, scene }) {
        const { f, says } = at(MOVES, scene);
        const { key, summed, sizes } = ratesOf(g, d);
        const u = vector(d).times(rational(1).over(lengthOf(d)));
        const products = paired(vector(g).entries, u.entries);
        return {
          statement: say`${says} The direction has length 1. Find ${RATE}. ${display(math`\nabla ${f} = ${vector(g)},\quad d = ${u}`)}`,
          answers: [
            answer.number({
              label: say`Rate:`,
              key,
              mistakes: [
                mistake(summed)`You added the slopes. Weight each slope by the entry of the direction.`,
                mistake(sizes)`Signs are lost. A negative product takes away from the rate.`,
                mistake(
                  key.over(lengthOf(primitive(vector(d)).entries.map(x => x.toNumber()))),
                )`You divided by a length once more. This direction has length 1 already.`,
                mistake(key.negated())`The sign is turned. Add the products of the entries as they are.`,
              ],
            }),
          ],
          hints: [
            say`In a direction of length 1, the rate is the dot product with the gradient: ${math`\nabla ${f} \cdot d`}.`,
            say`Multiply each slope by the entry of ${math`d`} in the same place, and add up.`,
            say`The first product is ${productSumWorked(products.slice(0, 1))}.`,
          ],
          solution: [
            say`The direction has length 1, so the rate is ${math`\nabla ${f} \cdot d = ${productSum(products)}`}.`,
            say`Add up: ${math`${signedSum(products.map(([a, b]) => a.times(b)))} = ${key}`}.`,
          ],
        };
      },
      verify: provesRate,
    }),

    level({
      says: 'a gradient and a direction of any length',
      par: 40,
      pick: drawMove,
      ask({ g, d, scene }) {
        const { f, says } = at(MOVES, scene);
        const { key, raw, bySizes, squared, summed } = ratesOf(g, d);
        return {
          statement: say`${says} Find ${RATE}. ${display(math`\nabla ${f} = ${vector(g)},\quad d = ${vector(d)}`)}`,
          answers: [
            answer.number({
              label: say`Rate:`,
              key,
              mistakes: [
                mistake(raw)`That is the rate for the whole of ${math`d`}. Divide by its length.`,
                mistake(squared)`Divide by the length once, not by its square.`,
                mistake(
                  bySizes,
                  'linear-algebra/vector-norms',
                )`You divided by a sum of sizes. The length is the root of a sum of squares.`,
                mistake(summed)`You added the slopes. Weight each slope by the entry of the direction.`,
              ],
            }),
          ],
          hints: [
            say`Per unit of length, the direction has to have length 1: take ${math`\frac{d}{${normOf('d')}}`}.`,
            say`Find the dot product of the gradient with ${math`d`}, and divide it by the length of ${math`d`}.`,
            say`The length is ${lengthWorked(d)}.`,
          ],
          solution: [
            say`Length: ${lengthWorked(d)}.`,
            say`Dot product: ${math`\nabla ${f} \cdot d = ${productSumWorked(paired(g, d))}`}.`,
            say`Divide ${raw} by ${lengthOf(d)}: the rate is ${key}.`,
          ],
        };
      },
      verify: provesRate,
    }),

    level({
      says: 'a formula, a point and a direction',
      par: 60,
      pick(rng) {
        const [c, i] = [rng.nonzero(-3, 3), rng.int(0, 2)];
        const last = at([term(c, 0, 2), term(2 * c, 1, 0), term(2 * c, 0, 1)], i);
        const terms = [[rng.nonzero(-3, 3), 2, 0], [rng.nonzero(-3, 3), 1, 1], last];
        const given = { terms, point: [rng.nonzero(-3, 3), rng.nonzero(-3, 3)], d: drawIntegerNorm(rng, 2, 13) };
        const g = gradientOf(given);
        if (at(g, 0) === at(g, 1) || g.includes(0)) return undefined;
        const { key, raw, summed } = ratesOf(g, given.d);
        return areDifferent(key, raw, summed, 0) ? { ...given, scene: rng.index(SURFACES) } : undefined;
      },
      ask(given) {
        const { d, point } = given;
        const { f, first, says, shown, place, slopes, g, worked } = surfaceOf(given);
        const { key, raw, squared, summed } = ratesOf(g, d);
        const n = lengthOf(d);
        const swapped = vector(g.toReversed()).dot(vector(d)).over(n);
        const unmixed = given.terms.filter(([, i, j]) => i === 0 || j === 0);
        const separate = vector(gradientOf({ terms: unmixed, point }))
          .dot(vector(d))
          .over(n);
        return {
          statement: say`${says} At ${place}, find ${RATE}, in the direction ${math`d = ${row(d)}`}. ${shown}`,
          answers: [
            answer.number({
              label: say`Rate:`,
              key,
              mistakes: [
                mistake(raw)`That is the rate for the whole of ${math`d`}. Divide by its length.`,
                mistake(squared)`Divide by the length once, not by its square.`,
                mistake(
                  swapped,
                  'multivariable-calculus/gradient-vector',
                )`The slopes are swapped: the slope in ${first} comes first.`,
                mistake(summed)`You added the slopes. Weight each slope by the entry of the direction.`,
                mistake(
                  separate,
                  'multivariable-calculus/gradient-vector',
                )`You left out the mixed term. It has a slope in each variable.`,
              ],
            }),
          ],
          hints: [
            say`The rate in a direction is the gradient’s dot product with it, when the direction has length 1.`,
            say`Find both slopes at the point. Then take the dot product with ${math`d`}, and divide by the length of ${math`d`}.`,
            say`The slopes are ${slopes}; put the point in.`,
          ],
          solution: [
            worked,
            say`Length: ${lengthWorked(d)}.`,
            say`Dot product: ${math`\nabla ${f} \cdot d = ${productSumWorked(paired(g, d))}`}.`,
            say`Divide ${raw} by ${n}: the rate is ${key}.`,
          ],
        };
      },
      verify: (given, [key]) => isNear(key.toNumber(), slopeAlong(given, vector(given.d)) / Math.sqrt(squareOf(given.d))),
    }),

    level({
      says: 'the largest rate, and the direction of steepest descent',
      par: 60,
      pick(rng) {
        const g = drawIntegerNorm(rng, 2, 15);
        const point = [rng.nonzero(-3, 3), rng.nonzero(-3, 3)];
        const curved = rng
          .sample([term(1, 2, 0), term(1, 1, 1), term(1, 0, 2)], 2)
          .map(piece => piece.with(0, rng.nonzero(-2, 2)));
        const rest = vector(g).minus(vector(gradientOf({ terms: curved, point })));
        const [a, b] = [rest.at(0).toNumber(), rest.at(1).toNumber()];
        const terms = [...curved, term(a, 1, 0), term(b, 0, 1)].filter(([c]) => c !== 0);
        return Math.abs(a) + Math.abs(b) <= 16 ? { terms, point, scene: rng.index(SURFACES) } : undefined;
      },
      ask(given) {
        const { f, says, shown, place, slopes, g, worked } = surfaceOf(given);
        const n = lengthOf(g);
        const uphill = vector(g).times(rational(1).over(n));
        const [a, b] = [at(g, 0), at(g, 1)];
        return {
          statement: say`${says} At ${place}, what is the largest rate of change of ${f} per unit of length, over all directions? And in which direction, written with length 1, does ${f} fall fastest? ${shown}`,
          answers: [
            answer.number({
              label: say`Largest rate:`,
              key: n,
              mistakes: [
                mistake(n.power(2))`That is the square of the length of the gradient. Take the root.`,
                mistake(
                  Math.abs(a) + Math.abs(b),
                  'linear-algebra/vector-norms',
                )`You added sizes. The length is the root of a sum of squares.`,
                mistake(a + b)`You added the slopes. The largest rate is the length of the gradient.`,
                mistake(n.negated())`That is the rate of the steepest descent, the least one. The largest one goes uphill.`,
                mistake(
                  Math.max(Math.abs(a), Math.abs(b)),
                )`That is the rate along one axis. Directions between the axes can be steeper.`,
              ],
            }),
            answer.vector({
              label: say`Fastest fall:`,
              key: uphill.negated(),
              mistakes: [
                mistake(uphill)`That way is the steepest ascent. Turn round.`,
                mistake(vector(g).negated())`The way is right, but its length is not 1. Divide by it.`,
                mistake(vector(g))`The gradient points uphill, and its length is not 1.`,
                mistake(
                  vector([b, -a]).times(rational(1).over(n)),
                )`There the rate is 0. The fastest fall goes against the gradient.`,
                mistake(
                  vector([-b, a]).times(rational(1).over(n)),
                )`There the rate is 0. The fastest fall goes against the gradient.`,
              ],
            }),
          ],
          hints: [
            say`The gradient points in the direction of the steepest ascent; its length is the rate there.`,
            say`Find the gradient at the point and its length. The fastest fall goes the opposite way: divide by the length, and turn the signs.`,
            say`The slopes are ${slopes}; put the point in.`,
          ],
          solution: [
            worked,
            say`Its length is ${math`\sqrt{${signedSum(g.map(x => x * x))}} = ${n}`}, the largest rate.`,
            say`Turned round and divided by ${n}, it is ${row(uphill.negated().entries)}, the direction of the fastest fall.`,
          ],
        };
      },
      // Difference quotients: along the axes for the size of the rate, along the direction for its sign.
      verify(given, [rate, down]) {
        const along = (v: Vector) => slopeAlong(given, v);
        const [a, b] = [along(vector([1, 0])), along(vector([0, 1]))];
        const isUnit = down.length === 2 && down.normSquared().equals(1);
        const isLargest = rate.sign() > 0 && isNear(rate.power(2).toNumber(), a * a + b * b);
        return isUnit && isLargest && isNear(along(down), -rate.toNumber());
      },
    }),

    level({
      says: 'the direction of rate 0, and the rate on the way to another point',
      par: 90,
      pick(rng) {
        const mixed = [rng.nonzero(-2, 2), ...rng.shuffle([1, 2])];
        const others = rng.shuffle([term(rng.nonzero(-3, 3), 2, 0), term(rng.nonzero(-6, 6), 0, 1)]);
        const terms = rng.sign() > 0 ? [mixed, ...others] : [mixed, ...others].map(([c = 0, i = 0, j = 0]) => [c, j, i]);
        const given = { terms, point: [rng.nonzero(-3, 3), rng.nonzero(-3, 3)], d: drawIntegerNorm(rng, 2, 10) };
        const g = gradientOf(given);
        const isKind = g.every(slope => slope !== 0 && Math.abs(slope) <= 30) && Math.abs(at(g, 0)) !== Math.abs(at(g, 1));
        if (!isKind || vector(g).isParallelTo(vector(given.d))) return undefined;
        const { key, raw, mean } = wayRates(given);
        return areDifferent(key, raw, mean, 0) ? { ...given, scene: rng.index(SURFACES) } : undefined;
      },
      ask(given) {
        const { d } = given;
        const { f, says, shown, place, slopes, g, worked } = surfaceOf(given);
        const { key, raw, squared, mean, toEnd, end } = wayRates(given);
        const [a, b] = [at(g, 0), at(g, 1)];
        const level = primitive(vector([b, -a]));
        return {
          statement: say`${says} You are at ${place}. Give a direction, of any length but 0, in which the rate of change of ${f} is 0. And find the rate, per unit of length, at which ${f} starts to change on the straight way to ${math`${row(end)}`}. ${shown}`,
          answers: [
            answer.direction({
              label: say`Direction:`,
              key: level,
              mistakes: [
                mistake(vector(g))`Along the gradient the change is fastest. You need its dot product to be 0.`,
                mistake(vector([b, a]))`The entries are swapped, but one sign has to turn too.`,
                mistake(vector([a, -b]))`The dot product with the gradient is not 0. Swap the entries and turn one sign.`,
              ],
            }),
            answer.number({
              label: say`Rate:`,
              key,
              mistakes: [
                mistake(raw)`That is the rate for the whole way. Divide by the length of the way.`,
                mistake(squared)`Divide by the length once, not by its square.`,
                mistake(mean)`That is the mean rate over the whole way. Take the slopes at the start only.`,
                mistake(toEnd)`You took the other point as the direction. The way is the difference of the two points.`,
                mistake(key.negated())`The way back has this rate. Take the end minus the start.`,
              ],
            }),
          ],
          hints: [
            say`The rate in a direction is the dot product with the gradient, divided by the length of the direction.`,
            say`Find the gradient. At right angles to it the rate is 0. The way is the end minus the start.`,
            say`The slopes are ${slopes}, and the way is ${row(d)}.`,
          ],
          solution: [
            worked,
            say`Swap its entries, turn one sign, and shorten where you can: ${row(level.entries)} is at right angles to it, as ${productSumWorked(paired(g, level.entries))}.`,
            say`The way is ${math`d = ${row(d)}`}, and ${lengthWorked(d)}.`,
            say`Rate: ${math`${productSum(paired(g, d))} = ${raw}`}, divided by ${lengthOf(d)}: ${key}.`,
          ],
        };
      },
      // Difference quotients of the function itself along both directions.
      verify(given, [level, key]) {
        const isLevel = level.length === 2 && !level.isZero() && isNear(slopeAlong(given, level), 0);
        return isLevel && isNear(key.toNumber(), slopeAlong(given, vector(given.d)) / Math.sqrt(squareOf(given.d)));
      },
    }),
  ],
});

type Move = { g: number[]; d: number[]; scene: number };

/** A gradient, and a direction of integer length. */
function drawMove(rng: Rng): Move | undefined {
  const size = rng.pick([2, 3] as const);
  const [g, d] = [Array.from({ length: size }, () => rng.nonzero(-9, 9)), drawIntegerNorm(rng, size, size === 2 ? 13 : 7)];
  const { key, raw, summed, sizes } = ratesOf(g, d);
  return areDifferent(key, raw, summed, 0) && !sizes.isZero() ? { g, d, scene: rng.index(MOVES) } : undefined;
}

/** The rate per unit of length, and what slips make of it. */
function ratesOf(g: number[], d: number[]) {
  const raw = vector(g).dot(vector(d));
  const n = lengthOf(d);
  return {
    raw,
    key: raw.over(n),
    squared: raw.over(n.power(2)),
    summed: sum(g),
    bySizes: raw.over(sum(d.map(Math.abs))),
    sizes: sum(paired(g, d).map(([a, b]) => Math.abs(a * b))).over(n),
  };
}

function wayRates(given: Omit<Surface, 'scene'> & { d: number[] }) {
  const g = gradientOf(given);
  const end = paired(given.point, given.d).map(([a, b]) => a + b);
  const rise = worth(given.terms, end) - worth(given.terms, given.point);
  return { ...ratesOf(g, given.d), end, mean: rational(rise).over(lengthOf(given.d)), toEnd: vector(g).dot(vector(end)) };
}

/** Polarisation and squares: 4 (g · d) = |g + d|² − |g − d|², and the rate times the length is that. */
function provesRate({ g, d }: Move, [key]: readonly [Rational]): boolean {
  const [G, D] = [vector(g), vector(d)];
  const product = G.plus(D).normSquared().minus(G.minus(D).normSquared()).over(4);
  return key.sign() === product.sign() && key.power(2).times(D.normSquared()).equals(product.power(2));
}

/** c·xⁱ·yʲ. */
function term(c: number, i: number, j: number): number[] {
  return [c, i, j];
}

function gradientOf({ terms, point }: Omit<Surface, 'scene'>): number[] {
  const [x, y] = [at(point, 0), at(point, 1)];
  const slope = (i: 1 | 2) => {
    const lowered = terms.map(term => term.map((n, k) => (k === 0 ? n * at(term, i) : k === i ? n - 1 : n)));
    return worth(lowered, [x, y]);
  };
  return [slope(1), slope(2)];
}

function worth(terms: number[][], [x = 0, y = 0]: number[]): number {
  return terms.reduce((total, [c = 0, i = 0, j = 0]) => total + c * raised(x, i) * raised(y, j), 0);
}

function raised(x: number, n: number): number {
  return n <= 0 ? 1 : x * raised(x, n - 1);
}

/** The difference quotient of the function itself. */
function slopeAlong({ terms, point }: Omit<Surface, 'scene'>, v: Vector): number {
  const steps = paired(point, v.entries).map(([x, entry]) => ({ x, entry: entry.toNumber() }));
  return numericSlope(
    t =>
      worth(
        terms,
        steps.map(({ x, entry }) => x + t * entry),
      ),
    0,
  );
}

/** The function, its slopes and its gradient at the point, in words. */
function surfaceOf(given: Surface) {
  const { f, names, says } = at(SURFACES, given.scene);
  const [x, y] = [variable(at(names, 0)), variable(at(names, 1))];
  const formula = simplify(add(...given.terms.map(([c = 0, i = 0, j = 0]) => multiply(c, power(x, i), power(y, j)))));
  const slopes = list(names.map(name => derivative(formula, name)));
  const g = gradientOf(given);
  return {
    f: math`${f}`,
    first: math`${at(names, 0)}`,
    says,
    shown: display(math`${f}(${names.join(', ')}) = ${formula}`),
    place: math`(${names.join(', ')}) = ${row(given.point)}`,
    slopes,
    g,
    worked: say`The slopes are ${slopes}; at the point this makes ${math`\nabla ${f} = ${row(g)}`}.`,
  };
}

function lengthWorked(d: number[]): Formula {
  return math`${normOf('d')} = \sqrt{${signedSum(d.map(x => x * x))}} = ${lengthOf(d)}`;
}

function squareOf(entries: number[]): number {
  return entries.reduce((total, x) => total + x * x, 0);
}

/** Throws where the length is no integer. */
function lengthOf(entries: number[]): Rational {
  return sure(rational(squareOf(entries)).sqrt());
}
