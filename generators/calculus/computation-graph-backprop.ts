// Reverse-mode differentiation on a small computation graph: values forward, slopes backward, contributions of several paths added.
import {
  answer,
  areDifferent,
  at,
  type Dual,
  display,
  dualGradient,
  type Formula,
  figure,
  generator,
  isNear,
  level,
  list,
  math,
  mistake,
  numericSlope,
  ONE,
  paired,
  productSumWorked,
  type Rational,
  type Rng,
  rational,
  row,
  say,
  signed,
  sum,
  sure,
  type Text,
  tex,
  type Vector,
  vector,
  ZERO,
} from '#kit';

type Op = '+' | '-' | '×' | 'square' | 'shift' | 'max' | 'ReLU' | 'exp' | 'ln';
/** One operation on earlier nodes; `by` is what a shift adds. */
type Step = { name: string; op: Op; of: string[]; by: number };
/** The inputs with their values, and the steps in the order of computation; the last one is the output. */
type Program = { inputs: string[]; steps: Step[] };
type Tape = Program & { start: number[] };
type Given = Tape & { scene: number };
type Values = ReadonlyMap<string, Rational>;
/** How slopes are taken on the way back: `slopes` in place of the right ones for this operation, `merge` in place of the sum. */
type Habit = { op?: Op; slopes?: Slopes; merge?: (parts: readonly Rational[]) => Rational; isOuterLost?: boolean };
type Slopes = (a: Rational, b: Rational) => readonly Rational[];

/** What the output is called and what it is. */
const SCENES = [
  { letter: 'f', says: say`An autodiff library has recorded how a program computes ${math`f`}.` },
  { letter: 'L', says: say`A loss ${math`L`} is computed step by step.` },
  { letter: 's', says: say`A model computes its score ${math`s`} in these steps.` },
  { letter: 'J', says: say`Training is to lower the objective ${math`J`}.` },
  { letter: 'R', says: say`A simulator computes a reward ${math`R`}.` },
];

const step = (name: string, op: Op, ...of: string[]): Step => ({ name, op, of, by: 0 });

const TWO_STEPS = [
  [step('u', '+', 'a', 'b'), step('f', '×', 'u', 'c')],
  [step('u', '-', 'a', 'b'), step('f', '×', 'u', 'c')],
  [step('u', '×', 'a', 'b'), step('f', '×', 'u', 'c')],
  [step('u', '×', 'a', 'b'), step('f', '-', 'c', 'u')],
];
const THREE_STEPS = [
  [step('u', '×', 'a', 'b'), step('v', '+', 'u', 'c'), step('f', 'square', 'v')],
  [step('u', '×', 'a', 'b'), step('v', '-', 'u', 'c'), step('f', 'square', 'v')],
  [step('u', '×', 'a', 'b'), step('v', '-', 'c', 'u'), step('f', 'square', 'v')],
  [step('u', '+', 'a', 'b'), step('v', 'square', 'u'), step('f', '×', 'v', 'c')],
  [step('u', '-', 'a', 'b'), step('v', 'square', 'u'), step('f', '×', 'v', 'c')],
  [step('u', 'square', 'a'), step('v', '-', 'u', 'b'), step('f', '×', 'v', 'c')],
];
const TWICE = [
  [step('u', '×', 'x', 'y'), step('v', '+', 'u', 'x'), step('f', 'square', 'v')],
  [step('u', '×', 'x', 'y'), step('v', '-', 'u', 'y'), step('f', 'square', 'v')],
  [step('u', '+', 'x', 'y'), step('v', '×', 'u', 'x'), step('f', 'square', 'v')],
  [step('u', '-', 'x', 'y'), step('v', 'square', 'u'), step('f', '×', 'v', 'x')],
  [step('u', 'square', 'x'), step('v', '-', 'u', 'y'), step('f', '×', 'v', 'x')],
  [step('u', '×', 'x', 'y'), step('v', 'square', 'u'), step('f', '+', 'v', 'x')],
];
/** A shift is drawn so that it brings its input to 0, where exp is friendly. */
const BENT = [
  [step('u', '×', 'x', 'y'), step('v', '+', 'u', 'x'), step('f', 'ln', 'v')],
  [step('u', 'square', 'x'), step('v', '+', 'u', 'y'), step('f', 'ln', 'v')],
  [step('u', '×', 'x', 'y'), step('v', 'shift', 'u'), step('w', 'exp', 'v'), step('f', '×', 'w', 'x')],
  [step('u', 'square', 'x'), step('v', 'shift', 'u'), step('w', 'exp', 'v'), step('f', '×', 'w', 'y')],
  [step('u', '×', 'x', 'y'), step('v', 'ReLU', 'u'), step('w', 'square', 'y'), step('f', '+', 'v', 'w')],
  [step('u', '-', 'x', 'y'), step('v', 'ReLU', 'u'), step('w', 'square', 'x'), step('f', '+', 'v', 'w')],
  [step('u', '×', 'x', 'y'), step('v', 'max', 'x', 'y'), step('f', '×', 'u', 'v')],
  [step('u', '+', 'x', 'y'), step('v', 'max', 'u', 'x'), step('f', '×', 'v', 'y')],
];
/** The node u feeds two others. */
const FOUR_STEPS = [
  [step('u', '×', 'a', 'b'), step('v', '+', 'u', 'c'), step('w', '×', 'u', 'c'), step('f', '+', 'v', 'w')],
  [step('u', '-', 'a', 'b'), step('v', '×', 'u', 'c'), step('w', 'square', 'u'), step('f', '+', 'v', 'w')],
  [step('u', '+', 'a', 'b'), step('v', '×', 'u', 'c'), step('w', 'square', 'u'), step('f', '-', 'w', 'v')],
  [step('u', '×', 'a', 'b'), step('v', '-', 'u', 'c'), step('w', 'square', 'v'), step('f', '+', 'w', 'u')],
  [step('u', '+', 'a', 'b'), step('v', '×', 'b', 'c'), step('w', '×', 'u', 'v'), step('f', '-', 'w', 'u')],
  [step('u', '-', 'a', 'b'), step('v', '+', 'u', 'c'), step('w', '×', 'v', 'c'), step('f', '×', 'w', 'u')],
];

