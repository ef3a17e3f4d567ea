// Antiderivatives and definite integrals: of polynomials, powers and exponentials; areas with a change of sign; by parts.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  constant,
  derivative,
  display,
  type Expression,
  evaluate,
  evaluateExact,
  expr,
  type Formula,
  formula,
  generator,
  integrate,
  isNear,
  level,
  list,
  math,
  mistake,
  multiply,
  negate,
  type Polynomial,
  polynomial,
  type Rational,
  rational,
  say,
  signedSum,
  simplify,
  simpson,
  sum,
  tex,
  variable,
  ZERO,
} from '#kit';

/** ∫ f from `low` to `high`, coefficients ascending. */
type Whole = { f: number[]; low: number; high: number; scene: number };
/** a·e^(kx) from 0 to ln q, a/x from e^p to e^q, a/x^k from p to q, a√x from p² to q². */
type Special = { kind: 'exp' | 'inverse' | 'power' | 'root'; a: number; k: number; p: number; q: number; scene: number };
/** c·(ax + b)·e^(−kx) over the positive numbers, or with side −1 c·(ax + b)·e^(kx) over the negative ones. */
type Parts = { a: number; b: number; k: number; scene: number };

const BACK = [
  { f: 'f', x: 'x', says: say`You know the slope ${math`f(x)`} of a curve at each ${math`x`}, and look for the curve.` },
  { f: 'v', x: 't', says: say`A robot moves with the velocity ${math`v(t)`}, and you look for its position.` },
  { f: 'g', x: 'w', says: say`The slope of an objective is ${math`g(w)`}, and you look for the objective.` },
  { f: 'r', x: 'u', says: say`A total grows at the rate ${math`r(u)`}, and you look for the total.` },
] as const;
const TOTALS = [
  { x: 'x', says: say`Compute the integral.` },
  { x: 't', says: say`A sensor adds up a signal over time. Compute the total.` },
  { x: 'w', says: say`The slope of an objective, integrated, is the change of the objective. Compute it.` },
  { x: 'z', says: say`An average needs an integral first. Compute this one.` },
] as const;
const AREAS = [
  { f: 'f', x: 'x', says: say`Find the area between the graph of ${math`f`} and the ${math`x`}-axis, counted as positive,` },
  { f: 'r', x: 'x', says: say`A model misses a curve by ${math`r(x)`}. Integrate the size ${math`\lvert r(x) \rvert`}` },
  { f: 'd', x: 'u', says: say`Two curves differ by ${math`d(u)`}. Find the area between them, counted as positive,` },
  { f: 'v', x: 's', says: say`A robot has the velocity ${math`v(s)`} at time ${math`s`}. Find the total distance it covers` },
] as const;
const AREA_LABELS = { f: 'Area', r: 'Integral', d: 'Area', v: 'Distance' } as const;
/** `isMean` where the exponential is a density with the factor k. */
const HALVES = [
  { x: 'x', side: 1, isMean: false, says: say`Compute the integral.` },
  { x: 't', side: 1, isMean: false, says: say`A reward changes with time and is discounted exponentially. Compute the total.` },
  { x: 'z', side: 1, isMean: true, says: say`A waiting time has an exponential density. Compute a mean cost.` },
  { x: 's', side: -1, isMean: false, says: say`A filter weighs the past of a signal exponentially. Compute its output.` },
] as const;

