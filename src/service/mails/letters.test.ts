// What a mail tells of is read when it is sent; a digest tells of its own day, however late that is.

import { expect, test } from 'vitest';
import { reportLine, reportWith } from '../../../test/entrance/report-with.ts';
import type { RunReport, SolvedLine } from '../../core/report/run-report.ts';
import { dayMs, minuteMs } from '../../core/time/calendar.ts';
import type { MailRecord, RunSummary } from '../office/office.ts';
import { writeMail } from './letters.ts';

const hourMs = 60 * minuteMs;
const owedAt = Date.parse('2026-03-03T06:00:00Z');
const solvedLine = (id: string): SolvedLine => ({ ...reportLine('absence-exists', { id }), why: 'solved' });
const open = reportLine('edited-in-target', { id: 'since-morning' });
const seen = reportLine('edited-in-target', { id: 'of-the-run-under-way' });
const later = reportLine('edited-in-target', { id: 'of-the-next-day' });

interface Run {
  readonly id: string;
  readonly startedAt: number;
  /** A minute later where none is told. */
  readonly finishedAt?: number;
  readonly solved: number;
  readonly report: Partial<RunReport>;
}
const runs: readonly Run[] = [
  {
    id: 'next-day',
    startedAt: owedAt + 20 * hourMs,
    solved: 1,
    report: { issues: [open, later], solved: [solvedLine('of-the-run-under-way')] },
  },
  {
    id: 'under-way',
    startedAt: owedAt - minuteMs,
    finishedAt: owedAt + 9 * minuteMs,
    solved: 1,
    report: { issues: [open, { ...seen, new: true }], solved: [solvedLine('seen-to')] },
  },
  { id: 'night', startedAt: owedAt - hourMs, solved: 0, report: { issues: [open] } },
  {
    id: 'morning',
    startedAt: owedAt - 20 * hourMs,
    solved: 2,
    report: { issues: [{ ...open, new: true }], solved: [solvedLine('gone'), solvedLine('since-morning')] },
  },
  {
    id: 'day-before',
    startedAt: owedAt - 2 * dayMs,
    solved: 1,
    report: { solved: [solvedLine('long-gone')] },
  },
];
const summary = ({ id, startedAt, finishedAt, solved }: Run): RunSummary =>
  ({
    id,
    mode: 'live',
    status: 'done-with-issues',
    startedAt,
    finishedAt: finishedAt ?? startedAt + minuteMs,
    solved,
    writes: 1,
  }) as unknown as RunSummary;
let before: number | null = null;
const office: Parameters<typeof writeMail>[0] = {
  digestBefore: () => Promise.resolve(before),
  standing: () => Promise.resolve(new Map()),
  runSummaries: (_id, _limit, until = Infinity) =>
    Promise.resolve(runs.map(summary).filter(({ startedAt }) => startedAt <= until)),
  runReport: (_id, runId) =>
    Promise.resolve(reportWith('done-with-issues', runs.find(({ id }) => id === runId)?.report ?? {})),
  issuesSince: (_id, at, until) =>
    Promise.resolve(
      [
        { id: 'since-morning', at: owedAt - 20 * hourMs },
        { id: 'of-the-run-under-way', at: owedAt - minuteMs },
        { id: 'of-the-next-day', at: owedAt + 20 * hourMs },
      ].flatMap((one) => (one.at >= at && one.at <= until ? [one.id] : [])),
    ),
};
const digest = { kind: 'digest', language: 'en', facts: {}, createdAt: owedAt, archiveId: 'a', runId: null };
const context = { name: 'Muster GmbH', zone: 'Europe/Berlin', page: null, isOfFile: false };

/** What the digest of a day has in its table: class, issue, and whether it is new. */
async function tableOf(createdAt: number, lastOwedAt: number | null = null): Promise<string[]> {
  before = lastOwedAt;
  const { table } = await writeMail(office, context, { ...digest, createdAt } as unknown as MailRecord);
  const [heads = [], ...rows] = (table?.text ?? '')
    .split('\r\n')
    .filter((row) => row !== '')
    .map((row) => row.split(';'));
  const isNew = heads.indexOf('new');
  return rows.map((row) => `${row[0]} ${row[1]}${row[isNew] === '1' ? ' new' : ''}`);
}

test('a digest that goes out late tells of its own day: what was open, new and solved then', async () => {
  const { subject, text, table } = await writeMail(office, context, digest as unknown as MailRecord);
  expect(subject).toContain('1');
  expect(text).toContain('New (1)');
  const rows =
    table?.text
      .split('\r\n')
      .slice(1)
      .filter((row) => row !== '') ?? [];
  expect(rows.map((row) => row.split(';').slice(0, 2).join(' '))).toEqual([
    'issue since-morning',
    // Solved in the morning; what came back is open, what was solved the day before is told already.
    'solved gone',
  ]);
  const heads = table?.text.split('\r\n')[0]?.split(';') ?? [];
  expect(rows[0]?.split(';')[heads.indexOf('new')]).toBe('1');
});

test('a run that was under way when a digest was owed belongs to the next one, with what it found new and solved', async () => {
  expect(await tableOf(owedAt)).toEqual(['issue since-morning new', 'solved gone']);
  expect(await tableOf(owedAt + dayMs)).toEqual([
    'issue since-morning',
    'issue of-the-next-day new',
    'solved of-the-run-under-way',
    'solved seen-to',
  ]);
});

test('what was solved is told once, also when no run follows for days', async () => {
  expect(await tableOf(owedAt + 3 * dayMs)).toEqual(['issue since-morning', 'issue of-the-next-day']);
});

test('between two digests nothing falls through and nothing is told twice, minutes earlier or later', async () => {
  const passed = 'solved seen-to';
  const [late, early] = [owedAt + 10 * minuteMs, owedAt];
  expect(await tableOf(late)).toContain(passed);
  expect(await tableOf(early + dayMs, late)).not.toContain(passed);
  expect(await tableOf(early)).not.toContain(passed);
  expect(await tableOf(late + dayMs, early)).toContain(passed);
  // Nobody waits for the news of a digest that was owed long ago: it was another time, or nothing ran.
  expect(await tableOf(early + 3 * dayMs, early)).not.toContain(passed);
});
