// Rule 1.2: Personio has no field of its own for the date of birth; it is found by its label, or by the setting.

import { expect, test } from 'vitest';
import type { PersonioEmployee } from '../../src/simulators/personio/state.ts';
import { ben, codes, type Story, tellStory } from '../support/company.ts';

interface Field {
  readonly key: string;
  readonly label: string;
  readonly value: string | null;
}

/** Ben is new; Personio holds these attributes of its own making. */
function withFields(fields: readonly Field[], setting: string | null = null): Story {
  const custom = Object.fromEntries(fields.map(({ key, value }) => [key, value]));
  const employee: Partial<PersonioEmployee> = { custom };
  const story = tellStory({
    people: [{ employee }, { employee, user: null }],
    settings: (document) => (document['personio'].attributes = { dateOfBirth: setting }),
  });
  story.states.personio.customAttributes = fields.map(({ key, label }) => ({
    key,
    label,
    type: 'date',
    options: [],
  }));
  return story;
}

const birthdayOfBen = (story: Story) =>
  story.states.timetac.users.find(({ external_id }) => external_id === ben.employee)?.birthday ?? null;

test.each(['Date of birth', 'Geburtsdatum', 'Birthday', ' GEBURTSTAG '])(
  'found by the label “%s”',
  async (label) => {
    const story = withFields([{ key: 'dynamic_77', label, value: '1990-05-06' }]);

    await story.sync();

    expect(birthdayOfBen(story)).toBe('1990-05-06');
  },
);

test('the setting decides where labels say nothing', async () => {
  const story = withFields(
    [
      { key: 'dynamic_77', label: 'Jubilee', value: '1990-05-06' },
      { key: 'dynamic_78', label: 'Other date', value: '2001-01-01' },
    ],
    'dynamic_77',
  );

  await story.sync();

  expect(birthdayOfBen(story)).toBe('1990-05-06');
});

test('the setting wins over a label', async () => {
  const story = withFields(
    [
      { key: 'dynamic_77', label: 'Date of birth', value: '1990-05-06' },
      { key: 'dynamic_78', label: 'Born on', value: '1991-07-08' },
    ],
    'dynamic_78',
  );

  await story.sync();

  expect(birthdayOfBen(story)).toBe('1991-07-08');
});

test('two labelled fields that contradict each other are no answer: nothing is written, and a note says so', async () => {
  const story = withFields([
    { key: 'dynamic_77', label: 'Date of birth', value: '1990-05-06' },
    { key: 'dynamic_78', label: 'Geburtsdatum', value: '1991-07-08' },
  ]);

  const report = await story.sync();

  expect(report.parts.employees.created).toBe(1);
  expect(birthdayOfBen(story)).toBeNull();
  expect(codes(report.notes)).toContain('attribute-missing');
});

test('a setting that names nothing reads nothing, not something else', async () => {
  const story = withFields(
    [{ key: 'dynamic_77', label: 'Date of birth', value: '1990-05-06' }],
    'dynamic_99',
  );

  const report = await story.sync();

  expect(birthdayOfBen(story)).toBeNull();
  expect(codes(report.notes)).toContain('attribute-missing');
});
