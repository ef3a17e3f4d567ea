// Days since 1 January 1970 as whole numbers, and the civil date that each one is.

export type CivilDate = { readonly year: number; readonly month: number; readonly date: number };

// Counted from 1 March of year 0, in eras of 400 years, so that the leap day is the last of its year.
const DAYS_AN_ERA = 146_097;
const DAYS_BEFORE_1970 = 719_468;

/** The proleptic Gregorian date's day; months are 1 to 12. */
export const dayOfDate = ({ year, month, date }: CivilDate): number => {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_AN_ERA + dayOfEra - DAYS_BEFORE_1970;
};

/** The reverse of `dayOfDate`. */
export const dateOfDay = (day: number): CivilDate => {
  const days = day + DAYS_BEFORE_1970;
  const era = Math.floor(days / DAYS_AN_ERA);
  const dayOfEra = days - era * DAYS_AN_ERA;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((marchMonth + 2) % 12) + 1;
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
};

/** YYYY-MM-DD, for days in the years 0 to 9999. */
export const dayToIso = (day: number): string => {
  const { year, month, date } = dateOfDay(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
};
