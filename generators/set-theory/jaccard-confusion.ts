// How well two sets agree: the Jaccard index, the four cells of a confusion matrix, precision and recall, boxes, and F1 over two classes.
import {
  answer,
  areDifferent,
  at,
  display,
  figure,
  finiteSet,
  generator,
  level,
  list,
  math,
  mistake,
  ONE,
  type Rational,
  type Rng,
  rational,
  say,
  table,
  tex,
  word,
} from '#kit';

const TWO_SETS = [
  say`One user likes the films in ${math`A`}, another one those in ${math`B`}.`,
  say`One text holds the words in ${math`A`}, another one those in ${math`B`}.`,
  say`Two runs of a feature selection keep the features in ${math`A`} and in ${math`B`}.`,
  say`Two molecules have the substructures in ${math`A`} and in ${math`B`}.`,
  say`Two search engines return the pages in ${math`A`} and in ${math`B`}.`,
];
const MARKED = [
  { things: 'photos', truth: 'show a cat', acts: 'A detector marks' },
  { things: 'messages', truth: 'are spam', acts: 'A filter flags' },
  { things: 'payments', truth: 'are fraudulent', acts: 'A model reports' },
  { things: 'accounts', truth: 'are bots', acts: 'A classifier picks' },
  { things: 'pages', truth: 'answer a question', acts: 'A search engine returns' },
  { things: 'patients', truth: 'are ill', acts: 'A test is positive for' },
];
const BOXES = ['a car', 'a face', 'a tumour', 'a line of text', 'a ship'];
const TAGGED = [
  { says: 'A model tags articles with topics.', tags: ['sport', 'music'] },
  { says: 'A detector looks for animals in photos.', tags: ['cat', 'dog'] },
  { says: 'A tagger looks for names in texts.', tags: ['person', 'place'] },
  { says: 'A forecast warns of bad weather.', tags: ['fog', 'storm'] },
  { says: 'A model sorts messages to a help desk.', tags: ['bug', 'wish'] },
];

