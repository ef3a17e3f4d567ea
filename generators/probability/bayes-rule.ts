// From how often the evidence shows in each group to how sure it makes us: total probability, posterior, and the prior it takes.
import {
  answer,
  DETECTOR_WORDS,
  DETECTORS,
  type Detector,
  decimal,
  gcd,
  generator,
  lcm,
  level,
  list,
  math,
  mistake,
  normalised,
  ONE,
  percent,
  type Rational,
  type Rng,
  rational,
  say,
  sum,
  table,
  vector,
  word,
} from '#kit';

export default generator({
  id: 'probability/bayes-rule',
  version: 1,
  title: 'Bayes’ rule: from likelihood to posterior',
  bullet: 'Bayesian Statistics',
  why: 'It turns how often a detector fires on cats into how sure we are of a cat when it fires: the core of Bayesian learning.',
  needs: ['probability/joint-and-conditional', 'probability/product-rule-independence'],
  levels: [
    level({
      says: 'how often the evidence shows: total probability',
      par: 40,
      pick: drawRates,
      ask(given) {
        const { prior, rest, hit, alarm, both, spurious, evidence, P } = weigh(given);
        const crossed = rest.times(hit).plus(prior.times(alarm));
        const mean = hit.plus(alarm).over(2);
        return {
          statement: say`${describe(given)} Find the exact probability that ${DETECTOR_WORDS[given.scene].ask.shows}.`,
          answers: [
            answer.number({
              label: say`${math`${P.evidence} =`}`,
              key: evidence,
              mistakes: [
                mistake(mean)`You took the plain mean of the two rates. Weight each one by the share of its group.`,
                mistake(both)`That is the part of the first group alone. Add the part of the others.`,
                mistake(spurious)`That is the part of the second group alone. Add the part of the first.`,
                mistake(crossed)`You gave each rate the share of the other group. Pair it with its own.`,
              ],
            }),
          ],
          hints: [
            say`The evidence shows in two ways, with ${math`H`} or without: ${math`P(E) = P(H)\,P(E \mid H) + P(H^c)\,P(E \mid H^c)`}.`,
            say`Multiply the rate in each group by the share of that group, then add.`,
            say`The shares of the two groups are ${decimal(prior)} and ${decimal(rest)}.`,
          ],
          solution: jointLines(given),
        };
      },
      // Goes through 2000 equally likely cases and counts those that show the evidence.
      verify: (given, [key]) => key.equals(rational(sum(countShown(weigh(given).groups)), 2000)),
    }),

    level({
      says: 'posterior from counts',
      par: 25,
      pick(rng) {
        const [own, other, scale] = [rng.int(1, 9), rng.int(1, 9), rng.int(2, 15)];
        const [all, hits, alarms] = [rng.pick([200, 400, 500, 1000]), own * scale, other * scale];
        const group = (all / 100) * rng.int(5, 60);
        const isKind = own !== other && own + other <= 10 && gcd(own, other) === 1;
        const tells = hits < group && 2 * hits > group && 2 * alarms < all - group && group !== hits + alarms;
        return isKind && tells ? { scene: rng.pick(DETECTORS), all, group, hits, alarms } : undefined;
      },
      ask({ scene, all, group, hits, alarms }) {
        const { prior, rates, ask } = DETECTOR_WORDS[scene];
        const [shown, P] = [hits + alarms, notation(scene)];
        const [hitRate, evidence] = [rational(hits, group), rational(shown, all)];
        return {
          statement: say`Of ${all} ${prior.things}, ${group} ${prior.have}. ${rates.acts} ${hits} of ${rates.those} and ${alarms} of ${rates.others}. ${sentence(ask.shows)} Find the exact probability that ${ask.is}.`,
          answers: [
            answer.number({
              label: say`${math`${P.posterior} =`}`,
              key: rational(hits, shown),
              mistakes: [
                mistake(hitRate)`That is how often the evidence shows among ${rates.those}. Divide by all that show it.`,
                mistake(rational(hits, all))`You divided by all ${prior.things}. Only those that show the evidence are left.`,
                mistake(
                  evidence,
                )`That is how often the evidence shows at all. Find which part of these cases belongs to the group asked for.`,
                mistake(rational(hits, alarms))`Those are the odds of the two groups. Divide by both groups together.`,
              ],
            }),
          ],
          hints: [
            say`Once the evidence is seen, only the cases that show it count.`,
            say`Count the cases that show the evidence. The posterior is the part of them that belongs to the group asked for.`,
            say`The evidence shows ${math`${hits} + ${alarms}`} times.`,
          ],
          solution: [
            say`The evidence shows ${math`${hits} + ${alarms} = ${shown}`} times, ${hits} of them rightly.`,
            say`So ${math`${P.posterior} = ${hits} / ${shown} = ${rational(hits, shown)}`}.`,
          ],
        };
      },
      // The odds form: prior odds times the ratio of the two rates.
      verify({ all, group, hits, alarms }, [key]) {
        const rest = all - group;
        const odds = rational(group, rest).times(rational(hits, group).over(rational(alarms, rest)));
        return key.over(ONE.minus(key)).equals(odds);
      },
    }),

    level({
      says: 'posterior from a prior and two rates',
      par: 60,
      pick(rng) {
        const given = drawRates(rng);
        const { posterior, hit, both, evidence, flat } = weigh(given);
        const different = new Set([posterior, hit, both, evidence, flat].map(String)).size === 5;
        return different && posterior.denominator <= 10n ? given : undefined;
      },
      ask(given) {
        const { hit, both, evidence, flat, posterior, P } = weigh(given);
        const { rates, ask } = DETECTOR_WORDS[given.scene];
        return {
          statement: say`${describe(given)} ${sentence(ask.shows)} Find the exact probability that ${ask.is}.`,
          answers: [
            answer.number({
              label: say`${math`${P.posterior} =`}`,
              key: posterior,
              mistakes: [
                mistake(hit)`That is how often the evidence shows among ${rates.those}. You are asked the reverse.`,
                mistake(both)`That is the probability of both together. Divide it by the probability of the evidence.`,
                mistake(flat)`You left out the prior. Weight both rates by the shares of their groups.`,
                mistake(evidence)`That is the probability of the evidence, the denominator of Bayes’ rule.`,
                mistake(ONE.minus(posterior))`That is the probability of the other group, given the evidence.`,
              ],
            }),
          ],
          hints: [
            say`Bayes’ rule: ${math`P(H \mid E) = \frac{P(H)\,P(E \mid H)}{P(E)}`}.`,
            say`Find the probability of each group together with the evidence. The posterior is the first of them divided by their sum.`,
            ...jointLines(given).slice(0, 1),
          ],
          solution: [
            ...jointLines(given),
            say`Bayes’ rule: ${math`${P.posterior} = \frac{${decimal(both)}}{${decimal(evidence)}} = ${posterior}`}.`,
          ],
        };
      },
      verify: (given, [key]) => provesPosterior(weigh(given).groups, [key, ONE.minus(key)]),
    }),

    level({
      says: 'three hypotheses: the whole posterior',
      par: 90,
      pick(rng) {
        const [a, b] = [rng.int(1, 5), rng.int(1, 4)];
        const shares = [a, b, 10 - a - b];
        // Rates in proportion to posterior over prior make the posterior simple.
        const ratios = shares.map(share => rational(rng.int(1, 4), share));
        const unit = ratios.reduce((n, ratio) => lcm(n, ratio.denominator), 1n) * BigInt(rng.int(1, 4));
        const rates = ratios.map(ratio => Number(ratio.times(unit).numerator));
        const isKind = Math.max(...rates) <= 40 && new Set(rates).size === 3;
        return isKind ? { source: rng.int(0, SOURCES.length - 1), shares, rates } : undefined;
      },
      ask({ source, shares, rates }) {
        const { opening, from, rate, seen } = SOURCES[source] ?? SOURCES[0];
        const rows = threeGroups(shares, rates);
        const [priors, likelihoods] = [rows.map(row => row.share), rows.map(row => row.rate)];
        const joint = rows.map(row => row.share.times(row.rate));
        const posterior = normalised(joint);
        const cells = rows.map(row => [word(row.name), percent(row.share), percent(row.rate)]);
        const products = rows.map(
          row =>
            say`${row.name}: ${math`${decimal(row.share)} \cdot ${decimal(row.rate)} = ${decimal(row.share.times(row.rate))}`}.`,
        );
        return {
          statement: say`${opening} ${table([word(from), word('share'), word(rate)], cells)} ${seen} Give the exact posterior probabilities of A, B and C, in this order.`,
          answers: [
            answer.vector({
              label: say`Posterior:`,
              key: posterior,
              mistakes: [
                mistake(vector(joint))`Those are the joint probabilities. Divide each by their sum, so that they add up to 1.`,
                mistake(normalised(likelihoods))`You compared the rates alone. Multiply each one by its share first.`,
                mistake(vector(priors))`Those are the shares before anything was seen. Update them with the rates.`,
                mistake(vector(likelihoods))`Those are the rates within each source. You are asked the reverse.`,
              ],
            }),
          ],
          hints: [
            say`Posterior is proportional to prior times likelihood: ${math`P(H_i \mid E) \propto P(H_i)\,P(E \mid H_i)`}.`,
            say`Multiply share and rate in each row. Then divide the three products by their sum.`,
            say`The first product is that of ${products[0] ?? ''}`,
          ],
          solution: [
            ...products,
            say`Divide each by their sum ${decimal(sum(joint))}: the posterior is ${math`(${list(posterior.entries)})`}.`,
          ],
        };
      },
      verify: ({ shares, rates }, [key]) => provesPosterior(threeGroups(shares, rates), key.entries),
    }),

    level({
      says: 'reversed: the prior that a posterior takes',
      par: 75,
      pick(rng) {
        const { scene, hit, alarm } = drawRates(rng);
        const target = rng.pick(['1/2', '2/3', '3/4', '4/5', '9/10']);
        const prior = neededPrior(hit, alarm, target);
        return prior.denominator <= 20n && prior.denominator > 2n ? { scene, hit, alarm, target } : undefined;
      },
      ask({ scene, hit, alarm, target }) {
        const [key, P, ratio] = [neededPrior(hit, alarm, target), notation(scene), rational(hit, alarm)];
        const [other, forward] = [ONE.minus(target), neededPrior(alarm, hit, target)];
        const odds = rational(target, other);
        const priorOdds = odds.over(ratio);
        const ratioLine = math`${decimal(rational(hit))} / ${decimal(rational(alarm))} = ${ratio}`;
        return {
          statement: say`${describeTest(scene, hit, alarm)} Find the exact prior ${math`p = ${P.prior}`} for which the posterior ${P.posterior} is ${rational(target)}.`,
          answers: [
            answer.number({
              label: say`${math`p =`}`,
              key,
              mistakes: [
                mistake(forward)`You multiplied the odds by the ratio of the rates. To go back to the prior, divide.`,
                mistake(priorOdds)`Those are the prior odds ${math`p/(1 - p)`}. Turn them into a probability.`,
                mistake(neededPrior(hit, alarm, '1/2'))`That prior makes the posterior one half. Use the posterior asked for.`,
                mistake(rational(target))`The posterior equals the prior only if both rates agree. Undo what the evidence does.`,
              ],
            }),
          ],
          hints: [
            say`The odds after the evidence are the odds before times the ratio of the two rates, ${math`\frac{P(E \mid H)}{P(E \mid H^c)}`}.`,
            say`Turn the posterior into odds, divide by the ratio of the rates, and turn the result back into a probability.`,
            say`The ratio of the rates is ${ratioLine}.`,
          ],
          solution: [
            say`The ratio of the rates is ${ratioLine}, and the posterior odds are ${math`${rational(target)} \div ${other} = ${odds}`}.`,
            say`So ${math`\frac{p}{1 - p} \cdot ${ratio} = ${odds}`}, and the prior odds are ${priorOdds}.`,
            say`As a probability: ${math`p = ${key}`}.`,
          ],
        };
      },
      // Put it back: with this prior, the first group makes the asked share of all that show the evidence.
      verify({ hit, alarm, target }, [key]) {
        const [right, wrong] = [key.times(hit), ONE.minus(key).times(alarm)];
        return right.equals(right.plus(wrong).times(target));
      },
    }),
  ],
});

