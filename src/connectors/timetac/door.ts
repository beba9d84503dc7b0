// The door to TimeTac: every call that Tandem makes there, in Tandem's words.

import { z } from 'zod';
import type { SourceAbsenceType } from '../../core/absences/absence.ts';
import type { User } from '../../core/people/employee.ts';
import type {
  NamedId,
  SourceClock,
  SourceKind,
  SourceRows,
  SourceStarts,
  TakeRows,
  TaskEntry,
  TimeDoor,
} from '../../engine/ports.ts';
import { chunksOf, field, parseWith } from '../http/read-answer.ts';
import { VendorError } from '../http/vendor-error.ts';
import { absenceTypeSchema, translationSchema } from './absences.ts';
import { createChangeReader } from './changes.ts';
import {
  connectTimetac,
  type TimetacCall,
  type TimetacConnection,
  type TimetacDoorOptions,
} from './connection.ts';
import { dateFilter, resourceOf, toRows } from './kinds.ts';
import { callTo, createPageReader, type PageReader, rowsOf } from './pages.ts';
import { booleanSchema, idSchema, referenceSchema } from './scalars.ts';
import { readTargetHours } from './target-hours.ts';
import { fromNewUser, fromUserChange, numericId, toUser } from './users.ts';

const idsPerRequest = 100;

/**
 * Opens a door to one TimeTac account with its client credentials. Nothing is sent before the first call. Everything it
 * throws is a VendorError; a write that may have happened says `performed: 'unknown'`.
 */
export function createTimetacDoor(options: TimetacDoorOptions): TimeDoor {
  const connection = connectTimetac(options);
  const pages = createPageReader(connection);
  const changes = createChangeReader(connection, pages);
  const namedList = (resource: string, nameKey: string): Promise<readonly NamedId[]> =>
    readList(connection, pages, resource, namedSchema(nameKey));

  return {
    readAll: async (kinds, from) => {
      const rows: Record<string, unknown[]> = Object.fromEntries(kinds.map((kind) => [kind, []]));
      const clock = await readEach(connection, pages, kinds, from, async (kind, page) => {
        rows[kind]?.push(...page);
      });
      // A plain read tells nothing about deletions.
      return { rows, deleted: {}, failed: {}, ...clock };
    },
    readEach: (kinds, from, take) => readEach(connection, pages, kinds, from, take),
    readChanges: (kinds, since, from) => changes.read(kinds, since, from),
    readByIds: (kind, ids) => readByIds(connection, pages, kind, ids),
    findUsers: (by) => findUsers(connection, pages, by),

    readAbsenceTypes: () => readAbsenceTypes(connection, pages),
    readTargetHours: (userId, from, to) => readTargetHours(connection, pages, userId, from, to),
    readTasks: () => readTasks(connection, pages),
    readDepartments: () => namedList('departments', 'department_name'),
    createDepartment: (name) => createDepartment(connection, name),
    readWorkSchedules: () => namedList('workSchedules', 'name'),
    readHolidayCalendars: () => namedList('publicHolidayTemplates', 'template_name'),
    readLanguages: () => readList(connection, pages, 'languages', languageSchema),
    readModules: () => readModules(connection, pages),

    createUser: (user) =>
      writeUser(connection, {
        method: 'POST',
        path: 'users/create',
        json: fromNewUser(user),
        secrets: [user.password],
      }),
    updateUser: (id, change) =>
      writeUser(connection, { method: 'PUT', path: 'users/update', json: fromUserChange(id, change) }, id),
    sendWelcomeEmail: async (id) =>
      void (await connection.send({
        method: 'POST',
        path: 'users/sendWelcomeEmail',
        json: { id: numericId(id) },
      })),

    learned: () => {
      const rows = pages.largestPage();
      return rows === 0 ? {} : { largestPage: String(rows) };
    },
    recall: ({ largestPage = '' }) => {
      if (/^\d{1,6}$/.test(largestPage)) pages.recallPage(Number(largestPage));
    },
    fence: (mayWrite) => connection.fence(mayWrite),
    meter: () => connection.meter(),
  };
}

