// What can be chosen in steps 3 and 5: lists from both accounts. A list that cannot be read is missing alone, and a line
// says why; the others are there.

import { suggestTypes } from '../../core/absences/suggest-types.ts';
import type { SourceAbsenceType, TargetAbsenceType } from '../../core/absences/absence.ts';
import type { Employee } from '../../core/people/employee.ts';
import { folded } from '../../core/people/names.ts';
import { worksElsewhere } from '../../core/settings/sections/exports.ts';
import type { AbsenceMapping } from '../../core/settings/settings.ts';
import { said, type Said } from '../../core/settings/mistake.ts';
import { type NamedId, type Side, asVendorTrouble } from '../../engine/ports.ts';
import type { CheckLine } from '../check-lines.ts';
import type { FrontDesk } from '../front-desk.ts';
import { readSetup } from '../setup/change.ts';
import { draftSettingsOf, noKeys } from '../setup/settings-of.ts';
import { troubleProblem } from './trouble.ts';

export interface TypeRow {
  readonly timetac: string;
  readonly personio: string | null;
  readonly sync: boolean;
  readonly worksThatDay: boolean;
  readonly because: 'mapped' | 'same-name' | 'known-pair' | 'none';
  readonly warnings: readonly Said[];
}

export interface Choices {
  readonly departments: readonly NamedId[] | null;
  readonly workingTimeModels: readonly NamedId[] | null;
  readonly holidayCalendars: readonly NamedId[] | null;
  readonly languages: readonly { readonly id: number; readonly code: string }[] | null;
  readonly modules: readonly string[] | null;
  readonly employees: readonly Employee[] | null;
  readonly timetacTypes: readonly SourceAbsenceType[] | null;
  readonly personioTypes: readonly TargetAbsenceType[] | null;
  readonly suggestions: readonly TypeRow[];
  readonly trouble: readonly CheckLine[];
}

export async function readChoices(desk: FrontDesk, setupId: string): Promise<Choices> {
  const setup = await readSetup(desk, setupId);
  const settings = await draftSettingsOf(desk, setup);
  const has = {
    personio: settings.personio.clientId !== noKeys.clientId,
    timetac: settings.timetac.clientId !== noKeys.clientId,
  };
  const doors = desk.home.openDoors(settings);
  const trouble: CheckLine[] = [];
  const read = async <T>(side: Side, about: string, ask: () => Promise<T>): Promise<T | null> => {
    // Where a side refused once, it is not asked for every list again.
    if (!has[side] || trouble.some((line) => line.side === side)) return null;
    try {
      return await ask();
    } catch (error) {
      const known = asVendorTrouble(error);
      if (known === null) throw error;
      const problem = troubleProblem(known);
      trouble.push({ class: 'access', side, about, message: problem.said, action: problem.hint });
      return null;
    }
  };
  try {
    const { time, hr } = doors;
    const departments = await read('timetac', 'departments', () => time.readDepartments());
    const workingTimeModels = await read('timetac', 'workSchedules', () => time.readWorkSchedules());
    const holidayCalendars = await read('timetac', 'publicHolidayTemplates', () =>
      time.readHolidayCalendars(),
    );
    const languages = await read('timetac', 'languages', () => time.readLanguages());
    const modules = await read('timetac', 'features', () => time.readModules());
    const timetacTypes = await read('timetac', 'absenceTypes', () => time.readAbsenceTypes());
    const employees = await read('personio', 'employees', async () => (await hr.readEmployees()).rows);
    const personioTypes = await read('personio', 'absence-types', () => hr.readAbsenceTypes());
    return {
      departments,
      workingTimeModels,
      holidayCalendars,
      languages,
      modules,
      employees,
      timetacTypes,
      personioTypes,
      suggestions: typeRows(timetacTypes ?? [], personioTypes ?? [], settings.absences.types),
      trouble,
    };
  } finally {
    await doors.close();
  }
}

/** What is mapped already stands; the rest is suggested. Nothing is switched on that a person did not choose. */
export function typeRows(
  source: readonly SourceAbsenceType[],
  target: readonly TargetAbsenceType[],
  mapped: readonly AbsenceMapping[],
): TypeRow[] {
  const isTwice = (name: string): boolean => source.filter((type) => same(type.name, name)).length > 1;
  return suggestTypes(source, target).map(({ timetac, personio, because }): TypeRow => {
    const name = isTwice(timetac.name) ? timetac.key : timetac.name;
    const row = mapped.find((one) => one.timetac === timetac.key || same(one.timetac, timetac.name));
    const chosen =
      row === undefined
        ? personio
        : (target.find((type) => type.id === row.personio || same(type.name, row.personio ?? '')) ?? null);
    return {
      timetac: row?.timetac ?? name,
      personio: row === undefined ? (personio?.name ?? null) : row.personio,
      sync: row?.sync ?? personio !== null,
      worksThatDay:
        row?.worksThatDay ?? [timetac.name, personio?.name ?? ''].some((one) => worksElsewhere.test(one)),
      because: row === undefined ? because : 'mapped',
      warnings: warningsOf(timetac, chosen),
    };
  });
}

const same = (a: string, b: string): boolean => folded(a) !== null && folded(a) === folded(b);

function warningsOf(timetac: SourceAbsenceType, personio: TargetAbsenceType | null): Said[] {
  if (personio === null || personio.unit === undefined) return [];
  if (timetac.unit === 'days' && personio.unit === 'hours') return [daysIntoHours];
  if (timetac.unit === 'hours' && personio.unit === 'days') return [hoursIntoDays];
  return [];
}

const daysIntoHours = said(
  'TimeTac counts this type in days, Personio in hours: such absences are held and reported.',
  'TimeTac zählt diese Art in Tagen, Personio in Stunden: Solche Abwesenheiten werden zurückgehalten und gemeldet.',
);
const hoursIntoDays = said(
  'TimeTac counts this type in hours, Personio in days: only whole and half days can go; see “fractions”.',
  'TimeTac zählt diese Art in Stunden, Personio in Tagen: Nur ganze und halbe Tage können übertragen werden; siehe „Bruchteile“.',
);
