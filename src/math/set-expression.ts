// Set expressions written as text, such as `(A ∪ B)ᶜ \ C`: their value in any algebra of sets, and their TeX.
import type { FiniteSet } from './finite-set.ts';

export type SetOperation = '∪' | '∩' | '\\' | '△';
export type SetAlgebra<T> = Readonly<Record<SetOperation, (a: T, b: T) => T>> & { readonly complement: (a: T) => T };

/** Whether one element belongs: an expression's truth table, a line at a time. */
export const MEMBERSHIP: SetAlgebra<boolean> = {
  '∪': (a, b) => a || b,
  '∩': (a, b) => a && b,
  '\\': (a, b) => a && !b,
  '△': (a, b) => a !== b,
  complement: a => !a,
};

export function subsetsOf(universe: FiniteSet): SetAlgebra<FiniteSet> {
  return {
    '∪': (a, b) => a.union(b),
    '∩': (a, b) => a.intersection(b),
    '\\': (a, b) => a.difference(b),
    '△': (a, b) => a.symmetricDifference(b),
    complement: a => a.complementIn(universe),
  };
}

/** Every letter is a set; each operation but the outermost has its own brackets. Throws on anything else. */
export function setValue<T>(text: string, letter: (name: string) => T, algebra: SetAlgebra<T>): T {
  const signs = [...text.replaceAll(' ', '')];
  const operand = (): T => {
    const sign = signs.shift() ?? '';
    if (sign !== '(' && !/^[A-Z]$/.test(sign)) throw new RangeError(`no set expression: ${text}`);
    let value = sign === '(' ? operation() : letter(sign);
    if (sign === '(' && signs.shift() !== ')') throw new RangeError(`an open bracket in ${text}`);
    for (; signs[0] === 'ᶜ'; signs.shift()) value = algebra.complement(value);
    return value;
  };
  const operation = (): T => {
    const first = operand();
    const sign = signs[0];
    if (sign !== '∪' && sign !== '∩' && sign !== '\\' && sign !== '△') return first;
    signs.shift();
    return algebra[sign](first, operand());
  };
  const value = operation();
  if (signs.length > 0) throw new RangeError(`no set expression: ${text}`);
  return value;
}

const TEX = new Map([
  ['∪', '\\cup'],
  ['∩', '\\cap'],
  ['\\', '\\setminus'],
  ['△', '\\triangle'],
  ['ᶜ', '^c'],
]);

export function setTeX(text: string): string {
  return text.replace(/[∪∩\\△ᶜ]/gu, sign => TEX.get(sign) ?? sign);
}
