// Derivatives of e^x, ln x, sine and cosine: slopes at friendly points, product rule and log rules, and a log-likelihood.
import {
  add,
  answer,
  areDifferent,
  at,
  combination,
  derivative,
  display,
  divide,
  type Expression,
  evaluate,
  expr,
  type Formula,
  formula,
  generator,
  isNear,
  level,
  math,
  mistake,
  multiply,
  numericSlope,
  ONE,
  power,
  probes,
  productSum,
  type Rational,
  type Rng,
  rational,
  say,
  signed,
  simplify,
  variable,
} from '#kit';

/** a·e^(kx), a·ln(kx) or a·sin(kx) + b·cos(kx), and cx + d added; the slope is looked for at ln m, at m or at m quarter turns. */
type Curve = { kind: 'exp' | 'ln' | 'wave'; a: number; b: number; k: number; c: number; d: number; m: number; scene: number };
/** a·x·ln(x^n) + bx or (ax + b)·e^x. */
type Product = { kind: 'log' | 'exp'; a: number; b: number; n: number; scene: number };
/** a·x·ln(kx) + bx at e^m/k. */
type Entropy = { a: number; b: number; k: number; m: number; scene: number };
type Counts = { m: number; n: number; p: string; scene: number };

/** Whose slope is looked for; the formula of the slope follows. */
const SCENES = [
  { f: 'f', x: 'x', says: say`A curve has the equation ${math`y = f(x)`}. Find its slope` },
  { f: 'J', x: 'w', says: say`An objective ${math`J`} depends on one weight ${math`w`}. For a gradient step, find the slope` },
  { f: 'g', x: 'u', says: say`A unit turns the input ${math`u`} into the output ${math`g(u)`}. Find the sensitivity` },
  { f: 's', x: 't', says: say`A signal has the value ${math`s(t)`} at time ${math`t`}. Find the rate of change` },
  { f: 'h', x: 'z', says: say`A step of Newton’s method divides by the slope of ${math`h`}. Find this slope` },
] as const;
/** Whose derivative is looked for. */
const FUNCTIONS = [
  { f: 'f', x: 'x', says: say`Differentiate the function ${math`f`}. Find` },
  { f: 'J', x: 'w', says: say`To take gradient steps from any weight ${math`w`}, find the derivative` },
  { f: 'g', x: 'u', says: say`How strongly does the output ${math`g(u)`} of a unit react to its input ${math`u`}? Find` },
  { f: 's', x: 't', says: say`A signal has the value ${math`s(t)`} at time ${math`t`}. Find its rate of change` },
  { f: 'h', x: 'z', says: say`Newton’s method on ${math`h`} needs the derivative at every step. Find` },
] as const;
/** What was counted, m and n times, and whose probability p is. */
const COUNTS = [
  { first: 'messages were spam', second: 'were not', what: 'spam' },
  { first: 'visitors clicked', second: 'did not', what: 'a click' },
  { first: 'tosses of a coin were heads', second: 'were tails', what: 'heads' },
  { first: 'answers of a model were right', second: 'were not', what: 'a right answer' },
  { first: 'days went by without a failure', second: 'did not', what: 'a day without a failure' },
] as const;

