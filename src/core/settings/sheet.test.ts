import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSettings } from './document.ts';
import { blankRow, blankSheet, moduleSets, type Sheet, sheetLanguages, sheetOf } from './sheet.ts';
import { dateIn } from './sheet-date.ts';
import { blanksOf } from './sheet-blanks.ts';
import { formFromSheet } from './sheet-form.ts';
import { usualRows } from './sheet-words.ts';
import type { Branch } from './tree.ts';

const filled: Sheet = {
  ...blankSheet,
  name: 'Muster GmbH',
  account: 'muster',
  department: 'nicht zugeordnet',
  workingTimeModel: '40 h',
  holidayCalendar: 'Bayern',
  modules: 'timeLeave',
  mobileApps: 'yes',
  statusOverview: 'no',
  absencesFrom: '01.01.2026',
  attendancesFrom: '1 Feb 2026',
  types: [
    { timetac: 'Urlaub', personio: 'Bezahlter Urlaub', sync: 'yes' },
    { timetac: 'Zeitausgleich', personio: '', sync: 'no' },
  ],
};

const formOf = (sheet: Sheet, base: Branch = {}): Branch => {
  const result = formFromSheet(sheet, base);
  if ('mistakes' in result) throw new Error(JSON.stringify(result.mistakes));
  return result.form;
};

const mistakesOf = (sheet: Sheet, base: Branch = {}): readonly (readonly [string, string, string])[] => {
  const result = formFromSheet(sheet, base);
  return 'form' in result
    ? []
    : result.mistakes.map(({ path, label, message }) => [path, label.de, message.de] as const);
};

test('a sheet that is filled in becomes a whole form', () => {
  const form = formOf(filled);
  expect(form).toEqual({
    name: 'Muster GmbH',
    timetac: { account: 'muster' },
    users: {
      defaults: {
        department: 'nicht zugeordnet',
        workingTimeModel: '40 h',
        holidayCalendar: 'Bayern',
        modules: ['employee-time-tracking', 'leave-management'],
        mobileApps: true,
        statusOverview: false,
      },
    },
    absences: {
      startDate: '2026-01-01',
      types: [
        { timetac: 'Urlaub', personio: 'Bezahlter Urlaub', sync: true },
        { timetac: 'Zeitausgleich', sync: false },
      ],
    },
    attendances: { startDate: '2026-02-01' },
  });
  expect(blanksOf(form, {})).toEqual([]);
  const keys = { clientId: 'a', clientSecret: 'b' };
  const file = { version: 1, ...form, personio: keys, timetac: { account: 'muster', ...keys } };
  const options = { fileName: 'form.yaml', environment: {}, allowPrivateHosts: false };
  expect(parseSettings(JSON.stringify(file), options)).toMatchObject({ ok: true });
});

test('what the sheet has no field for stays as it was', () => {
  const base = {
    guard: { maxDeletes: 3 },
    users: {
      rules: [{ when: { office: 'Wien' }, defaults: { language: 'de' } }],
      defaults: { language: 'es' },
    },
    absences: {
      fractions: 'round',
      types: [{ timetac: 'urlaub', personio: 'Vacation', worksThatDay: true, sync: false }],
    },
  };
  const form = formOf(filled, base);
  expect(form).toMatchObject({
    guard: { maxDeletes: 3 },
    users: { rules: base.users.rules, defaults: { language: 'es', department: 'nicht zugeordnet' } },
    absences: {
      fractions: 'round',
      types: [
        { timetac: 'Urlaub', personio: 'Bezahlter Urlaub', worksThatDay: true, sync: true },
        { timetac: 'Zeitausgleich', sync: false },
      ],
    },
  });
});

test('a blank field leaves what was there, and invents nothing', () => {
  const base = formOf(filled);
  expect(formOf(blankSheet, base)).toEqual(base);
  expect(formOf(blankSheet)).toEqual({});
  const { types } = base['absences'] as Branch;
  expect(formOf({ ...blankSheet, absencesFrom: '2027-01-01' }, base)).toMatchObject({
    absences: { startDate: '2027-01-01', types },
  });
  expect(formOf({ ...blankSheet, department: 'Neu' }, base)).toMatchObject({
    users: { defaults: { department: 'Neu', workingTimeModel: '40 h' } },
  });
});

