// What runs in every engine: a digest for each level, over all that its exercises say and ask.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { exerciseLine } from '../../src/cli/exercise-line.ts';
import { make } from '../../src/make.ts';
import { generatorFiles } from '../all-generators.ts';

/** `id@version/level digest`, a line a level, over so many seeds. */
function digestLines(count: number): string[] {
  return [...generatorFiles.values()].flatMap(generator =>
    generator.levels.map((_, i) => {
      const hash = sha256.create();
      for (let n = 0; n < count; n++) hash.update(bytesOf(JSON.stringify(exerciseLine(make(generator, i + 1, `engines:${n}`)))));
      return `${generator.id}@${generator.version}/${i + 1} ${bytesToHex(hash.digest()).slice(0, 32)}`;
    }),
  );
}

/** UTF-8, also in a bare engine without TextEncoder. */
function bytesOf(text: string): Uint8Array {
  const signs = encodeURIComponent(text).match(/%[0-9A-F]{2}|./g) ?? [];
  return Uint8Array.from(signs, sign => (sign.length > 1 ? Number.parseInt(sign.slice(1), 16) : sign.charCodeAt(0)));
}

Object.assign(globalThis, { digestLines });