/** Rates in twentieths; the prior is below 1/2, where it would make no difference. */
function drawRates(rng: Rng) {
  const [prior, hit, alarm] = [rng.int(1, 8), rng.int(10, 19), rng.int(1, 8)].map(part => `${rational(part, 20)}`);
  return { scene: rng.pick(DETECTORS), prior: prior ?? '', hit: hit ?? '', alarm: alarm ?? '' };
}

function weigh({ scene, ...rates }: ReturnType<typeof drawRates>) {
  const [prior, hit, alarm] = [rational(rates.prior), rational(rates.hit), rational(rates.alarm)];
  const rest = ONE.minus(prior);
  const [both, spurious] = [prior.times(hit), rest.times(alarm)];
  const evidence = both.plus(spurious);
  const [posterior, flat] = [both.over(evidence), hit.over(hit.plus(alarm))];
  const groups = [
    { share: prior, rate: hit },
    { share: rest, rate: alarm },
  ];
  return { prior, rest, hit, alarm, both, spurious, evidence, posterior, flat, groups, P: notation(scene) };
}

function neededPrior(hit: string, alarm: string, target: string): Rational {
  const [right, wrong] = [rational(target).times(alarm), ONE.minus(target).times(hit)];
  return right.over(right.plus(wrong));
}

