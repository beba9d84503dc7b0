// Whether an account takes the end of an absence as its last day or as the day after is not documented
// (vendors/personio.md U7). The first absence is sent alone and read back, and the answer is kept per account
// (rule 4.3): a guess here would be a wrong vacation day for everybody.

import type { AbsenceContent, AbsencePeriod } from '../core/absences/absence.ts';
import { absenceCraft } from '../core/absences/craft.ts';
import { addDays } from '../core/time/calendar.ts';
import {
  type AbsenceEndReading,
  type AttendanceWriteOptions,
  type VendorTrouble,
  asVendorTrouble,
} from './ports.ts';
import type { Workshop } from './workshop.ts';

const factKey = 'fact.absence-end';

export interface LearnedEnd {
  readonly reading: () => Promise<AbsenceEndReading>;
  readonly create: (employeeId: string, content: AbsenceContent) => Promise<string>;
  readonly strayForms: (content: AbsenceContent) => readonly AbsenceContent[];
}

export function learnedEnd(shop: Workshop, options: AttendanceWriteOptions): LearnedEnd {
  let fact: AbsenceEndReading | null = null;
  /** The one lesson under way; others wait for it. */
  let lesson: Promise<unknown> = Promise.resolve();

  const known = async (): Promise<AbsenceEndReading | null> => {
    const stored = fact ?? (await shop.archive.memory())[factKey];
    if (stored === 'inclusive' || stored === 'exclusive') fact = stored;
    return fact;
  };
  const learn = async (reading: AbsenceEndReading): Promise<void> => {
    fact = reading;
    await shop.archive.commit({ putMemory: { [factKey]: reading } });
  };
  const send = async (employeeId: string, content: AbsenceContent, end: AbsenceEndReading): Promise<string> =>
    (await shop.hr.createAbsencePeriod(employeeId, content, { ...options, end })).id;

  const createAndLearn = async (employeeId: string, content: AbsenceContent): Promise<string> => {
    const end = await known();
    if (end !== null || content.hours !== null) return send(employeeId, content, end ?? 'inclusive');
    let id: string;
    try {
      id = await send(employeeId, content, 'inclusive');
    } catch (error) {
      const trouble = asVendorTrouble(error);
      // An exclusive account sees a one-day absence end before it begins: its refusal is a hint, tried once.
      if (trouble?.kind !== 'refused' || content.firstOn !== content.lastOn) throw error;
      return secondTry(employeeId, content, trouble);
    }
    if (await stands(shop, id, content)) {
      await learn('inclusive');
      return id;
    }
    await shop.hr.updateAbsencePeriod(id, content, { ...options, end: 'exclusive' });
    if (await stands(shop, id, content)) {
      await learn('exclusive');
      return id;
    }
    // Stored as neither reading expects: nothing of it may stay, and nothing is learned.
    await shop.hr.deleteAbsencePeriod(id);
    throw new StoredDifferently();
  };

  const secondTry = async (
    employeeId: string,
    content: AbsenceContent,
    first: VendorTrouble,
  ): Promise<string> => {
    let id: string;
    try {
      id = await send(employeeId, content, 'exclusive');
    } catch (error) {
      throw asVendorTrouble(error)?.kind === 'refused' ? first : error;
    }
    if (await stands(shop, id, content)) {
      await learn('exclusive');
      return id;
    }
    await shop.hr.deleteAbsencePeriod(id);
    throw first;
  };

  return {
    reading: async () => (await known()) ?? 'inclusive',
    create: async (employeeId, content) => {
      if ((await known()) !== null) return createAndLearn(employeeId, content);
      const turn = lesson.then(() => createAndLearn(employeeId, content));
      lesson = turn.catch(() => undefined);
      return turn;
    },
    strayForms: (content) => {
      const shorter = content.lastOn === null ? null : addDays(content.lastOn, -1);
      return fact !== null || shorter === null || shorter < content.firstOn || content.hours !== null
        ? []
        : [{ ...content, lastOn: shorter }];
    },
  };
}

/** Reads back what was stored; where the stored end leaves doubt, the days it counts decide. */
async function stands(shop: Workshop, id: string, content: AbsenceContent): Promise<boolean> {
  const stored = await shop.hr.readAbsencePeriod(id);
  if (stored === null) return false;
  if (absenceCraft.equal(stored.content, content)) return true;
  if (!doubtful(stored)) return false;
  const counted = (await shop.hr.readAbsenceDays(id)).filter((day) => day.value > 0).map((day) => day.on);
  return counted.sort().at(-1) === content.lastOn && counted[0] === content.firstOn;
}

/** An end before the beginning is no date anybody meant. */
const doubtful = ({ content }: AbsencePeriod): boolean =>
  content.lastOn !== null && content.lastOn < content.firstOn;

class StoredDifferently extends Error implements VendorTrouble {
  override readonly name = 'VendorError';
  readonly side = 'personio';
  readonly kind = 'refused';
  readonly performed = 'no';
  readonly status = null;
  readonly code = null;
  readonly reason = 'the absence was stored with other days than were sent';
  readonly traceId = null;
  readonly endpoint = 'POST /v2/absence-periods';
  constructor() {
    super('personio stored an absence with other days than were sent');
  }
}
