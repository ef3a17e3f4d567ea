// A short tick under the finger at a verdict, where the device can and the learner wants it.
import { signal } from '@preact/signals';

export const hapticsOn = signal(false);

const RIGHT = 18;
const NOT_YET = [14, 80, 14];

/** A desktop's browser takes the call too, and nothing shakes. */
export const canTick = (): boolean => 'vibrate' in navigator && matchMedia('(pointer: coarse)').matches;

export const tick = (isRight: boolean): void => {
  if (hapticsOn.value && canTick()) navigator.vibrate(isRight ? RIGHT : NOT_YET);
};
