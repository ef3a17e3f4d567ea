// Partitions: told from what is none, made by a feature, refined by a second one, merged along chains, and the sets that features can build.
import {
  answer,
  areDifferent,
  at,
  display,
  finiteSet,
  generator,
  graph,
  level,
  list,
  math,
  mistake,
  type Rng,
  say,
  word,
} from '#kit';

type Blocks = readonly (readonly number[])[];

const SPLITS = [
  'Four scripts split data points into folds for cross-validation.',
  'Four annotators sort photos into classes.',
  'Four runs of an algorithm sort points into clusters.',
];
const FAULTS = {
  gap: 'One that you chose leaves an element out. Each element needs a block.',
  overlap: 'One that you chose has an element in two blocks. Each element stands in exactly one.',
  empty: 'One that you chose has an empty block. The blocks of a partition are not empty.',
  stranger: 'One that you chose has an element that is not in the universe.',
} as const;
const KINDS = ['gap', 'overlap', 'empty', 'stranger'] as const;

const input = math`n`;
const FEATURES = [
  { kind: 'remainder', says: say`A cache puts the id ${input} into slot` },
  { kind: 'remainder', says: say`A loader gives the file ${input} to worker` },
  { kind: 'bin', says: say`A histogram puts the age ${input} into bin` },
  { kind: 'bin', says: say`A quantiser stores the grey value ${input} as` },
  { kind: 'distance', says: say`A radial feature measures the position ${input} by` },
  { kind: 'distance', says: say`A loss function scores the prediction ${input} by` },
] as const;
/** The value of n; a test of two numbers for the same value without it; how it is written; a sentence for the usual slip. */
const VALUES = {
  remainder: {
    of: (n: number, m: number) => n % m,
    alike: (m: number, a: number, b: number) => Number.isInteger((a - b) / m),
    shown: (m: number) => say`${math`n \bmod ${m}`}, the remainder of ${input} divided by ${m}`,
    trap: 'You compared quotients. Here the remainder counts.',
  },
  bin: {
    of: (n: number, m: number) => Math.floor(n / m),
    alike: (m: number, a: number, b: number) => range(Math.min(a, b) + 1, Math.max(a, b)).every(x => x % m > 0),
    shown: (m: number) => say`${math`\lfloor n / ${m} \rfloor`}, which is ${input} divided by ${m} and rounded down`,
    trap: 'Numbers can lie close together and still fall into two bins. Divide and round down.',
  },
  distance: {
    of: (n: number, m: number) => (n - m) * (n - m),
    alike: (m: number, a: number, b: number) => a === b || a + b === 2 * m,
    shown: (m: number) => say`${math`(n - ${m})^2`}`,
    trap: 'Subtract before you square. Numbers on both sides of the centre can have the same value.',
  },
} as const;
const CROSSED = [
  { things: 'images', names: ['label', 'cluster'] },
  { things: 'messages', names: ['language', 'topic'] },
  { things: 'users', names: ['country', 'device'] },
  { things: 'test runs', names: ['model', 'data'] },
];
const CHAINED = [
  { says: 'Two rules look for copies of the same customer among the records', names: ['name', 'phone'] },
  { says: 'Colour and texture group the image regions', names: ['colour', 'texture'] },
  { says: 'Two dictionaries group synonyms among the words', names: ['first', 'second'] },
  { says: 'Devices and cards connect the accounts', names: ['device', 'card'] },
];
const abc = say`${math`A`}, ${math`B`} and ${math`C`}`;
const SYSTEMS = [
  say`A decision tree may ask of an example whether it lies in ${math`A`}, in ${math`B`}, in ${math`C`}.`,
  say`A search engine combines the pages with three tags: ${abc}.`,
  say`A rule learner combines three conditions, which hold on ${abc}.`,
  say`Access rights are built from three groups of users: ${abc}.`,
];

