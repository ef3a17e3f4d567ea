// The way through the skills, by touch: a first day from placement to summary, a lapse, kills at every stage, and the way back.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { MOST_QUESTIONS } from '../../src/schedule/placement.ts';
import { replay } from '../../src/schedule/replay.ts';
import { forget, newProfile, openPhone, type Phone, until } from './harness.ts';
import { act, answerRight, answerWrong, check, enter, exerciseOn, readExample, stageOn, typedOn } from './learner.ts';
import { storedCards, storedReviews } from './stored.ts';

const MORNING = Date.UTC(2026, 10, 23, 9);

let phone: Phone;
let profile = '';
const problems: string[] = [];

async function arrive(hash = ''): Promise<void> {
  phone = await openPhone(`${inject('appUrl')}${hash}`, profile, { at: MORNING });
  await until(phone.page, () => document.documentElement.dataset.ready === 'yes');
}

/** The app's process is killed, and it is opened again at its first page. */
async function killed(): Promise<void> {
  problems.push(...phone.problems);
  // As long as a learner would take to put the phone away.
  await phone.page.waitForTimeout(2000);
  await phone.kill();
  await arrive();
}

const firstDay = () => {
  profile = newProfile();
  return arrive();
};
const gone = async () => {
  problems.push(...phone.problems);
  await phone.close();
  forget(profile);
  expect(problems.splice(0)).toEqual([]);
};

const seedOn = () => phone.page.locator('[data-seed]').getAttribute('data-seed');
const saved = () => phone.page.locator('.saved').waitFor();
/** Waits until another exercise is there, or none at all. */
async function next(seed: string): Promise<void> {
  await act(phone.page, 'next');
  await until(phone.page, () => document.querySelector('[data-verdict]') === null);
  await phone.page.locator(`[data-seed="${seed}"]`).waitFor({ state: 'detached' });
}

/** Taps what leads from a page to an exercise, and waits for it: until then the page's heading is still there. */
async function enterBy(action: string): Promise<void> {
  await act(phone.page, action);
  await phone.page.locator('[data-seed]').waitFor();
}

/** Called at an exercise, or after Next on one: the end of the exercises is a page with a heading. */
const isAtTable = async (): Promise<boolean> => {
  await until(phone.page, () => document.querySelector('[data-seed], h1') !== null);
  return (await phone.page.locator('[data-seed]').count()) > 0;
};

/** Cards without what JSON cannot say. */
const plain = (cards: Iterable<object>): unknown =>
  JSON.parse(JSON.stringify([...cards], (_, value) => (typeof value === 'bigint' ? `${value}` : value)));

async function expectCardsOfLog(): Promise<void> {
  const cards = replay(await storedReviews(phone.page), { levels: () => 5 });
  const bySkill = [...cards.values()].toSorted((a, b) => (a.skill < b.skill ? -1 : 1));
  expect(await storedCards(phone.page)).toEqual(plain(bySkill));
}

/** To the end of the session, all right. */
async function finish(): Promise<void> {
  while (await isAtTable()) {
    const exercise = await exerciseOn(phone.page);
    await answerRight(phone.page, exercise);
    await saved();
    await next(exercise.seed);
  }
}

