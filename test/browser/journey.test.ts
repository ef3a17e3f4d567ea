// A learner's way through the app, by touch on a phone: first visit, a session, no network, kills, the next day, a backup.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { skills } from '../../src/catalog.ts';
import type { Entry } from '../../src/schedule/entry.ts';
import { controlled, forget, newProfile, openPhone, type Phone, until } from './harness.ts';
import { act, answerRight, answerWrong, enter, exerciseOn, typedOn, verdictOn } from './learner.ts';
import { storedCards, storedReviews, wipe } from './stored.ts';

const DAY = 86_400_000;
const MORNING = Date.UTC(2026, 10, 23, 9);

let phone: Phone;
const phones: Phone[] = [];
const profile = newProfile();

/** Opens the app as this learner, at an hour of a day after the first. */
async function arrive(days = 0, hash = ''): Promise<void> {
  phone = await openPhone(`${inject('appUrl')}${hash}`, profile, { at: MORNING + days * DAY });
  phones.push(phone);
  await ready();
}

function ready(): Promise<void> {
  return until(phone.page, () => document.documentElement.dataset.ready === 'yes');
}

/** Waits for the word that the answer is saved, and only then looks whether it is. */
async function saved(count: number): Promise<readonly Entry[]> {
  await until(phone.page, () => document.querySelector('.saved') !== null);
  const reviews = await storedReviews(phone.page);
  expect(reviews.length).toBe(count);
  return reviews;
}

