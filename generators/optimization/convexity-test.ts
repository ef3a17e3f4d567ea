// Convexity: the gap under a chord, the sign of the second derivative, parameters that keep a function convex, and convex building blocks.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  combination,
  derivative,
  display,
  type Expression,
  evaluate,
  evaluateExact,
  expr,
  generator,
  type IntervalUnion,
  interval,
  isNear,
  level,
  list,
  math,
  mistake,
  negate,
  numericBend,
  paired,
  polynomial,
  type Rational,
  rational,
  say,
  signed,
  simplify,
  sure,
  type Text,
} from '#kit';

/** A function with the number b in it, a chord from p to q, and the weight 1/parts of p. */
type Chord = { kind: number; b: number; p: number; q: number; parts: number };
/** side·(x + a)e^(bx), side·ln(x² + a²) or side·e^(−x²/(2a²)). */
type Curve = { kind: 'product' | 'log' | 'bell'; a: number; b: number; side: number; scene: number };
/** ax⁴ + (k + shift)x³ + bx² + cx, or ax⁴ + bx³ + (k + shift)x² + cx. */
type Quartic = { isCubicFree: boolean; a: number; b: number; c: number; shift: number };
type Item = { of: (a: number) => ReturnType<typeof written>; why: Text | string };

const CHORDS = [
  { isPositive: false, of: (b: number) => expr`x^2 + ${b}*x` },
  { isPositive: false, of: (b: number) => expr`x^3 + ${b}*x` },
  { isPositive: false, of: (b: number) => expr`${b}*x - x^2` },
  { isPositive: false, of: (b: number) => expr`abs(x) + ${b}*x` },
  { isPositive: true, of: (b: number) => expr`${b}/x` },
];
const MODELS = [
  'Before a loss is minimised, you ask where it is convex.',
  'A solver needs convexity, and you test a penalty.',
  'You look for the region in which descent is safe.',
  'A paper claims that its objective is convex.',
];
const FAMILIES = [
  'A penalty has a free parameter.',
  'The shape of a loss is set by one number.',
  'One coefficient of an objective may be chosen.',
  'A family of test functions has one parameter.',
];
const COUPLINGS = [
  { names: ['x', 'y'], says: 'A loss in two weights is a quadratic with one parameter.' },
  { names: ['u', 'v'], says: 'Two parameters of a model are coupled in a penalty.' },
  { names: ['s', 't'], says: 'The energy of two coupled units depends on a number.' },
  { names: ['p', 'q'], says: 'A quadratic model of an objective has a free coefficient.' },
];
const CHECKS = [
  'You check terms before you add them to a convex loss.',
  'A library lists functions for a convex solver.',
  'Five terms are proposed as penalties.',
  'Colleagues suggest five losses.',
];

/** Functions with a number a from 2 on, and why they are convex, or not. */
const CONVEX: readonly Item[] = [
  { of: a => written(expr`ln(1 + exp(${a}*x))`), why: 'the log-sum-exp of two linear functions' },
  { of: a => written(expr`abs(x - ${a})`), why: 'the size of a linear function' },
  { of: a => written(expr`(${a} - x + abs(${a} - x))/2`, math`\max(0, ${a} - x)`), why: 'the maximum of two linear functions' },
  { of: a => written(expr`-ln(${a}*x)`), why: 'its second derivative is positive' },
  { of: a => written(expr`x^2 + ${a}*abs(x)`), why: 'the sum of two convex functions' },
  { of: a => written(expr`exp(x^2 - ${a})`), why: 'a growing convex function of a convex one' },
  { of: a => written(expr`sqrt(x^2 + ${a})`), why: 'the length of a vector with one fixed entry' },
  { of: a => written(expr`-${a}*sqrt(x)`), why: 'its slope grows from far below 0 towards 0' },
];
const NOT_CONVEX: readonly Item[] = [
  { of: a => written(expr`sqrt(${a}*x)`), why: 'its slope falls' },
  { of: a => written(expr`(x^2 - ${a})^2`), why: 'it has two valleys with a hill between them' },
  { of: a => written(expr`x^3 + ${a}*x`), why: say`it bends down for negative ${math`x`}` },
  { of: a => written(expr`1 - exp(-x^2/${a})`), why: 'far out it flattens, so that it bends down' },
  { of: a => written(expr`x*exp(${a}*x)`), why: say`it bends down for very negative ${math`x`}` },
  { of: a => written(expr`abs(x^2 - ${a})`), why: 'it has a hill at 0' },
  { of: a => written(expr`ln(x^2 + ${a})`), why: 'far out it grows slower and slower' },
  { of: a => written(expr`(${a} - abs(2*x - ${a}))/2`, math`\min(x, ${a} - x)`), why: 'the minimum of two lines has a peak' },
];

