import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mistake, parseSettings } from './document.ts';
import type { Settings } from './settings.ts';

const environment = {
  PERSONIO_CLIENT_ID: 'papi-id',
  PERSONIO_CLIENT_SECRET: 'se: cr#et "with" ${TRAPS} {',
  TIMETAC_CLIENT_ID: 'CLIENT__API_USER_1',
  TIMETAC_CLIENT_SECRET: 'tt-secret',
};

const complete = `
version: 1
name: Muster GmbH
personio:
  baseUrl: https://api.personio.de           # a comment
  clientId: \${PERSONIO_CLIENT_ID}
  clientSecret: \${PERSONIO_CLIENT_SECRET}
  attributes: { dateOfBirth: dynamic_1234 }
timetac:
  baseUrl: https://api.timetac.com
  account: muster
  apiVersion: 4
  pathPrefix: ""
  clientId: \${TIMETAC_CLIENT_ID}
  clientSecret: \${TIMETAC_CLIENT_SECRET}
users:
  enabled: true
  createDaysBeforeHire: 14
  onFirstLink: show
  welcomeEmail: never
  scope: { exclude: [{ department: Board }] }
  defaults:
    department: unassigned
    workingTimeModel: 40 h
    holidayCalendar: Germany - Bavaria
    modules: [employee-time-tracking, leave-management]
    mobileApps: true
    statusOverview: false
    language: de
absences:
  enabled: true
  startDate: 2026-01-01
  fractions: hold
  approval: skip
  types:
    - { timetac: Vacation, personio: Paid absence, sync: true }
    - { timetac: "3:11", personio: Sick day, sync: true }
attendances:
  enabled: true
  startDate: 2026-01-01
  granularity: merged
  approvedOnly: false
  approval: skip
  onTargetEdit: hold
schedule: { every: 15m, fullCheckAt: "03:00", timezone: Europe/Berlin }
guard: { maxDeletes: 25, maxDeleteShare: 0.10 }
lockedUntil: 2025-12-31
report: { to: [hr@muster.example], when: on-issues, language: de, deadManHours: 26 }
`;

const completeSettings: Settings = {
  version: 1,
  id: null,
  name: 'Muster GmbH',
  personio: {
    baseUrl: 'https://api.personio.de',
    clientId: 'papi-id',
    clientSecret: 'se: cr#et "with" ${TRAPS} {',
    partnerId: null,
    appId: 'TANDEM',
    attributes: { dateOfBirth: 'dynamic_1234' },
  },
  timetac: {
    baseUrl: 'https://api.timetac.com',
    account: 'muster',
    apiVersion: 4,
    pathPrefix: '',
    clientId: 'CLIENT__API_USER_1',
    clientSecret: 'tt-secret',
    credentialsExpireOn: null,
  },
  users: {
    enabled: true,
    createDaysBeforeHire: 14,
    onFirstLink: 'show',
    welcomeEmail: 'never',
    usernameFrom: 'email',
    scope: { include: [], exclude: [{ department: 'Board' }] },
    defaults: {
      department: 'unassigned',
      workingTimeModel: '40 h',
      holidayCalendar: 'Germany - Bavaria',
      modules: ['employee-time-tracking', 'leave-management'],
      mobileApps: true,
      statusOverview: false,
      language: 'de',
    },
    rules: [],
  },
  absences: {
    enabled: true,
    startDate: '2026-01-01',
    fractions: 'hold',
    approval: 'skip',
    types: [
      { timetac: 'Vacation', personio: 'Paid absence', sync: true, worksThatDay: false },
      { timetac: '3:11', personio: 'Sick day', sync: true, worksThatDay: false },
    ],
  },
  attendances: {
    enabled: true,
    startDate: '2026-01-01',
    granularity: 'merged',
    approvedOnly: false,
    approval: 'skip',
    onTargetEdit: 'hold',
    paidBreaks: 'work',
    notes: false,
    projects: [],
  },
  schedule: { everySeconds: 900, fullCheckAt: '03:00', timezone: 'Europe/Berlin' },
  guard: { maxDeletes: 25, maxDeleteShare: 0.1 },
  lockedUntil: '2025-12-31',
  report: { to: ['hr@muster.example'], when: 'on-issues', language: 'de', deadManHours: 26 },
};