export default generator({
  id: 'set-theory/partitions',
  version: 1,
  title: 'Partitions: blocks, refinement, merging',
  bullet: 'Sets, Classification and Partitions',
  why: 'Folds and splits, classes and clusters all cut a data set into blocks, so that each example lies in exactly one.',
  needs: ['set-theory/set-operations'],
  levels: [
    level({
      says: 'which collections are partitions',
      par: 45,
      pick(rng) {
        const size = rng.int(6, 7);
        const right = rng.int(1, 2);
        const good = range(1, right).map(() => drawBlocks(rng, size, rng.pick([1, 2, 3, 3, 3, 4, size])));
        const bad = rng.sample(KINDS, 4 - right).map(kind => ({ kind, blocks: spoiled(rng, kind, size) }));
        const options = rng.shuffle([...good.map(blocks => ({ kind: 'none' as const, blocks })), ...bad]);
        const isClear = areDifferent(...options.map(({ blocks }) => blocks.join('; ')));
        return isClear ? { size, options, scene: rng.index(SPLITS) } : undefined;
      },
      ask({ size, options, scene }) {
        const ids = ['a', 'b', 'c', 'd'];
        const where = (kind: string) => ids.filter((_, i) => at(options, i).kind === kind);
        const key = where('none');
        const plain = key.filter(id => ![1, size].includes(at(options, ids.indexOf(id)).blocks.length));
        return {
          statement: say`${at(SPLITS, scene)} Which of the four collections are partitions of ${math`U = ${finiteSet(upTo(size))}`}? Choose all that are.`,
          answers: [
            answer.several({
              key,
              options: options.map(({ blocks }, i) => ({ id: at(ids, i), text: say`${shown(blocks)}` })),
              mistakes: [
                ...KINDS.filter(kind => where(kind).length > 0).map(
                  kind => mistake([...key, ...where(kind)].sort())`${FAULTS[kind]}`,
                ),
                ...(plain.length > 0
                  ? [mistake(plain)`You left one out. A single block is allowed, and so are blocks of one element.`]
                  : []),
                mistake(ids.filter(id => !key.includes(id)))`You chose those that are not partitions.`,
              ],
            }),
          ],
          hints: [
            say`A partition of ${math`U`} is a collection of nonempty subsets, its blocks. Each element of ${math`U`} lies in exactly one of them.`,
            say`For each collection: go through ${math`U`} and count in how many blocks each element stands. Then look for empty blocks and for elements from outside.`,
            say`Begin with the element 1: in each collection it has to stand in exactly one block.`,
          ],
          solution: options.map(({ blocks }) => say`${shown(blocks)}: ${judged(blocks, size)}`),
        };
      },
      // The elements of all blocks, sorted, are those of the universe; and no block is empty.
      verify({ size, options }, [key]) {
        const holds = (blocks: Blocks) => blocks.every(block => block[0]) && blocks.flat().sort().join() === upTo(size).join();
        return options.every(({ blocks }, i) => holds(blocks) === key.includes('abcd'.charAt(i)));
      },
    }),

    level({
      says: 'the partition that a feature makes',
      par: 45,
      pick(rng) {
        const scene = rng.index(FEATURES);
        const { kind } = at(FEATURES, scene);
        const m = kind === 'bin' ? rng.pick([5, 10]) : rng.int(3, 6);
        const [low, high] = kind === 'distance' ? [m - 5, m + 5] : [1, kind === 'bin' ? 5 * m : 30];
        const items = rng.sample(range(low, high), 7).sort((a, b) => a - b);
        const item = rng.pick(items);
        const { blocks, block, confused } = featured(scene, m, items, item);
        const isKind = block.length > 1 && block.length < 5 && blocks.length > 2 && blocks.length < 6;
        const isClear = isKind && blocks.length !== block.length && areDifferent(block, confused, [item]);
        return isClear ? { scene, m, items, item } : undefined;
      },
      ask({ scene, m, items, item }) {
        const { says, kind } = at(FEATURES, scene);
        const { values, blocks, block, possible, confused } = featured(scene, m, items, item);
        const value = at(values, items.indexOf(item));
        return {
          statement: say`${says} ${VALUES[kind].shown(m)}. Numbers with the same value share a block. For ${math`U = ${finiteSet(items)}`}, which block contains ${item}, and how many blocks are there?`,
          answers: [
            answer.set({
              label: say`Block of ${item}:`,
              key: finiteSet(block),
              mistakes: [
                mistake(finiteSet(block.filter(x => x !== item)))`The number ${item} lies in its own block too.`,
                mistake(finiteSet([item]))`Other numbers in ${math`U`} have the same value. They share the block.`,
                mistake(finiteSet(confused))`${VALUES[kind].trap}`,
              ],
            }),
            answer.number({
              label: say`Blocks:`,
              key: blocks.length,
              mistakes: [
                mistake(items.length)`That is how many numbers there are. Those with the same value share a block.`,
                mistake(possible)`You counted values that no number of ${math`U`} takes. They make no block.`,
                mistake(block.length)`That is the size of the block of ${item}. Count the different values.`,
              ],
            }),
          ],
          hints: [
            say`A feature cuts a set into blocks: two elements share a block exactly when the feature has the same value for both.`,
            say`Write the value under each number. Equal values make a block; the number of different values is the number of blocks.`,
            say`For ${item} the value is ${value}.`,
          ],
          solution: [
            say`Values in the order of ${math`U`}: ${list(values)}.`,
            say`The value of ${item} is ${value}, so its block is ${finiteSet(block)}.`,
            say`The ${blocks.length} blocks: ${shown(blocks)}.`,
          ],
        };
      },
      // Compares the numbers in pairs, without working out a value: by divisibility, by borders between, by symmetry.
      verify({ scene, m, items, item }, [block, count]) {
        const { alike } = VALUES[at(FEATURES, scene).kind];
        const first = items.filter((n, i) => !items.slice(0, i).some(other => alike(m, n, other)));
        return block.equals(finiteSet(items.filter(n => alike(m, n, item)))) && count.equals(first.length);
      },
    }),

    level({
      says: 'the common refinement of two partitions',
      par: 60,
      pick(rng) {
        const n = rng.int(7, 9);
        const [P, Q, item] = [drawBlocks(rng, n, rng.int(2, 3)), drawBlocks(rng, n, 3), rng.int(1, n)];
        const blocks = meet(P, Q);
        const isKind = blocks.length > 3 && ![P.length * Q.length, P.length + Q.length, n].includes(blocks.length);
        return isKind && areDifferent(blockOf(P, item), blockOf(Q, item), blockOf(blocks, item))
          ? { n, P, Q, item, scene: rng.index(CROSSED) }
          : undefined;
      },
      ask({ n, P, Q, item, scene }) {
        const { things, names } = at(CROSSED, scene);
        const blocks = meet(P, Q);
        const [p, q, block] = [setWith(P, item), setWith(Q, item), setWith(blocks, item)];
        return {
          statement: say`The ${things} 1 to ${n} are grouped by ${at(names, 0)} and by ${at(names, 1)}.${grouped(names, P, Q)} The common refinement keeps those together that share both groups. How many blocks does it have, and which one contains ${item}?`,
          answers: [
            answer.number({
              label: say`Blocks:`,
              key: blocks.length,
              mistakes: [
                mistake(P.length * Q.length)`You counted all pairs of groups. Those that share nothing make no block.`,
                mistake(P.length + Q.length)`You counted the groups of both lists. The blocks are what they share.`,
                mistake(merged(P, Q).length)`You merged the groups. Here they are cut: a block shares both groups.`,
                mistake(n)`You counted the ${things}. Some of them agree in both groups and share a block.`,
              ],
            }),
            answer.set({
              label: say`Block of ${item}:`,
              key: block,
              mistakes: [
                mistake(p)`That is its group by ${at(names, 0)}. Keep those that share the other group too.`,
                mistake(q)`That is its group by ${at(names, 1)}. Keep those that share the other group too.`,
                mistake(p.union(q))`You put its two groups together. The block is what both have in common.`,
              ],
            }),
          ],
          hints: [
            say`The blocks of the common refinement are the nonempty intersections of a block of one partition and a block of the other.`,
            say`Give each element its pair of groups. Elements with the same pair share a block; count the pairs that occur.`,
            say`By ${at(names, 0)}, ${item} is in ${p}.`,
          ],
          solution: [
            say`${math`${p} \cap ${q} = ${block}`} is the block of ${item}.`,
            say`The ${blocks.length} nonempty intersections: ${shown(blocks)}.`,
          ],
        };
      },
      // Gives each element its pair of groups: equal pairs, equal blocks.
      verify({ n, P, Q, item }, [count, block]) {
        const pair = (x: number) => [P, Q].map(blocks => blocks.findIndex(inside => inside.includes(x))).join();
        const same = upTo(n).filter(x => pair(x) === pair(item));
        return count.equals(new Set(upTo(n).map(pair)).size) && block.equals(finiteSet(same));
      },
    }),

    level({
      says: 'two partitions merged along chains',
      par: 75,
      pick(rng) {
        const n = rng.int(7, 8);
        const [P, Q, item] = [drawBlocks(rng, n, n - 3), drawBlocks(rng, n, n - 3), rng.int(1, n)];
        const steps = growth(P, Q, item);
        const isKind = steps.length > 2 && at(steps, steps.length - 1).length < n - 1;
        const isClear = isKind && areDifferent(merged(P, Q).length, meet(P, Q).length, P.length, n);
        return isClear ? { n, P, Q, item, scene: rng.index(CHAINED) } : undefined;
      },
      ask({ n, P, Q, item, scene }) {
        const { says, names } = at(CHAINED, scene);
        const [blocks, steps] = [merged(P, Q), growth(P, Q, item)];
        const [p, q] = [setWith(P, item), setWith(Q, item)];
        return {
          statement: say`${says} 1 to ${n}.${grouped(names, P, Q)} What shares a block in either of the two is merged, also along chains. How many blocks does this leave, and which one contains ${item}?`,
          answers: [
            answer.number({
              label: say`Blocks:`,
              key: blocks.length,
              mistakes: [
                mistake(meet(P, Q).length)`You kept together what shares both blocks. One shared block is enough to merge.`,
                mistake(P.length)`That is the number of blocks in each of the two. Merging leaves fewer.`,
                mistake(blocks.filter(block => block.length > 1).length)`You left out what stays alone. It is a block too.`,
              ],
            }),
            answer.set({
              label: say`Block of ${item}:`,
              key: setWith(blocks, item),
              mistakes: [
                mistake(p.union(q))`You took one step. What came in brings its own blocks along: go on.`,
                mistake(p)`That is its block in the first of the two. The other one merges too.`,
                mistake(q)`That is its block in the second of the two. The other one merges too.`,
                mistake(p.intersection(q))`You kept what shares both blocks. One shared block is enough to merge.`,
              ],
            }),
          ],
          hints: [
            say`This is the finest partition that both refine: each of its blocks is made of whole blocks of the first, and of whole blocks of the second.`,
            say`Begin with the block of ${item}. Add all blocks that share an element with it, of both partitions, until nothing new comes in. Then do the same with what is left.`,
            say`The first partition has ${item} in ${p}, the second one in ${q}.`,
          ],
          solution: [
            ...steps
              .slice(1)
              .map((step, i) => say`${i === 0 ? say`One step from ${item}` : 'The next step'} reaches ${finiteSet(step)}.`),
            say`Nothing new comes in, so this is the block of ${item}.`,
            say`The ${blocks.length} blocks: ${shown(blocks)}.`,
          ],
        };
      },
      // A graph that ties each element to its two blocks: its connected components.
      verify({ n, P, Q, item }, [count, block]) {
        const places = [...P, ...Q].map((_, i) => `block ${i}`);
        const ties = [...P, ...Q].flatMap((inside, i) => inside.map(x => [x, at(places, i)] as const));
        const components = graph({ nodes: [...upTo(n), ...places], edges: ties }).components();
        const own = components.find(nodes => nodes.includes(item)) ?? [];
        return count.equals(components.length) && block.equals(finiteSet(upTo(n).filter(x => own.includes(x))));
      },
    }),

    level({
      says: 'the sets that three features can build',
      par: 90,
      pick(rng) {
        const n = rng.int(6, 8);
        const sets = Array.from({ length: 3 }, () => rng.sample(upTo(n), rng.int(2, 4)).sort((a, b) => a - b));
        const item = rng.int(1, n);
        const { atoms, atom, positive } = algebra(n, sets, item);
        const isKind = atoms.length > 3 && atoms.length < 7 && atoms.length < n && areDifferent(...sets);
        return isKind && areDifferent(atom, positive) ? { n, sets, item, scene: rng.index(SYSTEMS) } : undefined;
      },
      ask({ n, sets, item, scene }) {
        const { atoms, atom, positive } = algebra(n, sets, item);
        const note = ['A', 'B', 'C'].map((name, i) => word(`${name} ${at(sets, i).includes(item) ? 'yes' : 'no'}`));
        return {
          statement: say`${at(SYSTEMS, scene)} ${display(math`U = \{1, 2, \ldots, ${n}\},\quad A = ${finiteSet(at(sets, 0))}`)} ${display(math`B = ${finiteSet(at(sets, 1))},\quad C = ${finiteSet(at(sets, 2))}`)} How many different sets can be built from ${abc} with union, intersection and complement, ${math`\varnothing`} and ${math`U`} included? Which is the smallest one that contains ${item}?`,
          answers: [
            answer.number({
              label: say`Sets:`,
              key: 2 ** atoms.length,
              mistakes: [
                mistake(atoms.length)`That is the number of atoms. A set takes or leaves each one: count the ways.`,
                mistake(2 ** atoms.length - 1)`The empty set comes out too, as ${math`A \cap A^c`}.`,
                mistake(256)`That takes eight atoms. Some ways of being in or out hold no element.`,
                mistake(2 ** n)`Those are all subsets of ${math`U`}. Elements that ${abc} treat alike stay together.`,
              ],
            }),
            answer.set({
              label: say`Smallest with ${item}:`,
              key: finiteSet(atom),
              mistakes: [
                mistake(finiteSet(positive))`Complements help too: ${item} is outside at least one of the three sets.`,
                mistake(finiteSet([item]))`No set gets this small: something else lies in the same ones of ${abc}.`,
              ],
            }),
          ],
          hints: [
            say`Elements that lie in the same ones of ${math`A, B, C`} cannot be told apart. They form blocks, the atoms.`,
            say`Note for each element in which of the three sets it lies; equal notes make an atom. Each set that can be built takes or leaves every atom, so ${math`k`} atoms give ${math`2^k`} sets.`,
            say`The note of ${item}: ${list(note)}.`,
          ],
          solution: [
            say`The atoms: ${shown(atoms)}.`,
            say`Each set takes or leaves each of the ${atoms.length}: ${math`2^${atoms.length} = ${2 ** atoms.length}`} sets.`,
            say`The atom of ${item} is ${finiteSet(atom)}. No set that contains ${item} is smaller.`,
          ],
        };
      },
      // Builds all of them, as bits, until union and complement give nothing new.
      verify({ n, sets, item }, [count, smallest]) {
        const all = 2 ** n - 1;
        const bits = (set: readonly number[]) => set.reduce((mask, x) => mask | (1 << (x - 1)), 0);
        const found = new Set(sets.map(bits));
        for (const mask of found) {
          found.add(all ^ mask);
          for (const other of found) found.add(mask | other);
        }
        const least = [...found].filter(mask => mask & bits([item])).reduce((meet, mask) => meet & mask);
        return count.equals(found.size) && smallest.equals(finiteSet(upTo(n).filter(x => least & bits([x]))));
      },
    }),
  ],
});

