// Boxes that are measured when they are set and whenever that may change: all of a screen in one go costs one layout instead of one each.

export interface MeasuredTogether {
  /** Measures the box with the others of its time. Returns how to stop. */
  readonly keep: (box: HTMLElement) => () => void;
  /** Measures all that are kept once more. */
  readonly again: () => void;
}

export const measuredTogether = (measure: (boxes: readonly HTMLElement[]) => void): MeasuredTogether => {
  const boxes = new Set<HTMLElement>();
  const fresh = new Set<HTMLElement>();
  const measureFresh = () => {
    const found = [...fresh];
    fresh.clear();
    measure(found);
  };
  const keep = (box: HTMLElement) => {
    boxes.add(box);
    if (fresh.size === 0) queueMicrotask(measureFresh);
    fresh.add(box);
    return () => {
      boxes.delete(box);
      fresh.delete(box);
    };
  };
  return { keep, again: () => measure([...boxes]) };
};
