import { expect, test } from 'vitest';
import { demoCompany } from './demo.ts';
import { generateCompany } from './generate.ts';
import { companySettingsDocument } from './settings-document.ts';

const demo = demoCompany({ now: Date.parse('2026-11-22T09:20:00Z') });
const generated = generateCompany({ seed: 7, employees: 20, days: 10, today: '2026-11-22' });
const urls = { personioUrl: 'http://127.0.0.1:9001', timetacUrl: 'http://127.0.0.1:9002' };

test.each([
  ['demo', demo, '2026-08-24'],
  ['generated', generated, '2026-11-09'],
])('the configuration of the %s company names only what exists there', (_, states, startDate) => {
  const document = companySettingsDocument(states, urls);
  expect(document).toMatchObject({
    version: 1,
    personio: { baseUrl: urls.personioUrl, clientId: 'papi-demo-client', clientSecret: 'papi-demo-secret' },
    timetac: {
      baseUrl: urls.timetacUrl,
      account: 'demo',
      clientId: 'demo-client',
      clientSecret: 'demo-secret',
    },
    users: {
      defaults: {
        department: one(
          states.timetac.departments.map((row) => row.department_name),
          'unassigned',
        ),
        workingTimeModel: one(
          states.timetac.workSchedules.map((row) => row.name),
          '40 h',
        ),
        holidayCalendar: one(
          states.timetac.publicHolidayTemplates.map((row) => row.template_name),
          'Germany - Bavaria',
        ),
      },
    },
    absences: { startDate },
    attendances: { startDate },
  });
});

test('every absence type of TimeTac has a row but the one that nobody thought of', () => {
  const rows = typesOf(companySettingsDocument(demo, urls));
  const mapped = new Set(rows.map((row) => row.timetac));
  const unmapped = demo.timetac.absenceTypes.map((type) => type.name).filter((name) => !mapped.has(name));
  expect(unmapped).toEqual(['Volunteer day']);
  expect(rows.map((row) => row.sync)).toContain(false);
  const personioNames = demo.personio.absenceTypes.map((type) => type.name);
  for (const row of rows) expect(personioNames).toContain(row.personio);
});

test('the start date can be chosen', () => {
  const document = companySettingsDocument(demo, { ...urls, startDate: '2026-10-01' });
  expect(document).toMatchObject({
    absences: { startDate: '2026-10-01' },
    attendances: { startDate: '2026-10-01' },
  });
});

function one(names: readonly string[], name: string): string {
  expect(names.filter((each) => each === name)).toEqual([name]);
  return name;
}

function typesOf(document: Record<string, unknown>) {
  const { types } = document['absences'] as { types: { timetac: string; personio: string; sync: boolean }[] };
  return types;
}
