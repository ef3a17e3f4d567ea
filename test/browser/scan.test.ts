// A set that comes as a code: scanned with the camera, found in a picture, or pasted as a link.
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { ProblemSet } from '../../src/exercise/problem-set.ts';
import { htmlOf } from '../../src/paper/html.ts';
import { qrCode } from '../../src/paper/qr.ts';
import { fakeCamera } from './fake-camera.ts';
import { controlled, forget, newProfile, openPhone, type Phone, type PhoneOptions, until } from './harness.ts';
import { act } from './learner.ts';
import { findings, sideways, smallTargets } from './look-over.ts';
import { linkTo } from './set-link.ts';

const SET: ProblemSet = {
  title: 'Week 3',
  seed: 'week3',
  items: [
    { skill: 'linear-algebra/matrix-product', level: 1, count: 2 },
    { skill: 'calculus/chain-rule', level: 2, count: 1 },
    { skill: 'probability/bayes-rule', level: 1, count: 1 },
  ],
};
const LINK = `https://somebody.example/gradus/${await linkTo(SET)}`;
const OTHER = 'https://somebody.example/menu';
const NO_LINK = 'This is no link to a set of exercises.';
/** A camera that sees nothing in particular. */
const CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

let phone: Phone;
let page: Page;
let profile = '';
beforeEach(() => {
  profile = newProfile();
});
afterEach(async () => {
  const problems = [...phone.problems];
  await phone.close();
  forget(profile);
  expect(problems).toEqual([]);
});

/** The screen on a new phone; `before` runs in the page before the app does. */
const scanOn = async (options: PhoneOptions = {}, before: () => void = () => undefined): Promise<void> => {
  phone = await openPhone(`${inject('appUrl')}manifest.webmanifest`, profile, options);
  page = phone.page;
  await phone.context.addInitScript(before);
  await phone.context.addInitScript(keepStreams);
  await visit();
};

const visit = async (): Promise<void> => {
  await page.goto(`${inject('appUrl')}#/sets/scan`);
  await until(page, () => document.documentElement.dataset.ready === 'yes');
  await page.locator('[data-action="scan-camera"]').waitFor();
};

const keepStreams = (): void => {
  const devices = navigator.mediaDevices;
  if (!devices) return;
  const open = devices.getUserMedia.bind(devices);
  Object.assign(window, { streams: [] });
  devices.getUserMedia = async asked => {
    const stream = await open(asked);
    (window as unknown as { streams: MediaStream[] }).streams.push(stream);
    return stream;
  };
};

/** Of every camera that was opened since the page was loaded: `live` or `ended`. */
const cameras = () =>
  page.evaluate(() =>
    (window as unknown as { streams: MediaStream[] }).streams.flatMap(stream =>
      stream.getTracks().map(({ readyState }) => readyState),
    ),
  );

/** A screen of the app with a code among other things, as a screenshot. */
const pictureOf = async (text: string, { width, paper }: { width: string; paper: string }): Promise<Buffer> => {
  const screen = await phone.context.newPage();
  const lines = '<p>Four exercises, about six minutes. Whoever opens the link gets exactly these.</p>'.repeat(4);
  const code = `<div style="width: ${width}; margin: 0 0 0 40px">${htmlOf(qrCode(text))}</div>`;
  await screen.setContent(`<body style="background: ${paper}; color: #888">${lines}${code}${lines}`);
  const picture = await screen.screenshot();
  await screen.close();
  return picture;
};

const choose = (picture: Buffer, mimeType = 'image/png'): Promise<void> =>
  page.locator('[data-action="scan-picture"]').setInputFiles({ name: 'picture', mimeType, buffer: picture });

const says = (text: string | RegExp): Promise<void> => page.getByRole('status').filter({ hasText: text }).waitFor();
const opened = (): Promise<void> => page.getByRole('heading', { name: 'Week 3', level: 1 }).waitFor();

