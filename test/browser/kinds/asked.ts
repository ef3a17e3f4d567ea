// One small exercise for each kind of answer, and for each shape that a kind can take: what the tests of the inputs are asked.
import { answer, expr, finiteSet, generator, interval, level, Matrix, relation, say, tex, Vector } from '#kit';
import type { Answer } from '../../../src/exercise/answer.ts';
import type { Exercise } from '../../../src/exercise/generator.ts';
import { make } from '../../../src/make.ts';

const steps = [
  { id: 'loss', text: say`compute the loss ${expr`L`}` },
  { id: 'forward', text: say`run the forward pass` },
  { id: 'update', text: say`move the weights against the gradient` },
  { id: 'gradient', text: say`differentiate: ${tex('\\nabla L', 'the gradient of L')}` },
  { id: 'shuffle', text: say`shuffle the examples` },
];
const options = ['relu', 'sigmoid', 'tanh', 'step'].map(id => ({ id, text: say`the function ${tex(`\\text{${id}}`, id)}` }));
/** Formulas wider than a phone. */
const collections = [
  { id: 'odd', text: say`${tex('\\{1,2,3,4,5\\},\\;\\{6,7,8,9\\},\\;\\{10,11,12\\},\\;\\{13,14\\}', 'four blocks')}` },
  { id: 'even', text: say`${tex('\\{1,3,5,7,9,11,13\\},\\;\\{2,4,6,8,10,12,14\\},\\;\\{0\\}', 'three blocks')}` },
];

const x = ['x'];
const xy = ['x', 'y'];

/** By name: what the address says after its hash. */
const ASKED = {
  number: [answer.number({ key: '-7/4' })],
  lowest: [answer.number({ key: '12', lowest: true, label: say`${tex('n', 'n')} = ` })],
  real: [answer.real({ key: expr`ln(3)/2`, tolerance: '0.001', label: say`${tex('H(X)', 'H of X')} = ` })],
  expression: [answer.expression({ key: expr`(2*x+1)/(x^2+3)`, variables: x, label: say`${tex("f'(x)", 'f prime of x')} = ` })],
  variables: [answer.expression({ key: expr`x*y*z^2-sqrt(x)`, variables: ['x', 'y', 'z'] })],
  parameters: [answer.expression({ key: expr`w_1*x+theta*y-b*z`, variables: ['x', 'y', 'z', 'w_1', 'theta', 'b'] })],
  vector: [answer.vector({ key: Vector.of(3, '-1/2', 0) })],
  entries: [answer.vector({ key: Vector.of(1, -2, 3, '-4/5', 0, 16) })],
  gradient: [
    answer.vector({
      key: [expr`max(1, 2)*x`, expr`2*y`],
      variables: xy,
      label: say`${tex('\\nabla f', 'the gradient of f')} = `,
    }),
  ],
  direction: [answer.direction({ key: Vector.of(1, -1, 2, 0) })],
  matrix: [
    answer.matrix({
      key: Matrix.from([
        [1, -2],
        ['1/3', 0],
      ]),
    }),
  ],
  wide: [
    answer.matrix({
      key: Matrix.from([
        [1, -2, 10, 4],
        [0, 5, '-1/2', 1],
        [7, 0, 1, 12],
      ]),
    }),
  ],
  numbers: [answer.set({ key: finiteSet([2, 3, 5, '-1/2']) })],
  empty: [answer.set({ key: finiteSet([]), label: say`${tex('A \\cap B', 'A intersected with B')} = ` })],
  roots: [answer.set({ key: [expr`sqrt(2)`, expr`-sqrt(2)`] })],
  words: [answer.set({ key: finiteSet(['cat', 'dog']) })],
  pairs: [
    answer.set({
      key: finiteSet([
        [1, 2],
        [2, 1],
      ]),
    }),
  ],
  sets: [answer.set({ key: finiteSet([finiteSet([]), finiteSet([1]), finiteSet([1, 2])]) })],
  interval: [answer.interval({ key: interval('(', '-inf', -2, ']').union(interval('(', 3, 'inf', ')')) })],
  bounded: [answer.interval({ key: interval('[', '-1/2', 4, ')') })],
  surds: [answer.interval({ key: [['(', expr`-sqrt(2)`, expr`sqrt(2)`, ')']] })],
  equation: [answer.equation({ key: relation(expr`y`, '=', expr`2*x-3`), variables: xy })],
  inequality: [answer.equation({ key: relation(expr`3*x+2*y`, '≤', 12), variables: xy })],
  system: [
    answer.equation({ key: relation(expr`x+y+z`, '=', 1), variables: ['x', 'y', 'z'], label: say`first: ` }),
    answer.equation({ key: relation(expr`x-y`, '=', 0), variables: ['x', 'y', 'z'], label: say`second: ` }),
  ],
  choice: [answer.choice({ key: 'tanh', options })],
  several: [answer.several({ key: ['sigmoid', 'tanh'], options })],
  none: [answer.several({ key: [], options })],
  collections: [answer.several({ key: ['odd'], options: collections })],
  ordering: [answer.ordering({ key: ['shuffle', 'forward', 'loss', 'gradient', 'update'], options: steps })],
  mixed: [
    answer.choice({ key: 'relu', options: options.slice(0, 2), label: say`The activation` }),
    answer.number({ key: 4, label: say`${tex('a', 'a')} = ` }),
    answer.matrix({ key: Matrix.identity(2), label: say`${tex('J', 'J')} = ` }),
  ],
} as const satisfies Record<string, readonly Answer[]>;

export type Name = keyof typeof ASKED;

export const names = Object.keys(ASKED) as readonly Name[];

/** A statement as long as most, with a formula of its own line. */
const STATEMENT = say`The weights ${tex('w_1, w_2', 'w 1, w 2')} and the bias ${tex('b', 'b')} are given by
  ${{ ...tex('w = \\begin{pmatrix} 1 \\\\ -2 \\end{pmatrix}, \\quad b = \\tfrac{1}{2}.', 'w is the vector 1, minus 2, and b is one half.'), display: true }}
  Give the answer exactly.`;

const SOLUTION = [say`Write down what is asked for.`, say`Then it is there.`];

const kinds = generator({
  id: 'tests/answer-kinds',
  version: 1,
  title: 'Kinds of answers',
  bullet: 'Tests',
  why: 'Each input has to be seen and touched.',
  needs: [],
  levels: names.map(name =>
    level({
      says: name,
      par: 20,
      pick: rng => ({ drawn: rng.int(0, 1_000_000) }),
      ask: () => ({
        statement: STATEMENT,
        answers: ASKED[name],
        hints: [say`What is a weight?`, say`Look at the first line.`],
        solution: SOLUTION,
      }),
      verify: () => true,
    }),
  ),
});

export function exerciseOf(name: Name, seed = '0'): Exercise {
  return make(kinds, names.indexOf(name) + 1, seed);
}
