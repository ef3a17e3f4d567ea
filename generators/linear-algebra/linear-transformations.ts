// Matrices that move the plane: naming them, finding them from images, one after the other, undone, and along a slanted line.
import {
  answer,
  areDifferent,
  at,
  combination,
  display,
  drawIntegerNorm,
  figure,
  generator,
  inverse,
  level,
  Matrix,
  math,
  mistake,
  type Rng,
  rank,
  rational,
  row,
  say,
  sure,
  vector,
} from '#kit';

const KINDS = [
  { id: 'scaling', test: 'A scaling along the axes has zeros off the diagonal and positive numbers on it.' },
  { id: 'reflection', test: 'A reflection keeps lengths, and its second column is the first one turned by 90° clockwise.' },
  { id: 'rotation', test: 'A rotation keeps lengths, and its second column is the first one turned by 90° counter-clockwise.' },
  { id: 'shear', test: 'A shear has ones on the diagonal and one more number beside them.' },
  { id: 'projection', test: 'A projection puts the plane on one line and leaves the points of this line in place.' },
];
const SEEN = [
  say`An image is transformed by the matrix ${math`M`}.`,
  say`A linear layer with two inputs and two outputs has the weights ${math`M`}.`,
  say`All points of a data set are multiplied by ${math`M`}.`,
  say`A step of a camera model multiplies points by ${math`M`}.`,
];
const IMAGES = [
  say`A linear map ${math`M`} links two embedding spaces. Two words, ${math`p`} and ${math`q`}, are known in both.`,
  say`A camera moves all points by a matrix ${math`M`}. Two of them, ${math`p`} and ${math`q`}, were tracked.`,
  say`The weights ${math`M`} of a linear layer are found from two inputs ${math`p`} and ${math`q`} and their outputs.`,
  say`A data set was transformed by an unknown matrix ${math`M`}. Two points, ${math`p`} and ${math`q`}, are known before and after.`,
];
/** Directions of lines, none of them an axis. */
const LINES = ['1 1', '1 -1', '2 1', '1 2', '2 -1', '1 -2', '3 1', '1 3', '3 -1', '3 2', '2 3'];
const [E1, E2] = [row([1, 0]), row([0, 1])];
/** What a map does to a point (x, y), in words and as a rule; its matrix follows from the rule. */
const MOVES: readonly { says: (k: number) => string; rule: (x: number, y: number, k: number) => number[] }[] = [
  { says: () => 'a turn by 90° counter-clockwise', rule: (x, y) => [0 - y, x] },
  { says: () => 'a turn by 90° clockwise', rule: (x, y) => [y, 0 - x] },
  { says: () => 'a reflection in the x-axis', rule: (x, y) => [x, 0 - y] },
  { says: () => 'a reflection in the y-axis', rule: (x, y) => [0 - x, y] },
  { says: () => 'a reflection in the line y = x', rule: (x, y) => [y, x] },
  { says: k => `a stretch of x by the factor ${Math.abs(k)}`, rule: (x, y, k) => [Math.abs(k) * x, y] },
  { says: k => `a stretch of y by the factor ${Math.abs(k)}`, rule: (x, y, k) => [x, Math.abs(k) * y] },
  { says: k => `a shear that ${shift(k, 'y', 'x')}`, rule: (x, y, k) => [x + k * y, y] },
  { says: k => `a shear that ${shift(k, 'x', 'y')}`, rule: (x, y, k) => [x, y + k * x] },
];
const POINTS = ['1 0', '0 1', '2 3'].map(lineOf);
const CHAINS = [
  'Data augmentation changes each point (x, y) of an image in two steps.',
  'Two linear layers without biases act on the point (x, y).',
  'A drawing program moves the points (x, y) of a picture twice.',
  'A simulation moves each particle (x, y) in two steps.',
];
/** The sentence ends with the line through the origin and a point, or with the point. */
const SLANTED = [
  { kind: 'projection', says: 'Data points are projected at right angles onto' },
  { kind: 'projection', says: 'PCA keeps only the part of each point along' },
  { kind: 'reflection', says: 'An image is reflected in' },
  { kind: 'reflection', says: 'A Householder step mirrors all points in' },
  { kind: 'rotation', says: 'An image is turned about the origin until the positive x-axis runs through' },
  { kind: 'rotation', says: 'A layer turns all points about the origin so that (1, 0) gets the direction of' },
];

