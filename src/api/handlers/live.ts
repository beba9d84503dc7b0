// What is found out at the vendors.

import { readChoices } from '../../service/live/choices.ts';
import { countRecords } from '../../service/live/counts.ts';
import {
  createDepartment,
  linkPeopleBySetup,
  reviewPeople,
  unlinkPersonBySetup,
  wantAccount,
} from '../../service/live/people.ts';
import { probeAccounts } from '../../service/live/probe.ts';
import { checkSetup } from '../../service/setup/credentials.ts';
import { answersTo } from '../../core/report/answers.ts';
import type { Employee } from '../../core/people/employee.ts';
import type { liveRoutes } from '../contract/live.ts';
import type { Handlers } from '../handler.ts';

export const liveHandlers: Pick<Handlers, keyof typeof liveRoutes> = {
  probeAccounts: async ({ desk, params, body }) => {
    const { personio, timetac } = await probeAccounts(desk, params.id, body);
    return {
      personio,
      timetac: { ...timetac, modules: timetac.modules === null ? null : [...timetac.modules] },
    };
  },
  checkAccounts: async ({ desk, params }) => {
    const { lines, works } = await checkSetup(desk, params.id);
    return { lines: [...lines], works };
  },
  readChoices: async ({ desk, params }) => {
    const choices = await readChoices(desk, params.id);
    const list = <T>(values: readonly T[] | null): T[] | null => (values === null ? null : [...values]);
    return {
      departments: list(choices.departments),
      workingTimeModels: list(choices.workingTimeModels),
      holidayCalendars: list(choices.holidayCalendars),
      languages: list(choices.languages),
      modules: list(choices.modules),
      personio: choices.employees === null ? null : peopleOf(choices.employees),
      timetacTypes: list(choices.timetacTypes),
      personioTypes:
        list(choices.personioTypes)?.map(({ id, name, unit }) => ({ id, name, unit: unit ?? null })) ?? null,
      suggestions: choices.suggestions.map((row) => ({ ...row, warnings: [...row.warnings] })),
      trouble: [...choices.trouble],
    };
  },
  createDepartment: ({ desk, actor, params, body }) => createDepartment(desk, actor, params.id, body.name),
  reviewPeople: async ({ desk, params }) => {
    const review = await reviewPeople(desk, params.id);
    return {
      employees: review.employees.map((row) => ({
        ...row,
        users: [...row.users],
        mayCreate: row.issue !== null && answersTo(row.issue).includes('create'),
      })),
      vanished: [...review.vanished],
      unmatched: [...review.unmatched],
    };
  },
  linkPeople: ({ desk, actor, params, body }) =>
    linkPeopleBySetup(desk, actor, params.id, { personioId: params.personioId, timetacId: body.timetacId }),
  unlinkPeople: ({ desk, actor, params }) => unlinkPersonBySetup(desk, actor, params.id, params.personioId),
  wantAccount: async ({ desk, actor, params }) => {
    await wantAccount(desk, actor, params.id, params.personioId);
    return null;
  },
  countRecords: ({ desk, params, body }) => countRecords(desk, params.id, body),
};

/** The values that people in Personio have, and the people. */
function peopleOf(employees: readonly Employee[]) {
  const valuesOf = (read: (employee: Employee) => string | null | undefined): string[] => [
    ...new Set(employees.map(read).filter((value) => typeof value === 'string')),
  ];
  return {
    offices: valuesOf((one) => one.office),
    departments: valuesOf((one) => one.department),
    subcompanies: valuesOf((one) => one.subcompany),
    employmentTypes: valuesOf((one) => one.employmentType),
    employees: employees.map((one) => ({
      id: one.id,
      name: [one.firstName, one.lastName].filter(Boolean).join(' ') || one.id,
      status: one.status ?? null,
    })),
  };
}
