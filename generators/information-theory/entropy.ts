// Entropy as average surprise: equally likely outcomes, dyadic distributions, independent parts, given logs, and the grouping rule.
import {
  add,
  answer,
  call,
  decimal,
  drawHalvings,
  type Expression,
  evaluate,
  generator,
  huffmanLengths,
  level,
  list,
  log2Exact,
  math,
  meanLength,
  mistake,
  multiply,
  negate,
  ONE,
  productSumWorked,
  type Rational,
  type Rng,
  rational,
  say,
  sum,
  table,
  word,
  ZERO,
} from '#kit';

export default generator({
  id: 'information-theory/entropy',
  version: 1,
  title: 'Entropy of a distribution',
  bullet: 'Entropy',
  why: 'Entropy is average surprise: the impurity in a decision tree, the exploration bonus of an agent, the floor of every log loss.',
  needs: ['information-theory/surprisal', 'probability/expectation'],
  levels: [
    level({
      says: 'equally likely outcomes, or only one',
      par: 20,
      pick(rng) {
        const [total, left] = [2 ** rng.int(3, 10), 2 ** rng.int(0, 8)];
        return left < total ? { scene: rng.int(0, RULED_OUT.length - 1), total, left } : undefined;
      },
      ask({ scene, total, left }) {
        const [who, thing] = RULED_OUT[scene] ?? RULED_OUT[0];
        const bits = log2Exact(rational(left)) ?? 0;
        return {
          statement: say`${who} ${total - left} of ${total} ${thing}s; ${left === 1 ? `one ${thing} is left` : 'the rest are equally likely'}. Find the entropy of the ${thing} in bits.`,
          answers: [
            answer.number({
              label: say`${math`H =`}`,
              key: bits,
              mistakes: [
                mistake(
                  log2Exact(rational(total)) ?? 0,
                )`You counted all ${thing}s. Those that are ruled out have probability 0 and add nothing.`,
                mistake(left)`That is the number of outcomes left. Take its logarithm to base 2.`,
                mistake(-bits)`The sign is flipped. The surprise of an outcome is minus the log of its probability.`,
                mistake(rational(bits, left))`That is the part of a single outcome. Add the parts of all that are left.`,
              ],
            }),
          ],
          hints: [
            say`If ${math`n`} outcomes are equally likely, each has the surprise ${math`\log_2 n`}, and so has their average.`,
            say`Count what is left and write it as a power of 2. If only one outcome is left, nothing is uncertain.`,
            say`There ${left === 1 ? 'is' : 'are'} ${math`${total} - ${total - left}`} left.`,
          ],
          solution: [
            say`What is left: ${math`${total} - ${total - left} = ${left} = 2^{${bits}}`}.`,
            say`So, in bits, ${math`H = \log_2 ${left} = ${bits}`}.`,
          ],
        };
      },
      // Backwards: 2 to the entropy is the number of outcomes.
      verify: ({ left }, [key]) => key.isInteger() && rational(2).power(Number(key.numerator)).equals(left),
    }),

    level({
      says: 'probabilities that are powers of one half',
      par: 45,
      pick(rng) {
        const p = drawDyadic(rng, rng.int(4, 7), 5);
        const least = p.reduce((most, value) => Math.max(most, Number(rational(value).denominator)), 1);
        const isUniform = new Set(p).size === 1;
        return isUniform ? undefined : { scene: rng.int(0, SPREADS.length - 1), p, total: least * rng.int(1, 3) };
      },
      ask({ scene, p, total }) {
        const { text, of, isCounted } = SPREADS[scene] ?? SPREADS[0];
        const shown = p.map(value => rational(value).times(isCounted ? total : 1));
        const surprises = p.map(surprise);
        const [key, all] = [entropyOf(p), sum(surprises)];
        return {
          statement: say`${text} ${list(shown)}. Find the exact entropy of the ${of} distribution in bits.`,
          answers: [
            answer.number({
              label: say`${math`H =`}`,
              key,
              mistakes: [
                mistake(all)`You added the surprises. Weight each one by its probability.`,
                mistake(all.over(p.length))`You took the plain mean of the surprises. Weight each one by its probability.`,
                mistake(key.negated())`The sign is flipped. The logs of probabilities are negative; the minus sign cancels that.`,
                ...(isCounted ? [mistake(key.times(total))`You weighted by the counts. Divide them by ${total} first.`] : []),
                ...(p.length === 4 ? [mistake(2)`That holds for four equally likely outcomes. These are not.`] : []),
              ],
            }),
          ],
          hints: [
            say`Entropy is the mean surprise: ${math`H = \sum p \log_2 \frac{1}{p}`}.`,
            say`A probability ${math`\frac{1}{2^k}`} has the surprise ${math`k`} bits. Multiply each surprise by its probability and add.`,
            say`The surprises are ${list(surprises)}.`,
          ],
          solution: [
            ...(isCounted ? [say`The shares of ${total} are ${list(p.map(value => rational(value)))}.`] : []),
            say`The surprises in bits are ${list(surprises)}.`,
            say`Weighted and added: ${math`H = ${productSumWorked(p.map((value, i) => [rational(value), surprises[i] ?? ZERO]))}`}.`,
          ],
        };
      },
      verify: ({ p }, [key]) => key.equals(meanLength(p, huffmanLengths(p))),
    }),

    level({
      says: 'independent parts',
      par: 60,
      pick(rng) {
        const [first, second] = [drawDyadic(rng, rng.int(2, 4), 3), drawDyadic(rng, rng.int(3, 5), 4)];
        // An outcome that never happens, which adds nothing.
        const padded = rng.shuffle([...second, ...(rng.int(0, 1) === 1 ? ['0'] : [])]);
        const copies = rng.int(2, 3);
        const isClear = !entropyOf(first).equals(entropyOf(second)) && first.length ** copies * padded.length <= 100;
        return isClear ? { scene: rng.int(0, PAIRS.length - 1), copies, first, second: padded } : undefined;
      },
      ask({ scene, copies, first, second }) {
        const [who, things, last] = PAIRS[scene] ?? PAIRS[0];
        const [one, other] = [entropyOf(first), entropyOf(second)];
        const key = one.times(copies).plus(other);
        const zero = second.includes('0') ? say` An outcome with probability 0 adds nothing.` : say``;
        return {
          statement: say`${who} ${copies} ${things}, each drawn with the probabilities ${list(first.map(value => rational(value)))}. Then it ${last}, drawn with the probabilities ${list(second.map(value => rational(value)))}. All draws are independent. Find the exact entropy of the whole sequence in bits.`,
          answers: [
            answer.number({
              label: say`${math`H =`}`,
              key,
              mistakes: [
                mistake(one.plus(other))`You counted the first kind of draw once. It is made ${copies} times.`,
                mistake(one.times(copies))`You left out the last draw. Add its entropy.`,
                mistake(one.times(copies).times(other))`You multiplied the entropies. Probabilities multiply, entropies add.`,
                mistake(one.plus(other).times(copies))`You repeated both kinds of draw. Only the first is repeated.`,
              ],
            }),
          ],
          hints: [
            say`Entropies of independent draws add: ${math`H(X, Y) = H(X) + H(Y)`}.`,
            say`Find the entropy of one draw of each kind. Then add one for each draw.`,
            say`One draw of the first kind has the entropy ${weighted(first)}.`,
          ],
          solution: [
            say`One draw of the first kind, in bits: ${weighted(first)}.`,
            say`The last draw: ${weighted(second)}.${zero}`,
            say`Together: ${math`H = ${copies} \cdot ${one} + ${other} = ${key}`}.`,
          ],
        };
      },
      // Lists all sequences with their probabilities and adds -P log P in floating point.
      verify({ copies, first, second }, [key]) {
        const draws = [...Array.from({ length: copies }, () => first), second].map(p =>
          p.map(value => rational(value).toNumber()),
        );
        const sequences = draws.reduce((before, draw) => before.flatMap(P => draw.map(p => P * p)), [1]);
        return Math.abs(numericEntropy(sequences) - key.toNumber()) < 1e-9;
      },
    }),

    level({
      says: 'shares such as thirds and fifths, with a given logarithm',
      par: 120,
      pick(rng) {
        const total = rng.pick([6, 9, 12, 18, 24, 5, 10, 20]);
        const prime = total % 5 === 0 ? 5 : 3;
        const fits = [1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 16].filter(n => n % (8 - prime) !== 0);
        const some = Array.from({ length: rng.int(1, 3) }, () => rng.pick(fits));
        const counts = [...some, some.reduce((rest, count) => rest - count, total)];
        const isKind = fits.includes(counts.at(-1) ?? 0) && !entropyParts(counts, prime).times.isZero();
        return isKind && new Set(counts).size > 1 ? { scene: rng.int(0, COUNTED.length - 1), prime, counts } : undefined;
      },
      ask({ scene, prime, counts }) {
        const { text, of } = COUNTED[scene] ?? COUNTED[0];
        const total = sum(counts);
        const given = rational(prime === 3 ? '1.585' : '2.322');
        const key = entropyParts(counts, prime);
        const surprises = counts.map(count => logParts(total.over(count), prime));
        const all = surprises.map(one => asExpression(one, prime));
        const about = key.plus.plus(key.times.times(given));
        const exact = asExpression(key, prime);
        const firstRatio = total.over(counts[0] ?? 1);
        return {
          statement: say`${text} ${list(counts)}. Find the entropy of the ${of} distribution in bits, to within 0.01. Use ${math`\log_2 ${prime} \approx ${decimal(given)}`}.`,
          answers: [
            answer.real({
              label: say`${math`H \approx`}`,
              key: exact,
              tolerance: '0.01',
              mistakes: [
                mistake(multiply(exact, call('ln', 2)))`That is the entropy in nats. Bits take logarithms to base 2.`,
                mistake(add(...all))`You added the surprises. Weight each one by its share.`,
                mistake(
                  multiply(rational(1, counts.length), add(...all)),
                )`You took the plain mean of the surprises. Weight each by its share.`,
                mistake(call('log', counts.length, 2))`That holds for equal shares. These differ.`,
                mistake(negate(exact))`The sign is flipped. The logs of shares are negative; the minus sign cancels that.`,
              ],
            }),
          ],
          hints: [
            say`Entropy is the mean surprise: ${math`H = \sum p \log_2 \frac{1}{p}`}.`,
            say`Split each logarithm into powers of 2 and of ${prime}: ${math`\log_2 (ab) = \log_2 a + \log_2 b`}.`,
            say`The first surprise is ${math`\log_2 ${firstRatio} = ${all[0] ?? ONE}`}.`,
          ],
          solution: [
            say`The shares are ${list(counts.map(count => rational(count).over(total)))}.`,
            say`The surprises are ${list(all)}.`,
            say`Weighted by the shares, the plain numbers add up to ${key.plus}, the factors of ${math`\log_2 ${prime}`} to ${key.times}.`,
            say`So, in bits, ${math`H = ${exact} \approx ${decimal(rounded(about))}`}.`,
          ],
        };
      },
      // The definition in floating point, with no logarithm split.
      verify({ counts }, [key]) {
        const total = sum(counts).toNumber();
        return Math.abs(numericEntropy(counts.map(count => count / total)) - evaluate(key)) < 1e-9;
      },
    }),

    level({
      says: 'two stages: the grouping rule',
      par: 60,
      pick(rng) {
        const groups = drawDyadic(rng, rng.int(3, 4), 3);
        const inside = groups.map(() => rng.int(0, INSIDE.length - 1));
        return new Set(inside).size > 1 && new Set(groups).size > 1
          ? { scene: rng.int(0, STAGES.length - 1), groups, inside }
          : undefined;
      },
      ask({ scene, groups, inside }) {
        const { text, group, last, within: whose } = STAGES[scene] ?? STAGES[0];
        const within = inside.map(i => entropyOf(INSIDE[i] ?? []));
        const between = entropyOf(groups);
        const mean = sum(groups.map((p, i) => rational(p).times(within[i] ?? ZERO)));
        const rows = groups.map((p, i) => [rational(i + 1), rational(p), within[i] ?? ZERO]);
        const meanLine = productSumWorked(groups.map((p, i) => [rational(p), within[i] ?? ZERO]));
        const plainMean = sum(within).over(within.length);
        return {
          statement: say`${text} In each row, ${math`p_i`} is the probability of the ${group} and ${math`H_i`} the entropy ${whose}, in bits. Find the exact entropy of the final ${last} in bits. ${table([word(group), math`p_i`, math`H_i`], rows)}`,
          answers: [
            answer.number({
              label: say`${math`H =`}`,
              key: between.plus(mean),
              mistakes: [
                mistake(mean)`That is what stays uncertain once the ${group} is known. Add the entropy of the ${group} itself.`,
                mistake(between)`That is the entropy of the ${group} alone. Add the mean of the entropies within.`,
                mistake(
                  between.plus(sum(within)),
                )`You added the entropies within in full. Weight each one by the probability of its ${group}.`,
                mistake(
                  between.plus(plainMean),
                )`You took the plain mean of the entropies within. Weight each one by its probability.`,
              ],
            }),
          ],
          hints: [
            say`The grouping rule: ${math`H = H(p_1, \ldots, p_n) + \sum p_i H_i`}.`,
            say`First the entropy of the ${group}, then the mean of the entropies within, weighted by the probabilities. Add the two.`,
            say`The entropy of the ${group} is ${weighted(groups)}.`,
          ],
          solution: [
            say`The entropy of the ${group}, in bits: ${weighted(groups)}.`,
            say`The mean of the entropies within: ${meanLine}.`,
            say`Together: ${math`H = ${between} + ${mean} = ${between.plus(mean)}`}.`,
          ],
        };
      },
      // One source with just these entropies within, flattened into a single list; its Huffman code has the entropy as mean length.
      verify({ groups, inside }, [key]) {
        const flat = groups.flatMap((p, i) => (INSIDE[inside[i] ?? 0] ?? []).map(q => rational(p).times(q)));
        return key.equals(meanLength(flat, huffmanLengths(flat)));
      },
    }),
  ],
});

