import { expect, test } from 'vitest';
import { absencesFile } from '../../../../src/core/settings/sections/exports.ts';
import { worksElsewhere } from './works-elsewhere.ts';

test('what the page shows as preset is what the form presets', () => {
  const names = [
    'Remote work',
    'Homeoffice',
    'Home-Office',
    'Dienstreise',
    'business trip',
    'Urlaub',
    'Mobile Arbeit x',
  ];
  const types = names.map((timetac) => ({ timetac, personio: 'Other', sync: true }));
  const rows = absencesFile.parse({ types }).types;
  expect(names.map((name) => worksElsewhere(name, 'Other'))).toEqual(
    rows.map(({ worksThatDay }) => worksThatDay),
  );
});
