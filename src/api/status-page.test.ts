import { expect, test } from 'vitest';
import { noChanges, reportLine, reportWith } from '../../test/entrance/report-with.ts';
import type { ReportLine, RunReport } from '../core/report/run-report.ts';
import { renderStatusPage } from './status-page.ts';

const hostile = `<script>alert("x")</script> & 'so' </p>`;
const escaped = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;so&#39; &lt;/p&gt;';

const line = (code: ReportLine['code'], change: Partial<ReportLine> = {}): ReportLine =>
  reportLine(code, {
    type: 'Canary leave',
    message: { en: hostile, de: 'auf Deutsch' },
    action: { en: hostile, de: 'auf Deutsch' },
    ...change,
  });
const counts = { employees: noChanges, absences: { ...noChanges, created: 4711 }, attendances: noChanges };

const page = (report: RunReport | null, words: { name?: string; progress?: string; banner?: string } = {}) =>
  renderStatusPage({
    name: words.name ?? 'Muster GmbH',
    report: () => report,
    progress: () => words.progress ?? null,
    banner: words.banner ?? null,
  });

test('before the first run the page says what will happen next', () => {
  const text = page(null);
  expect(text).toContain('No run has finished yet');
  expect(text).not.toContain('<table');
  expect(text).not.toContain('class="banner"');
  expect(text).not.toContain('role="status"');
});

test.each<readonly [string, string]>([
  ['the name', page(null, { name: hostile })],
  ['the banner', page(null, { banner: hostile })],
  ['the progress', page(null, { progress: hostile })],
  ['an issue’s sentences', page(reportWith('done-with-issues', { issues: [line('overlaps-foreign')] }))],
])('%s is text on the page, never markup', (_what, text) => {
  expect(text).toContain(escaped);
  expect(text).not.toContain('<script');
  expect(text).not.toContain(hostile);
});

test('a run is shown with its counts, its issues and what waits, and without any kind of leave', () => {
  const text = page(
    reportWith('done-with-issues', {
      parts: counts,
      issues: [line('overlaps-foreign', { new: true, covers: 3 }), line('absence-exists', { id: 'i2' })],
      holds: [line('entry-open', { covers: 2 }), line('entry-open', { covers: 5 })],
    }),
  );
  expect(text).toContain('2 issues');
  expect(text).toContain('overlaps-foreign · new · 3 records');
  expect(text).toMatch(/<th scope="row">absences<\/th><td>4711<\/td>/);
  expect(text).toContain('7 writes to Personio, 2 to TimeTac');
  expect(text).toContain('<time datetime="2026-03-02T08:00:01.000Z">2026-03-02 08:00 UTC</time>');
  expect(text).toMatch(/× 7</);
  expect(text).not.toContain('Canary leave');
});

test('a run without issues says so instead of showing an empty list', () => {
  const text = page(reportWith('done'));
  expect(text).toContain('<p>None.</p>');
  expect(text).not.toContain('<ul');
});
