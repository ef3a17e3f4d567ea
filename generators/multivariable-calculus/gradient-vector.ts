// The gradient: one slope per variable, of polynomials, with exponentials and logarithms, and of losses in their weights.
import {
  add,
  answer,
  areDifferent,
  at,
  call,
  Dual,
  derivative,
  display,
  divide,
  dualGradient,
  type Expression,
  evaluate,
  evaluateExact,
  type Formula,
  generator,
  isNear,
  level,
  list,
  math,
  mistake,
  multiply,
  numericSlope,
  paired,
  power,
  probes,
  productSum,
  productSumWorked,
  type Rng,
  rational,
  row,
  say,
  signed,
  simplify,
  sum,
  sure,
  type Text,
  tex,
  type Vector,
  variable,
  vector,
  ZERO,
} from '#kit';

/** c times a power of each variable, times a function of a linear form where there is one. */
type Term = { c: number; powers: number[]; outer: 'one' | 'exp' | 'ln' | 'inverse'; inner: number[] };
type Surface = { terms: Term[]; point: number[]; scene: number };
/** Other variables dropped, differentiated too, constant terms kept, or the slope of the inside forgotten. */
type Slip = 'bare' | 'both' | 'kept' | 'noInner';

const PLANE = [
  { f: 'f', names: ['x', 'y'], says: say`Find the gradient of ${math`f`}` },
  { f: 'L', names: ['u', 'v'], says: say`A loss ${math`L`} depends on two weights. Find its gradient` },
  { f: 'J', names: ['a', 'b'], says: say`An objective ${math`J`} depends on two parameters. Find its gradient` },
  { f: 'R', names: ['s', 't'], says: say`A reward ${math`R`} depends on two actions. Find its gradient` },
  { f: 'C', names: ['p', 'q'], says: say`A cost ${math`C`} depends on two settings. Find its gradient` },
];
const SPACE = [
  { f: 'f', names: ['x', 'y', 'z'], says: say`Find the gradient of ${math`f`}` },
  { f: 'L', names: ['u', 'v', 'w'], says: say`A loss ${math`L`} depends on three weights. Find its gradient` },
  { f: 'R', names: ['r', 's', 't'], says: say`A reward ${math`R`} depends on three actions. Find its gradient` },
  { f: 'C', names: ['p', 'q', 'r'], says: say`A cost ${math`C`} depends on three settings. Find its gradient` },
];
/** Who predicts, and whether the loss is written as prediction minus target. */
const MODELS = [
  { who: 'A linear model', isForward: true },
  { who: 'A forecast from two sensors', isForward: false },
  { who: 'A reward model with two features', isForward: true },
  { who: 'A linear unit with two inputs', isForward: false },
  { who: 'A regression on two features', isForward: true },
];
/** Three options with one weight each, of which the right one is known. */
const CHOICES = [
  { names: ['u', 'v', 'w'], says: 'A classifier has one weight per class.' },
  { names: ['a', 'b', 'c'], says: 'A language model scores three tokens, each with a weight of its own.' },
  { names: ['r', 's', 't'], says: 'A policy has one weight per action.' },
  { names: ['x', 'y', 'z'], says: 'A ranking model scores three items, each with a weight of its own.' },
];
const XYZ = ['x', 'y', 'z'];

