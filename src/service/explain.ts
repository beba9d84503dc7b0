// Gathers what the archive knows about one day of one employee. No vendor is asked: what is told is what Tandem acted on.

import type { AbsenceContent } from '../core/absences/absence.ts';
import { absenceIdOf } from '../core/absences/derived.ts';
import type { AttendanceContent, TimeEntry } from '../core/attendance/attendance.ts';
import { countingRules, deriveDay } from '../core/attendance/derive.ts';
import type { EmployeeAgreed } from '../core/people/derive-user.ts';
import { agreedExit } from '../core/people/exit.ts';
import { type Part, isVanished } from '../core/report/codes.ts';
import {
  type DayFacts,
  type Exported,
  type PartFacts,
  type Statement,
  explainDay,
} from '../core/report/explain.ts';
import type { Settings } from '../core/settings/settings.ts';
import { type Link, isFolded } from '../core/sync/desk.ts';
import type { LocalDate } from '../core/time/calendar.ts';
import type { Archive } from '../engine/archive.ts';
import { unitName } from '../engine/judge.ts';
import { usersOutOfScope } from '../engine/out-of-scope.ts';
import { pausedParts } from '../engine/pause.ts';
import { resolveTypes, storedTypeBook } from '../engine/type-book.ts';
import type { Home } from './home.ts';

export interface Explanation {
  readonly employeeId: string;
  readonly date: LocalDate;
  readonly statements: readonly Statement[];
}

export async function explainOneDay(
  home: Home,
  settings: Settings,
  employeeId: string,
  date: LocalDate,
): Promise<Explanation> {
  const archive = await home.openArchive(settings);
  const facts = await factsOf(archive, settings, employeeId, date);
  return { employeeId, date, statements: explainDay(facts) };
}

async function factsOf(
  archive: Archive,
  settings: Settings,
  employeeId: string,
  date: LocalDate,
): Promise<DayFacts> {
  const memory = await archive.memory();
  const [link] = await archive.links<EmployeeAgreed>({ part: 'employees', employeeIds: [employeeId] });
  const userIds = link === undefined ? [] : [link.targetId];
  const [user] = (await archive.rows({ kind: 'user', ids: userIds })).map(({ row }) => row);
  const newest = (await archive.runs(20)).find((run) => run.mode === 'live' && run.finishedAt !== null);
  const book = storedTypeBook(memory) ?? { source: [], target: [] };
  const types = resolveTypes(settings.absences.types, book);
  const onDay = { userIds, from: date, to: date };
  const bookings = await archive.rows({ kind: 'absence', ...onDay });
  const entries = await archive.rows({ kind: 'timeEntry', ...onDay });
  const folded = await archive.rows({ kind: 'foldedEntry', ...onDay });
  const absenceLinks = await archive.links<AbsenceContent>({ part: 'absences', employeeIds: [employeeId] });
  const dayLinks = await archive.links<AttendanceContent>({ part: 'attendances', employeeIds: [employeeId] });
  const onDate = absenceLinks.filter(
    ({ agreed }) => agreed.firstOn <= date && (agreed.lastOn ?? date) >= date,
  );
  const concerned = new Set([...onDate.map(({ key }) => absenceIdOf(key)), ...bookings.map(({ id }) => id)]);
  const isOfDay = (part: Part, name: string): boolean =>
    part === 'attendances'
      ? name === unitName(employeeId, date)
      : concerned.has(name) || concerned.has(absenceIdOf(name));
  const decisions = (await archive.decisions()).filter(
    (decision) =>
      decision.employeeId === employeeId &&
      (decision.part === 'employees' ||
        isOfDay(decision.part, decision.name) ||
        dayLinks.some((own) => own.key === decision.name && own.from === date) ||
        startOf(decision.content) === date),
  );
  const findings = (await archive.findings())
    .flatMap((entry) => entry.findings)
    .filter(
      (finding) =>
        finding.employeeId === employeeId &&
        (finding.on === null || (finding.on <= date && (finding.until ?? finding.on) >= date)),
    );
  const isLeftOut = link !== undefined && usersOutOfScope(memory).has(link.targetId);
  // Of somebody who is left out, or whom one side lists no more, no run judges anything.
  const isJudged = !isLeftOut && !findings.some(({ code }) => isVanished(code));
  const paused = pausedParts(memory);
  const partFacts = async (part: 'absences' | 'attendances'): Promise<PartFacts> => ({
    enabled: settings[part].enabled,
    paused: paused.includes(part),
    startDate: settings[part].startDate,
    due:
      isJudged &&
      (await archive.dirty(part)).some(
        (unit) => userIds.includes(unit.userId) && (unit.day === null || unit.day === date),
      ),
  });
  return {
    employeeId,
    date,
    zone: settings.schedule.timezone,
    user:
      link === undefined
        ? null
        : {
            id: link.targetId,
            name: [user?.firstName, user?.lastName].filter(Boolean).join(' ') || null,
            from: link.from,
            exitOn: agreedExit(link.agreed),
            isLeftOut,
          },
    asOf: newest?.finishedAt ?? null,
    lockedUntil: settings.lockedUntil,
    absences: {
      ...(await partFacts('absences')),
      bookings: bookings.map(({ row }) => ({
        id: row.id,
        type: types.sourceName(row.typeKey) ?? row.typeKey,
        from: row.from,
        to: row.to,
        status: row.status,
        mapped: types.mapping(row.typeKey).kind,
      })),
      exported: onDate.map((own) => ({
        ...exportedOf(own),
        content: { ...own.agreed, type: types.targetName(own.agreed.typeId) },
      })),
    },
    attendances: {
      ...(await partFacts('attendances')),
      entries: entries
        .filter(({ row }) => row.absenceId === null)
        .map(({ row }) => ({ id: row.id, start: row.start, end: row.end }))
        .sort((a, b) => (a.start < b.start ? -1 : 1)),
      foldedEntries: folded.filter(({ row }) => !row.ofAbsence).map(({ id }) => id),
      // Of some of a day's entries nobody can say what they come to.
      derived:
        folded.length > 0
          ? []
          : derivedOf(
              entries.map(({ row }) => row),
              settings,
              date,
            ),
      exported: dayLinks
        .filter((own) => own.from === date)
        .map((own) => ({ ...exportedOf(own), content: isFolded(own) ? null : own.agreed })),
    },
    absenceTypes: [...book.source, ...book.target].map((type) => type.name),
    findings,
    decisions,
  };
}

/** What the rules make of the day's rows; empty where the day is not in scope or its rows contradict each other. */
function derivedOf(
  entries: readonly TimeEntry[],
  { attendances }: Settings,
  date: LocalDate,
): AttendanceContent[] {
  const { enabled, startDate } = attendances;
  if (!enabled || (startDate !== null && date < startDate)) return [];
  const { periods, problem } = deriveDay(date, entries, countingRules(attendances));
  return problem === null ? periods.map(({ content }) => content) : [];
}

const exportedOf = <C>({ targetId, origin, agreed, linkedAt }: Link<C>): Exported<C> => ({
  targetId,
  origin,
  content: agreed,
  linkedAt,
});

const startOf = (content: unknown): string | undefined =>
  (content as { start?: string } | null)?.start?.slice(0, 10);
