// Words with formulas in them; a display formula stands on a line of its own.
import type { ComponentChildren } from 'preact';
import type { Formula as FormulaData } from '../exercise/formula.ts';
import type { Text } from '../exercise/text.ts';
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
  return <span class="words-line">{inline(text.map(part => (typeof part === 'string' ? part : inText(part))))}</span>;
}

function inline(parts: Text): ComponentChildren {
  return parts.map((part, i) => (typeof part === 'string' ? part : <Formula key={i} formula={part} />));
}

function inText({ tex, speech }: FormulaData): FormulaData {
  return { tex, speech };
}

function paragraphs(text: Text): (Text | FormulaData)[] {
  const found: (Text | FormulaData)[] = [];
  let open: (string | FormulaData)[] = [];
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
