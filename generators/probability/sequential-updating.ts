// Beliefs that change with each piece of evidence: odds times likelihood ratios, posteriors over a few values, and predictions.
import {
  answer,
  areDifferent,
  at,
  DETECTOR_WORDS,
  DETECTORS,
  decimal,
  type Formula,
  gcd,
  generator,
  level,
  list,
  math,
  mistake,
  normalised,
  ONE,
  paired,
  percent,
  productSumWorked,
  type Rational,
  type Rng,
  rational,
  row,
  say,
  sum,
  table,
  type Vector,
  vector,
  word,
} from '#kit';

/** What is to be found out, and three signs that speak for it, each with its opposite; independent in either case. */
const CASES = [
  { says: 'A payment is checked.', event: 'fraud', signs: ['new device/known device', 'night/daytime', 'large sum/small sum'] },
  { says: 'A message comes in.', event: 'spam', signs: ['“free”/no “free”', 'a link/no link', 'new sender/known sender'] },
  { says: 'A patient comes in.', event: 'flu', signs: ['fever/no fever', 'cough/no cough', 'aches/no aches'] },
  {
    says: 'An account is under review.',
    event: 'a bot',
    signs: ['no photo/a photo', 'fast replies/slow replies', 'new account/old account'],
  },
  { says: 'A disk is watched.', event: 'a crash', signs: ['noise/no noise', 'read errors/no errors', 'high heat/low heat'] },
];
const RATES = [
  { rate: 'click rate', things: 'users', yes: 'click', no: 'no click', next: 'the next user clicks' },
  { rate: 'error rate of a model', things: 'answers', yes: 'wrong', no: 'right', next: 'the next answer is wrong' },
  { rate: 'win rate of an agent', things: 'games', yes: 'win', no: 'loss', next: 'the next game is a win' },
  { rate: 'share of spam', things: 'messages', yes: 'spam', no: 'no spam', next: 'the next message is spam' },
  { rate: 'failure rate of a server', things: 'requests', yes: 'failure', no: 'success', next: 'the next request fails' },
];
/** What is checked again and again; given either state, the results are independent. */
const CHECKS = [
  { is: 'a patient is ill', acts: 'A quick test is positive for', those: 'ill patients', others: 'healthy ones' },
  { is: 'a disk is failing', acts: 'A daily check is positive for', those: 'failing disks', others: 'sound ones' },
  { is: 'an account is a bot', acts: 'A puzzle is positive (failed) for', those: 'bots', others: 'humans' },
  { is: 'a label is wrong', acts: 'A review is positive (rejects) for', those: 'wrong labels', others: 'right ones' },
  { is: 'a pupil has a skill', acts: 'A task is positive (solved) for', those: 'pupils with the skill', others: 'others' },
];
const METHOD = say`The posterior is proportional to prior times likelihood: ${math`P(\theta \mid \text{data}) \propto P(\theta)\,P(\text{data} \mid \theta)`}.`;
const PREDICTION = say`Prior times likelihood, divided by the sum, is the posterior. The next observation has the mean of ${math`\theta`} over the posterior.`;
/** How often each kind is observed; percent of hits and of false alarms. */
const KINDS = paired([2, 1, 3, 1], [1, 2, 1, 3]);
const TESTS = paired([80, 90, 60, 80, 75, 90, 50, 80, 60, 40, 60, 90], [20, 10, 20, 40, 25, 30, 10, 10, 30, 10, 12, 45]);

