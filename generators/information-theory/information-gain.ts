// Information gain in decision trees: from given entropies, from class counts, the best of two features, the best threshold.
import {
  answer,
  areDifferent,
  at,
  decimal,
  divide,
  type Expression,
  type Formula,
  generator,
  isNear,
  level,
  list,
  math,
  mistake,
  paired,
  productSumWorked,
  type Rng,
  rational,
  say,
  signedSum,
  sum,
  table,
  word,
} from '#kit';

/** What is at the node, and its two classes. */
const TWO_CLASSES = [
  { things: 'emails', classes: ['spam', 'other'] },
  { things: 'photos', classes: ['cats', 'dogs'] },
  { things: 'ads', classes: ['clicked', 'ignored'] },
  { things: 'patients', classes: ['ill', 'well'] },
  { things: 'loans', classes: ['repaid', 'failed'] },
] as const;
const THREE_CLASSES = [
  { things: 'articles', classes: ['sport', 'art', 'science'] },
  { things: 'photos', classes: ['cats', 'dogs', 'birds'] },
  { things: 'questions', classes: ['buy', 'return', 'repair'] },
  { things: 'sounds', classes: ['speech', 'music', 'noise'] },
  { things: 'flowers', classes: ['rose', 'lily', 'iris'] },
] as const;
/** What is measured of what, and what the label 1 stands for. */
const MEASURED = [
  { says: 'Six emails are sorted by their number of links', one: 'spam' },
  { says: 'Six accounts are sorted by their age in days', one: 'a bot' },
  { says: 'Six reviews are sorted by their length in words', one: 'a fake' },
  { says: 'Six machines are sorted by their temperature', one: 'a failure' },
  { says: 'Six photos are sorted by their brightness', one: 'a cat' },
] as const;

type Table = readonly (readonly number[])[];
/** Class counts of the children. */
type Split = { children: number[][]; scene: number };

