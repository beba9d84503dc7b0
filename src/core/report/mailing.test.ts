// Which mails are owed.

import { describe, expect, it, test } from 'vitest';
import { instantOf } from '../time/calendar.ts';
import { reportLine, reportWith } from '../../../test/entrance/report-with.ts';
import { type Clockwork, type MailSettings, mailsAfterRun, mailsByTheClock } from './mailing.ts';
import type { RunReport, SolvedLine } from './run-report.ts';

const settings: MailSettings = {
  to: ['hr@muster.example', 'payroll@muster.example'],
  when: 'on-issues',
  language: 'de',
  deadManHours: 26,
};
const now = instantOf('2026-03-10T09:00:00', 'Europe/Berlin');

describe('after a run', () => {
  const fresh = reportLine('entries-overlap', { new: true });
  const old = reportLine('entries-overlap');
  const solved: SolvedLine = { ...old, why: 'solved' };
  const stories: readonly [
    string,
    Partial<RunReport>,
    boolean,
    Partial<Record<MailSettings['when'], string>>,
  ][] = [
    ['nothing to tell', {}, false, { always: 'report' }],
    ['something new', { issues: [fresh] }, false, { 'on-issues': 'report', always: 'report' }],
    ['only what was open before', { issues: [old] }, false, { always: 'report' }],
    ['something solved', { solved: [solved] }, false, { 'on-issues': 'report', always: 'report' }],
    [
      'something no longer watched',
      { solved: [{ ...solved, why: 'not-watched' }] },
      false,
      { always: 'report' },
    ],
    [
      'notes and holds',
      { notes: [reportLine('rounded', { new: true })], holds: [reportLine('entry-open', { new: true })] },
      false,
      { always: 'report' },
    ],
    [
      'credentials refused for the first time',
      { issues: [reportLine('credentials-refused', { new: true })] },
      false,
      { 'on-issues': 'reconnect', daily: 'reconnect', always: 'reconnect' },
    ],
    [
      'credentials still refused',
      { issues: [reportLine('credentials-refused')] },
      false,
      { always: 'report' },
    ],
    [
      'a refused plan',
      { refusal: { reason: 'too-many-deletes', part: 'absences', planned: 61, allowed: 25, plan: 'h' } },
      true,
      { 'on-issues': 'decision', daily: 'decision', always: 'decision' },
    ],
    [
      'the same plan refused again',
      { refusal: { reason: 'too-many-deletes', part: 'absences', planned: 61, allowed: 25, plan: 'h' } },
      false,
      { always: 'report' },
    ],
  ];
  it.each(stories)('%s', (_name, change, refusalIsNew, owed) => {
    for (const when of ['on-issues', 'daily', 'always', 'never'] as const) {
      const mails = mailsAfterRun(
        reportWith('done', change),
        { ...settings, when },
        { now, refusalIsNew, outage: false },
      );
      expect(mails.map(({ kind }) => kind)).toEqual(owed[when] === undefined ? [] : [owed[when], owed[when]]);
    }
  });

  it('a rehearsal owes nothing', () => {
    const { run } = reportWith('done');
    const report = reportWith('done', { run: { ...run, mode: 'dry-run' }, issues: [fresh] });
    expect(
      mailsAfterRun(report, { ...settings, when: 'always' }, { now, refusalIsNew: true, outage: false }),
    ).toEqual([]);
  });

  it('one mail each, with a name that stays the same', () => {
    const to = ['hr@muster.example', ' HR@muster.example ', 'payroll@muster.example'];
    const owe = () =>
      mailsAfterRun(
        reportWith('done', { issues: [fresh] }),
        { ...settings, to },
        { now, refusalIsNew: false, outage: false },
      );
    expect(owe().map((mail) => mail.to)).toEqual(['HR@muster.example', 'payroll@muster.example']);
    expect(owe().map(({ id }) => id)).toEqual(owe().map(({ id }) => id));
    expect(new Set(owe().map(({ id }) => id)).size).toBe(2);
  });
});

describe('by the clock', () => {
  const clock = (change: Partial<Clockwork> = {}): Clockwork => ({
    settings,
    zone: 'Europe/Berlin',
    now,
    lastSuccessAt: now - 3_600_000,
    isPaused: false,
    expiresOn: null,
    ...change,
  });
  const kinds = (change: Partial<Clockwork>): string[] => [
    ...new Set(mailsByTheClock(clock(change)).map(({ kind }) => kind)),
  ];
  const daily = { ...settings, when: 'daily' as const };

  test('a quiet day owes nothing', () => expect(kinds({})).toEqual([]));

  test('a digest is due once a day from seven on, on the clock of the company', () => {
    const at = (wall: string) => instantOf(`2026-03-10T${wall}`, 'Europe/Berlin');
    expect(kinds({ settings: daily, now: at('06:59:59') })).toEqual([]);
    expect(kinds({ settings: daily, now: at('07:00:00') })).toEqual(['digest']);
    const ids = ['07:00:00', '12:00:00', '23:59:59'].map((wall) =>
      mailsByTheClock(clock({ settings: daily, now: at(wall) })).map(({ id }) => id),
    );
    expect(ids[1]).toEqual(ids[0]);
    expect(ids[2]).toEqual(ids[0]);
    const next = mailsByTheClock(clock({ settings: daily, now: at('07:00:00') + 86_400_000 }));
    expect(next[0]?.id).not.toBe(ids[0]?.[0]);
  });

  test('silence is told once per silence, not while everything is paused', () => {
    const hour = 3_600_000;
    expect(kinds({ lastSuccessAt: now - 26 * hour + 1 })).toEqual([]);
    expect(kinds({ lastSuccessAt: now - 26 * hour })).toEqual(['silence']);
    expect(kinds({ lastSuccessAt: now - 99 * hour, isPaused: true })).toEqual([]);
    const first = mailsByTheClock(clock({ lastSuccessAt: now - 26 * hour }));
    const later = mailsByTheClock(clock({ lastSuccessAt: now - 26 * hour, now: now + 5 * hour }));
    expect(later.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
  });

  test('the end of credentials is told 30 and 7 days ahead, once each', () => {
    const ids = (today: string): string[] => {
      const noon = instantOf(`${today}T12:00:00`, 'Europe/Berlin');
      const mails = mailsByTheClock(clock({ expiresOn: '2026-06-30', now: noon, lastSuccessAt: noon }));
      return mails.map(({ id }) => id);
    };
    expect(ids('2026-05-30')).toEqual([]);
    expect(ids('2026-05-31')).toHaveLength(2);
    expect(ids('2026-06-22')).toEqual(ids('2026-05-31'));
    expect(ids('2026-06-23')).not.toEqual(ids('2026-05-31'));
    expect(ids('2026-06-30')).toEqual(ids('2026-06-23'));
    expect(ids('2026-07-01')).toEqual([]);
  });

  test('who wants no mails gets none', () => {
    const never = { ...settings, when: 'never' as const };
    expect(kinds({ settings: never, lastSuccessAt: 0, expiresOn: '2026-03-11' })).toEqual([]);
  });
});
