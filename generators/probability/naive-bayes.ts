// Naive Bayes: scores from priors and independent features, the posterior, estimates from counts, and add-one smoothing.
import {
  answer,
  areDifferent,
  at,
  decimal,
  type Formula,
  gcd,
  generator,
  isNear,
  level,
  list,
  math,
  mistake,
  normalised,
  ONE,
  paired,
  productSumWorked,
  type Rational,
  type Rng,
  rational,
  row,
  say,
  sum,
  sure,
  type Text,
  table,
  vector,
  word,
} from '#kit';

/** What is sorted into two classes by two features that it has or not. */
const SORTERS = [
  { things: 'messages', one: 'message', classes: ['spam', 'normal'], features: ['free', 'win'] },
  { things: 'reviews', one: 'review', classes: ['good', 'bad'], features: ['great', 'slow'] },
  { things: 'patients', one: 'patient', classes: ['flu', 'cold'], features: ['fever', 'cough'] },
  { things: 'payments', one: 'payment', classes: ['fraud', 'honest'], features: ['abroad', 'night'] },
  { things: 'accounts', one: 'account', classes: ['bot', 'human'], features: ['link', 'fast'] },
];
const TOPICS = [
  { things: 'texts', one: 'text', classes: ['sport', 'film', 'news'], words: ['star', 'goal'] },
  { things: 'messages', one: 'message', classes: ['spam', 'work', 'family'], words: ['free', 'time'] },
  { things: 'tickets', one: 'ticket', classes: ['bug', 'wish', 'question'], words: ['app', 'slow'] },
  { things: 'reviews', one: 'review', classes: ['good', 'mixed', 'bad'], words: ['nice', 'late'] },
  { things: 'poems', one: 'poem', classes: ['sea', 'love', 'war'], words: ['heart', 'wave'] },
];
/** Whether it has the first feature, and the second. */
const PATTERNS = paired([1, 1, 0], [1, 0, 1]);
/** How the numbers of words in two classes, with V added, compare with the third. */
const LENGTHS = paired([1, 2, 2, 2], [2, 2, 3, 4]);
const FACT = say`Naive Bayes takes the features as independent within each class: the score of a class is its prior times the probability of each feature.`;
const ABSENT = say`A missing feature has the factor ${math`1 - p`}.`;

