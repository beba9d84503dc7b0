// The small values a form is made of, each with the sentence that says what is wrong with it. Checks that an editor
// would misread as soon as `${NAME}` stands in the text are refinements and do not show up in the JSON Schema.

import { z } from 'zod';
import { isLocalDate, isZone } from '../time/calendar.ts';
import { didYouMean, type Said, said } from './mistake.ts';
import { nearestKey } from './nearest.ts';

/** What a refinement tells `explain.ts`. The hint is built from the value; it must not quote it. */
export interface Complaint {
  readonly message: Said;
  readonly hint?: (value: unknown) => Said | null;
}

/** A check with its sentence. Later checks of the same value are skipped once one failed. */
export function checked<S extends z.ZodType>(
  schema: S,
  isFine: (value: z.output<S>) => boolean,
  complaint: Complaint,
): S {
  return schema.refine((value) => isFine(value), { params: { complaint }, abort: true });
}

const always = (hint: Said) => () => hint;

const filled = checked(
  checked(z.string(), (text) => text.trim() !== '', {
    message: said('This must not be empty.', 'Das darf nicht leer sein.'),
  }),
  // No database stores them, and nobody types them on purpose; the last one stands for what could not be read at all.
  (text) => !/\p{Cc}|\p{Surrogate}|\uFFFD/u.test(text.trim()),
  {
    message: said(
      'There is a character in it that cannot be seen or is not whole.',
      'Darin steht ein Zeichen, das man nicht sieht oder das nicht vollständig ist.',
    ),
    hint: always(said('Type the text anew.', 'Den Text neu eingeben.')),
  },
);

/** A name or other text; blanks around it are dropped. */
export const text = () => filled.transform((value) => value.trim());

/** Kept to the letter. */
export const secret = () => filled;

/** An id may be written as a number or as text. */
export const idText = () => z.union([filled, z.int()]).transform((id) => String(id).trim());

const asDate = always(
  said('Write year-month-day, for example 2026-01-31.', 'Jahr-Monat-Tag schreiben, zum Beispiel 2026-01-31.'),
);
const isWrittenAsDate = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

export const date = () =>
  checked(
    checked(z.string(), isWrittenAsDate, {
      message: said('This is not written as a date is here.', 'So wird ein Datum hier nicht geschrieben.'),
      hint: asDate,
    }),
    isLocalDate,
    { message: said('This date does not exist.', 'Dieses Datum gibt es nicht.'), hint: asDate },
  ).meta({ format: 'date' });

export const timeOfDay = () =>
  checked(z.string(), (value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value), {
    message: said('This is no time of day.', 'Das ist keine Uhrzeit.'),
    hint: always(
      said(
        'Write hours and minutes, for example "03:00".',
        'Stunden und Minuten schreiben, zum Beispiel "03:00".',
      ),
    ),
  });

export const zone = () =>
  // An offset such as +01:00 would pass as a zone, but knows no summer time.
  checked(z.string(), (value) => /^[A-Za-z]/.test(value) && isZone(value), {
    message: said('This time zone is not known.', 'Diese Zeitzone ist nicht bekannt.'),
    hint: (value) => {
      const near = typeof value === 'string' ? nearestKey(value, Intl.supportedValuesOf('timeZone')) : null;
      return near === null
        ? said('Write a name such as Europe/Berlin.', 'Einen Namen wie Europe/Berlin schreiben.')
        : didYouMean(near);
    },
  });

export const emailAddress = () =>
  checked(
    z.string().transform((value) => value.trim()),
    (value) =>
      !/\p{Cc}|\p{Surrogate}/u.test(value) &&
      /^[^\s@,;:<>()"[\]\\]+@[^\s@,;:<>()"[\]\\]+\.[^\s@.,;:<>()"[\]\\]+$/.test(value),
    {
      message: said('This is no e-mail address.', 'Das ist keine E-Mail-Adresse.'),
      hint: always(
        said(
          'One address per entry, for example hr@muster.example.',
          'Eine Adresse je Eintrag, zum Beispiel hr@muster.example.',
        ),
      ),
    },
  );

const secondsPer = { s: 1, m: 60, h: 3600 } as const;

/** `15m` as seconds; NaN for anything else. */
export function secondsOf(interval: string): number {
  const [, amount, unit] = /^(\d{1,7})\s?([smh])$/.exec(interval) ?? [];
  return amount === undefined || unit === undefined
    ? Number.NaN
    : Number(amount) * secondsPer[unit as keyof typeof secondsPer];
}

/** `15m`, `60s`, `1h`; between a minute and a day. */
export const interval = () =>
  checked(
    checked(z.string(), (value) => !Number.isNaN(secondsOf(value)), {
      message: said('This is no interval.', 'Das ist kein Zeitabstand.'),
      hint: always(said('Write 15m, 60s or 1h.', '15m, 60s oder 1h schreiben.')),
    }),
    (value) => secondsOf(value) >= 60 && secondsOf(value) <= 86_400,
    {
      message: said(
        'The interval must be between 60s and 24h.',
        'Der Zeitabstand muss zwischen 60s und 24h liegen.',
      ),
    },
  );

/** Letters, digits, `-` and `_`: TimeTac's account alphabet (TimeTac reference, section 2), and good for any plain name. */
export const plainName = () =>
  checked(filled, (value) => /^[A-Za-z0-9_-]{1,100}$/.test(value), {
    message: said(
      'Only letters, digits, - and _ are allowed here.',
      'Hier sind nur Buchstaben, Ziffern, - und _ erlaubt.',
    ),
  });

/** A value that may be left out or `null`, which then means "none". */
export const optional = <S extends z.ZodType>(schema: S) => schema.nullable().default(null as never);

/** Title and description of a key, for editors. */
export const about = <S extends z.ZodType>(schema: S, title: string, description: string): S =>
  schema.meta({ ...schema.meta(), title, description });
