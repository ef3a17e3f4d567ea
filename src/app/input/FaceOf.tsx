// What stands on a key, set as in a book with as few elements as can be, and the words for it: a label would contradict the letters.
import type { Face } from './key.ts';

export function FaceOf({ face, says }: { readonly face: Face; readonly says: string }) {
  return (
    <>
      <Letters face={face} />
      <span class="spoken">{says}</span>
    </>
  );
}

function Letters({ face }: { readonly face: Face }) {
  if (typeof face === 'string') return <span aria-hidden="true">{face}</span>;
  if ('root' in face)
    return (
      <svg class="face-root" width="32" height="24" viewBox="0 0 32 24" aria-hidden="true">
        <path d="M3 13.5 l3 -1.5 l4 8.5 l5 -17.5 h14.5" />
        <text x="21.5" y="18" text-anchor="middle">
          {face.root}
        </text>
      </svg>
    );
  if ('over' in face)
    return (
      <span class="face-over" aria-hidden="true">
        <i>{face.over[0]}</i>
        <i>{face.over[1]}</i>
      </span>
    );
  const above = 'above' in face && face.above;
  return (
    <span class={'letter' in face ? 'face-letter' : 'face-name'} aria-hidden="true">
      {'letter' in face ? face.letter : face.name}
      {above && <sup>{above}</sup>}
      {face.below && <sub>{face.below}</sub>}
    </span>
  );
}