interface Group {
  readonly share: Rational;
  readonly rate: Rational;
}

function threeGroups(shares: readonly number[], rates: readonly number[]) {
  return ['A', 'B', 'C'].map((name, i) => ({ name, share: rational(shares[i] ?? 0, 10), rate: rational(rates[i] ?? 0, 100) }));
}

/** 20 rows of 100 equally likely cases: rows belong to groups, the first cases of a row show the evidence; how many do in each group. */
function countShown(groups: readonly Group[]): number[] {
  return groups.map(({ share, rate }) => {
    const [rows, limit] = [share.times(20).toNumber(), rate.times(100).toNumber()];
    let shown = 0;
    for (let row = 0; row < rows; row++) for (let place = 0; place < 100; place++) if (place < limit) shown++;
    return shown;
  });
}

/** Keeps the cases that show the evidence and finds the part of each group among them. */
function provesPosterior(groups: readonly Group[], key: readonly Rational[]): boolean {
  const counts = countShown(groups);
  return key.length === counts.length && counts.every((count, i) => key[i]?.equals(rational(count).over(sum(counts))));
}

function jointLines(given: ReturnType<typeof drawRates>) {
  const { prior, rest, hit, alarm, both, spurious, evidence, P } = weigh(given);
  const { H, not, E } = DETECTOR_WORDS[given.scene].short;
  return [
    say`The first group: ${math`P(${word(H)},\, ${word(E)}) = ${decimal(prior)} \cdot ${decimal(hit)} = ${decimal(both)}`}.`,
    say`The others: ${math`P(${word(not)},\, ${word(E)}) = ${decimal(rest)} \cdot ${decimal(alarm)} = ${decimal(spurious)}`}.`,
    say`Together: ${math`${P.evidence} = ${decimal(both)} + ${decimal(spurious)} = ${decimal(evidence)}`}.`,
  ];
}

