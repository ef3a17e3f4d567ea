// The app without a network: first visit, cut, update by a real second build, a sub-folder of a host, what an installer wants.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import { inProject, run } from '../../scripts/setup.mjs';
import { controlled, forget, newProfile, openPhone, type Phone, shown, until } from './harness.ts';

const dist = inProject('dist');
const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

const visit = async (url: string): Promise<Phone> => {
  const profile = newProfile();
  const phone = await openPhone(url, profile);
  cleanUp.push(
    () => forget(profile),
    () => phone.close(),
  );
  return phone;
};

const host = async (root: string, options: { port?: number; base?: string } = {}) => {
  const site = await serve({ root, ...options });
  cleanUp.push(site.close);
  return site;
};

/** Builds into a folder beside dist; the version is what differs. */
const builtAgain = (name: string, version?: string): string => {
  const folder = inProject('.cache', name);
  mkdirSync(folder, { recursive: true });
  if (version) process.env.GRADUS_VERSION = version;
  const ok = run(process.execPath, [inProject('scripts', 'build.mjs'), folder]);
  delete process.env.GRADUS_VERSION;
  if (!ok) throw new Error('The second build failed.');
  return folder;
};

const digests = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => `${file.slice(folder.length)} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`)
    .sort();

describe('without a network', () => {
  test('the first visit makes the app safe, and it reloads with the host gone', async () => {
    const site = await host(dist);
    const phone = await visit(site.url);
    await shown(phone.page);
    await controlled(phone.page);
    expect(phone.problems).toEqual([]);
    await site.close();
    await phone.offline(true);
    await phone.page.reload();
    await shown(phone.page);
    await phone.page.goto(`${site.url}#/explore`);
    await phone.page.reload();
    await shown(phone.page);
    expect(phone.problems.filter(problem => problem.includes('CSP'))).toEqual([]);
  });

  test('every file of the build is kept on the device', async () => {
    const phone = await visit(inject('appUrl'));
    await controlled(phone.page);
    await phone.offline(true);
    const files = digests(dist).map(line => line.slice(1, line.indexOf(' ')));
    const answers = await phone.page.evaluate(
      names => Promise.all(names.map(async name => `${(await fetch(name).catch(() => undefined))?.status} ${name}`)),
      files.filter(name => name !== 'sw.js'),
    );
    expect(answers.filter(answer => !answer.startsWith('200 '))).toEqual([]);
  });

  test('a profile that comes back after the process was killed starts without a network', async () => {
    const site = await host(dist);
    const profile = newProfile();
    cleanUp.push(() => forget(profile));
    const phone = await openPhone(site.url, profile);
    await controlled(phone.page);
    await phone.kill();
    await site.close();
    const again = await openPhone(site.url, profile);
    cleanUp.push(() => again.close());
    await shown(again.page);
    expect(again.problems).toEqual([]);
  });
});

