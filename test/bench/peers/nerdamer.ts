// nerdamer-prime: two expressions are the same where it says so, or where their difference simplifies to 0; it has no domains.
import { loadPeer, type Peer, reloadPeer } from './peer.ts';
import { type Calls, type Notation, spell } from './spelling.ts';

type Nerdamer = (text: string) => Tree;
interface Tree {
  subtract(other: Tree): Tree;
  simplify(): Tree;
  eq(other: Tree | number): boolean;
}

const own = ['sqrt', 'sin', 'cos', 'tan', 'cot', 'sec', 'csc', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh'] as const;
const more = ['asinh', 'acosh', 'atanh', 'abs', 'sign', 'floor', 'ceil', 'factorial'] as const;

const calls: Calls = {
  ...Object.fromEntries([...own, ...more].map(name => [name, (x: string) => `${name}(${x})`])),
  ln: x => `log(${x})`,
  max: (x, y) => `max(${x}, ${y})`,
  min: (x, y) => `min(${x}, ${y})`,
};

const notation: Notation = {
  calls,
  names: { infinity: 'Infinity' },
  quotient: (a, b) => `${a}/${b}`,
  power: (base, exponent) => `${base}^${exponent}`,
  root: (x, degree) => `${x}^(1/${degree})`,
};

const PACKAGE = 'nerdamer-prime/all';

export function nerdamer(): Peer {
  let read: Nerdamer = loadPeer(PACKAGE);
  return {
    name: 'nerdamer-prime',
    restart() {
      read = reloadPeer(PACKAGE);
    },
    prepare({ trees }) {
      const [left = '', right = ''] = trees.map(tree => spell(tree, notation));
      return () => {
        const [a, b] = [read(left), read(right)];
        return a.eq(b) || a.subtract(b).simplify().eq(0);
      };
    },
  };
}
