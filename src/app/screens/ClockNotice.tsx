// The device's clock is behind the log: a study day never runs backwards unless the learner says so, so they are asked.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Notice } from '../parts/Notice.tsx';
import { confirmDay } from '../session/session.ts';
import { cards, role } from '../state.ts';
import { clockBehind } from '../study-clock.ts';
import { count, dateName } from '../words.ts';

const words = {
  behind: (log: number, clock: number) =>
    `This device says it is ${dateName(clock)}, but you have practised on ${dateName(log)} already. Gradus stays there, so that nothing is asked twice.`,
  waits:
    'After a flight to the west, or with a later start of the day, that is as it should be: there is nothing to do, and the next day comes by itself.',
  wrong: (many: number) =>
    `If that later date was a mistake, go by the device’s date: ${count(many, 'skill')} ${many === 1 ? 'is' : 'are'} then as before it. What you have now is kept in the settings, under “Earlier states”.`,
  useClock: 'Use the device’s date',
};

export const ClockNotice = (): JSX.Element | null => {
  const says = useSignal('');
  const behind = clockBehind.value;
  if (!behind) return null;
  // A day apart is what a journey does, and waiting costs less than taking a day's answers back.
  const isJourney = behind.log - behind.clock === 1;
  const later = [...cards.value.values()].filter(({ reviewed }) => reviewed > behind.clock).length;
  const trust = async (): Promise<void> => {
    const taken = await confirmDay();
    says.value = taken.ok ? '' : taken.problem.says;
  };
  return (
    <Notice says={says.value || `${words.behind(behind.log, behind.clock)} ${isJourney ? words.waits : words.wrong(later)}`}>
      {role.value === 'writer' && !isJourney && (
        <button type="button" class="button" data-action="trust-clock" onClick={() => void trust()}>
          {words.useClock}
        </button>
      )}
    </Notice>
  );
};
