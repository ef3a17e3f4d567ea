// Decision trees by Gini impurity: of a node, after a split, the gain, the best threshold; and the sum of squares for a number.
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
  mean,
  mistake,
  paired,
  productSumWorked,
  type Rational,
  rational,
  say,
  signedSum,
  sum,
  table,
  word,
} from '#kit';

const NODES = [
  { things: 'photos', classes: ['cats', 'dogs', 'birds'] },
  { things: 'sounds', classes: ['voices', 'songs', 'alarms'] },
  { things: 'flowers', classes: ['roses', 'lilies', 'irises'] },
  { things: 'messages', classes: ['questions', 'orders', 'complaints'] },
  { things: 'texts', classes: ['poems', 'letters', 'recipes'] },
];
const SPLITS = [
  { things: 'emails', classes: ['spam', 'ham'] },
  { things: 'fruits', classes: ['ripe', 'raw'] },
  { things: 'loans', classes: ['repaid', 'failed'] },
  { things: 'users', classes: ['stay', 'leave'] },
  { things: 'patients', classes: ['ill', 'well'] },
];
/** What is measured of what, and what the label 1 stands for. */
const MEASURED = [
  { says: 'Six emails are sorted by their number of links', one: 'spam' },
  { says: 'Six accounts are sorted by their age in days', one: 'a bot' },
  { says: 'Six reviews are sorted by their length in lines', one: 'a fake' },
  { says: 'Six machines are sorted by their hours of use', one: 'a failure' },
  { says: 'Six patients are sorted by their days of fever', one: 'an infection' },
];
const TARGETS = [
  { things: 'flats', value: 'rents in hundreds of euros', split: 'with and without a balcony' },
  { things: 'trips', value: 'durations in minutes', split: 'by day and by night' },
  { things: 'plants', value: 'heights in centimetres', split: 'in shade and in sun' },
  { things: 'runs', value: 'errors in percent', split: 'with and without dropout' },
  { things: 'shops', value: 'sales in thousands', split: 'in towns and in villages' },
];

type Children = readonly (readonly number[])[];

const GINI = say`The Gini impurity of a node is ${math`1`} minus the sum of the squared class shares. A pure node has impurity 0.`;

