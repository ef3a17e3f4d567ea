// Three pictures of the way onto an iPhone's home screen: the share button, the line in its menu, the icon.
import type { ComponentChildren, JSX } from 'preact';

const Picture = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <svg class="install-picture" viewBox="0 0 72 72" width="72" height="72" aria-hidden="true">
    {children}
  </svg>
);

/** The foot of the browser, with its bar of buttons. */
export const ShareButtonPicture = (): JSX.Element => (
  <Picture>
    <path class="install-phone" d="M10 4v52a10 10 0 0 0 10 10h32a10 10 0 0 0 10-10V4" />
    <path class="install-line" d="M18 12h36M18 20h28" />
    <rect class="install-bar" x="13" y="40" width="46" height="18" rx="9" />
    <path class="install-faint" d="m22.5 46-3 3 3 3M49.5 46l3 3-3 3" />
    <circle class="install-here" cx="36" cy="46" r="12" />
    <path class="install-sign" d="M36 49v-9.5M33 42.2l3-2.9 3 2.9M33.3 45H31v7.5h10V45h-2.3" />
  </Picture>
);

/** The share menu, with the line to look for. */
export const AddLinePicture = (): JSX.Element => (
  <Picture>
    <path class="install-phone" d="M10 66V18A10 10 0 0 1 20 8h32a10 10 0 0 1 10 10v48" />
    <path class="install-line" d="M18 19h26M18 29h30M18 61h24" />
    <rect class="install-here" x="6" y="36" width="60" height="18" rx="9" />
    <path class="install-sign-line" d="M14 45h28" />
    <rect class="install-sign" x="50" y="40" width="10" height="10" rx="2.5" />
    <path class="install-sign" d="M55 42.6v4.8M52.6 45h4.8" />
  </Picture>
);

/** The home screen, with Gradus on it. */
export const HomeScreenPicture = (): JSX.Element => (
  <Picture>
    <rect class="install-phone" x="10" y="4" width="52" height="64" rx="10" />
    {[12, 30].map(y =>
      [17, 31, 45].map(x => <rect key={`${x} ${y}`} class="install-app" x={x} y={y} width="10" height="10" rx="3" />),
    )}
    <rect class="install-app" x="17" y="48" width="10" height="10" rx="3" />
    <rect class="install-here" x="29" y="43" width="20" height="20" rx="6" />
    <path class="install-sign" d="M32.5 58.5h4v-4h4v-4h4v-3" />
  </Picture>
);