export default generator({
  id: 'linear-algebra/linear-transformations',
  version: 1,
  title: 'Matrices as transformations of the plane',
  bullet: 'Eigenvalues and Eigenvectors',
  why: 'Layers, data augmentation and PCA turn, stretch, shear and project; the columns of a matrix show what happens to the data.',
  needs: ['linear-algebra/matrix-product'],
  levels: [
    level({
      says: 'name the map of a matrix',
      par: 15,
      pick(rng) {
        const kind = rng.pick(KINDS).id;
        const [a = 0, b = 0] = drawFor(rng, kind);
        return a === 1 && b === 1 && kind === 'scaling' ? undefined : { kind, a, b, scene: rng.index(SEEN) };
      },
      ask({ kind, a, b, scene }) {
        const M = mapOf(kind, a, b);
        const [first, second] = [M.column(0), M.column(1)];
        return {
          statement: say`${at(SEEN, scene)} Say what ${math`M`} does to the plane, for ${display(math`M = ${M}`)}`,
          answers: [
            answer.choice({
              label: say`It is a`,
              key: kind,
              options: KINDS.map(({ id }) => ({ id, text: say`${id === 'scaling' ? 'scaling with positive factors' : id}` })),
              mistakes: KINDS.map(({ id, test }) => mistake(id)`${test}`),
            }),
          ],
          hints: [
            say`The columns are the images of ${E1} and ${E2}.`,
            say`Look at the two columns. Do they have length 1 and a right angle? Do both lie on one line? Did one of them stay in place?`,
            say`The point ${E1} goes to ${row(first.entries)}.`,
          ],
          solution: [
            say`${E1} goes to ${row(first.entries)}, and ${E2} goes to ${row(second.entries)}.`,
            say`${sure(KINDS.find(({ id }) => id === kind)).test} So it is a ${kind}.`,
          ],
        };
      },
      // What each kind satisfies as a matrix: MᵀM = 1, M² = M, (M − 1)² = 0, or a positive diagonal.
      verify({ kind, a, b }, [key]) {
        const [M, one] = [mapOf(kind, a, b), Matrix.identity(2)];
        const keepsLengths = M.transpose().times(M).equals(one);
        const isDiagonal = M.at(0, 1).isZero() && M.at(1, 0).isZero();
        const twice = M.times(M);
        if (keepsLengths) return key === (twice.equals(one) ? 'reflection' : 'rotation');
        if (twice.equals(M)) return key === 'projection';
        return key === (M.minus(one).power(2).isZero() ? 'shear' : isDiagonal ? 'scaling' : '');
      },
    }),

    level({
      says: 'the matrix from the images of two points',
      par: 50,
      pick(rng) {
        const M = [rng.ints(2, -4, 4), rng.ints(2, -4, 4)];
        const other = [rng.int(-2, 2), rng.pick([1, 1, -1, 2])];
        const [p, q]: [number[], number[]] = rng.int(0, 1) ? [[1, 0], other] : [other.toReversed(), [0, 1]];
        const imageOf = (point: number[]) => M.map(entries => vector(entries).dot(vector(point)).toNumber());
        const given = { p, q, u: imageOf(p), v: imageOf(q) };
        const { key, asRows } = fromImages(given);
        const isApart = areDifferent(key, asRows) && areDifferent(p, q, given.u, given.v);
        return isApart && rank(key) === 2 ? { ...given, scene: rng.index(IMAGES) } : undefined;
      },
      ask(given) {
        const { p, q, u, v, scene } = given;
        const { key, asRows, exchanged, columns } = fromImages(given);
        const [isFirst, other, image] = p[0] === 1 && p[1] === 0 ? [true, q, v] : [false, p, u];
        const [a = 0, b = 0] = isFirst ? other : other.toReversed();
        const [known, unknown]: [string, string] = isFirst ? ['M e_1', 'M e_2'] : ['M e_2', 'M e_1'];
        const [seen, found] = isFirst ? [key.column(0), key.column(1)] : [key.column(1), key.column(0)];
        const linear = isFirst ? combination([a, b], [known, unknown]) : combination([b, a], [unknown, known]);
        const rest = vector(image).minus(seen.times(a));
        const [place, otherPlace] = isFirst ? [1, 2] : [2, 1];
        return {
          statement: say`${at(IMAGES, scene)} Find the matrix ${math`M`} that takes ${math`p = ${row(p)}`} to ${math`M p = ${row(u)}`}, and ${math`q = ${row(q)}`} to ${math`M q = ${row(v)}`}.`,
          figures: [
            figure.plane({
              axes: ['entry 1', 'entry 2'],
              vectors: [
                { to: p, label: 'p', tone: 2 },
                { to: u, label: 'Mp', tone: 2 },
                { to: q, label: 'q', tone: 3 },
                { to: v, label: 'Mq', tone: 3 },
              ],
            }),
          ],
          answers: [
            answer.matrix({
              label: say`${math`M =`}`,
              key,
              mistakes: [
                mistake(columns)`You took both images as columns. The columns are the images of ${E1} and ${E2}.`,
                mistake(asRows)`You wrote the images as rows. They are the columns.`,
                mistake(exchanged)`The two columns are swapped: the image of ${E1} comes first.`,
              ],
            }),
          ],
          hints: [
            say`The columns of a matrix are the images of ${math`e_1 = ${E1}`} and ${math`e_2 = ${E2}`}.`,
            say`One column is given as it stands. Write the other point with ${math`e_1`} and ${math`e_2`}; the map keeps sums and factors.`,
            say`Column ${place} is ${row(seen.entries)}.`,
          ],
          solution: [
            say`Column ${place} is given: ${math`${known} = ${row(seen.entries)}`}.`,
            say`${row(other)} goes to ${math`${linear} = ${row(image)}`}.${a === 0 ? '' : say` Without the known part, ${math`${combination([b], [unknown])} = ${row(rest.entries)}`}.`}`,
            say`So column ${otherPlace} is ${row(found.entries)}.`,
            say`Together: ${math`M = ${key}`}.`,
          ],
        };
      },
      // Put back: both points go where they should.
      verify: ({ p, q, u, v }, [key]) => key.apply(vector(p)).equals(vector(u)) && key.apply(vector(q)).equals(vector(v)),
    }),

    level({
      says: 'two maps, one after the other',
      par: 45,
      pick(rng) {
        const given = drawChain(rng);
        const { first, second, both, reversed, sum } = chained(given);
        const isClear = !both.isSymmetric() && areDifferent(both, reversed, sum, first, second);
        return isClear ? { ...given, scene: rng.index(CHAINS) } : undefined;
      },
      ask(given) {
        const { moves, scene } = given;
        const { first, second, both, reversed, sum, otherWay } = chained(given);
        return {
          statement: say`${at(CHAINS, scene)} First comes ${wordsOf(given, 0)}, then ${wordsOf(given, 1)}. Find the matrix ${math`M`} that does both at once; points are columns.`,
          answers: [
            answer.matrix({
              label: say`${math`M =`}`,
              key: both,
              mistakes: [
                mistake(reversed)`You did the second step first. What is done first stands on the right of the product.`,
                mistake(both.transpose())`You wrote the images of ${E1} and ${E2} as rows. They are the columns.`,
                mistake(sum)`You added the matrices. One step after the other multiplies them.`,
                ...(moves.some(move => move < 2)
                  ? [mistake(otherWay)`You turned the other way round. Counter-clockwise takes ${E1} to ${E2}.`]
                  : []),
              ],
            }),
          ],
          hints: [
            say`The columns of a matrix are the images of ${E1} and ${E2}. The product ${math`R S`} does ${math`S`} first.`,
            say`Follow ${E1} through both steps, then ${E2}. The two ends are the columns.`,
            say`After the first step ${E1} is at ${row(first.column(0).entries)}.`,
          ],
          solution: [
            ...[0, 1].map(
              j => say`${row(at(POINTS, j))} goes to ${row(first.column(j).entries)}, then to ${row(both.column(j).entries)}.`,
            ),
            say`These are the columns: ${math`M = ${both}`}, which is ${math`${second} \cdot ${first}`}.`,
          ],
        };
      },
      // Three points moved by the rules, step by step, against the matrix.
      verify: (given, [key]) => POINTS.every(point => key.apply(vector(point)).equals(vector(moved(given, point)))),
    }),

    level({
      says: 'undo two maps',
      par: 60,
      pick(rng) {
        const given = drawChain(rng);
        const { both, back, wrongOrder } = undone(given);
        return areDifferent(both, back, wrongOrder) ? { ...given, scene: rng.index(CHAINS) } : undefined;
      },
      ask(given) {
        const { scene } = given;
        const { both, back, wrongOrder, firstBack, secondBack } = undone(given);
        return {
          statement: say`${at(CHAINS, scene)} First comes ${wordsOf(given, 0)}, then ${wordsOf(given, 1)}. Find the matrix ${math`B`} that takes each point back to where it was; points are columns.`,
          answers: [
            answer.matrix({
              label: say`${math`B =`}`,
              key: back,
              mistakes: [
                mistake(both)`That does both steps once more. Undo them.`,
                mistake(wrongOrder)`You undid the first step first. The last step is undone first.`,
                mistake(both.transpose())`You transposed the matrix. That undoes only turns and reflections.`,
                mistake(firstBack)`That undoes the first step alone.`,
                mistake(secondBack)`That undoes the second step alone.`,
              ],
            }),
          ],
          hints: [
            say`What is done last is undone first, like shoes and socks.`,
            say`Say how each step is undone. Then follow ${E1} and ${E2}: undo the second step, then the first. The ends are the columns.`,
            say`Undoing the second step takes ${E1} to ${row(secondBack.column(0).entries)}.`,
          ],
          solution: [
            ...[0, 1].map(
              j =>
                say`${row(at(POINTS, j))}: undoing the second step gives ${row(secondBack.column(j).entries)}, undoing the first one then ${row(back.column(j).entries)}.`,
            ),
            say`These are the columns: ${math`B = ${back}`}.`,
          ],
        };
      },
      // Forth by the rules, back by the matrix.
      verify: (given, [key]) => POINTS.every(point => key.apply(vector(moved(given, point))).equals(vector(point))),
    }),

    level({
      says: 'a map along a slanted line',
      par: 75,
      pick(rng) {
        const scene = rng.index(SLANTED);
        const isTurn = at(SLANTED, scene).kind === 'rotation';
        const [a = 0, b = 0] = isTurn ? drawIntegerNorm(rng, 2, 13) : lineOf(rng.pick(LINES));
        return { a, b, scene };
      },
      ask({ a, b, scene }) {
        const { kind, says } = at(SLANTED, scene);
        const u = vector([a, b]);
        const { key, others, hints, solution } = slanted(kind, a, b);
        return {
          statement: say`${says} ${kind === 'rotation' ? '' : 'the line through the origin and '}${row([a, b])}. Find the matrix ${math`M`} of this map.`,
          figures: [
            figure.plane({
              axes: ['x', 'y'],
              ...(kind === 'rotation'
                ? { vectors: [{ to: u, label: `(${a}, ${b})` }] }
                : {
                    lines: [
                      {
                        through: [
                          [0, 0],
                          [a, b],
                        ],
                      },
                    ],
                    points: [{ at: [a, b], label: `(${a}, ${b})` }],
                  }),
            }),
          ],
          answers: [answer.matrix({ label: say`${math`M =`}`, key, mistakes: others })],
          hints,
          solution,
        };
      },
      // Its action on the line and at a right angle to it, which is a full basis.
      verify({ a, b, scene }, [key]) {
        const { kind } = at(SLANTED, scene);
        const [along, across] = [vector([a, b]), vector([-b, a])];
        if (kind === 'rotation') {
          const length = sure(along.normSquared().sqrt());
          return key.apply(vector([length, 0])).equals(along) && key.apply(vector([0, length])).equals(across);
        }
        return key.apply(along).equals(along) && key.apply(across).equals(across.times(kind === 'projection' ? 0 : -1));
      },
    }),
  ],
});

