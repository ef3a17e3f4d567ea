// A real number: within a stated tolerance, or rounded to stated decimals or significant digits.
import type { AnswerOf } from '../exercise/answer.ts';
import type { Text } from '../exercise/text.ts';
import { decimalText, roundedText } from '../math/decimal.ts';
import { evaluateExact } from '../math/expression/evaluate.ts';
import { printText } from '../math/expression/print-text.ts';
import type { Expression } from '../math/expression/tree.ts';
import { Rational } from '../math/rational.ts';
import { type AnswerKind, type Judgement, RIGHT, WRONG } from './kind.ts';
import { logarithmHint } from './logarithm-hint.ts';
import { closeRational, decimalsFor, halfUnit, isWithin, powerOfTen, writtenDigits } from './tolerance.ts';
import { afterName, readExpression } from './typed.ts';

/** What is asked of a real number, alone or as an entry, and how a key is written. */
export type Demands = Pick<AnswerOf<'vector'>, 'tolerance' | 'relative' | 'decimals' | 'digits' | 'decimal'>;

/** How many times the tolerance still counts as close, and is told so, where it is no more than this share of the key. */
const CLOSE = 10;
const NEAR = Rational.ratio(1n, 10n);

export const real: AnswerKind<'real'> = {
  read: text => readExpression(afterName(text), { variables: [], decimalComma: true }),
  write: writeReal,
  equal: equalReals,
  same: judgeReal,
  hint: (value, key, answer) => logarithmHint(value, key, other => isWithin(value, other, allowedFor(other, answer))),
};

export function writeReal(key: Expression, demands: Demands): string {
  const exact = demands.decimal ? evaluateExact(key) : undefined;
  return written(key, demands) ?? (exact && decimalText(exact)) ?? printText(key);
}

export function equalReals(a: Expression, b: Expression, demands: Demands): boolean {
  return isWithin(a, b, allowedFor(b, demands)) || isRoundedAlike(a, b, demands);
}

export function judgeReal(value: Expression, key: Expression, demands: Demands): Judgement {
  const allowed = allowedFor(key, demands);
  if (isWithin(value, key, allowed)) return digitsAsked(value, key, demands);
  const isClose = isWithin(value, key, allowed, CLOSE) && isWithin(value, key, { relative: NEAR });
  return isClose ? { verdict: 'wrong', says: closeWords(value, key, demands) } : WRONG;
}

/** Rounding moves a number by half a unit in the last place at most. */
export function allowedFor(key: Expression, demands: Demands): Pick<Demands, 'tolerance' | 'relative'> {
  const { tolerance, relative } = demands;
  const decimals = placeOf(key, demands);
  if (tolerance || relative || decimals === undefined) return { ...(tolerance && { tolerance }), ...(relative && { relative }) };
  return { tolerance: halfUnit(decimals) };
}

/** The decimals to which the key is asked for; undefined where none are. */
function placeOf(key: Expression, { decimals, digits }: Demands): number | undefined {
  if (decimals !== undefined || digits === undefined) return decimals;
  const value = closeRational(key);
  return value && decimalsFor(value, digits);
}

function written(key: Expression, demands: Demands): string | undefined {
  const [decimals, value] = [placeOf(key, demands), closeRational(key)];
  return decimals === undefined || !value ? undefined : roundedText(value, decimals);
}

function isRoundedAlike(a: Expression, b: Expression, demands: Demands): boolean {
  const text = written(a, demands);
  return text !== undefined && text === written(b, demands);
}

function digitsAsked(value: Expression, key: Expression, demands: Demands): Judgement {
  const { decimals, digits } = demands;
  if (decimals === undefined && digits === undefined) return RIGHT;
  const asked = decimals === undefined ? `${digits} significant digits` : countOf(decimals);
  const typed = writtenDigits(value);
  if (!typed) return { verdict: 'form', says: [`The value is right. Give it as a decimal number with ${asked}.`] };
  const [least, most] = decimals === undefined ? typed.digits : [typed.decimals, typed.decimals];
  const wanted = decimals ?? digits ?? 0;
  if (wanted < least || isFiner(value, placeOf(key, demands) ?? 0)) return tooMany(value, key, typed.decimals, asked);
  return wanted > most ? { verdict: 'form', says: [`That is right so far. Give ${asked}.`] } : RIGHT;
}

/** Whether it has digits behind that place. */
function isFiner(value: Expression, decimals: number): boolean {
  return closeRational(value)?.times(powerOfTen(decimals)).isInteger() === false;
}

/** All the digits that are given have to be right, cut off or rounded; then rounding them is all that is left to do. */
function tooMany(value: Expression, key: Expression, decimals: number, asked: string): Judgement {
  const isSound = isWithin(value, key, { tolerance: powerOfTen(-decimals) });
  if (isSound) return { verdict: 'form', says: [`The value is right. Round it to ${asked}.`] };
  return { verdict: 'wrong', says: [`The first digits are right, the last ones are not. Round to ${asked}.`] };
}

function closeWords(value: Expression, key: Expression, demands: Demands): Text {
  const place = placeOf(key, demands);
  const typed = writtenDigits(value);
  if (place !== undefined && typed && typed.decimals < place)
    return ['That is rounded too early. Keep more digits on the way and round only at the end.'];
  if (place !== undefined) return ['That is close, but the last digit differs. Round only at the end.'];
  return ['That is close, but not close enough. Keep more digits on the way and round only at the end.'];
}

function countOf(decimals: number): string {
  return decimals === 1 ? '1 decimal' : `${decimals} decimals`;
}
