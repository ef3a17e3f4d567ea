// What kind of answer a typed text is, where nobody says so.
import type { Kind } from '../exercise/answer.ts';
import { readCondition } from './condition-reading.ts';
import { readInterval } from './interval-reading.ts';
import { afterName, readExpression } from './typed.ts';

const LOGIC =
  /\b(?:and|or|not|xor|implies|iff)\b|[∧∨¬⇒⇔⟹⟺]|&&|\\(?:land|lor|lnot|neg|implies|iff)(?![a-z])|^\s*!|^\s*(?:true|false)\s*$/i;
const COMPARISON = /[<>≤≥≠=]|\\(?:leq?|geq?|neq?|lt|gt)(?![a-z])/;
const INTERVAL =
  /[\])}]\s*(?:U|∪|\\cup)\s*[[({]|[(,;]\s*[+-]?\s*(?:inf|∞|\\infty|oo\b)|^\s*(?:\[[^[\]()]*[,;][^[\]()]*\)|\([^[\]()]*[,;][^[\]()]*\])\s*$/;
/** What is left of sets that are joined, when their elements are taken away. */
const JOINED_SETS = /^[\s()]*\{\}(?:[\s()]*(?:U|∪|\\cup|\+)[\s()]*\{\})*[\s()]*$/;
const EMPTY = /^\s*(?:∅|\\emptyset|\\varnothing)\s*$/;

const BUILDER = /^\s*\\?\{\s*\p{L}[^{},;|:]*(?:\||:|\\mid(?![a-z]))/u;

/** By the model's text; the student's tells open intervals from vectors, and a letter of logic from a number. */
export function guessKind(text: string, student: string): Kind {
  if (isSolution(text, student)) return 'interval';
  if (isLogical(text) || (/^\s*\p{L}\s*$/u.test(text) && isLogical(student))) return 'equation';
  if (!COMPARISON.test(text) && readExpression(afterName(text), { decimalComma: false }).ok) return 'expression';
  if (BUILDER.test(text)) return 'interval';
  if (EMPTY.test(text) || JOINED_SETS.test(withoutElements(text))) return 'set';
  if (isInterval(text, student)) return 'interval';
  if (readCondition(text).ok) return 'equation';
  if (COMPARISON.test(text) && /^\s*[[({]/.test(text)) return 'set';
  if (/^\s*\[\s*\[|matrix\}/.test(text)) return 'matrix';
  if (/^\s*[([⟨][^=<>≤≥≠]*[,;]/.test(text)) return 'vector';
  return COMPARISON.test(text) ? 'equation' : 'expression';
}

/** By its own look, or by the look of the other: `(1, 3)` beside `1 < x < 3`. */
function isInterval(text: string, student: string): boolean {
  if (INTERVAL.test(text)) return true;
  return /^\s*[([{]/.test(text) && (INTERVAL.test(student) || (/[<>≤≥]/.test(student) && readInterval(student).ok));
}

/** A condition beside its solutions: `1 < x < 3` and `(1, 3)`, `x = 1 or x = 2` and `{1, 2}`. */
function isSolution(text: string, student: string): boolean {
  return (
    /^\s*\p{L}|^[^([{]*[<>≤≥]/u.test(text) &&
    /^\s*[([{].*[\])}]\s*$/s.test(student) &&
    readInterval(text).ok &&
    readInterval(student).ok
  );
}

/** What stands in braces is a set. */
function isLogical(text: string): boolean {
  return LOGIC.test(text) && !/^\s*\\?\{/.test(text) && readCondition(text).ok;
}

function withoutElements(text: string): string {
  let [before, after] = ['', text.replaceAll('\\{', '{').replaceAll('\\}', '}')];
  while (after !== before)
    [before, after] = [after, after.replaceAll(/\{[^{}]+\}/g, '{}').replaceAll(/\{(?:[^{}]*\{\})+[^{}]*\}/g, '{}')];
  return after;
}
