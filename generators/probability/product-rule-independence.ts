// From single steps to whole events: products of independent events, draws without replacement, chains, and two causes of one effect.
import {
  answer,
  areDifferent,
  at,
  decimal,
  display,
  type Formula,
  generator,
  level,
  list,
  math,
  mistake,
  ONE,
  paired,
  productSumWorked,
  type Rational,
  rational,
  say,
  sum,
  table,
  tuples,
  word,
} from '#kit';

/** Independent events of one kind: what they do, all of them, none of them. */
const CHECKS = [
  { who: 'alarms work independently. They go off', all: 'all of them go off', none: 'none goes off' },
  { who: 'models answer independently. They are right', all: 'all of them are right', none: 'none is right' },
  { who: 'servers run independently. They fail', all: 'all of them fail', none: 'none fails' },
  { who: 'users decide independently. They click', all: 'all of them click', none: 'none clicks' },
  { who: 'packets travel independently. They get lost', all: 'all of them get lost', none: 'none gets lost' },
];
const BAGS = [
  { where: 'A folder holds', things: 'photos', kinds: ['cat', 'dog'] },
  { where: 'A mailbox holds', things: 'messages', kinds: ['new', 'old'] },
  { where: 'A data set has', things: 'examples', kinds: ['positive', 'negative'] },
  { where: 'A playlist has', things: 'songs', kinds: ['jazz', 'rock'] },
  { where: 'A replay buffer holds', things: 'games', kinds: ['won', 'lost'] },
];
const PAIRS = [
  { A: 'F', B: 'S', says: 'Event F: a message contains the word “free”. Event S: it is spam.' },
  { A: 'C', B: 'N', says: 'Event C: a user clicks. Event N: the user is new.' },
  { A: 'E', B: 'R', says: 'Event E: a picture has a wrong label. Event R: it was taken in the rain.' },
  { A: 'G', B: 'H', says: 'Event G: the first model is right. Event H: the second model is right.' },
  { A: 'L', B: 'T', says: 'Event L: a reply is late. Event T: traffic is high.' },
];
const CHAINS = [
  'A server is overloaded (A), its reply is late (B), the user leaves (C).',
  'A lens is dirty (A), the picture is blurred (B), its label is wrong (C).',
  'A user likes jazz (A), opens a jazz song (B), buys an album (C).',
  'A word is misheard (A), the sentence is misunderstood (B), the answer is wrong (C).',
  'A feature is missing (A), the forecast is poor (B), the stock runs out (C).',
];
const EFFECTS = [
  'A camera raises the alarm (C). A thief (A) or a cat (B) may have set it off.',
  'A reply is late (C). Traffic may be high (A), or a backup may be running (B).',
  'A label is wrong (C). The photo may be blurred (A), or the annotator tired (B).',
  'A test fails (C). The code may have a bug (A), or the network may be down (B).',
  'A message is flagged (C). It may be an advert (A), or be full of links (B).',
];