export default generator({
  id: 'multivariable-calculus/gradient-vector',
  version: 1,
  title: 'Gradient of a function of several variables',
  bullet: 'Functions of Several Variables',
  why: 'The gradient stacks one slope per parameter; it points to the steepest increase of the loss.',
  needs: ['calculus/partial-derivatives'],
  levels: [
    level({
      says: 'a polynomial in two variables, at a point',
      par: 45,
      pick(rng) {
        const [i, j] = [rng.int(1, 3), rng.int(1, 3)];
        if (i + j < 3 || i + j > 4) return undefined;
        const others = rng.shuffle([pure(rng, 0, rng.int(1, 3)), pure(rng, 1, rng.int(1, 2))]);
        const terms = [monomial(rng.nonzero(-3, 3), i, j), ...others];
        return usable({ terms, point: [rng.nonzero(-3, 3), rng.nonzero(-3, 3)], scene: rng.index(PLANE) });
      },
      ask: given => askAtPoint(given, at(PLANE, given.scene)),
      verify: provesSlopes,
    }),

    level({
      says: 'the gradient of two variables as formulas',
      par: 50,
      pick(rng) {
        const [i, j] = [rng.int(1, 3), rng.int(1, 3)];
        if (i + j < 3 || i + j > 5) return undefined;
        const mixed = monomial(rng.sign() * rng.int(2, 5), i, j);
        const [m, k] = [rng.int(0, 1), rng.int(1, 3)];
        const inner = [0, 0].with(m, rng.sign() * rng.int(2, 4));
        const wrapped: Term = rng.pick([
          { c: rng.nonzero(-5, 5), powers: [0, 0], outer: 'exp', inner },
          { c: rng.nonzero(-5, 5), powers: [0, 0], outer: 'ln', inner: [0, 0].with(m, 1) },
        ]);
        return { terms: rng.shuffle([mixed, pure(rng, 1 - m, k), wrapped]), scene: rng.index(PLANE) };
      },
      ask({ terms, scene }) {
        const { f, names, says } = at(PLANE, scene);
        const shown = formulaOf(terms, names);
        const keys = names.map(name => derivative(shown, name));
        const logged = terms.find(({ outer }) => outer === 'ln')?.inner.indexOf(1);
        const slipped = (i: number, slip: Slip) => formulaOf(slopesIn(i, terms, slip), names);
        const part = (i: number) => {
          const [own = '', other = ''] = i === 0 ? names : names.toReversed();
          return answer.expression({
            label: say`${math`${partial(f, own)} =`}`,
            key: at(keys, i),
            variables: names,
            ...(logged !== undefined && { assume: { [at(names, logged)]: [ZERO, null] as const } }),
            mistakes: [
              mistake(slipped(i, 'kept'))`A term without ${math`${own}`} is constant here: its slope is 0.`,
              mistake(
                slipped(i, 'both'),
              )`You differentiated in ${math`${other}`} too. Hold ${math`${other}`} fixed, like a number.`,
              mistake(slipped(i, 'bare'))`You dropped ${math`${other}`}. It is a constant factor: it stays.`,
              mistake(slipped(i, 'noInner'))`The slope of the exponent is missing. Multiply by it.`,
              mistake(at(keys, 1 - i))`That is the slope in ${math`${other}`}. Here only ${math`${own}`} moves.`,
            ],
          });
        };
        const mixed = terms.filter(({ powers }) => powers.every(n => n > 0));
        return {
          statement: say`${says}: one formula for each of its two entries.${logged === undefined ? '' : say` (For ${math`${at(names, logged)} > 0`}.)`} ${display(math`${f}(${names.join(', ')}) = ${shown}`)}`,
          answers: [part(0), part(1)],
          hints: [
            definition(f, names),
            say`Differentiate in one variable and treat the other one like a number: as a factor it stays, as a term of its own it drops out.`,
            say`In ${math`${at(names, 0)}`}, the term ${formulaOf(mixed, names)} has the slope ${formulaOf(slopesIn(0, mixed), names)}.`,
          ],
          solution: [
            ...names.map((name, i) => {
              const constant = terms.filter(term => slopesIn(i, [term]).length === 0);
              return say`With ${math`${at(names, 1 - i)}`} fixed, ${formulaOf(constant, names)} is constant, and ${math`${partial(f, name)} = ${at(keys, i)}`}.`;
            }),
            say`Together: ${math`\nabla ${f} = ${row(keys)}`}.`,
          ],
        };
      },
      // Difference quotients of the function itself at arbitrary positive points.
      verify({ terms, scene }, keys) {
        const { names } = at(PLANE, scene);
        const f = formulaOf(terms, names);
        const values = probes(terms, 8, 1, 9).map(n => (2 * n + 1) / 8);
        return [0, 2, 4, 6].every(n => {
          const point = values.slice(n, n + 2);
          return keys.every((key, i) =>
            isNear(evaluate(key, Object.fromEntries(paired(names, point))), slopeAlong(f, names, point, i)),
          );
        });
      },
    }),

    level({
      says: 'three variables with an exponential or a logarithm',
      par: 75,
      pick(rng) {
        const [A = 0, B = 0, C = 0] = rng.shuffle([0, 1, 2]);
        const { outer, inner, point } = drawInside(rng, A, C);
        point[B] = rng.sign() * rng.int(2, 4);
        const zeros = [0, 0, 0];
        const terms: Term[] = [
          { c: rng.nonzero(-2, 2), powers: zeros.with(A, rng.int(1, 2)).with(B, rng.int(1, 2)), outer: 'one', inner: zeros },
          { c: rng.nonzero(-3, 3), powers: zeros.with(B, 1), outer, inner },
          { c: rng.nonzero(-4, 4), powers: zeros.with(C, 1).with(A, rng.int(0, 1)), outer: 'one', inner: zeros },
        ];
        return usable({ terms, point, scene: rng.index(SPACE) });
      },
      ask: given => askAtPoint(given, at(SPACE, given.scene)),
      verify: provesSlopes,
    }),

    level({
      says: 'the squared error of one example, in two weights and a bias',
      par: 50,
      pick(rng) {
        const pair = (high: number) => [rng.nonzero(-high, high), rng.nonzero(-high, high)];
        const [w, x] = [pair(4), pair(5)];
        const [b, error] = [rng.nonzero(-4, 4), rng.sign() * rng.int(2, 6)];
        const y = vector(w).dot(vector(x)).toNumber() + b - error;
        const isClear = Math.abs(at(x, 0)) !== Math.abs(at(x, 1)) && !vector(w).isParallelTo(vector(x));
        return isClear && Math.abs(y) <= 15 ? { w, x, b, y, scene: rng.index(MODELS) } : undefined;
      },
      ask({ w, x, b, y, scene }) {
        const { who, isForward } = at(MODELS, scene);
        const loss = isForward ? math`L = (\hat y - y)^2` : math`L = (y - \hat y)^2`;
        const products = paired(w, x);
        const prediction = sum(products.map(([a, c]) => rational(a).times(c))).plus(b);
        const error = isForward ? prediction.minus(y) : rational(y).minus(prediction);
        const inner = vector([...x, 1]).times(isForward ? 1 : -1);
        const key = inner.times(error).times(2);
        return {
          statement: say`${who} predicts ${math`\hat y = w_1 x_1 + w_2 x_2 + b`}. One example has ${math`x = ${row(x)}`} and ${math`y = ${y}`}. At ${math`w = ${row(w)}`} and ${math`b = ${b}`}, find the gradient of the loss ${loss} with respect to ${math`(w_1, w_2, b)`}, in this order.`,
          answers: [
            answer.vector({
              label: say`${math`\nabla L =`}`,
              key,
              mistakes: [
                mistake(inner.times(error))`The factor 2 of the square is missing.`,
                mistake(key.negated())`The sign is turned. Look at the sign of ${math`\hat y`} inside the square.`,
                mistake(
                  key.map(() => error.times(2)),
                )`The inner slopes are missing: in ${math`w_1`} the prediction has the slope ${math`x_1`}.`,
                mistake(
                  vector([...w, b])
                    .times(error)
                    .times(isForward ? 2 : -2),
                )`You multiplied by the weights. In ${math`w_1`} the prediction has the slope ${math`x_1`}.`,
                mistake(key.map((entry, i) => (i === 2 ? 0 : entry)))`The bias moves the prediction too: its slope there is 1.`,
              ],
            }),
          ],
          hints: [
            say`The gradient has one slope per parameter. The example’s ${math`x`} and ${math`y`} are fixed numbers.`,
            say`Chain rule: two times the inside of the square, times the slope of the inside in each parameter.`,
            say`The prediction is ${math`\hat y = ${productSum(products)} ${signed(b)} = ${prediction}`}.`,
          ],
          solution: [
            say`Prediction: ${math`\hat y = ${productSum(products)} ${signed(b)} = ${prediction}`}.`,
            say`The inside of the square is ${isForward ? math`\hat y - y = ${error}` : math`y - \hat y = ${error}`}.`,
            say`Its slopes in ${math`w_1`}, ${math`w_2`} and ${math`b`} are ${list(inner.entries)}.`,
            say`Times ${productSumWorked([[2, error]])}: ${math`\nabla L = ${row(key.entries)}`}.`,
          ],
        };
      },
      // Dual numbers through the loss itself.
      verify({ w, x, b, y }, [key]) {
        const [x1 = 0, x2 = 0] = x;
        const loss = (w1 = Dual.of(0), w2 = Dual.of(0), bias = Dual.of(0)) =>
          w1.times(x1).plus(w2.times(x2)).plus(bias).minus(y).power(2);
        return vector(dualGradient(loss, [...w, b])).equals(key);
      },
    }),

    level({
      says: 'the cross-entropy of three scores, at logarithms',
      par: 75,
      pick(rng) {
        const k = rng.sample([1, 2, 3, 4, 5], 3);
        const a = rng.shuffle([1, rng.int(2, 3), rng.int(1, 3)]);
        const given = { k, a, right: rng.int(0, 2) };
        const { key, product, total, ...wrong } = scored(given);
        const isClear = areDifferent(key, product, ...Object.values(wrong)) && total.compare(30) <= 0;
        return isClear ? { ...given, scene: rng.index(CHOICES) } : undefined;
      },
      ask(given) {
        const { k, a, right, scene } = given;
        const { names, says } = at(CHOICES, scene);
        const { key, values, total, noInner, noLinear, noLog, product, reciprocal } = scored(given);
        const shown = names.map((name, i) => simplify(multiply(at(a, i), variable(name))));
        const worth = (i: number) =>
          math`e^{${at(shown, i)}} = ${at(a, i) === 1 || at(k, i) === 1 ? at(values, i) : math`${at(k, i)}^{${at(a, i)}} = ${at(values, i)}`}`;
        return {
          statement: say`${says} The scores are ${list(shown)}, and the right answer has the score ${at(shown, right)}. Find the gradient of the cross-entropy ${math`L`} at ${math`(${names.join(', ')}) = ${row(k.map(n => (n === 1 ? 0 : math`\ln ${n}`)))}`}. ${display(math`L(${names.join(', ')}) = ${lossOf(given, names)}`)}`,
          answers: [
            answer.vector({
              label: say`${math`\nabla L =`}`,
              key,
              mistakes: [
                mistake(noInner)`The slopes of the exponents are missing. Multiply by them.`,
                mistake(noLinear)`You left out the last term of ${math`L`}. It has a slope too.`,
                mistake(noLog)`The slope of the logarithm is missing: divide by the sum.`,
                mistake(reciprocal)`You took 1 over the sum. Multiply it by the slope of the sum.`,
                mistake(product)`A factor in front of a logarithm becomes an exponent: ${math`e^{2 \ln 3} = 3^2`}.`,
              ],
            }),
          ],
          hints: [
            say`The slope of ${math`\ln S`} is the slope of ${math`S`}, divided by ${math`S`}. Here ${math`S`} is a sum of exponentials.`,
            say`Work out the three exponentials and their sum. Each entry is one exponential times its inner slope, over the sum; then the last term of ${math`L`}.`,
            say`The exponentials are ${worth(0)}, ${worth(1)}, ${worth(2)}.`,
          ],
          solution: [
            say`The exponentials are ${worth(0)}, ${worth(1)}, ${worth(2)}; their sum is ${total}.`,
            say`Inner slope times exponential, over the sum: ${list(noLinear.entries)}.`,
            say`The last term ${simplify(multiply(-at(a, right), variable(at(names, right))))} adds ${-at(a, right)} to the slope in ${math`${at(names, right)}`} only.`,
            say`So ${math`\nabla L = ${row(key.entries)}`}.`,
          ],
        };
      },
      // Difference quotients of the loss itself.
      verify: (given, [key]) => areSlopes(key, lossOf(given, XYZ), XYZ, given.k.map(Math.log)),
    }),
  ],
});

