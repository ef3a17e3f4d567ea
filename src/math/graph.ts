// Simple graphs, directed or not: no loops, no edge twice.
import { Matrix } from './matrix.ts';
import type { Printable } from './printable.ts';
import { elementTeX } from './set-element.ts';

/** A number or a word such as `A`. */
export type Node = number | string;
export type Edge = readonly [Node, Node];

export interface GraphData {
  /** A number n stands for the nodes 1 to n. */
  readonly nodes: number | readonly Node[];
  readonly edges: readonly Edge[];
  readonly directed?: boolean;
}

export class Graph implements Printable {
  readonly nodes: readonly Node[];
  /** As given; in a directed graph from the first node to the second. */
  readonly edges: readonly Edge[];
  readonly directed: boolean;
  readonly #out: ReadonlyMap<Node, ReadonlySet<Node>>;
  readonly #in: ReadonlyMap<Node, ReadonlySet<Node>>;

  private constructor(nodes: readonly Node[], edges: readonly Edge[], directed: boolean) {
    this.nodes = nodes;
    this.edges = edges;
    this.directed = directed;
    this.#out = adjacency(nodes, directed ? edges : [...edges, ...edges.map(reversed)]);
    this.#in = directed ? adjacency(nodes, edges.map(reversed)) : this.#out;
  }

  /** Throws on a loop, an edge or node listed twice, and an unknown node. */
  static from({ nodes, edges, directed = false }: GraphData): Graph {
    const named = typeof nodes === 'number' ? numbered(nodes) : nodes;
    if (new Set(named).size < named.length) throw new RangeError('a node is listed twice');
    const seen = new Map(named.map(node => [node, new Set<Node>()]));
    for (const [from, to] of edges) {
      const [targets, sources] = [seen.get(from), seen.get(to)];
      if (!targets || !sources) throw new RangeError(`edge ${from}–${to} outside the nodes`);
      if (from === to) throw new RangeError(`a loop at ${from}`);
      if (targets.has(to) || (!directed && sources.has(from))) throw new RangeError(`edge ${from}–${to} is listed twice`);
      targets.add(to);
    }
    return new Graph(named, edges, directed);
  }

  hasEdge(from: Node, to: Node): boolean {
    return this.#targets(from).has(to);
  }

  /** Nodes that an edge leads to, in the order of the nodes. Throws on an unknown node, as do the degrees. */
  neighbours(node: Node): readonly Node[] {
    const targets = this.#targets(node);
    return this.nodes.filter(other => targets.has(other));
  }

  /** The number of edges at the node; in a directed graph those in and out. */
  degree(node: Node): number {
    return this.directed ? this.inDegree(node) + this.outDegree(node) : this.outDegree(node);
  }

  outDegree(node: Node): number {
    return this.#targets(node).size;
  }

  inDegree(node: Node): number {
    this.#targets(node);
    return this.#in.get(node)?.size ?? 0;
  }

  /** In the order of the nodes. */
  degrees(): number[] {
    return this.nodes.map(node => this.degree(node));
  }

  /** Entry (i, j) is 1 where an edge leads from node i to node j. Throws without nodes. */
  adjacencyMatrix(): Matrix {
    const n = this.nodes.length;
    return Matrix.build(n, n, (i, j) => (this.#out.get(this.nodes[i] ?? '')?.has(this.nodes[j] ?? '') ? 1 : 0));
  }

  /** The same nodes and the same edges, in any order. */
  equals(other: Graph): boolean {
    const sameKind = this.directed === other.directed && this.edges.length === other.edges.length;
    const sameNodes = this.nodes.length === other.nodes.length && this.nodes.every(node => other.#out.has(node));
    return sameKind && sameNodes && this.edges.every(([from, to]) => other.hasEdge(from, to));
  }

  /** Along edges in both directions. */
  components(): Node[][] {
    const found = new Set<Node>();
    return this.nodes.flatMap(node => (found.has(node) ? [] : [this.#reach(node, found)]));
  }

  /** Without regard to directions; a graph without nodes is not connected. */
  isConnected(): boolean {
    return this.components().length === 1;
  }

  /** Connected and without a cycle, without regard to directions. */
  isTree(): boolean {
    return this.edges.length === this.nodes.length - 1 && this.isConnected();
  }

  toTeX(): string {
    const edges = this.edges.map(edge => this.#edgeText(edge, nodeTeX, '\\'));
    return `\\left(${braced(this.nodes.map(nodeTeX))}, ${braced(edges)}\\right)`;
  }

  /** The pair of the set of nodes and the set of edges. */
  toString(): string {
    return `({${this.nodes.join(', ')}}, {${this.edges.map(edge => this.#edgeText(edge, String, '')).join(', ')}})`;
  }

  toSpeech(): string {
    const edges = this.edges.map(([from, to]) => `${from} ${this.directed ? 'to' : 'and'} ${to}`);
    const kind = this.directed ? 'the directed graph' : 'the graph';
    return `${kind} with nodes ${this.nodes.join(', ')} and ${edges.length > 0 ? `edges ${edges.join(', ')}` : 'no edges'}`;
  }

  toJSON(): GraphData {
    return { nodes: this.nodes, edges: this.edges, directed: this.directed };
  }

  #targets(node: Node): ReadonlySet<Node> {
    const targets = this.#out.get(node);
    if (!targets) throw new RangeError(`no node ${node}`);
    return targets;
  }

  /** Depth first; what is reached is added to `found`. */
  #reach(start: Node, found: Set<Node>): Node[] {
    const reached: Node[] = [];
    const open = [start];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (found.has(node)) continue;
      found.add(node);
      reached.push(node);
      open.push(...(this.#out.get(node) ?? []), ...(this.#in.get(node) ?? []));
    }
    return this.nodes.filter(node => reached.includes(node));
  }

  #edgeText([from, to]: Edge, write: (node: Node) => string, brace: string): string {
    const inner = `${write(from)}, ${write(to)}`;
    return this.directed ? `(${inner})` : `${brace}{${inner}${brace}}`;
  }
}

/** `graph({ nodes: 3, edges: [[1, 2]] })`. Throws on a loop, an edge or node listed twice, and an unknown node. */
export function graph(data: GraphData): Graph {
  return Graph.from(data);
}

function numbered(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i + 1);
}

function adjacency(nodes: readonly Node[], edges: readonly Edge[]): Map<Node, Set<Node>> {
  const targets = new Map(nodes.map(node => [node, new Set<Node>()]));
  for (const [from, to] of edges) targets.get(from)?.add(to);
  return targets;
}

function reversed([from, to]: Edge): Edge {
  return [to, from];
}

function nodeTeX(node: Node): string {
  return typeof node === 'number' ? `${node}` : elementTeX(node);
}

function braced(parts: readonly string[]): string {
  return `\\{${parts.join(', ')}\\}`;
}
