// Conditions on variables: comparisons and letters that are true or false, joined by and, or, not and the like.
import { variablesOf } from '../expression/substitute.ts';
import { type Relation, relationSpeech, relationTeX, relationText } from '../relation.ts';

export const CONNECTIVES = ['and', 'or', 'xor', 'implies', 'iff', 'not'] as const;
export type Connective = (typeof CONNECTIVES)[number];

/** A comparison, or a letter that is true or false. */
export type Statement = Relation | { readonly letter: string };

/** `and` of nothing always holds, `or` of nothing never does; `not` joins one part, `implies` and `iff` two. */
export type Condition = Statement | { readonly join: Connective; readonly parts: readonly Condition[] };

/** One part stands for itself, but under `not`. */
export function joined(join: Connective, ...parts: readonly Condition[]): Condition {
  return parts.length === 1 && parts[0] && join !== 'not' ? parts[0] : { join, parts };
}

export const ALWAYS = joined('and');
export const NEVER = joined('or');

export function isRelation(condition: Condition): condition is Relation {
  return 'sign' in condition;
}

export function statementsOf(condition: Condition): readonly Statement[] {
  return 'join' in condition ? condition.parts.flatMap(statementsOf) : [condition];
}

/** The names of the variables in its comparisons, each once. */
export function namesIn(condition: Condition): readonly string[] {
  const sides = statementsOf(condition).flatMap(part => ('sign' in part ? [part.left, part.right] : []));
  return [...new Set(sides.flatMap(variablesOf))];
}

/** The parts that "or" joins; undefined where something else than equations and inequalities is joined so. */
export function alternativesOf(condition: Condition): readonly Relation[] | undefined {
  if (isRelation(condition)) return [condition];
  return 'join' in condition && condition.join === 'or' && condition.parts.every(isRelation) ? condition.parts : undefined;
}

/** The same condition with each of its statements replaced. */
export function mapStatements(condition: Condition, change: (statement: Statement) => Condition): Condition {
  if (!('join' in condition)) return change(condition);
  return { join: condition.join, parts: condition.parts.map(part => mapStatements(part, change)) };
}

export function holds(condition: Condition, isTrue: (statement: Statement) => boolean): boolean {
  if (!('join' in condition)) return isTrue(condition);
  const { join, parts } = condition;
  const part = (inner: Condition) => holds(inner, isTrue);
  if (join === 'and') return parts.every(part);
  if (join === 'or') return parts.some(part);
  if (join === 'implies') return parts.slice(0, -1).some(inner => !part(inner)) || parts.slice(-1).every(part);
  return (parts.filter(part).length % 2 === 1) === (join === 'xor');
}

// ---- how it is written

export function conditionText(condition: Condition): string {
  return written(condition, relationText, join => ` ${join} `, ['not ', 'true', 'false']);
}

export function conditionTeX(condition: Condition): string {
  return written(condition, relationTeX, join => `\\text{ ${join} }`, ['\\neg ', '\\text{true}', '\\text{false}']);
}

export function conditionSpeech(condition: Condition): string {
  return written(condition, relationSpeech, join => `, ${join === 'iff' ? 'if and only if' : join} `, [
    'it is not so that ',
    'always true',
    'never true',
  ]);
}

type Signs = readonly [not: string, always: string, never: string];

/** Joined parts of a joined condition have brackets. */
function written(
  condition: Condition,
  relation: (relation: Relation) => string,
  between: (join: Connective) => string,
  signs: Signs,
): string {
  if (isRelation(condition)) return relation(condition);
  if ('letter' in condition) return condition.letter;
  const { join, parts } = condition;
  if (parts.length === 0) return signs[join === 'and' ? 1 : 2];
  const inner = parts.map(part => {
    const text = written(part, relation, between, signs);
    return ('join' in part && part.join !== 'not' && part.parts.length > 0) || (join === 'not' && isRelation(part))
      ? `(${text})`
      : text;
  });
  return join === 'not' ? signs[0] + inner.join('') : inner.join(between(join));
}
