// Why one day of one employee is, or is not, in Personio: what Tandem knows of it, in the order in which a person would
// ask. Sentences in both languages; an absence type stands beside its sentence, never in it (rule 0.10).

import type { Decision } from '../sync/decision.ts';
import type { Origin } from '../sync/desk.ts';
import type { Instant, LocalDate, Zone } from '../time/calendar.ts';
import type { Finding } from './codes.ts';
import { dateForm, instantForm, type Language, periodForm } from './forms.ts';
import { renderFinding } from './render.ts';
import type { Bilingual } from './words.ts';

export interface DayFacts {
  readonly employeeId: string;
  readonly date: LocalDate;
  readonly zone: Zone;
  /** The linked user, with the first and last day that count for this employee. */
  readonly user: {
    readonly id: string;
    readonly name: string | null;
    readonly from: LocalDate | null;
    readonly exitOn: LocalDate | null;
  } | null;
  /** When the newest run ended; null before the first one. */
  readonly asOf: Instant | null;
  readonly lockedUntil: LocalDate | null;
  readonly absences: PartFacts & {
    readonly bookings: readonly {
      readonly id: string;
      readonly type: string | null;
      readonly from: LocalDate;
      readonly to: LocalDate;
      readonly status: BookingStatus;
      readonly mapped: 'sync' | 'off' | 'unmapped';
    }[];
    readonly exported: readonly Exported<ExportedLeave>[];
  };
  readonly attendances: PartFacts & {
    readonly entries: readonly { readonly id: string; readonly start: string; readonly end: string | null }[];
    readonly exported: readonly Exported<ExportedHours>[];
  };
  readonly absenceTypes: readonly string[];
  readonly findings: readonly Finding[];
  readonly decisions: readonly Decision[];
}

/** As the leave book calls them. */
type BookingStatus = 'open' | 'granted' | 'declined' | 'cancelled' | 'waiting' | 'unknown';

export interface ExportedLeave {
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate | null;
  readonly type: string | null;
}

export interface ExportedHours {
  readonly kind: string;
  readonly start: string;
  readonly end: string | null;
}

export interface PartFacts {
  readonly enabled: boolean;
  readonly paused: boolean;
  readonly startDate: LocalDate | null;
  /** Whether the day waits to be judged by the next run. */
  readonly due: boolean;
}

export interface Exported<C> {
  readonly targetId: string;
  readonly origin: Origin;
  readonly content: C;
  readonly linkedAt: Instant;
}

export interface Statement {
  readonly text: Bilingual;
  readonly type: string | null;
}

export function explainDay(facts: DayFacts): Statement[] {
  return [
    ...aboutPerson(facts),
    ...aboutDate(facts),
    ...aboutAttendance(facts),
    ...aboutAbsences(facts),
    ...facts.findings.flatMap((finding) => aboutFinding(finding, facts)),
    ...facts.decisions.map(aboutDecision),
  ];
}

function aboutPerson({ employeeId, user, date, asOf, zone }: DayFacts): Statement[] {
  const run =
    asOf === null
      ? say('No run has ended yet.', 'Noch ist kein Lauf beendet.')
      : saying((l) =>
          l === 'en'
            ? `What follows is as of the run that ended on ${instantForm(asOf, zone, l)}.`
            : `Stand: Lauf, beendet am ${instantForm(asOf, zone, l)}.`,
        );
  if (user === null)
    return [
      run,
      say(
        `Employee ${employeeId} is linked to no user in TimeTac: nothing of theirs goes to Personio. tandem employees shows why.`,
        `Mitarbeiter ${employeeId} ist mit keinem TimeTac-Benutzer verknüpft, daher geht nichts nach Personio. Den Grund zeigt tandem employees.`,
      ),
    ];
  const linked = say(
    `Employee ${employeeId} is user ${user.id}${user.name === null ? '' : ` (${user.name})`} in TimeTac.`,
    `Mitarbeiter ${employeeId} ist in TimeTac der Benutzer ${user.id}${user.name === null ? '' : ` (${user.name})`}.`,
  );
  const { from, exitOn } = user;
  return [
    run,
    linked,
    ...(from !== null && date < from
      ? [
          saying((l) =>
            l === 'en'
              ? `The user belongs to this employee only from ${dateForm(from, l)} on: earlier days do not count.`
              : `Der Benutzer gehört erst ab ${dateForm(from, l)} zu diesem Mitarbeiter: frühere Tage zählen nicht.`,
          ),
        ]
      : []),
    ...(exitOn !== null && date > exitOn
      ? [
          saying((l) =>
            l === 'en'
              ? `The day lies after the exit (${dateForm(exitOn, l)}): nothing new is written.`
              : `Der Tag liegt nach dem Austritt (${dateForm(exitOn, l)}): Neues wird nicht geschrieben.`,
          ),
        ]
      : []),
  ];
}

