import { expect, it } from 'vitest';
import { DETECTOR_WORDS, DETECTORS } from '../../../src/exercise/draw/detectors.ts';

it.each(DETECTORS)('%s reads as sentences and tells group, others and evidence apart', id => {
  const { short, prior, rates, ask } = DETECTOR_WORDS[id];
  expect(new Set(Object.values(short)).size).toBe(3);
  expect(rates.those).not.toBe(rates.others);
  expect(rates.acts).toMatch(/^[A-Z]/);
  for (const part of [...Object.values(prior), rates.those, rates.others, ...Object.values(ask)])
    expect(part).toMatch(/^[a-z].*[a-z]$/);
});
