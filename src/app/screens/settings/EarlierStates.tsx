// The states from before an import, each of which can be put back.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Snapshot } from '../../../store/schema.ts';
import { now } from '../../clock.ts';
import { clearDesk } from '../../session/desk.ts';
import { holdKeeping } from '../../session/under-way.ts';
import { cards, reload, role, store } from '../../state.ts';
import { count, momentName } from '../../words.ts';

const words = {
  title: 'Earlier states',
  of: (at: number, reviews: number) => `Before ${momentName(at)}: ${count(reviews, 'entry', 'entries')}`,
  restore: 'Put back',
  restored: 'Done: that state is back. What was here before it is kept too.',
};

export const EarlierStates = (): JSX.Element | null => {
  const kept = useSignal<readonly Omit<Snapshot, 'text'>[]>([]);
  const says = useSignal('');
  useEffect(() => {
    void store()
      .snapshots()
      .then(found => {
        if (found.ok) kept.value = found.value;
      });
  }, [cards.value]);
  const restore = async (id: number): Promise<void> => {
    holdKeeping();
    says.value = '';
    const restored = await store().restoreSnapshot(id, now());
    says.value = restored.ok ? words.restored : restored.problem.says;
    if (!restored.ok) return;
    clearDesk();
    await reload();
  };
  if (kept.value.length === 0) return null;
  return (
    <div class="setting">
      <p>{words.title}</p>
      {kept.value.toReversed().map(({ id, at, reviews }) => (
        <div class="switch" key={id}>
          <span class="quiet small">{words.of(at, reviews)}</span>
          <button type="button" class="button" disabled={role.value !== 'writer'} onClick={() => void restore(id)}>
            {words.restore}
          </button>
        </div>
      ))}
      <p role="status" class="small">
        {says.value}
      </p>
    </div>
  );
};
