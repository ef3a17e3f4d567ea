// Results that come back: out of any chat into the table, each once, and no name does any harm.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { totalsOf } from '../../../src/app/sets/class-totals.ts';
import { csvOf, textOf } from '../../../src/app/sets/result-table.ts';
import { durationText, furtherText, gatheredText, marksText, pointsText, whoseText } from '../../../src/app/sets/result-words.ts';
import { gather, MOST_RESULTS, resultOf, rowsOf, sorted } from '../../../src/app/sets/results.ts';
import { encodeResult, MARKS, type SetResult } from '../../../src/link/result.ts';
import { chatOf, classOf, DIGEST } from './class.ts';

const expected = { digest: DIGEST, exercises: 20 };
const people = classOf(30, 20);
const links = people.map(encodeResult);

/** Four exercises, of which so many are right. */
const result = (name: string, right: number, seconds = 60): SetResult => ({
  digest: DIGEST,
  marks: Array.from({ length: 4 }, (_, i) => (i < right ? 'right' : 'wrong')),
  seconds,
  name,
});
const four = { digest: DIGEST, exercises: 4 };
const tableOf = (...results: readonly SetResult[]) => rowsOf(results.map(encodeResult), four);

describe('a pasted text', () => {
  test('a class of 30 is found in its chat, in its order', () => {
    expect(gather([], chatOf(people), expected)).toEqual({ added: links, known: 0, others: 0, broken: 0, left: 0 });
  });

  test('the same chat again adds nothing', () => {
    const { added, known } = gather(links, chatOf(people), expected);
    expect({ added, known }).toEqual({ added: [], known: 30 });
  });

  test('results of other sets and broken ones are told apart', () => {
    const text = [chatOf(people.slice(0, 3)), chatOf(classOf(2, 5, 'otherset')), `${links[5]?.slice(0, -3)}x`, links[0]].join(
      '\n',
    );
    const gathered = gather(links.slice(0, 1), text, expected);
    expect(gathered).toEqual({ added: links.slice(1, 3), known: 1, others: 2, broken: 1, left: 0 });
    expect(gatheredText(gathered)).toBe(
      'Two results added, one was there already, two are of another set, one did not come whole: ask for it again.',
    );
  });

  test('one with more or fewer exercises than the set does not count', () => {
    expect(gather([], encodeResult({ ...result('Ada', 2), marks: ['right'] }), four)).toMatchObject({ added: [], broken: 1 });
    expect(rowsOf([encodeResult({ ...result('Ada', 2), marks: ['right'] })], four)).toEqual([]);
  });

  test('a link without a name may lose its last point, as some messengers see to', () => {
    const link = encodeResult(result('', 2));
    expect(link.endsWith('.')).toBe(true);
    for (const text of [link, link.slice(0, -1), `${link.slice(0, -1)} thanks`, `_${link}_`, `(${link})`]) {
      expect(gather([], text, four).added, text).toEqual([link]);
    }
    expect(resultOf(link.replace('#/result/', '').slice(0, -1))).toEqual(result('', 2));
  });

  test('a link that a mail program wrapped in another one is found', () => {
    const link = encodeResult(result('Zoë', 2));
    const wrapped = `https://safe.example/?url=${encodeURIComponent(`https://gradus.example/${link}`)}&data=05`;
    expect(gather([], wrapped.replaceAll('~', '%7E'), four).added).toEqual([link]);
  });

  test('never throws, and finds every result whatever stands between', () => {
    const marks = fc.array(fc.constantFrom(...MARKS), { minLength: 4, maxLength: 4 });
    const one = fc.record({
      digest: fc.constant(DIGEST),
      marks,
      seconds: fc.nat(9999),
      name: fc.string({ unit: 'grapheme', maxLength: 8 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(one, { maxLength: 8, selector: encodeResult }),
        fc.string({ unit: 'binary' }),
        (results, noise) => {
          const all = results.map(encodeResult);
          expect(gather([], all.join(` ${noise}\n`), four).added).toEqual(expect.arrayContaining(all));
          for (const row of rowsOf(all, four)) expect(csvOf([row], ['a', 'b', 'c', 'd']).endsWith('\r\n')).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('what has no room is left out and told', () => {
    const many = classOf(MOST_RESULTS + 5, 4).map((each, i) => encodeResult({ ...each, seconds: i }));
    const { added, left } = gather(many.slice(0, 10), many.join('\n'), four);
    expect([added.length, left]).toEqual([MOST_RESULTS - 10, 5]);
  });

  test('what was found is said in words', () => {
    const nothing = { added: [], known: 0, others: 0, broken: 0, left: 0 };
    expect(gatheredText(nothing)).toMatch(/^There is no result/);
    expect(gatheredText({ ...nothing, added: ['a'] })).toBe('One result added.');
    expect(gatheredText({ ...nothing, known: 30 })).toBe('30 results were there already.');
    expect(gatheredText({ ...nothing, added: ['a', 'b', 'c'], known: 1, others: 2 })).toBe(
      'Three results added, one was there already, two are of another set.',
    );
  });
});

describe('the table', () => {
  test('a second result under a name is a further try, however the name is spelt', () => {
    const rows = tableOf(
      result('Ada Lovelace', 1),
      result('Max', 2),
      result(' ada  lovelace\u200b', 4, 30),
      result('ADA LOVELACE', 3),
    );
    expect(rows.map(furtherText)).toEqual(['', '', '2nd try', '3rd try']);
  });

  test('results without a name are numbered, and no tries of one another', () => {
    const rows = tableOf(result('', 1), result('\u200b \u202e', 2), result('Max', 2));
    expect(rows.map(row => whoseText(row, rows))).toEqual(['Without a name 1', 'Without a name 2', 'Max']);
    expect(rows.map(furtherText)).toEqual(['', '', '']);
    const [only] = tableOf(result('', 1));
    expect(only && whoseText(only, [only])).toBe('Without a name');
  });

  test('a name stands in one line, without signs that turn its direction', () => {
    expect(tableOf(result('A\n\tda\u202e\u0000', 1))[0]?.name).toBe('A da');
  });

  test('is sorted by name, score or time, each also the other way round', () => {
    const rows = tableOf(result('ben', 2, 90), result('', 4, 30), result('Ada', 2, 60), result('Ben 2', 3, 10));
    const namesBy = (...[sort, isReversed]: [sort: 'name' | 'score' | 'time', isReversed?: boolean]) =>
      sorted(rows, sort, isReversed).map(({ name }) => name);
    expect(namesBy('name')).toEqual(['Ada', 'ben', 'Ben 2', '']);
    expect(namesBy('name', true)).toEqual(['', 'Ben 2', 'ben', 'Ada']);
    expect(namesBy('score')).toEqual(['', 'Ben 2', 'Ada', 'ben']);
    expect(namesBy('time')).toEqual(['Ben 2', '', 'Ada', 'ben']);
  });
});

describe('what the class comes to', () => {
  test('mean, median and the hardest exercises', () => {
    const rows = tableOf(result('A', 4), result('B', 3), result('C', 1), {
      ...result('D', 2),
      marks: ['right', 'partly', 'open', 'wrong'],
    });
    const totals = totalsOf(rows);
    expect(totals).toMatchObject({ people: 4, mean: 2.375, median: 2.25 });
    expect(totals?.exercises.map(({ place, right, partly }) => [place, right, partly])).toEqual([
      [3, 1, 0],
      [2, 2, 0],
      [1, 2, 1],
      [0, 4, 0],
    ]);
  });

  test('further tries do not count, results without a name all do', () => {
    expect(totalsOf(tableOf(result('A', 1), result('a', 4), result('', 2), result('', 3)))).toMatchObject({
      people: 3,
      mean: 2,
      median: 2,
    });
  });

  test('of nobody is nothing', () => expect(totalsOf([])).toBeUndefined());
});

describe('for other programs', () => {
  const titles = ['Dot product', 'Chain rule', 'Bayes’ rule', 'Entropy'];

  test('a spreadsheet reads the table as it is', () => {
    const rows = tableOf(result('Ada, "the" first', 3, 125), result('', 1));
    expect(parse(csvOf(rows, titles), { columns: true })).toEqual([
      {
        Name: 'Ada, "the" first',
        ...{ Try: '1', Score: '3', Of: '4', Percent: '75', Seconds: '125' },
        ...{ '1. Dot product': 'right', '2. Chain rule': 'right', '3. Bayes’ rule': 'right', '4. Entropy': 'wrong' },
      },
      {
        Name: 'Without a name',
        ...{ Try: '1', Score: '1', Of: '4', Percent: '25', Seconds: '60' },
        ...{ '1. Dot product': 'right', '2. Chain rule': 'wrong', '3. Bayes’ rule': 'wrong', '4. Entropy': 'wrong' },
      },
    ]);
  });

  test('no name becomes a formula in a spreadsheet', () => {
    for (const start of '=+-@＝＋－＠') {
      const rows = tableOf(result(` ${start}HYPERLINK("http://x.example";"Ada")`, 1));
      expect(csvOf(rows, titles).split('\r\n')[1]).toMatch(/^"'/);
      expect(textOf('Week 3', rows, totalsOf(rows) ?? expect.fail(), titles)).toContain(`\n1. ${start}HYPER`);
    }
  });

  test('a message says what the class came to, then whose result is which', () => {
    const rows = tableOf(
      { ...result('Ada', 3, 725), marks: ['right', 'right', 'right', 'partly'] },
      result('Max', 1, 40),
      result('ada', 4, 3900),
    );
    expect(textOf('Week 3', sorted(rows, 'score'), totalsOf(rows) ?? expect.fail(), titles)).toBe(
      [
        'Week 3',
        '2 results, mean 2.3 and median 2.3 of 4',
        'Hardest: exercise 4, Entropy, 0 of 2 right',
        '',
        '1. ada (2nd try): 4 of 4, 1 h 5 min',
        '2. Ada: 3½ of 4, 12 min',
        '3. Max: 1 of 4, 40 s',
      ].join('\n'),
    );
  });
});

describe('in words', () => {
  test('scores, times and marks', () => {
    expect([0, 0.5, 7, 7.5].map(pointsText)).toEqual(['0', '½', '7', '7½']);
    expect([0, 59, 60, 3599, 3600, 3661].map(durationText)).toEqual(['0 s', '59 s', '1 min', '1 h', '1 h', '1 h 1 min']);
    expect(marksText(['right', 'wrong', 'right', 'right', 'right', 'open', 'open', 'partly'])).toBe(
      'Right: 1, 3 to 5. Partly right: 8. Not right: 2. Not answered: 6, 7.',
    );
  });
});