export default generator({
  id: 'calculus/definite-integral',
  version: 1,
  title: 'Antiderivatives and definite integrals',
  bullet: 'Differentiation',
  why: 'Probabilities, expectations and totals over time are integrals, and an antiderivative works them out.',
  needs: ['calculus/power-rule', 'calculus/exp-log-derivatives'],
  levels: [
    level({
      says: 'an antiderivative of a polynomial',
      par: 30,
      pick(rng) {
        const coefficient = (_: unknown, n: number) => rng.nonzero(-3, 3) * (rng.int(0, 2) === 0 ? 1 : n + 1);
        const f = Array.from({ length: rng.int(3, 5) }, coefficient);
        const dropped = f.length > 3 ? rng.int(1, f.length - 2) : 0;
        return { f: f.map((c, n) => (n > 0 && n === dropped ? 0 : c)), scene: rng.index(BACK) };
      },
      ask({ f: coefficients, scene }) {
        const { f, x, says } = at(BACK, scene);
        const P = polynomial(coefficients);
        const shown = (some: Polynomial) => some.toExpression(x);
        const raised = (factor: (n: number) => Rational | number) =>
          shown(polynomial([0, ...P.coefficients.map((c, n) => c.times(factor(n)))]));
        const terms = P.coefficients.map((_, n) => P.map((c, m) => (m === n ? c : ZERO))).filter(term => !term.isZero());
        const key = shown(P.integral());
        return {
          statement: say`${says} Find one antiderivative of ${display(math`${f}(${x}) = ${shown(P)}`)}`,
          answers: [
            answer.expression({
              label: say`Antiderivative:`,
              key,
              variables: [x],
              upToConstant: x,
              mistakes: [
                mistake(raised(() => 1))`You raised the exponents. Now divide each term by its new exponent.`,
                mistake(shown(P.derivative()))`You differentiated. An antiderivative is the way back.`,
                mistake(
                  raised(n => (n === 0 ? 0 : rational(1, n + 1))),
                )`You lost the constant term. It becomes a multiple of ${math`${x}`}.`,
              ],
            }),
          ],
          hints: [
            say`The derivative of an antiderivative is the function itself. For ${math`${x}^n`} take ${expr`${variable(x)}^(n+1)/(n+1)`}.`,
            say`Go term by term: raise the exponent by one, then divide by the new exponent.`,
            say`The term ${shown(at(terms, 1))} becomes ${shown(at(terms, 1).integral())}.`,
          ],
          solution: [
            ...terms.toReversed().map(term => say`The term ${shown(term)} becomes ${shown(term.integral())}.`),
            say`Together, with any constant added: ${key}.`,
          ],
        };
      },
      // Differentiated back, exactly, at more places than the degree.
      verify({ f, scene }, [key]) {
        const { x } = at(BACK, scene);
        const slope = derivative(key, x);
        return [-3, -2, -1, 0, 1, 2, 3].every(
          place => evaluateExact(slope, { [x]: rational(place) })?.equals(polynomial(f).evaluate(place)) ?? false,
        );
      },
    }),

    level({
      says: 'the definite integral of a polynomial',
      par: 45,
      pick(rng) {
        const [low, high] = [rng.int(-2, 2), rng.int(-1, 4)];
        const cubic = rng.int(0, 2) === 0 ? rng.nonzero(-2, 2) * 2 : 0;
        const f = [rng.nonzero(-6, 6), rng.nonzero(-4, 4), rng.nonzero(-3, 3) * rng.pick([1, 3, 3]), cubic];
        const given = { f, low, high, scene: rng.index(TOTALS) };
        if (high <= low || high - low > 3) return undefined;
        const { key, start, end, integrand, undivided } = wholeOf(given);
        const isKind = key.abs().compare(100) < 0 && !key.isZero();
        return isKind && areDifferent(key, start.minus(end), integrand, undivided) ? given : undefined;
      },
      ask(given) {
        const { low, high, scene } = given;
        const { x, says } = at(TOTALS, scene);
        const { f, F, key, start, end, integrand, undivided } = wholeOf(given);
        const asked = integral(math`(${f.toExpression(x)})`, x, low, high);
        return {
          statement: say`${says} ${display(asked)}`,
          answers: [
            answer.number({
              label: say`Integral:`,
              key,
              mistakes: [
                mistake(integrand)`You put the bounds into the function. Put them into an antiderivative.`,
                mistake(start.minus(end))`You subtracted in the other order. The value at the upper bound comes first.`,
                mistake(undivided)`You raised the exponents. Divide each term by its new exponent too.`,
                mistake(end)`That is the value at the upper bound. Subtract the one at the lower bound.`,
                mistake(end.plus(start))`You added the values at the bounds. Subtract the lower one.`,
              ],
            }),
          ],
          hints: [
            say`With an antiderivative ${math`F`}, the integral from ${math`a`} to ${math`b`} is ${math`F(b) - F(a)`}.`,
            say`Find ${math`F`} term by term: raise each exponent by one and divide by the new one. Then put in both bounds.`,
            say`An antiderivative is ${math`F(${x}) = ${F.toExpression(x)}`}.`,
          ],
          solution: [
            say`An antiderivative is ${math`F(${x}) = ${F.toExpression(x)}`}.`,
            say`At the bounds: ${math`F(${high}) = ${end}`} and ${math`F(${low}) = ${start}`}.`,
            say`The integral is ${math`F(${high}) - F(${low}) = ${end.minus(start)}`}.`,
          ],
        };
      },
      // Simpson's rule, which is exact up to degree 3.
      verify: ({ f, low, high }, [key]) => key.equals(simpson(x => polynomial(f).evaluate(x), low, high)),
    }),

    level({
      says: 'with eˣ, 1/x, other powers and roots',
      par: 45,
      pick(rng) {
        const kind = rng.pick(['exp', 'inverse', 'power', 'root'] as const);
        const k = { exp: rng.pick([-2, -1, 2, 3]), inverse: 1, power: rng.int(2, 3), root: 1 }[kind];
        const p = { exp: 0, inverse: rng.int(-1, 2), power: rng.int(1, 2), root: rng.int(0, 2) }[kind];
        const q = p + rng.int(1, 3) + (kind === 'exp' ? 1 : 0);
        const given = { kind, a: rng.sign() * rng.int(2, 9), k, p, q, scene: rng.index(TOTALS) };
        const [start = ZERO, end = ZERO] = endsOf(given);
        const key = end.minus(start);
        return key.abs().compare(150) < 0 && key.denominator < 40n ? given : undefined;
      },
      ask(given) {
        const { x, says } = at(TOTALS, given.scene);
        const { f, F, low, high, start, end, key, wrongs, rule } = specialOf(given);
        return {
          statement: say`${says} ${display(integral(given.a < 0 ? math`\left(${f}\right)` : f, x, low, high))}`,
          answers: [
            answer.number({
              label: say`Integral:`,
              key,
              mistakes: [
                ...wrongs,
                mistake(key.negated())`The sign is turned. Upper bound first, and mind the sign of the antiderivative.`,
                mistake(end)`That is the value at the upper bound. The one at the lower bound is not 0: subtract it.`,
              ],
            }),
          ],
          hints: [
            rule,
            say`Find an antiderivative, put both bounds in, and subtract the lower value from the upper one.`,
            say`An antiderivative is ${math`F(${x}) = ${F}`}.`,
          ],
          solution: [
            say`An antiderivative is ${math`F(${x}) = ${F}`}.`,
            say`At the upper bound it is ${end}, at the lower one ${start}.`,
            say`The integral is ${math`${end} - ${bracketed(start)} = ${key}`}.`,
          ],
        };
      },
      // Numerical quadrature of the function itself.
      verify(given, [key]) {
        const { f, low, high } = specialOf(given);
        const { x } = at(TOTALS, given.scene);
        const { value } = integrate(place => evaluate(f, { [x]: place }), evaluate(low), evaluate(high), 1e-8);
        return isNear(key.toNumber(), value);
      },
    }),

    level({
      says: 'an area with a change of sign',
      par: 75,
      pick(rng) {
        const [p, q] = [rng.int(-3, 4), rng.int(-3, 4)];
        const [low, high, k] = [rng.int(-3, 3), rng.int(-1, 5), rng.pick([-3, -2, -1, 1, 2, 3, 6])];
        const scene = rng.index(AREAS);
        const isInside = (root: number) => low < root && root < high;
        const isKind = p < q && high - low <= 5 && (isInside(p) || isInside(q)) && (low >= 0 || at(AREAS, scene).f !== 'v');
        if (!isKind) return undefined;
        // With zeros added: JSON does not keep -0.
        const given = { f: [k * p * q + 0, 0 - k * (p + q), k], roots: [p, q].filter(isInside), low, high, scene };
        const { F, places, pieces, key, plain } = areaOf(given);
        const isSmall = places
          .map(place => F.evaluate(place))
          .every(value => value.abs().compare(60) < 0 && value.denominator < 4n);
        const isClear = areDifferent(key, plain, plain.negated()) && pieces.every(piece => !piece.isZero());
        return isSmall && isClear ? given : undefined;
      },
      ask(given) {
        const { roots, low, high, scene } = given;
        const { f, x, says } = at(AREAS, scene);
        const { P, F, places, pieces, key, plain } = areaOf(given);
        return {
          statement: say`${says} from ${math`${x} = ${low}`} to ${math`${x} = ${high}`}, for ${display(math`${f}(${x}) = ${P.toExpression(x)}`)}`,
          answers: [
            answer.number({
              label: say`${AREA_LABELS[f]}:`,
              key,
              mistakes: [
                mistake(plain.abs())`You integrated across a change of sign, where parts cancel. Split at the root.`,
                mistake(plain)`You integrated across a change of sign, where parts cancel. Split at the root.`,
                ...pieces.map(piece => mistake(piece.abs())`That is one part alone. Add the sizes of all parts.`),
              ],
            }),
          ],
          hints: [
            say`Below the axis an integral is negative. To count all as positive, split at the roots and add the sizes.`,
            say`Find the roots between the bounds. Integrate from place to place, drop the minus signs, and add.`,
            roots.length > 1
              ? say`Between the bounds the roots are ${list(roots)}.`
              : say`Between the bounds there is one root, ${math`${x} = ${at(roots, 0)}`}.`,
          ],
          solution: [
            say`The places to stop at are ${list(places)}.`,
            say`An antiderivative is ${math`F(${x}) = ${F.toExpression(x)}`}, with the values ${list(places.map(place => F.evaluate(place)))} there.`,
            say`The parts have the integrals ${list(pieces)}.`,
            say`Their sizes together: ${math`${signedSum(pieces.map(piece => piece.abs()))} = ${key}`}.`,
          ],
        };
      },
      // Simpson's rule for the size, from whole number to whole number: no root lies between two of them.
      verify({ f, low, high }, [key]) {
        const steps = Array.from({ length: high - low }, (_, i) => low + i);
        return key.equals(sum(steps.map(from => simpson(x => polynomial(f).evaluate(x).abs(), from, from + 1))));
      },
    }),

    level({
      says: 'by parts over a half-line',
      par: 80,
      pick(rng) {
        const given = { a: rng.nonzero(-6, 6), b: rng.nonzero(-6, 6), k: rng.int(2, 5), scene: rng.index(HALVES) };
        const { key, border, rest, once } = sharesOf(given);
        return areDifferent(key, border.minus(rest), once, 0) ? given : undefined;
      },
      ask(given) {
        const { a, k, scene } = given;
        const { asked, key, border, rest, once, atZero, left, linear, wave, back } = partsOf(given);
        return {
          statement: say`${at(HALVES, scene).says} ${display(asked)}`,
          answers: [
            answer.number({
              label: say`Integral:`,
              key,
              mistakes: [
                mistake(once)`The exponential is integrated twice, and each time you divide by ${k}.`,
                mistake(border)`That is the part from the bounds. The integral that is left counts too.`,
                mistake(rest)`That is the integral that is left. The part from the bounds counts too.`,
                mistake(border.minus(rest))`The sign of the second part is turned. Integration by parts has a minus.`,
                mistake(
                  border.negated().plus(rest),
                )`The sign of the first part is turned. It is the upper bound minus the lower one.`,
              ],
            }),
          ],
          hints: [
            say`By parts: ${math`\int u v' = u v - \int u' v`}, where ${math`u v`} is taken between the bounds.`,
            say`Take ${math`u = ${linear}`}: it gets simpler when you differentiate it. Far out the exponential brings ${math`u v`} to 0.`,
            say`From ${math`v' = ${wave}`} you get ${math`v = ${back}`}.`,
          ],
          solution: [
            say`Take ${math`u = ${linear}`} and ${math`v' = ${wave}`}. Then ${math`u' = ${a}`} and ${math`v = ${back}`}.`,
            say`At 0 the product ${math`u v`} is ${atZero}, far out it is 0. From bound to bound it changes by ${border}.`,
            say`What is left, with ${math`-u' v`}: ${math`${left} = ${rest}`}.`,
            say`Together: ${math`${signedSum([border, rest])} = ${key}`}.`,
          ],
        };
      },
      // Numerical quadrature up to infinity.
      verify(given, [key]) {
        const { f } = partsOf(given);
        const { x, side } = at(HALVES, given.scene);
        const { value } = integrate(place => evaluate(f, { [x]: side * place }), 0, Number.POSITIVE_INFINITY, 1e-8);
        return isNear(key.toNumber(), value);
      },
    }),
  ],
});

