// What a person gets wrong on the command line or in the file: exit 2, everything named, nothing started.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';
import { tandem } from './tandem.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ employees: 3, days: 1 });
});
afterAll(() => stage.close());

describe.concurrent('a mistake on the command line', () => {
  const mistakes: readonly (readonly [argv: readonly string[], says: RegExp])[] = [
    [['snyc'], /unknown command “snyc” \(did you mean sync\?\)/],
    [['sync', '--config', 'FILE', '--dryrun'], /unknown option --dryrun \(did you mean --dry-run\?\)/],
    [
      ['sync', '--config', 'FILE', '--only', 'hours'],
      /“hours” is no part \(employees, absences, attendances\)/,
    ],
    [['sync'], /--config FILE is missing/],
    [['sync', '--config', 'nowhere.yaml'], /nowhere\.yaml: there is no such file/],
    [['simulate', '--set', 'rate-limits=on'], /rate-limits.*rate-limit/],
    [['start', '--port', '80000', '--data', 'DATA'], /--port: “80000” is no port number/],
    [['start', '--port', '0x24c5', '--data', 'DATA'], /--port: “0x24c5” is no port number/],
    [['start', '--port', '1e4', '--data', 'DATA'], /--port: “1e4” is no port number/],
    [['sync', '--config', 'FILE', '--data', ''], /--data: there is nothing after it/],
    [
      ['explain', '--config', 'FILE', '--employee', '', '--date', '2026-03-02'],
      /--employee: there is nothing/,
    ],
    [['sync', '--config', 'FILE', '--data', 'FILE'], /--data or TANDEM_DATA_DIR: .*a file is in the way/],
    [
      ['sync', '--config', 'FILE', '--data', 'FILE/in/it'],
      /--data or TANDEM_DATA_DIR: .*a file is in the way/,
    ],
    [['report', '--config', 'FILE', '--data', '/proc/tandem'], /\/proc\/tandem cannot be used/],
  ];
  test.each(mistakes)('tandem %j', async (argv, says) => {
    const config = stage.configFile();
    const words = argv.map((word) => word.replace(/^FILE/, config).replace(/^DATA$/, stage.folder));
    const ended = await tandem(words, { TANDEM_DATA_DIR: join(stage.folder, 'untouched') });
    expect(ended.err).toMatch(says);
    expect(ended.out).toBe('');
    expect(ended.exit).toBe(2);
  });
});

test('a file that is not saved as UTF-8 is told, and nothing is read of it', async () => {
  const path = join(stage.folder, 'latin1.yaml');
  writeFileSync(path, Buffer.from('version: 1\nname: Müller GmbH\n', 'latin1'));
  for (const argv of [
    ['config', 'validate', path],
    ['form', 'export', '--config', path, '--out', join(stage.folder, 'latin1.pdf')],
  ]) {
    const ended = await tandem(argv);
    expect(ended.err).toContain('latin1.yaml: this is not UTF-8 text');
    expect(ended.exit).toBe(2);
  }
});

test.each([
  {
    what: 'an address that is not this machine’s',
    given: ['--host', '203.0.113.7'],
    says: /--host: “203\.0\.113\.7”/,
  },
  {
    what: 'a master key that a file is in the way of',
    given: [],
    says: /TANDEM_MASTER_KEY_FILE: .*a file is in the way/,
  },
])('a server with $what does not start, and says why', async ({ given, says }) => {
  const environment = given.length === 0 ? { TANDEM_MASTER_KEY_FILE: join(stage.configFile(), 'key') } : {};
  const ended = await tandem(
    ['start', '--no-demo', '--port', '0', '--data', stage.dataFolder(), ...given],
    environment,
  );
  expect(ended.err).toMatch(says);
  expect(ended.err).not.toMatch(/ at .*\.js:/);
  expect(ended.exit).toBe(2);
});