export default generator({
  id: 'set-theory/jaccard-confusion',
  version: 1,
  title: 'Overlap measures: precision, recall, F1, Jaccard',
  bullet: 'Sets, Classification and Partitions',
  why: 'Classifiers, search engines and image masks are all judged by how well a predicted set agrees with the true one.',
  needs: ['set-theory/set-operations', 'set-theory/inclusion-exclusion'],
  levels: [
    level({
      says: 'the Jaccard index of two sets',
      par: 25,
      pick(rng) {
        const [a, b] = [drawSet(rng, 10), drawSet(rng, 10)];
        const { tp, both, first, second } = compare(a, b);
        const isKind = tp > 0 && tp < first && tp < second && both - tp !== tp;
        return isKind ? { a, b, scene: rng.index(TWO_SETS) } : undefined;
      },
      ask({ a, b, scene }) {
        const [A, B] = [finiteSet(a), finiteSet(b)];
        const { tp, both, first, second } = compare(a, b);
        return {
          statement: say`${at(TWO_SETS, scene)} ${display(math`A = ${A}`)} ${display(math`B = ${B}`)} Find the exact Jaccard index of the two sets.`,
          answers: [
            answer.number({
              label: say`Jaccard index:`,
              key: rational(tp, both),
              mistakes: [
                mistake(rational(tp, first + second))`You added the two sizes. In the union, common elements count once.`,
                mistake(
                  rational(2 * tp, first + second),
                )`That is the Dice coefficient. The Jaccard index divides the overlap by the union.`,
                mistake(rational(both - tp, both))`That is the part in just one of the sets, the Jaccard distance.`,
                mistake(rational(tp, first))`You divided by the size of ${math`A`}. Divide by the size of the union.`,
                mistake(rational(tp, second))`You divided by the size of ${math`B`}. Divide by the size of the union.`,
                mistake(tp)`That is the size of the intersection. Divide it by the size of the union.`,
              ],
            }),
          ],
          hints: [
            say`The Jaccard index is the part of the union that is shared: ${math`J = \frac{\lvert A \cap B \rvert}{\lvert A \cup B \rvert}`}.`,
            say`Count what the sets share, and what is in at least one of them. Divide the first number by the second.`,
            say`The sets share ${A.intersection(B)}.`,
          ],
          solution: [
            say`${math`A \cap B = ${A.intersection(B)}`} has ${counted(tp)}.`,
            say`${math`A \cup B`} has ${math`${first} + ${second} - ${tp} = ${both}`} elements.`,
            say`So ${math`J = ${tp} / ${both}${reduced(tp, both)}`}.`,
          ],
        };
      },
      // Looks at the elements 1 to 10 one at a time.
      verify({ a, b }, [key]) {
        const { TP, FP, FN } = cells(a, b, 10);
        return key.times(TP + FP + FN).equals(TP);
      },
    }),

    level({
      says: 'the four cells of a confusion matrix',
      par: 45,
      pick(rng) {
        const size = rng.int(10, 14);
        const [a, b] = [drawSet(rng, size), drawSet(rng, size)];
        const { tp, first, second, both } = compare(a, b);
        const isKind = tp > 0 && first > tp && second > tp && both < size && first !== second;
        return isKind ? { size, a, b, scene: rng.index(MARKED) } : undefined;
      },
      ask({ size, a, b, scene }) {
        const [A, B] = [finiteSet(a), finiteSet(b)];
        const { tp, both, first, second } = compare(a, b);
        const [fp, fn, tn] = [second - tp, first - tp, size - both];
        return {
          statement: say`${described(scene, size)} ${display(math`A = ${A}`)} ${display(math`B = ${B}`)} Count the true positives, false positives, false negatives and true negatives.`,
          answers: [
            answer.number({
              label: say`TP:`,
              key: tp,
              mistakes: [
                mistake(second)`Those are all predicted ones. Count those that are in ${math`A`} too.`,
                mistake(first)`That is the size of ${math`A`}. Count those that are in ${math`B`} too.`,
                mistake(both)`That is the size of the union. A true positive is in both sets.`,
              ],
            }),
            answer.number({
              label: say`FP:`,
              key: fp,
              mistakes: [
                mistake(fn)`Those are in ${math`A`} only: false negatives. A false positive is in ${math`B`} only.`,
                mistake(second)`Those are all predicted ones. Take away those that are right.`,
                mistake(fp + fn)`Those are all errors. Count those in ${math`B`} only.`,
              ],
            }),
            answer.number({
              label: say`FN:`,
              key: fn,
              mistakes: [
                mistake(fp)`Those are in ${math`B`} only: false positives. A false negative is in ${math`A`} only.`,
                mistake(first)`That is the size of ${math`A`}. Take away those that were found.`,
                mistake(size - second)`Those are all that were not predicted. Count those in ${math`A`} among them.`,
              ],
            }),
            answer.number({
              label: say`TN:`,
              key: tn,
              mistakes: [
                mistake(size - second)`Some of these are in ${math`A`}, so they were missed. Count what is in neither set.`,
                mistake(size - first)`Some of these are in ${math`B`}, so they are false alarms. Count what is in neither set.`,
                mistake(size - first - second)`You took the common ones away twice. Take the union away.`,
              ],
            }),
          ],
          hints: [
            say`Positive means predicted (in ${math`B`}), true means that the prediction is right. A false negative was not predicted, but should have been.`,
            say`True positives are in both sets, false positives in ${math`B`} only, false negatives in ${math`A`} only, true negatives in neither.`,
            say`Both sets hold ${A.intersection(B)}.`,
          ],
          solution: [
            say`Both sets hold ${A.intersection(B)}: ${math`\text{TP} = ${tp}`}.`,
            say`Only ${math`B`} holds ${B.difference(A)}: ${math`\text{FP} = ${fp}`}.`,
            say`Only ${math`A`} holds ${A.difference(B)}: ${math`\text{FN} = ${fn}`}.`,
            say`The rest: ${math`\text{TN} = ${size} - ${tp} - ${fp} - ${fn} = ${tn}`}.`,
          ],
        };
      },
      // Looks at the items one at a time and puts each into its cell.
      verify({ size, a, b }, [tp, fp, fn, tn]) {
        const { TP, FP, FN, TN } = cells(a, b, size);
        return tp.equals(TP) && fp.equals(FP) && fn.equals(FN) && tn.equals(TN);
      },
    }),

    level({
      says: 'precision, recall and Jaccard index',
      par: 45,
      pick(rng) {
        const size = rng.int(10, 14);
        const [a, b] = [drawSet(rng, size), drawSet(rng, size)];
        const { tp, first, second, both } = compare(a, b);
        const isKind = tp > 1 && first > tp && second > tp && first !== second && both < size;
        return isKind ? { size, a, b, scene: rng.index(MARKED) } : undefined;
      },
      ask({ size, a, b, scene }) {
        const [A, B] = [finiteSet(a), finiteSet(b)];
        const { tp, both, first, second } = compare(a, b);
        const [precision, recall, jaccard] = [rational(tp, second), rational(tp, first), rational(tp, both)];
        const ofAll = mistake(rational(tp, size))`You divided by all items. Those outside both sets do not count here.`;
        return {
          statement: say`${described(scene, size)} ${display(math`A = ${A}`)} ${display(math`B = ${B}`)} Find the exact precision, recall and Jaccard index of ${math`B`} as a prediction of ${math`A`}.`,
          answers: [
            answer.number({
              label: say`Precision:`,
              key: precision,
              mistakes: [
                mistake(recall)`That is the recall, the part of the true ones. Precision is the part of the predicted ones.`,
                mistake(jaccard)`You divided by the union. Precision divides by the predicted ones alone.`,
                mistake(ONE.minus(precision))`That is the part of the prediction that is wrong. Precision is the other part.`,
                ofAll,
              ],
            }),
            answer.number({
              label: say`Recall:`,
              key: recall,
              mistakes: [
                mistake(precision)`That is the precision, the part of the predicted ones. Recall is the part of the true ones.`,
                mistake(jaccard)`You divided by the union. Recall divides by the true ones alone.`,
                mistake(ONE.minus(recall))`That is the part that was missed. Recall is the part that was found.`,
                ofAll,
              ],
            }),
            answer.number({
              label: say`Jaccard index:`,
              key: jaccard,
              mistakes: [
                mistake(rational(tp, first + second))`You added the two sizes. In the union, common elements count once.`,
                mistake(rational(2 * tp, first + second))`That is the F1 score. The Jaccard index divides by the union.`,
                ofAll,
              ],
            }),
          ],
          hints: [
            say`All three divide the true positives: precision by what was predicted, recall by what is true, the Jaccard index by the union.`,
            say`Count the intersection first. Then divide it by the size of ${math`B`}, of ${math`A`} and of ${math`A \cup B`}.`,
            say`The intersection is ${A.intersection(B)}.`,
          ],
          solution: [
            say`The intersection ${A.intersection(B)} has ${counted(tp)}.`,
            say`${math`B`} has ${second}: the precision is ${math`${tp} / ${second}${reduced(tp, second)}`}.`,
            say`${math`A`} has ${first}: the recall is ${math`${tp} / ${first}${reduced(tp, first)}`}.`,
            say`The union has ${both}: the Jaccard index is ${math`${tp} / ${both}${reduced(tp, both)}`}.`,
          ],
        };
      },
      // Puts each item into its cell; the Jaccard index from the other two, by 1/J = 1/P + 1/R - 1.
      verify({ size, a, b }, [precision, recall, jaccard]) {
        const { TP, FP, FN } = cells(a, b, size);
        if (jaccard.isZero() || precision.isZero() || recall.isZero()) return false;
        const inverse = ONE.over(precision).plus(ONE.over(recall)).minus(1);
        return precision.times(TP + FP).equals(TP) && recall.times(TP + FN).equals(TP) && ONE.over(jaccard).equals(inverse);
      },
    }),

    level({
      says: 'IoU and F1 of two boxes',
      par: 60,
      pick(rng) {
        const [truth, found] = [drawBox(rng), drawBox(rng)];
        const { common, a, b, shared } = overlap(truth, found);
        const isKind = common.left < common.right && common.low < common.high && shared > 1 && shared < a && shared < b;
        return isKind ? { truth, found, scene: rng.index(BOXES) } : undefined;
      },
      ask({ truth, found, scene }) {
        const { common, a, b, shared, around } = overlap(truth, found);
        const both = a + b - shared;
        const [iou, dice] = [rational(shared, both), rational(2 * shared, a + b)];
        return {
          statement: say`A detector looks for ${at(BOXES, scene)}. The true box is ${math`A`}, the predicted one is ${math`B`}: ${display(math`A = ${boxTeX(truth)}`)} ${display(math`B = ${boxTeX(found)}`)} Find the exact IoU of the two areas (their Jaccard index) and their F1 score (Dice coefficient).`,
          figures: [
            figure.plane({
              polygons: [
                { corners: corners(truth), label: 'A', tone: 1 },
                { corners: corners(found), label: 'B', tone: 2 },
              ],
            }),
          ],
          answers: [
            answer.number({
              label: say`IoU:`,
              key: iou,
              mistakes: [
                mistake(rational(shared, a + b))`You added the two areas. In the union the overlap counts once.`,
                mistake(dice)`That is the F1 score. The IoU divides the overlap by the union.`,
                mistake(rational(shared, a))`You divided by the area of ${math`A`}. Divide by the area of the union.`,
                mistake(rational(shared, b))`You divided by the area of ${math`B`}. Divide by the area of the union.`,
                mistake(rational(shared, around))`You divided by the box around both. The union does not fill it.`,
              ],
            }),
            answer.number({
              label: say`F1:`,
              key: dice,
              mistakes: [
                mistake(iou)`That is the IoU. The F1 score divides twice the overlap by the sum of the areas.`,
                mistake(rational(shared, a + b))`Count the overlap twice, once for each box, as the sum of the areas does.`,
                mistake(rational(2 * shared, both))`You divided by the union. Divide by the sum of the two areas.`,
              ],
            }),
          ],
          hints: [
            say`${math`\text{IoU} = \frac{\lvert A \cap B \rvert}{\lvert A \cup B \rvert}`} and ${math`F_1 = \frac{2 \, \lvert A \cap B \rvert}{\lvert A \rvert + \lvert B \rvert}`}; here the sizes are areas.`,
            say`The overlap is a box too: it begins at the larger lower ends and stops at the smaller upper ends. For the union add both areas and take the overlap away once.`,
            say`The areas of the boxes are ${a} and ${b}.`,
          ],
          solution: [
            say`Areas: ${a} and ${b}. The overlap is ${boxTeX(common)}, of area ${shared}.`,
            say`Union: ${math`${a} + ${b} - ${shared} = ${both}`}. IoU: ${math`${shared} / ${both}${reduced(shared, both)}`}.`,
            say`F1: ${math`2 \cdot ${shared} / (${a} + ${b}) = ${dice}`}.`,
          ],
        };
      },
      // Counts unit squares for the IoU; then F1 = 2J/(1 + J).
      verify({ truth, found }, [iou, dice]) {
        const squares = Array.from({ length: 10 * 10 }, (_, i) => [i % 10, Math.floor(i / 10)] as const);
        const covered = (box: Box) => squares.filter(([x, y]) => box.left <= x && x < box.right && box.low <= y && y < box.high);
        const [first, second] = [covered(truth), covered(found)];
        const union = new Set([...first, ...second]).size;
        const isRatio = iou.times(union).equals(first.length + second.length - union);
        return isRatio && dice.times(iou.plus(1)).equals(iou.times(2));
      },
    }),

    level({
      says: 'macro and micro F1 of two classes',
      par: 90,
      pick(rng) {
        const rows = [drawRow(rng), drawRow(rng)];
        const { scores, macro, micro } = averages(rows);
        const isKind = macro.denominator <= 20n && micro.denominator <= 20n && areDifferent(...scores, macro, micro);
        return isKind ? { rows, scene: rng.index(TAGGED) } : undefined;
      },
      ask({ rows, scene }) {
        const { says, tags } = at(TAGGED, scene);
        const { scores, macro, micro, pooled, mean } = averages(rows);
        const [one, two] = [at(scores, 0), at(scores, 1)];
        return {
          statement: say`${says} ${table(
            [word('class'), word('TP'), word('FP'), word('FN')],
            rows.map((row, i) => [word(at(tags, i)), ...row]),
          )} Find the exact macro F1 (the mean of the F1 scores of the two classes) and micro F1 (the F1 score of the counts of both classes together).`,
          answers: [
            answer.number({
              label: say`Macro F1:`,
              key: macro,
              mistakes: [
                mistake(micro)`That is the micro F1. For macro F1, find the score of each class first, then their mean.`,
                mistake(mean(jaccardOf))`You left out the factor 2 of the true positives. That gives Jaccard indices.`,
                mistake(mean(precisionOf))`That is the mean precision. The false negatives count too.`,
                mistake(one.plus(two))`That is the sum of the two scores. Take their mean.`,
              ],
            }),
            answer.number({
              label: say`Micro F1:`,
              key: micro,
              mistakes: [
                mistake(macro)`That is the macro F1. For micro F1, add up the counts first.`,
                mistake(jaccardOf(pooled))`You left out the factor 2 of the true positives. That gives a Jaccard index.`,
                mistake(precisionOf(pooled))`That is the precision of all counts. The false negatives count too.`,
              ],
            }),
          ],
          hints: [
            say`From the counts of a class: ${math`F_1 = \frac{2 \, \text{TP}}{2 \, \text{TP} + \text{FP} + \text{FN}}`}.`,
            say`Macro: one score for each row, then the mean. Micro: add the two rows, then one score.`,
            say`The ${at(tags, 0)} row gives ${scoreTeX(at(rows, 0))}.`,
          ],
          solution: [
            ...rows.map((row, i) => say`Class ${at(tags, i)}: ${math`F_1 = ${scoreTeX(row)} = ${at(scores, i)}`}.`),
            say`Macro: ${math`(${one} + ${two}) / 2 = ${macro}`}.`,
            say`TP, FP and FN together: ${list(pooled)}. Micro: ${math`${scoreTeX(pooled)} = ${micro}`}.`,
          ],
        };
      },
      // The harmonic mean of precision and recall, of each class and of all predictions together.
      verify({ rows }, [macro, micro]) {
        const harmonic = ([tp = 0, fp = 0, fn = 0]: readonly number[]) => {
          const [precision, recall] = [rational(tp, tp + fp), rational(tp, tp + fn)];
          return precision.times(recall).times(2).over(precision.plus(recall));
        };
        const both = [0, 1, 2].map(i => at(at(rows, 0), i) + at(at(rows, 1), i));
        const sum = harmonic(at(rows, 0)).plus(harmonic(at(rows, 1)));
        return macro.times(2).equals(sum) && micro.equals(harmonic(both));
      },
    }),
  ],
});