const range = (low: number, high: number) => Array.from({ length: high - low + 1 }, (_, i) => low + i);
const upTo = (n: number) => range(1, n);

/** The numbers 1 to n in so many nonempty blocks: one for each block first, then the others at random. */
function drawBlocks(rng: Rng, n: number, count: number): number[][] {
  const [places, order] = [rng.ints(n, 0, count - 1), rng.shuffle(upTo(n))];
  return inOrder(range(0, count - 1).map(block => order.filter((_, i) => (i < count ? i : places[i]) === block)));
}

function inOrder(blocks: Blocks): number[][] {
  return blocks.map(block => [...block].sort((a, b) => a - b)).sort(([a = 0], [b = 0]) => a - b);
}

function spoiled(rng: Rng, kind: (typeof KINDS)[number], size: number): number[][] {
  const [first = [], second = [], ...rest] = rng.shuffle(drawBlocks(rng, size, 3)).sort((a, b) => b.length - a.length);
  if (kind === 'gap') return inOrder([first.slice(0, -1), second, ...rest]);
  if (kind === 'overlap') return inOrder([first, [...second, rng.pick(first)], ...rest]);
  if (kind === 'stranger') return inOrder([first, [...second, size + 1], ...rest]);
  return [...inOrder([first, second, ...rest]), []];
}

