// "Check my data": plays the whole log again and mends what differs.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CheckReport } from '../../../store/cards.ts';
import { reload, role, store } from '../../state.ts';
import { capital, count } from '../../words.ts';

const words = {
  about: 'The check plays every answer again and compares the schedule with what comes out.',
  check: 'Check my data',
  sound: ({ reviews, cards }: CheckReport) =>
    `All is well: ${count(reviews, 'entry', 'entries')} in the log, ${count(cards, 'skill')} in the schedule.`,
  mended: ({ mended }: CheckReport) =>
    `${capital(count(mended.length, 'skill'))} differed and ${mended.length === 1 ? 'is' : 'are'} mended.`,
  unreadable: ({ unreadable }: CheckReport) =>
    `${capital(count(unreadable.length, 'entry', 'entries'))} cannot be read. They are kept as they are; a backup shows them.`,
};

const sayReport = (report: CheckReport): string =>
  [
    ...(report.mended.length > 0 ? [words.mended(report)] : []),
    ...(report.unreadable.length > 0 ? [words.unreadable(report)] : []),
  ].join(' ') || words.sound(report);

export const DataCheck = (): JSX.Element => {
  const says = useSignal('');
  const check = async (): Promise<void> => {
    says.value = '';
    const report = await store().checkData();
    says.value = report.ok ? sayReport(report.value) : report.problem.says;
    if (report.ok) await reload();
  };
  return (
    <div class="setting">
      <p>{words.about}</p>
      <div class="setting-actions">
        <button
          type="button"
          class="button"
          data-action="check-data"
          disabled={role.value !== 'writer'}
          onClick={() => void check()}
        >
          {words.check}
        </button>
      </div>
      <p role="status" class="small">
        {says.value}
      </p>
    </div>
  );
};
