// What the learner has set, handed to those that know nothing of settings.
import { effect } from '@preact/signals';
import { hapticsOn } from './haptics.ts';
import { decimalComma } from './input/decimal-comma.ts';
import { applyMotion } from './motion.ts';
import { preferences } from './state.ts';

export const followPreferences = (): void => {
  effect(() => {
    applyMotion(preferences.value.reducedMotion);
    hapticsOn.value = preferences.value.haptics;
    decimalComma.value = preferences.value.decimalComma;
  });
};