/** Wrong slopes of an operation on `from`, and what to say to them. Those of ReLU are wrong on one side only. */
const HABITS: { op: Op; slopes: Slopes; says: (use: Formula, from: Formula) => Text }[] = [
  { op: 'ReLU', slopes: () => [ONE], says: (use, from) => say`${from} is negative here, so ${use} passes nothing back.` },
  { op: 'ReLU', slopes: () => [ZERO], says: (use, from) => say`${from} is positive here, so ${use} passes its slope back.` },
  { op: 'max', slopes: () => [ONE, ONE], says: use => say`${use} passes its slope back to the larger of the two only.` },
  { op: 'max', slopes: (a, b) => lesser(a, b), says: use => say`${use} passes its slope back to the larger of the two.` },
  { op: 'exp', slopes: () => [ZERO], says: use => say`The slope of ${use} is ${use} itself, and ${math`e^0 = 1`}.` },
  { op: 'ln', slopes: a => [a], says: (use, from) => say`The slope of ${use} in ${from} is one over ${from}.` },
  { op: 'square', slopes: a => [a.times(a)], says: (use, from) => say`The slope of ${use} in ${from} is ${math`2 ${from}`}.` },
  { op: '×', slopes: (a, b) => [a, b], says: () => say`The slope of a product in one factor is the other factor.` },
  { op: '-', slopes: () => [ONE, ONE], says: use => say`In ${use} the slope in what is taken away is ${-1}.` },
];

/** Each operation as a computer does it. */
const PROGRAMS: Record<Op, (a: number, b: number, by: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '×': (a, b) => a * b,
  square: a => a * a,
  shift: (a, _, by) => a + by,
  max: (a, b) => Math.max(a, b),
  ReLU: a => Math.max(0, a),
  exp: Math.exp,
  ln: Math.log,
};

