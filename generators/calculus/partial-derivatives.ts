// Partial derivatives: of polynomials, of exponentials and logarithms, of the loss of a line, and mixed second ones.
import {
  add,
  answer,
  areDifferent,
  at,
  call,
  combination,
  derivative,
  display,
  type Expression,
  evaluate,
  evaluateExact,
  expr,
  type Formula,
  generator,
  isNear,
  level,
  math,
  mistake,
  multiply,
  numericSlope,
  ONE,
  paired,
  polynomial,
  power,
  probes,
  productSum,
  type Rational,
  type Rng,
  rational,
  say,
  signed,
  signedSum,
  simplify,
  sum,
  tex,
  variable,
} from '#kit';

/** A row [c, i, j] is c·xⁱ·yʲ. */
type Terms = readonly (readonly number[])[];
type Sum = Named & { terms: number[][] };
/** Which variable moves (0 or 1), and the scene. */
type Named = { by: number; scene: number };
/** c·exp(u) or c·ln(u), with the inside u as terms, and one more term added. */
type Chain = Named & { kind: 'sum' | 'product' | 'ln'; c: number; inner: number[][]; rest: number[]; point: number[] };
type Line = { x: number[]; y: number[]; w: number; b: number; scene: number };
type Mixed = { terms: number[][]; kind: 'none' | 'exp' | 'ln'; c: number; inner: number[]; scene: number };

const SCENES = [
  { f: 'f', x: 'x', y: 'y', says: say`A surface has the equation ${math`z = f(x, y)`}.` },
  { f: 'L', x: 'w', y: 'b', says: say`A loss ${math`L`} depends on a weight ${math`w`} and a bias ${math`b`}.` },
  { f: 'J', x: 'u', y: 'v', says: say`An objective ${math`J`} depends on two parameters ${math`u`} and ${math`v`}.` },
  { f: 'g', x: 's', y: 't', says: say`A unit turns the inputs ${math`s`} and ${math`t`} into one output ${math`g`}.` },
] as const;
const LINES = [
  say`The line ${math`w x + b`} is fitted to two points.`,
  say`A forecast ${math`w x + b`} is trained on two days.`,
  say`A linear unit ${math`w x + b`} learns from two examples.`,
  say`A linear model ${math`w x + b`} is fitted to two measurements.`,
];

const EXPONENTS = paired([1, 1, 2, 2], [1, 2, 1, 2]);

