// `equal`: two typed answers of any kind, compared as an exercise would compare them.

import { readCondition } from '../answers/condition-reading.ts';
import { gradePart } from '../answers/grade.ts';
import { answerFrom, type Model } from '../answers/model.ts';
import { FORMS, KINDS } from '../exercise/answer.ts';
import { plain } from '../exercise/text.ts';
import { namesIn } from '../math/condition/condition.ts';
import { parse } from '../math/expression/parse.ts';
import { variablesOf } from '../math/expression/substitute.ts';
import { Rational } from '../math/rational.ts';
import { withDecimalSign } from './decimal-sign.ts';
import { answerLines, type Fields, textField, Unusable } from './lines.ts';

export function equal(): Promise<void> {
  return answerLines(equalLine);
}

function equalLine(fields: Fields): object {
  const student = withDecimalSign(textField(fields, 'student'), fields);
  if (student === undefined) return { verdict: 'unreadable', says: 'Write the decimal sign as a comma.' };
  const read = answerFrom(readModel(fields), student);
  if (!read.ok) return { verdict: 'unreadable', says: read.says };
  const { verdict, says } = gradePart(read.value, student);
  const words = plain(says);
  const name = verdict === 'right' ? 'equal' : verdict === 'unreadable' ? 'unreadable' : 'different';
  return words === '' ? { verdict: name } : { verdict: name, says: words };
}

function readModel(fields: Fields): Model {
  const kind = KINDS.find(name => name === fields.kind);
  if (!kind && fields.kind !== undefined) throw new Unusable(`"kind" has to be one of ${KINDS.join(', ')}.`);
  const text = textField(fields, 'model');
  return {
    text,
    ...given('kind', kind),
    ...given('tolerance', amount(fields, 'tolerance')),
    ...given('relative', amount(fields, 'relative')),
    ...given('decimals', count(fields, 'decimals')),
    ...given('digits', count(fields, 'digits')),
    ...given('assume', domains(fields.assume)),
    ...given('upToConstant', fields.upToConstant === true ? soleLetter(text) : letter(fields, 'upToConstant', text)),
    ...given('form', form(fields.form)),
    ...given('solvedFor', letter(fields, 'solvedFor', text)),
    ...given('before', pairs(fields.before)),
  };
}

const ASKED_FORMS = [...FORMS, 'lowest'];

function form(value: unknown): string | undefined {
  const found = ASKED_FORMS.find(name => name === value);
  if (!found && value !== undefined) throw new Unusable(`"form" has to be one of ${ASKED_FORMS.join(', ')}.`);
  return found;
}

/** The letter of a model that has one, else x. */
function soleLetter(model: string): string {
  const [first = 'x', second] = lettersOf(model);
  return second ? 'x' : first;
}

/** The name of a variable; one of the model's, where it has any. */
function letter(fields: Fields, name: string, model: string): string | undefined {
  const value = fields[name];
  if (value === undefined || value === false) return undefined;
  if (typeof value !== 'string' || !/^\p{L}[\p{L}\d_]*$/u.test(value)) throw new Unusable(`"${name}" has to name a variable.`);
  const letters = lettersOf(model);
  if (letters.length > 0 && !letters.includes(value))
    throw new Unusable(`"${name}" is ${value}, which does not occur in the model.`);
  return value;
}

function lettersOf(model: string): readonly string[] {
  const condition = readCondition(model);
  if (condition.ok) return namesIn(condition.value);
  const parsed = parse(model);
  return parsed.ok ? variablesOf(parsed.value) : [];
}

/** Decimals or significant digits, at most 40. */
function count(fields: Fields, name: string): number | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 40)
    throw new Unusable(`"${name}" has to be a whole number from 0 to 40.`);
  return value;
}

function pairs(value: unknown): readonly (readonly [string, string])[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw new Unusable('"before" has to be a list of pairs of ids.');
  return value.map((pair: unknown) => {
    const [first, second] = Array.isArray(pair) ? pair : [];
    if (typeof first !== 'string' || typeof second !== 'string') throw new Unusable('"before" has to be a list of pairs of ids.');
    return [first.toLowerCase(), second.toLowerCase()] as const;
  });
}

function given<Name extends string, Value>(name: Name, value: Value | undefined): { [N in Name]?: Value } {
  const field: { [N in Name]?: Value } = {};
  if (value !== undefined) field[name] = value;
  return field;
}

function amount(fields: Fields, name: string): Rational | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  const size = exact(value, name);
  if (size.sign() < 0) throw new Unusable(`"${name}" can't be negative.`);
  return size;
}

/** JSON numbers as they are written: 0.1 is 1/10. */
function exact(value: unknown, name: string): Rational {
  const match = /^(-?\d+(?:\.\d+)?|-?\d+\/[1-9]\d*)(?:e([+-]?\d{1,3}))?$/i.exec(String(value));
  if (!match?.[1]) throw new Unusable(`"${name}" has to be a number.`);
  return Rational.from(match[1]).times(Rational.from(10).power(Number(match[2] ?? 0)));
}

function domains(value: unknown): Record<string, readonly [Rational | null, Rational | null]> | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null) throw new Unusable('"assume" has to be an object of intervals.');
  const ends = (end: unknown): Rational | null => (end === null || /inf/.test(String(end)) ? null : exact(end, 'assume'));
  const entries = Object.entries(value).map(([name, interval]) => {
    if (!Array.isArray(interval) || interval.length !== 2) throw new Unusable(`"assume" of ${name} has to be [low, high].`);
    const [low, high] = [ends(interval[0]), ends(interval[1])];
    if (low && high && low.compare(high) >= 0) throw new Unusable(`"assume" of ${name} has to be [low, high].`);
    return [name, [low, high]] as const;
  });
  return Object.fromEntries(entries);
}
