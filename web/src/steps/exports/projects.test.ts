import { expect, test } from 'vitest';
import { projectsJson, projectsText } from './projects.ts';

test('projects come back as they were typed, less blanks', () => {
  const value = projectsJson(' Development = 1234\n\nA = B=77\nOpen');
  expect(value).toEqual([
    { timetac: 'Development', personio: '1234' },
    { timetac: 'A = B', personio: '77' },
    { timetac: 'Open', personio: '' },
  ]);
  expect(projectsText(value)).toBe('Development = 1234\nA = B = 77\nOpen');
});

test('no project is nothing', () => {
  expect(projectsJson(' \n ')).toBeNull();
  expect(projectsText(null)).toBe('');
});
