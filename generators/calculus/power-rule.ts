// The power rule, term by term: slopes at a point, derivatives with whole, negative and half powers, and the way back from a slope.
import {
  answer,
  areDifferent,
  at,
  call,
  display,
  divide,
  type Expression,
  evaluate,
  evaluateExact,
  finiteSet,
  generator,
  isNear,
  level,
  math,
  mistake,
  multiply,
  negate,
  numericSlope,
  ONE,
  Polynomial,
  polynomial,
  power,
  probes,
  type Rational,
  rational,
  rationalRoots,
  say,
  signedSum,
  sum,
  sure,
  variable,
} from '#kit';

/** A sum of terms c·x^(p/2), each as [c, p]: p counts half powers, so that √x has p = 1 and 1/x has p = -2. */
type Terms = readonly (readonly (Rational | number)[])[];
type AtPoint = { terms: number[][]; a: number; scene: number };

/** Whose slope is looked for at a point; the formula of the slope follows. `isTime` allows no negative numbers. */
const POINTS = [
  { f: 'f', x: 'x', isTime: false, says: say`A curve has the equation ${math`y = f(x)`}. Find its slope` },
  {
    f: 'J',
    x: 'w',
    isTime: false,
    says: say`Gradient descent lowers an objective ${math`J`} of one weight ${math`w`}. Find the slope`,
  },
  {
    f: 'g',
    x: 'u',
    isTime: false,
    says: say`A model turns the input ${math`u`} into the output ${math`g(u)`}. Find the sensitivity`,
  },
  { f: 's', x: 't', isTime: true, says: say`A sensor shows ${math`s(t)`} at time ${math`t`}. Find the rate of change` },
  { f: 'h', x: 'z', isTime: false, says: say`A step of Newton’s method divides by the slope of ${math`h`}. Find this slope` },
] as const;
/** Whose derivative is looked for. */
const FUNCTIONS = [
  { f: 'f', x: 'x', says: say`Differentiate the function ${math`f`}. Find` },
  { f: 'J', x: 'w', says: say`To take gradient steps from any weight ${math`w`}, find the derivative` },
  { f: 'g', x: 'u', says: say`How strongly does the output ${math`g(u)`} of a model react to its input ${math`u`}? Find` },
  { f: 's', x: 't', says: say`A signal has the value ${math`s(t)`} at time ${math`t`}. Find its rate of change` },
  { f: 'R', x: 'v', says: say`A penalty ${math`R`} depends on one parameter ${math`v`}. Find the derivative` },
] as const;
/** Where a slope is wanted. */
const WANTED = [
  { f: 'f', x: 'x', says: say`Some tangents of the curve ${math`y = f(x)`} have a wanted slope.` },
  { f: 'J', x: 'w', says: say`At some weights ${math`w`} an objective ${math`J`} has a given slope.` },
  { f: 'S', x: 'x', says: say`A spline piece ${math`S`} has to go over into a straight line, so the slopes have to agree.` },
  {
    f: 'g',
    x: 'u',
    says: say`You look for the inputs ${math`u`} at which the output ${math`g(u)`} of a model has a given sensitivity.`,
  },
  { f: 'h', x: 'z', says: say`A curve ${math`y = h(z)`} is to be touched by lines of a given slope.` },
] as const;
const RULE = math`(x^n)' = n x^{n-1}`;

