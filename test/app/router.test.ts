import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hrefOf, parseRoute } from '../../src/app/router.ts';
import { areas, skills } from '../../src/catalog.ts';

describe('addresses', () => {
  test.each(['', '#', '#/', '#/today'])('"%s" is Today', hash => expect(parseRoute(hash)).toEqual({ at: 'today' }));

  test('every address that the app makes leads back', () => {
    const routes = [
      ...(['today', 'explore', 'progress', 'session', 'placement', 'settings'] as const).map(at => ({ at })),
      { at: 'sets' } as const,
      ...(['new', 'scan'] as const).map(place => ({ at: 'sets', place }) as const),
      { at: 'set', payload: 'Aabc.x~20y.-_' } as const,
      ...(['work', 'result', 'results', 'print'] as const).map(step => ({ at: 'set', payload: 'A.b.c', step }) as const),
      { at: 'result', payload: 'Rabc.Ada' } as const,
      ...areas.map(({ id }) => ({ at: 'area', area: id }) as const),
      ...skills.map(({ id }) => ({ at: 'skill', skill: id }) as const),
      ...skills.flatMap(({ id, levels }) => levels.map((_, i) => ({ at: 'practise', skill: id, level: i + 1 }) as const)),
      ...skills.map(({ id }) => ({ at: 'practise', skill: id, level: 1, aside: true }) as const),
      ...skills.map(({ id }) => ({ at: 'past', skill: id, entry: 'my-phone_1:12' }) as const),
      ...skills.map(({ id, levels }) => ({ at: 'example', skill: id, level: levels.length }) as const),
    ];
    for (const route of routes) expect(parseRoute(hrefOf(route))).toEqual(route);
  });

  test.each([
    '#/nowhere',
    '#/explore/astrology',
    '#/skill/linear-algebra',
    '#/skill/linear-algebra/no-such-skill',
    '#/practise/linear-algebra/matrix-product/0',
    '#/practise/linear-algebra/matrix-product/99',
    '#/practise/linear-algebra/matrix-product/1e0',
    '#/practise/linear-algebra/matrix-product/1/elsewhere',
    '#/skill/linear-algebra/matrix-product/past/0',
    '#/skill/linear-algebra/matrix-product/past/phone:0',
    '#/skill/linear-algebra/matrix-product/example/99',
    '#/skill/linear-algebra/matrix-product/elsewhere/1',
    '#/today/more',
    '#/sets/elsewhere',
    '#/set/A.b.c/elsewhere',
    '#/set/A.b.c/work/more',
    '#/result/R/more',
    '#/__proto__',
    '#/explore/constructor',
  ])('%s leads nowhere', hash => expect(parseRoute(hash)).toEqual({ at: 'nowhere' }));

  test('anything at all has a meaning', () => {
    fc.assert(fc.property(fc.string(), hash => typeof parseRoute(hash).at === 'string'));
  });
});
