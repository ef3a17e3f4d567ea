// A set on its way: opened in a browser that has never seen the app, worked without a network, killed, handed in, sent back, gathered.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { skills } from '../../src/catalog.ts';
import type { Exercise } from '../../src/exercise/generator.ts';
import type { ProblemSet } from '../../src/exercise/problem-set.ts';
import { resultsIn } from '../../src/link/result.ts';
import { decodeSet } from '../../src/link.ts';
import { identity } from '../../src/make.ts';
import { controlled, forget, newProfile, openPhone, type Phone, until } from './harness.ts';
import { act, answerRight, answerWrong, enter, exerciseOn, typedOn } from './learner.ts';
import { exercisesIn, linkTo } from './set-link.ts';
import { storedCards, storedReviews } from './stored.ts';

const MORNING = Date.UTC(2026, 10, 23, 9);
const SET: ProblemSet = {
  title: 'Week 3',
  seed: 'week3',
  items: [
    { skill: 'linear-algebra/matrix-product', level: 1, count: 2 },
    { skill: 'calculus/chain-rule', level: 2, count: 1 },
    { skill: 'probability/bayes-rule', level: 1, count: 1 },
  ],
};

const ready = (page: Phone['page']) => until(page, () => document.documentElement.dataset.ready === 'yes');

const phoneAt = async (hash: string, profile: string): Promise<Phone> => {
  const phone = await openPhone(`${inject('appUrl')}${hash}`, profile, { at: MORNING });
  await ready(phone.page);
  return phone;
};

/** From the page of the set to its first exercise. */
const start = async ({ page }: Phone): Promise<void> => {
  await act(page, 'start-set');
  await page.locator('[data-seed]').waitFor();
};

/** Exercises of several skills of a set have the same seed. */
const placeOf = ({ id, level, seed }: Exercise): string => `[data-skill="${id}"][data-level="${level}"][data-seed="${seed}"]`;

const nextAfter = async ({ page }: Phone, exercise: Exercise): Promise<void> => {
  await page.locator('.saved').waitFor();
  await act(page, 'next');
  await page.locator(placeOf(exercise)).waitFor({ state: 'detached' });
};

