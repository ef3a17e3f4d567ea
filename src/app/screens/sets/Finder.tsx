// The frame in which a code is held: what the camera sees, or a drawing of a code while it is off.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { watchCodes } from '../../sets/camera.ts';

const words = { seen: 'What the camera sees' };

interface Props {
  readonly stream: MediaStream | undefined;
  readonly onText: (text: string) => void;
}

export const Finder = ({ stream, onText }: Props): JSX.Element => (
  <div class={stream ? 'finder is-on' : 'finder'}>
    {stream ? <Sight stream={stream} onText={onText} /> : <CodeSign />}
    <svg class="finder-frame" viewBox="0 0 100 100" aria-hidden="true">
      <path d="M2 22V10a8 8 0 0 1 8-8h12M78 2h12a8 8 0 0 1 8 8v12M98 78v12a8 8 0 0 1-8 8H78M22 98H10a8 8 0 0 1-8-8V78" />
    </svg>
  </div>
);

const Sight = ({ stream, onText }: { readonly stream: MediaStream; readonly onText: (text: string) => void }): JSX.Element => {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (!video.current) return undefined;
    video.current.srcObject = stream;
    video.current.parentElement?.scrollIntoView({ block: 'nearest' });
    // Refused only where the stream has ended by then.
    void video.current.play().catch(() => undefined);
    return watchCodes(video.current, onText);
  }, [stream]);
  return <video ref={video} class="finder-sight" aria-label={words.seen} playsInline muted />;
};

const EYES = [
  [2, 2],
  [64, 2],
  [2, 64],
] as const;
const SPOTS = 'M48 7v0M48 21v0M7 48v0M21 48v0M35 48v0';

/** Three corners as every code has them; where the fourth would be, steps down. */
const CodeSign = (): JSX.Element => (
  <svg class="finder-sign" viewBox="0 0 96 96" aria-hidden="true">
    {EYES.map(([x, y]) => (
      <g key={`${x} ${y}`}>
        <rect class="finder-eye" x={x} y={y} width="30" height="30" rx="8" />
        <rect class="finder-dot" x={x + 10} y={y + 10} width="10" height="10" rx="3" />
      </g>
    ))}
    <path class="finder-spots" d={SPOTS} />
    <path class="finder-steps" d="M48 34v14h14v14h14v14h14v14" />
    <circle class="finder-dot" cx="90" cy="90" r="5" />
  </svg>
);
