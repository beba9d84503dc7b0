// Why one day of one employee is, or is not, in Personio: what Tandem knows of it, in the order in which a person would
// ask. Sentences in both languages; an absence type stands beside its sentence, never in it (rule 0.10).

import type { Decision } from '../sync/decision.ts';
import type { Origin } from '../sync/desk.ts';
import type { Instant, LocalDate, Zone } from '../time/calendar.ts';
import type { Finding, Part } from './codes.ts';
import { dateForm, instantForm, type Language, periodForm } from './forms.ts';
import { renderFinding } from './render.ts';
import type { Bilingual } from './words.ts';

/** What the form says of a booking's type. */
type MappedKind = 'sync' | 'off' | 'not-found' | 'unmapped';

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
    /** Left out by the settings, as the newest run judged it. */
    readonly isLeftOut: boolean;
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
      readonly mapped: MappedKind;
    }[];
    readonly exported: readonly Exported<ExportedLeave>[];
  };
  readonly attendances: PartFacts & {
    readonly entries: readonly { readonly id: string; readonly start: string; readonly end: string | null }[];
    /** Entries of a day long gone, of which nothing but marks is kept. */
    readonly foldedEntries: readonly string[];
    /** What the rules make of them; empty where they contradict each other. */
    readonly derived: readonly ExportedHours[];
    /** `content` null: only marks of it are kept. */
    readonly exported: readonly Exported<ExportedHours | null>[];
  };
  readonly absenceTypes: readonly string[];
  readonly findings: readonly Finding[];
  readonly decisions: readonly Decision[];
}

/** As the leave book calls them. */
type BookingStatus = 'open' | 'granted' | 'declined' | 'cancelled' | 'deleted' | 'waiting' | 'unknown';

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

/** Where in the way of a record a statement belongs. */
export type About = 'run' | 'person' | 'rule' | 'source' | 'target' | 'answer' | 'issue' | 'decision';

export interface Statement {
  readonly about: About;
  readonly part: Part | null;
  readonly text: Bilingual;
  readonly type: string | null;
}
type Said = Pick<Statement, 'text' | 'type'>;

export function explainDay(facts: DayFacts): Statement[] {
  return [
    ...as('run', null, [aboutRun(facts)]),
    ...as('person', null, aboutPerson(facts)),
    ...aboutDate(facts),
    ...aboutAttendance(facts),
    ...aboutAbsences(facts),
    ...facts.findings.map((finding) => aboutFinding(finding, facts)),
    ...facts.decisions.map(aboutDecision),
  ];
}

const as = (about: About, part: Part | null, said: readonly Said[]): Statement[] =>
  said.map((one) => ({ about, part, ...one }));

function aboutRun({ asOf, zone }: DayFacts): Said {
  return asOf === null
    ? say('No run has ended yet.', 'Noch ist kein Lauf beendet.')
    : saying((l) =>
        l === 'en'
          ? `What follows is as of the run that ended on ${instantForm(asOf, zone, l)}.`
          : `Stand: Lauf, beendet am ${instantForm(asOf, zone, l)}.`,
      );
}

