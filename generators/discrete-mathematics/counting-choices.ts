// Counting without listing: the product rule, ordered and unordered choices, conditions, splits into groups, all classes in a sample.
import {
  answer,
  areDifferent,
  arrangements,
  at,
  binomial,
  cartesianProduct,
  combinations,
  compositions,
  factorial,
  generator,
  level,
  list,
  math,
  mistake,
  multinomial,
  multisets,
  permutations,
  productSum,
  say,
  signedSum,
  tex,
  tuples,
} from '#kit';

/** Where every choice of one, one, and so many yes-or-no switches counts. */
const GRIDS = [
  { open: 'A grid search tries', items: ['learning rates', 'batch sizes', 'switches'], states: 'switch on or off', asks: 'runs' },
  { open: 'A test plan covers', items: ['browsers', 'screens', 'options'], states: 'option on or off', asks: 'tests' },
  { open: 'A table has a row for', items: ['countries', 'age groups', 'flags'], states: 'flag set or not', asks: 'rows' },
  { open: 'A study covers', items: ['model sizes', 'data sets', 'features'], states: 'feature kept or dropped', asks: 'models' },
  {
    open: 'A script applies',
    items: ['rotations', 'crops', 'filters'],
    states: 'filter used or not',
    asks: 'versions of a photo',
  },
  { open: 'A plan lists', items: ['depths', 'optimisers', 'heads'], states: 'head kept or masked', asks: 'experiments' },
];
/** Choices of k from n different things; whether their order counts is for the reader to see. */
const CHOICES = [
  {
    isOrdered: true,
    says: (n: number, k: number) => say`A search engine shows ${k} of ${n} pages as a ranked list. How many lists are there?`,
  },
  {
    isOrdered: true,
    says: (n: number, k: number) =>
      say`A pipeline runs ${k} of ${n} filters one after another, each at most once. How many pipelines are there?`,
  },
  {
    isOrdered: true,
    says: (n: number, k: number) =>
      say`Each of ${k} different tasks gets its own machine, out of ${n}. How many plans are there?`,
  },
  {
    isOrdered: true,
    says: (n: number, k: number) =>
      say`A passphrase puts ${k} of ${n} words in a row, each at most once. How many passphrases are there?`,
  },
  {
    isOrdered: false,
    says: (n: number, k: number) => say`A model uses ${k} of ${n} features. How many sets of features are there?`,
  },
  {
    isOrdered: false,
    says: (n: number, k: number) => say`A batch holds ${k} of ${n} examples, in no order. How many batches are there?`,
  },
  {
    isOrdered: false,
    says: (n: number, k: number) => say`An ensemble averages ${k} of ${n} models. How many ensembles are there?`,
  },
  { isOrdered: false, says: (n: number, k: number) => say`A mask keeps exactly ${k} of ${n} units. How many masks are there?` },
];
const RULES = [
  { isLeast: true, things: 'features', open: 'A model uses', pair: 'age and income' },
  { isLeast: true, things: 'annotators', open: 'A team has', pair: 'Ada and Ben' },
  { isLeast: true, things: 'sensors', open: 'A robot reads', pair: 'camera and radar' },
  { isLeast: true, things: 'models', open: 'An ensemble has', pair: 'the two best ones' },
  { isLeast: false, things: 'features', open: 'A model uses', pair: 'Height in cm and height in inches' },
  { isLeast: false, things: 'models', open: 'An ensemble has', pair: 'The two largest ones' },
  { isLeast: false, things: 'prompts', open: 'A test takes', pair: 'Two that are almost alike' },
  { isLeast: false, things: 'sensors', open: 'A phone reads', pair: 'GPS and compass' },
];
const GROUPED = [
  { things: 'examples', groups: ['training', 'validation', 'test'] },
  { things: 'players', groups: ['the red team', 'the blue team', 'the green team'] },
  { things: 'jobs', groups: ['the CPU', 'the GPU', 'the cloud'] },
  { things: 'reviews', groups: ['Ada', 'Ben', 'Cleo'] },
  { things: 'patients', groups: ['drug A', 'drug B', 'the placebo'] },
];
/** Numbers of things and of folds of equal size. */
const FOLDED = [
  { n: 6, m: 2 },
  { n: 6, m: 3 },
  { n: 8, m: 2 },
  { n: 8, m: 4 },
  { n: 9, m: 3 },
  { n: 10, m: 2 },
];
const CLASSES = [
  { things: 'photos', verb: 'show', kinds: ['cats', 'dogs', 'birds'] },
  { things: 'sounds', verb: 'are', kinds: ['speech', 'music', 'noise'] },
  { things: 'flowers', verb: 'are', kinds: ['roses', 'lilies', 'irises'] },
  { things: 'messages', verb: 'are', kinds: ['questions', 'orders', 'complaints'] },
  { things: 'papers', verb: 'are', kinds: ['proofs', 'experiments', 'surveys'] },
];

