// What runs in every engine: a digest for each level, over all that its exercises say and ask.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Generator } from '../../src/exercise/generator.ts';
import { make } from '../../src/make.ts';
import { utf8 } from '../../src/paper/base64.ts';
import { exerciseLine } from '../../src/paper/exercise-line.ts';
import { generatorFiles } from '../all-generators.ts';

/** `id@version/level digest`, a line a level, over so many seeds. */
function digestLines(count: number): string[] {
  return [...generatorFiles.values()].flatMap(generator =>
    generator.levels.map((_, i) => {
      const hash = sha256.create();
      for (let n = 0; n < count; n++) hash.update(Uint8Array.from(utf8(line(generator, i + 1, n))));
      return `${generator.id}@${generator.version}/${i + 1} ${bytesToHex(hash.digest()).slice(0, 32)}`;
    }),
  );
}

function line(generator: Generator, level: number, n: number): string {
  return JSON.stringify(exerciseLine(make(generator, level, `engines:${n}`)));
}

Object.assign(globalThis, { digestLines });
