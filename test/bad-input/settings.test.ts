// Configuration files with one thing wrong (proof.md, section 2): a file is read as it was written, or every mistake in it
// has a place. Nothing that was written is passed over, nothing becomes a default that is not documented.

import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Mistake, parseSettings } from '../../src/core/settings/document.ts';
import { seededRandom } from '../../src/simulators/faults/random.ts';
import { changedAt, jsonOf, mutations, type Path, placesOf, withDigits } from './mutations.ts';
import { differences } from './settings-judge.ts';

const seed = Number(process.env['BAD_INPUT_SEED'] ?? 1);
/** How much of the catalogue is tried at every place; 1 takes a minute. */
const share = Number(process.env['BAD_INPUT_SHARE'] ?? 0.3);
/** How many random edits of the text. */
const edits = Number(process.env['BAD_INPUT_EDITS'] ?? 1_300);

const environment = {
  PERSONIO_ID: 'papi-canary-1',
  PERSONIO_SECRET: 'canary: "2" #{ ${PERSONIO_ID} }',
  TIMETAC_ID: 'canary-3',
  TIMETAC_SECRET: 'canary-4',
};
const read = (text: string) =>
  parseSettings(text, { fileName: 'muster.yaml', environment, allowPrivateHosts: false });

const accounts = {
  personio: {
    baseUrl: 'https://api.personio.de',
    clientId: '${PERSONIO_ID}',
    clientSecret: '${PERSONIO_SECRET}',
    attributes: { dateOfBirth: 'dynamic_1234' },
  },
  timetac: {
    baseUrl: 'https://api.timetac.com',
    account: 'muster',
    apiVersion: 4,
    pathPrefix: '',
    clientId: '${TIMETAC_ID}',
    clientSecret: '${TIMETAC_SECRET}',
  },
};
/** As the documentation shows it. */
const sample = {
  version: 1,
  name: 'Muster GmbH',
  ...accounts,
  users: {
    enabled: true,
    createDaysBeforeHire: 14,
    onFirstLink: 'show',
    welcomeEmail: 'never',
    scope: { exclude: [{ department: 'Board' }] },
    defaults: {
      department: 'unassigned',
      workingTimeModel: '40 h',
      holidayCalendar: 'Germany - Bavaria',
      modules: ['employee-time-tracking', 'leave-management'],
      mobileApps: true,
      statusOverview: false,
      language: 'de',
    },
  },
  absences: {
    enabled: true,
    startDate: '2026-01-01',
    fractions: 'hold',
    approval: 'skip',
    types: [
      { timetac: 'Vacation', personio: 'Paid absence', sync: true },
      { timetac: '3:11', personio: 'Sick day', sync: true },
    ],
  },
  attendances: {
    enabled: true,
    startDate: '2026-01-01',
    granularity: 'merged',
    approvedOnly: false,
    approval: 'skip',
    onTargetEdit: 'hold',
  },
  schedule: { every: '15m', fullCheckAt: '03:00', timezone: 'Europe/Berlin' },
  guard: { maxDeletes: 25, maxDeleteShare: 0.1 },
  lockedUntil: '2025-12-31',
  report: { to: ['hr@muster.example'], when: 'on-issues', language: 'de', deadManHours: 26 },
};
/** Every key that there is, none at its default. */
const full = {
  version: 1,
  id: 'muster-1',
  name: 'Muster & Söhne',
  personio: { ...accounts.personio, partnerId: 'MUSTER', appId: 'MUSTER_APP' },
  timetac: { ...accounts.timetac, apiVersion: 5, pathPrefix: 'userapi/', credentialsExpireOn: '2027-01-31' },
  users: {
    enabled: true,
    createDaysBeforeHire: 7,
    onFirstLink: 'push',
    welcomeEmail: 'on-hire',
    usernameFrom: 'employee-id',
    scope: {
      include: [{ office: 'Munich', subcompany: 'One', employmentType: 'internal', ids: ['3001', 3002] }],
      exclude: [{ department: 'Board' }, { ids: [3009] }],
    },
    defaults: {
      department: 'Sales',
      workingTimeModel: '38.5 h',
      holidayCalendar: 'Germany - Hamburg',
      modules: ['project-time-tracking'],
      mobileApps: true,
      statusOverview: true,
      language: 'en',
    },
    rules: [
      {
        when: { office: 'Hamburg' },
        defaults: { workingTimeModel: '20 h', mobileApps: false, modules: ['leave-management'] },
      },
      {
        when: { department: 'Design' },
        defaults: { department: 'Design', holidayCalendar: 'Other', statusOverview: false, language: 'es' },
      },
    ],
  },
  absences: {
    enabled: true,
    startDate: '2026-02-01',
    fractions: 'round',
    approval: 'personio',
    types: [
      { timetac: 'Remote work', personio: 'Work from home', sync: true, worksThatDay: false },
      { timetac: 'Volunteer day', personio: null, sync: false, worksThatDay: true },
    ],
  },
  attendances: {
    enabled: true,
    startDate: '2026-02-02',
    granularity: 'entries',
    approvedOnly: true,
    approval: 'personio',
    onTargetEdit: 'source-wins',
    paidBreaks: 'break',
    notes: true,
    projects: [
      { timetac: 'Website', personio: 2318375 },
      { timetac: 22, personio: '7' },
    ],
  },
  schedule: { every: '60s', fullCheckAt: '23:59', timezone: 'Europe/Vienna' },
  guard: { maxDeletes: 3, maxDeleteShare: 0.5 },
  lockedUntil: '2026-01-31',
  report: {
    to: ['hr@muster.example', 'it@muster.example'],
    when: 'daily',
    language: 'en',
    deadManHours: 48.5,
  },
};

