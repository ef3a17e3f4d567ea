import { expect, test } from 'vitest';
import { type Gesture, isSecondHalf } from '../../../src/app/practice/gesture.ts';

const tap: Gesture = { what: 'pointer', at: 1000, x: 100, y: 700 };

test('the same again at once, at the same place, is one wish', () => {
  expect(isSecondHalf(tap, 1050, { ...tap, at: 1180, x: 108, y: 695 })).toBe(true);
  expect(isSecondHalf({ ...tap, what: 'Enter' }, 1050, { ...tap, what: 'Enter', at: 1200 })).toBe(true);
});

test('a screen that changes late moves the end of a double tap', () => {
  expect(isSecondHalf(tap, 1700, { ...tap, at: 1800 })).toBe(true);
  expect(isSecondHalf(tap, 1200, { ...tap, at: 1800 })).toBe(false);
});

test('anything else is a wish of its own', () => {
  expect(isSecondHalf(undefined, 1050, tap)).toBe(false);
  expect(isSecondHalf(tap, 1050, { ...tap, at: 1500 })).toBe(false);
  expect(isSecondHalf(tap, 1050, { ...tap, at: 1100, x: 200 })).toBe(false);
  expect(isSecondHalf({ ...tap, what: '7' }, 1050, { ...tap, what: 'Enter', at: 1100 })).toBe(false);
});