/** Four to seven of the numbers 1 to size. */
function drawSet(rng: Rng, size: number): number[] {
  const all = Array.from({ length: size }, (_, i) => i + 1);
  return rng.sample(all, rng.int(4, 7)).sort((a, b) => a - b);
}

/** Sizes of the intersection, the union and the two sets. */
function compare(a: readonly number[], b: readonly number[]) {
  const tp = a.filter(x => b.includes(x)).length;
  return { tp, both: a.length + b.length - tp, first: a.length, second: b.length };
}

/** How many of 1 to size fall into each cell of the confusion matrix. */
function cells(truth: readonly number[], found: readonly number[], size: number) {
  const counts = { TP: 0, FP: 0, FN: 0, TN: 0 };
  for (let x = 1; x <= size; x++) {
    const [isTrue, isFound] = [truth.includes(x), found.includes(x)];
    counts[isTrue ? (isFound ? 'TP' : 'FN') : isFound ? 'FP' : 'TN']++;
  }
  return counts;
}

function described(scene: number, size: number) {
  const { things, truth, acts } = at(MARKED, scene);
  return say`Of the ${things} 1 to ${size}, those in ${math`A`} ${truth}. ${acts} those in ${math`B`}.`;
}

const counted = (count: number) => (count === 1 ? say`1 element` : say`${count} elements`);

