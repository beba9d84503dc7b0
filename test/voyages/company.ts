// The company that a voyage sails with: small, and with the holidays of its own weeks only, so that reading everybody
// costs little.

import { addDays, dateIn } from '../../src/core/time/calendar.ts';
import type { CompanyStates } from '../../src/simulators/company/bench.ts';
import { generateCompany } from '../../src/simulators/company/generate.ts';
import { companySettingsDocument } from '../../src/simulators/company/settings-document.ts';
import { type Dials, type Dice, diceOf } from './dials.ts';

/** Somebody has booked time in it: the settings begin on the first such day. */
export function companyFor(seed: number, dials: Dials): CompanyStates {
  for (let days = dials.days; ; days++) {
    const states = generateCompany({ seed, employees: dials.employees, days, today: dials.today });
    if (!states.timetac.timeTrackings.some((row) => row.absence_request_id === null)) continue;
    withNearHolidays(states, dials);
    withAwkwardAccounts(states, diceOf(seed, 3));
    return states;
  }
}

/** At least one is left at every site: where an account has no row of any day, absences say their dates by themselves. */
function withNearHolidays({ timetac, personio }: CompanyStates, dials: Dials): void {
  const today = dateIn(dials.now, personio.zone);
  const [first, last] = [addDays(today, -30), addDays(today, 130)];
  const isNear = ({ date }: { readonly date: string }): boolean => date >= first && date <= last;
  timetac.publicHolidays = timetac.publicHolidays.filter(isNear);
  timetac.absenceDays = timetac.absenceDays.filter((row) => row.type !== 'public_holiday' || isNear(row));
  for (const [name, days] of Object.entries(personio.holidays)) personio.holidays[name] = days.filter(isNear);
}

/** Accounts that were made by hand: other spellings, ids of other systems, namesakes. */
function withAwkwardAccounts({ timetac }: CompanyStates, dice: Dice): void {
  for (const user of timetac.users.filter(({ human }) => human)) {
    const what = dice.random();
    if (what < 0.15) {
      user.external_id = '';
      user.email_address = user.email_address.toUpperCase();
    } else if (what < 0.2) user.external_id = `X-${user.id}`;
    else if (what < 0.25) {
      user.external_id = '';
      user.email_address = `${user.id}@elsewhere.example`;
    }
  }
}

/** The company's own configuration document, as the dials have it filled in. */
export function documentFor(states: CompanyStates, dials: Dials, projects: ReadonlyMap<string, string>) {
  const document = companySettingsDocument(states, {
    personioUrl: 'http://127.0.0.1:1',
    timetacUrl: 'http://127.0.0.1:2',
  });
  const attendances = document['attendances'] as Record<string, unknown> & { startDate: string };
  return {
    ...document,
    ...(dials.lockedDaysAgo === null ? {} : { lockedUntil: addDays(dials.today, -dials.lockedDaysAgo) }),
    guard: { maxDeletes: dials.maxDeletes, maxDeleteShare: 0.1 },
    attendances: {
      ...attendances,
      granularity: dials.granularity,
      approvedOnly: dials.approvedOnly,
      notes: dials.notes,
      onTargetEdit: dials.onTargetEdit,
      projects: [...projects].map(([timetac, personio]) => ({ timetac, personio })),
    },
  };
}
