// The chain rule in one variable: outer slope at the inner value, times inner slope; at a point, from a table, as an expression.
import {
  answer,
  at,
  derivative,
  display,
  evaluate,
  evaluateExact,
  expr,
  generator,
  isNear,
  level,
  math,
  mistake,
  numericSlope,
  ONE,
  type Polynomial,
  polynomial,
  probes,
  productSumWorked,
  type Rational,
  type Rng,
  say,
  simplify,
  substitute,
  table,
} from '#kit';

/** The outer functions, of the inner value u. */
const OUTER = {
  square: expr`u^2`,
  cube: expr`u^3`,
  fourth: expr`u^4`,
  exp: expr`exp(u)`,
  ln: expr`ln(u)`,
  root: expr`sqrt(u)`,
};
type Outer = keyof typeof OUTER;
type Columns = { f: number[]; df: number[]; g: number[]; dg: number[]; a: number };
type Chain = { outer: Outer; inner: number[]; x: number; scene: number };

/** Where a function of one variable comes from: how it is written, its variable, and what is asked about its slope. */
const SCENES = [
  { f: 'y', x: 'x', asks: say`Find the derivative of ${math`y`}` },
  { f: 'L(w)', x: 'w', asks: say`A loss ${math`L`} depends on one weight ${math`w`}. Find its slope` },
  { f: 's(t)', x: 't', asks: say`A signal ${math`s`} changes with time ${math`t`}. Find its rate of change` },
  { f: 'g(x)', x: 'x', asks: say`Find the slope of the graph of ${math`g`}` },
] as const;

