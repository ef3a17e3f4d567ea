// What has just come under the thumb: the second half of a double tap is not meant for it.
import { useEffect, useState } from 'preact/hooks';

const DOUBLE_TAP = 400;

/** False for a moment after `shown` has changed; what is there at first is settled. */
export function useSettled(shown: string): boolean {
  const [settled, settle] = useState(shown);
  useEffect(() => {
    const timer = setTimeout(() => settle(shown), DOUBLE_TAP);
    return () => clearTimeout(timer);
  }, [shown]);
  return settled === shown;
}
