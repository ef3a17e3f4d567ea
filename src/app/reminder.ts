// A daily reminder as a file for the device's calendar (iCalendar, RFC 5545): no browser can remind by itself.

const words = {
  title: 'Gradus: your daily steps',
  about: 'A few exercises, a few minutes. To stop the reminder, delete this event.',
};

export interface Reminder {
  /** Minutes after midnight, wherever the device is that day. */
  readonly minutes: number;
  /** When the file is made, in milliseconds UTC, and on which civil day it begins, as `2026-11-23`. */
  readonly at: number;
  readonly from: string;
  /** Where Gradus stands. */
  readonly address: string;
}

/** A second file takes the place of the first: its name is the same, and its number is higher. */
export const reminderText = ({ minutes, at, from, address }: Reminder): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gradus//Daily reminder//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    'UID:daily-reminder@gradus',
    `SEQUENCE:${Math.floor(at / MINUTE)}`,
    `DTSTAMP:${utc(at)}`,
    `LAST-MODIFIED:${utc(at)}`,
    // Without a zone: at that hour wherever one is.
    `DTSTART:${from.replaceAll('-', '')}T${clock(minutes).replace(':', '')}00`,
    'DURATION:PT10M',
    'RRULE:FREQ=DAILY',
    `SUMMARY:${escaped(words.title)}`,
    `DESCRIPTION:${escaped(`${words.about}\n${address}`)}`,
    `URL:${address}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(words.title)}`,
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');

const MINUTE = 60_000;

/** `18:05`. */
export const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map(part => `${part}`.padStart(2, '0')).join(':');

/** Minutes after midnight; undefined where it is no time of day. */
export const minutesOf = (time: string): number | undefined => {
  const [, hour = '', minute = ''] = /^([01]\d|2[0-3]):([0-5]\d)/.exec(time) ?? [];
  return hour === '' ? undefined : Number(hour) * 60 + Number(minute);
};

const utc = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

const LONGEST_LINE = 75;
const bytes = new TextEncoder();

/** No line is longer than 75 bytes; what follows begins with a blank, and no sign is cut in two. */
const folded = (line: string): string => {
  const lines = [''];
  let length = 0;
  for (const sign of line) {
    const size = bytes.encode(sign).length;
    if (length + size > LONGEST_LINE) {
      lines.push(' ');
      length = 1;
    }
    lines.push((lines.pop() ?? '') + sign);
    length += size;
  }
  return lines.join('\r\n');
};