describe('a first day', () => {
  beforeAll(firstDay);
  afterAll(gone);

  it('begins with a placement: each question once, at most 14, killed in the middle or not', async () => {
    await act(phone.page, 'placement');
    await enterBy('begin-placement');
    let asked = 0;
    while (await isAtTable()) {
      expect(await stageOn(phone.page)).toBe('placement');
      const exercise = await exerciseOn(phone.page);
      asked++;
      if (asked === 2) {
        const [first] = exercise.answers;
        if (first) await enter(phone.page, 0, first, first.key);
        const typed = await typedOn(phone.page);
        await killed();
        await act(phone.page, 'placement');
        await enterBy('begin-placement');
        expect([(await exerciseOn(phone.page)).seed, await typedOn(phone.page)]).toEqual([exercise.seed, typed]);
      }
      if (asked % 3 === 0) {
        // "I don't know" goes on by itself.
        await phone.page.locator('[data-action="dont-know"], [data-action="reveal"]').first().tap();
        await phone.page.locator(`[data-seed="${exercise.seed}"]`).waitFor({ state: 'detached' });
        continue;
      }
      if (asked % 3 === 1) await answerRight(phone.page, exercise);
      else {
        for (const [part, answer] of exercise.answers.entries()) await enter(phone.page, part, answer, answer.key);
        await answerWrong(phone.page, exercise);
      }
      await saved();
      await next(exercise.seed);
    }
    const reviews = await storedReviews(phone.page);
    expect(asked).toBeGreaterThan(2);
    expect(asked).toBeLessThanOrEqual(MOST_QUESTIONS);
    expect(reviews).toHaveLength(asked);
    expect(reviews.every(({ purpose }) => purpose === 'placement')).toBe(true);
    expect(await storedCards(phone.page)).toEqual([]);
  });

  it('goes on with a session of ten, and a summary of what was met', async () => {
    const before = (await storedReviews(phone.page)).length;
    await enterBy('start');
    await finish();
    const reviews = (await storedReviews(phone.page)).slice(before);
    expect(reviews).toHaveLength(10);
    await expectCardsOfLog();
    const met = (await storedCards(phone.page)).map(({ skill }) => skill);
    const gains = await phone.page.locator('[data-gain]').evaluateAll(rows => rows.map(row => row.getAttribute('data-gain')));
    expect(gains).toEqual(met.map(() => 'met'));
  });

  it('takes the last answer back from the summary, exactly, and ends again after another', async () => {
    const [reviews, cards] = [await storedReviews(phone.page), await storedCards(phone.page)];
    await act(phone.page, 'undo');
    const exercise = await exerciseOn(phone.page);
    expect((await storedReviews(phone.page)).at(-1)).toMatchObject({ kind: 'undo' });
    expect(exercise.seed).toBe({ ...(reviews.at(-1) as { seed?: string }) }.seed);
    await expectCardsOfLog();
    await check(phone.page);
    await saved();
    await next(exercise.seed);
    expect((await storedCards(phone.page)).map(({ skill, due, level }) => [skill, due, level])).toEqual(
      cards.map(({ skill, due, level }) => [skill, due, level]),
    );
  });

  it('ends with five more, if one likes, which change no schedule', async () => {
    const schedule = async () =>
      (await storedCards(phone.page)).map(({ skill, state, due, level }) => ({ skill, state, due, level }));
    const [reviews, before] = [await storedReviews(phone.page), await schedule()];
    await phone.page.locator('[data-action="five-more"], [data-action="more"]').first().tap();
    await phone.page.locator('[data-seed]').waitFor();
    await finish();
    expect((await storedReviews(phone.page)).length).toBe(reviews.length + 5);
    expect(await schedule()).toEqual(before);
  });
});

describe('a new skill', () => {
  beforeAll(firstDay);
  afterAll(gone);

  /** Kills the app, and expects the very exercise again. */
  async function resumed(stage: string): Promise<void> {
    expect(await stageOn(phone.page)).toBe(stage);
    const [seed, typed] = [await seedOn(), await typedOn(phone.page)];
    await killed();
    await enterBy('start');
    expect([await stageOn(phone.page), await seedOn(), await typedOn(phone.page)]).toEqual([stage, seed, typed]);
  }

  const begin = async () => {
    const exercise = await exerciseOn(phone.page);
    const [first] = exercise.answers;
    if (first) await enter(phone.page, 0, first, first.key);
    return exercise;
  };

  it('is met by a worked example, which a kill does not lose', async () => {
    await enterBy('start');
    await resumed('worked');
    await readExample(phone.page);
    expect(await stageOn(phone.page)).toBe('worked');
    await readExample(phone.page);
    expect(await storedReviews(phone.page)).toEqual([]);
  });

  it('then by a guided one, begun before a kill and ended after it, which is no review', async () => {
    for (let i = 0; i < 2; i++) {
      const exercise = await begin();
      if (i === 0) await resumed('guided');
      await answerRight(phone.page, exercise);
      await saved();
      await next(exercise.seed);
    }
    expect((await storedReviews(phone.page)).map(({ purpose }) => purpose)).toEqual(['free', 'free']);
    expect(await storedCards(phone.page)).toEqual([]);
  });

  it('then alone; what is not known comes again the same day until it scores 4, and these drills change nothing', async () => {
    const exercise = await begin();
    await resumed('alone');
    await act(phone.page, 'reveal');
    await saved();
    const lapsed = (await storedCards(phone.page)).find(({ skill }) => skill === exercise.id);
    expect(lapsed).toMatchObject({ lapses: 1, state: { n: 0, interval: '1' } });
    expect(lapsed?.drill).toBe(lapsed?.reviewed);
    await next(exercise.seed);
    await finish();
    const own = (await storedReviews(phone.page)).filter(entry => entry.skill === exercise.id && entry.purpose === 'practice');
    expect(own.length).toBeGreaterThan(1);
    expect(own.map(entry => entry.kind === 'answer' && entry.quality).slice(0, 2)).toEqual([0, expect.toBeOneOf([4, 5])]);
    const after = (await storedCards(phone.page)).find(({ skill }) => skill === exercise.id);
    expect(after).toMatchObject({ drill: null, state: lapsed?.state, due: lapsed?.due, lapses: 1 });
    await expectCardsOfLog();
    expect(await phone.page.locator('[data-gain]').count()).toBe(2);
  });
});
