// The staff of Muster GmbH in both systems, with everything that makes matching people hard (awkward.ts, rules 1.x).

import { addDays, type LocalDate } from '../../core/time/calendar.ts';
import type { TimetacUser } from '../timetac/state.ts';
import type { Bench } from './bench.ts';
import { addApiUser, addEmployee, addUser, emailOf } from './people.ts';
import { type Colleague, rosterOn } from './roster.ts';

/** Somebody who tracks time in TimeTac. */
export interface Tracker {
  readonly colleague: Colleague;
  readonly user: TimetacUser;
  /** Last day that may have trackings by the ordinary rhythm; null: until yesterday. */
  readonly until: LocalDate | null;
}

/** Everybody with their accounts; the trackers are those with an account of their own. */
export function hireEverybody(bench: Bench): Tracker[] {
  const trackers: Tracker[] = [];
  for (const colleague of rosterOn(bench.today)) {
    const tracker = hire(bench, colleague);
    if (tracker !== null) trackers.push(tracker);
  }
  addStrayAccounts(bench);
  addApiUser(bench);
  return trackers;
}

function hire(bench: Bench, colleague: Colleague): Tracker | null {
  const special = specialHires[colleague.id];
  if (special !== undefined) return special(bench, colleague);
  addEmployee(bench, colleague);
  // Every third account is found by its e-mail, the others already hold the Personio id.
  return tracking(colleague, addUser(bench, colleague, colleague.id % 3 === 0 ? { external_id: '' } : {}));
}

const specialHires: Readonly<Record<number, (bench: Bench, colleague: Colleague) => Tracker | null>> = {
  3021: (bench, colleague) => {
    addEmployee(bench, colleague);
    // TimeTac keeps e-mails unique (timetac.md section 5.1); a different case slips through.
    const email = emailOf(bench, colleague);
    addUser(bench, colleague, {
      id: 201,
      username: 'p.langner',
      email_address: email.toUpperCase(),
      external_id: '',
    });
    return tracking(colleague, addUser(bench, colleague, { external_id: '' }));
  },
  3022: (bench, colleague) => withoutAccount(bench, colleague, { email: null }),
  3023: (bench, colleague) =>
    withoutAccount(bench, colleague, { email: `nora.finkenzeller+muc@${bench.domain}` }),
  3024: (bench, colleague) => withoutAccount(bench, colleague, { email: `empfang@${bench.domain}` }),
  3025: (bench, colleague) => {
    addEmployee(bench, colleague);
    return tracking(colleague, addUser(bench, colleague, { external_id: 'ERP-00417' }));
  },
  3026: (bench, colleague) => withoutAccount(bench, colleague, {}),
  3028: (bench, colleague) =>
    withoutAccount(bench, colleague, { email: `tim.brandstetter@@${bench.domain}` }),
  3029: (bench, colleague) => {
    const exitOn = addDays(bench.today, -12);
    addEmployee(bench, colleague, leaving(exitOn, 'inactive'));
    return tracking(colleague, addUser(bench, colleague, { active: false, exit_date: exitOn }), exitOn);
  },
  3030: (bench, colleague) => {
    addEmployee(bench, colleague);
    return tracking(colleague, addUser(bench, colleague, { lastname: 'Mayr', external_id: '' }));
  },
  3033: (bench, colleague) => {
    addEmployee(bench, colleague);
    const user = addUser(bench, colleague, {
      external_id: '',
      personnel_number: String(colleague.id),
      username: 'ulrike.baumgaertel',
      email_address: 'u.baumgaertel@old-domain.example',
    });
    return tracking(colleague, user);
  },
  3034: (bench, colleague) => joining(bench, colleague, 10),
  3035: (bench, colleague) => joining(bench, colleague, 40),
  3036: (bench, colleague) => joining(bench, colleague, -12),
  3037: (bench, colleague) => joining(bench, colleague, -5),
  3038: (bench, colleague) => withoutAccount(bench, colleague, { employment_type: 'external' }),
  3039: (bench, colleague) => {
    addEmployee(bench, colleague, leaving(addDays(bench.today, 20), 'active'));
    return tracking(colleague, addUser(bench, colleague));
  },
  3040: (bench, colleague) => {
    addEmployee(bench, colleague, { status: 'leave' });
    return tracking(colleague, addUser(bench, colleague), addDays(parentalLeaveFrom(bench), -1));
  },
  3041: (bench, colleague) => {
    const exitOn = addDays(bench.today, -30);
    addEmployee(bench, colleague, leaving(exitOn, 'inactive'));
    return tracking(colleague, addUser(bench, colleague, { active: false, exit_date: exitOn }), exitOn);
  },
};

export const parentalLeaveFrom = (bench: Bench): LocalDate => addDays(bench.today, -60);

function addStrayAccounts(bench: Bench): void {
  const byId = new Map(rosterOn(bench.today).map((colleague) => [colleague.id, colleague]));
  const stray = (personId: number, differing: Partial<TimetacUser>) => {
    const person = byId.get(personId);
    if (person !== undefined) addUser(bench, person, { external_id: '', ...differing });
  };
  const none = { birthday: null, entry_date: null };
  stray(3024, {
    ...none,
    id: 202,
    firstname: 'Reception',
    lastname: 'Munich',
    username: `empfang@${bench.domain}`,
    email_address: `frontdesk@${bench.domain}`,
  });
  stray(3026, {
    ...none,
    id: 203,
    username: 'sabine.hartwig',
    email_address: 'sabine.hartwig@old-domain.example',
  });
  stray(3027, { id: 204, username: 'brueckner-2', email_address: `lager.hh@${bench.domain}` });
  stray(3010, {
    ...none,
    id: 205,
    firstname: 'Agency',
    lastname: 'Warehouse',
    username: 'agency-1',
    email_address: 'agency-1@staffing.example',
  });
}

function withoutAccount(
  bench: Bench,
  colleague: Colleague,
  differing: Parameters<typeof addEmployee>[2],
): null {
  addEmployee(bench, colleague, differing);
  return null;
}

function joining(bench: Bench, colleague: Colleague, inDays: number): null {
  const hiredOn = addDays(bench.today, inDays);
  return withoutAccount(bench, colleague, {
    hire_date: hiredOn,
    status: inDays > 0 ? 'onboarding' : 'active',
  });
}

function leaving(exitOn: LocalDate, status: 'active' | 'inactive') {
  return { termination_date: exitOn, last_working_day: exitOn, status };
}

function tracking(colleague: Colleague, user: TimetacUser, until: LocalDate | null = null): Tracker {
  return { colleague, user, until };
}
