// KL divergence in bits: from entropies, from the uniform distribution, both directions, with zeros, and of many independent examples.
import {
  add,
  answer,
  areDifferent,
  at,
  binomial,
  call,
  canonicalCode,
  decimal,
  drawHalvings,
  drawPowerRatios,
  type Expression,
  evaluate,
  type Formula,
  generator,
  huffmanLengths,
  isNear,
  level,
  list,
  log2Exact,
  math,
  mistake,
  multiply,
  negate,
  ONE,
  paired,
  productSumWorked,
  type Rational,
  rational,
  roundToPlaces,
  say,
  sum,
  sure,
  table,
  tex,
  type Vector,
  vector,
  word,
} from '#kit';

const [P, Q, U] = [math`p`, math`q`, math`u`];
const FORWARD = divergence('p', 'q');
const REVERSE = divergence('q', 'p');
const DEFINITION = say`The divergence is the mean log ratio under the first one: ${math`${FORWARD} = \sum p \log_2 \frac{p}{q}`}.`;

/** What has the distribution p, and what q is. */
const PAIRS = [
  { says: 'The labels of a data set have the distribution', other: 'a classifier predicts' },
  { says: 'A teacher model has the class probabilities', other: 'its student has' },
  { says: 'A fine-tuned model gives the next tokens the probabilities', other: 'the model it came from gives them' },
  { says: 'The topics of this week have the distribution', other: 'last week’s had' },
  { says: 'A new policy takes its actions with the probabilities', other: 'the old one with' },
  { says: 'An approximate posterior gives the latent states the probabilities', other: 'the prior gives them' },
] as const;
const SPREADS = [
  { says: 'A policy can take', thing: 'action', uses: 'It uses' },
  { says: 'A router can choose from', thing: 'expert', uses: 'It uses' },
  { says: 'A codebook holds', thing: 'vector', uses: 'A model uses' },
  { says: 'A toy language has', thing: 'token', uses: 'A text uses' },
  { says: 'A sampler can draw', thing: 'item', uses: 'It draws' },
] as const;
const REPEATED = [
  { things: 'visitors', event: 'A visitor clicks' },
  { things: 'tests', event: 'A test is positive' },
  { things: 'games', event: 'An agent wins a game' },
  { things: 'bits', event: 'A source sends the bit 1' },
  { things: 'answers', event: 'An answer of a model is right' },
] as const;

/** Counts over the same total. */
type Two = { p: number[]; q: number[]; scene: number };
type Trials = { p: string; q: string; n: number; scene: number };