export default generator({
  id: 'probability/sequential-updating',
  version: 1,
  title: 'Sequential updating: odds, grids and predictions',
  bullet: 'Bayesian Statistics',
  why: 'Yesterday’s posterior is today’s prior: bandits, A/B tests and online learning update their beliefs this way.',
  needs: ['probability/bayes-rule'],
  levels: [
    level({
      says: 'posterior odds from prior odds',
      par: 40,
      pick(rng) {
        const [a, b, hit, alarm] = [rng.int(1, 9), rng.int(1, 9), rng.int(8, 19), rng.int(1, 10)];
        if (gcd(a, b) > 1 || a === b || hit === alarm) return undefined;
        const { ratio, odds, key, divided, flat, prior } = weighed({ a, b, hit: hit * 5, alarm: alarm * 5 });
        const isKind = ratio.denominator <= 5n && odds.numerator + odds.denominator <= 40n && !odds.equals(1);
        const isClear = isKind && areDifferent(odds, divided, ratio, prior) && areDifferent(key, odds, flat);
        return isClear ? { a, b, hit: hit * 5, alarm: alarm * 5, scene: rng.pick(DETECTORS) } : undefined;
      },
      ask({ scene, ...given }) {
        const { a, b, hit, alarm } = given;
        const { short, ask, rates } = DETECTOR_WORDS[scene];
        const [hits, alarms] = [percent(rational(hit, 100)), percent(rational(alarm, 100))];
        const { ratio, odds, key, divided, flat, prior } = weighed(given);
        const shows = `${ask.shows.charAt(0).toUpperCase()}${ask.shows.slice(1)}`;
        return {
          statement: say`The prior odds of “${short.H}” to “${short.not}” are ${math`${a} : ${b}`}. ${rates.acts} ${hits} of ${rates.those} and ${alarms} of ${rates.others}. ${shows}. Find the exact posterior odds as one number, and the exact posterior probability that ${ask.is}.`,
          answers: [
            answer.number({
              label: say`Odds:`,
              key: odds,
              mistakes: [
                mistake(divided)`You divided by the likelihood ratio. The posterior odds are prior odds times ratio.`,
                mistake(ratio)`That is the likelihood ratio alone. Multiply it by the prior odds.`,
                mistake(prior)`Those are the odds before the evidence. Multiply them by the likelihood ratio.`,
                mistake(ONE.over(odds))`Those are the odds against.`,
              ],
            }),
            answer.number({
              label: say`Probability:`,
              key,
              mistakes: [
                mistake(odds)`Those are the odds. Divide them by 1 plus the odds.`,
                mistake(flat)`You left out the prior. Start from the posterior odds.`,
                mistake(ONE.minus(key))`That is the probability of the other group.`,
              ],
            }),
          ],
          hints: [
            say`Posterior odds are prior odds times the likelihood ratio ${math`\frac{P(E \mid H)}{P(E \mid H^c)}`} of the evidence.`,
            say`Divide the two rates and multiply by the prior odds. Odds ${math`o`} are the probability ${math`\frac{o}{1 + o}`}.`,
            say`The likelihood ratio is ${math`${hit} \div ${alarm} = ${ratio}`}.`,
          ],
          solution: [
            say`Likelihood ratio: ${math`${hit} \div ${alarm} = ${ratio}`}.`,
            say`Posterior odds: ${productSumWorked([[prior, ratio]])}.`,
            say`As a probability: ${math`${odds} \div ${odds.plus(1)} = ${key}`}.`,
          ],
        };
      },
      // Counts among 100 cases for each unit of the prior odds.
      verify({ a, b, hit, alarm }, [odds, key]) {
        const shown = rational(a * hit + b * alarm);
        return key.times(shown).equals(a * hit) && odds.times(ONE.minus(key)).equals(key);
      },
    }),

    level({
      says: 'several independent pieces of evidence',
      par: 50,
      pick(rng) {
        const ratios = Array.from({ length: rng.int(2, 3) }, () => {
          const size = rng.int(2, 8);
          return rng.int(0, 2) === 0 ? `1/${size}` : `${size}`;
        });
        const prior = `${rational(1, rng.int(3, 20))}`;
        if (new Set(ratios).size < ratios.length) return undefined;
        const { key, odds, asOdds, flat, added } = combined(prior, ratios);
        const isKind = odds.numerator + odds.denominator <= 60n && !odds.equals(1);
        const isClear = isKind && areDifferent(key, odds, asOdds, flat, added);
        return isClear ? { prior, ratios, scene: rng.index(CASES) } : undefined;
      },
      ask({ prior, ratios, scene }) {
        const { says, event, signs } = at(CASES, scene);
        const { key, odds, asOdds, flat, added, own, before } = combined(prior, ratios);
        const rows = own.map((ratio, i) => [word(at(at(signs, i).split('/'), ratio.compare(1) < 0 ? 1 : 0)), ratio]);
        const number = ratios.length === 2 ? 'Two' : 'Three';
        return {
          statement: say`${says} The prior probability of ${event} is ${rational(prior)}. ${number} signs are seen, independent of each other in either case. The table shows how many times as likely each is with ${event} as without. Find the exact posterior probability of ${event}. ${table([word('sign'), word('ratio')], rows)}`,
          answers: [
            answer.number({
              label: say`Posterior:`,
              key,
              mistakes: [
                mistake(odds)`Those are the posterior odds. Divide them by 1 plus the odds.`,
                mistake(asOdds)`You took the prior probability for odds. Divide it by 1 minus itself first.`,
                mistake(flat)`You left out the prior. Multiply the prior odds by the ratios.`,
                mistake(added)`You added the ratios. Independent pieces of evidence multiply.`,
                mistake(ONE.minus(key))`That is the posterior probability without ${event}.`,
              ],
            }),
          ],
          hints: [
            say`In odds each piece of evidence is a factor: its likelihood ratio.`,
            say`Turn the prior into odds, multiply by all ratios, and turn the result back into a probability.`,
            say`The prior odds are ${math`${rational(prior)} \div ${ONE.minus(prior)} = ${before}`}.`,
          ],
          solution: [
            say`Prior odds: ${math`${rational(prior)} \div ${ONE.minus(prior)} = ${before}`}.`,
            say`Posterior odds: ${productSumWorked([[before, ...own]])}.`,
            say`As a probability: ${math`${odds} \div ${odds.plus(1)} = ${key}`}.`,
          ],
        };
      },
      // Bayes' rule sign by sign, yesterday's posterior as today's prior.
      verify({ prior, ratios }, [key]) {
        const update = (p: Rational, ratio: string) => p.times(ratio).over(p.times(ratio).plus(ONE.minus(p)));
        return key.equals(ratios.reduce(update, rational(prior)));
      },
    }),

    level({
      says: 'three values, equally likely beforehand',
      par: 75,
      pick(rng) {
        const given = drawGrid(rng, [1, 1, 1], 600);
        if (!given) return undefined;
        const { posterior, hitsOnly, swapped, once } = learned(given);
        const isClear = areDifferent(posterior, hitsOnly, swapped, once);
        return isClear ? { ...given, scene: rng.index(RATES) } : undefined;
      },
      ask({ scene, ...given }) {
        const { rate, things, yes, no } = at(RATES, scene);
        const { values, posterior, hitsOnly, swapped, once } = learned(given);
        return {
          statement: say`The ${rate} is ${math`\theta`}. Beforehand the values ${list(values)} are equally likely. Given ${math`\theta`}, the ${things} are independent. You see: ${seen(scene, given.data)}. Find the exact posterior probabilities of the three values, in this order.`,
          answers: [
            answer.vector({
              label: say`Posterior:`,
              key: posterior,
              mistakes: [
                mistake(likelihoods(given))`Those are the likelihoods. Divide each one by their sum.`,
                mistake(hitsOnly)`Each “${no}” counts as well: its factor is ${math`1 - \theta`}.`,
                mistake(swapped)`The two kinds are swapped. ${math`\theta`} is the probability of “${yes}”.`,
                mistake(once)`You counted each kind once. Each observation has its own factor.`,
                mistake(vector(['1/3', '1/3', '1/3']))`Those are the probabilities beforehand. Update them with the data.`,
              ],
            }),
          ],
          hints: [METHOD, ...steps(scene, given)],
          solution: [
            say`The likelihoods ${likelihoodOf(given.data)} are ${list(likelihoods(given).entries)}.`,
            say`All priors are the same, so divide by the sum ${sum(likelihoods(given).entries)}: the posterior is ${row(posterior.entries)}.`,
          ],
        };
      },
      verify: (given, [key]) => key.equals(oneByOne(given).posterior),
    }),

    level({
      says: 'another prior, and the next observation',
      par: 110,
      pick(rng) {
        const [first, second] = [rng.int(1, 6), rng.int(1, 6)];
        const prior = [first, second, 10 - first - second];
        if (at(prior, 2) < 1 || new Set(prior).size === 1) return undefined;
        const given = drawGrid(rng, prior, 120);
        if (!given) return undefined;
        const asked = rng.int(0, 2);
        const { posterior, weights, flat, hitsOnly, next, share, best, before, plain } = learned(given);
        const [key, weight] = [posterior.at(asked), at(weights, asked)];
        const isClear = areDifferent(key, weight, flat.at(asked), hitsOnly.at(asked));
        const isPlain = isClear && areDifferent(next, share, best, before, plain);
        return isPlain ? { ...given, asked, scene: rng.index(RATES) } : undefined;
      },
      ask({ scene, asked, ...given }) {
        const { rate, things, no, next: sentence } = at(RATES, scene);
        const { values, prior, posterior, weights, flat, hitsOnly, next, share, best, before, plain } = learned(given);
        const value = at(values, asked);
        return {
          statement: say`The ${rate} is ${math`\theta`}; the table shows what is believed beforehand. Given ${math`\theta`}, the ${things} are independent. You see: ${seen(scene, given.data)}. Find the exact ${math`P(\theta = ${value} \mid \text{data})`} and the exact probability that ${sentence}. ${table([math`\theta`, word('prior')], paired(values, prior.map(decimal)))}`,
          answers: [
            answer.number({
              label: say`Posterior:`,
              key: posterior.at(asked),
              mistakes: [
                mistake(at(weights, asked))`That is prior times likelihood. Divide it by the sum over all three values.`,
                mistake(flat.at(asked))`You left out the prior. Multiply each likelihood by it.`,
                mistake(hitsOnly.at(asked))`Each “${no}” counts as well: its factor is ${math`1 - \theta`}.`,
                mistake(at(prior, asked))`That is the probability beforehand. Update it with the data.`,
              ],
            }),
            answer.number({
              label: say`Next:`,
              key: next,
              mistakes: [
                mistake(share)`That is the share among the data. Average ${math`\theta`} over the posterior.`,
                mistake(best)`You took the most probable ${math`\theta`} only. Average over all three.`,
                mistake(before)`That is the prediction before the data. Average over the posterior.`,
                mistake(plain)`You took the plain mean of the three values. Weight each by its posterior.`,
              ],
            }),
          ],
          hints: [PREDICTION, ...steps(scene, given)],
          solution: [
            say`Prior times likelihood ${likelihoodOf(given.data)}: ${list(weights)}, with the sum ${sum(weights)}.`,
            say`Divided by the sum, the posterior is ${row(posterior.entries)}; that of ${value} is ${posterior.at(asked)}.`,
            say`Next: ${productSumWorked(paired(values, posterior.entries))}.`,
          ],
        };
      },
      verify(given, [key, next]) {
        const { posterior, predicted } = oneByOne(given);
        return key.equals(posterior.at(given.asked)) && next.equals(predicted);
      },
    }),

    level({
      says: 'how many more results until it is sure enough',
      par: 90,
      pick(rng) {
        const [hit, alarm] = rng.pick(TESTS);
        const prior = `${rational(1, rng.pick([2, 3, 4, 5, 6, 10, 11, 20, 21, 50, 100]))}`;
        const target = rng.pick(['3/4', '4/5', '9/10', '19/20', '99/100']);
        const given = { prior, target, hit, alarm, negatives: rng.int(1, 2) };
        const { key, needed, isTie } = counted(given);
        return key >= 2 && key <= 6 && !isTie && needed.denominator <= 60n && needed.compare(1000) < 0
          ? { ...given, scene: rng.index(CHECKS) }
          : undefined;
      },
      ask({ scene, ...given }) {
        const { prior, target, hit, alarm, negatives } = given;
        const { is, acts, those, others } = at(CHECKS, scene);
        const { key, start, up, down, goal, needed, ignored, asOdds, added } = counted(given);
        const first = negatives === 1 ? 'The first result was' : 'The first two results were';
        const [hits, alarms] = [percent(rational(hit, 100)), percent(rational(alarm, 100))];
        return {
          statement: say`The prior probability that ${is} is ${rational(prior)}. ${acts} ${hits} of ${those} and ${alarms} of ${others}; in either case repeated results are independent. ${first} negative. How many positive results in a row does it take now until the posterior is above ${percent(rational(target))}?`,
          answers: [
            answer.number({
              label: say`Results:`,
              key,
              mistakes: [
                mistake(ignored)`That is not enough: count in each negative result.`,
                mistake(asOdds)`That is not enough: turn the target into odds as well.`,
                mistake(added)`You added the factors. Each result multiplies the odds.`,
                mistake(key - 1)`That is not enough yet. Work out the odds once more.`,
                mistake(key + 1)`One less is enough already.`,
              ],
            }),
          ],
          hints: [
            say`Each result multiplies the odds: a positive one by ${math`\frac{P(+ \mid H)}{P(+ \mid H^c)}`}, a negative one by ${math`\frac{P(- \mid H)}{P(- \mid H^c)}`}.`,
            say`Turn the prior and the target into odds. Find how often the positive factor is needed to get above the target.`,
            say`The factors are ${math`${hit} \div ${alarm} = ${up}`} and ${math`${100 - hit} \div ${100 - alarm} = ${down}`}.`,
          ],
          solution: [
            say`Positive: ${math`${hit} \div ${alarm} = ${up}`}. Negative: ${math`${100 - hit} \div ${100 - alarm} = ${down}`}.`,
            say`The odds now are ${productSumWorked([[start, ...Array.from({ length: negatives }, () => down)]])}. They have to pass ${math`${rational(target)} \div ${ONE.minus(target)} = ${goal}`}.`,
            say`So ${math`${powerOf(up, 'n')} > ${goal} \div ${goal.over(needed)} = ${needed}`}. ${math`${powerOf(up, key - 1)} = ${up.power(key - 1)}`} is too small, ${math`${powerOf(up, key)} = ${up.power(key)}`} is enough: ${key} results.`,
          ],
        };
      },
      // Bayes' rule with probabilities, result by result: after one less it is not above the target, after the key it is.
      verify({ prior, target, hit, alarm, negatives }, [key]) {
        if (!key.isInteger() || key.sign() <= 0) return false;
        const update = (p: Rational, yes: number, no: number) => p.times(yes).over(p.times(yes).plus(ONE.minus(p).times(no)));
        let p = rational(prior);
        for (let i = 0; i < negatives; i++) p = update(p, 100 - hit, 100 - alarm);
        for (let i = 1; key.compare(i) > 0; i++) p = update(p, hit, alarm);
        return p.compare(target) <= 0 && update(p, hit, alarm).compare(target) > 0;
      },
    }),
  ],
});

