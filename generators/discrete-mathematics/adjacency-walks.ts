// Walks counted by powers of the adjacency matrix: two and three steps, triangles, paths along arrows, what layers see.
import {
  answer,
  at,
  display,
  figure,
  finiteSet,
  generator,
  graph,
  hopDistances,
  level,
  list,
  Matrix,
  math,
  mistake,
  type Rng,
  say,
  signedSum,
  simplePaths,
  triangles,
  Vector,
  walks,
} from '#kit';

type Edge = [from: number, to: number];
type Edges = readonly (readonly [number, number])[];

const TIES = [
  'The picture shows which people know each other.',
  'The picture shows which atoms of a molecule are bonded.',
  'The picture shows which papers share an author.',
  'The picture shows which data points are close to each other.',
  'The picture shows which words occur together.',
];
const STORED = [
  'Five users are friends or not.',
  'Five stations are joined by tracks or not.',
  'Five proteins interact or not.',
  'Five images look alike or not.',
  'Five sensors hear each other or not.',
];
const FLOWS = [
  'An arrow leads from a value to one that is computed from it.',
  'An arrow leads from a task to one that needs its result.',
  'An arrow leads from a layer to one that takes its output.',
  'An arrow leads from a data set to one that is made from it.',
  'An arrow leads from a paper to a later one that builds on it.',
];
const NETS = [
  'A graph network runs on a molecule.',
  'A graph network runs on a road map.',
  'A graph network runs on a social graph.',
  'A graph network runs on a mesh.',
  'A graph network runs on a graph of papers.',
];

