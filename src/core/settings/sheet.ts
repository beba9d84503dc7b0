// The requirement form as its one sheet: the fields of the guide's last page, as people write them. The form knows
// more (rules, schedule, guard …); what has no field on the sheet is simply not shown.

import { valueAt } from './form-paths.ts';
import { type Branch, isBranch, type Tree } from './tree.ts';

/** Yes, no, or not answered. */
export type Answer = 'yes' | 'no' | null;

/** The five combinations of modules that the sheet offers. */
export type ModuleSet = keyof typeof moduleSets;

export interface SheetRow {
  /** Name in TimeTac, and in Personio; empty where nothing is filled in. */
  readonly timetac: string;
  readonly personio: string;
  readonly sync: Answer;
}

/** Texts are empty where nothing is filled in. Dates are `2026-12-24`, or whatever else somebody wrote there. */
export interface Sheet {
  readonly name: string;
  readonly account: string;
  readonly department: string;
  readonly workingTimeModel: string;
  readonly holidayCalendar: string;
  readonly modules: ModuleSet | null;
  readonly mobileApps: Answer;
  readonly statusOverview: Answer;
  readonly language: SheetLanguage | null;
  /** Empty: that part is not synchronised. */
  readonly absencesFrom: string;
  readonly attendancesFrom: string;
  /** In the order of the sheet; a blank line between others is a row too. */
  readonly types: readonly SheetRow[];
}

/** Language of new users. */
export type SheetLanguage = (typeof sheetLanguages)[number];
export const sheetLanguages = ['de', 'en', 'es'] as const;

/** As the file spells them. */
export const moduleSets = {
  time: ['employee-time-tracking'],
  leave: ['leave-management'],
  timeLeave: ['employee-time-tracking', 'leave-management'],
  project: ['project-time-tracking'],
  all: ['employee-time-tracking', 'leave-management', 'project-time-tracking'],
} as const;

/** Far above any honest sheet. */
export const mostRows = 200;

export const blankRow: SheetRow = { timetac: '', personio: '', sync: null };

export const blankSheet: Sheet = {
  name: '',
  account: '',
  department: '',
  workingTimeModel: '',
  holidayCalendar: '',
  modules: null,
  mobileApps: null,
  statusOverview: null,
  language: null,
  absencesFrom: '',
  attendancesFrom: '',
  types: [],
};

/** What the form says, as far as the sheet has a field for it. A part that is switched off stays blank. */
export function sheetOf(form: Branch): Sheet {
  const value = (path: string): Tree =>
    valueAt(form, `${path.split('.')[0]}.enabled`) === false ? null : valueAt(form, path);
  const choice = (key: string): Answer => answerOf(value(`users.defaults.${key}`));
  const language = value('users.defaults.language');
  const types = value('absences.types');
  return {
    name: textOf(valueAt(form, 'name')),
    account: textOf(valueAt(form, 'timetac.account')),
    department: textOf(value('users.defaults.department')),
    workingTimeModel: textOf(value('users.defaults.workingTimeModel')),
    holidayCalendar: textOf(value('users.defaults.holidayCalendar')),
    modules: moduleSetOf(value('users.defaults.modules')),
    mobileApps: choice('mobileApps'),
    statusOverview: choice('statusOverview'),
    language: sheetLanguages.find((one) => one === language) ?? null,
    absencesFrom: textOf(value('absences.startDate')),
    attendancesFrom: textOf(value('attendances.startDate')),
    types: Array.isArray(types) ? (types as readonly Tree[]).slice(0, mostRows).map(rowOf) : [],
  };
}

const textOf = (value: Tree): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

const answerOf = (value: Tree): Answer => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : null);

function moduleSetOf(value: Tree): ModuleSet | null {
  if (!Array.isArray(value)) return null;
  const wanted = new Set<Tree>(value as readonly Tree[]);
  const isWanted = (modules: readonly Tree[]): boolean =>
    modules.length === wanted.size && modules.every((one) => wanted.has(one));
  return moduleSetNames.find((name) => isWanted(moduleSets[name])) ?? null;
}

export const moduleSetNames = Object.keys(moduleSets) as readonly ModuleSet[];

/** A row that does not say so is synchronised: that is what the file means by it. */
function rowOf(row: Tree): SheetRow {
  if (!isBranch(row)) return blankRow;
  const [timetac, personio] = [textOf(row['timetac'] ?? null), textOf(row['personio'] ?? null)];
  return { timetac, personio, sync: answerOf(row['sync'] ?? true) };
}

/** Whether nothing stands in a row; an answer alone says nothing about anything. */
export const isBlankRow = ({ timetac, personio }: SheetRow): boolean => timetac === '' && personio === '';
