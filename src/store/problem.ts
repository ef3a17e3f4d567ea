// What can go wrong with stored data, as values with a plain sentence for the learner. No public function of this room throws it.

export const SENTENCES = {
  full: 'The phone’s storage is full. Free some space and try again; nothing that was saved is lost.',
  blocked: 'Another window of Gradus still uses the older data. Close it, and this one goes on.',
  newer: 'The data here was written by a newer version of Gradus. Reload to get that version; nothing is lost.',
  slow: 'The phone’s storage does not answer. Close Gradus and open it again; nothing that was saved is lost.',
  lost: 'The connection to the phone’s storage broke off. Close Gradus and open it again; nothing that was saved is lost.',
  unavailable: 'This browser gives Gradus no storage, so nothing can be saved here. A private window often does that.',
  'read-only': 'Gradus is open in another window, which does the saving. Go on there, or take over here.',
  'too-large': 'This file is larger than 100 MB, which no backup of Gradus is. Nothing was changed.',
  'unreadable-file': 'This file is no backup of Gradus, or it is damaged. Nothing was changed.',
  'newer-file': 'This backup was made by a newer version of Gradus. Reload to get that version; nothing was changed.',
  'broken-snapshot': 'That earlier state is damaged and cannot be put back. Nothing was changed.',
  'no-snapshot': 'That earlier state is no longer kept. Nothing was changed.',
  invalid: 'This cannot be stored as it is. Please report it; nothing was changed.',
  failed: 'The phone’s storage refused. Try again; nothing that was saved is lost.',
} as const;

export type ProblemKind = keyof typeof SENTENCES;

/** `detail` is for a report, not for the learner's first look. */
export type Problem = { readonly kind: ProblemKind; readonly says: string; readonly detail: string };

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export const good = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = (kind: ProblemKind, detail = ''): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: { kind, says: SENTENCES[kind], detail },
});

/** Names of our own for errors that the browser has no name for. */
export const TIMED_OUT = 'TimeoutError';
export const STILL_BLOCKED = 'BlockedError';

const KIND_OF_NAME = new Map<string, ProblemKind>([
  ['QuotaExceededError', 'full'],
  ['VersionError', 'newer'],
  ['SecurityError', 'unavailable'],
  [TIMED_OUT, 'slow'],
  [STILL_BLOCKED, 'blocked'],
  // A closed or dying connection shows in any of these (WebKit: UnknownError, "Connection to Indexed Database server lost").
  ['InvalidStateError', 'lost'],
  ['UnknownError', 'lost'],
  ['AbortError', 'lost'],
]);

/** The problem that the browser's error is. Anything that the browser did not throw is a mistake of ours and is thrown on. */
export const problemOf = (error: unknown): Problem => {
  if (!(error instanceof DOMException)) throw error;
  return refuse(KIND_OF_NAME.get(error.name) ?? 'failed', `${error.name}: ${error.message}`).problem;
};
