// The embedded database: PGlite on a folder. Out of the box it never syncs to disk (safe on kill -9, not on power
// loss), so its file system is given a real fsync and PostgreSQL is told to use it. This leans on internals: the
// version is pinned, and a test counts syncs.

import { spawn } from 'node:child_process';
import { existsSync, fdatasyncSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { syncFile, syncFolder } from '../sync.ts';

/** Called for every sync, for the test that counts them. */
export type SyncListener = () => void;

export async function openEmbedded(folder: string, onSync: SyncListener = () => undefined): Promise<PGlite> {
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(folder);
  if (knowsFlags) setFlagsFromString(patientCompiler);
  const pglite = await PGlite.create({
    fs: new SyncingFS(folder, onSync),
    startParams: [
      ...PGlite.defaultStartParams,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
  });
  return pglite;
}

/**
 * Functions of the database are compiled a second time, for speed, when they are really hot. With the usual budget (of
 * 1,800,000) a command has ended before that paid off, having spent half of its processor time on it (measured with a
 * fifth of the patience here: a run of a small company 3.7 → 2.1 s, a first plan of 10,000 records 14.4 → 12.8 s).
 */
const patientCompiler = '--wasm-tiering-budget=1000000000';

/** Its flags are V8's own affair and may go with any version; an unknown one would be complained about. */
const knowsFlags = Number(process.versions.node.split('.')[0]) <= 24;

const settings = {
  fsync: 'on',
  wal_sync_method: 'fsync',
  // One connection in one process needs no large cache, the file system has one; and what it took once it keeps.
  shared_buffers: '16MB',
  maintenance_work_mem: '8MB',
  // A statement is parsed once but planned each time: a plan made for an empty table would stay while it grows.
  plan_cache_mode: 'force_custom_plan',
  // Of a table 3,000 rows tell the planner enough; the usual 30,000 would be held in a memory that never shrinks.
  default_statistics_target: '10',
};

/** The parts of Emscripten's node file system that are used here. */
interface EmscriptenModule {
  readonly NODEFS: { readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number } };
}

class SyncingFS extends NodeFS {
  readonly #onSync: SyncListener;

  constructor(folder: string, onSync: SyncListener) {
    super(folder);
    this.#onSync = onSync;
  }

  override async init(...[pglite, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const made = await super.init(pglite, options);
    const onSync = this.#onSync;
    const sync = (module: unknown): void => {
      (module as EmscriptenModule).NODEFS.stream_ops.fsync = (stream) => {
        fdatasyncSync(stream.nfd);
        onSync();
        return 0;
      };
    };
    const preRun = [...(made.emscriptenOpts.preRun ?? []), sync] as typeof made.emscriptenOpts.preRun;
    return { emscriptenOpts: { ...made.emscriptenOpts, ...(preRun === undefined ? {} : { preRun }) } };
  }
}

/**
 * Making a new database takes several hundred megabytes that a process never gives back, so a process of its own does
 * it and ends. Its files are synced before anybody builds on them, and have another name until they are whole: whoever is
 * killed meanwhile begins anew.
 */
async function initialise(finished: string): Promise<void> {
  // Never over what is left of another: of that something may still be saved.
  if (existsSync(finished) && readdirSync(finished).length > 0)
    throw new Error(`database: ${finished} holds something that is no whole database`);
  const folder = `${finished}.new`;
  rmSync(folder, { recursive: true, force: true });
  // It ends before any second compilation pays off (measured: 4.6 → 3.5 s).
  const flags = knowsFlags ? ['--liftoff-only'] : [];
  const script = `const { PGlite } = await import(${JSON.stringify(import.meta.resolve('@electric-sql/pglite'))});
    const made = await PGlite.create(process.argv[1]);
    await made.close();`;
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, '--input-type=module', '-e', script, folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said = `${said}${text.toString()}`.slice(-2_000);
    });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`database: a new one could not be made in ${finished}: ${said}`)),
    );
  });
  syncTree(folder);
  rmSync(finished, { recursive: true, force: true });
  renameSync(folder, finished);
  syncFolder(dirname(finished));
}

function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) syncFile(path);
  }
  syncFolder(folder);
}
