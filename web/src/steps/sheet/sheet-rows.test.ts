import { expect, test } from 'vitest';
import { formatsIn } from '../../words/format.ts';
import { sayIn } from '../../words/say.ts';
import { dateRows, isSectionOn, userRows } from './sheet-rows.ts';

const words = { say: sayIn.bind(null, 'de'), format: formatsIn('de') };

test('an empty form is undecided, not off', () => {
  expect([isSectionOn({}, 'users'), isSectionOn({ users: {} }, 'users')]).toEqual([null, true]);
  expect(userRows({}, words)).toEqual([
    { label: 'Benutzer in TimeTac anlegen und aktualisieren', value: null },
  ]);
});

test('what is chosen stands there, what is missing is named, and standards are marked', () => {
  const form = {
    users: {
      defaults: { department: 'nicht zugeordnet', modules: ['leave-management'], mobileApps: true },
      scope: { exclude: [{ department: 'Vorstand' }] },
    },
  };
  const rows = userRows(form, words).map(({ value }) => value);
  expect(rows).toEqual([
    'Ja',
    'nicht zugeordnet',
    null,
    null,
    'Urlaubsverwaltung',
    'Ja',
    'Nein (Standard)',
    'Deutsch (Standard)',
    'alle Mitarbeitenden, ohne Abteilung in Personio: Vorstand',
  ]);
});

test('dates stand in the reader’s form', () => {
  const form = {
    absences: { startDate: '2026-01-01' },
    attendances: { enabled: false },
    lockedUntil: '2025-12-31',
  };
  expect(dateRows(form, words).map(({ value }) => value)).toEqual([
    'ab 01.01.2026',
    'werden nicht übertragen',
    '31.12.2025',
  ]);
});
