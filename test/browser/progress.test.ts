// Progress on a phone with a year behind it: every figure is what a second computation finds, for the eye, the ear and the thumb.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { areas, skillOf, skills } from '../../src/catalog.ts';
import type { Entry } from '../../src/schedule/entry.ts';
import { mistaken, wordsOfMistake } from '../app/progress/mistaken.ts';
import { answer } from '../schedule/log.ts';
import { forget, newProfile, openPhone, type Phone, until } from './harness.ts';
import { act, exerciseOn } from './learner.ts';
import { findings, sideways, silentFormulas, smallTargets } from './look-over.ts';
import { backupOf, practiceLog } from './year.mjs';
import { figuresOf } from './year-apart.ts';

const NOW = Date.UTC(2026, 10, 22, 17, 30);
const TODAY = Math.floor(NOW / 86_400_000);
const SESSION = 10;

/** Skill, level, which of its known mistakes, and how often it was made today. */
const MADE = [
  ['linear-algebra/dense-layer-forward', 2, 0, 5],
  ['calculus/chain-rule', 3, 0, 4],
  ['probability/bayes-rule', 2, 1, 3],
] as const;

const OVERCOME = 'optimization/momentum-step';

/** Today's last answers: known mistakes, and one that three clean answers have left behind. */
const mistakesOfToday = async (): Promise<readonly Entry[]> => {
  const log: Entry[] = [];
  const place = () =>
    ({ device: 'desk', seq: log.length + 1, at: NOW - 3_600_000 + log.length * 1000, day: TODAY, purpose: 'free' }) as const;
  log.push(await mistaken(OVERCOME, 2, 1, place()));
  for (let i = 0; i < 3; i++) log.push(answer(1, 5, { ...place(), skill: OVERCOME, level: 2 }));
  for (const [skill, level, index, times] of MADE) {
    for (let i = 0; i < times; i++) log.push(await mistaken(skill, level, log.length + 1, place(), index));
  }
  return log;
};

const bring = async (page: Page, text: string): Promise<void> => {
  await page.goto(`${inject('appUrl')}#/settings`);
  await page.setInputFiles('input[type=file]', { name: 'year.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.locator('[data-action="merge"]').click();
  await page.getByText(/^Done/).waitFor({ timeout: 90_000 });
};

const visit = async (page: Page): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(`${inject('appUrl')}#/progress`);
  await page.locator('[data-progress], [data-nothing-yet]').waitFor();
};

const textOf = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ').trim();

const figure = (name: string, rest = '') => `[data-figure="${name}"] ${rest}`;

/** As tall as the page, so that nothing lies under the tabs; then as small as phones are, and with large letters. */
const accept = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 390, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  expect(await findings(page)).toEqual([]);
  expect(await silentFormulas(page)).toEqual([]);
  for (const [width, size] of [
    [390, ''],
    [320, ''],
    [320, '200%'],
    [390, '200%'],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.evaluate(text => {
      document.documentElement.style.fontSize = text;
      dispatchEvent(new Event('resize'));
    }, size);
    await page.waitForTimeout(50);
    expect([width, size, await sideways(page)]).toEqual([width, size, []]);
    if (size === '') expect([width, await smallTargets(page)]).toEqual([width, []]);
  }
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
    dispatchEvent(new Event('resize'));
  });
  await page.setViewportSize({ width: 390, height: 844 });
};

