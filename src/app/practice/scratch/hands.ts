// Who draws: one finger, pen or mouse at a time; two fingers move the paper, and a hand that rests beside a pen does nothing.

/** One pointer at one moment, in pixels of the view and in milliseconds. */
export interface Contact {
  readonly id: number;
  readonly kind: string;
  readonly x: number;
  readonly y: number;
  readonly at: number;
  /** How wide a line it draws. */
  readonly thick: number;
  /** The other end of the pen. */
  readonly isEraser: boolean;
}

export interface Wishes {
  begin(contact: Contact): void;
  /** Of the one that draws. */
  go(contact: Contact): void;
  end(): void;
  /** What has been drawn since `begin` was not meant. */
  drop(): void;
  /** The paper follows the fingers, by so many pixels downwards. */
  pull(by: number): void;
}

export interface Hands {
  down(contact: Contact): void;
  move(contact: Contact): void;
  up(contact: Contact): void;
  /** The device took the pointer away. */
  cancel(contact: Contact): void;
}

/** A finger that has gone no further was about to be one of two. */
const HARDLY = 12;
/** A hand may come down again this long after the pen went up, in milliseconds. */
const RESTING = 600;

export const watchHands = (wishes: Wishes): Hands => {
  let drawing: Contact | undefined;
  let gone = 0;
  let penUntil = Number.NEGATIVE_INFINITY;
  let isPulling = false;
  const fingers = new Map<number, Contact>();

  const begin = (contact: Contact): void => {
    drawing = contact;
    gone = 0;
    wishes.begin(contact);
  };
  const finish = (isMeant: boolean): void => {
    drawing = undefined;
    if (isMeant) wishes.end();
    else wishes.drop();
  };
  const pull = (contact: Contact, before: Contact): void => {
    fingers.set(contact.id, contact);
    if (isPulling) wishes.pull((contact.y - before.y) / fingers.size);
  };
  const lift = (contact: Contact, isMeant: boolean): void => {
    fingers.delete(contact.id);
    if (fingers.size === 0) isPulling = false;
    if (drawing?.id !== contact.id) return;
    if (contact.kind === 'pen') penUntil = contact.at + RESTING;
    finish(isMeant);
  };

  return {
    down(contact) {
      const isFinger = contact.kind === 'touch';
      if (drawing && drawing.kind !== 'touch') return;
      if (isFinger && contact.at < penUntil) return;
      if (isFinger) fingers.set(contact.id, contact);
      if (isFinger && fingers.size > 1) {
        isPulling = true;
        if (drawing) finish(gone > HARDLY);
        return;
      }
      if (drawing) finish(false);
      if (!isFinger) {
        fingers.clear();
        isPulling = false;
      }
      begin(contact);
    },
    move(contact) {
      const before = fingers.get(contact.id);
      if (before && drawing?.id !== contact.id) return pull(contact, before);
      if (drawing?.id !== contact.id) return;
      gone += Math.hypot(contact.x - drawing.x, contact.y - drawing.y);
      drawing = contact;
      if (before) fingers.set(contact.id, contact);
      wishes.go(contact);
    },
    up: contact => lift(contact, true),
    // A device that takes a finger away has found that it is the side of a hand.
    cancel: contact => lift(contact, contact.kind !== 'touch'),
  };
};