function notation(scene: Detector) {
  const { H, E } = DETECTOR_WORDS[scene].short;
  return { prior: math`P(${word(H)})`, evidence: math`P(${word(E)})`, posterior: math`P(${word(H)} \mid ${word(E)})` };
}

function describe({ scene, prior, hit, alarm }: ReturnType<typeof drawRates>) {
  const { things, have } = DETECTOR_WORDS[scene].prior;
  return say`${percent(rational(prior))} of the ${things} ${have}. ${describeTest(scene, hit, alarm)}`;
}

function sentence(words: string) {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function describeTest(scene: Detector, hit: string, alarm: string) {
  const { acts, those, others } = DETECTOR_WORDS[scene].rates;
  return say`${acts} ${percent(rational(hit))} of ${those} and ${percent(rational(alarm))} of ${others}.`;
}

const SOURCES = [
  { opening: 'Annotators A, B and C label a data set.', from: 'annotator', rate: 'wrong', seen: 'A label is wrong.' },
  { opening: 'Servers A, B and C share the requests.', from: 'server', rate: 'late', seen: 'A reply is late.' },
  { opening: 'A text has topic A, B or C.', from: 'topic', rate: 'with “goal”', seen: 'A text contains the word “goal”.' },
  { opening: 'A router sends inputs to experts A, B and C.', from: 'expert', rate: 'bad', seen: 'An output is bad.' },
] as const;
