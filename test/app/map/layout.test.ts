import { describe, expect, test } from 'vitest';
import { stationsOf } from '../../../src/app/map/course.ts';
import { crossings, type Row, routed } from '../../../src/app/map/lanes.ts';
import { mapOf } from '../../../src/app/map/layout.ts';
import { areas, skillOf, skills } from '../../../src/catalog.ts';

const course = (arrows: Readonly<Record<string, string>>) =>
  Object.entries(arrows).map(([id, needs]) => ({ id, area: id.split('/')[0] ?? '', needs: needs.split(' ').filter(Boolean) }));

const drawing = (rows: readonly Row[]) => rows.map(({ id, lane }) => `${' '.repeat(lane)}${id}`);

const DIAMOND = course({ 'a/1': '', 'a/2': 'a/1', 'a/3': 'a/1', 'a/4': 'a/2 a/3' });

describe('the stations of an area', () => {
  test('a prerequisite that another one implies is left out', () => {
    const chain = course({ 'a/1': '', 'a/2': 'a/1', 'a/3': 'a/1 a/2' });
    expect(stationsOf(chain, 'a').map(({ needs }) => needs)).toEqual([[], ['a/1'], ['a/2']]);
  });

  test('also where it is implied by way of another area', () => {
    const round = course({ 'a/1': '', 'b/1': 'a/1', 'a/2': 'a/1 b/1' });
    expect(stationsOf(round, 'a')[1]).toMatchObject({ needs: [], foreign: ['b/1'], depth: 1 });
  });

  test('a prerequisite that is not written yet is none', () => {
    expect(stationsOf(course({ 'a/1': 'a/0 b/0' }), 'a')).toEqual([{ id: 'a/1', needs: [], foreign: [], depth: 0 }]);
  });
});

describe('the rows of a map', () => {
  test('a line runs straight on to its last skill, and others turn off it', () => {
    expect(drawing(mapOf(DIAMOND, 'a').rows)).toEqual(['a/1', ' a/2', 'a/3', 'a/4']);
  });

  test('a skill of another area is a stub above the one that needs it', () => {
    const rows = mapOf(course({ 'b/1': '', 'a/1': '', 'a/2': 'a/1 b/1' }), 'a').rows;
    expect(rows.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['skill a/1', 'stub b/1', 'skill a/2']);
    expect(rows[2]).toMatchObject({ hasStubs: true, joins: [{ of: 'a/1' }] });
  });

  test('an area without skills has no rows', () => expect(mapOf([], 'a').rows).toEqual([]));

  test('lines that need not cross do not', () => {
    const crossed = course({ 'a/1': '', 'a/2': '', 'a/3': 'a/2', 'a/4': 'a/1', 'a/5': 'a/3', 'a/6': 'a/4' });
    expect(crossings(mapOf(crossed, 'a'))).toBe(0);
  });
});

describe.each(areas.map(({ id }) => id))('the map of %s', area => {
  const { rows, lanes } = mapOf(skills, area);
  const stations = rows.filter(row => row.kind === 'skill');

  test('has every skill once, in layers by depth', () => {
    expect(stations.map(({ id }) => id).sort()).toEqual(
      skills
        .filter(skill => skill.area === area)
        .map(({ id }) => id)
        .sort(),
    );
    const depths = stations.map(({ depth }) => depth);
    expect(depths).toEqual(depths.toSorted((a, b) => a - b));
    for (const { id, depth } of stations) {
      const before = stations.filter(each => skillOf(id)?.needs.includes(each.id));
      expect(depth).toBe(Math.max(-1, ...before.map(each => each.depth)) + 1);
    }
  });

  test('is the same each time', () => expect(mapOf(skills, area)).toEqual({ rows, lanes }));

  test('no two lines share a lane, and no sign stands on a line of another skill', () => {
    for (const row of rows) {
      const taken = row.past.map(({ lane }) => lane);
      expect(new Set(taken).size).toBe(taken.length);
      const onLane = row.past.filter(({ lane }) => lane === row.lane);
      expect(onLane).toEqual([]);
    }
  });

  test('every line that is begun ends where it is needed last', () => {
    const arrivals = stations.flatMap(({ id, joins }) => joins.map(({ of }) => `${of} ${id}`));
    const needs = stationsOf(skills, area).flatMap(station => station.needs.map(need => `${need} ${station.id}`));
    expect(arrivals.sort()).toEqual(needs.sort());
    expect(rows.at(-1)?.past ?? []).toEqual([]);
  });

  test('crosses no more than the order of the catalogue, seldom at all, and fits a small phone', () => {
    const plain = routed(stationsOf(skills, area).toSorted((a, b) => a.depth - b.depth));
    expect(crossings({ rows, lanes })).toBeLessThanOrEqual(Math.min(2, crossings(plain)));
    expect(lanes).toBeLessThanOrEqual(5);
  });
});
