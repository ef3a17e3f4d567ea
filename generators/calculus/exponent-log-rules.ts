// The rules of exponents and logarithms: powers with one base, logs of powers, logs taken apart, equations, log-likelihoods.
import {
  add,
  answer,
  areDifferent,
  at,
  bracketed,
  call,
  combination,
  constant,
  decimal,
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
  list,
  math,
  mistake,
  multiply,
  negate,
  ONE,
  paired,
  polynomial,
  power,
  type Rational,
  rational,
  say,
  signed,
  signedSum,
  substitute,
  sum,
  sure,
  tex,
} from '#kit';

type Powers = { base: number; m: number; n: number; scene: number };
/** The logarithm of base^(p/q); the base e is written as 0. */
type Log = { base: number; p: number; q: number; scene: number };
/** a·base^(kx) = c, or ln(ax + k) = c; the base e is written as 0. */
type Equation = { base: number; a: number; k: number; c: number; scene: number };

/** What is done with two powers; `isSmall` where both are less than 1. */
const POWERS = [
  { op: 'times', letter: 'k', isSmall: false, says: say`Write the product as one power.` },
  { op: 'over', letter: 'n', isSmall: false, says: say`Write the quotient as one power.` },
  { op: 'power', letter: 'm', isSmall: false, says: say`Write the power of a power as one power.` },
  { op: 'times', letter: 'n', isSmall: true, says: say`The probabilities of two independent events are multiplied.` },
  { op: 'over', letter: 'r', isSmall: true, says: say`Two models are compared by the ratio of their likelihoods.` },
  { op: 'power', letter: 'k', isSmall: false, says: say`Layer after layer, a gradient gets the same factor once more.` },
] as const;
/** Where the logarithm is wanted: of which bases, between which exponents, with roots or not, with which sign in front. */
const LOGS = [
  { bases: [2, 3, 5, 10, 0], low: -5, high: 6, hasRoots: true, sign: 1, says: 'Find the exact value of a logarithm.' },
  { bases: [2, 10, 0], low: -8, high: -1, hasRoots: false, sign: -1, says: 'A surprisal is minus a log-probability.' },
  { bases: [2, 3], low: 3, high: 9, hasRoots: false, sign: 1, says: 'A logarithm counts the steps of a search.' },
  { bases: [10], low: -6, high: -1, hasRoots: false, sign: 1, says: 'A learning rate is marked on a logarithmic axis.' },
  { bases: [0, 2], low: -9, high: -1, hasRoots: false, sign: 1, says: 'A language model reports the log of a probability.' },
  { bases: [0, 2], low: 1, high: 7, hasRoots: true, sign: 1, says: 'A cross-entropy is the logarithm of a perplexity.' },
] as const;
const SPLITS = [
  { kinds: ['whole', 'quotient', 'power'], says: say`A small calculator knows the logarithms of primes only.` },
  { kinds: ['whole', 'quotient', 'power'], says: say`To compare two logarithms, you take them apart.` },
  { kinds: ['whole'], says: say`The entropy of equally likely states, in nats, is the logarithm of their number.` },
  { kinds: ['quotient'], says: say`A classifier works with log-odds, the logarithms of odds.` },
  { kinds: ['power'], says: say`The texts of a given length are counted by a power of the number of tokens.` },
  { kinds: ['quotient'], says: say`A likelihood ratio is reported as its logarithm.` },
] as const;
const EQUATIONS = [
  { kind: 'exp', x: 'x', falls: false, says: say`The unknown stands in an exponent.` },
  { kind: 'exp', x: 't', falls: true, says: say`Simulated annealing cools down to a given temperature at time ${math`t`}.` },
  { kind: 'exp', x: 's', falls: true, says: say`The input of a spiking neuron fades to a given value at time ${math`s`}.` },
  { kind: 'power', x: 't', falls: false, says: say`A data set grows to a given size in ${math`t`} years.` },
  { kind: 'log', x: 'x', falls: false, says: say`A feature ${math`x`} is put on a logarithmic scale.` },
  { kind: 'log', x: 'u', falls: false, says: say`A score ${math`u`} enters a loss through a logarithm.` },
] as const;
const FALLS = ['1/2', '1/3', '1/4', '1/5', '2/3', '3/4', '2/5', '3/5'];
/** By how much a power of each base is to grow: never by a power of the base. */
const RISES = { 0: [2, 3, 4, 5, 6, 7], 2: [3, 5, 6, 7], 3: [2, 4, 5, 7], 10: [2, 3, 5, 7] } as const;
const PRIMES = paired([2, 2, 2, 2, 3], [3, 3, 5, 7, 5]);