async function readEach(
  connection: TimetacConnection,
  pages: PageReader,
  kinds: readonly SourceKind[],
  from: SourceStarts,
  take: TakeRows,
): Promise<SourceClock> {
  let clock: SourceClock | null = null;
  for (const kind of kinds) {
    const began = await pages.readEach(resourceOf(kind), dateFilter(kind, from[kind], ''), (page) =>
      take(kind, toRows(connection, kind, page)),
    );
    clock ??= began;
  }
  if (clock === null) {
    const first = kinds[0] === undefined ? 'read' : `${resourceOf(kinds[0])}/read`;
    throw connection.garbage(callTo(first), 'RequestStartTime or ServerTimeZone: missing');
  }
  return clock;
}

/** `tasks` hang on `projects` by mother_id (section 5.10). */
async function readTasks(connection: TimetacConnection, pages: PageReader): Promise<readonly TaskEntry[]> {
  const tasks = await readList(connection, pages, 'tasks', taskSchema);
  const projects = await readList(connection, pages, 'projects', projectSchema);
  const names = new Map(projects.map((project) => [project.id, project.name]));
  return tasks.map(({ id, name, mother_id: projectId }) => ({
    id,
    name,
    projectId,
    projectName: projectId === null ? null : (names.get(projectId) ?? null),
  }));
}

/** A missing right, or a list that this account does not have. Any other trouble must not pass for an empty list. */
const mayNotAsk = (error: unknown): boolean =>
  error instanceof VendorError && [403, 404, 410].includes(error.status ?? 0);

const projectSchema = z.looseObject({ id: idSchema, name: z.string() });
const taskSchema = z
  .looseObject({ id: idSchema, name: z.string(), mother_id: referenceSchema.optional() })
  .transform((task) => ({ ...task, mother_id: task.mother_id ?? null }));

async function readByIds<K extends SourceKind>(
  connection: TimetacConnection,
  pages: PageReader,
  kind: K,
  ids: readonly string[],
): Promise<readonly SourceRows[K][]> {
  const found: SourceRows[K][] = [];
  for (const chunk of chunksOf([...new Set(ids)], idsPerRequest)) {
    const rows = toRows(connection, kind, await pages.readByIds(resourceOf(kind), chunk));
    if (rows.some(({ id }) => !chunk.includes(id))) {
      throw connection.garbage(callTo(`${resourceOf(kind)}/read`), 'Results: a row that was not asked for');
    }
    found.push(...rows);
  }
  return found;
}

const searchable = {
  externalId: 'external_id',
  username: 'username',
  email: 'email_address',
} as const satisfies Partial<Record<keyof User, string>>;

async function findUsers(
  connection: TimetacConnection,
  pages: PageReader,
  by: Parameters<TimeDoor['findUsers']>[0],
): Promise<readonly User[]> {
  const [[name, wanted] = ['', '']] = Object.entries(by);
  const key = name as keyof typeof searchable;
  if (wanted === '') return [];
  const { rows } = await pages.readAll('users', [[searchable[key], wanted]]);
  const users = toRows(connection, 'user', rows);
  // Whoever shows another value does not belong here; who shows none may.
  return users.filter((user) => user[key] === undefined || sameText(user[key] ?? '', wanted));
}

const sameText = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

async function readList<T>(
  connection: TimetacConnection,
  pages: PageReader,
  resource: string,
  schema: z.ZodType<T>,
): Promise<readonly T[]> {
  const { rows } = await pages.readAll(resource, []);
  return parseRows(connection, `${resource}/read`, rows, schema);
}

function parseRows<T>(
  connection: TimetacConnection,
  path: string,
  rows: readonly unknown[],
  schema: z.ZodType<T>,
): readonly T[] {
  return rows.map((row, index) => {
    const parsed = parseWith(schema, row);
    if (!parsed.ok) throw connection.garbage(callTo(path), `Results.${index}.${parsed.reason}`);
    return parsed.value;
  });
}

