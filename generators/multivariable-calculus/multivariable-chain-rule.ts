// The chain rule with several paths: along a curve, from tables, in two inputs, and for a weight that is used again and again.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  combination,
  Dual,
  display,
  dualGradient,
  type Formula,
  figure,
  generator,
  level,
  list,
  math,
  mistake,
  Polynomial,
  paired,
  polynomial,
  probes,
  productSum,
  productSumWorked,
  type Rational,
  type Rng,
  rational,
  row,
  say,
  signed,
  type Text,
  table,
  tex,
} from '#kit';

/** Coefficient and exponents of one term in two variables. */
type Terms = number[][];
type Curve = { f: Terms; x: number[]; y: number[]; t: number };
/** Rows of x, y, x′, y′ at t = 1, 2, 3, the slopes of f at the three points, and the order in which the points are listed. */
type Tables = { rows: number[][]; slopes: number[][]; order: number[]; t: number };
type Surface = { f: Terms; x: Terms; y: Terms; s: number; t: number };
type Shared = { w: number; x: number; c: number; y: number };
type Recurrence = { w: number; start: number; x: number[]; y: number };

/** What the outer variable is called and what it is. */
const PATHS = [
  { letter: 'z', says: say`A hiker walks over a hill; at the place ${math`(x, y)`} its height is ${math`z`}.` },
  { letter: 'L', says: say`Two weights ${math`x`} and ${math`y`} of a loss ${math`L`} change with the time ${math`t`}.` },
  { letter: 'T', says: say`A sensor moves through a room; at the place ${math`(x, y)`} the temperature is ${math`T`}.` },
  { letter: 'E', says: say`The energy ${math`E`} of a robot arm depends on two moving joints ${math`x`} and ${math`y`}.` },
];
const LAYERS = [
  { letter: 'z', says: say`Two inputs ${math`s`} and ${math`t`} are turned into ${math`x`} and ${math`y`} first.` },
  { letter: 'L', says: say`A layer makes two features ${math`x`} and ${math`y`}, and a loss ${math`L`} follows.` },
  { letter: 'E', says: say`A model computes ${math`E`} from two hidden values ${math`x`} and ${math`y`}.` },
  {
    letter: 'r',
    says: say`A reward ${math`r`} depends on two settings ${math`s`} and ${math`t`} through ${math`x`} and ${math`y`}.`,
  },
];
const TIED = [
  say`Two layers of a network share one weight ${math`w`}.`,
  say`The same weight ${math`w`} is used twice.`,
  say`An encoder and a decoder are tied: both multiply by ${math`w`}.`,
  say`A block with the weight ${math`w`} is applied twice.`,
];
const NETWORKS = [
  say`A recurrent network with one weight ${math`w`} reads three values.`,
  say`A linear filter with memory runs for three steps.`,
  say`A state is carried through three time steps with the weight ${math`w`}.`,
  say`Backpropagation through time goes back over three steps.`,
];

/** Pairs of exponents, one a term: of f in x and y, and of x and y in s and t. */
const OUTER = ['2011', '1102', '2002', '21', '12', '1110', '2001'];
const INNER = ['11', '1001', '2001', '1002', '1110', '1101'];