export default generator({
  id: 'calculus/computation-graph-backprop',
  version: 1,
  title: 'Backpropagation on a computation graph',
  bullet: 'Chain Rule',
  why: 'This is how autodiff works: it walks the graph backwards, and where a value is used twice the slopes add.',
  needs: ['calculus/chain-rule', 'calculus/partial-derivatives'],
  levels: [
    level({
      says: 'two operations, three slopes',
      par: 35,
      pick: rng => draw(rng, TWO_STEPS, ['a', 'b', 'c'], 6),
      ask: askGradient,
      verify: provesGradient,
    }),

    level({
      says: 'three operations with a square',
      par: 50,
      pick: rng => draw(rng, THREE_STEPS, ['a', 'b', 'c'], 4),
      ask: askGradient,
      verify: provesGradient,
    }),

    level({
      says: 'an input that is used twice',
      par: 50,
      pick: rng => draw(rng, TWICE, ['x', 'y'], 5),
      ask: askTwoSlopes,
      verify: (given, [x, y]: readonly [Rational, Rational]) => provesGradient(given, [vector([x, y])]),
    }),

    level({
      says: 'with max, ReLU, an exponential or a logarithm',
      par: 60,
      pick(rng) {
        const given = draw(rng, BENT, ['x', 'y'], 5);
        const isLog = given?.steps.some(({ op }) => op === 'ln');
        return given && isLog && valueAt(valuesOf(given), 'v').compare(2) < 0 ? undefined : given;
      },
      ask: askTwoSlopes,
      // Difference quotients of the whole program in floating point, one input at a time.
      verify(given, [x, y]: readonly [Rational, Rational]) {
        const [first, second] = [at(given.start, 0), at(given.start, 1)];
        const inX = numericSlope(t => run(given, [t, second]), first);
        const inY = numericSlope(t => run(given, [first, t]), second);
        return isNear(x.toNumber(), inX) && isNear(y.toNumber(), inY);
      },
    }),

    level({
      says: 'four operations: an inner node and all inputs',
      par: 90,
      pick: rng => draw(rng, FOUR_STEPS, ['a', 'b', 'c'], 4),
      ask(given) {
        const { tape, name, slopes, wrongs, words } = backward(given);
        return {
          ...words,
          statement: say`${at(SCENES, given.scene).says} Find the slope ${partial(name, 'u')} in the inner node ${math`u`} (along all paths) and the gradient ${gradientName(name, tape)} at ${place(tape)}. ${program(tape)}`,
          answers: [
            answer.number({
              label: say`${math`${partial(name, 'u')} =`}`,
              key: valueAt(slopes, 'u'),
              mistakes: wrongs.map(wrong => mistake(valueAt(wrong.slopes, 'u'))`${wrong.says}`),
            }),
            answer.vector({
              label: say`${math`\nabla ${letter(name)} =`}`,
              key: gradientOf(tape, slopes),
              mistakes: wrongs.map(wrong => mistake(gradientOf(tape, wrong.slopes))`${wrong.says}`),
            }),
          ],
        };
      },
      // Forward mode; for the inner node the graph is cut there, so that u becomes an input of its own.
      verify(given, [atNode, gradient]) {
        const u = sure(valuesOf(given).get('u'));
        const cut = { inputs: ['u', ...given.inputs], steps: given.steps.filter(({ name }) => name !== 'u') };
        const [inner] = dualGradient((...inputs) => runDual(cut, inputs), [u, ...given.start]);
        return sure(inner).equals(atNode) && provesGradient(given, [gradient]);
      },
    }),
  ],
});

/** Numbers and a graph of this list for which no slope is 0 or large, and no habit leads to the key. */
function draw(rng: Rng, shapes: readonly Step[][], inputs: string[], size: number): Given | undefined {
  const start = inputs.map(() => rng.nonzero(-size, size));
  const shape = rng.pick(shapes);
  if (!areDifferent(...start.map(Math.abs))) return undefined;
  const steps = shape.map(each => (each.op === 'shift' ? { ...each, by: levelling(shape, inputs, start) } : each));
  const tape = { inputs, start, steps };
  return isUsable(tape) ? { ...tape, scene: rng.index(SCENES) } : undefined;
}

/** What brings the node u, the first step, to 0. */
function levelling(shape: Step[], inputs: string[], start: number[]): number {
  return -valueAt(valuesOf({ inputs, start, steps: shape.slice(0, 2) }), 'u').toNumber();
}