export default generator({
  id: 'calculus/partial-derivatives',
  version: 1,
  title: 'Partial derivatives',
  bullet: 'Differentiation',
  why: 'A loss has one slope for each weight and bias: move one of them, and hold all others fixed.',
  needs: ['calculus/chain-rule'],
  levels: [
    level({
      says: 'the slope of a polynomial in one of two variables, at a point',
      par: 35,
      pick(rng) {
        const point = [rng.nonzero(-3, 3), rng.nonzero(-3, 3)];
        const given = { ...drawSum(rng, [rng.int(1, 3), 0]), point };
        if (point[0] === point[1]) return undefined;
        const values = Object.values(partialsOf(given)).map(terms => valueAt(terms, point));
        return values.every(value => value.abs().compare(150) < 0) && areDifferent(...values) ? given : undefined;
      },
      ask(given) {
        const { terms, point } = given;
        const { x, y, other, asked, shown, hints } = namesOf(given);
        const { key } = partialsOf(given);
        const value = (some: Terms) => valueAt(some, point);
        return {
          statement: askFor(given, shown(terms), point),
          answers: [answer.number({ label: say`${asked}:`, key: value(key), mistakes: slipsOf(given, value) })],
          hints: [...hints, say`The term ${shown([at(terms, 0)])} gives ${shown([at(key, 0)])}.`],
          solution: [
            say`With ${math`${other}`} held fixed: ${math`${asked} = ${shown(key)}`}.`,
            say`At ${math`${x} = ${at(point, 0)}`}, ${math`${y} = ${at(point, 1)}`}: ${math`${signedSum(key.map(term => value([term])))} = ${value(key)}`}.`,
          ],
        };
      },
      // The coefficient of t where the one variable moves by t and the other stays, multiplied out.
      verify: (given, [key]) => key.equals(slopeAt(given, given.point)),
    }),

    level({
      says: 'a partial derivative as a formula',
      par: 35,
      pick(rng) {
        const [i, j] = rng.pick(EXPONENTS);
        const given = drawSum(rng, [i, j]);
        const texts = Object.values(partialsOf(given)).map(terms => JSON.stringify(terms));
        const isDouble = at(given.terms, 0).slice(1).join() === at(given.terms, 1).slice(1).join();
        return !isDouble && areDifferent(...texts) ? given : undefined;
      },
      ask(given) {
        const { x, y, asked, shown, hints } = namesOf(given);
        const { terms, by } = given;
        const { key } = partialsOf(given);
        return {
          statement: askFor(given, shown(terms)),
          answers: [
            answer.expression({ label: say`${asked}:`, key: shown(key), variables: [x, y], mistakes: slipsOf(given, shown) }),
          ],
          hints: [...hints, say`The term ${shown([at(terms, 0)])} gives ${shown([at(key, 0)])}.`],
          solution: [
            ...terms.map(term => say`The term ${shown([term])} gives ${shown(slopes([term], by))}.`),
            say`Together: ${math`${asked} = ${shown(key)}`}.`,
          ],
        };
      },
      // At six places: the coefficient of t where the one variable moves by t and the other stays, multiplied out.
      verify(given, [key]) {
        const { x, y } = at(SCENES, given.scene);
        const numbers = probes(given, 12);
        return [0, 2, 4, 6, 8, 10].every(i => {
          const [p, q] = [at(numbers, i), at(numbers, i + 1)];
          const value = evaluateExact(key, { [x]: rational(p), [y]: rational(q) });
          return value?.equals(slopeAt(given, [p, q])) ?? false;
        });
      },
    }),

    level({
      says: 'with an exponential or a logarithm, at a point',
      par: 50,
      pick(rng) {
        const [a, b, c, by] = [rng.nonzero(-4, 4), rng.nonzero(-4, 4), rng.nonzero(-5, 5), rng.int(0, 1)];
        const [p, q, v] = [rng.nonzero(-3, 3), rng.nonzero(-3, 3), rng.int(2, 6)];
        const kind = rng.pick(['sum', 'product', 'ln'] as const);
        const linear = [
          [a, 1, 0],
          [b, 0, 1],
        ];
        const { inner, point } = {
          sum: { inner: linear, point: [b, -a] },
          product: { inner: [[a, 1, 1]], point: by === 0 ? [0, q] : [p, 0] },
          ln: { inner: [...linear, [v - a * p - b * q, 0, 0]], point: [p, q] },
        }[kind];
        const rest = [rng.nonzero(-4, 4), ...rng.pick(EXPONENTS.slice(0, 3))];
        const given = { kind, c, inner, rest, point, by, scene: rng.index(SCENES) };
        const { key, bare, turned, flat, added } = chainOf(given);
        const isKind = !flat.isZero() && key.abs().compare(150) < 0 && key.denominator < 20n;
        return isKind && areDifferent(key, bare, turned, flat, added) ? given : undefined;
      },
      ask(given) {
        const { kind, inner, point } = given;
        const { own, other, asked, shown, hints } = namesOf(given);
        const F = chainFormula(given);
        const { key, bare, turned, flat, added, outerValue, inside, insideSlope, value } = chainOf(given);
        const isLn = kind === 'ln';
        return {
          statement: askFor(given, F, point),
          answers: [
            answer.number({
              label: say`${asked}:`,
              key,
              mistakes: [
                mistake(bare)`You lost the inner slope: multiply by the slope of ${shown(inner)} in ${math`${own}`}.`,
                mistake(
                  turned,
                )`That is the slope in ${math`${other}`}. Here ${math`${own}`} moves and ${math`${other}`} is a constant.`,
                mistake(flat)`${isLn ? say`You lost the term with the logarithm.` : say`You took ${math`e^0`} for 0. It is 1.`}`,
                mistake(added)`You lost the last term. It changes with ${math`${own}`} too.`,
              ],
            }),
          ],
          hints: [
            at(hints, 0),
            say`Chain rule: the outer slope at the inner value, times the slope of the inside in ${math`${own}`}.`,
            say`The inside ${shown(inner)} is ${inside} there, and its slope in ${math`${own}`} is ${insideSlope}.`,
          ],
          solution: [
            say`With ${math`${other}`} held fixed: ${math`${asked} = ${derivative(F, own)}`}.`,
            say`At this point the inside is ${inside}, ${isLn ? say`so the outer slope is ${outerValue}` : say`and ${math`e^0 = 1`}`}.`,
            say`Together: ${math`${signedSum([value, flat])} = ${key}`}.`,
          ],
        };
      },
      // A difference quotient in the one variable.
      verify(given, [key]) {
        const F = chainFormula(given);
        const { x, y } = at(SCENES, given.scene);
        const [p, q] = [at(given.point, 0), at(given.point, 1)];
        const along = (t: number) => evaluate(F, given.by === 0 ? { [x]: t, [y]: q } : { [x]: p, [y]: t });
        return isNear(key.toNumber(), numericSlope(along, given.by === 0 ? p : q));
      },
    }),

    level({
      says: 'both slopes of the squared error of a line',
      par: 60,
      pick(rng) {
        const [w, b] = [rng.nonzero(-3, 3), rng.nonzero(-4, 4)];
        const x = [rng.nonzero(-4, 4), rng.nonzero(-4, 4)];
        const errors = [rng.nonzero(-4, 4), rng.nonzero(-4, 4)];
        const y = x.map((value, i) => w * value + b - at(errors, i));
        const given = { x, y, w, b, scene: rng.index(LINES) };
        const { ofW, ofB, alone } = lineOf(given);
        const isDull = x[0] === x[1] || y.some(value => value === 0 || Math.abs(value) > 15) || ofB === 0 || ofW === 0;
        return !isDull && areDifferent(ofW, ofB, alone) ? given : undefined;
      },
      ask(given) {
        const { x, y, w, b, scene } = given;
        const { errors, ofW, ofB, alone } = lineOf(given);
        const squares = x.map((value, i) => math`(${combination([value, 1], ['w', 'b'])} ${signed(-at(y, i))})^2`);
        const [inW, inB] = [partial('L', 'w'), partial('L', 'b')];
        return {
          statement: say`${at(LINES, scene)} Find both partial derivatives of its loss ${math`L`} at ${math`w = ${w}`}, ${math`b = ${b}`}. ${display(math`L(w, b) = ${at(squares, 0)} + ${at(squares, 1)}`)}`,
          answers: [
            answer.number({
              label: say`${inW}:`,
              key: ofW,
              mistakes: [
                mistake(ofB)`The inner slope is missing: in ${math`w`} each bracket has the slope that stands before ${math`w`}.`,
                mistake(rational(ofW, 2))`The factor 2 is missing. Each square brings it down.`,
                mistake(alone)`That is the first square alone. Both of them change with ${math`w`}.`,
                mistake(-ofW)`The sign is turned. Each bracket is taken as it stands.`,
              ],
            }),
            answer.number({
              label: say`${inB}:`,
              key: ofB,
              mistakes: [
                mistake(ofW)`In ${math`b`} each bracket has the slope 1. Do not multiply by what stands before ${math`w`}.`,
                mistake(rational(ofB, 2))`The factor 2 is missing. Each square brings it down.`,
                mistake(2 * at(errors, 0))`That is the first square alone. Both of them change with ${math`b`}.`,
                mistake(-ofB)`The sign is turned. Each bracket is taken as it stands.`,
              ],
            }),
          ],
          jointMistakes: [
            {
              wrong: [rational(ofB), rational(ofW)],
              says: say`The two are swapped: ${math`w`} has the factors before it as inner slopes, ${math`b`} has 1.`,
            },
          ],
          hints: [
            say`Chain rule: the slope of a square is twice the bracket, times the slope of the bracket.`,
            say`Work out both brackets. In ${math`w`} their slopes are what stands before ${math`w`}; in ${math`b`} they are 1.`,
            say`The first bracket is ${at(errors, 0)} there.`,
          ],
          solution: [
            say`At this place the brackets are ${at(errors, 0)} and ${at(errors, 1)}.`,
            say`In ${math`w`}: ${math`${inW} = 2 (${productSum(paired(errors, x))}) = ${ofW}`}.`,
            say`In ${math`b`}: ${math`${inB} = 2 (${signedSum(errors)}) = ${ofB}`}.`,
          ],
        };
      },
      // The loss is a parabola along each axis: half the difference of its values one step ahead and one step back.
      verify({ x, y, w, b }, [inW, inB]) {
        const loss = (slope: number, start: number) =>
          x.reduce((total, value, i) => total + (slope * value + start - at(y, i)) ** 2, 0);
        return inW.times(2).equals(loss(w + 1, b) - loss(w - 1, b)) && inB.times(2).equals(loss(w, b + 1) - loss(w, b - 1));
      },
    }),

    level({
      says: 'the mixed second derivative',
      par: 55,
      pick(rng) {
        const kind = rng.pick(['exp', 'ln', 'none'] as const);
        const [i, j] = rng.pick(EXPONENTS);
        const { terms, scene } = drawSum(rng, [i, j]);
        const isDouble = at(terms, 0).slice(1).join() === at(terms, 1).slice(1).join();
        const inner = kind === 'exp' ? [rng.nonzero(-3, 3), rng.nonzero(-3, 3)] : [rng.int(1, 3)];
        return isDouble ? undefined : { terms, kind, c: rng.nonzero(-4, 4), inner, scene };
      },
      ask(given) {
        const { kind, scene } = given;
        const { f, x, y, says } = at(SCENES, scene);
        const { F, first, key, square, once } = mixedOf(given);
        const asked = tex(
          `\\frac{\\partial^2 ${f}}{\\partial ${x} \\, \\partial ${y}}`,
          `the mixed second derivative of ${f} with respect to ${x} and ${y}`,
        );
        const condition = kind === 'ln' ? say`${math`${y} > 0`} and ` : '';
        return {
          statement: say`${says} Find ${asked} for ${condition}${display(math`${f}(${x}, ${y}) = ${F}`)}`,
          answers: [
            answer.expression({
              label: say`${asked}:`,
              key,
              variables: [x, y],
              ...(kind === 'ln' && { assume: { [y]: [rational(0), null] as const } }),
              mistakes: [
                mistake(square)`You differentiated twice in ${math`${x}`}. Once in ${math`${x}`}, once in ${math`${y}`}.`,
                mistake(first)`That is the first derivative in ${math`${x}`}. Differentiate it in ${math`${y}`}.`,
                mistake(once)`You lost an inner factor of the exponential. Each of the two steps brings out its own.`,
              ],
            }),
          ],
          hints: [
            say`Differentiate in one variable, then the result in the other one. Both orders give the same here.`,
            say`Terms with one variable only drop out. In each step, the other variable is a constant.`,
            say`In ${math`${x}`} first: ${math`${partial(f, x)} = ${first}`}.`,
          ],
          solution: [
            say`In ${math`${x}`}: ${math`${partial(f, x)} = ${first}`}.`,
            say`The result in ${math`${y}`}: ${math`${asked} = ${key}`}.`,
            say`In the other order, ${math`${y}`} first, the same comes out.`,
          ],
        };
      },
      // Difference quotients in one variable of difference quotients in the other, of the function itself.
      verify(given, [key]) {
        const { x, y } = at(SCENES, given.scene);
        const { F } = mixedFormula(given);
        const numbers = probes(given, 6, 1, 9).map((n, i) => (n + 2 * i) / 13 + 0.2);
        return [0, 2, 4].every(i => {
          const [p, q] = [at(numbers, i), at(numbers, i + 1)];
          const inX = (v: number) => numericSlope(u => evaluate(F, { [x]: u, [y]: v }), p);
          return isNear(evaluate(key, { [x]: p, [y]: q }), numericSlope(inX, q), 1e-5);
        });
      },
    }),
  ],
});

