// Folds Unicode into plain signs, one for one, and remembers where each came from.
import { SIGNS, SUBSCRIPTS, SUPERSCRIPTS, VULGAR_FRACTIONS } from './signs.ts';

/** Brackets around what was typed raised: x²⁺¹. */
export const RAISED = { open: '\u0002', close: '\u0003' } as const;

/** Signs below are plain. */
const FIRST_FOLDED = 128;

/** One plain sign for each typed one, with the place that it came from. */
export function fold(text: string): { line: string; places: number[] } {
  const signs: string[] = [];
  const places: number[] = [];
  const push = (sign: string, at: number) => {
    signs.push(sign);
    places.push(at);
  };
  let level: 'raised' | 'lowered' | 'line' = 'line';
  let at = 0;
  for (const sign of text) {
    if (level === 'line' && sign.charCodeAt(0) < FIRST_FOLDED) {
      push(sign, at++);
      continue;
    }
    const next = SUPERSCRIPTS.has(sign) ? 'raised' : SUBSCRIPTS.has(sign) ? 'lowered' : 'line';
    if (next !== level && level !== 'line') push(level === 'raised' ? RAISED.close : '}', at);
    if (next !== level && next === 'raised') push(RAISED.open, at);
    if (next !== level && next === 'lowered') for (const opening of '_{') push(opening, at);
    level = next;
    for (const plain of SUPERSCRIPTS.get(sign) ?? SUBSCRIPTS.get(sign) ?? foldSign(sign)) push(plain, at);
    at += sign.length;
  }
  if (level !== 'line') push(level === 'raised' ? RAISED.close : '}', at);
  return { line: signs.join(''), places };
}

/** Full-width and mathematical alphabets become plain; √, π and other signs of their own stay. */
function foldSign(sign: string): string {
  const plain = SIGNS.get(sign);
  if (plain !== undefined) return plain;
  if (VULGAR_FRACTIONS.has(sign)) return sign;
  const known = remembered.get(sign) ?? normalized(sign);
  if (remembered.size < REMEMBERED) remembered.set(sign, known);
  return known;
}

function normalized(sign: string): string {
  const folded = sign.normalize('NFKC');
  return folded.length === 1 ? (SIGNS.get(folded) ?? folded) : sign.length === 1 ? sign : '\ufffd';
}

/** Folding the same few letters again takes longer than all the rest. */
const remembered = new Map<string, string>();
const REMEMBERED = 500;