/** With its bounds, and spoken with them. */
function integral(f: Expression | Formula, x: string, low: Expression | number, high: Expression | number): Formula {
  const [inside, from, to] = [formula(f), formula(low), formula(high)];
  return tex(
    `\\int_{${from.tex}}^{${to.tex}} ${inside.tex} \\, d${x}`,
    `the integral from ${from.speech} to ${to.speech} of ${inside.speech} d ${x}`,
  );
}

function wholeOf({ f: coefficients, low, high }: Whole) {
  const f = polynomial(coefficients);
  const F = f.integral();
  const [start, end] = [F.evaluate(low), F.evaluate(high)];
  const undivided = polynomial([0, ...coefficients]);
  return {
    f,
    F,
    start,
    end,
    key: end.minus(start),
    integrand: f.evaluate(high).minus(f.evaluate(low)),
    undivided: undivided.evaluate(high).minus(undivided.evaluate(low)),
  };
}

function specialOf(given: Special) {
  const x = variable(at(TOTALS, given.scene).x);
  const parts = { exp: expIntegral, inverse: inverseIntegral, power: powerIntegral, root: rootIntegral }[given.kind](given, x);
  const [start = ZERO, end = ZERO] = endsOf(given);
  return { ...parts, start, end, key: end.minus(start) };
}