export default generator({
  id: 'probability/product-rule-independence',
  version: 1,
  title: 'Product rule, independence and factorised joints',
  bullet: 'Probability Theory',
  why: 'Language models and Bayesian networks write the probability of a whole as a product of conditional probabilities.',
  needs: ['probability/joint-and-conditional'],
  levels: [
    level({
      says: 'independent events: all of them, none of them',
      par: 35,
      pick(rng) {
        const count = rng.int(2, 3);
        const p = Array.from({ length: count }, () => {
          const below = rng.int(2, 6);
          return `${rational(rng.int(1, below - 1), below)}`;
        });
        const { all, none, some, added, notAll } = together(p);
        const isKind = all.denominator <= 60n && none.denominator <= 60n && areDifferent(all, none, some, added, notAll);
        return isKind ? { p, scene: rng.index(CHECKS) } : undefined;
      },
      ask({ p, scene }) {
        const { who, all: each, none: no } = at(CHECKS, scene);
        const { own, rest, all, none, some, added, notAll } = together(p);
        const count = p.length === 2 ? 'Two' : 'Three';
        return {
          statement: say`${count} ${who} with the probabilities ${list(own)}. Find the exact probability that ${each}, and the probability that ${no}.`,
          answers: [
            answer.number({
              label: say`All:`,
              key: all,
              mistakes: [
                mistake(added)`You added the probabilities. For independent events that all happen, multiply.`,
                mistake(some)`That is the probability of at least one. All of them have to happen.`,
              ],
            }),
            answer.number({
              label: say`None:`,
              key: none,
              mistakes: [
                mistake(notAll)`That is the opposite of all: at least one does not happen. Here each one does not.`,
                mistake(some)`That is the probability of at least one, the opposite of none.`,
              ],
            }),
          ],
          jointMistakes: [
            { wrong: [none, all], says: say`The two are swapped. For all of them, multiply the given probabilities.` },
          ],
          hints: [
            say`For independent events the probability that all happen is the product: ${math`P(A, B) = P(A)\,P(B)`}.`,
            say`Multiply the probabilities for “all”. For “none”, multiply the probabilities of the opposites.`,
            say`The opposites have the probabilities ${list(rest)}.`,
          ],
          solution: [
            say`All: ${productOf(own)}.`,
            say`The opposites have the probabilities ${list(rest)}.`,
            say`None: ${productOf(rest)}.`,
          ],
        };
      },
      // Rolls one fair die for each event, lists all equally likely outcomes and counts.
      verify({ p }, [all, none]) {
        const rolls = p.map(value => Number(rational(value).denominator));
        const limits = p.map(value => Number(rational(value).numerator));
        const faces = [...tuples([0, 1, 2, 3, 4, 5], p.length)].filter(roll => roll.every((face, i) => face < at(rolls, i)));
        const share = (fits: (face: number, i: number) => boolean) =>
          rational(faces.filter(roll => roll.every(fits)).length, faces.length);
        return all.equals(share((face, i) => face < at(limits, i))) && none.equals(share((face, i) => face >= at(limits, i)));
      },
    }),

    level({
      says: 'draws without replacement',
      par: 60,
      pick(rng) {
        const counts = [rng.int(3, 7), rng.int(2, 5)];
        const order = rng.ints(3, 0, 1);
        const given = { counts, order };
        if (new Set(order).size === 1 || at(counts, 0) === at(counts, 1)) return undefined;
        const { key, replaced, sameTop, unordered, same, sameReplaced, oneKind } = drawn(given);
        const isKind = key.denominator <= 84n && same.denominator <= 84n;
        const areApart = areDifferent(key, replaced, sameTop, unordered) && areDifferent(same, sameReplaced, oneKind);
        return isKind && areApart ? { ...given, scene: rng.index(BAGS) } : undefined;
      },
      ask({ counts, order, scene }) {
        const { where, things, kinds } = at(BAGS, scene);
        const [first, second] = [at(kinds, 0), at(kinds, 1)];
        const { key, steps, replaced, sameTop, unordered, same, sames, sameReplaced, oneKind } = drawn({ counts, order });
        return {
          statement: say`${where} ${at(counts, 0)} ${first} and ${at(counts, 1)} ${second} ${things}. You draw three at random, one after the other, without putting any back. Find the exact probability of the kinds ${order.map(kind => at(kinds, kind)).join(', ')} in this order, and that of three of the same kind.`,
          answers: [
            answer.number({
              label: say`In this order:`,
              key,
              mistakes: [
                mistake(replaced)`You put each one back. After each draw there is one less.`,
                mistake(sameTop)`You lowered the total only. The kind that was drawn has one less, too.`,
                mistake(unordered)`You allowed every order. Only the given one counts.`,
              ],
            }),
            answer.number({
              label: say`Same kind:`,
              key: same,
              mistakes: [
                mistake(sameReplaced)`You put each one back. After each draw there is one less.`,
                mistake(oneKind)`That is for ${first} alone. Add the case that all are ${second}.`,
              ],
            }),
          ],
          hints: [
            say`The product rule: multiply the probability of each draw, given the draws before it.`,
            say`After each draw the total has one less, and so has the kind that was drawn. For “same kind” add the two cases.`,
            say`The first draw in the given order has the probability ${at(steps, 0)}.`,
          ],
          solution: [
            say`In this order: ${productOf(steps)}.`,
            ...sames.map((each, i) => say`All ${at(kinds, i)}: ${productOf(each)}.`),
            say`Same kind, added: ${same}.`,
          ],
        };
      },
      // Numbers the things, lists all ordered draws and counts.
      verify({ counts, order }, [key, both]) {
        const kinds = counts.flatMap((count, kind) => Array.from({ length: count }, () => kind));
        const tally = tallyDraws(kinds, order.length);
        const share = (...seen: string[]) => sum(seen.map(one => tally.get(one) ?? 0)).over(sum(tally.values()));
        const same = [0, 1].map(kind => `${kind}`.repeat(order.length));
        return key.equals(share(order.join(''))) && both.equals(share(...same));
      },
    }),

    level({
      says: 'conditional probability, and independent or not',
      par: 45,
      pick(rng) {
        const [b, given] = [rng.int(4, 16), rational(rng.int(1, 9), rng.pick([4, 5, 10]))];
        const both = given.times(rational(b, 20)).times(100);
        const a = rng.int(0, 1) === 1 ? given.times(20) : given.times(20).plus(rng.nonzero(-4, 4));
        if (given.compare(1) >= 0 || !both.isInteger() || !a.isInteger() || a.sign() <= 0) return undefined;
        const cells = { a: Number(a.numerator) * 5, b: b * 5, both: Number(both.numerator) };
        const rest = 100 - cells.a - cells.b + cells.both;
        if (rest <= 0 || cells.both >= cells.a || cells.both >= cells.b || cells.a === cells.b) return undefined;
        return { ...cells, scene: rng.index(PAIRS) };
      },
      ask({ scene, ...cells }) {
        const { A, B, says } = at(PAIRS, scene);
        const [a, b, both] = [rational(cells.a, 100), rational(cells.b, 100), rational(cells.both, 100)];
        const [key, product] = [both.over(b), a.times(b)];
        const [before, after] = [math`P(${A})`, math`P(${A} \mid ${B})`];
        const sign = key.compare(a);
        const options = [
          { id: 'independent', text: say`${math`${A}`} and ${math`${B}`} are independent` },
          { id: 'more', text: say`${math`${B}`} makes ${math`${A}`} more likely` },
          { id: 'less', text: say`${math`${B}`} makes ${math`${A}`} less likely` },
        ];
        return {
          statement: say`${says} Find the exact probability ${after}, and choose what holds. ${display(math`P(${A}) = ${decimal(a)},\quad P(${B}) = ${decimal(b)}`)} ${display(math`P(${A} \cap ${B}) = ${decimal(both)}`)}`,
          answers: [
            answer.number({
              label: say`${math`${after} =`}`,
              key,
              mistakes: [
                mistake(both.over(a))`You divided by ${before}. The condition is ${math`${B}`}, so divide by its probability.`,
                mistake(both)`That is the probability of both. Divide it by that of the condition ${math`${B}`}.`,
                mistake(product)`You multiplied as if they were independent. Divide the given joint probability.`,
                mistake(a)`That is ${before}: you took independence for granted. Divide the joint probability.`,
                mistake(a.over(b))`You divided ${before}. Divide the probability of both.`,
              ],
            }),
            answer.choice({
              key: at(['less', 'independent', 'more'], sign + 1),
              options,
              mistakes: options.map(
                ({ id }) => mistake(id)`Compare ${after} with ${before}: equal means independent, larger means more likely.`,
              ),
            }),
          ],
          hints: [
            say`${math`P(${A} \mid ${B}) = \frac{P(${A} \cap ${B})}{P(${B})}`}. Independent means that it equals ${before}.`,
            say`Divide the probability of both by that of the condition. Then compare with ${before}.`,
            say`The condition has the probability ${math`P(${B}) = ${decimal(b)}`}.`,
          ],
          solution: [
            say`Divide: ${math`P(${A} \mid ${B}) = \frac{${decimal(both)}}{${decimal(b)}} = ${key}`}.`,
            say`Compare: ${math`P(${A}) = ${decimal(a)} = ${a}`}.`,
            say`So ${at(options, sign < 0 ? 2 : sign).text}.`,
          ],
        };
      },
      // 100 equally likely cases in a table of four cells: count a column; the sign of its determinant says which way they depend.
      verify({ a, b, both }, [key, choice]) {
        const determinant = both * (100 - a - b + both) - (a - both) * (b - both);
        const cases = Array.from({ length: 100 }, (_, i) => ({ inB: i < b, inA: i < both || (i >= b && i < b + a - both) }));
        const kept = cases.filter(({ inB }) => inB);
        const isShare = key.equals(rational(kept.filter(({ inA }) => inA).length, kept.length));
        return isShare && choice === at(['less', 'independent', 'more'], Math.sign(determinant) + 1);
      },
    }),

    level({
      says: 'a chain of three: one assignment and a marginal',
      par: 90,
      pick(rng) {
        const tenth = () => rng.int(1, 9);
        const given = { a: tenth(), b: [tenth(), tenth()], c: [tenth(), tenth()], wanted: rng.ints(3, 0, 1) };
        const [upB, upC] = [at(given.b, 1) - at(given.b, 0), at(given.c, 1) - at(given.c, 0)];
        if (Math.abs(upB) < 2 || Math.abs(upC) < 2) return undefined;
        const { joint, marginals, middle, key, once, fixed, mean } = chained(given);
        if (middle.equals('1/2') || key.equals('1/2')) return undefined;
        const isClear = areDifferent(joint, marginals) && areDifferent(key, once, fixed, mean);
        return isClear ? { ...given, scene: rng.index(CHAINS) } : undefined;
      },
      ask(given) {
        const { a, b, c, factors, joint, marginals, upward, firstRow, middle, key, once, fixed, mean } = chained(given);
        const [isA, isB, isC] = [at(given.wanted, 0), at(given.wanted, 1), at(given.wanted, 2)];
        const asked = math`P(A = ${isA}, B = ${isB}, C = ${isC})`;
        const rows = [1, 0].map(value => [value, decimal(at(b, value)), decimal(at(c, value))]);
        return {
          statement: say`${at(CHAINS, given.scene)} Each is 1 (yes) or 0 (no), and each depends on the one before it only: ${math`A \to B \to C`}. ${math`P(A = 1) = ${decimal(a)}`}. The table has the rest, a row for each value of the condition. Find ${asked} and ${math`P(C = 1)`}. ${table([word('given'), math`P(B = 1 \mid A)`, math`P(C = 1 \mid B)`], rows)}`,
          answers: [
            answer.number({
              label: say`Joint:`,
              key: joint,
              decimal: true,
              mistakes: [
                mistake(marginals)`You multiplied marginals. Take each probability given the value before it.`,
                mistake(upward)`You took the table as it is. For a 0, take 1 minus its entry.`,
                mistake(firstRow)`You stayed in the first row. The value before says which row to take.`,
              ],
            }),
            answer.number({
              label: say`${math`P(C = 1) =`}`,
              key,
              decimal: true,
              mistakes: [
                mistake(once)`${math`C`} can be 1 when ${math`B`} is 0 as well. Add that case.`,
                mistake(fixed)`That holds for ${math`A = 1`}. Average over ${math`A`} to get ${math`P(B = 1)`} first.`,
                mistake(mean)`You took the plain mean of the two rows. Weight them by how likely ${math`B`} is 1 or 0.`,
                mistake(middle)`That is ${math`P(B = 1)`}. Go one step further along the chain.`,
              ],
            }),
          ],
          hints: [
            say`Along the chain: ${math`P(A, B, C) = P(A)\,P(B \mid A)\,P(C \mid B)`}. A marginal sums over what is not fixed.`,
            say`For the joint, multiply three numbers. For ${math`C`}, find ${math`P(B = 1)`} first, then weight the two rows with it.`,
            say`The joint begins with ${math`P(A = ${isA}) = ${decimal(at(factors, 0))}`}.`,
          ],
          solution: [
            say`Joint: ${math`${productOf(factors, decimal)}`}.`,
            say`Sum over ${math`A`}: ${math`P(B = 1) = ${productSumWorked(paired([a, ONE.minus(a)], [at(b, 1), at(b, 0)]), decimal)}`}.`,
            say`Sum over ${math`B`}: ${math`P(C = 1) = ${productSumWorked(paired([middle, ONE.minus(middle)], [at(c, 1), at(c, 0)]), decimal)}`}.`,
          ],
        };
      },
      // Lists 1000 equally likely cases and counts.
      verify({ a, b, c, wanted }, [joint, marginal]) {
        const counts = countCases(a, b, [c, c]);
        return (
          joint.equals(rational(at(counts, Number.parseInt(wanted.join(''), 2)), 1000)) &&
          marginal.equals(rational(sum(counts.filter((_, i) => i & 1)), 1000))
        );
      },
    }),

    level({
      says: 'two causes of one effect: explaining away',
      par: 120,
      pick(rng) {
        const tenth = (most: number) => rng.int(1, most);
        const given = { a: tenth(6), b: tenth(6), c: [rng.int(0, 3), tenth(8), tenth(8), rng.int(4, 10)] };
        const [none = 0, onlyB = 0, onlyA = 0, both = 0] = given.c;
        if (onlyA <= none || onlyB <= none || both <= onlyA || both <= onlyB || onlyA === onlyB) return undefined;
        const { first, second, reversed, joint } = explained(given);
        if (first.denominator > 16n || second.denominator > 16n || second.compare(first) >= 0) return undefined;
        const isClear = areDifferent(first, second, reversed, joint, rational(given.a, 10));
        return isClear ? { ...given, scene: rng.index(EFFECTS) } : undefined;
      },
      ask({ scene, ...given }) {
        const { a, b, first, second, reversed, joint, shown, weights, alone, jointBoth, shownB } = explained(given);
        const rows = [3, 2, 1, 0].map(i => [i >> 1, i & 1, decimal(rational(at(given.c, i), 10))]);
        const [P1, P2] = [math`P(A = 1 \mid C = 1)`, math`P(A = 1 \mid C = 1, B = 1)`];
        return {
          statement: say`${at(EFFECTS, scene)} Each is 1 (yes) or 0 (no). ${math`A`} and ${math`B`} are independent, with ${math`P(A = 1) = ${decimal(a)}`} and ${math`P(B = 1) = ${decimal(b)}`}. Find the exact ${P1}, then ${P2}. ${table([math`A`, math`B`, math`P(C = 1 \mid A, B)`], rows)}`,
          answers: [
            answer.number({
              label: say`Given ${math`C = 1`}:`,
              key: first,
              mistakes: [
                mistake(joint)`That is ${math`P(A = 1, C = 1)`}. Divide it by ${math`P(C = 1)`}.`,
                mistake(reversed)`That is ${math`P(C = 1 \mid A = 1)`}. You are asked the reverse.`,
                mistake(alone)`You left out the case that both causes are there.`,
                mistake(a)`That is the probability before anything is seen. ${math`C = 1`} changes it.`,
                mistake(shown)`That is ${math`P(C = 1)`}. Divide the part with ${math`A = 1`} by it.`,
              ],
            }),
            answer.number({
              label: say`With ${math`B = 1`} as well:`,
              key: second,
              mistakes: [
                mistake(a)`${math`A`} and ${math`B`} are independent only until their common effect is seen.`,
                mistake(first)`You left out ${math`B = 1`}. Keep only the rows where it holds.`,
                mistake(jointBoth.over(shown))`You divided by ${math`P(C = 1)`}. Now ${math`B = 1`} is a condition, too.`,
                mistake(rational(at(given.c, 3), 10))`That is ${math`P(C = 1 \mid A = 1, B = 1)`}. You are asked the reverse.`,
              ],
            }),
          ],
          hints: [
            say`The joint: ${math`P(A, B, C) = P(A)\,P(B)\,P(C \mid A, B)`}. To condition, keep what fits and divide by its sum.`,
            say`Find the weight of ${math`C = 1`} in each row. Then divide those with ${math`A = 1`} by all that fit the condition.`,
            say`The first row has the weight ${productOf([a, b, rational(at(given.c, 3), 10)], decimal)}.`,
          ],
          solution: [
            say`The weights ${math`P(A)\,P(B)\,P(C = 1 \mid A, B)`}, row by row: ${list([3, 2, 1, 0].map(i => decimal(at(weights, i))))}. Their sum is ${decimal(shown)}.`,
            say`${math`A = 1`} holds in the first two: ${math`${P1} = \frac{${decimal(joint)}}{${decimal(shown)}} = ${first}`}.`,
            say`${math`B = 1`} holds in the first and third, with the sum ${decimal(shownB)}: ${math`\frac{${decimal(jointBoth)}}{${decimal(shownB)}} = ${second}`}.`,
          ],
        };
      },
      // Lists 1000 equally likely cases, keeps those that fit and counts.
      verify({ a, b, c }, [first, second]) {
        const counts = countCases(a, [b, b], [c.slice(0, 2), c.slice(2)]);
        const [neither = 0, onlyB = 0, onlyA = 0, both = 0] = counts.filter((_, i) => i & 1);
        const all = neither + onlyB + onlyA + both;
        return first.equals(rational(onlyA + both, all)) && second.equals(rational(both, onlyB + both));
      },
    }),
  ],
});