/** Formulas for one value x: but for factors without λ they are λ^power · e^(−λ·rate); counts have λ^x · e^(−λ). */
const MODELS = [
  { data: 'Waiting times', f: expr`lambda*exp(-lambda*x)`, low: 1, high: 9, power: '1', rate: 'value' },
  { data: 'Lifetimes', f: expr`lambda^2*x*exp(-lambda*x)`, low: 1, high: 9, power: '2', rate: 'value' },
  { data: 'Counts of requests', f: expr`lambda^x*exp(-lambda)/factorial(x)`, low: 1, high: 7, power: 'x', rate: 'one' },
  { data: 'Errors', f: expr`lambda/2*exp(-lambda*abs(x))`, low: -7, high: 7, power: '1', rate: 'size' },
  { data: 'Residuals', f: expr`sqrt(lambda/(2*pi))*exp(-lambda*x^2/2)`, low: -5, high: 5, power: '1/2', rate: 'square' },
  { data: 'Distances', f: expr`lambda*x*exp(-lambda*x^2/2)`, low: 1, high: 6, power: '1', rate: 'square' },
] as const;

export default generator({
  id: 'calculus/exponent-log-rules',
  version: 1,
  title: 'Rules of exponents and logarithms',
  bullet: 'Differentiation',
  why: 'A likelihood is a product of powers; its logarithm is the sum that training works with.',
  needs: [],
  levels: [
    level({
      says: 'powers with one base',
      par: 15,
      pick(rng) {
        const scene = rng.index(POWERS);
        const { op, isSmall } = at(POWERS, scene);
        const exponent = () => (isSmall ? -rng.int(2, 9) : rng.nonzero(-6, 8));
        const given = { base: rng.pick([2, 3, 5, 7, 10]), m: exponent(), n: op === 'power' ? rng.int(2, 6) : exponent(), scene };
        const { key, added, subtracted, multiplied } = exponentsOf(given);
        const isDull = given.m === 1 || given.n === 1 || key === 0 || key === 1;
        return !isDull && areDifferent(added, subtracted, multiplied) ? given : undefined;
      },
      ask(given) {
        const { base, m, n, scene } = given;
        const { op, letter, says } = at(POWERS, scene);
        const { key, added, subtracted, multiplied } = exponentsOf(given);
        const [first, second] = [math`${base}^{${m}}`, math`${base}^{${n}}`];
        const plus = mistake(added)`You added the exponents. That is the rule for a product.`;
        const minus = mistake(subtracted)`You subtracted the exponents. That is the rule for a quotient.`;
        const { asked, rule, worked, slips } = {
          times: {
            asked: math`${first} \cdot ${second}`,
            rule: say`A product of powers with one base adds the exponents: ${math`b^m \cdot b^n = b^{m + n}`}.`,
            worked: math`${m} ${signed(n)}`,
            slips: [minus, mistake(multiplied)`You multiplied the exponents. That is the rule for a power of a power.`],
          },
          over: {
            asked: math`${divide(power(base, m), power(base, n))}`,
            rule: say`A quotient of powers with one base subtracts the exponents: ${math`\frac{b^m}{b^n} = b^{m - n}`}.`,
            worked: math`${m} - ${bracketed(n)}`,
            slips: [plus, mistake(-subtracted)`You subtracted in the other order. Take the upper exponent first.`],
          },
          power: {
            asked: math`(${first})^{${n}}`,
            rule: say`A power of a power multiplies the exponents: ${math`(b^m)^n = b^{m \cdot n}`}.`,
            worked: math`${bracketed(m)} \cdot ${n}`,
            slips: [plus, mistake(rational(m).power(n))`You raised one exponent to the other. The rule multiplies them.`],
          },
        }[op];
        return {
          statement: say`${says} Find the exponent ${math`${letter}`}. ${display(math`${asked} = ${base}^{${letter}}`)}`,
          answers: [answer.number({ label: say`${math`${letter} =`}`, key, mistakes: slips })],
          hints: [rule, say`The base stays ${base}. Only the exponents ${m} and ${n} are worked with.`],
          solution: [rule, say`The exponent is ${math`${worked} = ${key}`}, so the power is ${math`${base}^{${key}}`}.`],
        };
      },
      // The numbers themselves, multiplied out.
      verify({ base, m, n, scene }, [key]) {
        const { op } = at(POWERS, scene);
        const [first, second] = [rational(base).power(m), rational(base).power(op === 'power' ? 0 : n)];
        const value = op === 'power' ? first.power(n) : op === 'over' ? first.over(second) : first.times(second);
        return key.isInteger() && rational(base).power(key.toNumber()).equals(value);
      },
    }),

    level({
      says: 'the logarithm of a power or a root',
      par: 15,
      pick(rng) {
        const scene = rng.index(LOGS);
        const { bases, low, high, hasRoots } = at(LOGS, scene);
        const [base, q, p] = [rng.pick(bases), hasRoots && rng.int(0, 2) === 0 ? 2 : 1, rng.int(low, high)];
        const isLong = (base === 3 && Math.abs(p) > 5) || (base === 5 && Math.abs(p) > 4);
        const isDull = q === 2 ? p % 2 === 0 : p === 0 || p === 1;
        return isLong || isDull ? undefined : { base, p, q, scene };
      },
      ask(given) {
        const { base, p, q, scene } = given;
        const { sign, says } = at(LOGS, scene);
        const number = numberOf(given);
        const [log, exponent] = [logarithm(base, number), rational(p, q)];
        const asked = sign < 0 ? math`-${log}` : log;
        const root = base === 0 ? constant('e') : base;
        return {
          statement: say`${says} Compute ${display(asked)}`,
          answers: [answer.number({ label: say`Value:`, key: exponent.times(sign), mistakes: logSlips(given) })],
          hints: [
            say`A logarithm asks for the exponent of its base${base === 0 ? ', here e' : ''}: ${math`${logarithm(base, math`(${root}^k)`)} = k`}.`,
            say`Write the number as a power of ${math`${root}`}. One over a power turns the sign of its exponent, a square root halves it.`,
          ],
          solution: [
            say`As a power: ${math`${number} = ${power(root, exponent)}`}.`,
            say`The logarithm is the exponent: ${math`${log} = ${exponent}`}.`,
            ...(sign < 0 ? [say`With the minus in front: ${math`${asked} = ${exponent.times(sign)}`}.`] : []),
          ],
        };
      },
      // A change of base, in doubles: the quotient of two natural logarithms.
      verify({ base, p, q, scene }, [key]) {
        const b = base === 0 ? Math.E : base;
        const number = q === 2 ? Math.sqrt(b ** p) : b ** p;
        return isNear(key.toNumber(), (at(LOGS, scene).sign * Math.log(number)) / Math.log(b));
      },
    }),

    level({
      says: 'a logarithm as a sum of logs of primes',
      par: 25,
      pick(rng) {
        const scene = rng.index(SPLITS);
        const kind = rng.pick(at(SPLITS, scene).kinds);
        const primes = rng.pick(PRIMES);
        const [m, n] = [rng.int(1, 6), rng.int(1, 4)];
        const k = kind === 'power' ? rng.int(2, 5) : 1;
        const [above, below] = kind === 'quotient' ? rng.shuffle([1, -1]) : [1, 1];
        const isLong = powerProduct(primes, m, n).compare(k > 1 ? 50 : 800) > 0;
        return m === n || isLong ? undefined : { primes, m: m * sure(above), n: n * sure(below), k, scene };
      },
      ask(given) {
        const { primes, m, n, k, scene } = given;
        const [a, b] = [k * m, k * n];
        const number = powerProduct(primes, m, n);
        const log = k > 1 ? math`\ln(${number}^${k})` : math`\ln ${number}`;
        const logs = primes.map(prime => math`\ln ${prime}`);
        const asked = math`${log} = a ${at(logs, 0)} + b ${at(logs, 1)}`;
        const [first, second] = [powerProduct(primes, Math.abs(m), 0), powerProduct(primes, 0, Math.abs(n))];
        const slips = (own: number, factor: Rational) =>
          k > 1
            ? [
                mistake(own)`You lost the exponent ${k}. It comes down in front of both logarithms.`,
                mistake(own + k)`You added the exponent ${k}. A power of a power multiplies the exponents.`,
              ]
            : [
                mistake(Math.abs(own))`The sign is turned. What stands below the line counts with a minus.`,
                mistake(factor)`That is the factor itself. Count how often the prime occurs in it.`,
              ];
        return {
          statement: say`${at(SPLITS, scene).says} Find the integers ${math`a`} and ${math`b`} with ${display(asked)}`,
          answers: [
            answer.number({ label: say`${math`a =`}`, key: a, mistakes: slips(m, first) }),
            answer.number({ label: say`${math`b =`}`, key: b, mistakes: slips(n, second) }),
          ],
          jointMistakes: [
            { wrong: [rational(b), rational(a)], says: say`The two are swapped: ${math`a`} belongs to ${at(logs, 0)}.` },
          ],
          hints: [
            say`Products become sums: ${math`\ln(u v) = \ln u + \ln v`}. Quotients become differences, and exponents come down in front.`,
            say`Write ${k > 1 ? 'the base' : 'the number'} with powers of ${at(primes, 0)} and ${at(primes, 1)}.${k > 1 ? ' The outer exponent counts for the whole logarithm.' : ''}`,
            k === 1 && n * m < 0
              ? say`The number is a quotient: ${math`${log} = \ln ${number.numerator} - \ln ${number.denominator}`}.`
              : say`The factors are ${math`${number} = ${first} \cdot ${second}`}.`,
          ],
          solution: [
            say`In primes: ${math`${number} = ${inPrimes(primes, [m, n])}`}.`,
            say`The exponents come down: ${math`\ln ${number} = ${combination([m, n], logs)}`}.`,
            ...(k > 1 ? [say`All of it ${k} times: ${math`${log} = ${combination([a, b], logs)}`}.`] : []),
            say`So ${math`a = ${a}`} and ${math`b = ${b}`}.`,
          ],
        };
      },
      // The number, built again from the primes: its factorisation is unique.
      verify({ primes, m, n, k }, [a, b]) {
        if (!a.isInteger() || !b.isInteger()) return false;
        return powerProduct(primes, a.toNumber(), b.toNumber()).equals(powerProduct(primes, m, n).power(k));
      },
    }),

    level({
      says: 'an equation with an exponential or a logarithm',
      par: 45,
      pick(rng) {
        const scene = rng.index(EQUATIONS);
        const { kind, falls } = at(EQUATIONS, scene);
        if (kind === 'log') return { base: 0, a: rng.int(2, 6), k: rng.nonzero(-7, 7), c: rng.nonzero(-2, 4), scene };
        const base = kind === 'exp' ? 0 : rng.pick([2, 3, 10] as const);
        const ratio = rational(falls ? rng.pick(FALLS) : rng.pick(RISES[base]));
        const a = rng.int(1, 6) * Number(ratio.denominator);
        const k = falls ? -rng.int(2, 6) : rng.int(kind === 'exp' ? 2 : 1, 5);
        return a === 1 ? undefined : { base, a, k, c: ratio.times(a).toNumber(), scene };
      },
      ask(given) {
        const { c, scene } = given;
        const { x, says, kind } = at(EQUATIONS, scene);
        const { key, mistakes, hints, steps } = kind === 'log' ? logEquation(given) : powerEquation(given);
        return {
          statement: say`${says} Solve for ${math`${x}`} and give the exact value. ${display(math`${leftOf(given)} = ${c}`)}`,
          answers: [answer.expression({ label: say`${math`${x} =`}`, key, variables: [], mistakes })],
          hints,
          solution: [...steps, say`So ${math`${x} = ${key}`}.`],
        };
      },
      // Put back: both sides agree, and the left one takes each value once only.
      verify(given, [key]) {
        const { x } = at(EQUATIONS, given.scene);
        return isNear(evaluate(substitute(leftOf(given), x, key)), given.c, 1e-9);
      },
    }),

    level({
      says: 'the logarithm of a likelihood',
      par: 70,
      pick(rng) {
        const scene = rng.index(MODELS);
        const { low, high } = at(MODELS, scene);
        const given = { data: rng.ints(rng.int(3, 4), low, high), scene };
        if (given.data.includes(0) || new Set(given.data).size < 3) return undefined;
        const { a, b, wrongs } = likelihoodOf(given);
        const isClear = areDifferent(b, wrongs.b) && areDifferent(a, wrongs.a);
        return isClear && b.abs().compare(60) < 0 ? given : undefined;
      },
      ask(given) {
        const { data: what, f, power, rate } = at(MODELS, given.scene);
        const { a, b, counts, rates, wrongs } = likelihoodOf(given);
        const [lambda, log] = [math`\lambda`, math`\ln \lambda`];
        const oneFactor = say`That is the exponent of one factor. Each value brings its own.`;
        const multiplied = say`You multiplied the data. In a product of powers the exponents add.`;
        const slip = {
          value: multiplied,
          one: oneFactor,
          size: say`You added the data with their signs. The formula has their sizes.`,
          square: say`You squared the sum of the data. Square each of them, then add.`,
        }[rate];
        return {
          statement: say`${what} are modelled by a ${rate === 'one' ? 'probability' : 'density'} ${math`f(x)`} with a parameter ${math`\lambda > 0`}. The likelihood ${math`L`} of the data ${list(given.data)} is the product of their ${math`f(x)`}. Find ${math`a`} and ${math`b`} such that ${math`\ln L = a \ln \lambda + b \lambda + c`}, with no ${lambda} in ${math`c`}. ${display(math`f(x) = ${f}`)}`,
          answers: [
            answer.number({
              label: say`${math`a =`}`,
              key: a,
              mistakes: [
                mistake(wrongs.a)`${power === 'x' ? multiplied : oneFactor}`,
                mistake(rational(counts.length))`You counted ${lambda} once for each value. Mind its exponent in the formula.`,
              ],
            }),
            answer.number({
              label: say`${math`b =`}`,
              key: b,
              mistakes: [mistake(wrongs.b)`${slip}`, mistake(b.negated())`You lost the minus in the exponent of ${math`e`}.`],
            }),
          ],
          hints: [
            say`The logarithm of a product is the sum of the logarithms, and ${math`\ln(\lambda^p e^{-q \lambda}) = p \ln \lambda - q \lambda`}.`,
            say`Each value gives one factor. Read off its exponents of ${lambda} and of ${math`e`}, and add them up over the data.`,
            say`The first value gives ${combination([at(counts, 0), at(rates, 0).negated()], [log, lambda])} and a term without ${lambda}.`,
          ],
          solution: [
            say`The exponents of ${lambda}, one from each value: ${math`a = ${signedSum(counts)} = ${a}`}.`,
            say`The exponents of ${math`e`} divided by ${lambda}, one from each value: ${math`b = -(${signedSum(rates)}) = ${b}`}.`,
            say`All else is without ${lambda}: ${math`\ln L = ${combination([a, b], [log, lambda])} + c`}.`,
          ],
        };
      },
      // The formula for one value itself, multiplied up at three places of λ: c cancels in the quotients.
      verify({ data, scene }, [a, b]) {
        const { f } = at(MODELS, scene);
        const log = (lambda: number) => Math.log(data.reduce((product, x) => product * evaluate(f, { x, lambda }), 1));
        const rise = (lambda: number) => a.toNumber() * Math.log(lambda) + b.toNumber() * (lambda - 1);
        return [1.5, 3].every(lambda => isNear(rise(lambda), log(lambda) - log(1)));
      },
    }),
  ],
});

