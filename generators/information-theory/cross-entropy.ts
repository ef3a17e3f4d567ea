// Cross-entropy in bits: one true class, known shares, counted data, the excess over the entropy, and smoothed labels.
import {
  answer,
  areDifferent,
  at,
  canonicalCode,
  decimal,
  drawHalvings,
  type Formula,
  generator,
  huffmanLengths,
  level,
  list,
  math,
  mistake,
  paired,
  productSumWorked,
  type Rational,
  rational,
  say,
  sum,
  sure,
  table,
  word,
} from '#kit';

/** The truth and the model. */
const [P, Q] = [math`p`, math`q`];

/** Who gives probabilities to what, and what turns out to be true. */
const ONE_TRUE = [
  { says: 'An image classifier gives the possible classes of a photo', shows: 'The photo shows class' },
  { says: 'A language model gives the candidates for the next token', shows: 'The next token is' },
  { says: 'A speech recogniser gives the words it may have heard', shows: 'The speaker said word' },
  { says: 'A tagger gives the possible tags of a word', shows: 'The right tag is' },
  { says: 'A game engine gives the possible moves of its opponent', shows: 'The opponent plays move' },
] as const;
/** What has the shares p, and who gives it the probabilities q. */
const SHARES = [
  { says: 'The topics in a news feed', model: 'a classifier gives them' },
  { says: 'The tokens that follow a word in a corpus', model: 'a language model gives them' },
  { says: 'The actions of an expert in one position', model: 'a policy that imitates the expert gives them' },
  { says: 'The links that visitors choose', model: 'a click model gives them' },
  { says: 'The kinds of weather in a season', model: 'a forecast gives them' },
] as const;
const COUNTED = [
  {
    says: 'A test set holds these numbers of examples of each class.',
    model: 'A model gives every example the class probabilities',
  },
  { says: 'A text holds each token this many times.', model: 'A unigram model gives the tokens the probabilities' },
  { says: 'A log holds each event this many times.', model: 'A monitor expects the events with the probabilities' },
  { says: 'An agent was seen to take each action this many times.', model: 'A model of it gives the actions the probabilities' },
  { says: 'Annotators gave each label to one image this many times.', model: 'A classifier gives the labels the probabilities' },
] as const;
const CODED = [
  { says: 'The symbols of a file', model: 'A code is built for the shares' },
  { says: 'The tokens of a new text', model: 'A tokeniser’s code was built for an old text with the shares' },
  { says: 'The quantised weights of a network', model: 'They are packed by a code that is built for the shares' },
  { says: 'The readings of a sensor', model: 'They are sent in a code that is built for the shares' },
] as const;
/** What is trained, and what its classes are. */
const SMOOTHED = [
  { says: 'A photo classifier', thing: 'class' },
  { says: 'A translation model', thing: 'token' },
  { says: 'A handwriting recogniser', thing: 'letter' },
  { says: 'A classifier of sounds', thing: 'class' },
] as const;

type Smoothed = { bits: number[]; truth: number; each: number; scene: number };

