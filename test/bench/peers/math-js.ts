// mathjs, which has no comparison of expressions: both are evaluated at 24 seeded points, as its users do.
import { createRng } from '../../../src/exercise/rng.ts';
import { variablesIn } from '../../../src/math/expression/substitute.ts';
import type { Question } from '../questions.ts';
import { loadPeer, type Peer } from './peer.ts';
import { type Calls, type Notation, spell } from './spelling.ts';

interface MathJs {
  create(all: object, settings: object): { parse(text: string): { compile(): Compiled } };
  readonly all: object;
}
interface Compiled {
  evaluate(scope: Readonly<Record<string, number>>): unknown;
}
type Point = Readonly<Record<string, number>>;

const POINTS = 24;
const TOLERANCE = 1e-9;

const own = ['sqrt', 'exp', 'sin', 'cos', 'tan', 'cot', 'sec', 'csc', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh'] as const;
const more = ['asinh', 'acosh', 'atanh', 'abs', 'sign', 'floor', 'ceil', 'factorial'] as const;

const calls: Calls = {
  ...Object.fromEntries([...own, ...more].map(name => [name, (x: string) => `${name}(${x})`])),
  ln: x => `log(${x})`,
  max: (x, y) => `max(${x}, ${y})`,
  min: (x, y) => `min(${x}, ${y})`,
  binomial: (n, k) => `combinations(${n}, ${k})`,
};

const notation: Notation = {
  calls,
  names: { infinity: 'Infinity' },
  quotient: (a, b) => `${a}/${b}`,
  power: (base, exponent) => `${base}^${exponent}`,
  root: (x, degree) => `nthRoot(${x}, ${degree})`,
};

export function mathJs(): Peer {
  const { create, all }: MathJs = loadPeer('mathjs');
  // Real numbers only: NaN instead of complex values outside a function's domain.
  const system = create(all, { predictable: true });
  return {
    name: 'mathjs at 24 points',
    prepare(question) {
      const [left = '', right = ''] = question.trees.map(tree => spell(tree, notation));
      const points = pointsOf(question);
      const isCounting = question.integers.size > 0;
      return () => agree(system.parse(left).compile(), system.parse(right).compile(), points, isCounting);
    },
  };
}

/** The same at each point where one of them has a value, and there is such a point; factorials may lack a value here and there. */
function agree(left: Compiled, right: Compiled, points: readonly Point[], isCounting: boolean): boolean {
  let seen = 0;
  for (const point of points) {
    const [a, b] = [valueAt(left, point), valueAt(right, point)];
    const defined = [a, b].filter(Number.isFinite).length;
    if (defined === 0 || (defined === 1 && isCounting)) continue;
    if (defined === 1) return false;
    // A floor for sums that cancel; without it far more right answers are refused.
    if (!(Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b)) + 1e-13)) return false;
    seen++;
  }
  return seen > 0;
}

function valueAt(tree: Compiled, point: Point): number {
  try {
    return Number(tree.evaluate(point));
  } catch {
    return Number.NaN;
  }
}

function pointsOf({ trees, domains, integers }: Question): Point[] {
  const names = variablesIn(trees);
  const rng = createRng('bench');
  const between = (low: number, high: number) => low + ((high - low) * rng.int(1, 999_999)) / 1_000_000;
  const draw = (name: string) => {
    const [low, high] = (domains[name] ?? [null, null]).map(end => end?.toNumber());
    if (integers.has(name)) return rng.int(0, 9);
    return between(low ?? (high ?? 1) - 5, high ?? (low ?? -1) + 5);
  };
  return Array.from({ length: POINTS }, () => Object.fromEntries(names.map(name => [name, draw(name)])));
}
