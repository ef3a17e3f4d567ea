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
export const HEIGHT = 150;
export const MINIMUM: Point = { x: 236, y: 88 };

/** Half axes of the contour at height 1, and how the valley lies. */
export const AXES = { long: 222, short: 104, tilt: -13 } as const;

/** The heights at which contours are drawn. */
export const CONTOURS = [1.2, 0.96, 0.75, 0.57, 0.41, 0.27, 0.15, 0.06] as const;

// A full day takes a third of what is left, as a fixed learning rate does.
const STEP = 0.36;
const SWING = 0.62;
const DRIFT = 0.09;
const LEFT = Math.PI * 1.02;

/** The start of the week and one stop a day; `shares` are each day's part of a full session, from 0 to 1. */
export const descent = (shares: readonly number[]): readonly Stop[] => {
  let [height, side, angle] = [1, 1, LEFT + SWING];
  const stops: Stop[] = [{ ...pointAt(height, angle), isStep: false }];
  for (const share of shares) {
    if (share > 0) {
      side = -side;
      height *= 1 - STEP * (0.35 + 0.65 * Math.min(1, share));
      angle = LEFT + side * SWING;
    } else angle -= side * DRIFT;
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
