// "Check my data": reads everything, plays the whole log again, and mends what is wrong.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CheckReport } from '../../../store/check.ts';
import { reload, role, store } from '../../state.ts';
import { painted } from '../../whole-state.ts';
import { capital, count } from '../../words.ts';
import { Fold } from './Fold.tsx';
import { Said } from './Said.tsx';

const many = (number: number, one: string, more?: string): string => capital(count(number, one, more));

const words = {
  title: 'Check my data',
  about:
    'The check reads all that is stored, plays every answer again, and mends the schedule where it is not what comes out. No answer is ever thrown away.',
  check: 'Check now',
  moment: 'One moment …',
  sound: ({ reviews, cards }: CheckReport) =>
    `All is well: ${count(reviews, 'entry', 'entries')} in the log, ${count(cards, 'skill')} in the schedule.`,
  mended: (number: number) => `${many(number, 'skill')} differed from the log and ${number === 1 ? 'is' : 'are'} mended.`,
  repaired: (number: number) =>
    `${many(number, 'entry', 'entries')} in the log ${number === 1 ? 'was' : 'were'} damaged and ${number === 1 ? 'counts' : 'count'} again.`,
  unreadable: (number: number) =>
    `${many(number, 'entry', 'entries')} cannot be read. ${number === 1 ? 'It is kept as it is, and goes' : 'They are kept as they are, and go'} into every backup.`,
  name: 'The number of the latest entry was wrong and is mended.',
  sets: (number: number) => `${many(number, 'set')} could not be read; what was left of ${number === 1 ? 'it' : 'them'} is kept.`,
  others: (number: number) =>
    `${many(number, 'thing')} beside the log could not be read and ${number === 1 ? 'is' : 'are'} let go: a setting, an exercise under way or an earlier state.`,
};

const sayReport = (report: CheckReport): string => {
  const { mended, repaired, unreadable, cleared } = report;
  const says = (number: number, sentence: (number: number) => string): readonly string[] =>
    number > 0 ? [sentence(number)] : [];
  return (
    [
      ...says(mended.length, words.mended),
      ...says(repaired.length, words.repaired),
      ...says(unreadable.length, words.unreadable),
      ...says(cleared.name, () => words.name),
      ...says(cleared.sets, words.sets),
      ...says(cleared.settings + cleared.sessions + cleared.states, words.others),
    ].join(' ') || words.sound(report)
  );
};

export const DataCheck = (): JSX.Element => {
  const says = useSignal('');
  const check = async (): Promise<void> => {
    says.value = words.moment;
    await painted();
    const report = await store().checkData();
    says.value = report.ok ? sayReport(report.value) : report.problem.says;
    if (report.ok) await reload();
  };
  return (
    <Fold name="check" title={words.title}>
      <div class="setting">
        <p class="quiet small">{words.about}</p>
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
        <Said says={says.value} />
      </div>
    </Fold>
  );
};