describe('a picture', () => {
  it('a screenshot with the code of a set opens it, without a network too', async () => {
    await scanOn();
    const [onDark, small] = [
      await pictureOf(LINK, { width: '280px', paper: '#171614' }),
      await pictureOf(LINK, { width: '110px', paper: '#faf7f1' }),
    ];
    await choose(onDark);
    await opened();
    await controlled(page);
    await phone.offline(true);
    await page.reload();
    await visit();
    await choose(small);
    await opened();
  });

  it('the browser’s own detector is asked first, and where it is broken the code is read all the same', async () => {
    await scanOn({}, () => {
      let asked = 0;
      Object.assign(window, {
        BarcodeDetector: class {
          static async getSupportedFormats(): Promise<readonly string[]> {
            return ['ean_13', 'qr_code'];
          }
          async detect() {
            asked++;
            if (asked === 1) return [{ rawValue: 'read by the browser' }];
            if (asked === 2) throw new DOMException('no service', 'NotSupportedError');
            return [];
          }
        },
      });
    });
    const picture = await pictureOf(LINK, { width: '280px', paper: '#171614' });
    await choose(picture);
    await says(NO_LINK);
    await choose(picture);
    await opened();
    await visit();
    await choose(picture);
    await opened();
  });

  it('leads nowhere once the screen is left', async () => {
    await scanOn({}, () => {
      const open = createImageBitmap;
      Object.assign(window, {
        createImageBitmap: (file: Blob) => new Promise(resolve => setTimeout(resolve, 800)).then(() => open(file)),
      });
    });
    await choose(await pictureOf(LINK, { width: '280px', paper: '#fff' }));
    await says(/^Looking for a code/);
    await page.getByRole('link', { name: 'Explore' }).tap();
    await page.waitForTimeout(2000);
    expect(await page.evaluate(() => location.hash)).toBe('#/explore');
  });

  it('says what is the matter where there is no code in it, where it is no picture, and where the code is another one', async () => {
    await scanOn();
    await choose(await page.screenshot());
    await says(/^No code was found in this picture/);
    await choose(Buffer.from('no picture'));
    await says(/^This file does not open as a picture/);
    await choose(await pictureOf(OTHER, { width: '200px', paper: '#fff' }));
    await says(NO_LINK);
  });

  it('may be pasted or dropped anywhere', async () => {
    await scanOn();
    const picture = await pictureOf(LINK, { width: '280px', paper: '#171614' });
    const hand = (kind: 'paste' | 'drop'): Promise<void> =>
      page.evaluate(
        async ([how, base64]) => {
          const bytes = Uint8Array.from(atob(base64), sign => sign.charCodeAt(0));
          const data = new DataTransfer();
          data.items.add(new File([bytes], 'picture.png', { type: 'image/png' }));
          const options = { bubbles: true, cancelable: true };
          const event =
            how === 'paste'
              ? new ClipboardEvent('paste', { ...options, clipboardData: data })
              : new DragEvent('drop', { ...options, dataTransfer: data });
          document.querySelector('h1')?.dispatchEvent(event);
        },
        [kind, picture.toString('base64')] as const,
      );
    await hand('paste');
    await opened();
    await visit();
    await hand('drop');
    await opened();
  });
});

