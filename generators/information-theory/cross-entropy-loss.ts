// Cross-entropy as a loss in nats: one example, labels 0 and 1, a batch, from logits, and its gradient there.
import {
  add,
  answer,
  areDifferent,
  at,
  call,
  decimal,
  divide,
  type Expression,
  evaluate,
  type Formula,
  formula,
  generator,
  isNear,
  level,
  list,
  math,
  mistake,
  multiply,
  negate,
  numericSlope,
  ONE,
  paired,
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

/** Who gives probabilities to what, and what turns out to be true. */
const CLASSES = [
  { says: 'An image classifier gives the classes of a photo these probabilities.', shows: 'The photo shows class' },
  { says: 'A language model gives some candidates for the next token these probabilities.', shows: 'The next token is' },
  { says: 'A speech recogniser gives the words it may have heard these probabilities.', shows: 'The speaker said word' },
  { says: 'A policy that imitates an expert takes its actions with these probabilities.', shows: 'The expert takes action' },
  { says: 'A diagnosis model gives the possible causes these probabilities.', shows: 'The true cause is' },
] as const;
/** What a binary classifier looks at, and what label 1 stands for. */
const BINARY = [
  { says: 'A filter reads messages', one: 'spam' },
  { says: 'A detector looks at photos', one: 'a cat' },
  { says: 'A click model sees ads', one: 'a click' },
  { says: 'A fraud model checks payments', one: 'fraud' },
  { says: 'A screening model sees X-rays', one: 'a fracture' },
] as const;
/** Whose logits they are, and what is true. */
const LOGITS = [
  { says: 'The last layer of an image classifier returns these logits for a photo.', shows: 'The photo shows class' },
  { says: 'A language model returns these logits for the next token.', shows: 'The next token is' },
  { says: 'A network that reads handwriting returns these logits for a character.', shows: 'The character is' },
  { says: 'A router returns these logits for the experts that may take an input.', shows: 'The right expert is' },
  { says: 'A chatbot’s intent model returns these logits for a question.', shows: 'The true intent is' },
] as const;

/** A probability of label 1 is base^-k for the label 1 and 1 - base^-k for the label 0. */
type Batch = { base: number; examples: { label: number; k: number }[]; scene: number };
type Logits = { weights: string[]; truth: number; scene: number };

export default generator({
  id: 'information-theory/cross-entropy-loss',
  version: 1,
  title: 'Cross-entropy as a training loss',
  bullet: 'Entropy',
  why: 'It is the loss of logistic regression and of nearly every classifier and language model, in nats as libraries compute it.',
  needs: ['information-theory/cross-entropy', 'probability/logistic-output', 'probability/maximum-likelihood'],
  levels: [
    level({
      says: 'one example of several classes',
      par: 20,
      pick(rng) {
        const some = rng.ints(rng.int(2, 3), 1, 9);
        const twentieths = [...some, some.reduce((rest, part) => rest - part, 20)];
        if (at(twentieths, some.length) < 1) return undefined;
        const truth = rng.index(twentieths);
        return at(twentieths, truth) === 10 ? undefined : { twentieths, truth, scene: rng.index(CLASSES) };
      },
      ask({ twentieths, truth, scene }) {
        const { says, shows } = at(CLASSES, scene);
        const q = twentieths.map(part => rational(part, 20));
        const [letter, own, most] = [nameOf(truth), at(q, truth), rational(Math.max(...twentieths), 20)];
        const together = q.reduce((product, value) => product.times(value));
        return {
          statement: say`${says} ${shows} ${letter}. Find the cross-entropy loss of this example ${EXACTLY} ${classTable(math`q`, q.map(decimal))}`,
          answers: [
            answer.expression({
              label: LOSS,
              key: lossOf(own),
              variables: [],
              mistakes: [
                mistake(call('ln', own))`The sign is turned. The log of a probability is negative; the loss is minus that.`,
                mistake(lossOf(ONE.minus(own)))`You took the probability of all the others. Take that of ${letter}.`,
                mistake(lossOf(most))`You took what the model likes best. What is true counts, and that is ${letter}.`,
                mistake(lossOf(together))`You added the losses of all of them. Only what is true counts.`,
                mistake(ONE.minus(own))`That is 1 minus the probability. The loss is minus the log of the probability.`,
              ],
            }),
          ],
          hints: [
            say`The loss is the surprise of what is true, with the natural log: ${math`\ell = -\ln q`}.`,
            say`Look up the probability of what is true. The others do not appear in the loss.`,
            say`The model gives ${letter} the probability ${decimal(own)}.`,
          ],
          solution: [
            say`What is true has the probability ${math`${decimal(own)} = ${own}`}.`,
            say`So ${math`\ell = -\ln ${own} = ${lossOf(own)}`}.`,
          ],
        };
      },
      // Undo the logarithm: e to minus the loss is the probability of what is true.
      verify: ({ twentieths, truth }, [key]) => isNear(20 * Math.exp(-evaluate(key)), at(twentieths, truth), 1e-12),
    }),

    level({
      says: 'labels 0 and 1',
      par: 35,
      pick(rng) {
        const [first, second] = [rng.int(1, 19), rng.int(1, 19)];
        const isClear = areDifferent(first, 10, 20 - first) && areDifferent(second, 10, first, 20 - first);
        return isClear ? { twentieths: [first, second], firstLabel: rng.int(0, 1), scene: rng.index(BINARY) } : undefined;
      },
      ask({ twentieths, firstLabel, scene }) {
        const labels = [firstLabel, 1 - firstLabel];
        const p = twentieths.map(part => rational(part, 20));
        const losses = paired(labels, p).map(([label, value]) => lossOf(ofLabel(label, value)));
        const part = (i: number) => {
          const [label, value] = [at(labels, i), at(p, i)];
          const own = ofLabel(label, value);
          return answer.expression({
            label: say`${math`\ell_{${i + 1}} =`}`,
            key: at(losses, i),
            variables: [],
            mistakes: [
              label === 1
                ? mistake(lossOf(ONE.minus(own)))`You took the probability of label 0. The label is 1.`
                : mistake(lossOf(value))`You took the probability of label 1. The label is 0.`,
              mistake(call('ln', own))`The sign is turned. The log of a probability is negative; the loss is minus that.`,
              mistake(ONE.minus(own))`That is 1 minus the probability. The loss is minus the log of the probability.`,
            ],
          });
        };
        return {
          statement: say`${aboutLabels(scene)} Find the cross-entropy losses of both examples ${EXACTLY} ${labelTable(paired(labels, p.map(decimal)))}`,
          answers: [part(0), part(1)],
          jointMistakes: [{ wrong: [at(losses, 1), at(losses, 0)], says: say`The two are swapped. The first row comes first.` }],
          hints: [
            say`The loss is ${math`-\ln \hat{p}`} for the label 1 and ${math`-\ln(1 - \hat{p})`} for the label 0.`,
            say`Find the probability that the model gives to the true label. The loss is minus its natural log.`,
            say`The example with label 0 has the probability ${math`1 - ${decimal(at(p, firstLabel))}`} of its label.`,
          ],
          solution: paired(labels, p).map(([label, value], i) => lossLine(label, value, i)),
        };
      },
      // Undo the logarithm, and go back to the probability of label 1.
      verify({ twentieths, firstLabel }, losses) {
        const back = losses.map(loss => Math.exp(-evaluate(loss)));
        return back.every((own, i) => {
          const label = i === 0 ? firstLabel : 1 - firstLabel;
          return isNear(20 * (label === 1 ? own : 1 - own), at(twentieths, i), 1e-12);
        });
      },
    }),

    level({
      says: 'the mean loss of a batch',
      par: 60,
      pick: drawBatch,
      ask(given) {
        const { base, examples, scene } = given;
        const { n, p, own, log, coefficient, steps } = batch(given);
        const labels = examples.map(({ label }) => label);
        const shown = base % 5 === 0 ? p.map(decimal) : p.map(formula);
        const product = (values: readonly Rational[]) => values.reduce((all, value) => all.times(value));
        return {
          statement: say`${aboutLabels(scene)} Find the mean cross-entropy loss of this batch ${EXACTLY} ${labelTable(paired(labels, shown))}`,
          answers: [
            answer.expression({
              label: LOSS,
              key: times(coefficient, log),
              variables: [],
              mistakes: [
                mistake(
                  divide(lossOf(product(p)), n),
                )`You took the shown probability for every example. For the label 0 take it from 1 first.`,
                mistake(times(coefficient.times(n), log))`That is the sum of the losses. Divide it by the ${n} examples.`,
                mistake(lossOf(sum(own).over(n)))`You took the log of the mean probability. Take each log first, then the mean.`,
                mistake(coefficient)`You counted powers of ${base}. Each of them is a loss of ${log}.`,
                mistake(negate(times(coefficient, log)))`The sign is turned. A loss is minus the log of a probability.`,
              ],
            }),
          ],
          hints: [
            say`The loss of an example is minus the natural log of the probability that its true label gets.`,
            say`Take ${math`\hat{p}`} for the label 1 and ${math`1 - \hat{p}`} for the label 0, then minus the logs, then their mean.`,
            say`The true labels get the probabilities ${list(own)}.`,
          ],
          solution: [
            say`With ${math`\hat{p}`} for the label 1 and ${math`1 - \hat{p}`} for the label 0, the true labels get ${list(own)}.`,
            say`Their losses are ${list(steps.map(k => times(rational(k), log)))}.`,
            say`Their mean: ${math`\ell = ${divide(add(...steps), n)} ${log} = ${times(coefficient, log)}`}.`,
          ],
        };
      },
      // The likelihood of all labels together is e to minus n times the mean loss.
      verify(given, [key]) {
        const { p } = batch(given);
        const likelihood = given.examples.reduce((all, { label }, i) => all * ofLabel(label, at(p, i)).toNumber(), 1);
        return isNear(Math.exp(-given.examples.length * evaluate(key)) / likelihood, 1, 1e-9);
      },
    }),

    level({
      says: 'from logits, through softmax',
      par: 60,
      pick(rng) {
        const weights = rng.sample(['1/3', '1/2', '1', '2', '3', '4', '5', '6', '7', '8', '9'], rng.int(3, 4));
        const given = { weights, truth: rng.index(weights), scene: rng.index(LOGITS) };
        const { ratio, own, total } = softmax(given);
        return ratio.denominator <= 9n && total.denominator <= 3n && areDifferent(ratio, own, 2) ? given : undefined;
      },
      ask(given) {
        const { truth } = given;
        const { values, own, total, ratio, most } = softmax(given);
        const [letter, others] = [nameOf(truth), total.minus(own)];
        return {
          statement: say`${aboutLogits(given)} Find the cross-entropy loss ${EXACTLY} ${logitTable(given)}`,
          answers: [
            answer.expression({
              label: LOSS,
              key: lnOf(ratio),
              variables: [],
              mistakes: [
                mistake(
                  lnOf(ONE.over(own)),
                )`That is minus the logit of ${letter}. Softmax turns logits into probabilities first.`,
                mistake(lnOf(total))`That is the log of the sum of the exponentials. Take the logit of ${letter} away.`,
                mistake(lnOf(others.over(own)))`You left ${letter} out of the sum. Softmax divides by all exponentials.`,
                mistake(lnOf(ONE.over(ratio)))`The sign is turned. The loss is minus the log of the probability.`,
                mistake(lnOf(total.over(most)))`You took the largest logit. What is true counts, and that is ${letter}.`,
              ],
            }),
          ],
          hints: [
            say`Softmax: ${math`q_i = \frac{e^{z_i}}{\sum e^{z_j}}`}, and the loss is minus the natural log of the probability of what is true.`,
            say`Take ${math`e`} to the power of each logit; ${math`e^{\ln m} = m`}. Divide that of ${letter} by the sum.`,
            say`The exponentials are ${list(values)}.`,
          ],
          solution: [
            say`The exponentials are ${list(values)}, with the sum ${total}.`,
            say`So softmax gives ${letter} the probability ${ONE.over(ratio)}.`,
            say`The loss is ${math`\ell = -\ln ${ONE.over(ratio)} = ${lnOf(ratio)}`}.`,
          ],
        };
      },
      // Only differences of logits count: the loss is the log of the sum of e to each logit less the true one.
      verify({ weights, truth }, [key]) {
        const z = weights.map(weight => Math.log(rational(weight).toNumber()));
        const odds = z.reduce((all, logit) => all + Math.exp(logit - at(z, truth)), 0);
        return isNear(evaluate(key), Math.log(odds), 1e-12);
      },
    }),

    level({
      says: 'the gradient in the logits, and a step',
      par: 75,
      pick(rng) {
        const weights = rng.ints(rng.int(3, 4), 1, 9).map(String);
        const given = {
          weights,
          truth: rng.index(weights),
          rate: rng.pick(['1/10', '1/5', '1/2', '2']),
          scene: rng.index(LOGITS),
        };
        const { total, own, ratio } = softmax(given);
        const isKind = KIND_TOTALS.includes(total.toNumber()) && areDifferent(ratio, 2, 1) && !own.equals(total);
        return isKind && new Set(weights).size > 1 ? given : undefined;
      },
      ask(given) {
        const { weights, truth } = given;
        const { values, total, ratio } = softmax(given);
        const [rate, letter, gradient] = [rational(given.rate), nameOf(truth), gradientOf(given)];
        const q = values.map(value => value.over(total));
        const own = ONE.over(ratio);
        const gap = ONE.minus(own);
        const target = weights.map((_, i) => Number(i === truth));
        const ofLog = vector(target.map(y => rational(-y).times(ratio)));
        return {
          statement: say`${aboutLogits(given)} Find the gradient ${math`g`} of the cross-entropy loss (natural log) with respect to the logits ${math`z`}, and the change of the logit of ${letter} in one step ${math`z - \eta g`} with ${math`\eta = ${decimal(rate)}`}. Give exact values. ${logitTable(given)}`,
          answers: [
            answer.vector({
              label: say`${math`g =`}`,
              key: gradient,
              mistakes: [
                mistake(gradient.negated())`The sign is turned. The gradient is what softmax gives, less the target.`,
                mistake(vector(q))`Those are the probabilities. Take away the target, which is 1 at ${letter}.`,
                mistake(ofLog)`That is the gradient in the probabilities. Through softmax every logit counts.`,
                mistake(
                  vector(values.map((value, i) => value.minus(at(target, i)))),
                )`Divide the exponentials by their sum first.`,
              ],
            }),
            answer.number({
              label: say`Change:`,
              key: rate.times(gap),
              mistakes: [
                mistake(rate.times(gap).negated())`The sign is turned. The step goes against the gradient.`,
                mistake(gap)`You left out the factor ${math`\eta = ${decimal(rate)}`}.`,
                mistake(rate.times(own))`You took the probability of ${letter}. The gradient there is this probability less 1.`,
              ],
            }),
          ],
          hints: [
            say`With softmax the gradient in the logits is simple: ${math`g = q - y`}, with the probabilities ${math`q`} and the target ${math`y`}.`,
            say`Find ${math`q`} by softmax and take 1 away at ${letter}. The step changes a logit by ${math`-\eta g_i`}.`,
            say`The exponentials are ${list(values)}, with the sum ${total}.`,
          ],
          solution: [
            say`The exponentials ${list(values)} have the sum ${total}, so ${math`q = ${row(q)}`}.`,
            say`Less 1 at ${letter}: ${math`g = ${row(gradient.entries)}`}.`,
            say`The logit of ${letter} changes by ${math`-${decimal(rate)} \cdot (${at(gradient.entries, truth)}) = ${rate.times(gap)}`}.`,
          ],
        };
      },
      // Difference quotients of the loss in each logit.
      verify({ weights, truth, rate }, [gradient, change]) {
        const z = weights.map(weight => Math.log(Number(weight)));
        const slopes = z.map((logit, i) => numericSlope(moved => lossAt(z.with(i, moved), truth), logit));
        const isGradient =
          gradient.entries.length === z.length && slopes.every((slope, i) => isNear(gradient.at(i).toNumber(), slope));
        return isGradient && isNear(change.toNumber(), -rational(rate).toNumber() * at(slopes, truth));
      },
    }),
  ],
});

const EXACTLY = 'exactly, in nats (natural log).';
const LOSS = say`${math`\ell =`}`;
const KIND_TOTALS = [4, 5, 6, 8, 9, 10, 12, 15, 16, 20];

function nameOf(i: number): string {
  return at(['A', 'B', 'C', 'D'], i);
}

/** As a logarithm of a number above 1; 0 for 1. */
function lnOf(value: Rational): Expression | Rational {
  if (value.equals(1)) return rational(0);
  return value.compare(1) < 0 ? negate(call('ln', ONE.over(value))) : call('ln', value);
}

function lossOf(probability: Rational): Expression {
  return call('ln', ONE.over(probability));
}

function times(factor: Rational, log: Expression): Expression {
  return factor.equals(1) ? log : multiply(factor, log);
}

function ofLabel(label: number, ofOne: Rational): Rational {
  return label === 1 ? ofOne : ONE.minus(ofOne);
}

function classTable(name: Formula, values: readonly Formula[]): Formula {
  return table([word(''), ...values.map((_, i) => word(nameOf(i)))], [[name, ...values]]);
}

function aboutLabels(scene: number) {
  const { says, one } = at(BINARY, scene);
  return say`${says} and returns the probability ${math`\hat{p}`} of the label 1, which stands for ${one}.`;
}

function labelTable(rows: readonly (readonly [number, Formula])[]): Formula {
  const body = rows.map(([label, shown], i) => [rational(i + 1), rational(label), shown]);
  return table([word('example'), word('label'), math`\hat{p}`], body);
}

function lossLine(label: number, p: Rational, i: number) {
  const own = ofLabel(label, p);
  const shown = label === 1 ? math`-\ln ${decimal(p)}` : math`-\ln(1 - ${decimal(p)}) = -\ln ${decimal(own)}`;
  return say`The label is ${label}, so ${math`\ell_{${i + 1}} = ${shown} = ${lossOf(own)}`}.`;
}

function drawBatch(rng: Rng): Batch | undefined {
  const base = rng.pick([2, 2, 3, 5, 10]);
  const examples = Array.from({ length: rng.int(3, 4) }, () => ({ label: rng.int(0, 1), k: rng.int(1, base === 2 ? 4 : 2) }));
  const [zeros, ones] = [examples.filter(({ label }) => label === 0), examples.filter(({ label }) => label === 1)];
  // Some example shows another probability than that of its label, and the losses are not all the same.
  const isClear = zeros.some(({ k }) => base ** k !== 2) && ones.length > 0 && new Set(examples.map(({ k }) => k)).size > 1;
  return isClear ? { base, examples, scene: rng.index(BINARY) } : undefined;
}

function batch({ base, examples }: Batch) {
  const steps = examples.map(({ k }) => k);
  const own = steps.map(k => rational(1, base ** k));
  return {
    n: examples.length,
    steps,
    own,
    p: examples.map(({ label }, i) => ofLabel(label, at(own, i))),
    log: call('ln', base),
    coefficient: sum(steps).over(examples.length),
  };
}

function aboutLogits({ truth, scene }: Logits) {
  const { says, shows } = at(LOGITS, scene);
  return say`${says} ${shows} ${nameOf(truth)}.`;
}

function logitTable({ weights }: Logits): Formula {
  const logits = weights.map(weight => formula(lnOf(rational(weight))));
  return classTable(math`z`, logits);
}

/** What e to the logits is, and the sum of it over the true one: one over its probability. */
function softmax({ weights, truth }: Omit<Logits, 'scene'>) {
  const values = weights.map(weight => rational(weight));
  const [total, own] = [sum(values), at(values, truth)];
  const most = values.reduce((top, value) => (value.compare(top) > 0 ? value : top));
  return { values, total, own, ratio: total.over(own), most };
}

function gradientOf({ weights, truth }: Logits): Vector {
  const { values, total } = softmax({ weights, truth });
  return vector(values.map((value, i) => value.over(total).minus(i === truth ? 1 : 0)));
}

function lossAt(z: readonly number[], truth: number): number {
  const exponentials = z.map(Math.exp);
  return -Math.log(at(exponentials, truth) / exponentials.reduce((all, value) => all + value, 0));
}
