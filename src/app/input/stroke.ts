// What a key does to a line of text with a caret in it: pure, so that two fast thumbs get what they typed.

/** A line of text and what is selected in it; `start` equals `end` where nothing is. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type Stroke =
  | { readonly kind: 'insert'; readonly text: string }
  /** Puts the caret between the two; around what is selected. */
  | { readonly kind: 'enclose'; readonly before: string; readonly after: string }
  | { readonly kind: 'erase' };

const PAIRS = ['()', '[]', '{}', '||'];
const CLOSING = ')]}';
/** What `enclose` wrote before a bracket and one erase takes away again. */
const CALL = /(?:sin|cos|tan|exp|ln|log_2|σ|tanh|max|min|sqrt|\/)$/u;

export function strike(line: Line, stroke: Stroke): Line {
  if (stroke.kind === 'erase') return erase(line);
  if (stroke.kind === 'enclose') return enclose(line, stroke.before, stroke.after);
  return insert(line, stroke.text);
}

/** A closing bracket that already stands at the caret, and has its partner, is stepped over. */
function insert(line: Line, text: string): Line {
  const { start, end } = line;
  const isThere = start === end && CLOSING.includes(text) && line.text[start] === text && isBalanced(line.text, text);
  return isThere ? caretAt(line.text, start + 1) : replace(line, text, text.length);
}

/** In front of more text, only the opening part is written: it may be meant to close further on. */
function enclose(line: Line, before: string, after: string): Line {
  const { text, start, end } = line;
  const selected = text.slice(start, end);
  if (selected !== '') return replace(line, before + selected + after, before.length + selected.length + after.length);
  const next = text[end] ?? '';
  const isFree = next === '' || next === ' ' || `${CLOSING},;+-*/^`.includes(next);
  return replace(line, isFree ? before + after : before, before.length);
}

function erase(line: Line): Line {
  const { text, start, end } = line;
  if (start !== end) return replace(line, '', 0);
  if (start === 0) return line;
  if (!PAIRS.includes(text.slice(start - 1, start + 1))) return replace({ ...line, start: start - lastSign(text, start) }, '', 0);
  const name = CALL.exec(text.slice(0, start - 1))?.[0].length ?? 0;
  return replace({ text, start: start - 1 - name, end: end + 1 }, '', 0);
}

function replace({ text, start, end }: Line, by: string, caret: number): Line {
  return caretAt(text.slice(0, start) + by + text.slice(end), start + caret);
}

function caretAt(text: string, place: number): Line {
  return { text, start: place, end: place };
}

/** A sign outside the basic plane takes two places. */
function lastSign(text: string, end: number): number {
  return [...text.slice(0, end)].at(-1)?.length ?? 0;
}

function isBalanced(text: string, closing: string): boolean {
  const opening = '([{'[CLOSING.indexOf(closing)] ?? '';
  return text.split(opening).length === text.split(closing).length;
}