export default generator({
  id: 'multivariable-calculus/multivariable-chain-rule',
  version: 1,
  title: 'Chain rule with several paths, shared weights',
  bullet: 'Functions of Several Variables',
  why: 'A weight that is used at several places, as in recurrent networks and tied layers, collects one contribution for each path.',
  needs: ['multivariable-calculus/gradient-vector', 'calculus/chain-rule', 'calculus/computation-graph-backprop'],
  levels: [
    level({
      says: 'along a curve',
      par: 50,
      pick(rng) {
        const straight = () => [rng.nonzero(-4, 4), rng.nonzero(-3, 3)];
        const inner = () => (rng.int(0, 1) === 0 ? straight() : [...straight(), rng.sign()]);
        const given = { f: drawTerms(rng, OUTER, 3), x: inner(), y: inner(), t: rng.nonzero(-2, 3) };
        const { here, chain } = alongCurve(given);
        return Math.max(...here.map(Math.abs)) <= 6 && isClear(chain) ? { ...given, scene: rng.index(PATHS) } : undefined;
      },
      ask(given) {
        const { f, t, scene } = given;
        const { letter, says } = at(PATHS, scene);
        const { x, y, here, chain } = alongCurve(given);
        const asked = tex(`\\frac{d${letter}}{dt}`, `d ${letter} by d t`);
        return {
          statement: say`${says} Find ${asked} at ${math`t = ${t}`}. ${display(math`${letter} = ${written(f, 'x', 'y')}`)} ${display(math`x = ${x.toExpression('t')}`)} ${display(math`y = ${y.toExpression('t')}`)}`,
          figures: [twoPaths(letter, ['t'])],
          answers: [answer.number({ label: say`${math`${asked} =`}`, key: chain.key, mistakes: mistakesOf(chain, letter, 't') })],
          hints: [
            say`One contribution for each path from ${math`t`} to ${math`${letter}`}: slope in ${math`x`} times ${math`x'`}, plus slope in ${math`y`} times ${math`y'`}.`,
            say`Find ${math`x`} and ${math`y`} at ${math`t = ${t}`}. Take the two slopes of ${math`${letter}`} there, and ${math`x'`} and ${math`y'`} at ${math`t = ${t}`}.`,
            say`At ${math`t = ${t}`}: ${place(here)}.`,
          ],
          solution: [
            say`At ${math`t = ${t}`}: ${place(here)}.`,
            slopesThere(letter, f, chain),
            say`Inner slopes: ${math`x' = ${chain.dx}`} and ${math`y' = ${chain.dy}`}.`,
            say`Both paths: ${worked(chain)}.`,
          ],
        };
      },
      // Everything put into one polynomial in t, multiplied out and differentiated.
      verify({ f, x, y, t }, [key]) {
        const [X, Y] = [polynomial(x), polynomial(y)];
        const terms = f.map(([c = 0, i = 0, j = 0]) => X.power(i).times(Y.power(j)).times(c));
        return total(terms).derivative().evaluate(t).equals(key);
      },
    }),

    level({
      says: 'values and slopes from tables',
      par: 45,
      pick(rng) {
        const rows = [0, 1, 2].map(() => [rng.int(0, 3), rng.int(0, 3), rng.nonzero(-4, 4), rng.nonzero(-4, 4)]);
        const slopes = [0, 1, 2].map(() => [rng.nonzero(-5, 5), rng.nonzero(-5, 5)]);
        const given = { rows, slopes, order: rng.shuffle([0, 1, 2]), t: rng.int(0, 2) };
        const { chain } = fromTables(given);
        const points = rows.map(([x = 0, y = 0]) => `${x} ${y}`);
        const isUsable = areDifferent(...points) && areDifferent(...slopes.map(String)) && isClear(chain);
        return isUsable ? { ...given, scene: rng.index(PATHS) } : undefined;
      },
      ask(given) {
        const { rows, slopes, order, t, scene } = given;
        const { letter, says } = at(PATHS, scene);
        const { here, chain, sameRow } = fromTables(given);
        const asked = tex(`\\frac{d${letter}}{dt}`, `d ${letter} by d t`);
        const head = [math`t`, math`x`, math`y`, math`x'`, math`y'`];
        const inner = rows.map((entries, i) => [i + 1, ...entries]);
        const points = order.map(i => [row(at(rows, i).slice(0, 2)), ...at(slopes, i)]);
        const mistakes = [
          mistake(sameRow)`Take the row of the point ${math`(x, y)`} at this time, wherever it stands.`,
          ...mistakesOf(chain, letter, 't'),
        ];
        const outer = [row([math`x`, math`y`]), partial(letter, 'x'), partial(letter, 'y')];
        return {
          statement: say`${says} Some values and slopes are known; a prime is a slope in ${math`t`}. Find ${asked} at ${math`t = ${t + 1}`}. ${table(head, inner)} ${table(outer, points)}`,
          answers: [answer.number({ label: say`${math`${asked} =`}`, key: chain.key, mistakes })],
          hints: [
            say`One contribution for each path from ${math`t`} to ${math`${letter}`}: slope in ${math`x`} times ${math`x'`}, plus slope in ${math`y`} times ${math`y'`}.`,
            say`The first table gives the point and ${math`x'`} and ${math`y'`}. Look this point up in the second table.`,
            say`At ${math`t = ${t + 1}`} the point is ${math`${row(here)}`}.`,
          ],
          solution: [
            say`At ${math`t = ${t + 1}`} the point is ${math`${row(here)}`}, with ${math`x' = ${chain.dx}`} and ${math`y' = ${chain.dy}`}.`,
            say`Its row says ${math`${partial(letter, 'x')} = ${chain.fx}`} and ${math`${partial(letter, 'y')} = ${chain.fy}`}.`,
            say`Both paths: ${worked(chain)}.`,
          ],
        };
      },
      // Any functions with these slopes will do, seen from the point: a surface and a curve, in one polynomial, differentiated.
      verify(given, [key]) {
        const { rows, slopes, t } = given;
        const [[, , dx = 0, dy = 0], [fx = 0, fy = 0]] = [at(rows, t), at(slopes, t)];
        const [a = 1, b = 1, c = 1, d = 1] = probes(given, 4);
        const [X, Y] = [polynomial([0, dx, a]), polynomial([0, dy, b])];
        const z = X.times(total([X.times(c), Y.times(d), polynomial([fx])])).plus(Y.times(fy));
        return z.derivative().evaluate(0).equals(key);
      },
    }),

    level({
      says: 'two inputs',
      par: 75,
      pick(rng) {
        const [x, y] = [drawTerms(rng, INNER, 2), drawTerms(rng, INNER, 2)];
        const given = { f: drawTerms(rng, OUTER, 2), x, y, s: rng.nonzero(-2, 3), t: rng.nonzero(-2, 3) };
        const { here, inS, inT } = inTwoInputs(given);
        const isDull = Math.abs(given.s) === Math.abs(given.t) || `${x}` === `${y}` || inS.key === inT.key;
        if (isDull || Math.max(...here.map(Math.abs)) > 6 || !isClear(inS) || !isClear(inT)) return undefined;
        return { ...given, scene: rng.index(LAYERS) };
      },
      ask(given) {
        const { f, x, y, s, t, scene } = given;
        const { letter, says } = at(LAYERS, scene);
        const { here, inS, inT } = inTwoInputs(given);
        const start = list([math`s = ${s}`, math`t = ${t}`]);
        const part = (input: string, chain: Chain) => {
          const label = say`${math`${partial(letter, input)} =`}`;
          return answer.number({ label, key: chain.key, mistakes: mistakesOf(chain, letter, input) });
        };
        return {
          statement: say`${says} Find ${partial(letter, 's')} and ${partial(letter, 't')} at ${start}. ${display(math`${letter} = ${written(f, 'x', 'y')}`)} ${display(math`x = ${written(x, 's', 't')},\quad y = ${written(y, 's', 't')}`)}`,
          figures: [twoPaths(letter, ['s', 't'])],
          answers: [part('s', inS), part('t', inT)] as const,
          jointMistakes: [{ wrong: [rational(inT.key), rational(inS.key)] as const, says: say`The two slopes are swapped.` }],
          hints: [
            say`For each input there are two paths, through ${math`x`} and through ${math`y`}. Their contributions add.`,
            say`Find ${math`x`} and ${math`y`} and the two slopes of ${math`${letter}`} there. Multiply each by the slope of ${math`x`} or ${math`y`} in the input.`,
            say`Here ${place(here)}, and ${math`${partial('x', 's')} = ${inS.dx}`}.`,
          ],
          solution: [
            say`Here ${place(here)}.`,
            slopesThere(letter, f, inS),
            say`In ${math`s`}: ${math`${partial('x', 's')} = ${inS.dx}`} and ${math`${partial('y', 's')} = ${inS.dy}`}, so ${partial(letter, 's')} is ${worked(inS)}.`,
            say`In ${math`t`}: ${math`${partial('x', 't')} = ${inT.dx}`} and ${math`${partial('y', 't')} = ${inT.dy}`}, so ${partial(letter, 't')} is ${worked(inT)}.`,
          ],
        };
      },
      // Forward mode: dual numbers through both functions, one input at a time.
      verify({ f, x, y, s, t }, [inS, inT]) {
        const [first, second] = dualGradient((S, T) => dualValue(f, dualValue(x, S, T), dualValue(y, S, T)), [s, t]);
        return first !== undefined && second !== undefined && first.equals(inS) && second.equals(inT);
      },
    }),

    level({
      says: 'a weight that two layers share',
      par: 60,
      pick(rng) {
        const [w, x, c] = [rng.sign() * rng.int(2, 4), rng.sign() * rng.int(2, 5), rng.nonzero(-5, 5)];
        const given = { w, x, c, y: w * (w * x + c) + rng.sign() * rng.int(2, 4) };
        const { key, direct, through, product, without } = twice(given);
        const isUsable = areDifferent(key, direct, through, product, without) && Math.abs(key) <= 200 && direct !== 0;
        return isUsable ? { ...given, scene: rng.index(TIED) } : undefined;
      },
      ask(given) {
        const { w, x, c, y, scene } = given;
        const { h1, h2, e, key, direct, through, product, without } = twice(given);
        const asked = tex('\\frac{dL}{dw}', 'd L by d w');
        const [inH2, h2InW] = [tex('\\frac{dL}{dh_2}', 'd L by d h 2'), tex('\\frac{dh_2}{dw}', 'd h 2 by d w')];
        const mistakes = [
          mistake(direct)`That is the direct path alone. ${math`w`} also acts through ${math`h_1`}: add ${math`w x`}.`,
          mistake(through)`That is the path through ${math`h_1`} alone. ${math`w`} is a factor of ${math`h_2`} as well.`,
          mistake(product)`Contributions of different paths are added, not multiplied.`,
          mistake(without)`That is ${h2InW}. Multiply by ${math`h_2 - y`}.`,
          mistake(-key)`The slope of the loss in ${math`h_2`} is ${math`h_2 - y`}, not ${math`y - h_2`}.`,
          mistake(e * (h1 + c + x))`The path through ${math`h_1`} passes ${math`h_2`} with a factor ${math`w`}.`,
        ];
        return {
          statement: say`${at(TIED, scene)} Find ${asked} at ${math`w = ${w}`} for ${math`x = ${x}`} and ${math`y = ${y}`}. ${display(math`h_1 = w x,\quad h_2 = w (h_1 ${signed(c)})`)} ${display(math`L = \frac{1}{2} (h_2 - y)^2`)}`,
          figures: [unrolled(2)],
          answers: [answer.number({ label: say`${math`${asked} =`}`, key, mistakes })],
          hints: [
            say`A weight that is used twice has two paths to the loss. Their contributions add.`,
            say`Find ${h2InW} by the product rule: ${math`h_1`} depends on ${math`w`} as well. Then multiply by ${math`h_2 - y`}.`,
            say`Forward: ${math`h_1 = ${h1}`} and ${math`h_2 = ${h2}`}.`,
          ],
          solution: [
            say`Forward: ${math`h_1 = ${productSum([[w, x]])} = ${h1}`} and ${math`h_2 = ${w} \cdot ${bracketed(h1 + c)} = ${h2}`}.`,
            say`Slope of the loss: ${math`${inH2} = h_2 - y = ${e}`}.`,
            say`Direct path ${math`h_1 ${signed(c)} = ${h1 + c}`}, the other one ${math`w x = ${w * x}`}: ${math`${h2InW} = ${h1 + c} ${signed(w * x)} = ${without}`}.`,
            say`Together: ${math`${asked} = ${productSumWorked([[e, without]])}`}.`,
          ],
        };
      },
      // The loss as one polynomial in w, multiplied out and differentiated.
      verify: ({ w, x, c, y }, [key]) => lossSlope(polynomial([0, c, x]), y, w).equals(key),
    }),

    level({
      says: 'a recurrence over three steps',
      par: 90,
      pick(rng) {
        const first = { w: rng.sign() * rng.int(2, 3), start: rng.nonzero(-3, 3), x: rng.ints(3, -4, 4) };
        const { h } = threeSteps({ ...first, y: 0 });
        const given = { ...first, y: at(h, 3) + rng.sign() * rng.int(2, 4) };
        const { key, wrongs } = threeSteps(given);
        const isUsable = areDifferent(key, ...Object.values(wrongs)) && Math.abs(key) <= 200 && !h.includes(0);
        return isUsable ? { ...given, scene: rng.index(NETWORKS) } : undefined;
      },
      ask(given) {
        const { w, start, x, y, scene } = given;
        const { h, g, e, key, wrongs } = threeSteps(given);
        const asked = tex('\\frac{dL}{dw}', 'd L by d w');
        const [h1, h2, h3, g1, g2, g3] = [at(h, 1), at(h, 2), at(h, 3), at(g, 1), at(g, 2), at(g, 3)];
        const rise = (k: number) => tex(`\\frac{dh_${k}}{dw}`, `d h ${k} by d w`);
        const mistakes = [
          mistake(wrongs.last)`That is the last step alone. ${math`h_2`} and ${math`h_1`} depend on ${math`w`} as well.`,
          mistake(wrongs.two)`The first step is missing: ${math`h_1`} depends on ${math`w`} too.`,
          mistake(wrongs.unpassed)`What comes from an earlier step passes the later ones, each with a factor ${math`w`}.`,
          mistake(wrongs.without)`That is ${rise(3)}. Multiply by ${math`h_3 - y`}.`,
          mistake(wrongs.start)`That is for ${math`w^3 h_0`} alone. ${math`w`} multiplies ${math`x_1`} and ${math`x_2`} as well.`,
          mistake(-key)`The slope of the loss in ${math`h_3`} is ${math`h_3 - y`}, not ${math`y - h_3`}.`,
        ];
        return {
          statement: say`${at(NETWORKS, scene)} Find ${asked} at ${math`w = ${w}`} for ${math`h_0 = ${start}`}, ${math`x = ${row(x)}`} and ${math`y = ${y}`}. ${display(math`h_t = w h_{t - 1} + x_t,\quad t = 1, 2, 3`)} ${display(math`L = \frac{1}{2} (h_3 - y)^2`)}`,
          figures: [unrolled(3)],
          answers: [answer.number({ label: say`${math`${asked} =`}`, key, mistakes })],
          hints: [
            say`The weight acts in each step, so it has three paths to the loss. Their contributions add.`,
            say`Go forward with the slopes: ${math`${rise(1)} = h_0`}, and each later one is the value before plus ${math`w`} times the slope before.`,
            say`The values are ${list([math`h_1 = ${h1}`, math`h_2 = ${h2}`, math`h_3 = ${h3}`])}.`,
          ],
          solution: [
            say`Values: ${list([math`h_1 = ${h1}`, math`h_2 = ${h2}`, math`h_3 = ${h3}`])}.`,
            say`First step: ${math`${rise(1)} = h_0 = ${g1}`}.`,
            say`Second step: ${math`${rise(2)} = h_1 + w ${rise(1)}`}, which is ${math`${h1} + ${productSum([[w, g1]])} = ${g2}`}.`,
            say`Third step: ${math`${rise(3)} = h_2 + w ${rise(2)}`}, which is ${math`${h2} + ${productSum([[w, g2]])} = ${g3}`}.`,
            say`Times the slope of the loss ${math`h_3 - y = ${e}`}: ${math`${asked} = ${productSumWorked([[e, g3]])}`}.`,
          ],
        };
      },
      // The last state as one polynomial in w; the loss of it multiplied out and differentiated.
      verify({ w, start, x, y }, [key]) {
        const h3 = x.reduce((h, input) => h.times(polynomial([0, 1])).plus(polynomial([input])), polynomial([start]));
        return lossSlope(h3, y, w).equals(key);
      },
    }),
  ],
});

