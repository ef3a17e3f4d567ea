// One window writes, the others read: a lock that the browser holds for as long as the window lives.

export const WINDOW_ROLES = ['writer', 'reader'] as const;
export type WindowRole = (typeof WINDOW_ROLES)[number];

export type WriterLock = {
  readonly role: () => WindowRole;
  /** Makes this window the writer and the writer a reader. */
  readonly takeOver: () => Promise<void>;
  readonly release: () => void;
};

/** Resolves when the first role is known; a reader becomes the writer by itself when the writer's window closes. */
export const claimWriter = async (name: string, onRole: (role: WindowRole) => void): Promise<WriterLock> => {
  if (!navigator.locks) return { role: () => 'writer', takeOver: async () => undefined, release: () => undefined };
  let role: WindowRole = 'reader';
  let release = () => {};
  let waiting = new AbortController();

  const become = (next: WindowRole) => {
    if (next === role) return;
    role = next;
    onRole(next);
  };
  // Resolves once the lock is held, or once it is known not to be free.
  const request = (options: LockOptions): Promise<void> =>
    new Promise(resolve => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        if (lock) become('writer');
        resolve();
        return lock
          ? new Promise(done => {
              release = done;
            })
          : undefined;
      };
      navigator.locks.request(name, options, hold).catch(() => {
        if (options.signal?.aborted) return;
        become('reader');
        wait();
      });
    });
  const wait = () => {
    waiting = new AbortController();
    void request({ signal: waiting.signal });
  };

  await request({ ifAvailable: true });
  if (role === 'reader') wait();
  return {
    role: () => role,
    takeOver: async () => {
      if (role === 'writer') return;
      waiting.abort();
      await request({ steal: true });
    },
    release: () => {
      waiting.abort();
      role = 'reader';
      release();
    },
  };
};