export default generator({
  id: 'probability/naive-bayes',
  version: 1,
  title: 'Naive Bayes with smoothing',
  bullet: 'Bayesian Statistics',
  why: 'The classic text classifier: Bayes’ rule with features that are taken as independent within each class.',
  needs: ['probability/sequential-updating', 'probability/product-rule-independence'],
  levels: [
    level({
      says: 'the scores of two classes, and the winner',
      par: 40,
      pick(rng) {
        const given = drawRates(rng);
        const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = given.rates;
        const leads = [given.prior - 5, a - c, b - d].map(Math.sign);
        if (new Set(leads).size === 1) return undefined;
        const { scores, flats, sums } = judged(given, [1, 1]);
        const [first, second] = [at(scores, 0), at(scores, 1)];
        return areDifferent(first, second, ...flats, ...sums) ? { ...given, scene: rng.index(SORTERS) } : undefined;
      },
      ask({ scene, ...given }) {
        const { one, classes } = at(SORTERS, scene);
        const { scores, factors, flats, sums } = judged(given, [1, 1]);
        const winner = at(scores, 0).compare(at(scores, 1)) > 0 ? 0 : 1;
        const options = classes.map((name, i) => ({ id: `${i + 1}`, text: say`${name}` }));
        const scoreOf = (i: number) =>
          answer.number({
            label: say`Score of “${at(classes, i)}”:`,
            key: at(scores, i),
            decimal: true,
            mistakes: [
              mistake(at(flats, i))`You left out the prior. It is one more factor.`,
              mistake(at(sums, i))`You added. The score is a product.`,
              mistake(at(scores, 1 - i))`That is the score of the other class.`,
            ],
          });
        return {
          statement: say`${sorts(scene)} The table has the prior of each class and the probability of each feature in it. A new ${one} has ${seen(scene, [1, 1])}. Find the score of each class, prior times likelihoods, and the class that is chosen. ${rateTable(scene, given)}`,
          answers: [
            scoreOf(0),
            scoreOf(1),
            answer.choice({
              label: say`Chosen:`,
              key: `${winner + 1}`,
              options,
              mistakes: [mistake(`${2 - winner}`)`The class with the larger score is chosen.`],
            }),
          ],
          hints: [
            FACT,
            say`Multiply along each row: the prior and both probabilities. The larger score wins.`,
            say`The first score begins with ${math`${decimal(at(at(factors, 0), 0))} \cdot ${decimal(at(at(factors, 0), 1))}`}.`,
          ],
          solution: [
            ...scoreLines(classes, factors, decimal),
            say`The score of “${at(classes, winner)}” is larger, so it is chosen.`,
          ],
        };
      },
      // Counts among 1000 equally likely cases of each class draw and two feature draws.
      verify({ prior, rates }, [first, second, chosen]) {
        const counts = countCases(prior, rates, [1, 1]);
        const [one, other] = [at(counts, 0), at(counts, 1)];
        const areCounts = first.times(1000).equals(one) && second.times(1000).equals(other);
        return areCounts && chosen === (one > other ? '1' : '2');
      },
    }),

    level({
      says: 'the posterior, with a feature missing',
      par: 60,
      pick(rng) {
        const given = { ...drawRates(rng), has: rng.int(1, 2) };
        const has = at(PATTERNS, given.has);
        const weights = [given.prior, 10 - given.prior].map((weight, c) => {
          const [first = 0, second = 0] = at(given.rates, c).map((p, f) => (has[f] === 1 ? p : 10 - p));
          return weight * first * second;
        });
        if (!areKind(weights, 25)) return undefined;
        const { key, scores, flat, unturned, skipped } = judged(given, has);
        const areApart = areDifferent(key, at(scores, 0), flat, unturned, skipped);
        return areApart ? { ...given, scene: rng.index(SORTERS) } : undefined;
      },
      ask({ scene, has: pattern, ...given }) {
        const { one, classes } = at(SORTERS, scene);
        const has = at(PATTERNS, pattern);
        const { key, scores, factors } = judged(given, has);
        return {
          statement: say`${sorts(scene)} The table has the prior of each class and the probability of each feature in it. A new ${one} has ${seen(scene, has)}. Find the exact posterior probability of “${at(classes, 0)}”. ${rateTable(scene, given)}`,
          answers: [answer.number({ label: say`Posterior:`, key, mistakes: misjudged(classes, judged(given, has)) })],
          hints: [
            say`${FACT} ${ABSENT}`,
            say`Multiply along each row. Then divide the score of “${at(classes, 0)}” by the sum of both scores.`,
            say`The factors of “${at(classes, 0)}” are ${list(at(factors, 0).map(decimal))}.`,
          ],
          solution: [
            ...scoreLines(classes, factors, decimal),
            say`Posterior: ${math`\frac{${decimal(at(scores, 0))}}{${decimal(sum(scores))}} = ${key}`}.`,
          ],
        };
      },
      // Counts among 1000 equally likely cases, of which those with other features drop out.
      verify({ prior, rates, has }, [key]) {
        const counts = countCases(prior, rates, at(PATTERNS, has));
        return key.equals(rational(at(counts, 0)).over(sum(counts)));
      },
    }),

    level({
      says: 'probabilities estimated from counts',
      par: 75,
      pick(rng) {
        const given = drawCounts(rng);
        return given && isLearnable(given, 0) ? { ...given, scene: rng.index(SORTERS) } : undefined;
      },
      ask({ scene, ...given }) {
        const { things, one, classes } = at(SORTERS, scene);
        const has = at(PATTERNS, given.has);
        const result = judged(estimates(given, 0, 0), has);
        return {
          statement: say`The table counts the training ${things} of each class and those with each feature. Naive Bayes takes all probabilities from these shares. A new ${one} has ${seen(scene, has)}. Find the exact posterior probability of “${at(classes, 0)}”. ${countTable(scene, given)}`,
          answers: [answer.number({ label: say`Posterior:`, key: result.key, mistakes: misjudged(classes, result) })],
          hints: [
            has.includes(0) ? say`${FACT} ${ABSENT}` : FACT,
            say`Estimate the priors by the shares of the classes, each ${math`p`} by the share within its class. Then divide the first score by the sum of both.`,
            say`The factors of “${at(classes, 0)}” are ${list(at(result.factors, 0))}.`,
          ],
          solution: [...scoreLines(classes, result.factors), posteriorLine(result)],
        };
      },
      verify: (given, [key]) => key.equals(recounted(given, 0)),
    }),

    level({
      says: 'add-one smoothing where a count is 0',
      par: 90,
      pick(rng) {
        const [drawn, c, f] = [drawCounts(rng), rng.int(0, 1), rng.int(0, 1)];
        if (!drawn || at(PATTERNS, drawn.has)[f] === 0) return undefined;
        const given = { ...drawn, counts: drawn.counts.map((own, i) => (i === c ? own.with(f, 0) : own)) };
        return isLearnable(given, 1) ? { ...given, scene: rng.index(SORTERS) } : undefined;
      },
      ask({ scene, ...given }) {
        const { classes, one, things } = at(SORTERS, scene);
        const has = at(PATTERNS, given.has);
        const result = judged(estimates(given, 1, 2), has);
        const [plain, narrow] = [judged(estimates(given, 0, 0), has), judged(estimates(given, 1, 1), has)];
        const smoothedPrior = judged(
          { ...estimates(given, 1, 2), priors: given.n.map(n => rational(n + 1, sum(given.n).plus(2))) },
          has,
        );
        return {
          statement: say`The table counts the ${things} of each class and those with each feature. Naive Bayes takes the shares of the classes as priors; in a class of ${math`n`}, a feature that ${math`k`} of them have gets ${math`p = \frac{k + 1}{n + 2}`}. A new ${one} has ${seen(scene, has)}. Find the exact posterior of “${at(classes, 0)}”. ${countTable(scene, given)}`,
          answers: [
            answer.number({
              label: say`Posterior:`,
              key: result.key,
              mistakes: [
                mistake(plain.key)`You left out the smoothing: a count of 0 must not rule out a class. Add 1 to each count.`,
                mistake(narrow.key)`You added 1 below. A feature is there or not: two cases, so add 2.`,
                mistake(smoothedPrior.key)`You smoothed the priors as well. Here they are plain shares.`,
                ...misjudged(classes, result),
              ],
            }),
          ],
          hints: [
            has.includes(0) ? say`${FACT} ${ABSENT}` : FACT,
            say`In ${math`\frac{k + 1}{n + 2}`}, ${math`n`} is the size of the class and ${math`k`} the count of the feature in it. Then divide the first score by the sum of both.`,
            say`The factors of “${at(classes, 0)}” are ${list(at(result.factors, 0))}.`,
          ],
          solution: [...scoreLines(classes, result.factors), posteriorLine(result)],
        };
      },
      verify: (given, [key]) => key.equals(recounted(given, 1)),
    }),

    level({
      says: 'words of a text, three classes',
      par: 150,
      pick(rng) {
        const [size, unit] = [rng.int(4, 10), rng.pick([12, 15, 20])];
        const [texts, counts] = [rng.ints(3, 1, 5), [0, 1, 2].map(() => rng.ints(2, 0, 5))];
        const totals = rng.shuffle([1, ...rng.pick(LENGTHS)]).map(times => times * unit - size);
        const given = { size, texts, totals, counts, twice: rng.int(0, 1) };
        if (!isKindText(given)) return undefined;
        const { key, scores, flat, plain, bare } = sortedText(given);
        return areDifferent(key, scores, flat, plain, bare) ? { ...given, scene: rng.index(TOPICS) } : undefined;
      },
      ask({ scene, ...given }) {
        const { things, one, classes, words } = at(TOPICS, scene);
        const { size, texts, totals, counts, twice } = given;
        const { key, scores, flat, plain, bare, single, factors } = sortedText(given);
        const rows = classes.map((name, i) => [word(name), at(texts, i), at(totals, i), ...at(counts, i)]);
        const text = twice === 1 ? [at(words, 0), ...words] : words;
        const head = [word('class'), word(things), word('words'), ...words.map(word)];
        return {
          statement: say`A naive Bayes classifier knows ${math`V = ${size}`} words. The table shows its training counts: ${things}, all words, and two of the words. The priors are the shares of the ${things}; each word gets ${math`p = \frac{\text{count} + 1}{\text{words} + V}`} in a class. Find the exact posterior of the classes, in the order of the table, for the ${one} “${text.join(' ')}”. ${table(head, rows)}`,
          answers: [
            answer.vector({
              label: say`Posterior:`,
              key,
              mistakes: [
                mistake(plain)`You left out the smoothing: add 1 to each count and ${math`V`} to the number of words.`,
                mistake(bare)`You left out ${math`V`} below. Each of the ${math`V`} words gets 1 more.`,
                mistake(flat)`You left out the priors, the shares of the ${things}.`,
                mistake(scores)`Those are the scores. Divide each one by their sum.`,
                mistake(single)`A word that comes twice counts twice.`,
              ],
            }),
          ],
          hints: [
            say`The score of a class is its prior times ${math`p`} for each word of the text, as often as it comes.`,
            say`Find ${math`p`} for each word and class, multiply along each row, and divide the three scores by their sum.`,
            say`The factors of “${at(classes, 0)}” are ${list(at(factors, 0))}.`,
          ],
          solution: [...scoreLines(classes, factors), say`Divided by their sum ${sum(scores.entries)}: ${row(key.entries)}.`],
        };
      },
      // One more of each word in every class, written out as lists; their shares multiplied as logarithms.
      verify({ size, texts, totals, counts, twice }, [key]) {
        const scores = texts.map((weight, i) => {
          const [first = 0, second = 0] = at(counts, i);
          const others = Array.from({ length: at(totals, i) - first - second + size - 2 }, () => 'x');
          const all = [...others, ...'a'.repeat(first + 1), ...'b'.repeat(second + 1)];
          const logOf = (name: string) => Math.log(all.filter(each => each === name).length / all.length);
          return Math.exp(Math.log(weight) + (1 + twice) * logOf('a') + logOf('b'));
        });
        const total = scores.reduce((all, score) => all + score, 0);
        return key.length === 3 && scores.every((score, i) => isNear(key.at(i).toNumber(), score / total, 1e-9));
      },
    }),
  ],
});