function exponentsOf({ m, n, scene }: Powers) {
  const [added, subtracted, multiplied] = [m + n, m - n, m * n];
  return { added, subtracted, multiplied, key: { times: added, over: subtracted, power: multiplied }[at(POWERS, scene).op] };
}

function logarithm(base: number, of: Formula): Formula {
  if (base === 0) return math`\ln ${of}`;
  return tex(`\\log_{${base}} ${of.tex}`, `the log to the base ${base} of ${of.speech}`);
}

/** What the logarithm is taken of, as it is written: a whole number, 1 over one, a decimal, or a root. */
function numberOf({ base, p, q }: Log): Formula {
  const size = Math.abs(p);
  if (base === 10 && p < 0 && q === 1) return decimal(rational(base).power(p));
  const whole = base > 0 ? formula(rational(base).power(size)) : size === 1 ? math`e` : math`e^{${size}}`;
  const rooted = q === 2 ? math`\sqrt{${whole}}` : whole;
  return p > 0 ? rooted : math`\frac{1}{${rooted}}`;
}

function logSlips({ base, p, q, scene }: Log) {
  const { sign } = at(LOGS, scene);
  const key = rational(sign * p, q);
  const side = p < 0 ? 'below 1 have negative' : 'above 1 have positive';
  const says = sign < 0 ? 'You left out the minus in front of the logarithm' : `The sign is turned. Numbers ${side} logarithms`;
  const turned = mistake(key.negated())`${says}.`;
  if (q === 2) return [turned, mistake(key.times(2))`You lost the root. It halves the exponent.`];
  if (p > 0 && base === 0) return [turned, mistake(rational(1))`${math`\ln e`} is 1. Here ${math`e`} has an exponent.`];
  if (p > 0) return [turned, mistake(rational(base).power(p - 1))`You divided by ${base}. Which power of ${base} is the number?`];
  if (base === 10) return [turned, mistake(key.plus(sign))`You counted zeros after the point. Count all places after it.`];
  return [turned, mistake(key.power(-1).negated())`You took 1 over a logarithm. The log of 1 over a number is minus its log.`];
}

