// The types package of seedrandom declares only its root; this is the one generator that we use.
declare module 'seedrandom/lib/alea' {
  export default function alea(seed: string): () => number;
}
