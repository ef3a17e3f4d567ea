// Where a part of the app stands that is fetched first; where that fails, it is said.
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { LazyPart } from '../lazy-part.ts';
import { Page } from '../parts/Page.tsx';

const words = {
  missing: 'This part of Gradus is not on this device yet. Connect to the network once and try again; nothing is lost.',
  again: 'Try again',
};

export interface PartPlaceProps<P extends object> {
  readonly part: LazyPart<ComponentType<P>>;
  readonly title: string;
  /** For the part's screen. */
  readonly props: P;
}

export const PartPlace = <P extends object>({ part, title, props }: PartPlaceProps<P>): JSX.Element => {
  const Part = part.now.value;
  useEffect(() => {
    if (part.now.peek() === undefined) void part.load();
  }, [part]);
  // The part has a heading of its own, to which the focus goes on from this one's.
  const isAtHeading = document.activeElement?.matches('h1') === true;
  useEffect(() => {
    if (isAtHeading) document.querySelector('h1')?.focus({ preventScroll: true });
  }, [Part]);
  if (Part !== undefined && Part !== 'missing') return <Part {...props} />;
  return (
    <Page title={title}>
      {Part === 'missing' && (
        <>
          <p class="lead">{words.missing}</p>
          <div class="at-thumb">
            <button type="button" class="button primary" onClick={() => void part.load()}>
              {words.again}
            </button>
          </div>
        </>
      )}
    </Page>
  );
};