export default generator({
  id: 'discrete-mathematics/split-impurity',
  version: 1,
  title: 'Choosing a tree split',
  bullet: 'Combinatorics',
  why: 'Decision trees and forests grow by the split that lowers the impurity of their nodes, or the squared error, most.',
  needs: ['probability/joint-and-conditional', 'discrete-mathematics/counting-choices'],
  levels: [
    level({
      says: 'the Gini impurity of a node',
      par: 35,
      pick(rng) {
        const counts = rng.ints(3, 1, 6);
        const { key, purity, missed, halved } = nodeOf(counts);
        const isKind = totalOf(counts) < 13 && areDifferent(key, purity, missed, halved);
        return isKind ? { counts, scene: rng.index(NODES) } : undefined;
      },
      ask({ counts, scene }) {
        const { things, classes } = at(NODES, scene);
        const { n, key, purity, missed, halved, squares } = nodeOf(counts);
        return {
          statement: say`A node of a decision tree holds ${n} ${things}, with these class counts. Find its Gini impurity, as an exact fraction. ${table(classes.map(word), [counts])}`,
          answers: [
            answer.number({
              label: say`Gini:`,
              key,
              mistakes: [
                mistake(purity)`That is the sum of the squared shares. Take it away from 1.`,
                mistake(missed)`That is the share outside the largest class. Gini uses squared shares.`,
                mistake(halved)`You counted each pair of classes once. Both orders count: take twice as much.`,
                mistake(rational(n - squares, n))`You divided the squares by ${n}. Square the shares: divide by ${math`${n}^2`}.`,
                mistake(rational(n * n - squares, n))`Divide by ${math`${n}^2`}, not by ${n}.`,
              ],
            }),
          ],
          hints: [
            GINI,
            say`Divide each count by ${n}, square the shares, add them up, and take the sum away from 1.`,
            say`The shares are ${list(counts.map(count => rational(count, n)))}.`,
          ],
          solution: [
            say`The squared counts add up to ${math`${signedSum(counts.map(count => count * count))} = ${squares}`}, and ${math`${n}^2 = ${n * n}`}.`,
            say`So the impurity is ${math`1 - ${squares} / ${n * n} = ${key}`}.`,
          ],
        };
      },
      // The share of ordered pairs, drawn with replacement, whose labels differ.
      verify: ({ counts }, [key]) => key.equals(unequalPairs(labelsOf(counts))),
    }),

    level({
      says: 'the impurity after a split',
      par: 60,
      pick(rng) {
        const children = [rng.ints(2, 0, 5), rng.ints(2, 0, 5)];
        if (!isFair(children)) return undefined;
        const { after, plain, added, parent } = splitOf(children);
        const isClear = after.toString().length < 6 && areDifferent(after, plain, added, parent);
        return isClear ? { children, scene: rng.index(SPLITS) } : undefined;
      },
      ask({ children, scene }) {
        const { things } = at(SPLITS, scene);
        const { after, plain, added, parent, sizes, n } = splitOf(children);
        return {
          statement: say`A split sends the ${things} at a node to two children. What is the Gini impurity after the split: the mean of the children’s impurities, weighted by their sizes? Give an exact fraction. ${childTable(scene, children)}`,
          answers: [
            answer.number({
              label: say`After:`,
              key: after,
              mistakes: [
                mistake(plain)`You took the plain mean. Weight each child by its share of the ${n} ${things}.`,
                mistake(added)`You added the impurities. Weight each one by the share of its child.`,
                mistake(parent)`That is the impurity before the split. Work with each child by itself.`,
                mistake(after.times(n))`You weighted by the sizes. Divide by all ${n}, so that the weights are shares.`,
                mistake(
                  splitOf(children).missedAfter,
                )`That is the share of errors if each child follows its majority. Gini squares the shares.`,
              ],
            }),
          ],
          hints: [
            GINI,
            say`Find the impurity of each child. Weight it by the child’s share of the ${n} ${things}, and add.`,
            say`The weights are ${list(sizes.map(size => rational(size, n)))}.`,
          ],
          solution: afterLines(children),
        };
      },
      // Of an ordered pair from the same child, drawn with replacement, how likely the labels differ.
      verify: ({ children }, [key]) => key.equals(remaining(children)),
    }),

    level({
      says: 'the Gini gain of a split',
      par: 75,
      pick(rng) {
        const children = [rng.ints(2, 0, 5), rng.ints(2, 0, 5)];
        if (!isFair(children)) return undefined;
        const { after, plain, added, parent, gain, errorGain } = splitOf(children);
        const isClear = gain.sign() > 0 && gain.toString().length < 6;
        const isKind = isClear && areDifferent(gain, after, parent.minus(plain), parent.minus(added), errorGain);
        return isKind ? { children, scene: rng.index(SPLITS) } : undefined;
      },
      ask({ children, scene }) {
        const { things } = at(SPLITS, scene);
        const { after, plain, added, parent, gain, errorGain, classes } = splitOf(children);
        return {
          statement: say`A split sends the ${things} at a node to two children. By how much does it lower the Gini impurity? The children count by their mean, weighted by size. Give an exact fraction. ${childTable(scene, children)}`,
          answers: [
            answer.number({
              label: say`Gain:`,
              key: gain,
              mistakes: [
                mistake(after)`That is the impurity after the split. Take it away from the node’s impurity.`,
                mistake(parent.minus(plain))`You took the plain mean. Weight each child by its share of the ${things}.`,
                mistake(parent.minus(added))`You took away both impurities in full. Weight each one first.`,
                mistake(errorGain)`That is the fall of the misclassification rate. Gini squares the shares.`,
                mistake(gain.negated())`The sign is turned: the impurity before comes first.`,
                mistake(parent)`That is the impurity before the split. Take away what remains in the children.`,
              ],
            }),
          ],
          hints: [
            GINI,
            say`Add the children up to get the node. From its impurity take away the weighted mean of the children’s impurities.`,
            say`The node has the class counts ${list(classes)}.`,
          ],
          solution: [
            say`The node: ${giniWorked(classes)}.`,
            ...afterLines(children),
            say`The gain is ${math`${parent} - ${after} = ${gain}`}.`,
          ],
        };
      },
      // The same by counting pairs: unequal ones among all, and among those in the same child.
      verify: ({ children }, [key]) => key.plus(remaining(children)).equals(unequalPairs(children.flatMap(labelsOf).sort())),
    }),

    level({
      says: 'the best threshold on a number',
      par: 120,
      pick(rng) {
        const labels = rng.ints(6, 0, 1);
        const ones = totalOf(labels);
        if (ones < 2 || ones > 4) return undefined;
        const [best = 0, next = 0] = cuts(labels)
          .map(scaledAfter)
          .sort((x, y) => x - y);
        if (best === next || best === 0) return undefined;
        const steps = rng.ints(6, 1, 6);
        const values = steps.map((_, i) => totalOf(steps.slice(0, i + 1)));
        return { values, labels, scene: rng.index(MEASURED) };
      },
      ask({ values, labels, scene }) {
        const { says, one } = at(MEASURED, scene);
        const afters = cuts(labels).map(scaledAfter);
        const place = afters.indexOf(Math.min(...afters));
        const second = afters.indexOf(Math.min(...afters.toSpliced(place, 1)));
        const middles = values.slice(1).map((value, i) => rational(value + at(values, i), 2));
        const children = at(cuts(labels), place);
        const { parent, after, plain, gain, classes } = splitOf(children);
        return {
          statement: say`${says}; the label 1 stands for ${one}. A split asks whether ${math`x < t`}, with ${math`t`} halfway between two neighbours. Which ${math`t`} lowers the Gini impurity most, and by how much? Give the second answer as an exact fraction. ${table([math`x`, ...values.map(value => rational(value))], [[word('label'), ...labels]])}`,
          answers: [
            answer.number({
              label: say`${math`t =`}`,
              key: at(middles, place),
              decimal: true,
              mistakes: [
                mistake(at(middles, second))`Another threshold leaves less impurity. Try each place where the label changes.`,
                mistake(at(values, place))`That is the value just below. The threshold lies halfway to its neighbour.`,
                mistake(at(values, place + 1))`That is the value just above. The threshold lies halfway to its neighbour.`,
                mistake(at(middles, 2))`That makes children of equal size. The gain asks for pure ones.`,
              ],
            }),
            answer.number({
              label: say`Gain:`,
              key: gain,
              mistakes: [
                mistake(after)`That is the impurity after the split. Take it away from the node’s impurity.`,
                mistake(splitOf(at(cuts(labels), second)).gain)`That is the gain of another threshold, which is smaller.`,
                mistake(parent.minus(plain))`You took the plain mean of the children. Weight each one by its share.`,
                mistake(parent)`That is the impurity before the split. Take away what remains in the children.`,
              ],
            }),
          ],
          hints: [
            GINI,
            say`Only places where the label changes can be best. For each one, count the labels on both sides and find the weighted mean of the impurities.`,
            say`The node has ${at(classes, 0)} labels 1 and ${at(classes, 1)} labels 0, so its impurity is ${parent}.`,
          ],
          solution: [
            say`Take ${math`t = ${decimal(at(middles, place))}`}. Labels below it: ${list(labels.slice(0, place + 1))}. Labels above it: ${list(labels.slice(place + 1))}.`,
            ...afterLines(at(cuts(labels), place)),
            say`In the same way the thresholds ${list(middles.map(decimal))} leave the impurities ${list(afters.map(scaled => rational(scaled, 360)))}. The least one is ${after}.`,
            say`The gain is ${math`${parent} - ${after} = ${gain}`}.`,
          ],
        };
      },
      // Every threshold is tried, by counting pairs of different labels.
      verify({ values, labels }, [threshold, gain]) {
        const gains = values.slice(1).map((_, i) => {
          const sides = [labels.slice(0, i + 1), labels.slice(i + 1)];
          return unequalPairs(labels).minus(sum(sides.map(side => unequalPairs(side).times(rational(side.length, 6)))));
        });
        const place = gains.findIndex(each => gains.every(other => other.compare(each) <= 0));
        return threshold.times(2).equals(at(values, place) + at(values, place + 1)) && gain.equals(at(gains, place));
      },
    }),

    level({
      says: 'a split for numbers: the fall of the sum of squares',
      par: 100,
      pick(rng) {
        const [left, right] = [rng.ints(rng.int(2, 3), 1, 12), rng.ints(rng.int(2, 3), 1, 12)];
        const all = [...left, ...right];
        if ([left, right, all].some(values => totalOf(values) % values.length > 0)) return undefined;
        const { before, after, fall, raw } = squaresOf(left, right);
        const [a, b] = [squares(left), squares(right)];
        const isKind = a > 0 && b > 0 && areDifferent(before, after, fall, raw, before - a, before - b);
        return isKind && before < 200 && fall > after / 4 ? { left, right, scene: rng.index(TARGETS) } : undefined;
      },
      ask({ left, right, scene }) {
        const { things, value, split } = at(TARGETS, scene);
        const { before, after, fall, raw, n } = squaresOf(left, right);
        const [a, b] = [squares(left), squares(right)];
        return {
          statement: say`A regression tree predicts the mean of a node. Its loss is the sum of the squared distances from this mean. A split divides ${n} ${things} into those ${split}; ${math`L`} and ${math`R`} list their ${value}. Find the loss before the split and its fall by the split. ${display(math`L = (${list(left)}),\quad R = (${list(right)})`)}`,
          answers: [
            answer.number({
              label: say`Before:`,
              key: before,
              mistakes: [
                mistake(raw)`Those are the squares of the values. Take the mean of all ${n} away first.`,
                mistake(rational(before, n))`That is the variance. The loss is the sum of the squares, not their mean.`,
                mistake(after)`That is the loss after the split. Before it, all ${n} have one mean.`,
              ],
            }),
            answer.number({
              label: say`Fall:`,
              key: fall,
              mistakes: [
                mistake(after)`That is the loss after the split. Take it away from the loss before.`,
                mistake(before - a)`You left out the right child. Its loss remains too.`,
                mistake(before - b)`You left out the left child. Its loss remains too.`,
                mistake(
                  rational(before).minus(rational(after, 2)),
                )`You took the mean of the children’s losses. The sums of squares add up.`,
                mistake(rational(fall, n))`That is the fall of the mean squared error. Here the loss is a sum.`,
              ],
            }),
          ],
          hints: [
            say`The loss of values ${math`y_i`} with mean ${math`m`} is the sum of all ${math`(y_i - m)^2`}. The losses of two children add up.`,
            say`Find the mean of all values, of the left ones and of the right ones. Each group has its loss around its own mean.`,
            say`The mean of all ${n} values is ${mean([...left, ...right])}.`,
          ],
          solution: [
            say`Before, with the mean ${mean([...left, ...right])}: ${squaresWorked([...left, ...right])}.`,
            say`Left, with the mean ${mean(left)}: ${squaresWorked(left)}. Right, with the mean ${mean(right)}: ${squaresWorked(right)}.`,
            say`The loss falls by ${math`${before} - ${a} - ${b} = ${fall}`}.`,
          ],
        };
      },
      // Squared distances of all pairs over the size; and for the fall, the distances of the children's means.
      verify({ left, right }, [before, fall]) {
        const all = [...left, ...right];
        const pairs = sum(all.flatMap(x => all.map(y => (x - y) * (x - y))));
        const apart = mean(left).minus(mean(right)).power(2);
        const weight = rational(left.length * right.length, all.length);
        return before.times(2 * all.length).equals(pairs) && fall.equals(apart.times(weight));
      },
    }),
  ],
});

