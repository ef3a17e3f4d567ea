// The propagation rule of graph convolution: self-loops, coefficients with roots, one node, a star with ReLU, the limit of many layers.
import {
  answer,
  areDifferent,
  at,
  type Expression,
  evaluate,
  figure,
  generator,
  graph,
  level,
  list,
  math,
  mistake,
  paired,
  productSum,
  type Rational,
  type Rng,
  rational,
  row,
  Surd,
  say,
  sum,
  table,
  vector,
  word,
  ZERO,
} from '#kit';

type Edges = [from: number, to: number][];
type Star = { hub: number; leaves: number[]; w: number };

const NETS = [
  'The picture shows which papers share an author.',
  'The picture shows which parts of a protein touch each other.',
  'The picture shows which sensors stand close to each other.',
  'The picture shows which words occur together.',
];
const LARGE = [
  'A graph network runs on papers and their citations.',
  'A graph network runs on users and their contacts.',
  'A graph network runs on web pages and their links.',
  'A graph network runs on products that are bought together.',
];
const STARS = [
  'A paper H is linked to seven others.',
  'A router H is joined to seven devices.',
  'A user H has seven contacts.',
  'A page H is linked to seven others.',
];
const DEEP = [
  'A deep graph network without weights runs on five papers.',
  'Labels are spread over five users of a network.',
  'A signal is smoothed over five sensors.',
  'A feature is passed on between five atoms.',
];
const RULE = math`M = D^{-1/2} (A + I) D^{-1/2}`;
const AVERAGE = math`D^{-1} (A + I)`;
const LEAVES = [1, 2, 3, 4, 5, 6, 7];
const STAR = graph({ nodes: ['H', ...LEAVES], edges: LEAVES.map(leaf => ['H', leaf]) });
/** With so many at the node itself, self-loop included, the products with these are squares. */
const SQUARE_CLASSES = [
  { own: 3, others: [3, 12, 27] },
  { own: 4, others: [4, 9, 16, 25] },
  { own: 5, others: [5, 20, 45] },
];

