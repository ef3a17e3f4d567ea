// Text for learners: words with formulas in them, each formula as TeX for the eye and words for the ear.
import { type Formula, type FormulaLike, formula } from './formula.ts';

/** Words and formulas in reading order; strings are plain words, never markup. */
export type Text = readonly (string | Formula)[];
export type TextLike = string | Text | FormulaLike;

/** A template for sentences: kit values become formulas, strings stay words, line breaks in the source become spaces. */
export function say(strings: TemplateStringsArray, ...values: readonly TextLike[]): Text {
  const parts: (string | Formula)[] = [];
  for (const [i, words] of strings.entries()) {
    append(parts, words.replace(/\s*\n\s*/g, ' '));
    const value = values[i];
    if (value !== undefined) for (const part of toText(value)) append(parts, part);
  }
  return parts;
}

function toText(value: TextLike): Text {
  if (typeof value === 'string') return [value];
  return isText(value) ? value : [formula(value)];
}

/** The same in one line: formulas that stood on lines of their own stand between the words. */
export function inLine(text: Text): Text {
  return text.map(part => (typeof part === 'string' ? part : { tex: part.tex, speech: part.speech }));
}

/** Runs of words and formulas, parted by the formulas that stand on a line of their own; what is blank is left out. */
export function paragraphs(text: Text): (Text | Formula)[] {
  const found: (Text | Formula)[] = [];
  let open: (string | Formula)[] = [];
  const close = () => {
    if (open.some(part => typeof part !== 'string' || part.trim() !== '')) found.push(open);
    open = [];
  };
  for (const part of text) {
    if (typeof part === 'string' || !part.display) open.push(part);
    else {
      close();
      found.push(part);
    }
  }
  close();
  return found;
}

/** Punctuation after a formula goes into it: on its own it could begin the next line. */
export function withMarks(text: Text): Text {
  return text.map((part, i) => {
    if (typeof part === 'string') return i > 0 ? part.slice(marks(part).length) : part;
    const next = text[i + 1];
    const tail = typeof next === 'string' ? marks(next) : '';
    return tail === '' ? part : { tex: `${part.tex}\\text{${tail}}`, speech: part.speech + tail };
  });
}

function marks(words: string): string {
  return /^[.,;:?!)]+/.exec(words)?.[0] ?? '';
}

/** The plain line: words with TeX between dollar signs, as the command line and the golden pages print it. */
export function plain(text: Text): string {
  return text.map(part => (typeof part === 'string' ? part : `$${part.tex}$`)).join('');
}

/** The whole text in spoken words. */
export function spoken(text: Text): string {
  return text
    .map(part => (typeof part === 'string' ? part : ` ${part.speech} `))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:?)])/g, '$1')
    .trim();
}

function isText(value: TextLike): value is Text {
  return Array.isArray(value);
}

function append(parts: (string | Formula)[], part: string | Formula): void {
  const last = parts.at(-1);
  if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
  else if (part !== '') parts.push(part);
}
