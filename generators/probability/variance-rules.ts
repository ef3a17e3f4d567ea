// Variance as bookkeeping: from moments, from a table, of sums of independent and of correlated variables, and through a layer.
import {
  answer,
  areDifferent,
  at,
  casesOf,
  combination,
  covarianceOf,
  decimal,
  drawLaw,
  expectationOf,
  generator,
  type Law,
  lawTable,
  level,
  math,
  mistake,
  paired,
  productSum,
  type Rational,
  type Rng,
  rational,
  say,
  signed,
  signedSum,
  squaredExpectationOf,
  sum,
  type Text,
  variance,
  varianceOf,
  vector,
} from '#kit';

/** Which moment is missing, and whether the spread is shown as an SD. */
const MOMENTS = [
  {
    letter: 'X',
    asks: 'variance',
    says: say`A normalisation layer keeps running means of a signal ${math`X`} and of its square.`,
  },
  { letter: 'F', asks: 'variance', says: say`A data store holds the mean and the mean square of a feature ${math`F`}.` },
  { letter: 'D', asks: 'square', says: say`A forecast with the error ${math`D`} is judged by its mean squared error.` },
  { letter: 'Z', asks: 'square', says: say`The power of a signal ${math`Z`} is its mean square.` },
  { letter: 'N', asks: 'deviation', says: say`A channel adds noise ${math`N`}. Its power is its mean square.` },
] as const;
const LAWS = [
  { letter: 'R', says: say`An agent receives a random reward ${math`R`}.` },
  { letter: 'S', says: say`A random walk makes a step ${math`S`}.` },
  { letter: 'D', says: say`A sensor is off by ${math`D`} degrees.` },
  { letter: 'W', says: say`A quantised weight takes a random value ${math`W`}.` },
];
const APART = [
  { X: 'X', Y: 'Y', says: say`Two sensors have independent noise ${math`X`} and ${math`Y`}.` },
  { X: 'U', Y: 'V', says: say`A neuron receives two independent inputs ${math`U`} and ${math`V`}.` },
  { X: 'G', Y: 'H', says: say`Two workers send independent gradients ${math`G`} and ${math`H`}.` },
  { X: 'S', Y: 'T', says: say`The two models of an ensemble make independent errors ${math`S`} and ${math`T`}.` },
];
const TIED = [
  { X: 'X', Y: 'Y', says: say`Two features ${math`X`} and ${math`Y`} are correlated.` },
  { X: 'S', Y: 'T', says: say`The two models of an ensemble make correlated errors ${math`S`} and ${math`T`}.` },
  { X: 'U', Y: 'V', says: say`Neighbouring pixels have correlated grey values ${math`U`} and ${math`V`}.` },
  { X: 'G', Y: 'H', says: say`Two workers share data, so that their gradients ${math`G`} and ${math`H`} are correlated.` },
];
const LAYERS = [
  say`A neuron computes`,
  say`A random projection computes`,
  say`A convolution computes`,
  say`An untrained linear layer has the output`,
];

