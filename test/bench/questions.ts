// The table of pairs, read once: what graders are asked in benchmarks.
import type { Domains } from '../../src/exercise/answer.ts';
import { Traits } from '../../src/math/expression/domain.ts';
import { parse } from '../../src/math/expression/parse.ts';
import type { Expression } from '../../src/math/expression/tree.ts';
import { rational } from '../../src/math/rational.ts';
import type { Pair } from './pairs/pair.ts';
import { PAIRS } from './pairs/table.ts';

/** A pair as typed, and as trees for those who spell it in their own notation. */
export interface Question extends Pick<Pair, 'left' | 'right' | 'equal'> {
  readonly trees: readonly [Expression, Expression];
  readonly domains: Domains;
  /** Variables that stand for integers. */
  readonly integers: ReadonlySet<string>;
}

export const QUESTIONS: readonly Question[] = PAIRS.map(({ left, right, equal, domains = {} }) => {
  const trees = [tree(left), tree(right)] as const;
  return { left, right, equal, trees, domains: exact(domains), integers: new Traits(trees).integers };
});

function tree(text: string): Expression {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.says}`);
  return parsed.value;
}

function exact(domains: NonNullable<Pair['domains']>): Domains {
  const end = (text: string | null) => (text === null ? null : rational(text));
  return Object.fromEntries(Object.entries(domains).map(([name, [low, high]]) => [name, [end(low), end(high)]]));
}
