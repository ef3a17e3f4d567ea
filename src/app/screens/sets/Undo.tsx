// What was just taken away from the draft, and the way back.
import type { JSX } from 'preact';
import { changeDraft, undoable } from '../../sets/draft-keeping.ts';

const words = {
  gone: { item: 'Taken out.', all: 'Your earlier draft is put away.' },
  back: 'Bring it back',
};

export const Undo = (): JSX.Element => {
  const before = undoable.value;
  return (
    <div role="status">
      {before && (
        <p class="compose-undo">
          {words.gone[before.what]}
          <button type="button" class="button plain" data-action="bring-back" onClick={() => changeDraft(before.draft)}>
            {words.back}
          </button>
        </p>
      )}
    </div>
  );
};