function askAtPoint(given: Surface, { f, names, says }: { f: string; names: string[]; says: Text }) {
  const { terms, point } = given;
  const shown = formulaOf(terms, names);
  const slopes = names.map(name => derivative(shown, name));
  const here = Object.fromEntries(paired(names, point).map(([name, x]) => [name, rational(x)]));
  const values = slopes.map(slope => sure(evaluateExact(slope, here)));
  const slipped = (slip: Slip) => vector(gradientOf(given, slip));
  const [first = ''] = names;
  return {
    statement: say`${says} at ${math`(${names.join(', ')}) = ${row(point)}`}. ${display(math`${f}(${names.join(', ')}) = ${shown}`)}`,
    answers: [
      answer.vector({
        label: say`${math`\nabla ${f} =`}`,
        key: vector(values),
        mistakes: [
          mistake(slipped('kept'))`You kept terms without the variable. They are constant here: their slope is 0.`,
          mistake(slipped('both'))`You differentiated every factor of a product. Only one variable moves at a time.`,
          mistake(slipped('bare'))`You dropped the other variables. As factors they are constant: they stay.`,
          mistake(slipped('noInner'))`Chain rule: multiply by the slope of the inside as well.`,
          mistake(vector(values.toReversed()))`The entries are in the wrong order. The slope in ${math`${first}`} comes first.`,
          mistake(vector(values.map(value => value.negated())))`All signs are turned. The gradient points uphill.`,
        ],
      }),
    ],
    hints: [
      definition(f, names),
      say`Differentiate in one variable and treat the ${names.length === 2 ? 'other one like a fixed number' : 'others like fixed numbers'}. Put the point in at the end.`,
      say`The first slope is ${math`${partial(f, first)} = ${at(slopes, 0)}`}.`,
    ],
    solution: [
      ...terms.flatMap(term => insideWorked(term, names)),
      ...names.map((name, i) => {
        const slope = at(slopes, i);
        const worth = slope.kind === 'number' ? '' : say`; at the point this is ${at(values, i)}`;
        return say`${math`${partial(f, name)} = ${slope}`}${worth}.`;
      }),
      say`So ${math`\nabla ${f} = ${row(values)}`}.`,
    ],
  };
}