/** Probabilities 1/2, 1/4 and so on, down to 2^-deepest, in any order. */
function drawDyadic(rng: Rng, parts: number, deepest: number): string[] {
  return drawHalvings(rng, parts, deepest).map(k => `${rational(1, 2 ** k)}`);
}

/** In bits; 0 for an impossible outcome, which has no weight. */
function surprise(p: string): Rational {
  return rational(p).isZero() ? ZERO : rational(log2Exact(ONE.over(p)) ?? 0);
}

function entropyOf(p: readonly string[]): Rational {
  return sum(p.map(value => rational(value).times(surprise(value))));
}

function weighted(p: readonly string[]) {
  const possible = p.filter(value => !rational(value).isZero());
  return productSumWorked(possible.map(value => [rational(value), surprise(value)]));
}

function numericEntropy(probabilities: readonly number[]): number {
  return probabilities.reduce((total, p) => (p === 0 ? total : total - (p * Math.log(p)) / Math.LN2), 0);
}

interface Parts {
  readonly plus: Rational;
  readonly times: Rational;
}

/** log2 of a number made of 2 and the prime, as plus + times * log2(prime). */
function logParts(value: Rational, prime: number): Parts {
  let [rest, times] = [value, 0];
  for (; rest.numerator % BigInt(prime) === 0n; rest = rest.over(prime)) times++;
  for (; rest.denominator % BigInt(prime) === 0n; rest = rest.times(prime)) times--;
  return { plus: rational(log2Exact(rest) ?? 0), times: rational(times) };
}

