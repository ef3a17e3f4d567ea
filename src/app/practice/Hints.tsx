// The hints that are shown, from what to remember to the first step.
import { useEffect, useRef } from 'preact/hooks';
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

export const HINT_COSTS = 'This counts as help: the exercise is then not done alone.';

interface HintButtonProps {
  readonly count: number;
  readonly shown: number;
  /** What the next one costs has been said. */
  readonly warned: boolean;
  onHint(): void;
}

/** The first hint is free; what the others cost is said at the first tap, and the second one shows them. */
export function HintButton({ count, shown, warned, onHint }: HintButtonProps) {
  if (shown >= count) return null;
  return (
    <button type="button" class="button plain tool" data-action="hint" onClick={onHint}>
      {warned ? 'Show the hint' : shown === 0 ? 'Hint' : 'Next hint'}
      {shown > 0 && !warned && <span class="tool-note">costs</span>}
    </button>
  );
}

/** Stands by the button, and comes into sight by itself. */
export function HintWarning() {
  const warning = useRef<HTMLParagraphElement>(null);
  useEffect(() => warning.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <p ref={warning} class="hint-warning small">
      {HINT_COSTS}
    </p>
  );
}