const documents = [
  ['the sample of the documentation', sample],
  ['a file with every key', full],
] as const;
const forms = {
  YAML: (tree: unknown) => withDigits(stringify(tree, { lineWidth: 0 }), ''),
  'YAML with Windows line ends': (tree: unknown) => forms.YAML(tree).replaceAll('\n', '\r\n'),
  JSON: (tree: unknown) => jsonOf(tree),
};
const figures = { files: 0, read: 0 };

/** What is wrong with the answer to this text; `tree`: what the text says, `changed`: where it was changed. */
function complaintsAbout(text: string, tree: () => unknown, changed: Path | null = null): string[] {
  figures.files += 1;
  let parsed: ReturnType<typeof read>;
  try {
    parsed = read(text);
  } catch (error) {
    return [`throws ${String((error as Error).stack).slice(0, 300)}`];
  }
  if (({} as Record<string, unknown>)['polluted'] !== undefined)
    return ['every object of the process was changed'];
  if (!parsed.ok) return aboutMistakes(parsed.mistakes, changed);
  figures.read += 1;
  return differences(parsed.settings, tree(), environment);
}

function aboutMistakes(mistakes: readonly Mistake[], changed: Path | null): string[] {
  const isNear = (mistake: Mistake): boolean => changed === null || liesNear(mistake.path, changed);
  return [
    ...(mistakes.some(isNear) ? [] : ['no mistake that lies near']),
    ...mistakes
      .filter(({ path, line, message }) => path === '' && line === null && !isAboutAll(message.en))
      .map(({ message }) => `no place: ${message.en}`),
    ...mistakes
      .filter(({ message }) => message.en === '' || message.de === '')
      .map(({ path }) => `no words for ${path}`),
    ...(JSON.stringify(mistakes).includes('canary') ? ['a secret is told'] : []),
    ...(mistakes.some(({ message }) => message.en.length > 400) ? ['the file is repeated'] : []),
  ];
}

