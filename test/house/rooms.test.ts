// The drawing of the house, held against its walls: who imports whom under src/, who reads the environment, who prints.
// Arrows point inward: entrances → service → engine → core; `app` alone knows everybody.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const src = join(root, 'src');

/** The list of codes is a vocabulary that every rule speaks; it imports nothing. */
const vocabulary = ['core/report/codes.ts'] as const;

/**
 * Rooms and what they may import beside themselves: rooms, or single files of rooms. A path falls into the longest
 * name that fits, so `connectors/http` is a room of its own inside `connectors`.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'core/time': [],
  // Each part tells the desk in the desk's words how its contents are compared, so all three know core/sync.
  // Defaults, scope and rules of the form are what the register judges by; the form itself knows nobody.
  'core/people': ['core/time', 'core/sync', 'core/settings/settings.ts', ...vocabulary],
  'core/absences': ['core/time', 'core/people', 'core/sync', ...vocabulary],
  'core/attendance': ['core/time', 'core/people', 'core/sync', ...vocabulary],
  'core/sync': ['core/time', ...vocabulary],
  'core/report': ['core/sync', 'core/time'],
  // A month compares what two parts mean and says it in the words of the report.
  'core/month': ['core/time', 'core/people', 'core/absences', 'core/attendance', 'core/report'],
  'core/settings': ['core/time'],
  'connectors/http': ['engine/ports.ts', 'core/time'],
  'connectors/personio': ['connectors/http', 'core', 'engine/ports.ts'],
  'connectors/timetac': ['connectors/http', 'core', 'engine/ports.ts'],
  simulators: ['core/time'],
  store: ['core', 'engine/archive.ts', 'engine/ports.ts', 'service/office/office.ts'],
  engine: ['core'],
  service: ['engine', 'core'],
  jobs: ['service', 'engine', 'core'],
  notify: ['core'],
  documents: ['core'],
  api: ['service', 'engine', 'core'],
  cli: ['service', 'engine', 'core'],
  app: [
    'api',
    'cli',
    'connectors',
    'core',
    'documents',
    'engine',
    'jobs',
    'notify',
    'service',
    'simulators',
    'store',
  ],
};

interface Arrow {
  readonly from: string;
  readonly to: string;
}

const isInside = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`);

function roomOf(path: string): string | null {
  const fits = Object.keys(rooms).filter((room) => isInside(path, room));
  return fits.sort((a, b) => b.length - a.length)[0] ?? null;
}

const isAllowed = ({ from, to }: Arrow): boolean => {
  const room = roomOf(from);
  if (room === null) return false;
  return isInside(to, room) || (rooms[room] ?? []).some((other) => isInside(to, other));
};

/** Sources by their path below src/, tests apart: a test may look wherever it must. */
function sources(): Map<string, string> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(ts|tsx)$/.test(path) && !/\.(test|property\.test)\.ts$/.test(path));
  return new Map(files.map((path) => [path, readFileSync(join(src, path), 'utf8')]));
}

/** Static, dynamic and re-exporting imports of our own files. */
function arrowsOf(path: string, text: string): Arrow[] {
  const specifiers = [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    ([, name = '']) => name,
  );
  return specifiers
    .filter((name) => name.startsWith('.'))
    .map((name) => ({
      from: path,
      to: relative(src, join(src, dirname(path), name)).replaceAll('\\', '/'),
    }));
}

const house = sources();
const arrows = [...house].flatMap(([path, text]) => arrowsOf(path, text));

test('every file lies in a room of the drawing', () => {
  expect(house.size).toBeGreaterThan(100);
  expect([...house.keys()].filter((path) => roomOf(path) === null)).toEqual([]);
});

test('every import of ours points where the drawing allows', () => {
  expect(arrows.length).toBeGreaterThan(300);
  expect(arrows.filter((arrow) => !isAllowed(arrow)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('every import of ours leads to a file below src/', () => {
  expect(arrows.filter(({ to }) => !house.has(to)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('the vocabulary of codes imports nothing of ours', () => {
  expect(arrows.filter(({ from }) => vocabulary.some((file) => file === from))).toEqual([]);
});

test.each([
  ['core/sync/decide.ts', 'engine/run-sync.ts'],
  ['core/time/calendar.ts', 'core/sync/desk.ts'],
  ['engine/run-sync.ts', 'connectors/http/client.ts'],
  ['engine/close.ts', 'service/home.ts'],
  ['simulators/personio/state.ts', 'connectors/personio/door.ts'],
  ['simulators/company/demo.ts', 'core/settings/settings.ts'],
  ['connectors/personio/door.ts', 'connectors/timetac/door.ts'],
  ['connectors/personio/door.ts', 'engine/run-sync.ts'],
  ['connectors/http/client.ts', 'core/people/employee.ts'],
  ['store/sql/sql-archive.ts', 'engine/run-sync.ts'],
  ['service/home.ts', 'store/database.ts'],
  ['cli/sync.ts', 'app/home.ts'],
  ['api/server.ts', 'store/database.ts'],
])('the drawing itself forbids %s → %s', (from, to) => {
  expect(isAllowed({ from, to })).toBe(false);
});

/** Code without comments and texts: what is said about a thing is not the thing. */
const codeOf = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`])\/\/.*$/gm, '$1');

const filesWith = (pattern: RegExp): string[] =>
  [...house].filter(([, text]) => pattern.test(codeOf(text))).map(([path]) => path);

test('the environment is read in the fuse box alone', () => {
  const readers = filesWith(
    /process\s*\.\s*env\b|\benv\s*\}\s*=\s*process\b|\{[^}]*\benv\b[^}]*\}\s*from\s*'node:process'/,
  );
  expect(readers.filter((path) => !['app/config.ts', 'app/main.ts'].includes(path))).toEqual([]);
  expect(readers).not.toEqual([]);
});

test('nothing prints past the terminal that it was given', () => {
  expect(filesWith(/\bconsole\s*\./)).toEqual([]);
  const writers = filesWith(/process\s*\.\s*(stdout|stderr)\b/);
  expect(writers.filter((path) => !['app/main.ts', 'cli/terminal.ts'].includes(path))).toEqual([]);
});

test('only the fuse box ends the process', () => {
  const enders = filesWith(/process\s*\.\s*exit\b/);
  expect(enders.filter((path) => !path.startsWith('app/'))).toEqual([]);
});

test('the rules of the desk know neither clock nor chance nor outside world', () => {
  const core = [...house].filter(([path]) => path.startsWith('core/'));
  const breakers = core.filter(([, text]) =>
    /\bDate\s*\.\s*now\b|\bnew Date\(\)|\bMath\s*\.\s*random\b|\brandomUUID\b|from 'node:(?!crypto)|\bfetch\(|\bsetTimeout\(/.test(
      codeOf(text),
    ),
  );
  expect(breakers.map(([path]) => path)).toEqual([]);
});
