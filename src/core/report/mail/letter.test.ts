// Mails in words, as text and as HTML.

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { reportLine, reportWith } from '../../../../test/entrance/report-with.ts';
import { findingClasses, type FindingCode } from '../codes.ts';
import type { MailKind } from '../mailing.ts';
import type { SolvedLine } from '../run-report.ts';
import { type LetterFacts, writeLetter } from './letter.ts';

const line = reportLine('edited-in-target', {
  new: true,
  type: 'Sick leave',
  employee: { personioId: '3001', timetacId: 17, name: 'Anna Ahrens' },
  message: { en: 'Somebody edited it.', de: 'Jemand hat es bearbeitet.' },
  action: { en: 'Decide.', de: 'Entscheiden Sie.' },
});
const solved: SolvedLine = {
  ...reportLine('absence-exists', { id: 'gone', type: 'Sick leave' }),
  why: 'solved',
};
const facts = (
  change: Partial<LetterFacts> & { kind?: MailKind; language?: 'en' | 'de' } = {},
): LetterFacts => ({
  mail: {
    kind: change.kind ?? 'report',
    language: change.language ?? 'de',
    facts: {
      since: Date.parse('2026-03-01T08:00:00Z'),
      hours: 26,
      expiresOn: '2026-06-30',
      day: '2026-03-02',
    },
    createdAt: Date.parse('2026-03-02T09:00:00Z'),
  },
  name: 'Muster GmbH',
  zone: 'Europe/Berlin',
  page: { url: 'https://tandem.example', setupId: 'm1' },
  report: reportWith('done-with-issues', { issues: [line, reportLine('absence-exists')], solved: [solved] }),
  day: {
    since: Date.parse('2026-03-01T06:00:00Z'),
    runs: 12,
    failed: 1,
    writes: 34,
    solved: 2,
    newIds: [line.id],
    paused: [],
  },
  isOfFile: false,
  brokeOff: false,
  ...change,
});
const kinds: readonly MailKind[] = ['report', 'reconnect', 'decision', 'digest', 'silence', 'expiry', 'test'];

describe.each(kinds)('a mail of the kind %s', (kind) => {
  it.each(['en', 'de'] as const)(
    'says in %s what it is about and what to do, in text and in HTML',
    (language) => {
      const letter = writeLetter(facts({ kind, language }));
      expect(letter.subject).toContain('Muster GmbH');
      expect(letter.text.length).toBeGreaterThan(80);
      expect(letter.html).toContain(`lang="${language}"`);
      for (const text of [letter.subject, letter.text, letter.html])
        expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    },
  );

  it('names no absence type, neither in its words nor in its table', () => {
    const { subject, text, html, table } = writeLetter(facts({ kind }));
    for (const written of [subject, text, html, table?.text ?? ''])
      expect(written).not.toContain('Sick leave');
  });
});

test('the report tells what is new, what is still open and what is solved, each with its next step and its page', () => {
  const { subject, text, html, table } = writeLetter(facts());
  expect(subject).toBe('Tandem · Muster GmbH: 1 neue Meldung, 1 gelöst, 2 offen');
  const order = [
    'Neu (1)',
    'Jemand hat es bearbeitet.',
    '→ Entscheiden Sie.',
    'Weiterhin offen (1)',
    'Gelöst (1)',
  ];
  expect(order.map((words) => text.indexOf(words))).toEqual(
    order.map((words) => text.indexOf(words)).sort((a, b) => a - b),
  );
  expect(text).toContain('https://tandem.example/help/edited-in-target');
  expect(html).toContain(`href="https://tandem.example/integrations/m1/issues#issue-${line.id}"`);
  expect(table?.text).toMatch(/^\u{feff}class;id;code/u);
  expect(table?.text.split('\r\n').filter((row) => row.startsWith('solved;'))).toHaveLength(1);
});

test('the table has the day of its run on the company’s clock, as the mail says it', () => {
  const { run } = reportWith('done');
  const report = reportWith('done-with-issues', {
    run: { ...run, finishedAt: '2026-03-01T23:30:00.000Z' },
    issues: [line],
  });
  const { text, table } = writeLetter(facts({ report }));
  expect(text).toContain('beendet am 02.03.2026, 00:30');
  expect(table?.fileName).toBe('tandem-2026-03-02.csv');
});

test('without a page that people can reach there are no links', () => {
  expect(writeLetter(facts({ page: null })).html).not.toContain('href=');
});