type Chain = ReturnType<typeof chainOf>;

/** Both slopes of the outer function, both inner slopes, what they give together, and what people make of them. */
function chainOf(fx: number, fy: number, dx: number, dy: number) {
  const wrongs = { onlyX: fx * dx, onlyY: fy * dy, bare: fx + fy, product: fx * dx * fy * dy };
  return { fx, fy, dx, dy, key: fx * dx + fy * dy, wrongs, crossed: fx * dy + fy * dx };
}

/** Whether no mistake leads to the key, and the key stays small. */
function isClear({ key, wrongs }: Chain): boolean {
  return areDifferent(key, ...Object.values(wrongs)) && Math.abs(key) <= 150;
}

function mistakesOf({ wrongs: { onlyX, onlyY, bare, product }, crossed }: Chain, letter: string, input: string) {
  return [
    mistake(onlyX)`${math`${letter}`} also depends on ${math`${input}`} through ${math`y`}. Add that path.`,
    mistake(onlyY)`${math`${letter}`} also depends on ${math`${input}`} through ${math`x`}. Add that path.`,
    mistake(bare)`The inner slopes are missing. Each path has two factors.`,
    mistake(product)`Contributions of different paths are added, not multiplied.`,
    mistake(crossed)`Each slope of ${math`${letter}`} goes with the inner slope of its own variable.`,
  ];
}

