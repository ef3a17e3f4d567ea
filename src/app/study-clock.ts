// Which study day it is, kept true while the app is open: over the night, over travels, after a long sleep of the device.
import { computed, effect, signal } from '@preact/signals';
import { nextRollover, studyDay } from '../schedule/study-day.ts';
import { now, zone } from './clock.ts';
import { day, latestReview, phase, preferences, readWeek } from './state.ts';

/** The study day by the device's clock alone. */
const dayByClock = signal(0);

/** Set where the device's clock is behind the log: a study day never runs backwards unless the learner says so. */
export const clockBehind = computed(() => {
  const isBehind = latestReview.value > dayByClock.value;
  return isBehind ? { log: latestReview.value, clock: dayByClock.value } : undefined;
});

/** The study day that the learner has seen begin. */
export const greetedDay = signal(0);

/** The study day has changed while the app was open, and nothing was practised on it yet. */
export const isNewDay = computed(() => greetedDay.value > 0 && day.value > greetedDay.value);

const HOUR = 3_600_000;
let timer: ReturnType<typeof setTimeout> | undefined;

const look = (): void => {
  const { dayStartsAt } = preferences.value;
  const [instant, here] = [now(), zone()];
  const today = studyDay(instant, here, dayStartsAt);
  const next = nextRollover(instant, here, dayStartsAt);
  if (today.ok) dayByClock.value = today.value;
  clearTimeout(timer);
  // A device that slept does not run timers on time, so it looks at least once an hour too.
  timer = setTimeout(look, Math.min(HOUR, next.ok ? next.value - instant : HOUR) + 50);
};

export const watchDay = (): void => {
  for (const event of ['pageshow', 'focus']) addEventListener(event, look);
  document.addEventListener('visibilitychange', look);
  effect(() => {
    if (phase.value === 'open' && preferences.value) look();
  });
  effect(() => {
    day.value = clockBehind.value?.log ?? dayByClock.value;
  });
  effect(() => {
    if (phase.value !== 'open' || day.value === 0) return;
    if (greetedDay.peek() === 0) greetedDay.value = day.value;
    void readWeek();
  });
};
