// Data loss plus a penalty on the weights: what it adds, which model it prefers, from which λ on, and what it does to the gradient.
import {
  answer,
  areDifferent,
  at,
  bracketed,
  combination,
  decimal,
  type Formula,
  generator,
  level,
  math,
  mistake,
  normOf,
  type Rational,
  type Rng,
  rational,
  row,
  say,
  signedSum,
  sum,
  type Text,
  type Vector,
  vector,
  word,
} from '#kit';

/** Sizes added, or squares added. */
const PENALTIES = ['L1', 'L2'] as const;
type Penalty = (typeof PENALTIES)[number];
type Model = { loss: string; w: number[] };
type Pair = { models: Model[]; lambda: string };

const L1_NORM = normOf('w', 1);
const L2_SQUARED = math`${normOf('w', 2)}^2`;
const MEANING = say`${L1_NORM} is the sum of the sizes of the weights, ${L2_SQUARED} the sum of their squares.`;
const WEIGHTS = [
  say`Before it is penalised, a model of rents`,
  say`A network whose weights should stay small`,
  say`A text classifier whose weights should be sparse`,
  say`A model of genes with far too few patients`,
];
const TOTALS: readonly { penalty: Penalty; says: Text }[] = [
  { penalty: 'L1', says: say`A lasso predicts rents.` },
  { penalty: 'L2', says: say`A ridge regression predicts energy use.` },
  { penalty: 'L1', says: say`A sparse classifier finds spam.` },
  { penalty: 'L2', says: say`A neuron is trained with an L2 penalty.` },
];
const RIVALS = [
  say`Two models A and B predict the price of a house.`,
  say`Two spam filters A and B are compared.`,
  say`Two runs of a training end with the models A and B.`,
  say`Two models A and B forecast the demand for bread.`,
];
const TRAINED = ['A model of rents', 'A neuron', 'A spam filter', 'A model of energy use'];
const LETTERS = ['A', 'B'] as const;
const WINNERS = [
  { id: 'AA', text: say`A with both penalties` },
  { id: 'BB', text: say`B with both penalties` },
  { id: 'AB', text: say`A with ${L1_NORM}, B with ${L2_SQUARED}` },
  { id: 'BA', text: say`B with ${L1_NORM}, A with ${L2_SQUARED}` },
];