export default generator({
  id: 'discrete-mathematics/adjacency-walks',
  version: 1,
  title: 'Counting walks with powers of A',
  bullet: 'Graph Theory',
  why: 'A graph network with k layers sees the walks of k steps, and closed walks of three steps show how clustered a graph is.',
  needs: ['discrete-mathematics/graph-degrees', 'linear-algebra/matrix-product'],
  levels: [
    level({
      says: 'two entries of the square of A, from a picture',
      par: 30,
      pick(rng) {
        const edges = drawEdges(rng, 5, rng.int(6, 8));
        const [from = 1, to = 2, node = 3] = rng.sample(upTo(5), 3);
        const isKind = shared(edges, from, to).length > 0 && neighbours(edges, node).length > 1;
        return isKind ? { edges, from, to, node, scene: rng.index(TIES) } : undefined;
      },
      ask({ edges, from, to, node, scene }) {
        const [atFrom, atTo, own] = [neighbours(edges, from), neighbours(edges, to), neighbours(edges, node)];
        const both = shared(edges, from, to);
        const either = new Set([...atFrom, ...atTo]).size;
        const isEdge = atFrom.includes(to);
        return {
          statement: say`${at(TIES, scene)} Its adjacency matrix is ${math`A`}. Give the entries ${entry(2, from, to)} and ${entry(2, node, node)} of ${math`A^2`}.`,
          figures: [figure.graph(graph({ nodes: 5, edges }))],
          answers: [
            answer.number({
              label: entryLabel(2, from, to),
              key: both.length,
              mistakes: [
                mistake(isEdge ? 1 : 0)`That is the entry of ${math`A`}, squared. Take row times column.`,
                mistake(both.length + 1)`You counted a node that is not joined to both ${from} and ${to}.`,
                mistake(either)`You counted the nodes that are joined to at least one of the two. Both are needed.`,
                mistake(atFrom.length + atTo.length)`You added the degrees. Count the neighbours that the two share.`,
              ],
            }),
            answer.number({
              label: entryLabel(2, node, node),
              key: own.length,
              mistakes: [
                mistake(0)`A walk may go back along the edge that it came by. Count the ways out and back.`,
                mistake(2 * own.length)`Each neighbour gives one walk: out and back again. You counted it twice.`,
                mistake(4 - own.length)`You counted the nodes that ${node} is not joined to.`,
              ],
            }),
          ],
          hints: [
            say`${entry(2, 'i', 'j')} counts the walks of two steps from ${math`i`} to ${math`j`}.`,
            say`Such a walk goes over one node in the middle, which is joined to both ends. Count these nodes; the two ends may be the same.`,
            say`The neighbours of ${from} are ${list(atFrom)}.`,
          ],
          solution: [
            say`The neighbours of ${from} are ${list(atFrom)}, those of ${to} are ${list(atTo)}.`,
            say`They share ${list(both)}, so ${entry(2, from, to)} is ${both.length}.`,
            say`From ${node} out and back there is one walk for each of its neighbours ${list(own)}, so ${entry(2, node, node)} is ${own.length}.`,
          ],
        };
      },
      // The square of the matrix itself.
      verify({ edges, from, to, node }, [between, back]) {
        const square = graph({ nodes: 5, edges }).adjacencyMatrix().power(2);
        return between.equals(square.at(from - 1, to - 1)) && back.equals(square.at(node - 1, node - 1));
      },
    }),

    level({
      says: 'walks of three steps between two nodes',
      par: 60,
      pick(rng) {
        const edges = drawEdges(rng, 5, rng.int(5, 7));
        const [from = 1, to = 2] = rng.sample(upTo(5), 2);
        const count = at(walkRow(5, edges, from, 3), to - 1);
        return count > 1 && count < 10 ? { edges, from, to, scene: rng.index(TIES) } : undefined;
      },
      ask({ edges, from, to, scene }) {
        const row = (k: number) => walkRow(5, edges, from, k);
        const [one, two] = [row(1), row(2)];
        const [key, before] = [at(row(3), to - 1), neighbours(edges, to)];
        const simple = [...walks(graph({ nodes: 5, edges }), from, to, 3)].filter(walk => new Set(walk).size === 4).length;
        const upToThree = key + at(two, to - 1) + at(one, to - 1);
        return {
          statement: say`${at(TIES, scene)} How many walks of length 3 lead from ${from} to ${to}? A walk takes three edges here, one after another; nodes and edges may repeat.`,
          figures: [figure.graph(graph({ nodes: 5, edges }), { marked: [from, to] })],
          answers: [
            answer.number({
              label: say`Walks:`,
              key,
              mistakes: [
                mistake(simple)`You counted only walks that repeat no node. Nodes and edges may repeat.`,
                mistake(at(two, to - 1))`Those are the walks of two steps. Length 3 needs ${math`A^3`}.`,
                mistake(at(one, to - 1))`That is the entry of ${math`A`}, cubed. The power is one of the whole matrix.`,
                mistake(upToThree)`You counted shorter walks too. Each walk here has exactly three edges.`,
              ],
            }),
          ],
          hints: [
            say`With the adjacency matrix ${math`A`}, entry ${entry(3, 'i', 'j')} counts the walks of three steps from ${math`i`} to ${math`j`}.`,
            say`Find in how many ways two steps lead from ${from} to each node. The last step then comes from a neighbour of ${to}.`,
            say`The neighbours of ${to} are ${list(before)}.`,
          ],
          solution: [
            say`One step from ${from} leads to ${list(neighbours(edges, from))}, a second one from there to a neighbour. So two steps lead to the nodes 1 to 5 in so many ways: ${math`(${list(two)})`}, row ${from} of ${math`A^2`}.`,
            say`The last step comes from a neighbour of ${to}: ${list(before)}.`,
            say`Add the ways to ${before.length === 1 ? 'this one' : 'these'}: ${working(before.map(node => at(two, node - 1)))}.`,
          ],
        };
      },
      // Every walk, one by one.
      verify: ({ edges, from, to }, [key]) => key.equals([...walks(graph({ nodes: 5, edges }), from, to, 3)].length),
    }),

    level({
      says: 'closed walks and triangles, from the matrix',
      par: 75,
      pick(rng) {
        const edges = drawEdges(rng, 5, rng.int(6, 8));
        const closed = closedWalks(edges);
        const [node, count] = [rng.int(1, 5), total(closed) / 6];
        const own = at(closed, node - 1);
        const isKind = own > 0 && count > 1 && count < 6 && own !== 2 * count;
        return isKind ? { edges, node, scene: rng.index(STORED) } : undefined;
      },
      ask({ edges, node, scene }) {
        const closed = closedWalks(edges);
        const [own, count] = [at(closed, node - 1), total(closed) / 6];
        const near = neighbours(edges, node);
        const ties = edges.filter(([a, b]) => near.includes(a) && near.includes(b)).map(([a, b]) => math`(${a}, ${b})`);
        return {
          statement: say`${at(STORED, scene)} This is stored in the adjacency matrix ${math`A`} on the nodes 1 to 5. Give the entry ${entry(3, node, node)} of ${math`A^3`} and the number of triangles in the graph. ${display(math`A = ${graph({ nodes: 5, edges }).adjacencyMatrix()}`)}`,
          answers: [
            answer.number({
              label: entryLabel(3, node, node),
              key: own,
              mistakes: [
                mistake(own / 2)`Each triangle at ${node} is walked in two directions.`,
                mistake(near.length)`Those are the walks of two steps, out and back. Here they have three.`,
                mistake(0)`That is the entry of ${math`A`}, cubed. The power is one of the whole matrix.`,
                mistake(6 * count)`That is the trace of ${math`A^3`}. Only walks from ${node} count here.`,
              ],
            }),
            answer.number({
              label: say`Triangles:`,
              key: count,
              mistakes: [
                mistake(6 * count)`That is the trace of ${math`A^3`}. It counts each triangle six times.`,
                mistake(2 * count)`You divided the trace by 3. Each triangle is walked in two directions too.`,
                mistake(3 * count)`You divided the trace by 2. Each triangle is walked from three starts too.`,
                mistake(own / 2)`Those are the triangles at ${node} alone.`,
              ],
            }),
          ],
          hints: [
            say`${entry(3, node, node)} counts the walks of three steps from ${node} back to ${node}. Each one goes round a triangle.`,
            say`Two neighbours of ${node} that are joined make a triangle. The trace of ${math`A^3`} counts each triangle from three starts in two directions.`,
            say`Row ${node} of ${math`A`} tells the neighbours of ${node}: ${list(near)}.`,
          ],
          solution: [
            say`Edges between the neighbours of ${node}: ${list(ties)}. Each closes a triangle with two directions: ${entry(3, node, node)} is ${math`2 \cdot ${ties.length} = ${own}`}.`,
            say`In the same way the diagonal of ${math`A^3`} is ${math`(${list(closed)})`}, with the sum ${6 * count}.`,
            say`Each triangle is counted six times there: ${math`${6 * count} / 6 = ${count}`}.`,
          ],
        };
      },
      // All sets of three nodes that are joined pairwise.
      verify({ edges, node }, [own, count]) {
        const all = triangles(graph({ nodes: 5, edges }));
        return count.equals(all.length) && own.equals(2 * all.filter(three => three.includes(node)).length);
      },
    }),

    level({
      says: 'paths along arrows, all and those of one length',
      par: 90,
      pick(rng) {
        const [n, k] = [rng.int(6, 7), rng.int(3, 4)];
        const edges = drawArrows(rng, n);
        if (upTo(n - 1).some(node => !edges.some(([from]) => from === node))) return undefined;
        const [counts, ofLength] = [upTo(n).map(node => pathsTo(node, edges)), pathsOfLength(n, edges, k)];
        const all = at(counts, n - 1);
        return all > 4 && all < 13 && ofLength > 1 && ofLength < all ? { n, k, edges, scene: rng.index(FLOWS) } : undefined;
      },
      ask({ n, k, edges, scene }) {
        const counts = upTo(n).map(node => pathsTo(node, edges));
        const [all, last] = [at(counts, n - 1), into(edges, n)];
        const ofLength = (length: number) => pathsOfLength(n, edges, length);
        const [everywhere, atMost] = [total(counts), total(upTo(k).map(ofLength))];
        const before = upTo(n).map(node => pathsOfLength(node, edges, k - 1));
        return {
          statement: say`${at(FLOWS, scene)} All arrows go to larger numbers. In the adjacency matrix ${math`A`}, entry ${math`A_{i, j}`} is 1 where an arrow leads from ${math`i`} to ${math`j`}. How many paths lead from 1 to ${n}, and what is ${entry(k, 1, n)}?`,
          figures: [figure.graph(graph({ nodes: n, edges, directed: true }), { marked: [1, n] })],
          answers: [
            answer.number({
              label: say`Paths:`,
              key: all,
              mistakes: [
                mistake(last.length)`You counted the last arrows. Several paths may end with the same arrow.`,
                mistake(edges.length)`That is the number of arrows. Count the ways from 1 to ${n} along them.`,
                mistake(ofLength(k))`Those are the paths with ${k} arrows. Shorter and longer ones count too.`,
                mistake(everywhere)`You added up the counts of all nodes. Only the paths that end in ${n} count.`,
              ],
            }),
            answer.number({
              label: entryLabel(k, 1, n),
              key: ofLength(k),
              mistakes: [
                mistake(
                  ofLength(k - 1),
                )`That many paths have ${k} nodes. The power counts arrows: ${k} of them, so ${k + 1} nodes.`,
                mistake(ofLength(k + 1))`That many paths have ${k + 1} arrows, one too many.`,
                mistake(atMost)`You counted shorter paths too. Each one here has exactly ${k} arrows.`,
                mistake(all)`Those are paths of all lengths. The power counts those with exactly ${k} arrows.`,
              ],
            }),
          ],
          hints: [
            say`${entry(k, 'i', 'j')} counts the paths with ${k} arrows from ${math`i`} to ${math`j`}. Without cycles no path comes back to a node.`,
            say`Go through the nodes in order. The paths to a node are as many as those to all nodes right before it together. For the second part keep the lengths apart.`,
            say`One path leads to 1, the empty one. The arrows into ${n} come from ${list(last)}.`,
          ],
          solution: [
            say`Paths from 1 to the nodes 1 to ${n}: ${list(counts)}. Each number is the sum of those right before the node.`,
            say`For ${n} this is ${working(last.map(node => at(counts, node - 1)))}.`,
            say`With ${k - 1} arrows, from 1 to the same nodes: ${list(before)}. This is row 1 of ${math`A^${k - 1}`}.`,
            say`One more arrow into ${n} makes ${entry(k, 1, n)} equal to ${working(last.map(node => at(before, node - 1)))}.`,
          ],
        };
      },
      // Every path, one by one, by depth-first search.
      verify({ n, k, edges }, [all, ofLength]) {
        const paths = [...simplePaths(graph({ nodes: n, edges, directed: true }), 1, n)];
        return all.equals(paths.length) && ofLength.equals(paths.filter(path => path.length === k + 1).length);
      },
    }),

    level({
      says: 'what a node sees after some layers',
      par: 90,
      pick(rng) {
        const [n, k] = [7, rng.int(2, 3)];
        const edges = drawSparse(rng, n);
        const node = rng.int(1, n);
        const field = within(n, edges, node, k);
        if (field.length === n || field.length < 4) return undefined;
        const source = rng.pick(within(n, edges, node, k - 1).filter(each => each !== node));
        const isKind = messages(n, edges, node, source, k).key < 13;
        return isKind ? { n, k, edges, node, source, scene: rng.index(NETS) } : undefined;
      },
      ask({ n, k, edges, node, source, scene }) {
        const reach = (hops: number) => within(n, edges, node, hops);
        const [field, narrower] = [reach(k), reach(k - 1)];
        const { key, apart, once, fewer, states } = messages(n, edges, node, source, k);
        const near = neighbours(edges, node);
        const lettered = edges.map(([a, b]): [string, string] => [letterOf(a), letterOf(b)]);
        const ring = field.filter(each => !narrower.includes(each));
        const v = nameOf(node);
        return {
          statement: say`${at(NETS, scene)} In each layer, every node adds its neighbours’ numbers to its own, all at the same time. On which nodes’ first numbers does the number at ${v} depend after ${k} layers? And what is it then if ${nameOf(source)} starts with 1 and all others with 0?`,
          figures: [figure.graph(graph({ nodes: upTo(n).map(letterOf), edges: lettered }), { marked: [letterOf(node)] })],
          answers: [
            answer.set({
              label: say`Nodes:`,
              key: setOf(field),
              mistakes: [
                mistake(setOf(field.filter(each => each !== node)))`The own number of ${v} counts too: it is part of each sum.`,
                mistake(setOf(narrower))`You stopped one layer early. Each layer reaches one step further.`,
                mistake(setOf(reach(k + 1)))`You went one step too far. Each layer reaches one step further.`,
                mistake(setOf(ring))`You took those at exactly ${k} steps. The nearer ones count too.`,
              ],
            }),
            answer.number({
              label: say`Number at ${v}:`,
              key,
              mistakes: [
                mistake(apart)`You left out a node’s own number. Each layer keeps it and adds the neighbours.`,
                mistake(fewer)`That is the number after ${k - 1} layers. Go on with one more.`,
                mistake(once)`You counted each walk once. A shorter one can wait at a node in several ways.`,
                mistake(1)`A number arrives once for each way that it can take through the layers.`,
              ],
            }),
          ],
          hints: [
            say`One layer multiplies the numbers by ${math`M + I`}, with the adjacency matrix ${math`M`}. So ${k} layers multiply by ${math`(M + I)^${k}`}.`,
            say`Each layer reaches one step further, and the nodes nearby still count. For the number, work out all nodes layer by layer.`,
            say`After one layer, ${list(within(n, edges, source, 1).map(nameOf))} have the number 1, all others 0.`,
          ],
          solution: [
            say`Within ${k} steps of ${v} lie ${list(field.map(nameOf))}. The number at ${v} depends on these.`,
            ...states
              .slice(0, -1)
              .map((state, i) => say`After layer ${i + 1}, ${math`A`} to ${math`G`} have the numbers ${list(state)}.`),
            say`In the last layer, ${v} adds its own number and ${near.length > 1 ? 'those' : 'that'} of ${list(near.map(nameOf))}: ${working([node, ...near].map(each => at(at(states, k - 2), each - 1)))}.`,
          ],
        };
      },
      // Distances by breadth-first search; the number as the entry of a power of A + I.
      verify({ n, k, edges, node, source }, [nodes, number]) {
        const G = graph({ nodes: n, edges });
        const near = [...hopDistances(G, node)].filter(([, hops]) => hops <= k).map(([each]) => each);
        const powers = G.adjacencyMatrix().plus(Matrix.identity(n)).power(k);
        return nodes.equals(setOf(near.map(Number))) && number.equals(powers.apply(Vector.unit(n, source - 1)).at(node - 1));
      },
    }),
  ],
});

