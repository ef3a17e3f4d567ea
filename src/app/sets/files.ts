// A set as a file for another program.
import type { Exercise } from '../../exercise/generator.ts';
import { ankiFile } from '../../paper/anki.ts';
import { exerciseLine } from '../../paper/exercise-line.ts';
import { moodleXml } from '../../paper/moodle.ts';
import { PARTS, type Sheet, titleOf } from '../../paper/sheet.ts';
import { texDocument } from '../../paper/tex.ts';
import { fileName } from './file-name.ts';

interface Format {
  readonly ending: string;
  readonly type: string;
  readonly write: (sheet: Sheet) => string;
}

const FORMATS = {
  moodle: { ending: 'xml', type: 'application/xml', write: sheet => moodleXml(titleOf(sheet), sheet.exercises) },
  anki: { ending: 'txt', type: 'text/plain', write: sheet => ankiFile(titleOf(sheet), sheet.exercises) },
  jsonl: { ending: 'jsonl', type: 'application/jsonl', write: ({ exercises }) => exercises.map(line).join('') },
  tex: { ending: 'tex', type: 'application/x-tex', write: sheet => texDocument(sheet, { columns: 1, parts: PARTS }) },
} as const satisfies Record<string, Format>;

export type FileFormat = keyof typeof FORMATS;

const line = (exercise: Exercise): string => `${JSON.stringify(exerciseLine(exercise))}\n`;

export const setFile = (format: FileFormat, sheet: Sheet): File => {
  const { ending, type, write } = FORMATS[format];
  return new File([write(sheet)], `${fileName(sheet.title)}.${ending}`, { type });
};
