// Unions counted without counting twice: of two sets, of three, backwards from the union, and how much three sets must or can share.
import {
  answer,
  areDifferent,
  at,
  figure,
  generator,
  level,
  list,
  math,
  mistake,
  type Rng,
  rational,
  say,
  table,
  word,
} from '#kit';

/** What has two properties: "photos that show a cat, a dog, both". */
const PAIRS = [
  { things: 'photos', verb: 'show', first: 'a cat', second: 'a dog', names: ['cat', 'dog'] },
  { things: 'messages', verb: 'contain', first: 'a link', second: 'an image', names: ['link', 'image'] },
  { things: 'customers', verb: 'bought', first: 'a book', second: 'a game', names: ['book', 'game'] },
  { things: 'sentences', verb: 'mention', first: 'a city', second: 'a person', names: ['city', 'person'] },
  { things: 'test images', verb: 'fool', first: 'model A', second: 'model B', names: ['A', 'B'] },
  { things: 'data sets', verb: 'hold', first: 'text', second: 'audio', names: ['text', 'audio'] },
];
const TRIPLES = [
  { things: 'photos', thing: 'photo', verb: 'show', names: ['cat', 'dog', 'person'] },
  { things: 'messages', thing: 'message', verb: 'contain', names: ['link', 'image', 'price'] },
  { things: 'listeners', thing: 'listener', verb: 'like', names: ['jazz', 'rock', 'folk'] },
  { things: 'sentences', thing: 'sentence', verb: 'mention', names: ['city', 'person', 'date'] },
  { things: 'patients', thing: 'patient', verb: 'have', names: ['fever', 'cough', 'rash'] },
];
/** Three sets inside `things`, and how those in all of them are called. */
const SHARED = [
  { open: 'Three models solve', things: 'test cases', says: 'solved by all three' },
  { open: 'Three features are known for', things: 'patients', says: 'with all three features known' },
  { open: 'Three crawlers saved', things: 'pages', says: 'saved by all three' },
  { open: 'Three annotators labelled', things: 'photos', says: 'labelled by all three' },
  { open: 'Three filters keep', things: 'comments', says: 'kept by all three' },
];

