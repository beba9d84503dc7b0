// Scenarios of accounts, and of what is found standing there already.

import { anna, ben, clara, personAt } from '../../support/company.ts';
import type { Scenarios } from '../scenario.ts';

const dora = personAt(3);

export const people: Scenarios = [
  {
    name: 'accounts that are made, changed and switched off, with a welcome mail',
    writes: {
      'POST /v2/attendance-periods': 1,
      'PUT /demo/v4/users/update': 3,
      'POST /demo/v4/users/create': 2,
    },
    options: {
      people: 3,
      settings: (document) => (document['users'].welcomeEmail = 'on-create'),
    },
    prepare: async ({ story, sync }) => {
      await sync();
      story.later();
      const [first] = story.states.personio.employees;
      if (first === undefined) throw new Error('an empty company');
      for (const [id, name] of [
        [3009, 'Neuling'],
        [3010, 'Nachfolger'],
      ] as const)
        story.hr.addEmployee({
          ...first,
          id,
          first_name: 'Nora',
          last_name: name,
          email: `nora.${name.toLowerCase()}@muster.example`,
          hire_date: '2026-03-16',
          custom: {},
        });
      story.hr.editEmployee(ben.id, { last_name: 'Neu' });
      story.hr.editEmployee(clara.id, { termination_date: '2026-03-10' });
      story.works(anna.user, '2026-03-17 08:00', '12:00');
    },
    // An exit is written first; the account goes with the run after it.
    runsToRest: 1,
  },
  {
    name: 'what stands there already is joined',
    writes: {
      'POST /v2/absence-periods': 1,
      'POST /v2/attendance-periods': 6,
      'PUT /demo/v4/users/update': 3,
    },
    options: {
      people: [
        { user: { external_id: '' } },
        { user: { external_id: '' } },
        {},
        { user: { external_id: '', email_address: '', personnel_number: '3004' } },
      ],
    },
    prepare: async ({ story }) => {
      for (const { user } of [anna, ben, clara, dora]) {
        story.works(user, '2026-03-16 08:00', '12:00');
        story.works(user, '2026-03-16 13:00', '17:00');
      }
      story.hrEnters('WORK', '2026-03-16 08:00', '12:00');
      story.hrEnters('WORK', '2026-03-16 14:00', '15:00', ben.employee);
      story.takesLeave(anna.user, 'vacation', '2026-04-13', '2026-04-15');
      story.hrEntersAbsence('vacation', '2026-04-13', '2026-04-15');
      story.takesLeave(anna.user, 'vacation', '2026-05-11');
    },
  },
];