describe('a set that was sent', () => {
  const [profile, teachers] = [newProfile(), newProfile()];
  let phone: Phone;
  let link = '';
  let result = '';
  beforeAll(async () => {
    link = await linkTo(SET);
    phone = await phoneAt(link, profile);
  });
  afterAll(async () => {
    await phone.close();
    forget(profile);
    forget(teachers);
  });

  it('opens in a browser that has never seen the app, and says that it is exactly the one', async () => {
    const { page } = phone;
    await page.locator('[data-action="start-set"]').waitFor();
    expect(await page.locator('h1').innerText()).toBe('Week 3');
    expect(await page.locator('.set-same').innerText()).toBe('Exactly the set you were sent.');
    await page.locator('summary', { hasText: 'All exercises' }).tap();
    expect(await page.locator('[data-exercise]').count()).toBe(4);
    await controlled(page);
  });

  it('is worked without a network, through a kill, with the very exercises that were sent', async () => {
    await phone.offline(true);
    await start(phone);
    const expected = await exercisesIn(SET);
    for (const [i, wanted] of expected.entries()) {
      const exercise = await exerciseOn(phone.page);
      expect(identity(exercise)).toBe(identity(wanted));
      if (i === 1) {
        const [first] = exercise.answers;
        if (first) await enter(phone.page, 0, first, first.key);
        const typed = await typedOn(phone.page);
        await phone.page.waitForTimeout(1000);
        await phone.kill();
        phone = await phoneAt(link, profile);
        await phone.offline(true);
        await act(phone.page, 'go-on');
        expect([(await exerciseOn(phone.page)).seed, await typedOn(phone.page)]).toEqual([exercise.seed, typed]);
      }
      if (i === 2) {
        await answerWrong(phone.page, exercise);
        await act(phone.page, 'reveal');
      } else await answerRight(phone.page, exercise);
      await nextAfter(phone, exercise);
    }
    await phone.page.locator('.result-list').waitFor();
  }, 180_000);

  it('ends with the score, leaves the schedule alone, and is in the library', async () => {
    const { page } = phone;
    expect(await page.locator('h1').innerText()).toBe('3 of 4');
    expect(await page.locator('[data-mark]').evaluateAll(all => all.map(each => each.getAttribute('data-mark')))).toEqual([
      'right',
      'right',
      'wrong',
      'right',
    ]);
    const reviews = await storedReviews(page);
    expect(reviews.map(({ purpose }) => purpose)).toEqual(['set', 'set', 'set', 'set']);
    expect(await storedCards(page)).toEqual([]);
    await page.evaluate(() => {
      location.hash = '#/sets';
    });
    await page.locator('[data-set]').waitFor();
    expect(await page.locator('[data-set] .row-state').innerText()).toBe('3 of 4 right');
    await page.goBack();
  });

  it('goes back as a line that names set, score and digest', async () => {
    const { page } = phone;
    await page.locator('[name="result-name"]').fill('Ada');
    await until(page, () => /#\/result\/\S+\.Ada/.test(document.querySelector('[data-message]')?.textContent ?? ''));
    result = await page.locator('[data-message]').innerText();
    const [sent] = resultsIn(result);
    expect(sent).toMatchObject({ name: 'Ada', marks: ['right', 'right', 'wrong', 'right'] });
    const found = decodeSet(link, skills);
    expect(found.ok && found.value.digest).toBe(sent?.digest);
    expect(result).toContain('Week 3: 3 of 4');
  });

  it('appears in the table of who sent it', async () => {
    const teacher = await phoneAt(link, teachers);
    const { page } = teacher;
    await act(page, 'results');
    await page.locator('[data-action="messages"]').fill(`Ada, 10:02\n${result}\n`);
    await page.locator('tbody[data-result]').waitFor();
    const row = await page.locator('tbody[data-result]').innerText();
    expect(row).toContain('Ada');
    expect(row).toContain('3');
    expect(teacher.problems).toEqual([]);
    await teacher.close();
  });
});

describe('a set from another version, and links that are none', () => {
  const profile = newProfile();
  let phone: Phone;
  beforeAll(async () => {
    phone = await phoneAt(await linkTo(SET, 'otherone'), profile);
  });
  afterAll(async () => {
    expect(phone.problems).toEqual([]);
    await phone.close();
    forget(profile);
  });

  it('says that its exercises differ, and can be worked all the same', async () => {
    const { page } = phone;
    await page.locator('[data-action="start-set"]').waitFor();
    expect(await page.locator('.set-same').innerText()).toContain('differ');
  });

  it('are told in words, with a way on', async () => {
    const { page } = phone;
    for (const hash of ['#/set/A', '#/set/Zabc.def', '#/set/<script>alert(1)</script>', `#/set/A${'x'.repeat(3000)}`]) {
      await page.evaluate(to => {
        location.hash = to;
      }, hash);
      await page.locator('.lead').waitFor();
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('main script, main [onerror]').count()).toBe(0);
    }
  });
});

describe('a set as an exam', () => {
  const profile = newProfile();
  let phone: Phone;
  let link = '';
  beforeAll(async () => {
    link = await linkTo(SET);
    phone = await phoneAt(link, profile);
  });
  afterAll(async () => {
    expect(phone.problems).toEqual([]);
    await phone.close();
    forget(profile);
  });

  it('judges nothing before the end, keeps what is written, and is handed in when its time is up', async () => {
    const { page } = phone;
    await page.locator('input[value="exam"]').check({ force: true });
    await page.locator('input[name="minutes"][value="20"]').check({ force: true });
    await start(phone);
    const exercise = await exerciseOn(page);
    for (const [part, answer] of exercise.answers.entries()) await enter(page, part, answer, answer.key);
    await act(page, 'check');
    await page.locator(placeOf(exercise)).waitFor({ state: 'detached' });
    expect(await page.locator('[data-verdict]').count()).toBe(0);
    await act(page, 'exam-sheet');
    expect(await page.locator('.level.is-written').count()).toBe(1);
    expect(await page.locator('[data-action="hand-in"]').innerText()).toBe('Hand in');
    await page.locator('[data-exam="1"]').tap();
    expect(identity(await exerciseOn(page))).toBe(identity(exercise));
    expect((await typedOn(page)).join('')).not.toBe('');
    await phone.context.clock.fastForward(21 * 60_000);
    await page.locator('.result-list').waitFor();
    expect(await page.locator('h1').innerText()).toBe('1 of 4');
    expect((await storedReviews(page)).map(({ purpose }) => purpose)).toEqual(['set']);
  });
});