function totalOf(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

function squareSum(counts: readonly number[]): number {
  return totalOf(counts.map(count => count * count));
}

function gini(counts: readonly number[]): Rational {
  const n = totalOf(counts);
  return rational(n * n - squareSum(counts), n * n);
}

/** The share outside the largest class. */
function missedBy(counts: readonly number[]): Rational {
  const n = totalOf(counts);
  return rational(n - Math.max(...counts), n);
}

function nodeOf(counts: readonly number[]) {
  const [n, squares, key] = [totalOf(counts), squareSum(counts), gini(counts)];
  return { n, squares, key, purity: rational(squares, n * n), missed: missedBy(counts), halved: key.over(2) };
}

/** Both children and both classes hold something, the sizes make kind fractions, and some child is mixed. */
function isFair(children: Children): boolean {
  const sizes = children.map(totalOf);
  const isMixed = children.some(child => !child.includes(0));
  return isMixed && Math.min(...sizes) > 1 && [4, 5, 6, 8, 10].includes(totalOf(sizes)) && !classesOf(children).includes(0);
}

function classesOf(children: Children): number[] {
  return [0, 1].map(i => totalOf(children.map(child => at(child, i))));
}

function splitOf(children: Children) {
  const [sizes, classes, impurities] = [children.map(totalOf), classesOf(children), children.map(gini)];
  const [n, parent, added] = [totalOf(sizes), gini(classes), sum(impurities)];
  const weighted = (values: readonly Rational[]) => sum(values.map((value, i) => value.times(at(sizes, i)))).over(n);
  const [after, missedAfter] = [weighted(impurities), weighted(children.map(missedBy))];
  const [gain, errorGain] = [parent.minus(after), missedBy(classes).minus(missedAfter)];
  return { n, sizes, classes, impurities, parent, added, plain: added.over(2), after, missedAfter, gain, errorGain };
}

/** As `1 - 34 / 64 = 15/32`. */
function giniWorked(counts: readonly number[]): Formula {
  const n = totalOf(counts);
  return math`1 - ${squareSum(counts)} / ${n * n} = ${gini(counts)}`;
}

function afterLines(children: Children) {
  const { sizes, impurities, n } = splitOf(children);
  const shares = sizes.map(size => rational(size, n));
  return [
    ...children.map((child, i) => say`Child ${i + 1}: ${giniWorked(child)}.`),
    say`Weighted: ${productSumWorked(paired(shares, impurities))}.`,
  ];
}

function childTable(scene: number, children: Children): Formula {
  const rows = children.map((child, i) => [rational(i + 1), ...child]);
  return table([word('child'), ...at(SPLITS, scene).classes.map(word)], rows);
}

/** One entry a thing: the index of its class. */
function labelsOf(counts: readonly number[]): number[] {
  return counts.flatMap((count, i) => Array.from({ length: count }, () => i));
}

/** The share of ordered pairs, drawn with replacement, that differ. */
function unequalPairs(labels: readonly number[]): Rational {
  const unequal = labels.flatMap(a => labels.filter(b => a !== b)).length;
  return rational(unequal, labels.length * labels.length);
}

function remaining(children: Children): Rational {
  const n = totalOf(children.flat());
  return sum(children.map(child => unequalPairs(labelsOf(child)).times(rational(totalOf(child), n))));
}

/** Both sides of each threshold: labels 1 and labels 0. */
function cuts(labels: readonly number[]): number[][][] {
  const ones = labels.map((_, i) => totalOf(labels.slice(0, i + 1)));
  const all = totalOf(labels);
  return ones.slice(0, -1).map((left, i) => [
    [left, i + 1 - left],
    [all - left, labels.length - i - 1 - all + left],
  ]);
}

/** The impurity after the split of six things, times 360: a whole number. */
function scaledAfter(children: Children): number {
  return totalOf(children.map(child => (120 * at(child, 0) * at(child, 1)) / totalOf(child)));
}

/** Squared distances from the mean, which is a whole number. */
function distances(values: readonly number[]): number[] {
  const middle = totalOf(values) / values.length;
  return values.map(value => (value - middle) * (value - middle));
}

function squares(values: readonly number[]): number {
  return totalOf(distances(values));
}

function squaresWorked(values: readonly number[]): Formula {
  return math`${signedSum(distances(values))} = ${squares(values)}`;
}

function squaresOf(left: readonly number[], right: readonly number[]) {
  const all = [...left, ...right];
  const [before, after] = [squares(all), squares(left) + squares(right)];
  return { n: all.length, before, after, fall: before - after, raw: squareSum(all) };
}
