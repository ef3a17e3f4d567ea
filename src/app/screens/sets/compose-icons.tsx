// The signs with which a set is put together; all are decoration beside words.
import type { JSX } from 'preact';

const drawn = (path: string) => (): JSX.Element => (
  <svg
    class="icon"
    viewBox="0 0 24 24"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.9"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={path} />
  </svg>
);

export const MoreIcon = drawn('M12 5v14M5 12h14');
export const LessIcon = drawn('M5 12h14');
export const RemoveIcon = drawn('m6.5 6.5 11 11M17.5 6.5l-11 11');
export const UpIcon = drawn('M12 19V5M6 11l6-6 6 6');
export const DownIcon = drawn('M12 5v14M6 13l6 6 6-6');
export const ChooseIcon = drawn('m6.5 9.5 5.5 5.5 5.5-5.5');
export const AgainIcon = drawn('M19.5 12a7.5 7.5 0 1 1-2.4-5.5M19.5 3.5v4.2h-4.2');
