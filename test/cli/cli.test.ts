// The command line's contract, as another program meets it: one line out for each line in, exit codes, order.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { skills } from '../../src/catalog.ts';

const ID = 'linear-algebra/matrix-product';

function gradus(args: readonly string[], lines: readonly unknown[] = []) {
  const input = lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'src/cli.ts', ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  return { status, stderr, text: stdout, out: stdout.split('\n').filter(Boolean) };
}

function answers(args: readonly string[], lines: readonly unknown[]) {
  return gradus(args, lines).out.map(line => JSON.parse(line));
}

describe('gradus list', () => {
  it('has a line a skill', () => {
    const listed = gradus(['list']).out.map(line => JSON.parse(line));
    expect(listed.map(skill => skill.id)).toEqual(skills.map(skill => skill.id));
    expect(Object.keys(listed[0])).toEqual(['id', 'version', 'title', 'area', 'bullet', 'needs', 'levels']);
  });
});

describe('gradus make', () => {
  it('gives the same bytes again, and the same with several jobs', () => {
    const args = ['make', '--all', '--seed', 's', '--count', '10'];
    const once = gradus(args);
    expect(once.out).toHaveLength(10 * skills.reduce((levels, skill) => levels + skill.levels.length, 0));
    expect(gradus(args).text).toBe(once.text);
    expect(gradus([...args, '--jobs', '2']).text).toBe(once.text);
  }, 60_000);

  it('orders by id, level and seed, and gives all that it takes to answer', () => {
    const lines = gradus(['make', ID, '--count', '2']).out.map(line => JSON.parse(line));
    expect(lines.map(({ level, seed }) => `${level} ${seed}`).slice(0, 4)).toEqual(['1 0:0', '1 0:1', '2 0:0', '2 0:1']);
    const fields = ['id', 'version', 'level', 'seed', 'given', 'statement', 'figures', 'answers', 'hints', 'solution'];
    for (const line of lines) expect(Object.keys(line)).toEqual(fields);
    expect(lines[0].answers[0]).toMatchObject({ kind: 'number', key: expect.any(String), mistakes: expect.any(Array) });
  });

  it('goes on with a file that an earlier run began, also after half a line, and refuses one with other lines', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gradus-'));
    const file = join(folder, 'set.jsonl');
    const args = ['make', ID, '--seed', 's', '--count', '6', '--out', file];
    gradus(args);
    const whole = readFileSync(file, 'utf8');
    expect(whole).toBe(gradus(args.slice(0, -2)).text);
    for (const part of [0, 1, 200, whole.indexOf('\n') + 1, Math.floor(whole.length * 0.7)]) {
      writeFileSync(file, whole.slice(0, part));
      gradus(args);
      expect(readFileSync(file, 'utf8') === whole, `cut at ${part}`).toBe(true);
    }
    expect(gradus([...args, '--seed', 'other']).status).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe(whole);
    rmSync(folder, { recursive: true });
  }, 60_000);

  it('makes a range of seeds', () => {
    const lines = gradus(['make', ID, '--level', '1', '--seed', 's', '--from', '3', '--count', '2']).out.map(line =>
      JSON.parse(line),
    );
    expect(lines.map(({ seed }) => seed)).toEqual(['s:3', 's:4']);
  });

  it('takes a seed alone as it is', () => {
    const [line] = gradus(['make', ID, '--level', '2', '--seed', 'any words']).out;
    expect(JSON.parse(line ?? '')).toMatchObject({ level: 2, seed: 'any words' });
  });

  it.each([
    [['make']],
    [['make', 'no/skill']],
    [['make', ID, '--level', '99']],
    [['make', ID, '--count', '0']],
    [['make', ID, '--what']],
    [['nonsense']],
    [[]],
  ])('ends with 2 and says what is missing: %j', args => {
    const { status, stderr, out } = gradus(args);
    expect(status).toBe(2);
    expect(stderr.trim()).not.toBe('');
    expect(out).toEqual([]);
  });
});

