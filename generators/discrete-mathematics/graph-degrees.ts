// Degrees of nodes: read off a picture, from the handshake lemma, for named graphs, in directed graphs, and which lists can be degrees at all.
import {
  answer,
  completeBipartite,
  completeGraph,
  figure,
  generator,
  graph,
  isGraphicErdosGallai,
  isGraphicHavelHakimi,
  level,
  list,
  math,
  mistake,
  ONE,
  pathGraph,
  type Rng,
  rational,
  realize,
  say,
  sum,
  Vector,
  vector,
} from '#kit';

type Edge = [from: string, to: string];

export default generator({
  id: 'discrete-mathematics/graph-degrees',
  version: 1,
  title: 'Nodes, edges, degrees',
  bullet: 'Graph Theory',
  why: 'Molecules, citations and social ties are stored as graphs; degree and density are the first features of a node and of a graph.',
  needs: ['set-theory/cartesian-product'],
  levels: [
    level({
      says: 'a row of the adjacency matrix and the degree, from a picture',
      par: 25,
      pick(rng) {
        const n = rng.int(5, 6);
        const edges = rng.sample(pairs(n), rng.int(n, n + 3));
        const node = rng.pick(letters(n));
        const degree = edges.filter(edge => edge.includes(node)).length;
        return degree > 1 && degree < n - 1 ? { scene: rng.int(0, TIES.length - 1), n, edges, node } : undefined;
      },
      ask({ scene, n, edges, node }) {
        const G = graph({ nodes: letters(n), edges });
        const row = vector(G.nodes.map(other => (G.hasEdge(node, other) ? 1 : 0)));
        const [place, degree] = [G.nodes.indexOf(node), G.degree(node)];
        const withItself = vector(row.entries.map((entry, i) => (i === place ? 1 : entry)));
        return {
          statement: say`${TIES[scene] ?? TIES[0]} Give the row of node ${math`${node}`} in the adjacency matrix, with the nodes in alphabetical order, and the degree of ${math`${node}`}.`,
          figures: [figure.graph(G, { marked: [node] })],
          answers: [
            answer.vector({
              label: say`Row of ${math`${node}`}:`,
              key: row,
              mistakes: [
                mistake(row.map(entry => ONE.minus(entry)))`You swapped 0 and 1. A 1 stands where there is an edge.`,
                mistake(withItself)`You joined the node to itself. There are no loops here: its own entry is 0.`,
              ],
            }),
            answer.number({
              label: say`${math`\deg ${node} =`}`,
              key: degree,
              mistakes: [
                mistake(n - 1 - degree)`That is how many nodes it is not joined to. Count the edges at the node.`,
                mistake(degree + 1)`You counted the node itself. Count the edges that end in it.`,
                mistake(edges.length)`That is the number of all edges. Count those that end in the node.`,
              ],
            }),
          ],
          hints: [
            say`Entry ${math`(i, j)`} of the adjacency matrix is 1 where an edge joins nodes ${math`i`} and ${math`j`}, and 0 elsewhere. The degree counts the edges at a node.`,
            say`Go through the nodes in order and ask of each whether an edge joins it to ${math`${node}`}.`,
            say`The first neighbour is ${math`${G.neighbours(node)[0] ?? ''}`}.`,
          ],
          solution: [
            say`The neighbours of ${math`${node}`} are ${list(G.neighbours(node).map(other => math`${other}`))}.`,
            say`They give the ones of the row: ${math`(${list(row.entries)})`}. There are ${degree}, so ${math`\deg ${node} = ${degree}`}.`,
          ],
        };
      },
      // The matrix from the list of edges, times a unit vector; the degree as the edges that vanish with the node.
      verify({ n, edges, node }, [row, degree]) {
        const place = letters(n).indexOf(node);
        const column = graph({ nodes: letters(n), edges })
          .adjacencyMatrix()
          .apply(Vector.unit(n, place));
        const left = edges.filter(edge => !edge.includes(node)).length;
        return row.equals(column) && degree.equals(edges.length - left);
      },
    }),

    level({
      says: 'the missing degree (handshake lemma)',
      par: 25,
      pick(rng) {
        const n = rng.int(5, 7);
        const edges = rng.sample(pairs(n), rng.int(n, n + 4));
        const degrees = rng.shuffle(graph({ nodes: letters(n), edges }).degrees());
        const [missing = 0, ...known] = degrees;
        return missing > 0 && !known.includes(0)
          ? { scene: rng.int(0, SOCIETIES.length - 1), m: edges.length, known, n }
          : undefined;
      },
      ask({ scene, m, known, n }) {
        const { nodes, ties, counted } = SOCIETIES[scene] ?? SOCIETIES[0];
        const total = sum(known);
        return {
          statement: say`There are ${m} ${ties} among ${n} ${nodes}, at most one between any two. All ${nodes} but one have these numbers of ${ties}: ${list(known)}. How many ${ties} does the last ${counted} have?`,
          answers: [
            answer.number({
              key: rational(2 * m).minus(total),
              mistakes: [
                mistake(
                  rational(m).minus(total),
                )`You took the number of edges as the sum of the degrees. Each edge counts at both of its ends.`,
                mistake(
                  total.minus(m),
                )`You subtracted the number of edges from the known degrees. Each edge counts at both of its ends.`,
                mistake(2 * m)`That is the sum of all degrees. Subtract the known ones.`,
                mistake(m)`That is the number of all edges. Set up the sum of the degrees.`,
              ],
            }),
          ],
          hints: [
            say`Handshake lemma: with ${nodes} as nodes and ${math`m`} ${ties} as edges, the degrees add up to ${math`2m`}.`,
            say`Subtract the known degrees from ${math`2m`}.`,
            say`The sum of all degrees is ${math`2 \cdot ${m}`}.`,
          ],
          solution: [
            say`All degrees together: ${math`2 \cdot ${m} = ${2 * m}`}. The known ones: ${total}.`,
            say`The last one: ${math`${2 * m} - ${total} = ${rational(2 * m).minus(total)}`}.`,
          ],
        };
      },
      // Builds a graph with these degrees (Havel–Hakimi) and adds up its adjacency matrix.
      verify({ m, known }, [key]) {
        const built = realize([...known, key.toNumber()]);
        const ones = built?.adjacencyMatrix().apply(vector(built.nodes.map(() => 1)));
        return ones !== undefined && sum(ones.entries).equals(2 * m);
      },
    }),

    level({
      says: 'edges and density of graphs with a name',
      par: 60,
      pick(rng) {
        const kind = rng.pick(['bipartite', 'tree', 'regular', 'nearly'] as const);
        const n = rng.int(5, 12);
        if (kind === 'tree') return { kind, n, k: 0, scene: rng.int(0, TREES.length - 1) };
        if (kind === 'nearly') return { kind, n, k: rng.int(1, 4), scene: 0 };
        if (kind === 'bipartite') return { kind, n, k: rng.int(2, n - 2), scene: 0 };
        const k = rng.int(2, n - 2);
        return (n * k) % 2 === 0 ? { kind, n, k, scene: 0 } : undefined;
      },
      ask({ kind, n, k, scene }) {
        const possible = (n * (n - 1)) / 2;
        const { text, how, edges, line, wrong, says } = named(kind, n, k, scene);
        const density = rational(edges, possible);
        return {
          statement: say`${text} How many edges ${math`m`} does the graph have, and what is its density, the share of all pairs of nodes that are joined? Give the density as an exact fraction.`,
          answers: [
            answer.number({
              label: say`${math`m =`}`,
              key: edges,
              mistakes: [
                mistake(wrong)`${says}`,
                mistake(possible)`That is the number of all pairs of nodes. Not all of them are joined.`,
              ],
            }),
            answer.number({
              label: say`Density:`,
              key: density,
              mistakes: [
                mistake(density.over(2))`You divided by the number of ordered pairs. Each pair of nodes counts once here.`,
                mistake(
                  rational(edges, n * n),
                )`You divided by the number of all entries of the adjacency matrix. Divide by the pairs of nodes.`,
                mistake(rational(2 * edges, n))`That is the mean degree. Divide the edges by the pairs of nodes.`,
              ],
            }),
          ],
          hints: [
            say`The density of a graph with ${math`n`} nodes and ${math`m`} edges is ${math`\frac{2m}{n(n - 1)}`}.`,
            say`Find the number of edges first: ${how}. Then divide it by the number of pairs of nodes.`,
            say`There are ${math`\frac{${n} \cdot ${n - 1}}{2} = ${possible}`} pairs of nodes.`,
          ],
          solution: [
            say`${line}`,
            say`There are ${math`\frac{${n} \cdot ${n - 1}}{2} = ${possible}`} pairs, so the density is ${math`${edges} / ${possible} = ${density}`}.`,
          ],
        };
      },
      // Builds such a graph and goes through all pairs of its nodes.
      verify({ kind, n, k }, [edges, density]) {
        const G = build(kind, n, k);
        const joined = G?.nodes.flatMap((a, i) => G.nodes.slice(i + 1).map(b => G.hasEdge(a, b))) ?? [];
        const count = joined.filter(Boolean).length;
        return edges.equals(count) && density.times(joined.length).equals(count);
      },
    }),

    level({
      says: 'a directed graph: degrees and zeros of its matrix',
      par: 40,
      pick(rng) {
        const n = rng.int(5, 6);
        const edges = rng.sample(pairs(n), rng.int(n + 1, n + 4)).map(([a, b]): Edge => (rng.int(0, 1) === 1 ? [a, b] : [b, a]));
        const node = rng.pick(letters(n));
        const G = graph({ nodes: letters(n), edges, directed: true });
        const [out, into] = [G.outDegree(node), G.inDegree(node)];
        return out !== into && out + into > 2 ? { scene: rng.int(0, ARROWS.length - 1), n, edges, node } : undefined;
      },
      ask({ scene, n, edges, node }) {
        const G = graph({ nodes: letters(n), edges, directed: true });
        const [out, into, m] = [G.outDegree(node), G.inDegree(node), edges.length];
        const zeros = n * n - m;
        const from = G.neighbours(node).map(other => math`${`${other}`}`);
        const towards = G.nodes.filter(other => G.hasEdge(other, node)).map(other => math`${`${other}`}`);
        return {
          statement: say`${ARROWS[scene] ?? ARROWS[0]} Give the out-degree and the in-degree of ${math`${node}`}, and the number of zeros in the ${math`${n} \times ${n}`} adjacency matrix.`,
          figures: [figure.graph(G, { marked: [node] })],
          answers: [
            answer.number({
              label: say`Out-degree:`,
              key: out,
              mistakes: [mistake(out + into)`You counted all arrows at the node. Count those that leave it.`],
            }),
            answer.number({
              label: say`In-degree:`,
              key: into,
              mistakes: [mistake(out + into)`You counted all arrows at the node. Count those that arrive at it.`],
            }),
            answer.number({
              label: say`Zeros:`,
              key: zeros,
              mistakes: [
                mistake(n * n - 2 * m)`You counted each arrow in both directions. In a directed graph it gives a single 1.`,
                mistake(n * (n - 1) - m)`You left out the diagonal. Its entries are zeros too.`,
                mistake(m)`That is the number of ones. Subtract it from the number of all entries.`,
              ],
            }),
          ],
          jointMistakes: [
            {
              wrong: [rational(into), rational(out), rational(zeros)],
              says: say`The two degrees are swapped. Arrows that leave the node count for the out-degree.`,
            },
          ],
          hints: [
            say`The out-degree counts the arrows that leave a node, the in-degree those that arrive. Each arrow is one 1 in the adjacency matrix.`,
            say`Follow the arrows at ${math`${node}`}. For the zeros, subtract the number of arrows from the number of entries.`,
            say`The matrix has ${math`${n} \cdot ${n} = ${n * n}`} entries.`,
          ],
          solution: [
            say`${out > 0 ? say`Arrows from ${math`${node}`} lead to ${list(from)}` : say`No arrow leaves ${math`${node}`}`}: out-degree ${out}.`,
            say`${into > 0 ? say`Arrows to ${math`${node}`} come from ${list(towards)}` : say`No arrow arrives at ${math`${node}`}`}: in-degree ${into}.`,
            say`There are ${m} arrows, so ${math`${n * n} - ${m} = ${zeros}`} zeros.`,
          ],
        };
      },
      // The adjacency matrix: a row sum, a column sum, and its entries one by one.
      verify({ n, edges, node }, [out, into, zeros]) {
        const A = graph({ nodes: letters(n), edges, directed: true }).adjacencyMatrix();
        const place = letters(n).indexOf(node);
        const all = letters(n).flatMap((_, i) => A.row(i).entries);
        return (
          out.equals(sum(A.row(place).entries)) &&
          into.equals(sum(A.column(place).entries)) &&
          zeros.equals(all.filter(entry => entry.isZero()).length)
        );
      },
    }),

    level({
      says: 'which lists can be the degrees of a graph',
      par: 100,
      pick(rng) {
        const lists = Array.from({ length: 4 }, () => drawDegrees(rng));
        const graphic = lists.filter(isGraphicHavelHakimi).length;
        const tempting = lists.filter(degrees => isEven(degrees) && !isGraphicHavelHakimi(degrees)).length;
        const isMixed =
          new Set(lists.map(String)).size === 4 && graphic > 0 && tempting > 0 && lists.some(degrees => !isEven(degrees));
        return isMixed ? { lists } : undefined;
      },
      ask({ lists }) {
        const ids = ['a', 'b', 'c', 'd'];
        const where = (holds: (degrees: number[]) => boolean) => ids.filter((_, i) => holds(lists[i] ?? []));
        return {
          statement: say`Which of these lists can be the degrees of some simple graph, one without loops and double edges? Choose all that can.`,
          answers: [
            answer.several({
              key: where(isGraphicHavelHakimi),
              options: lists.map((degrees, i) => ({ id: ids[i] ?? '', text: say`${math`(${list(degrees)})`}` })),
              mistakes: [
                mistake(
                  where(isEven),
                )`An even sum is needed, but it is not enough. Try to build each graph, largest degree first.`,
                mistake(
                  where(degrees => !isGraphicHavelHakimi(degrees)),
                )`You chose the lists that no simple graph has as degrees.`,
                mistake(where(() => true))`You took all of them. Begin with the sums: degrees add up to an even number.`,
              ],
            }),
          ],
          hints: [
            say`Degrees add up to twice the number of edges, so their sum is even. That alone is not enough.`,
            say`Havel–Hakimi: strike out the largest degree ${math`d`}, subtract 1 from each of the next ${math`d`} largest, and repeat. Only zeros at the end mean yes; too few positive degrees mean no.`,
            say`Begin with the sums: ${list(lists.map(degrees => sum(degrees)))}.`,
          ],
          solution: lists.map(degrees =>
            isEven(degrees)
              ? say`${math`${steps(degrees)}`}: ${isGraphicHavelHakimi(degrees) ? 'yes' : 'no, too few nodes are left to join'}.`
              : say`${math`(${list(degrees)})`}: no, the sum ${sum(degrees)} is odd.`,
          ),
        };
      },
      // The inequalities of Erdős and Gallai.
      verify({ lists }, [key]) {
        const graphic = ['a', 'b', 'c', 'd'].filter((_, i) => isGraphicErdosGallai(lists[i] ?? []));
        return graphic.length === key.length && graphic.every(id => key.includes(id));
      },
    }),
  ],
});

