// The lines beside one row of the map: those that run past, those that turn in, and its own that goes on.
import type { JSX } from 'preact';
import type { Line, Row } from '../../map/lanes.ts';
import { stateNow } from '../../parts/states.ts';

const LANE = 18;
const EDGE = 19;
/** How far under a row's top its sign stands, as in map.css. */
const SIGN = 27;
const STUB = 22;

const xOf = (lane: number): number => EDGE + lane * LANE;

export const railWidth = (lanes: number): number => xOf(lanes - 1) + EDGE;

/** As wide as the lines beside this row are. */
const ownWidth = ({ lane, past, ...row }: Row): number => {
  const joins = 'joins' in row ? row.joins : [];
  return railWidth(Math.max(lane, ...[...past, ...joins].map(line => line.lane)) + 1);
};

/** As far as the learner has come: to a skill that was met, to one that is open, or to none that is. */
const toneOf = (to: readonly string[]): 'walked' | 'open' | 'ahead' => {
  const states = to.map(stateNow);
  if (states.some(state => state !== 'locked' && state !== 'new')) return 'walked';
  return states.includes('new') ? 'open' : 'ahead';
};

const place = (svg: SVGSVGElement | null, row: Row): void => {
  svg?.parentElement?.style.setProperty('--at', `${xOf(row.lane)}px`);
  svg?.parentElement?.style.setProperty('--rail', `${ownWidth(row)}px`);
};

export const Lines = ({ row, lanes }: { readonly row: Row; readonly lanes: number }): JSX.Element => (
  <svg class="map-lines" width={railWidth(lanes)} aria-hidden="true" ref={svg => place(svg, row)}>
    {row.past.map(line => (
      <Past key={line.of} line={line} />
    ))}
    {row.kind === 'stub' ? <StubLines row={row} /> : <StationLines row={row} />}
  </svg>
);

const Past = ({ line: { lane, to } }: { readonly line: Line }): JSX.Element => (
  <line class="map-line" data-tone={toneOf(to)} x1={xOf(lane)} x2={xOf(lane)} y1="-1" y2="101%" />
);

const StationLines = ({ row }: { readonly row: Extract<Row, { readonly kind: 'skill' }> }): JSX.Element => {
  const x = xOf(row.lane);
  return (
    <>
      {row.joins.map(({ of, lane }) => (
        <path key={of} class="map-line" data-tone={toneOf([row.id])} d={turn(xOf(lane), x)} />
      ))}
      {row.hasStubs && <line class="map-line is-stub" x1={x} x2={x} y1="-1" y2={SIGN} />}
      {row.to.length > 0 && <line class="map-line" data-tone={toneOf(row.to)} x1={x} x2={x} y1={SIGN} y2="101%" />}
    </>
  );
};

const StubLines = ({ row }: { readonly row: Extract<Row, { readonly kind: 'stub' }> }): JSX.Element => {
  const x = xOf(row.lane);
  return (
    <>
      <line class="map-line is-stub" x1={x} x2={x} y1={row.isFirst ? STUB : -1} y2="101%" />
      <rect class="map-elsewhere" data-tone={toneOf([row.id])} x={x - 4} y={STUB - 4} width="8" height="8" rx="2" />
    </>
  );
};

/** From a lane at the row's top to the sign, calmly. */
const turn = (from: number, to: number): string =>
  from === to ? `M${from} -1V${SIGN}` : `M${from} -1C${from} ${SIGN * 0.75} ${to} ${SIGN * 0.1} ${to} ${SIGN}`;