function lineOf(line: string): number[] {
  return line.split(' ').map(Number);
}

/** Two numbers from which a matrix of this kind is made. */
function drawFor(rng: Rng, kind: string): number[] {
  if (kind === 'scaling') return rng.ints(2, 1, 5);
  if (kind === 'shear') return [rng.nonzero(-5, 5), rng.sign()];
  return lineOf(rng.pick(kind === 'rotation' ? LINES : [...LINES, '1 0', '0 1']));
}

function mapOf(kind: string, a: number, b: number): Matrix {
  if (kind === 'scaling') return Matrix.diagonal(a, b);
  if (kind === 'shear') return Matrix.build(2, 2, (i, j) => (i === j ? 1 : b > 0 === i < j ? a : 0));
  const { onto, mirror } = alongLine(a, b);
  if (kind === 'projection') return onto;
  // A reflection in the x-axis and then in a slanted line turns by twice the angle between them.
  return kind === 'reflection' ? mirror : mirror.times(Matrix.diagonal(1, -1));
}

/** The projection onto the line through (a, b), and the reflection in it. */
function alongLine(a: number, b: number) {
  const onto = Matrix.build(2, 2, (i, j) => rational(at([a, b], i) * at([a, b], j), a * a + b * b));
  return { onto, mirror: onto.times(2).minus(Matrix.identity(2)) };
}