function aboutDate({ date, lockedUntil, absences, attendances }: DayFacts): Statement[] {
  const statements: Statement[] = [];
  if (lockedUntil !== null && date <= lockedUntil)
    statements.push(
      saying((l) =>
        l === 'en'
          ? `Payroll is closed up to ${dateForm(lockedUntil, l)}: nothing of the day is written any more.`
          : `Die Abrechnung ist bis ${dateForm(lockedUntil, l)} abgeschlossen: vom Tag wird nichts mehr geschrieben.`,
      ),
    );
  for (const [part, en, de] of [
    [attendances, 'Attendances', 'Anwesenheiten'],
    [absences, 'Absences', 'Abwesenheiten'],
  ] as const) {
    const { startDate } = part;
    if (!part.enabled)
      statements.push(
        say(
          `${en} are switched off: what was exported stays, nothing goes out.`,
          `${de} sind ausgeschaltet: Übertragenes bleibt stehen, Neues geht nicht hinaus.`,
        ),
      );
    else if (startDate !== null && date < startDate)
      statements.push(
        saying((l) =>
          l === 'en'
            ? `${en} go out from ${dateForm(startDate, l)} on: the day lies before it.`
            : `${de} werden ab ${dateForm(startDate, l)} übertragen: der Tag liegt davor.`,
        ),
      );
    if (part.paused) statements.push(say(`${en} are paused.`, `${de} sind angehalten.`));
  }
  return statements;
}

function aboutAttendance({ attendances, date, user }: DayFacts): Statement[] {
  const { entries, exported, due, enabled } = attendances;
  // Without a user nobody knows whose rows to look for.
  if (user === null || (!enabled && exported.length === 0)) return [];
  return [
    entries.length === 0
      ? saying((l) =>
          l === 'en'
            ? `TimeTac has no time tracking on ${dateForm(date, l)}.`
            : `In TimeTac gibt es am ${dateForm(date, l)} keine Zeitbuchung.`,
        )
      : saying((l) =>
          l === 'en'
            ? `TimeTac has: ${entries.map((entry) => `${entryForm(entry, l)} (${entry.id})`).join('; ')}.`
            : `In TimeTac stehen: ${entries.map((entry) => `${entryForm(entry, l)} (${entry.id})`).join('; ')}.`,
        ),
    ...exported.map(({ targetId, origin, content }) =>
      saying((l) => {
        const period = `${content.kind} ${periodForm(content.start, content.end, l)}`;
        return `${standsIn(l, origin)} ${period} (${targetId}).`;
      }),
    ),
    ...(due
      ? [say('The day waits to be judged by the next run.', 'Der Tag wird vom nächsten Lauf beurteilt.')]
      : []),
  ];
}

const entryForm = (entry: { readonly start: string; readonly end: string | null }, l: Language): string =>
  entry.end === null
    ? `${periodForm(entry.start, null, l)} ${l === 'en' ? '(still running)' : '(läuft noch)'}`
    : periodForm(entry.start, entry.end, l);

function standsIn(language: Language, origin: Origin): string {
  if (language === 'en')
    return origin === 'created'
      ? 'Tandem wrote to Personio:'
      : 'In Personio there was already, and Tandem joined it:';
  return origin === 'created'
    ? 'Tandem hat in Personio geschrieben:'
    : 'In Personio stand schon, und Tandem hat es übernommen:';
}

