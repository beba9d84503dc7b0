// `tandem db export` and `tandem db import`: one installation into a file, and into an empty one. The file is gzip-ed
// lines (store/sql/moving.ts), readable by its owner only, and never written over another.

import { accessSync, constants, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Arguments, UsageMistake, readArguments } from '../cli/arguments.ts';
import type { Command, CommandContext } from '../cli/commands.ts';
import { type ExitCode, exitCodes } from '../cli/exit.ts';
import { RowsMissing, exportHouse, holdOffRuns, importHouse } from '../store/sql/moving.ts';
import { HouseUnfit, type Head, readHead } from '../store/sql/moving-lines.ts';
import { openOffice } from '../store/sql/office.ts';
import { syncFolder } from '../store/sync.ts';
import { packInto, unpackFrom } from './db-file.ts';
import { arrived, aboutKeyHere, aboutKeyThere, keyAt, left, unfit } from './db-words.ts';
import { type OpenHome, holderSilent, openHome } from './home.ts';

const options = { data: 'text', out: 'text' } as const;

export const runDb: Command['run'] = async (context) => {
  const given = readArguments(context.argv, options, ['verb', 'file']);
  const [verb, file] = given.positionals;
  const place = placeOf(context, given);
  const out = given.text('out');
  if (verb === 'export' && file === undefined && out !== null) return moveOut(context, place, resolve(out));
  if (verb === 'import' && file !== undefined && out === null) return moveIn(context, place, resolve(file));
  throw new UsageMistake('say what to do: db export --out FILE, or db import FILE');
};

interface Place {
  readonly dataDir: string;
  readonly keyPath: string;
}

function placeOf({ server }: CommandContext, given: Arguments): Place {
  const dataDir = resolve(given.text('data') ?? server.dataDir);
  return { dataDir, keyPath: server.masterKeyFile ?? join(dataDir, 'master.key') };
}

async function moveOut(context: CommandContext, place: Place, out: string): Promise<ExitCode> {
  const { server, terminal } = context;
  refuseIfThere(out);
  // Opening would make a new, empty database where a folder was mistyped.
  if (server.databaseUrl === null && !existsSync(join(place.dataDir, 'db')))
    throw new UsageMistake(`there is no database in ${place.dataDir}: name its folder with --data`);
  return withHome(context, place, async ({ database }) => {
    const letGo = await holdOffRuns(database);
    if (letGo === null) {
      terminal.err('A run is in progress; nothing was exported. Try again when it has ended.\n');
      return exitCodes.busy;
    }
    try {
      const head = await writeHouse(exportHouse(database, Date.now()), out);
      terminal.out(left(head, out));
      terminal.out(aboutKeyHere(keyAt(place.keyPath, await masterIdsOf(database))));
    } finally {
      await letGo();
    }
    return exitCodes.inStep;
  });
}

/**
 * It has its name once it is whole: whoever is killed meanwhile leaves nothing that looks like a backup. One that could not be
 * written to its end is taken away again.
 */
async function writeHouse(lines: AsyncIterable<string>, out: string): Promise<Head> {
  const unfinished = `${out}.part`;
  rmSync(unfinished, { force: true });
  try {
    const head = readHead(await packInto(unfinished, lines));
    refuseIfThere(out);
    renameSync(unfinished, out);
    syncFolder(dirname(out));
    return head;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === 'open')
      throw new UsageMistake(`${out} cannot be made (${code ?? 'unknown'}): name another with --out`);
    rmSync(unfinished, { force: true });
    if (error instanceof RowsMissing)
      throw new UsageMistake(
        `nothing was exported, because rows would be missing: ${error.message}. Its index is damaged, as after a change of the operating system’s sort order: “reindex table ${error.table}” makes it anew. Then export again.`,
      );
    if (code === 'ENOSPC')
      throw new UsageMistake(`there is no room for ${out}: name another place with --out`);
    throw error;
  }
}

function refuseIfThere(out: string): void {
  if (existsSync(out))
    throw new UsageMistake(`${out} is there already and is not written over: name another`);
}

function moveIn(context: CommandContext, place: Place, path: string): Promise<ExitCode> {
  refuseUnlessReadable(path);
  return withHome(context, place, async ({ database }) => {
    const head = await importHouse(database, unpackFrom(path), Date.now()).catch((error: unknown) => {
      throw error instanceof HouseUnfit ? new UsageMistake(unfit(error.misfit, path)) : error;
    });
    context.terminal.out(arrived(head, path));
    context.terminal.out(aboutKeyThere(keyAt(place.keyPath, await masterIdsOf(database))));
    return exitCodes.inStep;
  });
}

/** Before a database is opened for it. */
function refuseUnlessReadable(path: string): void {
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    throw new UsageMistake(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  if (!statSync(path).isFile()) throw new UsageMistake(`${path} is no file`);
}

async function withHome(
  { server }: CommandContext,
  { dataDir }: Place,
  work: (opened: OpenHome) => Promise<ExitCode>,
): Promise<ExitCode> {
  const opened = await openHome(server, dataDir);
  if ('heldBy' in opened) throw new UsageMistake(holderSilent(dataDir, opened.heldBy, 'serves it'));
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** Ids of the master keys that this database's data keys are wrapped by. */
async function masterIdsOf(database: OpenHome['database']): Promise<readonly string[]> {
  const keys = await openOffice(database.sql).wrappedKeys();
  return [...new Set(keys.map(({ masterId }) => masterId))];
}