function worked({ fx, fy, dx, dy }: Chain): Formula {
  return productSumWorked(paired([fx, fy], [dx, dy]));
}

function partial(of: string, name: string): Formula {
  return tex(`\\frac{\\partial ${of}}{\\partial ${name}}`, `partial ${of} by ${name}`);
}

/** Both slopes of f as formulas and as values, without the formula where it is a plain number. */
function slopesThere(letter: string, f: Terms, { fx, fy }: Chain): Text {
  const line = (name: string, terms: Terms, value: number) => {
    const isPlain = terms.every(([, i, j]) => i === 0 && j === 0);
    return math`${partial(letter, name)} = ${isPlain ? '' : math`${written(terms, 'x', 'y')} = `}${value}`;
  };
  return say`Slopes there: ${line('x', slope(f, 0), fx)} and ${line('y', slope(f, 1), fy)}.`;
}

function place([x = 0, y = 0]: readonly number[]): Formula {
  return list([math`x = ${x}`, math`y = ${y}`]);
}

function twoPaths(letter: string, inputs: string[]) {
  const edges = inputs.flatMap(input => [[input, 'x'] as const, [input, 'y'] as const]);
  const outer = ['x', 'y'].map(name => [name, letter] as const);
  const nodes = [...inputs, 'x', 'y', letter];
  return figure.graph({ nodes, edges: [...edges, ...outer], directed: true }, { layout: 'layers' });
}

