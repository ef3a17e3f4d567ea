// Study days on a phone whose clock and zone change: at the rollover, over a DST change, on travels, and set back.
import type { Page } from 'playwright-core';
import { afterEach, expect, inject, it } from 'vitest';
import { dayName } from '../../src/app/words.ts';
import { dayOfDate } from '../../src/schedule/civil.ts';
import type { Entry } from '../../src/schedule/entry.ts';
import { answer } from '../schedule/log.ts';
import { forget, newProfile, openPhone, type Phone, until } from './harness.ts';
import { act, answerRight, exerciseOn } from './learner.ts';
import { put, storedCards, storedReviews } from './stored.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let phone: Phone;
let profile = '';

afterEach(async () => {
  const { problems } = phone;
  await phone.close();
  forget(profile);
  expect(problems).toEqual([]);
});

/** A phone in a zone (its own where none is given), at an instant written as ISO 8601; later it is the same phone again. */
async function arrive(at: string, zone?: string, isNew = true): Promise<void> {
  if (isNew) profile = newProfile();
  else await phone.close();
  const place = zone === undefined ? {} : { timezoneId: zone };
  phone = await openPhone(`${inject('appUrl')}#/today`, profile, { at: Date.parse(at), ...place });
  await ready();
}

const ready = () => until(phone.page, () => document.documentElement.dataset.ready === 'yes');

const SKILLS = ['set-theory/set-operations', 'linear-algebra/matrix-product'];

/** The same with two skills that were met the day before, and no new ones. */
async function arriveBegun(date: string, at: string, zone?: string): Promise<void> {
  await arrive(at, zone);
  const [yesterday, instant] = [day(date) - 1, Date.parse(at) - 24 * HOUR];
  await put(
    phone.page,
    SKILLS.map((skill, i) => answer(i + 1, 5, { skill, day: yesterday, at: instant })),
    { newPerDay: 0 },
  );
  await phone.page.reload();
  await ready();
}

const day = (date: string): number => {
  const [year = 0, month = 0, of = 0] = date.split('-').map(Number);
  return dayOfDate({ year, month, date: of });
};

/** Waits until Today says that it is this date, with a timeout of its own so that the clock need not be touched. */
const saysDay = (date: string) =>
  phone.page
    .getByText(dayName(day(date)))
    .first()
    .waitFor({ timeout: 10_000 });

const comesToSight = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

/** One exercise, right or given up, saved: its entry. */
async function practised(isRight = true): Promise<Entry> {
  await phone.page.goto(`${inject('appUrl')}#/session`);
  await phone.page.locator('[data-seed]').waitFor();
  if ((await phone.page.locator('[data-verdict]').count()) > 0) await act(phone.page, 'next');
  await phone.page.locator('[data-action="check"]').first().waitFor();
  if (isRight) await answerRight(phone.page, await exerciseOn(phone.page));
  else await act(phone.page, 'reveal');
  await phone.page.locator('.saved').waitFor();
  const entry = (await storedReviews(phone.page)).at(-1);
  await phone.page.goto(`${inject('appUrl')}#/today`);
  if (!entry) throw new Error('nothing is stored');
  return entry;
}

const cardOf = async (skill: string) => (await storedCards(phone.page)).find(card => card.skill === skill);

it.each([
  ['the night of the longer day', '2026-10-25', '2026-10-25T02:30:00Z', 'Europe/Berlin', 30],
  ['the night of the shorter day', '2026-03-29', '2026-03-29T01:30:00Z', 'Europe/Berlin', 30],
  ['an ordinary night, where clocks are half an hour off', '2026-06-10', '2026-06-09T22:00:00Z', 'Asia/Kolkata', 30],
])('the day begins by itself while the app is open, at four by the clock on the wall: %s', async (_, date, at, zone, minutes) => {
  await arrive(at, zone);
  await saysDay(dateBefore(date));
  await phone.context.clock.fastForward((minutes - 1) * MINUTE);
  await saysDay(dateBefore(date));
  await phone.context.clock.fastForward(2 * MINUTE);
  await saysDay(date);
});

const dateBefore = (date: string): string => new Date(Date.parse(date) - 24 * HOUR).toISOString().slice(0, 10);

it('an answer before the rollover counts for the evening, and its skill is due on the morning of the same night', async () => {
  await arriveBegun('2026-10-24', '2026-10-25T00:30:00Z', 'Europe/Berlin');
  const { skill, day: on } = await practised(false);
  expect([on, (await cardOf(skill))?.due]).toEqual([day('2026-10-24'), day('2026-10-25')]);
  await arrive('2026-10-25T03:01:00Z', 'Europe/Berlin', false);
  await saysDay('2026-10-25');
  expect((await practised()).day).toBe(day('2026-10-25'));
});

