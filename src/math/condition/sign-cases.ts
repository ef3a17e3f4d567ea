// Whether one condition implies another, in any number of variables: "the first and not the second" is split into cases that say
// which sign each difference of sides has, and each case has to be impossible.
import { Kernels } from '../expression/kernels.ts';
import { type MultiPolynomial, OutOfBounds } from '../expression/multi-polynomial.ts';
import { normalForm } from '../expression/normal-form.ts';
import { add, negate } from '../expression/tree.ts';
import type { RelationSign } from '../relation.ts';
import { type Condition, isRelation, joined, type Statement } from './condition.ts';
import { remainderBy, vanishes } from './groebner.ts';

/** What a difference may be: negative 1, zero 2, positive 4. */
const SIGNS: Readonly<Record<RelationSign, number>> = { '<': 1, '=': 2, '≤': 3, '>': 4, '≠': 5, '≥': 6 };
/** Cases and terms of reductions together. */
const MAX_WORK = 3000;

/** A difference, divided by its leading coefficient, and the signs that it may have. */
type Signed = readonly [difference: MultiPolynomial, signs: number];
/** By place in the list of differences; any sign where it is not listed. */
type Case = ReadonlyMap<number, number>;

/** Shown for certain; false says only that it was not shown. */
export function implies(a: Condition, b: Condition): boolean {
  try {
    return isImpossible(joined('and', a, joined('not', b)));
  } catch (error) {
    if (error instanceof OutOfBounds) return false;
    throw error;
  }
}

function isImpossible(condition: Condition): boolean {
  let done = 0;
  const spend = (work: number) => {
    done += work;
    if (done > MAX_WORK) throw new OutOfBounds('conditions that take too long');
  };
  const kernels = new Kernels();
  const differences: MultiPolynomial[] = [];

  const split = (part: Condition, isTrue: boolean): readonly Case[] => {
    if (!('join' in part)) return casesOf(part, isTrue);
    const { join, parts } = part;
    const [first, ...rest] = parts;
    if (join === 'and' || join === 'or') {
      const cases = parts.map(inner => split(inner, isTrue));
      return (join === 'and') === isTrue ? cases.reduce(product, [new Map()]) : cases.flat();
    }
    if (!first) return isTrue ? [] : [new Map()];
    if (rest.length === 0) return split(first, (join === 'not') !== isTrue);
    const other = joined(join, ...rest);
    if (join === 'implies') return split(joined('or', joined('not', first), other), isTrue);
    return [true, false].flatMap(truth => product(split(first, truth), split(other, truth === ((join === 'iff') === isTrue))));
  };

  const product = (some: readonly Case[], others: readonly Case[]): readonly Case[] =>
    distinct(
      some.flatMap(one =>
        others.flatMap(other => {
          spend(5);
          return merged(one, other) ?? [];
        }),
      ),
    );

  const casesOf = (statement: Statement, isTrue: boolean): readonly Case[] => {
    const [difference, signs] = signed(statement, kernels);
    const wanted = isTrue ? signs : 7 - signs;
    const fixed = signOf(difference);
    if (fixed) return wanted & fixed ? [new Map()] : [];
    const known = differences.findIndex(other => other.equals(difference));
    return [new Map([[known >= 0 ? known : differences.push(difference) - 1, wanted]])];
  };

  const contradicts = (one: Case): boolean => {
    spend(20);
    const listed = [...one].flatMap(([at, signs]): Signed[] => (differences[at] ? [[differences[at], signs]] : []));
    const [equations, others] = [true, false].map(isEquation => listed.filter(([, signs]) => (signs === 2) === isEquation));
    const remainder = remainderBy(equations?.map(([p]) => p) ?? [], spend);
    const rests = others?.map(([p, signs]): Signed => [remainder(p), signs]) ?? [];
    return (
      haveNoSigns(rests) ||
      vanishes(
        rests.flatMap(([p, signs]) => (signs & 2 ? [] : [p])),
        remainder,
      )
    );
  };

  return split(condition, true).every(contradicts);
}

function signed(statement: Statement, kernels: Kernels): Signed {
  const form = isRelation(statement) ? normalForm(add(statement.left, negate(statement.right)), kernels) : undefined;
  if (!form || !isRelation(statement)) throw new OutOfBounds('a difference without a normal form');
  const isOrder = statement.sign !== '=' && statement.sign !== '≠';
  return byLeading([isOrder ? form.numerator.times(form.denominator) : form.numerator, SIGNS[statement.sign]]);
}

/** Whether no numbers have all the signs that are asked of them. */
function haveNoSigns(list: readonly Signed[]): boolean {
  const seen: [difference: MultiPolynomial, signs: number][] = [];
  return list.map(byLeading).some(([difference, signs]) => {
    const fixed = signOf(difference);
    if (fixed) return !(signs & fixed);
    const known = seen.find(([other]) => other.equals(difference));
    if (!known) seen.push([difference, signs]);
    else known[1] &= signs;
    return known?.[1] === 0;
  });
}

/** Of a constant. */
function signOf(p: MultiPolynomial): number | undefined {
  const value = p.constant();
  return value && 2 << value.sign();
}

/** A negative leading coefficient turns the signs. */
function byLeading([p, signs]: Signed): Signed {
  if (p.isZero()) return [p, signs];
  const leading = p.leading();
  return [p.scaled(leading.power(-1)), leading.sign() > 0 ? signs : (signs & 2) | ((signs & 1) << 2) | (signs >> 2)];
}

/** Undefined where a difference would have no sign at all. */
function merged(one: Case, other: Case): Case | undefined {
  const result = new Map(one);
  for (const [at, signs] of other) {
    const both = signs & (one.get(at) ?? signs);
    if (both === 0) return undefined;
    result.set(at, both);
  }
  return result;
}

function distinct(cases: readonly Case[]): readonly Case[] {
  return [...new Map(cases.map(one => [JSON.stringify([...one].sort()), one])).values()];
}