/** The antiderivative at the bounds that p and q stand for. */
function endsOf({ kind, a, k, p, q }: Special): Rational[] {
  if (kind === 'inverse') return [rational(a * p), rational(a * q)];
  if (kind === 'root') return [p, q].map(n => rational(2 * a * n * n * n, 3));
  const m = kind === 'exp' ? k : 1 - k;
  return [p || 1, q].map(n => rational(n).power(m).times(rational(a, m)));
}

function expIntegral({ a, k, q }: Special, x: Expression) {
  const wave = simplify(expr`exp(${k}*${x})`);
  const top = rational(q).power(k);
  return {
    f: multiply(a, wave),
    F: simplify(multiply(rational(a, k), wave)),
    low: expr`0`,
    high: expr`ln(${q})`,
    wrongs: [mistake(top.minus(1).times(a))`The inner factor ${k} is missing. Divide by it.`],
    rule: say`An antiderivative of ${math`e^{k${x}}`} is ${expr`exp(k*${x})/k`}. At ${math`\ln q`} the power ${math`e^{k \ln q}`} is ${math`q^k`}.`,
  };
}

function inverseIntegral({ a, p, q }: Special, x: Expression) {
  const place = (n: number) => (n === 0 ? expr`1` : n === 1 ? expr`e` : expr`e^${n}`);
  return {
    f: expr`${a}/${x}`,
    F: expr`${a}*ln(${x})`,
    low: place(p),
    high: place(q),
    wrongs: [
      mistake(rational(q - p))`You lost the factor ${a} in front. It stays.`,
      mistake(rational(a * (q + p)))`You added the values at the bounds. Subtract the lower one.`,
    ],
    rule: say`For ${math`${x} > 0`} an antiderivative of ${expr`1/${x}`} is ${math`\ln ${x}`}. The logarithm of ${math`e^n`} is ${math`n`}.`,
  };
}

