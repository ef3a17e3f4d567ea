// How the app hears of a newer version without knowing the service worker.

/** A newer version is on the device and waits; main.tsx makes one of these and hands it to the app. */
export interface Updates {
  /** Calls back once a newer version waits (at once where it does already). Offer it outside an exercise, on a button with `data-update`. */
  readonly onWaiting: (callback: () => void) => void;
  /** Changes to the newer version: the page reloads once. */
  readonly apply: () => void;
}
