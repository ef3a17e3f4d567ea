// From odds and scores to probabilities and back: sigmoid, logit, softmax, and the threshold that costs ask for.
import {
  answer,
  areDifferent,
  at,
  call,
  combination,
  type Expression,
  evaluate,
  type Formula,
  gcd,
  generator,
  isNear,
  level,
  list,
  math,
  mistake,
  negate,
  normalised,
  ONE,
  paired,
  type Rational,
  rational,
  row,
  say,
  signed,
  sum,
  sure,
  type Text,
  vector,
} from '#kit';

/** Who says it, about what, and the event with its opposite. */
const FORECASTS = [
  { who: 'A filter reads a message', other: 'For the next message', event: 'spam', not: 'no spam' },
  { who: 'A model forecasts the weather', other: 'For the next day', event: 'rain', not: 'no rain' },
  { who: 'A detector checks a payment', other: 'For the next payment', event: 'fraud', not: 'no fraud' },
  { who: 'A model sees a game position', other: 'For the next position', event: 'a win', not: 'no win' },
  { who: 'A click model sees a user', other: 'For the next user', event: 'a click', not: 'no click' },
];
const SCORERS = [
  { who: 'A spam filter', thing: 'message', event: 'spam' },
  { who: 'A credit model', thing: 'customer', event: 'a default' },
  { who: 'A cat detector', thing: 'photo', event: 'a cat' },
  { who: 'A triage model', thing: 'patient', event: 'an infection' },
  { who: 'A click model', thing: 'user', event: 'a click' },
];
const CLASSES = [
  { who: 'An image classifier', names: 'cat, dog and bird' },
  { who: 'A language model', names: 'the tokens “a”, “the” and “an”' },
  { who: 'A tagger', names: 'noun, verb and adjective' },
  { who: 'A policy', names: 'left, right and stay' },
  { who: 'A router', names: 'its three experts' },
];
/** What a needless yes and a wrong no cost, and whether the first is the dearer one. */
const DECISIONS = [
  { who: 'A bank blocks a payment or lets it pass', event: 'fraud', yes: 'block the payment', no: 'a missed fraud', of: 'block' },
  {
    who: 'A test sends a patient to a doctor or home',
    event: 'an illness',
    yes: 'send the patient to a doctor',
    no: 'a missed illness',
    of: 'visit',
  },
  {
    who: 'A monitor stops a machine or lets it run',
    event: 'a fault',
    yes: 'stop the machine',
    no: 'a missed fault',
    of: 'stop',
  },
  {
    who: 'A shop calls a customer or does not',
    event: 'a cancellation',
    yes: 'call the customer',
    no: 'a missed cancellation',
    of: 'call',
  },
  {
    who: 'A filter deletes a message or shows it',
    event: 'spam',
    yes: 'delete the message',
    no: 'a spam message shown',
    of: 'deletion',
    isDear: true,
  },
  {
    who: 'A robot throws an apple away or keeps it',
    event: 'rot',
    yes: 'throw the apple away',
    no: 'a rotten apple kept',
    of: 'loss',
    isDear: true,
  },
];
const SIGMOID = math`\sigma(z) = \frac{1}{1 + e^{-z}}`;
const BACK = say`${math`p = \sigma(z)`} means ${math`\frac{p}{1 - p} = e^z`}: the exponential of the score is the odds.`;

