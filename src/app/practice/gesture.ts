// One wish or two: the second half of a double tap, or of a double Enter, is not meant for what has just come under it.
import { useLayoutEffect } from 'preact/hooks';
import { eventTicks } from '../clock.ts';

/** A touch or a key as it begins; `at` in milliseconds. */
export interface Gesture {
  readonly what: string;
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

const DOUBLE_TAP = 400;
const SAME_PLACE = 40;

/** Whether it is the same again, at the same place, and at once: after the last one, or after the screen has changed, which may come late. */
export function isSecondHalf(last: Gesture | undefined, changedAt: number, { what, at, x, y }: Gesture): boolean {
  if (!last || what !== last.what || at - Math.max(last.at, changedAt) > DOUBLE_TAP) return false;
  return Math.hypot(x - last.x, y - last.y) < SAME_PLACE;
}

// One for the page, so that it outlives the exercise that a tap on Next takes away.
let last: Gesture | undefined;
let view = '';
let changedAt = 0;
let viewOfLast = '';
let strayAt = Number.NEGATIVE_INFINITY;

/** `shown` names what is on the screen: as long as that stays, a learner may tap as fast as they like. */
export function useGestures(shown: string): void {
  useLayoutEffect(() => {
    view = shown;
    changedAt = eventTicks();
  }, [shown]);
}

/** To be called with every touch and key before anything else hears of it; true where it is meant for what was there before. */
export function beginsStray(event: PointerEvent | KeyboardEvent): boolean {
  const next = gestureOf(event);
  if (view !== viewOfLast && isSecondHalf(last, changedAt, next)) {
    strayAt = next.at;
    return true;
  }
  last = next;
  viewOfLast = view;
  strayAt = Number.NEGATIVE_INFINITY;
  return false;
}

/** Whether this click comes of such a touch; one that no finger made is always meant. */
export function isStrayClick({ timeStamp }: MouseEvent): boolean {
  return timeStamp - strayAt < DOUBLE_TAP;
}

function gestureOf(event: PointerEvent | KeyboardEvent): Gesture {
  const at = event.timeStamp;
  if ('key' in event) return { what: event.key, at, x: 0, y: 0 };
  return { what: 'pointer', at, x: event.clientX, y: event.clientY };
}