type Pattern = readonly number[];
type Rates = { prior: number; rates: number[][] };
type Counts = { n: number[]; counts: number[][]; has: number };
type Model = { priors: readonly Rational[]; p: readonly (readonly Rational[])[] };

/** Tenths: the prior of the first class, and the features' probabilities in each class. */
function drawRates(rng: Rng): Rates {
  return { prior: rng.pick([1, 2, 3, 4, 6, 7, 8]), rates: [rng.ints(2, 1, 9), rng.ints(2, 1, 9)] };
}

function asModel(given: Rates | Model): Model {
  if ('p' in given) return given;
  const tenth = (value: number) => rational(value, 10);
  return { priors: [tenth(given.prior), tenth(10 - given.prior)], p: given.rates.map(rates => rates.map(tenth)) };
}

function product(values: readonly Rational[]): Rational {
  return values.reduce((all, value) => all.times(value), ONE);
}

/** Scores and posterior of the first class, with what is taken for them. */
function judged(given: Rates | Model, has: Pattern) {
  const { priors, p } = asModel(given);
  const likelihoods = p.map(rates => rates.map((rate, f) => (has[f] === 1 ? rate : ONE.minus(rate))));
  const factors = likelihoods.map((own, c) => [at(priors, c), ...own]);
  const share = (scores: readonly Rational[]) => (sum(scores).isZero() ? ONE : at(scores, 0).over(sum(scores)));
  const [scores, flats] = [factors.map(product), likelihoods.map(product)];
  const withPrior = (own: readonly Rational[], c: number) => product([at(priors, c), ...own]);
  return {
    factors,
    scores,
    flats,
    sums: factors.map(sum),
    key: share(scores),
    flat: share(flats),
    unturned: share(p.map(withPrior)),
    skipped: share(
      p.map((rates, c) =>
        withPrior(
          rates.filter((_, f) => has[f] === 1),
          c,
        ),
      ),
    ),
  };
}