export default generator({
  id: 'discrete-mathematics/gcn-normalisation',
  version: 1,
  title: 'The GCN propagation rule',
  bullet: 'Graph Theory',
  why: 'A graph convolution adds self-loops and weighs the message between nodes i and j by one over the root of the product of their degrees.',
  needs: ['discrete-mathematics/message-passing', 'linear-algebra/matrix-product'],
  levels: [
    level({
      says: 'a row of A + I, and the degrees with self-loops',
      par: 35,
      pick(rng) {
        const edges = drawEdges(rng, rng.int(5, 7));
        const node = rng.int(1, 5);
        const degree = at(degreesOf(edges), node - 1);
        return degree > 2 && degree < 5 ? { edges, node, scene: rng.index(NETS) } : undefined;
      },
      ask({ edges, node, scene }) {
        const G = graph({ nodes: 5, edges });
        const degrees = vector(degreesOf(edges));
        const key = vector(G.nodes.map(other => (other === node || G.hasEdge(node, other) ? 1 : 0)));
        const bare = key.map((entry, i) => (i === node - 1 ? 0 : entry));
        const near = G.neighbours(node);
        return {
          statement: say`${at(NETS, scene)} Its adjacency matrix is ${math`A`}, and ${math`A + I`} gives each node a self-loop. Find row ${node} of ${math`A + I`}, and the row sums ${math`d = (d_1, \ldots, d_5)`} of ${math`A + I`}, the degrees with self-loops.`,
          figures: [figure.graph(G, { marked: [node] })],
          answers: [
            answer.vector({
              label: say`Row ${node}:`,
              key,
              mistakes: [
                mistake(bare)`That is the row of ${math`A`}. Add the self-loop of node ${node}.`,
                mistake(key.map(entry => rational(1).minus(entry)))`You swapped 0 and 1. A 1 stands where there is an edge.`,
              ],
            }),
            answer.vector({
              label: say`${math`d =`}`,
              key: degrees,
              mistakes: [
                mistake(degrees.map(d => d.minus(1)))`Those are the row sums of ${math`A`}. Each self-loop adds 1.`,
                mistake(degrees.map(d => d.plus(1)))`Each self-loop counts once here: it is a single 1 in its row.`,
              ],
            }),
          ],
          hints: [
            say`${math`A`} has a 1 for each edge. ${math`I`} adds a 1 at each place of the diagonal, so each node is its own neighbour too.`,
            say`Write the row of ${math`A`} first and put a 1 in place ${node}. Each ${math`d_i`} is one more than the number of edges at node ${math`i`}.`,
            say`In the picture, node ${node} is joined to ${near.length} others.`,
          ],
          solution: [
            say`Node ${node} is joined to ${list(near.map(Number))} and to itself: row ${node} is ${row(key.entries)}.`,
            say`The numbers of edges at the nodes are ${list(degrees.entries.map(d => d.minus(1)))}. With self-loops: ${math`d = ${row(degrees.entries)}`}.`,
          ],
        };
      },
      // Through the matrix itself: its row, and its product with ones.
      verify({ edges, node }, [key, degrees]) {
        const A = graph({ nodes: 5, edges }).adjacencyMatrix();
        const ones = vector([1, 1, 1, 1, 1]);
        const unit = ones.map((_, i) => (i === node - 1 ? 1 : 0));
        return key.equals(A.apply(unit).plus(unit)) && degrees.equals(A.apply(ones).plus(ones));
      },
    }),

    level({
      says: 'two coefficients, from a picture',
      par: 35,
      pick(rng) {
        const edges = drawEdges(rng, rng.int(5, 8));
        const [i, j] = rng.shuffle(rng.pick(edges)) as [number, number];
        const degrees = degreesOf(edges);
        return at(degrees, i - 1) === at(degrees, j - 1) ? undefined : { edges, i, j, scene: rng.index(NETS) };
      },
      ask({ edges, i, j, scene }) {
        const [a, b] = [i, j].map(node => at(degreesOf(edges), node - 1)) as [number, number];
        const key = overRoot(a * b);
        return {
          statement: say`${at(NETS, scene)} A graph convolution multiplies by ${RULE}, where ${math`D`} holds the row sums of ${math`A + I`} on its diagonal. Give the entries ${entry(i, j)} and ${entry(i, i)} exactly. Roots may stay.`,
          figures: [figure.graph(graph({ nodes: 5, edges }), { marked: [i, j] })],
          answers: [
            answer.expression({
              label: say`${math`${entry(i, j)} =`}`,
              variables: [],
              key,
              mistakes: [
                mistake(overRoot(a * b * a * b))`Take the root of the product of the two degrees.`,
                mistake(overRoot((a - 1) * (b - 1)))`You used the degrees in ${math`A`}. Add the self-loops first.`,
                mistake(overRoot(a * a))`That is the entry of ${AVERAGE}. Both degrees count, each with a root.`,
                mistake(Surd.root(a * b).toExpression())`Divide by that root. The exponents in the rule are negative.`,
              ],
            }),
            answer.number({
              label: say`${math`${entry(i, i)} =`}`,
              key: rational(1, a),
              mistakes: [
                mistake(0)`That holds for ${math`A`}. The self-loop puts a 1 on the diagonal of ${math`A + I`}.`,
                mistake(rational(1, a - 1))`You used the degree in ${math`A`}. The self-loop adds 1 to it.`,
                mistake(rational(1, a * a))`The degree comes twice, but each time with a root.`,
                mistake(1)`That is the entry of ${math`A + I`}. Divide it by the degree with its self-loop.`,
              ],
            }),
          ],
          hints: [
            say`Where ${math`A + I`} has a 1, the matrix ${math`M`} has the entry ${math`\frac{1}{\sqrt{d_i d_j}}`}, with degrees that count the self-loop.`,
            say`Count the edges at both nodes and add 1 to each count. On the diagonal both degrees are the same.`,
            say`Node ${i} has ${a - 1} ${a === 2 ? 'edge' : 'edges'}, so ${math`d_${i} = ${a}`}.`,
          ],
          solution: [
            say`With self-loops, ${math`d_${i} = ${a}`} and ${math`d_${j} = ${b}`}.`,
            say`${math`${entry(i, j)} = \frac{1}{\sqrt{${a} \cdot ${b}}} = ${Surd.root(rational(1, a * b))}`}.`,
            say`${math`${entry(i, i)} = \frac{1}{\sqrt{${a} \cdot ${a}}} = \frac{1}{${a}}`}.`,
          ],
        };
      },
      // Squares in place of roots, with degrees from the adjacency matrix.
      verify({ edges, i, j }, [between, own]) {
        const A = graph({ nodes: 5, edges }).adjacencyMatrix();
        const [a, b] = [i, j].map(node =>
          sum(A.row(node - 1).entries)
            .plus(1)
            .toNumber(),
        ) as [number, number];
        const value = evaluate(between, {});
        return value > 0 && isClose(value * value * a * b, 1) && own.times(a).equals(1);
      },
    }),

    level({
      says: 'the new feature of a node, with rational coefficients',
      par: 70,
      pick(rng) {
        const { own, others } = rng.pick(SQUARE_CLASSES);
        const degrees = [own, ...Array.from({ length: own - 1 }, () => rng.pick(others))];
        const x = degrees.map(d => Math.sqrt(own * d) * rng.nonzero(-2, 3));
        const isKind = x.every(value => Math.abs(value) < 31) && degrees.some(d => d !== own);
        if (!isKind) return undefined;
        const { key, average, rootless, others: neighbours, sources } = featureOf({ degrees, x });
        return areDifferent(key, average, rootless, neighbours, sources) ? { degrees, x, scene: rng.index(LARGE) } : undefined;
      },
      ask({ degrees, x, scene }) {
        const names = ['v', 'a', 'b', 'c', 'd'];
        const rows = degrees.map((d, i) => [math`${at(names, i)}`, math`${d - 1}`, math`${at(x, i)}`]);
        const roots = degrees.map(d => Math.sqrt(at(degrees, 0) * d));
        const { key, average, rootless, others, sources } = featureOf({ degrees, x });
        const products = roots.map((root, i) => [rational(1, root), at(x, i)]);
        return {
          statement: say`${at(LARGE, scene)} The table shows a node ${math`v`} with all its neighbours, and how many edges each node has in the whole graph, without self-loops. Apply ${RULE} once, where ${math`D`} holds the row sums of ${math`A + I`}. What is the new feature of ${math`v`}? ${table([word('node'), word('edges'), word('feature')], rows)}`,
          answers: [
            answer.number({
              label: say`New feature of ${math`v`}:`,
              key,
              mistakes: [
                mistake(average)`That is the plain average of ${AVERAGE}. Weigh with ${math`\frac{1}{\sqrt{d_i d_j}}`}.`,
                mistake(rootless)`Take the root of the product of the two degrees.`,
                mistake(others)`You left out the feature of ${math`v`} itself. The self-loop passes it on.`,
                mistake(sources)`You divided each feature by its own degree. The degree of ${math`v`} counts too.`,
                mistake(sum(x))`You added the features without weights.`,
              ],
            }),
          ],
          hints: [
            say`The new feature is the sum of ${math`\frac{x_j}{\sqrt{d_v d_j}}`} over ${math`v`} and its neighbours, with degrees that count the self-loop.`,
            say`Add 1 to each number of edges. Then all products ${math`d_v d_j`} are squares.`,
            say`With self-loops, ${math`d_v = ${at(degrees, 0)}`} and ${math`d_a = ${at(degrees, 1)}`}, so the weight of ${math`a`} is ${math`\frac{1}{${at(roots, 1)}}`}.`,
          ],
          solution: [
            say`With self-loops, the degrees are ${list(degrees)}.`,
            say`The roots of their products with ${math`d_v = ${at(degrees, 0)}`} are ${list(roots)}.`,
            say`${math`${productSum(products)} = ${key}`}.`,
          ],
        };
      },
      // In three steps, in doubles: divide by the root of each degree, add up, divide by the root of the node's own degree.
      verify({ degrees, x }, [key]) {
        const sent = x.map((value, i) => value / Math.sqrt(at(degrees, i)));
        return isClose(key.toNumber(), total(sent) / Math.sqrt(at(degrees, 0)));
      },
    }),

    level({
      says: 'a layer with ReLU on a star, and the average beside it',
      par: 100,
      pick(rng) {
        const [a, b] = [2 * rng.nonzero(-4, 4), 2 * rng.nonzero(-4, 4)];
        const count = rng.int(2, 5);
        const given = {
          hub: 8 * rng.nonzero(-2, 2),
          leaves: Array.from({ length: 7 }, (_, i) => (i < count ? a : b)),
          w: rng.nonzero(-2, 3),
        };
        const { centre, leaf, mean, bare } = layerOf(given);
        const clipped = [centre, leaf, mean].filter(z => z.sign() < 0).length;
        const isKind = a !== b && given.w !== 1 && clipped < 2 && centre.isInteger();
        return isKind && areDifferent(centre, leaf, mean, bare, 0) ? { ...given, scene: rng.index(STARS) } : undefined;
      },
      ask({ scene, ...given }) {
        const { hub, leaves, w } = given;
        const { centre, leaf, mean, bare, leafMean, leafBare, rootless, leafRootless } = layerOf(given);
        const leavesSum = total(leaves);
        return {
          statement: say`${at(STARS, scene)} The numbers in the picture are the features ${math`x`}. A layer gives ${math`\operatorname{ReLU}(w M x)`} with ${math`w = ${w}`} and ${RULE}, where ${math`D`} holds the row sums of ${math`A + I`}. Find its outputs at ${math`H`} and at leaf 1, and the output at ${math`H`} when ${AVERAGE} replaces ${math`M`}.`,
          figures: [figure.graph(STAR, { marked: ['H'], values: [hub, ...leaves] })],
          answers: [
            answer.number({
              label: say`${math`H`} with ${math`M`}:`,
              key: relu(centre),
              mistakes: [
                mistake(centre)`ReLU turns a negative number into 0.`,
                mistake(relu(mean))`That is the average of ${AVERAGE}. In ${math`M`}, both degrees weigh an edge.`,
                mistake(relu(bare))`You left out the feature of ${math`H`} itself. The self-loop passes it on.`,
                mistake(relu(rootless))`Take the root of the product of the two degrees.`,
                mistake(relu(centre.over(w)))`You left out the factor ${math`w`}.`,
              ],
            }),
            answer.number({
              label: say`Leaf 1 with ${math`M`}:`,
              key: relu(leaf),
              mistakes: [
                mistake(leaf)`ReLU turns a negative number into 0.`,
                mistake(relu(leafMean))`That is the average of ${AVERAGE}. In ${math`M`}, both degrees weigh an edge.`,
                mistake(relu(leafBare))`You left out the feature of the leaf itself. The self-loop passes it on.`,
                mistake(relu(leafRootless))`Take the root of the product of the two degrees.`,
              ],
            }),
            answer.number({
              label: say`${math`H`} with ${AVERAGE}:`,
              key: relu(mean),
              mistakes: [
                mistake(mean)`ReLU turns a negative number into 0.`,
                mistake(relu(centre))`That is the output with ${math`M`}. Here all eight weights are equal.`,
                mistake(relu(rational(w * leavesSum, 7)))`You averaged the leaves alone. The self-loop counts too.`,
                mistake(relu(mean.times(8)))`That is the sum. Divide it by the degree with its self-loop.`,
              ],
            }),
          ],
          hints: [
            say`${math`M`} weighs with ${math`\frac{1}{\sqrt{d_i d_j}}`}, and ${AVERAGE} with ${math`\frac{1}{d_i}`}. The degrees count the self-loop, and ${math`\operatorname{ReLU}(z) = \max(0, z)`}.`,
            say`Find the three weights: ${math`H`} to itself, a leaf to itself, and along an edge. Multiply by ${math`w`}, and apply ReLU last.`,
            say`With self-loops, ${math`H`} has degree 8 and a leaf degree 2.`,
          ],
          solution: [
            say`The degrees are 8 and 2. So ${math`M`} has the weights ${math`\frac{1}{8}`} and ${math`\frac{1}{2}`} for the nodes themselves, and ${math`\frac{1}{\sqrt{16}} = \frac{1}{4}`} along an edge. The leaves add up to ${leavesSum}, all eight nodes to ${hub + leavesSum}.`,
            say`${math`H`}: ${after(w, paired([rational(1, 8), rational(1, 4)], [hub, leavesSum]), centre)}.`,
            say`Leaf 1: ${after(w, paired([rational(1, 2), rational(1, 4)], [at(leaves, 0), hub]), leaf)}.`,
            say`${math`H`} with the average of all eight: ${after(w, paired([rational(1, 8)], [hub + leavesSum]), mean)}.`,
          ],
        };
      },
      // The whole matrices with eight rows, in doubles.
      verify({ hub, leaves, w }, keys) {
        const rows = withLoops(
          8,
          LEAVES.map(leaf => [1, leaf + 1]),
        );
        const [M, averages] = [normalised(rows), rows.map(entries => entries.map(value => value / total(entries)))];
        const out = (weights: number[] = []) =>
          Math.max(0, w * total([hub, ...leaves].map((value, j) => value * at(weights, j))));
        const outs = [out(M[0]), out(M[1]), out(averages[0])];
        return keys.every((key, n) => isClose(key.toNumber(), at(outs, n)));
      },
    }),

    level({
      says: 'what is left after many layers',
      par: 80,
      pick(rng) {
        const edges = drawEdges(rng, rng.int(4, 7));
        const degrees = degreesOf(edges);
        const [i = 1, j = 2] = rng.sample([1, 2, 3, 4, 5], 2);
        const isKind = at(degrees, i - 1) !== at(degrees, j - 1) && graph({ nodes: 5, edges }).isConnected();
        return isKind ? { edges, i, j, k: rng.int(1, 3), scene: rng.index(DEEP) } : undefined;
      },
      ask({ edges, i, j, k, scene }) {
        const degrees = degreesOf(edges);
        const [a, b] = [i, j].map(node => at(degrees, node - 1)) as [number, number];
        const all = total(degrees);
        const start = k * all;
        const limit = (factor: Rational | number, radicand = 1) => Surd.root(radicand).times(factor).toExpression();
        const [key, bare] = [limit(k, a * b), limit(rational(start, all - 5), (a - 1) * (b - 1))];
        const front = k === 1 ? '' : `${k} `;
        return {
          statement: say`${at(DEEP, scene)} At the start, node ${j} has the feature ${start}, all others have 0. Each layer multiplies the features by ${RULE}, where ${math`D`} holds the row sums of ${math`A + I`}. Which features do nodes ${i} and ${j} approach after many layers? Answer exactly. Roots may stay.`,
          figures: [figure.graph(graph({ nodes: 5, edges }), { marked: [j] })],
          answers: [
            answer.expression({
              label: say`Node ${i}:`,
              variables: [],
              key,
              mistakes: [
                mistake(limit(k * b))`That is the limit with ${AVERAGE}, the same at all nodes.`,
                mistake(limit(rational(start, 5)))`You shared equally. The limits go with the roots of the degrees.`,
                mistake(limit(k * a))`You shared by degree. The limits go with the roots of the degrees.`,
                mistake(bare)`You used the degrees in ${math`A`}. Add the self-loops first.`,
              ],
            }),
            answer.number({
              label: say`Node ${j}:`,
              key: k * b,
              mistakes: [
                mistake(rational(start, 5))`You shared equally. The limits go with the roots of the degrees.`,
                mistake(rational(start, b))`That is the feature after one layer. Go on to the limit.`,
                mistake(rational(start * (b - 1), all - 5))`You used the degrees in ${math`A`}. Add the self-loops first.`,
                mistake(0)`The features do not vanish: ${math`M`} has the eigenvalue 1.`,
              ],
            }),
          ],
          hints: [
            say`On a connected graph, ${math`M`} keeps the vector ${math`q`} with entries ${math`\sqrt{d_i}`}. All its other eigenvalues have a size below 1.`,
            say`So only the projection of the start ${math`x`} on ${math`q`} is left: ${math`\frac{q \cdot x}{q \cdot q} q`}. Here ${math`q \cdot q`} is the sum of all degrees with self-loops.`,
            say`With self-loops, the degrees are ${list(degrees)}.`,
          ],
          solution: [
            say`With self-loops, the degrees are ${list(degrees)}, so ${math`q \cdot q = ${all}`}.`,
            say`${math`q \cdot x = ${start} \sqrt{${b}}`}, so the limit is ${math`\frac{${start} \sqrt{${b}}}{${all}} q = ${front}\sqrt{${b}} \, q`}.`,
            say`Node ${i}: ${math`${front}\sqrt{${b}} \cdot \sqrt{${a}} = ${key}`}.`,
            say`Node ${j}: ${math`${front}\sqrt{${b}} \cdot \sqrt{${b}} = ${k * b}`}.`,
          ],
        };
      },
      // Many layers in doubles: M squared ten times is the step of 1024 layers.
      verify({ edges, i, j, k }, [far, near]) {
        const rows = withLoops(5, edges);
        let power = normalised(rows);
        for (let step = 0; step < 10; step++) power = squareOf(power);
        const start = k * total(rows.flat());
        const column = power.map(entries => start * at(entries, j - 1));
        return isClose(evaluate(far, {}), at(column, i - 1)) && isClose(near.toNumber(), at(column, j - 1));
      },
    }),
  ],
});