describe('gradus grade', () => {
  it('judges the keys and the mistakes of made exercises', () => {
    const made = gradus(['make', '--all', '--count', '2']).out.map(line => JSON.parse(line));
    const asked = made.map(({ id, level, seed, answers }) => ({
      id,
      level,
      seed,
      answers: answers.map((answer: { key: string }) => answer.key),
    }));
    const graded = answers(['grade'], asked);
    expect(graded).toHaveLength(asked.length);
    for (const grade of graded) expect(grade).toMatchObject({ verdict: 'right', credit: 1 });
    const [first] = made;
    const [mistake] = first.answers[0].mistakes;
    const { id, level, seed } = first;
    expect(answers(['grade'], [{ id, level, seed, answers: [mistake.wrong] }])).toEqual([
      { verdict: 'wrong', credit: 0, parts: [{ verdict: 'wrong', says: mistake.says }] },
    ]);
  }, 60_000);

  it('answers each line, in order, also one that it can not use', () => {
    const good = { id: ID, level: 1, seed: '0', answers: ['1 +'] };
    const lines = answers(
      ['grade'],
      [good, 'no json', { id: 'no/skill' }, { ...good, level: 77 }, { ...good, answers: [1] }, good],
    );
    expect(lines.map(line => line.verdict ?? 'error')).toEqual(['unreadable', 'error', 'error', 'error', 'error', 'unreadable']);
    for (const line of lines.slice(1, 5)) expect(line.error).toMatch(/\.$|"/);
  });
});

describe('gradus equal', () => {
  it.each([
    [{ student: '2(x+1)', model: '2x+2' }, 'equal'],
    [{ student: '2(x+1)', model: '2x+2', form: 'expanded' }, 'different'],
    [{ student: 'p', model: 'sqrt(p^2)' }, 'different'],
    [{ student: 'p', model: 'sqrt(p^2)', assume: { p: [0, 1] } }, 'equal'],
    [{ student: 'x^2 + 7', model: 'x^2', upToConstant: true }, 'equal'],
    [{ student: '0.33', model: '1/3', kind: 'real', tolerance: 0.01 }, 'equal'],
    [{ student: '105', model: '100', kind: 'real', relative: 0.05 }, 'equal'],
    [{ student: '0.33', model: '1/3', kind: 'number' }, 'different'],
    [{ student: '(2,4)', model: '(1,2)', kind: 'direction' }, 'equal'],
    [{ student: '[[1,2],[3,4]]', model: '[1 2; 3 4]', kind: 'matrix' }, 'equal'],
    [{ student: '{2,1}', model: '{1,2}', kind: 'set' }, 'equal'],
    [{ student: 'b', model: 'a', kind: 'choice' }, 'different'],
    [{ student: '{b, a}', model: '{a, b}', kind: 'several' }, 'equal'],
    [{ student: '2 +', model: '2' }, 'unreadable'],
  ])('%j: %s', (line, verdict) => {
    expect(answers(['equal'], [line])).toMatchObject([{ verdict }]);
  });
});

describe('gradus schedule', () => {
  it('follows SM-2 and the study day', () => {
    expect(
      answers(
        ['schedule'],
        [
          { q: [5, 5, 5, 5, 5, 5] },
          { from: { n: 2, ef: 2.5, interval: 6 }, q: [4, 1] },
          { utc: '2026-11-22T02:59:00Z', zone: 'Europe/Berlin', rolloverHour: 4 },
          { utc: '2026-11-22T03:00:00Z', zone: 'Europe/Berlin', rolloverHour: 4 },
          { q: [6] },
          { utc: '2026-11-22T03:00:00Z', zone: 'Mars/Olympus' },
        ],
      ),
    ).toMatchObject([
      [{}, {}, { n: 3, ef: 2.8, interval: 16 }, {}, {}, { n: 6, ef: 3.1, interval: 393 }],
      [
        { n: 3, ef: 2.5, interval: 15 },
        { n: 0, ef: 1.96, interval: 1 },
      ],
      { studyDate: '2026-11-21' },
      { studyDate: '2026-11-22' },
      { error: expect.any(String) },
      { error: expect.any(String) },
    ]);
  });
});

describe('gradus schedule, at its edges', () => {
  it('takes a time without an offset as UTC, wherever it runs, and refuses what is no ISO time', () => {
    const line = (utc: string) => ({ utc, zone: 'UTC', rolloverHour: 4 });
    const lines = answers(['schedule'], [line('2026-03-29T23:30:00'), line('2026-03-29T23:30:00+02:00'), line('March 7 2026')]);
    expect(lines).toMatchObject([{ studyDate: '2026-03-29' }, { studyDate: '2026-03-29' }, { error: expect.any(String) }]);
  });

  it('writes every digit of an interval that no double holds', () => {
    const [line = ''] = gradus(['schedule'], [{ q: Array.from({ length: 60 }, () => 5) }]).out;
    const intervals = [...line.matchAll(/"interval":(\d+)/g)].map(match => BigInt(match[1] ?? ''));
    expect(intervals).toHaveLength(60);
    // The easiness before the k-th review, from 0, is 2.5 + k/10.
    for (let k = 2; k < 60; k++) expect(intervals[k]).toBe(((intervals[k - 1] ?? 0n) * BigInt(250 + 10 * k) + 50n) / 100n);
  });

  it('answers a blank line too, so that lines out are lines in', () => {
    expect(answers(['schedule'], [{ q: [] }, '', { q: [] }])).toEqual([[], { error: expect.any(String) }, []]);
  });
});

describe('gradus check', () => {
  it('makes and verifies every level and ends well', () => {
    const { status, out } = gradus(['check', ID, '--count', '30']);
    expect(status).toBe(0);
    expect(out.at(-1)).toMatch(/^All right/);
  });
});

describe('gradus set', () => {
  const set = {
    title: 'Week 3',
    seed: '7b',
    items: [
      { skill: ID, level: 2, count: 2 },
      { skill: ID, level: 2, count: 1 },
    ],
  };

  it('makes a link and reads it back', () => {
    const [{ link }] = answers(['set', 'encode', '--origin', 'https://gradus.example/'], [set]);
    expect(link).toMatch(/^https:\/\/gradus\.example\/#\/set\/A/);
    expect(answers(['set', 'decode'], [link])).toEqual([{ set, digest: expect.stringMatching(/^[\w-]{8}$/), same: true }]);
  });

  it('answers every line that it cannot use with an error in words', () => {
    const item = { skill: ID, level: 1, count: 1 };
    const wrong = [
      { items: [item] },
      { seed: '1', items: [] },
      { seed: '1', items: [{ ...item, level: 9 }] },
      { seed: '1', items: [{ ...item, count: 51 }] },
      { seed: '1', items: [{ ...item, skill: 'no/skill' }] },
      { seed: '1', items: [item], colour: 'red' },
      { seed: '1', items: Array(5).fill({ ...item, count: 50 }) },
      { title: 'x'.repeat(61), seed: '1', items: [item] },
    ];
    for (const answer of answers(['set', 'encode'], wrong)) expect(answer).toEqual({ error: expect.stringMatching(/\.$/) });
    expect(answers(['set', 'decode'], ['nothing', '', '#/set/A'])).toHaveLength(3);
    for (const misused of [['set'], ['set', 'encode', 'more'], ['set', 'encode', '--what']])
      expect(gradus(misused).status).toBe(2);
  });
});
