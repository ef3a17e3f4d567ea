// A set as a file: a name that every system takes, and all exercises in it.
import { expect, test } from 'vitest';
import { setFile } from '../../../src/app/sets/files.ts';
import { loadGenerator } from '../../../src/catalog.ts';
import { make } from '../../../src/make.ts';

const generator = await loadGenerator('linear-algebra/matrix-product');
const exercises = [1, 2].map(level => make(generator, level, 'file'));
const link = 'https://gradus.example/#/set/A';
const nameFor = (title: string) => setFile('moodle', { title, link, exercises: [] }).name;

test.each([
  ['Week 3', 'gradus-week-3.xml'],
  ['', 'gradus-set.xml'],
  ['Übungen: Brüche & Potenzen', 'gradus-ubungen-bruche-potenzen.xml'],
  ['../../etc/passwd', 'gradus-etc-passwd.xml'],
  ['第三周', 'gradus-set.xml'],
  ['CON.exe\u202ecod', 'gradus-con-exe-cod.xml'],
])('%j is saved as %s', (title, name) => expect(nameFor(title)).toBe(name));

test('the longest title makes no endless name', () => expect(nameFor('long '.repeat(12)).length).toBeLessThan(60));

test.each([
  ['moodle', 'xml', 'application/xml'],
  ['anki', 'txt', 'text/plain'],
  ['jsonl', 'jsonl', 'application/jsonl'],
  ['tex', 'tex', 'application/x-tex'],
] as const)('%s holds every exercise', async (format, ending, type) => {
  const file = setFile(format, { title: 'Week 3', link, exercises });
  expect([file.name, file.type]).toEqual([`gradus-week-3.${ending}`, type]);
  const text = await file.text();
  if (format === 'tex') expect(text.match(/\\item \\begin\{minipage\}/g)).toHaveLength(2);
  else
    for (const { id, version, level } of exercises)
      expect(text).toContain(format === 'jsonl' ? `"level":${level}` : `${id}@${version}/${level}`);
});
