import { expect, test } from 'vitest';
import { parseSettings } from './document.ts';
import { blankSheet, type Sheet, sheetOf } from './sheet.ts';
import { fileFromSheet } from './sheet-file.ts';
import { type Branch, isBranch, readTree } from './tree.ts';

const keys = {
  PERSONIO_CLIENT_ID: 'p',
  PERSONIO_CLIENT_SECRET: 'ps',
  TIMETAC_CLIENT_ID: 't',
  TIMETAC_CLIENT_SECRET: 'ts',
};

const filled: Sheet = {
  ...blankSheet,
  name: 'Muster & Söhne: "GmbH" 😀',
  account: 'muster',
  attendancesFrom: '24.12.2026',
  absencesFrom: '2026-01-01',
  types: [{ timetac: 'x'.repeat(200), personio: '=cmd|\u202e', sync: 'yes' }],
};

function textOf(sheet: Sheet, base: Branch | null = null): string {
  const made = fileFromSheet(sheet, base);
  if ('mistakes' in made) throw new Error(JSON.stringify(made.mistakes));
  return made.text;
}

const parsed = (text: string) =>
  parseSettings(text, { fileName: 'form.yaml', environment: keys, allowPrivateHosts: false });

const branchOf = (text: string): Branch => {
  const { tree } = readTree(text, 'base.yaml');
  if (!isBranch(tree)) throw new Error('no branch');
  return tree;
};

test('a sheet that is filled in becomes a whole configuration, with its secrets in the environment', () => {
  const text = textOf(filled);
  expect(text).toContain('clientSecret: ${TIMETAC_CLIENT_SECRET}');
  expect(parsed(text)).toMatchObject({
    ok: true,
    settings: {
      name: 'Muster & Söhne: "GmbH" 😀',
      timetac: { account: 'muster', clientSecret: 'ts' },
      users: { enabled: false },
      absences: { types: [{ timetac: 'x'.repeat(200), personio: '=cmd|\u202e', sync: true }] },
      attendances: { startDate: '2026-12-24' },
    },
  });
});

test('over a configuration, what the sheet does not know stays', () => {
  const base = branchOf(`
version: 1
personio: { clientId: "\${PERSONIO_CLIENT_ID}", clientSecret: "\${PERSONIO_CLIENT_SECRET}" }
timetac: { account: old, clientId: "\${TIMETAC_CLIENT_ID}", clientSecret: "\${TIMETAC_CLIENT_SECRET}" }
attendances: { startDate: 2025-01-01, granularity: entries }
guard: { maxDeletes: 3 }
`);
  expect(parsed(textOf(filled, base))).toMatchObject({
    ok: true,
    settings: {
      timetac: { account: 'muster', clientSecret: 'ts' },
      attendances: { startDate: '2026-12-24', granularity: 'entries' },
      guard: { maxDeletes: 3 },
    },
  });
});

test('nobody’s form asks the environment for a secret', () => {
  const users = { department: '${TIMETAC_CLIENT_SECRET}', workingTimeModel: '40 h', holidayCalendar: '$${A' };
  const sheet: Sheet = {
    ...filled,
    ...users,
    modules: 'time',
    mobileApps: 'no',
    statusOverview: 'no',
    types: [{ timetac: '${TIMETAC_CLIENT_SECRET}', personio: '${NOT_SET}', sync: 'yes' }],
  };
  expect(parsed(textOf(sheet))).toMatchObject({
    ok: true,
    settings: {
      users: { defaults: users },
      absences: { types: [{ timetac: '${TIMETAC_CLIENT_SECRET}', personio: '${NOT_SET}' }] },
    },
  });
});

test('what a configuration takes from the environment, it still does after its own sheet', () => {
  const base = branchOf(`
version: 1
name: "\${TIMETAC_CLIENT_ID}"
personio: { clientId: a, clientSecret: b }
timetac: { account: "\${TIMETAC_CLIENT_ID}", clientId: a, clientSecret: b }
absences: { startDate: 2025-01-01, types: [{ timetac: "\${TIMETAC_CLIENT_ID}", personio: x }] }
`);
  expect(parsed(textOf(sheetOf(base), base))).toMatchObject({
    ok: true,
    settings: { name: 't', timetac: { account: 't' }, absences: { types: [{ timetac: 't' }] } },
  });
});

test('what is wrong comes before what is missing', () => {
  const paths = (sheet: Sheet): readonly string[] => {
    const made = fileFromSheet(sheet, null);
    return 'mistakes' in made ? made.mistakes.map(({ path }) => path) : [];
  };
  expect(paths({ ...filled, account: '', attendancesFrom: 'bald' })).toEqual(['attendances.startDate']);
  expect(paths({ ...filled, account: '' })).toEqual(['timetac.account']);
});