const statusWords: Readonly<Record<BookingStatus, Bilingual>> = {
  open: { en: 'not decided yet, so it waits', de: 'noch nicht entschieden, wartet daher' },
  waiting: { en: 'not decided yet, so it waits', de: 'noch nicht entschieden, wartet daher' },
  granted: { en: 'granted', de: 'genehmigt' },
  declined: { en: 'declined, so it does not go out', de: 'abgelehnt, geht daher nicht hinaus' },
  cancelled: { en: 'cancelled, so it does not go out', de: 'storniert, geht daher nicht hinaus' },
  unknown: {
    en: 'in a state that Tandem does not know, so it does not go out',
    de: 'in einem Zustand, den Tandem nicht kennt, geht daher nicht hinaus',
  },
};

const mappedWords: Readonly<Record<'sync' | 'off' | 'unmapped', Bilingual>> = {
  sync: { en: '', de: '' },
  off: { en: '; its type is not synchronised', de: '; ihre Art wird nicht abgeglichen' },
  unmapped: { en: '; its type is not mapped', de: '; ihre Art ist nicht zugeordnet' },
};

function aboutAbsences({ absences }: DayFacts): Statement[] {
  const { bookings, exported, due } = absences;
  return [
    ...bookings.map(({ id, type, from, to, status, mapped }) => ({
      type,
      text: both((l) => {
        const period = periodForm(from, to, l);
        const words = `${statusWords[status][l]}${mappedWords[mapped][l]}`;
        return l === 'en'
          ? `TimeTac has an absence ${period} (${id}): ${words}.`
          : `In TimeTac gibt es eine Abwesenheit ${period} (${id}): ${words}.`;
      }),
    })),
    ...exported.map(({ targetId, origin, content }) => ({
      type: content.type,
      text: both(
        (l) => `${standsIn(l, origin)} ${periodForm(content.firstOn, content.lastOn, l)} (${targetId}).`,
      ),
    })),
    ...(due && (bookings.length > 0 || exported.length > 0)
      ? [
          say(
            'The employee’s absences wait to be judged by the next run.',
            'Die Abwesenheiten werden vom nächsten Lauf beurteilt.',
          ),
        ]
      : []),
  ];
}

function aboutFinding(finding: Finding, { user, absenceTypes }: DayFacts): Statement[] {
  const { message, action } = renderFinding(finding, { employeeName: user?.name ?? null, absenceTypes });
  return [{ type: finding.type, text: both((l) => `${message[l]} → ${action[l]}`) }];
}

const choiceWords: Readonly<Record<Decision['choice'], Bilingual>> = {
  'source-wins': { en: 'TimeTac wins', de: 'TimeTac gilt' },
  'keep-target': { en: 'Personio’s stays', de: 'Personio bleibt' },
  ignore: { en: 'ignored', de: 'wird ignoriert' },
  create: { en: 'an account shall be made', de: 'ein Konto soll angelegt werden' },
  apart: { en: 'not the same person', de: 'nicht dieselbe Person' },
};

function aboutDecision({ id, choice, doneAt, undoneRunId }: Decision): Statement {
  const words = choiceWords[choice];
  if (undoneRunId !== null)
    return say(
      `Taken back with run ${undoneRunId} and ignored until somebody resumes it (answer ${id}).`,
      `Mit Lauf ${undoneRunId} zurückgenommen und ignoriert, bis jemand es wieder aufnimmt (Antwort ${id}).`,
    );
  return say(
    `Somebody decided: ${words.en}${doneAt === null ? '' : ', which was carried out'} (answer ${id}).`,
    `Entschieden wurde: ${words.de}${doneAt === null ? '' : ', und so ausgeführt'} (Antwort ${id}).`,
  );
}

const both = (tell: (language: Language) => string): Bilingual => ({ en: tell('en'), de: tell('de') });
const saying = (tell: (language: Language) => string): Statement => ({ text: both(tell), type: null });
const say = (en: string, de: string): Statement => ({ text: { en, de }, type: null });
