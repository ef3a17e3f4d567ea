// Words with formulas in them; a display formula stands on a line of its own.
import type { ComponentChildren } from 'preact';
import type { Formula as FormulaData } from '../exercise/formula.ts';
import { inLine, paragraphs, type Text, withMarks } from '../exercise/text.ts';
import { Formula } from './Formula.tsx';

/** A paragraph or several: display formulas part them. */
export function Words({ text }: { readonly text: Text }) {
  return (
    <div class="words">
      {paragraphs(text).map((part, i) =>
        Array.isArray(part) ? (
          <p key={i}>{inline(part)}</p>
        ) : (
          <div key={i} class="words-display">
            <Formula formula={part as FormulaData} />
          </div>
        ),
      )}
    </div>
  );
}

/** The same in one line, for labels, options and buttons. */
export function Line({ text }: { readonly text: Text }) {
  return <span class="words-line">{inline(inLine(text))}</span>;
}

/** Every formula of a text as `Words` sets it, which may be with the punctuation after it. */
export function formulasIn(text: Text): readonly FormulaData[] {
  const parts = paragraphs(text).flatMap(part => (Array.isArray(part) ? withMarks(part) : [part as FormulaData]));
  return parts.filter(part => typeof part !== 'string');
}

function inline(parts: Text): ComponentChildren {
  return withMarks(parts).map((part, i) => (typeof part === 'string' ? part : <Formula key={i} formula={part} />));
}
