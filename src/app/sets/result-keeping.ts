// The results of a set as they are kept with it: added, taken out, put back.
import { good, type Result } from '../../store/problem.ts';
import { keepSet, setAt } from './library.ts';
import { type Expected, type Gathered, gather } from './results.ts';

const NOTHING: Gathered = { added: [], known: 0, others: 0, broken: 0, left: 0 };

let last: Promise<unknown> = Promise.resolve();

/** One change after the other, or one of two at once would be lost. */
const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
  const done = last.then(change);
  last = done.catch(() => undefined);
  return done;
};

/** Adds what a pasted text brings to the set of this link. */
export const addResults = (link: string, pasted: string, expected: Expected): Promise<Result<Gathered>> =>
  inTurn(async () => {
    const set = setAt(link);
    if (!set) return good(NOTHING);
    const gathered = gather(set.results, pasted, expected);
    if (gathered.added.length === 0) return good(gathered);
    const kept = await keepSet({ ...set, results: [...set.results, ...gathered.added] });
    return kept.ok ? good(gathered) : kept;
  });

/** Gives the place that it had. */
export const removeResult = (link: string, result: string): Promise<Result<number>> =>
  inTurn(async () => {
    const set = setAt(link);
    if (!set) return good(0);
    const kept = await keepSet({ ...set, results: set.results.filter(each => each !== result) });
    return kept.ok ? good(set.results.indexOf(result)) : kept;
  });

/** Puts a result back to the place that it had. */
export const putResultBack = (link: string, result: string, place: number): Promise<Result<undefined>> =>
  inTurn(async () => {
    const set = setAt(link);
    if (!set || set.results.includes(result)) return good(undefined);
    return keepSet({ ...set, results: set.results.toSpliced(place, 0, result) });
  });