export default generator({
  id: 'information-theory/cross-entropy',
  version: 1,
  title: 'Cross-entropy between two distributions',
  bullet: 'Entropy',
  why: 'It is the average surprise of the truth under the model: what training a classifier or a language model makes small.',
  needs: ['information-theory/entropy'],
  levels: [
    level({
      says: 'one true class',
      par: 20,
      pick(rng) {
        const bits = drawHalvings(rng, rng.int(4, 6), 5);
        const given = { bits, truth: rng.index(bits), scene: rng.index(ONE_TRUE) };
        return areDifferent(at(bits, given.truth), ownEntropy(bits), plainMean(bits)) ? given : undefined;
      },
      ask({ bits, truth, scene }) {
        const { says, shows } = at(ONE_TRUE, scene);
        const [key, letter, own] = [at(bits, truth), nameOf(truth), probability(at(bits, truth))];
        return {
          statement: say`${says} the probabilities ${Q}. ${shows} ${letter}, so the true distribution ${P} is 1 there and 0 elsewhere. Find the cross-entropy ${math`H(p, q)`} in bits. ${classTable(bits)}`,
          answers: [
            answer.number({
              label: say`${math`H(p, q) =`}`,
              key,
              mistakes: [
                mistake(
                  ownEntropy(bits),
                )`You weighted by ${Q}, which is the model’s own entropy. The weights are the truth ${P}.`,
                mistake(sum(bits))`You added all surprises. All but that of ${letter} have the weight 0.`,
                mistake(plainMean(bits))`You took the plain mean of all surprises. All but that of ${letter} have the weight 0.`,
                mistake(-key)`The sign is turned. The surprise of an outcome is minus the log of its probability.`,
                mistake(own)`That is the probability of ${letter}. Its surprise is asked.`,
              ],
            }),
          ],
          hints: [
            DEFINITION,
            say`Weights that are 0 leave one term: the surprise of what is true, ${math`\log_2 \frac{1}{q}`}.`,
            say`The model gives ${letter} the probability ${own}.`,
          ],
          solution: [
            say`Only ${letter} counts: its weight is 1, all others are 0.`,
            say`So, in bits, ${math`H(p, q) = 1 \cdot \log_2 ${rational(1).over(own)} = ${key}`}.`,
          ],
        };
      },
      // Undo the logarithm: halving 1 as many times gives the model's probability of the true class.
      verify: ({ bits, truth }, [key]) =>
        key.isInteger() &&
        rational('1/2')
          .power(key.toNumber())
          .equals(probability(at(bits, truth))),
    }),

    level({
      says: 'known shares of the outcomes',
      par: 35,
      pick(rng) {
        const bits = drawHalvings(rng, rng.int(3, 4), 3);
        const some = rng.ints(bits.length - 1, 1, 5);
        const tenths = [...some, some.reduce((rest, part) => rest - part, 10)];
        if (at(tenths, some.length) < 1) return undefined;
        const { key, own, mean, powers } = weigh(tenths, bits);
        return areDifferent(key, own, mean, powers) ? { tenths, bits, scene: rng.index(SHARES) } : undefined;
      },
      ask({ tenths, bits, scene }) {
        const { says, model } = at(SHARES, scene);
        const { p, key, own, mean, all, powers } = weigh(tenths, bits);
        return {
          statement: say`${says} have the shares ${P}; ${model} the probabilities ${Q}. Find the cross-entropy ${math`H(p, q)`} in bits. ${classTable(bits, [P, ...p.map(decimal)])}`,
          answers: [
            answer.number({
              label: say`${math`H(p, q) =`}`,
              key,
              decimal: true,
              mistakes: [
                mistake(own)`You weighted by ${Q}, which is the model’s own entropy. The weights are the truth ${P}.`,
                mistake(mean)`You took the plain mean of the surprises. Weight each one by its share ${P}.`,
                mistake(all)`You added the surprises. Weight each one by its share ${P}.`,
                mistake(powers)`You multiplied by ${math`1/q`}. Take its log to base 2 first.`,
              ],
            }),
          ],
          hints: [
            DEFINITION,
            say`Find the surprises under ${Q}, multiply each by its share ${P}, and add.`,
            say`The surprises under ${Q} are ${list(bits)}.`,
          ],
          solution: [
            say`The surprises under ${Q} in bits are ${list(bits)}.`,
            say`Weighted by ${P}: ${math`H(p, q) = ${productSumWorked(paired(p, bits), decimal)}`}.`,
          ],
        };
      },
      verify: ({ tenths, bits }, [key]) => provesCoded(tenths, bits, key),
    }),

    level({
      says: 'the truth as counts',
      par: 50,
      pick(rng) {
        const bits = drawHalvings(rng, rng.int(4, 5), 4);
        const counts = bits.map(() => rng.int(0, 8));
        const total = sum(counts).toNumber();
        const isKind = total >= 10 && total <= 24 && counts.filter(count => count === 0).length < 2;
        if (!isKind) return undefined;
        const { key, own, mean, bitsInAll } = weigh(counts, bits);
        return areDifferent(key, own, mean, bitsInAll) ? { counts, bits, scene: rng.index(COUNTED) } : undefined;
      },
      ask({ counts, bits, scene }) {
        const { says, model } = at(COUNTED, scene);
        const { total, key, own, mean, all, bitsInAll } = weigh(counts, bits);
        return {
          statement: say`${says} ${model} ${Q}. Let ${P} be the shares of the counts. Find the exact cross-entropy ${math`H(p, q)`} in bits. ${classTable(bits, [word('count'), ...counts])}`,
          answers: [
            answer.number({
              label: say`${math`H(p, q) =`}`,
              key,
              mistakes: [
                mistake(bitsInAll)`Those are the bits of all ${total} together. Divide by ${total}, since ${P} are shares.`,
                mistake(own)`You weighted by ${Q}, which is the model’s own entropy. The weights are the shares ${P}.`,
                mistake(mean)`You took the plain mean of the surprises. Weight each one by its share ${P}.`,
                mistake(all)`You added the surprises. Weight each one by its share ${P}.`,
                mistake(key.negated())`The sign is turned. The surprise of an outcome is minus the log of its probability.`,
              ],
            }),
          ],
          hints: [
            DEFINITION,
            say`Multiply each count by its surprise under ${Q}, add, and divide by the total count.`,
            say`There are ${total} in all, and the surprises under ${Q} are ${list(bits)}.`,
          ],
          solution: [
            say`The surprises under ${Q} in bits are ${list(bits)}.`,
            say`Times the counts: ${productSumWorked(paired(counts, bits))}.`,
            say`Divided by all ${total}: ${math`H(p, q) = ${key.denominator === total.numerator ? key : math`${bitsInAll} / ${total} = ${key}`}`}.`,
          ],
        };
      },
      verify: ({ counts, bits }, [key]) => provesCoded(counts, bits, key),
    }),

    level({
      says: 'the excess over the entropy',
      par: 75,
      pick(rng) {
        const size = rng.int(4, 5);
        const [p, q] = [drawHalvings(rng, size, 4), drawHalvings(rng, size, 4)];
        const { key, reverse, floor, own } = bothWays(p, q);
        const isClear = areDifferent(key, reverse, floor) && areDifferent(key, reverse, own) && !key.minus(floor).equals(floor);
        return isClear ? { p, q, scene: rng.index(CODED) } : undefined;
      },
      ask({ p, q, scene }) {
        const { key, reverse, floor, own } = bothWays(p, q);
        const { says, model } = at(CODED, scene);
        const [shares, excess] = [p.map(probability), key.minus(floor)];
        return {
          statement: say`${says} have the shares ${P}. ${model} ${Q}. Find the cross-entropy ${math`H(p, q)`} in bits, and by how much it is above the entropy ${math`H(p)`}. Give exact values. ${classTable(q, [P, ...shares])}`,
          answers: [
            answer.number({
              label: say`${math`H(p, q) =`}`,
              key,
              mistakes: [
                mistake(reverse)`The roles are swapped. The weights come from ${P}, the logs from ${Q}.`,
                mistake(floor)`You took the logs of ${P}, which gives its entropy. The logs come from ${Q}.`,
                mistake(own)`You weighted by ${Q}, which gives its entropy. The weights come from ${P}.`,
                mistake(sum(q))`You added the surprises. Weight each one by its share ${P}.`,
              ],
            }),
            answer.number({
              label: say`${math`H(p, q) - H(p) =`}`,
              key: excess,
              mistakes: [
                mistake(floor)`That is the entropy of ${P}. Take it away from the cross-entropy.`,
                mistake(key.minus(own))`You took away the entropy of ${Q}. Take away that of ${P}.`,
                mistake(excess.negated())`The sign is turned. The cross-entropy is never below the entropy.`,
              ],
            }),
          ],
          jointMistakes: [
            {
              wrong: [reverse, reverse.minus(own)],
              says: say`You swapped the roles of ${P} and ${Q}. The weights come from ${P}, the logs from ${Q}.`,
            },
          ],
          hints: [
            say`${DEFINITION} With the logs of ${P} itself it is the entropy ${math`H(p)`}.`,
            say`Weight the surprises under ${Q} by ${P}. Weight those under ${P} by ${P} too, and take this entropy away.`,
            say`The surprises under ${Q} are ${list(q)}, those under ${P} are ${list(p)}.`,
          ],
          solution: [
            say`Weighted by ${P}, the surprises under ${Q}: ${math`H(p, q) = ${productSumWorked(paired(shares, q))}`}.`,
            say`The surprises under ${P} itself: ${math`H(p) = ${productSumWorked(paired(shares, p))}`}.`,
            say`The excess is ${math`${key} - ${floor} = ${excess}`}.`,
          ],
        };
      },
      // 32 symbols with just these shares, written with the code for q and with the code for p.
      verify({ p, q }, [key, excess]) {
        const counts = p.map(k => WHOLE / 2 ** k);
        const [long, short] = [codedLength(counts, q), codedLength(counts, p)];
        return key.times(WHOLE).equals(long) && excess.times(WHOLE).equals(long - short);
      },
    }),

    level({
      says: 'smoothed labels',
      par: 75,
      pick(rng) {
        const bits = drawHalvings(rng, rng.int(4, 6), 5);
        const given = { bits, truth: rng.index(bits), each: rng.int(1, 5), scene: rng.index(SMOOTHED) };
        const { key, hard, whole, kept, full } = smooth(given);
        return areDifferent(key, hard, whole, kept, full) ? given : undefined;
      },
      ask(given) {
        const { bits, truth, scene } = given;
        const { share, each, rest, key, hard, whole, kept, full, others } = smooth(given);
        const { says, thing } = at(SMOOTHED, scene);
        const [letter, n] = [nameOf(truth), bits.length - 1];
        return {
          statement: say`${says} is trained with label smoothing. Its targets ${P} take the share ${decimal(share)} from the true ${thing} ${letter} and spread it evenly over the other ${n}. The model gives the probabilities ${Q}. Find the cross-entropy ${math`H(p, q)`} in bits. ${classTable(bits)}`,
          answers: [
            answer.number({
              label: say`${math`H(p, q) =`}`,
              key,
              decimal: true,
              mistakes: [
                mistake(hard)`That is the loss with a hard label. The others now count a little too.`,
                mistake(whole)`You gave each other ${thing} the whole ${decimal(share)}. They share it.`,
                mistake(kept)`You spread the ${decimal(share)} over all of them. Only the other ${n} get a part.`,
                mistake(full)`You left ${letter} its full weight. It gives away ${decimal(share)}.`,
                mistake(
                  ownEntropy(bits),
                )`You weighted by ${Q}, which is the model’s own entropy. The weights are the targets ${P}.`,
              ],
            }),
          ],
          hints: [
            DEFINITION,
            say`Write down the targets first. All but ${letter} have the same one, so add their surprises before you multiply.`,
            say`The target of ${letter} is ${math`1 - ${decimal(share)} = ${decimal(rest)}`}, that of each other ${thing} ${math`${decimal(share)} / ${n} = ${decimal(each)}`}.`,
          ],
          solution: [
            say`The target of ${letter} is ${math`1 - ${decimal(share)} = ${decimal(rest)}`}, that of each other ${thing} ${math`${decimal(share)} / ${n} = ${decimal(each)}`}.`,
            say`In bits, the surprise of ${letter} is ${hard}, and the other surprises add up to ${others}.`,
            say`So ${math`H(p, q) = ${productSumWorked(
              [
                [rest, hard],
                [each, others],
              ],
              decimal,
            )}`}.`,
          ],
        };
      },
      // A hundred examples labelled in just these shares, written with the code for q.
      verify({ bits, truth, each }, [key]) {
        const counts = bits.map((_, i) => (i === truth ? 100 - each * (bits.length - 1) : each));
        return provesCoded(counts, bits, key);
      },
    }),
  ],
});

