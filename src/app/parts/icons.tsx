// The few pictures of the interface, drawn with one pen; all are decoration beside words.
import type { ComponentChildren, JSX } from 'preact';

const Icon = ({ children }: { children: ComponentChildren }): JSX.Element => (
  <svg
    class="icon"
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    {children}
  </svg>
);

export const StepsIcon = (): JSX.Element => (
  <Icon>
    <path d="M3 19h5v-4.5h5V10h5V5.5h3" />
  </Icon>
);

export const LayersIcon = (): JSX.Element => (
  <Icon>
    <path d="m12 4 8.5 4.5L12 13 3.5 8.5zM4.5 12.7 12 16.7l7.5-4M4.5 16.2l7.5 4 7.5-4" />
  </Icon>
);

export const BarsIcon = (): JSX.Element => (
  <Icon>
    <path d="M4 20h16M6.5 16v-3M12 16V8.5M17.5 16V4.5" />
  </Icon>
);

export const SlidersIcon = (): JSX.Element => (
  <Icon>
    <path d="M4 7h9M19 7h1M4 17h1M11 17h9" />
    <circle cx="16" cy="7" r="2.5" />
    <circle cx="8" cy="17" r="2.5" />
  </Icon>
);

/** Sheets that are handed on. */
export const SheetsIcon = (): JSX.Element => (
  <Icon>
    <path d="M8.5 3.5h8l3.5 3.5v10H8.5zM16 3.5V7.5h4M4 8v12.5h11.5" />
  </Icon>
);

export const BackIcon = (): JSX.Element => (
  <Icon>
    <path d="m14.5 5.5-6.5 6.5 6.5 6.5" />
  </Icon>
);

export const OnIcon = (): JSX.Element => (
  <Icon>
    <path d="m9.5 5.5 6.5 6.5-6.5 6.5" />
  </Icon>
);

export const SearchIcon = (): JSX.Element => (
  <Icon>
    <circle cx="10.5" cy="10.5" r="6" />
    <path d="m15 15 5 5" />
  </Icon>
);

export const ShareIcon = (): JSX.Element => (
  <Icon>
    <path d="M12 14.5V3.5M8 7l4-3.5L16 7M8 10.5H5.5v10h13v-10H16" />
  </Icon>
);

/** An open book: something to read. */
export const BookIcon = (): JSX.Element => (
  <Icon>
    <path d="M12 6.5C10 5 7 4.5 3.5 5v13c3.5-.5 6.5 0 8.5 1.5 2-1.5 5-2 8.5-1.5V5C17 4.5 14 5 12 6.5zM12 6.5v13" />
  </Icon>
);
