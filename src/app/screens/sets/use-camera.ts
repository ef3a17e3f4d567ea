// The camera of a screen: on only while somebody looks at it.
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { closeCamera, openCamera } from '../../sets/camera.ts';
import { canRead } from '../../sets/decode-qr.ts';

const words = {
  aim: 'Hold the code inside the frame.',
  lost: 'The camera was switched off. Start it again when you are ready.',
};

export const CANNOT_READ =
  'Reading codes is not on this device yet. Connect to the network once and try again, or paste the link.';

/** What there is to know, or what does not go. */
export interface Said {
  readonly text: string;
  readonly isTrouble: boolean;
}

export const NOTHING: Said = { text: '', isTrouble: false };

export const trouble = (text: string): Said => ({ text, isTrouble: true });

export interface Camera {
  /** Undefined while it is off. */
  readonly stream: MediaStream | undefined;
  start(): Promise<void>;
  stop(): void;
}

/** Whether the screen is still shown, for what comes back later. */
export const useIsHere = (): (() => boolean) => {
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  return () => isHere.current;
};

/** Leaving the screen or hiding the page switches it off. */
export const useCamera = (said: Signal<Said>): Camera => {
  const stream = useSignal<MediaStream | undefined>(undefined);
  const isHere = useIsHere();
  const stop = (last = NOTHING): void => {
    closeCamera(stream.value);
    stream.value = undefined;
    said.value = last;
  };
  const start = async (): Promise<void> => {
    said.value = NOTHING;
    const opening = await openCamera();
    if (!opening.ok) {
      said.value = trouble(opening.says);
    } else if (!isHere() || stream.value || document.visibilityState === 'hidden') {
      closeCamera(opening.stream);
    } else {
      stream.value = opening.stream;
      for (const track of opening.stream.getTracks()) track.addEventListener('ended', () => stop(trouble(words.lost)));
      said.value = { text: words.aim, isTrouble: false };
      if (!(await canRead()) && stream.value) said.value = trouble(CANNOT_READ);
    }
  };
  useEffect(() => {
    const onSight = () => document.visibilityState === 'hidden' && stream.value && stop();
    document.addEventListener('visibilitychange', onSight);
    return () => {
      closeCamera(stream.value);
      document.removeEventListener('visibilitychange', onSight);
    };
  }, []);
  return { stream: stream.value, start, stop: () => stop() };
};