function powerProduct([p = 2, q = 3]: readonly number[], m: number, n: number): Rational {
  return rational(p).power(m).times(rational(q).power(n));
}

/** Primes with their exponents, those with negative ones below a line. */
function inPrimes(primes: readonly number[], [m = 1, n = 1]: readonly number[]): Expression {
  const size = (exponent: number) => Math.abs(exponent);
  const [first, second] = paired(primes, [m, n]).map(([prime, n]) => (size(n) === 1 ? expr`${prime}` : power(prime, size(n))));
  if (m > 0 && n > 0) return multiply(sure(first), sure(second));
  return m > 0 ? divide(sure(first), sure(second)) : divide(sure(second), sure(first));
}

function leftOf({ base, a, k, scene }: Equation): Expression {
  const { kind, x } = at(EQUATIONS, scene);
  if (kind === 'log') return call('ln', polynomial([k, a]).toExpression(x));
  return multiply(a, power(base === 0 ? constant('e') : base, polynomial([0, k]).toExpression(x)));
}

/** a·root^(kx) = c: what the power is, then its logarithm. */
function powerEquation({ base, a, k, c, scene }: Equation) {
  const { x } = at(EQUATIONS, scene);
  const [ratio, times] = [rational(c, a), combination([k], [x])];
  const root = base === 0 ? math`e` : math`${base}`;
  const positive = k < 0 ? expr`ln(${ratio.power(-1)})` : expr`ln(${ratio})`;
  const under = base === 0 ? expr`${Math.abs(k)}` : k === 1 ? expr`ln(${base})` : expr`${k}*ln(${base})`;
  const rate = base === 0 ? expr`${k}` : under;
  const solved = (log: Expression) => divide(log, rate);
  const log = expr`ln(${ratio})`;
  return {
    key: divide(positive, under),
    mistakes: [
      mistake(solved(expr`ln(${c})/${a}`))`Divide by ${a} before you take the logarithm: it does not stand in the exponent.`,
      mistake(solved(expr`ln(${c})/ln(${a})`))`The log of a quotient is a difference of logs, not their quotient.`,
      mistake(solved(expr`${ratio}`))`You left out the logarithm. It brings the exponent down.`,
      base === 0
        ? mistake(multiply(k, log))`You multiplied by ${k}. The factor in the exponent is undone by dividing.`
        : mistake(divide(log, k))`That undoes a power of ${math`e`}. Here the base is ${base}: divide by its logarithm.`,
      mistake(negate(divide(positive, under)))`The sign is turned. Put your number back into the equation.`,
    ],
    hints: [
      say`The natural logarithm brings an exponent down: ${math`\ln(b^u) = u \ln b`}, and ${math`\ln e = 1`}.`,
      say`Get the power alone on one side. Then take the natural logarithm of both sides, and solve.`,
      say`Alone, the power is ${math`${root}^{${times}} = ${ratio}`}.`,
    ],
    steps: [
      say`Divide by ${a}: ${math`${root}^{${times}} = ${ratio}`}.`,
      say`Take the logarithm: ${math`${base === 0 ? times : math`${times} \cdot \ln ${base}`} = ${log}`}.`,
      say`Divide by ${math`${rate}`}${k < 0 ? say`, and use ${math`-${log} = ${positive}`}` : ''}.`,
    ],
  };
}