export default generator({
  id: 'information-theory/kl-divergence',
  version: 1,
  title: 'KL divergence of discrete distributions',
  bullet: 'KL Divergence',
  why: 'It is the gap between truth and model in bits: what distillation, RLHF penalties and variational inference make small.',
  needs: ['information-theory/cross-entropy'],
  levels: [
    level({
      says: 'from entropies and cross-entropies',
      par: 25,
      pick(rng) {
        const size = rng.int(4, 5);
        const [p, q] = [drawHalvings(rng, size, 4).map(weightOf), drawHalvings(rng, size, 4).map(weightOf)];
        const { ownP, ownQ, crossed, reverse } = entropies(p, q);
        const isClear = areDifferent(ownP, ownQ, crossed, reverse) && areDifferent(crossed.minus(ownP), reverse.minus(ownQ));
        return isClear ? { p, q, scene: rng.index(PAIRS) } : undefined;
      },
      ask({ p, q, scene }) {
        const { ownP, ownQ, crossed, reverse } = entropies(p, q);
        const [key, back] = [crossed.minus(ownP), reverse.minus(ownQ)];
        const head = [math`H(p)`, math`H(q)`, math`H(p, q)`, math`H(q, p)`];
        return {
          statement: say`${pairOf(scene)} The entropies and cross-entropies are known in bits. Find both KL divergences exactly. ${table(head, [[ownP, ownQ, crossed, reverse]])}`,
          answers: [
            answer.number({
              label: say`${math`${FORWARD} =`}`,
              key,
              mistakes: [
                mistake(crossed.minus(ownQ))`You took away the entropy of ${Q}. Take away that of the first one, ${P}.`,
                mistake(reverse.minus(ownP))`You started from ${at(head, 3)}. The weights have to come from the first one, ${P}.`,
                mistake(key.negated())`The sign is turned. A divergence is never negative.`,
                mistake(crossed.plus(ownP))`You added. The divergence is the cross-entropy minus the entropy.`,
              ],
            }),
            answer.number({
              label: say`${math`${REVERSE} =`}`,
              key: back,
              mistakes: [
                mistake(reverse.minus(ownP))`You took away the entropy of ${P}. Here ${Q} is the first one.`,
                mistake(crossed.minus(ownQ))`You started from ${at(head, 2)}. The weights have to come from the first one, ${Q}.`,
                mistake(back.negated())`The sign is turned. A divergence is never negative.`,
              ],
            }),
          ],
          jointMistakes: [{ wrong: [back, key], says: SWAPPED }],
          hints: [
            say`A divergence is the excess of the cross-entropy over the entropy: ${math`${FORWARD} = H(p, q) - H(p)`}.`,
            say`Take the entropy of the first one away from the cross-entropy that begins with it. Swap the roles for the other direction.`,
            say`The first one is ${math`H(p, q) - H(p) = ${crossed} - ${ownP}`}.`,
          ],
          solution: [
            say`${math`${FORWARD} = H(p, q) - H(p) = ${crossed} - ${ownP} = ${key}`}.`,
            say`${math`${REVERSE} = H(q, p) - H(q) = ${reverse} - ${ownQ} = ${back}`}.`,
          ],
        };
      },
      verify: provesBoth,
    }),

    level({
      says: 'away from the uniform distribution',
      par: 40,
      pick(rng) {
        const [bits, log] = [drawHalvings(rng, rng.int(3, 5), 4), rng.int(2, 5)];
        const isClear = bits.length <= 2 ** log && new Set(bits).size > 1 && !ownEntropy(bits).times(2).equals(log);
        return isClear ? { bits, log, scene: rng.index(SPREADS) } : undefined;
      },
      ask({ bits, log, scene }) {
        const { says, thing, uses } = at(SPREADS, scene);
        const [n, used, own] = [2 ** log, bits.length, ownEntropy(bits)];
        const key = rational(log).minus(own);
        const shares = bits.map(k => rational(1, 2 ** k));
        const rest = n === used ? '' : n === used + 1 ? ' The other one has probability 0.' : ' The others have probability 0.';
        const onlyUsed = log2Exact(rational(used));
        return {
          statement: say`${says} ${n} ${thing}s. ${uses} ${n > used ? `${used} of them` : 'them'} with the probabilities ${list(shares)}.${rest} Let ${P} be this distribution and ${U} the uniform one on all ${n} ${thing}s. Find ${FROM_UNIFORM} exactly, in bits.`,
          answers: [
            answer.number({
              label: say`${math`${FROM_UNIFORM} =`}`,
              key,
              mistakes: [
                mistake(own)`That is the entropy of ${P}. The divergence is how far it lies below that of ${U}.`,
                mistake(log)`That is the entropy of ${U}. Take the entropy of ${P} away.`,
                mistake(own.plus(log))`You added the entropies. Take that of ${P} away from that of ${U}.`,
                mistake(key.negated())`The sign is turned. A divergence is never negative.`,
                ...(onlyUsed === undefined
                  ? []
                  : [mistake(rational(onlyUsed).minus(own))`You spread ${U} over what is used. It lies on all ${n} ${thing}s.`]),
              ],
            }),
          ],
          hints: [
            DEFINITION,
            say`Here ${math`\frac{1}{u} = ${n}`} everywhere, so the log ratio is ${math`\log_2 ${n} + \log_2 p`}, with the mean ${math`\log_2 ${n} - H(p)`}.`,
            say`The surprises under ${P} are ${list(bits)}, and ${math`\log_2 ${n} = ${log}`}.`,
          ],
          solution: [
            say`The entropy of ${P} in bits is ${math`H(p) = ${productSumWorked(paired(shares, bits))}`}.`,
            say`So ${math`${FROM_UNIFORM} = \log_2 ${n} - H(p) = ${log} - ${own} = ${key}`}.`,
          ],
        };
      },
      // 16 symbols with just these shares: words of equal length for all outcomes against a Huffman code for p.
      verify({ bits, log }, [key]) {
        const counts = bits.map(weightOf);
        const words = sure(canonicalCode(huffmanLengths(counts)));
        const short = counts.reduce((length, count, i) => length + at(words, i).repeat(count).length, 0);
        return key.times(16).equals(16 * log - short);
      },
    }),

    level({
      says: 'both directions',
      par: 75,
      pick(rng) {
        const drawn = drawPowerRatios(rng);
        if (!drawn) return undefined;
        const { forward, reverse, sizes, swapped } = compare(drawn.p, drawn.q);
        return areDifferent(forward, reverse, sizes, swapped) ? { ...drawn, scene: rng.index(PAIRS) } : undefined;
      },
      ask({ p, q, scene }) {
        const { shares, others, steps, forward, reverse } = compare(p, q);
        const mistakesOf = (key: Rational, other: Rational, weights: readonly Rational[], logs: readonly number[]) => [
          mistake(other)`That is the other direction. The weights are those of the first one.`,
          mistake(
            sum(paired(weights, logs).map(([weight, k]) => weight.times(Math.abs(k)))),
          )`You dropped the signs of the logs. Where the first one is smaller, the log is negative.`,
          mistake(sum(logs))`You added the logs. Weight each one by its probability in the first one.`,
          mistake(key.negated())`The sign is turned. A divergence is never negative.`,
        ];
        const back = steps.map(k => 0 - k);
        return {
          statement: say`${pairOf(scene)} Find both KL divergences exactly, in bits. ${pairTable(shares, others)}`,
          answers: [
            answer.number({
              label: say`${math`${FORWARD} =`}`,
              key: forward,
              mistakes: mistakesOf(forward, reverse, shares, steps),
            }),
            answer.number({
              label: say`${math`${REVERSE} =`}`,
              key: reverse,
              mistakes: mistakesOf(reverse, forward, others, back),
            }),
          ],
          jointMistakes: [{ wrong: [reverse, forward], says: SWAPPED }],
          hints: [
            DEFINITION,
            say`Find the logs of ${math`p / q`}, with their signs. Weight them by ${P}; for the other direction turn the signs and weight by ${Q}.`,
            say`The logs ${math`\log_2 \frac{p}{q}`} are ${list(steps)}.`,
          ],
          solution: [
            say`The logs ${math`\log_2 \frac{p}{q}`} are ${list(steps)}.`,
            say`Weighted by ${P}: ${math`${FORWARD} = ${productSumWorked(paired(shares, steps))}`}.`,
            say`With turned signs, weighted by ${Q}: ${math`${REVERSE} = ${productSumWorked(paired(others, back))}`}.`,
          ],
        };
      },
      verify: provesBoth,
    }),

    level({
      says: 'zeros: finite or infinite',
      par: 60,
      pick(rng) {
        const size = rng.int(4, 5);
        const wide = drawHalvings(rng, size, 4).map(weightOf);
        const some = drawHalvings(rng, size - rng.int(1, 2), 3).map(weightOf);
        const narrow = rng.shuffle([...some, ...Array.from({ length: size - some.length }, () => 0)]);
        const { forward, sizes, reverse } = compare(narrow, wide);
        if (!areDifferent(forward, sizes, reverse) || forward.equals(reverse.negated())) return undefined;
        const [p, q] = rng.int(0, 1) === 0 ? [narrow, wide] : [wide, narrow];
        return { p, q, scene: rng.index(PAIRS) };
      },
      ask({ p, q, scene }) {
        const isForward = !q.includes(0);
        const [first, second, name] = isForward ? [p, q, P] : [q, p, Q];
        const { kept, steps, forward: key, sizes, reverse } = compare(first, second);
        const [shares, others] = [p.map(n => rational(n, 16)), q.map(n => rational(n, 16))];
        const [finite, infinite] = isForward ? [FORWARD, REVERSE] : [REVERSE, FORWARD];
        const ratio = isForward ? math`\frac{p}{q}` : math`\frac{q}{p}`;
        const wrong = isForward ? 'qp' : 'pq';
        const other = isForward ? Q : P;
        return {
          statement: say`${pairOf(scene)} Only one of ${FORWARD} and ${REVERSE} is finite. Which one, and what is its exact value in bits? ${pairTable(shares, others)}`,
          answers: [
            answer.choice({
              label: say`Finite:`,
              key: isForward ? 'pq' : 'qp',
              options: [
                { id: 'pq', text: say`${FORWARD}` },
                { id: 'qp', text: say`${REVERSE}` },
              ],
              mistakes: [
                mistake(wrong)`There ${other} comes first, and ${name} is 0 where ${other} is not: one log ratio is infinite.`,
              ],
            }),
            answer.number({
              label: say`Value:`,
              key,
              mistakes: [
                mistake(reverse)`That is the finite part of the other direction, which is infinite.`,
                mistake(sum(steps))`You added the logs. Weight each one by its probability in the first one.`,
                mistake(sizes)`You dropped the signs of the logs. Where the first one is smaller, the log is negative.`,
                mistake(key.negated())`The sign is turned. A divergence is never negative.`,
              ],
            }),
          ],
          hints: [
            DEFINITION,
            say`Where the first one is 0, its weight 0 drops the outcome. Where only the second one is 0, the divergence is infinite.`,
            say`${name} is 0 somewhere and ${other} is not, so ${infinite} is infinite.`,
          ],
          solution: [
            say`${name} is 0 where ${other} is not, so ${infinite} is infinite and ${finite} is finite.`,
            say`Where ${name} is not 0, the logs ${math`\log_2 ${ratio}`} are ${list(steps)}.`,
            say`Weighted by ${name}: ${math`${finite} = ${productSumWorked(paired(kept, steps))}`}.`,
          ],
        };
      },
      // The finite direction by the definition in doubles, where 0 log 0 is 0 and a log of a ratio over 0 is infinite.
      verify({ p, q }, [finite, value]) {
        const numbers = { pq: numericDivergence(p, q), qp: numericDivergence(q, p) };
        const [own, other] = finite === 'pq' ? [numbers.pq, numbers.qp] : [numbers.qp, numbers.pq];
        return isNear(value.toNumber(), own, 1e-9) && other === Number.POSITIVE_INFINITY;
      },
    }),

    level({
      says: 'many independent examples, with a given logarithm',
      par: 90,
      pick(rng) {
        const [p, q] = [rng.pick(CHANCES), rng.pick(CHANCES)];
        const isClear = p !== q && !rational(p).plus(q).equals(1);
        return isClear ? { p, q, n: rng.int(4, 12), scene: rng.index(REPEATED) } : undefined;
      },
      ask(given) {
        const { n, scene } = given;
        const { things, event } = at(REPEATED, scene);
        const { p, q, rest, one, ratios, first, second, key, about, alone, turned, part, loose } = trials(given);
        const [ratio, otherRatio] = [math`\frac{p}{q} = ${at(ratios, 0)}`, math`\frac{1 - p}{1 - q} = ${at(ratios, 1)}`];
        return {
          statement: say`${event} with probability ${math`p = ${p}`}; a model assumes ${math`q = ${q}`} instead. Let ${WHOLE_P} be the true distribution of the outcomes of ${n} independent ${things} and ${WHOLE_Q} the model’s. Find ${WHOLE} in bits, to within 0.01. Use ${math`\log_2 3 \approx 1.585`}.`,
          answers: [
            answer.real({
              label: say`${math`${WHOLE} \approx`}`,
              key: asExpression(key),
              tolerance: '0.01',
              mistakes: [
                mistake(alone)`That is the divergence of one of the ${things}. Take ${n} times as much.`,
                mistake(turned)`That is the other direction. The weights come from the truth.`,
                mistake(part)`You kept one outcome only. The other one has a weight and a log too.`,
                mistake(loose)`You added the two logs. Weight each one by its true probability.`,
                mistake(roundToPlaces(about.times('0.693'), 3))`That is in nats. Bits take logarithms to base 2.`,
              ],
            }),
          ],
          hints: [
            say`Divergences of independent parts add: ${n} of the same kind have ${n} times the divergence of one.`,
            say`One of them has the divergence ${math`p \log_2 \frac{p}{q} + (1 - p) \log_2 \frac{1 - p}{1 - q}`}. Split the logs into those of 2 and of 3.`,
            say`The ratios are ${ratio} and ${otherRatio}.`,
          ],
          solution: [
            say`The log of ${ratio} is ${asExpression(first)}, that of ${otherRatio} is ${asExpression(second)}.`,
            say`Weighted by ${p} and ${rest}: one has the divergence ${asExpression(one)}.`,
            say`Times ${n}: ${math`${WHOLE} = ${asExpression(key)} \approx ${decimal(about)}`}.`,
          ],
        };
      },
      // The mean log ratio over the number of successes, which has a binomial distribution.
      verify({ n, ...chances }, [key]) {
        const [p, q] = [rational(chances.p).toNumber(), rational(chances.q).toNumber()];
        const of = (x: number, k: number) => x ** k * (1 - x) ** (n - k);
        const terms = Array.from({ length: n + 1 }, (_, k) => Number(binomial(n, k)) * of(p, k) * Math.log2(of(p, k) / of(q, k)));
        return isNear(evaluate(key), terms.reduce(added), 1e-9);
      },
    }),
  ],
});