export default generator({
  id: 'discrete-mathematics/counting-choices',
  version: 1,
  title: 'Counting choices',
  bullet: 'Combinatorics',
  why: 'Sizes of grid searches, feature subsets, data splits and dropout masks are products and binomial coefficients.',
  needs: [],
  levels: [
    level({
      says: 'the product rule, with switches',
      par: 25,
      pick(rng) {
        const [a, b, n] = [rng.int(2, 6), rng.int(2, 6), rng.int(2, 5)];
        const { key, added, doubled, squared } = gridCounts(a, b, n);
        return areDifferent(key, added, doubled, squared) ? { a, b, n, scene: rng.index(GRIDS) } : undefined;
      },
      ask({ a, b, n, scene }) {
        const { open, items, states, asks } = at(GRIDS, scene);
        const { key, added, doubled, squared, plain } = gridCounts(a, b, n);
        return {
          statement: say`${open} every combination of ${a} ${at(items, 0)}, ${b} ${at(items, 1)} and ${n} ${at(items, 2)}, each ${states}. How many ${asks} does this make?`,
          answers: [
            answer.number({
              key,
              mistakes: [
                mistake(added)`You added the numbers of choices. Each choice goes with every other: multiply.`,
                mistake(
                  doubled,
                )`You took ${math`2 \cdot ${n}`}. With two states each, ${n} of them have ${math`2^${n}`} settings.`,
                mistake(squared)`You took ${math`${n}^2`}. With two states each, ${n} of them have ${math`2^${n}`} settings.`,
                mistake(plain)`You left out the ${at(items, 2)}. Each of them doubles the number.`,
                mistake(2 * plain)`You counted one of the ${at(items, 2)}. There are ${n}, and each doubles the number.`,
              ],
            }),
          ],
          hints: [
            say`Product rule: choices that are made independently of each other multiply.`,
            say`Count the settings of all ${n} ${at(items, 2)} first. Each further one doubles the number of settings.`,
            say`The first two choices make ${math`${a} \cdot ${b}`} combinations.`,
          ],
          solution: [
            say`The ${n} ${at(items, 2)} have ${math`2^${n} = ${2 ** n}`} settings.`,
            say`All choices multiply: ${math`${a} \cdot ${b} \cdot ${2 ** n} = ${key}`}.`,
          ],
        };
      },
      // Each cell of the grid brings all settings of the switches, listed one by one.
      verify({ a, b, n }, [key]) {
        const settings = [...tuples([0, 1], n)].length;
        return key.equals([...cartesianProduct(upTo(a), upTo(b))].reduce(all => all + settings, 0));
      },
    }),

    level({
      says: 'does the order count? k of n things',
      par: 40,
      pick(rng) {
        const [n, k] = [rng.int(5, 10), rng.int(2, 4)];
        return n - k > 1 && n !== 2 * k ? { n, k, scene: rng.index(CHOICES) } : undefined;
      },
      ask({ n, k, scene }) {
        const { isOrdered, says } = at(CHOICES, scene);
        const [sets, rows] = [binomial(n, k), arrangements(n, k)];
        const falling = upTo(k).map(i => n + 1 - i);
        const product = math`${productSum([falling])}`;
        return {
          statement: says(n, k),
          answers: [
            answer.number({
              key: isOrdered ? rows : sets,
              mistakes: [
                isOrdered
                  ? mistake(sets)`You counted sets. Here the order makes a difference.`
                  : mistake(rows)`You counted ordered choices. Here the order makes no difference.`,
                mistake(n ** k)`You allowed repeats. Each of the ${n} can be chosen at most once.`,
                mistake(n * k)`You multiplied the two numbers. Count the choices for each of the ${k} places.`,
                mistake(multisets(n, k))`You counted choices with repeats. Each one can be chosen at most once.`,
                mistake(factorial(k))`Those are the orders of ${k} chosen ones. They still have to be chosen.`,
              ],
            }),
          ],
          hints: [
            say`Ordered choices of ${math`k`} from ${math`n`} things: ${math`n (n - 1) \cdots (n - k + 1)`}. Without order they are ${math`k!`} times fewer, ${choose('n', 'k')}.`,
            say`Ask whether the same ${k} in another order would count as something new.`,
            say`With order, the first place has ${n} choices, the second one ${n - 1}.`,
          ],
          solution: isOrdered
            ? [
                say`The same ones in another order count as something new, so the order counts.`,
                say`The places have one choice fewer each: ${math`${product} = ${rows}`}.`,
              ]
            : [
                say`The same ones in another order are nothing new, so the order does not count.`,
                say`With order there are ${math`${product} = ${rows}`}. Each set is counted ${math`${k}! = ${factorial(k)}`} times there.`,
                say`So there are ${math`${choose(n, k)} = ${rows} / ${factorial(k)} = ${sets}`}.`,
              ],
        };
      },
      // Every choice, one by one.
      verify({ n, k, scene }, [key]) {
        const all = at(CHOICES, scene).isOrdered ? permutations(upTo(n), k) : combinations(upTo(n), k);
        return key.equals([...all].length);
      },
    }),

    level({
      says: 'at least one of two, or not both',
      par: 60,
      pick(rng) {
        const [n, k] = [rng.int(6, 10), rng.int(3, 5)];
        const { all, none, both, one } = pairCounts(n, k);
        const isKind = n - k > 2 && areDifferent(all, none, both, one, all - none, all - both);
        return isKind ? { n, k, scene: rng.index(RULES) } : undefined;
      },
      ask({ n, k, scene }) {
        const { isLeast, things, open, pair } = at(RULES, scene);
        const { all, none, both, one } = pairCounts(n, k);
        const [away, key] = isLeast ? [none, all - none] : [both, all - both];
        const shown = isLeast ? choose(n - 2, k) : choose(n - 2, k - 2);
        const rule = isLeast ? say`At least one of ${pair} has to be among them.` : say`${pair} must not both be among them.`;
        return {
          statement: say`${open} ${k} of ${n} ${things}. ${rule} How many choices of ${k} ${things} are possible? The order does not count.`,
          answers: [
            answer.number({
              key,
              mistakes: [
                mistake(all)`Those are all choices. Take away the ones that break the rule.`,
                mistake(away)`Those are the choices that break the rule. Take them away from all.`,
                isLeast
                  ? mistake(2n * binomial(n - 1, k - 1))`Choices with both of the two are counted twice here.`
                  : mistake(none)`You left out both. Choices with one of the two are fine as well.`,
                isLeast
                  ? mistake(one)`You counted exactly one of the two. Having both is fine as well.`
                  : mistake(one)`You counted exactly one of the two. Having neither is fine as well.`,
                mistake(key * factorial(k))`You counted ordered choices. The order does not count here.`,
                mistake(isLeast ? all - both : all - none)`You took away the wrong ones. Ask which choices break the rule.`,
              ],
            }),
          ],
          hints: [
            say`All choices without order: ${math`${choose('n', 'k')} = \frac{n (n - 1) \cdots (n - k + 1)}{k!}`}.`,
            say`Count all choices first. Then take away those that break the rule: they have ${isLeast ? 'neither' : 'both'} of the two.`,
            isLeast
              ? say`With neither of the two, all ${k} come from the other ${n - 2}.`
              : say`With both of the two, the remaining ${k - 2} come from the other ${n - 2}.`,
          ],
          solution: [
            say`All choices: ${math`${choose(n, k)} = ${all}`}.`,
            say`With ${isLeast ? 'neither' : 'both'} of the two: ${math`${shown} = ${away}`}.`,
            say`The others keep the rule: ${math`${all} - ${away} = ${key}`}.`,
          ],
        };
      },
      // Every set, one by one; the two are numbers 1 and 2.
      verify({ n, k, scene }, [key]) {
        const allowed = at(RULES, scene).isLeast ? [1, 2] : [0, 1];
        const sets = [...combinations(upTo(n), k)].map(set => set.filter(thing => thing < 3).length);
        return key.equals(sets.filter(count => allowed.includes(count)).length);
      },
    }),

    level({
      says: 'splits into named groups and into equal folds',
      par: 100,
      pick(rng) {
        const { n, m } = rng.pick(FOLDED);
        const sizes = [rng.int(1, n - 2), rng.int(1, n - 2)];
        const [a = 1, b = 1] = sizes;
        const c = n - a - b;
        const isKind = c > 0 && areDifferent(multinomial(a, b, c), binomial(n, a)) && multinomial(a, b, c) < 2000n;
        return isKind ? { n, m, sizes: [a, b, c], scene: rng.index(GROUPED) } : undefined;
      },
      ask({ n, m, sizes, scene }) {
        const { things, groups } = at(GROUPED, scene);
        const [a, b, c] = [at(sizes, 0), at(sizes, 1), at(sizes, 2)];
        const [s, key] = [n / m, multinomial(a, b, c)];
        const labelled = multinomial(...upTo(m).map(() => s));
        const folds = labelled / factorial(m);
        const steps = upTo(m - 1).map(i => binomial(n - (i - 1) * s, s));
        const named = m === 2 ? math`${labelled}` : math`${productSum([steps])} = ${labelled}`;
        return {
          statement: say`There are ${n} different ${things}. In how many ways can they be split into ${a} for ${at(groups, 0)}, ${b} for ${at(groups, 1)} and ${c} for ${at(groups, 2)}? And into ${m} folds of ${s} each? The folds have no names: all that counts is which ${things} are together.`,
          answers: [
            answer.number({
              label: say`Named groups:`,
              key,
              mistakes: [
                mistake(binomial(n, a))`You chose the first group only. The rest can still be split in several ways.`,
                mistake(
                  binomial(n, a) * binomial(n, b) * binomial(n, c),
                )`You chose each group from all ${n}. The later ones come from what is left.`,
                mistake(factorial(n))`Those are all orders. The order inside a group does not count.`,
                mistake(3 ** n)`Those are the ways without given sizes. Here each group has its size.`,
              ],
            }),
            answer.number({
              label: say`Folds:`,
              key: folds,
              mistakes: [
                mistake(labelled)`You counted named folds. Without names, each split is counted ${math`${m}!`} times.`,
                mistake(labelled / BigInt(m))`You divided by ${m}. The folds can be named in ${math`${m}!`} ways.`,
                mistake(binomial(n, s))`You chose one fold only.`,
                mistake(
                  factorial(n) / factorial(m),
                )`The order inside a fold does not count either. Divide by ${math`${s}!`} for each fold.`,
              ],
            }),
          ],
          hints: [
            say`${math`n`} things split into named groups of sizes ${math`a`}, ${math`b`} and ${math`c`} in ${math`\frac{n!}{a! \, b! \, c!}`} ways.`,
            say`Choose the groups one after another, each from what is left. Then count how often the same split comes up if the folds lose their names.`,
            say`The first group can be chosen in ${math`${choose(n, a)} = ${binomial(n, a)}`} ways.`,
          ],
          solution: [
            say`Choose the first group, then the second one from the rest: ${math`${choose(n, a)} \cdot ${choose(n - a, b)} = ${binomial(n, a)} \cdot ${binomial(n - a, b)} = ${key}`}.`,
            say`In the same way, ${m} named folds of ${s} can be chosen in ${named} ways.`,
            say`Without names, each split is counted ${math`${m}! = ${factorial(m)}`} times: ${math`${labelled} / ${factorial(m)} = ${folds}`}.`,
          ],
        };
      },
      // Each thing in turn joins a group that has room; and the first thing of what is left chooses its companions.
      verify: ({ n, m, sizes }, [key, folds]) => key.equals(placements(sizes)) && folds.equals(companions(n, n / m)),
    }),

    level({
      says: 'all three classes in a sample',
      par: 150,
      pick(rng) {
        const sizes = [rng.int(2, 5), rng.int(2, 5), rng.int(2, 5)];
        const k = rng.int(4, 5);
        const { n, all, key, unrepaired, greedy, product } = coverCounts(sizes, k);
        const isKind = n < 12 && n - k > 2 && areDifferent(key, all, greedy, product);
        return isKind && unrepaired > 0n ? { sizes, k, scene: rng.index(CLASSES) } : undefined;
      },
      ask({ sizes, k, scene }) {
        const { things, verb, kinds } = at(CLASSES, scene);
        const { n, all, without, only, key, unrepaired, greedy, product } = coverCounts(sizes, k);
        return {
          statement: say`Of ${n} different ${things}, ${at(sizes, 0)} ${verb} ${at(kinds, 0)}, ${at(sizes, 1)} ${at(kinds, 1)} and ${at(sizes, 2)} ${at(kinds, 2)}. How many samples of ${k} ${things}, in no order, have at least one of each of these classes?`,
          answers: [
            answer.number({
              key,
              mistakes: [
                mistake(unrepaired)`Samples from one class only were taken away twice. Add them again once.`,
                mistake(greedy)`You chose one of each class and then the rest. This counts a sample several times.`,
                mistake(product)`Those are the choices of one from each class. The sample has ${k}.`,
                mistake(all)`Those are all samples. Take away the ones that miss a class.`,
                mistake(all - key)`Those are the samples that miss a class. Take them away from all.`,
              ],
            }),
          ],
          hints: [
            say`Inclusion and exclusion: all samples, minus those without a certain class, plus those without two certain classes.`,
            say`A sample without one class comes from the other two. A sample without two classes comes from the third one alone, and was taken away twice.`,
            say`All samples: ${math`${choose(n, k)} = ${all}`}.`,
          ],
          solution: [
            say`All samples: ${math`${choose(n, k)} = ${all}`}.`,
            say`Without ${at(kinds, 0)}, without ${at(kinds, 1)}, without ${at(kinds, 2)}: ${list(sizes.map((size, i) => math`${choose(n - size, k)} = ${at(without, i)}`))}.`,
            say`From one class only: ${list(sizes.map((size, i) => math`${choose(size, k)} = ${at(only, i)}`))}.`,
            say`Together: ${math`${signedSum([all, ...without.map(count => -count), ...only.filter(Boolean)])} = ${key}`}.`,
          ],
        };
      },
      // By how many come from each class: at least one each, the choices multiplied.
      verify({ sizes, k }, [key]) {
        const mixes = [...compositions(k - 3, 3)].map(rest =>
          rest.reduce((ways, extra, i) => ways * binomial(at(sizes, i), extra + 1), 1n),
        );
        return key.equals(total(mixes));
      },
    }),
  ],
});

