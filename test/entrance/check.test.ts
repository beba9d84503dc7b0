// `tandem check`: what it finds out about both accounts before anything is connected, and the exit code for each.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Draft, openStage, type Stage } from './stage.ts';
import { tandem } from './tandem.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ employees: 4, days: 2 });
});
afterAll(() => stage.close());

interface CheckDocument {
  readonly ok: boolean;
  readonly exit: number;
  readonly checks: readonly { readonly side: string; readonly about: string }[];
  readonly findings: readonly {
    readonly side: string;
    readonly about: string;
    readonly class: string;
    readonly message: { readonly en: string; readonly de: string };
    readonly action: { readonly en: string; readonly de: string } | null;
  }[];
}

interface Case {
  readonly title: string;
  readonly change: (draft: Draft) => void;
  readonly attributes?: string;
  readonly exit: number;
  /** Side and subject of what is found beyond hints, and what its sentence must name. */
  readonly findings: readonly (readonly [side: string, about: string, says: string])[];
}

const fits = (): void => undefined;
const readable =
  'first_name,last_name,email,status,hire_date,termination_date,absence_entitlement,office,department';

const cases: readonly Case[] = [
  { title: 'accounts that fit the form', change: fits, exit: 0, findings: [] },
  {
    title: 'an optional attribute that may not be read',
    change: fits,
    attributes: readable,
    exit: 1,
    findings: [['personio', 'date_of_birth', 'Date of birth']],
  },
  {
    title: 'an attribute that may not be read and that rules ask for',
    change: fits,
    attributes: `${readable.replace(',office', '')},dynamic_1234`,
    exit: 1,
    findings: [['personio', 'office', 'users.rules asks for it']],
  },
  {
    title: 'a project that TimeTac does not know',
    change: (draft) => {
      draft['attendances'].projects = [{ timetac: 'No such project', personio: '2318375' }];
    },
    exit: 2,
    findings: [['timetac', 'attendances.projects', 'No such project']],
  },
  {
    title: 'a project that Personio does not know',
    change: (draft) => {
      draft['attendances'].projects = [{ timetac: 'Website relaunch', personio: '424242' }];
    },
    exit: 2,
    findings: [['personio', 'attendances.projects', '424242']],
  },
  {
    title: 'a required attribute that may not be read',
    change: fits,
    attributes: `${readable.replace('email,', '')},dynamic_1234`,
    exit: 3,
    findings: [['personio', 'email', 'E-mail address']],
  },
  {
    title: 'a wrong secret of Personio',
    change: (draft) => {
      draft['personio'].clientSecret = 'papi-wrong';
    },
    exit: 3,
    findings: [['personio', 'employees', 'Personio']],
  },
  {
    title: 'a wrong secret of TimeTac',
    change: (draft) => {
      draft['timetac'].clientSecret = 'wrong-secret';
    },
    exit: 3,
    findings: [['timetac', 'users', 'TimeTac']],
  },
  {
    title: 'a wrong secret of TimeTac, and a name that Personio does not know',
    change: (draft) => {
      draft['timetac'].clientSecret = 'wrong-secret';
      draft['absences'].types[0].personio = 'No such leave';
    },
    exit: 2,
    findings: [
      ['timetac', 'users', 'TimeTac'],
      ['personio', 'absences.types', 'No such leave'],
    ],
  },
  {
    title: 'a wrong secret of Personio, and names that TimeTac does not know',
    change: (draft) => {
      draft['personio'].clientSecret = 'papi-wrong';
      draft['users'].defaults.department = 'Nowhere';
      draft['absences'].types[1].timetac = 'No such type';
    },
    exit: 2,
    findings: [
      ['personio', 'employees', 'Personio'],
      ['timetac', 'users.defaults.department', 'Nowhere'],
      ['timetac', 'absences.types', 'No such type'],
    ],
  },
  {
    title: 'a row of types that is wrong on both sides',
    change: (draft) => {
      draft['absences'].types[1].timetac = 'No such type';
      draft['absences'].types[1].personio = 'No such leave';
    },
    exit: 2,
    findings: [
      ['timetac', 'absences.types', 'No such type'],
      ['personio', 'absences.types', 'No such leave'],
    ],
  },
  {
    title: 'names of the form that exist nowhere, on both sides',
    change: (draft) => {
      draft['users'].defaults.department = 'Nowhere';
      draft['absences'].types[0].personio = 'No such leave';
      draft['absences'].types[1].timetac = 'No such type';
    },
    exit: 2,
    findings: [
      ['timetac', 'users.defaults.department', 'Nowhere'],
      ['personio', 'absences.types', 'No such leave'],
      ['timetac', 'absences.types', 'No such type'],
    ],
  },
];

test.each(cases)('check: $title ends with $exit', async ({ change, attributes, exit, findings }) => {
  stage.hr.switches['attribute-whitelist'] = attributes ?? 'full';
  stage.lookAtCalls();
  const ended = await tandem(['check', '--config', stage.configFile(change), '--json']);
  const found = JSON.parse(ended.out) as CheckDocument;
  const serious = found.findings.filter((finding) => finding.class !== 'hint');
  for (const [side, about, says] of findings) {
    const [line] = serious.filter((finding) => finding.side === side && finding.message.en.includes(says));
    expect(line, says).toMatchObject({ about, action: { en: expect.any(String), de: expect.any(String) } });
    expect(line?.message.de).not.toBe(line?.message.en);
  }
  // Nothing else is to look at, and nothing at all on a side that is well.
  expect(new Set(serious.map(({ side }) => side))).toEqual(new Set(findings.map(([side]) => side)));
  if (exit !== 3) expect(serious).toHaveLength(findings.length);
  expect([ended.exit, found.exit, found.ok]).toEqual([exit, exit, exit === 0]);
  expect(ended.out).not.toMatch(/papi-wrong|wrong-secret/);
  expect(stage.lookAtCalls().writes).toEqual({ personio: 0, timetac: 0 });
});

test('a host that nobody answers on is a vendor that could not be reached', async () => {
  stage.hr.switches['attribute-whitelist'] = 'full';
  const config = stage.configFile((draft) => (draft['timetac'].baseUrl = 'http://127.0.0.1:9'));
  const ended = await tandem(['check', '--config', config]);
  expect(ended.exit).toBe(3);
  expect(ended.out).toMatch(/✗ .*TimeTac could not be reached/);
});