export default generator({
  id: 'optimization/convexity-test',
  version: 1,
  title: 'Is it convex, and where?',
  bullet: 'Convex Optimization',
  why: 'A convex loss, as in linear or logistic regression, has no bad local minima: any stationary point is a best fit.',
  needs: ['calculus/second-derivative', 'multivariable-calculus/quadratic-forms'],
  levels: [
    level({
      says: 'the gap between a chord and the function',
      par: 50,
      pick(rng) {
        const [kind, parts, b, q] = [rng.index(CHORDS), rng.pick([2, 3, 4]), rng.nonzero(-6, 6), rng.int(-5, 6)];
        const p = q + parts * rng.sign() * rng.int(1, 2);
        const given = { kind, b, p, q, parts };
        if (Math.abs(p) > 6 || p * q === 0 || (at(CHORDS, kind).isPositive && (p < 0 || q < 0))) return undefined;
        const { key, swapped, chord } = chordOf(given);
        return areDifferent(key, swapped, chord, 0) && key.abs().compare(200) < 0 ? given : undefined;
      },
      ask(given) {
        const { kind, p, q } = given;
        const { F, t, s, m, ends, middle, chord, key, swapped, bare } = chordOf(given);
        const [verdict, other] = key.sign() < 0 ? ['refuted', 'open'] : ['open', 'refuted'];
        return {
          statement: say`Take ${math`p = ${p}`}, ${math`q = ${q}`} and ${math`t = ${t}`}. How far is the chord above ${math`f`}, and what does this one chord show? ${display(math`f(x) = ${F}${at(CHORDS, kind).isPositive ? math`,\quad x > 0` : ''}`)} ${display(math`d = t f(p) + (1 - t) f(q) - f(t p + (1 - t) q)`)}`,
          answers: [
            answer.number({
              label: say`${math`d =`}`,
              key,
              mistakes: [
                mistake(key.negated())`The sign is turned: the function is taken away from the chord.`,
                mistake(swapped)`The weights are swapped: ${math`t`} belongs to ${math`p`}.`,
                mistake(chord)`That is the height of the chord. Take the function’s value below it away.`,
                mistake(bare)`You added the ends without their weights.`,
              ],
            }),
            answer.choice({
              label: say`The chord shows:`,
              key: verdict,
              options: [
                { id: 'refuted', text: say`${math`f`} is not convex` },
                { id: 'open', text: say`nothing against convexity, and no proof` },
                { id: 'proved', text: say`${math`f`} is convex` },
              ],
              mistakes: [
                mistake('proved')`One chord proves nothing. For convexity no chord may lie below ${math`f`}.`,
                mistake(other)`Look at the sign of ${math`d`}: a convex function never lies above a chord.`,
              ],
            }),
          ],
          hints: [
            say`A function is convex if none of its chords lies below it anywhere: ${math`d \ge 0`} for all ${math`p`}, ${math`q`} and ${math`t`} from 0 to 1.`,
            say`Find ${math`f`} at both ends and at ${math`t p + (1 - t) q`}. Mix the ends with their weights, and take the third value away.`,
            say`The place between is ${math`${t} \cdot ${bracketed(p)} + ${s} \cdot ${bracketed(q)} = ${m}`}.`,
          ],
          solution: [
            say`The place between is ${m}. There ${math`f(${m}) = ${middle}`}; at the ends ${math`f(${p}) = ${at(ends, 0)}`} and ${math`f(${q}) = ${at(ends, 1)}`}.`,
            say`The chord has the height ${chord} there, so ${math`d = ${chord} - ${bracketed(middle)} = ${key}`}.`,
            verdict === 'refuted'
              ? say`This is negative: the chord lies below ${math`f`}, so ${math`f`} is not convex.`
              : say`This is positive, so this chord says nothing against convexity. It is no proof either: that would take all chords.`,
          ],
        };
      },
      // Newton’s divided differences of the values: the gap is t(1 − t)(q − p)² times the second one.
      verify({ kind, b, p, q, parts }, [key, verdict]) {
        const m = q + (p - q) / parts;
        const f = (x: number) => evaluate(at(CHORDS, kind).of(b), { x });
        const second = ((f(q) - f(m)) / (q - m) - (f(m) - f(p)) / (m - p)) / (q - p);
        const gap = ((parts - 1) / parts ** 2) * (q - p) ** 2 * second;
        return isNear(key.toNumber(), gap) && verdict === (gap < -1e-9 ? 'refuted' : 'open');
      },
    }),

    level({
      says: 'where a function with an exponential or a logarithm is convex',
      par: 75,
      pick(rng) {
        const kind = rng.pick(['product', 'product', 'log', 'bell'] as const);
        const [a, b, side] = [kind === 'product' ? rng.int(-5, 5) : rng.int(1, 6), rng.pick([-2, -1, 1, 2]), rng.sign()];
        return a === 0 ? undefined : { kind, a, b: kind === 'product' ? b : 1, side, scene: rng.index(MODELS) };
      },
      ask(given) {
        const { F, key, concave, rising, other, first, second, factor, rest, borders } = curveOf(given);
        return {
          statement: say`${at(MODELS, given.scene)} Find all ${math`x`} with ${math`f''(x) \ge 0`}. ${display(math`f(x) = ${F}`)}`,
          answers: [
            answer.interval({
              label: say`All ${math`x`}:`,
              key,
              mistakes: [
                mistake(concave)`There ${math`f''`} is negative or 0: that is where ${math`f`} is concave.`,
                mistake(rising)`That is where ${math`f`} rises. Convexity is about the second derivative.`,
                other,
              ],
            }),
          ],
          hints: [
            say`A function is convex on an interval if its second derivative is nowhere negative there.`,
            say`Differentiate twice and factor the result. ${rest} never changes its sign, so the other factor decides.`,
            say`The first derivative is ${math`f'(x) = ${first}`}.`,
          ],
          solution: [
            say`Once: ${math`f'(x) = ${first}`}.`,
            say`Twice: ${math`f''(x) = ${second}`}. Its sign is that of ${factor}.`,
            say`This is 0 at ${list(borders)}, and at least 0 on ${key}.`,
          ],
        };
      },
      // Second differences of the values, scaled by the curve’s own exponential, so that they stay visible far out.
      verify(given, [key]) {
        const halves = Array.from({ length: 65 }, (_, i) => (i - 32) / 2);
        return halves.every(place => key.contains(rational(2 * place, 2)) === bendAt(given, place) > -1e-5);
      },
    }),

    level({
      says: 'for which k a function of one variable is convex',
      par: 90,
      pick(rng) {
        const [isCubicFree, a, root] = [rng.int(0, 1) === 0, rng.pick([1, 2, 3, 6]), rng.int(1, 2)];
        const b = isCubicFree ? (6 * root * root) / a : 4 * rng.nonzero(-2, 2);
        const [c, shift] = [rng.nonzero(-9, 9), rng.nonzero(-5, 5)];
        return { isCubicFree, a, b, c, shift, scene: rng.index(FAMILIES) };
      },
      ask(given) {
        const { a, b, c, shift, isCubicFree } = given;
        const { key, wrongs, bound } = quarticOf(given);
        const [bare, free] = [math`k ${signed(shift)}`, math`(k ${signed(shift)})`];
        const things = isCubicFree ? ['x^4', math`${free} x^3`, 'x^2', 'x'] : ['x^4', 'x^3', math`${free} x^2`, 'x'];
        const F = combination(isCubicFree ? [a, 1, b, c] : [a, b, 1, c], things);
        const second = isCubicFree
          ? combination([12 * a, 6, 2 * b], ['x^2', math`${free} x`, ''])
          : combination([12 * a, 6 * b, 2], ['x^2', 'x', free]);
        const condition = isCubicFree ? math`36 ${free}^2 \le ${96 * a * b}` : math`${36 * b * b} \le ${96 * a} ${free}`;
        return {
          statement: say`${at(FAMILIES, given.scene)} For which ${math`k`} is ${math`f`} convex for all real ${math`x`}? ${display(math`f(x) = ${F}`)}`,
          answers: [answer.interval({ label: say`All ${math`k`}:`, key, mistakes: wrongs })],
          hints: [
            say`A function is convex everywhere if ${math`f''(x) \ge 0`} for all ${math`x`}.`,
            say`Here ${math`f''`} is a parabola that opens upwards. It is nowhere negative if its discriminant is at most 0.`,
            say`The second derivative is ${math`f''(x) = ${second}`}.`,
          ],
          solution: [
            say`Differentiate twice: ${math`f''(x) = ${second}`}.`,
            say`Its discriminant is at most 0 if ${condition}.`,
            say`So ${isCubicFree ? math`\lvert ${bare} \rvert \le ${bound}` : math`${bare} \ge ${bound}`}: ${math`k`} is in ${key}.`,
          ],
        };
      },
      // Second differences of the function, for many k and x.
      verify({ isCubicFree, a, b, c, shift }, [key]) {
        const places = Array.from({ length: 49 }, (_, i) => (i - 24) / 8);
        const halves = Array.from({ length: 101 }, (_, i) => i - 30);
        return [...halves, 300, -300].every(twice => {
          const free = twice / 2 + shift;
          const [cubic, square] = isCubicFree ? [free, b] : [b, free];
          const isConvex = places.every(place => numericBend(x => x * (c + x * (square + x * (cubic + x * a))), place) > -1e-3);
          return key.contains(rational(twice, 2)) === isConvex;
        });
      },
    }),

    level({
      says: 'for which k a function of two variables is convex',
      par: 75,
      pick(rng) {
        const [p, q, scale, times] = [rng.int(1, 4), rng.int(1, 4), rng.int(1, 3), rng.pick([1, 2, 4])];
        const [a, b, c] = rng.int(0, 1) === 0 ? [scale * p * p, times, scale * q * q] : [0, rng.nonzero(-6, 6), rng.int(1, 6)];
        const { bound } = formOf({ a, b, c });
        return bound.isInteger() && bound.compare(30) <= 0 ? { a, b, c, scene: rng.index(COUPLINGS) } : undefined;
      },
      ask(given) {
        const { a, b, c, scene } = given;
        const { names, says } = at(COUPLINGS, scene);
        const { key, wrongs, bound } = formOf(given);
        const [x, y] = [at(names, 0), at(names, 1)];
        const [square, product] = a > 0 ? [math`${x}^2`, math`k ${x} ${y}`] : [math`k ${x}^2`, math`${x} ${y}`];
        const F = combination(a > 0 ? [a, b, c] : [1, 2 * b, c], [square, product, math`${y}^2`]);
        const mixed = a > 0 ? combination([b], ['k']) : math`${2 * b}`;
        const first = a > 0 ? math`${2 * a}` : math`2 k`;
        const condition = a > 0 ? math`${combination([b * b], ['k^2'])} \le ${4 * a * c}` : math`${4 * c} k \ge ${4 * b * b}`;
        return {
          statement: say`${says} For which ${math`k`} is ${math`f`} convex? ${display(math`f = ${F}`)}`,
          answers: [answer.interval({ label: say`All ${math`k`}:`, key, mistakes: wrongs })],
          hints: [
            say`A quadratic is convex if its Hessian is positive semidefinite: diagonal and determinant are at least 0.`,
            say`Write the Hessian with ${math`k`} in it, and solve for ${math`k`} where its determinant is at least 0. Look at the diagonal as well.`,
            say`On the diagonal of the Hessian stand ${first} and ${2 * c}, off the diagonal ${mixed}.`,
          ],
          solution: [
            say`On the diagonal of the Hessian stand ${first} and ${2 * c}, off the diagonal ${mixed}.`,
            say`Its determinant is at least 0 if ${condition}.`,
            say`So ${a > 0 ? math`\lvert k \rvert \le ${bound}` : math`k \ge ${bound}`}, and the diagonal is not negative there: ${math`k`} is in ${key}.`,
          ],
        };
      },
      // The values of the form in 84 directions, for many k: none may be negative.
      verify({ a, b, c }, [key]) {
        const [across, up] = [Array.from({ length: 13 }, (_, i) => i - 6), Array.from({ length: 7 }, (_, i) => i)];
        const halves = Array.from({ length: 151 }, (_, i) => (i - 75) / 2);
        return [...halves, 900, -900].every(k => {
          const [square, mixed] = a > 0 ? [a, b * k] : [k, 2 * b];
          const isConvex = across.every(x => up.every(y => square * x * x + mixed * x * y + c * y * y >= 0));
          return key.contains(rational(2 * k, 2)) === isConvex;
        });
      },
    }),

    level({
      says: 'which of five functions are convex',
      par: 60,
      pick(rng) {
        const items = rng.sample([...[...CONVEX, ...NOT_CONVEX].keys()], 5);
        const count = items.filter(item => item < CONVEX.length).length;
        const numbers = items.map(() => rng.int(2, 6));
        return count < 1 || count > 4 ? undefined : { items, numbers, scene: rng.index(CHECKS) };
      },
      ask({ items, numbers, scene }) {
        const all = listed(items, numbers);
        const key = all.filter(({ isConvex }) => isConvex).map(({ id }) => id);
        return {
          statement: say`${at(CHECKS, scene)} Which of them are convex, each on its whole domain? The domain is ${math`x > 0`} where a root or a logarithm of a multiple of ${math`x`} stands, and all real ${math`x`} elsewhere.`,
          answers: [
            answer.several({
              key,
              options: all.map(({ id, shown }) => ({ id, text: say`${shown}` })),
              mistakes: all.map(({ id, shown, isConvex, why }) =>
                isConvex
                  ? mistake(key.filter(other => other !== id))`You left out ${shown}, which is convex: ${why}.`
                  : mistake([...key, id])`Look at ${shown} again: ${why}.`,
              ),
            }),
          ],
          hints: [
            say`A function is convex if no chord lies below it. Where it is smooth, its second derivative is nowhere negative.`,
            say`Sums and maxima of convex functions are convex. Products, differences and minima need not be. Look for a hill, or a part that bends down.`,
            say`Begin with ${at(all, 0).shown}: is there a chord that lies below it?`,
          ],
          solution: all.map(({ shown, isConvex, why }) => say`${shown} is ${isConvex ? 'convex' : 'not convex'}: ${why}.`),
        };
      },
      // Half way on every chord between 49 places, from the values alone.
      verify({ items, numbers }, [key]) {
        const convex = listed(items, numbers).map(({ f }) => {
          const values = Array.from({ length: 49 }, (_, i) => f((i - 24) / 4)).filter(Number.isFinite);
          const isBelow = (i: number, j: number) => at(values, i) + at(values, j) < 2 * at(values, (i + j) / 2) - 1e-7;
          return values.every((_, i) => values.every((_, j) => (i + j) % 2 !== 0 || !isBelow(i, j)));
        });
        return key.length === convex.filter(Boolean).length && key.every(id => convex[Number(id.slice(1)) - 1] === true);
      },
    }),
  ],
});