function choose(n: number | string, k: number | string) {
  return tex(`\\binom{${n}}{${k}}`, `${n} choose ${k}`);
}

function upTo(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i + 1);
}

function total(counts: readonly bigint[]): bigint {
  return counts.reduce((all, count) => all + count, 0n);
}

function gridCounts(a: number, b: number, n: number) {
  const plain = a * b;
  return { plain, key: plain * 2 ** n, added: a + b + 2 * n, doubled: plain * 2 * n, squared: plain * n * n };
}

/** Sets of k of n things: all, and those with neither, both or exactly one of two certain things. */
function pairCounts(n: number, k: number) {
  const [none, both] = [binomial(n - 2, k), binomial(n - 2, k - 2)];
  return { all: binomial(n, k), none, both, one: 2n * binomial(n - 2, k - 1) };
}

/** Samples of k from three classes of these sizes. */
function coverCounts(sizes: readonly number[], k: number) {
  const n = sizes.reduce((all, size) => all + size, 0);
  const all = binomial(n, k);
  const without = sizes.map(size => binomial(n - size, k));
  const only = sizes.map(size => binomial(size, k));
  const product = sizes.reduce((ways, size) => ways * BigInt(size), 1n);
  const unrepaired = all - total(without);
  return { n, all, without, only, product, unrepaired, key: unrepaired + total(only), greedy: product * binomial(n - 3, k - 3) };
}

/** Ways to fill groups with room for so many, thing by thing. */
function placements(room: readonly number[]): number {
  if (room.every(size => size === 0)) return 1;
  const ways = room.map((size, i) => (size === 0 ? 0 : placements(room.map((other, j) => (i === j ? other - 1 : other)))));
  return ways.reduce((all, count) => all + count, 0);
}

/** Ways to split n things into unnamed folds of the same size. */
function companions(n: number, size: number): number {
  return n === 0 ? 1 : [...combinations(upTo(n - 1), size - 1)].length * companions(n - size, size);
}
