import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { formAsFile } from './form-file.ts';

test('a file names the memory that it stands for, where it has a name of its own', () => {
  const form = { users: { enabled: true } };
  expect(parse(formAsFile(form, { name: 'Muster', id: 'my-id' }))).toMatchObject({
    id: 'my-id',
    name: 'Muster',
  });
  expect(parse(formAsFile({ ...form, name: 'Own' }, { name: 'Muster', id: null }))).not.toHaveProperty('id');
  expect(parse(formAsFile({ ...form, name: 'Own' }, { name: 'Muster' }))).toMatchObject({ name: 'Own' });
});

test('a key of a type and words that older readers take for something else are quoted', () => {
  const text = formAsFile({
    absences: { types: [{ timetac: '3:11', personio: 'No' }], startDate: '2026-01-01' },
  });
  expect(text).toContain('timetac: "3:11"');
  expect(text).toContain('personio: "No"');
  expect(text).toContain('startDate: 2026-01-01');
});
