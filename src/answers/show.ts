// How a typed answer is read, as a formula: for the line under the field and beside a verdict.
import type { AnswerOf, Kind, Option } from '../exercise/answer.ts';
import { type Formula, formula, word } from '../exercise/formula.ts';
import { conditionSpeech, conditionTeX } from '../math/condition/condition.ts';
import type { Expression } from '../math/expression/tree.ts';
import { memberSpeech, memberTeX } from '../math/member.ts';
import { isInfiniteEnd, type Span } from '../math/span.ts';
import { isPoint } from './interval.ts';
import type { ValueOf } from './kind.ts';

type Show<K extends Kind> = (value: ValueOf[K], answer: AnswerOf<K>) => Formula;

const shows: { readonly [K in Kind]: Show<K> } = {
  number: formula,
  real: formula,
  expression: formula,
  vector: showVector,
  direction: showVector,
  matrix: showMatrix,
  set: value => ({ tex: memberTeX({ set: value }), speech: memberSpeech({ set: value }) }),
  interval: showSpans,
  equation: value => ({ tex: conditionTeX(value), speech: conditionSpeech(value) }),
  choice: (value, { options }) => optionFormula(value, options),
  several: (value, { options }) => (value.length === 0 ? word('none') : row(value, options, ', ')),
  ordering: (value, { options }) => row(value, options, ', then '),
};

export function showValue<K extends Kind>(value: ValueOf[K], answer: AnswerOf<K>): Formula {
  return shows[answer.kind](value, answer);
}

function showVector(value: readonly Expression[]): Formula {
  const entries = value.map(formula);
  return {
    tex: `\\begin{pmatrix}${entries.map(({ tex }) => tex).join('\\\\')}\\end{pmatrix}`,
    speech: `the vector ${entries.map(({ speech }) => speech).join(', ')}`,
  };
}

function showMatrix(value: readonly (readonly Expression[])[]): Formula {
  const rows = value.map(row => row.map(formula));
  return {
    tex: `\\begin{bmatrix}${rows.map(row => row.map(({ tex }) => tex).join('&')).join('\\\\')}\\end{bmatrix}`,
    speech: `the matrix with rows ${rows.map(row => row.map(({ speech }) => speech).join(', ')).join('; ')}`,
  };
}

function showSpans(value: readonly Span[]): Formula {
  if (value.length === 0) return { tex: '\\varnothing', speech: 'the empty set' };
  const pieces = value.map(showSpan);
  return {
    tex: pieces.map(({ tex }) => tex).join(' \\cup '),
    speech: pieces.map(({ speech }) => speech).join(', together with '),
  };
}

function showSpan(piece: Span): Formula {
  const [opening, lowEnd, highEnd, closing] = piece;
  const [low, high] = [formula(lowEnd), formula(highEnd)];
  if (isPoint(piece)) return { tex: `\\{${low.tex}\\}`, speech: `the single number ${low.speech}` };
  const inner = `${low.tex}, ${high.tex}`;
  const spoken = (end: Expression, { speech }: Formula, bracket: string) =>
    isInfiniteEnd(end) ? speech : `${speech} ${'[]'.includes(bracket) ? 'included' : 'excluded'}`;
  return {
    tex: inner.includes('\\frac') ? `\\left${opening}${inner}\\right${closing}` : `${opening}${inner}${closing}`,
    speech: `from ${spoken(lowEnd, low, opening)} to ${spoken(highEnd, high, closing)}`,
  };
}

/** The option's first words or formula. */
function optionFormula(id: string, options: readonly Option[]): Formula {
  const [first] = options.find(option => option.id === id)?.text ?? [];
  return typeof first === 'object' ? first : word(first ?? id);
}

function row(ids: readonly string[], options: readonly Option[], pause: string): Formula {
  const parts = ids.map(id => optionFormula(id, options));
  return { tex: parts.map(({ tex }) => tex).join(',\\; '), speech: parts.map(({ speech }) => speech).join(pause) };
}
