// What became of something, shown and told to those who listen.
import type { JSX } from 'preact';

export const Said = ({ says }: { readonly says: string }): JSX.Element => (
  <p role="status" class="small">
    {says}
  </p>
);
