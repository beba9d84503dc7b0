// The embedded database: PGlite on a folder. Out of the box it never syncs to disk (safe on kill -9, not on power
// loss), so its file system is given a real fsync and PostgreSQL is told to use it. This leans on internals: the
// version is pinned, and a test counts syncs.

import { fdatasyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { checkedInteger } from '../database.ts';

/** Called for every sync, for the test that counts them. */
export type SyncListener = () => void;

export async function openEmbedded(folder: string, onSync: SyncListener = () => undefined): Promise<PGlite> {
  const pglite = await PGlite.create({
    fs: new SyncingFS(folder, onSync),
    startParams: [...PGlite.defaultStartParams, '-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
    parsers: { [int8]: checkedInteger },
  });
  return pglite;
}

const int8 = 20;

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