function entropyParts(counts: readonly number[], prime: number): Parts {
  const total = sum(counts);
  const mean = (part: keyof Parts) => sum(counts.map(n => logParts(total.over(n), prime)[part].times(n))).over(total);
  return { plus: mean('plus'), times: mean('times') };
}

function asExpression({ plus, times }: Parts, prime: number): Expression {
  const log = call('log', prime, 2);
  const logs = times.equals(1) ? log : multiply(times, log);
  return times.isZero() ? add(plus) : plus.isZero() ? logs : add(plus, logs);
}

function rounded(value: Rational): Rational {
  return rational(value.times(1000).plus('1/2').floor(), 1000);
}

const RULED_OUT = [
  ['A sampler rules out', 'token'],
  ['A planner rules out', 'move'],
  ['The symptoms rule out', 'cause'],
  ['A sensor rules out', 'position'],
] as const;

const SPREADS = [
  { text: 'A classifier gives its classes the probabilities', of: 'class', isCounted: false },
  { text: 'A policy takes its actions with the probabilities', of: 'action', isCounted: false },
  { text: 'In a node of a decision tree the classes have these numbers of examples:', of: 'class', isCounted: true },
  { text: 'In a small corpus the words occur this many times:', of: 'word', isCounted: true },
] as const;

const PAIRS = [
  ['A toy model writes', 'tokens', 'adds a label'],
  ['An agent makes', 'moves', 'receives a reward'],
  ['A sensor sends', 'readings', 'sends a status'],
] as const;

const COUNTED = [
  { text: 'In a leaf of a decision tree the classes have these numbers of examples:', of: 'class' },
  { text: 'The clusters of a data set have these sizes:', of: 'cluster' },
  { text: 'The classes get these numbers of votes from an ensemble:', of: 'vote' },
] as const;

const STAGES = [
  {
    text: 'A hierarchical softmax draws a cluster, then a word in it. No word is in two clusters.',
    group: 'cluster',
    last: 'word',
    within: 'of the word within it',
  },
  {
    text: 'A router draws an expert, which then draws a reply. No two experts share a reply.',
    group: 'expert',
    last: 'reply',
    within: 'of its reply',
  },
  {
    text: 'A sampler draws a folder, then an image in it. No image is in two folders.',
    group: 'folder',
    last: 'image',
    within: 'of the image within it',
  },
] as const;

/** Distributions within a group; the statement shows their entropies 0, 1, 3/2, 7/4 and 2 only. */
const INSIDE = [
  ['1'],
  ['1/2', '1/2'],
  ['1/2', '1/4', '1/4'],
  ['1/2', '1/4', '1/8', '1/8'],
  ['1/4', '1/4', '1/4', '1/4'],
] as const;
