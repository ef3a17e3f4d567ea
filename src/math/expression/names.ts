// Splits a run of letters into the names that it was meant as: xsin is x and sin, xy is x and y.
import { CONSTANT_SPELLINGS, FUNCTION_SPELLINGS, GREEK, GREEK_CAPITALS, GREEK_SIGNS, type Shorthand } from './notation.ts';
import type { ConstantName, FunctionName } from './tree.ts';

/** One name in a run; `from` and `to` count letters of the run. */
export type Name =
  | { readonly kind: 'function'; readonly name: FunctionName | Shorthand; readonly from: number; readonly to: number }
  | { readonly kind: 'constant'; readonly name: ConstantName; readonly from: number; readonly to: number }
  | { readonly kind: 'variable'; readonly name: string; readonly from: number; readonly to: number };

type Meaning =
  | { readonly kind: 'function'; readonly name: FunctionName | Shorthand }
  | { readonly kind: 'constant'; readonly name: ConstantName }
  | { readonly kind: 'variable'; readonly name: string };

type Split = readonly Name[] | { readonly stuck: number };

const LONGEST = 12;
const REMEMBERED = 200;

/** Spelled as in trees: θ is theta, w₁ and w1 are w_1. */
export function canonicalName(name: string): string {
  const subscript = /^([^\d_]+)_?\{?(\w+)\}?$/u.exec(name.replace(/^\\/, ''));
  const [base, index] =
    subscript && /[\d_]/.test(name) ? [subscript[1] ?? name, subscript[2]] : [name.replace(/^\\/, ''), undefined];
  const plain = GREEK_SIGNS.get(base) ?? base;
  return index === undefined ? plain : `${plain}_${index}`;
}

/** What names mean in one text; with no list of variables every letter is one. */
export class Vocabulary {
  /** From the canonical spelling to the caller's. */
  private readonly variables: ReadonlyMap<string, string> | undefined;
  private readonly spelled: ReadonlySet<string>;
  /** Names that only occur with a subscript, such as the w of w_1. */
  private readonly bases: ReadonlySet<string>;
  private readonly splits = new Map<string, Split>();

  constructor(variables: readonly string[] | undefined) {
    this.variables = variables && new Map(variables.map(name => [canonicalName(name), name]));
    this.spelled = new Set(variables);
    this.bases = new Set(
      variables
        ?.map(name => canonicalName(name))
        .filter(name => name.includes('_'))
        .map(name => name.slice(0, name.indexOf('_'))),
    );
  }

  get isClosed(): boolean {
    return this.variables !== undefined;
  }

  /** The variables for a sentence: "x and y". */
  list(): string {
    const names = [...(this.variables?.values() ?? [])];
    return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  }

  has(name: string): boolean {
    return this.variables?.has(name) ?? false;
  }

  /** The variable `base_subscript` as the caller spells it, where there is such a one or any is allowed. */
  subscripted(base: string, subscript: string): string | undefined {
    const name = `${base}_${subscript}`;
    return this.variables === undefined ? name : this.variables.get(name);
  }

  /** Whether a name may stand alone, not only with a subscript. */
  standsAlone(name: string): boolean {
    return this.variables === undefined || this.spelled.has(name);
  }

  /** The names of a run, longest first with second thoughts; or the place of the first letter that fits no name. */
  split(run: string): Split {
    const known = this.splits.get(run);
    if (known !== undefined) return known;
    if (this.splits.size >= REMEMBERED) this.splits.clear();
    const found = this.divide(run);
    this.splits.set(run, found);
    return found;
  }

  private divide(run: string): Split {
    const best: (readonly Name[] | undefined)[] = new Array(run.length + 1);
    best[run.length] = [];
    for (let from = run.length - 1; from >= 0; from--) {
      for (let to = Math.min(run.length, from + LONGEST); to > from && best[from] === undefined; to--) {
        const rest = best[to];
        const meaning = rest && this.meaning(run.slice(from, to));
        if (rest && meaning) best[from] = [{ ...meaning, from, to }, ...rest];
      }
    }
    return best[0] ?? { stuck: this.firstUnknown(run) };
  }

  private firstUnknown(run: string): number {
    let from = 0;
    while (from < run.length) {
      let to = Math.min(run.length, from + LONGEST);
      while (to > from && this.meaning(run.slice(from, to)) === undefined) to--;
      if (to === from) return from;
      from = to;
    }
    return 0;
  }

  private meaning(text: string): Meaning | undefined {
    return this.variable(text) ?? known(text, this.isClosed) ?? this.recased(text);
  }

  private variable(text: string): Meaning | undefined {
    const name = GREEK_SIGNS.get(text) ?? text;
    const own = this.variables?.get(name);
    if (own !== undefined) return { kind: 'variable', name: own };
    if (this.bases.has(name)) return { kind: 'variable', name };
    const isName = [...text].length === 1 || GREEK.has(text) || GREEK_CAPITALS.has(text);
    return this.variables === undefined && isName && !CONSTANT_SPELLINGS.has(text) ? { kind: 'variable', name } : undefined;
  }

  /** A phone begins a line with a capital: X is x where no other X is meant. */
  private recased(text: string): Meaning | undefined {
    const lower = text.toLowerCase();
    return this.isClosed && lower !== text ? (this.variable(lower) ?? known(lower, true)) : undefined;
  }
}

function known(text: string, closed: boolean): Meaning | undefined {
  const called = FUNCTION_SPELLINGS.get(text) ?? (text.length > 1 ? FUNCTION_SPELLINGS.get(text.toLowerCase()) : undefined);
  if (called !== undefined) return { kind: 'function', name: called };
  const fixed = CONSTANT_SPELLINGS.get(text);
  if (fixed !== undefined) return { kind: 'constant', name: fixed };
  if (closed && (text === 'σ' || text === 'sigma')) return { kind: 'function', name: 'sigmoid' };
  return closed && text === 'C' ? { kind: 'function', name: 'binomial' } : undefined;
}