export default generator({
  id: 'set-theory/inclusion-exclusion',
  version: 1,
  title: 'Counting unions: inclusion-exclusion',
  bullet: 'Sets, Classification and Partitions',
  why: 'Labels, feature sets and errors overlap. Counting their union means that nothing counts twice.',
  needs: ['set-theory/set-operations'],
  levels: [
    level({
      says: 'the size of a union of two sets',
      par: 20,
      pick(rng) {
        const [a, b] = [rng.int(12, 70), rng.int(12, 70)];
        const both = rng.int(3, Math.min(a, b) - 4);
        const { union, twice, one } = twoSets(a, b, both);
        return areDifferent(a, b, union, twice, one) ? { a, b, both, scene: rng.index(PAIRS) } : undefined;
      },
      ask({ a, b, both, scene }) {
        const { things, verb, first, second } = at(PAIRS, scene);
        const { union, twice, one } = twoSets(a, b, both);
        return {
          statement: say`${a} ${things} ${verb} ${first}, ${b} ${verb} ${second}, and ${both} of these ${verb} both. How many ${verb} at least one of the two?`,
          answers: [
            answer.number({
              label: say`At least one:`,
              key: union,
              mistakes: [
                mistake(twice)`Those with both are counted twice here. Take them away once.`,
                mistake(one)`You took those with both away altogether. They have at least one: count them once.`,
                mistake(twice + both)`Those with both are counted three times here. Take them away instead.`,
                mistake(a - both)`Those have only the first of the two. Add all that have the second.`,
                mistake(b - both)`Those have only the second of the two. Add all that have the first.`,
              ],
            }),
          ],
          hints: [
            say`“At least one” asks for the union: ${math`\lvert A \cup B \rvert = \lvert A \rvert + \lvert B \rvert - \lvert A \cap B \rvert`}.`,
            say`Add the sizes of the two sets. What lies in both is then counted twice, so take it away once.`,
            say`The two sizes add up to ${twice}.`,
          ],
          solution: [
            say`The sizes of the two sets: ${math`${a} + ${b} = ${twice}`}.`,
            say`Those with both are counted twice in it: ${math`${twice} - ${both} = ${union}`}.`,
          ],
        };
      },
      // Puts the things in a line, the two sets as two stretches that overlap, and counts along it.
      verify: ({ a, b, both }, [key]) => key.equals(countIn(lineOf(a, b, both, 200), (inA, inB) => inA || inB)),
    }),

    level({
      says: 'only one set, exactly one, and neither',
      par: 45,
      pick(rng) {
        const all = 10 * rng.int(6, 20);
        const [a, b] = [rng.int(15, all - 20), rng.int(15, all - 20)];
        const both = rng.int(4, Math.min(a, b) - 4);
        const { union, twice, one } = twoSets(a, b, both);
        const [onlyFirst, neither] = [a - both, all - union];
        const isKind = neither > 3 && twice !== all && areDifferent(onlyFirst, b - both, a, b, both);
        const isClear = isKind && areDifferent(one, union, twice, neither, onlyFirst, all - one);
        return isClear ? { all, a, b, both, scene: rng.index(PAIRS) } : undefined;
      },
      ask({ all, a, b, both, scene }) {
        const { things, verb, first, second, names } = at(PAIRS, scene);
        const { union, twice, one } = twoSets(a, b, both);
        const [onlyFirst, onlySecond] = [a - both, b - both];
        return {
          statement: say`Of ${all} ${things}, ${a} ${verb} ${first}, ${b} ${verb} ${second}, and ${both} ${verb} both. How many ${verb} ${first} but not ${second}? How many ${verb} exactly one of the two, and how many neither?`,
          figures: [figure.venn(names, { regions: { '11': both }, universe: things })],
          answers: [
            answer.number({
              label: say`Only ${first}:`,
              key: onlyFirst,
              mistakes: [
                mistake(a)`Among these are those with both. Take them away.`,
                mistake(onlySecond)`Those have the second but not the first. Take the first set without the overlap.`,
                mistake(all - b)`Among these are those with neither. Start from the first set alone.`,
              ],
            }),
            answer.number({
              label: say`Exactly one:`,
              key: one,
              mistakes: [
                mistake(union)`That is at least one. Those with both do not have exactly one: take them away again.`,
                mistake(twice)`Those with both are counted twice here, and they should not count at all.`,
                mistake(all - union)`That is how many ${verb} neither of the two.`,
                mistake(onlySecond)`That is only one side. Those with the first alone count too.`,
              ],
            }),
            answer.number({
              label: say`Neither:`,
              key: all - union,
              mistakes: [
                mistake(all - twice)`You took those with both away twice. Take the union away, where they count once.`,
                mistake(union)`That is how many ${verb} at least one. Take this number from ${all}.`,
                mistake(all - one)`Among these are those with both. Take them away too.`,
                mistake(all - both)`Among these are those with exactly one. “Neither” is outside both sets.`,
              ],
            }),
          ],
          hints: [
            say`Two sets cut the whole into four regions: both, only the first, only the second, neither.`,
            say`Take the overlap away from each set. What is left of them is “exactly one”; with the overlap it is the union, and the rest is neither.`,
            say`Only the second of the two: ${math`${b} - ${both} = ${onlySecond}`}.`,
          ],
          solution: [
            say`Only the first: ${math`${a} - ${both} = ${onlyFirst}`}. Only the second: ${math`${b} - ${both} = ${onlySecond}`}.`,
            say`Exactly one: ${math`${onlyFirst} + ${onlySecond} = ${one}`}.`,
            say`At least one: ${math`${one} + ${both} = ${union}`}. Neither: ${math`${all} - ${union} = ${all - union}`}.`,
          ],
        };
      },
      // The things in a line, the two sets as two stretches that overlap: count each region along it.
      verify({ all, a, b, both }, [onlyFirst, one, neither]) {
        const line = lineOf(a, b, both, all);
        return (
          onlyFirst.equals(countIn(line, (inA, inB) => inA && !inB)) &&
          one.equals(countIn(line, (inA, inB) => inA !== inB)) &&
          neither.equals(countIn(line, (inA, inB) => !(inA || inB)))
        );
      },
    }),

    level({
      says: 'three sets: at least one, or none',
      par: 60,
      pick(rng) {
        const given = { ...drawRegions(rng), asked: rng.pick(['some', 'none'] as const), scene: rng.index(TRIPLES) };
        const { all, ones, twos, three, union } = threeSets(given);
        const wholes = [union, ones, ones - twos, ones - twos - three];
        return areDifferent(...wholes, ...wholes.map(whole => all - whole)) ? given : undefined;
      },
      ask(given) {
        const { things, verb } = at(TRIPLES, given.scene);
        const { all, singles, pairs, ones, twos, three, union } = threeSets(given);
        const isNone = given.asked === 'none';
        const from = (whole: number) => (isNone ? all - whole : whole);
        return {
          statement: say`${counted(given)} ${rowsOf(given, 'all three', three)} How many of them ${verb} ${isNone ? 'none of the three' : 'at least one of the three'}?`,
          answers: [
            answer.number({
              label: isNone ? say`None:` : say`At least one:`,
              key: from(union),
              mistakes: [
                mistake(from(ones - twos))`The last row is missing. Those with all three have cancelled out so far: add them.`,
                mistake(
                  from(ones - twos - three),
                )`You subtracted the last row. Those with all three have cancelled out by then: add them.`,
                mistake(
                  from(ones),
                )`You left out the rows of pairs. What lies in two sets counts twice until they are subtracted.`,
                mistake(
                  all - from(union),
                )`${isNone ? say`That is how many ${verb} at least one. Take this number from ${all}.` : say`That is how many ${verb} none of the three.`}`,
              ],
            }),
          ],
          hints: [
            say`The union of three sets: add the single sizes, subtract the overlaps of two, add the overlap of all three.`,
            isNone
              ? say`Find how many have at least one: single rows minus rows of pairs plus the last row. The others have none.`
              : say`Single rows minus rows of pairs plus the last row. The number of all ${things} is not needed.`,
            say`The single rows add up to ${ones}.`,
          ],
          solution: [
            say`Single rows: ${math`${at(singles, 0)} + ${at(singles, 1)} + ${at(singles, 2)} = ${ones}`}.`,
            say`Rows of pairs: ${math`${at(pairs, 0)} + ${at(pairs, 1)} + ${at(pairs, 2)} = ${twos}`}.`,
            say`At least one: ${math`${ones} - ${twos} + ${three} = ${union}`}.`,
            ...(isNone ? [say`None: ${math`${all} - ${union} = ${all - union}`}.`] : []),
          ],
        };
      },
      // Makes every single thing with its properties, and counts those that fit.
      verify(given, [key]) {
        const found = thingsOf(given).filter(count => (given.asked === 'none' ? count === 0 : count > 0));
        return key.equals(found.length);
      },
    }),

    level({
      says: 'three sets backwards: all three, exactly two',
      par: 75,
      pick(rng) {
        const given = { ...drawRegions(rng), scene: rng.index(TRIPLES) };
        const { all, ones, twos, three, union } = threeSets(given);
        const isClear = areDifferent(three, all - ones + twos, ones - union, ones - twos);
        return isClear && areDifferent(twos, twos - three, twos - 2 * three, twos - 3 * three) ? given : undefined;
      },
      ask(given) {
        const { verb } = at(TRIPLES, given.scene);
        const { all, ones, twos, three, union } = threeSets(given);
        return {
          statement: say`${counted(given)} ${rowsOf(given, 'none', given.none)} How many of them ${verb} all three, and how many exactly two?`,
          answers: [
            answer.number({
              label: say`All three:`,
              key: three,
              mistakes: [
                mistake(all - ones + twos)`You put all of them into the union. Take those with none away first.`,
                mistake(
                  ones - twos,
                )`That is the single rows minus the rows of pairs. What the union has beyond it is the answer.`,
                mistake(ones - union)`You left out the rows of pairs. They are subtracted in the formula for the union.`,
                mistake(-three)`A count is not negative. In the formula for the union the last overlap is added.`,
              ],
            }),
            answer.number({
              label: say`Exactly two:`,
              key: twos - 3 * three,
              mistakes: [
                mistake(twos)`Each row of a pair also counts those with all three. Take them away from each one.`,
                mistake(twos - three)`Those with all three stand in three rows of pairs. Take them away three times.`,
                mistake(twos - 2 * three)`That is at least two: those with all three still count once.`,
              ],
            }),
          ],
          hints: [
            say`The union of three sets: add the single sizes, subtract the overlaps of two, add the overlap of all three.`,
            say`All but those with none are in the union. Solve the formula for the overlap of all three, then take it away from each row of a pair.`,
            say`The union holds ${math`${all} - ${given.none} = ${union}`} of them.`,
          ],
          solution: [
            say`Union: ${math`${all} - ${given.none} = ${union}`}. Single rows: ${ones}. Rows of pairs: ${twos}.`,
            say`So ${math`${union} = ${ones} - ${twos} + x`}, and all three: ${math`x = ${three}`}.`,
            say`Each of the three rows of pairs also counts those with all three. Exactly two: ${math`${twos} - 3 \cdot ${three} = ${twos - 3 * three}`}.`,
          ],
        };
      },
      // Makes every single thing with its properties, and counts those that fit.
      verify(given, [three, two]) {
        const counts = thingsOf(given);
        return three.equals(counts.filter(count => count === 3).length) && two.equals(counts.filter(count => count === 2).length);
      },
    }),

    level({
      says: 'how much three sets share at least and at most',
      par: 60,
      pick(rng) {
        const all = 10 * rng.int(2, 6);
        const missing = rng.ints(3, 2, all / 2);
        const sizes = missing.map(count => all - count);
        const { least, most, two, single } = bounds(all, sizes);
        return least !== most && areDifferent(least, two, single) ? { all, sizes, scene: rng.index(SHARED) } : undefined;
      },
      ask({ all, sizes, scene }) {
        const { open, things, says } = at(SHARED, scene);
        const [a, b, c] = [at(sizes, 0), at(sizes, 1), at(sizes, 2)];
        const { missing, total, least, most, two, single } = bounds(all, sizes);
        return {
          statement: say`${open} ${a}, ${b} and ${c} of the same ${all} ${things}. What are the smallest and the largest possible number of ${things} ${says}?`,
          answers: [
            answer.number({
              label: say`Smallest:`,
              key: least,
              mistakes: [
                mistake(two)`That is for the two smallest sets alone. The third can leave out still others.`,
                mistake(all - total)`More are left out than there are, so they overlap. A count is not negative.`,
                mistake(0)`That would need more room. See how many the three sets leave out together.`,
                mistake(single)`That is the smallest set. It need not lie inside the others.`,
              ],
            }),
            answer.number({
              label: say`Largest:`,
              key: most,
              mistakes: [
                mistake(Math.max(a, b, c))`That is the largest set. The overlap has to lie inside the smallest one too.`,
                mistake(all)`The overlap lies inside each of the three sets, and none of them is the whole.`,
                mistake(least)`That is the smallest number. The sets may also lie inside each other.`,
              ],
            }),
          ],
          jointMistakes: [{ wrong: [rational(most), rational(least)], says: say`The two are swapped.` }],
          hints: [
            say`The overlap lies inside each set. What even one of the three leaves out is lost to it.`,
            say`Largest: put the sets inside each other. Smallest: let each set leave out other things, as far as there is room.`,
            say`The sets leave out ${list(missing)} of the ${all}.`,
          ],
          solution: [
            say`Largest: let the smallest set lie inside the two others. Then all its ${most} are shared.`,
            say`Left out: ${math`${at(missing, 0)} + ${at(missing, 1)} + ${at(missing, 2)} = ${total}`}, if no two sets leave out the same.`,
            total < all
              ? say`The others lie in all three sets. Smallest: ${math`${all} - ${total} = ${least}`}.`
              : say`That is ${total === all ? 'all there are' : say`more than ${all}`}, so nothing has to be shared. Smallest: 0.`,
          ],
        };
      },
      // Goes through all sizes that the overlap of two sets, and then of that with the third, can have in this universe.
      verify({ all, sizes }, [least, most]) {
        const [a, b, c] = [at(sizes, 0), at(sizes, 1), at(sizes, 2)];
        const shared = overlaps(a, b, all).flatMap(two => overlaps(two, c, all));
        return least.equals(Math.min(...shared)) && most.equals(Math.max(...shared));
      },
    }),
  ],
});

