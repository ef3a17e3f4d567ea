// A long text in about a seventh of its room, where the browser can, and back.

export type Packed = string | Uint8Array<ArrayBuffer>;

export const pack = async (text: string): Promise<Packed> =>
  typeof CompressionStream === 'undefined' ? text : through(new Blob([text]), new CompressionStream('gzip'));

/** Undefined where it is damaged. */
export const unpack = async (packed: Packed): Promise<string | undefined> => {
  if (typeof packed === 'string') return packed;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await through(new Blob([packed]), new DecompressionStream('gzip')));
  } catch {
    return undefined;
  }
};

const through = async (blob: Blob, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(blob.stream().pipeThrough(stream)).arrayBuffer());

export const sizeOf = (packed: Packed): number => (typeof packed === 'string' ? 2 * packed.length : packed.byteLength);

export const isSamePacked = (a: Packed, b: Packed): boolean => {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
};
