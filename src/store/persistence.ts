// Asking the browser not to clear our data when space runs short, and how much there is.

export const PERSISTENCES = ['kept', 'best-effort', 'unknown'] as const;

/** `kept`: not cleared without the learner; `best-effort`: may be cleared; `unknown`: the browser does not say. */
export type Persistence = (typeof PERSISTENCES)[number];

/** Asks for lasting storage. Most browsers decide without asking the learner; to be called after the first saved answer. */
export const askPersistence = (): Promise<Persistence> => answerOf(manager => manager.persist());

/** What holds now, without asking. */
export const persistence = (): Promise<Persistence> => answerOf(manager => manager.persisted());

// Some browsers, and every page that is not served securely, have no storage manager.
const answerOf = async (ask: (manager: StorageManager) => Promise<boolean>): Promise<Persistence> => {
  if (!navigator.storage?.persist) return 'unknown';
  try {
    return (await ask(navigator.storage)) ? 'kept' : 'best-effort';
  } catch {
    return 'unknown';
  }
};

/** Bytes that everything of Gradus takes on this device; undefined where the browser does not say. */
export const roomTaken = async (): Promise<number | undefined> => (await estimate())?.usage;

/** Bytes that are free for Gradus, endless where the browser does not say. */
export const roomLeft = async (): Promise<number> => {
  const { quota, usage } = (await estimate()) ?? {};
  return quota === undefined || usage === undefined ? Number.POSITIVE_INFINITY : quota - usage;
};

const estimate = async (): Promise<StorageEstimate | undefined> => {
  try {
    return await navigator.storage?.estimate?.();
  } catch {
    return undefined;
  }
};