function fromImages({ p, q, u, v }: { p: readonly number[]; q: readonly number[]; u: number[]; v: number[] }) {
  const columns = Matrix.fromColumns([vector(u), vector(v)]);
  const key = columns.times(sure(inverse(Matrix.fromColumns([vector(p), vector(q)]))));
  return { key, columns, asRows: key.transpose(), exchanged: Matrix.fromColumns([key.column(1), key.column(0)]) };
}

type Chain = { moves: number[]; factors: number[] };

function drawChain(rng: Rng): Chain {
  const factor = () => rng.pick([2, 3, -2, -3]);
  return { moves: [rng.index(MOVES), rng.index(MOVES)], factors: [factor(), factor()] };
}

function shift(k: number, from: string, to: string): string {
  return k > 0 ? `adds ${k} times ${from} to ${to}` : `takes ${-k} times ${from} away from ${to}`;
}

function wordsOf({ moves, factors }: Chain, step: number): string {
  return at(MOVES, at(moves, step)).says(at(factors, step));
}

function moved({ moves, factors }: Chain, point: number[]): number[] {
  return moves.reduce(([x = 0, y = 0], move, step) => at(MOVES, move).rule(x, y, at(factors, step)), point);
}

function matrixOf(move: number, factor: number): Matrix {
  return Matrix.fromColumns([0, 1].map(j => vector(moved({ moves: [move], factors: [factor] }, at(POINTS, j)))));
}

