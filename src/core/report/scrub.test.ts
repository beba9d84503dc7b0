// One person taken out of what was stored.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordsAbout, spellingsOf, type Subject, withoutPerson } from './scrub.ts';

const anna: Subject = {
  personioId: '3001',
  timetacIds: ['17'],
  names: ['Anna Ahrens', 'anna.ahrens@muster.example', 'Anna'],
};

test('records of theirs go, those of others stay', () => {
  const lines = [
    { code: 'a', employee: { personioId: '3001', timetacId: 17, name: 'Anna Ahrens' } },
    { code: 'b', employee: { personioId: '3002', timetacId: 18, name: 'Ben Bauer' } },
    { code: 'c', employee: null },
    { code: 'd', userId: '17' },
  ];
  expect(withoutPerson({ issues: lines }, anna)).toEqual({ issues: [lines[1], lines[2]] });
  expect(recordsAbout({ issues: lines }, anna)).toEqual([lines[0], lines[3]]);
});

test('in what is told of others their name is struck out, other words and numbers stay', () => {
  const told = {
    message:
      'Ben resembles ANNA  Ahrens (user 17, employee 3001; ID 3001), not user 170 nor Annabelle’s 3001 hours.',
  };
  expect(withoutPerson(told, anna)).toEqual({
    message: 'Ben resembles […] ([…], […]; […]), not user 170 nor Annabelle’s 3001 hours.',
  });
});

test('a name is struck out as sentences tell it, however it was typed', () => {
  const names = spellingsOf(['Anna  Schmidt', 'Eva\u200b Lang', 'علی‌رضا', 'Maximiliane '.repeat(8).trim()]);
  expect(names).toEqual(expect.arrayContaining(['Anna  Schmidt', 'Anna Schmidt', 'Eva Lang', 'علی رضا']));
  const told = {
    message:
      'Ben resembles Eva Lang (18) and Maximiliane Maximiliane Maximiliane Maximiliane Maximiliane… (19).',
  };
  expect(withoutPerson(told, { personioId: '1', timetacIds: [], names })).toEqual({
    message: 'Ben resembles […] (18) and […] (19).',
  });
});

test('names are no patterns', () => {
  const who: Subject = { personioId: '1', timetacIds: [], names: ['A.*(B'] };
  expect(withoutPerson({ details: ['A.*(B', 'AxxB'] }, who)).toEqual({ details: ['[…]', 'AxxB'] });
});

test('a document without them comes back as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (document) => {
      const nobody: Subject = { personioId: 'no such id', timetacIds: [], names: [] };
      expect(withoutPerson(document, nobody)).toEqual(document);
    }),
  );
});

test('ids, codes and dates are left alone, whatever somebody is called', () => {
  const who: Subject = { personioId: '2026', timetacIds: ['3'], names: ['lap', '2026', 'Ana Li'] };
  const line = {
    id: 'lap 2026',
    code: 'overlaps-foreign',
    date: '2026-10-01',
    message: { en: 'Ana Lindner overlaps Ana Li, a lap.', de: '' },
  };
  expect(withoutPerson({ issues: [line] }, who)).toEqual({
    issues: [{ ...line, message: { en: 'Ana Lindner overlaps […], a […].', de: '' } }],
  });
});