function misjudged(classes: readonly string[], { key, scores, flat, unturned, skipped }: ReturnType<typeof judged>) {
  return [
    mistake(flat)`You left out the priors. Each score has its prior as a factor.`,
    mistake(at(scores, 0))`That is the score of “${at(classes, 0)}”. Divide it by the sum of both scores.`,
    mistake(unturned)`You took ${math`p`} for a missing feature. Its factor is ${math`1 - p`}.`,
    mistake(skipped)`You left out the missing feature. Its factor is ${math`1 - p`}.`,
    mistake(ONE.minus(key))`That is the posterior probability of “${at(classes, 1)}”.`,
  ];
}

/** How many of 1000 equally likely cases are of each class and have just these features. */
function countCases(prior: number, rates: readonly (readonly number[])[], has: Pattern): number[] {
  return [prior, 10 - prior].map((weight, c) => {
    const [first = 0, second = 0] = at(rates, c);
    let fitting = 0;
    for (let i = 0; i < 100; i++) if (i % 10 < first === (has[0] === 1) && i < 10 * second === (has[1] === 1)) fitting++;
    return weight * fitting;
  });
}

/** Two classes of different size, and how many in each have each feature: neither none nor all. */
function drawCounts(rng: Rng): Counts | undefined {
  const n = [rng.int(2, 12), rng.int(2, 12)];
  if (n[0] === n[1]) return undefined;
  const counts = n.map(size => rng.ints(2, 1, size - 1));
  return { n, counts, has: rng.index(PATTERNS) };
}