function isUsable(tape: Tape): boolean {
  const has = (op: Op) => tape.steps.some(step => step.op === op);
  const isBent = has('max') || has('ReLU');
  const values = valuesOf(tape);
  const inner = [...values.values()];
  if (inner.some(value => value.isZero()) && !has('exp') && !has('ReLU')) return false;
  const key = gradientOf(tape, arrivals(tape, values).slopes);
  const isLarge = [...inner, ...key.entries].some(value => value.abs().compare(150) > 0);
  if (isLarge || key.entries.some(entry => entry.isZero() && !isBent)) return false;
  const wrongs = habitsOf(tape).map(({ habit }) => gradientOf(tape, arrivals(tape, values, habit).slopes));
  return wrongs.filter(wrong => !wrong.equals(key)).length >= (isBent ? 2 : wrongs.length);
}

/** The values of the inputs and of all nodes but the last: the output itself is not needed, and ln would make it irrational. */
function valuesOf({ inputs, start, steps }: Tape): Values {
  const exact = start.map(x => rational(x));
  return through({ inputs, steps: steps.slice(0, -1) }, exact, ({ op, by }, a, b) => forward(op, by, a, b));
}

/** All nodes, with what `apply` makes of the first and the last argument of each step. */
function through<T>({ inputs, steps }: Program, start: readonly T[], apply: (use: Step, a: T, b: T) => T) {
  const nodes = new Map(paired(inputs, start));
  for (const use of steps) nodes.set(use.name, apply(use, ...ends(nodes, use.of)));
  return nodes;
}

/** What is known of the first and the last argument; the same twice where there is one. */
function ends<T>(known: ReadonlyMap<string, T>, of: readonly string[]): [T, T] {
  return [sure(known.get(at(of, 0))), sure(known.get(at(of, of.length - 1)))];
}

function forward(op: Op, by: number, a: Rational, b: Rational): Rational {
  if (op === '+') return a.plus(b);
  if (op === '-') return a.minus(b);
  if (op === '×' || op === 'square') return a.times(b);
  if (op === 'shift') return a.plus(by);
  if (op === 'max') return a.compare(b) > 0 ? a : b;
  if (op === 'ReLU') return a.sign() > 0 ? a : ZERO;
  return sure(op === 'exp' && a.isZero() ? ONE : undefined);
}

/** The slopes of an operation in its arguments. */
function localSlopes(op: Op, a: Rational, b: Rational): readonly Rational[] {
  if (op === '-') return [ONE, ONE.negated()];
  if (op === '×') return [b, a];
  if (op === 'square') return [a.times(2)];
  if (op === 'max') return lesser(b, a);
  if (op === 'ReLU') return [a.sign() > 0 ? ONE : ZERO];
  return op === 'ln' ? [ONE.over(a)] : [ONE, ONE];
}

/** For each node its slope and what comes back to it: pairs of a later node's slope and the slope of its operation, first step first. */
function arrivals(tape: Tape, values: Values, { op, slopes, isOuterLost, merge = sum }: Habit = {}) {
  const pairs = new Map<string, (readonly [Rational, Rational])[]>(backwardOrder(tape).map(node => [node, []]));
  const found = new Map<string, Rational>();
  const settle = (node: string) => {
    const coming = sure(pairs.get(node)).map(([later, own]) => later.times(own));
    found.set(node, coming.length > 0 ? merge(coming) : ONE);
    return valueAt(found, node);
  };
  for (const use of tape.steps.toReversed()) {
    const isLost = isOuterLost && found.size === 0;
    const later = settle(use.name);
    const local = use.op === op && slopes ? slopes(...ends(values, use.of)) : localSlopes(use.op, ...ends(values, use.of));
    for (const [j, from] of use.of.entries())
      sure(pairs.get(from)).unshift([later, isLost && !tape.inputs.includes(from) ? ONE : at(local, j)]);
  }
  tape.inputs.forEach(settle);
  return { slopes: found, pairs };
}

/** From the end to the inputs. */
function backwardOrder({ inputs, steps }: Tape): string[] {
  return [...steps.map(({ name }) => name).reverse(), ...inputs];
}

function letter(name: string): Formula {
  return tex(name, name);
}

/** A value or a slope of a node. */
function valueAt(values: Values, node: string): Rational {
  return sure(values.get(node));
}

function lesser(a: Rational, b: Rational): readonly Rational[] {
  return a.compare(b) > 0 ? [ZERO, ONE] : [ONE, ZERO];
}

