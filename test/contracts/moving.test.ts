// Moving house: what one installation holds arrives in another one, embedded or on a server, wholly or not at all; its
// runs go on where they were, and an old file brings nobody to delete by an outdated memory (rule 4.8).

import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readServerSettings } from '../../src/app/config.ts';
import { unpackFrom } from '../../src/app/db-file.ts';
import { runDb } from '../../src/app/db.ts';
import { generationFile } from '../../src/app/generation.ts';
import { openKeyring, writeKeyring } from '../../src/app/keyring.ts';
import type { CommandContext } from '../../src/cli/commands.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { newMasterKey, openVault } from '../../src/service/office/vault.ts';
import { type Database, openEmbeddedDatabase, openServerDatabase } from '../../src/store/database.ts';
import { lockFolder } from '../../src/store/embedded/lock.ts';
import { exportHouse, holdOffRuns, importHouse } from '../../src/store/sql/moving.ts';
import { HouseUnfit } from '../../src/store/sql/moving-lines.ts';
import { ownTables } from '../../src/store/sql/moving-tables.ts';
import { auditHash } from '../../src/service/office/office.ts';
import { openOffice } from '../../src/store/sql/office.ts';
import { openArchive } from '../../src/store/sql/sql-archive.ts';
import { anna, ben, changesIn, tellStory, writesOf } from '../support/company.ts';
import { start } from '../entrance/tandem.ts';
import { newDatabaseIn } from '../support/new-database.ts';
import { startPostgres } from '../support/stores.ts';

const noon = 1_772_445_600_000;
const nameOfTrouble = `=cmd|' /C calc'!A1 "O’Neil"\n\u2028\u202Eabc\\ 💥 ${'ä'.repeat(200)}`;

let folder: string;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
const opened: Database[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-moving-'));
  postgres = await startPostgres();
});
const closeHouses = async (): Promise<void> => {
  for (const database of opened.splice(0)) await database.close();
};
afterEach(closeHouses);
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

let houses = 0;
/** A data folder with an empty database; nobody has it open. */
async function emptyFolder(): Promise<string> {
  const dataDir = join(folder, `house-${++houses}`);
  await newDatabaseIn(join(dataDir, 'db'));
  return dataDir;
}

async function embeddedHouse(dataDir?: string): Promise<Database> {
  const database = await openEmbeddedDatabase(join(dataDir ?? (await emptyFolder()), 'db'));
  opened.push(database);
  return database;
}

async function serverUrl(): Promise<string> {
  const name = `house_${++houses}`;
  const admin = await openServerDatabase(postgres.url);
  await sql.raw(`create database ${name}`).execute(admin.sql);
  await admin.close();
  return postgres.url.replace(/tandem$/, name);
}

async function serverHouse(url?: string): Promise<Database> {
  const database = await openServerDatabase(url ?? (await serverUrl()));
  opened.push(database);
  return database;
}

async function listed(lines: AsyncIterable<string>): Promise<string[]> {
  const list: string[] = [];
  for await (const line of lines) list.push(line);
  return list;
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

const archiveIn = (database: Database) =>
  openArchive(database, { id: 'muster', name: 'Muster', settings: {} }, noon);

/** One row in every table there is, for an integration, a set-up and a person of its own. */
async function furnish(database: Database): Promise<void> {
  for (const { name, columns } of await ownTables(database.sql)) {
    const filled = columns.filter(({ sequence }) => sequence === null);
    const values = filled.map((column) => {
      if (/^(bigint|integer)$/.test(column.type)) return sql`7`;
      if (column.type === 'boolean') return sql`true`;
      if (column.type === 'jsonb') return sql`${JSON.stringify({ text: nameOfTrouble, n: 1.5 })}::jsonb`;
      return sql`${/(^|_)id$/.test(column.name) ? 'furnished' : nameOfTrouble}`;
    });
    await sql`insert into ${sql.table(name)} (${sql.join(filled.map((column) => sql.ref(column.name)))})
      values (${sql.join(values)})`.execute(database.sql);
  }
  // A number that no double holds, and a JSON null where there might be nothing.
  await sql`update link set agreed = '{"n": 12345678901234567890.12345678901234567890}'
    where integration_id = 'furnished'`.execute(database.sql);
  await sql`update issue set line = 'null' where integration_id = 'furnished'`.execute(database.sql);
  await sql`update run set report = null where integration_id = 'furnished'`.execute(database.sql);
}

const older = `"key": "ledger.older"`;

/** Every row of every table: as JSON, and as the database writes it, which tells a JSON null from none. */
async function contents(database: Database): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const { name } of await ownTables(database.sql)) {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(t)::text || t::text as row from ${sql.table(name)} t`.execute(database.sql);
    all[name] = rows.map(({ row }) => row).filter((row) => !row.includes(older));
    all[name].sort();
  }
  return all;
}

async function countOf(database: Database): Promise<number> {
  return Object.values(await contents(database)).flat().length;
}

async function olderLedgers(database: Database): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select integration_id as id from memory where key = 'ledger.older' order by 1`.execute(database.sql);
  return rows.map(({ id }) => id);
}