function powerIntegral({ a, k, p, q }: Special, x: Expression) {
  const [lower, upper] = [rational(p), rational(q)];
  const change = (n: number) => upper.power(n).minus(lower.power(n));
  return {
    f: expr`${a}/${x}^${k}`,
    F: simplify(expr`${-a}/(${k - 1}*${x}^${k - 1})`),
    low: expr`${p}`,
    high: expr`${q}`,
    wrongs: [
      mistake(change(-k - 1).times(rational(a, -k - 1)))`The exponent ${-k} goes up by one, to ${1 - k}. You went down.`,
      mistake(change(1 - k).times(a))`Divide by the new exponent ${1 - k}, with its sign.`,
      mistake(change(-k).times(a))`You put the bounds into the function. Put them into an antiderivative.`,
    ],
    rule: say`The antiderivative ${expr`${x}^(n+1)/(n+1)`} of ${math`${x}^n`} holds for negative ${math`n`} too, except ${math`-1`}.`,
  };
}

function rootIntegral({ a, p, q }: Special, x: Expression) {
  const cubes = rational(q * q * q - p * p * p);
  return {
    f: expr`${a}*sqrt(${x})`,
    F: simplify(expr`${rational(2 * a, 3)}*${x}^(3/2)`),
    low: expr`${p * p}`,
    high: expr`${q * q}`,
    wrongs: [
      mistake(cubes.times(a))`You raised the exponent. Divide by the new one, ${rational(3, 2)}, too.`,
      mistake(cubes.times(rational(3 * a, 2)))`You multiplied by the new exponent. Divide by it.`,
      mistake(rational(a * (q - p)))`You put the bounds into the function. Put them into an antiderivative.`,
    ],
    rule: say`A root is the power ${expr`${x}^(1/2)`}. An antiderivative of ${math`${x}^n`} is ${expr`${x}^(n+1)/(n+1)`}.`,
  };
}

