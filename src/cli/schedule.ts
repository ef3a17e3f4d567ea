// `schedule`: SM-2 over a row of grades, and the study day of an instant.
import { dayToIso } from '../schedule/civil.ts';
import { type CardState, NEW_CARD, QUALITIES, review } from '../schedule/sm2.ts';
import { ROLLOVER_HOUR, studyDay } from '../schedule/study-day.ts';
import { answerLines, type Fields, listField, numberField, textField, Unusable } from './lines.ts';

export function scheduleLines(): Promise<void> {
  return answerLines(fields => (fields.utc === undefined ? reviews(fields) : { studyDate: studyDate(fields) }));
}

function reviews(fields: Fields): object[] {
  let state = fields.from === undefined ? NEW_CARD : readState(fields.from);
  return listField(fields, 'q').map(grade => {
    const quality = QUALITIES.find(known => known === grade);
    if (quality === undefined) throw new Unusable('Each grade has to be a whole number from 0 to 5.');
    state = review(state, quality);
    return { n: state.n, ef: state.ef100 / 100, interval: Number(state.interval) };
  });
}

function readState(from: unknown): CardState {
  if (typeof from !== 'object' || from === null) throw new Unusable('"from" has to be {n, ef, interval}.');
  const fields: Fields = { ...from };
  const ef100 = Math.round(Number(fields.ef) * 100);
  if (!(ef100 >= 130 && ef100 <= 1e9)) throw new Unusable('"ef" has to be a number from 1.3.');
  const [n, interval] = [numberField(fields, 'n'), numberField(fields, 'interval')];
  if (n < 0 || interval < 0) throw new Unusable('"n" and "interval" can\'t be negative.');
  return { n, ef100, interval: BigInt(interval) };
}

function studyDate(fields: Fields): string {
  const at = Date.parse(textField(fields, 'utc'));
  if (Number.isNaN(at)) throw new Unusable('"utc" has to be an ISO 8601 time such as 2026-03-29T02:30:00Z.');
  const hour = fields.rolloverHour === undefined ? ROLLOVER_HOUR : numberField(fields, 'rolloverHour');
  const day = studyDay(at, textField(fields, 'zone'), hour);
  if (!day.ok) throw new Unusable(day.says);
  return dayToIso(day.value);
}
