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
  readonly create: (employeeId: string, content: AbsenceContent) => Promise<string>;
  readonly update: (id: string, content: AbsenceContent) => Promise<void>;
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
  /** Takes its turn while nothing is known: the first write of an account is alone with its lesson. */
  const inTurn = async <T>(write: (end: AbsenceEndReading | null) => Promise<T>): Promise<T> => {
    const end = await known();
    if (end !== null) return write(end);
    const turn = lesson.then(async () => write(await known()));
    lesson = turn.catch(() => undefined);
    return turn;
  };

  const create = async (
    employeeId: string,
    content: AbsenceContent,
    end: AbsenceEndReading,
  ): Promise<string> => (await shop.hr.createAbsencePeriod(employeeId, content, { ...options, end })).id;
  const update = (id: string, content: AbsenceContent, end: AbsenceEndReading): Promise<void> =>
    shop.hr.updateAbsencePeriod(id, content, { ...options, end });

  const createAndLearn = async (employeeId: string, content: AbsenceContent): Promise<string> => {
    const { id, sent } = await eitherWay(content, (end) => create(employeeId, content, end));
    if (await afterWrite(settleReading(id, content, sent))) return id;
    // Stored as neither reading expects: nothing of it may stay, and nothing is learned.
    await afterWrite(shop.hr.deleteAbsencePeriod(id, options));
    throw new StoredDifferently('no');
  };

  const updateAndLearn = async (id: string, content: AbsenceContent): Promise<void> => {
    const { sent } = await eitherWay(content, async (end) => {
      await update(id, content, end);
      return id;
    });
    if (!(await afterWrite(settleReading(id, content, sent)))) throw new StoredDifferently('unknown');
  };

  /** Reads back what was sent; where it stands otherwise, sends the other reading once. True: learned. */
  const settleReading = async (
    id: string,
    content: AbsenceContent,
    sent: AbsenceEndReading,
  ): Promise<boolean> => {
    if (await stands(shop, id, content)) {
      await learn(sent);
      return true;
    }
    if (sent === 'exclusive') return false;
    await update(id, content, 'exclusive');
    if (!(await stands(shop, id, content))) return false;
    await learn('exclusive');
    return true;
  };

  return {
    create: (employeeId, content) =>
      inTurn((end) =>
        end === null && content.hours === null
          ? createAndLearn(employeeId, content)
          : create(employeeId, content, end ?? 'inclusive'),
      ),
    update: (id, content) =>
      inTurn((end) =>
        end === null && content.hours === null
          ? updateAndLearn(id, content)
          : update(id, content, end ?? 'inclusive'),
      ),
    strayForms: (content) => {
      const shorter = content.lastOn === null ? null : addDays(content.lastOn, -1);
      // Only an account known to take the last day as it is cannot have left one behind.
      return fact === 'inclusive' || shorter === null || shorter < content.firstOn || content.hours !== null
        ? []
        : [{ ...content, lastOn: shorter }];
    },
  };
}

/**
 * Sends with the inclusive reading. An exclusive account sees the shortest absences end before they begin: its refusal is a
 * hint, and the other reading is tried once (rule 4.3).
 */
async function eitherWay(
  content: AbsenceContent,
  write: (end: AbsenceEndReading) => Promise<string>,
): Promise<{ id: string; sent: AbsenceEndReading }> {
  try {
    return { id: await write('inclusive'), sent: 'inclusive' };
  } catch (error) {
    const first = asVendorTrouble(error);
    if (first?.kind !== 'refused' || !vanishesWhenExclusive(content)) throw error;
    try {
      return { id: await write('exclusive'), sent: 'exclusive' };
    } catch (second) {
      throw asVendorTrouble(second)?.kind === 'refused' ? error : second;
    }
  }
}

/** One day, or a day's afternoon and the next one's morning: without its last day nothing is left of it. */
const vanishesWhenExclusive = ({ firstOn, lastOn, startsAtMidday, endsAtMidday }: AbsenceContent): boolean =>
  firstOn === lastOn || (startsAtMidday && endsAtMidday && lastOn === addDays(firstOn, 1));

/** Reads back what was stored; where the stored end leaves doubt, the days it counts decide. */
async function stands(shop: Workshop, id: string, content: AbsenceContent): Promise<boolean> {
  const stored = await shop.hr.readAbsencePeriod(id);
  // Not shown, or not yet, says nothing of its days: whether it is there, the next run's list will tell.
  if (stored === null) throw new StoredDifferently('unknown');
  if (absenceCraft.equal(stored.content, content)) return true;
  if (!doubtful(stored)) return false;
  const counted = (await shop.hr.readAbsenceDays(id)).filter((day) => day.value > 0).map((day) => day.on);
  return counted.sort().at(-1) === content.lastOn && counted[0] === content.firstOn;
}

/** An end before the beginning is no date anybody meant. */
const doubtful = ({ content }: AbsencePeriod): boolean =>
  content.lastOn !== null && content.lastOn < content.firstOn;

/**
 * Trouble on the way of a lesson comes after a write that was performed: whatever the failing call itself did, the
 * outcome of the whole is unknown, and its intent must stay.
 */
async function afterWrite<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    const trouble = asVendorTrouble(error);
    throw trouble === null ? error : new LessonCutShort(trouble);
  }
}

class LessonCutShort extends Error implements VendorTrouble {
  override readonly name = 'VendorError';
  readonly performed = 'unknown';
  readonly side: VendorTrouble['side'];
  readonly kind: VendorTrouble['kind'];
  readonly status: number | null;
  readonly code: string | null;
  readonly reason: string | null;
  readonly traceId: string | null;
  readonly endpoint: string;

  constructor(trouble: VendorTrouble) {
    super(trouble.message, { cause: trouble });
    this.side = trouble.side;
    this.kind = trouble.kind;
    this.status = trouble.status;
    this.code = trouble.code;
    this.reason = trouble.reason;
    this.traceId = trouble.traceId;
    this.endpoint = trouble.endpoint;
  }
}

class StoredDifferently extends Error implements VendorTrouble {
  override readonly name = 'VendorError';
  readonly side = 'personio';
  readonly kind = 'refused';
  readonly performed: 'no' | 'unknown';
  readonly status = null;
  readonly code = null;
  readonly reason = 'the absence was stored with other days than were sent';
  readonly traceId = null;
  readonly endpoint = 'POST /v2/absence-periods';

  constructor(performed: 'no' | 'unknown') {
    super('personio stored an absence with other days than were sent');
    this.performed = performed;
  }
}