function letterOf(node: number): string {
  return 'ABCDEFG'.charAt(node - 1);
}

function nameOf(node: number) {
  return math`${letterOf(node)}`;
}

function setOf(nodes: readonly number[]) {
  return finiteSet(nodes.map(letterOf));
}

function entry(power: number, i: number | string, j: number | string) {
  return math`(A^${power})_{${`${i}`}, ${`${j}`}}`;
}

function entryLabel(power: number, i: number, j: number) {
  return say`${math`${entry(power, i, j)} =`}`;
}

function total(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function upTo(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i + 1);
}

/** As `1 + 2 + 4 = 7`; a single number stands alone. */
function working(values: readonly number[]) {
  return values.length === 1 ? math`${total(values)}` : math`${signedSum(values)} = ${total(values)}`;
}

function drawEdges(rng: Rng, n: number, count: number): Edge[] {
  const pairs = upTo(n).flatMap(b => upTo(b - 1).map((a): Edge => [a, b]));
  return rng.sample(pairs, count);
}

/** From 1 on, each node has one to three of the three before it as predecessors. */
function drawArrows(rng: Rng, n: number): Edge[] {
  const arrows = upTo(n).map(to => {
    const before = upTo(to - 1).slice(-3);
    const chosen = rng.sample(before, Math.min(before.length, rng.int(1, 3))).sort((a, b) => a - b);
    return chosen.map((from): Edge => [from, to]);
  });
  return arrows.flat();
}