/** The weight, the states that it makes, and the loss. */
function unrolled(steps: number) {
  const states = Array.from({ length: steps }, (_, i) => `h_${i + 1}`);
  const shared = states.map(state => ['w', state] as const);
  const onwards = paired(states, [...states.slice(1), 'L']);
  return figure.graph({ nodes: ['w', ...states, 'L'], edges: [...shared, ...onwards], directed: true }, { layout: 'layers' });
}

/** Terms with the exponents of one of the lists and random coefficients of this size. */
function drawTerms(rng: Rng, forms: readonly string[], size: number): Terms {
  const exponents = [...rng.pick(forms)].map(Number);
  return exponents.flatMap((i, k) => (k % 2 === 0 ? [[rng.nonzero(-size, size), i, at(exponents, k + 1)]] : []));
}

function valueAt(terms: Terms, x: number, y: number): number {
  const factor = (base: number, exponent: number) => at([1, base, base * base], exponent);
  return terms.reduce((total, [c = 0, i = 0, j = 0]) => total + c * factor(x, i) * factor(y, j), 0);
}

/** The partial derivative in the first (0) or second (1) variable. */
function slope(terms: Terms, variable: 0 | 1): Terms {
  const lowered = terms.map(([c = 0, i = 0, j = 0]) => (variable === 0 ? [c * i, i - 1, j] : [c * j, i, j - 1]));
  return lowered.filter(([c]) => c !== 0);
}