function drawEdges(rng: Rng, count: number): Edges {
  const pairs = [2, 3, 4, 5].flatMap(b => [1, 2, 3, 4].filter(a => a < b).map((a): [number, number] => [a, b]));
  return rng.sample(pairs, count);
}

/** Of five nodes, with self-loops. */
function degreesOf(edges: Edges): number[] {
  return [1, 2, 3, 4, 5].map(node => 1 + edges.filter(edge => edge.includes(node)).length);
}

function entry(i: number, j: number) {
  return math`M_{${i}, ${j}}`;
}

function overRoot(radicand: number): Expression {
  return Surd.root(rational(1, radicand)).toExpression();
}

function relu(z: Rational): Rational {
  return z.sign() < 0 ? ZERO : z;
}

function total(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}

/** Level 3: the new feature of the first node, with what goes wrong. Products with its degree are squares. */
function featureOf({ degrees, x }: { degrees: number[]; x: number[] }) {
  const own = at(degrees, 0);
  const weighted = (weight: (d: number) => number) => x.map((value, i) => rational(value, weight(at(degrees, i))));
  const terms = weighted(d => Math.sqrt(own * d));
  return {
    key: sum(terms),
    others: sum(terms.slice(1)),
    average: sum(weighted(() => own)),
    rootless: sum(weighted(d => own * d)),
    sources: sum(weighted(d => d)),
  };
}

