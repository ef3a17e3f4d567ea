// Something that the learner should know, with what can be done about it.
import type { ComponentChildren, JSX } from 'preact';

export const Notice = ({ says, children }: { says: string; children?: ComponentChildren }): JSX.Element => (
  <div class="notice" role="status">
    <p>{says}</p>
    {children && <div class="notice-actions">{children}</div>}
  </div>
);