/** A function of x, and how it is shown. */
function written(e: Expression, shown = math`${e}`) {
  return { shown, f: (x: number) => evaluate(e, { x }) };
}

function listed(items: readonly number[], numbers: readonly number[]) {
  return paired(items, numbers).map(([item, a], i) => {
    const { of, why } = at([...CONVEX, ...NOT_CONVEX], item);
    return { ...of(a), why, isConvex: item < CONVEX.length, id: `f${i + 1}` };
  });
}

/** The gap under the chord at (p + (parts − 1)q)/parts, and what slips make of it. */
function chordOf({ kind, b, p, q, parts }: Chord) {
  const F = simplify(at(CHORDS, kind).of(b));
  const f = (x: number) => sure(evaluateExact(F, { x: rational(x) }));
  const [t, s, m] = [rational(1, parts), rational(parts - 1, parts), q + (p - q) / parts];
  const [first, last, middle] = [f(p), f(q), f(m)];
  const chord = first.times(t).plus(last.times(s));
  const [key, bare] = [chord.minus(middle), first.plus(last).minus(middle)];
  const swapped = first.times(s).plus(last.times(t)).minus(middle);
  return { F, t, s, m, ends: [first, last], middle, chord, key, swapped, bare };
}

/** The curve, where it is convex, concave and rising, its second derivative, and the factor of it that changes its sign. */
function curveOf({ kind, a, b, side }: Curve) {
  if (kind === 'product') return productOf(a, b, side);
  const G = kind === 'log' ? expr`ln(x^2 + ${a * a})` : expr`exp(-x^2/${2 * a * a})`;
  const isInside = (kind === 'log') === side > 0;
  const [inside, outside] = [interval('[', -a, a, ']'), ray(-a, false).union(ray(a, true))];
  const factor = isInside ? math`${a * a} - x^2` : math`x^2 - ${a * a}`;
  const scaled = a > 1 ? math`\frac{${factor}}{${a ** 4}}` : math`(${factor})`;
  const half = isInside ? interval('[', 0, a, ']') : ray(a, true);
  return {
    F: side > 0 ? G : negate(G),
    key: isInside ? inside : outside,
    concave: isInside ? outside : inside,
    rising: ray(0, isInside),
    other: mistake(half)`Look at negative ${math`x`} too: ${math`f`} is the same on both sides of 0.`,
    factor,
    first: simplify(derivative(side > 0 ? G : negate(G), 'x')),
    second: kind === 'log' ? math`\frac{2 (${factor})}{(x^2 + ${a * a})^2}` : math`${scaled} ${G}`,
    rest: kind === 'log' ? 'A square below the fraction line' : 'The exponential',
    borders: [-a, a],
  };
}