const NUMBERS =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const some = (many: number) => NUMBERS[many] ?? many.toLocaleString('en-GB');
const counted = (many: number, one: string) => `${some(many)} ${one}${many === 1 ? '' : 's'}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const dateOf = (day: number, options: Intl.DateTimeFormatOptions) =>
  new Date(day * 86_400_000).toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });
const longDate = (day: number) => dateOf(day, { weekday: 'long', day: 'numeric', month: 'long' }).replace(/^(\w+) /, '$1, ');
const share = ({ due, recalled }: { due: number; recalled: number }) =>
  `${recalled === due ? 100 : Math.min(99, Math.round((100 * recalled) / due))}%`;

const time = (seconds: number): string => {
  const minutes = Math.round(seconds / 60);
  if (minutes === 0) return 'less than a minute';
  if (minutes < 100) return counted(minutes, 'minute');
  return seconds < 36_000
    ? `${Math.floor(minutes / 60)} h ${minutes % 60} min`
    : `${Math.round(seconds / 3600).toLocaleString('en-GB')} hours`;
};

const sum = (amounts: Iterable<number>) => [...amounts].reduce((total, amount) => total + amount, 0);

describe('a year of 30,000 reviews', () => {
  const profile = newProfile();
  let phone: Phone;
  let page: Page;
  let log: readonly Entry[];
  let apart: ReturnType<typeof figuresOf>;
  beforeAll(async () => {
    log = [...practiceLog({ seed: 2026, count: 30_000, lastDay: TODAY, days: 365, skills }), ...(await mistakesOfToday())];
    apart = figuresOf(log, TODAY, new Set(skills.map(({ id }) => id)));
    phone = await openPhone(`${inject('appUrl')}#/settings`, profile, { at: NOW, timezoneId: 'UTC' });
    page = phone.page;
    await bring(page, backupOf(log));
    await visit(page);
  });
  afterAll(async () => {
    await phone.close();
    forget(profile);
  });

  it('holds everything that a log may hold', () => {
    expect(new Set(log.map(({ kind }) => kind))).toEqual(new Set(['answer', 'undo', 'override', 'move-due']));
    expect(new Set(log.map(({ purpose }) => purpose))).toEqual(new Set(['practice', 'free', 'set', 'placement']));
    expect(new Set(log.map(({ device }) => device)).size).toBe(3);
    expect(log.some(entry => entry.kind === 'answer' && entry.guessable)).toBe(true);
  });

  it('exercises and time in all', async () => {
    const all = `${some(sum(apart.exercises.values()))} exercises in ${time(sum(apart.seconds.values()))}`;
    const since = dateOf(apart.first, { day: 'numeric', month: 'long', year: 'numeric' });
    expect(await textOf(page, '.page-head p')).toBe(`${all} since ${since}.`);
  });

  it('the days in a row, with rest days in them', async () => {
    expect(apart.longest).toBeGreaterThan(apart.days);
    expect(await textOf(page, '.streak h2')).toBe(`${apart.days} days in a row`);
    expect(await textOf(page, '.streak p')).toBe(
      `Two rest days in any seven belong to it. Your longest so far: ${apart.longest}.`,
    );
  });

  it('every day of the calendar, page by page back to the first', async () => {
    const done = [...apart.exercises.values()].sort((a, b) => a - b);
    const middle = ((done[Math.floor(done.length / 2)] ?? 0) + (done[Math.floor((done.length - 1) / 2)] ?? 0)) / 2;
    const full = Math.max(SESSION, middle);
    const shadeOf = (many: number) => (many === 0 ? 0 : 1 + [full / 2, full, 2 * full].filter(least => many >= least).length);
    const seen = new Map<number, number>();
    for (;;) {
      const squares = await page
        .locator('[data-square]')
        .evaluateAll(all =>
          all.map(square => [
            Number(square.getAttribute('data-square')),
            Number(/shade-(\d)/.exec(square.getAttribute('class') ?? '')?.[1]),
          ]),
        );
      for (const [day = 0, shade = 0] of squares) seen.set(day, shade);
      if ((await page.locator('[data-action="earlier"]').getAttribute('aria-disabled')) === 'true') break;
      await act(page, 'earlier');
    }
    const wanted = [...seen.keys()].sort((a, b) => a - b).map(day => [day, shadeOf(apart.exercises.get(day) ?? 0)]);
    expect([...seen].sort(([a], [b]) => a - b)).toEqual(wanted);
    expect([Math.min(...seen.keys()) <= apart.first, Math.max(...seen.keys())]).toEqual([true, TODAY]);
    while ((await page.locator('[data-action="later"]').getAttribute('aria-disabled')) !== 'true') await act(page, 'later');
  });

  it('each day in words: by touch, and with the arrow keys', async () => {
    const says = (day: number) => {
      const many = apart.exercises.get(day) ?? 0;
      return `${longDate(day)}: ${many === 0 ? 'nothing' : `${counted(many, 'exercise')}, ${time(apart.seconds.get(day) ?? 0)}`}`;
    };
    const slider = page.locator('.calendar input');
    for (const day of [TODAY - 3, TODAY - 20, TODAY - 37]) {
      await page.locator(`[data-square="${day}"]`).click();
      expect(await textOf(page, '.calendar [data-day]')).toBe(says(day));
      expect(await slider.getAttribute('aria-valuetext')).toBe(says(day));
    }
    await slider.focus();
    for (let i = 1; i <= 90; i++) await page.keyboard.press('ArrowLeft');
    expect(await slider.getAttribute('aria-valuetext')).toBe(says(TODAY - 127));
    expect(await page.locator(`[data-square="${TODAY - 127}"]`).count()).toBe(1);
    await page.keyboard.press('End');
    expect(await slider.getAttribute('aria-valuetext')).toBe(says(TODAY));
  });

  it('what comes back on each of fourteen days, as bars and in words', async () => {
    const bars = await page
      .locator(figure('forecast', '.bars li'))
      .evaluateAll(all =>
        all.map(
          bar =>
            [bar.querySelector('.spoken')?.textContent, bar.querySelector('.bar')?.getBoundingClientRect().height ?? 0] as const,
        ),
      );
    expect(bars.map(([says]) => says)).toEqual(
      apart.forecast.map((many, i) => `${longDate(TODAY + i)}: ${counted(many, 'skill')}`),
    );
    const [highest, most] = [Math.max(...bars.map(([, height]) => height)), Math.max(...apart.forecast)];
    for (const [i, [, height]] of bars.entries())
      expect(height).toBeCloseTo(Math.max(3, (highest * (apart.forecast[i] ?? 0)) / most), 0);
    const [today = 0] = apart.forecast;
    const said = `${today === 0 ? 'No skill' : capital(counted(today, 'skill'))} today, ${some(sum(apart.forecast))} within two weeks.`;
    expect(await textOf(page, figure('forecast', '.figure-says'))).toBe(said);
  });

  it('how much stayed, area by area', async () => {
    const rows = await page
      .locator(figure('recall', 'li'))
      .evaluateAll(all => all.map(row => (row as HTMLElement).innerText.replace(/\s+/g, ' ').trim()));
    const wanted = areas.flatMap(({ id, title }) => {
      const own = apart.areas.get(id);
      return own ? [`${title} ${share(own)} of ${own.due}`] : [];
    });
    expect(wanted.length).toBeGreaterThan(3);
    expect(rows).toEqual(wanted);
    const all = {
      due: sum([...apart.areas.values()].map(({ due }) => due)),
      recalled: sum([...apart.areas.values()].map(({ recalled }) => recalled)),
    };
    expect(await textOf(page, figure('recall', '.figure-says'))).toBe(
      `${capital(counted(all.due, 'skill'))} came back in the last twelve weeks. You still knew ${share(all)}.`,
    );
  });

  it('skills met and strong, now and four weeks ago', async () => {
    const { met, strong, before } = apart;
    expect(await textOf(page, figure('skills', '.figure-says'))).toBe(
      `${capital(counted(met, 'skill'))} met, ${some(strong)} of them strong.`,
    );
    expect(await textOf(page, figure('skills', '.small'))).toBe(`Four weeks ago: ${before.met} met, ${before.strong} strong.`);
  });

  it('the time of each of twelve weeks', async () => {
    const bars = await page.locator(figure('time', '.bars li .spoken')).allTextContents();
    const said = apart.weeks.map(
      ({ monday, seconds }) =>
        `Week of ${dateOf(monday, { day: 'numeric', month: 'short' })}: ${seconds === 0 ? 'nothing' : time(seconds)}`,
    );
    expect(bars.map(each => each.replace('Sept', 'Sep'))).toEqual(said.map(each => each.replace('Sept', 'Sep')));
    expect(await textOf(page, figure('time', '.figure-says'))).toBe(
      `${capital(time(apart.weeks.at(-1)?.seconds ?? 0))} this week, ${time(sum(apart.seconds.values()))} in all.`,
    );
  });

  it('what goes wrong most, in the words it was told in, without what is overcome', async () => {
    await page.locator('[data-mistake]').first().waitFor({ timeout: 60_000 });
    const rows = await page
      .locator('[data-mistake]')
      .evaluateAll(all =>
        all.map(
          row =>
            [row.getAttribute('data-mistake'), Number(row.getAttribute('data-times')), (row as HTMLElement).innerText] as const,
        ),
      );
    expect(rows.map(([skill, times]) => [skill, times])).toEqual(MADE.map(([skill, , , times]) => [skill, times]));
    const letters = (text: string) => text.replace(/[^a-z]/gi, '');
    for (const [i, [skill, level, index]] of MADE.entries()) {
      const last = log
        .filter(entry => entry.kind === 'answer' && entry.skill === skill && entry.level === level && entry.device === 'desk')
        .at(-1);
      const [sentence = ''] = last?.kind === 'answer' ? (await wordsOfMistake(last, index)).split(/[.:]/) : [];
      const text = letters(rows[i]?.[2] ?? '');
      expect(text).toContain(letters(sentence));
      expect(text).toContain(letters(`${skillOf(skill)?.title}: ${some(MADE[i]?.[3] ?? 0)} times, last today`));
    }
  });

  it('for everyone, in both themes: no finding of axe, nothing sideways, targets for thumbs', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await visit(page);
      await page.locator('[data-mistake]').first().waitFor({ timeout: 60_000 });
      await accept(page);
    }
  });

  it('the mistakes become a set to practise them', async () => {
    await visit(page);
    await page.locator('[data-action="practise-mistakes"]').tap();
    await until(page, () => location.hash === '#/sets/new');
    for (const [skill] of MADE)
      await page
        .getByText(skillOf(skill)?.title ?? '', { exact: true })
        .first()
        .waitFor();
    expect(await page.getByText(skillOf(OVERCOME)?.title ?? '', { exact: true }).count()).toBe(0);
  });

  it('Explore: how many skills of each area are due and strong', async () => {
    await page.goto(`${inject('appUrl')}#/explore`);
    for (const { id } of areas) {
      const own = skills.filter(({ area }) => area === id);
      const states = own.flatMap(skill => apart.stand.get(skill.id) ?? []);
      const due = states.filter(({ late, isAgain }) => late >= 0 || isAgain).length;
      const strong = states.filter(({ late, isAgain, isStrong }) => isStrong && late < 0 && !isAgain).length;
      const says = `${due > 0 ? `${due} due · ` : ''}${strong} of ${own.length} strong`;
      expect([id, await textOf(page, `[data-area="${id}"] > .small`)]).toEqual([id, says]);
    }
  });

  it('Today: the days of this week, and how late each skill is that it names', async () => {
    await page.goto(`${inject('appUrl')}#/today`);
    await page.locator('[data-action="start"]').waitFor();
    const days = Array.from({ length: 7 }, (_, i) => TODAY - i).filter(day => apart.exercises.has(day)).length;
    expect(await textOf(page, '.pill')).toBe(`${counted(days, 'day')} this week`);
    const rows = await page
      .locator('.card li.row')
      .evaluateAll(all => all.map(row => ['.row-title', '.row-state'].map(name => row.querySelector(name)?.textContent ?? '')));
    expect(rows.length).toBeGreaterThan(2);
    for (const [title, says] of rows) {
      const state = apart.stand.get(skills.find(skill => skill.title === title)?.id ?? '');
      const late = state?.late ?? 0;
      const words = late === 0 ? 'due today' : `${late} ${late === 1 ? 'day' : 'days'} late`;
      expect([title, says]).toEqual([title, state ? (state.isAgain ? 'again today' : words) : 'new']);
    }
  });

  it('one more exercise is one more here', async () => {
    await page.goto(`${inject('appUrl')}#/practise/calculus/chain-rule/1`);
    await exerciseOn(page);
    await act(page, 'reveal');
    await page.locator('.saved').waitFor();
    await visit(page);
    const more = sum(apart.exercises.values()) + 1;
    await page.getByText(`${more.toLocaleString('en-GB')} exercises in`).waitFor();
    expect(await textOf(page, '.calendar [data-day]')).toContain(`: ${(apart.exercises.get(TODAY) ?? 0) + 1} exercises`);
  });

  it('had no violation of the content security policy and no error', () => expect(phone.problems).toEqual([]));
});

describe('before the first exercise', () => {
  it.each(['light', 'dark'] as const)('the page says what will be here, in the %s theme', async colorScheme => {
    const profile = newProfile();
    const phone = await openPhone(`${inject('appUrl')}#/progress`, profile, { colorScheme });
    await phone.page.locator('[data-nothing-yet]').waitFor();
    await accept(phone.page);
    await act(phone.page, 'begin');
    await until(phone.page, () => location.hash === '#/today');
    expect(phone.problems).toEqual([]);
    await phone.close();
    forget(profile);
  });
});
