// Dates, times, numbers and periods in the reader's form: 24.12.2026 and 7,5 in German, 24 Dec 2026 and 7.5 in English.

import { addDays, isLocalDate, isWallTime, isZone, wallOf } from '../time/calendar.ts';

export type Language = 'en' | 'de';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Anything that is no date comes back as it is. */
export function dateForm(date: string, language: Language): string {
  if (!isLocalDate(date)) return date;
  const [year = '', month = '', day = ''] = date.split('-');
  return language === 'de'
    ? `${day}.${month}.${year}`
    : `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

export function numberForm(value: number, language: Language): string {
  // At most two decimals: hours and days are not known more precisely.
  const text = String(Math.round(value * 100) / 100);
  return language === 'de' ? text.replace('.', ',') : text;
}

/** Dates inside a text that was put together elsewhere. */
export function datesInside(text: string, language: Language): string {
  return text.replace(/(?<![\d-])(\d{4}-\d\d-\d\d)(?![\d-])(?:T(?=\d\d:\d\d))?/g, (whole, date: string) =>
    whole.endsWith('T') ? `${dateForm(date, language)} ` : dateForm(date, language),
  );
}

/**
 * `2 Mar 2026, 08:00–12:00`, `2 Mar 2026 – 6 Mar 2026`, `from 2 Mar 2026`. Both ends are dates or wall times; an end
 * at the next day's midnight is shown as 24:00.
 */
export function periodForm(from: string | null, to: string | null, language: Language): string {
  const start = from === null ? null : momentOf(from);
  let end = to === null ? null : momentOf(to);
  if (start === null)
    return end === null ? '' : `${language === 'de' ? 'bis' : 'until'} ${momentForm(end, language)}`;
  if (end === null) return `${language === 'de' ? 'ab' : 'from'} ${momentForm(start, language)}`;
  if (start.time !== null && end.time === '00:00' && end.on > start.on) {
    end = { on: addDays(end.on, -1), time: '24:00' };
  }
  if (start.on !== end.on) return `${momentForm(start, language)} – ${momentForm(end, language)}`;
  if (start.time === null || end.time === null) return dateForm(start.on, language);
  return `${dateForm(start.on, language)}, ${start.time}–${end.time}`;
}

/** An instant (milliseconds or ISO text) on a clock in `zone`, which is named; without a known zone in UTC. */
export function instantForm(instant: string | number, zone: string, language: Language): string {
  const at = typeof instant === 'number' ? instant : Date.parse(instant);
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return '';
  const known = zone !== '' && isZone(zone);
  const iso = new Date(at).toISOString();
  const wall = known ? wallOf(at, zone) : iso.slice(0, 19);
  const clock = momentForm({ on: wall.slice(0, 10), time: wall.slice(11, 16) }, language);
  // The offset is what tells the two passages of a repeated hour apart; UTC shows it best.
  return known ? `${clock} ${zone} (${iso.slice(11, 16)} UTC)` : `${clock} UTC`;
}

interface Moment {
  readonly on: string;
  readonly time: string | null;
}

/** null for what is neither a date nor a wall time. */
function momentOf(text: string): Moment | null {
  if (isLocalDate(text)) return { on: text, time: null };
  const wall = text.replace(' ', 'T').slice(0, 19).padEnd(19, ':00');
  return isWallTime(wall) ? { on: wall.slice(0, 10), time: wall.slice(11, 16) } : null;
}

function momentForm(moment: Moment, language: Language): string {
  const date = dateForm(moment.on, language);
  return moment.time === null ? date : `${date}, ${moment.time}`;
}