export default generator({
  id: 'calculus/exp-log-derivatives',
  version: 1,
  title: 'Derivatives of exponentials, logarithms, sine and cosine',
  bullet: 'Differentiation',
  why: 'Likelihoods, entropies, softmax and positional encodings are built from these functions.',
  needs: ['calculus/power-rule', 'calculus/exponent-log-rules'],
  levels: [
    level({
      says: 'the slope of eˣ or ln x at a friendly point',
      par: 25,
      pick: rng => drawCurve(rng, rng.pick(['exp', 'ln'] as const), 1),
      ask: askSlope,
      verify: provesSlope,
    }),

    level({
      says: 'with a factor inside, or sine and cosine',
      par: 35,
      pick(rng) {
        const kind = rng.pick(['exp', 'ln', 'wave', 'wave'] as const);
        return drawCurve(rng, kind, { exp: rng.pick([-2, -1, 2, 2, 3]), ln: rng.int(2, 5), wave: rng.int(1, 3) }[kind]);
      },
      ask: askSlope,
      verify: provesSlope,
    }),

    level({
      says: 'products with ln x or eˣ',
      par: 45,
      pick(rng) {
        const kind = rng.pick(['log', 'exp'] as const);
        const n = kind === 'log' ? rng.int(1, 4) : 1;
        return { kind, a: rng.nonzero(-5, 5), b: rng.nonzero(-6, 6), n, scene: rng.index(FUNCTIONS) };
      },
      ask: askProduct,
      verify: provesProduct,
    }),

    level({
      says: 'x ln x, as in entropies, at a power of e',
      par: 45,
      pick(rng) {
        const [a, b] = [rng.nonzero(-5, 5), rng.nonzero(-6, 6)];
        return { a, b, k: rng.pick([1, 1, 2, 3]), m: rng.pick([-2, -1, 2, 3, 4]), scene: rng.index(SCENES) };
      },
      ask: askEntropy,
      verify: provesEntropy,
    }),

    level({
      says: 'the slope and the top of a log-likelihood',
      par: 60,
      pick(rng) {
        const p = rng.pick(['1/2', '1/3', '2/3', '1/4', '3/4', '1/5', '2/5', '3/5', '4/5']);
        const given = { m: rng.int(2, 12), n: rng.int(2, 12), p, scene: rng.index(COUNTS) };
        const { slope, plus, top, ratio } = likelihood(given);
        return slope.isInteger() && areDifferent(slope, plus, 0) && areDifferent(top, ratio, '1/2') ? given : undefined;
      },
      ask(given) {
        const { m, n, scene } = given;
        const { p, rest, slope, plus, first, products, top, ratio, other } = likelihood(given);
        const { first: says, second, what } = at(COUNTS, scene);
        const rule = math`${expr`${m}/p`} - ${expr`${n}/(1 - p)`}`;
        return {
          statement: say`${m} ${says} and ${n} ${second}. Let ${math`p`} be the probability of ${what}. Find the slope of the log-likelihood ${math`\ell`} at ${math`p = ${p}`}, and the place ${math`\hat{p}`} where its slope is 0, for ${display(math`\ell(p) = ${logLikelihood(given)}`)}`,
          answers: [
            answer.number({
              label: say`${math`\ell'(${p}) =`}`,
              key: slope,
              mistakes: [
                mistake(plus)`You added the two terms. The inner slope of ${math`1 - p`} is ${math`-1`}.`,
                mistake(first)`That is the first term alone. The term with ${math`1 - p`} has a slope too.`,
                mistake(products)`You multiplied by ${math`p`} and ${math`1 - p`}. The slope of a logarithm divides.`,
                mistake(slope.negated())`The sign is turned. The first term counts with plus.`,
              ],
            }),
            answer.number({
              label: say`${math`\hat{p} =`}`,
              key: top,
              mistakes: [
                mistake(ratio)`That is one count over the other. Divide by all ${m + n} instead.`,
                mistake(other)`That is the share of the other outcome. Put it into the slope: it does not give 0.`,
                mistake(p)`There the slope is not 0. Set the slope equal to 0 and solve.`,
              ],
            }),
          ],
          hints: [
            say`The slope of ${math`\ln p`} is ${math`\frac{1}{p}`}; that of ${math`\ln(1 - p)`} has the inner slope ${math`-1`} as well.`,
            say`Differentiate both terms. Put ${math`p = ${p}`} in for the first answer, set the slope equal to 0 for the second.`,
            say`The slope is ${math`\ell'(p) = ${rule}`}.`,
          ],
          solution: [
            say`Differentiate: ${math`\ell'(p) = ${rule}`}.`,
            say`At ${math`p = ${p}`} this is ${math`${rational(m).over(p)} ${signed(rational(-n).over(rest))} = ${slope}`}.`,
            say`It is 0 where ${math`${m} (1 - p) = ${n} p`}, so ${math`${m} = ${m + n} p`}.`,
            say`Hence ${math`\hat{p} = ${top}`}, the share that was counted.`,
          ],
        };
      },
      // Difference quotients of the log-likelihood: at p, and none left at the top.
      verify(given, [slope, top]) {
        const f = logLikelihood(given);
        const slopeAt = (place: number) => numericSlope(p => evaluate(f, { p }), place);
        return isNear(slope.toNumber(), slopeAt(rational(given.p).toNumber())) && isNear(slopeAt(top.toNumber()), 0);
      },
    }),
  ],
});

