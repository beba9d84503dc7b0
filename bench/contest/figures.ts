// The figures of a trial, as the table, the picture and JSON show them.

import { type ContestantName, titles } from './contestants/contestant.ts';
import type { Heat } from './contest.ts';
import { callsIn } from './tally.ts';

export interface Figures {
  readonly trace: string;
  readonly contestant: ContestantName;
  readonly title: string;
  readonly calls: number;
  readonly callsPerNecessary: number;
  /** null: nothing had changed. */
  readonly writesPerChange: number | null;
  /** null: the vendor's limits would not have made anybody wait. */
  readonly wallPerBound: number | null;
  readonly wallSeconds: number;
  readonly throttled: number;
  readonly missing: number;
  readonly duplicates: number;
  readonly wrongDeletes: number;
  readonly overruled: number;
  readonly peakMb: number;
}

/** Below this the bound says nothing: latency and start-up weigh more. */
const tellingBoundMs = 3_000;

export const figuresOf = ({ trace, floor, trials }: Heat): Figures[] =>
  trials.map(({ contestant, tally, verdict, wallMs, peakMb }) => ({
    trace: trace.title,
    contestant,
    title: titles[contestant],
    calls: callsIn(tally),
    callsPerNecessary: callsIn(tally) / floor.calls,
    writesPerChange: floor.changes === 0 ? null : tally.writes / floor.changes,
    wallPerBound: floor.rateBoundMs < tellingBoundMs ? null : wallMs / floor.rateBoundMs,
    wallSeconds: wallMs / 1000,
    throttled: tally.throttled,
    missing: verdict.missing,
    duplicates: verdict.duplicates,
    wrongDeletes: tally.wrongDeletes,
    overruled: tally.overruled,
    peakMb: Math.round(peakMb),
  }));

/** Nothing is missing, nothing stands there twice, and nothing of anybody's was taken away or written over. */
export const isFlawless = ({ missing, duplicates, wrongDeletes, overruled }: Figures): boolean =>
  missing + duplicates + wrongDeletes + overruled === 0;

/** Who left nothing wrong, with the fewest calls first. */
export const flawlessOf = (heat: Heat): Figures[] =>
  figuresOf(heat)
    .filter(isFlawless)
    .sort((a, b) => a.calls - b.calls);

const columns: readonly (readonly [head: string, cell: (row: Figures) => string])[] = [
  ['Contestant', ({ title }) => title],
  ['Calls', ({ calls }) => calls.toLocaleString('en')],
  ['÷ necessary', ({ callsPerNecessary }) => ratio(callsPerNecessary)],
  ['Writes ÷ changes', ({ writesPerChange }) => (writesPerChange === null ? '–' : ratio(writesPerChange))],
  ['Wall ÷ bound', ({ wallPerBound }) => (wallPerBound === null ? '–' : ratio(wallPerBound))],
  ['Seconds', ({ wallSeconds }) => wallSeconds.toFixed(1)],
  ['429s', ({ throttled }) => throttled.toLocaleString('en')],
  ['Missing', ({ missing }) => missing.toLocaleString('en')],
  ['Duplicates', ({ duplicates }) => duplicates.toLocaleString('en')],
  ['Wrong deletes', ({ wrongDeletes }) => wrongDeletes.toLocaleString('en')],
  ['HR overruled', ({ overruled }) => overruled.toLocaleString('en')],
  ['Peak MB', ({ peakMb }) => String(peakMb)],
];

/** A table of Markdown, its columns as wide as their widest cell, so that it can be read in a terminal as well. */
export function tableOf(heat: Heat): string {
  const rows = figuresOf(heat).map((row) => columns.map(([, cell]) => cell(row)));
  const table = [columns.map(([head]) => head), ...rows];
  const widths = columns.map((_column, at) => Math.max(...table.map((row) => row[at]?.length ?? 0)));
  const lined = table.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))),
  );
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  const [head = [], ...body] = lined;
  return [head, rule, ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** What the trace was, in one line. */
export function sizeOf({ trace, floor }: Heat): string {
  const people =
    trace.companies === 1
      ? `${trace.employees} employees`
      : `${trace.companies} companies of ${trace.employees}`;
  const bound =
    floor.rateBoundMs < tellingBoundMs
      ? ''
      : `, at least ${(floor.rateBoundMs / 1000).toFixed(1)} s by Personio's limits`;
  return `${people}, ${counted(floor.changes, 'changed record')}, ${counted(floor.calls, 'necessary call')}${bound}`;
}

export const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;

export const ratio = (value: number): string =>
  value < 10 ? value.toFixed(3) : Math.round(value).toLocaleString('en');