function productOf(a: number, b: number, side: number) {
  const growth = expr`exp(${polynomial([0, b]).toExpression('x')})`;
  const G = expr`(${polynomial([a, 1]).toExpression('x')})*${growth}`;
  const factor = math`${polynomial([side * (b * b * a + 2 * b), side * b * b]).toExpression('x')}`;
  return {
    F: side > 0 ? G : negate(G),
    key: ray(-a - 2 / b, side > 0),
    concave: ray(-a - 2 / b, side < 0),
    rising: ray(rational(-1, b).minus(a), side * b > 0),
    other: mistake(ray(-a, side > 0))`That is where ${math`f`} itself is not negative. Its sign says nothing about its bend.`,
    factor,
    first: expr`(${polynomial([side * (a * b + 1), side * b]).toExpression('x')})*${growth}`,
    second: math`(${factor}) ${growth}`,
    rest: 'The exponential',
    borders: [-a - 2 / b],
  };
}

function ray(from: Rational | number, isUp: boolean): IntervalUnion {
  return isUp ? interval('[', from, 'inf', ')') : interval('(', '-inf', from, ']');
}

/** The second difference of the curve at a place, up to a positive factor. */
function bendAt({ kind, a, b, side }: Curve, place: number): number {
  const curves = {
    product: (t: number) => (place + a + t) * Math.exp(b * t),
    log: (t: number) => Math.log((place + t) ** 2 + a * a),
    bell: (t: number) => Math.exp(-(2 * place * t + t * t) / (2 * a * a)),
  };
  return side * numericBend(curves[kind], 0);
}

