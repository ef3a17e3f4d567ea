// Where only one decimal sign is allowed: what is typed with it, as the reader takes it for sure.
import { type Fields, Unusable } from './lines.ts';

/** With "decimal": "." no comma is one; with "," commas are points and no point is allowed: then undefined. */
export function withDecimalSign(text: string, { decimal }: Fields): string | undefined {
  if (decimal === undefined) return text;
  // A blank behind it makes a comma one that parts.
  if (decimal === '.') return text.replaceAll(/(?<=\d),(?=\d)/g, ', ');
  if (decimal !== ',') throw new Unusable('"decimal" has to be "." or ",".');
  return /\d\.|\.\d/.test(text) ? undefined : text.replaceAll(/(?<=\d),(?=\d)/g, '.');
}
