// SM-2 as its author's program has it, in whole numbers: no float ever decides an interval.

export const QUALITIES = [0, 1, 2, 3, 4, 5] as const;
export type Quality = (typeof QUALITIES)[number];

/** `n` passes in a row; `ef100` the easiness in hundredths; `interval` in days, a bigint since SM-2 knows no longest one. */
export type CardState = { readonly n: number; readonly ef100: number; readonly interval: bigint };

/** A way to decide when a card comes back; `due` is a study day. */
export type Scheduler = (state: CardState, quality: Quality, day: number) => { readonly state: CardState; readonly due: number };

export const NEW_CARD: CardState = { n: 0, ef100: 250, interval: 0n };

const FLOOR_EF100 = 130;
const EF100_DELTA = [-80, -54, -32, -14, 0, 10] as const;

/** The state after one review (super-memory.com, SM-2; a failed review changes the easiness too, as the published source does). */
export const review = (state: CardState, quality: Quality): CardState => ({
  n: quality < 3 ? 0 : state.n + 1,
  ef100: Math.max(FLOOR_EF100, state.ef100 + EF100_DELTA[quality]),
  interval: nextInterval(state, quality),
});

const nextInterval = ({ n, ef100, interval }: CardState, quality: Quality): bigint => {
  if (quality < 3 || n === 0) return 1n;
  if (n === 1) return 6n;
  return (interval * BigInt(ef100) + 50n) / 100n;
};

/** A card comes back within this many days, however long its interval. */
export const LONGEST_WAIT = 365;

/** The study day on which a card reviewed on `day` comes back. */
export const dueDay = (day: number, interval: bigint): number =>
  day + (interval < LONGEST_WAIT ? Number(interval) : LONGEST_WAIT);

export const sm2: Scheduler = (before, quality, day) => {
  const state = review(before, quality);
  return { state, due: dueDay(day, state.interval) };
};