/** How often each sequence of kinds comes up among all ordered draws of numbered things. */
function tallyDraws(kinds: readonly number[], draws: number): Map<string, number> {
  const tally = new Map<string, number>();
  const walk = (seen: string, used: number): void => {
    if (seen.length === draws) tally.set(seen, (tally.get(seen) ?? 0) + 1);
    else for (const [i, kind] of kinds.entries()) if (!(used & (1 << i))) walk(`${seen}${kind}`, used | (1 << i));
  };
  walk('', 0);
  return tally;
}

/** How many of 1000 equally likely cases have each (A, B, C), at 4A + 2B + C; a in tenths, b for each A, c for each A and B. */
function countCases(a: number, b: readonly number[], c: readonly (readonly number[])[]): number[] {
  const counts = Array.from({ length: 8 }, () => 0);
  for (let i = 0; i < 100; i++) {
    const A = Number(i % 10 < a);
    const B = Number(Math.floor(i / 10) < at(b, A));
    const [base, ones] = [4 * A + 2 * B, at(at(c, A), B)];
    counts[base] = at(counts, base) + 10 - ones;
    counts[base + 1] = at(counts, base + 1) + ones;
  }
  return counts;
}

function product(values: readonly Rational[]): Rational {
  return values.reduce((all, value) => all.times(value), ONE);
}

