// Reading absences, and finding out how this account shows the end of a half last day (U8): by an absence that makes
// sense in one way only, else by one look at a breakdown; what was found out serves as long as the door is open.

import type { AbsencePeriod } from '../../core/absences/absence.ts';
import { laterOf } from '../../core/time/calendar.ts';
import type { Listing, PeriodQuery } from '../../engine/ports.ts';
import { VendorError } from '../http/vendor-error.ts';
import {
  absenceSchema,
  type HalfDayReading,
  provenReading,
  readingByDays,
  toAbsencePeriod,
  type WireAbsence,
} from './absences.ts';
import { isoOf, listFilter } from './attendance-list.ts';
import type { ListCall, ListReader, Query } from './lists.ts';

type Days = readonly { readonly on: string; readonly value: number }[];

export interface AbsenceReader {
  /** Absences that overlap the window. */
  list(query: PeriodQuery): Promise<Listing<AbsencePeriod>>;
  /** How half days end in this account, once that is known. */
  learned(): HalfDayReading | null;
  recall(reading: HalfDayReading): void;
  /** One absence in our words. Throws `garbage` when no reading makes sense of it. */
  read(wire: WireAbsence): Promise<AbsencePeriod>;
}

export interface AbsenceReaderNeeds {
  readonly lists: ListReader;
  readonly readDays: (id: string) => Promise<Days>;
  readonly garbage: (reason: string) => Error;
}

export function createAbsenceReader({ lists, readDays, garbage }: AbsenceReaderNeeds): AbsenceReader {
  let learned: HalfDayReading | null = null;

  const learn = async (wires: readonly WireAbsence[]): Promise<HalfDayReading> => {
    if (learned !== null) return learned;
    if (wires.some((wire) => provenReading(wire) === 'same-day')) return (learned = 'same-day');
    for (const wire of wires.filter((one) => provenReading(one) === null).slice(0, mostLooks)) {
      const reading = readingByDays(wire, await daysOf(wire));
      if (reading !== null) return (learned = reading);
    }
    // Nothing told: the reading that is known for full days. It is not kept, so that the next absence may still tell.
    return 'next-midnight';
  };

  /** None of one that somebody deleted since it was listed: others will tell. */
  const daysOf = async (wire: WireAbsence): Promise<Days> => {
    try {
      return await readDays(wire.id);
    } catch (error) {
      if (error instanceof VendorError && error.kind === 'missing') return [];
      throw error;
    }
  };

  const readOne = (wire: WireAbsence, reading: HalfDayReading): AbsencePeriod => {
    const period = toAbsencePeriod(wire, reading);
    if (period === null) throw garbage('ends_at.date_time: the absence ends before it begins');
    return period;
  };

  return {
    learned: () => learned,
    recall: (reading) => {
      learned = reading;
    },
    read: async (wire) => readOne(wire, await learn([wire])),
    async list(query) {
      const byId = new Map<string, WireAbsence>();
      let serverAt: number | null | undefined;
      for (const filters of filtersOf(query)) {
        const part = await lists.readAll(listOf(filters));
        serverAt ??= part.serverAt;
        for (const row of part.rows) byId.set(row.id, row);
      }
      const reading = await learn([...byId.values()]);
      const rows = [...byId.values()].map((wire) => readOne(wire, reading));
      return { rows: rows.filter((row) => overlaps(row, query)), serverAt: serverAt ?? null };
    },
  };
}

const mostLooks = 5;

const listOf = (query: Query): ListCall<WireAbsence> => ({
  bucket: 'absence-periods',
  name: '/v2/absence-periods',
  query,
  schema: absenceSchema,
  idOf: (absence) => absence.id,
});

// A range brings whatever overlaps it (section 5.7). The end is asked for with the day itself, which also finds ends
// that are shown as that day's midnight; what is too much is filtered out here.
function filtersOf(query: PeriodQuery): Query[] {
  const common: (readonly [string, string])[] = [];
  if (query.from !== undefined) common.push(['ends_at.date_time.gte', `${query.from}T00:00:00`]);
  if (query.to !== undefined) common.push(['starts_from.date_time.lte', `${query.to}T23:59:59`]);
  if (query.updatedSince !== undefined) common.push(['updated_at.gte', isoOf(query.updatedSince)]);
  const persons = listFilter('person.id', query.employeeIds);
  const ids = listFilter('id', query.ids);
  return persons.flatMap((person) => ids.map((id) => [...common, ...person, ...id]));
}

function overlaps({ content }: AbsencePeriod, { from, to }: PeriodQuery): boolean {
  const endsBefore =
    from !== undefined && content.lastOn !== null && laterOf(content.lastOn, from) !== content.lastOn;
  const startsAfter = to !== undefined && content.firstOn > to;
  return !endsBefore && !startsAfter;
}
