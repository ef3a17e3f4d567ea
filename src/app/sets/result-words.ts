// Results in words: scores, times, marks for the ear, whose they are, and what a paste came to.
import { MARKS, type Mark } from '../../link/result.ts';
import { capital, count, quantity } from '../words.ts';
import { type Gathered, MOST_RESULTS, type ResultRow } from './results.ts';

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const ORDINAL: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

const words = {
  nobody: (number: number, all: number) => (all === 1 ? 'Without a name' : `Without a name ${number}`),
  further: (number: number) => `${number}${ORDINAL[ordinals.select(number)] ?? ''} try`,
  marks: { right: 'Right', partly: 'Partly right', wrong: 'Not right', open: 'Not answered' },
  nothing: 'There is no result in this text. A result is a link with “#/result/” in it.',
  added: 'added',
  known: (many: number) => `${many === 1 ? 'was' : 'were'} there already`,
  others: (many: number) => `${many === 1 ? 'is' : 'are'} of another set`,
  broken: (many: number) => `did not come whole: ask for ${many === 1 ? 'it' : 'them'} again`,
  left: (many: number) => `${many === 1 ? 'is' : 'are'} left out, since a table holds ${MOST_RESULTS}`,
};

/** `7½`; points are whole or halves. */
export const pointsText = (points: number): string => {
  const whole = Math.floor(points);
  return whole === points ? `${whole}` : `${whole === 0 ? '' : whole}½`;
};

/** `7.4`, `7`: to one decimal. */
export const decimalText = (value: number): string => `${Math.round(value * 10) / 10}`;

/** `40 s`, `12 min`, `1 h 5 min`. */
export const durationText = (seconds: number): string => {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
};

interface Line {
  /** Empty where the set has none. */
  readonly title: string;
  readonly score: number;
  readonly all: number;
  readonly seconds: number;
}

/** `Week 3: 7½ of 10, 12 min`. */
export const resultLine = ({ title, score, all, seconds }: Line): string =>
  `${title && `${title}: `}${pointsText(score)} of ${all}, ${durationText(seconds)}`;

export const MARK_WORDS: Readonly<Record<Mark, string>> = words.marks;

/** Numbers of exercises, from 1, by how they went; what went best first. */
export const byMark = (marks: readonly Mark[]): readonly { readonly mark: Mark; readonly numbers: readonly number[] }[] =>
  MARKS.toReversed()
    .map(mark => ({ mark, numbers: marks.flatMap((each, i) => (each === mark ? [i + 1] : [])) }))
    .filter(({ numbers }) => numbers.length > 0);

/** `Right: 1, 3 to 6. Wrong: 2.` */
export const marksText = (marks: readonly Mark[]): string =>
  byMark(marks)
    .map(({ mark, numbers }) => `${words.marks[mark]}: ${spans(numbers)}.`)
    .join(' ');

const spans = (numbers: readonly number[]): string => {
  const starts = numbers.filter(number => !numbers.includes(number - 1));
  const ends = numbers.filter(number => !numbers.includes(number + 1));
  return starts.map((start, i) => spanText(start, ends[i] ?? start)).join(', ');
};

const spanText = (start: number, end: number): string => {
  if (start === end) return `${start}`;
  return end === start + 1 ? `${start}, ${end}` : `${start} to ${end}`;
};

/** The name, or what stands for it, of a row among all. */
export const whoseText = ({ name, number }: ResultRow, rows: readonly ResultRow[]): string =>
  name === '' ? words.nobody(number, rows.filter(row => row.name === '').length) : name;

/** `2nd try`; empty where it is the first of its name. */
export const furtherText = ({ name, number }: ResultRow): string => (name === '' || number === 1 ? '' : words.further(number));

/** `Three results added, one was there already, two are of another set.` */
export const gatheredText = ({ added, known, others, broken, left }: Gathered): string => {
  const parts: readonly (readonly [many: number, what: string])[] = [
    [added.length, words.added],
    [known, words.known(known)],
    [others, words.others(others)],
    [left, words.left(left)],
    [broken, words.broken(broken)],
  ];
  const told = parts
    .filter(([many]) => many > 0)
    .map(([many, what], i) => `${i === 0 ? count(many, 'result') : quantity(many)} ${what}`);
  return told.length === 0 ? words.nothing : `${capital(told.join(', '))}.`;
};
