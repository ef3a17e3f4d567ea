// From a picture or a camera's frame to the text of the QR code in it: by the browser where it can, else by the package `qr`.

/** One try: how long the longer side is to be, in pixels, and by how many degrees the picture is turned before. */
interface Look {
  readonly size: number;
  readonly turn: number;
}

// Measured: small codes are read better enlarged, and what is not found upright is often found when the picture is turned.
/** A frame is looked at once, for the next one comes soon. */
const FRAME_LOOKS: readonly Look[] = [
  { size: 640, turn: 0 },
  { size: 1080, turn: 15 },
  { size: 720, turn: 45 },
  { size: 860, turn: 60 },
  { size: 1080, turn: 0 },
];

/** A picture stays as it is, so it is looked at until a code is found. */
const PICTURE_LOOKS: readonly Look[] = [
  { size: 1000, turn: 0 },
  { size: 2200, turn: 15 },
  { size: 1300, turn: 45 },
  { size: 3400, turn: 0 },
  { size: 2200, turn: 30 },
];

type Picture = HTMLVideoElement | ImageBitmap;

interface Detector {
  detect(picture: Picture): Promise<readonly { readonly rawValue: string }[]>;
}

declare global {
  interface Window {
    readonly BarcodeDetector?: {
      new (options: { formats: readonly string[] }): Detector;
      getSupportedFormats(): Promise<readonly string[]>;
    };
  }
}

// Some browsers have the class and no formats, and some throw already here.
const findDetector = async (): Promise<Detector | undefined> => {
  try {
    const formats = await window.BarcodeDetector?.getSupportedFormats();
    return window.BarcodeDetector && formats?.includes('qr_code')
      ? new window.BarcodeDetector({ formats: ['qr_code'] })
      : undefined;
  } catch {
    return undefined;
  }
};

let detector: Promise<Detector | undefined> | undefined;

const detect = async (picture: Picture): Promise<string | undefined> => {
  detector ??= findDetector();
  try {
    return (await (await detector)?.detect(picture))?.find(({ rawValue }) => rawValue !== '')?.rawValue;
  } catch {
    return undefined;
  }
};

const loadDecoder = () => import('qr/decode.js').then(({ decodeQR }) => decodeQR);

/** Whether codes can be read at all: the decoder is a part of the app that may not be on this device yet. Never throws. */
export const canRead = async (): Promise<boolean> => {
  detector ??= findDetector();
  return (await detector) !== undefined || loadDecoder().then(Boolean, () => false);
};

/** Reads the square in the middle of a camera's frame, each time in another way. Never throws. */
export const readFrame = async (video: HTMLVideoElement, turn: number): Promise<string | undefined> => {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0) return undefined;
  const side = Math.min(width, height);
  const middle = { x: (width - side) / 2, y: (height - side) / 2, width: side, height: side };
  const look = FRAME_LOOKS[turn % FRAME_LOOKS.length];
  return (await detect(video)) ?? (look && decode(video, middle, look));
};

/** Undefined where there is no code that can be read. Never throws. */
export const readPicture = async (picture: ImageBitmap): Promise<string | undefined> => {
  const { width, height } = picture;
  const found = await detect(picture);
  if (found) return found;
  for (const look of PICTURE_LOOKS) {
    const text = await decode(picture, { x: 0, y: 0, width, height }, look);
    if (text) return text;
    // The screen may say meanwhile what is being done.
    await new Promise(resolve => setTimeout(resolve));
  }
  return undefined;
};

type Region = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

const decode = async (picture: Picture, region: Region, look: Look): Promise<string | undefined> => {
  try {
    const decodeQR = await loadDecoder();
    return decodeQR(pixelsOf(picture, region, look)) || undefined;
  } catch {
    return undefined;
  }
};

const pixelsOf = (picture: Picture, { x, y, ...region }: Region, { size, turn }: Look): ImageData => {
  const scale = size / Math.max(region.width, region.height);
  const [width, height, angle] = [region.width * scale, region.height * scale, (turn * Math.PI) / 180];
  const [along, across] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * along + height * across);
  canvas.height = Math.round(height * along + width * across);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser has no canvas.');
  context.imageSmoothingQuality = 'high';
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate(angle);
  context.drawImage(picture, x, y, region.width, region.height, -width / 2, -height / 2, width, height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
};
