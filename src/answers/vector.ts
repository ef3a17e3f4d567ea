// A vector entry by entry, and a direction, which is a nonzero vector up to a nonzero factor.
import type { AnswerOf, KeyOf } from '../exercise/answer.ts';
import { equivalent } from '../math/expression/equivalent.ts';
import { type Expression, multiply, toExpression } from '../math/expression/tree.ts';
import { entriesOf, isExact } from './entries.ts';
import { equalEntries, judgeEntries, roundedHint, writeEntry } from './judge-entries.ts';
import { type AnswerKind, assuming, type Judgement, type Reading, RIGHT, WRONG } from './kind.ts';
import { type Rows, readScaled } from './scaled.ts';
import { afterName, items, type Piece, plainBrackets, readAll, split, trimmed, unreadable, unwrapped } from './typed.ts';

type Key = KeyOf['vector'];

export const vector: AnswerKind<'vector'> = {
  read: readVector,
  write,
  equal: (a, b, answer) => equalEntries(entriesOf(a), entriesOf(b), answer),
  same(value, key, answer) {
    const entries = entriesOf(key);
    if (value.length !== entries.length) return wrongLength(value.length, entries.length);
    return judgeEntries(value, entries, { ...answer, isExact: isExact(key) }, i => `entry ${i + 1}`);
  },
  hint: (value, key, answer) => roundedHint(value, entriesOf(key), answer),
};

export const direction: AnswerKind<'direction'> = {
  read: readVector,
  write,
  equal: (a, b, answer) => isParallel(entriesOf(a), entriesOf(b), answer),
  same(value, key, answer) {
    const entries = entriesOf(key);
    if (value.length !== entries.length) return wrongLength(value.length, entries.length);
    if (isZeroVector(value, answer)) return { verdict: 'wrong', says: ['The zero vector has no direction.'] };
    return isParallel(value, entries, answer) ? RIGHT : WRONG;
  },
};

type Letters = Pick<AnswerOf<'vector'>, 'variables' | 'assume'>;

function write(key: Key, answer: AnswerOf<'vector' | 'direction'>): string {
  return `(${entriesOf(key)
    .map(entry => writeEntry(entry, answer))
    .join(', ')})`;
}

/** Both are nonzero multiples of each other: products across are equal, from an entry where the key is not zero. */
function isParallel(a: readonly Expression[], b: readonly Expression[], letters: Letters): boolean {
  const options = assuming(letters);
  const pivot = b.findIndex(entry => !equivalent(entry, toExpression(0), options).equal);
  const [own, theirs] = [a[pivot], b[pivot]];
  if (a.length !== b.length || !own || !theirs || equivalent(own, toExpression(0), options).equal) return false;
  return a.every((entry, i) => equivalent(multiply(entry, theirs), multiply(b[i] ?? entry, own), options).equal);
}

export function isZeroVector(entries: readonly Expression[], letters: Letters): boolean {
  return entries.every(entry => equivalent(entry, toExpression(0), assuming(letters)).equal);
}

const TRANSPOSED = /(?<=[)\]⟩}]\s*)(?:\^\s*(?:T|⊤|\{\s*T\s*\}|\{?\s*\\(?:top|intercal|mathsf\{T\})\s*\}?)|ᵀ|⊤)/gu;

/** `(1, 2)`, `[1, 2]`, `1, 2`, a row or column in matrix brackets, `1/5 (3, 4)`, sums of such, with or without transpose marks. */
function readVector(text: string, { variables = [] }: Letters): Reading<readonly Expression[]> {
  const named = afterName(plainBrackets(text));
  const whole = trimmed({ ...named, text: named.text.replaceAll(TRANSPOSED, mark => ' '.repeat(mark.length)) });
  if (whole.text === '') return unreadable(whole.at, 'Nothing is typed yet.');
  const reading = readScaled(whole, { variables }, list => readEntries(list, variables));
  return reading.ok ? { ok: true, value: reading.value[0] ?? [] } : reading;
}

function readEntries(list: Piece, variables: readonly string[]): Reading<Rows> {
  const { pieces, decimalComma } = entryPieces(list);
  const reading = readAll(pieces, { variables, decimalComma });
  return reading.ok ? { ok: true, value: [reading.value] } : reading;
}

function entryPieces(list: Piece): { readonly pieces: readonly Piece[]; readonly decimalComma: boolean } {
  const inner = unwrapped(list, '([<⟨{') ?? list;
  const { pieces, decimalComma } = items(inner);
  const [only] = pieces;
  const row = pieces.length === 1 && only ? unwrapped(only, '([') : undefined;
  if (row && items(row).pieces.length > 1) return items(row);
  const columns = pieces.map(piece => unwrapped(piece, '['));
  const isColumn = columns.every(column => column !== undefined);
  return { pieces: isColumn ? columns.map(trimmed) : bySpaces(pieces), decimalComma };
}

/** `1 2 3` and a column of lines are vectors too when nothing else separates the entries. */
function bySpaces(pieces: readonly Piece[]): readonly Piece[] {
  const [only] = pieces;
  if (only === undefined || pieces.length > 1) return pieces;
  if (only.text.includes('\n')) return split(only, /\n/).filter(piece => piece.text !== '');
  if (!/^[-−+\d./\s]+$/u.test(only.text) || /\s[+/]|[-−+/]\s/.test(only.text)) return pieces;
  return split(only, /\s/).filter(piece => piece.text !== '');
}

function wrongLength(typed: number, asked: number): Judgement {
  const entries = typed === 1 ? '1 entry' : `${typed} entries`;
  return { verdict: 'wrong', says: [`Your vector has ${entries}; it needs ${asked}.`] };
}
