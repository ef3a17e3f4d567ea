import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/schedule/card.ts';
import { AT_ZERO, type Course, firstLevel, newSkills, openSkills } from '../../src/schedule/path.ts';
import { replay } from '../../src/schedule/replay.ts';
import { card, TODAY } from './cards.ts';
import { courses } from './course.ts';
import { answer, logs, SKILL } from './log.ts';

const course = (...ids: readonly string[]): Course => ids.map(id => ({ id, needs: [] }));
const rules = { levels: () => 3 };

describe('what is open', () => {
  const graph: Course = [
    { id: 'a', needs: [] },
    { id: 'b', needs: ['a'] },
    { id: 'c', needs: ['a', 'b'] },
    { id: 'd', needs: ['not-written-yet'] },
  ];

  test.each<[string, readonly [string, Card][], readonly string[]]>([
    ['at first, what needs nothing that exists', [], ['a', 'd']],
    ['one day passed is not two', [card('a', { daysPassed: 1 })], ['a', 'd']],
    ['two days passed open the next', [card('a')], ['a', 'b', 'd']],
    ['all prerequisites count', [card('a'), card('b', { daysPassed: 1 })], ['a', 'b', 'd']],
    ['all passed', [card('a'), card('b')], ['a', 'b', 'c', 'd']],
    ['what has a card never locks again', [card('c', { daysPassed: 0 })], ['a', 'c', 'd']],
  ])('%s', (_, cards, open) => {
    expect(openSkills(graph, new Map(cards))).toEqual(open);
  });

  test('what a placement found known is open, and opens as if it were passed', () => {
    expect(openSkills(graph, new Map(), { ...AT_ZERO, known: new Set(['a']) })).toEqual(['a', 'b', 'd']);
  });

  test('what was open once is open, also where a skill is put before it later', () => {
    const opened = new Set(openSkills(graph, new Map([card('a')])));
    const grown: Course = [{ id: 'z', needs: [] }, ...graph.map(({ id, needs }) => ({ id, needs: [...needs, 'z'] }))];
    expect(openSkills(grown, new Map(), { ...AT_ZERO, opened })).toEqual(['z', 'a', 'b', 'd']);
  });

  test('nothing that opens locks again, whatever is answered, taken back or overruled', () => {
    const needy: Course = [
      { id: SKILL, needs: [] },
      { id: 'probability/bayes-rule', needs: [SKILL] },
      { id: 'area/last', needs: ['probability/bayes-rule'] },
    ];
    fc.assert(
      fc.property(logs, log => {
        let opened: ReadonlySet<string> = new Set();
        for (let i = 0; i <= log.length; i++) {
          const open = new Set(openSkills(needy, replay(log.slice(0, i), rules), { ...AT_ZERO, opened }));
          expect([...opened].filter(id => !open.has(id))).toEqual([]);
          opened = open;
        }
      }),
      { numRuns: 50 },
    );
  });

  test('answers alone never lock anything, without any memory of what was open', () => {
    fc.assert(
      fc.property(courses(12), fc.array(fc.tuple(fc.nat(11), fc.constantFrom(0, 3, 5), fc.nat(1))), (graph, picks) => {
        let day = TODAY;
        const log = picks.map(([pick, quality, later], i) => {
          day += later;
          return answer(i + 1, quality as 0 | 3 | 5, { skill: graph[pick % graph.length]?.id ?? '', day });
        });
        const before = openSkills(graph, replay(log.slice(0, -1), rules));
        expect(openSkills(graph, replay(log, rules))).toEqual(expect.arrayContaining([...before]));
      }),
    );
  });
});

describe('new skills', () => {
  const five = course('a', 'b', 'c', 'd', 'e');
  const begun = (id: string) => card(id, { started: TODAY });

  test('at most two a day, less those begun today', () => {
    expect(newSkills(five, new Map(), TODAY, 2)).toEqual(['a', 'b']);
    expect(newSkills(five, new Map([begun('a')]), TODAY, 2)).toEqual(['b']);
    expect(newSkills(five, new Map([begun('a'), begun('c')]), TODAY, 2)).toEqual([]);
    expect(newSkills(five, new Map([card('a')]), TODAY, 2)).toEqual(['b', 'c']);
    expect(newSkills(five, new Map([begun('a'), begun('c')]), TODAY, 1)).toEqual([]);
  });

  test('those that a placement found known come last, at a level in the middle', () => {
    expect(newSkills(five, new Map(), TODAY, 5, { ...AT_ZERO, known: new Set(['a', 'c']) })).toEqual(['b', 'd', 'e', 'a', 'c']);
    expect([1, 2, 3, 4, 5].map(levels => firstLevel(levels, true))).toEqual([1, 1, 2, 2, 3]);
    expect(firstLevel(5, false)).toBe(1);
  });
});
