// How wide an element is, so that what is drawn in it has as much as fits and letters keep their size.
import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** The width in sixteenths of the text's size, which is what a pixel is where nobody has changed it; 0 before it is known. */
export const useRoom = <T extends Element>(): readonly [RefObject<T | null>, Signal<number>] => {
  const box = useRef<T>(null);
  const room = useSignal(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const text = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      room.value = Math.floor((16 * element.clientWidth) / text);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    addEventListener('resize', measure);
    return () => {
      watch.disconnect();
      removeEventListener('resize', measure);
    };
  }, []);
  return [box, room];
};