function shown(blocks: Blocks) {
  return list(blocks.map(finiteSet));
}

/** Whether blocks are a partition of 1 to size, and if not, why. */
function judged(blocks: Blocks, size: number) {
  const missing = upTo(size).find(x => !blocks.some(block => block.includes(x)));
  const twice = upTo(size).find(x => blocks.filter(block => block.includes(x)).length > 1);
  if (missing !== undefined) return say`no, ${missing} is missing.`;
  if (twice !== undefined) return say`no, ${twice} stands in two blocks.`;
  if (blocks.some(block => block.length === 0)) return say`no, a block is empty.`;
  if (blocks.flat().length > size) return say`no, ${size + 1} is not in ${math`U`}.`;
  return say`yes, each element stands in exactly one block.`;
}

function blockOf(blocks: Blocks, item: number): readonly number[] {
  return blocks.find(block => block.includes(item)) ?? [];
}

const setWith = (blocks: Blocks, item: number) => finiteSet(blockOf(blocks, item));

/** The nonempty intersections: the common refinement. */
function meet(P: Blocks, Q: Blocks): number[][] {
  return inOrder(P.flatMap(p => Q.map(q => p.filter(x => q.includes(x))).filter(block => block.length > 0)));
}

/** From one element by whole blocks of either partition, a step at a time, until nothing new comes in. */
function growth(P: Blocks, Q: Blocks, item: number): (readonly number[])[] {
  const steps: (readonly number[])[] = [[item]];
  for (;;) {
    const before = at(steps, steps.length - 1);
    const reached = [...P, ...Q].filter(block => block.some(x => before.includes(x))).flat();
    const after = [...new Set(reached)].sort((a, b) => a - b);
    if (after.length === before.length) return steps;
    steps.push(after);
  }
}

