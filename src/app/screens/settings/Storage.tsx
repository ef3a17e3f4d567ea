// Where the data lives, and whether the browser has promised to keep it.
import type { JSX } from 'preact';
import { askPersistence, type Persistence } from '../../../store/persistence.ts';
import { isInstalled } from '../../install.ts';
import { kept } from '../../state.ts';

const words: { where: string; ask: string; installed: string } & { readonly [P in Persistence]: string } = {
  where: 'What you practise is kept on this device, in this browser, and nowhere else.',
  kept: 'The browser has promised not to clear it.',
  'best-effort':
    'The browser has not promised to keep it: it may clear it when space runs short. Install Gradus, or save a backup now and then.',
  unknown: 'This browser does not say whether it will keep it. Save a backup now and then.',
  installed: 'Gradus is on your home screen.',
  ask: 'Ask the browser to keep it',
};

const ask = async (): Promise<void> => {
  kept.value = await askPersistence();
};

export const Storage = (): JSX.Element => (
  <div class="setting" data-kept={kept.value}>
    <p>{words.where}</p>
    <p class={kept.value === 'kept' ? 'quiet small' : 'caution small'} role="status">
      {isInstalled.value && `${words.installed} `}
      {words[kept.value]}
    </p>
    {kept.value === 'best-effort' && (
      <button type="button" class="button" onClick={() => void ask()}>
        {words.ask}
      </button>
    )}
  </div>
);
