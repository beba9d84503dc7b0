import { expect, test } from 'vitest';
import { formatsIn } from '../words/format.ts';
import { recordText } from './record-text.ts';

const german = { say: (text: { readonly de: string }) => text.de, date: formatsIn('de').date };

test('dates and kinds of time stand in the reader’s form', () => {
  expect(recordText('WORK 08:00–12:00', german)).toBe('Arbeit 08:00–12:00');
  expect(recordText('2026-03-02 – 2026-03-06 ½', german)).toBe('02.03.2026 – 06.03.2026 ½');
});

test('fields of an account have names', () => {
  expect(recordText('firstName: Ada, exitOn: 2026-03-31, active: false', german)).toBe(
    'Vorname: Ada, Austritt: 31.03.2026, aktiv: Nein',
  );
});

test('what is not understood stays as it is', () => {
  expect(recordText('shoeSize: 42, WORK 2026-99', german)).toBe('shoeSize: 42, WORK 2026-99');
});