export default generator({
  id: 'probability/variance-rules',
  version: 1,
  title: 'Variance and how it adds',
  bullet: 'Distributions',
  why: 'How to initialise weights and how noisy a gradient is: both are bookkeeping of variances through sums and scalings.',
  needs: ['probability/expectation', 'probability/data-spread'],
  levels: [
    level({
      says: 'variance and mean square',
      par: 25,
      pick(rng) {
        const scene = rng.index(MOMENTS);
        const same = rng.int(1, 6);
        const half = at(MOMENTS, scene).asks === 'deviation' ? [same, same] : drawHalf(rng);
        const given = { mean: rng.sign() * rng.int(2, 9), half, scene };
        const { spread, square } = momentsOf(given);
        return areDifferent(spread, square, square.minus(given.mean)) ? given : undefined;
      },
      ask(given) {
        const { mean, half, scene } = given;
        const { letter, asks, says } = at(MOMENTS, scene);
        const { spread, square } = momentsOf(given);
        const [E, S, V] = [expectationOf(letter), expectationOf(math`${letter}^2`), varianceOf(letter)];
        const [rule, first] = [ruleFor(letter), say`The square of the mean is ${mean * mean}.`];
        if (asks === 'variance') {
          return {
            statement: say`${says} Here ${math`${E} = ${mean}`} and ${math`${S} = ${square}`}. Find ${V}.`,
            answers: [
              exact(say`${math`${V} =`}`, spread, [
                mistake(square.minus(mean))`You subtracted the mean itself. Subtract its square.`,
                mistake(square.plus(mean * mean))`You added the square of the mean. Subtract it.`,
                mistake(spread.negated())`You subtracted the wrong way round. A variance is never negative.`,
                ...rootOf(spread).map(root => mistake(root)`That is the SD. The variance is its square.`),
              ]),
            ],
            hints: [rule, say`Square the mean, and take it away from the mean of the square.`, first],
            solution: [
              say`The square of the mean: ${math`${squaredExpectationOf(letter)} = ${mean * mean}`}.`,
              say`The variance: ${math`${V} = ${square} - ${mean * mean} = ${spread}`}.`,
            ],
          };
        }
        const root = at(half, 0);
        const shown = asks === 'square' ? say`${math`${V} = ${spread}`}` : say`the SD is ${root}`;
        return {
          statement: say`${says} Here ${math`${E} = ${mean}`} and ${shown}. Find ${S}.`,
          answers: [
            exact(say`${math`${S} =`}`, square, [
              ...(asks === 'deviation' ? [mistake(root + mean * mean)`You used the SD as it is. Square it first.`] : []),
              mistake(spread.plus(mean))`You added the mean itself. Add its square.`,
              mistake(spread.minus(mean * mean))`You subtracted the square of the mean. Here it is added.`,
              mistake(mean * mean)`That is the square of the mean. The mean of the square is larger by the variance.`,
              ...rootOf(spread).map(sd => mistake(sd.plus(mean).power(2))`You squared a sum. Square each one, then add.`),
            ]),
          ],
          hints: [rule, say`Solve this for the mean of the square: variance plus square of the mean.`, first],
          solution: [
            asks === 'square'
              ? say`The square of the mean: ${math`${squaredExpectationOf(letter)} = ${mean * mean}`}.`
              : say`The variance is ${math`${root}^2 = ${spread}`}, the square of the mean ${mean * mean}.`,
            say`Together: ${math`${S} = ${spread} + ${mean * mean} = ${square}`}.`,
          ],
        };
      },
      // Four equally likely values with just these moments, one by one.
      verify({ mean, half, scene }, [key]) {
        const values = spreadOut(half).map(h => mean + h);
        const square = sum(values.map(value => value * value)).over(4);
        return key.equals(at(MOMENTS, scene).asks === 'variance' ? pairwise(values) : square);
      },
    }),

    level({
      says: 'variance from a table',
      par: 60,
      pick(rng) {
        const law = drawLaw(rng, rng.int(3, 4), -4, 8);
        const total = casesOf(law).reduce((before, value) => before + value, 0);
        if (total % 5 !== 0 || total === 0 || total === 10) return undefined;
        const { key, plain, square, slip } = tableOf(law);
        return areDifferent(key, plain, square, slip) ? { ...law, scene: rng.index(LAWS) } : undefined;
      },
      ask({ x, tenths, scene }) {
        const { letter, says } = at(LAWS, scene);
        const { p, center, squares, square, key, plain, slip, flat } = tableOf({ x, tenths });
        const [E, S, V] = [expectationOf(letter), expectationOf(math`${letter}^2`), varianceOf(letter)];
        const products = x.map((value, i) => at(p, i).times(value));
        return {
          statement: say`${says} Find the variance of ${math`${letter}`}. ${lawTable(letter, x, p.map(decimal))}`,
          answers: [
            inDecimals(say`${math`${V} =`}`, key, [
              mistake(square)`That is the mean of the square. Subtract the square of the mean.`,
              mistake(slip)`You subtracted the mean itself. Subtract its square.`,
              mistake(plain)`You gave all values the same weight. Use the probabilities.`,
              mistake(flat)`You averaged the sizes of the deviations. Average their squares.`,
              ...rootOf(key).map(root => mistake(root)`That is the SD. The variance is its square.`),
            ]),
          ],
          hints: [
            ruleFor(letter),
            say`Weight the values by their probabilities for the mean, and their squares for the mean of the square.`,
            say`The mean is ${math`${E} = ${decimal(center)}`}.`,
          ],
          solution: [
            say`Mean: ${math`${E} = ${signedSum(products, decimal)} = ${decimal(center)}`}.`,
            say`Mean of the square: ${math`${S} = ${signedSum(squares, decimal)} = ${decimal(square)}`}.`,
            say`The square of the mean is ${decimal(center.power(2))}. Variance: ${math`${V} = ${decimal(square)} - ${decimal(center.power(2))} = ${decimal(key)}`}.`,
          ],
        };
      },
      // Half the mean squared difference of two independent draws, over all pairs of ten equally likely cases.
      verify: ({ x, tenths }, [key]) => key.equals(pairwise(casesOf({ x, tenths }))),
    }),

    level({
      says: 'a combination of independent variables',
      par: 40,
      pick(rng) {
        const factors = [rng.pick([1, 1, 1, -1]) * rng.int(1, 5), rng.sign() * rng.int(1, 5)];
        const given = { factors, c: rng.nonzero(-9, 9), halves: [drawHalf(rng), drawHalf(rng)], scene: rng.index(APART) };
        const { key, unsquared } = combined(given);
        return key.equals(unsquared) ? undefined : given;
      },
      ask(given) {
        const { factors, c, scene } = given;
        const { X, Y, says } = at(APART, scene);
        const { spreads, squares, parts, key, unsquared, taken, straight } = combined(given);
        const whole = math`${combination(factors, [X, Y])} ${signed(c)}`;
        const V = varianceOf(whole);
        const terms = factors.map((factor, i) => combination([factor], [at([X, Y], i)]));
        return {
          statement: say`${says} Here ${math`${varianceOf(X)} = ${at(spreads, 0)}`} and ${math`${varianceOf(Y)} = ${at(spreads, 1)}`}. Find ${V}.`,
          answers: [
            exact(say`Variance:`, key, [
              mistake(unsquared)`Square the factors: ${math`${varianceOf('a X')} = a^2 ${varianceOf('X')}`}.`,
              mistake(taken)`Variances of independent terms add, even where the variables are subtracted.`,
              mistake(straight)`Factors come out squared, and the variances of independent terms add.`,
              mistake(key.plus(c))`You added the constant. It shifts the values, but does not spread them.`,
            ]),
          ],
          hints: [
            say`A factor comes out squared, a constant adds nothing, and the variances of independent terms add.`,
            say`Multiply each variance by the square of its factor, and add. Leave out the constant.`,
            say`The first term has the variance ${math`${at(squares, 0)} \cdot ${at(spreads, 0)}`}.`,
          ],
          solution: [
            say`The constant drops out.`,
            ...terms.map(
              (term, i) => say`${math`${varianceOf(term)} = ${at(squares, i)} \cdot ${at(spreads, i)} = ${at(parts, i)}`}.`,
            ),
            say`Independent, so they add: ${math`${signedSum(parts)} = ${key}`}.`,
          ],
        };
      },
      // Sixteen equally likely pairs of values with these variances: the combination is worked out for each.
      verify({ factors, c, halves }, [key]) {
        const [first, second] = [at(halves, 0), at(halves, 1)].map(spreadOut);
        const values = (first ?? []).flatMap(a => (second ?? []).map(b => at(factors, 0) * a + at(factors, 1) * b + c));
        return key.equals(pairwise(values));
      },
    }),

    level({
      says: 'a combination of correlated variables',
      par: 50,
      pick(rng) {
        const factors = [rng.sign() * rng.int(1, 4), rng.sign() * rng.int(1, 4)];
        const loads = [rng.ints(2, -3, 3), rng.ints(2, -3, 3)];
        const given = { factors, c: rng.nonzero(-9, 9), loads, scene: rng.index(TIED) };
        const { covariance, spreads } = tied(given);
        if (covariance === 0 || spreads.some(spread => spread < 2) || isSingular(loads)) return undefined;
        const { key, own, once, turned } = tied(given);
        return areDifferent(key, own, once, turned) ? given : undefined;
      },
      ask(given) {
        const { factors, c, scene } = given;
        const { X, Y, says } = at(TIED, scene);
        const { spreads, covariance, squares, own, cross, key, once, turned, unsquared } = tied(given);
        const V = varianceOf(math`${combination(factors, [X, Y])} ${signed(c)}`);
        const rule = math`${varianceOf('a X + b Y')} = a^2 ${varianceOf('X')} + b^2 ${varianceOf('Y')} + 2 a b\, ${covarianceOf('X', 'Y')}`;
        return {
          statement: say`${says} Here ${math`${varianceOf(X)} = ${at(spreads, 0)}`}, ${math`${varianceOf(Y)} = ${at(spreads, 1)}`} and ${math`${covarianceOf(X, Y)} = ${covariance}`}. Find ${V}.`,
          answers: [
            exact(say`Variance:`, key, [
              mistake(own)`You left out the covariance. Only where it is 0 do the variances just add.`,
              mistake(once)`You counted the covariance once. It comes twice, for both orders.`,
              mistake(turned)`The sign of the mixed term is turned. Both factors and the covariance decide it.`,
              mistake(key + c)`You added the constant. It shifts the values, but does not spread them.`,
              mistake(unsquared)`The factors of the variances come out squared.`,
            ]),
          ],
          hints: [
            say`${rule}.`,
            say`Take ${math`a`} and ${math`b`} with their signs. The constant adds nothing.`,
            say`The mixed term is ${math`2 \cdot ${productSum([[...factors, covariance]])}`}.`,
          ],
          solution: [
            say`The variances: ${math`${productSum(paired(squares, spreads))} = ${own}`}.`,
            say`The mixed term: ${math`2 \cdot ${productSum([[...factors, covariance]])} = ${cross}`}.`,
            say`Together: ${math`${signedSum([own, cross])} = ${key}`}.`,
          ],
        };
      },
      // Four equally likely pairs of values with just this covariance matrix: the combination is worked out for each.
      verify({ factors, c, loads }, [key]) {
        const signs = [vector([1, 1]), vector([1, -1]), vector([-1, 1]), vector([-1, -1])];
        const values = signs.map(s =>
          vector(factors)
            .dot(vector(loads.map(load => vector(load).dot(s))))
            .plus(c),
        );
        return key.equals(variance(values));
      },
    }),

    level({
      says: 'variance through a layer',
      par: 75,
      pick(rng) {
        const given = {
          n: rng.pick([10, 20, 25, 40, 50, 100, 200]),
          weight: drawHalf(rng),
          mean: rng.nonzero(-3, 3),
          input: rng.int(1, 3),
          target: rng.pick([1, 1, 2, 4]),
          scene: rng.index(LAYERS),
        };
        const { key, centred, each, added, wanted } = layered(given);
        return areDifferent(key, centred, each, added, given.target) && wanted.denominator <= 1000n ? given : undefined;
      },
      ask(given) {
        const { n, mean, target, scene } = given;
        const { spread, inner, square, each, key, centred, added, squared, wanted, wantedCentred } = layered(given);
        const y = math`y = w_1 x_1 + \ldots + w_n x_n`;
        const [weights, inputs, meanSquare] = [varianceOf('w_i'), varianceOf('x_i'), expectationOf('x_i^2')];
        return {
          statement: say`${at(LAYERS, scene)} ${y} with ${math`n = ${n}`}. All weights and inputs are independent. Each ${math`w_i`} has mean 0 and variance ${decimal(spread)}, each ${math`x_i`} has mean ${mean} and variance ${inner}. Find ${varianceOf('y')}. Which value of ${weights} would make ${math`${varianceOf('y')} = ${target}`}? Give exact values.`,
          answers: [
            inDecimals(say`${math`${varianceOf('y')} =`}`, key, [
              mistake(
                centred,
              )`You multiplied the two variances. The mean of the inputs is not 0, so their mean square ${meanSquare} counts.`,
              mistake(each)`That is the variance of one term. Add ${n} of them.`,
              mistake(squared)`Independent terms: ${math`n`} variances add up, so the factor is ${math`n`}, not ${math`n^2`}.`,
              mistake(added)`You added variances within a term. A term is a product: multiply ${weights} by ${meanSquare}.`,
            ]),
            exact(say`${math`${weights} =`}`, wanted, [
              mistake(
                wantedCentred,
              )`You divided by ${math`n\,${inputs}`}. The mean square of the inputs counts, not their variance.`,
              mistake(rational(target, n))`You left out the inputs. Their mean square multiplies each weight’s variance.`,
              mistake(wanted.times(n))`You left out ${math`n`}. There are ${n} terms.`,
              mistake(rational(1).over(wanted))`That is upside down. Divide the wanted variance by what multiplies ${weights}.`,
              ...rootOf(wanted).map(root => mistake(root)`That is the SD of a weight. You are asked for its variance.`),
            ]),
          ],
          hints: [
            say`As ${math`w_i`} has mean 0, ${math`${varianceOf('w_i x_i')} = ${weights}\,${meanSquare}`}. Variances of independent terms add.`,
            say`Find ${meanSquare} as variance plus squared mean. Multiply by ${weights} and by ${math`n`}.`,
            say`The mean square of an input is ${math`${inner} + ${mean * mean} = ${square}`}.`,
          ],
          solution: [
            say`Mean square of an input: ${math`${meanSquare} = ${inner} + ${mean * mean} = ${square}`}.`,
            say`One term: ${math`${varianceOf('w_i x_i')} = ${decimal(spread)} \cdot ${square} = ${decimal(each)}`}.`,
            say`All ${n}: ${math`${varianceOf('y')} = ${n} \cdot ${decimal(each)} = ${decimal(key)}`}.`,
            say`For ${math`${varianceOf('y')} = ${target}`}: ${math`${weights} = ${target} / (${n} \cdot ${square}) = ${wanted}`}.`,
          ],
        };
      },
      // For terms that are alike the variance of n is n·A + n(n − 1)·B; all outcomes of one term and of two give A and B.
      verify({ n, weight, mean, input, target }, [key, wanted]) {
        const terms = spreadOut(weight).flatMap(w => [w * (mean - input), w * (mean + input)]);
        const one = pairwise(terms);
        const two = pairwise(terms.flatMap(a => terms.map(b => a + b)));
        const all = one.times(n).plus(two.minus(one.times(2)).times(rational(n * (n - 1), 2)));
        const scaled = pairwise(spreadOut(weight)).over(100);
        return key.equals(all.over(100)) && wanted.times(key).equals(scaled.times(target));
      },
    }),
  ],
});

