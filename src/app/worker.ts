// `tandem worker`: one more process that takes runs out of the queue, on the PostgreSQL that the server uses.

import { readArguments, UsageMistake } from '../cli/arguments.ts';
import type { Command } from '../cli/commands.ts';
import { exitCodes } from '../cli/exit.ts';
import { openFrontDesk } from './front-desk.ts';
import { openHome } from './home.ts';
import { runLine } from './run-log.ts';
import { noWall } from './no-wall.ts';
import { untilStopped } from './stop.ts';

export const runWorker: Command['run'] = async ({ argv, server, terminal }) => {
  readArguments(argv, {}, []);
  if (server.databaseUrl === null)
    throw new UsageMistake(
      'several workers need a PostgreSQL server: set TANDEM_DATABASE_URL (the embedded store belongs to one process)',
    );
  // From here on: who is asked to stop while still starting stops as well.
  const stopped = untilStopped();
  const opened = await openHome(server, server.dataDir);
  if ('heldBy' in opened) throw new Error('worker: a server database has no folder to hold');
  const told = (error: Error): void => terminal.err(`tandem: ${error.stack ?? error.message}\n`);
  const front = await openFrontDesk(opened, {
    server,
    dataDir: server.dataDir,
    demo: false,
    mayMakeKey: false,
    files: new Map(),
    publicUrl: () => server.publicUrl ?? '',
    told,
    notice: (line) => terminal.err(`tandem: ${line}\n`),
  });
  try {
    await front.queue.begin(front.desk, ({ setupId }, end) => {
      const line = runLine(setupId, end, server.logLevel);
      if (line !== null) terminal.err(line);
    });
    if (opened.database.hasWall === false) terminal.err(noWall);
    terminal.err('Working until it is stopped with Ctrl+C.\n');
    await stopped;
  } finally {
    await front.close();
    await opened.close();
  }
  return exitCodes.inStep;
};
