// Elements of a set whose numbers are expressions such as √2: what is typed as a set, and keys beyond the rationals.
import { type Condition, conditionSpeech, conditionTeX, conditionText } from './condition/condition.ts';
import { sameConditions } from './condition/same-conditions.ts';
import { type EquivalenceOptions, equivalent } from './expression/equivalent.ts';
import { evaluateExact } from './expression/evaluate.ts';
import { printSpeech } from './expression/print-speech.ts';
import { printTeX } from './expression/print-tex.ts';
import { printText } from './expression/print-text.ts';
import { type Expression, toExpression } from './expression/tree.ts';
import { FiniteSet } from './finite-set.ts';
import { Rational } from './rational.ts';
import { elementTeX, isTuple, type SetElement } from './set-element.ts';

/** A string is a word. */
export type Member =
  | Expression
  | string
  | { readonly tuple: readonly Member[] }
  | { readonly set: readonly Member[] }
  | { readonly condition: Condition };

export function membersOf(set: FiniteSet | readonly Member[]): readonly Member[] {
  return 'toTeX' in set ? set.elements.map(memberOf) : set;
}

/** The set itself where all its numbers are rational. */
export function exactSet(members: readonly Member[]): FiniteSet | undefined {
  const elements = members.map(exactElement);
  return elements.every(element => element !== undefined) ? FiniteSet.from(elements) : undefined;
}

/** Order and repeats do not count. */
export function sameMembers(a: readonly Member[], b: readonly Member[], options: EquivalenceOptions = {}): boolean {
  const [x, y] = [valueText({ set: a }), valueText({ set: b })];
  if (x && y) return x === y;
  return isWithin(a, b, options) && isWithin(b, a, options);
}

/** Whether each of a is one of b. */
export function isWithin(a: readonly Member[], b: readonly Member[], options: EquivalenceOptions = {}): boolean {
  return a.every(own => b.some(other => sameMember(own, other, options)));
}

export function memberTeX(member: Member): string {
  if (typeof member === 'string') return elementTeX(member);
  if ('kind' in member) return printTeX(member);
  if ('condition' in member) return conditionTeX(member.condition);
  if ('tuple' in member) return `(${member.tuple.map(memberTeX).join(', ')})`;
  return member.set.length === 0 ? '\\varnothing' : `\\{${member.set.map(memberTeX).join(', ')}\\}`;
}

export function memberText(member: Member): string {
  if (typeof member === 'string') return member;
  if ('kind' in member) return printText(member);
  if ('condition' in member) return conditionText(member.condition);
  return 'tuple' in member ? `(${member.tuple.map(memberText).join(', ')})` : `{${member.set.map(memberText).join(', ')}}`;
}

export function memberSpeech(member: Member): string {
  if (typeof member === 'string') return member.replaceAll('_', ' ');
  if ('kind' in member) return printSpeech(member);
  if ('condition' in member) return conditionSpeech(member.condition);
  if ('tuple' in member) return `the ${member.tuple.length === 2 ? 'pair' : 'tuple'} ${spoken(member.tuple)}`;
  return member.set.length === 0 ? 'the empty set' : `the set of ${spoken(member.set)}`;
}

function spoken(members: readonly Member[]): string {
  return members.map(memberSpeech).join(', ');
}

function sameMember(a: Member, b: Member, options: EquivalenceOptions): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  if ('kind' in a || 'kind' in b) return 'kind' in a && 'kind' in b && equivalent(a, b, options).equal;
  if ('condition' in a || 'condition' in b)
    return 'condition' in a && 'condition' in b && sameConditions(a.condition, b.condition, options) !== undefined;
  if ('set' in a || 'set' in b) return 'set' in a && 'set' in b && sameMembers(a.set, b.set, options);
  return a.tuple.length === b.tuple.length && a.tuple.every((entry, i) => sameMember(entry, b.tuple[i] ?? '', options));
}

/** Equal members have equal texts; undefined where a number is not rational. */
function valueText(member: Member): string | undefined {
  if (typeof member === 'string') return `'${member}'`;
  if ('condition' in member) return undefined;
  if ('kind' in member) return evaluateExact(member)?.toString();
  const texts = ('set' in member ? member.set : member.tuple).map(valueText);
  if (texts.includes(undefined)) return undefined;
  return 'set' in member ? `{${[...new Set(texts)].sort()}}` : `(${texts})`;
}

function memberOf(element: SetElement): Member {
  if (element instanceof Rational) return toExpression(element);
  if (typeof element === 'string') return element;
  return isTuple(element) ? { tuple: element.map(memberOf) } : { set: element.elements.map(memberOf) };
}

function exactElement(member: Member): SetElement | undefined {
  if (typeof member === 'string') return member;
  if ('condition' in member) return undefined;
  if ('kind' in member) return evaluateExact(member);
  if ('set' in member) return exactSet(member.set);
  const entries = member.tuple.map(exactElement);
  return entries.every(entry => entry !== undefined) ? entries : undefined;
}
