// Dates, times and numbers in the reader's form. Pure: the language, the zone and the present come in.

import type { Bilingual, Language } from '../api/types.ts';

export interface Formats {
  /** `2026-03-02` → 02.03.2026 · 2 Mar 2026. Anything else comes back as it is. */
  readonly date: (date: string) => string;
  /** `2026-03-02` → Mo., 02.03.2026 · Mon, 2 Mar 2026. */
  readonly weekday: (date: string) => string;
  /** In the reader's zone, without naming it. */
  readonly dateTime: (instant: string) => string;
  /** With the zone's name: where it matters that 03:00 is 03:00 there. */
  readonly dateTimeZone: (instant: string, zone?: string) => string;
  readonly time: (instant: string) => string;
  readonly number: (value: number, digits?: number) => string;
  /** 7.5 → 7,5 h · 7.5 h */
  readonly hours: (value: number) => string;
  /** 0.104 → 10,4 % · 10.4% */
  readonly percent: (share: number) => string;
  /** `count(3, words.runOne, words.runMany)`; both texts may have {n}. */
  readonly count: (n: number, one: Bilingual, many: Bilingual) => string;
  /** 90 000 → 1 min 30 s */
  readonly duration: (ms: number) => string;
  /** vor 3 Minuten · 3 minutes ago · in 12 minutes */
  readonly relative: (instant: string, now?: number) => string;
}

const LOCALE = { en: 'en-GB', de: 'de-DE' } as const satisfies Record<Language, string>;

const made = new Map<Language, Formats>();

export function formatsIn(language: Language): Formats {
  const known = made.get(language);
  if (known !== undefined) {
    return known;
  }
  const formats = makeFormats(language);
  made.set(language, formats);
  return formats;
}

/** Puts values into a text: {name}. A name without a value stays as it is, so that it is noticed. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function makeFormats(language: Language): Formats {
  const locale = LOCALE[language];
  const day: Intl.DateTimeFormatOptions =
    language === 'de'
      ? { day: '2-digit', month: '2-digit', year: 'numeric' }
      : { day: 'numeric', month: 'short', year: 'numeric' };
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  const dates = new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' });
  const weekdays = new Intl.DateTimeFormat(locale, { ...day, weekday: 'short', timeZone: 'UTC' });
  const dateTimes = new Intl.DateTimeFormat(locale, { ...day, ...clock });
  const times = new Intl.DateTimeFormat(locale, clock);
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const number = (value: number, digits = 2): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  return {
    date: (date) => ofDate(dates, date),
    weekday: (date) => ofDate(weekdays, date),
    dateTime: (instant) => ofInstant(dateTimes, instant),
    dateTimeZone: (instant, zone) =>
      ofInstant(
        new Intl.DateTimeFormat(locale, {
          ...day,
          ...clock,
          timeZoneName: 'short',
          ...(zone === undefined ? {} : { timeZone: zone }),
        }),
        instant,
      ),
    time: (instant) => ofInstant(times, instant),
    number,
    hours: (value) => `${number(value)} h`,
    percent: (share) => percents.format(share),
    count: (n, one, many) => fill((n === 1 ? one : many)[language], { n: number(n, 0) }),
    duration: (ms) => durationOf(ms, number),
    relative: (instant, now = Date.now()) => relativeTo(Date.parse(instant), now, relatives),
  };
}

function ofDate(format: Intl.DateTimeFormat, date: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date))
    ? format.format(new Date(`${date}T00:00:00Z`))
    : date;
}

function ofInstant(format: Intl.DateTimeFormat, instant: string): string {
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? instant : format.format(ms);
}

function durationOf(ms: number, number: Formats['number']): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (ms < 1000) {
    return `${number(Math.max(0, ms) / 1000, 1)} s`;
  }
  if (seconds < 60) {
    return `${number(seconds)} s`;
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return seconds % 60 === 0 ? `${number(minutes)} min` : `${number(minutes)} min ${number(seconds % 60)} s`;
  }
  const rest = minutes % 60;
  return rest === 0 ? `${number((minutes - rest) / 60)} h` : `${number((minutes - rest) / 60)} h ${rest} min`;
}

const DAY_MS = 86_400_000;

const UNITS = [
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** “Yesterday” is the day before in the reader's calendar, however many hours ago that is. */
function relativeTo(at: number, now: number, relatives: Intl.RelativeTimeFormat): string {
  const ms = at - now;
  const days = dayNumber(at) - dayNumber(now);
  if (Math.abs(ms) >= DAY_MS * 0.95 && days !== 0) {
    return relatives.format(days, 'day');
  }
  const fitting = UNITS.find(([, size]) => Math.abs(ms) >= size * 0.95);
  if (fitting === undefined) {
    return relatives.format(0, 'second');
  }
  return relatives.format(Math.round(ms / fitting[1]), fitting[0]);
}

function dayNumber(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS;
}