function steps({ moves, factors }: Chain) {
  return { first: matrixOf(at(moves, 0), at(factors, 0)), second: matrixOf(at(moves, 1), at(factors, 1)) };
}

function chained(given: Chain) {
  const { first, second } = steps(given);
  // The first two moves are the turns, one each way.
  const turned = steps({ ...given, moves: given.moves.map(move => (move < 2 ? 1 - move : move)) });
  return {
    first,
    second,
    both: second.times(first),
    reversed: first.times(second),
    sum: first.plus(second),
    otherWay: turned.second.times(turned.first),
  };
}

function undone(given: Chain) {
  const { first, second } = steps(given);
  const [firstBack, secondBack] = [sure(inverse(first)), sure(inverse(second))];
  const both = second.times(first);
  return { both, firstBack, secondBack, back: firstBack.times(secondBack), wrongOrder: secondBack.times(firstBack) };
}

/** The matrix, what people give in its place, hints and solution of a map along the line through (a, b). */
function slanted(kind: string, a: number, b: number) {
  const { onto, mirror } = alongLine(a, b);
  const [square, u] = [a * a + b * b, row([a, b])];
  if (kind === 'rotation') {
    const length = sure(rational(square).sqrt());
    const key = Matrix.fromColumns([vector([a, b]), vector([-b, a])]).times(rational(1).over(length));
    return {
      key,
      others: [
        mistake(key.transpose())`That turns the other way round. ${E1} goes to the first column.`,
        mistake(key.times(length))`That stretches too. Divide by the length of ${u}.`,
        mistake(
          key.times(Matrix.diagonal(1, -1)),
        )`That is a reflection. The second column is the first one turned by 90° counter-clockwise.`,
      ],
      hints: [
        say`The columns are the images of ${E1} and ${E2}. A turn keeps their lengths and their right angle.`,
        say`Scale ${u} to length 1: this is the first column. Turn it by 90° counter-clockwise, ${math`(x, y)`} to ${math`(-y, x)`}, for the second one.`,
        say`The length of ${u} is ${length}.`,
      ],
      solution: [
        say`Length 1 in the direction of ${u}: ${row(key.column(0).entries)} is the first column.`,
        say`Turned by 90° it is ${row(key.column(1).entries)}, the second column.`,
        say`So ${math`M = ${key}`}.`,
      ],
    };
  }
  const isOnto = kind === 'projection';
  const [first, one] = [onto.column(0), Matrix.identity(2)];
  return {
    key: isOnto ? onto : mirror,
    others: isOnto
      ? [
          mistake(onto.times(square))`You left out the division by the square of the length of ${u}.`,
          mistake(mirror)`That is the reflection. The projection stops on the line, halfway.`,
          mistake(one.minus(onto))`That projects onto the line at right angles to this one. Points on this one have to stay.`,
        ]
      : [
          mistake(onto)`That is the projection onto the line. The reflection goes as far again.`,
          mistake(mirror.times(-1))`That reflects in the line at right angles to this one. Points on this one have to stay.`,
          mistake(onto.times(2))`That is twice the projection. Take away the point itself.`,
        ],
    hints: [
      say`With ${math`u = ${u}`} the projection of a point ${math`p`} is ${math`\frac{u \cdot p}{u \cdot u} u`}${isOnto ? '' : say`. The reflection goes twice as far: twice the projection minus ${math`p`}`}.`,
      say`The columns are the images of ${E1} and ${E2}. Find both.`,
      say`The projection of ${E1} is ${row(first.entries)}.`,
    ],
    solution: [
      say`With ${math`u = ${u}`}, ${math`u \cdot u = ${square}`}.`,
      say`Projections: ${E1} goes to ${row(first.entries)}, ${E2} to ${row(onto.column(1).entries)}.`,
      isOnto
        ? say`These are the columns: ${math`M = ${onto}`}.`
        : say`Twice these minus the points themselves are the columns: ${math`M = ${mirror}`}.`,
    ],
  };
}
