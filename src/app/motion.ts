// Whether anything moves: as the device says, unless the learner wants it still.

/** The styles look at it; see tokens.css. */
export const applyMotion = (isReduced: boolean): void => {
  if (isReduced) document.documentElement.dataset.motion = 'reduced';
  else delete document.documentElement.dataset.motion;
};

export const isStill = (): boolean =>
  document.documentElement.dataset.motion === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches;