function letters(n: number): string[] {
  return [...'ABCDEFG'].slice(0, n);
}

function pairs(n: number): Edge[] {
  return letters(n).flatMap((a, i) => letters(i).map((b): Edge => [b, a]));
}

type Kind = 'bipartite' | 'tree' | 'regular' | 'nearly';

/** In words, with its number of edges and the main wrong one. k is the size of one side, the degree, or the edges that are not there. */
function named(kind: Kind, n: number, k: number, scene: number) {
  const pairsOfAll = (n * (n - 1)) / 2;
  switch (kind) {
    case 'bipartite':
      return {
        text: say`The nodes are ${k} users and ${n - k} films. Each user has rated every film, and each rating is an edge.`,
        how: 'each user has one to every film',
        edges: k * (n - k),
        line: say`Each of ${k} users has ${n - k} edges: ${math`m = ${k} \cdot ${n - k} = ${k * (n - k)}`}.`,
        wrong: n,
        says: 'You added users and films. Each user is joined to every film: multiply.',
      };
    case 'tree':
      return {
        text: say`${TREES[scene] ?? TREES[0]} ${n} nodes, leaves and root included.`,
        how: 'each node but the root has one to its parent',
        edges: n - 1,
        line: say`A tree has one edge fewer than it has nodes: ${math`m = ${n} - 1 = ${n - 1}`}.`,
        wrong: n,
        says: 'That is the number of nodes. Each node but the root brings one edge.',
      };
    case 'regular':
      return {
        text: say`In a graph of ${n} sensors, each one is linked to exactly ${k} others.`,
        how: 'the degrees add up to twice that number',
        edges: (n * k) / 2,
        line: say`The degrees add up to ${math`${n} \cdot ${k} = ${n * k}`}, twice the edges: ${math`m = ${(n * k) / 2}`}.`,
        wrong: n * k,
        says: 'That is the sum of the degrees. Each edge counts twice in it.',
      };
    case 'nearly':
      return {
        text: say`In a graph of ${n} words, ${k === 1 ? 'all pairs but one' : say`all but ${k} pairs`} are joined.`,
        how: 'subtract the missing pairs from all pairs',
        edges: pairsOfAll - k,
        line: say`Of ${math`\frac{${n} \cdot ${n - 1}}{2} = ${pairsOfAll}`} pairs ${k} ${k === 1 ? 'is' : 'are'} missing: ${math`m = ${pairsOfAll - k}`}.`,
        wrong: n * (n - 1) - k,
        says: 'You counted ordered pairs. Each pair of nodes is one possible edge.',
      };
  }
}

