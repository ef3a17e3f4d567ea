// Every example in docs/grammar.md: read as it says, refused as it says.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gradePart } from '../../src/answers/grade.ts';
import { answerFrom } from '../../src/answers/model.ts';
import { KINDS } from '../../src/exercise/answer.ts';
import { plain } from '../../src/exercise/text.ts';
import { equivalent } from '../../src/math/expression/equivalent.ts';
import { type ParseOptions, parse } from '../../src/math/expression/parse.ts';

const page = readFileSync(new URL('../../docs/grammar.md', import.meta.url), 'utf8');

interface Example {
  readonly columns: string;
  readonly cells: readonly string[];
  readonly options: ParseOptions;
}

/** The rows of all tables; "with the letters" before a table closes the names of that and the next ones of its section. */
function examples(): Example[] {
  const found: Example[] = [];
  let [columns, options]: [string, ParseOptions] = ['', {}];
  for (const line of page.split('\n')) {
    if (line.startsWith('#')) options = {};
    const letters = /with the letters (.+):$/.exec(line)?.[1];
    if (letters) options = { variables: [...letters.matchAll(/`(\w+)`/g)].map(match => match[1] ?? '') };
    if (!line.startsWith('| ')) columns = line.startsWith('|-') ? columns : '';
    else if (columns === '') columns = line;
    else found.push({ columns, cells: cellsOf(line), options });
  }
  return found;
}

function cellsOf(row: string): readonly string[] {
  const cells = row.split(/(?<!\\)\|/).slice(1, -1);
  return cells.map(cell => cell.trim().replaceAll('\\|', '|')).map(cell => /^`(.*)`$/.exec(cell)?.[1] ?? cell);
}

const of = (columns: string) =>
  examples()
    .filter(example => example.columns === columns)
    .map(({ cells: [typed = '', second = '', third = ''], options }) => ({ typed, second, third, options }));

describe('docs/grammar.md', () => {
  it('has the tables that are tested here', () => {
    expect(of('| typed | means |').length).toBeGreaterThan(80);
    expect(of('| typed | says |').length).toBeGreaterThan(10);
    expect(of('| typed | kind | is |').length).toBeGreaterThan(20);
  });

  it.each(of('| typed | means |'))('$typed means $second', ({ typed, second, options }) => {
    const [read, meant] = [parse(typed, options), parse(second, options)];
    if (!read.ok) throw new Error(read.says);
    if (!meant.ok) throw new Error(meant.says);
    expect(equivalent(read.value, meant.value).equal).toBe(true);
  });

  it.each(of('| typed | says |'))('$typed is refused: $second', ({ typed, second, options }) => {
    expect(parse(typed, options)).toMatchObject({ ok: false, says: second });
  });

  it.each(of('| typed | kind | is |'))('$typed as a $second is $third', ({ typed, second, third }) => {
    const kind = KINDS.find(name => name === second);
    if (!kind) throw new Error(`no kind ${second}`);
    const model = answerFrom({ kind, text: third }, typed);
    if (!model.ok) throw new Error(model.says);
    expect(gradePart(model.value, typed)).toMatchObject({ verdict: 'right', says: [] });
    expect(plain(gradePart(model.value, third).says)).toBe('');
  });
});
