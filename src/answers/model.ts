// An answer made from typed text instead of a generator: how outsiders compare two answers of any kind.
import { type Answer, type Domains, FORMS, type Kind } from '../exercise/answer.ts';
import { evaluateExact } from '../math/expression/evaluate.ts';
import { variablesOf } from '../math/expression/substitute.ts';
import type { Expression } from '../math/expression/tree.ts';
import { finiteSet } from '../math/finite-set.ts';
import { matrix as matrixOf } from '../math/matrix.ts';
import { Rational } from '../math/rational.ts';
import { vector as vectorOf } from '../math/vector.ts';
import type { Reading } from './kind.ts';
import { matrix as matrixKind } from './matrix.ts';
import { set as setKind } from './set.ts';
import { afterName, readExpression } from './typed.ts';
import { vector as vectorKind } from './vector.ts';

export interface Model {
  readonly kind: Kind;
  readonly text: string;
  readonly tolerance?: Rational;
  readonly relative?: Rational;
  readonly assume?: Domains;
  readonly upToConstant?: string;
  readonly form?: string;
}

/** A real number without a stated tolerance is compared to six digits. */
const DEFAULT_RELATIVE = Rational.ratio(1n, 1_000_000n);

/** The answer whose key the model is; an expression may use the letters of model and student. */
export function answerFrom(model: Model, student: string): Reading<Answer> {
  const { kind, text } = model;
  switch (kind) {
    case 'choice':
    case 'several':
      return chosen(kind, text, student);
    case 'set':
      return map(setKind.read(text, { ...bare, kind, key: finiteSet([]) }), key => ({ ...bare, kind, key }));
    case 'vector':
    case 'direction':
      return exactAnswer(vectorKind.read(text, { ...bare, kind: 'vector', key: vectorOf([0]) }), entries => ({
        ...bare,
        kind,
        key: vectorOf(entries.map(exact)),
      }));
    case 'matrix':
      return exactAnswer(matrixKind.read(text, { ...bare, kind, key: matrixOf([[0]]) }), rows => ({
        ...bare,
        kind,
        key: matrixOf(rows.map(row => row.map(exact))),
      }));
    default:
      return scalar({ ...model, kind }, student);
  }
}

const bare = { label: [], mistakes: [] };

function scalar(model: Model & { readonly kind: 'number' | 'real' | 'expression' }, student: string): Reading<Answer> {
  const { kind, text, tolerance, relative, assume, upToConstant } = model;
  const reading = readExpression(afterName(text), { decimalComma: true });
  if (kind === 'number')
    return exactAnswer(reading, key => ({ ...bare, kind, key: exact(key), lowest: model.form === 'lowest' }));
  if (kind === 'real') {
    const allowed =
      tolerance || relative ? { ...(tolerance && { tolerance }), ...(relative && { relative }) } : { relative: DEFAULT_RELATIVE };
    return map(reading, key => ({ ...bare, kind, key, ...allowed }));
  }
  const form = FORMS.find(known => known === model.form);
  return map(reading, key => ({
    ...bare,
    kind,
    key,
    variables: [...new Set([...variablesOf(key), ...lettersOf(student)])],
    ...(assume && { assume }),
    ...(upToConstant && { upToConstant }),
    ...(form && { form }),
  }));
}

function lettersOf(student: string): readonly string[] {
  const reading = readExpression(afterName(student), { decimalComma: true });
  return reading.ok ? variablesOf(reading.value) : [];
}

/** Options are what model and student name, each an id of its own. */
function chosen(kind: 'choice' | 'several', text: string, student: string): Reading<Answer> {
  const ids = [text, student].map(named);
  const options = [...new Set(ids.flat())].map(id => ({ id, text: [id] }));
  const [key = []] = ids;
  if (kind === 'several') return { ok: true, value: { ...bare, kind, key, options } };
  return { ok: true, value: { ...bare, kind, key: key[0] ?? '', options } };
}

function named(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[{}(),;\s]+/)
    .filter(Boolean);
}

/** Thrown inside `exactAnswer` only. */
class NotRational extends Error {}

function exact(value: Expression): Rational {
  const rational = evaluateExact(value, {});
  if (!rational) throw new NotRational();
  return rational;
}

function exactAnswer<Value>(reading: Reading<Value>, make: (value: Value) => Answer): Reading<Answer> {
  try {
    return map(reading, make);
  } catch (error) {
    if (error instanceof NotRational)
      return { ok: false, at: 0, says: 'The model has to be made of rational numbers for this kind.' };
    throw error;
  }
}

function map<From, To>(reading: Reading<From>, to: (value: From) => To): Reading<To> {
  return reading.ok ? { ok: true, value: to(reading.value) } : reading;
}
