import { expect, test } from 'vitest';
import { formatsIn } from '../../words/format.ts';
import { sayIn } from '../../words/say.ts';
import { changedRows } from './changed-rows.ts';

const words = { say: sayIn.bind(null, 'de'), format: formatsIn('de') };

const form = {
  name: 'Muster GmbH',
  users: { defaults: { department: 'nicht zugeordnet', mobileApps: true } },
  absences: { startDate: '2026-01-01', types: [{ timetac: 'Urlaub', personio: 'Bezahlter Urlaub' }] },
};

test('a form that stays the same has no changed row', () => {
  expect(changedRows(form, structuredClone(form), words)).toEqual([]);
});

test('what was replaced, added and taken away is told as the sheet says it', () => {
  const after = {
    ...form,
    users: { defaults: { department: 'Neue', mobileApps: true } },
    absences: {
      startDate: '2026-02-01',
      types: [{ timetac: '=cmd "Urlaub"', personio: 'Bezahlter Urlaub', sync: false }],
    },
  };
  expect(changedRows(form, after, words)).toEqual([
    { label: 'Abteilung', before: 'nicht zugeordnet', after: 'Neue' },
    { label: 'Abwesenheiten', before: 'ab 01.01.2026', after: 'ab 01.02.2026' },
    {
      label: 'Abwesenheitsart „=cmd "Urlaub"“',
      before: null,
      after: 'Bezahlter Urlaub, abgleichen: nein',
    },
    { label: 'Abwesenheitsart „Urlaub“', before: 'Bezahlter Urlaub, abgleichen: ja', after: null },
  ]);
});
