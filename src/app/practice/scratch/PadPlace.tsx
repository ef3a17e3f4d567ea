// Where an exercise has its scratch pad: under it or beside it while it is open, and folded away when it is looked at again.
import { useEffect } from 'preact/hooks';
import { padAt, padShown } from './keeping.ts';
import { strokesOn } from './pad.ts';
import { loadScratch, scratchPart } from './scratch-part.ts';

const words = {
  missing: 'The scratch pad could not be loaded. Connect to the network once and try again.',
  drawn: 'Your scratch pad',
};

/** What opens and closes it is the button of the exercise. */
export function PadPlace({ pad }: { readonly pad: string }) {
  const part = scratchPart.value;
  if (!padShown.value) return null;
  if (part === 'missing') {
    return (
      <p class="scratch-missing small" role="alert">
        {words.missing}
      </p>
    );
  }
  return part ? <part.ScratchPad key={pad} pad={pad} /> : null;
}

/** What was drawn, to be compared with how it goes. */
export function DrawnBefore({ pad }: { readonly pad: string }) {
  const isDrawn = strokesOn(padAt(pad)).size > 0;
  const part = scratchPart.value;
  useEffect(() => {
    if (isDrawn) void loadScratch();
  }, [isDrawn]);
  if (!isDrawn || typeof part !== 'object') return null;
  return (
    <details class="fold drawn">
      <summary class="section-title">{words.drawn}</summary>
      <part.Drawing pad={padAt(pad)} />
    </details>
  );
}