// Slopes at a point: levels 1 and 2.

function drawCurve(rng: Rng, kind: Curve['kind'], k: number): Curve | undefined {
  const m = {
    exp: rng.pick(Math.abs(k) > 1 ? [1, 2, 3] : [1, 2, 3, 4, 5]),
    ln: rng.int(2, 6),
    wave: rng.pick([0, 1, 1, 2]),
  }[kind];
  const b = kind === 'wave' ? rng.int(-4, 4) : 0;
  const given = { kind, a: rng.nonzero(-5, 5), b, k, c: rng.nonzero(-6, 6), d: rng.nonzero(-9, 9), m, scene: rng.index(SCENES) };
  const { key, main } = slopeOf(given);
  return areDifferent(key, given.c, main) ? given : undefined;
}

function askSlope(given: Curve) {
  const { kind, c, d, scene } = given;
  const { f, x, says } = at(SCENES, scene);
  const { key, rule, steps, moving, mistakes } = slopeOf(given);
  const place = formula(placeOf(given));
  const asked = math`${f}'(${place})`;
  return {
    statement: say`${says} ${asked}${kind === 'wave' ? ', with angles in radians,' : ''} for ${display(math`${f}(${x}) = ${shownCurve(given, x)}`)}`,
    answers: [
      answer.number({
        label: say`${math`${asked} =`}`,
        key,
        mistakes: [
          ...mistakes,
          mistake(key.plus(d))`You kept the constant ${d}. It does not change, so its slope is 0.`,
          mistake(moving)`You lost the term ${combination([c], [x])}. Its slope is ${c}.`,
        ],
      }),
    ],
    hints: [
      rule,
      say`Differentiate term by term. Put ${math`${x} = ${place}`} in only at the end.`,
      say`The term ${combination([c], [x])} gives ${c}, the constant gives 0.`,
    ],
    solution: [
      rule,
      say`Differentiate: ${math`${f}'(${x}) = ${slopeFormula(given, x)}`}.`,
      say`At ${math`${x} = ${place}`}: ${steps}.`,
      say`So ${math`${asked} = ${moving} ${signed(c)} = ${key}`}.`,
    ],
  };
}

function provesSlope(given: Curve, [key]: readonly [Rational]) {
  return hasSlope(curveOf(given), placeOf(given), key);
}

/** By a difference quotient, at the place in doubles. */
function hasSlope(f: Expression, place: Expression, key: Rational): boolean {
  const slope = numericSlope(x => evaluate(f, { x }), evaluate(place));
  return isNear(key.toNumber(), slope);
}

function slopeOf(given: Curve) {
  if (given.kind === 'exp') return slopeOfExp(given);
  return given.kind === 'ln' ? slopeOfLn(given) : slopeOfWave(given);
}

function slopeOfExp({ a, k, c, m, scene }: Curve) {
  const { x } = at(SCENES, scene);
  const value = rational(m).power(k);
  const moving = value.times(a * k);
  const power = math`e^{${combination([k], [x])}}`;
  const worked = m === 1 ? math`${power} = e^0 = 1` : k === 1 ? math`${power} = ${m}` : math`${power} = ${m}^{${k}} = ${value}`;
  return {
    key: moving.plus(c),
    main: k === 1 ? moving : value.times(a).plus(c),
    moving,
    rule:
      k === 1
        ? say`${math`e^{${x}}`} is its own derivative, and ${math`e^{\ln m} = m`}.`
        : say`The derivative of ${math`e^{k${x}}`} is ${math`k e^{k${x}}`}: the inner factor comes out in front.`,
    steps: say`${worked}`,
    mistakes: [
      mistake(value.times(a).plus(c))`The inner factor ${k} comes out in front. Multiply by it.`,
      mistake(value.times(k).plus(c))`You lost the factor ${a} in front. It stays.`,
      ...(m === 1
        ? [mistake(rational(c))`You took ${math`e^0`} for 0. It is 1.`]
        : [
            mistake(
              rational(a * k * k * m).plus(c),
            )`You took ${math`e^{${combination([k], [math`\ln ${m}`])}}`} for a product. It is ${math`${m}^{${k}}`}.`,
          ]),
    ],
  };
}

