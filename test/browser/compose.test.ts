// Making a set by touch: from skills, through a kill, from a session, from one exercise, from the weakest skills; in every size and theme.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { skillOf, skills } from '../../src/catalog.ts';
import { exercisesOf, type ProblemSet, type Seeded } from '../../src/exercise/problem-set.ts';
import { decodeSet } from '../../src/link.ts';
import { answer } from '../schedule/log.ts';
import { forget, newProfile, openPhone, type Phone, until } from './harness.ts';
import { act, answerRight, answerWrong, exerciseOn } from './learner.ts';
import { findings, sideways, silentFormulas, smallTargets } from './look-over.ts';
import { put, storedReviews } from './stored.ts';

const MORNING = Date.UTC(2026, 10, 23, 9);
const TODAY = Math.floor(MORNING / 86_400_000);
const WEAK = ['set-theory/set-operations', 'linear-algebra/matrix-product', 'calculus/chain-rule'] as const;

let phone: Phone;
let profile = '';
const problems: string[] = [];

async function arrive(hash: string): Promise<void> {
  phone = await openPhone(`${inject('appUrl')}${hash}`, profile, { at: MORNING });
  await ready();
}
const ready = () => until(phone.page, () => document.documentElement.dataset.ready === 'yes');
const visit = async (hash: string): Promise<void> => {
  await phone.page.goto(`${inject('appUrl')}${hash}`);
  await ready();
};

/** A phone of somebody who met three skills yesterday: they are due, and no new ones come. */
const begun = async (): Promise<void> => {
  profile = newProfile();
  await arrive('');
  const yesterday = { day: TODAY - 1, at: MORNING - 86_400_000 };
  const reviews = WEAK.map((skill, i) => answer(i + 1, 5, { skill, ...yesterday }));
  await put(phone.page, reviews, { newPerDay: 0 });
  await visit('#/sets/new');
  await phone.page.reload();
  await ready();
};
const gone = async () => {
  problems.push(...phone.problems);
  await phone.close();
  forget(profile);
  expect(problems.splice(0)).toEqual([]);
};

/** The items as the composer shows them. */
const itemsOn = () =>
  phone.page.locator('[data-item]').evaluateAll(rows =>
    rows.map(row => ({
      skill: row.getAttribute('data-item'),
      level: Number(row.querySelector('select')?.value),
      count: Number(row.querySelector('[data-count]')?.getAttribute('data-count')),
    })),
  );

/** Scrolls through the exercises until all of them are there. */
async function preview(): Promise<readonly string[]> {
  await until(phone.page, () => {
    scrollTo(0, document.documentElement.scrollHeight);
    const total = document.querySelector('[data-total]')?.getAttribute('data-total');
    return document.querySelectorAll('[data-exercise]').length === Number(total);
  });
  return phone.page.locator('[data-exercise] .statement').allTextContents();
}

/** The seed of the draft, as it is kept. */
const seedKept = (): Promise<string> =>
  phone.page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>(resolve => {
      const request = indexedDB.open('gradus');
      request.onsuccess = () => resolve(request.result);
    });
    const draft = await new Promise<{ seed: string }>(resolve => {
      const request = database.transaction('settings').objectStore('settings').get('setDraft');
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return draft.seed;
  });

