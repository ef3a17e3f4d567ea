// A class for tests: results of one set, and the chat in which they come.
import { encodeResult, MARKS, type SetResult } from '../../../src/link/result.ts';

export const DIGEST = 'AbCd-_12';

const ADDRESS = 'https://gradus.example/app/';

/** The results of so many people, of so many exercises; no two are the same. */
export const classOf = (people: number, exercises: number, digest = DIGEST): readonly SetResult[] =>
  Array.from({ length: people }, (_, person) => ({
    digest,
    marks: Array.from({ length: exercises }, (_, i) => MARKS[(person * 7 + i * i + ((person * i) % 5)) % 4] ?? 'open'),
    seconds: 200 + ((person * 97) % 1500),
    name: `Learner ${person + 1}`,
  }));

/** As a chat is copied: who wrote when, with talk between, and some who send theirs twice. */
export const chatOf = (results: readonly SetResult[]): string =>
  results
    .map((result, i) => {
      const line = `[22/11/2026, 18:${10 + (i % 50)}] ${result.name || '~ someone'}: Week 3: 7½ of 10, 12 min – ${ADDRESS}${encodeResult(result)}`;
      const talk =
        i % 3 === 0
          ? `\n[22/11/2026, 18:59] +44 7700 900${i}: was number 7 a trick? 😅 see #/result/ or https://x.example/#/set`
          : '';
      return `${line}${talk}${i % 4 === 0 ? `\n> ${line}` : ''}`;
    })
    .join('\n');
