// How what stands in a part is read, live: a formula as far as it goes, and where reading stops.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { kindOf } from '../../answers/kinds.ts';
import { showValue } from '../../answers/show.ts';
import { readExpression } from '../../answers/typed.ts';
import type { Answer, Kind } from '../../exercise/answer.ts';
import { type Formula, formula } from '../../exercise/formula.ts';
import { type Cells, cellAt, cellsOf, type GridAnswer, isGrid } from './grid.ts';

/** Where reading stops: in the text, or in a cell of a grid. */
export interface Trouble {
  readonly at: number;
  readonly says: string;
  readonly cell?: number;
}

export interface Reading {
  /** Absent while there is nothing to show. */
  readonly formula?: Formula;
  readonly trouble?: Trouble;
  /** What is wrong may only not be finished yet. */
  readonly isOpen?: boolean;
}

export function readingOf(answer: Answer, text: string): Reading {
  const reading = kindOf(answer).read(text, answer);
  if (isGrid(answer)) return gridReading(answer, text, reading.ok ? undefined : reading);
  if (reading.ok) return { formula: showValue<Kind>(reading.value, answer) };
  return { trouble: reading, isOpen: reading.at >= text.trimEnd().length };
}

const PAUSE = 1000;

/** What can't be read is told once nothing was typed for a while, or at once where it was handed in. */
export function useReading(answer: Answer, text: string, checked: boolean): Reading {
  const reading = useMemo(() => readingOf(answer, text), [answer, text]);
  const isPaused = usePaused(text, reading.trouble !== undefined);
  const { trouble, ...rest } = reading;
  return trouble && (checked || (isPaused && !reading.isOpen)) ? reading : rest;
}

/** In one line, with a box for each cell that is still open. */
function gridReading(answer: GridAnswer, text: string, refused: Trouble | undefined): Reading {
  const cells = cellsOf(answer, text);
  const variables = answer.variables ?? [];
  const options = { variables, decimalComma: true };
  const read = cells.map(row => row.map(cell => readExpression({ text: cell, at: 0 }, options)));
  if (read.flat().every(reading => !reading.ok && cells.flat().join('').trim() === ''))
    return refused ? { trouble: refused, isOpen: true } : {};
  const shown = read.map(row => row.map(reading => (reading.ok ? formula(reading.value) : BOX)));
  const found = { formula: inLine(answer, shown) };
  return refused ? { ...found, ...inCell(answer, cells, read.flat(), refused) } : found;
}

const BOX: Formula = { tex: '\\square', speech: 'open' };

function inLine({ kind }: GridAnswer, shown: readonly (readonly Formula[])[]): Formula {
  const speech = shown.map(row => row.map(cell => cell.speech).join(', ')).join('; ');
  if (kind !== 'matrix')
    return {
      tex: `\\left(${shown
        .flat()
        .map(({ tex }) => tex)
        .join(',\\;')}\\right)`,
      speech: `the vector ${speech}`,
    };
  const rows = shown.map(row => row.map(({ tex }) => tex).join('&'));
  return {
    tex: `\\left[\\begin{smallmatrix}${rows.join('\\\\')}\\end{smallmatrix}\\right]`,
    speech: `the matrix with rows ${speech}`,
  };
}

/** A cell that holds something unreadable comes before one that is only empty. */
function inCell(
  answer: GridAnswer,
  cells: Cells,
  read: readonly ReturnType<typeof readExpression>[],
  refused: Trouble,
): Pick<Reading, 'trouble' | 'isOpen'> {
  const texts = cells.flat();
  const cell = read.findIndex((reading, i) => !reading.ok && texts[i]?.trim() !== '');
  const reading = read[cell];
  if (reading && !reading.ok)
    return { trouble: { at: reading.at, says: reading.says, cell }, isOpen: reading.at >= (texts[cell]?.trimEnd().length ?? 0) };
  return { trouble: { at: 0, says: refused.says, cell: cellAt(answer, cells, refused.at) }, isOpen: true };
}

/** True once nothing was typed for a while. */
function usePaused(text: string, matters: boolean): boolean {
  const [pausedAt, setPausedAt] = useState<string>();
  useEffect(() => {
    if (!matters) return;
    const timer = setTimeout(() => setPausedAt(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text, matters]);
  return pausedAt === text;
}
