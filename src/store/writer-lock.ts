// One window writes, the others read: a lock that the browser holds for as long as the window lives.

const WINDOW_ROLES = ['writer', 'reader'] as const;
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
  // Resolves once the lock is held, or once it is known not to be free; to false where the browser refuses to say.
  const request = (options: LockOptions): Promise<boolean> =>
    new Promise(resolve => {
      let isHeld = false;
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        isHeld = lock !== null;
        if (isHeld) become('writer');
        resolve(true);
        return lock
          ? new Promise(done => {
              release = done;
            })
          : undefined;
      };
      navigator.locks.request(name, options, hold).catch(() => {
        if (!isHeld) return resolve(false);
        // Another window has taken over.
        become('reader');
        wait();
      });
    });
  const wait = () => {
    waiting = new AbortController();
    void request({ signal: waiting.signal });
  };

  // Where locks do not work, every window is a writer, as in a browser without them.
  if (!(await request({ ifAvailable: true }))) become('writer');
  else if (role === 'reader') wait();
  return {
    role: () => role,
    takeOver: async () => {
      if (role === 'writer') return;
      waiting.abort();
      if (!(await request({ steal: true }))) wait();
    },
    release: () => {
      waiting.abort();
      role = 'reader';
      release();
    },
  };
};
