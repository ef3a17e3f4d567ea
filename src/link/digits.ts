// Whole numbers as digits of base 64, and texts, in signs that no messenger, mail or address bar changes.

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BASE = DIGITS.length;

/** So many digits, highest first. The value is a whole number below 64^count. */
export function digits(value: number, count: number): string {
  let text = '';
  for (let rest = value, i = 0; i < count; i++, rest = Math.floor(rest / BASE)) text = DIGITS.charAt(rest % BASE) + text;
  return text;
}

/** NaN where a sign is no digit. */
export function numberOf(text: string): number {
  let value = 0;
  for (const sign of text) {
    const digit = DIGITS.indexOf(sign);
    value = digit < 0 ? Number.NaN : value * BASE + digit;
  }
  return value;
}

/** The text in pieces of these lengths; what is beyond them is left out. */
export function cut(text: string, lengths: readonly number[]): readonly string[] {
  let end = 0;
  return lengths.map(length => {
    end += length;
    return text.slice(end - length, end);
  });
}

/** Letters and digits stand as they are; every other byte of UTF-8 as ~ and two hexadecimal digits. */
export function escaped(text: string): string {
  return encodeURIComponent(text.replace(HALF, '')).replace(PLAIN, inHex).replaceAll('%', '~');
}

/** What encodeURIComponent leaves as it is, though some messengers end a link there. */
const PLAIN = /[^A-Za-z0-9%]/g;

function inHex(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Half of a pair of UTF-16 units, which no encoding has bytes for. */
const HALF = /\p{Cs}/gu;

/** Undefined where it is no text that `escaped` writes. */
export function unescaped(text: string): string | undefined {
  if (!/^(?:[A-Za-z0-9]|~[0-9A-F]{2})*$/.test(text)) return undefined;
  try {
    return decodeURIComponent(text.replaceAll('~', '%'));
  } catch {
    return undefined;
  }
}
