// The part of `npm run kills` that kills: a real browser dies while it answers, imports and migrates; whatever it had said was saved
// must be there. Of every four kills one tears the database and one its twin, as a kill between two writes does once in hundreds.
import type { Page } from 'playwright-core';
import { skills } from '../../src/catalog.ts';
import { createRng } from '../../src/exercise/rng.ts';
import { type Entry, entryId } from '../../src/schedule/entry.ts';
import { forget, newProfile, openPhone, until } from '../browser/harness.ts';
import { storedReviews } from '../browser/stored.ts';
import { tearMain, tearTwin } from '../browser/tear.ts';
import { practiceLog } from '../browser/year.mjs';

const count = Number(process.argv[2] ?? 200);
const rng = createRng(`kills/${process.argv[3] ?? 1}`);
const app = process.env.GRADUS_APP ?? '';

/** What one kill has to leave: all of these, and of the other ones each or none. */
interface Outcome {
  readonly acknowledged: readonly string[];
  /** Went in at one go, or not at all. */
  readonly atOnce?: readonly string[];
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
const ready = (page: Page) => until(page, () => document.documentElement.dataset.ready === 'yes', 60_000);
const idsOf = (entries: readonly Entry[]): readonly string[] => entries.map(entryId);

/** Opens the app with what is stored, does this, and is killed after at most `within` ms of it. */
const killedWhile = async (
  profile: string,
  hash: string,
  within: number,
  work: (page: Page) => Promise<Outcome>,
): Promise<Outcome> => {
  const phone = await openPhone(`${app}${hash}`, profile);
  await ready(phone.page);
  const outcome = await work(phone.page);
  await pause(rng.int(0, within));
  await phone.kill();
  return outcome;
};

let broughtBack = 0;

/** Everything in the log after the app has come up again, without an error on its way, and has its twin. */
const logAfter = async (profile: string): Promise<readonly string[]> => {
  const phone = await openPhone(`${app}#/today`, profile);
  await ready(phone.page);
  if (phone.problems.length > 0) throw new Error(phone.problems.join('\n'));
  if (await phone.page.locator('.notice [data-action="seen"]').isVisible()) broughtBack++;
  const ids = idsOf(await storedReviews(phone.page));
  await until(phone.page, isTwinInStep);
  await phone.close();
  return ids;
};

const isTwinInStep = async (): Promise<boolean> => {
  const buckets = Reflect.get(navigator, 'storageBuckets');
  const names: readonly string[] = await buckets.keys();
  const bucket = await buckets.open(names.filter(name => name.startsWith('gradus-twin-')).at(-1), {});
  const editions = [indexedDB, bucket.indexedDB].map(async (factory: IDBFactory) => {
    const opening = factory.open('gradus');
    // It is the app that makes it.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    await new Promise((resolve, reject) => Object.assign(opening, { onsuccess: resolve, onerror: reject }));
    const reading = opening.result.transaction('meta').objectStore('meta').get('edition');
    await new Promise(resolve => Object.assign(reading, { onsuccess: resolve }));
    opening.result.close();
    return JSON.stringify(reading.result);
  });
  const [own, copy] = await Promise.all(editions);
  return own === copy;
};

const torn = { main: 0, twin: 0 };
const tearSometimes = (profile: string): void => {
  const chance = rng.int(0, 3);
  if (chance === 0) tearMain(profile, rng.int(100, 30_000));
  if (chance === 1) tearTwin(profile);
  if (chance < 2) torn[chance === 0 ? 'main' : 'twin']++;
};

/** A few answers, one after the other; the last may be on its way when the browser dies. */
const answering = (profile: string, before: readonly string[]): Promise<Outcome> => {
  const { id } = rng.pick(skills);
  return killedWhile(profile, `#/practise/${id}/1`, 120, async page => {
    let saved = before;
    for (let i = rng.int(0, 2); i > 0; i--) {
      await page.locator('[data-action="reveal"]').dispatchEvent('click');
      await page.locator('.saved').waitFor();
      saved = idsOf(await storedReviews(page));
      await pause(450);
      await page.locator('[data-action="next"]').dispatchEvent('click');
      await page.locator('.saved').waitFor({ state: 'detached' });
      await page.locator('[data-action="reveal"]').waitFor();
    }
    await page.locator('[data-action="reveal"]').dispatchEvent('click');
    return { acknowledged: saved };
  });
};

let files = 0;

/** A backup of another device, brought in. */
const importing = (profile: string, before: readonly string[]): Promise<Outcome> => {
  const log = practiceLog({ seed: ++files, count: 400, lastDay: 20_700, days: 60, skills });
  const reviews = log.map(entry => ({ ...entry, device: `${entry.device}-${files}`, ...renamed(entry, files) }));
  const text = JSON.stringify({ app: 'gradus', format: 1, reviews, settings: {}, sets: [] });
  return killedWhile(profile, '#/settings', 600, async page => {
    const file = { name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await page.setInputFiles('input[type=file]', file);
    await page.locator('[data-action="merge"]').dispatchEvent('click');
    return { acknowledged: before, atOnce: reviews.map(entryId) };
  });
};

/** What names an entry of the other device names it by that device's new name. */
const renamed = (entry: Entry, file: number): object =>
  'target' in entry ? { target: entry.target.replace(':', `-${file}:`) } : {};

/** A database as version 1 of the app left it, opened by this one. */
const migrating = async (profile: string): Promise<Outcome> => {
  const log = practiceLog({ seed: 7, count: 300, lastDay: 20_700, days: 40, skills }).map((entry, i) => ({
    ...entry,
    device: 'phone',
    seq: i + 1,
    ...('target' in entry ? { target: 'phone:1' } : {}),
  }));
  const old = await openPhone(`${app}licenses.txt`, profile);
  await old.page.evaluate(putVersion1, JSON.stringify(log));
  await old.close();
  const phone = await openPhone(`${app}#/today`, profile);
  await pause(rng.int(0, 700));
  await phone.kill();
  return { acknowledged: log.map(entryId) };
};

const putVersion1 = async (text: string): Promise<void> => {
  const opening = indexedDB.open('gradus', 1);
  opening.onupgradeneeded = () => {
    const database = opening.result;
    database.createObjectStore('reviews', { keyPath: ['device', 'seq'] }).createIndex('day', 'day');
    database.createObjectStore('settings');
    database.createObjectStore('meta');
  };
  await new Promise(resolve => Object.assign(opening, { onsuccess: resolve }));
  const entries: object[] = JSON.parse(text);
  const transaction = opening.result.transaction(['reviews', 'meta'], 'readwrite');
  for (const entry of entries) transaction.objectStore('reviews').put(entry);
  transaction.objectStore('meta').put({ device: 'phone', seq: entries.length, rules: '' }, 'own');
  await new Promise(resolve => Object.assign(transaction, { oncomplete: resolve }));
  opening.result.close();
};

const tally = { answering: 0, importing: 0, migrating: 0 };
const lost: string[] = [];
const check = (what: keyof typeof tally, { acknowledged, atOnce = [] }: Outcome, after: readonly string[]): void => {
  tally[what]++;
  const there = new Set(after);
  const gone = acknowledged.filter(id => !there.has(id));
  const half = atOnce.filter(id => there.has(id)).length;
  if (gone.length > 0) lost.push(`${what}: ${gone.length} acknowledged entries lost, such as ${gone[0]}`);
  if (half > 0 && half < atOnce.length) lost.push(`${what}: ${half} of ${atOnce.length} entries of a file`);
  if (there.size !== after.length) lost.push(`${what}: an entry is there twice`);
};

const profile = newProfile();
let log = await logAfter(profile);
for (let i = 0; i < count; i++) {
  const what = (['answering', 'importing', 'answering', 'migrating'] as const)[i % 4] ?? 'answering';
  if (what === 'migrating') {
    const old = newProfile();
    const outcome = await migrating(old);
    check(what, outcome, await logAfter(old));
    forget(old);
    continue;
  }
  const outcome = await (what === 'answering' ? answering : importing)(profile, log);
  tearSometimes(profile);
  log = await logAfter(profile);
  check(what, outcome, log);
}
forget(profile);
const { answering: a, importing: b, migrating: c } = tally;
console.log(`${count} kills (${a} while answering, ${b} while importing, ${c} while migrating): ${lost.length} losses`);
console.log(`${torn.main} tore the database, ${torn.twin} its twin; it was brought back at least ${broughtBack} times`);
for (const words of lost) console.log(words);
process.exit(lost.length === 0 ? 0 : 1);