type Grid = { values: string[]; data: readonly number[]; prior: number[] };

function probability(odds: Rational): Rational {
  return odds.over(odds.plus(1));
}

function weighed({ a, b, hit, alarm }: { a: number; b: number; hit: number; alarm: number }) {
  const [prior, ratio] = [rational(a, b), rational(hit, alarm)];
  const odds = prior.times(ratio);
  return { prior, ratio, odds, key: probability(odds), divided: prior.over(ratio), flat: probability(ratio) };
}

function combined(prior: string, ratios: readonly string[]) {
  const own = ratios.map(ratio => rational(ratio));
  const before = rational(prior).over(ONE.minus(prior));
  const all = own.reduce((product, ratio) => product.times(ratio), ONE);
  const odds = before.times(all);
  const [asOdds, added] = [probability(all.times(prior)), probability(before.times(sum(own)))];
  return { own, before, odds, key: probability(odds), asOdds, flat: probability(all), added };
}

/** Three values, and three or four observations of both kinds; undefined where the posterior or (above `most`) the prediction is unkind. */
function drawGrid(rng: Rng, prior: number[], most: number): Grid | undefined {
  const parts = rng.pick([4, 5, 5, 5, 6, 6, 6, 6, 10]);
  const places = Array.from({ length: parts - 1 }, (_, i) => i + 1);
  const chosen = rng.sample(places, 3).sort((a, b) => a - b);
  const [hits, misses] = rng.pick(KINDS);
  const weights = chosen.map((place, i) => at(prior, i) * place ** hits * (parts - place) ** misses);
  const total = weights.reduce((all, weight) => all + weight, 0);
  if (weights.some(weight => total / gcd(weight, total) > 48)) return undefined;
  const next = weights.reduce((all, weight, i) => all + weight * at(chosen, i), 0);
  if ((parts * total) / gcd(next, parts * total) > most) return undefined;
  const data = rng.shuffle([1, 1, 1, 0, 0, 0].slice(3 - hits, 3 + misses));
  return { values: chosen.map(place => `${rational(place, parts)}`), data, prior };
}

