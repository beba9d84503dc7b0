// What a command is given, and what the entrance knows of it.

import type { Progress } from '../engine/workshop.ts';
import type { Home } from '../service/home.ts';
import type { Papers } from '../service/papers.ts';
import type { ServerSettings } from '../service/server-settings.ts';
import type { Task, TaskResult, Verb } from '../service/tasks.ts';
import type { ExitCode } from './exit.ts';
import type { Terminal } from './terminal.ts';

export interface CommandContext {
  readonly argv: readonly string[];
  readonly version: () => string;
  readonly server: ServerSettings;
  readonly terminal: Terminal;
  /** Carries a task out here, or hands it to the process that holds the data folder. */
  readonly carryOut: <V extends Verb>(
    task: Task<V>,
    dataDir: string,
    tell: (progress: Progress) => void,
  ) => Promise<TaskResult<V>>;
  /** The way to the vendors for work that needs no database. */
  readonly vendorsOnly: Pick<Home, 'openDoors'>;
  readonly papers: Papers;
}

export interface Command {
  readonly usage: string;
  readonly summary: string;
  readonly run: (context: CommandContext) => Promise<ExitCode>;
}