function aboutPerson({ employeeId, user, date }: DayFacts): Said[] {
  if (user === null)
    return [
      say(
        `Employee ${employeeId} is linked to no user in TimeTac: nothing of theirs goes to Personio. The review of users (step 3 of the set-up) shows why, as does tandem employees.`,
        `Mitarbeiter ${employeeId} ist mit keinem TimeTac-Benutzer verknüpft, daher geht nichts nach Personio. Den Grund zeigt die Durchsicht der Benutzer (Schritt 3 der Einrichtung) oder tandem employees.`,
      ),
    ];
  const linked = say(
    `Employee ${employeeId} is user ${user.id}${user.name === null ? '' : ` (${user.name})`} in TimeTac.`,
    `Mitarbeiter ${employeeId} ist in TimeTac der Benutzer ${user.id}${user.name === null ? '' : ` (${user.name})`}.`,
  );
  const { from, exitOn, isLeftOut } = user;
  return [
    linked,
    ...(isLeftOut ? [leftOut()] : []),
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

const leftOut = (): Said =>
  say(
    'The settings leave this employee out (users.scope): nothing new is written, and what was exported stays.',
    'Die Einstellungen lassen diese Person aus (users.scope): Neues wird nicht geschrieben, Übertragenes bleibt stehen.',
  );

function aboutDate({ date, lockedUntil, absences, attendances }: DayFacts): Statement[] {
  const statements: Statement[] = [];
  const push = (part: Part | null, said: Said): void => void statements.push(...as('rule', part, [said]));
  if (lockedUntil !== null && date <= lockedUntil)
    push(
      null,
      saying((l) =>
        l === 'en'
          ? `Payroll is closed up to ${dateForm(lockedUntil, l)}: nothing of the day is written any more.`
          : `Die Abrechnung ist bis ${dateForm(lockedUntil, l)} abgeschlossen: vom Tag wird nichts mehr geschrieben.`,
      ),
    );
  for (const [name, part, en, de] of [
    ['attendances', attendances, 'Attendances', 'Anwesenheiten'],
    ['absences', absences, 'Absences', 'Abwesenheiten'],
  ] as const) {
    const { startDate } = part;
    if (!part.enabled)
      push(
        name,
        say(
          `${en} are switched off: what was exported stays, nothing goes out.`,
          `${de} sind ausgeschaltet: Übertragenes bleibt stehen, Neues geht nicht hinaus.`,
        ),
      );
    else if (startDate !== null && date < startDate)
      push(
        name,
        saying((l) =>
          l === 'en'
            ? `${en} go out from ${dateForm(startDate, l)} on: the day lies before it.`
            : `${de} werden ab ${dateForm(startDate, l)} übertragen: der Tag liegt davor.`,
        ),
      );
    if (part.paused) push(name, say(`${en} are paused.`, `${de} sind angehalten.`));
  }
  return statements;
}

function aboutAttendance({ attendances, date, user }: DayFacts): Statement[] {
  const { entries, foldedEntries, derived, exported, due, enabled } = attendances;
  // Without a user nobody knows whose rows to look for.
  if (user === null || (!enabled && exported.length === 0)) return [];
  const own = (about: About, said: readonly Said[]): Statement[] => as(about, 'attendances', said);
  return [
    ...own(
      'source',
      entries.length + foldedEntries.length === 0
        ? [
            saying((l) =>
              l === 'en'
                ? `TimeTac has no time tracking on ${dateForm(date, l)}.`
                : `In TimeTac gibt es am ${dateForm(date, l)} keine Zeitbuchung.`,
            ),
          ]
        : [
            ...(entries.length === 0 ? [] : [saying((l) => entriesWords(entries, l))]),
            ...(foldedEntries.length === 0 ? [] : [saying((l) => foldedWords(foldedEntries, l))]),
          ],
    ),
    ...own('rule', derived.length === 0 ? [] : [saying((l) => derivedWords(derived, l))]),
    ...own(
      'target',
      exported.map(({ targetId, origin, content }) =>
        saying(
          (l) =>
            `${standsIn(l, origin)} ${content === null ? unkept[l] : hoursForm(content, l)} (${targetId}).`,
        ),
      ),
    ),
    ...own(
      'rule',
      due
        ? [say('The day waits to be judged by the next run.', 'Der Tag wird vom nächsten Lauf beurteilt.')]
        : [],
    ),
  ];
}

function entriesWords(entries: DayFacts['attendances']['entries'], l: Language): string {
  const stretches = entries.map((entry) => `${entryForm(entry, l)} (${entry.id})`).join('; ');
  return l === 'en' ? `TimeTac has: ${stretches}.` : `In TimeTac stehen: ${stretches}.`;
}

const foldedWords = (ids: readonly string[], l: Language): string =>
  l === 'en'
    ? `The day is long gone: of its time trackings (${ids.join(', ')}) Tandem keeps only a mark that shows a change.`
    : `Der Tag liegt lange zurück: von seinen Zeitbuchungen (${ids.join(', ')}) bewahrt Tandem nur ein Kennzeichen auf, das eine Änderung zeigt.`;

const unkept: Bilingual = {
  en: 'a period of the day, whose times are no longer kept',
  de: 'einen Zeitraum des Tages, dessen Zeiten nicht mehr aufbewahrt werden',
};

const hoursForm = ({ kind, start, end }: ExportedHours, l: Language): string =>
  `${kindWords[kind]?.[l] ?? kind} ${periodForm(start, end, l)}`;

const kindWords: Readonly<Record<string, Bilingual>> = {
  WORK: { en: 'work', de: 'Arbeit' },
  BREAK: { en: 'break', de: 'Pause' },
};

function derivedWords(derived: readonly ExportedHours[], l: Language): string {
  const periods = derived.map((content) => hoursForm(content, l)).join('; ');
  return l === 'en' ? `By the rules that makes: ${periods}.` : `Nach den Regeln ergibt das: ${periods}.`;
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
  deleted: { en: 'deleted, so it does not go out', de: 'gelöscht, geht daher nicht hinaus' },
  unknown: {
    en: 'in a state that Tandem does not know, so it does not go out',
    de: 'in einem Zustand, den Tandem nicht kennt, geht daher nicht hinaus',
  },
};

const mappedWords: Readonly<Record<MappedKind, Bilingual>> = {
  sync: { en: '', de: '' },
  off: { en: '; its type is not synchronised', de: '; ihre Art wird nicht abgeglichen' },
  'not-found': {
    en: '; the type that its own is mapped to is not found in Personio',
    de: '; die Art, der die ihre zugeordnet ist, wird in Personio nicht gefunden',
  },
  unmapped: { en: '; its type is not mapped', de: '; ihre Art ist nicht zugeordnet' },
};

function aboutAbsences({ absences }: DayFacts): Statement[] {
  const { bookings, exported, due } = absences;
  const own = (about: About, said: readonly Said[]): Statement[] => as(about, 'absences', said);
  return [
    ...own(
      'source',
      bookings.map(({ id, type, from, to, status, mapped }) => ({
        type,
        text: both((l) => {
          const period = periodForm(from, to, l);
          const words = `${statusWords[status][l]}${mappedWords[mapped][l]}`;
          return l === 'en'
            ? `TimeTac has an absence ${period} (${id}): ${words}.`
            : `In TimeTac gibt es eine Abwesenheit ${period} (${id}): ${words}.`;
        }),
      })),
    ),
    ...own(
      'target',
      exported.map(({ targetId, origin, content }) => ({
        type: content.type,
        text: both(
          (l) => `${standsIn(l, origin)} ${periodForm(content.firstOn, content.lastOn, l)} (${targetId}).`,
        ),
      })),
    ),
    ...own(
      'rule',
      due && (bookings.length > 0 || exported.length > 0)
        ? [
            say(
              'The employee’s absences wait to be judged by the next run.',
              'Die Abwesenheiten werden vom nächsten Lauf beurteilt.',
            ),
          ]
        : [],
    ),
  ];
}

/** What a vendor said to it is told as its answer, with its trace id. */
function aboutFinding(finding: Finding, { user, absenceTypes }: DayFacts): Statement {
  const { message, action } = renderFinding(finding, { employeeName: user?.name ?? null, absenceTypes });
  const { vendorReason = null, traceId = null } = finding.facts;
  return {
    about: vendorReason === null && traceId === null ? 'issue' : 'answer',
    part: finding.part,
    type: finding.type,
    text: both((l) => `${message[l]} → ${action[l]}`),
  };
}

const choiceWords: Readonly<Record<Decision['choice'], Bilingual>> = {
  'source-wins': { en: 'TimeTac wins', de: 'TimeTac gilt' },
  'keep-target': { en: 'Personio’s stays', de: 'Personio bleibt' },
  ignore: { en: 'ignored', de: 'wird ignoriert' },
  create: { en: 'an account shall be made', de: 'ein Konto soll angelegt werden' },
  apart: { en: 'not the same person', de: 'nicht dieselbe Person' },
};

function aboutDecision(decision: Decision): Statement {
  return { about: 'decision', part: decision.part, ...decisionWords(decision) };
}

function decisionWords({ id, choice, doneAt, undoneRunId }: Decision): Said {
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
const saying = (tell: (language: Language) => string): Said => ({ text: both(tell), type: null });
const say = (en: string, de: string): Said => ({ text: { en, de }, type: null });
