// Plain JSON: what `given` is made of, so that it can be stored, sent and recomputed from.
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
