// The reminder's file, held against RFC 5545 by a reader of its own: lines, folding, escapes, what has to be there.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clock, minutesOf, type Reminder, reminderText } from '../../src/app/reminder.ts';

interface Component {
  readonly name: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly inner: readonly Component[];
}

/** Section 3.1 (lines), 3.3.11 (text), 3.4 (components): throws at anything out of order. */
const read = (text: string): Component => {
  expect(text).toMatch(/\r\n$/);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const lines = text.replaceAll('\r\n ', '').trimEnd().split('\r\n');
  const parse = (): Component => {
    const name = /^BEGIN:([A-Z]+)$/.exec(lines.shift() ?? '')?.[1] ?? '';
    const fields = new Map<string, string>();
    const inner: Component[] = [];
    while (lines[0] !== `END:${name}`) {
      if (lines[0]?.startsWith('BEGIN:')) {
        inner.push(parse());
        continue;
      }
      const [, key = '', value = ''] = /^([A-Z-]+):(.*)$/.exec(lines.shift() ?? '') ?? [];
      if (key === '' || fields.has(key)) throw new Error(`a line that is none, or comes twice: ${key}`);
      fields.set(key, value);
    }
    lines.shift();
    return { name, fields, inner };
  };
  const calendar = parse();
  expect(lines).toEqual([]);
  return calendar;
};

const plain = (value: string): string => {
  expect(value.replaceAll(/\\[\\;,nN]/g, '')).not.toMatch(/[\\;,]/);
  return value.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
};

const reminder: Reminder = {
  minutes: 18 * 60 + 5,
  at: Date.UTC(2026, 10, 23, 9, 30, 15, 700),
  from: '2026-11-23',
  address: 'https://example.org/gradus/',
};

describe('the reminder', () => {
  test('is one event that comes daily at the same hour wherever one is, with an alarm', () => {
    const calendar = read(reminderText(reminder));
    expect(calendar.name).toBe('VCALENDAR');
    expect(calendar.fields.get('VERSION')).toBe('2.0');
    expect(calendar.fields.get('PRODID')).toMatch(/^-\/\//);
    const [event, ...more] = calendar.inner;
    expect(more).toEqual([]);
    expect(event?.name).toBe('VEVENT');
    expect(event?.fields.get('DTSTAMP')).toBe('20261123T093015Z');
    // Form 1 of 3.3.5: no Z and no zone, so the hour moves with the device.
    expect(event?.fields.get('DTSTART')).toBe('20261123T180500');
    expect(event?.fields.get('RRULE')).toBe('FREQ=DAILY');
    expect(event?.fields.has('DTEND')).toBe(false);
    expect(event?.inner.map(({ name, fields }) => [name, fields.get('ACTION'), fields.get('TRIGGER')])).toEqual([
      ['VALARM', 'DISPLAY', 'PT0S'],
    ]);
    expect(plain(event?.inner[0]?.fields.get('DESCRIPTION') ?? '')).toBe('Gradus: your daily steps');
  });

  test('takes the place of the one before: the same name, a higher number', () => {
    const of = (at: number, minutes: number) => read(reminderText({ ...reminder, at, minutes })).inner[0]?.fields;
    const [first, second] = [of(reminder.at, 480), of(reminder.at + 61_000, 540)];
    expect(second?.get('UID')).toBe(first?.get('UID'));
    expect(Number(second?.get('SEQUENCE'))).toBeGreaterThan(Number(first?.get('SEQUENCE')));
    // A whole number of 32 bits, as 3.3.8 has it.
    expect(Number(second?.get('SEQUENCE'))).toBeLessThan(2 ** 31);
  });

  test('is well formed wherever Gradus stands and whenever it comes', () => {
    const path = fc.string({ unit: fc.constantFrom(...'abc/;,\\é漢😀-'), maxLength: 120 });
    fc.assert(
      fc.property(fc.nat(1439), path, (minutes, rest) => {
        const address = `https://example.org/${rest}`;
        const event = read(reminderText({ ...reminder, minutes, address })).inner[0];
        expect(plain(event?.fields.get('DESCRIPTION') ?? '')).toContain(address);
        expect(event?.fields.get('URL')).toBe(address);
        expect(event?.fields.get('DTSTART')?.slice(9, 13)).toBe(clock(minutes).replace(':', ''));
        expect(minutesOf(clock(minutes))).toBe(minutes);
      }),
    );
  });

  test('a time of day that is none is none', () => {
    for (const time of ['', '24:00', '7:30', '12:60', 'noon']) expect(minutesOf(time)).toBeUndefined();
    expect(minutesOf('07:30:15')).toBe(450);
  });
});
