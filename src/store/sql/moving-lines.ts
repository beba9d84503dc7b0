// The lines of a house on the move: a head, one line per row, and an end that counts and sums up everything before it.

import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Grows when a file can no longer be read by what was written for the one before. */
export const houseFormat = 1;

const tableHead = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number().int().nonnegative(),
  /** The last value that was given out, by column. */
  sequences: z.record(z.string(), z.number().int()),
});
const wholeHead = z.object({
  madeAt: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(tableHead),
});
const anyHead = z.object({ tandem: z.literal('house'), format: z.number().int() });

/** What the file holds. `madeAt` is ISO 8601 in UTC; tables stand in the order of their rows. */
export type Head = Readonly<z.infer<typeof wholeHead>>;

export type Misfit =
  /** Something else than a moved house. */
  | { readonly why: 'foreign' }
  /** Cut off or changed. */
  | { readonly why: 'damaged'; readonly what: string }
  | { readonly why: 'newer-format'; readonly format: number }
  /** Migrations that this program does not know, or that the file does not have yet. */
  | { readonly why: 'newer-tables' | 'older-tables'; readonly migrations: readonly string[] }
  /** The same migrations, and yet other tables or columns. */
  | { readonly why: 'other-tables'; readonly tables: readonly string[] }
  /** Somebody lives here already. */
  | {
      readonly why: 'occupied';
      readonly tables: readonly { readonly name: string; readonly rows: number }[];
    };

/** A file that does not come in, or finds no room. Nothing was changed. */
export class HouseUnfit extends Error {
  override readonly name = 'HouseUnfit';
  readonly misfit: Misfit;

  constructor(misfit: Misfit) {
    super(`moving: ${misfit.why}${misfit.why === 'damaged' ? `: ${misfit.what}` : ''}`);
    this.misfit = misfit;
  }
}

export const damaged = (what: string): HouseUnfit => new HouseUnfit({ why: 'damaged', what });

export const headLine = (head: Head): string =>
  JSON.stringify({ tandem: 'house', format: houseFormat, ...head });

/** @throws HouseUnfit where the line is no head, or one of a later format */
export function readHead(line: string): Head {
  const found = anyHead.safeParse(parsed(line));
  if (!found.success) throw new HouseUnfit({ why: 'foreign' });
  const { format } = found.data;
  if (format > houseFormat) throw new HouseUnfit({ why: 'newer-format', format });
  const head = wholeHead.safeParse(parsed(line));
  if (format < 1 || !head.success) throw damaged('its first line');
  return head.data;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** `row` is a JSON object as text: it travels as the database wrote it, so that no number is rounded on the way. */
export const rowLine = (table: string, row: string): string => `[${JSON.stringify(table)},${row}]`;

/** Table and row of a line; null: it is no row. */
export function readRow(line: string): { readonly table: string; readonly row: string } | null {
  const found = /^\["([^"\\]+)",(\{.*\})\]$/s.exec(line);
  return found === null ? null : { table: found[1] ?? '', row: found[2] ?? '' };
}

export interface Sum {
  readonly add: (line: string, table?: string) => void;
  readonly count: (table: string) => number;
  /** The last line: rows by table, and SHA-256 over all lines before, each with its line feed. */
  readonly end: () => string;
}

/** Sums up the lines of a file with this head, which is to be added first. */
export function sumOf({ tables }: Head): Sum {
  const hash = createHash('sha256');
  const counts = new Map(tables.map(({ name }) => [name, 0]));
  return {
    add: (line, table) => {
      hash.update(line).update('\n');
      if (table !== undefined) counts.set(table, (counts.get(table) ?? 0) + 1);
    },
    count: (table) => counts.get(table) ?? 0,
    end: () => JSON.stringify({ end: { rows: Object.fromEntries(counts), sha256: hash.digest('hex') } }),
  };
}
