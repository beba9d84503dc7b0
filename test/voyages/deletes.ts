// The deletes of one run, counted as the guard has to count them (S5 of proof.md section 1, rule 0.9): one that is
// followed by a create of the same person and day replaces.

import type { Call } from './lookout.ts';
import type { Watched } from './watched.ts';
import { type Write, startOf } from './written.ts';

export interface Deletes {
  /** A write that changed something; `owner` is whose record it was. */
  readonly note: (write: Write, owner: string | undefined) => void;
  readonly check: (call: Call) => void;
}

export function newDeletes({ world, diary, maxDeletes }: Watched): Deletes {
  const { attendances, absences } = world.personio.state;
  const dayById = new Map(attendances.map((one) => [one.id, one.start.slice(0, 10)]));
  // What HR deleted stands in the ledger until a run has seen that.
  const unseen = diary.deletedAt.size;
  const mostStanding = { attendances: attendances.length + unseen, absences: absences.length + unseen };
  const deleted = { attendances: [] as string[], absences: [] as string[] };
  const created = new Set<string>();
  return {
    note: (write, owner) => {
      const { part } = write;
      if (part === 'employees') return;
      const day = (on: string | undefined): string => (part === 'attendances' ? (on ?? '') : '');
      if (write.method === 'DELETE')
        deleted[part].push(`${part} ${owner ?? ''} ${day(dayById.get(write.id ?? ''))}`);
      if (write.method === 'POST') created.add(`${part} ${owner ?? ''} ${day(startOf(write).slice(0, 10))}`);
    },
    check: (call) => {
      for (const part of ['attendances', 'absences'] as const) {
        const gone = deleted[part].filter((place) => !created.has(place)).length;
        const allowed = Math.max(maxDeletes, Math.floor(mostStanding[part] * 0.1));
        if (gone > allowed) call('S5', `${gone} ${part} deleted in one run, ${allowed} allowed`);
      }
    },
  };
}
