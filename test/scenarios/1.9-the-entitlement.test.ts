// Rule 1.9: the entitlement of the Personio type that vacation is mapped to, and nothing that is not sure.

import { describe, expect, test } from 'vitest';
import { personioTypes } from '../../src/simulators/company/catalogue.ts';
import type { PersonioEmployee } from '../../src/simulators/personio/state.ts';
import { anna, tellStory } from '../support/company.ts';

type Entitlements = PersonioEmployee['absence_entitlement'];
const of = (kind: 'vacation' | 'special', category: string, entitlement: number): Entitlements[number] => ({
  id: personioTypes[kind].v1_id,
  name: personioTypes[kind].name,
  category,
  entitlement,
});

const cases: readonly [what: string, mapped: boolean, entitlements: Entitlements, days: number][] = [
  ['of the mapped type', true, [of('special', 'paid_vacation', 5), of('vacation', 'paid_vacation', 28)], 28],
  ['of the single paid vacation where nothing is mapped', false, [of('vacation', 'paid_vacation', 28)], 28],
  [
    'of none where two could be meant',
    false,
    [of('special', 'paid_vacation', 5), of('vacation', 'paid_vacation', 28)],
    30,
  ],
  ['of none where Personio lists none', true, [], 30],
];

describe.each(cases)('%s', (_what, mapped, entitlements, days) => {
  test(`stands in TimeTac as ${days} days`, async () => {
    const story = tellStory({
      settings: (document) => {
        if (mapped) return;
        const { types } = document['absences'];
        document['absences'].types = types.filter((row: { timetac: string }) => row.timetac !== 'Vacation');
      },
    });
    await story.sync();
    story.later();
    story.hr.editEmployee(anna.id, { absence_entitlement: entitlements });

    const report = await story.sync();

    expect(story.userOf(anna.user)?.timesheet_holiday_calc_yearly_amount).toBe(days);
    expect(report.issues).toEqual([]);
  });
});