export default generator({
  id: 'probability/logistic-output',
  version: 1,
  title: 'From scores to probabilities: odds, sigmoid, softmax',
  bullet: 'Probability Theory',
  why: 'Logistic regression and every softmax classifier turn their scores into probabilities this way.',
  needs: ['probability/events', 'linear-algebra/dot-product', 'calculus/exponent-log-rules'],
  levels: [
    level({
      says: 'odds to probability and back',
      par: 30,
      pick(rng) {
        const [a, b, own, all] = [rng.int(1, 12), rng.int(1, 12), rng.int(1, 11), rng.int(3, 12)];
        const isProper = a !== b && gcd(a, b) === 1 && own < all && 2 * own !== all && gcd(own, all) === 1;
        const isOther = a + b !== all || (a !== own && b !== own);
        return isProper && isOther ? { a, b, p: `${rational(own, all)}`, scene: rng.index(FORECASTS) } : undefined;
      },
      ask({ a, b, scene, ...given }) {
        const { who, other, event, not } = at(FORECASTS, scene);
        const p = rational(given.p);
        const rest = ONE.minus(p);
        const odds = p.over(rest);
        return {
          statement: say`${who} and gives odds of ${math`${a} : ${b}`} for ${event} (${event} to ${not}). Find the exact probability of ${event}. ${other} the probability of ${event} is ${p}. Find the odds for ${event} as one exact number.`,
          answers: [
            answer.number({
              label: say`Probability:`,
              key: rational(a, a + b),
              mistakes: [
                mistake(rational(a, b))`Those are the odds as a number. Divide by the sum of both sides.`,
                mistake(rational(b, a + b))`That is the probability of ${not}. The first number belongs to ${event}.`,
                mistake(rational(b, a))`Those are the odds against. Divide the first number by the sum of both.`,
              ],
            }),
            answer.number({
              label: say`Odds:`,
              key: odds,
              mistakes: [
                mistake(rest.over(p))`Those are the odds against. Put the probability of ${event} on top.`,
                mistake(p)`That is the probability. Divide it by the probability of ${not}.`,
                mistake(
                  p.over(p.plus(1)),
                )`You went from odds to a probability. Here it is the other way: divide by ${math`1 - p`}.`,
                mistake(ONE.over(rest))`You divided 1 by ${math`1 - p`}. Divide ${math`p`} by it.`,
              ],
            }),
          ],
          hints: [
            say`Odds compare the two sides: ${math`\frac{p}{1 - p}`}. Odds of ${math`a : b`} mean ${math`a`} cases for and ${math`b`} against.`,
            say`For the probability, divide the cases for by all cases. For the odds, divide ${math`p`} by ${math`1 - p`}.`,
            say`There are ${math`${a} + ${b}`} cases in all; and ${math`1 - p = ${rest}`}.`,
          ],
          solution: [
            say`${math`${a}`} of ${math`${a} + ${b} = ${a + b}`} cases: the probability is ${rational(a, a + b)}.`,
            say`The other way: ${math`\frac{p}{1 - p} = ${p} \div ${rest} = ${odds}`}.`,
          ],
        };
      },
      // Put back: cross-multiplied odds for the first, odds to a probability for the second.
      verify({ a, b, p }, [probability, odds]) {
        const isFirst = probability.times(b).equals(ONE.minus(probability).times(a));
        return isFirst && !odds.equals(-1) && odds.over(odds.plus(1)).equals(p);
      },
    }),

    level({
      says: 'sigmoid of a logarithm, and the logit',
      par: 45,
      pick(rng) {
        const [top, bottom] = rng.int(0, 1) === 1 ? [rng.int(2, 9), rng.int(2, 9)] : rng.shuffle([1, rng.int(2, 9)]);
        const [own, all] = [rng.int(1, 9), rng.int(3, 10)];
        if (top === bottom || own >= all || 2 * own === all || gcd(own, all) > 1) return undefined;
        const given = { odds: `${rational(sure(top), sure(bottom))}`, p: `${rational(own, all)}` };
        const other = rational(own, all - own);
        const isOther = areDifferent(given.odds, other, ONE.over(given.odds)) && areDifferent(given.odds, given.p, other);
        return isOther ? { ...given, scene: rng.index(SCORERS) } : undefined;
      },
      ask({ scene, ...given }) {
        const { who, thing, event } = at(SCORERS, scene);
        const [odds, p] = [rational(given.odds), rational(given.p)];
        const [z, own] = [logOf(odds), probability(odds)];
        const back = p.over(ONE.minus(p));
        return {
          statement: say`${who} turns its score ${math`z`} into the probability of ${event}, ${math`p = \sigma(z)`} with ${SIGMOID}. One ${thing} has the score ${math`z = ${z}`}. Find the exact ${math`p`}. Another ${thing} has ${math`p = ${p}`}. Find its exact score ${math`z`}.`,
          answers: [
            answer.number({ label: say`${math`p =`}`, key: own, mistakes: misread(odds) }),
            answer.expression({
              label: say`${math`z =`}`,
              key: log(back),
              variables: [],
              mistakes: [
                mistake(
                  log(ONE.over(back)),
                )`The sign is turned. Take the logarithm of ${math`p/(1 - p)`}, not of its reciprocal.`,
                mistake(log(p))`You took the logarithm of ${math`p`}. Take it of the odds ${math`p/(1 - p)`}.`,
                mistake(number(back))`Those are the odds. The score is their logarithm.`,
                mistake(log(ONE.minus(p)))`You took the logarithm of ${math`1 - p`}. Take it of the odds ${math`p/(1 - p)`}.`,
              ],
            }),
          ],
          hints: [
            BACK,
            say`Turn ${math`e^z`} into a probability: divide it by 1 plus itself. For the score, take the logarithm of the odds.`,
            say`Here ${math`e^z = ${odds}`}; and in the second question ${math`1 - p = ${ONE.minus(p)}`}.`,
          ],
          solution: [
            say`The odds are ${math`e^z = ${odds}`}, so ${math`p = ${fraction(odds)} = ${own}`}.`,
            say`The other way: ${math`\frac{p}{1 - p} = ${p} \div ${ONE.minus(p)} = ${back}`}.`,
            say`The score is the logarithm: ${math`z = ${logOf(back)}`}.`,
          ],
        };
      },
      // Floating point: the sigmoid at the logarithm, and at the given score.
      verify: ({ odds, p }, [own, score]) =>
        isNear(own.toNumber(), sigmoid(Math.log(rational(odds).toNumber())), 1e-9) &&
        isNear(sigmoid(evaluate(score)), rational(p).toNumber(), 1e-9),
    }),

    level({
      says: 'a linear score with two features',
      par: 60,
      pick(rng) {
        const [first, second, bias] = [rng.int(2, 5), rng.int(2, 5), rng.int(2, 5)];
        const x = rng.ints(2, 0, 3);
        const given = { bases: [first, second, bias], signs: [rng.sign(), rng.sign(), rng.sign()], x };
        if (first === second || at(x, 0) + at(x, 1) < 2) return undefined;
        const { odds, bare, unsigned } = scored(given);
        const isKind = !odds.equals(1) && odds.numerator + odds.denominator <= 60n;
        const isClear = isKind && areDifferent(odds, bare, unsigned) && areDifferent(probability(odds), odds, probability(bare));
        return isClear ? { ...given, scene: rng.index(SCORERS) } : undefined;
      },
      ask({ scene, ...given }) {
        const { who, thing, event } = at(SCORERS, scene);
        const { odds, bare, unsigned, multiplied, exponents } = scored(given);
        const [first, second, bias] = given.bases.map(base => math`\ln ${base}`);
        const z = combination(given.signs, [math`(${sure(first)})\,x_1`, math`(${sure(second)})\,x_2`, sure(bias)]);
        const powers = paired(given.bases, exponents).map(([base, exponent]) => powerOf(base, exponent));
        const product = math`${at(powers, 0)} \cdot ${at(powers, 1)} \cdot ${at(powers, 2)}`;
        return {
          statement: say`${who} gives each ${thing} the score ${math`z = ${z}`} and the probability ${math`p = \sigma(z)`} of ${event}, where ${SIGMOID}. Find the exact ${math`p`} for the features ${math`x = ${row(given.x)}`}.`,
          answers: [
            answer.number({
              label: say`${math`p =`}`,
              key: probability(odds),
              mistakes: [
                ...misread(odds),
                mistake(probability(bare))`You left out the bias ${combination([at(given.signs, 2)], [sure(bias)])}.`,
                mistake(probability(unsigned))`You took all signs for plus. A minus in the score divides the odds.`,
                ...(multiplied
                  ? [
                      mistake(
                        probability(multiplied),
                      )`A feature in front of a logarithm becomes an exponent: ${math`e^{x \ln k} = k^x`}.`,
                    ]
                  : []),
              ],
            }),
          ],
          hints: [
            BACK,
            say`A sum in the exponent is a product of powers: ${math`e^{x \ln k} = k^x`}. Then divide the odds by 1 plus the odds.`,
            say`The odds are ${math`e^z = ${product}`}.`,
          ],
          solution: [
            say`With ${math`e^{x \ln k} = k^x`} the odds are ${math`e^z = ${product} = ${odds}`}.`,
            say`So ${math`p = ${fraction(odds)} = ${probability(odds)}`}.`,
          ],
        };
      },
      // The score and its sigmoid in floating point.
      verify({ bases, signs, x }, [key]) {
        const logs = bases.map((base, i) => at(signs, i) * Math.log(base));
        const z = at(logs, 0) * at(x, 0) + at(logs, 1) * at(x, 1) + at(logs, 2);
        return isNear(key.toNumber(), sigmoid(z), 1e-9);
      },
    }),

    level({
      says: 'softmax of three logits',
      par: 60,
      pick(rng) {
        const k = rng.ints(3, 1, 6);
        const c = rng.nonzero(-4, 4);
        const total = at(k, 0) + at(k, 1) + at(k, 2);
        if (new Set(k).size === 1 || total > 12 || total + 3 * c === 0 || !k.includes(1)) return undefined;
        const { key, shifted, reversed, single } = softmax(k, c);
        return areDifferent(key, shifted, reversed, single, vector(k)) ? { k, c, scene: rng.index(CLASSES) } : undefined;
      },
      ask({ k, c, scene }) {
        const { who, names } = at(CLASSES, scene);
        const { key, shifted, reversed, single, total } = softmax(k, c);
        const logits = k.map(value => (value === 1 ? math`${c}` : math`\ln ${value} ${signed(c)}`));
        return {
          statement: say`${who} gives ${names} the logits ${math`z = ${row(logits)}`}, in this order. Find the exact probabilities ${math`p`} that softmax makes of them.`,
          answers: [
            answer.vector({
              label: say`${math`p =`}`,
              key,
              mistakes: [
                mistake(vector(k))`Those are not divided yet. Divide each one by their sum.`,
                mistake(
                  shifted,
                )`You added ${math`${c}`} after the exponential. A common summand becomes a common factor, which cancels.`,
                mistake(single)`You took a sigmoid of each one alone. Softmax divides by the sum of all.`,
                mistake(reversed)`You turned the signs. The largest logit gets the largest probability.`,
              ],
            }),
          ],
          hints: [
            say`Softmax: ${math`p_i = \frac{e^{z_i}}{e^{z_1} + e^{z_2} + e^{z_3}}`}.`,
            say`All three logits contain ${math`${c}`}. It becomes a factor of each exponential and cancels.`,
            say`Without it, the three exponentials are ${list(k)}.`,
          ],
          solution: [
            say`Each exponential is ${math`e^{${c}}`} times one of ${list(k)}. The common factor cancels.`,
            say`The sum of the three is ${total}, so ${math`p = ${row(key.entries)}`}.`,
          ],
        };
      },
      // Floating point, with the largest logit taken away first.
      verify({ k, c }, [key]) {
        const z = k.map(value => Math.log(value) + c);
        const powers = z.map(value => Math.exp(value - Math.max(...z)));
        const total = powers.reduce((all, value) => all + value, 0);
        return key.length === 3 && powers.every((value, i) => isNear(key.at(i).toNumber(), value / total, 1e-9));
      },
    }),

    level({
      says: 'the threshold that costs ask for',
      par: 60,
      pick(rng) {
        const [low, high] = [rng.int(1, 12), rng.int(2, 40)];
        if (low >= high || (low + high) / gcd(low, high) > 20) return undefined;
        const scene = rng.index(DECISIONS);
        const [needless, missed] = at(DECISIONS, scene).isDear ? [high, low] : [low, high];
        return { needless, missed, scene };
      },
      ask({ needless, missed, scene }) {
        const { who, event, yes, no, of } = at(DECISIONS, scene);
        const ratio = rational(needless, missed);
        const key = probability(ratio);
        return {
          statement: say`${who}. Its model gives ${event} the probability ${math`p = \sigma(z)`}, ${SIGMOID}. A needless ${of} costs ${needless}, ${no} ${missed}, a right decision nothing. Above which exact ${math`p`}, and above which exact ${math`z`}, is it cheaper on average to ${yes}?`,
          answers: [
            answer.number({
              label: say`${math`p >`}`,
              key,
              mistakes: [
                mistake(
                  ONE.minus(key),
                )`The costs are swapped. ${math`p`} weighs the cost of a miss, ${math`1 - p`} the other one.`,
                mistake('1/2')`That is right for equal costs. These differ.`,
                mistake(ratio)`Those are the odds at the threshold. Turn them into a probability.`,
              ],
            }),
            answer.expression({
              label: say`${math`z >`}`,
              key: log(ratio),
              variables: [],
              mistakes: [
                mistake(log(ONE.over(ratio)))`The sign is turned. Take the logarithm of the odds ${math`p/(1 - p)`}.`,
                mistake(number(rational(0)))`That is right for equal costs. These differ.`,
                mistake(log(key))`You took the logarithm of ${math`p`}. Take it of the odds ${math`p/(1 - p)`}.`,
                mistake(number(ratio))`Those are the odds at the threshold. The score is their logarithm.`,
              ],
            }),
          ],
          hints: [
            say`To act costs something only if it is needless, on average ${math`(1 - p)`} times that cost. Not to act costs ${math`p`} times the cost of a miss.`,
            say`Set the two average costs equal and find the odds ${math`p/(1 - p)`}. The score is the logarithm of the odds.`,
            say`At the threshold ${math`${needless} (1 - p) = ${missed} p`}.`,
          ],
          solution: [
            say`At the threshold both cost the same: ${math`${needless} (1 - p) = ${missed} p`}.`,
            say`So ${math`\frac{p}{1 - p} = ${ratio}`}, and ${math`p = ${ratio} \div ${ratio.plus(1)} = ${key}`}.`,
            say`The score is the logarithm of the odds: ${math`z = ${logOf(ratio)}`}.`,
          ],
        };
      },
      // At the key both decisions cost the same on average, also where p comes from the score in floating point.
      verify({ needless, missed }, [p, z]) {
        const own = sigmoid(evaluate(z));
        return ONE.minus(p).times(needless).equals(p.times(missed)) && isNear((1 - own) * needless, own * missed, 1e-9);
      },
    }),
  ],
});