type Slips = readonly answer.Mistake<Rational | number>[];

function exact(label: Text, key: Rational | number, mistakes: Slips) {
  return answer.number({ label, key, mistakes });
}

function inDecimals(label: Text, key: Rational | number, mistakes: Slips) {
  return answer.number({ label, key, mistakes, decimal: true });
}

function ruleFor(letter: string): Text {
  const [V, S] = [varianceOf(letter), expectationOf(math`${letter}^2`)];
  return say`${math`${V} = ${S} - ${squaredExpectationOf(letter)}`}: the mean of the square minus the square of the mean.`;
}

/** Two distances from the mean of which the squares have a whole mean. */
function drawHalf(rng: Rng): number[] {
  const inner = rng.int(0, 3);
  return [inner, inner + 2 * rng.int(inner === 0 ? 1 : 0, 1)];
}

/** Four equally likely values around 0. */
function spreadOut(half: readonly number[]): number[] {
  return half.flatMap(h => [-h, h]);
}

function halfVariance(half: readonly number[]): Rational {
  return sum(half.map(h => h * h)).over(half.length);
}

/** The mean of (a - b)²/2 over all pairs of equally likely whole numbers. */
function pairwise(values: readonly number[]): Rational {
  const total = values.reduce((all, a) => values.reduce((some, b) => some + (a - b) * (a - b), all), 0);
  return rational(total, 2 * values.length * values.length);
}

