// Contexts for tests, filters and detectors that are right or wrong about one of two groups, in words that fit into sentences.

/** Plain ids: what `given` stores. */
export const DETECTORS = ['cat', 'spam', 'illness', 'fraud', 'bot'] as const;
export type Detector = (typeof DETECTORS)[number];

/** `short` names the group, the others and the evidence inside formulas; `things` `have` it; it `acts` on `those` and `others`. */
export const DETECTOR_WORDS = {
  cat: {
    short: { H: 'cat', not: 'no cat', E: 'fires' },
    prior: { things: 'photos', have: 'contain a cat' },
    rates: { acts: 'A detector fires on', those: 'the photos with a cat', others: 'the others' },
    ask: { shows: 'the detector fires on a photo', is: 'the photo contains a cat' },
  },
  spam: {
    short: { H: 'spam', not: 'no spam', E: 'flagged' },
    prior: { things: 'messages', have: 'are spam' },
    rates: { acts: 'A filter flags', those: 'the spam messages', others: 'the others' },
    ask: { shows: 'a message is flagged', is: 'it is spam' },
  },
  illness: {
    short: { H: 'ill', not: 'healthy', E: 'positive' },
    prior: { things: 'patients', have: 'are ill' },
    rates: { acts: 'A test is positive for', those: 'the ill patients', others: 'the healthy ones' },
    ask: { shows: 'a patient tests positive', is: 'the patient is ill' },
  },
  fraud: {
    short: { H: 'fraud', not: 'honest', E: 'alarm' },
    prior: { things: 'payments', have: 'are fraudulent' },
    rates: { acts: 'A model raises the alarm for', those: 'the fraudulent payments', others: 'the honest ones' },
    ask: { shows: 'a payment raises the alarm', is: 'it is a fraud' },
  },
  bot: {
    short: { H: 'bot', not: 'human', E: 'marked' },
    prior: { things: 'accounts', have: 'are bots' },
    rates: { acts: 'A classifier marks', those: 'the bots', others: 'the human accounts' },
    ask: { shows: 'an account is marked', is: 'it is a bot' },
  },
} as const satisfies Record<Detector, object>;