function likelihoods({ values, data }: Pick<Grid, 'values' | 'data'>): Vector {
  return likelihoodsOf(values, data.filter(x => x === 1).length, data.filter(x => x === 0).length);
}

function likelihoodsOf(values: readonly string[], hits: number, misses: number): Vector {
  return vector(values.map(value => rational(value).power(hits).times(ONE.minus(value).power(misses))));
}

/** Posterior and prediction, with what is taken for them. */
function learned({ values: texts, data, prior: shares }: Grid) {
  const [values, prior] = [texts.map(text => rational(text)), shares.map(share => rational(share, sum(shares)))];
  const hits = data.filter(Boolean).length;
  const misses = data.length - hits;
  const weigh = (up: number, down: number) => paired(prior, likelihoodsOf(texts, up, down).entries).map(([p, l]) => p.times(l));
  const weights = weigh(hits, misses);
  const posterior = normalised(weights);
  const top = posterior.entries.reduce((best, p, i) => (p.compare(posterior.at(best)) > 0 ? i : best), 0);
  return {
    values,
    prior,
    weights,
    posterior,
    flat: normalised(likelihoodsOf(texts, hits, misses).entries),
    hitsOnly: normalised(weigh(hits, 0)),
    swapped: normalised(weigh(misses, hits)),
    once: normalised(weigh(1, 1)),
    next: posterior.dot(vector(values)),
    share: rational(hits, data.length),
    best: at(values, top),
    before: vector(prior).dot(vector(values)),
    plain: sum(values).over(3),
  };
}