const SWAPPED = say`The two directions are swapped. The weights come from the first one.`;
const FROM_UNIFORM = divergence('p', 'u');
const [WHOLE_P, WHOLE_Q, WHOLE] = [math`P`, math`Q`, divergence('P', 'Q')];
const CHANCES = ['1/2', '1/3', '2/3', '1/4', '3/4', '1/9', '8/9'];
const LOGS: Readonly<Record<string, readonly number[]>> = {
  '1/2': [-1, 0],
  '1/3': [0, -1],
  '2/3': [1, -1],
  '1/4': [-2, 0],
  '3/4': [-2, 1],
  '1/9': [0, -2],
  '8/9': [3, -2],
};

function divergence(first: string, second: string): Formula {
  return tex(`D(${first} \\parallel ${second})`, `the divergence of ${first} from ${second}`);
}

function pairOf(scene: number) {
  const { says, other } = at(PAIRS, scene);
  return say`${says} ${P}, ${other} ${Q}.`;
}

function pairTable(p: readonly Rational[], q: readonly Rational[]): Formula {
  const head = [word(''), ...p.map((_, i) => word(at(['A', 'B', 'C', 'D', 'E'], i)))];
  return table(head, [
    [P, ...p],
    [Q, ...q],
  ]);
}

/** In sixteenths, of k bits. */
function weightOf(k: number): number {
  return 16 / 2 ** k;
}

