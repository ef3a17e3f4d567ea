// A set on paper: the exercises with room to work, the key, and the worked solutions, each of them where it is wanted.
import { keyText } from '../answers/answer-text.ts';
import type { Answer } from '../exercise/answer.ts';
import type { Exercise } from '../exercise/generator.ts';
import { describe } from '../figures/describe.ts';
import { draw } from '../figures/draw.ts';
import { drawing, element, lineNodes, type PaperElement, paragraphNodes } from './node.ts';
import { qrCode } from './qr.ts';
import { roomy } from './typesetting.ts';

export interface Sheet {
  /** Empty where the set has none. */
  readonly title: string;
  /** The whole address; printed with its QR code. */
  readonly link: string;
  readonly exercises: readonly Exercise[];
}

export const PARTS = ['exercises', 'key', 'solutions'] as const;
export type SheetPart = (typeof PARTS)[number];

export interface Layout {
  readonly columns: 1 | 2;
  readonly parts: readonly SheetPart[];
}

/** One article; each part begins on a page of its own. */
export function sheetTree(sheet: Sheet, { columns, parts }: Layout): PaperElement {
  const sections = PARTS.filter(part => parts.includes(part)).map(part => partTree(sheet, part));
  return element('article', sheetClass(columns), sections);
}

export function sheetClass(columns: Layout['columns']): string {
  return `sheet sheet-columns-${columns}`;
}

/** One section. */
export function partTree(sheet: Sheet, part: SheetPart): PaperElement {
  return SECTIONS[part](sheet);
}

const SECTIONS: { readonly [P in SheetPart]: (sheet: Sheet) => PaperElement } = {
  exercises: ({ title, link, exercises }) =>
    element('section', 'sheet-part', [heading(title, link), element('ol', 'sheet-list', exercises.map(question))]),
  key: ({ title, exercises }) =>
    element('section', 'sheet-part sheet-key', [
      element('h2', '', [named('Key', title)]),
      element('ol', 'sheet-list', exercises.map(keyOf)),
    ]),
  solutions: ({ title, exercises }) =>
    element('section', 'sheet-part', [
      element('h2', '', [named('Worked solutions', title)]),
      element('ol', 'sheet-list', exercises.map(solution)),
    ]),
};

/** What stands at the head of a sheet. */
export function titleOf({ title }: Pick<Sheet, 'title'>): string {
  return title === '' ? 'Exercises' : title;
}

/** What stands at the head of the key and of the solutions. */
export function named(part: string, title: string): string {
  return title === '' ? part : `${part}: ${title}`;
}

function heading(title: string, link: string): PaperElement {
  return element('header', 'sheet-head', [
    element('div', 'sheet-title', [
      element('h1', '', [titleOf({ title })]),
      element('p', 'sheet-name', [fillIn('Name'), fillIn('Date')]),
    ]),
    element('figure', 'sheet-code', [
      drawing(qrCode(link), 'QR code of the link to this set'),
      element('figcaption', '', [element('a', 'sheet-link', [link], { href: link })]),
    ]),
  ]);
}

function fillIn(what: string): PaperElement {
  return element('span', '', [what, blank('sheet-line')]);
}

function question({ statement, figures = [], answers }: Exercise): PaperElement {
  return element('li', 'sheet-item', [
    ...paragraphNodes(statement),
    ...figures.map(figure => element('figure', 'sheet-figure', [drawing(draw(figure), describe(figure))])),
    ...answers.map(place),
    element('div', 'sheet-room', []),
  ]);
}

/** Where an answer is written down. */
function place(answer: Answer): PaperElement {
  if (!('options' in answer)) return element('p', 'sheet-answer', [label(answer), ' ', blank()]);
  const mark = answer.kind === 'ordering' ? blank('sheet-number') : element('span', 'sheet-box', []);
  return element('div', 'sheet-answer', [
    element('p', '', [label(answer)]),
    element(
      'ul',
      'sheet-options',
      answer.options.map(option => element('li', '', [mark, ' ', ...lineNodes(option.text)])),
    ),
  ]);
}

function label(answer: Answer): PaperElement {
  return element('span', 'sheet-label', lineNodes(roomy(answer.label)));
}

function blank(name = 'sheet-blank'): PaperElement {
  return element('span', name, []);
}

function keyOf(exercise: Exercise): PaperElement {
  return element('li', 'sheet-item', keysOf(exercise));
}

function keysOf({ answers }: Exercise): readonly PaperElement[] {
  return answers.map(answer => element('p', '', [label(answer), ' ', told(answer)]));
}

function told(answer: Answer): PaperElement {
  return element('strong', 'sheet-told', lineNodes(roomy(keyText(answer))));
}

function solution(exercise: Exercise): PaperElement {
  const steps = exercise.solution.map(step => element('li', 'sheet-step', paragraphNodes(step)));
  return element('li', 'sheet-item', [element('ol', 'sheet-steps', steps), element('div', 'sheet-result', keysOf(exercise))]);
}