export default generator({
  id: 'optimization/penalised-loss',
  version: 1,
  title: 'Loss plus penalty',
  bullet: 'Regularization',
  why: 'Regularisation puts a price on large weights, so a model that fits a little worse with small weights can win.',
  needs: ['linear-algebra/vector-norms'],
  levels: [
    level({
      says: 'the two penalties of a list of weights',
      par: 30,
      pick(rng) {
        const w = rng.ints(4, -5, 5);
        const { L1, L2, signedSizes, signedSquares } = sizesOf(w);
        if (w.filter(x => x !== 0).length < 3 || !areDifferent(L1, L2, signedSizes, signedSquares)) return undefined;
        return { w, scene: rng.index(WEIGHTS) };
      },
      ask({ w, scene }) {
        const { L1, L2, signedSizes, signedSquares, squaredSum } = sizesOf(w);
        return {
          statement: say`${at(WEIGHTS, scene)} has the weights ${math`w = ${row(w)}`}. Find the two penalties that may be put on them: ${sizeOf('L1')}, which the lasso adds, and ${sizeOf('L2')}, which ridge regression adds.`,
          answers: [
            answer.number({
              label: say`${math`${sizeOf('L1')} =`}`,
              key: L1,
              mistakes: [
                mistake(signedSizes)`You added the weights with their signs. Add their sizes.`,
                mistake(L2)`You added squares. Here the sizes themselves are added.`,
              ],
            }),
            answer.number({
              label: say`${math`${sizeOf('L2')} =`}`,
              key: L2,
              mistakes: [
                mistake(signedSquares)`You kept minus signs on the squares. No square is negative.`,
                mistake(squaredSum)`You squared the sum. Square each weight, then add.`,
                mistake(L1)`You added sizes. Here their squares are added.`,
                mistake(L1.power(2))`You squared the sum of the sizes. Square each weight, then add.`,
              ],
            }),
          ],
          hints: [
            MEANING,
            say`Drop the minus signs and add. Then square each weight and add.`,
            say`The sizes together are ${workedOut('L1', w)}.`,
          ],
          solution: [say`Sizes: ${math`${workedOut('L1', w)} = ${L1}`}.`, say`Squares: ${math`${workedOut('L2', w)} = ${L2}`}.`],
        };
      },
      // Sizes as maxima, squares as sums of odd numbers.
      verify: ({ w }, [one, two]) => one.equals(sizeAgain('L1', w)) && two.equals(sizeAgain('L2', w)),
    }),

    level({
      says: 'the total loss, without a price on the bias',
      par: 35,
      pick(rng) {
        const lambda = rng.pick(['0.1', '0.2', '0.5', '0.01']);
        const given = { w: ints(rng, 3, 4), b: rng.nonzero(-6, 6), loss: tenths(rng), lambda, scene: rng.index(TOTALS) };
        const { penalty } = at(TOTALS, given.scene);
        const { L1, L2, signedSizes, squaredSum } = sizesOf(given.w);
        return areDifferent(L1, L2, penalty === 'L1' ? signedSizes : squaredSum) ? given : undefined;
      },
      ask({ w, b, loss, lambda, scene }) {
        const { penalty, says } = at(TOTALS, scene);
        const [data, price] = [rational(loss), rational(lambda)];
        const { L1, L2, signedSizes, squaredSum } = sizesOf(w);
        const [size, other, careless] = penalty === 'L1' ? [L1, L2, signedSizes] : [L2, L1, squaredSum];
        const total = (amount: Rational) => data.plus(price.times(amount));
        const scaled = data.plus(size).times(price);
        return {
          statement: say`${says} Its total loss is ${math`J = L + \lambda ${sizeOf(penalty)}`} with ${math`\lambda = ${decimal(price)}`}. The data loss is ${math`L = ${decimal(data)}`}, the weights are ${math`w = ${row(w)}`}, and the bias, which is not penalised, is ${math`b = ${b}`}. Find ${math`J`}.`,
          answers: [
            answer.number({
              label: say`${math`J =`}`,
              key: total(size),
              decimal: true,
              mistakes: [
                mistake(total(sizesOf([...w, b])[penalty]))`You penalised the bias too. Only the weights count.`,
                mistake(total(other))`That is the other penalty. Look whether sizes or squares are added.`,
                mistake(total(careless))`You added the weights with their signs first. Signs must not cancel.`,
                mistake(data.plus(size))`You left out ${math`\lambda`}. Multiply the penalty by it.`,
                mistake(scaled)`You multiplied the data loss by ${math`\lambda`} too. Only the penalty has it.`,
                mistake(price.times(size))`That is the penalty alone. Add the data loss.`,
              ],
            }),
          ],
          hints: [
            MEANING,
            say`Find ${sizeOf(penalty)} from the three weights alone. Multiply it by ${math`\lambda`}, then add the data loss.`,
            say`For these weights ${math`${sizeOf(penalty)} = ${workedOut(penalty, w)}`}.`,
          ],
          solution: [
            say`Penalty: ${math`${sizeOf(penalty)} = ${workedOut(penalty, w)} = ${size}`}.`,
            say`Total: ${math`J = ${totalOf(data, price, size)} = ${decimal(total(size))}`}.`,
          ],
        };
      },
      // Undo it: without the data loss and the price, the sizes are left.
      verify({ w, loss, lambda, scene }, [key]) {
        const size = sizeAgain(at(TOTALS, scene).penalty, w);
        return key.minus(loss).over(lambda).equals(size);
      },
    }),

    level({
      says: 'two models: who wins under which penalty',
      par: 70,
      pick(rng) {
        const [few, many] = [rng.shuffle([rng.sign() * rng.int(3, 5), rng.int(-1, 1), 0]), ints(rng, 3, 3)];
        const [tenth, loss] = [rng.int(1, 2), rng.int(20, 35)];
        // Losses around the two ties, in tenths: between them the winner depends on the penalty.
        const ties = PENALTIES.map(p => sizesOf(few)[p].minus(sizesOf(many)[p]).times(tenth).toNumber());
        const other = loss + rng.int(Math.min(...ties) - 4, Math.max(...ties) + 4);
        const models = rng.shuffle([
          { loss: `${rational(loss, 10)}`, w: few },
          { loss: `${rational(other, 10)}`, w: many },
        ]);
        const given = { models, lambda: `0.${tenth}` };
        const four = PENALTIES.map(p => totals(given, p)).flatMap(({ least, most }) => [least, most]);
        return areDifferent(...four) ? { ...given, scene: rng.index(RIVALS) } : undefined;
      },
      ask({ models, lambda, scene }) {
        const price = rational(lambda);
        const [L1, L2] = [totals({ models, lambda }, 'L1'), totals({ models, lambda }, 'L2')];
        const smaller = (penalty: Penalty, { least, most, bare }: typeof L1, other: typeof L1) =>
          answer.number({
            label: say`Smaller ${math`J`} with ${sizeOf(penalty)}:`,
            key: least,
            decimal: true,
            mistakes: [
              mistake(most)`That is the larger of the two totals.`,
              mistake(other.least)`That total has the other penalty. Look whether sizes or squares are added.`,
              mistake(bare)`You left out ${math`\lambda`}. Multiply the penalty by it.`,
            ],
          });
        return {
          statement: say`${at(RIVALS, scene)} ${described(models)} The total loss is ${math`J = L + \lambda \cdot ${word('penalty')}`} with ${math`\lambda = ${decimal(price)}`}. The penalty is ${sizeOf('L1')} or ${sizeOf('L2')}. Find the smaller ${math`J`} with each of the two penalties, and who has it.`,
          answers: [
            smaller('L1', L1, L2),
            smaller('L2', L2, L1),
            answer.choice({
              label: say`The smaller total has`,
              key: `${L1.winner}${L2.winner}`,
              options: WINNERS,
              mistakes: WINNERS.map(({ id }) => mistake(id)`Find both totals for each penalty, four in all, then compare.`),
            }),
          ],
          hints: [
            say`${MEANING} Squares punish one large weight harder than several small ones.`,
            say`Find both sums for both models. Multiply by ${math`\lambda`}, add the data loss, and compare, first for one penalty, then for the other.`,
            say`For A, ${math`${sizeOf('L1')} = ${sizesOf(at(models, 0).w).L1}`} and ${math`${sizeOf('L2')} = ${sizesOf(at(models, 0).w).L2}`}.`,
          ],
          solution: [
            ...PENALTIES.flatMap(penalty =>
              models.map((model, i) => {
                const [data, parts] = [rational(model.loss), model.w.map(x => (penalty === 'L1' ? Math.abs(x) : x * x))];
                const total = data.plus(price.times(sum(parts)));
                return say`With ${sizeOf(penalty)}, ${at(LETTERS, i)} has ${math`${decimal(data)} + ${decimal(price)} \cdot (${signedSum(parts)}) = ${decimal(total)}`}.`;
              }),
            ),
            say`The smaller total with ${sizeOf('L1')} is ${decimal(L1.least)}, that of ${L1.winner}. With ${sizeOf('L2')} it is ${decimal(L2.least)}, that of ${L2.winner}.`,
          ],
        };
      },
      // No total is below the key, and the named model reaches it, with the sizes summed another way.
      verify({ models, lambda }, [one, two, winners]) {
        const reaches = (penalty: Penalty, key: Rational, winner: string) =>
          models.every(({ loss, w }, i) => {
            const order = rational(loss).plus(sizeAgain(penalty, w).times(lambda)).compare(key);
            return at(LETTERS, i) === winner ? order === 0 : order > 0;
          });
        return reaches('L1', one, winners.slice(0, 1)) && reaches('L2', two, winners.slice(1));
      },
    }),

    level({
      says: 'the λ at which two models tie',
      par: 60,
      pick(rng) {
        const penalty = rng.pick([...PENALTIES, 'L2'] as const);
        const [large, small, low] = [ints(rng, 2, 6), ints(rng, 2, 4), rng.int(1, 6)];
        if (sizesOf(large)[penalty].compare(sizesOf(small)[penalty]) <= 0) return undefined;
        const models = rng.shuffle([
          { loss: `${low}`, w: large },
          { loss: `${low + rng.int(1, 8)}`, w: small },
        ]);
        const { key, upsideDown, negative, byOther } = tieOf(models, penalty);
        const isClear = key.denominator <= 12n && areDifferent(key, upsideDown, negative, ...byOther);
        return isClear ? { models, penalty, scene: rng.index(RIVALS) } : undefined;
      },
      ask({ models, penalty, scene }) {
        const { key, upsideDown, negative, byOther, bySum, winner, loser } = tieOf(models, penalty);
        const worked = (i: number) => {
          const { w } = at(models, i);
          return say`${at(LETTERS, i)}: ${math`${sizeOf(penalty)} = ${workedOut(penalty, w)} = ${sizesOf(w)[penalty]}`}.`;
        };
        const gap = sizesOf(at(models, 0).w)
          [penalty].minus(sizesOf(at(models, 1).w)[penalty])
          .abs();
        const side = (i: number) => math`${at(models, i).loss} + ${sizesOf(at(models, i).w)[penalty]} \lambda`;
        return {
          statement: say`${at(RIVALS, scene)} ${described(models)} The total loss is ${math`J = L + \lambda ${sizeOf(penalty)}`}. At which ${math`\lambda`} do they tie, and who wins, with the smaller ${math`J`}, for larger ${math`\lambda`}?`,
          answers: [
            answer.number({
              label: say`${math`\lambda =`}`,
              key,
              mistakes: [
                mistake(upsideDown)`Upside down: the gap between the losses is divided by the gap between the penalties.`,
                mistake(negative)`Mind the sign. The model with the larger loss has the smaller penalty.`,
                ...byOther.map(wrong => mistake(wrong)`That is the other penalty. Look whether sizes or squares are added.`),
                ...bySum.map(wrong => mistake(wrong)`You added the weights with their signs first. Signs must not cancel.`),
              ],
            }),
            answer.choice({
              label: say`Winner for larger ${math`\lambda`}:`,
              key: winner,
              options: LETTERS.map(id => ({ id, text: say`${id}` })),
              mistakes: [
                mistake(loser)`That one wins for small ${math`\lambda`}. For large ${math`\lambda`} the penalty decides.`,
              ],
            }),
          ],
          hints: [
            say`Each total is a straight line in ${math`\lambda`}. It starts at the data loss and climbs by ${sizeOf(penalty)}.`,
            say`Find ${sizeOf(penalty)} for both, set the two totals equal, and solve for ${math`\lambda`}. The flatter line wins beyond that.`,
            say`For A, ${math`${sizeOf(penalty)} = ${workedOut(penalty, at(models, 0).w)}`}.`,
          ],
          solution: [
            worked(0),
            worked(1),
            say`Tie: ${math`${side(0)} = ${side(1)}`}, so ${math`${combination([gap], ['\\lambda'])} = ${gap.times(key)}`} and ${math`\lambda = ${key}`}.`,
            say`Beyond it the smaller penalty wins: ${winner}.`,
          ],
        };
      },
      // Both totals agree at the key; before it the loser is ahead, after it the winner.
      verify({ models, penalty }, [key, winner]) {
        const lead = (lambda: Rational) => {
          const [a, b] = models.map(({ loss, w }) => sizeAgain(penalty, w).times(lambda).plus(loss));
          return a && b ? b.compare(a) * (winner === 'A' ? 1 : -1) : 0;
        };
        return key.sign() > 0 && lead(key) === 0 && lead(key.over(2)) < 0 && lead(key.times(2)) > 0;
      },
    }),

    level({
      says: 'the gradient of the total loss',
      par: 60,
      pick(rng) {
        const [w, b] = [[rng.nonzero(-6, 6), rng.nonzero(-6, 6)], rng.nonzero(-6, 6)];
        const lambda = rng.pick(['0.1', '0.2', '0.5', '0.05']);
        const data = Array.from({ length: 3 }, () => `${rational(rng.nonzero(-30, 30), 10)}`);
        const { L1, L2, halved, unsigned } = gradients({ w, b, lambda, data });
        const isClear = !L1.key.equals(L2.key) && !L1.key.equals(halved) && !L1.key.equals(unsigned);
        return isClear ? { w, b, lambda, data, scene: rng.index(TRAINED) } : undefined;
      },
      ask({ scene, ...given }) {
        const { w, b, data } = given;
        const price = rational(given.lambda);
        const { L1, L2, halved, unsigned } = gradients(given);
        const shared = ({ key, biased, minus }: typeof L1) => [
          mistake(biased)`You penalised the bias too. Its slope stays as it is.`,
          mistake(minus)`You subtracted the slopes of the penalty. They are added; the minus comes with the step.`,
          mistake(key.minus(vector(data)))`Those are the slopes of the penalty alone. Add the gradient of the data loss.`,
        ];
        return {
          statement: say`${at(TRAINED, scene)} is trained. At the weights ${math`w = ${row(w)}`} and the bias ${math`b = ${b}`} the gradient of the data loss ${math`L`} with respect to ${math`(w_1, w_2, b)`} is ${math`${decimalRow(vector(data))}`}. With ${math`\lambda = ${decimal(price)}`}, find the gradient of ${math`L + \lambda ${sizeOf('L2')}`} and that of ${math`L + \lambda ${sizeOf('L1')}`}. The bias is not penalised.`,
          answers: [
            answer.vector({
              label: say`With ${sizeOf('L2')}:`,
              key: L2.key,
              decimal: true,
              mistakes: [mistake(halved)`A factor 2 is missing: ${math`w_1^2`} has the slope ${math`2 w_1`}.`, ...shared(L2)],
            }),
            answer.vector({
              label: say`With ${sizeOf('L1')}:`,
              key: L1.key,
              decimal: true,
              mistakes: [
                mistake(unsigned)`You added ${math`\lambda`} to both. For a negative weight it is ${math`-\lambda`}.`,
                mistake(halved)`The slope of ${math`\lvert w_1 \rvert`} is the sign of ${math`w_1`}, not ${math`w_1`} itself.`,
                ...shared(L1),
              ],
            }),
          ],
          hints: [
            say`The gradient of a sum is the sum of the gradients. The slope of ${math`w_1^2`} is ${math`2 w_1`}, the slope of ${math`\lvert w_1 \rvert`} is the sign of ${math`w_1`}.`,
            say`To the slope in each weight add ${math`2 \lambda`} times the weight, or ${math`\lambda`} times its sign. Leave the last entry alone.`,
            say`With ${sizeOf('L2')}, the first entry gets ${math`2 \lambda w_1 = 2 \cdot ${decimal(price)} \cdot ${bracketed(at(w, 0))}`} more.`,
          ],
          solution: [
            say`Squares: ${math`2 \lambda w = ${decimal(price.times(2))} \cdot ${row(w)} = ${decimalRow(vector(w).times(price.times(2)))}`}.`,
            say`With ${sizeOf('L2')}: ${added(data, 0, L2.pull)}, then ${added(data, 1, L2.pull)}, and the bias as before: ${math`${decimalRow(L2.key)}`}.`,
            say`Sizes: the signs of the weights are ${math`${row(w.map(Math.sign))}`}, times ${math`\lambda`}: ${math`${decimalRow(vector(w.map(Math.sign)).times(price))}`}.`,
            say`With ${sizeOf('L1')}: ${added(data, 0, L1.pull)}, then ${added(data, 1, L1.pull)}, and the bias as before: ${math`${decimalRow(L1.key)}`}.`,
          ],
        };
      },
      // Symmetric differences of the penalty, exact for squares, and for sizes on one side of 0.
      verify({ w, lambda, data }, [two, one]) {
        const shifted = (i: number, by: number) => w.map((x, j) => 2 * x + (j === i ? by : 0));
        const rise = (penalty: Penalty, i: number) =>
          sizeAgain(penalty, shifted(i, 1))
            .minus(sizeAgain(penalty, shifted(i, -1)))
            .times(lambda);
        const isRight = (penalty: Penalty, [first, second, third]: readonly Rational[], scale: number) => {
          const pulls = [first, second].map((entry, i) => entry?.minus(at(data, i)).times(scale));
          return pulls.every((pull, i) => pull?.equals(rise(penalty, i))) && third?.equals(at(data, 2)) === true;
        };
        return two.length === 3 && one.length === 3 && isRight('L2', two.entries, 4) && isRight('L1', one.entries, 2);
      },
    }),
  ],
});