function slopeOfLn({ a, k, c, m, scene }: Curve) {
  const { x } = at(SCENES, scene);
  const moving = rational(a, m);
  const add = (slope: Rational) => slope.plus(c);
  return {
    key: add(moving),
    main: add(rational(a * m)),
    moving,
    rule:
      k === 1
        ? say`The derivative of ${math`\ln ${x}`} is ${math`\frac{1}{${x}}`}.`
        : say`${math`\ln(k${x}) = \ln k + \ln ${x}`}, and the derivative of ${math`\ln ${x}`} is ${math`\frac{1}{${x}}`}.`,
    steps: say`${math`${simplify(expr`${a}/${variable(x)}`)} = ${moving}`}`,
    mistakes: [
      mistake(add(moving.times(k)))`You kept the inner factor ${k}. It cancels: ${math`\ln(${k}${x}) = \ln ${k} + \ln ${x}`}.`,
      mistake(add(moving.over(k)))`You lost the inner slope ${k}. With it the ${k} cancels.`,
      mistake(add(rational(a * m)))`The slope of ${math`\ln ${x}`} is ${math`\frac{1}{${x}}`}. You multiplied by ${m} instead.`,
      mistake(add(rational(1, m)))`You lost the factor ${a} in front. It stays.`,
    ],
  };
}

function slopeOfWave({ a, b, k, c, m, scene }: Curve) {
  const { x } = at(SCENES, scene);
  const [cosine, sine] = [at([1, 0, -1, 0], (k * m) % 4), at([0, 1, 0, -1], (k * m) % 4)];
  const inside = combination([k], [x]);
  const total = (ofSine: number, ofCosine: number, factor = k) => rational(factor * (a * ofSine + b * ofCosine)).plus(c);
  return {
    key: total(cosine, -sine),
    main: total(sine, cosine),
    moving: total(cosine, -sine).minus(c),
    rule: say`Sine turns into cosine, cosine into minus sine${k === 1 ? '' : ', and the inner factor comes out in front'}.`,
    steps: say`${math`\sin(${inside}) = ${sine}`} and ${math`\cos(${inside}) = ${cosine}`}`,
    mistakes: [
      mistake(total(cosine, sine))`You lost a minus: the derivative of cosine is minus sine.`,
      mistake(total(-cosine, -sine))`You have a minus too many: the derivative of sine is cosine, with plus.`,
      mistake(total(cosine, -sine, 1))`The inner factor ${k} comes out in front. Multiply by it.`,
      mistake(total(sine, cosine))`You kept sine and cosine. Each of them turns into the other.`,
    ],
  };
}

function placeOf({ kind, m }: Curve): Expression {
  if (kind === 'ln') return expr`${m}`;
  if (kind === 'exp') return m === 1 ? expr`0` : expr`ln(${m})`;
  return at([expr`0`, expr`pi/2`, expr`pi`], m);
}

function curveOf({ kind, a, b, k, c, d }: Curve): Expression {
  const linear = expr`${c}*x + ${d}`;
  if (kind === 'exp') return expr`${a}*exp(${k}*x) + ${linear}`;
  return kind === 'ln' ? expr`${a}*ln(${k}*x) + ${linear}` : expr`${a}*sin(${k}*x) + ${b}*cos(${k}*x) + ${linear}`;
}

/** With brackets around what a logarithm or a wave is taken of. */
function shownCurve({ kind, a, b, k, c, d }: Curve, x: string): Formula {
  const inside = combination([k], [x]);
  const bracketed = k === 1 ? inside : math`(${inside})`;
  const first = { exp: math`e^{${inside}}`, ln: math`\ln ${bracketed}`, wave: math`\sin ${bracketed}` }[kind];
  return math`${combination([a, b, c], [first, math`\cos ${bracketed}`, x])} ${signed(d)}`;
}