/** A mixed term, one with these exponents (of the variable that moves, and of the other), and one that does not move. */
function drawSum(rng: Rng, [i, j]: readonly [number, number]): Sum {
  const [by, scene] = [rng.int(0, 1), rng.index(SCENES)];
  const m = rng.int(1, 3);
  const coefficient = () => rng.nonzero(-6, 6);
  const terms = [
    [coefficient(), m, rng.int(1, m === 1 ? 2 : 1)],
    [coefficient(), i, j],
    [coefficient(), 0, rng.int(1, 3)],
  ];
  return { terms: terms.map(([c = 0, own = 0, other = 0]) => (by === 0 ? [c, own, other] : [c, other, own])), by, scene };
}

/** The slopes of the terms that have the variable. */
function slopes(terms: Terms, by: number): Terms {
  const place = by + 1;
  return terms
    .filter(term => at(term, place) > 0)
    .map(term => term.with(place, at(term, place) - 1).with(0, at(term, 0) * at(term, place)));
}

function partialsOf({ terms, by }: Sum) {
  const key = slopes(terms, by);
  const other = 2 - by;
  return {
    key,
    turned: slopes(terms, 1 - by),
    kept: [...key, ...terms.filter(term => term[by + 1] === 0)],
    both: key.flatMap(term => (term[other] === 0 ? [term] : slopes([term], 1 - by))),
    dropped: key.map(term => term.with(other, 0)),
  };
}

