// What a database has lost and a copy of it still has is brought back.

import type { CardRules } from './cards.ts';
import { type Change, redo } from './changes.ts';
import type { Connection } from './connection.ts';
import { editionIn, editionOf, isBehind, putEdition } from './edition.ts';
import { storedOwn } from './own.ts';
import { good, type Result } from './problem.ts';
import { type Edition, type Own, type ReadTransaction, THE_ONE, type WriteTransaction } from './schema.ts';
import { mergeState, readState } from './state.ts';
import { read } from './transaction.ts';
import { changesTo, KEPT } from './twin-copy.ts';

/** To be called before anything is written: whether something was missing that one of the copies had. */
export const bringBack = async (main: Connection, copies: readonly Connection[], rules: CardRules): Promise<Result<boolean>> => {
  const found = await Promise.all(copies.map(async copy => ({ copy, edition: await editionOf(copy) })));
  // Read after the copies', which another window may be writing to: a copy never is ahead of what it copies.
  const own = await editionOf(main);
  if (!own.ok) return own;
  const ahead = found
    .flatMap(({ copy, edition }) => (edition.ok && edition.value ? [{ copy, edition: edition.value }] : []))
    .filter(({ edition }) => isBehind(own.value, edition))
    // One that was not finished has the number 0, and comes last.
    .toSorted((a, b) => b.edition.number - a.edition.number);
  let isAny = false;
  for (const { copy } of ahead) {
    const content = await copy.use(database => read(database, contentOf));
    if (!content.ok) continue;
    const back = await main.use((_, write) => write(transaction => take(transaction, rules, content.value)));
    if (!back.ok) return back;
    isAny ||= back.value;
  }
  return good(isAny);
};

type Content = {
  readonly edition: Edition | undefined;
  readonly own: Own | undefined;
  readonly everything: readonly Change[];
  readonly state: Awaited<ReturnType<typeof readState>>;
};

const contentOf = async (transaction: ReadTransaction): Promise<Content> => ({
  edition: await editionIn(transaction),
  own: await storedOwn(transaction),
  everything: (await Promise.all(KEPT.map(store => changesTo(transaction, store)))).flat(),
  state: await readState(transaction),
});

const take = async (
  transaction: WriteTransaction,
  rules: CardRules,
  { edition, own, everything, state }: Content,
): Promise<boolean> => {
  const here = await editionIn(transaction);
  const isOfThis = here !== undefined && here.origin === edition?.origin;
  const isWhole = edition !== undefined && edition.number > 0;
  // A better copy was taken before it.
  if (isOfThis && isWhole && here.number >= edition.number) return false;
  if (isWhole && (isOfThis || !here)) {
    // A later state of this very database, in which some things may be gone on purpose.
    for (const store of KEPT) await transaction.objectStore(store).clear();
    await redo(transaction, everything);
    if (own) await transaction.objectStore('meta').put({ ...own, rules: '' }, THE_ONE);
  } else {
    await mergeState(transaction, rules, await readState(transaction), state);
    if (edition && !isOfThis) await putEdition(transaction, edition);
  }
  return true;
};