/** The k for which a quartic is convex: from −bound to bound, or from bound on, for the whole bracket. */
function quarticOf({ isCubicFree, a, b, shift }: Quartic) {
  const bound = isCubicFree ? sure(rational(8 * a * b, 3).sqrt()) : rational(3 * b * b, 8 * a);
  const [from, to] = [bound.negated().minus(shift), bound.minus(shift)];
  const atLeast = isCubicFree ? interval('[', bound.negated(), bound, ']') : ray(bound, true);
  return {
    bound,
    key: isCubicFree ? interval('[', from, to, ']') : ray(to, true),
    wrongs: [
      isCubicFree
        ? mistake(ray(to, false))`The square limits the bracket on both sides. There is a smallest ${math`k`} too.`
        : mistake(ray(to, false))`The sign is turned: a larger ${math`k`} lifts ${math`f''`}.`,
      isCubicFree
        ? mistake(ray(from, false).union(ray(to, true)))`There the discriminant is not negative: ${math`f''`} has roots.`
        : mistake(ray(-shift, true))`That looks at ${math`x = 0`} only. The parabola ${math`f''`} is lower elsewhere.`,
      mistake(
        isCubicFree ? interval('(', from, to, ')') : interval('(', to, 'inf', ')'),
      )`Where ${math`f''`} only touches 0, it is not negative. Such an end belongs to the answer.`,
      mistake(atLeast)`That is the bound for the whole bracket. Solve it for ${math`k`}.`,
    ],
  };
}

