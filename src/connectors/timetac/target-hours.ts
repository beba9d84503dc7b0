// Target hours of a person's dates: `timesheetAccountings` has a row per person and day (vendors/timetac.md 5.9).

import { z } from 'zod';
import type { LocalDate } from '../../core/time/calendar.ts';
import { parseWith } from '../http/read-answer.ts';
import { VendorError } from '../http/vendor-error.ts';
import type { TimetacConnection } from './connection.ts';
import { type PageReader, callTo } from './pages.ts';
import { dateSchema, idSchema, numberOrNullSchema } from './scalars.ts';

const accountSchema = z.looseObject({
  user_id: idSchema,
  date: dateSchema,
  target_working_hours: numberOrNullSchema.optional(),
});

/** Dates without a row, and rows that do not say, are unknown: they are absent. */
export async function readTargetHours(
  connection: TimetacConnection,
  pages: PageReader,
  userId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<ReadonlyMap<LocalDate, number>> {
  const targets = new Map<LocalDate, number>();
  try {
    const { rows } = await pages.readAll('timesheetAccountings', [
      ['user_id', userId],
      ['_op__date', 'betw'],
      ['date', `${from}|${to}`],
    ]);
    for (const [index, row] of rows.entries()) {
      const parsed = parseWith(accountSchema, row);
      if (!parsed.ok)
        throw connection.garbage(callTo('timesheetAccountings/read'), `Results.${index}.${parsed.reason}`);
      const { user_id: owner, date, target_working_hours: hours } = parsed.value;
      if (owner === userId && typeof hours === 'number') targets.set(date, hours);
    }
  } catch (error) {
    // Whoever may not ask does not know: what needs the answer is held (rule 2.4).
    const mayNotAsk = error instanceof VendorError && [403, 404, 410].includes(error.status ?? 0);
    if (!mayNotAsk) throw error;
  }
  return targets;
}
