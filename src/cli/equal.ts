// `equal`: two typed answers of any kind, compared as an exercise would compare them.
import { gradePart } from '../answers/grade.ts';
import { answerFrom, type Model } from '../answers/model.ts';
import { KINDS } from '../exercise/answer.ts';
import { plain } from '../exercise/text.ts';
import { Rational } from '../math/rational.ts';
import { answerLines, type Fields, textField, Unusable } from './lines.ts';

export function equal(): Promise<void> {
  return answerLines(equalLine);
}

function equalLine(fields: Fields): object {
  const student = textField(fields, 'student');
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
  const { upToConstant, form, solvedFor } = fields;
  return {
    text: textField(fields, 'model'),
    ...given('kind', kind),
    ...given('tolerance', amount(fields, 'tolerance')),
    ...given('relative', amount(fields, 'relative')),
    ...given('decimals', count(fields, 'decimals')),
    ...given('digits', count(fields, 'digits')),
    ...given('assume', domains(fields.assume)),
    ...given('upToConstant', upToConstant === true ? 'x' : typeof upToConstant === 'string' ? upToConstant : undefined),
    ...given('form', typeof form === 'string' ? form : undefined),
    ...given('solvedFor', typeof solvedFor === 'string' ? solvedFor : undefined),
    ...given('before', pairs(fields.before)),
  };
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
  return value === undefined ? undefined : exact(value, name);
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
    return [name, [ends(interval[0]), ends(interval[1])]] as const;
  });
  return Object.fromEntries(entries);
}
