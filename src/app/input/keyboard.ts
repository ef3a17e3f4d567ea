// Which keyboard is up: our keypad or the system's; kept from one exercise to the next.
import { signal } from '@preact/signals';

/** A desktop has keys enough: there the keypad comes when asked for. */
const isDesktop = () => matchMedia('(pointer: fine) and (min-width: 720px)').matches;

export const keypadShown = signal(!isDesktop());