/** Level 4: what goes into ReLU. */
function layerOf({ hub, leaves, w }: Star) {
  const all = total(leaves);
  const first = at(leaves, 0);
  return {
    centre: rational(w * (hub + 2 * all), 8),
    leaf: rational(w * (2 * first + hub), 4),
    mean: rational(w * (hub + all), 8),
    leafMean: rational(w * (first + hub), 2),
    bare: rational(w * all, 4),
    leafBare: rational(w * hub, 4),
    rootless: rational(w * (hub + 4 * all), 64),
    leafRootless: rational(w * (4 * first + hub), 16),
  };
}

/** The weighted sum, what w makes of it, and ReLU. */
function after(w: number, products: readonly (readonly [Rational, number])[], z: Rational) {
  const ending = z.sign() < 0 ? say`, and ReLU makes it 0` : '';
  return say`${math`${productSum(products)} = ${z.over(w)}`}, times ${w} is ${z}${ending}`;
}

/** A + I; nodes count from 1. */
function withLoops(n: number, edges: Edges): number[][] {
  const joined = (i: number, j: number) => edges.some(([a, b]) => (a === i && b === j) || (a === j && b === i));
  const nodes = Array.from({ length: n }, (_, i) => i + 1);
  return nodes.map(i => nodes.map(j => (i === j || joined(i, j) ? 1 : 0)));
}

function normalised(rows: number[][]): number[][] {
  const roots = rows.map(entries => Math.sqrt(total(entries)));
  return rows.map((entries, i) => entries.map((value, j) => value / (at(roots, i) * at(roots, j))));
}

function squareOf(rows: number[][]): number[][] {
  return rows.map(entries => rows.map((_, j) => entries.reduce((all, value, k) => all + value * at(at(rows, k), j), 0)));
}
