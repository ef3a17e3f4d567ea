// The mark: contours of a loss surface, and the learner's last seven days as a path down to its minimum.
import type { JSX } from 'preact';
import { AXES, CONTOURS, descent, HEIGHT, MINIMUM, type Point, WIDTH } from './descent.ts';

const line = (points: readonly Point[]): string => points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');

/** `shares`: each day's part of a full session, oldest first; `isFresh`: the last step has just been made and is drawn. */
export const Contour = ({ shares, isFresh = false }: { shares: readonly number[]; isFresh?: boolean }): JSX.Element => {
  const stops = descent(shares);
  const today = stops.at(-1) ?? { ...MINIMUM, isStep: false };
  const isNew = shares.every(share => share === 0);
  const way = descent([1, 1, 1, 1, 1, 1, 1]);
  return (
    <svg class="contour" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <g transform={`translate(${MINIMUM.x} ${MINIMUM.y}) rotate(${AXES.tilt})`} class="contour-lines">
        {CONTOURS.map((height, i) => (
          <ellipse
            key={height}
            rx={AXES.long * height}
            ry={AXES.short * height}
            fill="none"
            stroke="currentColor"
            opacity={0.16 + 0.07 * i}
          />
        ))}
      </g>
      {isNew && <path class="contour-way" d={line(way)} fill="none" stroke-dasharray="1 7" />}
      {isNew && <circle class="contour-minimum" cx={MINIMUM.x} cy={MINIMUM.y} r="3" />}
      {!isNew && <path class="contour-path" d={line(stops.slice(0, -1))} fill="none" />}
      {!isNew && (
        <path class={isFresh ? 'contour-path is-fresh' : 'contour-path'} d={line(stops.slice(-2))} fill="none" pathLength="1" />
      )}
      {!isNew &&
        stops
          .slice(0, -1)
          .map(({ x, y, isStep }, i) => (
            <circle key={`${x} ${y}`} class="contour-stop" cx={x} cy={y} r={isStep || i === 0 ? 3.6 : 2} />
          ))}
      {isNew ? (
        <circle class="contour-stop" cx={way[0]?.x} cy={way[0]?.y} r="5" />
      ) : (
        <circle class={today.isStep ? 'contour-today' : 'contour-stop'} cx={today.x} cy={today.y} r="5.5" />
      )}
    </svg>
  );
};