/** A whole in the smallest parts that are drawn, 1/32. */
const WHOLE = 32;
const DEFINITION = say`Cross-entropy is the mean surprise of the truth ${P} under the model ${Q}: ${math`H(p, q) = \sum p \log_2 \frac{1}{q}`}.`;

function nameOf(i: number): string {
  return at(['A', 'B', 'C', 'D', 'E', 'F'], i);
}

function probability(bits: number): Rational {
  return rational(1, 2 ** bits);
}

/** A column an outcome; the row of p or of the counts, where there is one, above that of q. */
function classTable(bits: readonly number[], above?: readonly (Formula | Rational | number)[]): Formula {
  const head = [word(''), ...bits.map((_, i) => word(nameOf(i)))];
  return table(head, [...(above ? [above] : []), [Q, ...bits.map(probability)]]);
}

function ownEntropy(bits: readonly number[]): Rational {
  return sum(bits.map(k => probability(k).times(k)));
}

function plainMean(bits: readonly number[]): Rational {
  return sum(bits).over(bits.length);
}

/** The shares of what was counted, their cross-entropy, and what is taken for it. */
function weigh(counts: readonly number[], bits: readonly number[]) {
  const total = sum(counts);
  const weighted = (values: readonly number[]) => sum(paired(counts, values).map(([count, value]) => count * value));
  const bitsInAll = weighted(bits);
  return {
    total,
    p: counts.map(count => rational(count).over(total)),
    bitsInAll,
    key: bitsInAll.over(total),
    own: ownEntropy(bits),
    mean: plainMean(bits),
    all: sum(bits),
    powers: weighted(bits.map(k => 2 ** k)).over(total),
  };
}