function merged(P: Blocks, Q: Blocks): number[][] {
  const blocks: (readonly number[])[] = [];
  for (const x of P.flat()) if (!blocks.some(block => block.includes(x))) blocks.push(growth(P, Q, x).at(-1) ?? []);
  return inOrder(blocks);
}

/** Each partition on a line of its own below what it goes by. */
function grouped(names: readonly string[], ...partitions: readonly Blocks[]) {
  const title = (i: number) => at(names, i).replace(/^./, letter => letter.toUpperCase());
  return partitions.flatMap((blocks, i) => say` ${title(i)}: ${display(shown(blocks))}`);
}

/** The blocks of a feature, that of the item, how many values could occur, and what a likely slip takes for the block. */
function featured(scene: number, m: number, items: readonly number[], item: number) {
  const { kind } = at(FEATURES, scene);
  const values = items.map(n => VALUES[kind].of(n, m));
  const blocks = [...new Set(values)].map(value => items.filter((_, i) => values[i] === value));
  const possible = { remainder: m, bin: Math.max(...values) - Math.min(...values) + 1, distance: items.length }[kind];
  const confused = {
    remainder: items.filter(n => Math.floor(n / m) === Math.floor(item / m)),
    bin: items.filter(n => Math.abs(n - item) < m),
    distance: items.filter(n => n * n === item * item),
  }[kind];
  return { values, blocks, possible, block: blockOf(blocks, item), confused };
}

/** Elements that lie in the same ones of the sets; the one with the item, and what only the sets around the item make. */
function algebra(n: number, sets: Blocks, item: number) {
  const note = (x: number) => sets.map(set => set.includes(x)).join();
  const notes = [...new Set(upTo(n).map(note))];
  const atoms = notes.map(text => upTo(n).filter(x => note(x) === text));
  const positive = upTo(n).filter(x => sets.every(set => !set.includes(item) || set.includes(x)));
  return { atoms, atom: blockOf(atoms, item), positive };
}
