// Rule 2.10: a substitute, a certificate or another demand of Personio is told in its own words, with its trace ID.

import { expect, test } from 'vitest';
import { anna, ben, tellStory, told } from '../support/company.ts';
import { answering } from '../support/wire.ts';

const refusal = (title: string) =>
  answering(
    {
      personio_trace_id: '7f3a9c01-trace',
      timestamp: '2026-03-18T08:00:00Z',
      errors: [{ title, detail: '', type: 'https://developer.personio.de/errors#certificate_required' }],
    },
    422,
  );

test('a type that wants a substitute: refused with the reason, and the next step is named', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'special', '2026-04-13');

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['refused-by-personio 3001 2026-04-13']);
  expect(report.issues[0]?.message.en).toContain('substitute');
  expect(report.issues[0]?.action.en.length).toBeGreaterThan(15);
  expect(story.absences()).toEqual([]);
});

test('a certificate: the words and the trace ID that Personio’s support asks for', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'sick', '2026-03-16', '2026-03-20');
  story.wire.next(
    { side: 'personio', method: 'POST', path: '/absence-periods' },
    refusal('Upload a certificate first'),
  );

  const report = await story.sync();

  expect(told(report.issues)).toEqual(['refused-by-personio 3001 2026-03-16']);
  expect(report.issues[0]?.message.en).toContain('Upload a certificate first');
  expect(report.issues[0]?.message.de).toContain('Upload a certificate first');
  expect(report.issues[0]?.message.en).toContain('7f3a9c01-trace');
});

test('it is about this absence only: others of the same type and person go out', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'sick', '2026-03-16', '2026-03-20');
  story.takesLeave(anna.user, 'sick', '2026-03-09');
  story.takesLeave(ben.user, 'sick', '2026-03-09');
  story.wire.next(
    { side: 'personio', method: 'POST', path: '/absence-periods' },
    refusal('Upload a certificate first'),
  );

  const report = await story.sync();

  expect(report.issues).toHaveLength(1);
  expect([...story.absences(), ...story.absences(ben.employee)]).toHaveLength(2);
  expect(report.parts.absences).toMatchObject({ created: 2, failed: 1 });
});

test('fulfilled in Personio, and the absence entered there by hand: joined, and the issue is solved', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'special', '2026-04-13');
  await story.sync();
  story.later();
  story.hrEntersAbsence('special', '2026-04-13');

  const report = await story.sync();

  expect(report.issues).toEqual([]);
  expect(report.parts.absences.adopted).toBe(1);
  expect(story.absences()).toEqual(['Special leave 2026-04-13']);
});

test('the full check asks once more', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'special', '2026-04-13');
  await story.sync();
  const type = story.states.personio.absenceTypes.find(({ name }) => name === 'Special leave');
  if (type === undefined) throw new Error('There is no special leave');
  type.substitute = 'none';

  const report = await story.syncLater({ full: true });

  expect(report.issues).toEqual([]);
  expect(story.absences()).toEqual(['Special leave 2026-04-13']);
});

test('a substitute who is away is no absence in the way', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  const errors = [{ title: 'Requesting absence while substituting', detail: 'You substitute Ben.' }];
  story.wire.next({ side: 'personio', method: 'POST', path: '/absence-periods' }, answering({ errors }, 409));
  const report = await story.sync();
  expect(report.issues.map(({ code }) => code)).toEqual(['refused-by-personio']);
  expect(report.parts.absences).toMatchObject({ failed: 1, held: 0 });
});

test('a deletion that meets a conflict is told as refused, and that the record still stands', async () => {
  const story = tellStory({ personio: { 'absence-delete-approved': 'conflict' } });
  const leave = story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
  await story.sync();
  story.time.cancelAbsence(leave.id);
  const [issue] = (await story.syncLater()).issues;
  expect(issue).toMatchObject({
    code: 'refused-by-personio',
    message: { en: expect.stringContaining('refused to remove an absence') as string },
  });
});

test('two halves of two types that both became the morning are told as what they are', async () => {
  const story = tellStory();
  story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-13', { duration: 0.5 });
  story.takesLeave(anna.user, 'sick', '2026-04-13', '2026-04-13', { duration: 0.5 });
  const [issue] = (await story.sync()).issues;
  expect(issue?.message.en).toBe(
    'Two absences of Anna Ahrens in TimeTac cannot stand side by side in Personio: 13 Apr 2026, morning and 13 Apr 2026, morning. The second one waits.',
  );
});
