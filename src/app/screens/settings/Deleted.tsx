// After everything was deleted: until when it can be brought back, and the way to be rid of it at once.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Kept } from '../../../store/snapshots.ts';
import { now } from '../../clock.ts';
import { Notice } from '../../parts/Notice.tsx';
import { store } from '../../state.ts';
import { GRACE } from '../../upkeep.ts';
import { changeWhole } from '../../whole-state.ts';
import { momentName } from '../../words.ts';

const words = {
  deleted: (at: number) => `Everything is deleted. Until ${momentName(at + GRACE)} it can be brought back.`,
  back: 'Bring it back',
  forGood: 'Delete for good',
  sure: 'Nothing can bring it back then, and the earlier states go with it.',
  really: 'Delete for good now',
  keep: 'Keep it until then',
};

export const Deleted = ({ state, onDone }: { readonly state: Kept; readonly onDone: (says: string) => void }): JSX.Element => {
  const isAsked = useSignal(false);
  const back = async (): Promise<void> => {
    const result = await changeWhole(() => store().restoreSnapshot(state.id, now()));
    onDone(result.ok ? '' : result.problem.says);
  };
  const forget = async (): Promise<void> => {
    const result = await store().forgetDeleted(state.at);
    onDone(result.ok ? '' : result.problem.says);
  };
  return isAsked.value ? (
    <Notice key="sure" says={words.sure}>
      <button type="button" class="button" data-action="keep-deleted" onClick={() => (isAsked.value = false)}>
        {words.keep}
      </button>
      <button type="button" class="button danger" data-action="forget-now" onClick={() => void forget()}>
        {words.really}
      </button>
    </Notice>
  ) : (
    <Notice key="deleted" says={words.deleted(state.at)}>
      <button type="button" class="button" data-action="bring-back" onClick={() => void back()}>
        {words.back}
      </button>
      <button type="button" class="button plain" data-action="forget" onClick={() => (isAsked.value = true)}>
        {words.forGood}
      </button>
    </Notice>
  );
};