/** ` = 1/2` behind 3/6, nothing behind a fraction in lowest terms. */
function reduced(top: number, bottom: number) {
  const value = rational(top, bottom);
  return value.denominator === BigInt(bottom) ? '' : math` = ${value}`;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

/** Sides of 2 to 5 between 0 and 9. */
function drawBox(rng: Rng) {
  const [left, low] = [rng.int(0, 4), rng.int(0, 4)];
  return { left, right: left + rng.int(2, 5), low, high: low + rng.int(2, 5) };
}

/** The box that two boxes share, its area, theirs, and that of the box around both. */
function overlap(A: Box, B: Box) {
  const inner = { left: Math.max(A.left, B.left), low: Math.max(A.low, B.low) };
  const common = { ...inner, right: Math.min(A.right, B.right), high: Math.min(A.high, B.high) };
  const outer = { left: Math.min(A.left, B.left), low: Math.min(A.low, B.low) };
  const around = { ...outer, right: Math.max(A.right, B.right), high: Math.max(A.high, B.high) };
  return { common, shared: areaOf(common), a: areaOf(A), b: areaOf(B), around: areaOf(around) };
}

function areaOf({ left, right, low, high }: Box): number {
  return (right - left) * (high - low);
}

function boxTeX({ left, right, low, high }: Box) {
  return tex(`[${left}, ${right}] \\times [${low}, ${high}]`, `x from ${left} to ${right}, y from ${low} to ${high}`);
}

function corners({ left, right, low, high }: Box) {
  return [
    [left, low],
    [right, low],
    [right, high],
    [left, high],
  ] as const;
}

/** TP, FP and FN of a class; its F1 score has a denominator of at most 10. */
function drawRow(rng: Rng): number[] {
  const [bottom, scale] = [rng.int(3, 10), 2 * rng.int(1, 4)];
  const top = rng.int(2, bottom - 1);
  const errors = (bottom - top) * scale;
  const fp = rng.int(1, errors - 1);
  return [(top * scale) / 2, fp, errors - fp];
}

type Row = readonly number[];
const f1Of = ([tp = 0, fp = 0, fn = 0]: Row) => rational(2 * tp, 2 * tp + fp + fn);
const jaccardOf = ([tp = 0, fp = 0, fn = 0]: Row) => rational(tp, tp + fp + fn);
const precisionOf = ([tp = 0, fp = 0]: Row) => rational(tp, tp + fp);

function averages(rows: readonly Row[]) {
  const [first, second] = [at(rows, 0), at(rows, 1)];
  const mean = (score: (row: Row) => Rational) => score(first).plus(score(second)).over(2);
  const pooled = first.map((count, i) => count + at(second, i));
  return { scores: rows.map(f1Of), macro: mean(f1Of), micro: f1Of(pooled), pooled, mean };
}

function scoreTeX([tp = 0, fp = 0, fn = 0]: readonly number[]) {
  return math`\frac{2 \cdot ${tp}}{2 \cdot ${tp} + ${fp} + ${fn}}`;
}