/** One observation at a time, each posterior the next prior; the prediction is a ratio of two evidences. */
function oneByOne({ values, data, prior }: Grid) {
  const grid = values.map(value => rational(value));
  const update = (p: Vector, x: number) =>
    normalised(p.entries.map((q, i) => q.times(x === 1 ? at(grid, i) : ONE.minus(at(grid, i)))));
  const evidence = (all: readonly number[]) => vector(prior).dot(likelihoods({ values, data: all }));
  return {
    posterior: data.reduce(update, normalised(vector(prior).entries)),
    predicted: evidence([...data, 1]).over(evidence(data)),
  };
}

function seen(scene: number, data: readonly number[]): string {
  const { yes, no } = at(RATES, scene);
  return data.map(x => (x === 1 ? yes : no)).join(', ');
}

function powerOf(base: Rational | Formula, exponent: number | string): Formula {
  return exponent === 1 ? math`${base}` : math`${base}^{${exponent}}`;
}

/** The likelihood of the data as a function of θ. */
function likelihoodOf(data: readonly number[]): Formula {
  const hits = data.filter(Boolean).length;
  return math`${powerOf(math`\theta`, hits)} ${powerOf(math`(1 - \theta)`, data.length - hits)}`;
}

/** The method and the first step with these numbers. */
function steps(scene: number, { values, data }: Pick<Grid, 'values' | 'data'>) {
  const { yes, no } = at(RATES, scene);
  return [
    say`The likelihood is ${likelihoodOf(data)}: a factor ${math`\theta`} for each “${yes}”, ${math`1 - \theta`} for each “${no}”. Multiply by the prior and divide by the sum.`,
    say`The likelihood of the first value is ${likelihoods({ values, data }).at(0)}.`,
  ];
}

/** The number of positive results, and what is taken for it. */
function counted(given: { prior: string; target: string; hit: number; alarm: number; negatives: number }) {
  const { prior, target, hit, alarm, negatives } = given;
  const [up, down] = [rational(hit, alarm), rational(100 - hit, 100 - alarm)];
  const [start, goal] = [rational(prior).over(ONE.minus(prior)), rational(target).over(ONE.minus(target))];
  const current = start.times(down.power(negatives));
  const needed = goal.over(current);
  const key = stepsPast(needed, up);
  return {
    up,
    down,
    start,
    goal,
    needed,
    key,
    isTie: up.power(key - 1).equals(needed),
    ignored: stepsPast(goal.over(start), up),
    asOdds: stepsPast(rational(target).over(current), up),
    added: Number(needed.over(up).floor()) + 1,
  };
}

/** The least n with factor^n above the bound. */
function stepsPast(bound: Rational, factor: Rational): number {
  let [n, power] = [0, ONE];
  for (; power.compare(bound) <= 0; power = power.times(factor)) n++;
  return n;
}