/** ln(ax + k) = c: what the logarithm is taken of, then x. */
function logEquation({ a, k, c, scene }: Equation) {
  const { x } = at(EQUATIONS, scene);
  const raised = c === 1 ? constant('e') : power(constant('e'), c);
  const minus = (from: Expression, what: number) => add(from, what > 0 ? negate(expr`${what}`) : -what);
  return {
    key: divide(minus(raised, k), a),
    mistakes: [
      mistake(divide(minus(raised, -k), a))`${k} changes its sign when it goes to the other side.`,
      mistake(divide(c - k, a))`You dropped the logarithm. Undo it with a power of ${math`e`}.`,
      mistake(divide(raised, a * k))`You split the logarithm of a sum. Only products split: undo the logarithm first.`,
      mistake(minus(divide(raised, a), k))`You divided only one term by ${a}. Bring ${k} to the other side first.`,
      mistake(divide(minus(power(10, c), k), a))`You took powers of 10. The base of ${math`\ln`} is ${math`e`}.`,
    ],
    hints: [
      say`The exponential undoes the natural logarithm: ${math`e^{\ln z} = z`}.`,
      say`Take ${math`e`} to the power of both sides. A linear equation is left.`,
      say`Without the logarithm: ${math`${polynomial([k, a]).toExpression(x)} = ${raised}`}.`,
    ],
    steps: [
      say`Take ${math`e`} to the power of both sides: ${math`${polynomial([k, a]).toExpression(x)} = ${raised}`}.`,
      say`Bring ${k} to the right: ${math`${polynomial([0, a]).toExpression(x)} = ${minus(raised, k)}`}.`,
      say`Divide by ${a}.`,
    ],
  };
}

function likelihoodOf({ data, scene }: { data: number[]; scene: number }) {
  const { power, rate } = at(MODELS, scene);
  const product = rational(data.reduce((total, x) => total * x, 1));
  const counts = data.map(x => rational(power === 'x' ? x : power));
  const rates = data.map(x => ({ value: rational(x), one: ONE, size: rational(Math.abs(x)), square: rational(x * x, 2) })[rate]);
  const slipped = { value: product, one: ONE, size: sum(data).abs(), square: sum(data).power(2).over(2) }[rate];
  const wrongs = { a: power === 'x' ? product : rational(power), b: slipped.negated() };
  return { counts, rates, a: sum(counts), b: sum(rates).negated(), wrongs };
}
