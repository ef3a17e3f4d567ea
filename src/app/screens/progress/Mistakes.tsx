// Where the mistakes that keep coming back stand: looked for once everything else is on the screen.
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { lazyPart } from '../../lazy-part.ts';

const words = {
  title: 'What goes wrong most',
  looking: 'Looking through your latest answers.',
  missing: 'This part of Gradus is not on this device yet. Connect to the network once and come back.',
};

const mistakesPart = lazyPart(async () => (await import('./MistakeList.tsx')).MistakeList);

const PAUSE = 200;

export const Mistakes = ({ today }: { readonly today: number }): JSX.Element => {
  const Part = mistakesPart.now.value;
  useEffect(() => {
    if (typeof mistakesPart.now.peek() === 'function') return;
    const timer = setTimeout(() => void mistakesPart.load(), PAUSE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <section class="card figure mistakes" data-figure="mistakes">
      <h2>{words.title}</h2>
      {Part === undefined && <p class="quiet small">{words.looking}</p>}
      {Part === 'missing' && <p class="quiet small">{words.missing}</p>}
      {typeof Part === 'function' && <Part looking={words.looking} missing={words.missing} today={today} />}
    </section>
  );
};