test('a digest says that all is well', () => {
  const letter = writeLetter(facts({ kind: 'digest', report: reportWith('done'), language: 'de' }));
  expect(letter.subject).toBe('Tandem · Muster GmbH: alles in Ordnung');
  expect(letter.text).toContain('Alles in Ordnung');
  expect(letter.text).toContain('Seit 01.03.2026, 07:00 Europe/Berlin:\n\nLäufe: 12');
  expect(letter.text).toContain('Geschriebene Datensätze: 34');
});

describe('nobody reads that all is well', () => {
  const refusal = {
    reason: 'too-many-deletes',
    part: 'absences',
    planned: 61,
    allowed: 25,
    plan: 'h',
  } as const;
  const day = { since: 0, runs: 3, failed: 0, writes: 0, solved: 0, newIds: [] };
  const stories: readonly [string, Partial<LetterFacts>, string, string][] = [
    [
      'while a guard refuses every run',
      { report: reportWith('refused', { refusal }) },
      'Ihre Entscheidung ist nötig',
      'würde 61 Abwesenheiten löschen',
    ],
    [
      'while a part is paused',
      { report: reportWith('done'), day: { ...day, paused: ['absences'] } },
      'pausiert',
      'Pausiert: Abwesenheiten.',
    ],
    [
      'when the newest run broke off',
      { report: reportWith('done'), brokeOff: true },
      'der neueste Lauf ist abgebrochen',
      'vor seinem Ende abgebrochen',
    ],
    [
      'when nothing but a run that broke off is there',
      { report: null, brokeOff: true },
      'abgebrochen',
      'abgebrochen',
    ],
    ['when no run has ended', { report: null }, 'noch ist kein Lauf beendet', 'Noch ist kein Lauf beendet'],
  ];
  it.each(stories)('%s', (_name, change, subject, text) => {
    const digest = writeLetter(facts({ kind: 'digest', ...change }));
    expect(digest.subject).toContain(subject);
    for (const kind of ['digest', 'report', 'decision'] as const) {
      if (kind !== 'digest' && change.day !== undefined) continue;
      const letter = writeLetter(facts({ kind, ...change }));
      expect(letter.text).toContain(text);
      expect(letter.text).not.toContain('Alles in Ordnung');
    }
  });

  it('and a report of a refused run has the subject of a decision', () => {
    const letter = writeLetter(facts({ report: reportWith('refused', { refusal }) }));
    expect(letter.subject).toBe('Tandem · Muster GmbH: Ihre Entscheidung ist nötig');
    expect(letter.html).toContain('href="https://tandem.example/integrations/m1/runs/r1"');
  });
});

test('the last line says where recipients are named, and of a test nothing of the kind', () => {
  expect(writeLetter(facts()).text).toContain('Schritt 8');
  expect(writeLetter(facts({ isOfFile: true })).text).toContain('report.to');
  expect(writeLetter(facts({ kind: 'test' })).text).not.toMatch(/Schritt 8|report\.to/);
});

test('many lines of one cause stand in the table, the first of them in the mail', () => {
  const issues = Array.from({ length: 1000 }, (_, index) =>
    reportLine('overlaps-foreign', { id: `i${index}`, new: true }),
  );
  const { text, html, table } = writeLetter(facts({ report: reportWith('done-with-issues', { issues }) }));
  expect(text).toContain('(1000)');
  expect(text).toContain('… und 990 weitere');
  expect(html.length).toBeLessThan(20_000);
  expect(table?.text.trim().split('\r\n')).toHaveLength(1001);
});

test('whatever a name says, it stays text: no tag, no header, no formula', () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x>',
      'a\r\nBcc: all@x',
      '=cmd|A1',
      '\u202eevil',
      '👩🏽‍🚀'.repeat(80),
    ),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  fc.assert(
    fc.property(hostile, fc.constantFrom(...(Object.keys(findingClasses) as FindingCode[])), (name, code) => {
      const issue = reportLine(code, { message: { en: name, de: name }, action: { en: name, de: name } });
      const { subject, html, table } = writeLetter(
        facts({ name, report: reportWith('done-with-issues', { issues: [issue] }) }),
      );
      expect(subject).not.toMatch(/[\r\n\u202a-\u202e]/);
      expect(
        html.replace(
          /<\/?(?:!doctype|html|head|meta|title|body|div|p|h2|h3|ul|li|span|br|a|table|tr|td)\b[^<>]*>/g,
          '',
        ),
      ).not.toMatch(/<[a-z!/]/i);
      for (const row of table?.text.split('\r\n') ?? []) expect(row).not.toMatch(/(^|;)"?[=+@]/);
    }),
    { numRuns: 100 },
  );
});
