// The card that says how it went: the verdict first, then what was done.
import type { RefObject } from 'preact';
import { Words } from '../Words.tsx';
import type { Outcome } from './outcome.ts';
import { StepDown } from './StepDown.tsx';

interface Props {
  readonly outcome: Outcome;
  /** Where the focus goes when the card appears; then it heads the page. */
  readonly heading?: RefObject<HTMLHeadingElement | null>;
}

export function Verdict({ outcome: { tone, title, says }, heading }: Props) {
  return (
    <section class={`verdict verdict-${tone}`} data-verdict={tone}>
      {tone === 'right' && <StepDown />}
      {heading ? (
        <h1 ref={heading} tabIndex={-1} class="verdict-title">
          {title}
        </h1>
      ) : (
        <h2 class="verdict-title">{title}</h2>
      )}
      {says.map((text, i) => (
        <Words key={i} text={text} />
      ))}
    </section>
  );
}
