// Sets for other systems, read back by parsers that others wrote, and Moodle's fields by the rules of its own reader.
import { parse } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadGenerator, skills } from '../../src/catalog.ts';
import type { Exercise } from '../../src/exercise/generator.ts';
import { make } from '../../src/make.ts';
import { ankiFile } from '../../src/paper/anki.ts';
import { base64 } from '../../src/paper/base64.ts';
import { moodleXml } from '../../src/paper/moodle.ts';

let exercises: readonly Exercise[];
beforeAll(async () => {
  const places = skills.flatMap(({ id, levels }) => levels.map((_, i) => [id, i + 1] as const));
  exercises = await Promise.all(places.map(async ([id, level]) => make(await loadGenerator(id), level, 'export')));
}, 60_000);

describe('Moodle XML', () => {
  test('is XML, with one question an exercise, its hints, its solution and its pictures', () => {
    const xml = moodleXml('Week 3 < 4 / "5" & more', exercises);
    expect(XMLValidator.validate(xml)).toBe(true);
    const parser = new XMLParser({
      ignoreAttributes: false,
      processEntities: true,
      trimValues: false,
      isArray: name => name === 'hint' || name === 'file',
    });
    const { question } = parser.parse(xml).quiz;
    expect(question[0].category.text).toBe('$course$/Week 3 < 4 // "5" & more');
    expect(question).toHaveLength(exercises.length + 1);
    for (const [i, exercise] of exercises.entries()) {
      const read = question[i + 1];
      expect(read.name.text).toContain(`${exercise.id}@${exercise.version}/${exercise.level}`);
      expect(read.hint).toHaveLength(exercise.hints.length);
      expect(read.generalfeedback.text.match(/<li>/g)).toHaveLength(exercise.solution.length);
      expect(read.questiontext.file?.length ?? 0).toBe(exercise.figures?.length ?? 0);
      const fields = fieldsIn(read.questiontext.text);
      expect(fields.length, exercise.id).toBeGreaterThanOrEqual(exercise.answers.length);
      for (const { kind, alternatives, rest } of fields) {
        const right = alternatives.filter(({ isRight }) => isRight);
        expect(right.length, `${exercise.id}: ${rest}`).toBeGreaterThan(0);
        if (kind === 'NUMERICAL')
          for (const { answer } of alternatives) expect(answer).toMatch(/^-?[\d.]+(e-?\d+)?(:[\d.]+(e-?\d+)?)?$/);
        for (const { feedback } of alternatives) expect(isBalanced(feedback), `${exercise.id}: ${feedback}`).toBe(true);
      }
    }
  });

  test('base64 is what others make of it', () => {
    for (const text of ['', 'a', 'ab', 'abc', 'π ≤ 4', '🦊'.repeat(9)])
      expect(base64(text)).toBe(Buffer.from(text).toString('base64'));
  });
});

describe('a file for Anki', () => {
  test('has a note an exercise: name, front, back, tags', () => {
    const file = ankiFile('Week 3', exercises);
    const [head, notes] = [
      file.split('\n').filter(line => line.startsWith('#')),
      file.split('\n').filter(line => line !== '' && !line.startsWith('#')),
    ];
    expect(head).toContain('#separator:tab');
    const rows: string[][] = parse(notes.join('\n'), { delimiter: '\t' });
    expect(rows).toHaveLength(exercises.length);
    expect(new Set(rows.map(([name]) => name)).size).toBe(exercises.length);
    for (const [i, [, front = '', back = '', tags = '']] of rows.entries()) {
      const exercise = exercises[i];
      expect(front.includes('\\(') || exercise?.statement.length === 1 || /\d|[a-z]/.test(front)).toBe(true);
      expect(back.match(/<li>/g)?.length).toBeGreaterThanOrEqual(exercise?.solution.length ?? 0);
      expect(tags).toContain(exercise?.id.replace('/', '::'));
      expect(/<script|\$\$/.test(front + back)).toBe(false);
    }
  });
});

interface Alternative {
  readonly isRight: boolean;
  readonly answer: string;
  readonly feedback: string;
}

/** Fields as Moodle reads them: `}`, `~` and, in answers, `#` end something unless a backslash stands before them. */
function fieldsIn(html: string): { kind: string; alternatives: Alternative[]; rest: string }[] {
  const fields: { kind: string; alternatives: Alternative[]; rest: string }[] = [];
  for (const [start, kind = ''] of html.matchAll(/\{1:([A-Z_]+):/g)) {
    let at = html.indexOf(start, fields.length === 0 ? 0 : html.length - (fields.at(-1)?.rest.length ?? 0)) + start.length;
    const from = at;
    while (at < html.length && !(html[at] === '}' && html[at - 1] !== '\\')) at++;
    const inside = html.slice(from, at);
    fields.push({ kind, rest: html.slice(at), alternatives: inside.split(/(?<!\\)~/).map(alternative) });
  }
  return fields;
}

function alternative(text: string): Alternative {
  const [answer = '', ...feedback] = text.replace(/^=/, '').split(/(?<!\\|&)#/);
  return { isRight: text.startsWith('='), answer: undone(answer), feedback: undone(feedback.join('#')) };
}

function undone(text: string): string {
  return text
    .replaceAll('\\}', '}')
    .replaceAll('\\#', '#')
    .replaceAll('\\~', '~')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Whether all braces and all formulas that open close. */
function isBalanced(html: string): boolean {
  const [open, close] = [html.split('{').length, html.split('}').length];
  return open === close && html.split('\\(').length === html.split('\\)').length;
}
