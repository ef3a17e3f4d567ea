// What is seldom wanted, folded away under its name.
import type { ComponentChildren, JSX } from 'preact';

export interface FoldProps {
  readonly name: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

export const Fold = ({ name, title, children }: FoldProps): JSX.Element => (
  <details class="fold setting-fold" data-fold={name}>
    <summary class="switch-title">{title}</summary>
    {children}
  </details>
);
