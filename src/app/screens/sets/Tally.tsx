// How the exercises of a set went, a small mark each: a full disc, a half one, a cross and an open ring; and the same in words for the ear.
import type { JSX } from 'preact';
import { MARKS, type Mark } from '../../../link/result.ts';
import { MARK_WORDS, marksText } from '../../sets/result-words.ts';
import '../../styles/tally.css';

/** Marks of one drawing; lines break between drawings. */
const GROUP = 10;
/** In units of the drawing: a mark, from one to the next, and the gap after five, so that they can be counted at a glance. */
const SIZE = 12;
const STEP = 14;
const GAP = 6;

const leftOf = (i: number): number => i * STEP + Math.floor(i / 5) * GAP;

export const Tally = ({ marks }: { readonly marks: readonly Mark[] }): JSX.Element => (
  <>
    <span class="tally">
      {Array.from({ length: Math.ceil(marks.length / GROUP) }, (_, i) => (
        <Group key={i} marks={marks.slice(i * GROUP, (i + 1) * GROUP)} />
      ))}
    </span>
    <span class="spoken">{marksText(marks)}</span>
  </>
);

/** One alone, beside its words. */
export const TallyMark = ({ mark }: { readonly mark: Mark }): JSX.Element => (
  <span class="tally tally-one" aria-hidden="true">
    <Group marks={[mark]} />
  </span>
);

/** Which mark means what; the ear has the words anyway. */
export const TallyLegend = (): JSX.Element => (
  <ul class="legend fine quiet" aria-hidden="true">
    {MARKS.toReversed().map(mark => (
      <li key={mark} class="tally">
        <Group marks={[mark]} />
        {MARK_WORDS[mark]}
      </li>
    ))}
  </ul>
);

/** One path for all marks of a kind: a class has thousands of marks. */
const Group = ({ marks }: { readonly marks: readonly Mark[] }): JSX.Element => {
  const width = leftOf(marks.length - 1) + SIZE;
  return (
    <svg viewBox={`0 0 ${width} ${SIZE}`} width={`${width / SIZE}em`} height="1em" aria-hidden="true">
      {MARKS.filter(mark => marks.includes(mark)).map(mark => (
        <path
          key={mark}
          class={`tally-${mark}`}
          d={marks.map((each, i) => (each === mark ? SHAPES[mark](leftOf(i)) : '')).join('')}
        />
      ))}
    </svg>
  );
};

const ring = (x: number): string => `M${x + 1.5} 6a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z`;

/** From the left edge of the mark on, all as strokes; a disc is filled too. */
const SHAPES: Readonly<Record<Mark, (x: number) => string>> = {
  right: ring,
  partly: x => `${ring(x)}M${x + 5} 2v8M${x + 3.25} 3v6`,
  wrong: x => `M${x + 2} 2l8 8m0 -8l-8 8`,
  open: ring,
};
