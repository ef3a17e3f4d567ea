// The camera at the back of the phone: opened when asked for, and each refusal in words with what to do.
import { readFrame } from './decode-qr.ts';

const words = {
  insecure: 'The camera works only at addresses that begin with https. Choose a picture of the code, or paste the link.',
  missing: 'No camera was found on this device. Choose a picture of the code, or paste the link.',
  denied:
    'Gradus may not use the camera. Allow it for this site in the browser’s settings and try again; or choose a picture, or paste the link.',
  busy: 'The camera is busy. Close the other app that uses it, then try again.',
  failed: 'The camera did not start. Try again; or choose a picture of the code, or paste the link.',
};

const REFUSALS: Readonly<Record<string, string>> = {
  NotAllowedError: words.denied,
  SecurityError: words.denied,
  NotFoundError: words.missing,
  OverconstrainedError: words.missing,
  NotReadableError: words.busy,
  AbortError: words.busy,
};

export type Opening = { readonly ok: true; readonly stream: MediaStream } | { readonly ok: false; readonly says: string };

/** Asks for permission where that was not given yet, so call it within a tap. Never throws. */
export const openCamera = async (): Promise<Opening> => {
  // Without a safe connection there is no such object; the types do not know that.
  if (!('mediaDevices' in navigator)) return { ok: false, says: isSecureContext ? words.missing : words.insecure };
  try {
    const video = { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } };
    return { ok: true, stream: await navigator.mediaDevices.getUserMedia({ video }) };
  } catch (error) {
    return { ok: false, says: (error instanceof DOMException && REFUSALS[error.name]) || words.failed };
  }
};

export const closeCamera = (stream: MediaStream | undefined): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};

const REST = 80;

/** Reads codes for as long as it is not ended, each text once. */
export const watchCodes = (video: HTMLVideoElement, onText: (text: string) => void): (() => void) => {
  const seen = new Set<string>();
  let isOver = false;
  const look = async (): Promise<void> => {
    for (let turn = 0; !isOver; turn++) {
      const text = await readFrame(video, turn);
      if (text && !seen.has(text) && !isOver) onText(text);
      seen.add(text ?? '');
      await new Promise(resolve => setTimeout(resolve, REST));
    }
  };
  void look();
  return () => {
    isOver = true;
  };
};