function estimates({ n, counts }: Counts, above: number, below: number): Model {
  const priors = n.map(size => rational(size).over(sum(n)));
  return { priors, p: counts.map((own, c) => own.map(k => rational(k + above, at(n, c) + below))) };
}

/** Whether weights make shares with small denominators. */
function areKind(weights: readonly number[], most: number): boolean {
  const total = weights.reduce((all, weight) => all + weight, 0);
  return weights.every(weight => total / gcd(weight, total) <= most);
}

/** Kind, and with the wrong answers apart; smoothed, one class alone would be ruled out without it. */
function isLearnable(given: Counts, smooth: number): boolean {
  const has = at(PATTERNS, given.has);
  const weights = given.n.map((size, c) => {
    const fitting = at(given.counts, c).map((k, f) => (has[f] === 1 ? k : size - k) + smooth);
    const other = at(given.n, 1 - c) + 2 * smooth;
    return size * at(fitting, 0) * at(fitting, 1) * other * other;
  });
  if (!areKind(weights, 40)) return false;
  const { key, flat, scores } = judged(estimates(given, smooth, 2 * smooth), has);
  if (!areDifferent(key, flat, at(scores, 0))) return false;
  const plain = judged(estimates(given, 0, 0), has);
  return smooth === 0 || (plain.scores.filter(score => score.isZero()).length === 1 && !plain.key.equals(key));
}

/** Writes out the records of each class, two more with and without each feature where smoothed, and counts all pairs of draws that fit. */
function recounted({ n, counts, has: pattern }: Counts, smooth: number): Rational {
  const has = at(PATTERNS, pattern);
  const shares = n.map((size, c) => {
    const all = size + 2 * smooth;
    let fitting = 0;
    for (let i = 0; i < all * all; i++) {
      const draws = [i % all, Math.floor(i / all)];
      if (draws.every((draw, f) => draw < at(at(counts, c), f) + smooth === (has[f] === 1))) fitting++;
    }
    return rational(size * fitting, all * all);
  });
  return at(shares, 0).over(sum(shares));
}