describe('a newer version', () => {
  let newer = '';
  beforeAll(() => {
    newer = builtAgain('newer', '99.0.0');
  });

  test('waits, is offered, and comes with one reload', async () => {
    const site = await host(dist);
    const phone = await visit(site.url);
    await controlled(phone.page);
    await site.close();
    await host(newer, { port: site.port });
    const before = await phone.page.evaluate(() => document.querySelector<HTMLScriptElement>('script[src]')?.src);
    await phone.page.evaluate(() => sessionStorage.setItem('loads', '0'));
    await phone.context.addInitScript(() => sessionStorage.setItem('loads', String(Number(sessionStorage.getItem('loads')) + 1)));
    await phone.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await until(phone.page, async () => (await navigator.serviceWorker.ready).waiting?.state === 'installed');
    await until(phone.page, () => document.querySelector('[data-update]') !== null);
    expect(await phone.page.evaluate(() => sessionStorage.getItem('loads'))).toBe('0');
    await phone.page.click('[data-update]');
    await until(phone.page, () => sessionStorage.getItem('loads') === '1');
    await shown(phone.page);
    expect(await phone.page.evaluate(() => document.querySelector<HTMLScriptElement>('script[src]')?.src)).not.toBe(before);
    await new Promise(resolve => setTimeout(resolve, 1000));
    expect(await phone.page.evaluate(() => sessionStorage.getItem('loads'))).toBe('1');
    expect(phone.problems).toEqual([]);
  });

  test.each([
    ['the tab of the first visit', 0],
    ['a later tab', 1],
  ])('applied in %s, is offered in the other, which keeps what it shows until then', async (_, applying) => {
    const site = await host(dist);
    const phone = await visit(site.url);
    await controlled(phone.page);
    const later = await phone.context.newPage();
    await later.goto(site.url);
    await controlled(later);
    const [here, other] = applying === 0 ? [phone.page, later] : [later, phone.page];
    await site.close();
    await host(newer, { port: site.port });
    await here.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await until(here, () => document.querySelector('[data-update]') !== null);
    const scripts = () => other.evaluate(() => document.querySelector<HTMLScriptElement>('script[src]')?.src);
    const before = await scripts();
    await here.click('[data-update]');
    await until(other, async () => (await navigator.serviceWorker.ready).waiting === null);
    expect(await scripts()).toBe(before);
    await other.click('[data-update]');
    await expect.poll(scripts, { timeout: 15_000 }).not.toBe(before);
    await shown(other);
  });

  test('has the same bytes when the same sources are built twice', () => {
    expect(digests(builtAgain('again'))).toEqual(digests(dist));
  });
});

describe('a static host', () => {
  test('serves the app from a sub-folder, with and without a network', async () => {
    const site = await host(dist, { base: '/sub/gradus/' });
    const phone = await visit(site.url.slice(0, -1));
    await controlled(phone.page);
    expect(phone.page.url()).toMatch(/\/sub\/gradus\/(#.*)?$/);
    await site.close();
    await phone.page.reload();
    await shown(phone.page);
    expect(phone.problems).toEqual([]);
  });

  test.each([
    ['assets/none-12345678.js', 404],
    ['none.html', 404],
    ['assets/', 404],
    ['..%2fpackage.json', 404],
    ['%2e%2e/package.json', 404],
    ['..%5cpackage.json', 400],
    ['%00', 400],
    ['%zz', 400],
    ['index.html', 200],
  ])('answers %s with %i', async (path, status) => {
    expect((await fetch(inject('appUrl') + path)).status).toBe(status);
  });

  test('keeps hashed files for ever and asks again for all others', async () => {
    const caching = async (path: string) => (await fetch(inject('appUrl') + path)).headers.get('cache-control');
    const script = readdirSync(join(dist, 'assets')).find(name => name.endsWith('.js'));
    expect(await caching(`assets/${script}`)).toContain('immutable');
    expect(await caching('')).toBe('no-cache');
    expect(await caching('sw.js')).toBe('no-cache');
  });
});

describe('what an installer wants', () => {
  test('the manifest names what there is', async () => {
    const response = await fetch(`${inject('appUrl')}manifest.webmanifest`);
    expect(response.headers.get('content-type')).toContain('application/manifest+json');
    const manifest = await response.json();
    expect(manifest).toMatchObject({ name: 'Gradus', short_name: 'Gradus', start_url: './', scope: './', display: 'standalone' });
    const wanted = manifest.icons.map((icon: { sizes: string; purpose: string }) => `${icon.sizes} ${icon.purpose}`);
    expect(wanted).toEqual(expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']));
    for (const { src, sizes, type } of manifest.icons) {
      const icon = await fetch(inject('appUrl') + src);
      expect(icon.headers.get('content-type')).toBe(type);
      if (type === 'image/png') expect(pngSize(Buffer.from(await icon.arrayBuffer()))).toBe(sizes);
    }
  });

  test('the browser finds no fault with it', async () => {
    const phone = await visit(inject('appUrl'));
    await controlled(phone.page);
    const session = await phone.context.newCDPSession(phone.page);
    const { errors } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.map(error => error.errorId)).toEqual([]);
  });
});

const pngSize = (bytes: Buffer): string => `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