/** The root in a list, which is empty where it is not rational. */
function rootOf(value: Rational): Rational[] {
  const root = value.sqrt();
  return root ? [root] : [];
}

function momentsOf({ mean, half }: { mean: number; half: readonly number[] }) {
  const spread = halfVariance(half);
  return { spread, square: spread.plus(mean * mean) };
}

function tableOf({ x, tenths }: Law) {
  const p = tenths.map(count => rational(count, 10));
  const center = vector(p).dot(vector(x));
  const squares = x.map((value, i) => at(p, i).times(value * value));
  const square = sum(squares);
  return {
    ...{ p, center, squares, square },
    key: square.minus(center.power(2)),
    plain: variance(x),
    slip: square.minus(center),
    flat: sum(x.map((value, i) => center.minus(value).abs().times(at(p, i)))),
  };
}

function combined({ factors, halves }: { factors: readonly number[]; halves: readonly number[][] }) {
  const spreads = halves.map(halfVariance);
  const [squares, sizes] = [factors.map(factor => factor * factor), factors.map(Math.abs)];
  const parts = spreads.map((spread, i) => spread.times(at(squares, i)));
  const signs = factors.map(Math.sign);
  return {
    ...{ spreads, squares, parts },
    key: sum(parts),
    straight: vector(factors).dot(vector(spreads)),
    unsquared: vector(sizes).dot(vector(spreads)),
    taken: vector(signs).dot(vector(parts)),
  };
}