export default generator({
  id: 'calculus/chain-rule',
  version: 1,
  title: 'Chain rule for one variable',
  bullet: 'Chain Rule',
  why: 'Backpropagation is the chain rule, layer after layer: outer slope times inner slope.',
  needs: ['calculus/power-rule', 'calculus/exp-log-derivatives'],
  levels: [
    level({
      says: 'a power of a linear function, at a point',
      par: 30,
      pick(rng) {
        const outer = rng.pick(['square', 'cube', 'fourth'] as const);
        return chain(rng, outer, rng.sign() * rng.int(2, 3), [rng.sign() * rng.int(2, 5)]);
      },
      ask: askSlope,
      verify: provesSlope,
    }),

    level({
      says: 'exponential, logarithm or root of a linear function, at a point',
      par: 30,
      pick(rng) {
        const outer = rng.pick(['exp', 'ln', 'root'] as const);
        return chain(rng, outer, innerValue(rng, outer), [rng.sign() * rng.int(2, 6)]);
      },
      ask: askSlope,
      verify: provesSlope,
    }),

    level({
      says: 'a quadratic inside, at a point',
      par: 45,
      pick(rng) {
        const outer = rng.pick(['square', 'cube', 'exp', 'ln'] as const);
        return chain(rng, outer, innerValue(rng, outer), [rng.int(-4, 4), rng.nonzero(-2, 2)]);
      },
      ask: askSlope,
      verify: provesSlope,
    }),

    level({
      says: 'values and slopes from a table',
      par: 35,
      pick(rng) {
        const points = [0, 1, 2, 3];
        const column = () => rng.shuffle(points);
        const drawSlopes = () => points.map(() => rng.sign() * rng.int(2, 6));
        const given = { f: column(), df: drawSlopes(), g: column(), dg: drawSlopes(), a: rng.pick(points) };
        const { key, inside, wrongs } = fromTable(given);
        return inside === given.a || Object.values(wrongs).includes(key) ? undefined : given;
      },
      ask(given) {
        const { f, df, g, dg, a } = given;
        const { key, inside, outerSlope, innerSlope, wrongs } = fromTable(given);
        const head = [math`x`, math`f(x)`, math`f'(x)`, math`g(x)`, math`g'(x)`];
        const rows = f.map((value, i) => [i, value, at(df, i), at(g, i), at(dg, i)]);
        const here = math`x = ${a}`;
        return {
          statement: say`A layer ${math`g`} feeds a layer ${math`f`}, so that ${math`h(x) = f(g(x))`}. Some values and slopes are known. Find ${math`h'(${a})`}. ${table(head, rows)}`,
          answers: [
            answer.number({
              label: say`${math`h'(${a}) =`}`,
              key,
              mistakes: [
                mistake(wrongs.atStart)`You took the slope of ${math`f`} at ${here}. The outer function sees ${math`g(${a})`}.`,
                mistake(wrongs.noInner)`That is the outer slope alone. Multiply by the slope of ${math`g`} at ${here}.`,
                mistake(wrongs.byValue)`You took a value of ${math`f`} where its slope is needed.`,
                mistake(wrongs.backwards)`That belongs to ${math`g(f(x))`}. Here ${math`g`} acts first.`,
              ],
            }),
          ],
          hints: [
            say`Outer slope at the inner value, times inner slope: ${math`h'(x) = f'(g(x)) \cdot g'(x)`}.`,
            say`Find ${math`g(${a})`} first: it names the row in which the outer slope stands.`,
            say`The row of ${here} says ${math`g(${a}) = ${inside}`}.`,
          ],
          solution: [
            say`The row of ${here} says ${math`g(${a}) = ${inside}`} and ${math`g'(${a}) = ${innerSlope}`}.`,
            say`So the outer slope stands in the row of ${math`x = ${inside}`}: ${math`f'(${inside}) = ${outerSlope}`}.`,
            say`Multiply: ${math`h'(${a}) = ${productSumWorked([[outerSlope, innerSlope]])}`}.`,
          ],
        };
      },
      // Any functions with these values and slopes will do: curves through them, put into each other, multiplied out, differentiated.
      verify(given, [key]) {
        const { f, df, g, dg, a } = given;
        const [bend = 1, otherBend = 1] = probes(given, 2);
        const inner = curve(at(g, a), at(dg, a), bend, a);
        const outer = curve(at(f, at(g, a)), at(df, at(g, a)), otherBend, at(g, a));
        return outer.compose(inner).derivative().evaluate(a).equals(key);
      },
    }),

    level({
      says: 'a product with a chain inside',
      par: 70,
      pick(rng) {
        const size = rng.int(1, 4);
        return rng.pick([
          { outer: 'exp', inner: [0, 0, -size], degree: rng.int(1, 2) },
          { outer: 'ln', inner: [rng.int(1, 5), 0, size], degree: rng.int(1, 2) },
          { outer: 'cube', inner: [rng.nonzero(-4, 4), rng.sign() * rng.int(2, 4)], degree: rng.int(1, 2) },
        ] as const);
      },
      ask(given) {
        const { first, second, f } = productOf(given);
        const u = polynomial(given.inner);
        const outerSlope = substitute(derivative(OUTER[given.outer], 'u'), 'u', u.toExpression());
        const secondSlope = simplify(expr`${u.derivative().toExpression()} * ${outerSlope}`);
        const firstSlope = derivative(first, 'x');
        const key = simplify(expr`${firstSlope} * ${second} + ${first} * ${secondSlope}`);
        const noInner = simplify(expr`${firstSlope} * ${second} + ${first} * ${outerSlope}`);
        const bothSlopes = simplify(expr`${firstSlope} * ${secondSlope}`);
        const secondOnly = simplify(expr`${first} * ${secondSlope}`);
        return {
          statement: say`Differentiate ${math`f`}. You may leave the derivative in any form. ${display(math`f(x) = ${f}`)}`,
          answers: [
            answer.expression({
              label: say`${math`f'(x) =`}`,
              key,
              variables: ['x'],
              mistakes: [
                mistake(noInner)`The inner slope is missing: multiply the outer slope by the derivative of ${u}.`,
                mistake(bothSlopes)`You multiplied the two slopes. The product rule adds two terms.`,
                mistake(secondOnly)`You differentiated the second factor only. Add the term with the slope of ${first}.`,
              ],
            }),
          ],
          hints: [
            say`Product rule: ${math`(ab)' = a'b + ab'`}. Chain rule: outer slope times inner slope.`,
            say`Take ${math`a = ${first}`} and ${math`b = ${second}`}; only ${math`b`} needs the chain rule.`,
            say`The inside of ${math`b`} is ${math`${u}`}, and its slope is ${math`${u.derivative()}`}.`,
          ],
          solution: [
            say`The first factor ${math`${first}`} has the slope ${math`${firstSlope}`}.`,
            say`By the chain rule the second factor ${math`${second}`} has the slope ${math`${secondSlope}`}.`,
            say`Product rule: ${math`f'(x) = ${key}`}.`,
          ],
        };
      },
      // Difference quotients of the function itself at arbitrary points.
      verify(given, [key]) {
        const { f } = productOf(given);
        const points = probes(given, 5).map(n => n / 7);
        return points.every(x =>
          isNear(
            evaluate(key, { x }),
            numericSlope(t => evaluate(f, { x: t }), x),
          ),
        );
      },
    }),
  ],
});

/** A chain with this inner value; `rest` are the inner coefficients of x, x², the inner constant follows. */
function chain(rng: Rng, outer: Outer, value: number, rest: number[]): Chain | undefined {
  const x = rng.nonzero(-3, 3);
  const constant = polynomial([value, ...rest.map(coefficient => -coefficient)])
    .evaluate(x)
    .toNumber();
  const given = { outer, inner: [constant, ...rest], x, scene: rng.int(0, SCENES.length - 1) };
  const { innerSlope, outerSlope, atInner, summed, key } = slopes(given);
  const coincides = [outerSlope, summed, atInner].some(wrong => wrong?.equals(key));
  const isDull = constant === 0 || innerSlope.abs().compare(1) <= 0;
  return coincides || isDull || Math.abs(constant) > 20 || key.abs().compare(300) > 0 ? undefined : given;
}

