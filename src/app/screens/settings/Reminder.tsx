// A reminder that comes daily: an event for the device's own calendar, since no browser can remind by itself.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { dayToIso } from '../../../schedule/civil.ts';
import { studyDay } from '../../../schedule/study-day.ts';
import { handOver } from '../../backup-file.ts';
import { now, zone } from '../../clock.ts';
import { clock, minutesOf, reminderText } from '../../reminder.ts';
import { day, preferences } from '../../state.ts';
import { Said } from './Said.tsx';
import type { SetPreference } from './set-preference.ts';

const words = {
  time: 'Every day at',
  detail: 'An event for your own calendar, which reminds you also while Gradus is closed.',
  add: 'Put it into my calendar',
  shared: 'Handed over. If you kept the file, open it, and your calendar takes it in.',
  saved: (name: string) => `Saved as ${name}. Open that file, and your calendar takes it in.`,
  again: 'Another time? Set it here and open the new file: it takes the place of the old one.',
};

export const Reminder = ({ set }: { readonly set: SetPreference }): JSX.Element => {
  const says = useSignal('');
  const { reminderAt } = preferences.value;
  const add = async (): Promise<void> => {
    const way = await handOver(reminderFile(reminderAt));
    if (way === 'left') return;
    says.value = `${way === 'shared' ? words.shared : words.saved(NAME)} ${words.again}`;
  };
  const choose = (time: string): void => {
    const minutes = minutesOf(time);
    if (minutes !== undefined) void set('reminderAt', minutes);
  };
  return (
    <div class="setting">
      <label class="switch">
        <span class="switch-title">{words.time}</span>
        <input type="time" name="reminderAt" value={clock(reminderAt)} onChange={event => choose(event.currentTarget.value)} />
      </label>
      <p class="quiet small">{words.detail}</p>
      <button type="button" class="button" data-action="reminder" onClick={() => void add()}>
        {words.add}
      </button>
      <Said says={says.value} />
    </div>
  );
};

const NAME = 'gradus-reminder.ics';

const reminderFile = (minutes: number): File => {
  // The civil day, not the study day.
  const today = studyDay(now(), zone(), 0);
  const from = dayToIso(today.ok ? today.value : day.value);
  const address = location.href.replace(/#.*$/s, '');
  return new File([reminderText({ minutes, at: now(), from, address })], NAME, { type: 'text/calendar' });
};
