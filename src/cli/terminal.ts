// What commands write to: stdout for results, stderr for everything else. Tests pass their own.

export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns of stderr; null when it is no terminal. */
  readonly columns: number | null;
  /** Whether a person reads stdout as it comes; else it is a file, a pipe or a service's log. */
  readonly isRead: boolean;
}

export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  columns: process.stderr.isTTY ? process.stderr.columns : null,
  isRead: process.stdout.isTTY,
};
