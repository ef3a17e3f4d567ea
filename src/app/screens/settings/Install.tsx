// How Gradus gets onto the home screen: one tap where the browser offers it, three pictures on an iPhone.
import type { JSX } from 'preact';
import { install, isApple, isInstalled, offer } from '../../install.ts';
import { AddLinePicture, HomeScreenPicture, ShareButtonPicture } from './install-pictures.tsx';

const words = {
  title: 'On your home screen',
  offer: 'Installed, Gradus opens like any other app, works without a network, and its data is kept more safely.',
  install: 'Install Gradus',
  apple:
    'Safari clears the data of pages that you have not opened for a week of use. On the home screen, Gradus is safe from that.',
};

const STEPS = [
  { Picture: ShareButtonPicture, says: 'Tap the share button of the browser. You may find it behind three dots.' },
  { Picture: AddLinePicture, says: 'Further down, choose “Add to Home Screen”.' },
  {
    Picture: HomeScreenPicture,
    says: 'Open Gradus from there. It starts empty: save a backup here first, and open it there.',
  },
];

export const Install = (): JSX.Element | null => {
  if (isInstalled.value || !(offer.value || isApple())) return null;
  return (
    <section id="install">
      <h2>{words.title}</h2>
      <div class="card settings">
        <div class="setting">
          <p>{offer.value ? words.offer : words.apple}</p>
          {offer.value ? (
            <button type="button" class="button" data-action="install" onClick={() => void install()}>
              {words.install}
            </button>
          ) : (
            <ol class="install-steps">
              {STEPS.map(({ Picture, says }, i) => (
                <li key={says}>
                  <Picture />
                  <span>
                    <span class="install-number">{i + 1}</span> {says}
                  </span>
                </li>
              ))}
            </ol>
          )}
        </div>
      </div>
    </section>
  );
};