test('the rows that stand on every sheet from the beginning are no answer', () => {
  const untouched = { ...blankSheet, types: usualRows.de };
  expect(formOf(untouched)).toEqual({});
  expect(formOf(untouched, formOf(filled))).toEqual(formOf(filled));
  expect(mistakesOf({ ...untouched, absencesFrom: '2026-01-01' })).toHaveLength(4);
});

test('a row of somebody’s own without an answer is asked about, also beside those that nobody touched', () => {
  const own = { timetac: 'Sonderurlaub', personio: 'Sonderurlaub', sync: null };
  expect(mistakesOf({ ...blankSheet, types: [own] })).toHaveLength(1);
  expect(mistakesOf({ ...blankSheet, types: [...usualRows.de, own] })).toHaveLength(5);
  const base = { absences: { types: [{ timetac: 'Urlaub', personio: 'Vacation' }] } };
  expect(mistakesOf({ ...sheetOf(base), types: [own] }, base)).toHaveLength(1);
});

test('a part that is switched off is blank on the sheet, and on again once it is filled in', () => {
  const base = {
    absences: {
      enabled: false,
      startDate: '2025-01-01',
      types: [{ timetac: 'Urlaub', personio: 'Vacation' }],
    },
  };
  expect(sheetOf(base)).toEqual(blankSheet);
  expect(formOf(sheetOf(base), base)).toEqual(base);
  expect(formOf({ ...blankSheet, absencesFrom: '2026-01-01' }, base)).toEqual({
    absences: { ...base.absences, enabled: true, startDate: '2026-01-01' },
  });
});

test('every mistake is named by its place on the sheet and in the form', () => {
  const wrong: Sheet = {
    ...filled,
    account: 'https://go.timetac.com/muster',
    department: `Haus\u0007meister`,
    workingTimeModel: 'x'.repeat(251),
    absencesFrom: '31.02.2026',
    attendancesFrom: '24.12.26',
    types: [
      { timetac: 'Urlaub', personio: 'Bezahlter Urlaub', sync: 'yes' },
      blankRow,
      { timetac: 'Krankenstand', personio: 'Krankheit', sync: null },
      { timetac: '', personio: 'Sonderurlaub', sync: 'yes' },
      { timetac: 'Pflege', personio: '', sync: 'yes' },
      { timetac: ' URLAUB', personio: 'Urlaub', sync: 'no' },
    ],
  };
  expect(mistakesOf(wrong)).toEqual([
    ['timetac.account', 'TimeTac-Account', 'Hier sind nur Buchstaben, Ziffern, - und _ erlaubt.'],
    ['users.defaults.department', 'Abteilung', expect.stringContaining('nicht sieht')],
    ['users.defaults.workingTimeModel', 'Arbeitszeitmodell', 'Das ist länger als 250 Zeichen.'],
    ['absences.startDate', 'Startdatum der Abwesenheiten', expect.stringContaining('kein Datum')],
    ['attendances.startDate', 'Startdatum der Anwesenheitszeiten', expect.stringContaining('zwei Arten')],
    [
      'absences.types[1].sync',
      'Abwesenheiten, Zeile 3: Art übertragen',
      'Weder Ja noch Nein ist angekreuzt.',
    ],
    [
      'absences.types[2].timetac',
      'Abwesenheiten, Zeile 4: Abwesenheit in TimeTac',
      'Diese Zeile nennt nur eine Abwesenheit von Personio.',
    ],
    [
      'absences.types[3].personio',
      'Abwesenheiten, Zeile 5: Abwesenheit in Personio',
      'Diese Zeile nennt nur eine Abwesenheit von TimeTac.',
    ],
    [
      'absences.types[4].timetac',
      'Abwesenheiten, Zeile 6: Abwesenheit in TimeTac',
      'Dieselbe Abwesenheit von TimeTac steht schon in Zeile 1.',
    ],
  ]);
});

test.each([
  ['2026-12-24', '2026-12-24'],
  ['24.12.2026', '2026-12-24'],
  ['4. 3. 2026', '2026-03-04'],
  ['24 Dec 2026', '2026-12-24'],
  ['24. Dez. 2026', '2026-12-24'],
  ['1. März 2026', '2026-03-01'],
  ['1 May 2026', '2026-05-01'],
  ['5. Jänner 2026', '2026-01-05'],
  ['24.12.26', null],
  ['12/24/2026', null],
  ['31.02.2026', null],
  ['24 Foo 2026', null],
  ['2026-13-01', null],
  ['Weihnachten', null],
  ['', null],
])('the date “%s” is %s', (written, date) => {
  expect(dateIn(written)).toBe(date);
});