function gradientOf({ inputs }: Tape, slopes: Values): Vector {
  return vector(inputs.map(input => valueAt(slopes, input)));
}

/** What people do in place of the right thing, as far as this graph has an occasion for it. */
function habitsOf(tape: Tape): { habit: Habit; says: () => Text }[] {
  const twice = usedTwice(tape);
  const says = () => say`Used twice: ${list(twice.map(letter))}. Add what comes back along both paths.`;
  const single = [
    { habit: { merge: (parts: readonly Rational[]) => at(parts, 0) }, says },
    { habit: { merge: (parts: readonly Rational[]) => at(parts, parts.length - 1) }, says },
  ];
  const local = HABITS.flatMap(({ op, slopes, says }) => {
    const use = tape.steps.find(each => each.op === op);
    return use ? [{ habit: { op, slopes }, says: () => says(written(use), letter(at(use.of, 0))) }] : [];
  });
  return twice.length > 0 ? [...single, ...local] : local;
}

function usedTwice(tape: Tape): string[] {
  const used = tape.steps.flatMap(({ of }) => of);
  return backwardOrder(tape).filter(node => used.filter(name => name === node).length > 1);
}

/** The output under the scene's name, the slopes, the wrong ones with their sentences, and the words that all levels share. */
function backward(given: Given) {
  const name = at(SCENES, given.scene).letter;
  const inner = given.steps.slice(0, -1);
  const outer = { ...at(given.steps, inner.length), name };
  const tape = { inputs: given.inputs, start: given.start, steps: [...inner, outer] };
  const values = valuesOf(tape);
  const { slopes, pairs } = arrivals(tape, values);
  const wrongs = habitsOf(tape).map(({ habit, says }) => ({ slopes: arrivals(tape, values, habit).slopes, says: says() }));
  const says = say`Begin at the end: ${math`${letter(name)} = ${written(outer)}`} passes back a slope of its own, not just 1.`;
  const known = list(inner.map(({ name: node }) => math`${letter(node)} = ${valueAt(values, node)}`));
  const adding = usedTwice(tape).length > 0 ? ' Where a value is used twice, the contributions add.' : '';
  const back = backwardOrder(tape).slice(1);
  return {
    tape,
    name,
    slopes,
    wrongs: [...wrongs, { slopes: arrivals(tape, values, { isOuterLost: true }).slopes, says }],
    words: {
      figures: [drawing(tape)],
      hints: [
        say`Every node passes its slope back to its inputs, times the slope of its own operation.${adding}`,
        say`First find all values from left to right. Then start at the end with the slope 1 and go back node by node.`,
        say`Forward you find ${known}.`,
      ],
      solution: [say`Forward: ${known}.`, ...back.map(node => backLine(tape, node, sure(pairs.get(node))))],
    },
  };
}

/** One node on the way back, with its numbers. */
function backLine(tape: Tape, node: string, pairs: readonly (readonly [Rational, Rational])[]): Text {
  const output = at(tape.steps, tape.steps.length - 1);
  const slope = partial(output.name, node);
  if (pairs.length > 1)
    return say`${letter(node)} is used twice. Its two contributions add up to ${slope}: ${productSumWorked(pairs)}.`;
  const user = sure(tape.steps.find(({ of }) => of.includes(node)));
  if (user !== output)
    return say`Through ${math`${letter(user.name)} = ${written(user)}`}: ${math`${slope} = ${productSumWorked(pairs)}`}.`;
  const value = at(at(pairs, 0), 1);
  return say`From ${math`${letter(output.name)} = ${written(output)}`}: ${math`${slope} = ${symbol(output, node)}${value}`}.`;
}

/** The slope of the last step in letters, with an equals sign, where it is no plain number. */
function symbol({ op, of }: Step, node: string): Formula | string {
  if (op === '×') return math`${at(of, 0) === node ? at(of, 1) : at(of, 0)} = `;
  if (op === 'square') return math`2 ${node} = `;
  return op === 'ln' ? math`1 / ${node} = ` : '';
}