/** Two sums of signs with these loads: their variances and covariance are products of the loads. */
function tied({ factors, loads }: { factors: readonly number[]; loads: readonly number[][] }) {
  const [[a = 0, b = 0], [p, q]] = [factors, [at(loads, 0), at(loads, 1)] as const];
  const product = (u: readonly number[], v: readonly number[]) => u.reduce((total, entry, i) => total + entry * at(v, i), 0);
  const [first, second, covariance] = [product(p, p), product(q, q), product(p, q)];
  const own = a * a * first + b * b * second;
  const cross = 2 * a * b * covariance;
  return {
    spreads: [first, second],
    ...{ covariance, own, cross },
    squares: [a * a, b * b],
    key: own + cross,
    once: own + cross / 2,
    turned: own - cross,
    unsquared: a * first + b * second + cross,
  };
}

function isSingular([p = [], q = []]: readonly (readonly number[])[]): boolean {
  return at(p, 0) * at(q, 1) === at(p, 1) * at(q, 0);
}

/** Weights in tenths (at two distances from 0); inputs are mean ± input, equally often. */
type Layer = { n: number; weight: number[]; mean: number; input: number; target: number };

function layered({ n, weight, mean, input, target }: Layer) {
  const spread = halfVariance(weight).over(100);
  const inner = input * input;
  const square = inner + mean * mean;
  const each = spread.times(square);
  return {
    ...{ spread, inner, square, each },
    key: each.times(n),
    centred: spread.times(inner).times(n),
    added: spread.plus(inner).times(n),
    squared: each.times(n * n),
    wanted: rational(target, n * square),
    wantedCentred: rational(target, n * inner),
  };
}