/** Inner values at which the outer function and its slope are rational. */
function innerValue(rng: Rng, outer: Outer): number {
  if (outer === 'exp') return 0;
  if (outer === 'root') return rng.pick([4, 9, 16, 25]);
  return outer === 'ln' ? rng.int(2, 6) : rng.sign() * rng.int(2, 3);
}

function slopes({ outer, inner, x }: Chain) {
  const u = polynomial(inner).evaluate(x);
  const innerSlope = polynomial(inner).derivative().evaluate(x);
  const rule = derivative(OUTER[outer], 'u');
  const outerSlope = evaluateExact(rule, { u }) ?? ONE;
  const atInner = evaluateExact(rule, { u: innerSlope })?.times(innerSlope);
  return { u, innerSlope, rule, outerSlope, atInner, summed: outerSlope.plus(innerSlope), key: outerSlope.times(innerSlope) };
}

function askSlope(given: Chain) {
  const { outer, inner, x, scene } = given;
  const { u, innerSlope, rule, outerSlope, atInner, summed, key } = slopes(given);
  const { f, x: name, asks } = at(SCENES, scene);
  const isPower = OUTER[outer].kind === 'power';
  const mayBeFraction = outer === 'ln' || outer === 'root';
  const inside = polynomial(inner).toExpression(name);
  const insideSlope = polynomial(inner).derivative().toExpression(name);
  const here = math`${name} = ${x}`;
  return {
    statement: say`${asks} at ${here}.${mayBeFraction ? ' Give the exact value.' : ''} ${display(math`${f} = ${substitute(OUTER[outer], 'u', inside)}`)}`,
    answers: [
      answer.number({
        label: say`${math`${f.charAt(0)}'(${x}) =`}`,
        key,
        mistakes: [
          mistake(outerSlope)`That is the outer slope alone. Multiply by the slope of the inside, ${insideSlope}.`,
          mistake(summed)`You added the two slopes. The chain rule multiplies them.`,
          mistake(atInner ?? summed)`You put the inner slope into the outer one. The outer slope is taken at ${math`u`} itself.`,
          ...(isPower ? [mistake(key.times(u))`You kept the power. The outer slope has one power less.`] : []),
        ],
      }),
    ],
    hints: [
      say`The slope of a chain is the outer slope, taken at the inner value, times the inner slope.`,
      say`Call the inside ${math`u = ${inside}`} and find three things: ${math`u`}, its slope, and the outer slope at ${math`u`}.`,
      say`At ${here} the inside is ${math`u = ${u}`}.`,
    ],
    solution: [
      say`The inside is ${math`u = ${inside}`}; at ${here} it is ${math`u = ${u}`}.`,
      say`Its slope is ${inner.length > 2 ? say`${insideSlope}; at ${here} this is ${innerSlope}` : innerSlope}.`,
      say`The outer slope is ${rule}; at ${math`u = ${u}`} this is ${outerSlope}.`,
      say`Multiply: ${productSumWorked([[outerSlope, innerSlope]])}.`,
    ],
  };
}

/** Difference quotients of the chain as it stands. */
function provesSlope({ outer, inner, x }: Chain, [key]: readonly [Rational]): boolean {
  const f = substitute(OUTER[outer], 'u', polynomial(inner).toExpression());
  const slope = numericSlope(t => evaluate(f, { x: t }), x);
  return isNear(key.toNumber(), slope);
}

function fromTable({ f, df, g, dg, a }: Columns) {
  const inside = at(g, a);
  const [outerSlope, innerSlope] = [at(df, inside), at(dg, a)];
  const wrongs = {
    atStart: at(df, a) * innerSlope,
    noInner: outerSlope,
    byValue: at(f, inside) * innerSlope,
    backwards: at(dg, at(f, a)) * at(df, a),
  };
  return { inside, outerSlope, innerSlope, key: outerSlope * innerSlope, wrongs };
}

/** The parabola through (x, value) with this slope there. */
function curve(value: number, slope: number, bend: number, x: number): Polynomial {
  return polynomial([value, slope, bend]).compose(polynomial([-x, 1]));
}

function productOf({ outer, inner, degree }: { outer: Outer; inner: readonly number[]; degree: number }) {
  const first = polynomial(degree === 1 ? [0, 1] : [0, 0, 1]).toExpression();
  const second = substitute(OUTER[outer], 'u', polynomial(inner).toExpression());
  return { first, second, f: expr`${first} * ${second}` };
}
