import { expect, test } from 'vitest';
import { peopleNames } from './people-names.ts';

test('two people of one name are told apart by their ids, wherever they are chosen', () => {
  const people = [
    { id: '3003', name: 'Ada Lovelace' },
    { id: '3004', name: 'Jörg Müller' },
    { id: '3005', name: 'JÖRG MÜLLER' },
  ];
  expect([...peopleNames(people)]).toEqual([
    ['3003', 'Ada Lovelace'],
    ['3004', 'Jörg Müller (3004)'],
    ['3005', 'JÖRG MÜLLER (3005)'],
  ]);
});