function dualValue(terms: Terms, x: Dual, y: Dual): Dual {
  const values = terms.map(([c = 0, i = 0, j = 0]) => x.power(i).times(y.power(j)).times(c));
  return values.reduce((total, value) => total.plus(value), Dual.of(0));
}

/** The terms in writing, a constant last. */
function written(terms: Terms, x: string, y: string): Formula {
  const isFree = ([, i, j]: number[]) => i === 0 && j === 0;
  const [free, bound] = [terms.filter(isFree), terms.filter(term => !isFree(term))];
  const constant = valueAt(free, 1, 1);
  if (bound.length === 0) return math`${constant}`;
  const factor = (name: string, exponent: number) => (exponent === 0 ? '' : exponent === 1 ? name : `${name}^${exponent}`);
  const things = bound.map(([, i = 0, j = 0]) => `${factor(x, i)} ${factor(y, j)}`.trim());
  const main = combination(
    bound.map(term => at(term, 0)),
    things,
  );
  return constant === 0 ? main : math`${main} ${signed(constant)}`;
}

function total(terms: readonly Polynomial[]): Polynomial {
  return terms.reduce((sum, term) => sum.plus(term), Polynomial.of());
}

function alongCurve({ f, t, ...inner }: Curve) {
  const [x, y] = [polynomial(inner.x), polynomial(inner.y)];
  const here = [x, y].map(of => of.evaluate(t).toNumber());
  const [X, Y] = [at(here, 0), at(here, 1)];
  const [dx, dy] = [x.derivative().evaluate(t).toNumber(), y.derivative().evaluate(t).toNumber()];
  return { x, y, here, chain: chainOf(valueAt(slope(f, 0), X, Y), valueAt(slope(f, 1), X, Y), dx, dy) };
}