export default generator({
  id: 'calculus/power-rule',
  version: 1,
  title: 'Power rule and sums',
  bullet: 'Differentiation',
  why: 'Squared errors and polynomial features are sums of powers, and one rule gives all their slopes.',
  needs: ['calculus/difference-quotient'],
  levels: [
    level({
      says: 'the slope of a polynomial at a point',
      par: 30,
      pick(rng) {
        const cubic = rng.int(0, 2) === 0 ? 0 : rng.nonzero(-4, 4);
        const [square, linear, constant] = [rng.nonzero(-6, 6), rng.nonzero(-6, 6), rng.nonzero(-6, 6)];
        const terms = [
          [cubic, 6],
          [square, 4],
          [linear, 2],
          [constant, 0],
        ].filter(([c]) => c !== 0);
        return clear({ terms, a: rng.pick([-3, -2, -1, 2, 3]), scene: rng.index(POINTS) });
      },
      ask: askSlope,
      verify: provesWhole,
    }),

    level({
      says: 'the derivative of a polynomial',
      par: 30,
      pick(rng) {
        const powers = rng.sample([8, 6, 4, 2], 3).sort((p, q) => q - p);
        const terms = [...powers.map(p => [rng.nonzero(-7, 7), p]), [rng.nonzero(-9, 9), 0]];
        return { terms, scene: rng.index(FUNCTIONS) };
      },
      ask({ terms, scene }) {
        const { f, x, says } = at(FUNCTIONS, scene);
        const key = sumOf(slopesOf(terms), x);
        const integral = sumOf(
          terms.map(([c = 0, p = 0]) => [rational(2 * c, p + 2), p + 2]),
          x,
        );
        return {
          statement: say`${says} ${math`${f}'(${x})`} for ${display(math`${f}(${x}) = ${sumOf(terms, x)}`)}`,
          answers: [
            answer.expression({
              label: say`${math`${f}'(${x}) =`}`,
              key,
              variables: [x],
              mistakes: [
                mistake(sumOf(unlowered(terms), x))`You kept the exponents. Each one goes down by one.`,
                mistake(sumOf(unmultiplied(terms), x))`You lowered the exponents. Multiply each term by its old exponent too.`,
                mistake(
                  sumOf([...slopesOf(terms), ...constantsOf(terms)], x),
                )`You kept the constant. It does not change, so its slope is 0.`,
                mistake(integral)`You integrated. Multiply by the exponent, then lower it.`,
              ],
            }),
          ],
          hints: [
            say`Power rule: ${RULE}. A factor in front stays, and a constant alone drops out.`,
            say`Go term by term: multiply the factor by the exponent, then lower the exponent by one.`,
            firstTerm(terms, x),
          ],
          solution: [...termByTerm(terms, x), say`Together: ${math`${f}'(${x}) = ${key}`}.`],
        };
      },
      // Secants through each of five points, their formula divided out exactly, closed up to tangents.
      verify(given, [key]) {
        const f = wholePowers(given.terms);
        const { x } = at(FUNCTIONS, given.scene);
        return probes(given, 5).every(a => evaluateExact(key, { [x]: rational(a) })?.equals(slopeByDivision(f, a)) ?? false);
      },
    }),

    level({
      says: 'a slope with 1/x and roots',
      par: 50,
      pick(rng) {
        const hasRoot = rng.int(0, 2) > 0;
        const a = hasRoot ? rng.pick([4, 4, 9]) : rng.pick([-2, 2, 3]);
        const whole = [rng.nonzero(-5, 5), rng.pick([2, 4])];
        const below = [rng.sign() * rng.int(1, 3) * Math.abs(a), hasRoot ? -2 : rng.pick([-2, -4])];
        const root = [2 * rng.nonzero(-4, 4), 1];
        return clear({ terms: hasRoot ? [whole, root, below] : [whole, below], a, scene: rng.index(POINTS) });
      },
      ask: askSlope,
      verify: provesAny,
    }),

    level({
      says: 'a derivative with negative and half powers',
      par: 45,
      pick(rng) {
        const below = [rng.nonzero(-6, 6), rng.pick([-2, -4, -6])];
        const half = [2 * rng.nonzero(-5, 5), rng.pick([1, 1, 3, -1])];
        const whole = [rng.nonzero(-6, 6), rng.pick([2, 4])];
        const other = rng.int(0, 1) === 0 ? below : whole;
        const terms = other === below || half[1] !== 3 ? [half, other] : [half, below];
        return { terms: rng.shuffle(terms), scene: rng.index(FUNCTIONS) };
      },
      ask({ terms, scene }) {
        const { f, x, says } = at(FUNCTIONS, scene);
        const key = sumOf(slopesOf(terms), x);
        const exponents = terms.map(([, p = 0]) => p);
        const [half = 1, minus] = [exponents.find(p => p % 2 !== 0), rational(exponents.find(p => p < 0) ?? -2, 2)];
        return {
          statement: say`${says} ${math`${f}'(${x})`} for ${math`${x} > 0`} and ${display(math`${f}(${x}) = ${sumOf(terms, x)}`)}`,
          answers: [
            answer.expression({
              label: say`${math`${f}'(${x}) =`}`,
              key,
              variables: [x],
              assume: { [x]: [rational(0), null] },
              mistakes: [
                mistake(sumOf(turned(terms), x))`You lost a minus. A negative exponent comes down with its sign.`,
                mistake(
                  sumOf(unhalved(terms), x),
                )`You lost the half. The exponent ${rational(half, 2)} comes down with its half.`,
                mistake(sumOf(raised(terms), x))`You raised a negative exponent. One less than ${minus} is ${minus.minus(1)}.`,
                mistake(sumOf(unlowered(terms), x))`You kept the exponents. Each one goes down by one.`,
              ],
            }),
          ],
          hints: [
            say`The power rule ${RULE} holds for negative and half exponents too.`,
            say`Write all terms as powers: ${math`\frac{1}{${x}} = ${x}^{-1}`} and ${math`\sqrt{${x}} = ${x}^{1/2}`}. Then go term by term.`,
            firstTerm(terms, x),
          ],
          solution: [...termByTerm(terms, x), say`Together: ${math`${f}'(${x}) = ${key}`}.`],
        };
      },
      // Difference quotients of the function itself.
      verify(given, [key]) {
        const { x } = at(FUNCTIONS, given.scene);
        const f = sumOf(given.terms, x);
        const places = probes(given, 5, 1, 9).map((n, i) => (n + i) / 3 + 0.5);
        return places.every(a =>
          isNear(
            evaluate(key, { [x]: a }),
            numericSlope(t => evaluate(f, { [x]: t }), a),
          ),
        );
      },
    }),

    level({
      says: 'where a cubic has a given slope',
      par: 60,
      pick(rng) {
        const [first, second, k] = [rng.int(-5, 5), rng.int(-5, 5), rng.pick([-1, 1, 1, 2])];
        const slope = rng.nonzero(-9, 9);
        const scene = rng.index(WANTED);
        if ((k * (first + second)) % 2 !== 0 || first >= second || first + second === 0) return undefined;
        const linear = 3 * k * first * second + slope;
        const isKind = linear !== 0 && Math.abs(linear) <= 40;
        return isKind ? { cubic: [rng.nonzero(-9, 9), linear, (-3 * k * (first + second)) / 2, k], slope, scene } : undefined;
      },
      ask({ cubic, slope, scene }) {
        const { f, x, says } = at(WANTED, scene);
        const derivative = polynomial(cubic).derivative();
        const equation = derivative.minus(Polynomial.of(slope));
        const reduced = equation.times(ONE.over(equation.leading));
        const roots = rationalRoots(equation);
        const flat = rationalRoots(derivative);
        const [first = ONE, second = ONE] = roots;
        const D = derivative.toExpression(x);
        const asked = math`${f}'(${x}) = ${slope}`;
        return {
          statement: say`${says} Find all ${math`${x}`} with ${asked} for ${display(math`${f}(${x}) = ${polynomial(cubic).toExpression(x)}`)}`,
          answers: [
            answer.set({
              label: say`All ${math`${x}`}:`,
              key: finiteSet(roots),
              mistakes: [
                mistake(finiteSet(roots.map(root => root.negated())))`The signs are turned. Put your numbers back into ${asked}.`,
                mistake(finiteSet([first]))`There is a second one: a quadratic equation may have two solutions.`,
                mistake(finiteSet([second]))`There is a second one: a quadratic equation may have two solutions.`,
                ...(flat.length > 0 ? [mistake(finiteSet(flat))`There the slope is 0. It has to be ${slope}.`] : []),
              ],
            }),
          ],
          hints: [
            say`The slope at ${math`${x}`} is the derivative ${math`${f}'(${x})`}, here a quadratic.`,
            say`Differentiate, set the derivative equal to ${slope}, bring all to one side and solve.`,
            say`The derivative is ${math`${f}'(${x}) = ${D}`}.`,
          ],
          solution: [
            say`Differentiate: ${math`${f}'(${x}) = ${D}`}.`,
            say`Set it equal to ${slope} and bring all to the left: ${math`${equation.toExpression(x)} = 0`}.`,
            ...(equation.leading.equals(1) ? [] : [say`Divide by ${equation.leading}: ${math`${reduced.toExpression(x)} = 0`}.`]),
            say`Factor: ${math`${multiply(...roots.map(root => Polynomial.withRoots(root).toExpression(x)))} = 0`}.`,
            say`The solutions are ${math`${x} = ${first}`} and ${math`${x} = ${second}`}.`,
          ],
        };
      },
      // Secants closed up to tangents at all whole numbers that could be meant.
      verify({ cubic, slope }, [key]) {
        const places = Array.from({ length: 41 }, (_, i) => i - 20);
        return key.equals(finiteSet(places.filter(x => slopeByDivision(polynomial(cubic), x).equals(slope))));
      },
    }),
  ],
});

/** Undefined where the slope would be the same by a mistake. */
function clear(given: AtPoint) {
  const { terms, a, scene } = given;
  if (a < 0 && at(POINTS, scene).isTime) return undefined;
  const wrong = [terms, unlowered(terms), unmultiplied(terms)].map(sum => valueAt(sum, a));
  const key = valueAt(slopesOf(terms), a);
  return areDifferent(key, ...wrong) && key.abs().compare(200) < 0 ? given : undefined;
}

function askSlope({ terms, a, scene }: AtPoint) {
  const { f, x, says } = at(POINTS, scene);
  const slopes = slopesOf(terms);
  const atPoint = (sum: Terms) => valueAt(sum, a);
  const asked = math`${f}'(${a})`;
  const parts = slopes.map(term => valueAt([term], a));
  const key = atPoint(slopes);
  return {
    statement: say`${says} ${asked} for ${display(math`${f}(${x}) = ${sumOf(terms, x)}`)}`,
    answers: [
      answer.number({
        label: say`${math`${asked} =`}`,
        key,
        mistakes: [
          mistake(atPoint(terms))`That is the value ${math`${f}(${a})`}. Differentiate first, then put the number in.`,
          mistake(atPoint(unlowered(terms)))`You kept the exponents. Each one goes down by one.`,
          mistake(atPoint(unmultiplied(terms)))`You lowered the exponents. Multiply each term by its old exponent too.`,
          mistake(atPoint([...slopes, ...constantsOf(terms)]))`You kept the constant. It does not change, so its slope is 0.`,
          mistake(
            atPoint(turned(terms)),
          )`You lost a minus: the derivative of ${math`\frac{1}{${x}}`} is ${math`-\frac{1}{${x}^2}`}.`,
          mistake(
            atPoint(unhalved(terms)),
          )`You lost the half: the derivative of ${math`\sqrt{${x}}`} is ${math`\frac{1}{2\sqrt{${x}}}`}.`,
        ],
      }),
    ],
    hints: [
      say`Power rule: ${RULE}${terms.some(([, p = 0]) => p < 0) ? ', also for negative and half exponents' : ''}. A factor in front stays, and a constant alone drops out.`,
      say`Differentiate term by term. Put ${math`${x} = ${a}`} in only at the end.`,
      firstTerm(terms, x),
    ],
    solution: [
      say`Term by term: ${math`${f}'(${x}) = ${sumOf(slopes, x)}`}.`,
      say`Put ${math`${x} = ${a}`} in: ${math`${asked} = ${signedSum(parts)} = ${key}`}.`,
    ],
  };
}

/** Secants, their formula divided out exactly, closed up to the tangent. */
function provesWhole({ terms, a }: AtPoint, [key]: readonly [Rational]) {
  return key.equals(slopeByDivision(wholePowers(terms), a));
}

/** A difference quotient of the function as it is shown. */
function provesAny({ terms, a }: AtPoint, [key]: readonly [Rational]) {
  const f = sumOf(terms, 'x');
  const slope = numericSlope(x => evaluate(f, { x }), a);
  return isNear(key.toNumber(), slope);
}

function termByTerm(terms: Terms, x: string) {
  return terms.filter(([, p]) => p !== 0).map(term => say`The term ${asPower(term, x)} gives ${sumOf(slopesOf([term]), x)}.`);
}

function firstTerm(terms: Terms, x: string) {
  const term = at(terms, 0);
  return say`The first term ${asPower(term, x)} gives ${sumOf(slopesOf([term]), x)}.`;
}

/** A term and, where it is no whole power, the same as a power: 4/x = 4x^-1. */
function asPower(term: Terms[number], x: string) {
  const [c = 0, p = 0] = term.map(Number);
  const isPlain = p >= 0 && p % 2 === 0;
  const size = Math.abs(c) === 1 ? '' : `${Math.abs(c)}`;
  const exponent = p % 2 === 0 ? `${p / 2}` : `${p}/2`;
  const written = sumOf([term], x);
  return isPlain ? math`${written}` : math`${written} = ${c < 0 ? '-' : ''}${size}${x}^{${exponent}}`;
}

// What becomes of the terms by the rule, and by the slips in it.

function slopesOf(terms: Terms): Terms {
  return changed(terms, p => [rational(p, 2), p - 2]);
}

function unlowered(terms: Terms): Terms {
  return changed(terms, p => [rational(p, 2), p]);
}

function unmultiplied(terms: Terms): Terms {
  return changed(terms, p => [ONE, p - 2]);
}

function turned(terms: Terms): Terms {
  return changed(terms, p => [rational(Math.abs(p), 2), p - 2]);
}

function unhalved(terms: Terms): Terms {
  return changed(terms, p => [rational(p, p % 2 === 0 ? 2 : 1), p - 2]);
}

function raised(terms: Terms): Terms {
  return changed(terms, p => [rational(p, 2), p < 0 ? p + 2 : p - 2]);
}

/** All terms but constants, with another factor and exponent. */
function changed(terms: Terms, rule: (p: number) => readonly [Rational, number]): Terms {
  const variableTerms = terms.filter(([, p]) => p !== 0);
  return variableTerms.map(([c = 0, p = 0]) => {
    const [factor, exponent] = rule(Number(p));
    return [factor.times(c), exponent];
  });
}

function constantsOf(terms: Terms): Terms {
  return terms.filter(([, p]) => p === 0);
}

function valueAt(terms: Terms, a: number): Rational {
  return sum(terms.map(([c = 0, p = 0]) => powerOf(a, Number(p)).times(c)));
}

function powerOf(a: number, p: number): Rational {
  return p % 2 === 0 ? rational(a).power(p / 2) : sure(rational(a).sqrt()).power(p);
}

/** As it is written by hand: 3x^2 - 4/x + 6√x. */
function sumOf(terms: Terms, x: string): Expression {
  const powers = [...new Set(terms.map(([, p = 0]) => Number(p)))];
  const parts = powers.map(p => {
    const factor = sum(terms.filter(([, q]) => q === p).map(([c = 0]) => c));
    const size = termOf(factor.abs(), p, x);
    return factor.sign() < 0 ? negate(size) : size;
  });
  const [first] = parts;
  return parts.length === 1 && first ? first : { kind: 'add', terms: parts };
}

function termOf(size: Rational, p: number, x: string): Expression {
  const [top, bottom] = [rational(`${size.numerator}`), rational(`${size.denominator}`)];
  if (p === 0) return { kind: 'number', value: size };
  if (p < 0) return divide(top, bottom.equals(1) ? bare(-p, x) : multiply(bottom, bare(-p, x)));
  const above = top.equals(1) ? bare(p, x) : multiply(top, bare(p, x));
  return bottom.equals(1) ? above : divide(above, bottom);
}

function bare(p: number, x: string): Expression {
  if (p === 1) return call('sqrt', variable(x));
  return p === 2 ? variable(x) : power(variable(x), rational(p, 2));
}

function wholePowers(terms: Terms): Polynomial {
  return terms
    .map(([c = 0, p = 0]) =>
      Polynomial.of(0, 1)
        .power(Number(p) / 2)
        .times(c),
    )
    .reduce((f, term) => f.plus(term));
}

/** Slope without a rule: (f(x) - f(a)) divided by x - a, at x = a. */
function slopeByDivision(f: Polynomial, a: number): Rational {
  const rise = f.minus(Polynomial.of(f.evaluate(a)));
  return rise.divide(Polynomial.of(-a, 1)).quotient.evaluate(a);
}