function slopeFormula({ kind, a, b, k, c }: Curve, x: string): Formula {
  const inside = combination([k], [x]);
  const bracketed = k === 1 ? inside : math`(${inside})`;
  if (kind === 'exp') return math`${combination([a * k], [math`e^{${inside}}`])} ${signed(c)}`;
  if (kind === 'ln') return math`${simplify(expr`${a}/${variable(x)}`)} ${signed(c)}`;
  return math`${combination([a * k, -b * k], [math`\cos ${bracketed}`, math`\sin ${bracketed}`])} ${signed(c)}`;
}

// Products: level 3.

function askProduct(given: Product) {
  const { a, b, n, scene } = given;
  const { f, x, says } = at(FUNCTIONS, scene);
  const { first, second, rest, shown } = productOf(given);
  const [firstSlope, secondSlope] = [simplify(derivative(first, x)), simplify(derivative(second, x))];
  const total = (...parts: Expression[]) => simplify(add(...parts, derivative(rest, x)));
  const letter = variable(x);
  const isLog = given.kind === 'log';
  const byRule = isLog
    ? math`${combination([a * n], [math`\ln ${x}`])} ${signed(a * n)} ${signed(b)}`
    : math`${total(multiply(firstSlope, second), multiply(first, secondSlope))}`;
  const noInner = total(multiply(firstSlope, second), divide(first, power(letter, n)));
  const gathered = simplify(expr`(${a}*${letter} + ${a + b})*exp(${letter})`);
  const key = isLog ? total(multiply(n, firstSlope, expr`ln(${letter})`), multiply(first, secondSlope)) : gathered;
  const [domain, v] = isLog ? [say`${math`${x} > 0`} and `, logOf(n, x)] : [say``, math`${second}`];
  return {
    statement: say`${says} ${math`${f}'(${x})`} for ${domain}${display(math`${f}(${x}) = ${shown}`)}`,
    answers: [
      answer.expression({
        label: say`${math`${f}'(${x}) =`}`,
        key,
        variables: [x],
        assume: { [x]: [isLog ? rational(0) : null, null] },
        mistakes: [
          mistake(total(multiply(firstSlope, secondSlope)))`You multiplied the two slopes. The product rule adds two terms.`,
          mistake(total(multiply(firstSlope, second)))`You differentiated one factor only. Add the term with the slope of ${v}.`,
          mistake(
            total(multiply(first, secondSlope)),
          )`You differentiated one factor only. Add the term with the slope of ${first}.`,
          ...(n > 1 ? [mistake(noInner)`The slope of ${v} is ${secondSlope}: the inside has a slope too.`] : []),
        ],
      }),
    ],
    hints: [
      say`Product rule: ${math`(p q)' = p' q + p q'`}.${n > 1 ? say` The logarithm of a power is a multiple: ${math`\ln(${x}^n) = n \ln ${x}`}.` : ''}`,
      say`Take ${math`p = ${first}`} and ${math`q = ${v}`}, find both slopes, and put the rule together.`,
      say`The slope of ${v} is ${secondSlope}.`,
    ],
    solution: [
      ...(n > 1 ? [say`Simplify: ${math`${v} = ${n} \ln ${x}`}.`] : []),
      say`The slope of ${first} is ${firstSlope}, that of ${v} is ${secondSlope}.`,
      say`Product rule${isLog ? say`, and ${b} for the last term` : ''}: ${math`${f}'(${x}) = ${byRule}`}.`,
      say`Gathered: ${math`${f}'(${x}) = ${key}`}.`,
    ],
  };
}

/** Difference quotients at five places. */
function provesProduct(given: Product, [key]: readonly [Expression]) {
  const { x } = at(FUNCTIONS, given.scene);
  const { first, second, rest } = productOf(given);
  const f = add(multiply(first, second), rest);
  const places = probes(given, 5, 1, 9).map((n, i) => (n + 2 * i) / 7 + 0.4);
  return places.every(place => {
    const slope = numericSlope(t => evaluate(f, { [x]: t }), place);
    return isNear(evaluate(key, { [x]: place }), slope);
  });
}