/** What is wrong with a file as a whole has no line. */
const isAboutAll = (words: string): boolean => /is larger than|Nothing is switched on/.test(words);

describe.each(documents)('%s', (_, document) => {
  test.each(Object.entries(forms))('as %s is read as it was written', (__, write) => {
    const parsed = read(write(document));
    expect(parsed).toMatchObject({ ok: true });
    expect(complaintsAbout(write(document), () => document)).toEqual([]);
  });

  test('with one value changed is read as it was written, or the mistake has a place', () => {
    const complaints: string[] = [];
    const dice = seededRandom(seed);
    const writers = Object.values(forms);
    for (const { path, name, tree } of changedTrees(document)) {
      if (dice() >= share) continue;
      // The writer of YAML goes down itself with every level; JSON shows what the reader does.
      const write = name === 'a deep list' ? forms.JSON : writers[Math.floor(dice() * writers.length)]!;
      const found = complaintsAbout(write(tree), () => JSON.parse(jsonOf(tree)) as unknown, path);
      complaints.push(...found.map((complaint) => `${path.join('.')} := ${name}: ${complaint}`));
    }
    expect(complaints.slice(0, 25)).toEqual([]);
  });

  test('with its text edited at random says what it says, or has a mistake with a place', () => {
    const dice = seededRandom(seed);
    const text = forms.YAML(document);
    const complaints: string[] = [];
    for (let round = 0; round < edits; round++) {
      const edited = edit(text, dice);
      const found = complaintsAbout(
        edited,
        () => parse(edited, { schema: 'core', uniqueKeys: true }) as unknown,
      );
      complaints.push(...found.map((complaint) => `${complaint} in ${differing(text, edited)}`));
    }
    expect(complaints.slice(0, 25)).toEqual([]);
  });

  test('every misspelt key is named, with the key that was meant', () => {
    const complaints: string[] = [];
    for (const { path } of placesOf(document, seed)) {
      const key = path.at(-1);
      if (typeof key !== 'string' || key.length < 4) continue;
      for (const misspelt of [`${key}s`, key.slice(0, -1), key.toUpperCase(), key.replace(/.$/, 'x')]) {
        if (misspelt === key) continue;
        const tree = renamed(document, path, misspelt);
        const parsed = read(forms.YAML(tree));
        const mistake = parsed.ok ? undefined : parsed.mistakes.find((one) => one.path.endsWith(misspelt));
        if (mistake?.hint?.en !== `Did you mean “${key}”?`)
          complaints.push(`${path.join('.')} as ${misspelt}: ${mistake?.hint?.en}`);
      }
    }
    expect(complaints).toEqual([]);
  });
});

const plain = forms.YAML(sample);
const laughs = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x]',
  ...Array.from(
    { length: 40 },
    (_, level) =>
      `a${level + 1}: &a${level + 1} [${Array.from({ length: 9 }, () => `*a${level}`).join(', ')}]`,
  ),
].join('\n');

test.each([
  ['a byte order mark', `\ufeff${plain}`],
  ['comments and empty lines', `# a comment\n\n${plain.replaceAll('\n', ' # why\n')}\n\n`],
  ['an end mark', `---\n${plain}...\n`],
  [
    'an anchor and its alias',
    plain
      .replace('approval: skip', 'approval: &approval skip')
      .replace(/approval: skip/, 'approval: *approval'),
  ],
  ['a standard tag', plain.replace('name: Muster GmbH', 'name: !!str Muster GmbH')],
  ['quotes around keys', plain.replace('name:', '"name":')],
])('%s is no mistake', (_, text) => {
  expect(read(text)).toEqual(read(plain));
  expect(read(text)).toMatchObject({ ok: true });
});