test('with --json a mistake is a document, too', async () => {
  const unknown = await tandem(['sync', '--config', 'nowhere.yaml', '--json']);
  expect(JSON.parse(unknown.out)).toMatchObject({
    ok: false,
    exit: 2,
    error: { message: expect.stringMatching(/nowhere\.yaml/) },
  });
  const file = join(stage.folder, 'half.yaml');
  writeFileSync(file, 'version: 1\nname: Muster GmbH\n');
  const broken = await tandem(['sync', '--config', file, '--json']);
  expect(broken.exit).toBe(2);
  expect(JSON.parse(broken.out)).toMatchObject({
    exit: 2,
    error: { file, mistakes: expect.arrayContaining([expect.objectContaining({ path: 'personio' })]) },
  });
  expect(broken.err).toMatch(/personio/);
});

test('whoever wants to hear nothing may say so to every command', async () => {
  const config = stage.configFile();
  const data = stage.dataFolder();
  for (const words of [
    ['check'],
    ['report', '--data', data],
    ['issues', '--data', data],
    ['employees', '--data', data],
  ])
    expect((await tandem([...words, '--config', config, '--quiet'])).err).not.toMatch(/unknown option/);
});

test('a broken file: every mistake is named with its line, and nobody is called', async () => {
  const file = join(stage.folder, 'broken.yaml');
  writeFileSync(
    file,
    [
      'version: 1',
      'name: Muster GmbH',
      'personio: { baseUrl: "https://api.personio.de", clientId: "${NOT_SET_ANYWHERE}", clientSecret: x }',
      'timetac: { baseUrl: "https://api.timetac.com", account: muster, clientId: a, clientSecret: b }',
      'attendances:',
      '  enabled: perhaps',
      '  startdate: 2026-02-30',
      'guard: { maxDeletes: -3 }',
    ].join('\n'),
  );
  stage.lookAtCalls();
  const ended = await tandem(['sync', '--config', file, '--data', stage.dataFolder()]);
  expect(ended.exit).toBe(2);
  expect(ended.out).toBe('');
  const places = ended.err
    .trim()
    .split('\n')
    .map((line) => line.slice(file.length));
  expect(places).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^:3:\d+ personio\.clientId: .*NOT_SET_ANYWHERE/),
      expect.stringMatching(/^:6:\d+ attendances\.enabled: /),
      expect.stringMatching(/^:7:\d+ attendances\.startdate: .*startDate/),
      expect.stringMatching(/^:8:\d+ guard\.maxDeletes: /),
    ]),
  );
  expect(stage.lookAtCalls().requests).toEqual({ personio: 0, timetac: 0 });
});

test('vendors on this machine need the server’s leave', async () => {
  const ended = await tandem(['config', 'validate', stage.configFile()], { TANDEM_ALLOW_PRIVATE_HOSTS: '' });
  expect(ended.exit).toBe(2);
  expect(ended.err).toMatch(/personio\.baseUrl/);
  expect(ended.err).toMatch(/timetac\.baseUrl/);
});

test('help is no mistake, and names every command', async () => {
  const ended = await tandem(['--help']);
  expect(ended.exit).toBe(0);
  expect(ended.err).toBe('');
  for (const name of ['start', 'check', 'sync', 'report', 'simulate', 'config'])
    expect(ended.out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
});

test('a database that cannot be reached is named, with what it said', async () => {
  const ended = await tandem(['worker'], {
    TANDEM_DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:1/none',
  });
  expect(ended.exit).toBe(2);
  expect(ended.err).toMatch(/TANDEM_DATABASE_URL: the database cannot be reached or used: .*ECONNREFUSED/);
  expect(ended.err).not.toContain('secret');
});

test('an unknown command says so in a document as well, where one is expected', async () => {
  const { exit, out } = await tandem(['snyc', '--json']);
  expect([exit, JSON.parse(out)]).toEqual([
    2,
    { ok: false, exit: 2, error: { message: expect.stringContaining('snyc') as unknown } },
  ]);
});