it('an exercise begun before the rollover is finished for the evening, and the queue is then the new day’s', async () => {
  await arriveBegun('2026-10-24', '2026-10-25T02:55:00Z', 'Europe/Berlin');
  await act(phone.page, 'start');
  const exercise = await exerciseOn(phone.page);
  await phone.context.clock.fastForward(10 * MINUTE);
  await act(phone.page, 'reveal');
  await phone.page.locator('.saved').waitFor();
  expect((await storedReviews(phone.page)).at(-1)).toMatchObject({ skill: exercise.id, day: day('2026-10-24') });
  await act(phone.page, 'next');
  await phone.page.locator('[data-gain]').first().waitFor();
  await act(phone.page, 'done');
  await saysDay('2026-10-25');
  expect((await practised()).day).toBe(day('2026-10-25'));
});

it('a flight to the east at the day’s edge: the next day begins there, as soon as the phone is looked at', async () => {
  await arriveBegun('2026-06-10', '2026-06-10T18:10:00Z');
  expect((await practised()).day).toBe(day('2026-06-10'));
  const travel = await phone.context.newCDPSession(phone.page);
  await travel.send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Tokyo' });
  await comesToSight(phone.page);
  // Some minutes after three in Tokyo it is still the evening before; an hour later it is not.
  await saysDay('2026-06-10');
  await phone.context.clock.fastForward(HOUR);
  await comesToSight(phone.page);
  await saysDay('2026-06-11');
  expect((await practised()).day).toBe(day('2026-06-11'));
});

it('a flight to the west: the day that has begun goes on until it begins there too', async () => {
  await arriveBegun('2026-06-11', '2026-06-10T20:00:00Z', 'Asia/Tokyo');
  const { skill, day: on } = await practised();
  expect(on).toBe(day('2026-06-11'));
  const before = await cardOf(skill);
  await arrive('2026-06-11T03:00:00Z', 'America/Los_Angeles', false);
  await saysDay('2026-06-11');
  await phone.page.getByText(/After a flight to the west/).waitFor();
  expect(await phone.page.locator('[data-action="trust-clock"]').count()).toBe(0);
  const other = await practised();
  expect([other.day, other.skill === skill]).toEqual([day('2026-06-11'), false]);
  expect(await cardOf(skill)).toEqual(before);
  await arrive('2026-06-11T12:00:00Z', 'America/Los_Angeles', false);
  await saysDay('2026-06-11');
  expect(await phone.page.locator('[data-action="trust-clock"]').count()).toBe(0);
});

it('a clock that is set back under the open app moves no day until the learner says so; then all is as it was on that day', async () => {
  await arriveBegun('2026-06-10', '2026-06-10T09:00:00Z', 'Europe/Berlin');
  expect((await practised()).day).toBe(day('2026-06-10'));
  const before = await storedCards(phone.page);
  await phone.context.clock.setSystemTime(Date.parse('2026-06-20T09:00:00Z'));
  await comesToSight(phone.page);
  await saysDay('2026-06-20');
  // The exercise that lay there since the tenth has been answered; the next ones are the twentieth's.
  expect((await practised()).day).toBe(day('2026-06-20'));

  await phone.context.clock.setSystemTime(Date.parse('2026-06-10T12:00:00Z'));
  await comesToSight(phone.page);
  await phone.page.locator('[data-action="trust-clock"]').waitFor();
  await saysDay('2026-06-20');
  expect((await practised()).day).toBe(day('2026-06-20'));

  await act(phone.page, 'trust-clock');
  await saysDay('2026-06-10');
  expect(await storedCards(phone.page)).toEqual(before);
  expect((await practised()).day).toBe(day('2026-06-10'));
});

it('the hour at which a day begins is the learner’s to set', async () => {
  await arrive('2026-06-10T05:00:00Z', 'Europe/London');
  await saysDay('2026-06-10');
  await phone.page.goto(`${inject('appUrl')}#/settings`);
  await phone.page.locator('[data-fold="more"] > summary').tap();
  await phone.page.locator('[name="dayStartsAt"]').selectOption('7');
  await phone.page.goto(`${inject('appUrl')}#/today`);
  await saysDay('2026-06-09');
  await phone.context.clock.fastForward(HOUR + MINUTE);
  await saysDay('2026-06-10');
});
