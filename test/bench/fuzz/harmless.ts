// Right answers and near misses as other hands write them: no slip of notation may change the verdict.
import { writeAs } from '../../../src/answers/kinds.ts';
import { nearMisses } from '../../../src/answers/near-misses.ts';
import type { Answer } from '../../../src/exercise/answer.ts';
import type { Rng } from '../../../src/exercise/rng.ts';

type Rewriting = (rng: Rng, text: string) => string;

const SPACES = [' ', '  ', '\u00a0', '\u2009', '\u3000', '\u200b'] as const;
const WIDE = /[!-/:-@[-`{-~\d]/g;

/** For every kind: blanks, signs that nobody sees, other minus signs. */
const ALWAYS: readonly Rewriting[] = [
  (_, text) => text,
  (rng, text) => ` ${text}${rng.pick(SPACES)}`,
  (rng, text) => text.replaceAll(', ', `,${rng.pick(SPACES)}`),
  (_, text) => text.replaceAll('-', '−'),
];

/** For all that is read as mathematics. */
const MATHEMATICAL: readonly Rewriting[] = [
  (rng, text) => text.replaceAll(/(?<=[)\d])\s*([+*/])\s*(?=[(\d])/g, (_, sign: string) => `${rng.pick(SPACES)}${sign} `),
  (rng, text) => text.replaceAll(/(?<!\*)\*(?!\*)/g, rng.pick(['·', '×', '⋅', '\\cdot ', '\\times ', ' * '])),
  (_, text) => text.replaceAll('sqrt(', '√('),
  (_, text) => text.replaceAll(/\^(\d)(?!\d|\.)/g, (_found, digit: string) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit),
  (_, text) => text.replaceAll('^', '**'),
  (_, text) => text.replaceAll(/\bpi\b/g, 'π'),
  (_, text) => text.replaceAll(/(?<![\d.^*])(\d+)\/(\d+)(?![\d.^!])/g, '\\frac{$1}{$2}'),
  (_, text) => text.replaceAll(WIDE, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  (_, text) => text.replaceAll(/(?<![\d.\p{L}_^])(\d+)(?![\d.,\p{L}(])/gu, '$1.0'),
];

const WORDED: ReadonlySet<Answer['kind']> = new Set(['choice', 'several', 'ordering', 'set']);

/** The same answer, written in another way. */
export function rewritten(rng: Rng, text: string, { kind }: Answer): string {
  const ways = WORDED.has(kind) ? ALWAYS : [...ALWAYS, ...MATHEMATICAL];
  return rng.sample(ways, 2).reduce((now, way) => way(rng, now), text);
}

/** A near miss in words, where the kind has some. */
export function nearMiss(rng: Rng, answer: Answer): string | undefined {
  const near = nearMisses(answer);
  return near.length > 0 ? writeAs(answer, rng.pick(near)) : undefined;
}
