// The title of a set, which it need not have.
import type { JSX } from 'preact';
import { MOST } from '../../../exercise/problem-set.ts';
import { withTitle } from '../../sets/draft.ts';
import { changeDraft, draft, keepDraftNow } from '../../sets/draft-keeping.ts';

const words = {
  title: 'Title',
  example: 'Such as “Warm-up for Tuesday”',
};

export const DraftTitle = (): JSX.Element => (
  <label class="compose-title">
    <span class="quiet small">{words.title}</span>
    <input
      type="text"
      name="title"
      autocomplete="off"
      enterkeyhint="done"
      placeholder={words.example}
      maxLength={MOST.title}
      value={draft.value.title}
      onInput={event => changeDraft(withTitle(draft.value, event.currentTarget.value), true)}
      onKeyDown={event => event.key === 'Enter' && event.currentTarget.blur()}
      onBlur={keepDraftNow}
    />
  </label>
);
