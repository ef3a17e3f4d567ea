// Deleting everything: asked twice, and then for a week it can be brought back.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { now } from '../../clock.ts';
import { holdKeeping } from '../../session/under-way.ts';
import { role, store } from '../../state.ts';
import { painted } from '../../whole-state.ts';
import { Fold } from './Fold.tsx';
import { Said } from './Said.tsx';

const words = {
  title: 'Delete everything',
  about: 'All answers, settings and sets on this device.',
  begin: 'Delete everything …',
  first: 'Delete every answer, your settings and your sets on this device? A backup that you have saved stays what it is.',
  yes: 'Yes, delete',
  keep: 'Keep everything',
  second: 'Really? You start from the beginning. For seven days it can be brought back here; after that it is gone.',
  really: 'Delete everything now',
  moment: 'One moment …',
};

export const Delete = (): JSX.Element => {
  const says = useSignal('');
  const asked = useSignal<0 | 1 | 2>(0);
  const go = async (): Promise<void> => {
    asked.value = 0;
    says.value = words.moment;
    holdKeeping();
    await painted();
    const done = await store().deleteEverything(now());
    if (!done.ok) {
      says.value = done.problem.says;
      return;
    }
    // The page begins anew, so that nothing is left in its memory either.
    scrollTo(0, 0);
    location.reload();
  };
  const yes = (): void => {
    if (asked.value === 1) asked.value = 2;
    else void go();
  };
  return (
    <Fold name="delete" title={words.title}>
      <div class="setting">
        <p class="quiet small">{words.about}</p>
        {asked.value === 0 ? (
          <div class="setting-actions">
            <button
              type="button"
              class="button danger"
              data-action="delete"
              disabled={role.value !== 'writer'}
              onClick={() => (asked.value = 1)}
            >
              {words.begin}
            </button>
          </div>
        ) : (
          <Asked
            key={asked.value}
            says={asked.value === 1 ? words.first : words.second}
            yes={asked.value === 1 ? words.yes : words.really}
            onYes={yes}
            onKeep={() => (asked.value = 0)}
          />
        )}
        <Said says={says.value} />
      </div>
    </Fold>
  );
};

interface AskedProps {
  readonly says: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onKeep: () => void;
}

/** The way back comes first: a second tap at the same place deletes nothing. */
const Asked = ({ says, yes, onYes, onKeep }: AskedProps): JSX.Element => {
  const question = useRef<HTMLFieldSetElement>(null);
  useEffect(() => question.current?.focus(), []);
  return (
    <fieldset ref={question} class="question" tabIndex={-1} aria-labelledby="delete-question">
      <p id="delete-question">{says}</p>
      <button type="button" class="button primary" data-action="keep" onClick={onKeep}>
        {words.keep}
      </button>
      <button type="button" class="button danger" data-action="delete-yes" onClick={onYes}>
        {yes}
      </button>
    </fieldset>
  );
};
