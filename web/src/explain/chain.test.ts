import { expect, test } from 'vitest';
import type { Statement } from './chain.ts';
import { isSilent, shortId, storyOf, traceIdsIn } from './chain.ts';

const said = (about: Statement['about'], part: Statement['part'], en: string): Statement => ({
  about,
  part,
  text: { en, de: en },
  type: null,
});
const texts = (statements: readonly Statement[] | undefined): readonly string[] =>
  (statements ?? []).map(({ text }) => text.en);

test('each part tells its own way from TimeTac to Personio, and no statement is lost', () => {
  const all = [
    said('run', null, 'as of'),
    said('person', 'employees', 'linked'),
    said('rule', null, 'payroll is closed'),
    said('source', 'attendances', '08:00–12:00'),
    said('source', 'attendances', '13:00–17:00'),
    said('target', 'attendances', 'WORK'),
    said('answer', 'attendances', 'trace'),
    said('issue', 'absences', 'exists already'),
    said('decision', 'absences', 'TimeTac wins'),
    said('issue', 'employees', 'ambiguous'),
  ];
  const { run, person, general, parts } = storyOf(all);
  const [attendances, absences, employees] = parts;
  expect([texts(run), texts(person), texts(general)]).toEqual([['as of'], ['linked'], ['payroll is closed']]);
  expect(texts(attendances?.chain.source)).toEqual(['08:00–12:00', '13:00–17:00']);
  expect(texts(attendances?.chain.answer)).toEqual(['trace']);
  expect([texts(absences?.issues), texts(absences?.decisions)]).toEqual([
    ['exists already'],
    ['TimeTac wins'],
  ]);
  expect(texts(employees?.issues)).toEqual(['ambiguous']);
});

test('attendances and absences are there even where nothing is known of them; employees are not', () => {
  const { parts } = storyOf([]);
  expect(parts.map((story) => [story.part, isSilent(story)])).toEqual([
    ['attendances', true],
    ['absences', true],
  ]);
});

test.each([
  ['The answer: “Period too long” [422] (trace ID 4f-77).', ['4f-77']],
  ['Personio said no (trace ID: a1) and again no (Trace-ID b2), then (trace id a1)', ['a1', 'b2']],
  ['Tell the support trace ID 9c-1.', ['9c-1']],
  ['Support can look up the trace ID, where there is one.', []],
])('%s', (text, ids) => {
  expect(traceIdsIn(text)).toEqual(ids);
});

test('a long trace id is shortened on a button, a short one is not', () => {
  expect(['7f3c9d10-55aa-4c1e-9a77-0b1c2d3e4f50', 'trace-77'].map(shortId)).toEqual([
    '7f3c9d10…',
    'trace-77',
  ]);
});