/** A tree and one or two edges more, with shuffled numbers. */
function drawSparse(rng: Rng, n: number): Edge[] {
  const names = rng.shuffle(upTo(n));
  const joined = (a: number, b: number): Edge => [Math.min(at(names, a), at(names, b)), Math.max(at(names, a), at(names, b))];
  const tree = upTo(n - 1).map(i => joined(i, rng.int(Math.max(0, i - 2), i - 1)));
  const extra = drawEdges(rng, n, rng.int(1, 2)).filter(([a, b]) => !tree.some(([c, d]) => a === c && b === d));
  return [...tree, ...extra];
}

/** Ascending. */
function neighbours(edges: Edges, node: number): number[] {
  return edges.flatMap(([a, b]) => (a === node ? [b] : b === node ? [a] : [])).sort((a, b) => a - b);
}

function shared(edges: Edges, a: number, b: number): number[] {
  const others = neighbours(edges, b);
  return neighbours(edges, a).filter(node => others.includes(node));
}

/** The nodes from which an arrow leads to this one, ascending. */
function into(edges: Edges, node: number): number[] {
  return edges.filter(([, to]) => to === node).map(([from]) => from);
}

/** In how many ways 1 to k steps lead from the node to each one; where it keeps, a step may also stay. */
function walkRows(n: number, edges: Edges, from: number, k: number, keeps = false): number[][] {
  const near = upTo(n).map(node => [...neighbours(edges, node), ...(keeps ? [node] : [])]);
  let counts: number[] = upTo(n).map(node => (node === from ? 1 : 0));
  return upTo(k).map(() => {
    counts = near.map(nodes => total(nodes.map(node => at(counts, node - 1))));
    return counts;
  });
}

