// Rule 1.9: the entitlement of the Personio type that vacation is mapped to, and nothing that is not sure.

import { describe, expect, test } from 'vitest';
import { personioTypes } from '../../src/simulators/company/catalogue.ts';
import type { PersonioEmployee } from '../../src/simulators/personio/state.ts';
import { anna, ben, clara, type Story, tellStory } from '../support/company.ts';
import { answering } from '../support/wire.ts';
import type { Draft } from '../support/world.ts';

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

describe('entitlements name types by ids of their own', () => {
  const twoOfAName = [
    { ...of('special', 'paid_vacation', 5), name: personioTypes.vacation.name },
    of('vacation', 'paid_vacation', 28),
  ];

  test('which count more than a name that two types have', async () => {
    const story = tellStory();
    await story.sync();
    story.later();
    story.hr.editEmployee(anna.id, { absence_entitlement: twoOfAName });

    const report = await story.sync();

    expect(story.userOf(anna.user)?.timesheet_holiday_calc_yearly_amount).toBe(28);
    expect(report.notes).toEqual([]);
  });

  test('and by which a type is known that is called something else by now', async () => {
    const story = tellStory({
      settings: (document) => {
        const row = document['absences'].types.find((one: Draft) => one['timetac'] === 'Vacation');
        row.personio = personioTypes.vacation.id;
      },
    });
    await story.sync();
    story.later();
    for (const type of story.states.personio.absenceTypes)
      if (type.id === personioTypes.vacation.id) type.name = 'Annual leave';
    story.hr.editEmployee(anna.id, {
      absence_entitlement: [{ ...of('vacation', 'paid_vacation', 28), name: 'Annual leave' }],
    });

    const report = await story.sync();

    expect(story.userOf(anna.user)?.timesheet_holiday_calc_yearly_amount).toBe(28);
    expect(report.notes).toEqual([]);
  });

  test('names count where those ids cannot be read', async () => {
    const story = tellStory();
    story.wire.next(
      { side: 'personio', path: '/time-off-types' },
      answering({ success: false, error: { code: 403, message: 'no' } }, 403),
      { times: Infinity },
    );
    await story.sync();
    story.later();
    story.hr.editEmployee(anna.id, { absence_entitlement: [of('vacation', 'paid_vacation', 28)] });

    const report = await story.sync();

    expect([report.run.status, report.issues]).toEqual(['done', []]);
    expect(story.userOf(anna.user)?.timesheet_holiday_calc_yearly_amount).toBe(28);
  });
});

describe('while it is not known what is mapped, no other type is taken for it', () => {
  const mappedAndPaid = [of('vacation', 'other', 30), of('special', 'paid_vacation', 5)];
  const days = (story: Story) => story.userOf(anna.user)?.timesheet_holiday_calc_yearly_amount;

  async function agreedOnThirty(change: (document: Draft) => void = () => undefined) {
    const story = tellStory({ settings: change });
    story.hr.editEmployee(anna.id, { absence_entitlement: mappedAndPaid });
    await story.sync();
    story.later();
    return story;
  }

  test.each([
    ['a list of types', { side: 'personio', path: '/absence-types' }],
    ['the absences', { side: 'timetac', path: '/absences/read' }],
  ] as const)('as %s cannot be read', async (_what, place) => {
    const story = await agreedOnThirty();
    story.wire.next(place, answering({ error: 'down' }, 503), { times: Infinity });

    const report = await story.sync({ full: true });

    expect([report.run.status, report.run.writes.timetac, days(story)]).toEqual(['failed', 0, 30]);
  });

  test('as nobody looks after absences', async () => {
    const story = await agreedOnThirty((document) => void (document['absences'].enabled = false));

    const report = await story.sync({ full: true });

    expect([report.issues, report.run.writes.timetac, days(story)]).toEqual([[], 0, 30]);
    story.later();
    story.hr.editEmployee(anna.id, {
      absence_entitlement: [of('vacation', 'other', 28), of('special', 'paid_vacation', 5)],
    });
    await story.sync();
    expect(days(story)).toBe(28);
  });

  test('as the type of the row is not found', async () => {
    const story = await agreedOnThirty();
    story.world.changeSettings((document) => {
      const row = document['absences'].types.find((one: { timetac: string }) => one.timetac === 'Vacation');
      row.personio = 'Nobody knows this';
    });

    const report = await story.sync({ full: true });

    expect([report.run.writes.timetac, days(story)]).toEqual([0, 30]);
  });
});

test('an account that could not be given its days gets them once they are known; what was entered there meanwhile stays', async () => {
  const story = tellStory({ people: [{}, { user: null }, { user: null }] });
  story.wire.next({ side: 'personio', path: '/absence-types' }, answering({ error: 'down' }, 503), {
    times: Infinity,
  });
  await story.sync();
  const made = story.states.timetac.users.filter(({ external_id }) =>
    [ben.employee, clara.employee].includes(external_id ?? ''),
  );
  expect(made.map((user) => user.timesheet_holiday_calc_yearly_amount ?? 0)).toEqual([0, 0]);
  story.time.editUser(made[1]?.id ?? 0, { timesheet_holiday_calc_yearly_amount: 12 });
  story.wire.mend();

  await story.syncLater({ full: true });

  expect(made.map(({ id }) => story.userOf(id)?.timesheet_holiday_calc_yearly_amount)).toEqual([30, 12]);
});