function build(kind: Kind, n: number, k: number) {
  if (kind === 'bipartite') return completeBipartite(k, n - k);
  if (kind === 'tree') return pathGraph(n);
  if (kind === 'regular') return realize(Array.from({ length: n }, () => k));
  return graph({ nodes: n, edges: completeGraph(n).edges.slice(k) });
}

/** Five or six positive degrees, largest first: of a graph, or drawn one by one. */
function drawDegrees(rng: Rng): number[] {
  const n = rng.int(5, 6);
  const drawn = rng.ints(n, 1, n - 1);
  const real = graph({ nodes: letters(n), edges: rng.sample(pairs(n), rng.int(n, n + 3)) }).degrees();
  return (rng.int(0, 1) === 1 && !real.includes(0) ? real : drawn).sort((a, b) => b - a);
}

function isEven(degrees: readonly number[]): boolean {
  return degrees.reduce((total, degree) => total + degree, 0) % 2 === 0;
}

/** The lists of Havel and Hakimi's steps, until only zeros are left or too few positive degrees. */
function steps(degrees: readonly number[]) {
  let rest = [...degrees];
  let shown = math`(${list(rest)})`;
  for (
    let [first = 0] = rest;
    first > 0 && rest.slice(1, first + 1).filter(degree => degree > 0).length === first;
    first = rest[0] ?? 0
  ) {
    rest = rest
      .slice(1)
      .map((degree, i) => (i < first ? degree - 1 : degree))
      .sort((a, b) => b - a);
    shown = math`${shown} \to (${list(rest)})`;
  }
  return shown;
}

const TIES = [
  'The picture shows which people know each other.',
  'The picture shows which atoms of a molecule are bonded.',
  'The picture shows which pairs of different papers share an author.',
  'The picture shows which pairs of data points are close to each other.',
] as const;

const SOCIETIES = [
  { nodes: 'people', ties: 'friendships', counted: 'person' },
  { nodes: 'routers', ties: 'cables', counted: 'router' },
  { nodes: 'proteins', ties: 'bonds', counted: 'protein' },
  { nodes: 'words', ties: 'links', counted: 'word' },
] as const;

const TREES = ['A tree of topics has', 'A parse tree has', 'A tree of folders has', 'A binary search tree has'] as const;

const ARROWS = [
  'An arrow leads from a paper to one that it cites.',
  'An arrow leads from a page to one that it links to.',
  'An arrow leads from an account to one that it follows.',
] as const;
