// Cards for tests of the queue: passed on two days, due today, and what a test says besides.
import type { Card } from '../../src/schedule/card.ts';
import type { Item } from '../../src/schedule/queue.ts';

export const TODAY = 20_000;

export const card = (skill: string, facts: Partial<Card> = {}): [string, Card] => [
  skill,
  {
    skill,
    state: { n: 2, ef100: 250, interval: 6n },
    due: TODAY,
    level: 1,
    clean: 0,
    lapses: 0,
    daysPassed: 2,
    started: TODAY - 7,
    reviewed: TODAY - 6,
    drill: null,
    times: [],
    half: null,
    ...facts,
  },
];

/** `due a`, `drill b`: for comparing at a glance. */
export const said = (items: readonly Item[]): readonly string[] => items.map(({ skill, role }) => `${role} ${skill}`);
