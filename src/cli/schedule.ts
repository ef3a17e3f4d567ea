// `schedule`: SM-2 over a row of grades, and the study day of an instant.
import { dayToIso } from '../schedule/civil.ts';
import { type CardState, NEW_CARD, QUALITIES, review } from '../schedule/sm2.ts';
import { ROLLOVER_HOUR, studyDay } from '../schedule/study-day.ts';
import { answerLines, type Fields, listField, numberField, Raw, textField, Unusable } from './lines.ts';

export function scheduleLines(): Promise<void> {
  return answerLines(fields => (fields.utc === undefined ? new Raw(reviews(fields)) : { studyDate: studyDate(fields) }));
}

/** The states as JSON text; an interval keeps all its digits, also beyond what a double holds. */
function reviews(fields: Fields): string {
  let state = fields.from === undefined ? NEW_CARD : readState(fields.from);
  const states = listField(fields, 'q').map(grade => {
    const quality = QUALITIES.find(known => known === grade);
    if (quality === undefined) throw new Unusable('Each grade has to be a whole number from 0 to 5.');
    state = review(state, quality);
    return `{"n":${state.n},"ef":${state.ef100 / 100},"interval":${state.interval}}`;
  });
  return `[${states.join(',')}]`;
}

function readState(from: unknown): CardState {
  if (typeof from !== 'object' || from === null) throw new Unusable('"from" has to be {n, ef, interval}.');
  const fields: Fields = { ...from };
  const ef100 = typeof fields.ef === 'number' ? Math.round(fields.ef * 100) : Number.NaN;
  if (!(ef100 >= 130 && ef100 <= 1e9 && ef100 / 100 === fields.ef))
    throw new Unusable('"ef" has to be a number from 1.3, in hundredths.');
  const [n, interval] = [numberField(fields, 'n'), numberField(fields, 'interval')];
  if (n < 0 || interval < 0) throw new Unusable('"n" and "interval" can\'t be negative.');
  return { n, ef100, interval: BigInt(interval) };
}

function studyDate(fields: Fields): string {
  const at = instant(textField(fields, 'utc'));
  const hour = fields.rolloverHour === undefined ? ROLLOVER_HOUR : numberField(fields, 'rolloverHour');
  const day = studyDay(at, textField(fields, 'zone'), hour);
  if (!day.ok) throw new Unusable(day.says);
  return dayToIso(day.value);
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/;

/** Milliseconds of an ISO 8601 time; without an offset it is UTC, wherever this runs. */
function instant(text: string): number {
  const [whole, offset] = ISO.exec(text) ?? [];
  const at = whole === undefined ? Number.NaN : Date.parse(offset === undefined ? `${whole}Z` : whole);
  if (Number.isNaN(at)) throw new Unusable('"utc" has to be an ISO 8601 time such as 2026-03-29T02:30:00Z.');
  return at;
}