function sizeOf(penalty: Penalty): Formula {
  return penalty === 'L1' ? L1_NORM : L2_SQUARED;
}

/** `3^2 + (-4)^2` or `3 + 4`. */
function workedOut(penalty: Penalty, w: readonly number[]): Formula {
  if (penalty === 'L1') return signedSum(w.map(Math.abs));
  return w.map(x => math`${bracketed(x)}^2`).reduce((all, square) => math`${all} + ${square}`);
}

function totalOf(data: Rational, price: Rational, size: Rational): Formula {
  return math`${decimal(data)} + ${decimal(price)} \cdot ${size}`;
}

function described(models: readonly Model[]): Text {
  const [a, b] = [at(models, 0), at(models, 1)];
  const facts = ({ loss, w }: Model) =>
    say`the data loss ${math`L = ${decimal(rational(loss))}`} and the weights ${math`w = ${row(w)}`}`;
  return say`A has ${facts(a)}, B has ${facts(b)}.`;
}

function decimalRow(v: Vector): Formula {
  return row(v.entries.map(x => decimal(x)));
}

/** `0.5 - 1.2 = -0.7`: a slope of the data loss and the pull of the penalty. */
function added(data: readonly string[], i: number, pull: Vector): Formula {
  const slope = rational(at(data, i));
  return math`${signedSum([slope, pull.at(i)], decimal)} = ${decimal(slope.plus(pull.at(i)))}`;
}

