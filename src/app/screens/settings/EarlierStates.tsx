// The states that are kept, each of which can be put back.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Kept } from '../../../store/snapshots.ts';
import { now } from '../../clock.ts';
import { cards, role, store } from '../../state.ts';
import { changeWhole } from '../../whole-state.ts';
import { count, momentName } from '../../words.ts';
import { Fold } from './Fold.tsx';
import { Said } from './Said.tsx';

const words = {
  title: 'Earlier states',
  about:
    'Gradus keeps a state once a week, and before everything is changed at once. Putting one back throws none of the others away.',
  names: {
    week: (at: string) => `Kept on ${at}`,
    change: (at: string) => `Before a change on ${at}`,
    deleted: (at: string) => `Deleted on ${at}`,
  },
  holds: (reviews: number) => count(reviews, 'entry', 'entries'),
  restore: 'Put back',
  moment: 'One moment …',
  restored: 'Done: that state is back. What was here before it is kept too.',
  none: 'None is kept yet: the first one comes by itself on a day of practice.',
};

export const EarlierStates = (): JSX.Element => {
  const kept = useSignal<readonly Kept[]>([]);
  const says = useSignal('');
  useEffect(() => {
    void store()
      .snapshots()
      .then(found => {
        if (found.ok) kept.value = found.value;
      });
  }, [cards.value]);
  const restore = async (id: number): Promise<void> => {
    says.value = words.moment;
    const restored = await changeWhole(() => store().restoreSnapshot(id, now()));
    says.value = restored.ok ? words.restored : restored.problem.says;
  };
  return (
    <Fold name="earlier" title={words.title}>
      <div class="setting">
        <p class="quiet small">{words.about}</p>
        {kept.value.length === 0 && <p class="small">{words.none}</p>}
        {kept.value.toReversed().map(({ id, at, why, reviews }) => (
          <div class="switch" key={id}>
            <span>
              <span class="small">{words.names[why](momentName(at))}</span>
              <span class="quiet small">{words.holds(reviews)}</span>
            </span>
            <button
              type="button"
              class="button"
              data-action="restore"
              data-why={why}
              disabled={role.value !== 'writer'}
              onClick={() => void restore(id)}
            >
              {words.restore}
            </button>
          </div>
        ))}
        <Said says={says.value} />
      </div>
    </Fold>
  );
};