/** What the address of the page of a set asks for. */
async function setThere(): Promise<ProblemSet> {
  await phone.page.waitForURL(/#\/set\//);
  const decoded = decodeSet(phone.page.url(), skills);
  if (!decoded.ok) throw new Error(decoded.says);
  return decoded.value.set;
}

async function search(word: string): Promise<void> {
  await phone.page.locator('input[type="search"]').fill(word);
}
const tap = (selector: string) => phone.page.locator(selector).first().tap();
const pick = (skill: string) => tap(`[data-pick="${skill}"]`);

describe('a set that is composed', () => {
  beforeAll(begun);
  afterAll(gone);

  it('begins with what a set is, and takes skills from the search and from an area, one tap each', async () => {
    await phone.page.locator('.points').waitFor();
    await act(phone.page, 'add-skills');
    await search('entropy of a');
    await pick('information-theory/entropy');
    await search('');
    await tap('[data-area="Linear Algebra"] summary');
    for (const skill of ['linear-algebra/matrix-product', 'linear-algebra/dot-product', 'linear-algebra/matrix-product']) {
      await pick(skill);
    }
    await pick('linear-algebra/vector-norms');
    await tap('[data-less="linear-algebra/vector-norms"]');
    await tap('[data-less="linear-algebra/vector-norms"]');
    expect(await phone.page.locator('[data-action="picked"]').textContent()).toContain('seven exercises');
    await act(phone.page, 'picked');
    await until(phone.page, () => document.querySelectorAll('[data-item]').length === 3);
    expect(await itemsOn()).toEqual([
      { skill: 'information-theory/entropy', level: 1, count: 2 },
      { skill: 'linear-algebra/matrix-product', level: 1, count: 3 },
      { skill: 'linear-algebra/dot-product', level: 1, count: 2 },
    ]);
  });

  it('has levels, counts and an order that change, with every exercise to look at', async () => {
    const entropy = '[data-item="information-theory/entropy"]';
    await phone.page.locator(`${entropy} select`).selectOption('4');
    expect(await phone.page.locator(`${entropy} .draft-level`).textContent()).toMatch(
      new RegExp(skillOf('information-theory/entropy')?.levels[3]?.says.slice(1) ?? '?'),
    );
    await tap(`${entropy} [data-action="more"]`);
    await tap('[data-item="linear-algebra/dot-product"] [data-action="less"]');
    await tap('[data-item="linear-algebra/dot-product"] [data-action="up"]');
    expect(await itemsOn()).toEqual([
      { skill: 'information-theory/entropy', level: 4, count: 3 },
      { skill: 'linear-algebra/dot-product', level: 1, count: 1 },
      { skill: 'linear-algebra/matrix-product', level: 1, count: 3 },
    ]);
    expect(await preview()).toHaveLength(7);
  });

  it('has new numbers at a tap, all of them', async () => {
    const before = await preview();
    await act(phone.page, 'new-numbers');
    await phone.page.getByText(before[0] ?? '', { exact: true }).waitFor({ state: 'detached' });
    const after = await preview();
    expect(after).toHaveLength(before.length);
    expect(after).not.toEqual(before);
  });

  it('brings back what was taken out', async () => {
    const before = await itemsOn();
    await tap('[data-item="linear-algebra/dot-product"] [data-action="remove"]');
    expect(await itemsOn()).toHaveLength(2);
    await act(phone.page, 'bring-back');
    expect(await itemsOn()).toEqual(before);
  });

  it('is there after the app was killed, with its title and its numbers', async () => {
    await phone.page.locator('input[name="title"]').fill('Warm-up for Tuesday');
    const before = [await itemsOn(), await preview()];
    await phone.page.waitForTimeout(1500);
    problems.push(...phone.problems);
    await phone.kill();
    await arrive('#/sets/new');
    await phone.page.locator('[data-item]').first().waitFor();
    expect(await phone.page.locator('input[name="title"]').inputValue()).toBe('Warm-up for Tuesday');
    expect([await itemsOn(), await preview()]).toEqual(before);
  });

  it('is made: its page is reached, and its address has the same title, numbers, skills, levels and counts', async () => {
    const [items, seed] = [await itemsOn(), await seedKept()];
    await act(phone.page, 'make-set');
    expect(await setThere()).toEqual({ title: 'Warm-up for Tuesday', seed, items });
    await phone.page.locator('h1', { hasText: 'Warm-up for Tuesday' }).waitFor();
  });

  it('is there on the way back from its page; another way leads to a new one', async () => {
    await phone.page.goBack();
    await phone.page.locator('[data-note="made"]').waitFor();
    expect(await itemsOn()).toHaveLength(3);
    await visit('#/sets');
    await visit('#/sets/new');
    await phone.page.locator('.points').waitFor();
  });

  it('grows from the page of a skill, and the way back from adding skills leads to it', async () => {
    await visit('#/skill/calculus/chain-rule');
    await act(phone.page, 'add-to-set');
    await phone.page.getByText('Two exercises at level 1 added.').waitFor();
    await act(phone.page, 'add-to-set');
    await phone.page.getByText('One exercise at level 1 added.').waitFor();
    await act(phone.page, 'to-set');
    await phone.page.locator('[data-item]').waitFor();
    expect(await itemsOn()).toEqual([{ skill: 'calculus/chain-rule', level: 1, count: 3 }]);
    await act(phone.page, 'add-skills');
    await phone.page.locator('[data-pick], .pick-area').first().waitFor();
    await phone.page.goBack();
    await phone.page.locator('[data-item]').waitFor();
    await act(phone.page, 'start-over');
    await phone.page.locator('.points').waitFor();
  });

  it('may have the weakest skills in it', async () => {
    await act(phone.page, 'add-weakest');
    await phone.page.locator('[data-item]').first().waitFor();
    const items = await itemsOn();
    expect(items.map(({ skill }) => skill).sort()).toEqual([...WEAK].sort());
    expect(items.every(({ level, count }) => level === 1 && count === 2)).toBe(true);
    expect(await preview()).toHaveLength(6);
  });

  it('is not kept in a window that only reads, and says so', async () => {
    const other = await phone.context.newPage();
    await other.goto(`${inject('appUrl')}#/sets/new`);
    await other.getByText('is not kept: another window of Gradus does the saving').waitFor();
    await other.close();
  });
});

describe('what was just done', () => {
  beforeAll(begun);
  afterAll(gone);

  const logged = async (): Promise<readonly Seeded[]> =>
    (await storedReviews(phone.page))
      .slice(WEAK.length)
      .flatMap(entry => (entry.kind === 'answer' ? [{ skill: entry.skill, level: entry.level, seed: entry.seed }] : []));
  const saved = () => phone.page.locator('.saved').waitFor();

  it('is shared from one exercise: a set of exactly this one, and the exercise is still there on the way back', async () => {
    await visit('#/practise/linear-algebra/matrix-product/2');
    const exercise = await exerciseOn(phone.page);
    expect(await phone.page.locator('[data-action="share-exercise"]').count()).toBe(0);
    await answerWrong(phone.page, exercise);
    expect(await phone.page.locator('[data-action="share-exercise"]').count()).toBe(0);
    await act(phone.page, 'reveal');
    await saved();
    await act(phone.page, 'share-exercise');
    expect(exercisesOf(await setThere())).toEqual([{ skill: exercise.id, level: exercise.level, seed: exercise.seed }]);
    await phone.page.locator('h1').waitFor();
    await phone.page.goBack();
    await phone.page.locator(`[data-seed="${exercise.seed}"]`).waitFor();
  });

  it('is shared from the end of a session: exactly its exercises, in their order', async () => {
    await visit('#/session');
    const before = (await logged()).length;
    for (;;) {
      const exercise = await exerciseOn(phone.page);
      await answerRight(phone.page, exercise);
      await saved();
      await act(phone.page, 'next');
      await phone.page.locator(`[data-seed="${exercise.seed}"]`).waitFor({ state: 'detached' });
      await phone.page.locator('[data-seed], [data-action="done"]').first().waitFor();
      if ((await phone.page.locator('[data-action="done"]').count()) > 0) break;
    }
    const done = (await logged()).slice(before);
    expect(done.length).toBeGreaterThan(2);
    await act(phone.page, 'share-these');
    await phone.page.locator('[data-note="exact"]').waitFor();
    expect(await preview()).toHaveLength(done.length);
    await act(phone.page, 'make-set');
    expect(exercisesOf(await setThere())).toEqual(done);
  });

  it('is not shared from a placement', async () => {
    await visit('#/placement');
    await act(phone.page, 'begin-placement');
    await answerWrong(phone.page, await exerciseOn(phone.page));
    await saved();
    expect(await phone.page.locator('[data-action="share-exercise"]').count()).toBe(0);
  });
});

describe.each(['light', 'dark'] as const)('for everyone, in the %s theme', colorScheme => {
  beforeAll(async () => {
    await begun();
    await phone.page.emulateMedia({ colorScheme });
  });
  afterAll(gone);

  async function accept(name: string): Promise<void> {
    const { page } = phone;
    await page.setViewportSize({ width: 390, height: await page.evaluate(() => document.documentElement.scrollHeight) });
    expect(await findings(page), `${name}: axe`).toEqual([]);
    expect(await silentFormulas(page), `${name}: formulas without words`).toEqual([]);
    expect(await page.locator('h1').count(), `${name}: one heading`).toBe(1);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 640 });
      await page.waitForTimeout(50);
      expect(await sideways(page), `${name} at ${width} px: sideways`).toEqual([]);
      expect(await smallTargets(page), `${name} at ${width} px: targets`).toEqual([]);
    }
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
      dispatchEvent(new Event('resize'));
    });
    await page.waitForTimeout(50);
    expect(await sideways(page), `${name} with text twice as large at 320 px: sideways`).toEqual([]);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '';
    });
    await page.setViewportSize({ width: 390, height: 844 });
  }

  it('an empty set, its skills, what is in it, and what was taken out', async () => {
    await phone.page.locator('.points').waitFor();
    await accept('an empty set');
    await act(phone.page, 'add-skills');
    await tap('[data-area="Linear Algebra"] summary');
    await pick('linear-algebra/matrix-product');
    await pick('linear-algebra/dot-product');
    await accept('skills to add');
    await search('graph');
    await accept('skills that were found');
    await act(phone.page, 'picked');
    await phone.page.locator('[data-item]').first().waitFor();
    await preview();
    await accept('what is in a set');
    await tap('[data-action="remove"]');
    await accept('an item taken out');
    await visit('#/skill/calculus/chain-rule');
    await act(phone.page, 'add-to-set');
    await phone.page.locator('[data-action="to-set"]').waitFor();
    await accept('a skill that was added');
  });

  it('by keyboard: an item moves with the focus on it, and what is taken out hands it on', async () => {
    await visit('#/sets/new');
    await phone.page.locator('[data-item]').first().waitFor();
    const focused = () =>
      phone.page.evaluate(() => {
        const button = document.activeElement as HTMLElement | null;
        return [button?.closest<HTMLElement>('[data-item]')?.dataset.item, button?.dataset.action];
      });
    const [first, second] = (await itemsOn()).map(({ skill }) => skill);
    await phone.page.locator(`[data-item="${first}"] [data-action="down"]`).focus();
    await phone.page.keyboard.press('Enter');
    await phone.page.waitForTimeout(100);
    // It is the last one now: down leads nowhere.
    expect(await focused()).toEqual([first, 'up']);
    await phone.page.keyboard.press('Enter');
    await phone.page.waitForTimeout(100);
    expect((await itemsOn()).map(({ skill }) => skill)).toEqual([first, second]);
    await phone.page.locator(`[data-item="${first}"] [data-action="remove"]`).focus();
    await phone.page.keyboard.press('Enter');
    await phone.page.waitForTimeout(100);
    expect(await focused()).toEqual([second, 'remove']);
  });
});
