import { expect, test } from 'vitest';
import { probeBody } from './probe.ts';

test('what is not typed is tried with its standard', () => {
  expect(probeBody(() => null)).toEqual({
    personio: { baseUrl: 'https://api.personio.de' },
    timetac: { baseUrl: 'https://api.timetac.com', account: '', apiVersion: 4, pathPrefix: '' },
  });
});

test('what is typed is tried as typed', () => {
  const typed: Record<string, string | number> = {
    'timetac.account': ' muster ',
    'timetac.apiVersion': 5,
    'timetac.pathPrefix': 'userapi/',
  };
  expect(probeBody((path) => typed[path] ?? null).timetac).toMatchObject({
    account: 'muster',
    apiVersion: 5,
    pathPrefix: 'userapi/',
  });
});