type Texts = { size: number; texts: number[]; totals: number[]; counts: number[][]; twice: number };

/** Different shares with small denominators in the posterior, room for the counted words, and a class that has both words. */
function isKindText({ size, texts, totals, counts, twice }: Texts): boolean {
  const isOdd = counts.some(([a = 0, b = 0], c) => Math.max(a + b, 2 * at(texts, c)) > at(totals, c));
  if (isOdd || counts.every(own => own.includes(0))) return false;
  const lengths = totals.map(total => total + size);
  const power = (base: number) => (twice === 1 ? base * base : base);
  const weights = texts.map((weight, c) => {
    const [a = 0, b = 0] = at(counts, c);
    const others = lengths.reduce((all, length, o) => (o === c ? all : all * power(length) * length), 1);
    return weight * power(a + 1) * (b + 1) * others;
  });
  return areKind(weights, 40) && new Set(weights).size === 3;
}

/** Scores and posterior of three classes, with what is taken for them. */
function sortedText({ size, texts, totals, counts, twice }: Texts) {
  const priors = texts.map(count => rational(count).over(sum(texts)));
  const factorsOf = (above: number, below: number, times: number) =>
    counts.map((own, c) => {
      const [a, b] = own.map(count => rational(count + above, at(totals, c) + below));
      return [...Array.from({ length: times }, () => sure(a)), sure(b)];
    });
  const factors = factorsOf(1, size, 1 + twice);
  const scored = (likelihoods: readonly (readonly Rational[])[]) =>
    vector(likelihoods.map((own, c) => product([at(priors, c), ...own])));
  const scores = scored(factors);
  return {
    factors: factors.map((own, c) => [at(priors, c), ...own]),
    scores,
    key: normalised(scores.entries),
    flat: normalised(factors.map(product)),
    plain: normalised(scored(factorsOf(0, 0, 1 + twice)).entries),
    bare: normalised(scored(factorsOf(1, 0, 1 + twice)).entries),
    single: normalised(scored(factorsOf(1, size, 1)).entries),
  };
}

function sorts(scene: number): Text {
  const { things, classes } = at(SORTERS, scene);
  return say`A naive Bayes classifier sorts ${things} into “${at(classes, 0)}” and “${at(classes, 1)}”.`;
}

/** Which features it has, in words. */
function seen(scene: number, has: Pattern): string {
  const [first, second] = at(SORTERS, scene).features.map(name => `“${name}”`);
  if (!has.includes(0)) return `${first} and ${second}`;
  return `${has[0] === 1 ? `${first} but not ${second}` : `${second} but not ${first}`} (missing features count, too)`;
}

function featureTable(scene: number, head: string, rows: readonly (readonly (Formula | number)[])[]): Formula {
  const { classes, features } = at(SORTERS, scene);
  const body = rows.map((cells, c) => [word(at(classes, c)), ...cells]);
  return table(['class', head, ...features].map(word), body);
}

function rateTable(scene: number, given: Rates): Formula {
  const { priors, p } = asModel(given);
  const rows = p.map((own, c) => [at(priors, c), ...own].map(decimal));
  return featureTable(scene, 'prior', rows);
}

function countTable(scene: number, { n, counts }: Counts): Formula {
  const rows = counts.map((own, c) => [at(n, c), ...own]);
  return featureTable(scene, at(SORTERS, scene).things, rows);
}

function scoreLines(classes: readonly string[], factors: readonly (readonly Rational[])[], write?: (value: Rational) => Formula) {
  return factors.map((own, c) => say`Score of “${at(classes, c)}”: ${productSumWorked([own], write)}.`);
}

function posteriorLine({ scores, key }: ReturnType<typeof judged>): Text {
  return say`Posterior: ${math`${at(scores, 0)} \div ${sum(scores)} = ${key}`}.`;
}
