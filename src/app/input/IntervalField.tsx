// A union of intervals: a line to place the ends on, and a text field in step with it that takes anything.
import { useRef, useState } from 'preact/hooks';
import type { AnswerOf } from '../../exercise/answer.ts';
import type { InputProps } from './inputs.ts';
import { NumberLine } from './NumberLine.tsx';
import { addPiece, isOnLine, type Piece, piecesOf, windowOf, writePieces } from './number-line.ts';
import { TypedField } from './TypedField.tsx';

export function IntervalField({
  answer,
  part,
  text,
  name,
  describedBy,
  trouble,
  onText,
  onSay,
}: InputProps<AnswerOf<'interval'>>) {
  const window = windowOf(answer);
  const isLine = isOnLine(answer);
  // While an end is moved the pieces stay apart, also where they meet.
  const [held, hold] = useState<readonly Piece[]>([]);
  const read = piecesOf(answer, text);
  const lastRead = useRef<readonly Piece[]>([]);
  if (read) lastRead.current = read;
  const pieces = writePieces(held) === text ? held : lastRead.current;
  const [touched, touch] = useState(0);
  const write = (next: readonly Piece[], at: number) => {
    hold(next);
    touch(at);
    onText(writePieces(next));
  };
  const add = () => {
    const next = addPiece(pieces, window);
    write(next, next.length - 1);
    onSay(next.length > pieces.length ? `piece ${next.length} added` : 'there is no room left on the line');
  };
  const takeAway = () => {
    write(pieces.toSpliced(Math.min(touched, pieces.length - 1), 1), 0);
    onSay('piece taken away');
  };
  return (
    <fieldset class="interval">
      <legend class="spoken">{name}</legend>
      {isLine && <NumberLine pieces={pieces} window={window} isStale={!read} onChange={write} onDone={() => hold([])} />}
      <div class="interval-entry">
        <TypedField
          class="field-line"
          data-part={part}
          value={text}
          troubleAt={trouble?.at}
          aria-label={name}
          aria-describedby={describedBy}
          onText={onText}
        />
        {isLine && (
          <>
            <button
              type="button"
              class="button square"
              data-action="add-piece"
              aria-label={`Add ${pieces.length > 0 ? 'another' : 'a'} piece`}
              onClick={add}
            >
              +
            </button>
            <button
              type="button"
              class="button square"
              data-action="remove-piece"
              aria-label="Take a piece away"
              disabled={pieces.length === 0}
              onClick={takeAway}
            >
              −
            </button>
          </>
        )}
      </div>
    </fieldset>
  );
}