test.each<[string, Partial<Sheet>, readonly string[]]>([
  ['nothing but an account', { account: 'muster' }, ['']],
  ['no account', { ...filled, account: '' }, ['timetac.account']],
  [
    'a department alone',
    { account: 'm', department: 'Neu' },
    ['workingTimeModel', 'holidayCalendar', 'modules', 'mobileApps', 'statusOverview'].map(
      (key) => `users.defaults.${key}`,
    ),
  ],
  ['rows without a start date', { ...filled, absencesFrom: '' }, ['absences.startDate']],
  ['a start date without rows', { ...filled, types: [] }, ['absences.types']],
])('what is missing is named: %s', (_, given, paths) => {
  expect(blanksOf(formOf({ ...blankSheet, ...given }), {}).map(({ path }) => path)).toEqual(paths);
});

test('questions that a configuration left to their standard stay there', () => {
  const { mobileApps: _, statusOverview: __, ...sheet } = filled;
  const base = formOf({ ...sheet, mobileApps: null, statusOverview: null });
  expect(blanksOf(base, base)).toEqual([]);
});

const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.constantFrom('=cmd|x', '\u202eRTL', '"quoted"', 'x'.repeat(200), '👩‍👧 Kind krank', '${SECRET}'),
  )
  .map((text) => text.replaceAll(/\p{Cc}|\p{Surrogate}/gu, '').trim())
  .filter((text) => text !== '');
const day = fc.constantFrom('2026-01-01', '2025-02-28', '2024-02-29', '2030-12-31');

/** What the sheet can express: no part switched off, modules in the sheet's order, each type once. */
const expressible: fc.Arbitrary<Branch> = fc
  .record(
    {
      name,
      timetac: fc.record({ account: fc.constantFrom('muster', 'a_b-9') }),
      users: fc.record({
        defaults: fc
          .record(
            {
              department: name,
              workingTimeModel: name,
              holidayCalendar: name,
              modules: fc.constantFrom(...Object.values(moduleSets)),
              mobileApps: fc.boolean(),
              statusOverview: fc.boolean(),
              language: fc.constantFrom(...sheetLanguages),
            },
            { requiredKeys: [] },
          )
          .filter((defaults) => Object.keys(defaults).length > 0),
      }),
      absences: fc.record(
        {
          startDate: day,
          types: fc.uniqueArray(
            fc.oneof(
              fc.record({ timetac: name, personio: name, sync: fc.boolean() }),
              fc.record({ timetac: name, sync: fc.constant(false) }),
            ),
            { selector: ({ timetac }) => timetac.toLowerCase(), minLength: 1, maxLength: 15 },
          ),
        },
        { requiredKeys: ['startDate'] },
      ),
      attendances: fc.record({ startDate: day }),
    },
    { requiredKeys: [] },
  )
  .map((form) => form as Branch);

/** Beside the sheet: things it does not know. */
const beyond: Branch = { guard: { maxDeletes: 1 }, schedule: { every: '1h' }, lockedUntil: '2025-12-31' };

test('a sheet that comes back as it went out changes nothing, and carries its share of the form', () => {
  fc.assert(
    fc.property(expressible, (share) => {
      const form = { ...share, ...beyond };
      expect(formFromSheet(sheetOf(form), form)).toEqual({ form });
      expect(formFromSheet(sheetOf(form), {})).toEqual({ form: share });
    }),
    { numRuns: 300 },
  );
});

test('no form, however wrong, is changed by its own sheet', () => {
  const anything = fc.record(
    {
      name: fc.jsonValue(),
      users: fc.record({ enabled: fc.boolean(), defaults: fc.dictionary(fc.string(), fc.jsonValue()) }),
      absences: fc.record({ startDate: fc.jsonValue(), types: fc.array(fc.jsonValue()) }),
      attendances: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anything, (form) => {
      expect(formFromSheet(sheetOf(form as Branch), form as Branch)).toEqual({ form });
    }),
    { numRuns: 200 },
  );
});
