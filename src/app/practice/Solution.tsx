// The worked solution, a step a line.
import type { Text } from '../../exercise/text.ts';
import { Words } from '../Words.tsx';

export function Solution({ steps }: { readonly steps: readonly Text[] }) {
  return (
    <ol class="steps">
      {steps.map((step, i) => (
        <li key={i} class="step">
          <Words text={step} />
        </li>
      ))}
    </ol>
  );
}