test.each([
  ['nothing', ''],
  ['blanks', '  \n\n '],
  ['a comment only', '# nothing here\n'],
  ['null', 'null'],
  ['a list', '- version: 1'],
  ['a text', 'version 1'],
  ['a key twice', plain.replace('version: 1', 'version: 1\nversion: 1')],
  ['a section twice', `${plain}guard:\n  maxDeletes: 900\n`],
  ['tabs', plain.replaceAll('  ', '\t')],
  ['one tab', plain.replace('\n  clientId', '\n\tclientId')],
  ['a merge key', plain.replace('guard:\n', 'guard:\n  <<: { maxDeletes: 900 }\n')],
  [
    'a merge key with an alias',
    `base: &base { maxDeletes: 900 }\n${plain.replace('guard:\n', 'guard:\n  <<: *base\n')}`,
  ],
  ['a function', plain.replace('Muster GmbH', '!!js/function "function () { return 1 }"')],
  ['a constructed object', plain.replace('Muster GmbH', '!!python/object/apply:os.system ["id"]')],
  ['bytes', plain.replace('Muster GmbH', '!!binary aGVsbG8=')],
  ['an unknown tag', plain.replace('Muster GmbH', '!secret x')],
  ['an alias to nothing', plain.replace('Muster GmbH', '*nobody')],
  ['an anchor around itself', plain.replace('name: Muster GmbH', 'name: &self [*self]')],
  ['aliases of aliases', `${laughs}\n${plain}`],
  [
    'aliases of aliases in a known place',
    plain.replace('name: Muster GmbH', `name: Muster GmbH\nreport2:\n  ${laughs.replaceAll('\n', '\n  ')}`),
  ],
  ['a hundred thousand brackets', `name: ${'['.repeat(100_000)}`],
  ['a hundred thousand braces', `${'{a: '.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ['very deep lists', '- '.repeat(30_000)],
  ['very deep maps', Array.from({ length: 400 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ['five megabytes', `${plain}# ${'x'.repeat(5_000_000)}`],
  ['five megabytes of keys', Array.from({ length: 300_000 }, (_, index) => `key${index}: 1`).join('\n')],
  [
    'twenty thousand keys',
    `${plain}${Array.from({ length: 9_000 }, (_, index) => `key${index}: 1\n`).join('')}`,
  ],
  ['a key of two hundred thousand letters', `${plain}${'k'.repeat(200_000)}: 1\n`],
  ['a NUL', plain.replace('Muster GmbH', 'Muster\u0000GmbH')],
  ['a NUL in quotes', plain.replace('Muster GmbH', '"Muster\\0GmbH"')],
  ['half an emoji', plain.replace('Muster GmbH', '"Muster\\ud83dGmbH"')],
  ['a control character', plain.replace('Muster GmbH', '"Muster\\x1b[31mGmbH"')],
  ['two documents', `${plain}---\n${plain}`],
  ['another version of YAML', `%YAML 1.1\n---\n${plain}`],
  ['__proto__', `${plain}__proto__:\n  polluted: true\n`],
  ['__proto__ in a section', plain.replace('guard:\n', 'guard:\n  __proto__: { polluted: true }\n')],
  ['constructor', `${plain}constructor:\n  prototype: { polluted: true }\n`],
  ['a key that is a list', `${plain}? [a, b]\n: 1\n`],
  ['a key that is null', `${plain}null: 1\n`],
  ['a key that is empty', `${plain}"": 1\n`],
  ['a variable that is not set', plain.replace('${TIMETAC_ID}', '${UNSET}')],
  ['a placeholder that never ends', plain.replace('${TIMETAC_ID}', '${TIMETAC_ID')],
  ['a placeholder within a placeholder', plain.replace('${TIMETAC_ID}', '${TIMETAC_${X}}')],
  ['a placeholder without a name', plain.replace('${TIMETAC_ID}', '${}')],
  ['a placeholder named __proto__', plain.replace('${TIMETAC_ID}', '${__proto__}')],
  ['a bare placeholder between brackets', `${plain}extra: { a: \${X} }\n`],
  ['infinity', plain.replace('maxDeletes: 25', 'maxDeletes: .inf')],
  ['not a number', plain.replace('maxDeleteShare: 0.1', 'maxDeleteShare: .nan')],
  ['yes for true', plain.replace('approvedOnly: false', 'approvedOnly: no')],
  ['an octal number as text', plain.replace('maxDeletes: 25', 'maxDeletes: "0o31"')],
  ['an unclosed quote', plain.replace('Muster GmbH', '"Muster GmbH')],
  ['an unclosed bracket', plain.replace('version: 1', 'version: [1')],
  ['HTML', '<!doctype html><html><body>404</body></html>'],
  ['gzip', '\u001f\u008b\b\u0000\u0000\u0000\u0000\u0000'],
  [
    'UTF-16 read as UTF-8',
    plain
      .split('')
      .map((letter) => `${letter}\u0000`)
      .join(''),
  ],
])('%s is a mistake with a place', (_, text) => {
  expect(complaintsAbout(text, () => undefined)).toEqual([]);
  expect(read(text).ok).toBe(false);
});

test('five thousand files and more were judged, and many of them could be read', () => {
  expect(figures.files).toBeGreaterThan(5_000);
  expect(figures.read).toBeGreaterThan(figures.files / 20);
});

function changedTrees(document: unknown) {
  return placesOf(document, seed).flatMap(({ path, value, neighbour }) =>
    mutations.flatMap(({ name, apply }) => {
      const changed = apply(value, neighbour);
      return changed === undefined ? [] : [{ path, name, tree: changedAt(document, path, changed) }];
    }),
  );
}

/** A mistake names what was changed, something in it, or the section around it. */
function liesNear(place: string, changed: Path): boolean {
  const [first = '', second] = place.split(/[.[]/);
  return (
    place === '' ||
    (first === changed[0] && (second === undefined || changed.length < 2 || second === changed[1]))
  );
}

function edit(text: string, dice: () => number): string {
  const lines = text.split('\n');
  const line = Math.floor(dice() * lines.length);
  const spot = Math.floor(dice() * text.length);
  const signs = [
    '"',
    "'",
    ':',
    ': ',
    '#',
    ' #',
    '-',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '&a ',
    '*a',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '\t',
    '\n',
    '\u0000',
    '\ufeff',
    '\r',
    '${',
    '}',
    ',',
    '?',
    '\\',
    '<<: ',
    '~',
    '0',
    ' ',
  ];
  const sign = signs[Math.floor(dice() * signs.length)] ?? '';
  switch (Math.floor(dice() * 8)) {
    case 0:
      return lines.toSpliced(line, 1).join('\n');
    case 1:
      return lines.toSpliced(line, 0, lines[line] ?? '').join('\n');
    case 2:
      return text.slice(0, spot) + text.slice(spot + 1);
    case 3:
      return lines.with(line, ` ${lines[line]}`).join('\n');
    case 4:
      return lines.with(line, (lines[line] ?? '').replace(/^ {1,2}/, '')).join('\n');
    case 5:
      return text.slice(0, spot);
    default:
      return text.slice(0, spot) + sign + text.slice(spot);
  }
}

const differing = (text: string, edited: string): string => {
  const before = text.split('\n');
  const line = edited.split('\n').findIndex((one, index) => one !== before[index]);
  return JSON.stringify(edited.split('\n').slice(Math.max(0, line - 1), line + 2));
};

function renamed(document: unknown, path: Path, name: string): unknown {
  const [step, ...rest] = path;
  if (Array.isArray(document)) {
    return document.map((item: unknown, index) => (index === step ? renamed(item, rest, name) : item));
  }
  return Object.fromEntries(
    Object.entries(document as object).map(([key, inner]): [string, unknown] => {
      if (key !== step) return [key, inner];
      return rest.length === 0 ? [name, inner] : [key, renamed(inner, rest, name)];
    }),
  );
}
