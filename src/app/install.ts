// Putting Gradus on the home screen: the browser's own offer where it makes one, and where the learner has to do it.
import { signal } from '@preact/signals';

/** Chromium's event; no standard has it. */
interface InstallOffer extends Event {
  readonly prompt: () => Promise<unknown>;
}

const isInstallOffer = (event: Event): event is InstallOffer => 'prompt' in event;

/** The browser's offer, which can be used once. */
export const offer = signal<InstallOffer | undefined>(undefined);

export const isInstalled = signal(false);

export const watchInstall = (): void => {
  isInstalled.value =
    matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true);
  addEventListener('beforeinstallprompt', event => {
    event.preventDefault();
    if (isInstallOffer(event)) offer.value = event;
  });
  addEventListener('appinstalled', () => {
    offer.value = undefined;
    isInstalled.value = true;
  });
};

export const install = async (): Promise<void> => {
  const here = offer.value;
  offer.value = undefined;
  await here?.prompt();
};

/** iPhones and iPads make no offer: their owner goes through the share menu. An iPad calls itself a Mac with touch. */
export const isApple = (): boolean =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
