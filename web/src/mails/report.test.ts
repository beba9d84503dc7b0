import { expect, test } from 'vitest';
import { reportOf, whenWords } from './report.ts';

test('a form that says nothing of the report has its defaults', () => {
  expect(reportOf({})).toEqual({ to: [], when: 'on-issues', language: 'de' });
});

test('a form that says something is heard, each recipient once', () => {
  const report = { to: ['hr@muster.example', 'it@muster.example', 'hr@muster.example'], when: 'daily' };
  expect(reportOf({ report: { ...report, language: 'en' } })).toEqual({
    to: ['hr@muster.example', 'it@muster.example'],
    when: 'daily',
    language: 'en',
  });
});

test('what was typed and is no choice is shown as it was typed', () => {
  expect(reportOf({ report: { to: 'hr@muster.example', when: 5 } })).toMatchObject({
    to: [],
    when: 'on-issues',
  });
  expect(whenWords('hourly')).toEqual({ en: 'hourly', de: 'hourly' });
  expect(whenWords('never').de).toBe('nie');
});
