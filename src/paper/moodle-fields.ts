// The places of a Moodle "cloze" question where answers are typed or chosen, one or several a part.
import { writeKey } from '../answers/kinds.ts';
import { allowedFor } from '../answers/real.ts';
import type { Answer, Option } from '../exercise/answer.ts';
import type { Text } from '../exercise/text.ts';
import { evaluate } from '../math/expression/evaluate.ts';
import { printTeX } from '../math/expression/print-tex.ts';
import { printText } from '../math/expression/print-text.ts';
import { variablesOf } from '../math/expression/substitute.ts';
import { type Expression, toExpression } from '../math/expression/tree.ts';
import { Matrix } from '../math/matrix.ts';
import { Vector } from '../math/vector.ts';
import { escaped } from './html.ts';
import { mathJax } from './mathjax.ts';

/** A wrong value of a field with what is said to it. */
interface Wrong {
  readonly value: Expression;
  readonly says: Text;
}

type Demands = Parameters<typeof allowedFor>[1];

/** Moodle reads decimals only: what does not end may be typed to three digits. */
const ENOUGH = 0.001;

/** The fields of one part as HTML. */
export function fieldsOf(answer: Answer): string {
  switch (answer.kind) {
    case 'number':
    case 'real':
      return numberField(
        toExpression(answer.key),
        answer.mistakes.map(({ wrong, says }) => ({ value: toExpression(wrong), says })),
        answer,
      );
    case 'direction':
      return `${row(entriesOf(answer.key), [], {})} ${scaled(entriesOf(answer.key))}`;
    case 'vector':
      return row(
        entriesOf(answer.key),
        answer.mistakes.map(({ wrong, says }) => ({ row: entriesOf(wrong), says })),
        answer,
      );
    case 'matrix':
      return table(answer.key, answer);
    case 'choice':
      return choiceField(answer.options, answer.key, new Map(answer.mistakes.map(({ wrong, says }) => [wrong, says])));
    case 'several':
      return `{1:MULTIRESPONSE:${answer.options.map(({ id, text }) => `${answer.key.includes(id) ? '=' : ''}${told(text)}`).join('~')}}`;
    case 'ordering':
      return orderFields(answer.options, answer.key);
    default:
      return textField(writeKey(answer));
  }
}

function numberField(key: Expression, mistakes: readonly Wrong[], demands: Demands): string {
  const value = evaluate(key);
  if (variablesOf(key).length > 0 || !Number.isFinite(value)) return textField(printText(key));
  const wrongs = mistakes.map(({ value, says }) => [evaluate(value), says] as const).filter(([wrong]) => Number.isFinite(wrong));
  const others = wrongs.map(([wrong, says]) => `~${numeral(wrong)}#${told(says)}`);
  return `{1:NUMERICAL:=${numeral(value)}:${numeral(toleranceOf(key, value, demands))}${others.join('')}}`;
}

function toleranceOf(key: Expression, value: number, demands: Demands): number {
  const { tolerance, relative } = allowedFor(key, demands);
  if (tolerance) return tolerance.toNumber();
  if (relative) return Math.abs(value) * relative.toNumber();
  return Number(value.toFixed(6)) === value ? 0 : Math.max(ENOUGH, Math.abs(value) * ENOUGH);
}

/** Without an exponent, and no digits that are rounding. */
function numeral(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function textField(key: string): string {
  return `{1:SHORTANSWER:=${inField(key)}}`;
}

function entriesOf(key: Vector | readonly Expression[]): readonly Expression[] {
  return key instanceof Vector ? key.entries.map(toExpression) : key;
}

/** A mistake is told at the entries that differ from the key. */
function row(
  key: readonly Expression[],
  mistakes: readonly { row: readonly Expression[]; says: Text }[],
  demands: Demands,
): string {
  const fields = key.map((entry, i) => {
    const wrongs = mistakes.flatMap(({ row, says }) => {
      const value = row[i];
      return value && printText(value) !== printText(entry) ? [{ value, says }] : [];
    });
    return numberField(entry, distinct(wrongs), demands);
  });
  return `( ${fields.join(', ')} )`;
}

/** Moodle cannot tell multiples of a vector: it is said which one to type. */
function scaled(key: readonly Expression[]): string {
  const first = key.findIndex(entry => evaluate(entry) !== 0);
  const entry = key[first];
  return entry ? `(the multiple whose entry ${first + 1} is \\(${escaped(printTeX(entry))}\\))` : '';
}

function distinct(wrongs: readonly Wrong[]): readonly Wrong[] {
  return [...new Map([...wrongs].reverse().map(wrong => [printText(wrong.value), wrong])).values()].reverse();
}

function table(key: Matrix | readonly (readonly Expression[])[], demands: Demands): string {
  const rows = key instanceof Matrix ? key.entries.map(row => row.map(toExpression)) : key;
  const cells = rows.map(row => `<tr>${row.map(entry => `<td>${numberField(entry, [], demands)}</td>`).join('')}</tr>`);
  return `<table>${cells.join('')}</table>`;
}

function choiceField(options: readonly Option[], key: string, says: ReadonlyMap<string, Text>): string {
  const lines = options.map(({ id, text }) => {
    const wrong = says.get(id);
    return `${id === key ? '=' : ''}${told(text)}${wrong ? `#${told(wrong)}` : ''}`;
  });
  return `{1:MULTICHOICE_V:${lines.join('~')}}`;
}

/** The options get letters, and each place a choice of them. */
function orderFields(options: readonly Option[], key: readonly string[]): string {
  const letter = (id: string) => String.fromCharCode(65 + options.findIndex(option => option.id === id));
  const listed = options.map(({ id, text }) => `<li>${letter(id)}: ${mathJax(text)}</li>`).join('');
  const places = key.map((right, i) => {
    const choices = options.map(({ id }) => `${id === right ? '=' : ''}${letter(id)}`).join('~');
    return `${i + 1}. {1:MULTICHOICE:${choices}}`;
  });
  return `<ul>${listed}</ul><p>${places.join(' ')}</p>`;
}

/** A key as it is typed. */
function inField(typed: string): string {
  return guarded(escaped(typed));
}

/** A text as HTML: Moodle decodes entities once before it is HTML again. */
function told(text: Text): string {
  const html = mathJax(text).replaceAll('\\{', '\\lbrace ').replaceAll('\\}', '\\rbrace ');
  return guarded(escaped(html));
}

/** With a backslash before the signs by which Moodle ends a field or parts it. */
function guarded(html: string): string {
  return html.replace(/[}#~]/g, sign => `\\${sign}`);
}