export default generator({
  id: 'information-theory/information-gain',
  version: 1,
  title: 'Decision trees: information gain of a split',
  bullet: 'Entropy',
  why: 'A decision tree grows by the split that takes away most of the uncertainty about the label; so do the trees of a forest.',
  needs: ['information-theory/mutual-information'],
  levels: [
    level({
      says: 'from the entropies of node and children',
      par: 45,
      pick(rng) {
        const [a, b] = rng.pick(NODES);
        const children = rng.pick(splitsOf(a, b));
        const { gain, remaining } = gainsOf(children);
        const isClear = gain >= 40 && Math.abs(gain - remaining) > 20 && remaining > 0;
        return isClear ? { children, scene: rng.index(TWO_CLASSES) } : undefined;
      },
      ask({ children, scene }) {
        const { things } = at(TWO_CLASSES, scene);
        const { sizes, total, entropies, parent } = gainsOf(children);
        const names = [word('node'), word('child: yes'), word('child: no')];
        const rows = paired(names, [total, ...sizes]).map(([name, size], i) => [
          name,
          size,
          thousandths(at([parent, ...entropies], i)),
        ]);
        return {
          statement: say`A yes/no feature splits the ${things} at a node of a decision tree into two children. The table shows how many each of them holds, with the entropies in bits. Find the information gain in bits, to within 0.01. ${table([word(''), word(things), word('entropy')], rows)}`,
          answers: [gainAnswer(children, say`Gain ${math`\approx`}`)],
          hints: [
            GAIN,
            say`Weight the entropy of each child by its share of the ${total} ${things}. Take the sum away from the entropy of the node.`,
            say`The shares are ${list(sizes.map(size => rational(size, total)))}.`,
          ],
          solution: gainLines(children),
        };
      },
      verify: provesGain,
    }),

    level({
      says: 'what remains in the children, from counts',
      par: 60,
      pick(rng) {
        const children = Array.from({ length: rng.int(2, 3) }, () => drawDyadicChild(rng));
        const { entropies, key, mean, inAll } = remainder(children);
        const isFull = [0, 1, 2].every(i => children.some(child => at(child, i) > 0));
        const isClear = isFull && new Set(entropies).size > 1 && areDifferent(key, mean, inAll);
        return isClear ? { children, scene: rng.index(THREE_CLASSES) } : undefined;
      },
      ask({ children, scene }) {
        const { things, classes } = at(THREE_CLASSES, scene);
        const { sizes, total, entropies, key, mean, inAll } = remainder(children);
        const shares = sizes.map(size => rational(size, total));
        const impure = entropies.findIndex(bits => !bits.isZero());
        return {
          statement: say`A split sends the ${things} at a node to ${children.length} children with these class counts. Find the entropy that remains on average, in bits: the mean of the children’s entropies, weighted by their sizes. Give it exactly. ${countTable(classes, children)}`,
          answers: [
            answer.number({
              label: say`Remaining:`,
              key,
              mistakes: [
                mistake(mean)`You took the plain mean. Weight each child by its share of the ${total} ${things}.`,
                mistake(sum(entropies))`You added the entropies. Weight each one by the share of its child.`,
                mistake(inAll)`You weighted by the sizes. Divide by all ${total}, so that the weights are shares.`,
                mistake(key.negated())`The sign is turned. Entropy is never negative.`,
              ],
            }),
          ],
          hints: [
            say`The entropy of a child is the mean surprise of its classes, ${math`\sum p \log_2 \frac{1}{p}`}; 0 for a pure child.`,
            say`Find the class shares in each child and from them its entropy. Then weight by the sizes of the children.`,
            childLine(at(children, impure), impure),
          ],
          solution: [
            ...children.map(childLine),
            say`The children hold the shares ${list(shares)} of the ${total} ${things}.`,
            say`What remains: ${productSumWorked(paired(shares, entropies))}.`,
          ],
        };
      },
      // The entropy of the pairs (child, class) less that of the child, in doubles from all counts.
      verify: ({ children }, [key]) => isNear(key.toNumber(), entropyOf(children.flat()) - entropyOf(children.map(sizeOf)), 1e-9),
    }),

    level({
      says: 'the gain of a split of a balanced node',
      par: 45,
      pick(rng) {
        const pure = rng.int(1, 6);
        const part = rng.int(0, pure - 1);
        const cut = rng.int(0, 2);
        const first = cut === 1 && part > 0 ? [part, pure - part] : [pure];
        const second = cut === 2 && part > 0 ? [part, pure - part] : [pure];
        const mixed = rng.ints(rng.int(1, 2), 1, 5);
        const children = rng.shuffle([...first.map(n => [n, 0]), ...second.map(n => [0, n]), ...mixed.map(n => [n, n])]);
        const { key, remaining, mean } = balanced(children);
        return areDifferent(key, remaining, mean) ? { children, scene: rng.index(TWO_CLASSES) } : undefined;
      },
      ask({ children, scene }) {
        const { things, classes } = at(TWO_CLASSES, scene);
        const { total, inPure, key, remaining, mean, added, mixed } = balanced(children);
        return {
          statement: say`A node holds ${total} ${things}, half of them of each class. A feature splits them into ${children.length} children. Find the exact information gain in bits. ${countTable(classes, children)}`,
          answers: [
            answer.number({
              label: say`Gain:`,
              key,
              mistakes: [
                mistake(remaining)`That is what remains. The gain is the entropy of the node minus this.`,
                mistake(mean)`You took the plain mean over the children. Weight each one by its share.`,
                mistake(added)`You took away the entropies in full. Weight each one by its share first.`,
                mistake(1)`That is the entropy of the node. Take away what remains in the children.`,
                mistake(inPure)`You counted ${things}. Take their share of all ${total}.`,
              ],
            }),
          ],
          hints: [
            GAIN,
            say`A child with one class only has the entropy 0, one with as many of each class has 1 bit. So has the node.`,
            say`There are ${inPure} of the ${total} ${things} in children with one class only.`,
          ],
          solution: [
            say`The node has 1 bit. Children with one class only have 0 bits, the others 1 bit.`,
            say`The others hold ${math`${signedSum(mixed)}${mixed.length > 1 ? math` = ${sum(mixed)}` : math``}`} of the ${total}, so ${remaining} of a bit remains.`,
            say`The gain is ${math`1 - ${remaining} = ${key}`}.`,
          ],
        };
      },
      // The information that child and class share, in doubles from all counts.
      verify: ({ children }, [key]) => isNear(key.toNumber(), sharedInformation(children), 1e-9),
    }),

    level({
      says: 'the better one of two features',
      par: 120,
      pick(rng) {
        const [a, b] = rng.pick(NODES);
        const [A, B] = [rng.pick(splitsOf(a, b)), rng.pick(splitsOf(a, b))];
        const [ofA, ofB] = [gainsOf(A).gain, gainsOf(B).gain];
        const isClear = Math.abs(ofA - ofB) >= 30 && Math.max(ofA, ofB) >= 60 && gainsOf(ofA > ofB ? A : B).remaining > 100;
        return isClear ? { A, B, scene: rng.index(TWO_CLASSES) } : undefined;
      },
      ask({ A, B, scene }) {
        const { things, classes } = at(TWO_CLASSES, scene);
        const isA = gainsOf(A).gain > gainsOf(B).gain;
        const [best, other] = isA ? [A, B] : [B, A];
        const [won, lost] = [gainsOf(best), gainsOf(other)];
        return {
          statement: say`The ${things} at a node can be split by a feature A or by a feature B. Which of them has the larger information gain, and what is this gain in bits, to within 0.01? ${knownEntropies([...A, ...B])} ${countTable(classes, [...A, ...B], ['A: yes', 'A: no', 'B: yes', 'B: no'])}`,
          answers: [
            answer.choice({
              label: say`Feature:`,
              key: isA ? 'A' : 'B',
              options: [
                { id: 'A', text: say`A` },
                { id: 'B', text: say`B` },
              ],
              mistakes: [mistake(isA ? 'B' : 'A')`That feature leaves more entropy in its children.`],
            }),
            gainAnswer(best, say`Gain ${math`\approx`}`, lost.gain),
          ],
          hints: [
            GAIN,
            say`Find what remains for each feature: the entropies of its two children, weighted by their sizes. The less remains, the larger the gain.`,
            say`The node has the class counts ${list(won.classes)}, with the entropy ${thousandths(won.parent)}.`,
          ],
          solution: [
            say`The node has the class counts ${list(won.classes)} and the entropy ${thousandths(won.parent)}.`,
            say`${isA ? 'A' : 'B'} leaves ${remainingLine(best)}, and ${isA ? 'B' : 'A'} leaves ${remainingLine(other)}.`,
            say`So ${isA ? 'A' : 'B'} is better, with the gain ${math`${thousandths(won.parent)} - ${thousandths(won.remaining)} = ${thousandths(won.gain)}`}.`,
          ],
        };
      },
      // The information that each feature shares with the class, in doubles from all counts.
      verify({ A, B }, [feature, gain]) {
        const [ofA, ofB] = [sharedInformation(A), sharedInformation(B)];
        return (feature === 'A' ? ofA > ofB : ofB > ofA) && Math.abs(numberOf(gain) - Math.max(ofA, ofB)) < 0.004;
      },
    }),

    level({
      says: 'the best threshold on a number',
      par: 150,
      pick(rng) {
        const labels = Array.from({ length: 6 }, () => rng.int(0, 1));
        const ones = labels.reduce((all, label) => all + label, 0);
        if (ones < 2 || ones > 4) return undefined;
        const gains = thresholdGains(labels);
        const [best = 0, next = 0] = gains.toSorted((x, y) => y - x);
        const isClear = best - next >= 20 && best < gainsOf(at(cuts(labels), 0)).parent;
        if (!isClear) return undefined;
        const steps = rng.ints(6, 1, 6);
        return {
          values: steps.map((_, i) => steps.slice(0, i + 1).reduce((all, step) => all + step, 0)),
          labels,
          scene: rng.index(MEASURED),
        };
      },
      ask({ values, labels, scene }) {
        const { says, one } = at(MEASURED, scene);
        const gains = thresholdGains(labels);
        const best = gains.indexOf(Math.max(...gains));
        const middles = values.slice(1).map((value, i) => rational(value + at(values, i), 2));
        const second = gains.indexOf(Math.max(...gains.toSpliced(best, 1)));
        const children = at(cuts(labels), best);
        const { parent, classes } = gainsOf(children);
        return {
          statement: say`${says}; the label 1 stands for ${one}. A split at a threshold ${math`t`} asks whether ${math`x < t`}; thresholds lie halfway between neighbours. Find the ${math`t`} with the largest information gain, and this gain in bits, to within 0.01. ${knownEntropies(cuts(labels).flat())} ${table([math`x`, ...values.map(value => rational(value))], [[word('label'), ...labels]])}`,
          answers: [
            answer.number({
              label: say`${math`t =`}`,
              key: at(middles, best),
              decimal: true,
              mistakes: [
                mistake(at(middles, second))`Another threshold leaves less entropy. Try each place where the label changes.`,
                mistake(rational(at(values, best)))`That is the value just below. The threshold lies halfway to its neighbour.`,
                mistake(
                  rational(at(values, best + 1)),
                )`That is the value just above. The threshold lies halfway to its neighbour.`,
                ...(best === 2 ? [] : [mistake(at(middles, 2))`That makes children of equal size. The gain asks for pure ones.`]),
              ],
            }),
            gainAnswer(children, say`Gain ${math`\approx`}`, at(gains, second)),
          ],
          hints: [
            GAIN,
            say`Only places where the label changes can be best. For each of them, count the labels on both sides and find what remains.`,
            say`The node has the class counts ${list(classes)}, with the entropy ${thousandths(parent)}.`,
          ],
          solution: [
            say`The thresholds are ${list(middles.map(decimal))}, with the gains ${list(gains.map(thousandths))}.`,
            say`The largest one is at ${math`t = ${decimal(at(middles, best))}`}, between the labels ${list(labels.slice(0, best + 1))} and ${list(labels.slice(best + 1))}.`,
            ...gainLines(children).slice(1),
          ],
        };
      },
      // Every threshold is tried, by the information that the side shares with the label.
      verify({ values, labels }, [threshold, gain]) {
        const shared = values.slice(1).map((_, i) => sharedInformation(at(cuts(labels), i)));
        const best = shared.indexOf(Math.max(...shared));
        const isThere = threshold.times(2).equals(at(values, best) + at(values, best + 1));
        return isThere && Math.abs(numberOf(gain) - at(shared, best)) < 0.004;
      },
    }),
  ],
});

