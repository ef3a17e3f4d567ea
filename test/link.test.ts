// Links to sets: what goes in comes out, and whatever else comes in is told in words.
import fc from 'fast-check';
import './property-seed.ts';
import { describe, expect, test } from 'vitest';
import plan from '../scripts/plan.json' with { type: 'json' };
import { MOST, type ProblemSet } from '../src/exercise/problem-set.ts';
import { cleanTitle, codeOf, decodeSet, digestOf, encodeSet, isSeed, otherVersions, type SentSet } from '../src/link.ts';

const skills = Object.keys(plan).map((id, i) => ({ id, version: 1 + (i % 3), levels: [1, 2, 3, 4, 5] }));

const title = fc.string({ unit: 'binary', maxLength: 80 }).map(cleanTitle);
const seed = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter(isSeed);
const item = fc.record(
  {
    skill: fc.constantFrom(...skills.map(({ id }) => id)),
    level: fc.integer({ min: 1, max: 5 }),
    count: fc.integer({ min: 1, max: 5 }),
    first: fc.integer({ min: 0, max: MOST.first }),
  },
  { requiredKeys: ['skill', 'level', 'count'] },
);
const sets: fc.Arbitrary<ProblemSet> = fc
  .record({ title, seed, items: fc.array(item, { minLength: 1, maxLength: MOST.items }) })
  .map(({ title, ...rest }) => ({ ...(title !== '' && { title }), ...rest }));
const sent: fc.Arbitrary<SentSet> = sets.map(set => ({
  set,
  versions: set.items.map(({ level, count }) => (level * 811 * count) % 4096),
  digest: digestOf([JSON.stringify(set)]),
}));

describe('a set as a link', () => {
  test('comes back as it was, from the bare link, a whole address, and a message around it', () => {
    const origins = ['', 'https://gradus.example/', 'https://someone.github.example/gradus/index.html?x=1'];
    fc.assert(
      fc.property(sent, fc.constantFrom(...origins), (value, origin) => {
        const link = origin + encodeSet(value);
        expect(decodeSet(link, skills)).toEqual({ ok: true, value });
        expect(decodeSet(`For tomorrow:\n${link}.\nSee you`, skills)).toEqual({ ok: true, value });
      }),
      { numRuns: 2000 },
    );
  });

  test('has at most 300 signs for twenty skills, title and origin apart', () => {
    const items = skills.slice(0, 20).map(({ id }) => ({ skill: id, level: 5, count: 10 }));
    const set = { seed: 'a'.repeat(MOST.seed), items };
    expect(encodeSet({ set, versions: items.map(() => 4095), digest: digestOf(['x']) }).length).toBeLessThanOrEqual(300);
  });

  test('holds nothing but letters, digits and ~ . _ -', () => {
    fc.assert(
      fc.property(sent, value => {
        expect(encodeSet(value)).toMatch(/^#\/set\/[A-Za-z0-9~._-]+$/);
      }),
    );
  });

  test('every skill of the whole plan has a number of its own', () => {
    expect(new Set(skills.map(({ id }) => codeOf(id))).size).toBe(skills.length);
  });

  test('these links are read for ever', () => {
    const value: SentSet = {
      set: {
        title: 'Week 3: dot products',
        seed: '2026-11-23',
        items: [{ skill: 'linear-algebra/dot-product', level: 2, count: 10 }],
      },
      versions: [1],
      digest: 'abcd_-12',
    };
    const link = encodeSet(value);
    expect(link).toMatchInlineSnapshot(`"#/set/Aabcd_-123R46.2026~2D11~2D23.le9PCKABA.Week~203~3A~20dot~20products"`);
    expect(decodeSet(link, skills)).toEqual({ ok: true, value });
  });
});

describe('other texts', () => {
  const example = encodeSet({
    set: { title: 'A', seed: '1', items: [{ skill: skills[0]?.id ?? '', level: 1, count: 3 }] },
    versions: [1],
    digest: digestOf([]),
  });

  test('every cut and every changed sign is told in words', () => {
    for (let end = 0; end < example.length; end++) expect(decodeSet(example.slice(0, end), skills).ok, `${end}`).toBe(false);
    const payload = '#/set/'.length;
    let accepted = 0;
    for (let at = payload; at < example.length; at++)
      for (const sign of 'AZaz09-_~.') {
        const changed = example.slice(0, at) + sign + example.slice(at + 1);
        if (changed !== example && decodeSet(changed, skills).ok) accepted++;
      }
    expect(accepted).toBe(0);
  });

  test('anything at all gives a set within bounds or words', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: fc.constantFrom(...'#/set.A~_-%<>09azé'), maxLength: 400 }).map(text => `#/set/A${text}`),
    );
    fc.assert(
      fc.property(anything, text => {
        const found = decodeSet(text, skills);
        if (found.ok) expect(found.value.set.items.length).toBeLessThanOrEqual(MOST.items);
        else expect(found.says).toMatch(/^[A-Z][^<>]+\.$/);
      }),
      { numRuns: 3000 },
    );
  });

  test('a later format and an unknown skill ask for an update', () => {
    expect(decodeSet(example.replace('/A', '/B'), skills)).toMatchObject({ says: expect.stringContaining('newer version') });
    expect(decodeSet(example, skills.slice(1))).toMatchObject({ says: expect.stringContaining('does not know') });
  });

  test('numbers beyond their bounds are brought into them', () => {
    const items = [{ skill: skills[0]?.id ?? '', level: 60, count: 63 }];
    const found = decodeSet(encodeSet({ set: { seed: '1', items }, versions: [1], digest: digestOf([]) }), skills);
    expect(found).toMatchObject({ value: { set: { items: [{ level: 5, count: MOST.count }] } } });
  });
});

test('which skills the sender had in another version is told', () => {
  const [first, second, third] = skills.map(({ id }) => ({ skill: id, level: 1, count: 1 }));
  if (!first || !second || !third) throw new Error('the plan is empty');
  const value: SentSet = { set: { seed: '1', items: [first, second, third, second] }, versions: [2, 1, 3, 1], digest: '' };
  expect(otherVersions(value, skills)).toEqual({ later: [first.skill], earlier: [second.skill] });
});

test('titles lose what cannot be seen, and what is beyond sixty letters', () => {
  expect(cleanTitle('  a\u202e\n b\u0000\ud800  ')).toBe('a b');
  expect([...cleanTitle('🦊'.repeat(99))]).toHaveLength(MOST.title);
});
