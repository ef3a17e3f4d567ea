import { beforeEach, describe, expect, test } from 'vitest';
import { type Contact, watchHands } from '../../../../src/app/practice/scratch/hands.ts';

let seen: string[] = [];
let now = 0;
const hands = () =>
  watchHands({
    begin: ({ id }) => seen.push(`begin ${id}`),
    go: ({ x }) => seen.push(`go ${x}`),
    end: () => seen.push('end'),
    drop: () => seen.push('drop'),
    pull: by => seen.push(`pull ${by}`),
  });
const at = (id: number, kind: string, x = 0, y = 0): Contact => ({ id, kind, x, y, at: now++, thick: 2, isEraser: false });
const finger = (id: number, x = 0, y = 0) => at(id, 'touch', x, y);
const pen = (id: number, x = 0, y = 0) => at(id, 'pen', x, y);

beforeEach(() => {
  seen = [];
  now = 1000;
});

describe('hands on the paper', () => {
  test('one finger draws', () => {
    const { down, move, up } = hands();
    down(finger(1));
    move(finger(1, 5));
    up(finger(1, 5));
    expect(seen).toEqual(['begin 1', 'go 5', 'end']);
  });

  test('a mouse that hovers draws nothing', () => {
    const { move } = hands();
    move(at(1, 'mouse', 5));
    expect(seen).toEqual([]);
  });

  test('a second finger makes of what had hardly begun a pull at the paper, until both are up', () => {
    const { down, move, up } = hands();
    down(finger(1));
    move(finger(1, 3));
    down(finger(2, 50));
    move(finger(1, 3, 20));
    move(finger(2, 50, 20));
    up(finger(1));
    move(finger(2, 50, 30));
    up(finger(2));
    down(finger(3));
    expect(seen).toEqual(['begin 1', 'go 3', 'drop', 'pull 10', 'pull 10', 'pull 10', 'begin 3']);
  });

  test('a line that is already drawn stays when a second finger comes', () => {
    const { down, move } = hands();
    down(finger(1));
    move(finger(1, 40));
    down(finger(2));
    expect(seen).toEqual(['begin 1', 'go 40', 'end']);
  });

  test('while a pen draws, and shortly after, a hand that rests does nothing', () => {
    const { down, move, up } = hands();
    down(pen(1));
    down(finger(2));
    move(finger(2, 9));
    move(pen(1, 5));
    up(pen(1, 5));
    move(finger(2, 12));
    down(finger(3));
    up(finger(3));
    now += 1000;
    down(finger(4));
    expect(seen).toEqual(['begin 1', 'go 5', 'end', 'begin 4']);
  });

  test('a hand that came down before the pen leaves nothing behind', () => {
    const { down, move, up } = hands();
    down(finger(1));
    move(finger(1, 30));
    down(pen(2));
    move(finger(1, 60));
    move(pen(2, 5));
    up(finger(1));
    up(pen(2));
    expect(seen).toEqual(['begin 1', 'go 30', 'drop', 'begin 2', 'go 5', 'end']);
  });

  test('a finger that the device takes away was the side of a hand; a pen was meant', () => {
    const { down, cancel } = hands();
    down(finger(1));
    cancel(finger(1));
    down(pen(2));
    cancel(pen(2));
    expect(seen).toEqual(['begin 1', 'drop', 'begin 2', 'end']);
  });
});
