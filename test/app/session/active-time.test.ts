import { describe, expect, test } from 'vitest';
import { startActiveTime } from '../../../src/app/session/active-time.ts';

const watch = (spent?: number) => {
  let at = 1_000_000;
  const time = startActiveTime(() => at, spent);
  return {
    time,
    pass: (seconds: number) => {
      at += seconds * 1000;
    },
  };
};

describe('active time', () => {
  test('runs on from what was spent before', () => {
    const { time, pass } = watch(5000);
    pass(7);
    expect(time.read()).toBe(12_000);
  });

  test('stops a minute after the last touch', () => {
    const { time, pass } = watch();
    pass(50);
    time.touch();
    pass(200);
    expect(time.read()).toBe(110_000);
    time.touch();
    pass(10);
    expect(time.read()).toBe(120_000);
  });

  test('stands still while the page is out of sight, whatever is touched twice', () => {
    const { time, pass } = watch();
    pass(10);
    time.hide();
    pass(1000);
    time.hide();
    expect(time.read()).toBe(10_000);
    time.show();
    pass(5);
    expect(time.read()).toBe(15_000);
  });
});
