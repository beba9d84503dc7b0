// Muster GmbH, the demo company: about forty invented people at two sites, three months of their hours and absences,
// and one example of nearly everything that can be awkward about them (awkward.ts).

import { addDays, dateIn, type Instant, type LocalDate } from '../../core/time/calendar.ts';
import { seededRandom } from '../faults/random.ts';
import { type Bench, type CompanyStates, openBench } from './bench.ts';
import { type CompanyCredentials, demoCredentials } from './credentials.ts';
import { makeAwkwardDays } from './demo-days.ts';
import { planLeave } from './demo-leave.ts';
import { hireEverybody, type Tracker } from './demo-people.ts';
import { writeTimesheet } from './timesheet.ts';

/**
 * Both accounts as they stand before the first synchronisation at `now`: trackings of the 91 days up to yesterday (in
 * Europe/Berlin) and one that runs. The same `now` gives the same states; `updated` and `created` are at least a day
 * older than today's midnight, even where that is before the record itself, so that a run never meets a fresh record.
 */
export function demoCompany(options: {
  readonly now: Instant;
  readonly credentials?: CompanyCredentials;
}): CompanyStates {
  const zone = 'Europe/Berlin';
  const today = dateIn(options.now, zone);
  const first = addDays(today, -91);
  const credentials = options.credentials ?? demoCredentials;
  const bench = openBench({ domain: 'muster.example', first, today, zone, credentials });
  const trackers = hireEverybody(bench);
  planLeave(bench, trackers);
  for (const tracker of trackers) {
    const { id, rhythm } = tracker.colleague;
    writeTimesheet(
      bench,
      tracker.user,
      rhythm,
      { from: first, to: lastDayOf(bench, tracker) },
      seededRandom(id),
    );
  }
  makeAwkwardDays(bench, trackers, options.now);
  return { personio: bench.personio, timetac: bench.timetac };
}

/** A night shift that begins yesterday would end today, perhaps after now. */
function lastDayOf(bench: Bench, { colleague, until }: Tracker): LocalDate {
  return until ?? addDays(bench.today, colleague.rhythm === 'night' ? -2 : -1);
}