function slipsOf<Key>(given: Sum, shown: (terms: Terms) => Key) {
  const { own, other } = namesOf(given);
  const { turned, kept, both, dropped } = partialsOf(given);
  return [
    mistake(
      shown(turned),
    )`That is the slope in ${math`${other}`}. Here ${math`${own}`} moves and ${math`${other}`} is a constant.`,
    mistake(shown(kept))`A term without ${math`${own}`} does not change when ${math`${own}`} moves: its slope is 0.`,
    mistake(shown(both))`You differentiated a factor in ${math`${other}`} too. It is a constant here: keep it as it is.`,
    mistake(shown(dropped))`You dropped the factors in ${math`${other}`}. A constant factor stays.`,
  ];
}

function valueAt(terms: Terms, [p = 0, q = 0]: readonly number[]): Rational {
  return sum(terms.map(([c = 0, i = 0, j = 0]) => rational(p).power(i).times(rational(q).power(j)).times(c)));
}

function sumOf(terms: Terms, x: string, y: string): Expression {
  return simplify(add(...terms.map(([c = 0, i = 0, j = 0]) => multiply(c, power(variable(x), i), power(variable(y), j)))));
}

function slopeAt({ terms, by }: Sum, point: readonly number[]): Rational {
  const moved = terms.map(([c = 0, ...exponents]) => {
    const fixed = rational(at(point, 1 - by)).power(at(exponents, 1 - by));
    return polynomial([at(point, by), 1])
      .power(at(exponents, by))
      .times(fixed.times(c));
  });
  return moved.reduce((total, term) => total.plus(term)).coefficient(1);
}