async function lastNumber(database: Database, table: string): Promise<number | null> {
  const { rows } = await sql<{ last: number | null }>`
    select pg_sequence_last_value(pg_get_serial_sequence(${table}::text, 'seq')::regclass) as last`.execute(
    database.sql,
  );
  return rows[0]?.last ?? null;
}

describe('a furnished house', () => {
  test('moves to a server and back: every row arrives, and its runs and its audit log go on', async () => {
    const story = tellStory();
    for (const day of ['12', '13', '16']) story.works(anna.user, `2026-03-${day} 08:00`, '12:00');
    story.works(ben.user, '2026-03-16 08:00', '12:00');
    story.works(ben.user, '2026-03-16 11:00', '13:00');
    story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
    const first = await embeddedHouse();
    const firstRun = await story.world.sync({}, await archiveIn(first));
    expect([writesOf(firstRun) > 3, firstRun.issues.length]).toEqual([true, 1]);
    await furnish(first);
    const note = (what: string) => ({
      at: noon,
      setupId: 'furnished',
      personId: null,
      who: '',
      what,
      details: {},
    });
    await openOffice(first.sql).commit({ note: note('form.changed') });
    const before = await contents(first);
    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
    const numbers = await Promise.all(['run', 'audit'].map((table) => lastNumber(first, table)));

    const server = await serverHouse();
    await importHouse(server, exportHouse(first, noon), noon);
    expect(await contents(server)).toEqual(before);
    const second = await embeddedHouse();
    await importHouse(second, exportHouse(server, noon), noon);

    expect(await contents(second)).toEqual(before);
    expect(await olderLedgers(second)).toEqual(['furnished', 'muster']);
    expect(await Promise.all(['run', 'audit'].map((table) => lastNumber(second, table)))).toEqual(numbers);
    await openOffice(second.sql).commit({ note: note('form.changed') });
    const [last, previous] = (await openOffice(second.sql).auditChain()).toReversed();
    expect(last?.seq).toBe((numbers[1] ?? 0) + 1);
    expect(last?.hash).toBe(auditHash(previous?.hash ?? '', note('form.changed')));
    const archive = await archiveIn(second);
    for (const ledger of ['older', 'current']) {
      story.later();
      const report = await story.world.sync({}, archive);
      expect([report.run.ledger, writesOf(report)]).toEqual([ledger, 0]);
      for (const part of Object.values(report.parts)) expect(part.adopted).toBe(0);
      expect(report.issues.map(({ new: isNew }) => isNew)).toEqual([false]);
    }
    const { rows } = await sql<{ seq: number }>`
      select seq from run where integration_id = 'muster' order by seq desc`.execute(second.sql);
    expect(rows[0]?.seq).toBeGreaterThan(numbers[0] ?? 0);
    expect((await archive.runs(9)).map(({ id }) => id)).toContain(firstRun.run.id);
  });

  test('that was exported some time ago takes nothing away until one clean full check, wherever it moved in', async () => {
    let home = join(folder, 'old-home');
    const mark = () => generationFile(join(home, 'generations.json'), 'muster');
    const story = tellStory({
      generation: { read: () => mark().read(), write: (generation) => mark().write(generation) },
    });
    const doomed = story.works(anna.user, '2026-03-16 08:00', '12:00');
    const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
    const old = await embeddedHouse();
    const oldArchive = await archiveIn(old);
    await story.world.sync({}, oldArchive);
    const backup = await listed(exportHouse(old, noon));
    story.later();
    story.works(ben.user, '2026-03-17 09:00', '10:00');
    story.time.changeAbsenceDates(leave.id, { to_date: '2026-04-16' });
    expect(writesOf(await story.world.sync({}, oldArchive))).toBe(2);
    story.time.deleteTimeTracking(doomed.id);

    // The file alone moves: no mark stands beside the new house.
    home = join(folder, 'new-home');
    const restored = await embeddedHouse();
    await importHouse(restored, each(backup), noon);
    const archive = await archiveIn(restored);
    const next = () => (story.later(), story.world.sync({}, archive));

    const check = await next();
    expect([check.run.ledger, check.run.scope]).toEqual(['older', 'full']);
    expect(changesIn(check, 'attendances')).toBe('+0 ~0 -0');
    expect(check.parts.attendances.adopted).toBe(1);
    expect(story.attendances()).toEqual(['WORK 2026-03-16 08:00–12:00']);
    expect(story.absences()).toEqual(['Paid absence 2026-04-13 – 2026-04-16']);
    const after = await next();
    expect([after.run.ledger, changesIn(after, 'attendances')]).toEqual(['current', '+0 ~0 -1']);
    expect(story.attendances()).toEqual([]);
    expect(story.attendances(ben.employee)).toEqual(['WORK 2026-03-17 09:00–10:00']);
    expect(writesOf(await next())).toBe(0);
  });
});

