// The frame of a screen: its heading, which takes the focus when one comes here, and what stands under it.
import type { ComponentChildren, JSX } from 'preact';
import { BackIcon } from './icons.tsx';

export interface PageProps {
  readonly title: string;
  /** A line above the heading. */
  readonly above?: ComponentChildren;
  /** A line under the heading. */
  readonly below?: string | undefined;
  /** Where the way back leads. */
  readonly back?: { readonly href: string; readonly title: string };
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

export const Page = ({ title, above, below, back, wide = false, children }: PageProps): JSX.Element => (
  <main class={wide ? 'page is-wide' : 'page'}>
    <header class="page-head">
      {back && (
        <a class="back" href={back.href}>
          <BackIcon />
          {back.title}
        </a>
      )}
      {above}
      <h1 tabIndex={-1}>{title}</h1>
      {below && <p class="quiet">{below}</p>}
    </header>
    {children}
  </main>
);