function written({ op, of, by }: Step): Formula {
  const [a, b] = [letter(at(of, 0)), letter(at(of, of.length - 1))];
  if (op === '+') return math`${a} + ${b}`;
  if (op === '-') return math`${a} - ${b}`;
  if (op === '×') return math`${a} ${b}`;
  if (op === 'square') return math`${a}^2`;
  if (op === 'shift') return math`${a} ${signed(by)}`;
  if (op === 'max') return math`\max(${a}, ${b})`;
  if (op === 'ReLU') return math`\max(0, ${a})`;
  return op === 'exp' ? tex(`e^{${at(of, 0)}}`, `e to the power ${at(of, 0)}`) : math`\ln(${a})`;
}

/** The steps, on two lines where they are wide. */
function program({ steps }: Program): Text {
  const line = (some: readonly Step[]) =>
    display(some.map(each => math`${letter(each.name)} = ${written(each)}`).reduce((left, next) => math`${left},\quad ${next}`));
  const isWide = steps.length > 3 || steps.some(({ op }) => op === 'max');
  return isWide ? say`${line(steps.slice(0, 2))} ${line(steps.slice(2))}` : say`${line(steps)}`;
}

function partial(of: string, node: string): Formula {
  return tex(`\\frac{\\partial ${of}}{\\partial ${node}}`, `partial ${of} by ${node}`);
}

function gradientName(name: string, { inputs }: Tape): Formula {
  return math`\nabla ${letter(name)} = ${row(inputs.map(input => partial(name, input)))}`;
}

function place({ inputs, start }: Tape): Formula {
  return list(paired(inputs, start).map(([input, value]) => math`${letter(input)} = ${value}`));
}

function drawing({ inputs, start, steps }: Tape) {
  const operations = steps.map(use => ({ name: use.name, op: signOf(use), inputs: use.of }));
  return figure.computation([...paired(inputs, start).map(([name, value]) => ({ name, value })), ...operations]);
}

function signOf({ op, of, by }: Step): string {
  if (op === 'shift') return by < 0 ? `−${-by}` : `+${by}`;
  return op === 'square' ? `${at(of, 0)}^2` : op.replace('-', '−');
}

function askGradient(given: Given) {
  const { tape, name, slopes, wrongs, words } = backward(given);
  return {
    ...words,
    statement: say`${at(SCENES, given.scene).says} Find the gradient ${gradientName(name, tape)} at ${place(tape)}. ${program(tape)}`,
    answers: [
      answer.vector({
        label: say`${math`\nabla ${letter(name)} =`}`,
        key: gradientOf(tape, slopes),
        mistakes: wrongs.map(wrong => mistake(gradientOf(tape, wrong.slopes))`${wrong.says}`),
      }),
    ],
  };
}

function askTwoSlopes(given: Given) {
  const { tape, name, slopes, wrongs, words } = backward(given);
  const exact = tape.steps.some(({ op }) => op === 'ln') ? ' Give exact values.' : '';
  const part = (input: string) =>
    answer.number({
      label: say`${math`${partial(name, input)} =`}`,
      key: valueAt(slopes, input),
      mistakes: wrongs.map(wrong => mistake(valueAt(wrong.slopes, input))`${wrong.says}`),
    });
  return {
    ...words,
    statement: say`${at(SCENES, given.scene).says} Find its slopes in the inputs ${math`x`} and ${math`y`} at ${place(tape)}.${exact} ${program(tape)}`,
    answers: [part('x'), part('y')] as const,
    jointMistakes: [{ wrong: [valueAt(slopes, 'y'), valueAt(slopes, 'x')] as const, says: say`The two slopes are swapped.` }],
  };
}

/** Forward mode: dual numbers, one input at a time. */
function provesGradient(given: Given, [gradient]: readonly [Vector]): boolean {
  return vector(dualGradient((...inputs) => runDual(given, inputs), given.start)).equals(gradient);
}

function runDual(program: Program, start: readonly Dual[]): Dual {
  const nodes = through(program, start, ({ op }, a, b) => {
    if (op === '+' || op === '-') return op === '+' ? a.plus(b) : a.minus(b);
    return op === '×' ? a.times(b) : a.power(2);
  });
  return sure(nodes.get('f'));
}

/** The program as it stands, in floating point. */
function run(program: Program, start: readonly number[]): number {
  return sure(through(program, start, ({ op, by }, a, b) => PROGRAMS[op](a, b, by)).get('f'));
}
