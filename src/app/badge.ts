// The number on the app's icon: how many exercises wait, where the device shows one.
import { effect } from '@preact/signals';
import { waiting } from './session/session.ts';
import { phase } from './state.ts';

export const keepBadge = (): void => {
  if (!('setAppBadge' in navigator)) return;
  effect(() => {
    // Not every device lets a page set it; then there is no number.
    if (phase.value === 'open') navigator.setAppBadge(waiting.value).catch(() => undefined);
  });
};
