import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Draft, emptyDraft, withSkill, withTitle } from '../../../src/app/sets/draft.ts';
import { skills } from '../../../src/catalog.ts';
import type { Json } from '../../../src/schedule/checked.ts';
import { readSettings } from '../../../src/store/settings.ts';

const disk = vi.hoisted(() => ({ settings: {} as Record<string, unknown>, isFull: false, writes: 0 }));
vi.mock('../../../src/app/state.ts', async () => {
  const { good, refuse } = await import('../../../src/store/problem.ts');
  return {
    store: () => ({
      settings: async () => good(disk.settings),
      saveSetting: async (key: string, value: Json) => {
        disk.writes++;
        if (disk.isFull) return refuse('full');
        disk.settings = { ...disk.settings, [key]: value };
        return good(undefined);
      },
    }),
  };
});

const A = 'calculus/chain-rule';
type Keeping = typeof import('../../../src/app/sets/draft-keeping.ts');
let keeping: Keeping;

/** The app is killed and opened again: only the disk is left. */
const restarted = async (): Promise<Keeping> => {
  vi.resetModules();
  keeping = await import('../../../src/app/sets/draft-keeping.ts');
  await keeping.loadDraft();
  return keeping;
};
const kept = () => new Promise(resolve => setTimeout(resolve, 5));

beforeEach(async () => {
  Object.assign(disk, { settings: {}, isFull: false, writes: 0 });
  await restarted();
});

describe('a draft', () => {
  test('is kept at once, and is there after a kill', async () => {
    const draft: Draft = { ...withSkill(emptyDraft(), A, 2), title: 'Tuesday', note: 'exact' };
    const exact = { ...draft, items: [{ skill: A, level: 2, count: 2, first: 3 }] };
    keeping.changeDraft(exact);
    await kept();
    expect(readSettings(disk.settings)).toBeDefined();
    expect((await restarted()).draft.value).toEqual(exact);
  });

  test('is kept after a pause while its title is typed, and before the page may be gone', async () => {
    for (const title of ['T', 'Tu', 'Tue']) keeping.changeDraft(withTitle(keeping.draft.value, title), true);
    await kept();
    expect(disk.writes).toBe(0);
    keeping.keepDraftNow();
    await kept();
    expect(disk.writes).toBe(1);
    expect((await restarted()).draft.value.title).toBe('Tue');
  });

  test('that could not be kept is told in words, is not read over, and is kept as soon as that can be', async () => {
    disk.isFull = true;
    keeping.changeDraft(withSkill(emptyDraft(), A, 1));
    await kept();
    expect(keeping.draftProblem.value).toContain('storage is full');
    disk.isFull = false;
    await keeping.loadDraft();
    expect(keeping.draft.value.items).toHaveLength(1);
    expect(keeping.draftProblem.value).toBe('');
    expect((await restarted()).draft.value.items).toHaveLength(1);
  });

  test('that is changed while it is read stays as it was changed', async () => {
    const reading = keeping.loadDraft();
    keeping.changeDraft(withSkill(emptyDraft(), A, 1));
    await reading;
    expect(keeping.draft.value.items).toHaveLength(1);
  });

  test('that is replaced can be brought back, until the next change', () => {
    const first = withSkill(emptyDraft(), A, 1);
    keeping.changeDraft(first);
    keeping.replaceDraft(emptyDraft(), 'all');
    expect(keeping.undoable.value).toEqual({ draft: first, what: 'all' });
    keeping.changeDraft(emptyDraft());
    expect(keeping.undoable.value).toBeUndefined();
  });

  test('that is empty, or whose set is made, is no loss', () => {
    keeping.replaceDraft(withSkill(emptyDraft(), A, 1), 'all');
    expect(keeping.undoable.value).toBeUndefined();
    keeping.changeDraft({ ...keeping.draft.value, note: 'made' });
    keeping.replaceDraft(emptyDraft(), 'all');
    expect(keeping.undoable.value).toBeUndefined();
  });
});

describe('what was kept by another version, or by nobody', () => {
  const item = { skill: A, level: 1, count: 2, first: null };
  const whole = { title: '', seed: 'abc', note: '', items: [item] };
  const read = async (setDraft: unknown): Promise<Draft> => {
    disk.settings = { setDraft };
    return (await restarted()).draft.value;
  };

  test.each([
    null,
    'abc',
    { ...whole, seed: '' },
    { ...whole, seed: 'a\u0007b' },
    { ...whole, note: 'stolen' },
    { ...whole, more: 1 },
    { ...whole, items: [{ ...item, count: 0 }] },
    { ...whole, items: [{ ...item, count: 51 }] },
    { ...whole, items: Array.from({ length: 41 }, () => item) },
    { ...whole, items: skills.slice(0, 5).map(({ id }) => ({ ...item, skill: id, count: 50 })) },
  ])('%j is no draft', async setDraft => expect((await read(setDraft)).items).toEqual([]));

  test('skills that are gone are left out, and levels that are gone become the last', async () => {
    const items = [
      { ...item, skill: 'no/such-skill' },
      { ...item, level: 99 },
    ];
    expect((await read({ ...whole, items })).items).toEqual([{ skill: A, level: 5, count: 2 }]);
  });

  test('no exercise is counted twice', async () => {
    const items = [
      { ...item, first: 3 },
      { ...item, first: 4 },
    ];
    expect((await read({ ...whole, items })).items).toEqual([
      { skill: A, level: 1, count: 2 },
      { skill: A, level: 1, count: 2 },
    ]);
  });
});