describe('the way of a learner', () => {
  const told: { skill: string; isRight: boolean }[] = [];

  beforeAll(() => arrive());
  afterAll(async () => {
    await phone.close();
    forget(profile);
  });

  it('begins with a page that says what this is and one thing to do', async () => {
    await phone.page.locator('[data-action="start"]').waitFor();
    expect(await phone.page.locator('h1').count()).toBe(1);
    expect(await storedReviews(phone.page)).toEqual([]);
    await controlled(phone.page);
  });

  it('goes through ten exercises on the keypad, right and wrong, each saved before the next', async () => {
    await act(phone.page, 'start');
    for (let i = 0; i < 10; i++) {
      const exercise = await exerciseOn(phone.page);
      const isRight = i % 3 !== 1;
      if (isRight) await answerRight(phone.page, exercise);
      else await answerWrong(phone.page, exercise);
      expect(await verdictOn(phone.page), `${exercise.id} level ${exercise.level} seed ${exercise.seed}`).toBe(
        isRight ? 'right' : 'wrong',
      );
      if (!isRight) await act(phone.page, 'reveal');
      const reviews = await saved(i + 1);
      const { skill, seed, level } = { ...reviews.at(-1) } as Entry & { seed: string; level: number };
      expect({ skill, seed, level }).toEqual({ skill: exercise.id, seed: exercise.seed, level: exercise.level });
      told.push({ skill: exercise.id, isRight });
      await act(phone.page, 'next');
    }
    await until(phone.page, () => document.querySelector('[data-seed]') === null);
  });

  it('leaves cards as SM-2 says, made from the first answer of each skill that was given alone', async () => {
    const cards = await storedCards(phone.page);
    const met = [...new Set(told.map(({ skill }) => skill))];
    expect(cards.map(card => card.skill).sort()).toEqual(met.sort());
    for (const card of cards) {
      const reviews = await storedReviews(phone.page);
      const at = reviews.findIndex(entry => entry.skill === card.skill && entry.purpose === 'practice');
      const first = reviews[at];
      if (first?.kind !== 'answer') throw new Error('no answer stored');
      const isRight = told[at]?.isRight;
      expect(isRight ? [4, 5] : [1]).toContain(first.quality);
      expect(card.state).toEqual({
        n: isRight ? 1 : 0,
        ef100: { 5: 260, 4: 250, 1: 196 }[first.quality as 1 | 4 | 5],
        interval: '1',
      });
      expect(card.due).toBe(first.day + 1);
    }
  });

  it('goes on without a network, also after a reload', async () => {
    await phone.offline(true);
    await phone.page.goto(inject('appUrl'));
    await ready();
    const answered = new Set<string>();
    for (const { id, area } of skills) {
      await phone.page.goto(`${inject('appUrl')}#/practise/${id}/1`);
      const exercise = await exerciseOn(phone.page);
      expect(exercise.id).toBe(id);
      // One of each area is answered too.
      if (answered.has(area)) continue;
      answered.add(area);
      await answerRight(phone.page, exercise);
      expect(await verdictOn(phone.page), id).toBe('right');
      await saved(10 + answered.size);
    }
  });

  it('comes back where it was after the app was killed in the middle of an answer, with nothing lost', async () => {
    await phone.offline(false);
    await phone.page.goto(`${inject('appUrl')}#/today`);
    await phone.close();
    await arrive(1);
    await act(phone.page, 'start');
    const exercise = await exerciseOn(phone.page);
    const [first] = exercise.answers;
    if (!first) throw new Error('an exercise without an answer');
    await enter(phone.page, 0, first, first.key);
    const typed = await typedOn(phone.page);
    expect(typed.join('')).not.toBe('');
    const before = await storedReviews(phone.page);
    await phone.page.waitForTimeout(1500);
    await phone.kill();
    await arrive(1);
    expect(await storedReviews(phone.page)).toEqual(before);
    await act(phone.page, 'start');
    expect((await exerciseOn(phone.page)).seed).toBe(exercise.seed);
    expect(await typedOn(phone.page)).toEqual(typed);
    await answerRight(phone.page, exercise);
    expect(await verdictOn(phone.page)).toBe('right');
    await saved(before.length + 1);
  });

  it('loses no answer that was said to be saved when killed right after it', async () => {
    const before = await storedReviews(phone.page);
    await phone.kill();
    await arrive(1);
    expect(await storedReviews(phone.page)).toEqual(before);
  });

  it('finds a skill due again on its day, and not a day before', async () => {
    const [card] = (await storedCards(phone.page)).toSorted((a, b) => b.due - a.due);
    if (!card) throw new Error('no card stored');
    const days = card.due - Math.floor(MORNING / DAY);
    for (const { at, isDue } of [
      { at: days - 1, isDue: false },
      { at: days, isDue: true },
    ]) {
      await phone.close();
      await arrive(at, '#/today');
      const listed = await phone.page.locator('.row, li').allTextContents();
      const title = skills.find(({ id }) => id === card.skill)?.title ?? '';
      expect(
        listed.some(row => row.includes(title)),
        `day ${at}: ${listed}`,
      ).toBe(isDue);
    }
  });

  it('moves a card on as SM-2 says when it is reviewed on its day', async () => {
    await act(phone.page, 'start');
    const due = new Map((await storedCards(phone.page)).map(card => [card.skill, card]));
    let exercise = await exerciseOn(phone.page);
    while (!due.has(exercise.id)) {
      await answerRight(phone.page, exercise);
      await until(phone.page, () => document.querySelector('.saved') !== null);
      await act(phone.page, 'next');
      exercise = await exerciseOn(phone.page);
    }
    const before = due.get(exercise.id);
    await answerRight(phone.page, exercise);
    await until(phone.page, () => document.querySelector('.saved') !== null);
    const after = (await storedCards(phone.page)).find(card => card.skill === exercise.id);
    expect(after?.state.n).toBe((before?.state.n ?? 0) + 1);
    expect(after?.state.interval).toBe(after?.state.n === 1 ? '1' : '6');
    await phone.page.goto(`${inject('appUrl')}#/settings`);
  });

  it('carries everything over in a backup: export, wipe, import, the same state', async () => {
    const [reviews, cards] = [await storedReviews(phone.page), await storedCards(phone.page)];
    const download = phone.page.waitForEvent('download');
    await act(phone.page, 'export');
    const file = await (await download).path();
    expect(readFileSync(file, 'utf8').length).toBeGreaterThan(1000);
    await phone.page.goto(`${inject('appUrl')}licenses.txt`);
    await wipe(phone.page);
    await phone.page.goto(`${inject('appUrl')}#/settings`);
    await ready();
    expect(await storedReviews(phone.page)).toEqual([]);

    await phone.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"half": ') });
    await until(phone.page, () => /backup|file/i.test(document.querySelector('#backup [role=status]')?.textContent ?? ''));
    expect(await storedReviews(phone.page)).toEqual([]);

    await phone.page.locator('input[type=file]').setInputFiles(file);
    await act(phone.page, 'merge');
    await until(phone.page, () => /^Done/.test(document.querySelector('#backup [role=status]')?.textContent ?? ''));
    expect(await storedReviews(phone.page)).toEqual(reviews);
    expect(await storedCards(phone.page)).toEqual(cards);
  });

  it('answers an unknown address kindly, and had no error and no violation all the way', async () => {
    await phone.page.goto(`${inject('appUrl')}#/no/such/page`);
    await until(phone.page, () => document.querySelector('a[href="#/today"]') !== null);
    expect(phones.flatMap(each => each.problems)).toEqual([]);
  });
});