/** Difference quotients of the function itself. */
function provesSlopes({ terms, point }: Surface, [key]: readonly [Vector]): boolean {
  const names = XYZ.slice(0, point.length);
  return areSlopes(key, formulaOf(terms, names), names, point);
}

function areSlopes(key: Vector, f: Expression, names: readonly string[], point: readonly number[]): boolean {
  return key.length === point.length && key.entries.every((entry, i) => isNear(entry.toNumber(), slopeAlong(f, names, point, i)));
}

function slopeAlong(f: Expression, names: readonly string[], point: readonly number[], i: number): number {
  return numericSlope(t => evaluate(f, Object.fromEntries(paired(names, point.with(i, t)))), at(point, i));
}

function monomial(c: number, ...powers: number[]): Term {
  return { c, powers, outer: 'one', inner: powers.map(() => 0) };
}

/** A power of one of two variables. */
function pure(rng: Rng, i: number, n: number): Term {
  return monomial(rng.nonzero(-5, 5), ...[0, 0].with(i, n));
}

/** A linear form in entries A and C of a point in space, worth 0 there inside exp, or 1 inside ln. */
function drawInside(rng: Rng, A: number, C: number): { outer: 'exp' | 'ln'; inner: number[]; point: number[] } {
  const zeros = [0, 0, 0];
  const [a, c, s, x] = [rng.int(1, 3), rng.nonzero(-3, 3), rng.sign(), rng.sign() * rng.int(2, 3)];
  const form = rng.pick(['at 0', 'both', 'ln'] as const);
  if (form === 'at 0') return { outer: 'exp', inner: zeros.with(C, c), point: zeros.with(A, x) };
  if (form === 'both')
    return { outer: 'exp', inner: zeros.with(A, a).with(C, c), point: zeros.with(A, s * c).with(C, 0 - s * a) };
  return { outer: 'ln', inner: zeros.with(A, a).with(C, s * (1 - a * x)), point: zeros.with(A, x).with(C, s) };
}

