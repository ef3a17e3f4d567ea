// Binary prefix codes: Huffman's word lengths, Kraft's inequality, canonical words.
import { Rational, type RationalLike, rational, sum, ZERO } from './rational.ts';

interface Tree {
  readonly weight: Rational;
  readonly leaves: readonly number[];
}

/** The word length of each symbol in an optimal code (Huffman 1952); 0 for a symbol that is alone. Throws on no symbol. */
export function huffmanLengths(weights: readonly RationalLike[]): number[] {
  if (weights.length === 0) throw new RangeError('a code needs a symbol');
  const lengths = weights.map(() => 0);
  let forest: Tree[] = weights.map((weight, i) => ({ weight: Rational.from(weight), leaves: [i] }));
  while (forest.length > 1) {
    const [first, second, ...rest] = forest.sort((a, b) => a.weight.compare(b.weight));
    if (!first || !second) break;
    const leaves = [...first.leaves, ...second.leaves];
    for (const leaf of leaves) lengths[leaf] = (lengths[leaf] ?? 0) + 1;
    forest = [...rest, { weight: first.weight.plus(second.weight), leaves }];
  }
  return lengths;
}

/** The sum of 2^-length. A prefix code with these lengths exists exactly where it is at most 1 (Kraft 1949). */
export function kraftSum(lengths: readonly number[]): Rational {
  return sum(lengths.map(length => rational(1, 2).power(length)));
}

/** A word of 0 and 1 for each length, in the order of the lengths, or undefined where Kraft's inequality fails. */
export function canonicalCode(lengths: readonly number[]): string[] | undefined {
  if (kraftSum(lengths).compare(1) > 0) return undefined;
  const words = lengths.map(() => '');
  const order = lengths.map((length, i) => ({ length, i })).sort((a, b) => a.length - b.length);
  let start = ZERO;
  for (const { length, i } of order) {
    const value = start.times(rational(2).power(length)).floor();
    words[i] = length === 0 ? '' : value.toString(2).padStart(length, '0');
    start = start.plus(rational(1, 2).power(length));
  }
  return words;
}

/** Whether no word begins another one; a repeated word begins its twin. */
export function isPrefixFree(words: readonly string[]): boolean {
  const sorted = [...words].sort();
  return sorted.every((word, i) => i === 0 || !word.startsWith(sorted[i - 1] ?? ''));
}

/** The mean word length where symbol i has probability i. Throws on lists of different lengths. */
export function meanLength(probabilities: readonly RationalLike[], lengths: readonly number[]): Rational {
  if (probabilities.length !== lengths.length) throw new RangeError(`${probabilities.length} symbols, ${lengths.length} words`);
  return sum(probabilities.map((probability, i) => Rational.from(probability).times(lengths[i] ?? 0)));
}
