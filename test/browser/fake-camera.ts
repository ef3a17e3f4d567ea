// A film for Chromium's fake camera: a QR code that is held a little askew.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeQR } from 'qr';

const [WIDTH, HEIGHT, CODE] = [640, 480, 330];
const TURN = 0.1;

/** Writes the film into the folder; with these flags the browser shows it, and need not ask for permission. */
export const fakeCamera = (text: string, folder: string): readonly string[] => {
  const file = join(folder, 'code.y4m');
  writeFileSync(file, film(text));
  return ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${file}`];
};

/** YUV4MPEG2: the brightness of each point, then colours for each four of them, here none. */
const film = (text: string): Buffer => {
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), brightness(text), colours]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]);
};

const [DARK, WALL, LIGHT] = [40, 110, 220];

const brightness = (text: string): Buffer => {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const module = CODE / modules.length;
  const at = (x: number, y: number): number => {
    const isDark = modules[Math.floor(y / module)]?.[Math.floor(x / module)];
    return isDark === undefined ? WALL : isDark ? DARK : LIGHT;
  };
  const points = Buffer.alloc(WIDTH * HEIGHT);
  for (let i = 0; i < points.length; i++) {
    const [x, y] = [(i % WIDTH) - WIDTH / 2, Math.floor(i / WIDTH) - HEIGHT / 2];
    points[i] = at(x * Math.cos(TURN) + y * Math.sin(TURN) + CODE / 2, y * Math.cos(TURN) - x * Math.sin(TURN) + CODE / 2);
  }
  return points;
};
