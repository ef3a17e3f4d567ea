// Keeps the screen awake while an exercise is open, where the device can.
import { useEffect } from 'preact/hooks';

export const useWakeLock = (): void => useEffect(keepAwake, []);

/** Until what it gives is called. */
export const keepAwake = (): (() => void) | undefined => {
  if (!('wakeLock' in navigator)) return undefined;
  let lock: WakeLockSentinel | undefined;
  let isOver = false;
  const ask = async () => {
    if (document.visibilityState !== 'visible') return;
    // A low battery may refuse; then the screen goes dark as it always does.
    const next = await navigator.wakeLock.request('screen').catch(() => undefined);
    // Of two that were asked for in quick succession, one is enough.
    void (isOver ? next : lock)?.release();
    lock = next;
  };
  const again = () => void ask();
  void ask();
  // A page out of sight loses it.
  document.addEventListener('visibilitychange', again);
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', again);
    void lock?.release();
  };
};