function added(a: number, b: number): number {
  return a + b;
}

function weighted(weights: readonly number[], values: readonly number[]): number {
  return paired(weights, values).reduce((total, [weight, value]) => total + weight * value, 0);
}

function ownEntropy(bits: readonly number[]): Rational {
  return rational(weighted(bits.map(weightOf), bits), 16);
}

/** From counts in sixteenths, all of them powers of 2. */
function entropies(p: readonly number[], q: readonly number[]) {
  const bits = (count: number) => sure(log2Exact(rational(16, count)));
  const [ofP, ofQ] = [p.map(bits), q.map(bits)];
  const mean = (counts: readonly number[], values: readonly number[]) => rational(weighted(counts, values), 16);
  return { ownP: mean(p, ofP), ownQ: mean(q, ofQ), crossed: mean(p, ofQ), reverse: mean(q, ofP) };
}

/** Shares, logs of their ratios, and both divergences, with what is taken for them; only outcomes that the first one has count. */
function compare(p: readonly number[], q: readonly number[]) {
  const total = p.reduce(added);
  const [shares, others] = [p.map(count => rational(count, total)), q.map(count => rational(count, total))];
  const pairs = paired(p, q).filter(([first]) => first > 0);
  const steps = pairs.map(([first, second]) => sure(log2Exact(rational(first, second))));
  const mean = (weights: readonly number[], logs: readonly number[]) => rational(weighted(weights, logs), total);
  const [first, second] = [pairs.map(([count]) => count), pairs.map(([, count]) => count)];
  const sizes = steps.map(Math.abs);
  const forward = mean(first, steps);
  const reverse = mean(second, steps).negated();
  return {
    shares,
    others,
    steps,
    kept: first.map(count => rational(count, total)),
    forward,
    reverse,
    sizes: mean(first, sizes),
    swapped: mean(second, sizes),
  };
}

