// Where the screens of sets stand: they are fetched first, and where that fails it is said.
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Page } from '../parts/Page.tsx';
import { loadSets, setsPart } from '../sets-part.ts';
import type { SetRoute } from './sets/SetScreens.tsx';

const words = {
  title: 'Sets',
  missing: 'This part of Gradus is not on this device yet. Connect to the network once and try again; nothing is lost.',
  again: 'Try again',
};

export const SetsPlace = ({ route }: { readonly route: SetRoute }): JSX.Element => {
  useEffect(() => {
    if (setsPart.value === undefined) void loadSets();
  }, []);
  const Part = setsPart.value;
  if (typeof Part === 'function') return <Part route={route} />;
  return (
    <Page title={words.title}>
      {Part === 'missing' && (
        <>
          <p class="lead">{words.missing}</p>
          <div class="at-thumb">
            <button type="button" class="button primary" onClick={() => void loadSets()}>
              {words.again}
            </button>
          </div>
        </>
      )}
    </Page>
  );
};