function productOf(values: readonly Rational[], write?: (value: Rational) => Formula) {
  return productSumWorked([values], write);
}

function together(p: readonly string[]) {
  const own = p.map(value => rational(value));
  const rest = own.map(value => ONE.minus(value));
  const [all, none] = [product(own), product(rest)];
  return { own, rest, all, none, some: ONE.minus(none), notAll: ONE.minus(all), added: sum(own) };
}

/** Two kinds of things, drawn without replacement: in the given order, or all of one kind. */
function drawn({ counts, order }: { counts: readonly number[]; order: readonly number[] }) {
  const total = at(counts, 0) + at(counts, 1);
  const before = (kinds: readonly number[], i: number) => kinds.slice(0, i).filter(kind => kind === kinds[i]).length;
  const stepsOf = (kinds: readonly number[]) => kinds.map((kind, i) => rational(at(counts, kind) - before(kinds, i), total - i));
  const [steps, sames] = [stepsOf(order), [0, 1].map(kind => stepsOf(order.map(() => kind)))];
  const shares = counts.map(count => rational(count, total));
  return {
    steps,
    sames,
    key: product(steps),
    replaced: product(order.map(kind => at(shares, kind))),
    sameTop: product(order.map((kind, i) => rational(at(counts, kind), total - i))),
    unordered: product(steps).times(order.length),
    same: sum(sames.map(product)),
    sameReplaced: sum(shares.map(share => share.power(order.length))),
    oneKind: product(at(sames, 0)),
  };
}