/** ax² + bk·xy + cy², or kx² + 2b·xy + cy² where a is 0. */
function formOf({ a, b, c }: { a: number; b: number; c: number }) {
  if (a === 0) {
    const bound = rational(b * b, c);
    return {
      bound,
      key: ray(bound, true),
      wrongs: [
        mistake(ray(0, true))`That looks at the diagonal only. The determinant has to be at least 0 as well.`,
        mistake(ray(bound.times(4), true))`The squares count twice in the Hessian: ${math`2 k`} and ${2 * c} on the diagonal.`,
        mistake(ray(bound, false))`The sign is turned: a larger ${math`k`} makes ${math`f`} steeper.`,
        mistake(interval('(', bound, 'inf', ')'))`At the end the determinant is 0, and ${math`f`} is still convex.`,
      ],
    };
  }
  const bound = sure(rational(4 * a * c, b * b).sqrt());
  return {
    bound,
    key: interval('[', bound.negated(), bound, ']'),
    wrongs: [
      mistake(interval('[', 0, bound, ']'))`A negative ${math`k`} counts as well: only its square stands in the determinant.`,
      mistake(interval('[', bound.over(-2), bound.over(2), ']'))`On the Hessian’s diagonal the squares count twice.`,
      mistake(ray(bound, false))`A very negative ${math`k`} makes the determinant negative too.`,
      mistake(interval('(', bound.negated(), bound, ')'))`At the ends the determinant is 0, and ${math`f`} is still convex.`,
    ],
  };
}