function twoSets(a: number, b: number, both: number) {
  return { union: a + b - both, twice: a + b, one: a + b - 2 * both };
}

/** Things in a line, each with whether it lies in the first set and whether in the second. */
function lineOf(a: number, b: number, both: number, all: number): [boolean, boolean][] {
  return Array.from({ length: all }, (_, i) => [i < a, i >= a - both && i < a - both + b]);
}

function countIn(line: readonly [boolean, boolean][], fits: (inA: boolean, inB: boolean) => boolean): number {
  return line.filter(([inA, inB]) => fits(inA, inB)).length;
}

/** The eight regions of three sets: in one alone, in just two (without the third, the second, the first), in all, in none. */
interface Regions {
  readonly alone: readonly number[];
  readonly pairs: readonly number[];
  readonly three: number;
  readonly none: number;
}

/** All regions have something in them, and there is a round number of things. */
function drawRegions(rng: Rng): Regions {
  const [alone, pairs, three] = [rng.ints(3, 3, 24), rng.ints(3, 2, 9), rng.int(2, 8)];
  const inside = added([...alone, ...pairs, three]);
  return { alone, pairs, three, none: 10 - (inside % 10) + 10 * rng.int(0, 1) };
}

/** What the rows of the table say, their sums, and the union by inclusion and exclusion. */
function threeSets({ alone: [x = 0, y = 0, z = 0], pairs: [xy = 0, xz = 0, yz = 0], three, none }: Regions) {
  const singles = [x + xy + xz + three, y + xy + yz + three, z + xz + yz + three];
  const pairs = [xy + three, xz + three, yz + three];
  const [ones, twos] = [added(singles), added(pairs)];
  const union = ones - twos + three;
  return { singles, pairs, ones, twos, three, union, all: union + none };
}