/** Both cross-entropies and both entropies. */
function bothWays(p: readonly number[], q: readonly number[]) {
  const weighted = (weights: readonly number[], bits: readonly number[]) =>
    rational(
      paired(weights, bits).reduce((total, [weight, k]) => total + (WHOLE / 2 ** weight) * k, 0),
      WHOLE,
    );
  return { key: weighted(p, q), reverse: weighted(q, p), floor: weighted(p, p), own: weighted(q, q) };
}

function smooth({ bits, truth, each: hundredths }: Smoothed) {
  const [n, each, hard] = [bits.length - 1, rational(hundredths, 100), rational(at(bits, truth))];
  const share = each.times(n);
  const rest = rational(1).minus(share);
  const others = sum(bits).minus(hard);
  const total = (own: Rational, other: Rational) => own.times(hard).plus(other.times(others));
  const spread = share.over(n + 1);
  return {
    share,
    each,
    rest,
    hard,
    others,
    key: total(rest, each),
    whole: total(rest, share),
    kept: total(rest.plus(spread), spread),
    full: total(rational(1), each),
  };
}

/** Data with just these counts, written out with a prefix code for q: its length over the number of outcomes. */
function provesCoded(counts: readonly number[], bits: readonly number[], key: Rational): boolean {
  return key.times(sum(counts)).equals(codedLength(counts, bits));
}

function codedLength(counts: readonly number[], bits: readonly number[]): number {
  const words = sure(canonicalCode(huffmanLengths(bits.map(k => WHOLE / 2 ** k))));
  return counts.reduce((length, count, i) => length + at(words, i).repeat(count).length, 0);
}