function partial(f: string, x: string): Formula {
  return tex(`\\frac{\\partial ${f}}{\\partial ${x}}`, `the partial derivative of ${f} with respect to ${x}`);
}

function namesOf({ by, scene }: Named) {
  const { f, x, y } = at(SCENES, scene);
  const [own, other] = by === 0 ? [x, y] : [y, x];
  const asked = partial(f, own);
  const shown = (terms: Terms) => sumOf(terms, x, y);
  const hints = [
    say`For ${asked} only ${math`${own}`} moves. Treat ${math`${other}`} as a number.`,
    say`Differentiate term by term in ${math`${own}`}. A term without ${math`${own}`} drops out, and factors in ${math`${other}`} stay.`,
  ];
  return { x, y, own, other, asked, shown, hints };
}

function askFor(given: Named, F: Expression, point?: readonly number[]) {
  const { f, x, y, says } = at(SCENES, given.scene);
  const where = point ? say` at ${math`(${x}, ${y}) = (${at(point, 0)}, ${at(point, 1)})`}` : '';
  return say`${says} Find ${namesOf(given).asked}${where} for ${display(math`${f}(${x}, ${y}) = ${F}`)}`;
}

function chainFormula(given: Chain): Expression {
  const { kind, c, inner, rest, scene } = given;
  const { x, y } = at(SCENES, scene);
  const outer = call(kind === 'ln' ? 'ln' : 'exp', sumOf(inner, x, y));
  return simplify(add(multiply(c, outer), sumOf([rest], x, y)));
}

function chainOf({ kind, c, inner, rest, point, by }: Chain) {
  const [inside, insideSlope] = [valueAt(inner, point), valueAt(slopes(inner, by), point)];
  const outerValue = kind === 'ln' ? ONE.over(inside) : ONE;
  const [flat, value] = [valueAt(slopes([rest], by), point), outerValue.times(insideSlope).times(c)];
  const elsewhere = outerValue.times(valueAt(slopes(inner, 1 - by), point)).times(c);
  return {
    inside,
    insideSlope,
    outerValue,
    value,
    flat,
    key: value.plus(flat),
    bare: outerValue.times(c).plus(flat),
    turned: elsewhere.plus(valueAt(slopes([rest], 1 - by), point)),
    added: value,
  };
}

function lineOf({ x, y, w, b }: Line) {
  const errors = x.map((value, i) => w * value + b - at(y, i));
  const slopesInW = paired(errors, x).map(([error, value]) => 2 * error * value);
  const total = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  return { errors, ofW: total(slopesInW), ofB: 2 * total(errors), alone: at(slopesInW, 0) };
}

function mixedFormula({ terms, kind, c, inner, scene }: Mixed) {
  const { x, y } = at(SCENES, scene);
  const [a = 1, b = 1] = inner;
  const linear = sumOf(
    [
      [a, 1, 0],
      [b, 0, 1],
    ],
    x,
    y,
  );
  const special = { exp: expr`${c}*exp(${linear})`, ln: expr`${c}*${variable(x)}^${a}*ln(${variable(y)})`, none: expr`0` }[kind];
  return { F: simplify(add(sumOf(terms, x, y), special)), special };
}

function mixedOf(given: Mixed) {
  const { x, y } = at(SCENES, given.scene);
  const [a = 1, b = 1] = given.inner;
  const { F, special } = mixedFormula(given);
  const first = derivative(F, x);
  const key = derivative(first, y);
  const once = given.kind === 'exp' ? simplify(add(key, multiply(a - a * b, special))) : key;
  return { F, first, key, square: derivative(first, x), once };
}
