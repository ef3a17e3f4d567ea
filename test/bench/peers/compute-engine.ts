// CortexJS Compute Engine: proves that two expressions are the same for all values of their variables, under assumptions.
import { loadPeer, type Peer } from './peer.ts';
import { type Calls, type Notation, spell } from './spelling.ts';

interface Engine {
  parse(latex: string): Boxed;
  assume(fact: Boxed): unknown;
  pushScope(): void;
  popScope(): void;
}
interface Boxed {
  isIdenticallyEqual(other: Boxed): boolean | undefined;
}

const own = ['sin', 'cos', 'tan', 'sec', 'csc', 'cot', 'sinh', 'cosh', 'tanh', 'ln', 'exp'] as const;
const inverse = { asin: 'arcsin', acos: 'arccos', atan: 'arctan', asinh: 'arsinh', acosh: 'arcosh', atanh: 'artanh' } as const;

const calls: Calls = {
  ...Object.fromEntries(own.map(name => [name, (x: string) => `\\${name}(${x})`])),
  ...Object.fromEntries(Object.entries(inverse).map(([name, theirs]) => [name, (x: string) => `\\${theirs}(${x})`])),
  sqrt: x => `\\sqrt{${x}}`,
  abs: x => `\\left|${x}\\right|`,
  floor: x => `\\lfloor ${x}\\rfloor`,
  ceil: x => `\\lceil ${x}\\rceil`,
  max: (x, y) => `\\max(${x}, ${y})`,
  min: (x, y) => `\\min(${x}, ${y})`,
  factorial: x => `(${x})!`,
  binomial: (n, k) => `\\binom{${n}}{${k}}`,
};

const greek = ['pi', 'lambda', 'beta', 'eta', 'mu', 'theta'];

const notation: Notation = {
  calls,
  names: { ...Object.fromEntries(greek.map(name => [name, `\\${name}`])), e: '\\exponentialE', infinity: '\\infty' },
  quotient: (a, b) => `\\frac{${a}}{${b}}`,
  power: (base, exponent) => `${base}^{${exponent}}`,
  root: (x, degree) => `\\sqrt[${degree}]{${x}}`,
};

export function computeEngine(): Peer {
  const { ComputeEngine }: { readonly ComputeEngine: new () => Engine } = loadPeer('@cortex-js/compute-engine');
  const engine = new ComputeEngine();
  return {
    name: 'Compute Engine',
    prepare({ trees, domains }) {
      const [left = '', right = ''] = trees.map(tree => spell(tree, notation));
      const facts = Object.entries(domains).flatMap(([name, [low, high]]) => [
        ...(low ? [`${notation.names[name] ?? name}>${low}`] : []),
        ...(high ? [`${notation.names[name] ?? name}<${high}`] : []),
      ]);
      return () => {
        engine.pushScope();
        try {
          for (const fact of facts) engine.assume(engine.parse(fact));
          // Undefined where it can't tell, which a grader has to take as no.
          return engine.parse(left).isIdenticallyEqual(engine.parse(right)) === true;
        } finally {
          engine.popScope();
        }
      };
    },
  };
}
