// Where the grammar stands in its pieces, and what it says when it can't go on.
import { RAISED } from './folding.ts';
import { CLOSERS, CLOSING, END, type Piece, Unreadable } from './pieces.ts';

const MAX_DEPTH = 32;
const SHOWN: Readonly<Record<string, string>> = {
  '*': '×',
  '/': '÷',
  '-': '−',
  [RAISED.open]: 'raised',
  [RAISED.close]: 'the end of what is raised',
};

/** A sign for a sentence. */
export function shown(text: string): string {
  return SHOWN[text] ?? text;
}

export class Reading {
  protected readonly pieces: readonly Piece[];
  protected index = 0;
  private depth = 0;

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
  }

  protected get piece(): Piece {
    return this.pieces[this.index] ?? END;
  }

  protected atEnd(): boolean {
    return this.piece.kind === 'end';
  }

  protected ahead(steps: number): Piece {
    return this.pieces[this.index + steps] ?? END;
  }

  protected is(text: string): boolean {
    return this.piece.kind === 'symbol' && this.piece.text === text;
  }

  protected take(text: string): boolean {
    if (!this.is(text)) return false;
    this.index++;
    return true;
  }

  /** Runs one nested rule; too many of them are refused before the stack is. */
  protected nested<T>(rule: () => T): T {
    if (++this.depth > MAX_DEPTH) throw new Unreadable(this.piece.at, 'This is nested too deeply to be read.');
    const value = rule();
    this.depth--;
    return value;
  }

  protected unexpected(): Unreadable {
    const { piece } = this;
    if (CLOSERS.has(piece.text)) return new Unreadable(piece.at, 'There is a closing bracket without an opening one.');
    if (piece.text === '=') return new Unreadable(piece.at, 'An equals sign has no place here.');
    if (piece.text === ',' || piece.text === ';')
      return new Unreadable(piece.at, `A ${piece.text === ',' ? 'comma' : 'semicolon'} has no place here.`);
    if (piece.text === '|') return new Unreadable(piece.at, 'There is a | sign without its partner.');
    return new Unreadable(piece.at, `The sign ${shown(piece.text)} has no place here.`);
  }

  protected missing(): Unreadable {
    const { piece } = this;
    const before = this.pieces[this.index - 1];
    const sign = before?.kind === 'symbol' ? before.text : undefined;
    if (sign !== undefined && CLOSING[piece.text] === undefined && CLOSING[sign] === piece.text)
      return new Unreadable(piece.at, 'There is nothing between these brackets.');
    if (sign !== undefined && '+-*/^_√∛'.includes(sign))
      return new Unreadable(piece.at, `Something is missing after the ${shown(sign)} sign.`);
    if (piece.kind === 'end') return this.unclosed(sign);
    if (piece.kind === 'symbol' && `*/^!%_${RAISED.open}`.includes(piece.text))
      return new Unreadable(piece.at, `Something is missing before the ${shown(piece.text)} sign.`);
    return this.unexpected();
  }

  private unclosed(sign: string | undefined): Unreadable {
    if (sign === '|') return new Unreadable(this.piece.at, 'There is a | sign without its partner.');
    return new Unreadable(
      this.piece.at,
      sign === undefined ? 'Something is missing here.' : 'There is a bracket that is not closed.',
    );
  }
}
