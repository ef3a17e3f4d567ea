// A pair of typed expressions with the verdict that a careful teacher gives.

/** The open interval of a variable as typed ends; null is without end. */
export type Ends = readonly [low: string | null, high: string | null];

/** All reals for a variable of which `domains` says nothing. */
export interface Pair {
  readonly left: string;
  readonly right: string;
  readonly equal: boolean;
  readonly domains?: Readonly<Record<string, Ends>>;
}

type Row = readonly [left: string, right: string, domains?: Readonly<Record<string, Ends>>];

export const POSITIVE = ['0', null] as const;
export const UNIT = ['0', '1'] as const;

export function pairs({ same, different }: { readonly same: readonly Row[]; readonly different: readonly Row[] }): Pair[] {
  return [...same.map(row => pair(row, true)), ...different.map(row => pair(row, false))];
}

function pair([left, right, domains]: Row, equal: boolean): Pair {
  return { left, right, equal, ...(domains && { domains }) };
}