const minimal = {
  version: 1,
  personio: { clientId: 'a', clientSecret: 'b' },
  timetac: { account: 'muster', clientId: 'c', clientSecret: 'd' },
  attendances: { startDate: '2026-01-01' },
};

describe('a configuration that is fine', () => {
  it('gives the settings of the published example', () => {
    expect(settingsOf(complete)).toEqual(completeSettings);
  });

  it('needs only the accounts and one part; everything else has its default', () => {
    expect(settingsOf(JSON.stringify(minimal))).toEqual({
      ...completeSettings,
      name: 'muster',
      personio: {
        ...completeSettings.personio,
        clientId: 'a',
        clientSecret: 'b',
        attributes: { dateOfBirth: null },
      },
      timetac: { ...completeSettings.timetac, clientId: 'c', clientSecret: 'd' },
      users: {
        ...completeSettings.users,
        enabled: false,
        scope: { include: [], exclude: [] },
        defaults: null,
      },
      absences: { ...completeSettings.absences, enabled: false, startDate: null, types: [] },
      lockedUntil: null,
      report: { ...completeSettings.report, to: [] },
    });
  });

  it('means the same as JSON, with tabs and a byte order mark too', () => {
    const json = {
      ...completeSettings,
      schedule: { every: '900s', fullCheckAt: '03:00', timezone: 'Europe/Berlin' },
      personio: { ...completeSettings.personio, clientSecret: '${PERSONIO_CLIENT_SECRET}' },
    };
    expect(settingsOf(`\uFEFF${JSON.stringify(json, null, '\t')}`)).toEqual(completeSettings);
    expect(settingsOf(JSON.stringify(json))).toEqual(completeSettings);
  });

  it.each<[string, object, (settings: Settings) => unknown, unknown]>([
    [
      'ids as numbers or texts',
      { users: { enabled: false, scope: { include: [{ ids: [17, '18'] }] } } },
      (s) => s.users.scope.include,
      [{ ids: ['17', '18'] }],
    ],
    [
      'rules for other defaults',
      { users: { enabled: false, rules: [{ when: { office: 'Graz' }, defaults: { language: 'en' } }] } },
      (s) => s.users.rules,
      [{ when: { office: 'Graz' }, defaults: { language: 'en' } }],
    ],
    [
      'projects by name or id',
      { attendances: { startDate: '2026-01-01', projects: [{ timetac: 4, personio: '2318375' }] } },
      (s) => s.attendances.projects,
      [{ timetac: '4', personio: '2318375' }],
    ],
    [
      'every hour',
      { schedule: { every: '1h' } },
      (s) => s.schedule,
      { everySeconds: 3600, fullCheckAt: '03:00', timezone: 'Europe/Berlin' },
    ],
    [
      'an address with a slash at its end',
      personio({ baseUrl: 'https://api.personio.de/' }),
      (s) => s.personio.baseUrl,
      'https://api.personio.de',
    ],
    ['a literal placeholder', personio({ clientSecret: '$${x}' }), (s) => s.personio.clientSecret, '${x}'],
    [
      'none for an optional value',
      { lockedUntil: null, id: null },
      (s) => [s.lockedUntil, s.id],
      [null, null],
    ],
    [
      'remote work as a day on which people work, unless the row says no',
      {
        absences: {
          startDate: '2026-01-01',
          types: [
            { timetac: 'Remote work', personio: 'Work from home' },
            { timetac: 'Dienstreise', personio: 'Reise', worksThatDay: false },
            { timetac: 'Internal', sync: false },
          ],
        },
      },
      (s) => s.absences.types.map((row) => [row.worksThatDay, row.sync, row.personio]),
      [
        [true, true, 'Work from home'],
        [false, true, 'Reise'],
        [false, false, null],
      ],
    ],
  ])('takes %s', (_, change, look, expected) => {
    expect(look(settingsOf(JSON.stringify({ ...minimal, ...change })))).toEqual(expected);
  });

  it('lets a local vendor be used where the server allows it', () => {
    const local = JSON.stringify({ ...minimal, ...personio({ baseUrl: 'http://127.0.0.1:8099' }) });
    expect(settingsOf(local).personio.baseUrl).toBe('http://127.0.0.1:8099');
  });
});