describe('the camera', () => {
  it('reads the code of a set and is off again', async () => {
    await scanOn({ flags: fakeCamera(LINK, profile) });
    expect(await cameras()).toEqual([]);
    await act(page, 'scan-camera');
    await opened();
    expect(await cameras()).toEqual(['ended']);
  });

  it('says that a code is another one, and goes on until it is stopped', async () => {
    await scanOn({ flags: fakeCamera(OTHER, profile) });
    await act(page, 'scan-camera');
    await says(NO_LINK);
    expect(await cameras()).toEqual(['live']);
    await act(page, 'stop-camera');
    await page.locator('[data-action="scan-camera"]').waitFor();
    expect(await cameras()).toEqual(['ended']);
  });

  it('with the browser’s own detector too', async () => {
    await scanOn({ flags: CAMERA }, () =>
      Object.assign(window, {
        BarcodeDetector: class {
          static async getSupportedFormats(): Promise<readonly string[]> {
            return ['qr_code'];
          }
          detect = async (seen: unknown) => [{ rawValue: seen instanceof HTMLVideoElement ? 'from a frame' : '' }];
        },
      }),
    );
    await act(page, 'scan-camera');
    await says(NO_LINK);
  });

  it('is off when the app is out of sight and when the screen is left', async () => {
    await scanOn({ flags: CAMERA });
    await act(page, 'scan-camera');
    await says(/^Hold the code/);
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      Reflect.deleteProperty(document, 'visibilityState');
    });
    expect(await cameras()).toEqual(['ended']);
    await act(page, 'scan-camera');
    await says(/^Hold the code/);
    await page.getByRole('link', { name: 'Sets' }).first().tap();
    await page.locator('[data-action="stop-camera"]').waitFor({ state: 'detached' });
    expect(await cameras()).toEqual(['ended', 'ended']);
  });

  it('that is refused says how to allow it', async () => {
    await scanOn({ flags: ['--use-fake-device-for-media-stream', '--deny-permission-prompts'] });
    await act(page, 'scan-camera');
    await says(/^Gradus may not use the camera. Allow it/);
    await act(page, 'scan-camera');
    await says(/^Gradus may not use the camera. Allow it/);
  });

  it('that does not start says why', async () => {
    await scanOn();
    for (const [error, words] of [
      ['NotFoundError', /^No camera was found/],
      ['NotReadableError', /^The camera is busy/],
      ['InvalidStateError', /^The camera did not start/],
    ] as const) {
      await page.evaluate(name => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', name));
      }, error);
      await act(page, 'scan-camera');
      await says(words);
    }
    await page.evaluate(() => {
      Reflect.deleteProperty(Navigator.prototype, 'mediaDevices');
      Object.defineProperty(window, 'isSecureContext', { value: false });
    });
    await act(page, 'scan-camera');
    await says(/begin with https/);
  });
});

describe('a link', () => {
  const field = () => page.getByLabel('Or paste a link');

  it('in a message opens the set; another text says that it is none', async () => {
    await scanOn();
    await field().fill('Do this until Friday, please.');
    await act(page, 'open-link');
    await says(NO_LINK);
    await field().fill(`Until Friday:\n${LINK}\nGood luck.`);
    await field().press('Enter');
    await opened();
  });

  it('comes from the clipboard at a tap or by pasting it anywhere; what is not there is said', async () => {
    await scanOn();
    await phone.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await act(page, 'paste-link');
    await says(/^There is no text to paste/);
    await page.evaluate(link => navigator.clipboard.writeText(link), LINK);
    await act(page, 'paste-link');
    await opened();
    await visit();
    await page.keyboard.press('Control+V');
    await opened();
    await visit();
    await field().focus();
    await page.keyboard.press('Control+V');
    await opened();
    await visit();
    await page.evaluate(() => {
      navigator.clipboard.readText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await act(page, 'paste-link');
    await says(/choose Paste/);
  });
});

describe.each(['light', 'dark'] as const)('for everyone, in the %s theme', colorScheme => {
  const accept = async (name: string): Promise<void> => {
    expect(await findings(page), `${name}: axe`).toEqual([]);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 640 });
      expect(await sideways(page), `${name} at ${width} px: sideways`).toEqual([]);
      expect(await smallTargets(page), `${name} at ${width} px: targets`).toEqual([]);
    }
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await sideways(page), `${name} with text twice as large: sideways`).toEqual([]);
    await page.evaluate(() => (document.documentElement.style.fontSize = ''));
    await page.setViewportSize({ width: 390, height: 844 });
  };

  it('before, while the camera looks, and where something does not go', async () => {
    await scanOn({ colorScheme, flags: CAMERA });
    await accept('before');
    await page.getByLabel('Or paste a link').fill(`no link ${'and a long word '.repeat(20)}${'x'.repeat(200)}`);
    await act(page, 'open-link');
    await says(NO_LINK);
    await accept('no link');
    await act(page, 'scan-camera');
    await says(/^Hold the code/);
    await accept('the camera');
  });
});