function ints(rng: Rng, count: number, largest: number): number[] {
  return Array.from({ length: count }, () => rng.nonzero(-largest, largest));
}

function tenths(rng: Rng): string {
  return `${rational(rng.int(5, 40), 10)}`;
}

/** Both penalties, and what they become when signs are kept or squares come too late. */
function sizesOf(w: readonly number[]) {
  const signedSizes = sum(w);
  return {
    L1: sum(w.map(Math.abs)),
    L2: sum(w.map(x => x * x)),
    signedSizes,
    signedSquares: sum(w.map(x => x * Math.abs(x))),
    squaredSum: signedSizes.power(2),
  };
}

/** Each size as the larger of a weight and its opposite; each square as a sum of odd numbers. */
function sizeAgain(penalty: Penalty, w: readonly number[]): Rational {
  if (penalty === 'L1') return sum(w.map(x => Math.max(x, -x)));
  return sum(w.flatMap(x => Array.from({ length: Math.max(x, -x) }, (_, i) => 2 * i + 1)));
}

function totals({ models, lambda }: Pair, penalty: Penalty) {
  const sums = ({ loss, w }: Model) => {
    const size = sizesOf(w)[penalty];
    return { total: size.times(lambda).plus(loss), bare: size.plus(loss) };
  };
  const [a, b] = [sums(at(models, 0)), sums(at(models, 1))];
  const isFirst = a.total.compare(b.total) < 0;
  return {
    least: isFirst ? a.total : b.total,
    most: isFirst ? b.total : a.total,
    bare: a.bare.compare(b.bare) < 0 ? a.bare : b.bare,
    winner: isFirst ? 'A' : 'B',
  };
}

