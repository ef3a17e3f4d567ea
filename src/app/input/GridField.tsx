// A grid of small fields between brackets, for vectors and matrices.
import { useRef, useState } from 'preact/hooks';
import { asRead } from './decimal-comma.ts';
import { fieldsIn } from './field.ts';
import { type Cells, cellsOf, compose, entriesOf, type GridAnswer } from './grid.ts';
import type { InputProps } from './inputs.ts';
import { TypedField } from './TypedField.tsx';

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function GridField({ answer, part, text, name, describedBy, trouble, onText }: InputProps<GridAnswer>) {
  const grid = useRef<HTMLFieldSetElement>(null);
  // As typed, blanks and all, while they make the text.
  const [held, hold] = useState<Cells>([]);
  const cells = held.length > 0 && compose(answer, held) === text ? held : cellsOf(answer, text);
  const columns = cells[0]?.length ?? 1;
  const isVector = answer.kind !== 'matrix';
  const write = (changed: Cells) => {
    hold(changed);
    onText(compose(answer, changed));
  };
  const paste = (event: ClipboardEvent, i: number, j: number) => {
    const entries = entriesOf(asRead(event.clipboardData?.getData('text') ?? ''), isVector);
    if (entries.length < 2) return;
    event.preventDefault();
    const from = i * columns + j;
    write(cells.map((row, k) => row.map((cell, l) => entries[k * columns + l - from] ?? cell)));
  };
  const step = (event: KeyboardEvent, i: number, j: number) => {
    const target = grid.current && stepFrom(event, fieldsIn(grid.current), i, j, columns);
    if (!target) return;
    event.preventDefault();
    target.focus();
    target.select();
  };
  // Lists stand where there are formulas in the entries, which need room.
  const shape = {
    ...(isVector ? { 'data-entries': cells.length } : { 'data-columns': columns }),
    ...(Array.isArray(answer.key) && { 'data-formulas': '' }),
  };
  return (
    <fieldset ref={grid} class={`grid grid-${isVector ? 'round' : 'square'}`} {...shape}>
      <legend class="spoken">{name}</legend>
      {cells.map((row, i) =>
        row.map((cell, j) => (
          <TypedField
            key={`${i},${j}`}
            class="field-cell"
            data-part={part}
            data-cell={`${i},${j}`}
            value={cell}
            troubleAt={trouble?.cell === i * columns + j ? trouble.at : undefined}
            aria-label={isVector ? `entry ${i + 1}` : `row ${i + 1}, column ${j + 1}`}
            aria-describedby={describedBy}
            onText={typed => write(cells.with(i, row.with(j, typed)))}
            onPaste={event => paste(event, i, j)}
            onKeyDown={event => step(event, i, j)}
          />
        )),
      )}
    </fieldset>
  );
}

/** Sideways only from the edge of a cell's text, so that arrows still move within it. A vector may stand in one row or two: it has one way. */
function stepFrom(
  event: KeyboardEvent,
  fields: readonly HTMLInputElement[],
  i: number,
  j: number,
  columns: number,
): HTMLInputElement | undefined {
  const step = STEPS[event.key];
  const field = event.currentTarget;
  if (!step || event.shiftKey || event.altKey || !(field instanceof HTMLInputElement)) return undefined;
  const [down, right] = step;
  const edge = right < 0 ? 0 : field.value.length;
  if (right !== 0 && (field.selectionStart !== edge || field.selectionEnd !== edge)) return undefined;
  if (columns === 1) return fields[i + down + right];
  return j + right < 0 || j + right >= columns ? undefined : fields[(i + down) * columns + j + right];
}