/** u·v and what is added to it. */
function productOf({ kind, a, b, n, scene }: Product) {
  const { x } = at(FUNCTIONS, scene);
  const letter = variable(x);
  if (kind === 'exp') {
    const [first, second] = [simplify(expr`${a}*${letter} + ${b}`), expr`exp(${letter})`];
    return { first, second, rest: expr`0`, shown: math`${multiply(first, second)}` };
  }
  const [first, second, rest] = [simplify(expr`${a}*${letter}`), expr`ln(${power(letter, n)})`, expr`${b}*${letter}`];
  return { first, second, rest, shown: combination([a, b], [math`${x} ${logOf(n, x)}`, x]) };
}

function logOf(n: number, x: string): Formula {
  return n === 1 ? math`\ln ${x}` : math`\ln(${x}^${n})`;
}

// x ln x at a power of e: level 4.

function askEntropy({ a, b, k, m, scene }: Entropy) {
  const { f, x, says } = at(SCENES, scene);
  const place = formula(k === 1 ? expr`e^(${m})` : expr`e^(${m})/${k}`);
  const asked = math`${f}'(${place})`;
  const log = k === 1 ? math`\ln ${x}` : math`\ln(${k} ${x})`;
  const total = (bracket: number) => rational(a * bracket + b);
  return {
    statement: say`${says} ${asked} for ${display(math`${f}(${x}) = ${combination([a, b], [math`${x} ${log}`, x])}`)}`,
    answers: [
      answer.number({
        label: say`${math`${asked} =`}`,
        key: total(m + 1),
        mistakes: [
          mistake(total(m))`You lost a term of the product rule: the first factor times the slope of ${log}.`,
          mistake(total(1))`You lost a term of the product rule: the slope of the first factor times ${log}.`,
          mistake(rational(a * (m + 1)))`You lost the term ${combination([b], [x])}. Its slope is ${b}.`,
          mistake(total(1 - m))`The sign of the logarithm is turned. ${math`\ln e^{${m}} = ${m}`}.`,
          mistake(total(m + k))`You kept the inner factor ${k}. It cancels: the slope of ${log} is ${math`\frac{1}{${x}}`}.`,
        ],
      }),
    ],
    hints: [
      say`Product rule: ${math`(p q)' = p' q + p q'`}. The slope of ${log} is ${math`\frac{1}{${x}}`}.`,
      say`Differentiate first. Then put ${math`${x} = ${place}`} in; the logarithm of a power of ${math`e`} is its exponent.`,
      say`The slope of ${math`${x} ${log}`} is ${math`${log} + 1`}.`,
    ],
    solution: [
      say`Product rule: ${math`${f}'(${x}) = ${combination([a], [math`(${log} + 1)`])} ${signed(b)}`}.`,
      say`At ${math`${x} = ${place}`} the logarithm is ${m}, and the bracket is ${m + 1}.`,
      say`So ${math`${asked} = ${productSum([[a, m + 1]])} ${signed(b)} = ${total(m + 1)}`}.`,
    ],
  };
}

function provesEntropy({ a, b, k, m }: Entropy, [key]: readonly [Rational]) {
  return hasSlope(expr`${a}*x*ln(${k}*x) + ${b}*x`, expr`exp(${m})/${k}`, key);
}

// The log-likelihood: level 5.

function logLikelihood({ m, n }: Counts): Expression {
  return expr`${m}*ln(p) + ${n}*ln(1 - p)`;
}

function likelihood({ m, n, p: place }: Counts) {
  const p = rational(place);
  const rest = ONE.minus(p);
  const [first, second] = [rational(m).over(p), rational(n).over(rest)];
  return {
    p,
    rest,
    first,
    slope: first.minus(second),
    plus: first.plus(second),
    products: p.times(m).minus(rest.times(n)),
    top: rational(m, m + n),
    ratio: rational(m, n),
    other: rational(n, m + n),
  };
}