/** What is archived cannot be chosen; a list that says neither is all in use. */
const namedSchema = (nameKey: string) =>
  z
    .object({
      id: idSchema,
      [nameKey]: z.string(),
      active: booleanSchema.optional(),
      archived: booleanSchema.optional(),
    })
    .transform(
      (wire): NamedId => ({
        id: String(wire['id']),
        name: String(wire[nameKey]),
        active: wire['active'] !== false && wire['archived'] !== true,
      }),
    );

const languageSchema = z
  .object({ id: idSchema, code: z.string() })
  .transform(({ id, code }) => ({ id: Number(id), code: code.toLowerCase() }));

// The name that people see stands in `translations` under the row's `name_const` (section 5.7).
async function readAbsenceTypes(
  connection: TimetacConnection,
  pages: PageReader,
): Promise<readonly SourceAbsenceType[]> {
  const types = await readList(connection, pages, 'absenceTypes', absenceTypeSchema);
  const keys = types.filter(({ name }) => name === null).map(({ nameKey }) => nameKey);
  const names = await readTranslations(
    connection,
    pages,
    keys.filter((key) => key !== null),
  );
  return types.map(({ key, name, nameKey, unit }) => ({
    key,
    // Without a translation the constant names it, without that the key: both still tell types apart.
    name: name ?? (nameKey === null ? undefined : names.get(nameKey)) ?? nameKey ?? key,
    unit,
  }));
}

async function readTranslations(
  connection: TimetacConnection,
  pages: PageReader,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  try {
    for (const chunk of chunksOf([...new Set(keys)], idsPerRequest)) {
      const { rows } = await pages.readAll('translations', [
        ['_op__translation_key', 'in'],
        ['translation_key', chunk.join('|')],
      ]);
      for (const { key, value } of parseRows(connection, 'translations/read', rows, translationSchema)) {
        if (value !== null) names.set(key, value);
      }
    }
  } catch (error) {
    // A missing right costs nicer names only.
    if (!mayNotAsk(error)) throw error;
  }
  return names;
}

const moduleSchema = z.object({ name: z.string().min(1), enabled: booleanSchema });

async function readModules(
  connection: TimetacConnection,
  pages: PageReader,
): Promise<readonly string[] | null> {
  const call = callTo('features/read');
  try {
    const rows = rowsOf(connection, call.path, await pages.sendSized(call.path, []));
    const modules = parseRows(connection, call.path, rows, moduleSchema);
    return modules.filter(({ enabled }) => enabled).map(({ name }) => name);
  } catch (error) {
    if (!mayNotAsk(error)) throw error;
    return null;
  }
}

/** `mother_id` 0 is the top level (section 5.2). */
async function createDepartment(connection: TimetacConnection, name: string): Promise<NamedId> {
  const call: TimetacCall = {
    method: 'POST',
    path: 'departments/create',
    json: { department_name: name, mother_id: 0 },
  };
  const [row] = rowsOf(connection, call.path, (await connection.send(call)).body);
  const [made] = parseRows(connection, call.path, [row], namedSchema('department_name'));
  if (made === undefined) throw connection.garbage(call, 'Results.0: missing');
  return made;
}

/** Writes carry the whole row in `Results[0]` (section 4.1); without it nobody knows what was stored. */
async function writeUser(connection: TimetacConnection, call: TimetacCall, id?: string): Promise<User> {
  const { body } = await connection.send(call);
  const results = field(body, 'Results');
  const row: unknown = Array.isArray(results) ? (results as unknown[])[0] : undefined;
  const user = toUser(row);
  if (!user.ok) throw connection.garbage(call, `Results.0: ${user.reason}`);
  if (id !== undefined && user.value.id !== id) {
    throw connection.garbage(call, 'Results.0.id: another user than the one that was changed');
  }
  return user.value;
}
