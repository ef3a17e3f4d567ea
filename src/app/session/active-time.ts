// How long a learner is really at it: a stopwatch that stops when the page is hidden or a minute passes without a touch.

export interface ActiveTime {
  /** The learner did something. */
  touch(): void;
  /** The page went out of sight, or came back. */
  hide(): void;
  show(): void;
  /** Milliseconds so far. */
  read(): number;
}

const IDLE = 60_000;

/** Starts at once, from `spent` milliseconds; `ticks` is a clock that only grows. */
export const startActiveTime = (ticks: () => number, spent = 0): ActiveTime => {
  let total = spent;
  let since: number | undefined = ticks();
  const running = () => (since === undefined ? 0 : Math.min(IDLE, ticks() - since));
  const settle = (next: number | undefined) => {
    total += running();
    since = next;
  };
  return {
    touch: () => settle(ticks()),
    hide: () => settle(undefined),
    show: () => settle(ticks()),
    read: () => total + running(),
  };
};