describe('a file that is not whole, or not for this house', () => {
  let lines: string[];
  let empty: Database;
  beforeAll(async () => {
    const source = await embeddedHouse();
    await furnish(source);
    lines = await listed(exportHouse(source, noon));
    await closeHouses();
    empty = await openEmbeddedDatabase(join(await emptyFolder(), 'db'));
  });
  afterAll(() => empty.close());

  /** Why it was refused; nothing of it may stay. */
  async function misfitOf(attempt: AsyncIterable<string>): Promise<string> {
    const why = await importHouse(empty, attempt, noon).then(
      () => 'taken',
      (error: unknown) => {
        if (error instanceof HouseUnfit) return error.misfit.why;
        throw error;
      },
    );
    expect([await countOf(empty), await olderLedgers(empty)]).toEqual([0, []]);
    return why;
  }

  test('cut off after any line, it changes nothing', async () => {
    expect(await misfitOf(each([]))).toBe('foreign');
    const cuts = lines.map((_, at) => at).slice(1);
    for (const at of cuts) expect(await misfitOf(each(lines.slice(0, at))), `after ${at}`).toBe('damaged');
  });

  test('with one byte flipped anywhere, it changes nothing', async () => {
    const whole = Buffer.from(`${lines.join('\n')}\n`);
    const step = Math.floor(whole.length / 40);
    for (let at = 3; at < whole.length; at += step) {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      const attempt = flipped.toString('utf8').split('\n').slice(0, -1);
      expect(await misfitOf(each(attempt)), `byte ${at}`).not.toBe('taken');
    }
  });

  const [headAt, lastAt] = [0, -1];
  const changed = (at: number, from: string | RegExp, to: string): string[] => {
    const line = lines.at(at) ?? '';
    const other = line.replace(from, to);
    if (other === line) throw new Error(`nothing to change in ${line}`);
    return lines.with(at, other);
  };
  test.each<[string, () => string[], string]>([
    ['something else', () => ['{"some":"thing"}', ...lines], 'foreign'],
    ['no JSON at all', () => ['insert into person …'], 'foreign'],
    ['of a later format', () => changed(headAt, '"format":1', '"format":2'), 'newer-format'],
    ['of a format that never was', () => changed(headAt, '"format":1', '"format":0'), 'damaged'],
    [
      'with a migration of tomorrow',
      () => changed(headAt, '"001-archive"', '"001-archive","999-x"'),
      'newer-tables',
    ],
    ['from before a migration', () => changed(headAt, '"001-archive",', ''), 'older-tables'],
    [
      'with a table of another name',
      () => changed(headAt, '"name":"mirror"', '"name":"glass"'),
      'other-tables',
    ],
    ['with a column of another name', () => changed(headAt, '"target_id"', '"aim_id"'), 'other-tables'],
    ['whose row is of another table', () => changed(1, /^\["[a-z_]+"/, '["glass"'), 'damaged'],
    ['whose row is of the catalogue', () => changed(1, /^\["[a-z_]+"/, '["pg_class"'), 'damaged'],
    ['with two rows in one line', () => changed(1, /^(.*),(\{.*\})\]$/s, '$1,$2,$2]'), 'damaged'],
    ['with one row twice', () => [...lines.slice(0, 2), ...lines.slice(1)], 'damaged'],
    ['without one row', () => lines.toSpliced(2, 1), 'damaged'],
    ['with two rows exchanged', () => lines.with(1, lines[2] ?? '').with(2, lines[1] ?? ''), 'damaged'],
    ['with another sum', () => changed(lastAt, /"sha256":"...../, '"sha256":"00000'), 'damaged'],
    ['that is there twice', () => [...lines, ...lines], 'damaged'],
  ])('%s', async (_what, attempt, why) => {
    expect(await misfitOf(each(attempt()))).toBe(why);
  });

  test('is taken as it is afterwards, and only once', async () => {
    await importHouse(empty, each(lines), noon);
    expect(await countOf(empty)).toBe(lines.length - 2);
    await expect(importHouse(empty, each(lines), noon)).rejects.toMatchObject({
      misfit: { why: 'occupied' },
    });
    expect(await countOf(empty)).toBe(lines.length - 2);
  });
});

test('where an index has lost rows, nothing is exported instead of less', async () => {
  const database = await embeddedHouse();
  await furnish(database);
  // As if the rows had never been entered there.
  await sql`create table lost (like memory including all)`.execute(database.sql);
  await sql`update pg_class set relfilenode = (select relfilenode from pg_class where relname = 'lost_pkey')
    where relname = 'memory_pkey'`.execute(database.sql);
  await expect(listed(exportHouse(database, noon))).rejects.toThrow('its primary key finds 0');
});

test('50,000 rows of the ledger go from one server to another through little memory', async () => {
  const [from, to] = [await serverHouse(), await serverHouse()];
  await archiveIn(from);
  await sql`insert into link select 'muster', 'attendances', i || '@2026-03-02', 't' || i, (i % 500)::text, '2026-03-02',
      '2026-03-02', 'created', jsonb_build_object('start', '2026-03-02T08:00:00', 'end', '2026-03-02T12:00:00',
      'kind', 'WORK', 'project', i), 0
    from generate_series(1, 50000) as i`.execute(from.sql);
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);

  const head = await importHouse(to, exportHouse(from, noon), noon);

  clearInterval(watch);
  const grownMb = Math.round((most - before) / 1024 / 1024);
  process.stdout.write(`50,000 rows moved; memory grew by ${grownMb} MB at most\n`);
  expect(head.tables.find(({ name }) => name === 'link')?.rows).toBe(50_000);
  expect(await (await archiveIn(to)).countLinks('attendances')).toBe(50_000);
  expect(grownMb).toBeLessThan(150);
});

describe('the commands', () => {
  async function tandem(argv: readonly string[], environment: Record<string, string> = {}) {
    const said = { out: '', err: '' };
    const terminal = {
      out: (text: string) => void (said.out += text),
      err: (text: string) => void (said.err += text),
      columns: null,
    };
    const context = { terminal, server: readServerSettings(environment) } as Omit<CommandContext, 'argv'>;
    const commands = { db: { usage: 'db (export --out FILE | import FILE)', summary: '', run: runDb } };
    const exit = await runCommand(commands, ['db', ...argv], context);
    return { exit, ...said };
  }

  /** A closed house with credentials that a master key beside it opens. */
  async function houseWithSecret() {
    const dataDir = await emptyFolder();
    const database = await openEmbeddedDatabase(join(dataDir, 'db'));
    const office = openOffice(database.sql);
    const vault = await openVault(office, openKeyring(join(dataDir, 'master.key')).keyring);
    const sealed = await vault.seal('s1', 'credential personio', 'papi-very-secret');
    await sql`insert into setup (id, is_on, body) values ('s1', false, '{}')`.execute(database.sql);
    await sql`insert into credential (setup_id, side, body)
      values ('s1', 'personio', ${JSON.stringify({ sealed })}::jsonb)`.execute(database.sql);
    await database.close();
    return { dataDir, sealed };
  }

  test('a file is its owner’s, holds no secret in the clear, and is never written over', async () => {
    const { dataDir } = await houseWithSecret();
    const out = join(folder, 'house.gz');

    const ended = await tandem(['export', '--out', out, '--data', dataDir]);

    expect(ended).toMatchObject({ exit: 0, err: '' });
    expect(ended.out).toContain(`Move it by itself: ${join(dataDir, 'master.key')}\n`);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const text = gunzipSync(readFileSync(out)).toString();
    const [key] = openKeyring(join(dataDir, 'master.key')).keyring;
    expect(text).not.toContain('papi-very-secret');
    expect(text).not.toContain(key?.key.toString('base64'));
    const again = await tandem(['export', '--out', out, '--data', dataDir]);
    expect([again.exit, gunzipSync(readFileSync(out)).toString()]).toEqual([2, text]);
  });

  test('credentials come sealed: the command says whether the key that lies there opens them, and it does', async () => {
    const { dataDir, sealed } = await houseWithSecret();
    const file = join(folder, 'sealed.gz');
    await tandem(['export', '--out', file, '--data', dataDir]);
    const ring = openKeyring(join(dataDir, 'master.key')).keyring;
    const says = async (prepare: (keyPath: string) => void): Promise<[string, string]> => {
      const there = await emptyFolder();
      const keyPath = join(there, 'master.key');
      prepare(keyPath);
      const { exit, out } = await tandem(['import', file, '--data', there]);
      expect([exit, out.includes(keyPath)]).toEqual([0, true]);
      return [there, out];
    };

    expect((await says(() => undefined))[1]).toMatch(
      /without the master key\. Before the server starts, put/,
    );
    expect((await says((path) => writeKeyring(path, [newMasterKey()])))[1]).toMatch(
      /is not the master key that/,
    );
    const [there, out] = await says((path) => writeKeyring(path, ring));
    expect(out).toMatch(/the master key that opens them is here/);
    const vault = await openVault(openOffice((await embeddedHouse(there)).sql), ring);
    expect(await vault.open('s1', 'credential personio', sealed)).toBe('papi-very-secret');
  });

  test('a file that is cut off or changed is refused, whatever byte it is', async () => {
    const { dataDir } = await houseWithSecret();
    const file = join(folder, 'whole.gz');
    await tandem(['export', '--out', file, '--data', dataDir]);
    const whole = readFileSync(file);
    const empty = await embeddedHouse();
    // A bit that only pads the compression changes nothing of what the file says.
    const saysTheSame = (bytes: Buffer): boolean => {
      try {
        return gunzipSync(bytes).equals(gunzipSync(whole));
      } catch {
        return false;
      }
    };
    const attempt = async (bytes: Buffer): Promise<void> => {
      if (saysTheSame(bytes)) return;
      writeFileSync(join(folder, 'broken.gz'), bytes);
      const taken = importHouse(empty, unpackFrom(join(folder, 'broken.gz')), noon);
      await expect(taken).rejects.toBeInstanceOf(HouseUnfit);
      expect(await countOf(empty)).toBe(0);
    };
    const gzipHead = 10;
    for (let at = gzipHead; at < whole.length; at += Math.floor(whole.length / 12)) {
      await attempt(whole.subarray(0, at));
      await attempt(Buffer.from(whole.map((byte, place) => (place === at ? byte ^ 4 : byte))));
    }
    await attempt(Buffer.concat([whole, whole]));
    const there = await emptyFolder();
    writeFileSync(join(folder, 'cut.gz'), whole.subarray(0, -1));
    const ended = await tandem(['import', join(folder, 'cut.gz'), '--data', there]);
    expect(ended.exit).toBe(2);
    expect(ended.err).toMatch(
      /cut\.gz is cut off or was changed: .*Nothing was changed here\. Copy the file/,
    );
  });

  test('where somebody lives already nobody moves in, and it is said who is there', async () => {
    const { dataDir } = await houseWithSecret();
    const file = join(folder, 'guest.gz');
    await tandem(['export', '--out', file, '--data', dataDir]);
    const ended = await tandem(['import', file, '--data', dataDir]);
    expect(ended.exit).toBe(2);
    expect(ended.err).toContain('here is something already: data_key (1), setup (1), credential (1).');
  });

  test('a folder that is held is left alone, and its holder named', async () => {
    const { dataDir } = await houseWithSecret();
    const lock = await lockFolder(dataDir);
    if ('heldBy' in lock) throw new Error('the folder of the test is held');
    const out = join(folder, 'held.gz');
    for (const argv of [
      ['export', '--out', out],
      ['import', join(folder, 'house.gz')],
    ]) {
      const ended = await tandem([...argv, '--data', dataDir]);
      expect([ended.exit, ended.err.includes(`process ${process.pid} serves it`)]).toEqual([2, true]);
    }
    await lock.release();
    expect(statSync(out, { throwIfNoEntry: false })).toBeUndefined();
  });

  test('a folder without a database is a mistake, not an empty house', async () => {
    const typo = join(folder, 'typo');
    mkdirSync(typo);
    const ended = await tandem(['export', '--out', join(folder, 'typo.gz'), '--data', typo]);
    expect([ended.exit, ended.err.includes(`there is no database in ${typo}`)]).toEqual([2, true]);
    expect(statSync(join(typo, 'db'), { throwIfNoEntry: false })).toBeUndefined();
  });

  test('on a server a run in progress is not exported, and none begins while an export lasts', async () => {
    const url = await serverUrl();
    const database = await serverHouse(url);
    const archive = await archiveIn(database);
    const place = { TANDEM_DATABASE_URL: url, TANDEM_DATA_DIR: join(folder, 'beside-server') };
    const lease = await archive.openLease('somebody');
    const busy = await tandem(['export', '--out', join(folder, 'busy.gz')], place);
    expect([busy.exit, busy.out]).toEqual([5, '']);
    expect(statSync(join(folder, 'busy.gz'), { throwIfNoEntry: false })).toBeUndefined();
    await lease?.release();

    const letGo = await holdOffRuns(database);
    expect(await archive.openLease('somebody')).toBeNull();
    await letGo?.();
    const ended = await tandem(['export', '--out', join(folder, 'busy.gz')], place);
    expect(ended.exit, ended.err).toBe(0);
    const next = await archive.openLease('somebody');
    expect(next).not.toBeNull();
    await next?.release();
  });

  test('an export that is killed leaves nothing that could be taken for one, and the next one is not kept from its name', async () => {
    const url = await serverUrl();
    const database = await serverHouse(url);
    await archiveIn(database);
    const out = join(folder, 'killed.gz');
    const place = { TANDEM_DATABASE_URL: url, TANDEM_DATA_DIR: join(folder, 'beside-server') };
    const inItsWay = await database.sql.startTransaction().execute();
    await sql`lock table run_action in access exclusive mode`.execute(inItsWay);
    const killed = start(['db', 'export', '--out', out], place);
    await vi.waitFor(() => expect(readdirSync(folder).join()).toContain('killed.gz'), { timeout: 60_000 });
    killed.signal('SIGKILL');
    await killed.ended;
    await inItsWay.rollback().execute();

    expect(statSync(out, { throwIfNoEntry: false })).toBeUndefined();
    const ended = await tandem(['export', '--out', out], place);
    expect(ended.exit, ended.err).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith('killed'))).toEqual(['killed.gz']);
  });

  test('on a server an export that takes long keeps runs off to its end, and ends well', async () => {
    const database = await serverHouse();
    const archive = await archiveIn(database);
    // The server's patience with a transaction that nobody goes on with; it is a minute, and a large house takes longer.
    await sql`set idle_in_transaction_session_timeout = '200ms'`.execute(database.sql);
    const letGo = await holdOffRuns(database);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await archive.openLease('somebody')).toBeNull();
    await letGo?.();
    const next = await archive.openLease('somebody');
    expect(next).not.toBeNull();
    await next?.release();
  });
});
