// A browser that is killed in mid-write may find its database broken two starts later, and then drops all of it.
import { afterAll, describe, expect, inject, it } from 'vitest';
import { type Entry, entryId } from '../../src/schedule/entry.ts';
import { forget, newProfile, openPhone, type Phone, until } from './harness.ts';
import { storedReviews } from './stored.ts';
import { tearMain, tearTwin } from './tear.ts';

const app = inject('appUrl');
const profile = newProfile();
afterAll(() => forget(profile));

const start = async (hash: string): Promise<Phone> => {
  const phone = await openPhone(`${app}${hash}`, profile);
  await until(phone.page, () => document.documentElement.dataset.ready === 'yes');
  return phone;
};

const namesIn = async (phone: Phone) => (await storedReviews(phone.page)).map((entry: Entry) => entryId(entry));

/** Answers once, and tells the whole log as it is then. */
const answered = async (): Promise<{ phone: Phone; names: readonly string[] }> => {
  const phone = await start('#/practise/linear-algebra/dot-product/1');
  await phone.page.locator('[data-action="reveal"]').dispatchEvent('click');
  await phone.page.locator('.saved').waitFor();
  return { phone, names: await namesIn(phone) };
};

const isSaid = (phone: Phone) => phone.page.locator('.notice [data-action="seen"]').isVisible();

describe('a kill in mid-write', () => {
  it('costs nothing: what the browser drops is brought back, and the learner is told once', async () => {
    for (let i = 0; i < 3; i++) {
      const { phone } = await answered();
      await phone.kill();
    }
    tearMain(profile);
    // Seems well, and is not: what is appended now makes it unreadable.
    const { phone, names } = await answered();
    expect(names).toHaveLength(4);
    await phone.close();

    const after = await start('#/today');
    expect(await namesIn(after)).toEqual(names);
    expect(await isSaid(after)).toBe(true);
    expect(await after.page.locator('.notice').innerText()).toContain('brought back');
    await after.page.locator('[data-action="seen"]').click();
    expect(await isSaid(after)).toBe(false);
    expect(after.problems).toEqual([]);
    await after.close();
    const later = await start('#/today');
    expect(await isSaid(later)).toBe(false);
    await later.close();
  });

  it('of the copy costs nothing, and it is made anew', async () => {
    const { phone: killed } = await answered();
    await killed.kill();
    tearTwin(profile);
    // Its last record is gone, so that a new one is made.
    const { phone: next, names: more } = await answered();
    await next.kill();
    tearMain(profile);
    const { phone: last, names: all } = await answered();
    expect(all).toHaveLength(more.length + 1);
    await last.close();
    const after = await start('#/today');
    expect(await namesIn(after)).toEqual(all);
    expect(await isSaid(after)).toBe(true);
    await after.close();
  });
});
