// Lines by their cause: the same matter with many people is one thing to understand.

import type { Line } from '../api/types.ts';

export interface Cause<L extends Line> {
  readonly code: string;
  readonly lines: readonly L[];
  /** How many people it is about. */
  readonly people: number;
  /** How many records it covers. */
  readonly records: number;
  readonly hasNew: boolean;
}

/** What is new first, then what concerns most lines. */
export function byCause<L extends Line>(lines: readonly L[]): readonly Cause<L>[] {
  const codes = [...new Set(lines.map(({ code }) => code))];
  return codes
    .map((code) =>
      causeOf(
        code,
        lines.filter((line) => line.code === code),
      ),
    )
    .sort((a, b) => Number(b.hasNew) - Number(a.hasNew) || b.lines.length - a.lines.length);
}

function causeOf<L extends Line>(code: string, lines: readonly L[]): Cause<L> {
  const people = new Set(
    lines.flatMap(({ employee }) => employee?.personioId ?? employee?.timetacId ?? employee?.name ?? []),
  );
  return {
    code,
    lines: [...lines].sort((a, b) => Number(b.new) - Number(a.new) || order(a, b)),
    people: people.size,
    records: lines.reduce((sum, { covers }) => sum + covers, 0),
    hasNew: lines.some((line) => line.new),
  };
}

const order = (a: Line, b: Line): number =>
  (a.employee?.name ?? '').localeCompare(b.employee?.name ?? '') ||
  (a.date ?? '').localeCompare(b.date ?? '');