function areaOf({ f, roots, low, high }: Whole & { roots: number[] }) {
  const P = polynomial(f);
  const F = P.integral();
  const places = [low, ...roots, high];
  const pieces = places.slice(1).map((place, i) => F.evaluate(place).minus(F.evaluate(at(places, i))));
  return { P, F, places, pieces, key: sum(pieces.map(piece => piece.abs())), plain: sum(pieces) };
}

function sharesOf({ a, b, k, scene }: Parts) {
  const { side, isMean } = at(HALVES, scene);
  const factor = isMean ? k : 1;
  const [border, rest] = [rational(b * factor, k), rational(side * a * factor, k * k)];
  return { border, rest, key: border.plus(rest), once: border.plus(rest.times(k)), atZero: border.times(-side) };
}

function partsOf(given: Parts) {
  const { a, b, k, scene } = given;
  const { x, side, isMean } = at(HALVES, scene);
  const factor = isMean ? k : 1;
  const linear = polynomial([b, a]).toExpression(x);
  const exponential = expr`exp(${polynomial([0, -side * k]).toExpression(x)})`;
  const wave = isMean ? multiply(k, exponential) : exponential;
  const [zero, f] = [expr`0`, multiply(linear, wave)];
  const [low, high] = side > 0 ? [zero, constant('infinity')] : [negate(constant('infinity')), zero];
  return {
    ...sharesOf(given),
    linear,
    wave,
    back: simplify(multiply(rational(-side * factor, k), exponential)),
    left: integral(simplify(multiply(rational(side * a * factor, k), exponential)), x, low, high),
    f,
    asked: integral(f, x, low, high),
  };
}
