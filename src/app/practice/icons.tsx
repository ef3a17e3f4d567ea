// The few signs of the practice screen.
import type { ComponentChildren } from 'preact';

export function CloseIcon() {
  return (
    <Icon>
      <path d="M6 6 L18 18 M18 6 L6 18" />
    </Icon>
  );
}

export function KeyboardIcon() {
  return (
    <Icon>
      <rect x="3" y="6" width="18" height="12" rx="2.5" />
      <path d="M7 10 h.01 M10.3 10 h.01 M13.7 10 h.01 M17 10 h.01 M8.5 14.2 h7" />
    </Icon>
  );
}

export function KeypadIcon() {
  return (
    <Icon>
      <rect x="5" y="3.5" width="14" height="17" rx="2.5" />
      <path d="M9 8.5 h.01 M12 8.5 h.01 M15 8.5 h.01 M9 12 h.01 M12 12 h.01 M15 12 h.01 M9 15.5 h.01 M12 15.5 h3" />
    </Icon>
  );
}

export function ScratchIcon() {
  return (
    <Icon>
      <path d="M13.5 7 L17 10.5 M4.5 19.5 L5.5 15.2 L15.4 5.3 a1.9 1.9 0 0 1 2.7 0 l.6 .6 a1.9 1.9 0 0 1 0 2.7 L8.8 18.5 Z M14 19.5 h5.5" />
    </Icon>
  );
}

export function Icon({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg
      class="icon"
      width="24"
      height="24"
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {children}
    </svg>
  );
}