/** Where two models tie, and where they seem to when the penalties are misread. */
function tieOf(models: readonly Model[], penalty: Penalty) {
  const [a, b] = [at(models, 0), at(models, 1)];
  const rise = rational(b.loss).minus(a.loss);
  const tie = (sizeA: Rational, sizeB: Rational) => (sizeA.equals(sizeB) ? [] : [rise.over(sizeA.minus(sizeB))]);
  const [ofA, ofB] = [sizesOf(a.w), sizesOf(b.w)];
  const key = rise.over(ofA[penalty].minus(ofB[penalty]));
  const [other, careless] = penalty === 'L1' ? (['L2', 'signedSizes'] as const) : (['L1', 'squaredSum'] as const);
  return {
    key,
    upsideDown: key.power(-1),
    negative: key.negated(),
    byOther: tie(ofA[other], ofB[other]),
    bySum: tie(ofA[careless], ofB[careless]),
    ...(rise.sign() < 0 ? { winner: 'A', loser: 'B' } : { winner: 'B', loser: 'A' }),
  };
}

/** The gradients in both weights and the bias, with each penalty. */
function gradients({ w, b, lambda, data }: { w: readonly number[]; b: number; lambda: string; data: readonly string[] }) {
  const start = vector(data);
  const pulled = (slope: (x: number) => number) => {
    const pull = vector([...w.map(slope), 0]).times(lambda);
    const key = start.plus(pull);
    return { pull, key, biased: start.plus(vector([...w, b].map(slope)).times(lambda)), minus: start.minus(pull) };
  };
  return { L1: pulled(Math.sign), L2: pulled(x => 2 * x), halved: pulled(x => x).key, unsigned: pulled(() => 1).key };
}
