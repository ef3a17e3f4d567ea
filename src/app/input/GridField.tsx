// A grid of small fields between brackets, for vectors and matrices.
import { useRef } from 'preact/hooks';
import { fieldsIn } from './field.ts';
import { type Cells, cellsOf, compose, entriesOf, type GridAnswer } from './grid.ts';
import type { InputProps } from './inputs.ts';
import { quietInput } from './LineField.tsx';

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function GridField({ answer, part, text, name, describedBy, invalid, onText }: InputProps<GridAnswer>) {
  const grid = useRef<HTMLFieldSetElement>(null);
  const cells = cellsOf(answer, text);
  const columns = cells[0]?.length ?? 1;
  const write = (changed: Cells) => onText(compose(answer, changed));
  const paste = (event: ClipboardEvent, i: number, j: number) => {
    const entries = entriesOf(event.clipboardData?.getData('text') ?? '');
    if (entries.length < 2) return;
    event.preventDefault();
    const from = i * columns + j;
    write(cells.map((row, k) => row.map((cell, l) => entries[k * columns + l - from] ?? cell)));
  };
  const step = (event: KeyboardEvent, i: number, j: number) => {
    const target = grid.current && stepFrom(event, grid.current, i, j, columns);
    if (!target) return;
    event.preventDefault();
    target.focus();
    target.select();
  };
  return (
    <fieldset ref={grid} class={`grid grid-${answer.kind === 'matrix' ? 'square' : 'round'}`} data-columns={columns}>
      <legend class="spoken">{name}</legend>
      {cells.map((row, i) =>
        row.map((cell, j) => (
          <input
            key={`${i},${j}`}
            class="field field-cell"
            type="text"
            data-part={part}
            data-cell={`${i},${j}`}
            value={cell}
            aria-label={columns === 1 ? `entry ${i + 1}` : `row ${i + 1}, column ${j + 1}`}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            {...quietInput()}
            onInput={event => write(cells.with(i, row.with(j, event.currentTarget.value)))}
            onPaste={event => paste(event, i, j)}
            onKeyDown={event => step(event, i, j)}
          />
        )),
      )}
    </fieldset>
  );
}

/** Sideways only from the edge of a cell's text, so that arrows still move within it. */
function stepFrom(event: KeyboardEvent, grid: HTMLElement, i: number, j: number, columns: number): HTMLInputElement | undefined {
  const step = STEPS[event.key];
  const field = event.currentTarget;
  if (!step || event.shiftKey || event.altKey || !(field instanceof HTMLInputElement)) return undefined;
  const [down, right] = step;
  const edge = right < 0 ? 0 : field.value.length;
  if (right !== 0 && (field.selectionStart !== edge || field.selectionEnd !== edge)) return undefined;
  if (j + right < 0 || j + right >= columns) return undefined;
  return fieldsIn(grid)[(i + down) * columns + j + right];
}