/** Cross-entropy less entropy, both directions, in doubles from the shares. */
function provesBoth({ p, q }: Two, [forward, reverse]: readonly [Rational, Rational]): boolean {
  return isNear(forward.toNumber(), numericDivergence(p, q), 1e-9) && isNear(reverse.toNumber(), numericDivergence(q, p), 1e-9);
}

function numericDivergence(p: readonly number[], q: readonly number[]): number {
  const total = p.reduce(added);
  return paired(p, q).reduce((all, [a, b]) => (a === 0 ? all : all + (a / total) * (Math.log2(a) - Math.log2(b))), 0);
}

/** The log to base 2 of a probability, as its parts without and with log2(3). */
function logOf(probability: Rational): Vector {
  return vector(sure(LOGS[`${probability}`]));
}

function asExpression(parts: Vector): Expression {
  const [plain, threes] = [parts.at(0), parts.at(1)];
  const log = call('log', 3, 2);
  const size = threes.abs().equals(1) ? log : multiply(threes.abs(), log);
  const logs = threes.sign() < 0 ? negate(size) : size;
  return threes.isZero() ? add(plain) : plain.isZero() ? logs : add(plain, logs);
}

/** With the given value of log2(3). */
function approximate(parts: Vector): Rational {
  return roundToPlaces(parts.dot(vector([1, '1.585'])), 3);
}

function trials({ n, ...chances }: Trials) {
  const [p, q] = [rational(chances.p), rational(chances.q)];
  const rest = ONE.minus(p);
  const [first, second] = [logOf(p).minus(logOf(q)), logOf(rest).minus(logOf(ONE.minus(q)))];
  const mean = (weight: Rational) => first.times(weight).plus(second.times(ONE.minus(weight)));
  const [one, key] = [mean(p), mean(p).times(n)];
  return {
    ...{ p, q, rest, first, second, one, key, ratios: [p.over(q), rest.over(ONE.minus(q))] },
    about: approximate(key),
    alone: approximate(one),
    turned: approximate(mean(q).times(-n)),
    part: approximate(first.times(p.times(n))),
    loose: approximate(first.plus(second).times(n)),
  };
}
