import { beforeEach, describe, expect, test, vi } from 'vitest';
import { keepAwake } from '../../src/app/wake-lock.ts';

/** A device as browsers behave: locks end when the page is hidden, and none is given to a hidden page. */
const held = new Set<object>();
let isRefused = false;
let delay: Promise<void> = Promise.resolve();
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const request = vi.fn(async () => {
  await delay;
  if (isRefused || page.visibilityState !== 'visible') throw new DOMException('refused', 'NotAllowedError');
  const lock = { release: async () => void held.delete(lock) };
  held.add(lock);
  return lock;
});
vi.stubGlobal('document', page);

const turn = (visibilityState: 'visible' | 'hidden'): void => {
  page.visibilityState = visibilityState;
  if (visibilityState === 'hidden') held.clear();
  page.dispatchEvent(new Event('visibilitychange'));
};
const settled = () => new Promise(resolve => setTimeout(resolve));

beforeEach(() => {
  held.clear();
  request.mockClear();
  isRefused = false;
  delay = Promise.resolve();
  page.visibilityState = 'visible';
  vi.stubGlobal('navigator', { wakeLock: { request } });
});

describe('while an exercise is open', () => {
  test('the screen is kept awake, and let go at the end', async () => {
    const end = keepAwake();
    await settled();
    expect([held.size, request.mock.calls]).toEqual([1, [['screen']]]);
    end?.();
    await settled();
    expect(held.size).toBe(0);
  });

  test('after the page was out of sight it is kept awake again', async () => {
    const end = keepAwake();
    await settled();
    turn('hidden');
    await settled();
    expect(held.size).toBe(0);
    turn('visible');
    await settled();
    expect(held.size).toBe(1);
    end?.();
    turn('hidden');
    turn('visible');
    await settled();
    expect(held.size).toBe(0);
  });

  test('an exercise left before the device has answered keeps nothing awake', async () => {
    let answer = () => {};
    delay = new Promise(resolve => {
      answer = resolve;
    });
    keepAwake()?.();
    answer();
    await settled();
    expect([request.mock.calls.length, held.size]).toEqual([1, 0]);
  });

  test('hidden and shown again while the device takes its time: one lock, and none afterwards', async () => {
    let answer = () => {};
    delay = new Promise(resolve => {
      answer = resolve;
    });
    const end = keepAwake();
    turn('hidden');
    turn('visible');
    answer();
    await settled();
    expect([request.mock.calls.length, held.size]).toEqual([2, 1]);
    end?.();
    await settled();
    expect(held.size).toBe(0);
  });

  test('a device that refuses is asked again when the page comes back, and nothing goes wrong', async () => {
    isRefused = true;
    const end = keepAwake();
    await settled();
    turn('hidden');
    isRefused = false;
    turn('visible');
    await settled();
    expect(held.size).toBe(1);
    end?.();
  });

  test('a browser that has no wake lock is left alone', () => {
    vi.stubGlobal('navigator', {});
    expect(keepAwake()).toBeUndefined();
  });
});