const GAIN = say`The gain is the entropy of the node minus what remains: the mean of the children’s entropies, weighted by their sizes.`;
/** Class counts of nodes with many splits whose entropies are known. */
const NODES = paired([6, 4, 8, 3, 5, 4, 6, 10, 8, 4], [6, 8, 4, 9, 5, 6, 9, 5, 8, 12]);
/** Shares of the smaller class, and the entropy in thousandths. */
const KNOWN = [
  { top: 1, bottom: 5, bits: 722 },
  { top: 1, bottom: 4, bits: 811 },
  { top: 1, bottom: 3, bits: 918 },
  { top: 2, bottom: 5, bits: 971 },
  { top: 1, bottom: 2, bits: 1000 },
] as const;

function sizeOf(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function knownShare([a = 0, b = 0]: readonly number[]) {
  return KNOWN.find(({ top, bottom }) => Math.min(a, b) * bottom === top * (a + b));
}

/** In thousandths of a bit; undefined where the shares are not listed. */
function bitsOf(counts: readonly number[]): number | undefined {
  return counts.includes(0) ? 0 : knownShare(counts)?.bits;
}

/** All splits into two children whose entropies are known. */
function splitsOf(a: number, b: number): number[][][] {
  const found: number[][][] = [];
  for (let x = 0; x <= a; x++)
    for (let y = 0; y <= b; y++) {
      const children = [x, a - x].map((one, i) => [one, at([y, b - y], i)]);
      if (children.every(child => sizeOf(child) > 0 && bitsOf(child) !== undefined)) found.push(children);
    }
  return found;
}

/** In thousandths, from the listed entropies. */
function gainsOf(children: Table) {
  const classes = [0, 1].map(i => children.reduce((all, child) => all + at(child, i), 0));
  const [sizes, entropies] = [children.map(sizeOf), children.map(child => bitsOf(child) ?? Number.NaN)];
  const [total, parent] = [sizeOf(sizes), bitsOf(classes) ?? Number.NaN];
  const remaining = Math.round(paired(sizes, entropies).reduce((all, [size, bits]) => all + size * bits, 0) / total);
  const plain = Math.round(sizeOf(entropies) / entropies.length);
  return { classes, sizes, entropies, total, parent, remaining, gain: parent - remaining, plain, all: sizeOf(entropies) };
}

function thousandths(value: number): Formula {
  return decimal(rational(value, 1000));
}

/** A number that is written as a decimal. */
function shown(value: number): Expression {
  return { kind: 'number', value: rational(value, 1000), decimals: 3 };
}

function numberOf(value: Expression): number {
  return value.kind === 'number' ? value.value.toNumber() : Number.NaN;
}

/** The gain of this split; `other` is that of one that is not asked for. */
function gainAnswer(children: Table, label: ReturnType<typeof say>, other?: number) {
  const { parent, remaining, gain, plain, all } = gainsOf(children);
  return answer.real({
    label,
    key: shown(gain),
    tolerance: '0.01',
    mistakes: [
      mistake(shown(remaining))`That is what remains. The gain is the entropy of the node minus this.`,
      mistake(shown(parent - plain))`You took the plain mean of the children. Weight each one by its share.`,
      mistake(shown(parent - all))`You took away the entropies in full. Weight each one by its share first.`,
      mistake(shown(parent))`That is the entropy of the node. Take away what remains in the children.`,
      ...(other === undefined ? [] : [mistake(shown(other))`That is the gain of another split, which is smaller.`]),
    ],
  });
}

function remainingLine(children: Table) {
  const { sizes, total, entropies, remaining } = gainsOf(children);
  const terms = paired(sizes, entropies).map(([size, bits]) => math`${divide(size, total)} \cdot ${thousandths(bits)}`);
  return math`${at(terms, 0)} + ${at(terms, 1)} \approx ${thousandths(remaining)}`;
}

function gainLines(children: Table) {
  const { parent, remaining, gain, entropies } = gainsOf(children);
  return [
    say`The entropies of the children are ${list(entropies.map(thousandths))}.`,
    say`What remains: ${remainingLine(children)}.`,
    say`So the gain is ${math`${thousandths(parent)} - ${thousandths(remaining)} = ${thousandths(gain)}`}.`,
  ];
}

/** The entropies that these nodes and their parent may need. */
function knownEntropies(nodes: Table) {
  const parent = [0, 1].map(i => nodes.slice(0, 2).reduce((all, node) => all + at(node, i), 0));
  const used = new Set([parent, ...nodes].filter(node => !node.includes(0)).map(knownShare));
  const values = KNOWN.filter(known => used.has(known) && known.bits < 1000).map(
    ({ top, bottom, bits }) => math`h(${rational(top, bottom)}) \approx ${thousandths(bits)}`,
  );
  return values.length === 0
    ? ''
    : say`For class shares ${math`s`} and ${math`1 - s`} the entropy is ${math`h(s)`}, with ${list(values)}.`;
}

/** A row of class counts a child. */
function countTable(classes: readonly string[], counts: Table, names?: readonly string[]): Formula {
  const rows = counts.map((row, i) => [names ? word(at(names, i)) : rational(i + 1), ...row]);
  return table([word(names ? '' : 'child'), ...classes.map(word)], rows);
}

/** Counts of three classes: one alone, two alike, or one with half and two with a quarter each. */
function drawDyadicChild(rng: Rng): number[] {
  const unit = rng.int(1, 4);
  const parts = rng.pick(['1 0 0', '1 1 0', '2 1 1']).split(' ').map(Number);
  return rng.shuffle(parts.map(part => part * unit));
}

function childLine(child: readonly number[], i: number) {
  const [size, held] = [sizeOf(child), child.filter(Boolean)];
  if (held.length === 1) return say`Child ${i + 1} is pure: its entropy is 0.`;
  const [shares, surprises] = [held.map(count => rational(count, size)), held.map(count => Math.log2(size / count))];
  return say`Child ${i + 1} has the class shares ${list(shares)}, so its entropy is ${productSumWorked(paired(shares, surprises))}.`;
}

function remainder(children: Table) {
  const sizes = children.map(sizeOf);
  const entropies = children.map(child => at(['0', '1', '3/2'], child.filter(Boolean).length - 1)).map(text => rational(text));
  const inAll = sum(paired(sizes, entropies).map(([size, bits]) => bits.times(size)));
  const total = sizeOf(sizes);
  return { sizes, total, entropies, inAll, key: inAll.over(total), mean: sum(entropies).over(entropies.length) };
}

/** Of a node with as many of each class, whose children have one class only or as many of each. */
function balanced(children: Table) {
  const total = sizeOf(children.flat());
  const mixed = children.filter(child => !child.includes(0)).map(sizeOf);
  const inPure = total - sizeOf(mixed);
  return {
    total,
    mixed,
    inPure,
    key: rational(inPure, total),
    remaining: rational(sizeOf(mixed), total),
    mean: rational(children.length - mixed.length, children.length),
    added: rational(1 - mixed.length),
  };
}

/** Both sides of each threshold: labels 1 and labels 0. */
function cuts(labels: readonly number[]): number[][][] {
  return labels
    .slice(1)
    .map((_, i) => [labels.slice(0, i + 1), labels.slice(i + 1)].map(side => [sizeOf(side), side.length - sizeOf(side)]));
}

function thresholdGains(labels: readonly number[]): number[] {
  return cuts(labels).map(children => gainsOf(children).gain);
}

/** The information that child and class share, in doubles from all counts. */
function provesGain({ children }: Split, [key]: readonly [Expression]): boolean {
  return Math.abs(numberOf(key) - sharedInformation(children)) < 0.004;
}

function sharedInformation(children: Table): number {
  const classes = at(children, 0).map((_, i) => sizeOf(children.map(child => at(child, i))));
  return entropyOf(classes) + entropyOf(children.map(sizeOf)) - entropyOf(children.flat());
}

/** In bits, from counts. */
function entropyOf(counts: readonly number[]): number {
  const total = sizeOf(counts);
  return counts.reduce((all, count) => (count === 0 ? all : all - (count / total) * Math.log2(count / total)), 0);
}
