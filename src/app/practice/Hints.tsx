// The hints that are shown, from what to remember to the first step.
import type { Text } from '../../exercise/text.ts';
import { Words } from '../Words.tsx';

export function Hints({ hints, shown }: { readonly hints: readonly Text[]; readonly shown: number }) {
  if (shown === 0) return null;
  return (
    <section class="hints">
      <h2 class="spoken">Hints</h2>
      <ol class="hints-list">
        {hints.slice(0, shown).map((hint, i) => (
          <li key={i} class="hint">
            <Words text={hint} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The first hint is free; what the others cost is said before they are shown. */
export function HintButton({ count, shown, onHint }: { readonly count: number; readonly shown: number; onHint(): void }) {
  if (shown >= count) return null;
  return (
    <button type="button" class="button plain tool" data-action="hint" onClick={onHint}>
      {shown === 0 ? 'Hint' : 'Next hint'}
      {shown > 0 && <span class="tool-note">costs</span>}
    </button>
  );
}
