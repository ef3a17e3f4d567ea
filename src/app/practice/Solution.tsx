// The worked solution, a step a line.
import type { ComponentChildren } from 'preact';
import type { Text } from '../../exercise/text.ts';
import { Words } from '../Words.tsx';

interface Props {
  readonly steps: readonly Text[];
  /** The last step has just been added. */
  readonly isFresh?: boolean;
  /** What stands at the place of the step after these. */
  readonly children?: ComponentChildren;
}

export function Solution({ steps, isFresh = false, children }: Props) {
  return (
    <ol class={isFresh ? 'steps is-fresh' : 'steps'}>
      {steps.map((step, i) => (
        <li key={i} class="step">
          <Words text={step} />
        </li>
      ))}
      {children && <li class="step is-open">{children}</li>}
    </ol>
  );
}