/** For every single thing, in how many of the sets it lies. */
function thingsOf({ alone, pairs, three, none }: Regions): number[] {
  const places = (counts: readonly number[], inside: number) =>
    counts.flatMap(count => Array.from({ length: count }, () => inside));
  return [...places(alone, 1), ...places(pairs, 2), ...places([three], 3), ...places([none], 0)];
}

function counted({ scene, ...regions }: Regions & { readonly scene: number }) {
  const { things, thing, verb } = at(TRIPLES, scene);
  return say`The table counts ${threeSets(regions).all} ${things} by what they ${verb}. A ${thing} counts in every row that fits.`;
}

function rowsOf(given: Regions & { readonly scene: number }, last: string, count: number) {
  const { things, verb, names } = at(TRIPLES, given.scene);
  const { singles, pairs } = threeSets(given);
  const [a, b, c] = [at(names, 0), at(names, 1), at(names, 2)];
  const labels = [a, b, c, `${a} and ${b}`, `${a} and ${c}`, `${b} and ${c}`, last];
  const counts = [...singles, ...pairs, count];
  return table(
    [word(verb), word(things)],
    labels.map((label, i) => [word(label), at(counts, i)]),
  );
}

function added(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function bounds(all: number, sizes: readonly number[]) {
  const missing = sizes.map(size => all - size);
  const total = added(missing);
  const sorted = [...sizes].sort((a, b) => a - b);
  const [single, next] = [at(sorted, 0), at(sorted, 1)];
  return { missing, total, least: Math.max(0, all - total), most: single, single, two: single + next - all };
}

/** All sizes that the overlap of two sets can have in a universe of this size. */
function overlaps(a: number, b: number, all: number): number[] {
  return Array.from({ length: Math.min(a, b) + 1 }, (_, shared) => shared).filter(shared => a + b - shared <= all);
}
