// An answer made from typed text instead of a generator: how outsiders compare two answers of any kind.
import { type Answer, type Domains, FORMS, type Kind } from '../exercise/answer.ts';
import { namesIn } from '../math/condition/condition.ts';
import { evaluateExact } from '../math/expression/evaluate.ts';
import { variablesOf } from '../math/expression/substitute.ts';
import type { Expression } from '../math/expression/tree.ts';
import { exactSet, type Member } from '../math/member.ts';
import { Rational } from '../math/rational.ts';
import { readCondition } from './condition-reading.ts';
import { equation as equationKind } from './equation.ts';
import { guessKind } from './guess.ts';
import { readInterval } from './interval-reading.ts';
import { MAX_TYPED, type Reading } from './kind.ts';
import { matrix as matrixKind } from './matrix.ts';
import { set as setKind } from './set.ts';
import { afterName, readExpression, unreadable } from './typed.ts';
import { vector as vectorKind } from './vector.ts';

export interface Model {
  /** Without it an expression is meant, or what the model looks like where it is none. */
  readonly kind?: Kind;
  readonly text: string;
  readonly tolerance?: Rational;
  readonly relative?: Rational;
  readonly decimals?: number;
  readonly digits?: number;
  readonly assume?: Domains;
  readonly upToConstant?: string;
  readonly form?: string;
  readonly solvedFor?: string;
  readonly before?: readonly (readonly [string, string])[];
}

/** A real number without a stated tolerance is compared to six digits. */
const DEFAULT_RELATIVE = Rational.ratio(1n, 1_000_000n);
const bare = { label: [], mistakes: [] };

/** The answer whose key the model is; both may use the letters that either of them names. */
export function answerFrom(model: Model, student: string): Reading<Answer> {
  const { text } = model;
  if (text.length > MAX_TYPED || student.length > MAX_TYPED) return unreadable(MAX_TYPED, 'This is too long to be read.');
  const kind = model.kind ?? guessKind(text, student);
  const { assume } = model;
  const letters = { variables: lettersIn(kind, [text, student]), ...(assume && { assume }) };
  const allowed = roundingOf(model);
  switch (kind) {
    case 'choice':
    case 'several':
    case 'ordering':
      return chosen(kind, model, student);
    case 'set':
      return map(readSet(text, letters), members => ({ ...bare, ...letters, kind, key: exactSet(members) ?? members }));
    case 'interval':
      return map(readInterval(text, letters.variables), key => ({ ...bare, ...letters, kind, key }));
    case 'vector':
    case 'direction':
      return map(readVector(text, letters), key => ({
        ...bare,
        ...letters,
        ...(kind === 'vector' && allowed),
        kind,
        key,
      }));
    case 'matrix':
      return map(readMatrix(text, letters), key => ({ ...bare, ...letters, ...allowed, kind, key }));
    case 'equation':
      return map(readEquation(text, letters), key => ({
        ...bare,
        ...letters,
        ...(model.solvedFor && { solvedFor: model.solvedFor }),
        kind,
        key,
      }));
    default:
      return scalar(kind, model, letters);
  }
}

interface Letters {
  readonly variables: readonly string[];
  readonly assume?: Domains;
}

const NONE: readonly Expression[] = [];
const readVector = (text: string, letters: Letters) => vectorKind.read(text, { ...bare, ...letters, kind: 'vector', key: NONE });
const readMatrix = (text: string, letters: Letters) =>
  matrixKind.read(text, { ...bare, ...letters, kind: 'matrix', key: [NONE] });
const readSet = (text: string, letters: Letters): Reading<readonly Member[]> =>
  setKind.read(text, { ...bare, ...letters, kind: 'set', key: [] });
const readEquation = (text: string, letters: Letters) =>
  equationKind.read(text, { ...bare, ...letters, kind: 'equation', key: [] });

function scalar(kind: 'number' | 'real' | 'expression', model: Model, letters: Letters): Reading<Answer> {
  const { text, upToConstant } = model;
  const reading = readExpression(afterName(text), { decimalComma: true });
  if (kind === 'number') return reading.ok ? exactNumber(reading.value, model) : reading;
  if (kind === 'expression') {
    const form = FORMS.find(known => known === model.form);
    return map(reading, key => ({
      ...bare,
      ...letters,
      kind,
      key,
      ...(upToConstant && { upToConstant }),
      ...(form && { form }),
    }));
  }
  const asked = roundingOf(model);
  return map(reading, key => ({
    ...bare,
    kind,
    key,
    ...(Object.keys(asked).length > 0 ? asked : { relative: DEFAULT_RELATIVE }),
  }));
}

function roundingOf({ tolerance, relative, decimals, digits }: Model) {
  return {
    ...(tolerance && { tolerance }),
    ...(relative && { relative }),
    ...(decimals !== undefined && { decimals }),
    ...(digits !== undefined && { digits }),
  };
}

function exactNumber(value: Expression, { form }: Model): Reading<Answer> {
  const key = evaluateExact(value);
  if (!key) return unreadable(0, 'The model has to be a rational number for this kind.');
  return { ok: true, value: { ...bare, kind: 'number', key, lowest: form === 'lowest' } };
}

const WORDS = /\b(?:or|and)\b/g;
/** What can't be a part of an expression. */
const SEPARATORS = /[\s,;{}[\]=<>≤≥≠±|&∪∩]+|\\(?:begin|end)\{[^}]*\}|\\[a-z]+/gi;

/** All letters of all texts; a text that is one expression is read as such, others piece by piece. */
function lettersIn(kind: Kind, texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap(text => lettersOf(kind, text)))];
}

function lettersOf(kind: Kind, text: string): readonly string[] {
  const condition = kind === 'equation' ? readCondition(text) : undefined;
  if (condition?.ok) return namesIn(condition.value);
  const reading = readExpression(afterName(text), { decimalComma: true });
  if (reading.ok && kind !== 'set') return variablesOf(reading.value);
  const pieces = text.replaceAll(WORDS, ';').replaceAll(SEPARATORS, ';').split(';');
  return pieces.flatMap(piece => (kind === 'set' && isWord(piece) ? [] : lettersOfPiece(piece)));
}

function isWord(piece: string): boolean {
  return /^[\p{L}_][\p{L}\d_]*$/u.test(piece.trim());
}

/** Brackets may be cut off on either side. */
function lettersOfPiece(piece: string): readonly string[] {
  const tried = [piece, piece.replaceAll(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, ''), piece.replaceAll(/[()]/g, ' ')];
  for (const text of tried) {
    const reading = readExpression({ text, at: 0 }, {});
    if (reading.ok) return variablesOf(reading.value);
  }
  return [];
}

/** Options are what model and student name, each an id of its own. */
function chosen(kind: 'choice' | 'several' | 'ordering', { text, before }: Model, student: string): Reading<Answer> {
  const [key = [], typed = []] = [text, student].map(named);
  const ids = kind === 'ordering' ? key : [...new Set([...key, ...typed])];
  const options = ids.map(id => ({ id, text: [id] }));
  if (kind === 'ordering') return { ok: true, value: { ...bare, kind, key, options, ...(before && { before }) } };
  if (kind === 'several') return { ok: true, value: { ...bare, kind, key, options } };
  return { ok: true, value: { ...bare, kind, key: key[0] ?? '', options } };
}

function named(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[{}()[\],;<→\s]+/)
    .filter(Boolean);
}

function map<From, To>(reading: Reading<From>, to: (value: From) => To): Reading<To> {
  return reading.ok ? { ok: true, value: to(reading.value) } : reading;
}