function walkRow(n: number, edges: Edges, from: number, k: number): number[] {
  return at(walkRows(n, edges, from, k), k - 1);
}

/** The diagonal of A³ for five nodes. */
function closedWalks(edges: Edges): number[] {
  return upTo(5).map(node => {
    const near = neighbours(edges, node);
    return 2 * edges.filter(([a, b]) => near.includes(a) && near.includes(b)).length;
  });
}

/** Paths from 1 to this node. */
function pathsTo(node: number, edges: Edges): number {
  return node === 1 ? 1 : total(into(edges, node).map(from => pathsTo(from, edges)));
}

/** Paths from 1 to this node with so many arrows. */
function pathsOfLength(node: number, edges: Edges, length: number): number {
  if (length === 0) return node === 1 ? 1 : 0;
  return total(into(edges, node).map(from => pathsOfLength(from, edges, length - 1)));
}

/** The nodes within k steps, ascending. */
function within(n: number, edges: Edges, node: number, k: number): number[] {
  const reached = at(walkRows(n, edges, node, k, true), k - 1);
  return upTo(n).filter(each => at(reached, each - 1) > 0);
}

/** What arrives at a node from a 1 at the source: as asked, without own numbers, each walk once, and after one layer fewer. */
function messages(n: number, edges: Edges, node: number, source: number, k: number) {
  const states = walkRows(n, edges, source, k, true);
  const ofLength = walkRows(n, edges, source, k).map(counts => at(counts, node - 1));
  const [fewer = 0, key = 0] = states.slice(k - 2).map(state => at(state, node - 1));
  return { states, key, fewer, apart: at(ofLength, k - 1), once: total(ofLength) };
}
