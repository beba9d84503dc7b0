// Which mails are owed (rules 4.5, 5.3): what a run has to tell, and what the passing of time does. Each has a name by which
// it is known for ever, so that it is owed once, however often somebody finds it due.

import { hashOf } from '../sync/fingerprint.ts';
import {
  addDays,
  type Instant,
  type LocalDate,
  type Zone,
  dateIn,
  timeOf,
  wallOf,
} from '../time/calendar.ts';
import type { Language } from './forms.ts';
import type { ReportLine, RunReport } from './run-report.ts';

/**
 * - `report`: the interface report of a run · `reconnect`: the same, when a vendor refuses the credentials, or of no run
 *   where nothing can run (`facts.why`)
 * - `decision`: the same, when a guard refused the plan and a person has to look
 * - `digest`: of a day · `silence`: no successful run for long · `expiry`: credentials end soon
 * - `test`: somebody tries whether mails arrive
 */
export type MailKind = 'report' | 'reconnect' | 'decision' | 'digest' | 'silence' | 'expiry' | 'test';

/** A mail to one person, before it has words: it gets them when it is sent. */
export interface OwedMail {
  readonly id: string;
  readonly kind: MailKind;
  readonly to: string;
  readonly language: Language;
  readonly createdAt: Instant;
  /** The run it tells of; null for what belongs to none. */
  readonly runId: string | null;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

export interface MailSettings {
  readonly to: readonly string[];
  readonly when: 'on-issues' | 'daily' | 'always' | 'never';
  readonly language: Language;
  readonly deadManHours: number;
}

/**
 * What a live run owes; empty for most runs.
 * @param refusalIsNew the run before it was not refused for the same reason
 * @param outage an outage of a vendor lasts, or one that was told is over
 */
export function mailsAfterRun(
  report: RunReport,
  settings: MailSettings,
  {
    now,
    refusalIsNew,
    outage,
  }: { readonly now: Instant; readonly refusalIsNew: boolean; readonly outage: boolean },
): OwedMail[] {
  const kind = kindAfterRun(report, settings.when, refusalIsNew, outage);
  if (kind === null) return [];
  return toEach(settings, { kind, about: report.run.id, runId: report.run.id, facts: {}, createdAt: now });
}

function kindAfterRun(
  report: RunReport,
  when: MailSettings['when'],
  refusalIsNew: boolean,
  outage: boolean,
): 'report' | 'reconnect' | 'decision' | null {
  if (report.run.mode !== 'live' || when === 'never') return null;
  if (report.issues.some((issue) => issue.new && issue.code === 'credentials-refused')) return 'reconnect';
  if (report.refusal !== null && refusalIsNew) return 'decision';
  const isPassing = ({ code }: Pick<ReportLine, 'code'>): boolean => code === 'vendor-unreachable';
  const hasNews =
    outage ||
    report.issues.some((issue) => issue.new && !isPassing(issue)) ||
    report.solved.some((line) => line.why === 'solved' && !isPassing(line));
  return when === 'always' || (when === 'on-issues' && hasNews) ? 'report' : null;
}

export interface Clockwork {
  readonly settings: MailSettings;
  readonly zone: Zone;
  readonly now: Instant;
  /** When the newest run that succeeded ended, or since when there could have been one. */
  readonly lastSuccessAt: Instant;
  /** Nothing is expected to run: nobody is warned. */
  readonly isPaused: boolean;
  readonly expiresOn: LocalDate | null;
}

/** From this hour on a day's digest is due, on the clock of the integration's zone. */
const digestFrom = '07:00';
const hourMs = 3_600_000;
/** Days ahead of the end of credentials on which somebody is reminded (rule 4.5). */
const reminders = [7, 30] as const;

/** What the passing of time owes. */
export function mailsByTheClock(clock: Clockwork): OwedMail[] {
  const { settings } = clock;
  if (settings.when === 'never') return [];
  return [...digest(clock), ...silence(clock), ...expiry(clock)];
}

function digest({ settings, zone, now }: Clockwork): OwedMail[] {
  const wall = wallOf(now, zone);
  if (settings.when !== 'daily' || timeOf(wall) < digestFrom) return [];
  const day = dateIn(now, zone);
  return toEach(settings, { kind: 'digest', about: day, runId: null, facts: { day }, createdAt: now });
}

function silence({ settings, now, lastSuccessAt, isPaused }: Clockwork): OwedMail[] {
  if (isPaused || now - lastSuccessAt < settings.deadManHours * hourMs) return [];
  const facts = { since: lastSuccessAt, hours: settings.deadManHours };
  return toEach(settings, {
    kind: 'silence',
    about: String(lastSuccessAt),
    runId: null,
    facts,
    createdAt: now,
  });
}

function expiry({ settings, zone, now, expiresOn }: Clockwork): OwedMail[] {
  if (expiresOn === null) return [];
  const today = dateIn(now, zone);
  // The nearest reminder that is due: who sets the date a week ahead is not reminded twice at once.
  const ahead = reminders.find((days) => today >= addDays(expiresOn, -days));
  if (ahead === undefined || today > expiresOn) return [];
  return toEach(settings, {
    kind: 'expiry',
    about: `${expiresOn} ${ahead}`,
    runId: null,
    facts: { expiresOn, vendor: 'timetac' },
    createdAt: now,
  });
}

/** Switched on, and nothing can run, which no run can tell: once for each state of the form. */
export function mailsOfStandstill(
  settings: Pick<MailSettings, 'to' | 'when' | 'language'>,
  { why, changedAt, now }: { readonly why: string; readonly changedAt: Instant; readonly now: Instant },
): OwedMail[] {
  if (settings.when === 'never') return [];
  const about = `${why} ${changedAt}`;
  return toEach(settings, { kind: 'reconnect', about, runId: null, facts: { why }, createdAt: now });
}

/** One mail per person: a bad address must not keep the others from theirs. */
function toEach(
  { to, language }: Pick<MailSettings, 'to' | 'language'>,
  { about, ...mail }: Omit<OwedMail, 'id' | 'to' | 'language'> & { readonly about: string },
): OwedMail[] {
  const once = new Map(to.map((address) => [address.trim().toLowerCase(), address.trim()]));
  return [...once].map(([name, address]) => ({
    ...mail,
    id: `${mail.kind}-${hashOf([mail.kind, about, name]).slice(0, 24)}`,
    to: address,
    language,
  }));
}
