import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Pad } from '../../../../src/store/scratch.ts';

const disk = new Map<string, Pad>();
const store = {
  pad: async (key: string) => ({ ok: true, value: disk.get(key) }),
  savePad: async (key: string, pad: Pad) => {
    disk.set(key, pad);
    return { ok: true };
  },
  keepPads: async (isWanted: (key: string) => boolean) => {
    for (const key of disk.keys()) if (!isWanted(key)) disk.delete(key);
    return { ok: true };
  },
};
const state = { session: signal({}), placementSession: signal({}), sets: signal<object[]>([]), store: () => store };
vi.mock('../../../../src/app/state.ts', () => state);
let isWide = false;
vi.stubGlobal('matchMedia', () => ({ matches: isWide }));

const { beginPad, changePad, padAt, padKey, padShown, writePads } = await import(
  '../../../../src/app/practice/scratch/keeping.ts'
);
const { EMPTY } = await import('../../../../src/app/practice/scratch/pad.ts');

const drawn: Pad = { steps: [{ ink: [1, 2, 3] }], at: 1 };
const exercise = (seed: string) => ({ id: 'linear-algebra/dot-product', version: 1, level: 2, seed });
const current = (seed: string) => ({ current: { skill: 'linear-algebra/dot-product', version: 1, level: 2, seed } });
const draw = async (place: string, seed: string): Promise<string> => {
  const key = padKey(place, exercise(seed));
  await beginPad(key);
  changePad(key, drawn);
  await writePads();
  return key;
};
const runOf = (startedAt: number, mode: string, endedAt = 0) => ({ run: { startedAt, mode, endedAt } });

beforeEach(() => {
  disk.clear();
  state.session.value = {};
  state.placementSession.value = {};
  state.sets.value = [];
  isWide = false;
});

describe('the scratch pad of an exercise', () => {
  test('is kept until the next exercise begins', async () => {
    const first = await draw('practice', '1');
    expect([padAt(first), [...disk.keys()]]).toEqual([drawn, [first]]);
    const second = padKey('practice', exercise('2'));
    await beginPad(second);
    expect([padAt(first), padAt(second), disk.size]).toEqual([EMPTY, EMPTY, 0]);
  });

  test('is found again after a kill', async () => {
    const key = padKey('practice', exercise('3'));
    disk.set(key, drawn);
    await beginPad(key);
    expect(padAt(key)).toEqual(drawn);
  });

  test('of the session waits while something else is practised, and that of a placement too', async () => {
    state.session.value = current('1');
    state.placementSession.value = current('9');
    const [session, placement] = [await draw('practice', '1'), await draw('placement', '9')];
    const [one, other] = [await draw('free', 'a'), await draw('free', 'b')];
    expect([...disk.keys()]).toEqual([session, placement, other]);
    expect([padAt(session), padAt(one)]).toEqual([drawn, EMPTY]);
  });

  test('of an exam: each exercise has its own, until it is handed in', async () => {
    state.sets.value = [runOf(77, 'exam')];
    const keys = [await draw('set 77', '1'), await draw('set 77', '2')];
    await beginPad(padKey('free', exercise('x')));
    expect([...disk.keys()]).toEqual(keys);
    state.sets.value = [runOf(77, 'exam', 99)];
    await beginPad(padKey('free', exercise('y')));
    expect(disk.size).toBe(0);
  });

  test('of a set with feedback: the one that is under way, also while another set is worked', async () => {
    state.sets.value = [runOf(1, 'practice'), runOf(22, 'practice')];
    const first = await draw('set 1', '1');
    const other = await draw('set 22', '1');
    expect([...disk.keys()]).toEqual([first, other]);
    const next = await draw('set 1', '2');
    expect([...disk.keys()]).toEqual([other, next]);
  });

  test('is put away when the next exercise begins, but not where it lies beside it', async () => {
    padShown.value = true;
    await beginPad(padKey('free', exercise('p')));
    expect(padShown.value).toBe(false);
    padShown.value = isWide = true;
    await beginPad(padKey('free', exercise('q')));
    expect(padShown.value).toBe(true);
  });
});
