// What a camera reads in a picture of the screen.
import type { Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';

/** Enough for a code of the longest links. */
const WIDTH = 500;

/** The text of the QR code in a picture; the context of this page unpacks it. */
export async function scanned(page: Page, picture: Buffer): Promise<string> {
  const blank = await page.context().newPage();
  const source = `data:image/png;base64,${picture.toString('base64')}`;
  const { width, height, greys } = await blank.evaluate(unpack, { source, most: WIDTH });
  await blank.close();
  const data = Uint8Array.from([...greys].flatMap(grey => [grey, grey, grey, '\xff'].map(sign => sign.charCodeAt(0))));
  return decodeQR({ width, height, data });
}

/** Runs in the page; the brightness of each point is a character, since long lists of numbers are slow to hand over. */
async function unpack({ source, most }: { readonly source: string; readonly most: number }) {
  const image = new Image();
  image.src = source;
  await image.decode();
  const scale = Math.min(1, most / image.width);
  const [width, height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
  const pen = new OffscreenCanvas(width, height).getContext('2d');
  pen?.drawImage(image, 0, 0, width, height);
  const data = pen?.getImageData(0, 0, width, height).data ?? [];
  let greys = '';
  for (let i = 0; i < data.length; i += 4) greys += String.fromCharCode(data[i] ?? 0);
  return { width, height, greys };
}
