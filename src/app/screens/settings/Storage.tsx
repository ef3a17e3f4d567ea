// Where the data lives, how much there is, and whether the browser has promised to keep it.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { askPersistence, type Persistence, roomTaken } from '../../../store/persistence.ts';
import { isInstalled } from '../../install.ts';
import { cards, kept } from '../../state.ts';

const MEGA = 1_000_000;

const words: {
  where: string;
  size: (bytes: number) => string;
  ask: string;
  installed: string;
} & { readonly [P in Persistence]: string } = {
  where: 'What you practise is kept on this device, in this browser, and nowhere else.',
  size: bytes =>
    bytes < MEGA ? 'It takes up less than a megabyte.' : `With the app itself it takes up about ${Math.round(bytes / MEGA)} MB.`,
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

export const Storage = (): JSX.Element => {
  const bytes = useSignal<number | undefined>(undefined);
  useEffect(() => {
    void roomTaken().then(taken => {
      bytes.value = taken;
    });
  }, [cards.value]);
  return (
    <div class="setting" data-kept={kept.value}>
      <p>
        {words.where} {bytes.value !== undefined && words.size(bytes.value)}
      </p>
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
};
