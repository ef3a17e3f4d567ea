// The week as a way down a loss surface: a day's practice is a step towards the minimum, a day without stays on its contour.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Stop extends Point {
  /** Whether the step that leads here was practised. */
  readonly isStep: boolean;
}

export const WIDTH = 370;
export const HEIGHT = 166;
export const MINIMUM: Point = { x: 240, y: 82 };

/** Half axes of the contour at height 1, and how the valley lies. */
export const AXES = { long: 226, short: 82, tilt: -12 } as const;

/** The heights at which contours are drawn. */
export const CONTOURS = [1.2, 0.96, 0.75, 0.57, 0.41, 0.27, 0.15, 0.06] as const;

// A full day takes a third of what is left, as a fixed learning rate does.
const STEP = 0.36;
const SWING = 0.5;
const DRIFT = 0.06;
const LEFT = Math.PI * 1.02;

/**
 * Where the way begins, and one stop a day from the first with practice on; none without any.
 * `shares` are each day's part of a full session, from 0 to 1.
 */
export const descent = (shares: readonly number[]): readonly Stop[] => {
  let [height, side, angle] = [1, 1, LEFT + SWING];
  const stops: Stop[] = [{ ...pointAt(height, angle), isStep: false }];
  const first = shares.findIndex(share => share > 0);
  for (const share of first < 0 ? [] : shares.slice(first)) {
    if (share > 0) {
      side = -side;
      height *= 1 - STEP * (0.35 + 0.65 * Math.min(1, share));
      angle = LEFT + side * SWING;
    } else angle += side * DRIFT;
    stops.push({ ...pointAt(height, angle), isStep: share > 0 });
  }
  return stops;
};

const pointAt = (height: number, angle: number): Point => {
  const tilt = (AXES.tilt * Math.PI) / 180;
  const [along, across] = [AXES.long * height * Math.cos(angle), AXES.short * height * Math.sin(angle)];
  return {
    x: round(MINIMUM.x + along * Math.cos(tilt) - across * Math.sin(tilt)),
    y: round(MINIMUM.y + along * Math.sin(tilt) + across * Math.cos(tilt)),
  };
};

const round = (value: number): number => Math.round(value * 10) / 10;
