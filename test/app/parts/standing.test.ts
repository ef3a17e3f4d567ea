import { describe, expect, test } from 'vitest';
import { skillState, stateOf } from '../../../src/app/parts/standing.ts';
import type { Card } from '../../../src/schedule/card.ts';

const DAY = 20_000;
const card = (interval: bigint, due: number, drill: number | null = null): Card => ({
  ...{ skill: 'a/b', state: { n: 2, ef100: 250, interval }, due, level: 1, clean: 0, lapses: 0, daysPassed: 2 },
  ...{ started: DAY - 9, reviewed: DAY - 6, drill, times: [], half: null },
});

describe('the state of a skill', () => {
  test.each([
    ['locked', undefined, false],
    ['new', undefined, true],
    ['learning', card(6n, DAY + 1), true],
    ['learning', card(20n, DAY + 20), true],
    ['strong', card(21n, DAY + 1), true],
    ['due', card(6n, DAY), true],
    ['due', card(6n, DAY - 3), true],
    ['due', card(95n, DAY), true],
    ['due', card(1n, DAY + 1, DAY), true],
    ['learning', card(1n, DAY + 1, DAY - 1), true],
  ] as const)('%s', (state, own, isOpen) => expect(skillState(own, isOpen, DAY)).toBe(state));

  test('a skill that was met is never locked', () => expect(skillState(card(6n, DAY + 1), false, DAY)).toBe('learning'));

  test('in words', () => {
    expect(stateOf(card(6n, DAY + 6), DAY)).toBe('due in 6 days');
    expect(stateOf(card(1n, DAY + 1, DAY), DAY)).toBe('again today');
  });
});