/** Tenths: P(A = 1), then P(B = 1) given A = 0 and 1, P(C = 1) given B = 0 and 1. */
function chained({ wanted, ...tenths }: { a: number; b: number[]; c: number[]; wanted: number[] }) {
  const tenth = (value: number) => rational(value, 10);
  const [a, b, c] = [tenth(tenths.a), tenths.b.map(tenth), tenths.c.map(tenth)];
  const [isA, isB] = [at(wanted, 0), at(wanted, 1)];
  const step = (p: Rational, i: number) => (wanted[i] === 1 ? p : ONE.minus(p));
  const mixed = (weight: Rational, rates: readonly Rational[]) =>
    weight.times(at(rates, 1)).plus(ONE.minus(weight).times(at(rates, 0)));
  const middle = mixed(a, b);
  const key = mixed(middle, c);
  const factors = [a, at(b, isA), at(c, isB)].map(step);
  const marginals = product([a, middle, key].map(step));
  const upward = product([step(a, 0), at(b, isA), at(c, isB)]);
  const firstRow = product([a, at(b, 1), at(c, 1)].map(step));
  const [once, fixed, mean] = [middle.times(at(c, 1)), mixed(at(b, 1), c), sum(c).over(2)];
  return { a, b, c, factors, middle, key, joint: product(factors), marginals, upward, firstRow, once, fixed, mean };
}

/** Tenths: P(A = 1), P(B = 1), and P(C = 1) at 2A + B. */
function explained(tenths: { a: number; b: number; c: number[] }) {
  const [a, b] = [rational(tenths.a, 10), rational(tenths.b, 10)];
  const weights = tenths.c.map((c, i) => product([i >> 1 ? a : ONE.minus(a), i & 1 ? b : ONE.minus(b), rational(c, 10)]));
  const [jointBoth, onlyA] = [at(weights, 3), at(weights, 2)];
  const [joint, shown, shownB] = [jointBoth.plus(onlyA), sum(weights), jointBoth.plus(at(weights, 1))];
  const [first, second] = [joint.over(shown), jointBoth.over(shownB)];
  const [reversed, alone] = [joint.over(a), onlyA.over(shown)];
  return { a, b, weights, shown, shownB, joint, jointBoth, first, second, reversed, alone };
}
