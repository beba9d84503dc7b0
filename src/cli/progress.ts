// Progress on stderr: a bar on a terminal, a line per step elsewhere, nothing when quiet.

import type { Progress } from '../engine/workshop.ts';
import type { Terminal } from './terminal.ts';

export interface ProgressView {
  readonly tell: (progress: Progress) => void;
  /** Leaves the terminal clean for what follows. */
  readonly end: () => void;
}

export function progressView(terminal: Terminal, quiet: boolean): ProgressView {
  if (quiet) return { tell: () => undefined, end: () => undefined };
  return terminal.columns === null ? lines(terminal) : bar(terminal, terminal.columns);
}

/** One line per phase and part, and one for every tenth part of a long one. */
function lines(terminal: Terminal): ProgressView {
  let last = '';
  return {
    tell: (progress) => {
      const tenth =
        progress.total === null || progress.total === 0
          ? 0
          : Math.floor((10 * progress.done) / progress.total);
      const mark = `${progress.phase} ${progress.part ?? ''} ${tenth}`;
      if (mark === last) return;
      last = mark;
      terminal.err(`${describe(progress)}\n`);
    },
    end: () => undefined,
  };
}

function bar(terminal: Terminal, columns: number): ProgressView {
  let drawnAt = 0;
  return {
    tell: (progress) => {
      const now = Date.now();
      if (now - drawnAt < 80 && progress.done !== progress.total) return;
      drawnAt = now;
      const label = describe(progress);
      const width = Math.max(0, Math.min(40, columns - label.length - 4));
      const filled =
        progress.total === null || progress.total === 0
          ? 0
          : Math.round((width * progress.done) / progress.total);
      terminal.err(`\r\u001b[K${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${label}`);
    },
    end: () => terminal.err('\r\u001b[K'),
  };
}

const phases: Readonly<Record<Progress['phase'], string>> = {
  reading: 'Reading',
  planning: 'Planning',
  writing: 'Writing',
  verifying: 'Reading back',
};

function describe({ phase, part, done, total }: Progress): string {
  const what = part === null ? phases[phase] : `${phases[phase]} ${part}`;
  return total === null || phase === 'verifying' ? `${what} …` : `${what}: ${done} of ${total}`;
}
