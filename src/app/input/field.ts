// The fields of the page as the keypad sees them: native inputs, changed as if typed.
import { type Stroke, strike } from './stroke.ts';

/** All fields of the exercise in reading order; the cells of a grid are fields too. */
export function fieldsIn(root: HTMLElement): readonly HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>('input.field')];
}

/** Nothing stands in it, nor beside it, as elements of a set do. */
export function isBlank(field: HTMLInputElement): boolean {
  return field.value.trim() === '' && field.dataset.filled === undefined;
}

/** Changes the text and tells the page, as a typed sign does. */
export function type(field: HTMLInputElement, stroke: Stroke): void {
  const [start, end] = selectionOf(field);
  const line = strike({ text: field.value, start, end }, stroke);
  const isChanged = line.text !== field.value;
  field.value = line.text;
  placeCaret(field, line.start);
  if (isChanged) field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  // At the beginning there may be something before the field that can be taken back, as with a keyboard.
  else if (stroke.kind === 'erase')
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Backspace', bubbles: true, cancelable: true }));
}

/** One sign on; over the edge into the neighbouring field. */
export function moveCaret(root: HTMLElement, field: HTMLInputElement, by: 1 | -1): void {
  const [start, end] = selectionOf(field);
  const place = start === end ? start + by : by < 0 ? start : end;
  if (place >= 0 && place <= field.value.length) placeCaret(field, place);
  else neighbour(root, field, by, true);
}

/** Goes to the next or the previous field, if there is one; `edge`: the caret enters from that side, else all is selected. */
export function neighbour(root: HTMLElement, field: HTMLInputElement, by: number, edge = false): boolean {
  const fields = fieldsIn(root);
  const next = fields[fields.indexOf(field) + by];
  if (!next || fields.indexOf(field) + by < 0) return false;
  next.focus();
  if (edge) placeCaret(next, by > 0 ? 0 : next.value.length);
  else next.select();
  return true;
}

export function placeCaret(field: HTMLInputElement, place: number): void {
  field.setSelectionRange(place, place);
  if (place === field.value.length) field.scrollLeft = field.scrollWidth;
}

function selectionOf({ selectionStart, selectionEnd, value }: HTMLInputElement): [number, number] {
  const end = selectionEnd ?? value.length;
  return [selectionStart ?? end, end];
}
