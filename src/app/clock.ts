// The one clock: what time it is, where, and how time passes. Nothing else in the app asks the device.

/** Milliseconds UTC. */
export const now = (): number => Date.now();

/** Milliseconds that only ever grow, for measuring how long something takes. */
export const ticks = (): number => performance.now();

/** Milliseconds as events are stamped with them. */
export const eventTicks = (): number => Number(document.timeline.currentTime ?? 0);

/** The device's IANA zone, asked each time: it changes when its owner travels. */
export const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