/** Odds as a probability. */
function probability(odds: Rational): Rational {
  return odds.over(odds.plus(1));
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function number(value: Rational): Expression {
  return { kind: 'number', value };
}

/** ln 3, -ln 3 for 1/3, ln(3/5). */
function log(value: Rational): Expression {
  return value.numerator === 1n ? negate(call('ln', ONE.over(value))) : call('ln', value);
}

/** The same as it is shown. */
function logOf(value: Rational): Formula {
  return value.numerator === 1n ? math`-\ln ${ONE.over(value)}` : math`\ln ${value}`;
}

/** odds / (1 + odds), not yet worked out. */
function fraction(odds: Rational): Formula {
  return math`\frac{e^z}{1 + e^z} = ${odds} \div ${odds.plus(1)}`;
}

function misread(odds: Rational): { wrong: Rational; says: Text }[] {
  return [
    mistake(odds)`Those are the odds ${math`e^z`}. Divide them by 1 plus the odds.`,
    mistake(probability(ONE.over(odds)))`The sign is turned: that is the probability of the opposite. Mind ${math`e^{-z}`}.`,
    mistake(ONE.over(odds))`That is ${math`e^{-z}`}. Put it into the sigmoid.`,
  ];
}

function powerOf(base: number, exponent: number): Formula {
  return exponent === 1 ? math`${base}` : math`${base}^{${exponent}}`;
}

/** The odds e^z with what is taken for them. */
function scored({ bases, signs, x }: { bases: readonly number[]; signs: readonly number[]; x: readonly number[] }) {
  const times = [...x, 1];
  const exponents = times.map((value, i) => value * at(signs, i));
  const oddsOf = (powers: readonly number[]) =>
    powers.reduce((all, exponent, i) => all.times(rational(at(bases, i)).power(exponent)), ONE);
  const products = times.map((value, i) => rational(at(bases, i) * value));
  return {
    exponents,
    odds: oddsOf(exponents),
    bare: oddsOf(exponents.slice(0, 2)),
    unsigned: oddsOf(times),
    multiplied: x.includes(0) ? undefined : products.reduce((all, value, i) => all.times(value.power(at(signs, i))), ONE),
  };
}

/** Probabilities in proportion to k, with what is taken for them. */
function softmax(k: readonly number[], c: number) {
  return {
    total: sum(k),
    key: normalised(k),
    shifted: normalised(k.map(value => value + c)),
    reversed: normalised(k.map(value => rational(1, value))),
    single: vector(k.map(value => rational(value, value + 1))),
  };
}