function fromTables({ rows, slopes, order, t }: Tables) {
  const [x = 0, y = 0, dx = 0, dy = 0] = at(rows, t);
  const [[fx = 0, fy = 0], [otherX = 0, otherY = 0]] = [at(slopes, t), at(slopes, at(order, t))];
  return { here: [x, y], chain: chainOf(fx, fy, dx, dy), sameRow: otherX * dx + otherY * dy };
}

function inTwoInputs({ f, x, y, s, t }: Surface) {
  const here = [valueAt(x, s, t), valueAt(y, s, t)];
  const [X, Y] = [at(here, 0), at(here, 1)];
  const [fx, fy] = [valueAt(slope(f, 0), X, Y), valueAt(slope(f, 1), X, Y)];
  const along = (variable: 0 | 1) => chainOf(fx, fy, valueAt(slope(x, variable), s, t), valueAt(slope(y, variable), s, t));
  return { here, inS: along(0), inT: along(1) };
}

function twice({ w, x, c, y }: Shared) {
  const h1 = w * x;
  const h2 = w * (h1 + c);
  const e = h2 - y;
  const [direct, through] = [h1 + c, w * x];
  const without = direct + through;
  return { h1, h2, e, key: e * without, direct: e * direct, through: e * through, product: e * direct * through, without };
}

/** The states h and their slopes g in w. */
function threeSteps({ w, start, x, y }: Recurrence) {
  const [h, g] = [[start], [0]];
  for (const input of x) {
    const [value, rise] = [at(h, h.length - 1), at(g, g.length - 1)];
    h.push(w * value + input);
    g.push(value + w * rise);
  }
  const [h1, h2, g3] = [at(h, 1), at(h, 2), at(g, 3)];
  const e = at(h, 3) - y;
  const wrongs = {
    last: e * h2,
    two: e * (h2 + w * h1),
    unpassed: e * (start + h1 + h2),
    without: g3,
    start: e * 3 * w * w * start,
  };
  return { h, g, e, key: e * g3, wrongs };
}

/** The slope in w of (h − y)²/2 for a polynomial h in w. */
function lossSlope(h: Polynomial, y: number, w: number): Rational {
  return h
    .minus(polynomial([y]))
    .power(2)
    .times(rational(1, 2))
    .derivative()
    .evaluate(w);
}
