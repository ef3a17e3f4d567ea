// Reads what a learner typed as an expression tree. The grammar, loosest first:
//   sum      = product (('+' | '-') product)*            product  = signed factor (('*' | '/' | nothing) factor)*, from the left
//   factor   = signs? power                              power    = postfix ('^' signs? power)?, from the right
//   postfix  = operand ('!' | '%' | '°' | raised)*             operand  = number | name | call | bracket | |sum| | TeX command
// `1/2x` is (1/2)x, `-x^2` is -(x^2), `sin 2x` is sin(2x): a function without brackets takes the juxtaposed factors up to the next
// function, bracket or written sign; `sqrt` and `√` take one power only. `log x` has base 10, as it is printed; 30° is 30·π/180. Time is linear, depth and length are bounded.
import { Grammar } from './grammar.ts';
import { Vocabulary } from './names.ts';
import { Unreadable } from './pieces.ts';
import { toPieces } from './tokens.ts';
import type { Expression } from './tree.ts';

export type Parsed =
  | { readonly ok: true; readonly value: Expression }
  | { readonly ok: false; readonly at: number; readonly says: string };

export interface ParseOptions {
  /** The only names that may occur; without it every letter is a variable. */
  readonly variables?: readonly string[];
  /** Whether 0,75 is read as 0.75; true unless said otherwise. */
  readonly decimalComma?: boolean;
}

export const MAX_LENGTH = 400;

/** `at` is the place in `text` where reading stopped, `says` one plain sentence. Never throws on any text. */
export function parse(text: string, options: ParseOptions = {}): Parsed {
  if (text.length > MAX_LENGTH)
    return { ok: false, at: MAX_LENGTH, says: `This is too long: at most ${MAX_LENGTH} signs can be read.` };
  try {
    const vocabulary = vocabularyOf(options.variables);
    return {
      ok: true,
      value: new Grammar(toPieces(text, vocabulary), vocabulary, options.decimalComma ?? true).read(),
    };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, at: error.at, says: error.says };
    throw error;
  }
}

const remembered = new WeakMap<readonly string[], Vocabulary>();
const OPEN = new Vocabulary(undefined);

function vocabularyOf(variables: readonly string[] | undefined): Vocabulary {
  if (variables === undefined) return OPEN;
  const known = remembered.get(variables) ?? new Vocabulary(variables);
  remembered.set(variables, known);
  return known;
}
