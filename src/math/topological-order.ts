// Orders of the nodes of a directed graph in which every edge leads forward.
import type { Graph, Node } from './graph.ts';

/** Whether the list holds every node once and every edge leads forward in it. */
export function isTopologicalOrder(g: Graph, order: readonly Node[]): boolean {
  const places = new Map(order.map((node, i) => [node, i]));
  const isComplete = order.length === g.nodes.length && g.nodes.every(node => places.has(node));
  return isComplete && g.edges.every(([from, to]) => (places.get(from) ?? 0) < (places.get(to) ?? 0));
}

/** The first one where earlier nodes are preferred (Kahn 1962); undefined where there is a cycle. */
export function topologicalOrder(g: Graph): Node[] | undefined {
  const order: Node[] = [];
  while (order.length < g.nodes.length) {
    const [next] = readyNodes(g, order);
    if (next === undefined) return undefined;
    order.push(next);
  }
  return order;
}

/** The nodes that are not done and whose predecessors all are, in the order of the nodes. */
export function readyNodes(g: Graph, done: readonly Node[]): Node[] {
  const blocked = new Set(g.edges.filter(([from]) => !done.includes(from)).map(([, to]) => to));
  return g.nodes.filter(node => !done.includes(node) && !blocked.has(node));
}

/** All of them, one by one; none where there is a cycle. */
export function* topologicalOrders(g: Graph, done: readonly Node[] = []): Generator<Node[]> {
  if (done.length === g.nodes.length) yield [...done];
  for (const node of readyNodes(g, done)) yield* topologicalOrders(g, [...done, node]);
}

/** How many there are, over sets of done nodes: 2^n steps at most. */
export function topologicalOrderCount(g: Graph): bigint {
  let counts = new Map([['', { done: [] as readonly Node[], ways: 1n }]]);
  for (let k = 0; k < g.nodes.length; k++) {
    const next: typeof counts = new Map();
    for (const { done, ways } of counts.values()) {
      for (const node of readyNodes(g, done)) {
        const set = g.nodes.filter(other => other === node || done.includes(other));
        const key = set.map(other => g.nodes.indexOf(other)).join();
        next.set(key, { done: set, ways: ways + (next.get(key)?.ways ?? 0n) });
      }
    }
    counts = next;
  }
  return [...counts.values()].reduce((total, { ways }) => total + ways, 0n);
}

/** Rounds in which all that is ready is done at once; undefined where there is a cycle. Their number is the nodes on a longest path. */
export function parallelRounds(g: Graph): Node[][] | undefined {
  const rounds: Node[][] = [];
  while (rounds.flat().length < g.nodes.length) {
    const round = readyNodes(g, rounds.flat());
    if (round.length === 0) return undefined;
    rounds.push(round);
  }
  return rounds;
}

/** The number of paths from one node to another in a graph without cycles, by dynamic programming. Throws where there is a cycle. */
export function pathCount(g: Graph, from: Node, to: Node): bigint {
  const order = topologicalOrder(g);
  if (order === undefined) throw new RangeError('a cycle');
  const counts = new Map<Node, bigint>([[from, 1n]]);
  for (const node of order) {
    for (const next of g.neighbours(node)) counts.set(next, (counts.get(next) ?? 0n) + (counts.get(node) ?? 0n));
  }
  return counts.get(to) ?? 0n;
}