/** Undefined where the gradient would hide a mistake or is large. */
function usable(given: Surface): Surface | undefined {
  const key = gradientOf(given);
  const isKind =
    key.every(entry => Math.abs(entry) <= 60) && key.filter(entry => entry !== 0).length > 1 && key[0] !== key.at(-1);
  return isKind && areDifferent(key, gradientOf(given, 'kept'), gradientOf(given, 'bare')) ? given : undefined;
}

/** At a friendly point: exponents are 0 there, and logarithms are taken of 1. */
function gradientOf({ terms, point }: Surface, slip?: Slip): number[] {
  const value = ({ c, powers, outer }: Term) =>
    outer === 'ln' ? 0 : powers.reduce((product, n, i) => product * raised(at(point, i), n), c);
  return point.map((_, i) => slopesIn(i, terms, slip).reduce((total, term) => total + value(term), 0));
}

/** The slope in variable i of a sum of terms, or what a slip makes of it. */
function slopesIn(i: number, terms: readonly Term[], slip?: Slip): Term[] {
  return terms.flatMap(term => {
    const { c, powers, outer, inner } = term;
    const [n, a] = [at(powers, i), at(inner, i)];
    if (n === 0 && a === 0) return slip === 'kept' ? [term] : [];
    const others = powers.filter((m, j) => j !== i && m > 1);
    const factor = slip === 'both' ? others.reduce((product, m) => product * m, c) : c;
    const kept = powers.map((m, j) =>
      j === i || slip === undefined ? m : slip === 'bare' ? 0 : slip === 'both' ? Math.max(m - 1, 0) : m,
    );
    const own: Term = { c: factor * n, powers: kept.with(i, n - 1), outer, inner };
    const chained: Term = {
      c: factor * (slip === 'noInner' && a !== 0 ? 1 : a),
      powers: kept,
      outer: outer === 'ln' ? 'inverse' : outer,
      inner,
    };
    return [own, chained].filter(piece => piece.c !== 0);
  });
}

