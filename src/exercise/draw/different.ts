// Whether drawn numbers keep apart what has to be told apart: a key and the mistakes next to it.

/** Whether no two of the values print alike: rationals, vectors, matrices, numbers. */
export function areDifferent(...values: readonly { toString(): string }[]): boolean {
  return new Set(values.map(String)).size === values.length;
}
