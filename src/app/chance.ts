// The one source of chance: seeds for new exercises and a name for this device. From a seed on, nothing is left to chance.

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

const word = (length: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), byte => LETTERS[byte % LETTERS.length]).join('');

/** 60 bits, so that no learner meets an exercise twice by chance. */
export const newSeed = (): string => word(12);

/** 120 bits: a name in the review log that no other device has. */
export const newDevice = (): string => word(24);