function raised(x: number, n: number): number {
  return n <= 0 ? 1 : x * raised(x, n - 1);
}

function formulaOf(terms: readonly Term[], names: readonly string[]): Expression {
  return simplify(add(...terms.map(term => written(term, names))));
}

function written({ c, powers, outer, inner }: Term, names: readonly string[]): Expression {
  const letters = names.map(variable);
  const front = multiply(c, ...paired(letters, powers).map(([letter, n]) => power(letter, n)));
  if (outer === 'one') return front;
  return outer === 'inverse' ? divide(front, linear(inner, names)) : multiply(front, call(outer, linear(inner, names)));
}

function linear(inner: number[], names: readonly string[]): Expression {
  return simplify(add(...paired(names, inner).map(([name, a]) => multiply(a, variable(name)))));
}

/** What an exponential or a logarithm is worth at a friendly point. */
function insideWorked({ outer, inner }: Term, names: readonly string[]): Text[] {
  if (outer !== 'exp' && outer !== 'ln') return [];
  const [inside, worth] = [linear(inner, names), outer === 'exp' ? 0 : 1];
  return [say`At the point ${math`${inside} = ${worth}`}, so ${math`${call(outer, inside)} = ${1 - worth}`}.`];
}

function partial(f: string, name: string): Formula {
  return tex(`\\frac{\\partial ${f}}{\\partial ${name}}`, `partial ${f} by partial ${name}`);
}

function definition(f: string, names: readonly string[]) {
  return say`The gradient stacks the slopes in each variable: ${math`\nabla ${f} = ${row(names.map(name => partial(f, name)))}`}.`;
}

/** Exponentials kᵃ, their sum, the gradient of the cross-entropy, and what slips make of it. */
function scored({ k, a, right }: { k: number[]; a: number[]; right: number }) {
  const values = paired(k, a).map(([base, n]) => raised(base, n));
  const total = sum(values);
  const inner = vector(a);
  const hit = inner.map((n, i) => (i === right ? n : 0));
  const shares = vector(values).times(rational(1).over(total));
  const noLinear = shares.map((p, i) => p.times(inner.at(i)));
  const multiplied = paired(k, a).map(([base, n]) => (base === 1 ? 1 : base * n));
  return {
    values,
    total,
    noLinear,
    key: noLinear.minus(hit),
    noInner: shares.minus(hit),
    noLog: noLinear.times(total).minus(hit),
    reciprocal: inner.map(() => rational(1).over(total)).minus(hit),
    product: inner.map((n, i) => n.times(at(multiplied, i)).over(sum(multiplied))).minus(hit),
  };
}

function lossOf({ a, right }: { a: number[]; right: number }, names: readonly string[]): Expression {
  const scores = paired(a, names).map(([n, name]) => simplify(multiply(n, variable(name))));
  return simplify(add(call('ln', add(...scores.map(score => call('exp', score)))), multiply(-1, at(scores, right))));
}