describe('a configuration that is not', () => {
  // Each line: what is changed in the complete file (text → text), the path named, and a word of message or hint.
  it.each<[string, string | RegExp, string, string, RegExp]>([
    [
      'a misspelt key',
      'startDate: 2026-01-01\n  fractions',
      'startDat: 2026-01-01\n  fractions',
      'absences.startDat',
      /startDate/,
    ],
    [
      'a misspelt key beside the right one',
      'onFirstLink: show',
      'onFirstLink: show\n  onFirstLnk: push',
      'users.onFirstLnk',
      /“onFirstLink”, stands here as well/,
    ],
    ['a key in another spelling', 'onFirstLink:', 'on_first_link:', 'users.on_first_link', /“onFirstLink”/],
    [
      'a key at the wrong place',
      'lockedUntil: 2025-12-31',
      'paidBreaks: work',
      'paidBreaks',
      /attendances\.paidBreaks/,
    ],
    ['a part in the singular', '\nattendances:', '\nattendance:', 'attendance', /“attendances”/],
    [
      'a key named like the prototype',
      'name: Muster GmbH',
      '__proto__: { name: x }',
      '__proto__',
      /not known/,
    ],
    [
      'an unset variable',
      '${TIMETAC_CLIENT_ID}',
      '${TIMETAC_CLIENTID}',
      'timetac.clientId',
      /TIMETAC_CLIENTID is not set.*“TIMETAC_CLIENT_ID”/,
    ],
    [
      'an inherited variable',
      '${TIMETAC_CLIENT_ID}',
      '${constructor}',
      'timetac.clientId',
      /constructor is not set/,
    ],
    [
      'an unclosed placeholder',
      '${TIMETAC_CLIENT_ID}',
      '"${TIMETAC_CLIENT_ID"',
      'timetac.clientId',
      /\$\{NAME\}/,
    ],
    [
      'a date that does not exist',
      'lockedUntil: 2025-12-31',
      'lockedUntil: 2026-02-30',
      'lockedUntil',
      /does not exist/,
    ],
    ['a German date', 'lockedUntil: 2025-12-31', 'lockedUntil: 31.12.2025', 'lockedUntil', /2026-01-31/],
    ['an unknown zone', 'Europe/Berlin', 'Europe/Berlim', 'schedule.timezone', /“Europe\/Berlin”/],
    ['an offset as zone', 'timezone: Europe/Berlin', 'timezone: "+01:00"', 'schedule.timezone', /not known/],
    ['a time of day', '"03:00"', '"3 am"', 'schedule.fullCheckAt', /"03:00"/],
    ['a too short interval', 'every: 15m', 'every: 59s', 'schedule.every', /between 60s/],
    [
      'a bare number as interval',
      'every: 15m',
      'every: 15',
      'schedule.every',
      /Expected a text, found a number/,
    ],
    ['an interval in words', 'every: 15m', 'every: quarterly', 'schedule.every', /15m, 60s or 1h/],
    [
      'an unencrypted address',
      'https://api.timetac.com',
      'http://api.timetac.com',
      'timetac.baseUrl',
      /https:\/\//,
    ],
    [
      'a password in the address',
      'https://api.timetac.com',
      'https://me:pw@api.timetac.com',
      'timetac.baseUrl',
      /user name or password/,
    ],
    [
      'a query in the address',
      'https://api.timetac.com',
      'https://api.timetac.com?x=1',
      'timetac.baseUrl',
      /before \?/,
    ],
    ['no address at all', 'https://api.timetac.com', 'api.timetac.com', 'timetac.baseUrl', /https:\/\//],
    [
      'an account with other letters',
      'account: muster',
      'account: muster/eu',
      'timetac.account',
      /letters, digits/,
    ],
    [
      'an unknown version of the API',
      'apiVersion: 4',
      'apiVersion: 6',
      'timetac.apiVersion',
      /3, 4, 5, found 6/,
    ],
    ['a version in quotes', 'apiVersion: 4', 'apiVersion: "4"', 'timetac.apiVersion', /without quotes/],
    ['an unknown path prefix', 'pathPrefix: ""', 'pathPrefix: userapi', 'timetac.pathPrefix', /“userapi\/”/],
    ['a malformed e-mail', 'hr@muster.example', 'hr@muster', 'report.to[0]', /no e-mail address/],
    [
      'one address instead of a list',
      '[hr@muster.example]',
      'hr@muster.example',
      'report.to',
      /Expected a list, found a text/,
    ],
    [
      'no start date',
      'startDate: 2026-01-01\n  granularity',
      'granularity',
      'attendances.startDate',
      /missing/,
    ],
    [
      'an empty start date',
      'startDate: 2026-01-01\n  granularity',
      'startDate:\n  granularity',
      'attendances.startDate',
      /missing/,
    ],
    ['a missing default', '    department: unassigned\n', '', 'users.defaults.department', /missing.*a text/],
    ['an empty default', 'department: unassigned', 'department: "  "', 'users.defaults.department', /empty/],
    ['no default at all', /defaults:\n( {4}.*\n)+/, '', 'users.defaults', /workingTimeModel/],
    [
      'a number as name',
      'workingTimeModel: 40 h',
      'workingTimeModel: 40',
      'users.defaults.workingTimeModel',
      /quotes/,
    ],
    [
      'an unknown module',
      'leave-management]',
      'leave-managment]',
      'users.defaults.modules[1]',
      /“leave-management”/,
    ],
    ['no module', '[employee-time-tracking, leave-management]', '[]', 'users.defaults.modules', /empty/],
    [
      'yes instead of true',
      'mobileApps: true',
      'mobileApps: yes',
      'users.defaults.mobileApps',
      /Expected true or false, found a text.*true or false/,
    ],
    ['a rule for everybody', '{ department: Board }', '{}', 'users.scope.exclude[0]', /everybody/],
    [
      'a synchronised row without target',
      ', personio: Sick day',
      '',
      'absences.types[1].personio',
      /sync: false/,
    ],
    ['one type twice', '"3:11"', 'vacation', 'absences.types[1].timetac', /Row 1/],
    ['a row without type', 'timetac: Vacation, ', '', 'absences.types[0].timetac', /missing/],
    ['no rows', /types:\n( {4}.*\n)+/, 'types: []\n', 'absences.types', /No absence type/],
    [
      'an unknown word',
      'fractions: hold',
      'fractions: rond',
      'absences.fractions',
      /hold, round, found “rond”.*“round”/,
    ],
    ['a share above one', '0.10', '10', 'guard.maxDeleteShare', /at most 1/],
    ['a negative number', 'maxDeletes: 25', 'maxDeletes: -1', 'guard.maxDeletes', /at least 0/],
    ['a fraction of a record', 'maxDeletes: 25', 'maxDeletes: 2.5', 'guard.maxDeletes', /whole number/],
    ['another version', 'version: 1', 'version: 2', 'version', /one of 1, found 2/],
    ['a section without content', /report:.*/, 'report:', 'report', /no value/],
    [
      'a list for a section',
      /schedule:.*/,
      'schedule: [15m]',
      'schedule',
      /a section with keys, found a list/,
    ],
    ['the same key twice', 'name: Muster GmbH', 'name: a\nname: b', 'name', /twice.*line 3/],
    ['an unknown reference', 'name: Muster GmbH', 'name: *muster', 'name', /quotes/],
  ])('names %s', (_, before, after, path, words) => {
    const text = complete.replace(before, () => after);
    expect(text).not.toBe(complete);
    const mistakes = mistakesOf(text);
    const named = mistakes.filter((mistake) => mistake.path === path).map(readable);
    expect(named.join('\n')).toMatch(words);
    expect(mistakes.every((mistake) => (mistake.line ?? 0) > 0 && (mistake.column ?? 0) > 0)).toBe(true);
  });

  it.each([
    ['a tab', 'version: 1\nname:\n\tx: 1', 3, /tab/],
    ['an open quote', 'version: 1\nname: "x', 2, /missing/],
    ['two documents', 'version: 1\n---\nversion: 1', 2, /second document/],
    ['a colon in a text', 'version: 1\nname: a: b', 2, /quotes/],
    ['a tag', 'version: 1\nname: !secret x', 2, /“!”/],
    ['another version of YAML', '%YAML 1.1\n---\nversion: yes', 1, /YAML 1\.2/],
    ['a placeholder between brackets', 'version: 1\npersonio: { clientId: ${A} }', 2, /in quotes/],
    ['a list', '- 1\n- 2', 1, /no list of keys and values/],
    ['a word', 'hello', 1, /no list of keys and values/],
    ['nothing', '# later\n', 1, /is empty/],
  ])('finds %s in the writing', (_, text, line, words) => {
    const mistakes = mistakesOf(text);
    expect(mistakes.map((mistake) => mistake.line)).toContain(line);
    expect(mistakes.map(readable).join('\n')).toMatch(words);
  });

  it('names every mistake of a file, in the order of its lines', () => {
    const mistakes = mistakesOf(`
version: 3
personio: { clientId: a, clientSecret: "\${NOT_SET}", colour: blue }
timetac: { account: "ä", apiVersion: 9, clientId: a }
users: { enabled: yes }
absences: { types: [{ timetac: A, sync: true }, { timetac: A, personio: B, sync: maybe }] }
attendances: { startDate: 2026-13-01, approval: never }
schedule: { every: 5s, timezone: Mars }
`);
    expect(mistakes.map(({ path, line }) => `${line} ${path}`)).toEqual([
      '2 version',
      '3 personio.clientSecret',
      '3 personio.colour',
      '4 timetac.clientSecret',
      '4 timetac.account',
      '4 timetac.apiVersion',
      '5 users.defaults',
      '5 users.enabled',
      '6 absences.startDate',
      '6 absences.types[0].personio',
      '6 absences.types[1].timetac',
      '6 absences.types[1].sync',
      '7 attendances.startDate',
      '7 attendances.approval',
      '8 schedule.every',
      '8 schedule.timezone',
    ]);
  });

  it('says that nothing is switched on', () => {
    const off = { ...minimal, attendances: { enabled: false } };
    expect(mistakesOf(JSON.stringify(off)).map((mistake) => mistake.message.en)).toEqual([
      'Nothing is switched on.',
    ]);
  });

  it.each([
    'http://127.0.0.1:1',
    'https://localhost',
    'http://[::1]:80',
    'https://10.1.2.3',
    'http://0x7f.1',
  ])('refuses %s unless the server allows private hosts', (baseUrl) => {
    const parsed = parseSettings(JSON.stringify({ ...minimal, ...personio({ baseUrl }) }), {
      fileName: 'x.yaml',
      environment,
      allowPrivateHosts: false,
    });
    expect(parsed.ok ? [] : parsed.mistakes.map((mistake) => mistake.path)).toEqual(['personio.baseUrl']);
  });
});

describe('hostile files', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x,x]',
    ...'bcdefgh'
      .split('')
      .map((key, index) => `${key}: &${key} [${Array(10).fill(`*${'abcdefg'[index]}`).join(',')}]`),
  ].join('\n');

  it.each([
    ['nested brackets', '['.repeat(100_000)],
    ['nested dashes', '- '.repeat(100_000)],
    ['nested keys', Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['references to references', bomb],
    ['a reference to itself', 'a: &a [*a]'],
    ['a huge file', `name: ${'x'.repeat(300_000)}`],
  ])('are refused: %s', (_, text) => {
    expect(mistakesOf(text).length).toBeGreaterThan(0);
  });

  it('never make the parser throw, and never pass', () => {
    const pieces = [
      'a',
      'version',
      ': ',
      ':',
      '- ',
      '\n',
      '\n  ',
      '\t',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '&a ',
      '*a',
      '!!int ',
      '|',
      '>',
      '#',
      '? ',
      '---\n',
      '%YAML 1.1',
      '${A}',
      '${',
      '\0',
      '\u2028',
      '<<: ',
      '1e9',
      'null',
      '__proto__',
      'users',
      'ids',
    ];
    const junk = fc.oneof(
      fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
      fc.json(),
    );
    fc.assert(
      fc.property(junk, (text) => mistakesOf(text).length > 0),
      { numRuns: 2000 },
    );
  });

  it('with one value replaced by any other give mistakes or settings, and each mistake has its words', () => {
    const whole = JSON.parse(JSON.stringify(completeSettings)) as Record<string, unknown>;
    const document = { ...whole, schedule: { every: '15m' } };
    const paths = leaves(document);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const parsed = parse(JSON.stringify(replaced(document, path, value)));
        for (const mistake of parsed.ok ? [] : parsed.mistakes) {
          expect(readable(mistake)).not.toMatch(/undefined|NaN|\[object/);
          expect(mistake.message.de).not.toBe('');
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('name a character that no database stores', () => {
    for (const odd of ['Muster\\0GmbH', 'Muster\\ud83d', 'a\\x1bb']) {
      expect(mistakesOf(complete.replace('Muster GmbH', `"${odd}"`))).toMatchObject([
        { path: 'name', line: 3, hint: { en: 'Type the text anew.' } },
      ]);
    }
  });

  it('never have a secret quoted back, wherever it stands', () => {
    const secret = 'papi-0c6e-canary';
    const document = JSON.parse(JSON.stringify(completeSettings)) as Record<string, unknown>;
    for (const path of leaves(document)) {
      for (const value of ['${CANARY}', { '${CANARY}': 1 }]) {
        const parsed = parse(JSON.stringify(replaced(document, path, value)), {
          ...environment,
          CANARY: secret,
        });
        expect(JSON.stringify(parsed.ok ? [] : parsed.mistakes)).not.toContain(secret);
      }
    }
    for (const broken of [
      `clientSecret: ${secret}: x`,
      `clientSecret: "${secret}`,
      `clientSecret: !${secret} x`,
      `clientSecret: *${secret}`,
      `clientSecret: [${secret}]`,
      `baseUrl: https://a:${secret}@b.example/?${secret}`,
    ]) {
      const parsed = parse(`version: 1\npersonio:\n  ${broken}\n`);
      expect(parsed.ok).toBe(false);
      expect(JSON.stringify(parsed)).not.toContain(secret);
    }
  });
});

describe('what somebody made to cost time, or saved in another encoding', () => {
  it.each([20_000, 400_000])('a line with %i faults is one mistake', (count) => {
    expect(mistakesOf(`a: [${','.repeat(count)}]`)).toHaveLength(1);
  });

  it('an address of slashes is no address', () => {
    const text = JSON.stringify({ ...minimal, ...personio({ baseUrl: `${'/'.repeat(60_000)}x` }) });
    expect(mistakesOf(text).map(({ path }) => path)).toContain('personio.baseUrl');
  });

  it('a name with a character that could not be read is told', () => {
    const text = JSON.stringify({ ...minimal, name: 'M\uFFFDller GmbH' });
    expect(mistakesOf(text).map(({ path }) => path)).toEqual(['name']);
  });
});

it('a number that is not written as one stays what stands there', () => {
  const scope = `users:\n  enabled: false\n  scope: { exclude: [{ ids: [0042, 0x1F, 1e3, 17] }] }`;
  const { users: _users, ...rest } = minimal as Record<string, unknown>;
  const yaml = `${Object.entries(rest)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n')}\n${scope}\n`;
  expect(settingsOf(yaml).users.scope.exclude).toEqual([{ ids: ['0042', '0x1F', '1e3', '17'] }]);
  expect(
    mistakesOf(yaml.replace('enabled: false', 'enabled: false\n  createDaysBeforeHire: 0x10')),
  ).toHaveLength(1);
});

function personio(change: object): object {
  return { personio: { ...minimal.personio, ...change } };
}

function parse(text: string, variables: Record<string, string> = environment) {
  return parseSettings(text, { fileName: 'tandem.yaml', environment: variables, allowPrivateHosts: true });
}

function settingsOf(text: string): Settings {
  const parsed = parse(text);
  if (!parsed.ok)
    throw new Error(parsed.mistakes.map((mistake) => `${mistake.path}: ${readable(mistake)}`).join('\n'));
  return parsed.settings;
}

function mistakesOf(text: string): readonly Mistake[] {
  const parsed = parse(text);
  return parsed.ok ? [] : parsed.mistakes;
}

function readable(mistake: Mistake): string {
  return `${mistake.message.en} ${mistake.hint?.en ?? ''}`;
}

function leaves(node: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof node !== 'object' || node === null) return [path];
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(node).flatMap(([key, value]) => leaves(value, [...path, key])),
  ];
}

function replaced(node: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  const copy = structuredClone(node) as Record<string, unknown>;
  copy[step] = replaced(copy[step], rest, value);
  return copy;
}
