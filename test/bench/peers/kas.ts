// KAS, Khan Academy's grader: compares symbolically and at random points; it has no domains.
import { loadPeer, type Peer } from './peer.ts';
import { type Calls, type Notation, spell } from './spelling.ts';

interface Kas {
  parse(text: string): { readonly parsed: boolean; readonly expr: object };
  compare(a: object, b: object): { readonly equal: boolean };
}

const own = ['sin', 'cos', 'tan', 'sec', 'csc', 'cot', 'sinh', 'cosh', 'tanh', 'ln', 'sqrt', 'abs'] as const;
const inverse = { asin: 'arcsin', acos: 'arccos', atan: 'arctan' } as const;

const calls: Calls = {
  ...Object.fromEntries(own.map(name => [name, (x: string) => `${name}(${x})`])),
  ...Object.fromEntries(Object.entries(inverse).map(([name, theirs]) => [name, (x: string) => `${theirs}(${x})`])),
};

const notation: Notation = {
  calls,
  // It reads Greek names letter by letter; a capital stands for each.
  names: { lambda: 'L', beta: 'B', eta: 'H', mu: 'M' },
  quotient: (a, b) => `${a}/${b}`,
  power: (base, exponent) => `${base}^${exponent}`,
  root: (x, degree) => `${x}^(1/${degree})`,
};

export function kas(): Peer {
  const system: Kas = loadPeer('@khanacademy/kas');
  const read = (text: string): object => {
    const { parsed, expr } = system.parse(text);
    if (!parsed) throw new Error('unreadable');
    return expr;
  };
  return {
    name: 'KAS',
    prepare({ trees }) {
      const [left = '', right = ''] = trees.map(tree => spell(tree, notation));
      return () => system.compare(read(left), read(right)).equal;
    },
  };
}
